// What a page says of itself, each answer with its trust (see Trust) and where it was found: what machines are told
// (JSON-LD, meta elements, links) here, what readers see in page_titles, page_bylines and page_dates. Nothing is
// decided here: buildArticle() takes the most trusted answer a field.
//
//     <meta property="og:title" content="Ferry sinks | The Bay"> <h1>Ferry sinks</h1>
//     ->  Title "Ferry sinks | The Bay" (meta og:title), Title "Ferry sinks" (h1)

#include "reading/html/page_metadata.h"

#include "reading/author_names.h"
#include "reading/html/linked_data.h"
#include "reading/html/page_bylines.h"
#include "reading/html/page_dates.h"
#include "reading/html/page_titles.h"
#include "reading/html/page_view.h"
#include "reading/text/corrections.h"
#include "reading/written_date.h"

#include <QHash>
#include <QRegularExpression>
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
    MetaName{"publisher", MetadataField::Outlet},
    MetaName{"copyright-holder", MetadataField::Outlet},
    MetaName{"article:published_time", MetadataField::Published},
    MetaName{"og:article:published_time", MetadataField::Published},
    MetaName{"datepublished", MetadataField::Published},
    MetaName{"parsely-pub-date", MetadataField::Published},
    MetaName{"article:published", MetadataField::Published},
    MetaName{"og:published_time", MetadataField::Published},
    MetaName{"cxenseparse:recs:publishtime", MetadataField::Published},
    MetaName{"cxenseparse:publishtime", MetadataField::Published},
    MetaName{"sailthru.date", MetadataField::Published},
    MetaName{"dc.date.issued", MetadataField::Published},
    MetaName{"dcterms.issued", MetadataField::Published},
    MetaName{"dcterms.date", MetadataField::Published},
    MetaName{"dcterms.created", MetadataField::Published},
    MetaName{"dc.date.created", MetadataField::Published},
    MetaName{"dc.date", MetadataField::Published},
    MetaName{"pubdate", MetadataField::Published},
    MetaName{"pub_date", MetadataField::Published},
    MetaName{"publishdate", MetadataField::Published},
    MetaName{"publish_date", MetadataField::Published},
    MetaName{"publish-date", MetadataField::Published},
    MetaName{"published", MetadataField::Published},
    MetaName{"publication_date", MetadataField::Published},
    MetaName{"publication-date", MetadataField::Published},
    MetaName{"publicationdate", MetadataField::Published},
    MetaName{"article:publicationdate", MetadataField::Published},
    MetaName{"article.published", MetadataField::Published},
    MetaName{"article:post_date", MetadataField::Published},
    MetaName{"published_date", MetadataField::Published},
    MetaName{"published_at", MetadataField::Published},
    MetaName{"publishedat", MetadataField::Published},
    MetaName{"date_published", MetadataField::Published},
    MetaName{"displaydate", MetadataField::Published},
    MetaName{"ptime", MetadataField::Published},
    MetaName{"pdate", MetadataField::Published},
    MetaName{"rnews:datepublished", MetadataField::Published},
    MetaName{"bt:pubdate", MetadataField::Published},
    MetaName{"citation_publication_date", MetadataField::Published},
    MetaName{"citation_date", MetadataField::Published},
    MetaName{"article_date_original", MetadataField::Published},
    MetaName{"originalpublicationdate", MetadataField::Published},
    MetaName{"date", MetadataField::Published},
    MetaName{"created-date", MetadataField::Published},
    MetaName{"date_created", MetadataField::Published},
    MetaName{"datecreated", MetadataField::Published},
    MetaName{"article:modified_time", MetadataField::Updated},
    MetaName{"og:article:modified_time", MetadataField::Updated},
    MetaName{"og:updated_time", MetadataField::Updated},
    MetaName{"datemodified", MetadataField::Updated},
    MetaName{"article:modified", MetadataField::Updated},
    MetaName{"last-modified", MetadataField::Updated},
    MetaName{"lastmod", MetadataField::Updated},
    MetaName{"modified", MetadataField::Updated},
    MetaName{"modified_time", MetadataField::Updated},
    MetaName{"modified-date", MetadataField::Updated},
    MetaName{"updated_time", MetadataField::Updated},
    MetaName{"dcterms.modified", MetadataField::Updated},
    MetaName{"dc.date.modified", MetadataField::Updated},
    MetaName{"revision_date", MetadataField::Updated},
    MetaName{"author", MetadataField::Authors},
    MetaName{"parsely-author", MetadataField::Authors},
    MetaName{"sailthru.author", MetadataField::Authors},
    MetaName{"article:author", MetadataField::Authors},
    MetaName{"og:article:author", MetadataField::Authors},
    MetaName{"dc.creator", MetadataField::Authors},
    MetaName{"dcterms.creator", MetadataField::Authors},
    MetaName{"byl", MetadataField::Authors},
    MetaName{"byline", MetadataField::Authors},
    MetaName{"authors", MetadataField::Authors},
    MetaName{"article_author", MetadataField::Authors},
    MetaName{"article:author_name", MetadataField::Authors},
    MetaName{"cxenseparse:author", MetadataField::Authors},
    MetaName{"citation_author", MetadataField::Authors},
    MetaName{"dc.contributor", MetadataField::Authors},
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
        const QString body = readLinkedData(m_page.linkedData, m_page.linkedData.isEmpty() ? PageSigns() : signs(), m_draft);
        for (int at = 0; at < m_tree.size(); ++at)
            visit(at);
        addMeta();
        const int headline = readTitles(m_tree, m_draft);
        const PageView view(m_tree, headline);
        addMicrodataTitle();
        readBylines(view, m_draft);
        readDates(view, m_draft);
        addCorrections(view);
        if (!m_page.savedFrom.isEmpty())
            m_draft.find(MetadataField::Url, Trust::Visible, m_page.savedFrom, u"saved-from comment"_s);
        addAddressDate();
        return body;
    }

