// Grouping and the search for reused text go on from what they found before: to the same result as at once, and without looking
// at everything again. Only titles and texts are seen, so the articles are not analysed, and there can be many.

#include "comparison/compare.h"
#include "comparison/stories/copies.h"
#include "comparison/stories/likenesses.h"
#include "support/invented_news.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace variorum;
using namespace variorum::comparison;

namespace {

using Articles = std::vector<model::Article>;

std::vector<const model::Article *> pointersTo(const Articles &articles)
{
    std::vector<const model::Article *> pointers;
    for (const model::Article &article : articles)
        pointers.push_back(&article);
    return pointers;
}

/// In canonical order.
Articles sorted(Articles articles)
{
    std::sort(articles.begin(), articles.end(), [](const model::Article &one, const model::Article &other) { return one.path < other.path; });
    return articles;
}

} // namespace

class StoryStepsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const tests::InventedNews news(700, 8);
        for (int place = 0; place < news.count(); ++place) {
            m_all.push_back(news.article(place));
            if (place % 2 == 0) // what hundreds print
                m_all.back().text += QStringLiteral("\n\nReporting by our own staff, editing by the night desk in the capital. Write to us if you know more about what happened there.");
        }
    }

    void bySteps_isAsAtOnce_data()
    {
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<int>("first"); // articles to begin with: every other one has what hundreds print; lists of more than 200 are long
        QTest::addColumn<int>("most"); // that come or go at once
        QTest::newRow("few") << 1U << 60 << 3;
        QTest::newRow("about as many as lists are long") << 2U << 400 << 5;
        QTest::newRow("more") << 3U << 640 << 4;
        QTest::newRow("many at once") << 4U << 400 << 60;
    }

    void bySteps_isAsAtOnce()
    {
        QFETCH(unsigned, seed);
        QFETCH(int, first);
        QFETCH(int, most);
        std::mt19937 random(seed);
        StoryMemory memory;
        ComparisonHelp help;
        help.memory = &memory;
        Articles outside = m_all;
        Articles inside;
        int copies = 0;
        for (int step = 0; step < 10; ++step) {
            const auto below = [&random](int count) { return static_cast<size_t>(static_cast<int>(random() % static_cast<unsigned>(count))); };
            std::shuffle(outside.begin(), outside.end(), random);
            const size_t came = std::min(outside.size(), step == 0 ? static_cast<size_t>(first) : below(most + 1));
            move(outside, came, inside);
            std::shuffle(inside.begin(), inside.end(), random);
            move(inside, step < 2 ? 0 : below(most), outside);
            QCOMPARE(groupStories(inside, {}, help), groupStories(inside));
            inside = sorted(std::move(inside));
            const std::vector<const model::Article *> articles = pointersTo(inside);
            const std::vector<const SketchBook::Page *> pages = memory.sketches().pagesOf(articles);
            const TextReuse reuse = findTextReuse({articles, pages, memory.sketches()}, {}, {});
            QVERIFY2(reuse == findTextReuse(articles), qPrintable(QStringLiteral("step %1").arg(step)));
            copies += static_cast<int>(reuse.copyOf.size());
        }
        QVERIFY(copies > first);
    }

    /// The first of all is the one that every long list begins with.
    void firstOfAll_comesAndGoes_isAsAtOnce()
    {
        SketchBook book;
        const auto found = [&book](const Articles &all) {
            const std::vector<const model::Article *> articles = pointersTo(all);
            return findTextReuse({articles, book.pagesOf(articles), book}, {}, {});
        };
        const Articles others(m_all.begin() + 1, m_all.end());
        for (int round = 0; round < 2; ++round) {
            QVERIFY(found(m_all) == findTextReuse(pointersTo(m_all)));
            QVERIFY(found(others) == findTextReuse(pointersTo(others)));
        }
    }

    void sameArticleTwice_isAsAtOnce()
    {
        StoryMemory memory;
        ComparisonHelp help;
        help.memory = &memory;
        Articles articles(m_all.begin(), m_all.begin() + 50);
        (void)groupStories(articles, {}, help);
        articles.push_back(articles.front());
        QCOMPARE(groupStories(articles, {}, help), groupStories(articles));
        articles.pop_back();
        QCOMPARE(groupStories(articles, {}, help), groupStories(articles));
    }

    void stopped_isNotGoneOnFrom()
    {
        StoryMemory memory;
        ComparisonHelp help;
        help.memory = &memory;
        const Articles most(m_all.begin(), m_all.end() - 1);
        (void)groupStories(most, {}, help);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(groupStories(m_all, stop.get_token(), help).empty());
        QCOMPARE(groupStories(m_all, {}, help), groupStories(m_all));
    }

    /// One more article leaves nearly all as they were.
    void oneMore_touchesFew()
    {
        std::vector<size_t> touched;
        for (size_t place = 7; place < m_all.size(); place += 53) {
            SketchBook book;
            Articles others = m_all;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(place));
            const auto found = [&book](const Articles &all) {
                const std::vector<const model::Article *> articles = pointersTo(all);
                return findLikenesses({articles, book.pagesOf(articles), book}, {}, {});
            };
            (void)found(others);
            const std::vector<char> isTouched = found(m_all).isTouched;
            touched.push_back(static_cast<size_t>(std::count(isTouched.begin(), isTouched.end(), 1)));
        }
        std::sort(touched.begin(), touched.end());
        QVERIFY2(touched.front() >= 1 && touched[touched.size() / 2] < m_all.size() / 4, qPrintable(QString::number(touched[touched.size() / 2])));
    }

private:
    static void move(Articles &from, size_t count, Articles &to)
    {
        const auto begin = from.end() - static_cast<std::ptrdiff_t>(std::min(count, from.size()));
        to.insert(to.end(), begin, from.end());
        from.erase(begin, from.end());
    }

    Articles m_all;
};

QTEST_GUILESS_MAIN(StoryStepsTest)
#include "story_steps_test.moc"
