#include "comparison/compare.h"

namespace variorum::comparison {

QString engineVersion() { return QStringLiteral("2"); }

} // namespace variorum::comparison
