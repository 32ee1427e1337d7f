#include "reading/file_bytes.h"

#include "reading/reader.h"

#include <QStringList>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

bool isUnchanged(const struct stat &before, const struct stat &after)
{
    return before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec
        && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec;
}

QString megabytes(qint64 byteCount) { return QString::number(static_cast<double>(byteCount) / (1024.0 * 1024.0), 'f', 1) + u" MB"_s; }

base::Result<QByteArray> readAll(const Descriptor &file, qint64 byteCount, const QString &shownPath, std::stop_token stop)
{
    constexpr qint64 kChunk = 1024 * 1024;
    QByteArray bytes(byteCount, Qt::Uninitialized);
    qint64 done = 0;
    while (done < byteCount) {
        if (stop.stop_requested())
            return base::Error{base::ErrorCode::Cancelled, shownPath, {}};
        const ssize_t got = ::read(file.number(), bytes.data() + done, static_cast<size_t>(std::min(kChunk, byteCount - done)));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(errno, shownPath);
        if (got == 0)
            return base::Error{base::ErrorCode::Vanished, shownPath, u"it became shorter"_s};
        done += got;
    }
    return bytes;
}

/// By its first bytes; read without moving.
bool isContainer(const Descriptor &file)
{
    constexpr size_t kHead = 1024;
    std::array<char, kHead> head{};
    const ssize_t got = ::pread(file.number(), head.data(), head.size(), 0);
    return got > 0 && needsHelper(QByteArrayView(head.data(), got));
}

} // namespace

base::Error systemError(int number, const QString &shownPath)
{
    const QString detail = QString::fromLocal8Bit(std::strerror(number));
    switch (number) {
    case ENOENT:
    case ENOTDIR: return {base::ErrorCode::NotFound, shownPath, detail};
    case EACCES:
    case EPERM: return {base::ErrorCode::PermissionDenied, shownPath, detail};
    case ENXIO:
    case ENODEV:
    case EISDIR: return {base::ErrorCode::NotAFile, shownPath, detail};
    default: return {base::ErrorCode::Unreadable, shownPath, detail};
    }
}

base::Result<QByteArray> fileBytes(const QByteArray &nativePath, const QString &shownPath, const ByteLimits &limits, std::stop_token stop)
{
    // O_NONBLOCK: opening a FIFO that nobody writes to must not wait; O_NOCTTY: a terminal must not become ours.
    const Descriptor file(::open(nativePath.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (file.number() < 0)
        return systemError(errno, shownPath);
    struct stat before = {};
    if (::fstat(file.number(), &before) != 0)
        return systemError(errno, shownPath);
    if (!S_ISREG(before.st_mode))
        return base::Error{base::ErrorCode::NotAFile, shownPath, {}};
    const qint64 maxBytes = before.st_size > limits.file && isContainer(file) ? limits.container : limits.file;
    if (before.st_size > maxBytes)
        return base::Error{base::ErrorCode::TooLarge, shownPath, u"%1; the limit is %2"_s.arg(megabytes(before.st_size), megabytes(maxBytes))};
    base::Result<QByteArray> bytes = readAll(file, before.st_size, shownPath, stop);
    if (!bytes)
        return bytes;
    struct stat after = {};
    if (::fstat(file.number(), &after) != 0 || !isUnchanged(before, after))
        return base::Error{base::ErrorCode::Vanished, shownPath, u"it changed while it was read"_s};
    return bytes;
}

} // namespace variorum::reading
