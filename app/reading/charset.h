#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace variorum::reading {

struct Decoded {
    QString text; ///< not yet clean
    QString charset; ///< IANA name
    bool isDoubtful = false; ///< the bytes contradict what was declared, do not all fit, or could as well be another charset
};

/// Decodes bytes: byte order mark, then UTF-16 and UTF-32 without one, then escapes (ISO-2022), then strict UTF-8, then
/// the most plausible legacy charset, where a declaration that the bytes bear out decides. `declared` may be empty. UTF-7
/// is never used: it hides markup.
[[nodiscard]] Decoded decode(QByteArrayView bytes, const QByteArray &declared = {});

/// The charset that a page or XML file declares within its first 4 KB; empty where none.
[[nodiscard]] QByteArray declaredCharset(QByteArrayView bytes);

/// Whether the bytes are text in any charset: few control bytes and no NUL but in the pattern of UTF-16 or UTF-32.
[[nodiscard]] bool looksLikeText(QByteArrayView bytes);

} // namespace variorum::reading
