#pragma once

#include <QString>
#include <QStringList>

namespace variorum::reading {

/// What a byline or an author field says.
struct Byline {
    QStringList people; ///< in order, each once
    QStringList agencies; ///< wire services among the names, as usually printed
    int otherParts = 0; ///< how many parts are none of these and no roles or places either: words that no byline has
    QString collective; ///< who signs where nobody does by name ("The Bay Staff"); empty where there is none
};

enum class NameSource {
    Field, ///< a field that holds names and nothing else: any words may be a name
    Page, ///< words of a page: only what is shaped like a person's name is one
};

/// Reads "By Ann Lee, Staff Writer, and Bo Hart | The Bay": lead-ins, roles, degrees, addresses, handles and the outlet's
/// own name (where known; may be empty) are no people.
[[nodiscard]] Byline bylineOf(const QString &text, const QString &outlet, NameSource source);

/// Whether words are shaped like a person's name: two to five, capitalised but for particles, none of them a word that
/// pages put near names ("Follow", "Photo", "March").
[[nodiscard]] bool looksLikePerson(const QString &words);

/// Whether a text is as short as a Chinese, Japanese or Korean name and in their letters alone.
[[nodiscard]] bool isEastAsianName(const QString &text);

} // namespace variorum::reading
