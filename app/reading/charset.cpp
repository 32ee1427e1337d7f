// Which charset a file's bytes are in.
//
// UTF-8 is tried before the declaration since it almost never fits by accident: a legacy text of some length that
// happens to be valid UTF-8 is practically plain ASCII, and pages copied by tools often keep the declaration of the
// original (windows-1251) over text that has become UTF-8. The detector comes last: on short Latin texts it guesses.
//
//     bytes "caf\xC3\xA9", declared iso-8859-1  ->  UTF-8 "café"
//     bytes "caf\xE9",     declared utf-8       ->  detector: windows-1252 "café", doubtful

#include "reading/charset.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <algorithm>
#include <array>
#include <optional>
#include <uchardet.h>
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

// What browsers take for a label (WHATWG Encoding Standard), where the decoder's own name differs.
constexpr std::array<std::pair<const char *, const char *>, 26> kLabels{{
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"ansi", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"gb18030", "GB18030"},
    {"x-gbk", "GB18030"},
    {"ks_c_5601-1987", "windows-949"},
    {"euc-kr", "windows-949"},
    {"uhc", "windows-949"},
    {"x-sjis", "Shift_JIS"},
    {"shift-jis", "Shift_JIS"},
    {"sjis", "Shift_JIS"},
    {"utf8", "UTF-8"},
    {"utf-16", "UTF-16LE"},
    {"unicode", "UTF-16LE"},
    {"x-mac-cyrillic", "x-mac-cyrillic"},
    {"mac-cyrillic", "x-mac-cyrillic"},
}};

QByteArray decoderName(const QByteArray &label)
{
    const QByteArray wanted = label.trimmed().toLower();
    if (wanted == "utf-7" || wanted == "unicode-1-1-utf-7" || wanted == "x-user-defined")
        return {};
    for (const auto &[from, to] : kLabels) {
        if (wanted == from)
            return to;
    }
    return wanted;
}

struct Attempt {
    QString text;
    qsizetype bad = 0; ///< bytes that did not fit
};

/// Multibyte codecs write U+001A for bytes that do not fit, the others U+FFFD.
std::optional<Attempt> attempt(QByteArrayView bytes, const QByteArray &name)
{
    if (name.isEmpty())
        return std::nullopt;
    QStringDecoder decoder(name.constData(), QStringDecoder::Flag::ConvertInitialBom | QStringDecoder::Flag::Stateless);
    if (!decoder.isValid())
        return std::nullopt;
    Attempt made;
    made.text = decoder.decode(bytes);
    for (QChar &unit : made.text) {
        if (unit == QChar(0x001A))
            unit = QChar(0xFFFD);
        if (unit == QChar(0xFFFD))
            ++made.bad;
    }
    return made;
}

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
    qsizetype bad = 0;
};

Utf8Count countUtf8(QByteArrayView bytes)
{
    Utf8Count count;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = utf8SequenceSize(bytes.sliced(at));
        if (size > 1)
            ++count.good;
        // A sequence cut by the end of the file is no evidence against UTF-8, if there is any for it.
        if (size == 0 && (bytes.size() - at > 3 || count.good == 0))
            ++count.bad;
        at += std::max<qsizetype>(size, 1);
    }
    return count;
}

QByteArray detected(QByteArrayView bytes)
{
    constexpr qsizetype kEnough = 256 * 1024;
    uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, bytes.data(), static_cast<size_t>(std::min(bytes.size(), kEnough)));
    uchardet_data_end(detector);
    QByteArray name = uchardet_get_charset(detector);
    uchardet_delete(detector);
    return name;
}

/// UTF-16 without a mark: NULs stand on one side of nearly every pair. Empty where the bytes do not look so.
QByteArray unmarkedUtf16(QByteArrayView bytes)
{
    const qsizetype pairs = std::min<qsizetype>(bytes.size(), 4096) / 2;
    qsizetype nullFirst = 0;
    qsizetype nullSecond = 0;
    for (qsizetype pair = 0; pair < pairs; ++pair) {
        nullFirst += bytes[2 * pair] == 0;
        nullSecond += bytes[2 * pair + 1] == 0;
    }
    if (pairs < 4 || std::min(nullFirst, nullSecond) * 20 > pairs)
        return {};
    if (nullSecond * 2 > pairs)
        return "UTF-16LE";
    if (nullFirst * 2 > pairs)
        return "UTF-16BE";
    return {};
}

QString canonicalName(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    if (lower.startsWith("utf-"))
        return QString::fromLatin1(name.toUpper());
    return QString::fromLatin1(name);
}

Decoded decodeDetected(QByteArrayView bytes, bool contradicted)
{
    const QByteArray guess = decoderName(detected(bytes));
    const std::optional<Attempt> made = attempt(bytes, guess);
    if (made && made->bad == 0 && guess.toLower() != "utf-8")
        return {made->text, canonicalName(guess), contradicted};
    const std::optional<Attempt> fallback = attempt(bytes, "windows-1252");
    return {fallback ? fallback->text : QString::fromLatin1(bytes), u"windows-1252"_s, true};
}

} // namespace

Decoded decode(QByteArrayView bytes, const QByteArray &declared)
{
    for (const ByteOrderMark &mark : kMarks) {
        if (bytes.startsWith(QByteArrayView(mark.bytes, mark.size))) {
            const std::optional<Attempt> made = attempt(bytes.sliced(mark.size), mark.charset);
            return {made ? made->text : QString(), QString::fromLatin1(mark.charset), !made || made->bad > 0};
        }
    }
    if (const QByteArray utf16 = unmarkedUtf16(bytes); !utf16.isEmpty()) {
        const std::optional<Attempt> made = attempt(bytes, utf16);
        return {made ? made->text : QString(), QString::fromLatin1(utf16), !made || made->bad > 0};
    }
    const QByteArray label = decoderName(declared);
    const bool isEscaped = label.startsWith("iso-2022") && bytes.contains('\x1B');
    const Utf8Count utf8 = countUtf8(bytes);
    if (utf8.bad == 0 && !isEscaped)
        return {QString::fromUtf8(bytes), u"UTF-8"_s, false};
    if (utf8.good > 10 * utf8.bad && !isEscaped) // UTF-8 with a few damaged places
        return {QString::fromUtf8(bytes), u"UTF-8"_s, true};
    if (!label.isEmpty() && label != "utf-8") {
        const std::optional<Attempt> made = attempt(bytes, label);
        if (made && made->bad * 200 <= made->text.size())
            return {made->text, canonicalName(label), made->bad > 0};
    }
    return decodeDetected(bytes, !declared.isEmpty());
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
    if (!unmarkedUtf16(head).isEmpty())
        return true;
    qsizetype controls = 0;
    qsizetype nulls = 0;
    for (const char byte : head) {
        const auto value = static_cast<unsigned char>(byte);
        nulls += value == 0;
        controls += value < 0x20 && value != '\n' && value != '\r' && value != '\t' && value != '\f' && value != 0x1B;
    }
    // A stray NUL in a long text is damage, many are another format.
    return nulls * 1000 <= head.size() && controls * 50 <= head.size();
}

} // namespace variorum::reading
