#include "reading/source_text.h"

#include "reading/charset_decoder.h"

namespace variorum::reading {

bool isKnownCharset(const QByteArray &name) { return !name.isEmpty() && decodeAs({}, decoderName(name)).has_value(); }

Decoded decodeSource(const Source &source, QByteArrayView bytes, const QByteArray &declared)
{
    const QByteArray chosen = source.charset.isEmpty() ? QByteArray() : decoderName(source.charset);
    std::optional<DecodedBytes> decoded = decodeAs(bytes, chosen);
    if (!decoded)
        return decode(bytes, declared);
    return {.text = std::move(decoded->text), .charset = QString::fromLatin1(source.charset), .isDoubtful = false};
}

void noteCharset(Draft &draft, const Decoded &decoded)
{
    draft.charset = decoded.charset;
    if (decoded.isDoubtful)
        draft.problems.push_back({base::ErrorCode::CharsetDoubtful, {}, decoded.charset});
}

} // namespace variorum::reading
