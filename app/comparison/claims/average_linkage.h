#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace variorum::comparison {

/// How alike two items are. `one` and `other` are places, one < other.
struct Likeness {
    int one = 0;
    int other = 0;
    double score = 0;
};

/// For each item the first of those that pairs of at least `threshold` hold together with it: no group that average linkage
/// makes up to that threshold goes beyond.
[[nodiscard]] std::vector<int> reachOf(int count, std::span<const Likeness> pairs, double threshold);

/// Groups `count` items by average linkage: the two groups whose members are on average most alike are joined, again
/// and again, while that average reaches `threshold`. Pairs that are not given count as 0. `forbidden` pairs never come
/// into one group. Where `sources` gives each item's source, only pairs of two sources count, in sums and averages alike.
/// Groups and their members ascend; singles are groups too. Ties are broken by place, so the result
/// depends on nothing else. Cost: about n log n for n given pairs. On `stop`, smaller groups.
[[nodiscard]] std::vector<std::vector<int>> groupByAverageLinkage(int count, std::span<const Likeness> pairs, double threshold,
                                                                  std::span<const std::pair<int, int>> forbidden = {}, std::span<const int> sources = {}, const std::stop_token &stop = {});

} // namespace variorum::comparison
