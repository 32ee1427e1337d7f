#pragma once

#include "base/result.h"
#include "comparison/compare_with.h"
#include "evaluation/gold_score.h"
#include "language/language_pack.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace variorum::evaluation {

/// A folder of articles with a hand-made reading of it.
struct GoldStory {
    QString name;
    std::vector<model::AnalysedArticle> articles;
    QByteArray gold; ///< its gold.json
};

[[nodiscard]] base::Result<GoldStory> readGoldStory(const QString &folder, const language::LanguagePack &pack);

/// claim-recall, claim-precision, claim-f1, divergence-recall, conflict-recall, conflict-precision of gold_score.h; absent
/// where there was nothing to count.
using StoryFigures = std::vector<std::optional<double>>;

[[nodiscard]] const QStringList &storyFigureNames();
[[nodiscard]] StoryFigures figuresOf(const GoldStory &story, const comparison::ComparisonTools &tools);

/// Of each figure the mean over the stories that have it.
[[nodiscard]] StoryFigures meanOf(const std::vector<StoryFigures> &stories);

/// One line on standard output: a story's name, how it was judged, the figures.
void printFigures(const QString &name, const QString &how, const StoryFigures &figures);

} // namespace variorum::evaluation
