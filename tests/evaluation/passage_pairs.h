#pragma once

#include "comparison/compare_with.h"
#include "language/language_pack.h"
#include "model/comparison.h"

#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace variorum::evaluation {

/// Words of an article that people judged.
struct Passage {
    QString path; ///< the article's
    base::TextSpan span; ///< in its text
};

/// Two passages of different articles, by place, lesser first.
using PassagePair = std::pair<int, int>;
using PassagePairs = std::set<PassagePair>;

/// How many pairs were found, how many there are, and how many of the found ones are right.
struct PairScore {
    int right = 0;
    int found = 0;
    int gold = 0;
    int all = 0; ///< pairs that were judged

    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
    /// The mean of the shares found right among those that belong together and among those that do not.
    [[nodiscard]] double balancedAccuracy() const;

    PairScore &operator+=(const PairScore &other);
};

[[nodiscard]] PairScore scorePairs(const PassagePairs &found, const PassagePairs &gold, int all);

/// "precision 0.500 (1/2) recall 1.000 (1/1) f1 0.667 of 6 pairs".
[[nodiscard]] QString printed(const PairScore &score);

/// Does a statement stand for a passage?
enum class Standing {
    Half, ///< half of the statement, at least, lies in it
    Touching, ///< they share words
};

/// Pairs of passages of which a claim holds a statement of each. With `unlessTheyConflict` not those that a conflict of
/// that claim sets against each other: they speak about the same thing and say another.
[[nodiscard]] PassagePairs broughtTogether(const model::Comparison &comparison, std::span<const Passage> passages, Standing standing, bool unlessTheyConflict = false);

/// How alike the words of each two passages of different articles are: the cosine of their words, rare ones weighing more
/// (log of the passages by those that have the word), function words left out.
[[nodiscard]] std::vector<std::pair<PassagePair, double>> wordOverlap(std::span<const Passage> passages, std::span<const QString> texts);

/// Pairs from a score on.
[[nodiscard]] PassagePairs reaching(const std::vector<std::pair<PassagePair, double>> &scores, double threshold);

/// The `count` pairs with the best scores; of equal ones the first.
[[nodiscard]] PassagePairs mostAlike(std::vector<std::pair<PassagePair, double>> scores, int count);

/// An article of plain English text in paragraphs parted by "\n\n", as reading would leave it.
[[nodiscard]] model::Article articleOf(const QString &path, const QString &outlet, const QString &text);

/// Compares the articles as those of one story, whatever grouping would say.
[[nodiscard]] model::Comparison compareAsOneStory(const std::vector<model::AnalysedArticle> &articles, const language::LanguagePack &pack);

} // namespace variorum::evaluation
