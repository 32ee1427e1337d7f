#pragma once

#include "reading/draft.h"

#include <QStringView>

namespace variorum::reading::html {

/// All the text of a piece of HTML, as feeds and news agencies wrap it.
struct Fragment {
    std::vector<DraftBlock> blocks;
    QStringList captions;
    bool isTooDeep = false; ///< nested beyond the limit; from there on only the words were kept
};

/// Reads decoded, clean HTML that is article from end to end: unlike mainText() nothing is looked for or left out, but
/// for what is no text (scripts, frames, controls) and the links back to the site that feeds add.
[[nodiscard]] Fragment readFragment(QStringView html);

} // namespace variorum::reading::html
