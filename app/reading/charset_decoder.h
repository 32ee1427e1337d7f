#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <optional>

namespace variorum::reading {

struct DecodedBytes {
    QString text; ///< U+FFFD where bytes did not fit
    qsizetype bad = 0; ///< how many there are
};

/// The decoder's name for a label that a file declares, as browsers read it: windows-1252 for iso-8859-1. Empty for what is
/// never used: UTF-7 hides markup.
[[nodiscard]] QByteArray decoderName(const QByteArray &label);

/// Absent where there is no decoder of that name.
[[nodiscard]] std::optional<DecodedBytes> decodeAs(QByteArrayView bytes, const QByteArray &name);

} // namespace variorum::reading
