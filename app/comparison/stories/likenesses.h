#pragma once

#include "comparison/claims/average_linkage.h"
#include "comparison/stories/set_change.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace variorum::comparison {

/// A word of one article, with the article's weight of it or the other way round.
struct WordEntry {
    int number = 0; ///< the word's, or the article's place
    float weight = 0;
};

/// An article's words in the order of their hashes.
using WordVector = std::vector<WordEntry>;

struct WeighedArticle {
    WordVector words; ///< of length 1
    WordVector heaviest; ///< those of them that find others
};

/// What the number of articles that have a word makes of it.
struct WordStanding {
    float rarity = 0;
    bool findsOthers = false; ///< too many have it otherwise

    bool operator==(const WordStanding &) const = default;
};

/// What sets of articles that pairs hold together were grouped into, by the set's first article; empty for all others.
using GroupsByFirst = std::vector<std::vector<std::vector<int>>>;

/// What was found of a set of pages; empty where that cannot be gone on from.
struct KnownLikenesses {
    std::vector<std::shared_ptr<const SketchBook::Page>> pages;
    std::vector<WeighedArticle> weighed; ///< side by side with pages
    std::vector<WordStanding> words; ///< by number
    std::vector<Likeness> pairs; ///< by place, in no particular order
    GroupsByFirst groups;
    int numbering = 0; ///< the book's, then
};

/// What the articles' words tell.
struct FoundLikenesses {
    SetChange change;
    std::vector<Likeness> pairs; ///< each once, in no particular order
    /// By place: it is new, or its words weigh more or less than before. All pairs of others are what they were before.
    std::vector<char> isTouched;
    GroupsByFirst groupsBefore; ///< by place before
};

/// How alike articles of one time are that share heavy words. Where some were found before, only what the difference of the
/// two sets can have changed is looked at again. On `stop`, some of them.
[[nodiscard]] FoundLikenesses findLikenesses(const SketchedArticles &articles, const ForEach &forEach, const std::stop_token &stop);

} // namespace variorum::comparison
