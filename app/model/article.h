#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "base/text_span.h"
#include "model/news_date.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

namespace variorum::model {

/// Which of an article's two stored texts an offset counts in.
enum class TextField { Title, Text };

/// A span in one of an article's texts; the article is known from where the place is kept.
struct TextPlace {
    TextField field = TextField::Text;
    base::TextSpan span;

    auto operator<=>(const TextPlace &) const = default;
};

enum class BlockKind { Paragraph, Heading, ListItem, Quote, TableRow };

/// One paragraph of Article::text. Blocks cover the text in order, parted by exactly "\n\n".
struct TextBlock {
    BlockKind kind = BlockKind::Paragraph;
    base::TextSpan span;

    bool operator==(const TextBlock &) const = default;
};

enum class ReadOutcome { Read, Partly, NotRead };

/// The fields of an article that reading fills and that a person may put right.
enum class MetadataField { Title, Outlet, Authors, Agency, Published, Updated, Dateline, Url, Language };

/// One document of one outlet, as reading left it. All text is clean: LF, no BOM, no NUL, no lone
/// surrogates or non-characters, so that it comes back from storage unchanged.
struct Article {
    std::optional<base::ArticleId> id; ///< absent until a library or a comparison gives it one

    // the file
    QString path; ///< as shown: relative to the opened folder, '/' between parts, bytes that are not UTF-8 as %XX
    int part = 0; ///< place in a file that holds several articles
    QString member; ///< its name inside an archive or a mailbox, '/' between levels; empty where the file is the article
    QString mediaType; ///< "text/html"
    std::optional<QString> charset; ///< IANA name of the encoding it was decoded with
    QByteArray sha256; ///< of the file's bytes; 32 bytes

    // what it says of itself
    std::optional<QString> title;
    std::optional<QString> outlet;
    QStringList authors;
    QStringList agencies; ///< wire service or paper it credits as its own source
    std::optional<NewsDate> published;
    std::optional<NewsDate> updated;
    std::optional<DateBasis> publishedBasis;
    std::optional<QString> dateline;
    std::optional<QString> url;
    std::optional<QString> language; ///< BCP 47, "en"
    std::map<MetadataField, QString> metadataSources; ///< where each field was found: "json-ld", "meta og:title", "text"

    // the text
    QString text; ///< main text without the headline
    std::vector<TextBlock> blocks;
    QStringList captions; ///< picture captions that stood apart, in order; not part of text
    QStringList corrections; ///< what it says of itself ("An earlier version of this article said ..."), in order; not part of text

    // how it went
    ReadOutcome outcome = ReadOutcome::Read;
    std::vector<base::Error> problems;

    bool operator==(const Article &) const = default;
};

/// The title or the text.
[[nodiscard]] inline const QString &textOf(const Article &article, TextField field)
{
    static const QString kNone;
    if (field == TextField::Title)
        return article.title ? *article.title : kNone;
    return article.text;
}

/// Whether the file turned out to be no article at all (data, a list of references): it is told of and never shown.
[[nodiscard]] bool isPassedOver(const Article &article);

/// Whether the article is analysed and compared: it was read, and is known to be English.
[[nodiscard]] bool isCompared(const Article &article);

/// Why an article that was read is not compared; absent for those that are, and for those that were not read.
[[nodiscard]] std::optional<base::Error> whyNotCompared(const Article &article);

/// What to call the article's outlet everywhere: its outlet, or else the name of its file or of its place in one.
[[nodiscard]] QString outletLabel(const Article &article);

/// What to call the article in a list: its title, or else its first words, or else the same name.
[[nodiscard]] QString titleLabel(const Article &article);

} // namespace variorum::model
