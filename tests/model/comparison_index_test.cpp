#include "model/comparison_index.h"

#include <QtTest>

using namespace variorum::base;
using namespace variorum::model;

namespace {

constexpr ArticleId kPost{1};
constexpr ArticleId kGazette{2};
constexpr ArticleId kEcho{3};

Statement statement(qint64 id, ArticleId article, qsizetype begin, qsizetype end)
{
    Statement made;
    made.id = {id};
    made.article = article;
    made.place = {TextField::Text, {begin, end}};
    return made;
}

DivergentValue value(const QString &printed, qint64 statementId, ArticleId article, qsizetype begin, qsizetype end)
{
    return {printed, {}, 1, {{{statementId}, article, {TextField::Text, {begin, end}}}}};
}

Divergence divergence(qint64 id, qint64 claim, Severity severity, std::vector<DivergentValue> values)
{
    Divergence made;
    made.id = {id};
    made.claim = {claim};
    made.kind = DivergenceKind::Quantity;
    made.severity = severity;
    made.values = std::move(values);
    return made;
}

/// Three papers; post and echo differ twice, post and gazette once; the gazette's statement 5 stands alone.
std::shared_ptr<const Comparison> threePapers()
{
    auto made = std::make_shared<Comparison>();
    for (const ArticleId id : {kPost, kGazette, kEcho}) {
        Article article;
        article.id = id;
        made->articles.push_back(article);
    }
    Story story;
    story.id = {1};
    story.articles = {kPost, kGazette, kEcho};
    made->stories = {story};
    made->statements = {statement(1, kPost, 0, 30), statement(2, kGazette, 0, 30), statement(3, kEcho, 0, 30), statement(4, kPost, 40, 60), statement(5, kGazette, 40, 60)};
    Claim toll;
    toll.id = {1};
    toll.story = {1};
    toll.statements = {{1}, {2}, {3}};
    toll.status = ClaimStatus::Divergent;
    Claim alone;
    alone.id = {2};
    alone.story = {1};
    alone.statements = {{5}};
    alone.independentOrigins = 1;
    made->claims = {toll, alone};
    made->divergences = {
        divergence(1, 1, Severity::Wording, {value(QStringLiteral("4"), 1, kPost, 5, 6), value(QStringLiteral("5"), 3, kEcho, 5, 6)}),
        divergence(2, 1, Severity::Conflict, {value(QStringLiteral("7"), 1, kPost, 10, 12), value(QStringLiteral("8"), 2, kGazette, 10, 12), value(QStringLiteral("9"), 3, kEcho, 10, 12)}),
    };
    return made;
}

} // namespace

class ComparisonIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lookUps_ofKnownAndUnknownIds_answer()
    {
        const ComparisonIndex index(threePapers());
        QVERIFY(index.article(kPost));
        QVERIFY(!index.article({99}));
        QCOMPARE(index.storyOf(kEcho)->id, StoryId{1});
        QVERIFY(!index.claim({99}));
        QVERIFY(index.sourcesOf({99}, {}).empty());
        QVERIFY(index.marksOf({99}).empty());
        QVERIFY(index.mostDivergentPair({99}).empty());
    }

    void divergences_ofAClaim_conflictsFirst()
    {
        const ComparisonIndex index(threePapers());
        const auto list = index.divergencesOf(ClaimId{1});
        QCOMPARE(list.size(), size_t(2));
        QCOMPARE(list.front()->severity, Severity::Conflict);
        QCOMPARE(index.divergencesOf(kGazette).size(), size_t(1));
    }

    void marks_ofAnArticle_statementsBeforeTheirValues()
    {
        const ComparisonIndex index(threePapers());
        const std::vector<Mark> &marks = index.marksOf(kPost);
        QCOMPARE(marks.size(), size_t(3));
        QVERIFY(!marks[0].divergence);
        QCOMPARE(marks[1].status, MarkStatus::Wording);
        QCOMPARE(marks[2].status, MarkStatus::Conflict);
        QCOMPARE(index.marksOf(kGazette).back().status, MarkStatus::SingleSource);
    }

    void sources_byDivergence_groupEverySource()
    {
        const ComparisonIndex index(threePapers());
        const auto byConflict = index.sourcesOf({1}, DivergenceId{2});
        QCOMPARE(byConflict.size(), size_t(3));
        QCOMPARE(byConflict[1].value, QStringLiteral("8"));
        const auto byWording = index.sourcesOf({1}, DivergenceId{1});
        QCOMPARE(byWording.size(), size_t(3)); // 4, 5, and the gazette that gives neither
        QVERIFY(byWording[2].value.isEmpty());
        QCOMPARE(byWording[2].sources.front().article, kGazette);
        QCOMPARE(index.sourcesOf({1}, {}).size(), size_t(1));
        QCOMPARE(index.sourcesOf({1}, {}).front().sources.size(), size_t(3));
    }

    void pair_withMostDivergences_isChosen()
    {
        const ComparisonIndex index(threePapers());
        QCOMPARE(index.divergencesBetween(kPost, kEcho), 2);
        QCOMPARE(index.divergencesBetween(kGazette, kEcho), 1);
        QCOMPARE(index.mostDivergentPair({1}), (std::vector<ArticleId>{kPost, kEcho}));
    }

    /// Two reprints stand in every divergence together and on the same side: they are not the pair to show.
    void pair_ofReprints_isNotChosen()
    {
        auto comparison = std::make_shared<Comparison>(*threePapers());
        for (size_t place = 0; place < comparison->divergences.size(); ++place) {
            Divergence &each = comparison->divergences.edited(place);
            std::erase_if(each.values[1].evidence, [](const Evidence &evidence) { return evidence.article == kGazette; });
            std::erase_if(each.values, [](const DivergentValue &value) { return value.evidence.empty(); });
            each.values.front().evidence.push_back({{2}, kGazette, {TextField::Text, {5, 6}}});
        }
        const ComparisonIndex index(comparison);
        QCOMPARE(index.divergencesBetween(kPost, kGazette), 0);
        QCOMPARE(index.divergencesBetween(kGazette, kEcho), 2);
        QCOMPARE(index.mostDivergentPair({1}), (std::vector<ArticleId>{kPost, kEcho}));
    }
};

QTEST_GUILESS_MAIN(ComparisonIndexTest)
#include "comparison_index_test.moc"
