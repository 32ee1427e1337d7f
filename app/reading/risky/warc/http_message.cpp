#include "reading/risky/warc/http_message.h"

#include "reading/risky/warc/byte_stream.h"

#include <QCryptographicHash>
#include <algorithm>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kMostBodyBytes = 16LL * 1024 * 1024;
constexpr qsizetype kMostFields = 500;

/// The chunks' contents; nothing where the bytes are not of that form.
std::optional<QByteArray> withoutChunks(QByteArrayView bytes)
{
    QByteArray body;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        constexpr qsizetype kLongestLine = 200;
        if (end < 0 || end > kLongestLine)
            return body.isEmpty() ? std::nullopt : std::optional(body);
        QByteArray size = bytes.first(end).toByteArray();
        if (const qsizetype extension = size.indexOf(';'); extension >= 0)
            size.truncate(extension);
        size = size.trimmed();
        bool isNumber = false;
        const qlonglong count = size.toLongLong(&isNumber, 16);
        if (!isNumber || count < 0)
            return body.isEmpty() ? std::nullopt : std::optional(body);
        bytes = bytes.sliced(end + 1);
        if (count == 0)
            return body;
        const QByteArrayView piece = bytes.first(std::min<qsizetype>(count, bytes.size()));
        body.append(piece.data(), piece.size());
        bytes = bytes.sliced(piece.size());
        while (!bytes.isEmpty() && (bytes.front() == '\r' || bytes.front() == '\n'))
            bytes = bytes.sliced(1);
    }
    return body;
}

void unpackBody(HttpMessage &message, const QByteArray &encoding, Budget &budget)
{
    if (encoding.isEmpty() || encoding == "identity" || encoding == "utf-8")
        return;
    if (encoding != "gzip" && encoding != "x-gzip" && encoding != "deflate") {
        if (message.type.mediaType != "text/html" || !message.body.left(512).contains('<')) {
            message.problem = base::Error{base::ErrorCode::UnknownFormat, {}, u"packed as %1"_s.arg(QString::fromLatin1(encoding))};
            message.body.clear();
        }
        return;
    }
    Inflated unpacked = inflated(message.body, budget, kMostBodyBytes);
    message.body = std::move(unpacked.bytes);
    message.problem = std::move(unpacked.problem);
}

} // namespace

void HeaderFields::add(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon > 0 && m_fields.size() < kMostFields)
        m_fields.append({line.first(colon).trimmed().toByteArray().toLower(), line.sliced(colon + 1).trimmed().toByteArray()});
}

QByteArray HeaderFields::value(QByteArrayView name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [name](const auto &field) { return field.first == name; });
    return found == m_fields.end() ? QByteArray() : found->second;
}

ContentType ContentType::of(const QByteArray &value)
{
    const QList<QByteArray> parts = value.split(';');
    ContentType type{parts.front().trimmed().toLower(), {}};
    for (const QByteArray &part : parts) {
        QByteArray charset = part.trimmed();
        if (!charset.toLower().startsWith("charset="))
            continue;
        charset = charset.mid(8).trimmed();
        if (charset.size() >= 2 && (charset.startsWith('"') || charset.startsWith('\'')))
            charset = charset.mid(1, charset.size() - 2);
        type.charset = charset;
    }
    return type;
}

std::optional<HttpMessage> parseHttpResponse(QByteArrayView bytes, Budget &budget)
{
    if (!bytes.startsWith("HTTP/"))
        return std::nullopt;
    HttpMessage message;
    HeaderFields fields;
    bool isFirst = true;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView line = end < 0 ? bytes : bytes.first(end);
        bytes = bytes.sliced(end < 0 ? bytes.size() : end + 1);
        if (line.trimmed().isEmpty())
            break;
        if (isFirst)
            message.status = line.toByteArray().split(' ').value(1).trimmed().toInt();
        else
            fields.add(line);
        isFirst = false;
    }
    message.type = ContentType::of(fields.value("content-type"));
    message.body = bytes.toByteArray();
    if (fields.value("transfer-encoding").toLower().contains("chunked")) {
        if (const auto whole = withoutChunks(bytes))
            message.body = *whole;
    }
    message.digests = {QCryptographicHash::hash(bytes, QCryptographicHash::Sha1), QCryptographicHash::hash(message.body, QCryptographicHash::Sha1)};
    unpackBody(message, fields.value("content-encoding").toLower().trimmed(), budget);
    message.digests.append(QCryptographicHash::hash(message.body, QCryptographicHash::Sha1));
    return message;
}

} // namespace variorum::reading::risky
