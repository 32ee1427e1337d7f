#include "report/report.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

namespace variorum::report {

namespace {

base::Error saveError(const QString &path, const QSaveFile &file, int systemError)
{
    base::ErrorCode code = base::ErrorCode::WriteFailed;
    if (systemError == ENOSPC || systemError == EDQUOT)
        code = base::ErrorCode::DiskFull;
    else if (systemError == EACCES || systemError == EPERM || file.error() == QFileDevice::PermissionsError)
        code = base::ErrorCode::PermissionDenied;
    return {.code = code, .path = path, .detail = systemError != 0 ? qt_error_string(systemError) : file.errorString()};
}

} // namespace

base::Result<void> saveFile(const QString &path, const QByteArray &bytes)
{
    if (QFileInfo(path).isDir())
        return base::Error{.code = base::ErrorCode::WriteFailed, .path = path, .detail = QStringLiteral("is a folder")};
    QSaveFile file(path);
    errno = 0; // QFileDevice tells a full disk and a lost one apart only by its words
    if (!file.open(QIODevice::WriteOnly))
        return saveError(path, file, errno);
    errno = 0;
    const bool written = file.write(bytes) == bytes.size() && file.flush();
    if (!written) {
        const base::Error error = saveError(path, file, errno);
        file.cancelWriting();
        return error;
    }
    errno = 0;
    if (!file.commit())
        return saveError(path, file, errno);
    return {};
}

} // namespace variorum::report
