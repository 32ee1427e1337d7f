// PDF: lines back to paragraphs, the words that lines part, what repeats on each page, and files that are not whole.
#include "reading/risky/pdf/mended_words.h"
#include "risky_support.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using namespace reading::test;

namespace {

const QList<QByteArray> kFirst{"\tThe ferry left Halvern harbour at nine on Friday morning and was due", "back before noon, the port said. Ten crew and forty passengers were on", "board, among them a school class."};
const QList<QByteArray> kSecond{"\tIt ran aground off the northern mole in thick fog, and two tugs were", "sent out to take the passengers ashore before the evening tide."};

model::Article onePdf(const QList<QByteArray> &pages, const QByteArray &info = {})
{
    const auto articles = readRisky(pdfOf(pages, info), u"a.pdf"_s);
    return articles.size() == 1 ? articles.front() : model::Article{};
}

} // namespace

class PdfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readPdf_page_givesHeadlineAndParagraphs()
    {
        const model::Article article = onePdf({typeset(72, 700, 22, "Ferry runs aground off Halvern", "F2") + typesetLines(72, 660, 11, kFirst + kSecond)},
                                              "/Title (Microsoft Word - ferry3.doc) /Author (Ann Lee) /CreationDate (D:20310315101500Z)");
        QCOMPARE(outcomeOf(article), u"read"_s);
        QCOMPARE(article.mediaType, u"application/pdf"_s);
        QCOMPARE(article.title, u"Ferry runs aground off Halvern"_s);
        QCOMPARE(printed(article),
                 u"P The ferry left Halvern harbour at nine on Friday morning and was due back before noon, the port said. Ten crew and forty passengers were on board, among them a school class."
                 "|P It ran aground off the northern mole in thick fog, and two tugs were sent out to take the passengers ashore before the evening tide."_s);
        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
        QCOMPARE(article.published ? article.published->toString() : QString(), u"2031-03-15"_s);
        QCOMPARE(article.metadataSources.at(model::MetadataField::Published), u"PDF info"_s);
        QCOMPARE(article.publishedBasis, model::DateBasis::Inferred); // the file's day is not stated by the article
    }

    void readPdf_dateInTheText_outranksTheFiles()
    {
        const model::Article article = onePdf({typeset(72, 700, 22, "Ferry runs aground off Halvern", "F2") + typeset(72, 680, 11, "14 March 2031") + typesetLines(72, 640, 11, kFirst)}, "/CreationDate (D:20330315101500Z)");
        QCOMPARE(article.published ? article.published->toString() : QString(), u"2031-03-14"_s);
        QCOMPARE(article.publishedBasis, model::DateBasis::Stated);
    }

    void readPdf_paragraphsPartedByGaps_areParted()
    {
        const model::Article article = onePdf({typesetLines(72, 700, 11, {"The ferry left Halvern harbour at nine on Friday morning and was due", "back before noon, the port said, though others say it was later than that."})
                                               + typesetLines(72, 660, 11, {"It ran aground off the northern mole in thick fog, and two tugs were", "sent out to take the passengers ashore before the evening tide."})});
        QCOMPARE(article.blocks.size(), size_t(2));
    }

    void readPdf_columns_areReadOneAfterTheOther()
    {
        const QList<QByteArray> left{"The ferry left Halvern harbour at nine", "on Friday and was due back by noon,", "the port said. Ten crew and forty", "passengers were on board of it, among"};
        const QList<QByteArray> right{"them a school class from the town of", "Norrby. It ran aground in thick fog off", "the northern mole, and two tugs were", "sent out to take all of them ashore."};
        const model::Article article = onePdf({typesetLines(72, 700, 10, left) + typesetLines(330, 700, 10, right)});
        QVERIFY2(article.text.contains("were on board of it, among them a school class from the town of Norrby"_L1), qPrintable(article.text));
    }

    void readPdf_runningTitlesAndPageNumbers_go()
    {
        QList<QByteArray> pages;
        for (int page = 1; page <= 4; ++page)
            pages.append(typeset(72, 770, 9, "The Halvern Gazette, number 7") + typesetLines(72, 700, 11, page % 2 ? kFirst : kSecond) + typeset(300, 30, 9, "Page " + QByteArray::number(page) + " of 4"));
        const QString text = onePdf(pages).text;
        QVERIFY2(!text.contains("Gazette"_L1) && !text.contains("Page"_L1), qPrintable(text));
        QCOMPARE(text.count("northern mole"_L1), 2);
    }

    void readPdf_paragraphOverAPageBreak_isOne()
    {
        const model::Article article = onePdf({typesetLines(72, 700, 11, kFirst.first(2)), typesetLines(72, 700, 11, {"board, among them a school class from Norrby, and it carried nine cars."})});
        QVERIFY2(article.text.contains("forty passengers were on board, among them"_L1), qPrintable(article.text));
    }

    void readPdf_bullets_areListItems()
    {
        const model::Article article = onePdf({typesetLines(72, 700, 11, kFirst) + typesetLines(72, 640, 11, {"\x95 Ten crew were brought ashore by the first of the tugs.", "\x95 Forty passengers followed by the second of them."})});
        QVERIFY2(printed(article).contains("|L Ten crew were brought ashore by the first of the tugs.|L Forty"_L1), qPrintable(printed(article)));
    }

    void mender_wordAtALinesEnd_isMendedAsTheDocumentWritesIt_data()
    {
        QTest::addColumn<QString>("elsewhere");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("next");
        QTest::addColumn<QString>("joined");
        QTest::newRow("the line's hyphen") << u""_s << u"in the har-"_s << u"bour at nine"_s << u"in the harbour at nine"_s;
        QTest::newRow("the word's, seen elsewhere") << u"a well-known ship"_s << u"the well-"_s << u"known ferry"_s << u"the well-known ferry"_s;
        QTest::newRow("the word's, a compound") << u"what is known"_s << u"the well-"_s << u"known ferry"_s << u"the well-known ferry"_s;
        QTest::newRow("joined elsewhere") << u"they cooperate, and co-operate, and cooperate"_s << u"they co-"_s << u"operate now"_s << u"they cooperate now"_s;
        QTest::newRow("a name") << u""_s << u"the Franco-"_s << u"Prussian war"_s << u"the Franco-Prussian war"_s;
        QTest::newRow("a digit") << u""_s << u"the MV-"_s << u"7 ferry"_s << u"the MV-7 ferry"_s;
        QTest::newRow("a dash") << u""_s << u"it sank -"_s << u"they said"_s << u"it sank - they said"_s;
        QTest::newRow("nothing parted") << u""_s << u"it sank"_s << u"at noon"_s << u"it sank at noon"_s;
        QTest::newRow("a word that opens with its piece") << u"weekend weekend"_s << u"at the week-"_s << u"end of it"_s << u"at the weekend of it"_s;
    }
    void mender_wordAtALinesEnd_isMendedAsTheDocumentWritesIt()
    {
        QFETCH(QString, elsewhere);
        QFETCH(QString, line);
        QFETCH(QString, next);
        QFETCH(QString, joined);
        reading::risky::WordMender mender;
        mender.learn(elsewhere, false);
        QCOMPARE(mender.join(line, next), joined);
    }

    void readPdf_scanned_saysSo()
    {
        QCOMPARE(outcomeOf(onePdf({"0 0 m 100 100 l S", "1 0 0 rg 0 0 50 50 re f"})), u"not-read scanned-pages"_s);
    }

    void readPdf_encrypted_wantsThePassword()
    {
        QByteArray pdf = pdfOf({typesetLines(72, 700, 11, kFirst)});
        pdf.replace("/Info 5 0 R", "/Info 5 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <" + QByteArray(64, '5') + "> /U <" + QByteArray(64, '7') + "> >>");
        QCOMPARE(outcomesOf(readRisky(pdf)), u"not-read password-needed"_s);
    }

    void readPdf_rubbishBeforeTheMark_isReadAllTheSame()
    {
        QCOMPARE(outcomesOf(readRisky("\x01\x02 preamble\n" + pdfOf({typesetLines(72, 700, 11, kFirst)}))), u"read"_s);
    }

    void readPdf_truncatedAnywhere_hasAnOutcome()
    {
        const QByteArray whole = pdfOf({typesetLines(72, 700, 11, kFirst), typesetLines(72, 700, 11, kSecond)});
        int partly = 0;
        for (qsizetype size = 8; size < whole.size() - 8; size += 23) {
            const auto articles = readRisky(whole.first(size));
            QCOMPARE(articles.size(), size_t(1));
            QVERIFY2(articles.front().outcome != model::ReadOutcome::Read, qPrintable(QString::number(size)));
            partly += articles.front().outcome == model::ReadOutcome::Partly ? 1 : 0;
        }
        QVERIFY(partly > 0); // the words that came through are kept
    }

    void readPdf_damagedAnywhere_hasAnOutcome()
    {
        const QByteArray whole = pdfOf({typesetLines(72, 700, 11, kFirst)});
        for (qsizetype at = 8; at < whole.size(); at += 3) {
            QByteArray damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
            QVERIFY(!readRisky(damaged).empty());
        }
    }

    void readPdf_moreThanAreRead_areCounted()
    {
        const QList<QByteArray> pages(310, typesetLines(72, 700, 11, kFirst));
        const model::Article article = onePdf(pages);
        QCOMPARE(outcomeOf(article), u"partly too-large"_s);
        QVERIFY(article.problems.front().detail.contains("300 of 310"_L1));
    }
};

QTEST_GUILESS_MAIN(PdfTest)
#include "pdf_test.moc"
