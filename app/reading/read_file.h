#pragma once

#include "base/result.h"
#include "model/article.h"

#include <QByteArray>
#include <QByteArrayView>
#include <stop_token>
#include <vector>

namespace variorum::reading {

/// A file to be read. The name is kept as the bytes that the system has, since not every name is UTF-8.
struct SourceFile {
    QByteArray nativePath; ///< what open() takes
    QString shownPath; ///< relative to the folder opened, '/' between parts; bytes that are not UTF-8 as %XX, and a '%' that could be one of those as %25
    qint64 byteSize = 0;
    qint64 modifiedMs = 0; ///< milliseconds since 1970 UTC

    bool operator==(const SourceFile &) const = default;
};

/// What a folder holds, before anything is opened.
struct FolderListing {
    std::vector<SourceFile> files; ///< by shownPath, code unit order
    std::vector<base::Error> skipped; ///< entries that cannot be articles though they look it: unreadable folders, sockets, links in a loop ...
    /// Counted, never reported: companions of saved pages (*_files), hidden files, pictures, styles, scripts, and README, LICENSE, COPYING, NOTICE, CHANGELOG alone or with .md or .txt.
    int ignored = 0;

    bool operator==(const FolderListing &) const = default;
};

/// The program that reads the formats whose parsers are not trusted with hostile bytes, and what it may use for one file.
struct HelperOptions {
    QByteArray program; ///< native path of variorum-extract; empty: the one beside this program, or in its libexec folder
    qint64 memoryBytes = 1024LL * 1024 * 1024;
    int processorSeconds = 10;
    int wallMs = 20'000;
};

struct ReadOptions {
    qint64 maxFileBytes = 16LL * 1024 * 1024; ///< a larger file is not read (TooLarge)
    qint64 maxContainerBytes = 64LL * 1024 * 1024; ///< the same for what the helper reads: PDFs and archives carry pictures
    qsizetype maxTextUnits = 2 * 1024 * 1024; ///< text beyond is cut at a paragraph and reported (TooLarge, Partly)
    QByteArray charset; ///< IANA name of the encoding that the person chose for the file; empty: as its bytes tell
    bool plain = false; ///< the file's characters are the text: nothing removed, no metadata
    HelperOptions helper;
};

/// Lists the regular files under a folder, following no link twice (device and inode), at most 64 levels deep.
/// A file's path may also be given: then the list is that file.
[[nodiscard]] base::Result<FolderListing> listFolder(const QByteArray &nativePath, std::stop_token stop = {});

/// Reads one file: bytes, format, charset, main text, metadata. Never fails as a whole: what could not be read is
/// one article with outcome NotRead, an empty text and its Error in problems. Opens the file for reading only.
[[nodiscard]] std::vector<model::Article> readFile(const SourceFile &file, const ReadOptions &options = {}, std::stop_token stop = {});

/// The same over bytes already in memory; pure, but that some formats are read by the helper program. `shownPath` is used for Article::path and, only where content does
/// not tell, for its ending.
[[nodiscard]] std::vector<model::Article> readBytes(QByteArrayView bytes, const QString &shownPath, const ReadOptions &options = {}, std::stop_token stop = {});

} // namespace variorum::reading
