#pragma once

#include "reading/author_names.h"
#include "reading/draft.h"

#include <QString>
#include <QStringList>

namespace variorum::reading::html {

/// What else the page says its article is, by which its object is told from those of other articles.
struct PageSigns {
    QStringList titles; ///< <title>, headings, og:title
    QStringList addresses; ///< canonical, og:url
};

/// Reads a page's JSON-LD scripts (schema.org): adds what its article says of itself to the draft and returns the
/// article's body as given there, empty where none. Broken scripts are skipped.
QString readLinkedData(const QStringList &scripts, const PageSigns &signs, Draft &draft);

/// Adds people as authors and wire services as agencies; who signs collectively only at the lowest trust.
void addByline(const Byline &byline, Trust trust, const QString &source, Draft &draft);

/// Text that may be HTML (entities, tags) as plain text.
[[nodiscard]] QString withoutMarkup(const QString &text);

} // namespace variorum::reading::html
