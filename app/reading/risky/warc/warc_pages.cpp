// WARC 1.1 (ISO 28500): records one after the other, each with header lines, an empty line, a block of Content-Length
// bytes and two line ends. A "response" block is an HTTP message, a "resource" block the thing itself.
//
//     WARC/1.1                                                       HTTP/1.1 200 OK
//     WARC-Type: response                                            Content-Type: text/html; charset=iso-8859-2
//     WARC-Target-URI: https://bay.example/2031/03/14/ferry    +     Transfer-Encoding: chunked
//     Content-Length: 8123                                           <html> ...
//     ->  the page, read as any page, with that URL

#include "reading/risky/warc/warc_pages.h"

#include "reading/charset.h"
#include "reading/clean_text.h"
#include "reading/risky/warc/http_message.h"
#include "reading/written_date.h"

#include <QCryptographicHash>
#include <QSet>
#include <algorithm>
#include <utility>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

constexpr qint64 kMostRecordBytes = 16LL * 1024 * 1024 + 64 * 1024; // a body and its headers
constexpr qsizetype kLongestLine = 64 * 1024;

struct Record {
    QByteArray type;
    QString url;
    ContentType contentType;
    qint64 byteCount = 0;
    QByteArray digest; ///< of the payload, as its header has it; may be empty
};

/// RFC 4648, as WARC writes digests: "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ".
QByteArray base32(const QByteArray &bytes)
{
    constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QByteArray text;
    quint32 held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = (held << 8U) | static_cast<quint8>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += kLetters[(held >> static_cast<quint32>(bits - 5)) & 31U];
        held &= (1U << static_cast<quint32>(bits)) - 1U;
    }
    if (bits > 0)
        text += kLetters[(held << static_cast<quint32>(5 - bits)) & 31U];
    return text;
}

/// Whether a record says what its payload's SHA-1 is, and it is another. Other digests are not checked.
bool isNotAsRecorded(const QByteArray &digest, const QList<QByteArray> &found)
{
    const QByteArray wanted = digest.mid(5).trimmed();
    const auto is = [&wanted](const QByteArray &hash) { return wanted.compare(base32(hash), Qt::CaseInsensitive) == 0 || wanted.compare(hash.toHex(), Qt::CaseInsensitive) == 0; };
    const bool isKnown = digest.left(5).toLower() == "sha1:" && (wanted.size() == 32 || wanted.size() == 40);
    return isKnown && std::none_of(found.begin(), found.end(), is);
}

bool isReadable(const QByteArray &mediaType)
{
    return mediaType == "text/html" || mediaType == "application/xhtml+xml" || mediaType == "application/pdf" || mediaType == "text/plain";
}

/// Not a page, though it is text.
bool isForRobots(const QString &url) { return url.section(u'?', 0, 0).endsWith("/robots.txt"_L1); }

class WarcReader {
public:
    WarcReader(const Source &source, ByteStream &stream, Budget &budget, const WantedPages &wanted)
        : m_source(source)
        , m_stream(stream)
        , m_budget(budget)
        , m_wanted(wanted)
    {
    }

    std::vector<Draft> read()
    {
        while (const auto record = nextRecord()) {
            if (isWanted(*record))
                readRecord(*record);
            else
                m_stream.skip(record->byteCount);
            if (m_budget.members <= 0) {
                m_problem = base::Error{base::ErrorCode::TooLarge, {}, u"only its first pages were read"_s};
                break;
            }
        }
        if (m_stream.problem())
            m_problem = m_stream.problem();
        tellProblem();
        return std::move(m_drafts);
    }

private:
    [[nodiscard]] std::optional<Record> nextRecord()
    {
        std::optional<QByteArray> line = m_stream.takeLine(kLongestLine);
        while (line && line->trimmed().isEmpty())
            line = m_stream.takeLine(kLongestLine);
        if (!line)
            return std::nullopt;
        if (!line->startsWith("WARC/")) {
            m_problem = base::Error{base::ErrorCode::Malformed, {}, u"a record does not begin where the one before ends"_s};
            return std::nullopt;
        }
        HeaderFields fields;
        line = m_stream.takeLine(kLongestLine);
        for (; line && !line->isEmpty(); line = m_stream.takeLine(kLongestLine))
            fields.add(*line);
        Record record;
        record.type = fields.value("warc-type").toLower();
        QByteArray url = fields.value("warc-target-uri");
        if (url.startsWith('<') && url.endsWith('>')) // as WARC 1.0 had it in its examples
            url = url.mid(1, url.size() - 2);
        record.url = cleanCharacters(QString::fromUtf8(url)).simplified();
        record.contentType = ContentType::of(fields.value("content-type"));
        record.digest = fields.value("warc-payload-digest");
        record.byteCount = std::max<qint64>(fields.value("content-length").toLongLong(), 0);
        return record;
    }

