#include "reading/html/linked_data.h"

#include "reading/author_names.h"
#include "reading/clean_text.h"
#include "reading/html/parse_page.h"
#include "reading/text/corrections.h"
#include "reading/text/phrases.h"
#include "reading/written_date.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

const QString kSource = u"json-ld"_s;
constexpr int kDeepest = 16;

/// Scripts by hand hold line breaks in strings, comments around, semicolons behind.
QJsonDocument lenientJson(const QString &script)
{
    QString text = script.trimmed();
    text.remove(u"<![CDATA["_s).remove(u"]]>"_s).remove(u"<!--"_s).remove(u"-->"_s);
    text.remove(u"//\n"_s);
    for (QChar &unit : text) {
        if (unit < u' ')
            unit = u' ';
    }
    text = text.trimmed();
    while (text.endsWith(u';'))
        text.chop(1);
    QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isNull())
        return document;
    static const QRegularExpression kTrailingComma(u",(\\s*[}\\]])"_s);
    text.replace(kTrailingComma, u"\\1"_s);
    return QJsonDocument::fromJson(text.toUtf8());
}

struct Found {
    QJsonObject object;
    bool isListed = false; ///< an ItemList's member: most lists on a page are of other articles
};

void collect(const QJsonValue &value, std::vector<Found> &objects, int depth, bool isListed = false)
{
    if (depth > kDeepest)
        return;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            collect(item, objects, depth + 1, isListed);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        objects.push_back({object, isListed});
        for (const QString &key : {u"@graph"_s, u"mainEntity"_s, u"mainEntityOfPage"_s, u"itemListElement"_s}) {
            if (object.contains(key))
                collect(object.value(key), objects, depth + 1, isListed || key == u"itemListElement"_s);
        }
    }
}

QStringList typesOf(const QJsonObject &object)
{
    const QJsonValue type = object.value("@type"_L1);
    if (type.isString())
        return {type.toString()};
    QStringList types;
    const QJsonArray array = type.toArray();
    for (const QJsonValue &item : array)
        types.append(item.toString());
    return types;
}

bool isArticle(const QJsonObject &object)
{
    const QStringList types = typesOf(object);
    return std::any_of(types.begin(), types.end(), [](const QString &type) {
        return type.endsWith("Article"_L1) || type.endsWith("BlogPosting"_L1) || type == "Report"_L1 || type.endsWith("Review"_L1) || type.endsWith("Posting"_L1);
    });
}

class LinkedDataReader {
public:
    LinkedDataReader(const QStringList &scripts, const PageSigns &signs, Draft &draft)
        : m_draft(draft)
    {
        for (const QString &title : signs.titles)
            m_titles.append(foldedLine(title));
        for (const QString &address : signs.addresses)
            m_addresses.append(addressKey(address));
        for (const QString &script : scripts) {
            const QJsonDocument document = lenientJson(script);
            collect(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), m_objects, 0);
        }
        for (const auto &[object, isListed] : m_objects) {
            const QString id = object.value("@id"_L1).toString();
            if (!id.isEmpty() && object.size() > 1 && !m_byId.contains(id))
                m_byId.insert(id, object);
        }
    }

    QString read()
    {
        const QJsonObject *article = chosenArticle();
        if (article)
            readArticle(*article);
        else
            readPageDates();
        readSite();
        return article ? body(*article) : QString();
    }

