#include "base/error.h"

#include <QCoreApplication>

namespace variorum::base {

namespace {

/// What is said of a part of a file otherwise than of a file.
QString sentenceOfPart(ErrorCode code)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Errors", text); };
    switch (code) {
    case ErrorCode::AttachmentNotRead: return tr("%1 was not read. Save it as a file of its own, then rescan the folder.");
    default: return {};
    }
}

/// Where nothing was kept. Empty where the general sentence holds.
QString sentenceOfLoss(ErrorCode code)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Errors", text); };
    switch (code) {
    case ErrorCode::TooComplex: return tr("%1 is nested too deeply and was not read. Take the article out of what it is packed in, then rescan.");
    case ErrorCode::Truncated: return tr("%1 ends in the middle and could not be read. Save it again, then rescan the folder.");
    case ErrorCode::Malformed: return tr("%1 is damaged and could not be read. Save it again, then rescan the folder.");
    default: return {};
    }
}

/// %1 is the file's or folder's name.
QString sentence(ErrorCode code)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Errors", text); };
    switch (code) {
    case ErrorCode::NotFound: return tr("%1 was not found. Check the name, or choose the file again.");
    case ErrorCode::PermissionDenied: return tr("%1 may not be read by you. Change its permissions, then rescan the folder.");
    case ErrorCode::NotAFile: return tr("%1 is not a regular file. Only files are read; it was left alone.");
    case ErrorCode::NotAFolder: return tr("%1 is not a folder. Choose the folder that holds the articles.");
    case ErrorCode::Vanished: return tr("%1 was moved, deleted or changed while it was read. Rescan the folder when it is at rest.");
    case ErrorCode::TooLarge: return tr("%1 is too large for an article. Split it, or save only the article's text, then rescan.");
    case ErrorCode::EmptyFile: return tr("%1 is empty. Save the article again, then rescan the folder.");
    case ErrorCode::BinaryFile: return tr("%1 holds no text. Save the page as HTML or text, then rescan the folder.");
    case ErrorCode::UnknownFormat: return tr("%1 is of a kind that is not read. Save it as HTML, text, PDF, DOCX or e-mail, then rescan.");
    case ErrorCode::OldFormat: return tr("%1 is in an old office format that is not read. Open it in a word processor and save it as DOCX or ODT, then rescan.");
    case ErrorCode::PasswordNeeded: return tr("%1 is protected by a password and was not opened. Save a copy without one, then rescan.");
    case ErrorCode::ScannedPages: return tr("%1 holds pictures of pages and no text. Have its text recognised by a scanning program, or save the article's text, then rescan.");
    case ErrorCode::CharsetDoubtful: return tr("The characters of %1 could not be told for sure. Look at its text; if letters are wrong, choose another encoding for it.");
    case ErrorCode::NoArticleText: return tr("No article was found in %1. If there is one, save its text as a plain text file, then rescan.");
    case ErrorCode::TooComplex: return tr("%1 is nested too deeply to be read as a page; its words were kept as plain text. Save it again from the browser for a better reading.");
    case ErrorCode::Truncated: return tr("%1 ends in the middle; what is there was kept. Save it again if you can.");
    case ErrorCode::Malformed: return tr("%1 is damaged and could only be read in part. Save it again if you can.");
    case ErrorCode::NotRecorded: return tr("%1 is listed, but was not recorded. Record the page again, or save it by itself.");
    case ErrorCode::ErrorPage: return tr("%1 is what the site showed instead of an article: an error or a check for robots. Open the article in a browser and save it again.");
    case ErrorCode::FrontPage: return tr("%1 is a page of links to many articles. Save the articles' own pages, then rescan.");
    case ErrorCode::OnlyOpenPart: return tr("%1 holds only the part of the article that is open to everybody. Save the page again while you are signed in.");
    case ErrorCode::OnlyFirstArticle: return tr("%1 holds several articles; the first was read. Save the others' own pages too.");
    case ErrorCode::ChecksumMismatch: return tr("%1 is not what was recorded: its content and its own checksums differ. Compare it with another copy before you rely on it.");
    case ErrorCode::ReaderFailed: return tr("The reader for this format stopped on %1, which was left alone; the rest went on. Save the article as HTML or text, then rescan.");
    case ErrorCode::TimedOut: return tr("%1 took too long to read and was given up; the rest went on. Save only the article's text, then rescan.");
    case ErrorCode::Unreadable: return tr("%1 could not be read. Check the disk or the network share, then rescan.");
    case ErrorCode::EmptyFolder: return tr("%1 holds no file that could be an article. Put saved pages, texts or e-mails in it, or choose another folder.");
    case ErrorCode::LanguageNotCompared: return tr("%1 is kept and can be read and searched, but only English is compared so far.");
    case ErrorCode::NotAnArticle: return tr("%1 holds data, no article, and was passed over.");
    case ErrorCode::OnlyReferences: return tr("%1 holds references, no articles, and was passed over. Save the articles' own pages or texts beside it.");
    case ErrorCode::OnlyFeedNames: return tr("%1 is a list of feeds, holds no articles, and was passed over. Save the feeds or the articles themselves.");
    case ErrorCode::OnlySummary: return tr("%1 gives only a summary of the article. Save the article's own page for the whole of it.");
    case ErrorCode::Withdrawn: return tr("The article in %1 was withdrawn by its publisher and is left out. Look for the version that took its place.");
    case ErrorCode::AttachmentNotRead: return tr("An attachment of %1 was not read. Save it as a file of its own, then rescan the folder.");
    case ErrorCode::NotALibrary: return tr("%1 is not a Variorum library. It was not touched; choose another file.");
    case ErrorCode::LibraryNewer: return tr("%1 was written by a newer Variorum. It was not touched; update the program to open it.");
    case ErrorCode::LibraryDamaged: return tr("%1 is damaged. It was not touched; keep it, and open a copy or begin a new library.");
    case ErrorCode::LibraryReadOnly: return tr("%1 cannot be written to. Copy it to a place where you may write, then open the copy.");
    case ErrorCode::LibraryBusy: return tr("%1 is in use by another program. Close that, then try again.");
    case ErrorCode::LibraryOpenElsewhere: return tr("%1 is open in another window or program. It is shown as it is; nothing is stored from here until that one is closed.");
    case ErrorCode::DiskFull: return tr("There is no room left on the disk for %1. Free some space, then try again; nothing saved before is lost.");
    case ErrorCode::WriteFailed: return tr("%1 could not be written. Check the folder and its permissions, or choose another place.");
    case ErrorCode::ResourceMissing: return tr("A part of the program is missing: %1. Install Variorum again.");
    case ErrorCode::ResourceDamaged: return tr("A part of the program is damaged: %1. Install Variorum again.");
    case ErrorCode::Cancelled: return tr("Stopped as you asked. What was done up to then is kept.");
    case ErrorCode::Usage: return tr("%1 is not understood here. See --help.");
    case ErrorCode::Internal: return tr("Variorum made a mistake on %1. The rest went on; please report it.");
    }
    return {};
}

} // namespace

