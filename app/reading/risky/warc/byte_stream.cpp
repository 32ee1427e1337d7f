#include "reading/risky/warc/byte_stream.h"

#include <algorithm>
#include <zlib.h>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kChunk = 64 * 1024;

bool isZlib(QByteArrayView bytes)
{
    return bytes.size() >= 2 && bytes[0] == '\x78' && ((static_cast<unsigned char>(bytes[0]) << 8U) + static_cast<unsigned char>(bytes[1])) % 31 == 0;
}

} // namespace

bool isGzip(QByteArrayView bytes) { return bytes.startsWith("\x1F\x8B"); }

ByteStream::ByteStream(QByteArrayView bytes, Budget &budget)
    : m_source(bytes)
    , m_budget(budget)
{
    if (!isGzip(bytes) && !isZlib(bytes))
        return;
    m_inflater = std::make_unique<z_stream_s>();
    constexpr int kGzipOrZlib = 15 + 32;
    if (inflateInit2(m_inflater.get(), kGzipOrZlib) != Z_OK) {
        m_inflater.reset();
        m_source = {};
        m_problem = base::Error{base::ErrorCode::Malformed, {}, u"zlib"_s};
    }
}

ByteStream::~ByteStream()
{
    if (m_inflater)
        inflateEnd(m_inflater.get());
}

bool ByteStream::fill()
{
    if (m_taken > kChunk) {
        m_buffer.remove(0, m_taken);
        m_taken = 0;
    }
    if (m_source.isEmpty() || m_problem)
        return false;
    if (!m_inflater) {
        const QByteArrayView piece = m_source.first(std::min(kChunk, m_source.size()));
        m_buffer.append(piece.data(), piece.size());
        m_source = m_source.sliced(piece.size());
        return true;
    }
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + kChunk);
    constexpr qsizetype kMostIn = 1 << 30;
    m_inflater->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(m_source.data())); // zlib's next_in is not const and is only read
    m_inflater->avail_in = static_cast<uInt>(std::min(kMostIn, m_source.size()));
    m_inflater->next_out = reinterpret_cast<Bytef *>(m_buffer.data() + before);
    m_inflater->avail_out = static_cast<uInt>(kChunk);
    const uInt offered = m_inflater->avail_in;
    const int result = inflate(m_inflater.get(), Z_NO_FLUSH);
    m_source = m_source.sliced(static_cast<qsizetype>(offered - m_inflater->avail_in));
    const qsizetype got = kChunk - static_cast<qsizetype>(m_inflater->avail_out);
    m_buffer.truncate(before + got);
    m_budget.bytes -= got;
    if (m_budget.bytes < 0)
        m_problem = base::Error{base::ErrorCode::TooLarge, {}, u"it unpacks to more than is read of one file"_s};
    else if (result == Z_STREAM_END && isGzip(m_source))
        inflateReset(m_inflater.get());
    else if (result == Z_STREAM_END)
        m_source = {}; // what may follow is padding
    else if (result != Z_OK)
        m_problem = base::Error{m_source.isEmpty() ? base::ErrorCode::Truncated : base::ErrorCode::Malformed, {}, {}};
    else if (m_source.isEmpty() && m_inflater->avail_out > 0)
        m_problem = base::Error{base::ErrorCode::Truncated, {}, {}};
    return got > 0 || (!m_source.isEmpty() && !m_problem);
}

QByteArrayView ByteStream::peek(qsizetype most)
{
    while (waiting() < most && fill()) {
    }
    return QByteArrayView(m_buffer).sliced(m_taken, std::min(most, waiting()));
}

QByteArray ByteStream::take(qsizetype count)
{
    const QByteArray taken = peek(count).toByteArray();
    m_taken += taken.size();
    return taken;
}

std::optional<QByteArray> ByteStream::takeLine(qsizetype most)
{
    qsizetype searched = 0;
    for (;;) {
        const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_taken);
        const qsizetype end = rest.indexOf('\n', searched);
        if (end >= 0 && end <= most) {
            QByteArray line = rest.first(end).toByteArray();
            m_taken += end + 1;
            if (line.endsWith('\r'))
                line.chop(1);
            return line;
        }
        if (rest.size() > most)
            return take(most);
        searched = rest.size();
        const qsizetype before = m_taken;
        if (!fill())
            return waiting() > 0 ? std::optional(take(waiting())) : std::nullopt;
        if (m_taken != before)
            searched = 0; // the buffer has moved
    }
}

void ByteStream::skip(qint64 count)
{
    while (count > 0) {
        const auto step = static_cast<qsizetype>(std::min<qint64>(count, kChunk));
        const qsizetype there = peek(step).size();
        m_taken += there;
        count -= there;
        if (there < step)
            return;
    }
}

Inflated inflated(QByteArrayView bytes, Budget &budget, qsizetype most)
{
    ByteStream stream(bytes, budget);
    Inflated all{stream.take(most), {}};
    all.problem = stream.problem();
    if (!all.problem && !stream.peek(1).isEmpty())
        all.problem = base::Error{base::ErrorCode::TooLarge, {}, u"it unpacks to more than %1 bytes"_s.arg(most)};
    return all;
}

} // namespace variorum::reading::risky
