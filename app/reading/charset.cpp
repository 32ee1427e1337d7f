// Which charset a file's bytes are in.
//
// UTF-8 is tried before the declaration since it almost never fits by accident: a legacy text of some length that
// happens to be valid UTF-8 is practically plain ASCII, and pages copied by tools often keep the declaration of the
// original (windows-1251) over text that has become UTF-8. Legacy charsets are a matter of likelihood (guess_charset.h),
// where the declaration has a strong voice and not the last word: servers declare iso-8859-1 over anything.
//
//     bytes "caf\xC3\xA9", declared iso-8859-1  ->  UTF-8 "café"
//     bytes "caf\xE9",     declared utf-8       ->  guessed: windows-1252 "café", doubtful

#include "reading/charset.h"

#include "reading/charset_decoder.h"
#include "reading/guess_charset.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

struct ByteOrderMark {
    const char *bytes;
    qsizetype size;
    const char *charset;
};

// UTF-32LE before UTF-16LE: its mark begins with the other's.
constexpr std::array<ByteOrderMark, 5> kMarks{{
    {"\xFF\xFE\x00\x00", 4, "UTF-32LE"},
    {"\x00\x00\xFE\xFF", 4, "UTF-32BE"},
    {"\xEF\xBB\xBF", 3, "UTF-8"},
    {"\xFF\xFE", 2, "UTF-16LE"},
    {"\xFE\xFF", 2, "UTF-16BE"},
}};

