#include "comparison/compare.h"

namespace variorum::comparison {

QString engineVersion() { return QStringLiteral("1"); }

} // namespace variorum::comparison
