#pragma once

#include "reading/draft.h"

#include <QStringView>

namespace variorum::reading {

/// Adds text that is all article to a draft: as HTML (a feed's content, an agency's body), or as plain text.
void addHtmlBody(QStringView html, Draft &draft);
void addPlainBody(QStringView text, Draft &draft);

/// Adds authors as a byline spells them ("By Ann Lee and Bo Hart"); the outlet's own name is no author. The desk or
/// agency that stands behind a comma ("By Ann Lee, Norrwire") is none either.
void addByline(const QString &byline, const QString &source, Draft &draft);

/// Adds a date, however the format writes it; what is no date is left out.
void addDate(model::MetadataField field, const QString &date, const QString &source, Draft &draft);

/// Adds a language tag: "en", "en-GB"; what is none is left out.
void addLanguage(const QString &tag, const QString &source, Draft &draft);

/// Adds an address of the web; others ("urn:...", "mid:...") name the article and lead nowhere.
void addAddress(const QString &url, const QString &source, Draft &draft);

/// A draft of which nothing was read, and why.
[[nodiscard]] Draft failedDraft(const QString &mediaType, base::ErrorCode code, const QString &detail = {});

} // namespace variorum::reading
