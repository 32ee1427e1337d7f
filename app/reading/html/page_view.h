#pragma once

#include "reading/html/tree.h"

#include <QString>
#include <vector>

namespace variorum::reading::html {

/// Where things stand on a page, for those who look for its headline, bylines and dates. The tree outlives it.
class PageView {
public:
    /// `headline` is the node of the article's heading, -1 where none is known.
    PageView(const Tree &tree, int headline);

    [[nodiscard]] const Tree &tree() const { return m_tree; }
    [[nodiscard]] int headline() const { return m_headline; }

    /// Where a node's text begins and ends among all the page's text.
    [[nodiscard]] qsizetype begin(int node) const { return m_begins[static_cast<size_t>(node)]; }
    [[nodiscard]] qsizetype end(int node) const;

    /// Whether a node is in a part about other articles or by readers: comments, related lists; navigation, footers and
    /// asides where they are not close to the headline.
    [[nodiscard]] bool isElsewhere(int node) const;

    /// How much text lies between the headline and a node, more where the node stands before it; from the page's start
    /// where there is no headline.
    [[nodiscard]] qsizetype distance(int node) const;

    /// The node's texts, element by element, parted by line feeds: words of two elements are never run together.
    [[nodiscard]] QString lines(int node) const;

private:
    const Tree &m_tree;
    int m_headline = -1;
    std::vector<qsizetype> m_begins;
    enum class Part : quint8 { Article,
                               Margin,
                               Elsewhere };
    std::vector<Part> m_parts;
};

/// Whether one of the words that a class or id is made of is among `words` (lower case, parted by spaces). Names are
/// cut at punctuation, digits and capitals: "js-RelatedLinks2" has related and links.
[[nodiscard]] bool hasNameWord(QStringView name, const QStringList &words);

} // namespace variorum::reading::html
