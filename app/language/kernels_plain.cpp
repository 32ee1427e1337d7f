#include "language/kernels.h"

namespace variorum::language::plain {

#include "language/kernels_body.h"

extern const Kernels kBuild;
const Kernels kBuild = kKernels;

} // namespace variorum::language::plain
