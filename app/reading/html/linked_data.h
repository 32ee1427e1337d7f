#pragma once

#include "reading/draft.h"

#include <QString>
#include <QStringList>

namespace variorum::reading::html {

/// Reads a page's JSON-LD scripts (schema.org): adds what its article says of itself to the draft and returns the
/// article's body as given there, empty where none. Broken scripts are skipped.
QString readLinkedData(const QStringList &scripts, Draft &draft);

/// "Ann Lee" out of "By Ann Lee", "ANN LEE" stays; empty for what is no person's name: an address, an e-mail, a long text.
[[nodiscard]] QString authorName(const QString &text);

/// The names in "By Ann Lee, Bo Hart and Cy Ray" in order; empty where one of them is no name.
[[nodiscard]] QStringList authorNames(const QString &text);

/// Text that may be HTML (entities, tags) as plain text.
[[nodiscard]] QString withoutMarkup(const QString &text);

} // namespace variorum::reading::html
