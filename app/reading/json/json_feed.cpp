// JSON Feed 1.0 and 1.1: https://www.jsonfeed.org/version/1.1/
//
//     {"version": "https://jsonfeed.org/version/1.1", "title": "The Bay", "items": [{"id": "7", "title": "Ferry sinks",
//      "content_html": "<p>The ferry sank.</p>", "date_published": "2031-03-14T09:00:00Z", "authors": [{"name": "Ann Lee"}]}]}
//     ->  one article: outlet "The Bay", title "Ferry sinks", published, author

#include "reading/body_text.h"
#include "reading/json/news_json.h"

#include <QJsonArray>
#include <algorithm>

namespace variorum::reading::json {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

constexpr qsizetype kMostItems = 20'000;

QStringList authorsOf(const QJsonObject &object)
{
    QJsonArray authors = object.value("authors"_L1).toArray();
    if (object.value("author"_L1).isObject()) // version 1.0
        authors.append(object.value("author"_L1));
    QStringList names;
    for (const QJsonValue &author : authors) {
        const QString name = author.toObject().value("name"_L1).toString().simplified();
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

void addAuthors(const QJsonObject &item, const QJsonObject &feed, Draft &draft)
{
    QStringList names = authorsOf(item);
    if (names.isEmpty())
        names = authorsOf(feed);
    addByline(names.join(", "_L1), u"feed authors"_s, draft);
}

Draft readItem(const QJsonObject &item, const QJsonObject &feed)
{
    Draft draft;
    draft.mediaType = u"application/feed+json"_s;
    const QString language = item.value("language"_L1).toString();
    draft.find(MetadataField::Title, Trust::Declared, item.value("title"_L1).toString(), u"feed title"_s);
    draft.find(MetadataField::Outlet, Trust::Declared, feed.value("title"_L1).toString(), u"feed title"_s);
    addAuthors(item, feed, draft);
    addAddress(item.value("url"_L1).toString(), u"feed url"_s, draft);
    addAddress(item.value("external_url"_L1).toString(), u"feed external_url"_s, draft);
    addAddress(item.value("id"_L1).toString(), u"feed id"_s, draft);
    addDate(MetadataField::Published, item.value("date_published"_L1).toString(), u"feed date_published"_s, draft);
    addDate(MetadataField::Updated, item.value("date_modified"_L1).toString(), u"feed date_modified"_s, draft);
    addLanguage(language.isEmpty() ? feed.value("language"_L1).toString() : language, u"feed language"_s, draft);
    if (const QString html = item.value("content_html"_L1).toString(); !html.isEmpty())
        addHtmlBody(html, draft);
    else if (const QString text = item.value("content_text"_L1).toString(); !text.isEmpty())
        addPlainBody(text, draft);
    if (draft.blocks.empty()) {
        addPlainBody(item.value("summary"_L1).toString(), draft);
        if (!draft.blocks.empty())
            draft.problems.push_back({base::ErrorCode::OnlySummary, {}, item.value("title"_L1).toString().simplified().left(120)});
    }
    return draft;
}

} // namespace

bool isFeed(const QJsonObject &object)
{
    return object.value("version"_L1).toString().contains("jsonfeed.org/version/"_L1) && object.value("items"_L1).isArray();
}

std::vector<Draft> readFeed(const QJsonObject &feed)
{
    std::vector<Draft> drafts;
    const QJsonArray items = feed.value("items"_L1).toArray();
    for (qsizetype at = 0; at < std::min(items.size(), kMostItems); ++at) {
        if (items.at(at).isObject())
            drafts.push_back(readItem(items.at(at).toObject(), feed));
    }
    if (items.size() > kMostItems)
        drafts.back().problems.push_back({base::ErrorCode::TooLarge, {}, u"only the first %1 items were read"_s.arg(kMostItems)});
    return drafts;
}

} // namespace variorum::reading::json
