// What a page says of itself, each answer with its trust (see Trust) and where it was found. Nothing is decided here:
// buildArticle() takes the most trusted answer a field.
//
//     <meta property="og:title" content="Ferry sinks | The Bay"> <h1>Ferry sinks</h1>
//     ->  Title "Ferry sinks | The Bay" (meta og:title), Title "Ferry sinks" (h1)

#include "reading/html/page_metadata.h"

#include "reading/html/linked_data.h"
#include "reading/text/phrases.h"
#include "reading/written_date.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

struct MetaName {
    const char *name; ///< of the property, name or itemprop attribute, lower case
    MetadataField field;
};

// Best first: of equal trust the first found is taken, and names are asked in this order.
constexpr std::array kMetaNames{
    MetaName{"og:title", MetadataField::Title},
    MetaName{"twitter:title", MetadataField::Title},
    MetaName{"parsely-title", MetadataField::Title},
    MetaName{"dc.title", MetadataField::Title},
    MetaName{"dcterms.title", MetadataField::Title},
    MetaName{"hdl", MetadataField::Title},
    MetaName{"headline", MetadataField::Title},
    MetaName{"sailthru.title", MetadataField::Title},
    MetaName{"title", MetadataField::Title},
    MetaName{"og:site_name", MetadataField::Outlet},
    MetaName{"application-name", MetadataField::Outlet},
    MetaName{"dc.publisher", MetadataField::Outlet},
    MetaName{"dcterms.publisher", MetadataField::Outlet},
    MetaName{"article:published_time", MetadataField::Published},
    MetaName{"og:article:published_time", MetadataField::Published},
    MetaName{"datepublished", MetadataField::Published},
    MetaName{"parsely-pub-date", MetadataField::Published},
    MetaName{"sailthru.date", MetadataField::Published},
    MetaName{"dc.date.issued", MetadataField::Published},
    MetaName{"dcterms.created", MetadataField::Published},
    MetaName{"dc.date", MetadataField::Published},
    MetaName{"pubdate", MetadataField::Published},
    MetaName{"publishdate", MetadataField::Published},
    MetaName{"publish_date", MetadataField::Published},
    MetaName{"publish-date", MetadataField::Published},
    MetaName{"ptime", MetadataField::Published},
    MetaName{"article.published", MetadataField::Published},
    MetaName{"published_date", MetadataField::Published},
    MetaName{"cxenseparse:recs:publishtime", MetadataField::Published},
    MetaName{"article_date_original", MetadataField::Published},
    MetaName{"og:published_time", MetadataField::Published},
    MetaName{"date", MetadataField::Published},
    MetaName{"article:modified_time", MetadataField::Updated},
    MetaName{"og:updated_time", MetadataField::Updated},
    MetaName{"datemodified", MetadataField::Updated},
    MetaName{"last-modified", MetadataField::Updated},
    MetaName{"lastmod", MetadataField::Updated},
    MetaName{"author", MetadataField::Authors},
    MetaName{"parsely-author", MetadataField::Authors},
    MetaName{"sailthru.author", MetadataField::Authors},
    MetaName{"article:author", MetadataField::Authors},
    MetaName{"dc.creator", MetadataField::Authors},
    MetaName{"dcterms.creator", MetadataField::Authors},
    MetaName{"byl", MetadataField::Authors},
    MetaName{"twitter:data1", MetadataField::Authors},
    MetaName{"byline", MetadataField::Authors},
    MetaName{"og:url", MetadataField::Url},
    MetaName{"og:locale", MetadataField::Language},
    MetaName{"content-language", MetadataField::Language},
    MetaName{"dc.language", MetadataField::Language},
};

QString bcp47(const QString &text)
{
    static const QRegularExpression kTag(u"^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2,4}))?"_s);
    const QRegularExpressionMatch match = kTag.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const QString region = match.captured(2);
    return match.captured(1).toLower() + (region.isEmpty() ? QString() : QString(u'-' + (region.size() == 2 ? region.toUpper() : region)));
}

class PageMetadataReader {
public:
    PageMetadataReader(const ParsedPage &page, Draft &draft)
        : m_page(page)
        , m_tree(page.tree)
        , m_draft(draft)
    {
    }

