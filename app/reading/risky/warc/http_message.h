#pragma once

#include "reading/reader.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <optional>
#include <utility>

namespace variorum::reading::risky {

/// Header lines "Name: value" up to an empty one; names in lower case.
class HeaderFields {
public:
    void add(QByteArrayView line);
    /// The first of that name, trimmed; empty where there is none.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;

private:
    QList<std::pair<QByteArray, QByteArray>> m_fields;
};

/// "text/html; charset=utf-8"
struct ContentType {
    QByteArray mediaType; ///< lower case
    QByteArray charset;

    [[nodiscard]] static ContentType of(const QByteArray &value);
};

struct HttpMessage {
    int status = 0;
    ContentType type;
    QByteArray body; ///< as it was before it was cut in chunks and packed for the way
    std::optional<base::Error> problem;
    QList<QByteArray> digests; ///< SHA-1 of the body as it came, without chunks, unpacked: crawlers differ in what they digest
};

/// A response as a WARC keeps it. Crawlers also keep bodies already unpacked under headers that say otherwise: then they
/// are taken as they are. Nothing where it is no HTTP response.
[[nodiscard]] std::optional<HttpMessage> parseHttpResponse(QByteArrayView bytes, Budget &budget);

} // namespace variorum::reading::risky
