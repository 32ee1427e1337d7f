// Paragraphs of plain text.
//
// Two habits are told apart by the lines themselves. Text that was wrapped by hand or by a mail program has lines that
// nearly fill a width of 50 to 90 characters and break in the middle of sentences; its paragraphs are parted by blank
// lines. In all other text every line is a paragraph, blank lines or not.
//
//     "The ferry left at nine and was due\nin Halvern by noon.\n\nIt never came."  ->  2 paragraphs (wrapped)
//     "The ferry left at nine.\nIt never came."                                    ->  2 paragraphs (a line each)

#include "reading/text/plain_blocks.h"

#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

bool isListLine(QStringView line) { return withoutBullet(line).size() != line.size(); }

/// Whether the lines of a text are cut at a width rather than at paragraph ends.
bool isHardWrapped(const QList<QStringView> &lines)
{
    constexpr qsizetype kNarrowest = 50;
    constexpr qsizetype kWidest = 100;
    qsizetype widest = 0;
    int inside = 0; // lines that are followed by another line without a blank one between
    int wrapped = 0; // of these, the ones that stop in the middle of a sentence
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const QStringView line = lines[at].trimmed();
        widest = std::max(widest, line.size());
        if (at + 1 >= lines.size() || line.isEmpty() || lines[at + 1].trimmed().isEmpty() || isListLine(lines[at + 1]))
            continue;
        ++inside;
        wrapped += !endsSentence(line) && line.size() >= kNarrowest - 15;
    }
    return widest <= kWidest && widest >= kNarrowest && inside >= 2 && wrapped * 2 >= inside;
}

DraftBlock blockOf(QStringView paragraph)
{
    if (isListLine(paragraph))
        return {model::BlockKind::ListItem, withoutBullet(paragraph).toString().simplified()};
    if (paragraph.startsWith(u"> "))
        return {model::BlockKind::Quote, paragraph.sliced(2).toString().simplified()};
    return {model::BlockKind::Paragraph, paragraph.toString().simplified()};
}

} // namespace

QStringView withoutBullet(QStringView line)
{
    static const QRegularExpression kBullet(u"^\\s*(?:[\\x{2022}\\x{2023}\\x{25AA}\\x{25CF}\\x{25E6}\\x{2043}\\x{00B7}\\x{25A0}\\x{27A2}\\x{2794}]\\s*|[*\\x{2013}-]\\s+|\\(?\\d{1,2}[.)]\\s+(?=\\S+\\s))"_s);
    const QRegularExpressionMatch match = kBullet.match(line);
    return match.hasMatch() ? line.sliced(match.capturedEnd()) : line;
}

std::vector<DraftBlock> plainBlocks(QStringView text)
{
    const QList<QStringView> lines = text.split(u'\n');
    const bool isWrapped = isHardWrapped(lines);
    std::vector<DraftBlock> blocks;
    QString paragraph;
    const auto finish = [&blocks, &paragraph] {
        DraftBlock block = blockOf(paragraph);
        if (!block.text.isEmpty())
            blocks.push_back(std::move(block));
        paragraph.clear();
    };
    for (const QStringView line : lines) {
        const QStringView trimmed = line.trimmed();
        if (!isWrapped || trimmed.isEmpty() || isListLine(line))
            finish();
        if (!paragraph.isEmpty())
            paragraph += u' ';
        paragraph += isListLine(line) ? line : trimmed;
    }
    finish();
    return blocks;
}

} // namespace variorum::reading