    QString read()
    {
        const QString body = readLinkedData(m_page.linkedData, m_draft);
        for (int at = 0; at < m_tree.size(); ++at)
            visit(at);
        addMeta();
        addHeadings();
        addBylines();
        addVisibleDates();
        if (!m_page.savedFrom.isEmpty())
            m_draft.find(MetadataField::Url, Trust::Visible, m_page.savedFrom, u"saved-from comment"_s);
        addAddressDate();
        return body;
    }

private:
    void visit(int at)
    {
        const Node &node = m_tree.node(at);
        switch (node.tag) {
        case Tag::Meta: visitMeta(at); break;
        case Tag::Link:
            if (m_tree.attribute(at, u"rel").compare("canonical"_L1, Qt::CaseInsensitive) == 0 && m_tree.attribute(at, u"href").startsWith("http"_L1))
                m_draft.find(MetadataField::Url, Trust::Meta, m_tree.attribute(at, u"href").toString(), u"link canonical"_s);
            break;
        case Tag::Html:
            if (const QString language = bcp47(m_tree.attribute(at, u"lang").toString()); !language.isEmpty())
                m_draft.find(MetadataField::Language, Trust::Meta, language, u"html lang"_s);
            break;
        case Tag::Title:
            if (m_titleText.isEmpty() && !m_tree.isWithin(at, Tag::Svg))
                m_titleText = m_tree.plainText(at);
            break;
        case Tag::H1:
            if (m_headings.size() < 20)
                m_headings.append(m_tree.plainText(at));
            break;
        case Tag::Time: visitTime(at); break;
        default: break;
        }
        if (node.attributeCount > 0)
            visitAttributes(at);
    }

    void visitMeta(int at)
    {
        QString name = m_tree.attribute(at, u"property").toString();
        for (const QStringView other : {QStringView(u"name"), QStringView(u"itemprop"), QStringView(u"http-equiv")}) {
            if (name.isEmpty())
                name = m_tree.attribute(at, other).toString();
        }
        const QString content = m_tree.attribute(at, u"content").toString().simplified();
        if (!name.isEmpty() && !content.isEmpty())
            m_meta[name.toLower()].append(content);
    }

    void visitTime(int at)
    {
        const QString stated = m_tree.attribute(at, u"datetime").toString();
        const auto date = writtenDate(stated.isEmpty() ? m_tree.plainText(at) : stated);
        if (!date)
            return;
        const bool isPublication = m_tree.hasAttribute(at, u"pubdate") || m_tree.attribute(at, u"itemprop") == "datePublished"_L1;
        const bool isUpdate = m_tree.attribute(at, u"itemprop") == "dateModified"_L1 || m_tree.attribute(at, u"class").contains("updated"_L1) || m_tree.attribute(at, u"class").contains("modified"_L1);
        m_draft.find(isUpdate ? MetadataField::Updated : MetadataField::Published, isPublication ? Trust::Microdata : Trust::Markup, *date, u"time"_s);
    }

    void visitAttributes(int at)
    {
        const QStringView itemprop = m_tree.attribute(at, u"itemprop");
        const Tag tag = m_tree.node(at).tag;
        if ((itemprop == "datePublished"_L1 || itemprop == "dateModified"_L1) && tag != Tag::Time && tag != Tag::Meta) {
            const QString content = m_tree.attribute(at, u"content").toString();
            if (const auto date = writtenDate(content.isEmpty() ? m_tree.plainText(at) : content))
                m_draft.find(itemprop == "datePublished"_L1 ? MetadataField::Published : MetadataField::Updated, Trust::Microdata, *date, u"microdata"_s);
        }
        if (itemprop == "headline"_L1 && tag != Tag::Meta)
            m_draft.find(MetadataField::Title, Trust::Microdata, m_tree.plainText(at), u"microdata"_s);
        const bool isAuthorLink = m_tree.attribute(at, u"rel").split(u' ').contains("author"_L1);
        const QString names = m_tree.attribute(at, u"class").toString().toLower();
        if (itemprop == "author"_L1 || isAuthorLink)
            m_authorNodes.push_back(at);
        else if (m_bylineNodes.size() < 40 && (names.contains("byline"_L1) || names.contains("author"_L1)) && m_tree.node(at).end - at < 60)
            m_bylineNodes.push_back(at);
        if (m_dateNodes.size() < 40 && m_tree.node(at).end - at < 30 && (names.contains("date"_L1) || names.contains("publish"_L1) || names.contains("time"_L1) || names.contains("posted"_L1)))
            m_dateNodes.push_back(at);
    }

    void addMeta()
    {
        for (const MetaName &known : kMetaNames) {
            const QStringList values = m_meta.value(QString::fromLatin1(known.name));
            if (!values.isEmpty())
                addMetaValues(known, values);
        }
    }

    void addMetaValues(const MetaName &known, const QStringList &values)
    {
        const QString source = u"meta "_s + QString::fromLatin1(known.name);
        switch (known.field) {
        case MetadataField::Published:
        case MetadataField::Updated:
            if (const auto date = writtenDate(values.front()))
                m_draft.find(known.field, Trust::Meta, *date, source);
            return;
        case MetadataField::Authors: {
            QStringList names;
            for (const QString &value : values)
                names += authorNames(withoutMarkup(value));
            names.removeDuplicates();
            names.removeIf([this](const QString &name) { return isOutlet(name); });
            if (!names.isEmpty())
                m_draft.findings.push_back({MetadataField::Authors, Trust::Meta, names, source});
            return;
        }
        case MetadataField::Language: m_draft.find(known.field, Trust::Meta, bcp47(values.front()), source); return;
        case MetadataField::Url:
            if (values.front().startsWith("http"_L1))
                m_draft.find(known.field, Trust::Meta, values.front(), source);
            return;
        default: m_draft.find(known.field, Trust::Meta, withoutMarkup(values.front()), source); return;
        }
    }

