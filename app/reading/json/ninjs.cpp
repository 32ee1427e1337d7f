// IPTC ninjs, one news item: https://iptc.org/standards/ninjs/. Its three versions name the same things differently, and
// producers mix them, so a member is looked for under every name at once.
//
//     1.x  "headline", "byline", "body_html" / "body_xhtml" / "body_text", "versioncreated", "pubstatus"
//     2.x  "headlines": [{"role": "main", "value": ...}], "bodies": [{"contenttype": "text/html", "value": ...}], "by"
//     3.x  the same in camelCase: "contentType", "versionCreated", "pubStatus", "infoSources"

#include "reading/body_text.h"
#include "reading/html/linked_data.h"
#include "reading/json/news_json.h"
#include "reading/text/corrections.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace variorum::reading::json {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

const QString kType = u"application/json"_s;

bool isPlainName(const QString &name, QStringView plainName)
{
    if (name.size() < plainName.size() || name.size() > plainName.size() + 4)
        return false;
    qsizetype at = 0;
    for (const QChar unit : name) {
        if (unit == u'_' || unit == u'-')
            continue;
        if (at >= plainName.size() || unit.toLower() != plainName[at++])
            return false;
    }
    return at == plainName.size();
}

/// The value of the list's entry that stands first in `roles`, else of its first entry.
QString byRole(const QJsonValue &list, std::initializer_list<QLatin1StringView> roles)
{
    const QJsonArray entries = list.toArray();
    for (const QLatin1StringView role : roles) {
        for (const QJsonValue &entry : entries) {
            if (text(entry.toObject(), u"role").compare(role, Qt::CaseInsensitive) == 0)
                return text(entry.toObject(), u"value");
        }
    }
    return entries.isEmpty() ? QString() : text(entries.first().toObject(), u"value");
}

struct Body {
    QString text;
    bool isHtml = false;
};

/// Of several bodies of one text the one with markup, since it tells headings and quotes; else the longest.
Body bodyOf(const QJsonObject &item, QLatin1StringView listName, QLatin1StringView prefix)
{
    std::vector<Body> bodies;
    for (const QJsonValue &entry : member(item, QString(listName)).toArray()) {
        const QJsonObject object = entry.toObject();
        const QString type = text(object, u"contenttype").toLower();
        const QString role = text(object, u"role").toLower();
        bodies.push_back({text(object, u"value"), type.contains("html"_L1) || (type.isEmpty() && role.contains("html"_L1))});
    }
    for (auto named = item.begin(); named != item.end(); ++named) {
        if (named.key().startsWith(QString(prefix) + u'_') && named.value().isString())
            bodies.push_back({named.value().toString(), named.key().contains("html"_L1)});
    }
    if (text(item, QString(prefix)).size() > 0) // outside of the standard, and seen
        bodies.push_back({text(item, QString(prefix)), text(item, QString(prefix)).contains("<p"_L1)});
    std::erase_if(bodies, [](const Body &body) { return body.text.trimmed().isEmpty(); });
    const auto best = std::max_element(bodies.begin(), bodies.end(), [](const Body &left, const Body &right) {
        return std::pair(left.isHtml, left.text.size()) < std::pair(right.isHtml, right.text.size());
    });
    return best == bodies.end() ? Body() : *best;
}

void addBody(const Body &body, Draft &draft)
{
    if (body.isHtml)
        addHtmlBody(body.text, draft);
    else
        addPlainBody(body.text, draft);
}

/// Whose item it is: the source with the role of publisher or the first, else who holds the rights.
QString outletOf(const QJsonObject &item)
{
    for (const QStringView name : {QStringView(u"infosources"), QStringView(u"infosource")}) {
        QJsonValue list = member(item, name);
        if (list.isString())
            return list.toString();
        if (list.isObject())
            list = QJsonArray{list};
        for (const QJsonValue &source : list.toArray()) {
            const QString found = text(source.toObject(), u"name");
            if (!found.isEmpty())
                return found;
        }
    }
    for (const QStringView name : {QStringView(u"provider"), QStringView(u"source"), QStringView(u"copyrightholder")}) {
        const QJsonValue value = member(item, name);
        const QString found = value.isObject() ? text(value.toObject(), u"name") : value.toString();
        if (!found.trimmed().isEmpty())
            return found;
    }
    return {};
}

