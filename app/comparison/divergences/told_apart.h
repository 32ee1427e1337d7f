#pragma once

#include "comparison/divergences/claim_material.h"

namespace variorum::comparison {

/// Do the words around two values that exclude each other tell that they are of two things?
enum class ToldApart {
    No,
    Perhaps, ///< a plan and a deed, a rumour and a report: no more than a refinement
    Surely, ///< the lorry's driver and the car's: nothing to tell
};

[[nodiscard]] ToldApart toldApart(model::DivergenceKind kind, const Comparand &one, const Comparand &other, const StoryMaterial &material);

/// "witness", "officer": what many are at a time, so that two names of it are two people.
[[nodiscard]] bool isHeldByMany(const QString &role);

/// Conflicts of the kind whose words tell two things apart are softened, or dropped.
void softenToldApart(ComparedKind &kind, const StoryMaterial &material);

} // namespace variorum::comparison