    [[nodiscard]] bool isWanted(const Record &record) const
    {
        if ((record.type != "response" && record.type != "resource") || !record.url.startsWith("http"_L1))
            return false;
        if (m_wanted.isListed)
            return m_wanted.titles.contains(urlKey(record.url));
        return !isForRobots(record.url) && (record.type == "response" || isReadable(record.contentType.mediaType));
    }

    void readRecord(Record record)
    {
        if (record.byteCount > kMostRecordBytes) {
            const QByteArrayView start = m_stream.peek(4096);
            Budget none;
            const auto message = parseHttpResponse(start, none);
            const bool isPage = message ? isReadable(message->type.mediaType) : isReadable(record.contentType.mediaType);
            m_stream.skip(record.byteCount);
            if (isPage)
                fail(record.url, {base::ErrorCode::TooLarge, {}, u"%1 bytes"_s.arg(record.byteCount)});
            return;
        }
        const QByteArray block = m_stream.take(static_cast<qsizetype>(record.byteCount));
        if (block.size() < record.byteCount)
            record.digest.clear(); // that it is cut is told below
        if (record.type == "resource") {
            HttpMessage message;
            message.type = record.contentType;
            message.body = block;
            message.digests = {QCryptographicHash::hash(block, QCryptographicHash::Sha1)};
            readBody(record, message);
        } else if (const auto message = parseHttpResponse(block, m_budget); message && message->status == 200 && isReadable(message->type.mediaType)) {
            readBody(record, *message);
        }
        if (block.size() < record.byteCount)
            m_problem = base::Error{base::ErrorCode::Truncated, {}, {}};
    }

    void readBody(const Record &record, const HttpMessage &message)
    {
        if (message.body.trimmed().isEmpty()) {
            if (message.problem)
                fail(record.url, *message.problem);
            return;
        }
        const QByteArray hash = QCryptographicHash::hash(message.body, QCryptographicHash::Sha1) + record.url.toUtf8();
        if (m_seen.contains(hash))
            return; // fetched twice
        m_seen.insert(hash);
        QString charset;
        const QByteArray bytes = inUtf8(message, charset);
        const bool isChanged = isNotAsRecorded(record.digest, message.digests);
        for (Draft &draft : readMember(m_source, bytes, record.url)) {
            if (isChanged)
                draft.problems.push_back({base::ErrorCode::ChecksumMismatch, {}, {}});
            if (!charset.isEmpty())
                draft.charset = charset;
            if (message.problem)
                draft.problems.push_back(*message.problem);
            complete(record.url, draft);
            m_drafts.push_back(std::move(draft));
        }
    }

    /// What the server said of the charset outranks what the page says of itself, and the person outranks both.
    [[nodiscard]] QByteArray inUtf8(const HttpMessage &message, QString &charset) const
    {
        if (!m_source.charset.isEmpty() || message.type.charset.isEmpty() || !message.type.mediaType.startsWith("text/"))
            return message.body;
        const Decoded text = decode(message.body, message.type.charset);
        charset = text.charset;
        return "\xEF\xBB\xBF" + text.text.toUtf8();
    }

    void complete(const QString &url, Draft &draft) const
    {
        draft.find(MetadataField::Url, Trust::Visible, url, u"WARC-Target-URI"_s);
        if (const auto date = dateInAddress(url); date && !draft.best(MetadataField::Published))
            draft.find(MetadataField::Published, Trust::Address, *date, u"url"_s);
        draft.find(MetadataField::Title, Trust::Visible, m_wanted.titles.value(urlKey(url)), u"pages.jsonl"_s);
    }

    void fail(const QString &url, base::Error error)
    {
        Draft draft;
        draft.failure = std::move(error);
        draft.member = url;
        m_drafts.push_back(std::move(draft));
    }

    /// Frames and widgets answer with pages too: where a list did not ask for them and others were read, they are no loss.
    void tellProblem()
    {
        const auto isRead = [](const Draft &draft) { return !draft.blocks.empty(); };
        if (!m_wanted.isListed && std::any_of(m_drafts.begin(), m_drafts.end(), isRead))
            std::erase_if(m_drafts, [](const Draft &draft) { return draft.blocks.empty() && (!draft.failure || draft.failure->code == base::ErrorCode::NoArticleText); });
        if (!m_problem)
            return;
        if (m_drafts.empty() || m_drafts.back().blocks.empty())
            fail({}, *m_problem);
        else
            m_drafts.back().problems.push_back(*m_problem);
    }

    const Source &m_source;
    ByteStream &m_stream;
    Budget &m_budget;
    const WantedPages &m_wanted;
    std::vector<Draft> m_drafts;
    QSet<QByteArray> m_seen;
    std::optional<base::Error> m_problem;
};

} // namespace

QString urlKey(const QString &url) { return url.section(u'#', 0, 0); }

std::vector<Draft> readWarcPages(const Source &source, ByteStream &stream, Budget &budget, const WantedPages &wanted)
{
    return WarcReader(source, stream, budget, wanted).read();
}

} // namespace variorum::reading::risky
