#include "comparison/stories/set_change.h"

#include <algorithm>

namespace variorum::comparison {

SetChange::SetChange(const KeptPages &before, const Pages &after) : m_placeAfter(before.size(), -1), m_placeBefore(after.size(), -1)
{
    int last = 0;
    for (const auto &page : before)
        last = std::max(last, page->serial);
    for (const SketchBook::Page *page : after)
        last = std::max(last, page->serial);
    std::vector<int> places(static_cast<size_t>(last) + 1, -1); // in `after`, by serial
    for (size_t place = 0; place < after.size(); ++place) {
        int &known = places[static_cast<size_t>(after[place]->serial)];
        m_isUnclear = m_isUnclear || known >= 0;
        known = static_cast<int>(place);
    }
    int behind = -1;
    for (size_t place = 0; place < before.size(); ++place) {
        const int now = places[static_cast<size_t>(before[place]->serial)];
        m_placeAfter[place] = now;
        if (now < 0) {
            m_gone.push_back(static_cast<int>(place));
            continue;
        }
        m_isUnclear = m_isUnclear || now <= behind; // another order, or the same page again
        behind = now;
        m_placeBefore[static_cast<size_t>(now)] = static_cast<int>(place);
    }
    for (size_t place = 0; place < after.size(); ++place) {
        if (m_placeBefore[place] < 0)
            m_added.push_back(static_cast<int>(place));
    }
}

int SetChange::wouldStandAt(int gone) const
{
    for (auto place = static_cast<size_t>(gone) + 1; place < m_placeAfter.size(); ++place) {
        if (m_placeAfter[place] >= 0)
            return m_placeAfter[place];
    }
    return static_cast<int>(m_placeBefore.size());
}

SetChange::KeptPages kept(const SetChange::Pages &pages)
{
    SetChange::KeptPages held;
    held.reserve(pages.size());
    for (const SketchBook::Page *page : pages)
        held.push_back(page->shared_from_this());
    return held;
}

} // namespace variorum::comparison
