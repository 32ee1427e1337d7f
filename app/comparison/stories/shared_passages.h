#pragma once

#include "comparison/stories/sketch_book.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace variorum::comparison {

/// Two articles that share passages, by place, lesser first, and the share of the shorter's text that the other has.
struct SharedPassages {
    int one = 0;
    int other = 0;
    double share = 0;
};

/// What was found of a set of pages; empty where that cannot be gone on from.
struct KnownPassages {
    std::vector<std::shared_ptr<const SketchBook::Page>> pages;
    std::vector<SharedPassages> pairs; ///< in no particular order
    int numbering = 0; ///< the book's, then
};

/// All pairs that share enough fingerprints, each once, in no particular order. Where some were found before, only what
/// the difference of the two sets can have changed is looked at again. On `stop`, some of them.
[[nodiscard]] std::vector<SharedPassages> findSharedPassages(const SketchedArticles &articles, const ForEach &forEach, const std::stop_token &stop);

/// The share of the shorter list that the other has, too; both ascend. 0 where it is too short to prove anything.
[[nodiscard]] double sharedShare(const std::vector<Sketch::Hash> &one, const std::vector<Sketch::Hash> &other);

} // namespace variorum::comparison
