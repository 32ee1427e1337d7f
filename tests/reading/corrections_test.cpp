// Notices about the article itself, told from prose, kept beside the text.
#include "reading/text/corrections.h"
#include "reading_support.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::test::readOne;

namespace {

constexpr char kStory[] = "Ferry sinks off Halvern\n\nThe ferry left Halvern harbour at nine and was due back before noon, its owner said.\n\n"
                          "Divers went down twice on Friday and found the hull whole, the harbour master told reporters.\n\n"
                          "The harbour was closed until Sunday evening, and four other boats were sent to the mainland.\n\n"
                          "Two of the crew had sailed on her since she was built, and both are in hospital now.\n\n"
                          "Nobody had seen a wave like that in March, said a fisherman who was out that morning.\n\n"
                          "The coast guard will end its search on Monday unless the weather gets better, it said.\n\n"
                          "The owner has another ferry of the same kind, which stays in the harbour until then.";

} // namespace

class CorrectionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isCorrectionNotice_paragraphs_data()
    {
        QTest::addColumn<QString>("paragraph");
        QTest::addColumn<bool>("anywhere");
        QTest::addColumn<bool>("atEdge");
        const auto row = [](const char *paragraph, bool anywhere, bool atEdge) { QTest::newRow(paragraph) << QString::fromUtf8(paragraph) << anywhere << atEdge; };
        row("An earlier version of this article misstated the age of the ferry.", true, true);
        row("*An earlier version of this story gave the wrong name of the harbour.", true, true);
        row("The headline on an earlier version of this report named the wrong ferry.", true, true);
        row("A previous version of our report said that nine people were aboard.", true, true);
        row("In an earlier version of this post, the owner was called Bo Hart.", true, true);
        row("\u2022 This article was amended on 14 March 2031 to correct the owner\u2019s name.", true, true);
        row("(This story has been corrected to say that the ferry was built in 2019.)", true, true);
        row("This story has been updated to include a statement by the owner.", true, true);
        row("This article originally stated that the ferry was on its way to Varness.", true, true);
        row("Because of an editing error, this article gave the wrong day of the accident.", true, true);
        row("Correction: An earlier version of this story misstated the number of passengers.", true, true);
        row("Correction: March 6, 2031: An earlier version of this article misstated the age of the captain.", true, true);
        row("Editor\u2019s note \u2014 This article has been updated to include a comment from the union.", true, true);
        row("Correction: an earlier version of the law said nothing about ferries at all.", false, true);
        row("We regret the error and thank our readers.", true, true);
        row("Correction: The ferry was built in 2019, not 2009.", false, true);
        row("CORRECTION (March 15, 2031): The owner is Ann Lee, not Bo Hart.", false, true);
        row("Clarification, 15 March 2031: The ferry carries 90 people and 12 cars.", false, true);
        row("Editor\u2019s note: This story tells of the death of children.", false, true);
        row("Corrections and clarifications: the harbour is in Halvern, not Varness.", false, true);
        row("For the record \u2014 the harbour master is Cy Ray, not Roy Cay.", false, true);
        // prose
        row("An earlier version of the law said nothing about ferries at all.", false, false);
        row("The report was amended by the council before the vote on ferries.", false, false);
        row("This bill was amended on Friday after a long night in the council.", false, false);
        row("A correction of the charts is under way, the coast guard said.", false, false);
        row("Corrections officers were on board the ferry when it left the harbour.", false, false);
        row("The owner said an earlier version of this story was not what he told police.", false, false);
        row("Editors of three papers were aboard, and one of them took notes.", false, false);
        row("We regret that the ferry sailed at all, its owner said on Friday.", false, false);
        row("Correction", false, false);
    }

    void isCorrectionNotice_paragraphs()
    {
        QFETCH(QString, paragraph);
        QFETCH(bool, anywhere);
        QFETCH(bool, atEdge);
        QCOMPARE(reading::isCorrectionNotice(paragraph, false), anywhere);
        QCOMPARE(reading::isCorrectionNotice(paragraph, true), atEdge);
    }

    void readBytes_noticeBelowTheText_isKeptBesideIt()
    {
        const model::Article article = readOne(QByteArray(kStory) + "\n\nAn earlier version of this article said that nine people were aboard. There were eight.");
        QCOMPARE(article.corrections, QStringList{u"An earlier version of this article said that nine people were aboard. There were eight."_s});
        QVERIFY(!article.text.contains(u"earlier version"_s));
        QVERIFY(article.text.endsWith(u"until then."_s));
    }

    void readBytes_labelAsALine_takesTheParagraphAfterIt()
    {
        const model::Article article = readOne(QByteArray(kStory) + "\n\nCorrection\n\nThe ferry was built in 2019, not in 2009 as we said on Friday.");
        QCOMPARE(article.corrections, QStringList{u"Correction: The ferry was built in 2019, not in 2009 as we said on Friday."_s});
        QVERIFY(!article.text.contains(u"2009"_s));
    }

    void readBytes_noticeOfAnotherReport_isKeptAndStays()
    {
        const QString notice = u"Correction: On Thursday our website reported that the ferry had left at ten. According to the harbour office she left at nine."_s;
        const model::Article article = readOne(QByteArray(kStory) + "\n\n" + notice.toUtf8());
        QCOMPARE(article.corrections, QStringList{notice});
        QVERIFY(article.text.endsWith(u"she left at nine."_s));
    }

    void readBytes_linesBelowTheNotice_doNotHideIt()
    {
        const model::Article article = readOne(QByteArray(kStory) + "\n\nClarification: The ferry belongs to the county, not to the town.\n\n___\n\nFollow us on Twitter\n\nShare this article\n\nCopyright 2031 The Bay\n\nFerries\n\nPorts");
        QCOMPARE(article.corrections, QStringList{u"Clarification: The ferry belongs to the county, not to the town."_s});
        QVERIFY(!article.text.contains(u"Clarification"_s));
    }

    void readBytes_moreNoticesThanAnArticleHas_stayInTheText()
    {
        QByteArray story(kStory);
        for (int number = 0; number < 80; ++number)
            story += "\n\nAn earlier version of this article said that ferry number " + QByteArray::number(number) + " was old.";
        const model::Article article = readOne(story);
        QCOMPARE(article.corrections.size(), qsizetype{50});
        QVERIFY(article.text.contains(u"ferry number 79 was old"_s));
    }

    void readBytes_labelInTheMiddle_isProse()
    {
        QByteArray story(kStory);
        story.replace("Two of the crew", "Correction: a word that sailors use for a change of course. Two of the crew");
        story += "\n\nHer sister ship was sold to an island far north of the harbour in the year before last.\n\nBoth were built in the same yard, which has been closed since that winter, as most are.";
        const model::Article article = readOne(story);
        QVERIFY(article.corrections.isEmpty());
        QVERIFY(article.text.contains(u"Correction: a word"_s));
    }

    void readBytes_textOfNothingButANotice_staysText()
    {
        const model::Article article = readOne("An earlier version of this article said that nine people were aboard the ferry when it sank.");
        QVERIFY(article.corrections.isEmpty());
        QVERIFY(!article.text.isEmpty());
    }

    void readBytes_page_keepsNoticesOfMarkupAndLinkedDataOnce()
    {
        QByteArray body;
        for (const QByteArray &paragraph : QByteArray(kStory).split('\n')) {
            if (!paragraph.isEmpty())
                body += "<p>" + paragraph + "</p>";
        }
        const model::Article article = readOne("<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sinks\",\"correction\":{\"@type\":\"CorrectionComment\","
                                               "\"text\":\"The ferry was built in 2019, not in 2009.\"}}</script></head><body><article>"
                                                   + body
                                                   + "<div class='story-correction'>Correction: The ferry was built in 2019, not in 2009.</div></article>"
                                                     "<footer><a class=corrections href=/c>Corrections policy</a></footer></body></html>",
                                               u"a.html"_s);
        QCOMPARE(article.corrections, QStringList{u"Correction: The ferry was built in 2019, not in 2009."_s});
        QVERIFY(!article.text.contains(u"2009"_s));
        QVERIFY(article.text.contains(u"until then."_s));
    }
};

QTEST_GUILESS_MAIN(CorrectionsTest)
#include "corrections_test.moc"
