#pragma once

#include "base/error.h"
#include "model/article.h"
#include "model/news_date.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace variorum::reading {

/// A paragraph on its way into an article: one line of clean text.
struct DraftBlock {
    model::BlockKind kind = model::BlockKind::Paragraph;
    QString text;

    bool operator==(const DraftBlock &) const = default;
};

/// How far a place in a file is trusted to say what the article is, best first.
enum class Trust {
    Declared, ///< front matter, e-mail headers: written for this article alone
    Headline, ///< the heading and the byline over the article, where they agree with what machines are told
    LinkedData, ///< JSON-LD
    Meta, ///< OpenGraph and other meta elements
    Microdata, ///< itemprop and <time>
    Markup, ///< headings, bylines by class, <title>
    Visible, ///< a line of the text itself
    Address, ///< what a URL spells out; who signs collectively
    Properties, ///< what the program that wrote the file noted of itself: a day of creation is hardly one of publication
};

/// One answer to "what is this article's ...?". Dates are in NewsDate::toString() form.
struct Finding {
    model::MetadataField field = model::MetadataField::Title;
    Trust trust = Trust::Visible;
    QStringList values; ///< one, but for authors and agencies
    QString source; ///< as in Article::metadataSources

    bool operator==(const Finding &) const = default;
};

/// What a reader makes of one article before it is put together. Text in it has gone through cleanCharacters().
struct Draft {
    QString mediaType;
    std::optional<QString> charset;
    std::vector<DraftBlock> blocks;
    QStringList captions;
    QStringList corrections; ///< notices about the article itself, as in Article::corrections
    std::vector<Finding> findings;
    std::vector<base::Error> problems; ///< their path is filled in later
    std::optional<base::Error> failure; ///< why nothing could be read; only where there are no blocks
    QString member; ///< name inside a container file, with '/' between levels; empty otherwise
    bool leavesToHelper = false; ///< carries something that only the helper program reads (needsHelper())
    bool hasMarkup = false; ///< blocks came out of markup (HTML, Markdown): titles, headings and lists are known, not guessed

    void find(model::MetadataField field, Trust trust, const QString &value, const QString &source);
    void find(model::MetadataField field, Trust trust, const model::NewsDate &value, const QString &source);

    /// The best-trusted finding for a field, the first of equals; null where there is none.
    [[nodiscard]] const Finding *best(model::MetadataField field) const;
};

} // namespace variorum::reading
