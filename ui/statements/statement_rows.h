#pragma once

#include "model/comparison_index.h"
#include "ui/selection.h"

#include <QString>
#include <vector>

namespace variorum::ui {

/// A line of what was found at some words: a statement, or below it one of its parts.
struct StatementRow {
    QString part; ///< "acted on"; of a statement its predicate
    QString words; ///< as written
    QString normal; ///< printed normal form; of a statement how certain it is, whether it is negated, and whose word it is
    QString rule; ///< the name of the rule that found it
    SourcePlace place;
    bool isStatement = false;

    bool operator==(const StatementRow &) const = default;
};

/// The statements of an article that cover a place of its text, the shortest first.
[[nodiscard]] std::vector<const model::Statement *> statementsAt(const model::ComparisonIndex &index, base::ArticleId article, model::TextField field, qsizetype offset);

/// The statement, then its slots in text order.
[[nodiscard]] std::vector<StatementRow> statementRows(const model::ComparisonIndex &index, const model::Statement &statement);

} // namespace variorum::ui
