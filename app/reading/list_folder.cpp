#include "reading/file_bytes.h"
#include "reading/ignored_names.h"
#include "reading/read_file.h"

#include <QStringDecoder>
#include <algorithm>
#include <array>
#include <cerrno>
#include <dirent.h>
#include <memory>
#include <set>
#include <string_view>
#include <sys/stat.h>
#include <tuple>
#include <utility>
#include <vector>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

constexpr int kMostLevels = 64;

/// Whether a '%' in a name looks like one that shownName() writes: then it is written as "%25" itself.
bool looksEscaped(QByteArrayView name, qsizetype at)
{
    const QByteArray digits = name.sliced(at + 1).first(std::min<qsizetype>(2, name.size() - at - 1)).toByteArray();
    bool isNumber = false;
    const uint byte = digits.toUInt(&isNumber, 16);
    return isNumber && digits.size() == 2 && digits == digits.toUpper() && (byte < 0x20 || byte >= 0x7F || byte == '%');
}

/// UTF-8 names as they are, with control characters and the bytes that are not UTF-8 as %XX, so that the name can be
/// shown and two names never look the same: a '%' that could be one of those is "%25". Others stay ("100%", "a%20b").
QString shownName(QByteArrayView name)
{
    QStringDecoder whole(QStringDecoder::Utf8);
    const QString decoded = whole.decode(name);
    bool isEscaped = false;
    for (qsizetype at = name.indexOf('%'); at >= 0 && !isEscaped; at = name.indexOf('%', at + 1))
        isEscaped = looksEscaped(name, at);
    const bool isPrintable = !isEscaped && !whole.hasError() && std::none_of(decoded.begin(), decoded.end(), [](QChar unit) { return unit < u' ' || unit == QChar(0x7F); });
    if (isPrintable)
        return decoded;
    QString shown;
    for (qsizetype at = 0; at < name.size();) {
        const auto lead = static_cast<unsigned char>(name[at]);
        const qsizetype size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4
            : lead >= 0xE0                                    ? 3
                                                              : 2;
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString piece = at + size <= name.size() ? QString(decoder.decode(name.sliced(at, size))) : QString();
        const bool isLiteral = lead != '%' || !looksEscaped(name, at);
        if (isLiteral && !piece.isEmpty() && !decoder.hasError() && piece.front() >= u' ' && piece.front() != QChar(0x7F)) {
            shown += piece;
            at += size;
        } else {
            shown += QLatin1Char('%') + QString::number(lead, 16).toUpper().rightJustified(2, u'0');
            ++at;
        }
    }
    return shown;
}

} // namespace

bool isIgnoredFolder(const QByteArray &name)
{
    // What browsers put beside a saved page ("Page_files", "Page.files") and package folders of tools.
    return name.startsWith('.') || name.endsWith("_files") || name.endsWith(".files") || name == "node_modules" || name == "__MACOSX";
}

bool isIgnoredFile(const QByteArray &name)
{
    static constexpr std::array<std::string_view, 33> kEndings{
        "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "ico", "bmp", "tif", "tiff", "heic", "css", "js", "mjs", "map", "woff", "woff2", "ttf",
        "otf", "eot", "mp3", "mp4", "m4a", "mov", "webm", "ogg", "wav", "avi", "vrm", "vrm-wal", "vrm-shm", "part"};
    const QByteArray lower = name.toLower();
    if (lower.startsWith('.') || lower.endsWith('~') || lower == "thumbs.db" || lower == "desktop.ini")
        return true;
    // Databases of other programs, which may be writing to them at this moment (Zotero keeps its pages beside its own).
    if (lower.endsWith(".sqlite") || lower.contains(".sqlite-") || (lower.contains(".sqlite.") && lower.endsWith(".bak")))
        return true;
    // A page may be called like them: "notice.html".
    const QByteArray stem = lower.endsWith(".md") ? lower.chopped(3) : lower.endsWith(".txt") ? lower.chopped(4)
                                                                                              : lower;
    if (stem == "readme" || stem == "license" || stem == "licence" || stem == "copying" || stem == "notice" || stem == "changelog")
        return true;
    const QByteArray ending = lower.mid(lower.lastIndexOf('.') + 1);
    return lower.contains('.') && std::find(kEndings.begin(), kEndings.end(), std::string_view(ending.constData(), static_cast<size_t>(ending.size()))) != kEndings.end();
}

namespace {

struct Folder {
    QByteArray nativePath;
    QString shownPath; ///< with its final '/'; empty for the folder opened
    int level = 0;
};

class FolderWalk {
public:
    explicit FolderWalk(std::stop_token stop)
        : m_stop(std::move(stop))
    {
    }