/// The number of bytes of the UTF-8 sequence at the start, 0 where there is none (RFC 3629: no overlong form, no surrogate).
qsizetype utf8SequenceSize(QByteArrayView bytes)
{
    const auto at = [&bytes](qsizetype index) { return index < bytes.size() ? static_cast<unsigned char>(bytes[index]) : 0U; };
    const auto follows = [&at](qsizetype index) { return (at(index) & 0xC0U) == 0x80U; };
    const unsigned first = at(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool inRange = (first != 0xE0 || at(1) >= 0xA0) && (first != 0xED || at(1) < 0xA0);
        return inRange && follows(1) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool inRange = (first != 0xF0 || at(1) >= 0x90) && (first != 0xF4 || at(1) < 0x90);
        return inRange && follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

struct Utf8Count {
    qsizetype good = 0; ///< sequences of more than one byte
    qsizetype bad = 0; ///< places; the bytes of one broken sequence are one
    qsizetype never = 0; ///< of the bad ones, bytes that no UTF-8 has and hardly another charset's text: 0xFE, 0xFF, encoded surrogates
};

/// Bytes at the start that look like a sequence and are none: a surrogate, an overlong form, one cut short. At least 1.
qsizetype brokenSequenceSize(QByteArrayView bytes)
{
    const auto byte = [&bytes](qsizetype at) { return static_cast<unsigned char>(bytes[at]); };
    const qsizetype wanted = byte(0) >= 0xF0 && byte(0) <= 0xF4 ? 4 : byte(0) >= 0xE0 && byte(0) < 0xF0 ? 3
                                                                                                        : 1;
    qsizetype size = 1;
    while (size < std::min(wanted, bytes.size()) && (byte(size) & 0xC0U) == 0x80U)
        ++size;
    return size;
}

Utf8Count countUtf8(QByteArrayView bytes)
{
    Utf8Count count;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = utf8SequenceSize(bytes.sliced(at));
        if (size > 1)
            ++count.good;
        // A sequence cut by the end of the file is no evidence against UTF-8, if there is any for it.
        if (size == 0 && (bytes.size() - at > 3 || count.good == 0)) {
            ++count.bad;
            const auto first = static_cast<unsigned char>(bytes[at]);
            count.never += first >= 0xFE || (first == 0xED && brokenSequenceSize(bytes.sliced(at)) == 3);
        }
        at += size > 0 ? size : brokenSequenceSize(bytes.sliced(at));
    }
    return count;
}

unsigned byteAt(QByteArrayView bytes, qsizetype at) { return static_cast<unsigned char>(bytes[at]); }

bool isControl(unsigned row, unsigned cell) { return row == 0 && cell < 0x20 && cell != 0x09 && cell != 0x0A && cell != 0x0C && cell != 0x0D; }

/// UTF-32 without a mark: every four bytes are a character, one of which news is made.
bool isUnmarkedUtf32(QByteArrayView bytes, bool isLittle)
{
    const qsizetype quads = std::min<qsizetype>(bytes.size(), 4096) / 4;
    qsizetype low = 0;
    for (qsizetype quad = 0; quad < quads; ++quad) {
        const qsizetype at = 4 * quad;
        const unsigned top = byteAt(bytes, isLittle ? at + 3 : at);
        const unsigned plane = byteAt(bytes, isLittle ? at + 2 : at + 1);
        const unsigned row = byteAt(bytes, isLittle ? at + 1 : at + 2);
        const unsigned cell = byteAt(bytes, isLittle ? at : at + 3);
        if (top != 0 || plane > 0x10 || (plane == 0 && row >= 0xD8 && row <= 0xDF) || (plane == 0 && isControl(row, cell)))
            return false;
        low += plane == 0;
    }
    return quads >= 4 && low * 2 >= quads;
}

/// Characters that stand in every text of any script, by 16-bit unit: space, line end, full stops and commas of East Asia.
bool isEverywhere(unsigned high, unsigned low)
{
    return (high == 0x00 && (low == 0x20 || low == 0x0A || low == 0x0D || low == 0x2C || low == 0x2E)) || (high == 0x30 && low <= 0x02) || (high == 0xFF && (low == 0x0C || low == 0x1A));
}

/// UTF-16 without a mark: NULs stand on one side of nearly every pair, or, in scripts without them, the characters of every
/// text do in one order of the bytes and hardly in the other. Empty where the bytes do not look so.
QByteArray unmarkedUtf16(QByteArrayView bytes)
{
    const qsizetype pairs = std::min<qsizetype>(bytes.size(), 4096) / 2;
    qsizetype nullFirst = 0;
    qsizetype nullSecond = 0;
    qsizetype everywhereBig = 0;
    qsizetype everywhereLittle = 0;
    qsizetype controlsBig = 0;
    qsizetype controlsLittle = 0;
    for (qsizetype pair = 0; pair < pairs; ++pair) {
        const unsigned first = byteAt(bytes, 2 * pair);
        const unsigned second = byteAt(bytes, 2 * pair + 1);
        nullFirst += first == 0;
        nullSecond += second == 0;
        everywhereBig += isEverywhere(first, second);
        everywhereLittle += isEverywhere(second, first);
        controlsBig += isControl(first, second);
        controlsLittle += isControl(second, first);
    }
    const bool canBeBig = controlsBig * 50 <= pairs;
    const bool canBeLittle = controlsLittle * 50 <= pairs;
    if (pairs < 4)
        return {};
    if (std::min(nullFirst, nullSecond) * 20 <= pairs) {
        if (canBeLittle && nullSecond * 2 > pairs)
            return "UTF-16LE";
        if (canBeBig && nullFirst * 2 > pairs)
            return "UTF-16BE";
    }
    if (nullFirst + nullSecond == 0) // line ends and spaces hold one
        return {};
    if (canBeLittle && everywhereLittle * 50 >= pairs && everywhereBig * 5 <= everywhereLittle && nullFirst * 10 <= nullSecond)
        return "UTF-16LE";
    if (canBeBig && everywhereBig * 50 >= pairs && everywhereLittle * 5 <= everywhereBig && nullSecond * 10 <= nullFirst)
        return "UTF-16BE";
    return {};
}

QByteArray unmarkedUnicode(QByteArrayView bytes)
{
    if (isUnmarkedUtf32(bytes, true))
        return "UTF-32LE";
    if (isUnmarkedUtf32(bytes, false))
        return "UTF-32BE";
    return unmarkedUtf16(bytes);
}

/// The charset that switches by escape sequences, by the sequence that says so; empty where there is none. Such text is ASCII
/// to the eye of a decoder, and valid UTF-8.
QByteArray escapedCharset(QByteArrayView bytes)
{
    if (!bytes.contains('\x1B'))
        return {};
    const auto holds = [bytes](const char *sequence) { return bytes.indexOf(QByteArrayView(sequence)) >= 0; };
    if (holds("\x1B$)C"))
        return "ISO-2022-KR";
    if (holds("\x1B$)A") || holds("\x1B$)G"))
        return "ISO-2022-CN";
    return holds("\x1B$B") || holds("\x1B$@") || holds("\x1B(J") || holds("\x1B$(D") ? QByteArray("ISO-2022-JP") : QByteArray();
}

/// Whether bytes are UTF-8 in spite of their broken places. A legacy text has whole sequences only by accident, fewer than
/// broken places; where UTF-8 is declared, as many are enough, or none if all that is broken are bytes that nobody writes.
bool isDamagedUtf8(const Utf8Count &count, const QByteArray &declared)
{
    constexpr qsizetype kFewest = 4; // sequences, where nothing is declared
    if (decoderName(declared).toLower() == "utf-8")
        return count.good >= count.bad || count.never == count.bad;
    return count.good > 10 * count.bad || (count.good >= kFewest && count.good >= 2 * count.bad) || (count.good > 0 && count.never == count.bad);
}

QString canonicalName(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    if (lower.startsWith("utf-"))
        return QString::fromLatin1(name.toUpper());
    return QString::fromLatin1(name);
}

Decoded decodedAs(QByteArrayView bytes, const QByteArray &charset, bool isDoubtful)
{
    std::optional<DecodedBytes> made = decodeAs(bytes, charset);
    if (!made)
        return {QString::fromLatin1(bytes), u"windows-1252"_s, true};
    return {std::move(made->text), canonicalName(charset), isDoubtful || made->bad > 0};
}

} // namespace

