#include "comparison/compare.h"

namespace variorum::comparison {

QString engineVersion() { return QStringLiteral("3"); }

} // namespace variorum::comparison
