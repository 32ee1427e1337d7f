// RSS in its versions (https://www.rssboard.org/rss-specification, RSS 1.0 is RDF) and Atom (RFC 4287).
//
//     <rss><channel><title>The Bay</title><item><title>Ferry sinks</title><dc:creator>Ann Lee</dc:creator>
//     <content:encoded>&lt;p&gt;The ferry sank.&lt;/p&gt;</content:encoded></item></channel></rss>
//     ->  one article: outlet "The Bay", title, author, text "The ferry sank."
//
// "description" is the whole text in some feeds and a teaser in most. It is called a summary where it is short or ends
// as teasers do.

#include "reading/body_text.h"
#include "reading/html/linked_data.h"
#include "reading/xml/news_xml.h"

#include <QRegularExpression>
#include <algorithm>

namespace variorum::reading::xml {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

constexpr size_t kMostItems = 20'000;
constexpr QStringView kContent = u"http://purl.org/rss/1.0/modules/content/";
constexpr QStringView kAtom = u"http://www.w3.org/2005/Atom";

QString textOf(const Node *node) { return node ? node->plainText() : QString(); }

/// What stands in an element as HTML: markup of its own, or escaped as text.
QString htmlOf(const Node &node)
{
    const bool hasElements = std::any_of(node.children.begin(), node.children.end(), [](const auto &child) { return !child->isText(); });
    return hasElements ? node.innerHtml() : node.rawText();
}

qsizetype lettersIn(const Draft &draft)
{
    qsizetype units = 0;
    for (const DraftBlock &block : draft.blocks)
        units += block.text.size();
    return units;
}

/// Whether a description is a teaser rather than the article.
bool isTeaser(const Draft &draft)
{
    constexpr qsizetype kLongTeaser = 700;
    if (draft.blocks.empty())
        return false;
    static const QRegularExpression kCut(u"(?:\\.\\.\\.|\\x{2026}|\\[[^\\]]{0,30}\\])\\s*$"_s);
    return lettersIn(draft) < kLongTeaser || kCut.match(draft.blocks.back().text).hasMatch();
}

void noteSummary(Draft &draft)
{
    const Finding *title = draft.best(MetadataField::Title);
    draft.problems.push_back({base::ErrorCode::OnlySummary, {}, title ? title->values.front().left(120) : QString()});
}

/// "ann@bay.example (Ann Lee)" is how RSS writes an author.
QString rssAuthor(const QString &author)
{
    static const QRegularExpression kAddress(u"^\\S+@\\S+\\s*\\(([^()]+)\\)$"_s);
    const QRegularExpressionMatch match = kAddress.match(author);
    return match.hasMatch() ? match.captured(1) : author;
}

void addRssBody(const Node &item, Draft &draft)
{
    const Node *content = item.child(u"encoded", kContent);
    const Node *description = item.child(u"description");
    if (content)
        addHtmlBody(htmlOf(*content), draft);
    if (!draft.blocks.empty() || !description)
        return;
    addHtmlBody(htmlOf(*description), draft);
    if (isTeaser(draft))
        noteSummary(draft);
}

Draft readRssItem(const Node &item, const Node &channel)
{
    Draft draft;
    draft.mediaType = u"application/rss+xml"_s;
    draft.find(MetadataField::Title, Trust::Declared, html::withoutMarkup(textOf(item.child(u"title"))), u"feed title"_s);
    const Node *source = item.child(u"source"); // of an item that another feed took over
    draft.find(MetadataField::Outlet, Trust::Declared, html::withoutMarkup(source ? textOf(source) : QString()), u"feed source"_s);
    draft.find(MetadataField::Outlet, Trust::Declared, html::withoutMarkup(textOf(channel.child(u"title"))), u"feed title"_s);
    QStringList creators;
    for (const Node *creator : item.childrenNamed(u"creator"))
        creators.append(creator->plainText());
    if (!creators.isEmpty())
        addByline(creators.join(", "_L1), u"feed dc:creator"_s, draft);
    addByline(rssAuthor(textOf(item.child(u"author"))), u"feed author"_s, draft);
    addAddress(textOf(item.child(u"link")), u"feed link"_s, draft);
    const Node *guid = item.child(u"guid");
    if (guid && guid->attribute(u"isPermaLink") != "false"_L1)
        addAddress(guid->plainText(), u"feed guid"_s, draft);
    addAddress(item.attribute(u"about"), u"feed rdf:about"_s, draft);
    addDate(MetadataField::Published, textOf(item.child(u"pubDate")), u"feed pubDate"_s, draft);
    addDate(MetadataField::Published, textOf(item.child(u"date")), u"feed dc:date"_s, draft);
    addDate(MetadataField::Updated, textOf(item.child(u"updated", kAtom)), u"feed updated"_s, draft);
    addDate(MetadataField::Updated, textOf(item.child(u"modified")), u"feed dcterms:modified"_s, draft);
    const QString language = textOf(item.child(u"language"));
    addLanguage(language.isEmpty() ? textOf(channel.child(u"language")) : language, u"feed language"_s, draft);
    addRssBody(item, draft);
    return draft;
}

/// Text of an Atom construct: escaped HTML, XHTML within a div, or plain.
void addAtomBody(const Node *content, Draft &draft)
{
    if (!content)
        return;
    const QString type = content->attribute(u"type").toLower();
    if (type.isEmpty() || type == "text"_L1 || type == "text/plain"_L1)
        addPlainBody(content->rawText(), draft);
    else if (type == "xhtml"_L1 || type == "html"_L1 || type == "text/html"_L1 || type == "application/xhtml+xml"_L1)
        addHtmlBody(htmlOf(*content), draft);
}

QString atomTitle(const Node &of)
{
    const Node *title = of.child(u"title");
    return title ? html::withoutMarkup(title->plainText()) : QString();
}

QStringList atomAuthors(const Node &of)
{
    QStringList names;
    for (const Node *author : of.childrenNamed(u"author"))
        names.append(textOf(author->child(u"name")));
    return names;
}

Draft readAtomEntry(const Node &entry, const Node &feed)
{
    Draft draft;
    draft.mediaType = u"application/atom+xml"_s;
    draft.find(MetadataField::Title, Trust::Declared, atomTitle(entry), u"feed title"_s);
    const Node *source = entry.child(u"source");
    if (source)
        draft.find(MetadataField::Outlet, Trust::Declared, atomTitle(*source), u"feed source"_s);
    if (&feed != &entry)
        draft.find(MetadataField::Outlet, Trust::Declared, atomTitle(feed), u"feed title"_s);
    const QStringList authors = atomAuthors(entry);
    addByline((authors.isEmpty() && &feed != &entry ? atomAuthors(feed) : authors).join(", "_L1), u"feed author"_s, draft);
    for (const Node *link : entry.childrenNamed(u"link")) {
        const QString relation = link->attribute(u"rel");
        if (relation.isEmpty() || relation == "alternate"_L1)
            addAddress(link->attribute(u"href"), u"feed link"_s, draft);
    }
    addAddress(textOf(entry.child(u"id")), u"feed id"_s, draft);
    const QString published = textOf(entry.child(u"published"));
    const QString updated = textOf(entry.child(u"updated"));
    addDate(MetadataField::Published, published, u"feed published"_s, draft);
    if (published.isEmpty())
        addDate(MetadataField::Published, updated, u"feed updated"_s, draft);
    else if (updated != published)
        addDate(MetadataField::Updated, updated, u"feed updated"_s, draft);
    for (const QString &language : {entry.attribute(u"lang"), feed.attribute(u"lang")})
        addLanguage(language, u"feed xml:lang"_s, draft);
    addAtomBody(entry.child(u"content"), draft);
    if (draft.blocks.empty()) {
        addAtomBody(entry.child(u"summary"), draft);
        if (!draft.blocks.empty())
            noteSummary(draft);
    }
    return draft;
}

} // namespace

bool isFeed(const Node &root)
{
    return root.name == "rss"_L1 || root.name == "RDF"_L1 || root.name == "feed"_L1;
}

std::vector<Draft> readFeed(const Node &root)
{
    const Node *channel = root.child(u"channel");
    std::vector<const Node *> entries = root.name == "feed"_L1 ? root.childrenNamed(u"entry") : root.childrenNamed(u"item"); // RSS 1.0
    if (root.name == "rss"_L1 && channel)
        entries = channel->childrenNamed(u"item");
    std::vector<Draft> drafts;
    for (size_t at = 0; at < std::min(entries.size(), kMostItems); ++at)
        drafts.push_back(root.name == "feed"_L1 ? readAtomEntry(*entries[at], root) : readRssItem(*entries[at], channel ? *channel : root));
    if (entries.size() > kMostItems)
        drafts.back().problems.push_back({base::ErrorCode::TooLarge, {}, u"only the first %1 entries were read"_s.arg(kMostItems)});
    return drafts;
}

} // namespace variorum::reading::xml
