// DOCX (ECMA-376, part 1, chapter 17): word/document.xml is a list of paragraphs and tables. What a paragraph is stands
// in its style, whose id is in the writer's language ("berschrift1") while its name in styles.xml is English
// ("heading 1"), perhaps only that of the style it is based on.
//
//     <w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Ferry sinks</w:t></w:r></w:p>   ->   Heading "Ferry sinks"
//
// Deleted and moved-away words (w:del, w:moveFrom) are no text, nor are footnotes, which lie in a part of their own; a
// text box is drawn twice, once for older programs (mc:Fallback), and is read once.

#include "reading/clean_text.h"
#include "reading/risky/office/office_metadata.h"
#include "reading/risky/office/read_office.h"
#include "reading/risky/office/xml_reading.h"

#include <QHash>
#include <utility>
#include <vector>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;
using model::BlockKind;
using model::MetadataField;

enum class Role { Plain,
                  Title,
                  Heading,
                  Quote,
                  Caption,
                  ListItem,
                  Hidden };

struct Style {
    QString name;
    QString basedOn;
    bool isOutlined = false; ///< stands in the outline, as headings do
};

using Styles = QHash<QString, Style>;

Styles readStyles(const QByteArray &bytes)
{
    Styles styles;
    QString current;
    const auto start = [&styles, &current](const QXmlStreamReader &xml) {
        const QStringView name = xml.name();
        if (name == "style"_L1)
            current = attributeOf(xml, u"styleId");
        else if (name == "name"_L1 && !current.isEmpty())
            styles[current].name = attributeOf(xml, u"val").toLower();
        else if (name == "basedOn"_L1 && !current.isEmpty())
            styles[current].basedOn = attributeOf(xml, u"val");
        else if (name == "outlineLvl"_L1 && !current.isEmpty())
            styles[current].isOutlined = attributeOf(xml, u"val").toInt() < 9;
        return true;
    };
    const auto end = [&current](QStringView name) {
        if (name == "style"_L1)
            current.clear();
    };
    (void)readXml(bytes, {start, end, {}}); // a document without its styles is still a document
    return styles;
}

Role roleOfName(const QString &name)
{
    if (name == u"title")
        return Role::Title;
    if (name.startsWith(u"heading"))
        return Role::Heading;
    if (name.contains(u"quote") || name == u"block text")
        return Role::Quote;
    if (name == u"caption")
        return Role::Caption;
    if (name.startsWith(u"list bullet") || name.startsWith(u"list number"))
        return Role::ListItem;
    if (name.startsWith(u"toc ") || name.startsWith(u"table of ") || name == u"header" || name == u"footer" || name.startsWith(u"footnote") || name.startsWith(u"endnote"))
        return Role::Hidden;
    return Role::Plain;
}

Role roleOf(const QString &id, const Styles &styles)
{
    constexpr int kLongestChain = 12;
    QString next = id;
    for (int link = 0; link < kLongestChain && !next.isEmpty(); ++link) {
        const auto style = styles.constFind(next);
        if (style == styles.constEnd())
            return link == 0 ? roleOfName(next.toLower()) : Role::Plain; // "Heading1" where styles.xml is missing
        if (const Role role = roleOfName(style->name); role != Role::Plain)
            return role;
        if (style->isOutlined)
            return Role::Heading;
        next = style->basedOn;
    }
    return Role::Plain;
}

class DocxReader {
public:
    DocxReader(const Styles &styles, Draft &draft)
        : m_styles(styles)
        , m_draft(draft)
    {
    }

    [[nodiscard]] std::optional<base::Error> read(const QByteArray &document)
    {
        return readXml(document, {[this](const QXmlStreamReader &xml) { return start(xml); }, [this](QStringView name) { end(name); }, [this](QStringView text) {
                                      if (m_isText && !m_paragraphs.empty())
                                          m_paragraphs.back().text += text; }});
    }

private:
    struct Paragraph {
        QString text;
        QString style;
        bool isListed = false;
        bool isOutlined = false;
    };

    bool start(const QXmlStreamReader &xml)
    {
        const QStringView name = xml.name();
        if (name == "Fallback"_L1 || name == "del"_L1 || name == "moveFrom"_L1 || name == "sectPr"_L1 || name == "rPr"_L1 || name == "pPrChange"_L1)
            return false;
        if (name == "p"_L1)
            m_paragraphs.emplace_back();
        else if (name == "tr"_L1)
            m_rows.emplace_back();
        else if (name == "tc"_L1 && !m_rows.empty())
            m_rows.back().emplace_back();
        m_isText = name == "t"_L1;
        if (!m_paragraphs.empty())
            inParagraph(xml);
        return true;
    }

