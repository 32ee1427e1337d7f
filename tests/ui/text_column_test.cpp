#include "ui/diff/text_column.h"

#include <QtTest>

#include <ctime>
#include <limits>

using namespace variorum;

namespace {

model::Article articleOf(const QStringList &paragraphs, const QString &title = {})
{
    model::Article article;
    if (!title.isEmpty())
        article.title = title;
    for (const QString &paragraph : paragraphs) {
        if (!article.text.isEmpty())
            article.text += QStringLiteral("\n\n");
        article.blocks.push_back({.kind = model::BlockKind::Paragraph, .span = {article.text.size(), article.text.size() + paragraph.size()}});
        article.text += paragraph;
    }
    return article;
}

ui::TextColumn columnOf(const model::Article &article, double width = 320)
{
    ui::TextColumn column;
    QFont body(QStringLiteral("DejaVu Serif"));
    body.setPointSize(12);
    QFont title = body;
    title.setPointSize(17);
    column.setStyle({.body = body, .title = title});
    column.setArticle(article);
    column.setWidth(width);
    return column;
}

QString sentence(int words)
{
    QString text;
    for (int number = 0; number < words; ++number)
        text += QStringLiteral("word%1 ").arg(number);
    return text.trimmed();
}

} // namespace

class TextColumnTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitRuns_ofAnyText_coversItInOrder_data()
    {
        QTest::addColumn<QString>("paragraph");
        QTest::newRow("short") << QStringLiteral("A ferry sank.");
        QTest::newRow("long with spaces") << sentence(3000);
        QTest::newRow("one word of 9,000 letters") << QString(9000, u'x');
        QString pairs;
        for (int number = 0; number < 4001; ++number)
            pairs += QString::fromUtf8("\xf0\x9f\x9a\xa2");
        QTest::newRow("surrogate pairs") << pairs;
        QTest::newRow("an odd unit, then pairs") << QString(u'x' + pairs);
    }

    void splitRuns_ofAnyText_coversItInOrder()
    {
        QFETCH(QString, paragraph);
        const model::Article article = articleOf({paragraph, QStringLiteral("Second.")}, QStringLiteral("Title"));
        const std::vector<ui::TextRun> runs = ui::splitRuns(article);
        QCOMPARE(runs.front().field, model::TextField::Title);
        QString joined;
        for (const ui::TextRun &run : runs) {
            QVERIFY(run.span.length() > 0);
            QVERIFY(run.span.length() <= ui::kMostRunUnits);
            const QString part = model::textOf(article, run.field).mid(run.span.begin, run.span.length());
            QVERIFY(!part.front().isLowSurrogate());
            QVERIFY(!part.back().isHighSurrogate());
            joined += part;
        }
        QCOMPARE(joined, QStringLiteral("Title") + paragraph + QStringLiteral("Second."));
    }

    void splitRuns_ofTextWithoutBlocks_showsIt()
    {
        model::Article article;
        article.text = QStringLiteral("No blocks");
        QCOMPARE(ui::splitRuns(article).size(), size_t{1});
        article.text.clear();
        QVERIFY(ui::splitRuns(article).empty());
    }

    void rectsOf_words_standWhereAClickFindsThem()
    {
        const model::Article article = articleOf({sentence(60), sentence(40)}, QStringLiteral("A title that is long enough for two lines of text"));
        ui::TextColumn column = columnOf(article);
        for (const QString &word : {QStringLiteral("word0"), QStringLiteral("word25"), QStringLiteral("word59")}) {
            const qsizetype begin = article.text.indexOf(word + u' ') >= 0 ? article.text.indexOf(word + u' ') : article.text.indexOf(word);
            const std::vector<QRectF> rects = column.rectsOf({model::TextField::Text, {begin, begin + word.size()}});
            QCOMPARE(rects.size(), size_t{1});
            for (qsizetype unit = 0; unit < word.size(); ++unit) {
                const std::vector<QRectF> letter = column.rectsOf({model::TextField::Text, {begin + unit, begin + unit + 1}});
                QCOMPARE(letter.size(), size_t{1});
                const QPointF leftPart = letter.front().center() - QPointF(letter.front().width() / 4, 0);
                QVERIFY(column.isOnText(leftPart));
                QCOMPARE(column.placeOf(column.positionAt(leftPart)), std::pair(model::TextField::Text, begin + unit));
            }
        }
    }

    void rectsOf_wordsOverALineEnd_areOneALineAndWithinTheWidth()
    {
        const model::Article article = articleOf({sentence(60)});
        ui::TextColumn column = columnOf(article, 300);
        const std::vector<QRectF> rects = column.rectsOf({model::TextField::Text, {0, article.text.size()}});
        QCOMPARE(static_cast<int>(rects.size()), column.layoutOf(0).lineCount());
        QVERIFY(rects.size() > 3);
        for (size_t line = 0; line < rects.size(); ++line) {
            QVERIFY(rects[line].left() >= 0);
            QVERIFY(rects[line].right() <= 300.5);
            if (line > 0)
                QVERIFY(rects[line].top() >= rects[line - 1].bottom());
        }
    }

    void rectsOf_placeInTheTitle_isAboveTheText()
    {
        ui::TextColumn column = columnOf(articleOf({sentence(10)}, QStringLiteral("Seven hurt")));
        const auto title = column.rectsOf({model::TextField::Title, {0, 5}});
        const auto text = column.rectsOf({model::TextField::Text, {0, 5}});
        QVERIFY(title.front().bottom() < text.front().top());
        QVERIFY(column.rectsOf({model::TextField::Text, {500, 510}}).empty());
    }

    void isOnText_besideALine_isNot()
    {
        ui::TextColumn column = columnOf(articleOf({QStringLiteral("Short.")}));
        const QRectF word = column.rectsOf({model::TextField::Text, {0, 6}}).front();
        QVERIFY(column.isOnText(word.center()));
        QVERIFY(!column.isOnText(QPointF(word.right() + 30, word.center().y())));
    }

    void height_afterLayout_isTheSumOfExactRuns()
    {
        QStringList paragraphs;
        for (int number = 0; number < 200; ++number)
            paragraphs.append(sentence(20 + number % 30));
        ui::TextColumn column = columnOf(articleOf(paragraphs));
        const double estimated = column.height();
        column.layOut(0, 100);
        for (size_t run = 0; run < column.runs().size(); ++run)
            std::ignore = column.layoutOf(run);
        double sum = 0;
        for (size_t run = 0; run < column.runs().size(); ++run) {
            QCOMPARE(column.topOf(run), sum);
            sum = column.bottomOf(run);
            QCOMPARE(column.runAt(column.topOf(run) + 1), std::optional(run));
        }
        QCOMPARE(column.height(), sum);
        QVERIFY2(estimated > sum * 0.6 && estimated < sum * 1.6, qPrintable(QStringLiteral("%1 for %2").arg(estimated).arg(sum)));
        column.forgetOutside(0, 200);
        QCOMPARE(column.height(), sum); // heights stay
    }

    void setArticle_withAMegabyteOfOneWord_takesTimeByLengthOnly()
    {
        const auto processorTime = [](int units) {
            std::clock_t best = std::numeric_limits<std::clock_t>::max();
            for (int attempt = 0; attempt < 3; ++attempt) {
                const std::clock_t begin = std::clock();
                ui::TextColumn column = columnOf(articleOf({QString(units, u'x')}));
                column.layOut(0, 1000);
                best = std::min(best, std::clock() - begin);
                if (column.height() < 5000)
                    return std::numeric_limits<std::clock_t>::max();
            }
            return best;
        };
        const std::clock_t half = processorTime(500'000);
        const std::clock_t whole = processorTime(1'000'000);
        QVERIFY2(whole < 3 * half + CLOCKS_PER_SEC / 500, qPrintable(QStringLiteral("%1 against %2").arg(whole).arg(half)));
    }

    void textBetween_titleAndText_joinsThemWithABlankLine()
    {
        const ui::TextColumn column = columnOf(articleOf({QStringLiteral("First."), QStringLiteral("Second.")}, QStringLiteral("Title")));
        QCOMPARE(column.textBetween(0, column.endPosition()), QStringLiteral("Title\n\nFirst.\n\nSecond."));
        QCOMPARE(column.textBetween(column.positionOf(model::TextField::Text, 5), 2), QStringLiteral("tle\n\nFirst"));
        QCOMPARE(column.textBetween(3, 3), QString());
    }

    void wordAt_insideAWord_isTheWord()
    {
        const ui::TextColumn column = columnOf(articleOf({QStringLiteral("Seven people hurt.")}));
        QCOMPARE(column.wordAt(8), (base::TextSpan{6, 12}));
        QCOMPARE(column.wordAt(6), (base::TextSpan{6, 12}));
    }

    void letterAway_overComposedLetters_takesThemWhole()
    {
        // "ae", a with a combining ring, a letter beyond the first plane, "z"
        const QString text = QStringLiteral("ea") + QChar(0x030a) + QString::fromUcs4(U"\U0001F6A2") + QStringLiteral("z");
        const ui::TextColumn column = columnOf(articleOf({text, QStringLiteral("Next")}));
        std::vector<qsizetype> forward;
        for (qsizetype at = 0; at < 6; forward.push_back(at))
            at = column.letterAway(at, false);
        QCOMPARE(forward, (std::vector<qsizetype>{1, 3, 5, 6}));
        std::vector<qsizetype> backward;
        for (qsizetype at = 6; at > 0; backward.push_back(at))
            at = column.letterAway(at, true);
        QCOMPARE(backward, (std::vector<qsizetype>{5, 3, 1, 0}));
        QCOMPARE(column.letterAway(0, true), qsizetype{0});
        QCOMPARE(column.letterAway(column.endPosition(), false), column.endPosition());
        // Over the gap between paragraphs, there and back.
        qsizetype at = 6;
        for (int step = 0; step < 4; ++step)
            at = column.letterAway(at, false);
        QVERIFY(at > 6);
        while (at > 6)
            at = column.letterAway(at, true);
        QCOMPARE(at, qsizetype{6});
    }

    void lineAway_downAndUp_comesBack()
    {
        ui::TextColumn column = columnOf(articleOf({sentence(60), sentence(60)}));
        const qsizetype start = 20;
        const qsizetype down = column.lineAway(start, 1);
        QVERIFY(down > start);
        QVERIFY(std::abs(column.lineAway(down, -1) - start) <= 1);
        // Walking down from anywhere always ends at the end.
        qsizetype position = 0;
        for (int step = 0; step < 1000 && position < column.endPosition(); ++step)
            position = column.lineAway(position, 1);
        QCOMPARE(position, column.endPosition());
    }
};

QTEST_MAIN(TextColumnTest)
#include "text_column_test.moc"
