#pragma once

#include "reading/charset.h"
#include "reading/reader.h"

namespace variorum::reading {

/// A source's characters, not yet clean: in the encoding that a person chose for it, which is never doubted, or else as
/// decode() tells. `bytes` may be a part of the source (a mail's body).
[[nodiscard]] Decoded decodeSource(const Source &source, QByteArrayView bytes, const QByteArray &declared = {});

/// Whether a name is an encoding that a person may choose.
[[nodiscard]] bool isKnownCharset(const QByteArray &name);

/// Writes down which charset it was, and the doubt if there is one.
void noteCharset(Draft &draft, const Decoded &decoded);

} // namespace variorum::reading
