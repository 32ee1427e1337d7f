#include "language/kernels.h"

#include <immintrin.h>

namespace variorum::language::avx2 {

#include "language/kernels_body.h"

extern const Kernels kBuild;
const Kernels kBuild = kKernels;

} // namespace variorum::language::avx2
