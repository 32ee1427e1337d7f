// Which reader takes a file: by content, then by ending; and what is said of formats that no reader takes.

#include "reading/charset.h"
#include "reading/clean_text.h"
#include "reading/reader.h"
#include "reading/source_text.h"

#include <algorithm>
#include <array>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

struct Magic {
    const char *bytes;
    qsizetype size;
    const char *mediaType;
};

// Formats that are known and not read: their own message says so, where "holds no text" would be wrong.
constexpr std::array kOtherFormats{
    Magic{"%PDF-", 5, "application/pdf"},
    Magic{"PK\x03\x04", 4, "application/zip"},
    Magic{"\xD0\xCF\x11\xE0", 4, "application/x-ole-storage"},
    Magic{"{\\rtf", 5, "application/rtf"},
    Magic{"\x89PNG\r\n\x1A\n", 8, "image/png"},
    Magic{"\xFF\xD8\xFF", 3, "image/jpeg"},
    Magic{"GIF8", 4, "image/gif"},
    Magic{"RIFF", 4, "application/x-riff"},
    Magic{"\x1F\x8B", 2, "application/gzip"},
    Magic{"BZh", 3, "application/x-bzip2"},
    Magic{"\xFD"
          "7zXZ",
          5, "application/x-xz"},
    Magic{"7z\xBC\xAF", 4, "application/x-7z-compressed"},
    Magic{"\x7F"
          "ELF",
          4, "application/x-elf"},
    Magic{"SQLite format 3", 15, "application/vnd.sqlite3"},
    Magic{"WARC/", 5, "application/warc"},
    Magic{"ID3", 3, "audio/mpeg"},
    Magic{"OggS", 4, "application/ogg"},
};

/// Some marks are letters, and a text may begin with them: those count only where the rest is no text.
const Magic *otherFormat(QByteArrayView bytes)
{
    const bool isTextual = bytes.startsWith("%PDF-") || bytes.startsWith("{\\rtf") || bytes.startsWith("WARC/1.");
    if (!isTextual && looksLikeText(bytes))
        return nullptr;
    const auto found = std::find_if(kOtherFormats.begin(), kOtherFormats.end(), [bytes](const Magic &magic) { return bytes.startsWith(QByteArrayView(magic.bytes, magic.size)); });
    return found == kOtherFormats.end() ? nullptr : &*found;
}

/// Office programs before 2007 wrote containers of their own; newer ones still do so where a password locks the file.
base::Error whyNotOle(QByteArrayView bytes)
{
    const bool isLocked = bytes.contains(QByteArrayView("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32));
    return {isLocked ? base::ErrorCode::PasswordNeeded : base::ErrorCode::OldFormat, {}, u"application/x-ole-storage"_s};
}

base::Error whyNotText(QByteArrayView bytes)
{
    if (bytes.startsWith("\xD0\xCF\x11\xE0"))
        return whyNotOle(bytes);
    if (const Magic *magic = otherFormat(bytes))
        return {base::ErrorCode::UnknownFormat, {}, QString::fromLatin1(magic->mediaType)};
    return {base::ErrorCode::BinaryFile, {}, {}};
}

Draft unread(base::Error error)
{
    Draft draft;
    draft.failure = std::move(error);
    return draft;
}

} // namespace

bool needsHelper(QByteArrayView bytes)
{
    // Some programs put a line, or rubbish, before the mark.
    constexpr qsizetype kMostBefore = 1024;
    const QByteArrayView head = bytes.first(std::min(bytes.size(), kMostBefore));
    const QByteArrayView start = head.trimmed();
    if (start.startsWith("%PDF-") || start.startsWith("{\\rtf") || bytes.startsWith("WARC/"))
        return true;
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06") || bytes.startsWith("PK\x07\x08") || bytes.startsWith("\x1F\x8B"))
        return true;
    return head.contains("%PDF-") && !looksLikeText(head);
}

std::vector<Draft> readWith(std::span<const Reader> readers, QByteArrayView bytes, QStringView name, int depth, Budget *budget, const QByteArray &charset)
{
    constexpr qsizetype kHeadBytes = 8192;
    // Who chooses an encoding says that there is text.
    const bool isText = !otherFormat(bytes) && (looksLikeText(bytes) || (depth == 0 && isKnownCharset(charset)));
    const QString ending = name.mid(name.lastIndexOf(u'.') + 1).toString().toLower();
    Source source{.bytes = bytes, .head = {}, .ending = ending, .readers = readers, .depth = depth, .budget = budget, .charset = charset};
    const QString head = isText ? cleanCharacters(decodeSource(source, bytes.first(std::min(bytes.size(), kHeadBytes))).text) : QString();
    source.head = head;
    const auto reader = std::find_if(readers.begin(), readers.end(), [&source](const Reader &candidate) { return candidate.recognises(source); });
    if (reader == readers.end())
        return {unread(isText ? base::Error{base::ErrorCode::NoArticleText, {}, {}} : whyNotText(bytes))};
    std::vector<Draft> drafts = reader->read(source);
    if (drafts.empty())
        drafts.push_back(unread({base::ErrorCode::NoArticleText, {}, {}}));
    return drafts;
}

std::vector<Draft> readMember(const Source &container, QByteArrayView bytes, const QString &name)
{
    constexpr int kDeepest = 8;
    std::vector<Draft> drafts;
    if (container.depth >= kDeepest)
        drafts.push_back(unread({base::ErrorCode::TooComplex, {}, u"more than %1 containers deep"_s.arg(kDeepest)}));
    else if (container.budget && --container.budget->members < 0)
        drafts.push_back(unread({base::ErrorCode::TooLarge, {}, u"too many members"_s}));
    else
        drafts = readWith(container.readers, bytes, name, container.depth + 1, container.budget, container.charset);
    for (Draft &draft : drafts) {
        if (!name.isEmpty()) // a packed file may have none of its own
            draft.member = draft.member.isEmpty() ? name : name + u'/' + draft.member;
    }
    return drafts;
}

} // namespace variorum::reading
