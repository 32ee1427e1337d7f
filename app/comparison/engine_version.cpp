#include "comparison/compare.h"

namespace variorum::comparison {

QString engineVersion() { return QStringLiteral("9"); }

} // namespace variorum::comparison
