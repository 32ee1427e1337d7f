// Markdown, as people keep articles in it: front matter, headings, paragraphs, lists, quotes, tables, links.
//
// Only what changes the words or the blocks is interpreted. A library that renders Markdown would give HTML, to be
// parsed again and searched for its main text, though all of a Markdown file is the main text.
//
//     # Ferry sinks            ->  title
//     The *Maren* left [Halvern](https://halvern.example)
//     at nine.                 ->  Paragraph "The Maren left Halvern at nine."

#include "reading/clean_text.h"
#include "reading/reader.h"
#include "reading/source_text.h"
#include "reading/text/front_matter.h"
#include "reading/text/leftovers.h"

#include <QRegularExpression>
#include <algorithm>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;
using model::BlockKind;

QString withoutInlineMarks(QString text)
{
    static const QRegularExpression kEscaped(u"\\\\([\\\\`*_{}\\[\\]()#+.!|~>-])"_s);
    static const QRegularExpression kImage(u"!\\[[^\\]\\n]*\\](?:\\([^()\\n]*(?:\\([^()\\n]*\\)[^()\\n]*)?\\)|\\[[^\\]\\n]*\\])"_s);
    static const QRegularExpression kFootnote(u"\\[\\^[^\\]\\s]{1,20}\\]"_s);
    static const QRegularExpression kLink(u"\\[([^\\[\\]\\n]+)\\](?:\\([^()\\n]*(?:\\([^()\\n]*\\)[^()\\n]*)?\\)|\\[[^\\]\\n]*\\])"_s);
    static const QRegularExpression kAutolink(u"<((?:https?|mailto):[^<>\\s]+)>"_s);
    static const QRegularExpression kStrong(u"(\\*\\*|__|~~)(?=\\S)(.+?)(?<=\\S)\\1"_s);
    static const QRegularExpression kStar(u"(?<![\\w*])\\*(?=\\S)([^*\\n]+?)(?<=\\S)\\*(?![\\w*])"_s);
    static const QRegularExpression kUnderscore(u"(?<![\\w_])_(?=\\S)([^_\\n]+?)(?<=\\S)_(?![\\w_])"_s);
    static const QRegularExpression kCode(u"(`{1,3})(?!`)(.+?)(?<!`)\\1(?!`)"_s);
    // Escaped marks wait as private-use characters, out of reach of the other patterns.
    constexpr char16_t kWaiting = 0xE000;
    QString kept;
    qsizetype done = 0;
    auto escapes = kEscaped.globalMatch(text);
    while (escapes.hasNext()) {
        const QRegularExpressionMatch match = escapes.next();
        kept += QStringView(text).sliced(done, match.capturedStart() - done);
        kept += QChar(static_cast<char16_t>(kWaiting + match.captured(1).front().unicode()));
        done = match.capturedEnd();
    }
    kept += QStringView(text).sliced(done);
    kept.remove(kImage).remove(kFootnote);
    kept.replace(kLink, u"\\1"_s).replace(kAutolink, u"\\1"_s).replace(kStrong, u"\\2"_s).replace(kStar, u"\\1"_s).replace(kUnderscore, u"\\1"_s).replace(kCode, u"\\2"_s);
    for (QChar &unit : kept) {
        if (unit.unicode() >= kWaiting && unit.unicode() < kWaiting + 0x80)
            unit = QChar(static_cast<char16_t>(unit.unicode() - kWaiting));
    }
    return kept.simplified();
}

class MarkdownReader {
public:
    explicit MarkdownReader(Draft &draft)
        : m_draft(draft)
    {
    }

