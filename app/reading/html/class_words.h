#pragma once

#include "reading/html/tree.h"

namespace variorum::reading::html {

/// What an element's tag, class, id and role say that its text is.
enum class Role {
    Unknown,
    Body, ///< "article-body", itemprop articleBody
    Clutter, ///< navigation, advert, comments, related, share, sign-up, cookie notice, author box, paywall plea
    MaybeClutter, ///< a gallery: clutter where it holds no prose
    Standfirst, ///< the line between headline and text
    Caption, ///< a picture's caption or credit
    Unseen, ///< hidden, or never text: forms' controls, frames
};

[[nodiscard]] Role roleOf(const Tree &tree, int index);

} // namespace variorum::reading::html
