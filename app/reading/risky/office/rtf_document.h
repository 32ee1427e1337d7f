#pragma once

#include "reading/draft.h"

#include <QByteArrayView>
#include <QString>
#include <vector>

namespace variorum::reading::risky {

struct RtfDocument {
    std::vector<DraftBlock> blocks; ///< not yet clean
    QString title; ///< of its info group, as the rest
    QString author;
    QString created; ///< "2031-03-14 09:30"
    bool hasHeadings = false; ///< by outline level or style; else they must be guessed
    bool isCut = false; ///< ends inside a group
    bool isTooDeep = false; ///< groups deeper than are followed were passed over
};

/// `charset` is the person's choice for what stands in bytes; empty: as the document says.
[[nodiscard]] RtfDocument parseRtf(QByteArrayView bytes, const QByteArray &charset = {});

} // namespace variorum::reading::risky
