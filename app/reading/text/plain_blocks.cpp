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
#include <vector>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

/// The number that a line begins with as items do, "12. The court ..."; -1 where it begins otherwise.
int itemNumber(QStringView line)
{
    static const QRegularExpression kNumber(u"^\\s*\\(?(\\d{1,2})[.)]\\s+\\S"_s);
    const QRegularExpressionMatch match = kNumber.match(line);
    return match.hasMatch() ? match.capturedView(1).toInt() : -1;
}

/// Which lines are items of lists. A number makes an item only next to the number before it or after it: else it is the
/// paragraph's own ("12. The court ...").
std::vector<bool> listLines(const QList<QStringView> &lines)
{
    std::vector<bool> isItem(static_cast<size_t>(lines.size()));
    constexpr qsizetype kNear = 12; // lines, where items are wrapped and parted by blank lines
    int lastNumber = -1;
    qsizetype lastAt = 0;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const int number = itemNumber(lines[at]);
        if (number < 0) {
            isItem[static_cast<size_t>(at)] = withoutBullet(lines[at]).size() != lines[at].size();
            continue;
        }
        if (lastNumber >= 0 && number == lastNumber + 1 && at - lastAt <= kNear)
            isItem[static_cast<size_t>(at)] = isItem[static_cast<size_t>(lastAt)] = true;
        lastNumber = number;
        lastAt = at;
    }
    return isItem;
}

/// Whether the lines of a text are cut at a width rather than at paragraph ends.
bool isHardWrapped(const QList<QStringView> &lines, const std::vector<bool> &isItem)
{
    constexpr qsizetype kNarrowest = 50;
    constexpr qsizetype kWidest = 100;
    qsizetype widest = 0;
    int inside = 0; // lines that are followed by another line without a blank one between
    int wrapped = 0; // of these, the ones that stop in the middle of a sentence
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const QStringView line = lines[at].trimmed();
        widest = std::max(widest, line.size());
        if (at + 1 >= lines.size() || line.isEmpty() || lines[at + 1].trimmed().isEmpty() || isItem[static_cast<size_t>(at + 1)])
            continue;
        ++inside;
        wrapped += !endsSentence(line) && line.size() >= kNarrowest - 15;
    }
    return widest <= kWidest && widest >= kNarrowest && inside >= 2 && wrapped * 2 >= inside;
}

DraftBlock blockOf(QStringView paragraph, bool isItem)
{
    if (isItem)
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
    const std::vector<bool> isItem = listLines(lines);
    const bool isWrapped = isHardWrapped(lines, isItem);
    std::vector<DraftBlock> blocks;
    QString paragraph;
    bool isOfItem = false;
    const auto finish = [&blocks, &paragraph, &isOfItem] {
        DraftBlock block = blockOf(paragraph, isOfItem);
        if (!block.text.isEmpty())
            blocks.push_back(std::move(block));
        paragraph.clear();
        isOfItem = false;
    };
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const QStringView trimmed = lines[at].trimmed();
        const bool opensItem = isItem[static_cast<size_t>(at)];
        if (!isWrapped || trimmed.isEmpty() || opensItem)
            finish();
        isOfItem = isOfItem || opensItem;
        if (!paragraph.isEmpty())
            paragraph += u' ';
        paragraph += opensItem ? lines[at] : trimmed;
    }
    finish();
    return blocks;
}

} // namespace variorum::reading
