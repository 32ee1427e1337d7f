#include "tests/library/shim_vfs.h"

#include <sqlite3.h>

namespace variorum::tests {

namespace {

struct State {
    ShimFault fault = ShimFault::None;
    qint64 failing = 0;
    bool isSticky = false;
    qint64 calls = 0;
    bool hasFailed = false;
    qint64 room = -1; // bytes by which files may still grow; below 0: any
};

State g_state;
sqlite3_vfs *g_real = nullptr;
sqlite3_vfs g_shim;

struct ShimFile {
    sqlite3_file base;
    sqlite3_file *real; // lies behind this in the same memory
};

/// Is this call the one to fail?
bool fails(bool writes)
{
    if (g_state.fault == ShimFault::None || (g_state.fault == ShimFault::DiskFull && !writes))
        return false;
    ++g_state.calls;
    const bool isDue = g_state.failing > 0 && (g_state.isSticky ? g_state.calls >= g_state.failing : g_state.calls == g_state.failing);
    g_state.hasFailed = g_state.hasFailed || isDue;
    return isDue;
}

int codeFor(int ioError) { return g_state.fault == ShimFault::DiskFull ? SQLITE_FULL : ioError; }

sqlite3_file *realOf(sqlite3_file *file) { return reinterpret_cast<ShimFile *>(file)->real; }

int shimClose(sqlite3_file *file) { return realOf(file)->pMethods ? realOf(file)->pMethods->xClose(realOf(file)) : SQLITE_OK; }
int shimRead(sqlite3_file *file, void *into, int bytes, sqlite3_int64 at) { return fails(false) ? SQLITE_IOERR_READ : realOf(file)->pMethods->xRead(realOf(file), into, bytes, at); }
/// Does this write make the file longer than there is room for?
bool isTooMuch(sqlite3_file *file, sqlite3_int64 end)
{
    sqlite3_int64 size = 0;
    if (g_state.room < 0 || realOf(file)->pMethods->xFileSize(realOf(file), &size) != SQLITE_OK || end <= size)
        return false;
    if (end - size > g_state.room) {
        g_state.hasFailed = true;
        return true;
    }
    g_state.room -= end - size;
    return false;
}

int shimWrite(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 at) { return isTooMuch(file, at + bytes) ? SQLITE_FULL : fails(true) ? codeFor(SQLITE_IOERR_WRITE) : realOf(file)->pMethods->xWrite(realOf(file), from, bytes, at); }
int shimTruncate(sqlite3_file *file, sqlite3_int64 size) { return fails(false) ? SQLITE_IOERR_TRUNCATE : realOf(file)->pMethods->xTruncate(realOf(file), size); }
int shimSync(sqlite3_file *file, int flags) { return fails(true) ? codeFor(SQLITE_IOERR_FSYNC) : realOf(file)->pMethods->xSync(realOf(file), flags); }
int shimFileSize(sqlite3_file *file, sqlite3_int64 *size) { return fails(false) ? SQLITE_IOERR_FSTAT : realOf(file)->pMethods->xFileSize(realOf(file), size); }
int shimLock(sqlite3_file *file, int kind) { return realOf(file)->pMethods->xLock(realOf(file), kind); }
int shimUnlock(sqlite3_file *file, int kind) { return realOf(file)->pMethods->xUnlock(realOf(file), kind); }
int shimCheckReserved(sqlite3_file *file, int *result) { return realOf(file)->pMethods->xCheckReservedLock(realOf(file), result); }
int shimControl(sqlite3_file *file, int what, void *argument) { return realOf(file)->pMethods->xFileControl(realOf(file), what, argument); }
int shimSectorSize(sqlite3_file *file) { return realOf(file)->pMethods->xSectorSize(realOf(file)); }
int shimCharacteristics(sqlite3_file *file) { return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file)); }
int shimShmMap(sqlite3_file *file, int page, int size, int extend, void volatile **memory) { return fails(true) ? codeFor(SQLITE_IOERR_SHMMAP) : realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, memory); }
int shimShmLock(sqlite3_file *file, int offset, int count, int flags) { return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags); }
void shimShmBarrier(sqlite3_file *file) { realOf(file)->pMethods->xShmBarrier(realOf(file)); }
int shimShmUnmap(sqlite3_file *file, int remove) { return realOf(file)->pMethods->xShmUnmap(realOf(file), remove); }

const sqlite3_io_methods kMethods{2, shimClose, shimRead, shimWrite, shimTruncate, shimSync, shimFileSize, shimLock, shimUnlock, shimCheckReserved, shimControl,
                                  shimSectorSize, shimCharacteristics, shimShmMap, shimShmLock, shimShmBarrier, shimShmUnmap, nullptr, nullptr};

int shimOpen(sqlite3_vfs * /*vfs*/, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *shim = reinterpret_cast<ShimFile *>(file);
    shim->base.pMethods = nullptr;
    shim->real = reinterpret_cast<sqlite3_file *>(shim + 1);
    shim->real->pMethods = nullptr;
    if (fails(false))
        return SQLITE_CANTOPEN;
    const int code = g_real->xOpen(g_real, name, shim->real, flags, outFlags);
    if (code == SQLITE_OK)
        shim->base.pMethods = &kMethods;
    return code;
}

int shimDelete(sqlite3_vfs * /*vfs*/, const char *name, int syncs) { return fails(false) ? SQLITE_IOERR_DELETE : g_real->xDelete(g_real, name, syncs); }
int shimAccess(sqlite3_vfs * /*vfs*/, const char *name, int flags, int *result) { return fails(false) ? SQLITE_IOERR_ACCESS : g_real->xAccess(g_real, name, flags, result); }

} // namespace

void ShimVfs::install()
{
    if (g_real)
        return;
    g_real = sqlite3_vfs_find(nullptr);
    g_shim = *g_real;
    g_shim.pNext = nullptr;
    g_shim.zName = "variorum-shim";
    g_shim.szOsFile = static_cast<int>(sizeof(ShimFile)) + g_real->szOsFile;
    g_shim.xOpen = shimOpen;
    g_shim.xDelete = shimDelete;
    g_shim.xAccess = shimAccess;
    sqlite3_vfs_register(&g_shim, 1);
}

void ShimVfs::arm(ShimFault fault, qint64 failing, bool isSticky) { g_state = {.fault = fault, .failing = failing, .isSticky = isSticky, .calls = 0, .hasFailed = false, .room = -1}; }
void ShimVfs::armFull(qint64 bytes) { g_state = {.fault = ShimFault::None, .failing = 0, .isSticky = false, .calls = 0, .hasFailed = false, .room = bytes}; }
void ShimVfs::disarm() { g_state = State(); }
qint64 ShimVfs::calls() { return g_state.calls; }
bool ShimVfs::hasFailed() { return g_state.hasFailed; }

} // namespace variorum::tests
