#pragma once

#include "reading/reader.h"
#include "reading/risky/warc/byte_stream.h"

#include <QHash>
#include <QString>
#include <vector>

namespace variorum::reading::risky {

/// Which pages of a WARC are wanted: those listed, by URL, with their titles; or where there is no list, whatever was
/// answered with "200" and is a page, a PDF or plain text.
struct WantedPages {
    bool isListed = false;
    QHash<QString, QString> titles; ///< by urlKey(); a title may be empty
};

/// A URL as lists and records are matched: without its fragment.
[[nodiscard]] QString urlKey(const QString &url);

/// Reads the wanted records of a WARC through the source's readers. Their URL is the record's; the day of recording is no
/// date of publication and is not given. What broke the stream off is the problem of the last draft, or its failure.
[[nodiscard]] std::vector<Draft> readWarcPages(const Source &source, ByteStream &stream, Budget &budget, const WantedPages &wanted);

} // namespace variorum::reading::risky
