// What must hold of every comparison, on the sample and, where VARIORUM_STORIES names a folder of them, on real stories:
// the order of the articles and the number of threads change nothing, and an article on another subject changes nothing
// of a story. That an article differs nowhere from its copy, and its copy with one fact changed there alone, is mutation_test's.

#include "comparison/compare.h"
#include "language/language_pack.h"
#include "model/names.h"
#include "workspace/pipeline.h"

#include <QDir>
#include <QtTest>

#include <random>

using namespace variorum;
using namespace Qt::StringLiterals;
using model::AnalysedArticle;

namespace {

using Articles = std::vector<AnalysedArticle>;

const QString kSample = QStringLiteral(VARIORUM_SOURCE_DIR "/resources/sample");

const QString kOrchard = u"An apple that growers had thought extinct for a century has been found in a hedge near the village of Little Aldersby, pomologists said on Wednesday.\n\n"
                         "The tree, a Winter Marigold, was spotted by the retired teacher Hester Quill, 71, while she walked her spaniel. “I bit into one and knew that I had never tasted it before,” she said.\n\n"
                         "Cuttings have been sent to the national fruit collection at Brogden, where two saplings are to be planted next spring. The variety was last listed in a nursery catalogue of 1911.\n\n"
                         "Growers hope that its late flowering will spare it the frosts which cost Aldersby’s orchards a third of their crop last year."_s;

model::Article orchard(const QString &path)
{
    model::Article article;
    article.path = path;
    article.outlet = u"The Orchardist"_s;
    article.title = u"Lost apple found in a hedge"_s;
    article.language = u"en"_s;
    article.published = model::NewsDate::fromIsoString(u"2024-03-14"_s);
    article.text = kOrchard;
    article.sha256 = QByteArray(32, 'o');
    return article;
}

QString placeOf(const model::Comparison &comparison, base::StatementId id)
{
    const auto statement = std::find_if(comparison.statements.begin(), comparison.statements.end(), [id](const model::Statement &each) { return each.id == id; });
    const auto article = std::find_if(comparison.articles.begin(), comparison.articles.end(), [&](const model::Article &each) { return each.id == statement->article; });
    return u"%1 %2 %3-%4"_s.arg(article->path, model::nameOf(statement->place.field)).arg(statement->place.span.begin).arg(statement->place.span.end);
}

QString pathOf(const model::Comparison &comparison, base::ArticleId id)
{
    return std::find_if(comparison.articles.begin(), comparison.articles.end(), [id](const model::Article &each) { return each.id == id; })->path;
}

/// Claims and divergences without their numbers, but for those of which an article at `without` is a part.
QStringList shown(const model::Comparison &comparison, const QString &without)
{
    QStringList lines;
    for (const model::Claim &claim : comparison.claims) {
        QString line = u"%1 %2 %3 %4:"_s.arg(static_cast<int>(claim.status)).arg(claim.independentOrigins).arg(claim.why.rule).arg(claim.why.score);
        for (const base::StatementId statement : claim.statements)
            line += u" ["_s + placeOf(comparison, statement) + u']';
        for (const base::ArticleId silent : claim.silent)
            line += u" silent "_s + pathOf(comparison, silent);
        for (const model::Divergence &divergence : comparison.divergences) {
            if (divergence.claim != claim.id)
                continue;
            line += u"\n    %1 %2 %3:"_s.arg(model::nameOf(divergence.kind), model::nameOf(divergence.severity), divergence.why);
            for (const model::DivergentValue &value : divergence.values) {
                line += u" \"%1\" %2"_s.arg(value.value).arg(value.independentOrigins);
                for (const model::Evidence &evidence : value.evidence)
                    line += u" ["_s + placeOf(comparison, evidence.statement) + u']';
            }
        }
        if (without.isEmpty() || !line.contains(without))
            lines.append(line);
    }
    return lines;
}

} // namespace

class PropertiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto pack = language::LanguagePack::load(QStringLiteral(VARIORUM_RESOURCE_DIR));
        QVERIFY2(pack.hasValue(), pack ? "" : qPrintable(base::describe(pack.error())));
        m_pack = std::move(*pack);
        add(u"sample"_s, kSample);
        const QDir stories(qEnvironmentVariable("VARIORUM_STORIES", u"none"_s));
        if (!stories.exists())
            qInfo("only the sample is tried: set VARIORUM_STORIES to a folder of stories for more");
        for (const QString &name : stories.exists() ? stories.entryList(QDir::Dirs | QDir::NoDotAndDotDot) : QStringList())
            add(name, stories.filePath(name));
    }

    void articles_inAnyOrder_giveTheSame()
    {
        constexpr unsigned kSeed = 7;
        std::mt19937 random(kSeed);
        for (const auto &[name, articles] : m_stories) {
            const model::Comparison expected = comparison::compare(articles, *m_pack);
            QVERIFY2(!expected.divergences.empty(), qPrintable(name));
            Articles other(articles.rbegin(), articles.rend());
            for (int round = 0; round < 4; ++round) {
                QVERIFY2(comparison::compare(other, *m_pack) == expected, qPrintable(u"%1, round %2 of seed %3"_s.arg(name).arg(round).arg(kSeed)));
                std::shuffle(other.begin(), other.end(), random);
            }
        }
    }

    void stories_onAnyThreadCount_giveTheSame()
    {
        Articles all = {analysed(orchard(u"orchard.txt"_s))};
        for (const auto &[name, articles] : m_stories)
            all.insert(all.end(), articles.begin(), articles.end());
        const model::Comparison expected = comparison::compare(all, *m_pack);
        QVERIFY(expected.stories.size() >= m_stories.size() + 1);
        for (const int threads : {1, 2, 5}) {
            workspace::PipelineOptions options;
            options.threads = threads;
            QVERIFY2(comparison::compare(all, *m_pack, {}, {}, workspace::helpOf(options, {})) == expected, qPrintable(QString::number(threads)));
        }
    }

    void article_onAnotherSubject_changesNothing_data()
    {
        QTest::addColumn<QString>("path"); // before and behind the story's own
        QTest::newRow("first") << u"0-orchard.txt"_s;
        QTest::newRow("last") << u"~orchard.txt"_s;
    }

    void article_onAnotherSubject_changesNothing()
    {
        QFETCH(QString, path);
        for (const auto &[name, articles] : m_stories) {
            const model::Comparison alone = comparison::compare(articles, *m_pack);
            Articles more = articles;
            more.push_back(analysed(orchard(path)));
            const model::Comparison together = comparison::compare(more, *m_pack);
            QCOMPARE(together.stories.size(), alone.stories.size() + 1);
            QCOMPARE(shown(together, path), shown(alone, {}));
            QVERIFY2(shown(together, {}).size() > shown(alone, {}).size(), "the other article makes claims of its own");
        }
    }

    /// An article of a real story in another's folder is that of another subject, too.
    void article_ofAnotherStory_changesNothing()
    {
        for (const auto &[name, articles] : m_stories) {
            for (const auto &[otherName, others] : m_stories) {
                if (name == otherName)
                    continue;
                AnalysedArticle other = others.front();
                other.article.path = u"~"_s + other.article.path;
                Articles more = articles;
                more.push_back(other);
                QCOMPARE(shown(comparison::compare(more, *m_pack), other.article.path), shown(comparison::compare(articles, *m_pack), {}));
            }
        }
    }

private:
    [[nodiscard]] AnalysedArticle analysed(const model::Article &article) const { return {article, workspace::analyse(article, *m_pack)}; }

    void add(const QString &name, const QString &folder)
    {
        const auto articles = workspace::analyseFolder(QFile::encodeName(folder), *m_pack);
        QVERIFY2(articles.hasValue(), qPrintable(folder));
        m_stories.emplace_back(name, *articles);
    }

    std::unique_ptr<const language::LanguagePack> m_pack;
    std::vector<std::pair<QString, Articles>> m_stories;
};

QTEST_GUILESS_MAIN(PropertiesTest)
#include "properties_test.moc"
