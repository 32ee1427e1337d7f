#pragma once

#include "reading/draft.h"

#include <QStringView>

namespace variorum::reading {

/// Whether a paragraph speaks of the article itself: "An earlier version of this article said ...", "Correction: ...",
/// "This story was amended on ...", "Editor's note: ...". `isAtEdge`: it stands above or below the text, or apart.
[[nodiscard]] bool isCorrectionNotice(QStringView paragraph, bool isAtEdge);

/// Moves such paragraphs from the draft's blocks to its corrections; nothing where nothing else would be left.
void takeCorrections(Draft &draft);

/// Adds a notice, unless it or a longer one that holds it is there already.
void addCorrection(const QString &notice, Draft &draft);

} // namespace variorum::reading
