// ODT (OpenDocument 1.3, part 3): content.xml holds headings (text:h), paragraphs (text:p), lists and tables. A style that
// a person changed by hand gets a name of its own ("P3") and is based on the one that was meant ("Title").
//
//     <text:list><text:list-item><text:p text:style-name="P3">Ten crew</text:p></text:list-item></text:list>   ->   ListItem "Ten crew"
//
// Footnotes, remarks, deleted words, tables of contents and page fields are no text.

#include "reading/clean_text.h"
#include "reading/risky/office/office_metadata.h"
#include "reading/risky/office/read_office.h"
#include "reading/risky/office/xml_reading.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <utility>
#include <vector>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;
using model::BlockKind;
using model::MetadataField;

class OdtReader {
public:
    explicit OdtReader(Draft &draft)
        : m_draft(draft)
    {
    }

    [[nodiscard]] std::optional<base::Error> read(const QByteArray &content)
    {
        return readXml(content, {[this](const QXmlStreamReader &xml) { return start(xml); }, [this](QStringView name) { end(name); }, [this](QStringView text) {
                                     if (!m_paragraphs.empty())
                                         m_paragraphs.back().text += text; }});
    }

private:
    struct Paragraph {
        QString text;
        QString style;
        bool isHeading = false;
        bool isListed = false;
    };
    using Row = std::vector<QStringList>; // a list of paragraphs a cell

    bool start(const QXmlStreamReader &xml)
    {
        static const QSet<QString> kNoText{u"note"_s, u"annotation"_s, u"tracked-changes"_s, u"table-of-content"_s, u"alphabetical-index"_s, u"illustration-index"_s, u"bibliography"_s,
                                           u"page-number"_s, u"page-count"_s, u"forms"_s, u"scripts"_s, u"desc"_s, u"ruby-text"_s, u"sequence-decls"_s, u"user-field-decls"_s, u"script"_s};
        const QString name = xml.name().toString();
        if (kNoText.contains(name))
            return false;
        if (name == u"style")
            m_parents.insert(attributeOf(xml, u"name"), attributeOf(xml, u"parent-style-name"));
        else if (name == u"text" && xml.prefix() == u"office")
            m_isBody = true;
        else if (m_isBody)
            inBody(xml, name);
        return true;
    }

    void inBody(const QXmlStreamReader &xml, const QString &name)
    {
        if (name == u"p" || name == u"h")
            m_paragraphs.push_back({{}, attributeOf(xml, u"style-name"), name == u"h", m_listLevel > 0});
        else if (name == u"list")
            ++m_listLevel;
        else if (name == u"table-row")
            m_rows.emplace_back();
        else if (name == u"table-cell" && !m_rows.empty())
            m_rows.back().emplace_back();
        else if (!m_paragraphs.empty() && (name == u"s" || name == u"tab" || name == u"line-break"))
            m_paragraphs.back().text += u' ';
    }

    void end(QStringView name)
    {
        if ((name == "p"_L1 || name == "h"_L1) && !m_paragraphs.empty()) {
            const Paragraph paragraph = std::exchange(m_paragraphs.back(), {});
            m_paragraphs.pop_back();
            place(paragraph);
        } else if (name == "list"_L1) {
            m_listLevel = std::max(m_listLevel - 1, 0);
        } else if (name == "table-row"_L1 && !m_rows.empty()) {
            const Row row = std::exchange(m_rows.back(), {});
            m_rows.pop_back();
            placeRow(row);
        }
    }

    [[nodiscard]] bool isStyled(const QString &style, QStringView wanted) const
    {
        constexpr int kLongestChain = 12;
        QString next = style;
        for (int link = 0; link < kLongestChain && !next.isEmpty(); ++link) {
            if (next == wanted)
                return true;
            next = m_parents.value(next);
        }
        return false;
    }

