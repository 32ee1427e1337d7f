#include "comparison/compare.h"

namespace variorum::comparison {

QString engineVersion() { return QStringLiteral("8"); }

} // namespace variorum::comparison