private:
    /// The object that speaks of the page's own article: best the one with the page's headline or address. A list's member
    /// with neither is another article.
    [[nodiscard]] const QJsonObject *chosenArticle() const
    {
        const QJsonObject *chosen = nullptr;
        int best = -1;
        for (const auto &[object, isListed] : m_objects) {
            if (!isArticle(object))
                continue;
            const int signs = (hasPageTitle(object) ? 4 : 0) + (hasPageAddress(object) ? 4 : 0);
            const int score = signs + (isListed ? 0 : 2) + (object.contains("headline"_L1) ? 1 : 0);
            if ((signs > 0 || !isListed) && score > best) {
                best = score;
                chosen = &object;
            }
        }
        return chosen;
    }

    [[nodiscard]] bool hasPageTitle(const QJsonObject &article) const
    {
        constexpr qsizetype kShortest = 8;
        const QString headline = foldedLine(article.value("headline"_L1).toString().left(500));
        return headline.size() >= kShortest && std::any_of(m_titles.begin(), m_titles.end(), [&headline](const QString &title) { return (u' ' + title + u' ').contains(u' ' + headline + u' '); });
    }

    [[nodiscard]] bool hasPageAddress(const QJsonObject &article) const
    {
        const QJsonValue page = article.value("mainEntityOfPage"_L1);
        for (const QString &address : {article.value("url"_L1).toString(), page.toString(), page.toObject().value("@id"_L1).toString()}) {
            if (!address.isEmpty() && m_addresses.contains(addressKey(address)))
                return true;
        }
        return false;
    }

    /// What parts an address from another one of the same article does not count.
    static QString addressKey(const QString &address)
    {
        QString key = address.section(u'#', 0, 0).section(u'?', 0, 0);
        key = key.mid(key.indexOf("://"_L1) < 0 ? 0 : key.indexOf("://"_L1) + 3);
        while (key.endsWith(u'/'))
            key.chop(1);
        return key.startsWith("www."_L1) ? key.mid(4) : key;
    }

    static QString body(const QJsonObject &article)
    {
        const QString text = article.value("articleBody"_L1).toString();
        return text.size() >= 100 ? withoutMarkup(text) : QString();
    }

    [[nodiscard]] QJsonObject resolved(const QJsonValue &value) const
    {
        const QJsonObject object = value.toObject();
        return object.contains("name"_L1) ? object : m_byId.value(object.value("@id"_L1).toString(), object);
    }

    [[nodiscard]] QString nameOf(const QJsonValue &value) const
    {
        if (value.isString())
            return withoutMarkup(value.toString());
        if (value.isArray())
            return nameOf(value.toArray().first());
        return withoutMarkup(resolved(value).value("name"_L1).toString());
    }

    void readArticle(const QJsonObject &article)
    {
        const QString headline = article.value("headline"_L1).toString();
        m_draft.find(MetadataField::Title, Trust::LinkedData, withoutMarkup(headline.isEmpty() ? article.value("name"_L1).toString() : headline), kSource);
        const QString outlet = nameOf(article.value("publisher"_L1));
        if (!outlet.contains("://"_L1))
            m_draft.find(MetadataField::Outlet, Trust::LinkedData, outlet, kSource);
        readAuthors(article);
        readDates(article, Trust::LinkedData);
        readCorrections(article.value("correction"_L1));
        const QString dateline = article.value("dateline"_L1).toString();
        if (!dateWithin(dateline) || dateline.contains(u','))
            m_draft.find(MetadataField::Dateline, Trust::LinkedData, withoutMarkup(dateline), kSource); // some write the date alone there
        const QString url = article.value("url"_L1).toString();
        if (url.startsWith("http"_L1))
            m_draft.find(MetadataField::Url, Trust::LinkedData, url, kSource);
        const QString language = article.value("inLanguage"_L1).toString();
        if (language.size() == 2 || (language.size() > 3 && language.size() <= 8 && (language[2] == u'-' || language[2] == u'_')))
            m_draft.find(MetadataField::Language, Trust::LinkedData, QString(language).replace(u'_', u'-'), kSource);
    }

    void readAuthors(const QJsonObject &article)
    {
        const QJsonValue value = article.contains("author"_L1) ? article.value("author"_L1) : article.value("creator"_L1);
        const QString outlet = nameOf(article.value("publisher"_L1));
        const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
        constexpr qsizetype kMostAuthors = 100;
        Byline all;
        for (const QJsonValue &item : list) {
            if (all.people.size() >= kMostAuthors)
                break;
            const QJsonObject object = resolved(item);
            const QJsonValue name = item.isString() ? item : object.value("name"_L1);
            const QJsonArray names = name.isArray() ? name.toArray() : QJsonArray{name};
            const bool isOrganization = typesOf(object).join(u' ').contains("Organization"_L1);
            for (const QJsonValue &one : names)
                addNames(withoutMarkup(one.toString()), isOrganization, outlet, all);
        }
        addByline(all, Trust::LinkedData, kSource, m_draft);
    }

    static void addNames(const QString &text, bool isOrganization, const QString &outlet, Byline &all)
    {
        const Byline byline = bylineOf(text, outlet, NameSource::Field);
        // The name of a group is no list of names: "The Bay Telegram & Gazette".
        const bool isGroup = isOrganization && byline.agencies.isEmpty();
        for (const QString &person : byline.people) {
            if (!isGroup && !all.people.contains(person, Qt::CaseInsensitive))
                all.people.append(person);
        }
        for (const QString &agency : byline.agencies) {
            if (!all.agencies.contains(agency))
                all.agencies.append(agency);
        }
        if (all.collective.isEmpty())
            all.collective = isGroup && foldedLine(text) != foldedLine(outlet) && text.size() <= 60 ? text : byline.collective;
    }

    void readDates(const QJsonObject &object, Trust trust)
    {
        for (const auto &[key, field] : {std::pair(u"datePublished"_s, MetadataField::Published), std::pair(u"dateModified"_s, MetadataField::Updated)}) {
            if (const auto date = writtenDate(object.value(key).toString()))
                m_draft.find(field, trust, *date, kSource);
        }
    }

    /// A text, a CorrectionComment, or a list of them; an address of a page of corrections is none.
    void readCorrections(const QJsonValue &value)
    {
        const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const QJsonValue &item : list) {
            const QJsonObject object = item.toObject();
            const QJsonValue text = item.isString() ? item : object.value(object.contains("text"_L1) ? "text"_L1 : "description"_L1);
            const QString notice = withoutMarkup(text.toString());
            if (notice.contains(u' '))
                addCorrection(notice, m_draft);
        }
    }

    /// Where nothing is called an article, the page's own dates are better than none.
    void readPageDates()
    {
        for (const auto &[object, isListed] : m_objects) {
            if (object.contains("datePublished"_L1) && typesOf(object).join(u' ').contains("Page"_L1)) {
                readDates(object, Trust::Markup);
                return;
            }
        }
    }

    void readSite()
    {
        for (const auto &[object, isListed] : m_objects) {
            const QStringList types = typesOf(object);
            if (types.contains("NewsMediaOrganization"_L1) || types.contains("WebSite"_L1))
                m_draft.find(MetadataField::Outlet, Trust::Microdata, withoutMarkup(object.value("name"_L1).toString()), kSource);
        }
    }

    Draft &m_draft;
    QStringList m_titles; ///< folded
    QStringList m_addresses; ///< as addressKey()
    std::vector<Found> m_objects;
    QHash<QString, QJsonObject> m_byId;
};

} // namespace

QString withoutMarkup(const QString &text)
{
    if (!text.contains(u'<') && !text.contains(u'&'))
        return cleanCharacters(text).simplified();
    const ParsedPage page = parsePage(u"<body>"_s + text);
    return cleanCharacters(page.tree.plainText(0)).simplified();
}

void addByline(const Byline &byline, Trust trust, const QString &source, Draft &draft)
{
    if (!byline.people.isEmpty())
        draft.findings.push_back({MetadataField::Authors, trust, byline.people, source});
    else if (!byline.collective.isEmpty())
        draft.findings.push_back({MetadataField::Authors, Trust::Address, {byline.collective}, source}); // only where nobody is named anywhere
    if (!byline.agencies.isEmpty())
        draft.findings.push_back({MetadataField::Agency, trust, byline.agencies, source});
}

QString readLinkedData(const QStringList &scripts, const PageSigns &signs, Draft &draft) { return LinkedDataReader(scripts, signs, draft).read(); }

} // namespace variorum::reading::html