private:
    [[nodiscard]] PageSigns signs() const
    {
        constexpr qsizetype kMost = 50;
        PageSigns signs;
        const auto isCalled = [this](int at, QLatin1StringView name) { return m_tree.attribute(at, u"property") == name || m_tree.attribute(at, u"name") == name; };
        for (int at = 0; at < m_tree.size() && signs.titles.size() < kMost; ++at) {
            const Tag tag = m_tree.node(at).tag;
            if (tag == Tag::Title || tag == Tag::H1)
                signs.titles.append(m_tree.plainText(at).left(500));
            else if (tag == Tag::Meta && (isCalled(at, "og:title"_L1) || isCalled(at, "twitter:title"_L1)))
                signs.titles.append(m_tree.attribute(at, u"content").left(500).toString());
            else if (tag == Tag::Meta && isCalled(at, "og:url"_L1) && signs.addresses.size() < kMost)
                signs.addresses.append(m_tree.attribute(at, u"content").left(2000).toString());
            else if (tag == Tag::Link && m_tree.attribute(at, u"rel").compare("canonical"_L1, Qt::CaseInsensitive) == 0 && signs.addresses.size() < kMost)
                signs.addresses.append(m_tree.attribute(at, u"href").left(2000).toString());
        }
        return signs;
    }

    void visit(int at)
    {
        switch (m_tree.node(at).tag) {
        case Tag::Meta: visitMeta(at); break;
        case Tag::Link:
            if (m_tree.attribute(at, u"rel").compare("canonical"_L1, Qt::CaseInsensitive) == 0 && m_tree.attribute(at, u"href").startsWith("http"_L1))
                m_draft.find(MetadataField::Url, Trust::Meta, m_tree.attribute(at, u"href").toString(), u"link canonical"_s);
            break;
        case Tag::Html:
            if (const QString language = bcp47(m_tree.attribute(at, u"lang").toString()); !language.isEmpty())
                m_draft.find(MetadataField::Language, Trust::Meta, language, u"html lang"_s);
            break;
        default:
            if (m_microdataTitle < 0 && m_tree.attribute(at, u"itemprop") == "headline"_L1)
                m_microdataTitle = at;
            break;
        }
    }

    void visitMeta(int at)
    {
        // Some programs that keep pages write "value" for "content".
        const QString content = m_tree.attribute(at, m_tree.hasAttribute(at, u"content") ? u"content" : u"value").toString().simplified();
        if (content.isEmpty())
            return;
        for (const QStringView kind : {QStringView(u"property"), QStringView(u"name"), QStringView(u"itemprop"), QStringView(u"http-equiv")}) {
            const QString names = m_tree.attribute(at, kind).toString().toLower();
            for (const QString &name : names.split(u' ', Qt::SkipEmptyParts)) {
                constexpr qsizetype kMost = 200;
                QStringList &values = m_meta[name];
                if (values.size() < kMost && !values.contains(content))
                    values.append(content);
            }
        }
    }

    void addMeta()
    {
        for (const MetaName &known : kMetaNames) {
            const QStringList values = m_meta.value(QString::fromLatin1(known.name));
            if (!values.isEmpty())
                addMetaValues(known, values);
        }
        addLabelledMeta();
    }

    void addMetaValues(const MetaName &known, const QStringList &values)
    {
        const QString source = u"meta "_s + QString::fromLatin1(known.name);
        switch (known.field) {
        case MetadataField::Published:
        case MetadataField::Updated:
            for (const QString &value : values) {
                if (const auto date = writtenDate(value)) {
                    m_draft.find(known.field, Trust::Meta, *date, source);
                    return;
                }
            }
            return;
        case MetadataField::Authors: addMetaAuthors(values, source); return;
        case MetadataField::Language: m_draft.find(known.field, Trust::Meta, bcp47(values.front()), source); return;
        case MetadataField::Url:
            if (values.front().startsWith("http"_L1))
                m_draft.find(known.field, Trust::Meta, values.front(), source);
            return;
        case MetadataField::Outlet:
            if (const QString name = withoutMarkup(values.front()); !name.startsWith(u'@') && !name.contains("://"_L1))
                m_draft.find(known.field, Trust::Meta, name, source);
            return;
        default: m_draft.find(known.field, Trust::Meta, withoutMarkup(values.front()), source); return;
        }
    }

    void addMetaAuthors(const QStringList &values, const QString &source, Trust trust = Trust::Meta)
    {
        const Finding *outlet = m_draft.best(MetadataField::Outlet);
        QStringList cleaned;
        for (const QString &value : values)
            cleaned.append(withoutMarkup(value));
        const Byline byline = bylineOf(cleaned.join(u'\n'), outlet ? outlet->values.front() : QString(), NameSource::Field);
        addByline(byline, trust, source, m_draft);
    }

    /// <meta name="twitter:label1" content="Written by"> and <meta name="twitter:data1" content="Ann Lee">: often the
    /// account that put the page up, so a byline goes before it.
    void addLabelledMeta()
    {
        for (const QString &number : {u"1"_s, u"2"_s}) {
            const QString label = m_meta.value(u"twitter:label"_s + number).value(0).toLower();
            const QStringList values = m_meta.value(u"twitter:data"_s + number);
            if (!values.isEmpty() && (label.contains("written by"_L1) || label == "by"_L1 || label.contains("author"_L1)))
                addMetaAuthors(values, u"meta twitter:data"_s + number, Trust::Visible);
        }
    }

    void addMicrodataTitle()
    {
        if (m_microdataTitle >= 0 && m_tree.node(m_microdataTitle).tag != Tag::Meta)
            m_draft.find(MetadataField::Title, Trust::Microdata, m_tree.plainText(m_microdataTitle), u"microdata"_s);
    }

    /// Notices in elements that are called so, which the main text may leave out.
    void addCorrections(const PageView &view)
    {
        static const QStringList kWords = u"correction corrections correctionnotice clarification clarifications editorsnote editornote editorialnote amendment"_s.split(u' ');
        constexpr qsizetype kLongest = 1'500;
        for (int at = 0; at < m_tree.size(); ++at) {
            const bool isCalledSo = m_tree.node(at).attributeCount > 0 && (hasNameWord(m_tree.attribute(at, u"class"), kWords) || hasNameWord(m_tree.attribute(at, u"id"), kWords));
            if (!isCalledSo || view.end(at) - view.begin(at) > kLongest || view.isElsewhere(at))
                continue;
            const QString text = m_tree.plainText(at);
            if (isCorrectionNotice(text, true))
                addCorrection(text, m_draft);
            at = m_tree.node(at).end - 1;
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
    int m_microdataTitle = -1;
};

} // namespace

QString readPageMetadata(const ParsedPage &page, Draft &draft) { return PageMetadataReader(page, draft).read(); }

} // namespace variorum::reading::html
