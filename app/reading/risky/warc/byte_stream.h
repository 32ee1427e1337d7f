#pragma once

#include "base/error.h"
#include "reading/reader.h"

#include <QByteArray>
#include <QByteArrayView>
#include <memory>
#include <optional>

struct z_stream_s;

namespace variorum::reading::risky {

/// Bytes one after the other, unpacked on the way where they are gzip (of one or many members) or zlib. Holds only what
/// was not taken yet, so that a great record that nobody wants costs no memory. Unpacked bytes are counted in the budget.
class ByteStream {
public:
    /// The bytes and the budget outlive the stream.
    ByteStream(QByteArrayView bytes, Budget &budget);
    ~ByteStream();
    ByteStream(const ByteStream &) = delete;
    ByteStream &operator=(const ByteStream &) = delete;

    /// Up to `most` bytes of what comes next, without taking it.
    [[nodiscard]] QByteArrayView peek(qsizetype most);
    /// Fewer only at the end.
    [[nodiscard]] QByteArray take(qsizetype count);
    /// A line without its end; where it is longer than `most`, its start. Nothing at the end.
    [[nodiscard]] std::optional<QByteArray> takeLine(qsizetype most);
    void skip(qint64 count);

    /// Why the stream ended before its packed bytes did: Truncated, Malformed, TooLarge.
    [[nodiscard]] const std::optional<base::Error> &problem() const { return m_problem; }

private:
    [[nodiscard]] bool fill(); ///< more into the buffer; false at the end
    [[nodiscard]] qsizetype waiting() const { return m_buffer.size() - m_taken; }

    QByteArrayView m_source; // what is not unpacked yet
    Budget &m_budget;
    std::unique_ptr<z_stream_s> m_inflater; // null: the source is taken as it is
    QByteArray m_buffer;
    qsizetype m_taken = 0; // of the buffer
    std::optional<base::Error> m_problem;
};

/// Whether the bytes begin as gzip does.
[[nodiscard]] bool isGzip(QByteArrayView bytes);

/// All of it, up to `most` bytes; what is longer or broken is told by `problem`.
struct Inflated {
    QByteArray bytes;
    std::optional<base::Error> problem;
};
[[nodiscard]] Inflated inflated(QByteArrayView bytes, Budget &budget, qsizetype most);

} // namespace variorum::reading::risky
