#pragma once

#include <QStringView>
#include <vector>

namespace variorum::base {

/// The one place where offsets are anything but UTF-16 code units: maps them to Unicode code points and back.
///
///     text       a 😀 b          (UTF-16 units 0 1 3 4, code points 0 1 2 3)
///     toCodePoint(3) == 2, toUtf16(2) == 3
///
/// Holds no text. Cost: O(surrogate pairs) to build, O(log pairs) a look-up; text without pairs costs nothing.
class OffsetMap {
public:
    explicit OffsetMap(QStringView text);

    /// Precondition: 0 <= utf16Offset <= size of the text, not inside a surrogate pair.
    [[nodiscard]] qsizetype toCodePoint(qsizetype utf16Offset) const;
    [[nodiscard]] qsizetype toUtf16(qsizetype codePointOffset) const;

private:
    std::vector<qsizetype> m_pairStarts; // UTF-16 offsets of the high halves, ascending
};

} // namespace variorum::base
