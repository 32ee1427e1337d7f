#pragma once

#include "comparison/divergences/claim_material.h"

namespace variorum::comparison {

// "A boy is trapped in the well" against "he found nobody in the well" or "the well was empty": whether somebody is in a place is told in
// words that hardly ever match.

/// Makes a claim of the statements of several articles that tell of one building, vehicle or hole that somebody is in it, and of those
/// that tell that nobody is, where there are both. They stay in their other claims, too. The result does not depend on the order of
/// `groups`.
void bringTogetherPresence(std::vector<ClaimGroup> &groups, const StoryMaterial &material);

inline const QString kPresence = QStringLiteral("who-is-inside"); ///< rule of such claims

} // namespace variorum::comparison
