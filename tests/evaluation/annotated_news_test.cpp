#include "evaluation/annotated_news.h"

#include <QFile>
#include <QtTest>

using namespace variorum;
using evaluation::Mark;

class AnnotatedNewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readAnnotatedNews_marks_areTakenOutOfTheText();
    void readAnnotatedNews_brokenMark_isTold();
    void readAnnotatedNews_ownFile_isWhole();
    void readMeantime_tokens_becomePrint();
    void counts_threeOfFour_giveF1();
};

void AnnotatedNewsTest::readAnnotatedNews_marks_areTakenOutOfTheText()
{
    QStringList problems;
    const auto texts = evaluation::readAnnotatedNews(QStringLiteral("# note\n== one 2031-03-14\nOn <T v=\"2031-03-14\">Friday</T>\n<Q v=\">=3\" c=\"boat\">at least three</Q> boats <O>sank</O>.\n\nEnd.\n"), problems);
    QVERIFY(problems.isEmpty());
    QCOMPARE(texts.size(), size_t(1));
    QCOMPARE(texts[0].text, QStringLiteral("On Friday at least three boats sank.\n\nEnd."));
    QCOMPARE(texts[0].marks.size(), size_t(3));
    const Mark &quantity = texts[0].marks[1];
    QCOMPARE(texts[0].text.sliced(quantity.span.begin, quantity.span.length()), QStringLiteral("at least three"));
    QCOMPARE(quantity.value, QStringLiteral(">=3"));
    QCOMPARE(quantity.counted, QStringLiteral("boat"));
    QVERIFY(quantity.unit.isEmpty());
    QCOMPARE(texts[0].marks[2].kind, Mark::Kind::Open);
}

void AnnotatedNewsTest::readAnnotatedNews_brokenMark_isTold()
{
    QStringList problems;
    const auto texts = evaluation::readAnnotatedNews(QStringLiteral("== one 2031-03-14\nOn <T v=\"2031-03-14\">Friday.\n"), problems);
    QCOMPARE(texts.size(), size_t(1));
    QCOMPARE(problems.size(), 1);
}

void AnnotatedNewsTest::readAnnotatedNews_ownFile_isWhole()
{
    QFile file(QStringLiteral(VARIORUM_SOURCE_DIR "/tests/evaluation/data/annotated_news.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList problems;
    const auto texts = evaluation::readAnnotatedNews(QString::fromUtf8(file.readAll()), problems);
    QCOMPARE(problems, QStringList());
    QVERIFY(texts.size() >= 8);
    for (const evaluation::MarkedText &text : texts) {
        QVERIFY(text.published.isValid());
        QVERIFY(text.marks.size() > 10);
        for (const Mark &mark : text.marks)
            QVERIFY2(mark.kind == Mark::Kind::Open || !mark.value.isEmpty(), qPrintable(text.text.sliced(mark.span.begin, mark.span.length())));
    }
}

void AnnotatedNewsTest::readMeantime_tokens_becomePrint()
{
    QString conll;
    const QStringList first{QStringLiteral("Title"), QStringLiteral("here")};
    const QStringList second{QStringLiteral("It"), QStringLiteral("did"), QStringLiteral("n't"), QStringLiteral("cost"), QStringLiteral("$"), QStringLiteral("40"), QStringLiteral("million"), QStringLiteral(".")};
    for (qsizetype token = 0; token < first.size(); ++token)
        conll += QStringLiteral("a/1\t0\t%1\t%2\t-\n").arg(token).arg(first[token]);
    conll += QStringLiteral("a/1\t1\t0\tMay\t-\n");
    for (qsizetype token = 0; token < second.size(); ++token)
        conll += QStringLiteral("a/1\t2\t%1\t%2\t-\n").arg(token).arg(second[token]);
    QStringList problems;
    const auto texts = evaluation::readMeantime(conll, QStringLiteral("# note\na/1\t2031-03-14\t2\t4\t7\tquantity\t40000000 USD\n"), problems);
    QVERIFY(problems.isEmpty());
    QCOMPARE(texts.size(), size_t(1));
    QCOMPARE(texts[0].text, QStringLiteral("Title here\n\nIt didn't cost $40 million."));
    QCOMPARE(texts[0].text.sliced(texts[0].marks[0].span.begin, texts[0].marks[0].span.length()), QStringLiteral("$40 million"));
    QCOMPARE(texts[0].marks[0].unit, QStringLiteral("USD"));
}

void AnnotatedNewsTest::counts_threeOfFour_giveF1()
{
    const evaluation::Counts counts{3, 4, 6};
    QCOMPARE(counts.precision(), 0.75);
    QCOMPARE(counts.recall(), 0.5);
    QCOMPARE(counts.f1(), 0.6);
}

QTEST_GUILESS_MAIN(AnnotatedNewsTest)
#include "annotated_news_test.moc"