bool isPassedOver(ErrorCode code)
{
    return code == ErrorCode::NotAnArticle || code == ErrorCode::OnlyReferences || code == ErrorCode::OnlyFeedNames;
}

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound: return QStringLiteral("not-found");
    case ErrorCode::PermissionDenied: return QStringLiteral("permission-denied");
    case ErrorCode::NotAFile: return QStringLiteral("not-a-file");
    case ErrorCode::NotAFolder: return QStringLiteral("not-a-folder");
    case ErrorCode::Vanished: return QStringLiteral("vanished");
    case ErrorCode::TooLarge: return QStringLiteral("too-large");
    case ErrorCode::EmptyFile: return QStringLiteral("empty-file");
    case ErrorCode::BinaryFile: return QStringLiteral("binary-file");
    case ErrorCode::UnknownFormat: return QStringLiteral("unknown-format");
    case ErrorCode::OldFormat: return QStringLiteral("old-format");
    case ErrorCode::PasswordNeeded: return QStringLiteral("password-needed");
    case ErrorCode::ScannedPages: return QStringLiteral("scanned-pages");
    case ErrorCode::CharsetDoubtful: return QStringLiteral("charset-doubtful");
    case ErrorCode::NoArticleText: return QStringLiteral("no-article-text");
    case ErrorCode::TooComplex: return QStringLiteral("too-complex");
    case ErrorCode::Truncated: return QStringLiteral("truncated");
    case ErrorCode::Malformed: return QStringLiteral("malformed");
    case ErrorCode::NotRecorded: return QStringLiteral("not-recorded");
    case ErrorCode::ErrorPage: return QStringLiteral("error-page");
    case ErrorCode::FrontPage: return QStringLiteral("front-page");
    case ErrorCode::OnlyOpenPart: return QStringLiteral("only-open-part");
    case ErrorCode::OnlyFirstArticle: return QStringLiteral("only-first-article");
    case ErrorCode::ChecksumMismatch: return QStringLiteral("checksum-mismatch");
    case ErrorCode::ReaderFailed: return QStringLiteral("reader-failed");
    case ErrorCode::TimedOut: return QStringLiteral("timed-out");
    case ErrorCode::Unreadable: return QStringLiteral("unreadable");
    case ErrorCode::EmptyFolder: return QStringLiteral("empty-folder");
    case ErrorCode::LanguageNotCompared: return QStringLiteral("language-not-compared");
    case ErrorCode::NotAnArticle: return QStringLiteral("not-an-article");
    case ErrorCode::OnlyReferences: return QStringLiteral("only-references");
    case ErrorCode::OnlyFeedNames: return QStringLiteral("only-feed-names");
    case ErrorCode::OnlySummary: return QStringLiteral("only-summary");
    case ErrorCode::Withdrawn: return QStringLiteral("withdrawn");
    case ErrorCode::AttachmentNotRead: return QStringLiteral("attachment-not-read");
    case ErrorCode::NotALibrary: return QStringLiteral("not-a-library");
    case ErrorCode::LibraryNewer: return QStringLiteral("library-newer");
    case ErrorCode::LibraryDamaged: return QStringLiteral("library-damaged");
    case ErrorCode::LibraryReadOnly: return QStringLiteral("library-read-only");
    case ErrorCode::LibraryBusy: return QStringLiteral("library-busy");
    case ErrorCode::LibraryOpenElsewhere: return QStringLiteral("library-open-elsewhere");
    case ErrorCode::DiskFull: return QStringLiteral("disk-full");
    case ErrorCode::WriteFailed: return QStringLiteral("write-failed");
    case ErrorCode::ResourceMissing: return QStringLiteral("resource-missing");
    case ErrorCode::ResourceDamaged: return QStringLiteral("resource-damaged");
    case ErrorCode::Cancelled: return QStringLiteral("cancelled");
    case ErrorCode::Usage: return QStringLiteral("usage");
    case ErrorCode::Internal: return QStringLiteral("internal");
    }
    return {};
}

QString describe(const Error &error)
{
    QString text = error.isTotal ? sentenceOfLoss(error.code) : QString();
    if (text.isEmpty() && !error.member.isEmpty())
        text = sentenceOfPart(error.code);
    if (text.isEmpty())
        text = sentence(error.code);
    const QString name = error.member.isEmpty() ? error.path : QCoreApplication::translate("Errors", "%1 in %2", "member, file").arg(error.member, error.path);
    if (error.code == ErrorCode::LibraryOpenElsewhere && !error.detail.isEmpty())
        text = QCoreApplication::translate("Errors", "%1 is open elsewhere (%2). It is shown as it is; nothing is stored from here until that one is closed.").arg(QStringLiteral("%1"), error.detail);
    return text.contains(QLatin1String("%1")) ? text.arg(name) : text;
}

} // namespace variorum::base
