#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace variorum::base {

/// A long list in blocks that its copies, and other lists, share: a list of which one block differs from another's costs one
/// block, whatever its length. Read like a vector. Nobody changes a block that is shared; `edited` makes another.
template<typename Item>
class SharedBlocks {
public:
    using value_type = Item;
    using Block = std::shared_ptr<const std::vector<Item>>; // shared: that is what it is for

    class const_iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Item;
        using difference_type = std::ptrdiff_t;
        using pointer = const Item *;
        using reference = const Item &;

        const_iterator() = default;
        explicit const_iterator(const Block *block) : m_block(block) {}

        reference operator*() const { return (**m_block)[m_place]; }
        pointer operator->() const { return &**this; }
        const_iterator &operator++()
        {
            if (++m_place == (*m_block)->size()) {
                ++m_block;
                m_place = 0;
            }
            return *this;
        }
        const_iterator operator++(int)
        {
            const const_iterator before = *this;
            ++*this;
            return before;
        }
        bool operator==(const const_iterator &) const = default;

    private:
        const Block *m_block = nullptr; // into the list's blocks, none of which is empty
        size_t m_place = 0;
    };

    SharedBlocks() = default;
    /// Not explicit: a vector that is handed over is what it is made of.
    SharedBlocks(std::vector<Item> items) { append(std::make_shared<const std::vector<Item>>(std::move(items))); }
    SharedBlocks(std::initializer_list<Item> items) : SharedBlocks(std::vector<Item>(items)) {}

    void reserve(size_t blocks)
    {
        m_blocks.reserve(blocks);
        m_ends.reserve(blocks);
    }

    /// At the end; shared from now on. Never null.
    void append(Block block)
    {
        if (block->empty())
            return;
        m_ends.push_back(size() + block->size());
        m_blocks.push_back(std::move(block));
    }

    /// A block of its own: for a handful.
    void push_back(Item item)
    {
        std::vector<Item> items;
        items.push_back(std::move(item));
        append(std::make_shared<const std::vector<Item>>(std::move(items)));
    }

    void clear() { *this = {}; }

    [[nodiscard]] bool empty() const { return m_blocks.empty(); }
    [[nodiscard]] size_t size() const { return m_ends.empty() ? 0 : m_ends.back(); }
    [[nodiscard]] const Item &operator[](size_t place) const
    {
        const size_t block = blockOf(place);
        return (*m_blocks[block])[placeIn(block, place)];
    }
    [[nodiscard]] const Item &front() const { return m_blocks.front()->front(); }
    [[nodiscard]] const Item &back() const { return m_blocks.back()->back(); }
    [[nodiscard]] const_iterator begin() const { return const_iterator(m_blocks.data()); }
    [[nodiscard]] const_iterator end() const { return const_iterator(m_blocks.data() + m_blocks.size()); }

    /// The item, to be changed, in a copy of its block that is this list's alone; good until the next change of the list.
    [[nodiscard]] Item &edited(size_t place)
    {
        const size_t block = blockOf(place);
        const auto own = std::make_shared<std::vector<Item>>(*m_blocks[block]);
        m_blocks[block] = own;
        return (*own)[placeIn(block, place)];
    }

    bool operator==(const SharedBlocks &other) const
    {
        if (m_blocks == other.m_blocks)
            return true;
        return size() == other.size() && std::equal(begin(), end(), other.begin());
    }

private:
    [[nodiscard]] size_t blockOf(size_t place) const { return static_cast<size_t>(std::upper_bound(m_ends.begin(), m_ends.end(), place) - m_ends.begin()); }
    [[nodiscard]] size_t placeIn(size_t block, size_t place) const { return block == 0 ? place : place - m_ends[block - 1]; }

    std::vector<Block> m_blocks; // none empty
    std::vector<size_t> m_ends; // by block: the place after its last item
};

} // namespace variorum::base