    void inParagraph(const QXmlStreamReader &xml)
    {
        Paragraph &paragraph = m_paragraphs.back();
        const QStringView name = xml.name();
        if (name == "pStyle"_L1)
            paragraph.style = attributeOf(xml, u"val");
        else if (name == "numId"_L1)
            paragraph.isListed = attributeOf(xml, u"val") != u"0";
        else if (name == "outlineLvl"_L1)
            paragraph.isOutlined = attributeOf(xml, u"val").toInt() < 9;
        else if (name == "tab"_L1 || name == "br"_L1 || name == "cr"_L1 || name == "ptab"_L1)
            paragraph.text += u' ';
        else if (name == "noBreakHyphen"_L1)
            paragraph.text += u'-';
    }

    void end(QStringView name)
    {
        m_isText = false;
        if (name == "p"_L1 && !m_paragraphs.empty()) {
            const Paragraph paragraph = std::exchange(m_paragraphs.back(), {});
            m_paragraphs.pop_back();
            place(paragraph);
        } else if (name == "tr"_L1 && !m_rows.empty()) {
            const Row row = std::exchange(m_rows.back(), {});
            m_rows.pop_back();
            placeRow(row);
        }
    }

    [[nodiscard]] DraftBlock blockOf(const Paragraph &paragraph, Role role) const
    {
        const QString text = cleanCharacters(paragraph.text).simplified();
        switch (role) {
        case Role::Heading: return {BlockKind::Heading, text};
        case Role::Quote: return {BlockKind::Quote, text};
        case Role::ListItem: return {BlockKind::ListItem, text};
        default: return {paragraph.isListed ? BlockKind::ListItem : BlockKind::Paragraph, text};
        }
    }

    void place(const Paragraph &paragraph)
    {
        const Role role = paragraph.isOutlined ? Role::Heading : roleOf(paragraph.style, m_styles);
        DraftBlock block = blockOf(paragraph, role);
        if (block.text.isEmpty() || role == Role::Hidden)
            return;
        m_draft.hasMarkup = m_draft.hasMarkup || role == Role::Title || role == Role::Heading;
        if (!m_rows.empty() && !m_rows.back().empty())
            m_rows.back().back().push_back(std::move(block));
        else if (role == Role::Caption)
            m_draft.captions.append(block.text);
        else if (role == Role::Title && !m_hasTitle)
            takeTitle(block.text);
        else
            m_draft.blocks.push_back(std::move(block));
    }

    void takeTitle(const QString &title)
    {
        m_hasTitle = true;
        m_draft.find(MetadataField::Title, Trust::Headline, title, u"style Title"_s);
    }

    using Cell = std::vector<DraftBlock>;
    using Row = std::vector<Cell>;

    /// A row of one full cell is layout, and its paragraphs are paragraphs; of several, a row of a table.
    void placeRow(const Row &row)
    {
        std::vector<DraftBlock> blocks;
        QStringList cells;
        for (const Cell &cell : row) {
            QStringList lines;
            for (const DraftBlock &block : cell) {
                blocks.push_back(block);
                lines.append(block.text);
            }
            if (!lines.isEmpty())
                cells.append(lines.join(u' '));
        }
        if (cells.size() > 1)
            blocks = {{BlockKind::TableRow, cells.join(u" | "_s)}};
        if (!m_rows.empty() && !m_rows.back().empty())
            m_rows.back().back().insert(m_rows.back().back().end(), blocks.begin(), blocks.end());
        else
            m_draft.blocks.insert(m_draft.blocks.end(), blocks.begin(), blocks.end());
    }

    const Styles &m_styles;
    Draft &m_draft;
    std::vector<Paragraph> m_paragraphs; // the inner ones lie in text boxes
    std::vector<Row> m_rows; // the inner ones lie in tables within cells
    bool m_isText = false;
    bool m_hasTitle = false;
};

} // namespace

bool isDocx(const Archive &archive) { return archive.find("word/document.xml").has_value(); }

Draft draftFromDocx(const DocxParts &parts)
{
    Draft draft;
    draft.mediaType = u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s;
    draft.charset = u"UTF-8"_s;
    const Styles styles = readStyles(parts.styles);
    if (const auto fault = DocxReader(styles, draft).read(parts.document))
        (draft.blocks.empty() ? draft.failure.emplace() : draft.problems.emplace_back()) = *fault;
    if (draft.hasMarkup && !draft.blocks.empty() && draft.blocks.front().kind == BlockKind::Heading)
        draft.find(MetadataField::Title, Trust::Markup, draft.blocks.front().text, u"first heading"_s);
    const QHash<QString, QString> core = leafTexts(parts.core);
    findOfficeProperties({core.value(u"title"_s), core.value(u"creator"_s), core.value(u"created"_s), core.value(u"language"_s), u"core.xml"_s}, draft);
    return draft;
}

Draft readDocx(const Archive &archive, Budget &budget)
{
    const Unpacked document = archive.unpack("word/document.xml", budget);
    Draft draft = draftFromDocx({document.bytes, archive.unpack("word/styles.xml", budget).bytes, archive.unpack("docProps/core.xml", budget).bytes});
    if (document.problem)
        (draft.blocks.empty() ? draft.failure.emplace() : draft.problems.emplace_back()) = *document.problem;
    return draft;
}

} // namespace variorum::reading::risky
