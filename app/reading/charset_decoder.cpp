#include "reading/charset_decoder.h"

#include <QStringDecoder>
#include <array>
#include <utility>

namespace variorum::reading {

namespace {

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

} // namespace

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

/// Multibyte codecs write U+001A for bytes that do not fit, the others U+FFFD.
std::optional<DecodedBytes> decodeAs(QByteArrayView bytes, const QByteArray &name)
{
    if (name.isEmpty())
        return std::nullopt;
    QStringDecoder decoder(name.constData(), QStringDecoder::Flag::ConvertInitialBom | QStringDecoder::Flag::Stateless);
    if (!decoder.isValid())
        return std::nullopt;
    DecodedBytes made;
    made.text = decoder.decode(bytes);
    for (QChar &unit : made.text) {
        if (unit == QChar(0x001A))
            unit = QChar(0xFFFD);
        if (unit == QChar(0xFFFD))
            ++made.bad;
    }
    return made;
}

} // namespace variorum::reading
