// However a set of articles was reached, in whatever order and on however many threads, it is compared to the same result.

#include "comparison/compare.h"
#include "language/language_pack.h"
#include "support/invented_news.h"
#include "workspace/parallel.h"
#include "workspace/pipeline.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <random>
#include <set>
#include <span>
#include <thread>

using namespace variorum;
using model::AnalysedArticle;

namespace {

comparison::ComparisonHelp helpWith(comparison::StoryMemory *memory, int threads)
{
    comparison::ComparisonHelp help;
    help.memory = memory;
    help.fingerprint = [](const AnalysedArticle &article) { return article.article.sha256 + article.article.path.toUtf8(); };
    help.forEach = [threads](int count, const std::function<void(int)> &task, const std::function<void(int)> &tell) { workspace::forEachInParallel(count, threads, task, tell, {}); };
    return help;
}

} // namespace

class StepsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto pack = language::LanguagePack::load(QStringLiteral(VARIORUM_RESOURCE_DIR));
        QVERIFY(pack);
        m_pack = std::move(*pack);
        m_all = analysed(64, 9);
    }

    void compare_bySteps_isAsAtOnce_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {1U, 2U, 3U})
            QTest::addRow("%u", seed) << seed;
    }

    void compare_bySteps_isAsAtOnce()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto below = [&random](size_t count) { return static_cast<size_t>(random() % count); };
        comparison::StoryMemory memory;
        std::vector<size_t> outside(m_all.size());
        for (size_t place = 0; place < outside.size(); ++place)
            outside[place] = place;
        std::vector<size_t> inside;
        for (int step = 0; step < 8; ++step) {
            std::shuffle(outside.begin(), outside.end(), random);
            const size_t taken = step == 0 ? outside.size() / 2 : std::min(outside.size(), below(4));
            inside.insert(inside.end(), outside.end() - static_cast<std::ptrdiff_t>(taken), outside.end());
            outside.resize(outside.size() - taken);
            std::shuffle(inside.begin(), inside.end(), random);
            const size_t gone = step < 2 ? 0 : below(3);
            outside.insert(outside.end(), inside.end() - static_cast<std::ptrdiff_t>(gone), inside.end());
            inside.resize(inside.size() - gone);
            std::shuffle(inside.begin(), inside.end(), random);
            const model::Comparison bySteps = comparison::compare(chosen(inside), *m_pack, {}, {}, helpWith(&memory, 1 + step % 3));
            std::sort(inside.begin(), inside.end());
            const model::Comparison atOnce = comparison::compare(chosen(inside), *m_pack);
            QVERIFY(!atOnce.claims.empty());
            QVERIFY2(bySteps == atOnce, qPrintable(QStringLiteral("step %1").arg(step)));
        }
    }

    void compare_oneMoreInAnotherStory_leavesTheOthersAsTheyWere()
    {
        comparison::StoryMemory memory;
        const std::vector<AnalysedArticle> most(m_all.begin(), m_all.end() - 1);
        const model::Comparison before = comparison::compare(most, *m_pack, {}, {}, helpWith(&memory, 2));
        const model::Comparison after = comparison::compare(m_all, *m_pack, {}, {}, helpWith(&memory, 2));
        int same = 0;
        for (const model::Claim &claim : before.claims) {
            same += std::any_of(after.claims.begin(), after.claims.end(), [&claim](const model::Claim &other) {
                return other.text == claim.text && other.statements.size() == claim.statements.size() && other.status == claim.status;
            });
        }
        QVERIFY(same > static_cast<int>(before.claims.size()) / 2);
        QVERIFY(after.articles.size() == before.articles.size() + 1);
    }

    /// Articles of a library, that come in another order than they stand in.
    void compare_withKeptIds_sharesTheStoriesThatDidNotChange()
    {
        std::vector<AnalysedArticle> all = m_all;
        for (size_t place = 0; place < all.size(); ++place)
            all[place].article.id = base::ArticleId{static_cast<qint64>(7 * place % 64) + 100};
        comparison::StoryMemory memory;
        comparison::ComparisonHelp help = helpWith(&memory, 2);
        help.keepsIds = true;
        const model::Comparison before = comparison::compare(std::span(all).subspan(1), *m_pack, {}, {}, help); // the first in order comes last
        const model::Comparison after = comparison::compare(all, *m_pack, {}, {}, help);
        comparison::ComparisonHelp none;
        none.keepsIds = true;
        QVERIFY(after == comparison::compare(all, *m_pack, {}, {}, none));
        for (const model::Article &article : after.articles)
            QVERIFY(std::any_of(all.begin(), all.end(), [&article](const AnalysedArticle &each) { return each.article.id == article.id && each.article.path == article.path; }));
        int shared = 0;
        for (const model::Statement &statement : before.statements)
            shared += std::any_of(after.statements.begin(), after.statements.end(), [&statement](const model::Statement &other) { return &other == &statement; });
        QVERIFY(shared > static_cast<int>(before.statements.size()) / 2);
        std::set<base::StatementId> ids;
        for (const model::Statement &statement : after.statements)
            ids.insert(statement.id);
        QCOMPARE(ids.size(), after.statements.size());
    }

    /// A comparison of articles without ids, or with two alike, numbers them itself.
    void compare_withIdsThatAreNone_numbersFromOne()
    {
        comparison::ComparisonHelp help;
        help.keepsIds = true;
        QVERIFY(comparison::compare(m_all, *m_pack, {}, {}, help) == comparison::compare(m_all, *m_pack));
        std::vector<AnalysedArticle> alike = m_all;
        for (AnalysedArticle &article : alike)
            article.article.id = base::ArticleId{7};
        QVERIFY(comparison::compare(alike, *m_pack, {}, {}, help) == comparison::compare(m_all, *m_pack));
    }

    void compare_stoppedWithinAStory_isSoonOverAndKeepsNothing()
    {
        const std::vector<AnalysedArticle> story = analysed(60, 500); // one, and large
        comparison::StoryMemory memory;
        std::stop_source stop;
        QElapsedTimer since;
        std::jthread other([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(150));
            since.start();
            stop.request_stop();
        });
        (void)comparison::compare(story, *m_pack, {}, stop.get_token(), helpWith(&memory, 1));
        other.join();
        QVERIFY2(since.elapsed() < 5000, "took seconds"); // half a second where nothing else runs; the bench measures it
        QVERIFY(comparison::compare(story, *m_pack, {}, {}, helpWith(&memory, 1)) == comparison::compare(story, *m_pack));
    }

private:
    std::vector<AnalysedArticle> analysed(int count, int storySize) const
    {
        const tests::InventedNews news(count, storySize);
        std::vector<AnalysedArticle> made(static_cast<size_t>(count));
        workspace::forEachInParallel(
            count, 0,
            [&](int place) {
                model::Article article = news.article(place);
                model::Facts facts = workspace::analyse(article, *m_pack);
                made[static_cast<size_t>(place)] = {std::move(article), std::move(facts)};
            },
            {}, {});
        return made;
    }

    std::vector<AnalysedArticle> chosen(const std::vector<size_t> &places) const
    {
        std::vector<AnalysedArticle> articles;
        for (const size_t place : places)
            articles.push_back(m_all[place]);
        return articles;
    }

    std::unique_ptr<const language::LanguagePack> m_pack;
    std::vector<AnalysedArticle> m_all;
};

QTEST_GUILESS_MAIN(StepsTest)
#include "steps_test.moc"
