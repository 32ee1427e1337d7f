#pragma once

#include "comparison/claims/statement_view.h"

#include <QStringView>

#include <utility>
#include <vector>

namespace variorum::comparison {

/// A statement's words as places in its page, half-open; "didn't", two words of a statement, is three of the page.
struct Stretch {
    int statement = 0; ///< place in the views
    std::vector<std::pair<int, int>> words; ///< never empty

    [[nodiscard]] int begin() const { return words.front().first; }
    [[nodiscard]] int end() const { return words.back().second; }
};

/// The words and signs of an article's text.
struct TextPage {
    std::vector<base::TextSpan> spans; ///< ascending
    std::vector<quint64> hashes; ///< of the words, without case
    std::vector<int> sentences; ///< of the words: the number of the sentence
    std::vector<Stretch> statements; ///< those of the text whose words stand in its order
};

/// By the articles' places in the story, as `texts` are.
[[nodiscard]] std::vector<TextPage> pagesOf(const std::vector<StatementView> &views, const std::vector<QStringView> &texts);

/// Runs of five words: hash and place, ascending.
using Shingles = std::vector<std::pair<quint64, int>>;

/// Those that the page has once.
[[nodiscard]] Shingles shinglesOf(const TextPage &page);

/// Which articles share text: by all their shingles, or by some in a large story. What hundreds print brings nobody together.
class TextSharers {
public:
    explicit TextSharers(const std::vector<TextPage> &pages);

    /// Those behind the article that share text with it, ascending.
    [[nodiscard]] std::vector<int> behind(int article) const;

private:
    std::vector<int> m_articles; ///< those of each shingle side by side, ascending
    std::vector<std::vector<std::pair<size_t, size_t>>> m_lists; ///< by article: for each of its shingles where in m_articles those behind it are
};

} // namespace variorum::comparison