    base::Result<FolderListing> walk(const QByteArray &root, const struct stat &status)
    {
        m_seen.insert({status.st_dev, status.st_ino});
        m_pending.push_back({root, QString(), 0});
        while (!m_pending.empty()) {
            const Folder folder = std::move(m_pending.back());
            m_pending.pop_back();
            const int failed = listOne(folder);
            if (m_stop.stop_requested())
                return base::Error{base::ErrorCode::Cancelled, shownName(root), {}}; // part of a listing is none: files would look gone
            if (failed != 0) {
                if (folder.level == 0)
                    return systemError(failed, shownName(root));
                m_listing.skipped.push_back(systemError(failed, folder.shownPath));
            }
        }
        std::sort(m_listing.files.begin(), m_listing.files.end(), [](const SourceFile &left, const SourceFile &right) {
            return std::tie(left.shownPath, left.nativePath) < std::tie(right.shownPath, right.nativePath);
        });
        std::sort(m_listing.skipped.begin(), m_listing.skipped.end(), [](const base::Error &left, const base::Error &right) { return left.path < right.path; });
        return std::move(m_listing);
    }

private:
    /// 0, or the number of the system's error.
    int listOne(const Folder &folder)
    {
        struct CloseFolder {
            void operator()(DIR *open) const { ::closedir(open); }
        };
        const std::unique_ptr<DIR, CloseFolder> open(::opendir(folder.nativePath.constData()));
        if (!open)
            return errno;
        std::vector<QByteArray> names;
        errno = 0;
        while (const dirent *entry = ::readdir(open.get())) {
            const QByteArray name(entry->d_name);
            if (name != "." && name != "..")
                names.push_back(name);
            if (m_stop.stop_requested())
                return 0;
            errno = 0;
        }
        const int failed = errno;
        // Sorted, so that of two links to one file the same one is taken on every machine.
        std::sort(names.begin(), names.end());
        for (const QByteArray &name : names) {
            if (m_stop.stop_requested())
                return 0;
            take(folder, name);
        }
        return failed;
    }

    void take(const Folder &folder, const QByteArray &name)
    {
        const QByteArray path = folder.nativePath + (folder.nativePath.endsWith('/') ? "" : "/") + name;
        const QString shown = folder.shownPath + shownName(name);
        struct stat status = {};
        if (::stat(path.constData(), &status) != 0) {
            const int failed = errno;
            if (isIgnoredFile(name))
                ++m_listing.ignored;
            else
                m_listing.skipped.push_back(systemError(failed, shown));
            return;
        }
        if (S_ISDIR(status.st_mode))
            takeFolder({path, shown + u'/', folder.level + 1}, name, status);
        else if (isIgnoredFile(name))
            ++m_listing.ignored;
        else if (!S_ISREG(status.st_mode))
            m_listing.skipped.push_back({base::ErrorCode::NotAFile, shown, {}});
        else if (m_seen.insert({status.st_dev, status.st_ino}).second)
            m_listing.files.push_back({path, shown, status.st_size, qint64{status.st_mtim.tv_sec} * 1000 + status.st_mtim.tv_nsec / 1'000'000});
        else
            ++m_listing.ignored; // another name of a file that is already listed
    }

    void takeFolder(Folder folder, const QByteArray &name, const struct stat &status)
    {
        if (isIgnoredFolder(name)) {
            ++m_listing.ignored;
        } else if (folder.level >= kMostLevels) {
            m_listing.skipped.push_back({base::ErrorCode::TooComplex, folder.shownPath, u"more than %1 folders deep"_s.arg(kMostLevels)});
        } else if (m_seen.insert({status.st_dev, status.st_ino}).second) {
            m_pending.push_back(std::move(folder));
        } else {
            m_listing.skipped.push_back({base::ErrorCode::NotAFile, folder.shownPath, u"a link to a folder that is already listed"_s});
        }
    }

    std::stop_token m_stop;
    FolderListing m_listing;
    std::vector<Folder> m_pending;
    std::set<std::pair<dev_t, ino_t>> m_seen;
};

} // namespace

base::Result<FolderListing> listFolder(const QByteArray &nativePath, std::stop_token stop)
{
    struct stat status = {};
    if (::stat(nativePath.constData(), &status) != 0)
        return systemError(errno, shownName(nativePath));
    if (S_ISDIR(status.st_mode))
        return FolderWalk(std::move(stop)).walk(nativePath, status);
    if (!S_ISREG(status.st_mode))
        return base::Error{base::ErrorCode::NotAFile, shownName(nativePath), {}};
    FolderListing single;
    const QByteArray name = nativePath.mid(nativePath.lastIndexOf('/') + 1);
    single.files.push_back({nativePath, shownName(name), status.st_size, qint64{status.st_mtim.tv_sec} * 1000 + status.st_mtim.tv_nsec / 1'000'000});
    return single;
}

} // namespace variorum::reading