    [[nodiscard]] bool isOutlet(const QString &name) const
    {
        const Finding *outlet = m_draft.best(MetadataField::Outlet);
        return outlet && foldedLine(outlet->values.front()) == foldedLine(name);
    }

    /// How many of a heading's words the page's other titles share, from 0 to 1.
    [[nodiscard]] double sharedWords(const QString &heading) const
    {
        const QStringList words = foldedLine(heading).split(u' ', Qt::SkipEmptyParts);
        QStringList others = foldedLine(m_titleText).split(u' ', Qt::SkipEmptyParts);
        for (const Finding &finding : m_draft.findings) {
            if (finding.field == MetadataField::Title)
                others += foldedLine(finding.values.front()).split(u' ', Qt::SkipEmptyParts);
        }
        const auto shared = std::count_if(words.begin(), words.end(), [&others](const QString &word) { return others.contains(word); });
        return words.isEmpty() ? 0.0 : static_cast<double>(shared) / static_cast<double>(words.size());
    }

    void addHeadings()
    {
        // What readers saw above the article is its h1; what machines are told is often a shorter one. A page's first h1
        // may be its masthead, though: the headline shares words with the other titles, or is the only h1 of some length.
        const QString *headline = nullptr;
        double best = 0.0;
        for (const QString &heading : std::as_const(m_headings)) {
            const double shared = sharedWords(heading) + (m_headings.size() == 1 ? 0.2 : 0.0);
            if (heading.count(u' ') >= 2 && heading.size() <= 300 && !isOutlet(heading) && shared > best) {
                best = shared;
                headline = &heading;
            }
        }
        if (headline && best >= 0.4)
            m_draft.find(MetadataField::Title, Trust::Headline, *headline, u"h1"_s);
        m_draft.find(MetadataField::Title, Trust::Markup, m_titleText, u"title"_s);
        if (headline)
            addOutletFromTitle(*headline);
    }

    /// "Ferry sinks - The Bay" with the headline "Ferry sinks": the rest is the outlet.
    void addOutletFromTitle(const QString &heading)
    {
        static const QRegularExpression kTail(u"^\\s*(?:[|\\x{00BB}\\x{2022}\\x{00B7}:\\x{2013}\\x{2014}-]|::)\\s+([^|\\x{00BB}\\x{2022}]{2,50})$"_s);
        const qsizetype at = m_titleText.indexOf(heading, 0, Qt::CaseInsensitive);
        const QRegularExpressionMatch match = at == 0 ? kTail.match(QStringView(m_titleText).sliced(heading.size())) : QRegularExpressionMatch();
        if (match.hasMatch())
            m_draft.find(MetadataField::Outlet, Trust::Markup, match.captured(1), u"title"_s);
    }

    void addBylines()
    {
        for (const std::vector<int> *nodes : {&m_authorNodes, &m_bylineNodes}) {
            QStringList names;
            for (const int at : *nodes) {
                const QString text = m_tree.plainText(at);
                if (text.size() > 120)
                    continue;
                for (const QString &name : authorNames(text)) {
                    const bool hasTwoWords = name.contains(u' ') && name.front().isUpper();
                    if (hasTwoWords && !names.contains(name) && !isOutlet(name))
                        names.append(name);
                }
                if (nodes == &m_bylineNodes && !names.isEmpty())
                    break; // boxes of other articles follow
            }
            if (!names.isEmpty())
                m_draft.findings.push_back({MetadataField::Authors, nodes == &m_authorNodes ? Trust::Microdata : Trust::Markup, names, u"byline"_s});
        }
    }

    void addVisibleDates()
    {
        for (const int at : m_dateNodes) {
            const QString text = m_tree.plainText(at);
            if (text.isEmpty() || text.size() > 120)
                continue;
            if (const auto date = dateWithin(text)) {
                m_draft.find(MetadataField::Published, Trust::Visible, *date, u"date by class"_s);
                return;
            }
        }
    }

    void addAddressDate()
    {
        const Finding *url = m_draft.best(MetadataField::Url);
        if (const auto date = url ? dateInAddress(url->values.front()) : std::nullopt)
            m_draft.find(MetadataField::Published, Trust::Address, *date, u"url"_s);
    }

    const ParsedPage &m_page;
    const Tree &m_tree;
    Draft &m_draft;
    QHash<QString, QStringList> m_meta;
    QString m_titleText;
    QStringList m_headings;
    std::vector<int> m_authorNodes;
    std::vector<int> m_bylineNodes;
    std::vector<int> m_dateNodes;
};

} // namespace

QString readPageMetadata(const ParsedPage &page, Draft &draft) { return PageMetadataReader(page, draft).read(); }

} // namespace variorum::reading::html
