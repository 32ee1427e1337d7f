#pragma once

#include "model/article.h"

#include <vector>

namespace variorum::ui {

/// A stretch of an article that is laid out as one paragraph: its title, a block, or a part of a block that is
/// too long for one (one unbroken megabyte takes Qt a minute).
struct TextRun {
    model::TextField field = model::TextField::Text;
    base::TextSpan span;
    model::BlockKind kind = model::BlockKind::Paragraph;
    bool startsBlock = true;

    bool operator==(const TextRun &) const = default;
};

inline constexpr qsizetype kMostRunUnits = 2000;

/// The title, if any, then the text: every unit of it but the blank lines between blocks, in order. Breaks at a
/// space where there is one, and never inside a surrogate pair.
[[nodiscard]] std::vector<TextRun> splitRuns(const model::Article &article);

} // namespace variorum::ui