void addMetadata(const QJsonObject &item, Draft &draft)
{
    const QString headline = text(item, u"headline");
    const QString title = headline.isEmpty() ? byRole(member(item, u"headlines"), {"main"_L1, "headline"_L1}) : headline;
    draft.find(MetadataField::Title, Trust::Declared, html::withoutMarkup(title.isEmpty() ? text(item, u"title") : title), u"ninjs headline"_s);
    draft.find(MetadataField::Outlet, Trust::Declared, html::withoutMarkup(outletOf(item)), u"ninjs source"_s);
    const QString byline = text(item, u"byline");
    addByline(byline.isEmpty() ? text(item, u"by") : byline, u"ninjs byline"_s, draft);
    draft.find(MetadataField::Dateline, Trust::Declared, text(item, u"located"), u"ninjs located"_s);
    addAddress(text(item, u"uri"), u"ninjs uri"_s, draft);
    addLanguage(text(item, u"language"), u"ninjs language"_s, draft);
    const QString first = text(item, u"firstcreated");
    const QString version = text(item, u"versioncreated");
    addDate(MetadataField::Published, first.isEmpty() ? text(item, u"contentcreated") : first, u"ninjs firstcreated"_s, draft);
    if (!draft.best(MetadataField::Published))
        addDate(MetadataField::Published, version, u"ninjs versioncreated"_s, draft);
    else if (version != first)
        addDate(MetadataField::Updated, version, u"ninjs versioncreated"_s, draft);
}

/// An editor's note is for the desk that gets the item; what it says was wrong belongs to the article.
void addEditorsNote(const QString &note, Draft &draft)
{
    static const QRegularExpression kCorrection(u"\\bcorrect(?:s|ed|ion|ing)\\b|\\bclarif(?:y|ies|ication)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    const QString line = html::withoutMarkup(note);
    if (!draft.blocks.empty() && kCorrection.match(line).hasMatch())
        addCorrection(line, draft);
}

} // namespace

QJsonValue member(const QJsonObject &object, QStringView plainName)
{
    if (const auto exact = object.constFind(plainName); exact != object.constEnd())
        return *exact;
    for (auto found = object.begin(); found != object.end(); ++found) {
        if (isPlainName(found.key(), plainName))
            return found.value();
    }
    return QJsonValue(QJsonValue::Undefined);
}

QString text(const QJsonObject &object, QStringView plainName) { return member(object, plainName).toString(); }

bool isNinjs(const QJsonObject &object)
{
    if (member(object, u"standard").toObject().value("name"_L1).toString().compare("ninjs"_L1, Qt::CaseInsensitive) == 0)
        return true;
    const bool hasName = member(object, u"uri").isString() || member(object, u"guid").isString();
    const bool hasVersion = member(object, u"versioncreated").isString() || member(object, u"pubstatus").isString();
    const bool hasHeadline = member(object, u"headline").isString() || member(object, u"headlines").isArray();
    const bool hasBody = member(object, u"bodies").isArray() || member(object, u"bodyhtml").isString() || member(object, u"bodyxhtml").isString() || member(object, u"bodytext").isString();
    return hasName && (hasBody ? hasVersion || hasHeadline : hasVersion);
}

Draft readNinjs(const QJsonObject &item)
{
    const QString status = text(item, u"pubstatus").toLower();
    if (status == "canceled"_L1 || status == "cancelled"_L1 || status == "withheld"_L1)
        return failedDraft(kType, base::ErrorCode::Withdrawn, u"ninjs pubstatus: "_s + status);
    Draft draft;
    draft.mediaType = kType;
    addMetadata(item, draft);
    addBody(bodyOf(item, "bodies"_L1, "body"_L1), draft);
    if (draft.blocks.empty()) {
        const QString type = text(item, u"type");
        const bool isText = type.isEmpty() || type == "text"_L1 || type == "composite"_L1;
        if (isText)
            addBody(bodyOf(item, "descriptions"_L1, "description"_L1), draft);
        if (draft.blocks.empty())
            return failedDraft(kType, isText ? base::ErrorCode::NoArticleText : base::ErrorCode::NotAnArticle, isText ? QString() : u"a news item of the type "_s + type);
        draft.problems.push_back({base::ErrorCode::OnlySummary, {}, {}});
    }
    addEditorsNote(text(item, u"ednote"), draft);
    return draft;
}

} // namespace variorum::reading::json
