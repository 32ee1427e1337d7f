#pragma once

#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace variorum::comparison {

/// Many lists, most of them short, one after the other in memory.
template<typename Item>
class Postings {
public:
    /// `tellAll` is run twice, with a function add(list, item) that it calls for every item, both times in the same order; which
    /// is the items' order in their list. Lists are numbered from 0 to below `lists`.
    template<typename TellAll>
    Postings(size_t lists, const TellAll &tellAll) : m_begins(lists + 1)
    {
        tellAll([this](int list, const Item &) { ++m_begins[static_cast<size_t>(list) + 1]; });
        std::partial_sum(m_begins.begin(), m_begins.end(), m_begins.begin());
        m_items.resize(m_begins.back());
        std::vector<size_t> next(m_begins.begin(), m_begins.end() - 1);
        tellAll([this, &next](int list, const Item &item) { m_items[next[static_cast<size_t>(list)]++] = item; });
    }

    [[nodiscard]] size_t lists() const { return m_begins.size() - 1; }
    [[nodiscard]] std::span<const Item> of(int list) const
    {
        const auto at = static_cast<size_t>(list);
        return std::span(m_items).subspan(m_begins[at], m_begins[at + 1] - m_begins[at]);
    }

private:
    std::vector<size_t> m_begins; // of each list, and of the end
    std::vector<Item> m_items;
};

} // namespace variorum::comparison
