#include "reading/source_text.h"

#include <QStringDecoder>

namespace variorum::reading {

namespace {

/// What a label means where people choose: ISO-8859-1 is windows-1252, as in browsers; UTF-7 hides markup and is none.
QByteArray chosenName(const QByteArray &label)
{
    const QByteArray name = label.trimmed().toLower();
    if (name == "iso-8859-1" || name == "us-ascii")
        return "windows-1252";
    return name.contains("utf-7") ? QByteArray() : label.trimmed();
}

} // namespace

bool isKnownCharset(const QByteArray &name)
{
    const QByteArray chosen = chosenName(name);
    return !chosen.isEmpty() && QStringDecoder(chosen.constData()).isValid();
}

Decoded decodeSource(const Source &source, QByteArrayView bytes, const QByteArray &declared)
{
    if (!isKnownCharset(source.charset))
        return decode(bytes, declared);
    const QByteArray name = chosenName(source.charset);
    QStringDecoder decoder(name.constData(), QStringDecoder::Flag::Stateless);
    Decoded decoded{.text = decoder.decode(bytes), .charset = QString::fromLatin1(name), .isDoubtful = false};
    decoded.text.replace(QChar(0x001A), QChar(0xFFFD)); // what multibyte decoders write for bytes that do not fit
    return decoded;
}

void noteCharset(Draft &draft, const Decoded &decoded)
{
    draft.charset = decoded.charset;
    if (decoded.isDoubtful)
        draft.problems.push_back({base::ErrorCode::CharsetDoubtful, {}, decoded.charset});
}

} // namespace variorum::reading
