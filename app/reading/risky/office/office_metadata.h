#pragma once

#include "reading/draft.h"

#include <QString>

namespace variorum::reading::risky {

/// What a file says of itself outside its text; each may be empty. Written by programs as often as by people.
struct OfficeProperties {
    QString title;
    QString author;
    QString created; ///< as writtenDate() takes it
    QString language;
    QString source; ///< where it stands, for Finding::source: "core.xml"
};

/// Adds what is fit for an article: no "Microsoft Word - draft3.doc" as title, no "Admin" as author. The day of creation
/// is the weakest evidence there is for the day of publication.
void findOfficeProperties(const OfficeProperties &properties, Draft &draft);

} // namespace variorum::reading::risky
