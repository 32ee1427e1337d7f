#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace variorum::reading {

struct CharsetGuess {
    QByteArray charset; ///< the decoder's name
    bool isDoubtful = false; ///< another reading of the bytes is nearly as good, or none is good
};

/// The most plausible charset of bytes that are neither ASCII nor Unicode. A charset that was declared (a decoder's name; empty
/// where none) counts in its own favour, but does not win against a reading that is plainly better.
[[nodiscard]] CharsetGuess guessCharset(QByteArrayView bytes, const QByteArray &declared);

} // namespace variorum::reading
