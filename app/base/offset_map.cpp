#include "base/offset_map.h"

#include <algorithm>

namespace variorum::base {

OffsetMap::OffsetMap(QStringView text)
{
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        if (text[at].isHighSurrogate() && text[at + 1].isLowSurrogate()) {
            m_pairStarts.push_back(at);
            ++at;
        }
    }
}

qsizetype OffsetMap::toCodePoint(qsizetype utf16Offset) const
{
    const auto pairsBefore = std::ranges::lower_bound(m_pairStarts, utf16Offset) - m_pairStarts.begin();
    return utf16Offset - pairsBefore;
}

qsizetype OffsetMap::toUtf16(qsizetype codePointOffset) const
{
    // The n-th pair (from 0) starts at code point m_pairStarts[n] - n, which ascends with n.
    qsizetype low = 0;
    auto high = static_cast<qsizetype>(m_pairStarts.size());
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        if (m_pairStarts[static_cast<size_t>(middle)] - middle < codePointOffset)
            low = middle + 1;
        else
            high = middle;
    }
    return codePointOffset + low;
}

} // namespace variorum::base
