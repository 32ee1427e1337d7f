#pragma once

#include "reading/html/tree.h"

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

[[nodiscard]] Role roleOf(const Tree &tree, int index);

} // namespace variorum::reading::html
