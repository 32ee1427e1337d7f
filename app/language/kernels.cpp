#include "language/kernels.h"

#include <QByteArray>
#include <QtGlobal>

namespace variorum::language {

namespace plain {
extern const Kernels kBuild;
}
#ifdef VARIORUM_X86_KERNELS
namespace avx2 {
extern const Kernels kBuild;
}
namespace avx512 {
extern const Kernels kBuild;
}
#endif

const Kernels *kernelsOf(KernelBuild build)
{
#ifdef VARIORUM_X86_KERNELS
    if (build == KernelBuild::Avx512) {
        const bool runs = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
            && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vnni");
        return runs ? &avx512::kBuild : nullptr;
    }
    if (build == KernelBuild::Avx2)
        return __builtin_cpu_supports("avx2") ? &avx2::kBuild : nullptr;
#endif
    return build == KernelBuild::Plain ? &plain::kBuild : nullptr;
}

const Kernels &kernels()
{
    static const Kernels *const chosen = [] {
        const QByteArray wanted = qgetenv("VARIORUM_KERNELS");
        for (const KernelBuild build : {KernelBuild::Avx512, KernelBuild::Avx2}) {
            const bool refused = wanted == "plain" || (wanted == "avx2" && build == KernelBuild::Avx512);
            if (const Kernels *const found = refused ? nullptr : kernelsOf(build))
                return found;
        }
        return kernelsOf(KernelBuild::Plain);
    }();
    return *chosen;
}

} // namespace variorum::language