    void read(QStringView text)
    {
        for (const QStringView line : text.split(u'\n'))
            readLine(line);
        finish();
    }

private:
    void readLine(QStringView line)
    {
        static const QRegularExpression kHeading(u"^ {0,3}(#{1,6})\\s+(.*?)\\s*#*\\s*$"_s);
        static const QRegularExpression kUnderline(u"^ {0,3}(=+|-+)\\s*$"_s);
        static const QRegularExpression kRule(u"^ {0,3}(?:(?:\\*\\s*){3,}|(?:-\\s*){3,}|(?:_\\s*){3,})$"_s);
        static const QRegularExpression kFence(u"^ {0,3}(?:```|~~~)"_s);
        static const QRegularExpression kDefinition(u"^ {0,3}\\[(?!\\^)[^\\]]+\\]:\\s*\\S"_s);
        static const QRegularExpression kNote(u"^ {0,3}\\[\\^[^\\]\\s]{1,20}\\]:\\s*(\\S.*)$"_s);
        static const QRegularExpression kImageLine(u"^\\s*!\\[([^\\]\\n]*)\\](?:\\([^\\n]*\\)|\\[[^\\]\\n]*\\])\\s*$"_s);
        if (QRegularExpressionMatch heading = kHeading.match(line); heading.hasMatch()) {
            finish();
            addHeading(heading.captured(2), heading.capturedLength(1));
        } else if (m_kind == BlockKind::Paragraph && !m_paragraph.isEmpty() && kUnderline.match(line).hasMatch()) {
            const QString words = std::exchange(m_paragraph, QString());
            addHeading(words, line.trimmed().startsWith(u'=') ? 1 : 2);
        } else if (QRegularExpressionMatch image = kImageLine.match(line); image.hasMatch()) {
            finish();
            if (!image.captured(1).trimmed().isEmpty())
                m_draft.captions.append(image.captured(1));
        } else if (QRegularExpressionMatch note = kNote.match(line); note.hasMatch()) { // the text's words, only set apart
            finish();
            add(note.capturedView(1));
        } else if (line.trimmed().isEmpty() || kRule.match(line).hasMatch() || kFence.match(line).hasMatch() || kDefinition.match(line).hasMatch()) {
            finish();
        } else {
            readTextLine(line);
        }
    }

    void readTextLine(QStringView line)
    {
        static const QRegularExpression kItem(u"^\\s*(?:[*+\\x{2022}-]|\\d{1,3}[.)])\\s+(.*)$"_s);
        static const QRegularExpression kRow(u"^\\s*\\|(.*)\\|\\s*$"_s);
        static const QRegularExpression kRowRule(u"^[\\s|:-]+$"_s);
        if (QRegularExpressionMatch item = kItem.match(line); item.hasMatch()) {
            finish();
            m_kind = BlockKind::ListItem;
            add(item.capturedView(1));
        } else if (line.trimmed().startsWith(u'>')) {
            if (m_kind != BlockKind::Quote)
                finish();
            m_kind = BlockKind::Quote;
            const QStringView quoted = line.trimmed().sliced(1);
            if (quoted.trimmed().isEmpty())
                finish();
            else
                add(quoted);
        } else if (QRegularExpressionMatch row = kRow.match(line); row.hasMatch()) {
            finish();
            m_kind = BlockKind::TableRow;
            if (!kRowRule.match(row.capturedView(1)).hasMatch())
                add(QString(row.captured(1)).replace(u"|"_s, u" | "_s));
            finish();
        } else {
            add(line);
        }
    }

    void add(QStringView words)
    {
        if (!m_paragraph.isEmpty())
            m_paragraph += u' ';
        m_paragraph += words.trimmed();
    }

    void addHeading(const QString &words, qsizetype level)
    {
        const QString text = withoutInlineMarks(words);
        const bool isFirst = std::none_of(m_draft.blocks.begin(), m_draft.blocks.end(), [](const DraftBlock &block) { return block.kind == BlockKind::Heading; });
        if (level == 1 && isFirst && !m_hasTopHeading) {
            m_hasTopHeading = true;
            m_draft.find(model::MetadataField::Title, Trust::Markup, text, u"heading"_s);
        } else if (!text.isEmpty()) {
            m_draft.blocks.push_back({BlockKind::Heading, text});
        }
    }

    void finish()
    {
        const QString text = withoutInlineMarks(m_paragraph);
        if (!text.isEmpty())
            m_draft.blocks.push_back({m_kind, text});
        m_paragraph.clear();
        m_kind = BlockKind::Paragraph;
    }

    Draft &m_draft;
    QString m_paragraph;
    BlockKind m_kind = BlockKind::Paragraph;
    bool m_hasTopHeading = false;
};

} // namespace

bool recognisesMarkdown(const Source &source)
{
    const bool isNamedSo = source.ending == u"md" || source.ending == u"markdown" || source.ending == u"mdown" || source.ending == u"mkd";
    return (isNamedSo && looksLikeText(source.bytes)) || frontMatterSize(source.head) > 0;
}

std::vector<Draft> readMarkdown(const Source &source)
{
    const Decoded decoded = decodeSource(source, source.bytes);
    const QString text = cleanCharacters(decoded.text);
    Draft draft;
    draft.mediaType = u"text/markdown"_s;
    draft.charset = decoded.charset;
    draft.hasMarkup = true;
    if (decoded.isDoubtful)
        draft.problems.push_back({base::ErrorCode::CharsetDoubtful, {}, decoded.charset});
    const qsizetype size = frontMatterSize(text);
    readFrontMatter(QStringView(text).first(size), draft);
    MarkdownReader(draft).read(withoutLeftovers(QStringView(text).sliced(size)));
    return {draft};
}

} // namespace variorum::reading
