#pragma once

#include "reading/html/tree.h"

#include <QHash>
#include <QStringView>

namespace variorum::reading::html {

/// What an element's tag, class, id and role say that its text is.
enum class Role {
    Unknown,
    Body, ///< "article-body", itemprop articleBody
    Clutter, ///< navigation, advert, share, sign-up, cookie notice, author box
    StrongClutter, ///< footer, comments, related, cookie notice: what is long on many pages and still no article
    Wall, ///< a paywall's plea, or every paragraph behind it: the share of text tells
    MaybeClutter, ///< a gallery: clutter where it holds no prose
    EmbeddedPost, ///< a post of a social network that the article quotes
    Standfirst, ///< the line between headline and text
    Caption, ///< a picture's caption or credit
    Hidden, ///< by attribute, style or a class that means it
    Unseen, ///< never text: forms' controls, frames
};

/// Names are the same over and over in a page: each is looked at once. The tree outlives the finder.
class RoleFinder {
public:
    explicit RoleFinder(const Tree &tree)
        : m_tree(tree)
    {
    }

    [[nodiscard]] Role roleOf(int index);

private:
    /// What the names of a class or id attribute say: how many words of each kind.
    struct WordCount {
        int clutter = 0;
        int strongClutter = 0;
        int wall = 0;
        int maybeClutter = 0;
        int standfirst = 0;
        int caption = 0;
        int body = 0;
        int network = 0;
        bool isHiding = false;

        void add(QStringView word);
        void add(const WordCount &other);
    };

    [[nodiscard]] const WordCount &countOf(QStringView names);
    static void countName(QStringView name, WordCount &count);
    static Role roleOfWords(const WordCount &count);

    const Tree &m_tree;
    QHash<QStringView, WordCount> m_counts; ///< by attribute; views into the tree
};

} // namespace variorum::reading::html
