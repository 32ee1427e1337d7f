// variorum-train-claims RESOURCE_DIR TABLE.tsv STORY_DIR...
//     learns from hand-made readings (each STORY_DIR holds articles and a gold.json) how likely two statements make one
//     claim, and writes it as the table claim_pairs. Same stories in the same order, same bytes. How well that does on a story that
//     it has not seen is measured by variorum-evaluate-claims.

#include "comparison/knowledge/lexical_knowledge.h"
#include "language/language_pack.h"
#include "training/claim_examples.h"
#include "workspace/pipeline.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <cstdio>

namespace {

using namespace variorum;

constexpr const char *kHead =
    "# How likely two statements make one claim: boosted trees over what the two have in common (claims/pair_features.h).\n"
    "# Origin: learnt by variorum-train-claims from hand-made readings of stories; no name and no word is in it.\n"
    "# Use: app/comparison/claims/pair_model.h. Columns: \"bias\" and log odds; or TREE.NODE, a feature, the bound up to which it\n"
    "# goes to the first of two nodes, those nodes; or TREE.NODE, \"leaf\", log odds to add.\n";

int fail(const QString &sentence)
{
    std::fprintf(stderr, "variorum-train-claims: %s\n", qPrintable(sentence));
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() < 3) {
        std::fputs("usage: variorum-train-claims RESOURCE_DIR TABLE.tsv STORY_DIR...\n", stderr);
        return 2;
    }
    const auto pack = language::LanguagePack::load(arguments.at(0));
    if (!pack)
        return fail(base::describe(pack.error()));
    const auto weights = comparison::readWeights([&pack](QStringView key) { return pack.value()->wordLists().value(u"comparison_weights", key); });
    if (!weights)
        return fail(QStringLiteral("the table comparison_weights is damaged"));
    const comparison::LexiconKnowledge knowledge(pack.value()->lexicon(), pack.value()->wordLists(), pack.value()->wordVectors());
    std::vector<std::vector<training::PairExample>> stories;
    for (const QString &folder : arguments.mid(2)) {
        QFile gold(folder + QStringLiteral("/gold.json"));
        if (!gold.open(QIODevice::ReadOnly))
            return fail(QStringLiteral("cannot read %1").arg(gold.fileName()));
        const auto articles = workspace::analyseFolder(QFile::encodeName(folder), **pack);
        if (!articles)
            return fail(base::describe(articles.error()));
        stories.push_back(training::claimExamples(*articles, gold.readAll(), knowledge, *weights));
        std::printf("%s: %zu pairs\n", qPrintable(QDir(folder).dirName()), stories.back().size());
    }
    QSaveFile table(arguments.at(1));
    if (!table.open(QIODevice::WriteOnly))
        return fail(QStringLiteral("cannot write %1").arg(table.fileName()));
    table.write(kHead + training::boostTrees(training::together(stories)).printed().join(u'\n').toUtf8() + '\n');
    return table.commit() ? 0 : fail(QStringLiteral("cannot write %1").arg(table.fileName()));
}
