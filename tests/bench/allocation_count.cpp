// The heap's functions, counted: glibc lets a program define its own and keeps the originals under other names.
#include "bench/allocation_count.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <malloc.h>

extern "C" {
void *__libc_malloc(size_t size);
void __libc_free(void *block);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
}

namespace {

variorum::bench::AllocationCount g_count;

void *counted(void *block)
{
    if (block) {
        ++g_count.allocations;
        g_count.liveBytes += static_cast<int64_t>(malloc_usable_size(block));
        g_count.peakBytes = std::max(g_count.peakBytes, g_count.liveBytes);
    }
    return block;
}

void forget(void *block)
{
    if (block)
        g_count.liveBytes -= static_cast<int64_t>(malloc_usable_size(block));
}

} // namespace

extern "C" {
void *malloc(size_t size) { return counted(__libc_malloc(size)); }
void *calloc(size_t count, size_t size) { return counted(__libc_calloc(count, size)); }
void *memalign(size_t alignment, size_t size) { return counted(__libc_memalign(alignment, size)); }
void *aligned_alloc(size_t alignment, size_t size) { return counted(__libc_memalign(alignment, size)); }

int posix_memalign(void **block, size_t alignment, size_t size)
{
    *block = counted(__libc_memalign(alignment, size));
    return *block ? 0 : ENOMEM;
}

void *realloc(void *block, size_t size)
{
    const size_t before = block ? malloc_usable_size(block) : 0;
    void *moved = __libc_realloc(block, size);
    if (moved || size == 0)
        g_count.liveBytes -= static_cast<int64_t>(before);
    return counted(moved);
}

void free(void *block)
{
    forget(block);
    __libc_free(block);
}
}

namespace variorum::bench {

AllocationCount allocationCount() { return g_count; }

void resetPeak() { g_count.peakBytes = g_count.liveBytes; }

} // namespace variorum::bench
