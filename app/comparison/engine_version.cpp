#include "comparison/compare.h"

namespace variorum::comparison {

QString engineVersion() { return QStringLiteral("7"); }

} // namespace variorum::comparison
