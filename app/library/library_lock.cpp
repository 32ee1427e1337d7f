#include "library/library_lock.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLockFile>
#include <QSysInfo>
#include <QThread>

namespace variorum::library {

namespace {

constexpr unsigned long kBeingMadeMs = 100;

bool isNamed(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    return lock.getLockInfo(&process, &host, &program);
}

/// As far as it is known.
QString holderOf(const QLockFile &lock, const QString &file)
{
    qint64 process = 0;
    QString host;
    QString program;
    if (!lock.getLockInfo(&process, &host, &program))
        return {};
    QString who = program.isEmpty() ? QString() : program + QStringLiteral(", ");
    who += QStringLiteral("process %1").arg(process);
    if (!host.isEmpty() && host != QSysInfo::machineHostName())
        who += QStringLiteral(" on ") + host;
    const QDateTime since = QFileInfo(file).lastModified();
    return since.isValid() ? who + QStringLiteral(", since ") + since.toString(QStringLiteral("yyyy-MM-dd HH:mm")) : who;
}

} // namespace

base::Result<std::unique_ptr<QLockFile>> lockLibrary(const QString &path)
{
    const QString file = path + QStringLiteral(".lock");
    auto lock = std::make_unique<QLockFile>(file);
    lock->setStaleLockTime(0); // only that of a process that is gone
    if (lock->tryLock(0))
        return lock;
    // Killed while it made the file, before its name stood in it: a file that stays empty, and that nobody holds.
    if (lock->error() == QLockFile::LockFailedError && !isNamed(*lock)) {
        QThread::msleep(kBeingMadeMs); // it may just be being made
        if (lock->tryLock(0) || (!isNamed(*lock) && lock->removeStaleLockFile() && lock->tryLock(0)))
            return lock;
    }
    if (lock->error() == QLockFile::LockFailedError)
        return base::Error{.code = base::ErrorCode::LibraryOpenElsewhere, .path = path, .detail = holderOf(*lock, file)};
    return base::Error{.code = base::ErrorCode::LibraryReadOnly, .path = path, .detail = QStringLiteral("the file beside it that keeps others from writing cannot be made")};
}

} // namespace variorum::library
