#include "comparison/compare.h"

namespace variorum::comparison {

QString engineVersion() { return QStringLiteral("10"); }

} // namespace variorum::comparison
