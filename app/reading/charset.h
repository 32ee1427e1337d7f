#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace variorum::reading {

struct Decoded {
    QString text; ///< not yet clean
    QString charset; ///< IANA name
    bool isDoubtful = false; ///< the bytes contradict what was declared, or nothing fitted them
};

/// Decodes bytes: byte order mark, then strict UTF-8, then the declared charset if the bytes bear it out, then the
/// detector's guess, then windows-1252. `declared` may be empty. UTF-7 is never used: it hides markup.
[[nodiscard]] Decoded decode(QByteArrayView bytes, const QByteArray &declared = {});

/// The charset that a page or XML file declares within its first 4 KB; empty where none.
[[nodiscard]] QByteArray declaredCharset(QByteArrayView bytes);

/// Whether the bytes are text in any charset: few control bytes and no NUL but in the pattern of UTF-16 or UTF-32.
[[nodiscard]] bool looksLikeText(QByteArrayView bytes);

} // namespace variorum::reading
