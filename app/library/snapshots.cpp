// NAME.vrm.snapshots/000042-20240318T221500Z-hourly.vrm: a number that only grows, when it was made, and why (older programs
// did not say). The order is by number, so that a clock that was put back makes no new copy look old.

#include "library/snapshots.h"

#include "library/connection.h"
#include "library/schema.h"
#include "library/sqlite_only.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace variorum::library {

namespace {

const QString kTimeFormat = QStringLiteral("yyyyMMdd'T'HHmmss'Z'");

constexpr std::array<std::pair<SnapshotReason, const char *>, 3> kReasons{{{SnapshotReason::Opening, "opening"}, {SnapshotReason::Hourly, "hourly"}, {SnapshotReason::Asked, "asked"}}};

SnapshotReason reasonFrom(const QString &name)
{
    const auto *const found = std::ranges::find_if(kReasons, [&name](const auto &each) { return name == QLatin1String(each.second); });
    return found == kReasons.end() ? SnapshotReason::Unknown : found->first;
}

/// What stands in the file's name; with the hyphen before it.
QString suffixOf(SnapshotReason reason)
{
    const auto *const found = std::ranges::find(kReasons, reason, &std::pair<SnapshotReason, const char *>::first);
    return found == kReasons.end() ? QString() : u'-' + QLatin1String(found->second);
}

QString folderOf(const QString &libraryPath) { return libraryPath + QStringLiteral(".snapshots"); }

bool isWhole(const QString &path, const std::stop_token &stop = {})
{
    const auto connection = Connection::open(path, Connection::Mode::Immutable, 0);
    if (!connection)
        return false;
    const auto mark = (*connection)->single(QStringLiteral("PRAGMA application_id"));
    const auto findings = integrityFindings(**connection, stop);
    return mark && mark->toInt() == kApplicationId && findings && findings->isEmpty();
}

} // namespace

std::vector<Snapshot> snapshotsOf(const QString &libraryPath)
{
    static const QRegularExpression kName(QStringLiteral("^([0-9]{6,})-([0-9]{8}T[0-9]{6}Z)(?:-([a-z]+))?\\.vrm$"));
    std::vector<Snapshot> snapshots;
    const QDir folder(folderOf(libraryPath));
    for (const QFileInfo &info : folder.entryInfoList(QDir::Files)) {
        const QRegularExpressionMatch match = kName.match(info.fileName());
        if (!match.hasMatch())
            continue;
        QDateTime made = QDateTime::fromString(match.captured(2), kTimeFormat);
        made.setTimeSpec(Qt::UTC);
        snapshots.push_back({.path = info.filePath(), .number = match.captured(1).toLongLong(), .made = made, .bytes = info.size(), .reason = reasonFrom(match.captured(3))});
    }
    std::ranges::sort(snapshots, std::greater(), &Snapshot::number);
    return snapshots;
}

std::vector<Snapshot> copiesOf(const QString &libraryPath)
{
    std::vector<Snapshot> copies = snapshotsOf(libraryPath);
    const QFileInfo library(libraryPath);
    const QDir folder(library.path());
    for (const QFileInfo &info : folder.entryInfoList(QDir::Files, QDir::Time)) {
        static const QRegularExpression kRest(QStringLiteral("^\\.schema-[0-9]+(-[0-9]+)?\\.vrm$"));
        const QString stem = library.completeBaseName();
        if (info.fileName().startsWith(stem) && kRest.match(info.fileName().mid(stem.size())).hasMatch())
            copies.push_back({.path = info.filePath(), .number = 0, .made = info.lastModified().toUTC(), .bytes = info.size(), .reason = SnapshotReason::Migration});
    }
    return copies;
}

bool isWholeSnapshot(const QString &path, const std::stop_token &stop) { return isWhole(path, stop); }

base::Result<void> copySnapshot(const QString &path, const QString &target)
{
    const QString unfinished = target + QStringLiteral(".part");
    const auto refused = [&target](const QString &detail) { return base::Error{.code = base::ErrorCode::WriteFailed, .path = target, .detail = detail}; };
    if (QFile::exists(target))
        return refused(QStringLiteral("there is a file of this name"));
    QFile::remove(unfinished);
    QFile source(path);
    const bool isCopied = source.copy(unfinished) && QFile::setPermissions(unfinished, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (isCopied && isWhole(unfinished) && QFile::rename(unfinished, target))
        return {};
    QFile::remove(unfinished);
    return refused(isCopied ? QStringLiteral("the copy could not be read again") : source.errorString());
}

std::optional<Snapshot> newestGoodSnapshot(const QString &libraryPath)
{
    for (const Snapshot &snapshot : snapshotsOf(libraryPath)) {
        if (isWhole(snapshot.path))
            return snapshot;
    }
    return std::nullopt;
}

bool changedSinceSnapshot(const QString &libraryPath)
{
    const std::vector<Snapshot> snapshots = snapshotsOf(libraryPath);
    if (snapshots.empty())
        return true;
    const QDateTime made = QFileInfo(snapshots.front().path).lastModified();
    const QFileInfo wal(libraryPath + QStringLiteral("-wal"));
    return QFileInfo(libraryPath).lastModified() >= made || (wal.size() > 0 && wal.lastModified() >= made);
}

std::vector<Snapshot> expendable(const std::vector<Snapshot> &snapshots, const SnapshotRules &rules)
{
    std::vector<Snapshot> gone;
    QSet<QDate> days; // that have a newest one
    for (size_t place = 0; place < snapshots.size(); ++place) {
        const QDate day = snapshots[place].made.date();
        const bool isNewestOfDay = !days.contains(day);
        days.insert(day);
        const bool isKept = place < static_cast<size_t>(rules.newest) || (isNewestOfDay && days.size() <= rules.days);
        if (!isKept)
            gone.push_back(snapshots[place]);
    }
    return gone;
}

base::Result<Snapshot> takeSnapshot(const QString &libraryPath, const SnapshotRules &rules, const QDateTime &now, const std::stop_token &stop, SnapshotReason reason)
{
    const QString folder = folderOf(libraryPath);
    if (!QDir().mkpath(folder))
        return base::Error{.code = base::ErrorCode::WriteFailed, .path = folder, .detail = {}};
    const std::vector<Snapshot> before = snapshotsOf(libraryPath);
    const qint64 number = before.empty() ? 1 : before.front().number + 1;
    const QString target = folder + QStringLiteral("/%1-%2%3.vrm").arg(number, 6, 10, QLatin1Char('0')).arg(now.toUTC().toString(kTimeFormat), suffixOf(reason));
    const QString unfinished = target + QStringLiteral(".part");
    {
        const auto connection = Connection::open(libraryPath, Connection::Mode::ReadOnly, 2000);
        if (!connection)
            return connection.error();
        if (const auto copied = copyTo(**connection, unfinished, stop); !copied)
            return copied.error();
    }
    const bool isGood = isWhole(unfinished, stop);
    if (stop.stop_requested()) {
        QFile::remove(unfinished);
        return base::Error{.code = base::ErrorCode::Cancelled, .path = target, .detail = {}};
    }
    if (!isGood || !QFile::rename(unfinished, target)) {
        QFile::remove(unfinished);
        return base::Error{.code = base::ErrorCode::WriteFailed, .path = target, .detail = QStringLiteral("the copy could not be read again")};
    }
    for (const Snapshot &old : expendable(snapshotsOf(libraryPath), rules))
        QFile::remove(old.path);
    return Snapshot{.path = target, .number = number, .made = now.toUTC(), .bytes = QFileInfo(target).size(), .reason = reason};
}

} // namespace variorum::library
