#include "comparison/compare.h"

namespace variorum::comparison {

QString engineVersion() { return QStringLiteral("4"); }

} // namespace variorum::comparison
