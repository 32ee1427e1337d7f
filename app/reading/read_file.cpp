// The one door into reading. A new input format is one reader and one line in kReaders.

#include "reading/read_file.h"

#include "reading/build_article.h"
#include "reading/charset.h"
#include "reading/clean_text.h"
#include "reading/file_bytes.h"
#include "reading/reader.h"

#include <QCryptographicHash>
#include <algorithm>
#include <array>
#include <utility>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

// In order of how surely content tells: the first that recognises a file reads it.
constexpr std::array kReaders{
    Reader{recognisesMail, readMail},
    Reader{recognisesHtml, readHtml},
    Reader{recognisesMarkdown, readMarkdown},
    Reader{recognisesText, readText},
};

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

model::Article notRead(const QString &path, base::Error error)
{
    model::Article article;
    article.path = path;
    article.outcome = model::ReadOutcome::NotRead;
    error.path = path;
    article.problems.push_back(std::move(error));
    return article;
}

std::vector<Draft> drafts(const Source &source)
{
    for (const Reader &reader : kReaders) {
        if (reader.recognises(source))
            return reader.read(source);
    }
    return {};
}

std::vector<model::Article> articlesIn(QByteArrayView bytes, const QString &shownPath, const ReadOptions &options)
{
    constexpr qsizetype kHeadBytes = 8192;
    const QString head = cleanCharacters(decode(bytes.first(std::min(bytes.size(), kHeadBytes))).text);
    const QString ending = shownPath.mid(shownPath.lastIndexOf(u'.') + 1).toLower();
    std::vector<model::Article> articles;
    for (Draft &draft : drafts({bytes, head, ending}))
        articles.push_back(buildArticle(std::move(draft), options));
    if (articles.empty())
        articles.push_back(notRead(shownPath, {base::ErrorCode::NoArticleText, {}, {}}));
    return articles;
}

base::Error whyNotText(QByteArrayView bytes)
{
    if (const Magic *magic = otherFormat(bytes))
        return {base::ErrorCode::UnknownFormat, {}, QString::fromLatin1(magic->mediaType)};
    return {base::ErrorCode::BinaryFile, {}, {}};
}

bool isBlank(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; });
}

} // namespace

std::vector<model::Article> readBytes(QByteArrayView bytes, const QString &shownPath, const ReadOptions &options)
{
    std::vector<model::Article> articles;
    if (bytes.size() > options.maxFileBytes) {
        articles.push_back(notRead(shownPath, {base::ErrorCode::TooLarge, {}, u"%1 bytes; the limit is %2"_s.arg(bytes.size()).arg(options.maxFileBytes)}));
    } else if (isBlank(bytes)) {
        articles.push_back(notRead(shownPath, {base::ErrorCode::EmptyFile, {}, {}}));
    } else if (otherFormat(bytes) || !looksLikeText(bytes)) {
        articles.push_back(notRead(shownPath, whyNotText(bytes)));
    } else if (options.plain) {
        const Decoded decoded = decode(bytes);
        articles.push_back(plainArticle(decoded.text, options));
        articles.back().charset = decoded.charset;
    } else {
        articles = articlesIn(bytes, shownPath, options);
    }
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    for (size_t at = 0; at < articles.size(); ++at) {
        articles[at].path = shownPath;
        articles[at].part = static_cast<int>(at);
        articles[at].sha256 = hash;
        for (base::Error &problem : articles[at].problems)
            problem.path = shownPath;
    }
    return articles;
}

std::vector<model::Article> readFile(const SourceFile &file, const ReadOptions &options, std::stop_token stop)
{
    const base::Result<QByteArray> bytes = fileBytes(file.nativePath, file.shownPath, options.maxFileBytes, std::move(stop));
    if (!bytes)
        return {notRead(file.shownPath, bytes.error())};
    return readBytes(*bytes, file.shownPath, options);
}

} // namespace variorum::reading
