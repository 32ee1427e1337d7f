#pragma once

#include <QtGlobal>
#include <algorithm>
#include <compare>

namespace variorum::base {

/// A half-open range [begin, end) of UTF-16 code units in one stored text. begin <= end, both >= 0.
struct TextSpan {
    qsizetype begin = 0;
    qsizetype end = 0;

    [[nodiscard]] constexpr qsizetype length() const { return end - begin; }
    [[nodiscard]] constexpr bool isEmpty() const { return end <= begin; }
    [[nodiscard]] constexpr bool contains(qsizetype offset) const { return offset >= begin && offset < end; }
    [[nodiscard]] constexpr bool contains(const TextSpan &inner) const { return begin <= inner.begin && inner.end <= end; }
    [[nodiscard]] constexpr bool overlaps(const TextSpan &other) const { return begin < other.end && other.begin < end; }

    /// The units that both have; 0 where they do not meet.
    [[nodiscard]] constexpr qsizetype overlapLength(const TextSpan &other) const
    {
        return std::max<qsizetype>(0, std::min(end, other.end) - std::max(begin, other.begin));
    }

    /// The smallest span that holds both.
    [[nodiscard]] constexpr TextSpan united(const TextSpan &other) const
    {
        return {std::min(begin, other.begin), std::max(end, other.end)};
    }

    auto operator<=>(const TextSpan &) const = default;
};

} // namespace variorum::base
