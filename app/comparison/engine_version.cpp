#include "comparison/compare.h"

namespace variorum::comparison {

QString engineVersion() { return QStringLiteral("6"); }

} // namespace variorum::comparison
