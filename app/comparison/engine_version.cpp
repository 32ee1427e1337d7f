#include "comparison/compare.h"

namespace variorum::comparison {

QString engineVersion() { return QStringLiteral("5"); }

} // namespace variorum::comparison
