#include "comparison/values/relation.h"

namespace variorum::comparison {

QString nameOf(Relation relation)
{
    switch (relation) {
    case Relation::Same: return QStringLiteral("same");
    case Relation::Wording: return QStringLiteral("wording");
    case Relation::Refinement: return QStringLiteral("refinement");
    case Relation::Conflict: return QStringLiteral("conflict");
    case Relation::Unknown: return QStringLiteral("unknown");
    }
    return {};
}

} // namespace variorum::comparison
