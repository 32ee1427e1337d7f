#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace variorum::base {

/// A vector that its copies share, and that nobody changes: to change it, make another. For what many hold at once, from
/// several threads, without a copy each.
template<typename Item>
class SharedVector {
public:
    using value_type = Item;
    using const_iterator = typename std::vector<Item>::const_iterator;

    SharedVector() = default;
    /// Not explicit: a vector that is handed over is what it is made of.
    SharedVector(std::vector<Item> items) : m_items(items.empty() ? nullptr : std::make_shared<const std::vector<Item>>(std::move(items))) {}

    operator const std::vector<Item> &() const { return get(); }
    [[nodiscard]] const std::vector<Item> &get() const
    {
        static const std::vector<Item> kNone;
        return m_items ? *m_items : kNone;
    }

    [[nodiscard]] bool empty() const { return !m_items; }
    [[nodiscard]] size_t size() const { return get().size(); }
    [[nodiscard]] const Item &operator[](size_t place) const { return get()[place]; }
    [[nodiscard]] const Item &front() const { return get().front(); }
    [[nodiscard]] const Item &back() const { return get().back(); }
    [[nodiscard]] const_iterator begin() const { return get().begin(); }
    [[nodiscard]] const_iterator end() const { return get().end(); }

    /// Makes another of all that is there and this: for a handful.
    void push_back(Item item)
    {
        std::vector<Item> items = get();
        items.push_back(std::move(item));
        *this = std::move(items);
    }

    bool operator==(const SharedVector &other) const { return m_items == other.m_items || get() == other.get(); }

private:
    std::shared_ptr<const std::vector<Item>> m_items; // shared: that is what it is for; null where there is nothing
};

} // namespace variorum::base
