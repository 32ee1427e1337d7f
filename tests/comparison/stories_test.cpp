#include "comparison/claims/average_linkage.h"
#include "comparison/compare.h"
#include "comparison/stories/copies.h"

#include <QTest>

#include <algorithm>

using namespace variorum;
using namespace variorum::comparison;
using namespace Qt::StringLiterals;

namespace {

const QString kFloodOne = u"The river Wend burst its banks in Ardenholm on Friday night, flooding two hundred homes and cutting the railway to Lindau. "
                          "Mayor Ilse Torvald said the water rose faster than in the flood of 1998. Firefighters carried residents from the lower town in boats, "
                          "and a school in Lindau was opened for those who could not go home. The weather service expects more rain on Sunday."_s;
const QString kFloodTwo = u"More than two hundred houses stand under water in Ardenholm after the Wend flooded the lower town. Boats took residents to safety and "
                          "trains to Lindau were cancelled, the railway said. Ilse Torvald, the mayor, called the flood worse than the one of 1998. "
                          "Rain is forecast for Sunday."_s;
const QString kMatch = u"Two late goals gave Harkness United a win over Brightwater Rovers on Saturday. The striker Jonas Pell scored in the 87th minute after a "
                       "mistake by the goalkeeper, and a penalty sealed it. The coach praised his team and said the league was still open. Police reported no "
                       "trouble in the town after the match."_s;

model::Article article(const char *path, const QString &text, const char *outlet, const char *date = nullptr)
{
    model::Article made;
    made.path = QString::fromLatin1(path);
    made.text = text;
    made.outlet = QString::fromLatin1(outlet);
    made.sha256 = QByteArray(path);
    if (date) {
        made.published = model::NewsDate::fromIsoString(QString::fromLatin1(date));
        made.publishedBasis = model::DateBasis::Stated;
    }
    return made;
}

std::vector<const model::Article *> pointers(const std::vector<model::Article> &articles)
{
    std::vector<const model::Article *> all;
    for (const model::Article &each : articles)
        all.push_back(&each);
    return all;
}

using Pairs = std::vector<std::pair<int, int>>;
using Groups = std::vector<std::vector<int>>;

} // namespace

class StoriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void averageLinkage_bridge_doesNotJoinAll()
    {
        const std::vector<Likeness> pairs = {{0, 1, 0.9}, {1, 2, 0.8}};
        QCOMPARE(groupByAverageLinkage(3, pairs, 0.5), (Groups{{0, 1}, {2}}));
        const std::vector<Likeness> all = {{0, 1, 0.9}, {1, 2, 0.8}, {0, 2, 0.4}};
        QCOMPARE(groupByAverageLinkage(3, all, 0.5), (Groups{{0, 1, 2}}));
    }

    void averageLinkage_forbiddenPair_staysApart()
    {
        const std::vector<Likeness> pairs = {{0, 1, 0.9}, {1, 2, 0.9}, {0, 2, 0.9}};
        const Pairs forbidden = {{0, 2}};
        QCOMPARE(groupByAverageLinkage(3, pairs, 0.5, forbidden), (Groups{{0, 1}, {2}}));
    }

    void groupStories_otherSubject_staysAlone()
    {
        const std::vector<model::Article> articles = {article("a.txt", kFloodOne, "Post"), article("b.txt", kMatch, "Post"), article("c.txt", kFloodTwo, "Times")};
        QCOMPARE(groupStories(articles), (Groups{{0, 2}, {1}}));
    }

    void groupStories_dateFarAway_isAnotherStory()
    {
        const std::vector<model::Article> articles = {article("a.txt", kFloodOne, "Post", "2024-03-01"), article("c.txt", kFloodTwo, "Times", "2024-06-01")};
        QCOMPARE(groupStories(articles), (Groups{{0}, {1}}));
    }

    void groupStories_otherOrder_givesSameStories()
    {
        std::vector<model::Article> articles = {article("a.txt", kFloodOne, "Post"), article("b.txt", kMatch, "Post"), article("c.txt", kFloodTwo, "Times")};
        std::reverse(articles.begin(), articles.end());
        QCOMPARE(groupStories(articles), (Groups{{0, 2}, {1}}));
    }

    void groupStories_stopped_givesNoGroups()
    {
        std::stop_source stop;
        stop.request_stop();
        const std::vector<model::Article> one(1);
        QVERIFY(groupStories(one, stop.get_token()).empty());
    }

    void groupStories_nothing_givesNothing()
    {
        QVERIFY(groupStories({}).empty());
        const std::vector<model::Article> empty = {article("a.txt", QString(), "Post")};
        QCOMPARE(groupStories(empty), (Groups{{0}}));
    }

    void inferDates_undatedArticle_getsEarliestOfItsStory()
    {
        std::vector<model::Article> articles = {article("a.txt", kFloodOne, "Post", "2024-03-02T10:00:00"), article("b.txt", kFloodTwo, "Times"),
                                                article("c.txt", kFloodTwo, "Sun", "2024-03-01T23:00:00"), article("d.txt", kMatch, "Post")};
        inferDates(articles, {{0, 1, 2}, {3}});
        QCOMPARE(articles[1].published->toString(), u"2024-03-01"_s);
        QVERIFY(articles[1].publishedBasis == model::DateBasis::Inferred);
        QCOMPARE(articles[0].published->toString(), u"2024-03-02T10:00:00"_s);
        QVERIFY(!articles[3].published);
    }

    void textReuse_creditedSource_isSource()
    {
        std::vector<model::Article> articles = {article("a.txt", kFloodOne, "Post", "2024-03-01"), article("b.txt", kFloodOne + u" Our reporter adds that the bridge is shut."_s, "Wire", "2024-03-02")};
        articles[0].agencies = {u"Wire"_s};
        const TextReuse reuse = findTextReuse(pointers(articles));
        QCOMPARE(reuse.copyOf, (Pairs{{0, 1}})); // the credit outranks the dates
        QVERIFY(reuse.duplicateOf.empty() && reuse.versionOf.empty());
    }

    void textReuse_noCredit_laterCopiesEarlier()
    {
        const std::vector<model::Article> articles = {article("a.txt", kFloodOne, "Post", "2024-03-02"), article("b.txt", kFloodOne + u" More follows soon here."_s, "Times", "2024-03-01")};
        QCOMPARE(findTextReuse(pointers(articles)).copyOf, (Pairs{{0, 1}}));
    }

    void textReuse_sameOutlet_isVersion()
    {
        const std::vector<model::Article> articles = {article("a.txt", kFloodOne, "Post", "2024-03-01"), article("b.txt", kFloodOne + u" More follows soon here."_s, "The Post", "2024-03-02")};
        const TextReuse reuse = findTextReuse(pointers(articles));
        QCOMPARE(reuse.versionOf, (Pairs{{1, 0}}));
        QVERIFY(reuse.copyOf.empty());
    }

    void textReuse_sameText_isDuplicate()
    {
        const std::vector<model::Article> articles = {article("a.txt", kFloodOne, "Post"), article("b.txt", kFloodOne, "Times", "2024-03-02"), article("c.txt", kMatch, "Sun")};
        QCOMPARE(findTextReuse(pointers(articles)).duplicateOf, (Pairs{{1, 0}}));
    }

    void sketchBook_sameArticle_keepsItsPage()
    {
        std::vector<model::Article> articles = {article("a.txt", kFloodOne, "Post"), article("a.txt", kMatch, "Sun"), article("c.txt", kFloodTwo, "Times")}; // two folders have an a.txt
        int asked = 0;
        const auto fingerprint = [&asked](size_t place) { return QByteArray::number(static_cast<int>(place)) + (++asked > 0 ? "!" : ""); };
        SketchBook book;
        const auto first = book.pagesOf(pointers(articles), {}, fingerprint);
        QCOMPARE(asked, 3);
        QVERIFY(first[0]->sketch == sketchOf(articles[0]) && first[1]->sketch == sketchOf(articles[1]));
        std::reverse(articles.begin(), articles.end());
        articles[0].title = u"Ardenholm under water"_s;
        const auto second = book.pagesOf(pointers(articles), {}, fingerprint);
        QCOMPARE(asked, 4);
        QVERIFY(second[2] == first[0] && second[1] == first[1] && second[0]->serial != first[2]->serial);
        QCOMPARE(second[1]->fingerprint, QByteArray("1!"));
    }

    /// Numbers of words that nobody has any more are given up; what is numbered anew means the same.
    void sketchBook_articlesComeAndGo_groupsAsWithoutABook()
    {
        const std::vector<model::Article> floods = {article("a.txt", kFloodOne, "Post"), article("c.txt", kFloodTwo, "Times")};
        StoryMemory memory;
        ComparisonHelp help;
        help.memory = &memory;
        for (int round = 0; round < 8; ++round) {
            std::vector<model::Article> articles = floods;
            QString words;
            for (int word = 0; word < 400; ++word)
                words += u"word%1x%2 "_s.arg(round).arg(word);
            articles.push_back(article("z.txt", round % 2 == 0 ? words : kMatch, "Sun"));
            QCOMPARE(groupStories(articles, {}, help), groupStories(articles));
        }
        QVERIFY(memory.sketches().words() < 4 * 400);
    }

    void textReuse_ownWords_isNone()
    {
        const std::vector<model::Article> articles = {article("a.txt", kFloodOne, "Post"), article("b.txt", kFloodTwo, "Times"), article("c.txt", kMatch, "Sun")};
        QVERIFY(findTextReuse(pointers(articles)) == TextReuse{});
        QVERIFY(sharedText(kFloodOne, kFloodTwo) < 0.1);
        QCOMPARE(sharedText(kFloodOne, kFloodOne), 1.0);
    }
};

QTEST_GUILESS_MAIN(StoriesTest)
#include "stories_test.moc"
