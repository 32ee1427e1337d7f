#pragma once

#include <QString>

namespace variorum::base {

/// What went wrong, as a person or a program must tell it apart. describe() has a sentence for each.
enum class ErrorCode {
    // a file or folder that was to be read
    NotFound,
    PermissionDenied,
    NotAFile,
    NotAFolder,
    Vanished, ///< was listed, then gone or changed while being read
    TooLarge,
    EmptyFile,
    BinaryFile,
    UnknownFormat,
    OldFormat, ///< a known format of old programs that is not read
    PasswordNeeded,
    ScannedPages, ///< pictures of pages, no text
    CharsetDoubtful,
    NoArticleText, ///< read, but nothing in it looks like an article
    TooComplex, ///< nested or broken beyond the limits; the text was kept plain
    Truncated, ///< ends in the middle; what was there was kept
    Malformed,
    NotRecorded, ///< a page that a web archive lists and does not hold
    ErrorPage, ///< what a site showed instead of the article: an error, a check for robots
    FrontPage, ///< a page of links to many articles
    OnlyOpenPart, ///< the rest of the article is for subscribers
    OnlyFirstArticle, ///< of several on one page
    ChecksumMismatch, ///< not what its own list of checksums says
    ReaderFailed, ///< the helper program that reads this format crashed or gave nonsense
    TimedOut, ///< reading took longer than is allowed
    Unreadable, ///< the system's read failed
    EmptyFolder,
    LanguageNotCompared, ///< read and kept, but only English is analysed
    NotAnArticle, ///< data of some other kind; passed over
    OnlyReferences, ///< a list of sources (RIS, BibTeX, CSL-JSON); passed over
    OnlyFeedNames, ///< a list of feeds (OPML); passed over
    OnlySummary, ///< read whole, but the file holds no more than a summary of the article
    Withdrawn, ///< its publisher took it back
    AttachmentNotRead, ///< of a message that was read
    // the library
    NotALibrary,
    LibraryNewer,
    LibraryDamaged,
    LibraryReadOnly,
    LibraryBusy,
    LibraryOpenElsewhere, ///< another process or window writes to it; it may be read
    // writing
    DiskFull,
    WriteFailed,
    // the program itself
    ResourceMissing,
    ResourceDamaged,
    Cancelled,
    Usage,
    Internal,
};

/// A failure on user data: what it was, which file or folder it concerns, and the system's own words, if any.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString path; ///< as shown to the person; empty where no file is concerned
    QString detail; ///< untranslated, may be empty
    QString member = {}; ///< the part of the file that is concerned: an archive's member, an attachment; empty: all of it
    bool isTotal = false; ///< nothing of it could be read, where the code alone says that it may have been in part

    bool operator==(const Error &) const = default;
};

/// Whether a file of this kind is no article and no failure either: it is counted and told, and asks for nothing.
[[nodiscard]] bool isPassedOver(ErrorCode code);

/// The code's stable name in documents and logs ("permission-denied").
[[nodiscard]] QString errorCodeName(ErrorCode code);

/// One or two sentences for a person: what happened to which file, and what to do next. Translated
/// (context "Errors"). The only place where codes become sentences; here rather than in ui because the
/// command line and the reports say the same.
[[nodiscard]] QString describe(const Error &error);

} // namespace variorum::base
