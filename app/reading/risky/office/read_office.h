#pragma once

#include "reading/draft.h"
#include "reading/risky/archive/archive.h"

#include <QByteArray>

namespace variorum::reading::risky {

[[nodiscard]] bool isDocx(const Archive &archive);
[[nodiscard]] Draft readDocx(const Archive &archive, Budget &budget);

[[nodiscard]] bool isOdt(const Archive &archive, Budget &budget);
[[nodiscard]] Draft readOdt(const Archive &archive, Budget &budget);

/// The parts that the readers above are made of, over the XML alone; any may be empty.
struct DocxParts {
    QByteArray document;
    QByteArray styles;
    QByteArray core;
};
[[nodiscard]] Draft draftFromDocx(const DocxParts &parts);

struct OdtParts {
    QByteArray content;
    QByteArray meta;
};
[[nodiscard]] Draft draftFromOdt(const OdtParts &parts);

} // namespace variorum::reading::risky
