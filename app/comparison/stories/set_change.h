#pragma once

#include "comparison/stories/sketch_book.h"

#include <memory>
#include <vector>

namespace variorum::comparison {

/// What became of a set of pages, each with a place in its order, when another took its place. Places are those of the set that
/// they are told of: `before` or `after`.
class SetChange {
public:
    using Pages = std::vector<const SketchBook::Page *>;
    using KeptPages = std::vector<std::shared_ptr<const SketchBook::Page>>;

    SetChange(const KeptPages &before, const Pages &after);

    /// Nothing can be told by what was found before: a page stands in a set twice, or the two have theirs in another order.
    [[nodiscard]] bool isUnclear() const { return m_isUnclear; }

    [[nodiscard]] int placeAfter(int before) const { return m_placeAfter[static_cast<size_t>(before)]; } ///< -1: it is gone
    [[nodiscard]] int placeBefore(int after) const { return m_placeBefore[static_cast<size_t>(after)]; } ///< -1: it is new

    [[nodiscard]] const std::vector<int> &added() const { return m_added; } ///< places after, ascending
    [[nodiscard]] const std::vector<int> &gone() const { return m_gone; } ///< places before, ascending

    /// Where one that is gone would stand after: the place of the first one behind it, or the number of all.
    [[nodiscard]] int wouldStandAt(int gone) const;

private:
    bool m_isUnclear = false;
    std::vector<int> m_placeAfter;
    std::vector<int> m_placeBefore;
    std::vector<int> m_added;
    std::vector<int> m_gone;
};

/// The same pages, to be held.
[[nodiscard]] SetChange::KeptPages kept(const SetChange::Pages &pages);

} // namespace variorum::comparison
