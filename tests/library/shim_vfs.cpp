#include "tests/library/shim_vfs.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <csignal>
#include <map>
#include <optional>
#include <sqlite3.h>
#include <unistd.h>
#include <vector>

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

/// One write or one cutting off that no sync has followed yet.
struct Change {
    qint64 at = 0;
    QByteArray bytes;
    bool isCut = false; // at `at`
};

/// What a disk is sure to hold of a file, and what it may hold.
struct DiskFile {
    std::optional<QByteArray> sure; // nothing: may not even be there
    std::vector<Change> changes;
    bool isRemoved = false; // and no sync says so
};

struct Power {
    bool isArmed = false;
    bool kills = false;
    qint64 calls = 0;
    qint64 next = 0;
    ShimVfs::AtCall atCall;
    std::map<QString, DiskFile> files;
};

constexpr qsizetype kSectorBytes = 512;

State g_state;
Power g_power;
sqlite3_vfs *g_real = nullptr;
sqlite3_vfs g_shim;

struct ShimFile {
    sqlite3_file base;
    sqlite3_file *real; // lies behind this in the same memory
    const char *name; // SQLite's; null for one that nobody is to find again
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Before a call that changes a disk.
void count()
{
    if (g_power.next == 0 || ++g_power.calls != g_power.next)
        return;
    if (g_power.kills)
        ::kill(::getpid(), SIGKILL);
    g_power.next = g_power.atCall(g_power.calls);
}

DiskFile *diskFileOf(const char *name)
{
    if (!g_power.isArmed || !name)
        return nullptr;
    const QString path = QFile::decodeName(name);
    const auto known = g_power.files.find(path);
    if (known != g_power.files.end())
        return &known->second;
    DiskFile file;
    if (QFileInfo::exists(path))
        file.sure = bytesOf(path);
    return &g_power.files.emplace(path, std::move(file)).first->second;
}

void apply(const Change &change, QByteArray &bytes)
{
    if (change.isCut) {
        bytes.resize(std::min<qsizetype>(bytes.size(), change.at));
        return;
    }
    if (bytes.size() < change.at + change.bytes.size())
        bytes.append(QByteArray(change.at + change.bytes.size() - bytes.size(), '\0'));
    bytes.replace(change.at, change.bytes.size(), change.bytes);
}

/// All of it, nothing of it, or some of its sectors.
std::optional<Change> survivor(Change change, QRandomGenerator &random)
{
    switch (random.bounded(4)) {
    case 0: return std::nullopt;
    case 1: {
        if (change.isCut || change.bytes.size() <= kSectorBytes)
            return change;
        const qsizetype first = random.bounded(static_cast<int>(change.bytes.size() / kSectorBytes)) * kSectorBytes;
        const qsizetype length = std::min(change.bytes.size() - first, (1 + random.bounded(4)) * kSectorBytes);
        return Change{.at = change.at + first, .bytes = change.bytes.mid(first, length), .isCut = false};
    }
    default: return change;
    }
}

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
const char *nameOf(sqlite3_file *file) { return reinterpret_cast<ShimFile *>(file)->name; }

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

int shimWrite(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 at)
{
    count();
    if (isTooMuch(file, at + bytes))
        return SQLITE_FULL;
    if (fails(true))
        return codeFor(SQLITE_IOERR_WRITE);
    if (DiskFile *disk = diskFileOf(nameOf(file)))
        disk->changes.push_back({.at = at, .bytes = QByteArray(static_cast<const char *>(from), bytes), .isCut = false});
    return realOf(file)->pMethods->xWrite(realOf(file), from, bytes, at);
}

int shimTruncate(sqlite3_file *file, sqlite3_int64 size)
{
    count();
    if (fails(false))
        return SQLITE_IOERR_TRUNCATE;
    if (DiskFile *disk = diskFileOf(nameOf(file)))
        disk->changes.push_back({.at = size, .bytes = {}, .isCut = true});
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int shimSync(sqlite3_file *file, int flags)
{
    count();
    if (fails(true))
        return codeFor(SQLITE_IOERR_FSYNC);
    const int code = realOf(file)->pMethods->xSync(realOf(file), flags);
    if (DiskFile *disk = code == SQLITE_OK ? diskFileOf(nameOf(file)) : nullptr) {
        QByteArray bytes = disk->sure.value_or(QByteArray());
        for (const Change &change : disk->changes)
            apply(change, bytes);
        disk->sure = std::move(bytes);
        disk->changes.clear();
    }
    return code;
}

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
    shim->name = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0 ? nullptr : name;
    if (fails(false))
        return SQLITE_CANTOPEN;
    if (DiskFile *disk = diskFileOf(shim->name); disk && disk->isRemoved)
        *disk = DiskFile(); // another one of this name
    const int code = g_real->xOpen(g_real, name, shim->real, flags, outFlags);
    if (code == SQLITE_OK)
        shim->base.pMethods = &kMethods;
    return code;
}

int shimDelete(sqlite3_vfs * /*vfs*/, const char *name, int syncs)
{
    count();
    if (fails(false))
        return SQLITE_IOERR_DELETE;
    if (DiskFile *disk = diskFileOf(name)) {
        if (syncs != 0)
            *disk = DiskFile();
        else
            disk->isRemoved = true;
    }
    return g_real->xDelete(g_real, name, syncs);
}

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
void ShimVfs::armPower(qint64 first, AtCall atCall)
{
    g_power = Power();
    g_power.isArmed = true;
    g_power.next = first;
    g_power.atCall = std::move(atCall);
}

qint64 ShimVfs::powerCalls() { return g_power.calls; }

void ShimVfs::armKill(qint64 call)
{
    g_power = Power();
    g_power.kills = true;
    g_power.next = call;
}

bool ShimVfs::powerLost(const QString &folder, quint32 seed)
{
    QRandomGenerator random(seed);
    for (const auto &[path, disk] : g_power.files) {
        if (path.endsWith(QLatin1String("-shm")) || (disk.isRemoved && random.bounded(2) == 0))
            continue;
        std::optional<QByteArray> bytes = disk.sure;
        for (const Change &change : disk.changes) {
            const std::optional<Change> kept = survivor(change, random);
            if (!kept)
                continue;
            if (!bytes)
                bytes = QByteArray();
            apply(*kept, *bytes);
        }
        if (!bytes)
            continue;
        QFile file(folder + u'/' + QFileInfo(path).fileName());
        if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size())
            return false;
    }
    return true;
}

void ShimVfs::disarm()
{
    g_state = State();
    g_power = Power();
}
qint64 ShimVfs::calls() { return g_state.calls; }
bool ShimVfs::hasFailed() { return g_state.hasFailed; }

} // namespace variorum::tests
