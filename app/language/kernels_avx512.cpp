#include "language/kernels.h"

#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Wuninitialized" // of GCC 12's own header
#endif
#include <immintrin.h>

namespace variorum::language::avx512 {

#include "language/kernels_body.h"

extern const Kernels kBuild;
const Kernels kBuild = kKernels;

} // namespace variorum::language::avx512