Decoded decode(QByteArrayView bytes, const QByteArray &declared)
{
    for (const ByteOrderMark &mark : kMarks) {
        if (bytes.startsWith(QByteArrayView(mark.bytes, mark.size)))
            return decodedAs(bytes.sliced(mark.size), mark.charset, false);
    }
    if (const QByteArray unicode = unmarkedUnicode(bytes); !unicode.isEmpty())
        return decodedAs(bytes, unicode, false);
    const Utf8Count utf8 = countUtf8(bytes);
    if (const QByteArray escaped = escapedCharset(bytes); !escaped.isEmpty() && utf8.good == 0)
        return decodedAs(bytes, escaped, false);
    if (utf8.bad == 0)
        return {QString::fromUtf8(bytes), u"UTF-8"_s, false};
    if (isDamagedUtf8(utf8, declared))
        return {QString::fromUtf8(bytes), u"UTF-8"_s, true};
    const QByteArray label = decoderName(declared);
    const CharsetGuess guess = guessCharset(bytes, label);
    const bool isContradicted = !label.isEmpty() && label.toLower() != guess.charset.toLower();
    return decodedAs(bytes, guess.charset, isContradicted || guess.isDoubtful);
}

QByteArray declaredCharset(QByteArrayView bytes)
{
    static const QRegularExpression kXml(u"^\\s*<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)"_s);
    static const QRegularExpression kMeta(u"<meta\\b[^>]{0,500}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)"_s, QRegularExpression::CaseInsensitiveOption);
    const QString head = QString::fromLatin1(bytes.first(std::min<qsizetype>(bytes.size(), 4096)));
    for (const QRegularExpression &pattern : {kMeta, kXml}) {
        const QRegularExpressionMatch match = pattern.match(head);
        if (match.hasMatch())
            return match.captured(1).toLatin1();
    }
    return {};
}

bool looksLikeText(QByteArrayView bytes)
{
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 64 * 1024));
    for (const ByteOrderMark &mark : kMarks) {
        if (head.startsWith(QByteArrayView(mark.bytes, mark.size)))
            return true;
    }
    if (!unmarkedUnicode(head).isEmpty())
        return true;
    qsizetype controls = 0;
    qsizetype nulls = 0;
    for (const char byte : head) {
        const auto value = static_cast<unsigned char>(byte);
        nulls += value == 0;
        controls += value < 0x20 && value != '\n' && value != '\r' && value != '\t' && value != '\f' && value != 0x1B;
    }
    // A stray NUL in a text is damage, many are another format.
    constexpr qsizetype kStray = 2;
    constexpr qsizetype kShortest = 40; // with one: a few bytes may be anything
    const bool hasStray = nulls <= kStray && head.size() >= kShortest;
    return (nulls * 1000 <= head.size() || hasStray) && controls * 50 <= std::max<qsizetype>(head.size(), kStray * 50);
}

} // namespace variorum::reading
