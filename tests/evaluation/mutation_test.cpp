// An article held against a copy of itself under another outlet and headline: the copy as it is differs nowhere, and one
// changed number, date, name or negation is one difference and no other; one sentence in the passive voice is none.
// VARIORUM_STORIES adds real articles, VARIORUM_MUTATIONS says how many of a kind are tried in each article, and
// VARIORUM_LIST prints every trial with its marks or, where it was missed, with the statements that tell the changed words.

#include "evaluation/mutation_trial.h"
#include "workspace/pipeline.h"

#include <QDir>
#include <QtTest>

using namespace variorum;
using evaluation::Mutation;
using evaluation::MutationResult;

namespace {

const QString kSample = QStringLiteral(VARIORUM_SOURCE_DIR "/resources/sample");

/// What came of a kind's trials.
struct Tally {
    std::map<Mutation::Kind, std::map<MutationResult, int>> counts;
    std::map<std::pair<Mutation::Kind, QString>, int> details; ///< the mark's severity and kind, or where it was lost
    QStringList lines;

    void add(const model::Article &article, const Mutation &mutation, const evaluation::MutationTrial &trial)
    {
        ++counts[mutation.kind][trial.result];
        const QString detail = trial.missedAt ? QLatin1String(evaluation::nameOf(*trial.missedAt)) : trial.found;
        if (!detail.isEmpty())
            ++details[{mutation.kind, detail}];
        const QString around = article.text.mid(std::max(qsizetype{0}, mutation.place.begin - 60), 130).simplified();
        lines.append(QStringLiteral("%1 %2 (%3): %4 -> %5 in \"%6\"").arg(QLatin1String(evaluation::nameOf(mutation.kind)), QLatin1String(evaluation::nameOf(trial.result)), detail, article.text.sliced(mutation.place.begin, mutation.place.length()), mutation.replacement, around));
        for (const QString &mark : trial.shown)
            lines.append(QStringLiteral("      ") + mark);
    }

    void print(const QString &name) const
    {
        for (const auto &[kind, results] : counts) {
            QString line = QStringLiteral("%1 %2:").arg(name, QLatin1String(evaluation::nameOf(kind)));
            for (const auto &[result, count] : results)
                line += QStringLiteral(" %1 %2,").arg(count).arg(QLatin1String(evaluation::nameOf(result)));
            for (const auto &[what, count] : details) {
                if (what.first == kind)
                    line += QStringLiteral(" [%1 %2]").arg(count).arg(what.second);
            }
            qInfo().noquote() << line;
        }
        if (qEnvironmentVariableIsSet("VARIORUM_LIST"))
            qInfo().noquote() << lines.join(u'\n');
    }

    /// Over the kinds of mutation that are held to a figure.
    [[nodiscard]] int of(std::initializer_list<MutationResult> wanted) const
    {
        int sum = 0;
        for (const auto &[kind, results] : counts) {
            for (const auto &[result, count] : results)
                sum += std::find(wanted.begin(), wanted.end(), result) != wanted.end() ? count : 0;
        }
        return sum;
    }

    void add(const Tally &other)
    {
        for (const auto &[kind, results] : other.counts) {
            for (const auto &[result, count] : results)
                counts[kind][result] += count;
        }
        for (const auto &[what, count] : other.details)
            details[what] += count;
    }
};

} // namespace

class MutationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto pack = language::LanguagePack::load(QStringLiteral(VARIORUM_RESOURCE_DIR));
        QVERIFY2(pack.hasValue(), pack ? "" : qPrintable(base::describe(pack.error())));
        m_pack = std::move(*pack);
        m_sample = articlesIn(kSample);
        QVERIFY(!m_sample.empty());
    }

    void copy_asItIs_differsNowhere()
    {
        for (const model::AnalysedArticle &article : m_sample) {
            const evaluation::MutationTrial trial = evaluation::tryMutation(article, std::nullopt, *m_pack);
            QVERIFY2(trial.result == MutationResult::Missed, qPrintable(article.article.path + QStringLiteral(": ") + trial.shown.join(u'\n')));
        }
    }

    void copy_withOneFactChanged_differsThere()
    {
        const Tally tally = tried(m_sample);
        tally.print(QStringLiteral("sample"));
        const int exact = tally.of({MutationResult::Exact});
        const int others = tally.of({MutationResult::WithOthers, MutationResult::OnlyOthers});
        const int all = exact + others + tally.of({MutationResult::Missed});
        QVERIFY(all >= 100);
        // What is reached now; raised with the engine, never lowered.
        QVERIFY2(exact * 100 >= 98 * all, qPrintable(tally.lines.join(u'\n')));
        QVERIFY2(others * 100 <= 1 * all, qPrintable(tally.lines.join(u'\n')));
    }

    void stories_fromOutside_areCounted()
    {
        const QDir stories(qEnvironmentVariable("VARIORUM_STORIES", QStringLiteral("none")));
        if (!stories.exists())
            QSKIP("no stories: set VARIORUM_STORIES to a folder of them");
        Tally all;
        QStringList differing;
        for (const QString &name : stories.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const std::vector<model::AnalysedArticle> articles = articlesIn(stories.filePath(name));
            QVERIFY(!articles.empty());
            const Tally tally = tried(articles);
            tally.print(name);
            all.add(tally);
            for (const model::AnalysedArticle &article : articles) {
                const evaluation::MutationTrial trial = evaluation::tryMutation(article, std::nullopt, *m_pack);
                if (trial.result != MutationResult::Missed)
                    differing.append(article.article.path + QStringLiteral(" as it is: ") + trial.shown.join(u'\n'));
            }
        }
        all.print(QStringLiteral("all stories"));
        const int exact = all.of({MutationResult::Exact});
        const int others = all.of({MutationResult::WithOthers, MutationResult::OnlyOthers});
        const int trials = exact + others + all.of({MutationResult::Missed});
        QVERIFY2(exact * 100 >= 96 * trials, qPrintable(QStringLiteral("%1 exact and %2 with others of %3").arg(exact).arg(others).arg(trials)));
        QVERIFY2(others * 100 <= 1 * trials, qPrintable(QStringLiteral("%1 exact and %2 with others of %3").arg(exact).arg(others).arg(trials)));
        QVERIFY2(differing.isEmpty(), qPrintable(differing.join(u'\n')));
    }

private:
    std::vector<model::AnalysedArticle> articlesIn(const QString &folder) const
    {
        const auto listing = reading::listFolder(QFile::encodeName(folder));
        if (!listing)
            return {};
        std::vector<model::Article> articles = workspace::readAll(listing->files, {}, {}, {});
        workspace::completeDates(articles, {});
        std::erase_if(articles, [](const model::Article &article) { return !workspace::isAnalysed(article); });
        return workspace::analyseAll(std::move(articles), *m_pack, {}, {}, {});
    }

    Tally tried(const std::vector<model::AnalysedArticle> &articles) const
    {
        const int most = qEnvironmentVariable("VARIORUM_MUTATIONS", QStringLiteral("3")).toInt();
        Tally tally;
        for (const model::AnalysedArticle &article : articles) {
            for (const Mutation &mutation : evaluation::mutationsOf(article, most))
                tally.add(article.article, mutation, evaluation::tryMutation(article, mutation, *m_pack));
        }
        return tally;
    }

    std::unique_ptr<const language::LanguagePack> m_pack;
    std::vector<model::AnalysedArticle> m_sample;
};

QTEST_GUILESS_MAIN(MutationTest)
#include "mutation_test.moc"