    void place(const Paragraph &paragraph)
    {
        const QString text = cleanCharacters(paragraph.text).simplified();
        if (text.isEmpty())
            return;
        if (!m_rows.empty() && !m_rows.back().empty()) {
            m_rows.back().back().append(text);
            return;
        }
        if (isStyled(paragraph.style, u"Title") && !m_draft.best(MetadataField::Title)) {
            m_draft.hasMarkup = true;
            m_draft.find(MetadataField::Title, Trust::Headline, text, u"style Title"_s);
        } else if (paragraph.isHeading || isStyled(paragraph.style, u"Heading")) {
            m_draft.hasMarkup = true;
            m_draft.blocks.push_back({BlockKind::Heading, text});
        } else if (isStyled(paragraph.style, u"Caption")) {
            m_draft.captions.append(text);
        } else if (isStyled(paragraph.style, u"Quotations")) {
            m_draft.blocks.push_back({BlockKind::Quote, text});
        } else {
            m_draft.blocks.push_back({paragraph.isListed ? BlockKind::ListItem : BlockKind::Paragraph, text});
        }
    }

    /// As in read_docx.cpp: a row of one full cell is layout.
    void placeRow(const Row &row)
    {
        QStringList cells;
        QStringList lines;
        for (const QStringList &cell : row) {
            if (!cell.isEmpty())
                cells.append(cell.join(u' '));
            lines += cell;
        }
        if (!m_rows.empty() && !m_rows.back().empty()) {
            m_rows.back().back() += cells.size() > 1 ? QStringList{cells.join(u" | "_s)} : lines;
            return;
        }
        if (cells.size() > 1)
            m_draft.blocks.push_back({BlockKind::TableRow, cells.join(u" | "_s)});
        else
            std::transform(lines.begin(), lines.end(), std::back_inserter(m_draft.blocks), [](const QString &line) { return DraftBlock{BlockKind::Paragraph, line}; });
    }

    Draft &m_draft;
    QHash<QString, QString> m_parents; // of styles
    std::vector<Paragraph> m_paragraphs; // the inner ones lie in frames
    std::vector<Row> m_rows;
    int m_listLevel = 0;
    bool m_isBody = false;
};

} // namespace

bool isOdt(const Archive &archive, Budget &budget)
{
    if (!archive.find("content.xml"))
        return false;
    constexpr qint64 kMostTypeBytes = 200;
    const QByteArray type = archive.unpack("mimetype", budget, kMostTypeBytes).bytes;
    return type.startsWith("application/vnd.oasis.opendocument.text") || type.startsWith("application/vnd.sun.xml.writer");
}

Draft draftFromOdt(const OdtParts &parts)
{
    Draft draft;
    draft.mediaType = u"application/vnd.oasis.opendocument.text"_s;
    draft.charset = u"UTF-8"_s;
    if (const auto fault = OdtReader(draft).read(parts.content))
        (draft.blocks.empty() ? draft.failure.emplace() : draft.problems.emplace_back()) = *fault;
    if (draft.hasMarkup && !draft.blocks.empty() && draft.blocks.front().kind == BlockKind::Heading)
        draft.find(MetadataField::Title, Trust::Markup, draft.blocks.front().text, u"first heading"_s);
    const QHash<QString, QString> meta = leafTexts(parts.meta);
    const QString author = meta.value(u"initial-creator"_s, meta.value(u"creator"_s));
    findOfficeProperties({meta.value(u"title"_s), author, meta.value(u"creation-date"_s), meta.value(u"language"_s), u"meta.xml"_s}, draft);
    return draft;
}

Draft readOdt(const Archive &archive, Budget &budget)
{
    // Where a password locks it, the parts are there and are no XML.
    const bool isLocked = archive.unpack("META-INF/manifest.xml", budget).bytes.contains("encryption-data");
    const Unpacked content = archive.unpack("content.xml", budget);
    Draft draft = isLocked ? Draft() : draftFromOdt({content.bytes, archive.unpack("meta.xml", budget).bytes});
    if (isLocked)
        draft.failure = {base::ErrorCode::PasswordNeeded, {}, {}};
    else if (content.problem)
        (draft.blocks.empty() ? draft.failure.emplace() : draft.problems.emplace_back()) = *content.problem;
    return draft;
}

} // namespace variorum::reading::risky
