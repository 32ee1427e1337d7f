// The order in which the rules about lines run, and the small ones. Metadata first, since a line that gives a date or a
// title must be read before it goes; furniture last, since "Related" or "Leave a reply" mark where other rules cut.

#include "reading/text/block_rules.h"

#include "reading/text/inline_credits.h"
#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <algorithm>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kLongestHeading = 90;

bool hasLetterOrDigit(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar unit) { return unit.isLetterOrNumber() || unit.isSurrogate(); });
}

/// "#Ferry #Halvern Bay #Safety": a line that begins with a tag and holds two or more, or one alone.
bool isHashtagLine(QStringView text)
{
    static const QRegularExpression kTag(u"(?:^|\\s)#(?=\\p{L})"_s);
    if (!text.startsWith(u'#') || endsSentence(text))
        return false;
    int tags = 0;
    auto matches = kTag.globalMatch(text);
    while (matches.hasNext()) {
        matches.next();
        ++tags;
    }
    return tags >= 2 || (tags == 1 && !text.contains(u' '));
}

bool isCopyrightLine(QStringView text)
{
    static const QRegularExpression kMark(u"^(?:\\x{00A9}|\\(c\\)|copyright\\b)\\s*(?:\\x{00A9}|\\(c\\)|of|by|\\d{4})"_s, QRegularExpression::CaseInsensitiveOption);
    return text.size() <= 300 && kMark.match(text).hasMatch();
}

void readCreditsInside(Draft &draft)
{
    for (DraftBlock &block : draft.blocks)
        block.text = withoutInlineCredits(block.text);
}

} // namespace

bool isProse(const DraftBlock &block)
{
    return block.kind != model::BlockKind::Heading && block.text.size() >= 40 && (endsSentence(block.text) || block.text.size() >= 200);
}

void dropFurniture(Draft &draft)
{
    std::erase_if(draft.blocks, [](const DraftBlock &block) {
        return !hasLetterOrDigit(block.text) || isFurniture(block.text) || isHashtagLine(block.text) || isCopyrightLine(block.text);
    });
}

void dropReaderPart(Draft &draft)
{
    std::vector<DraftBlock> &blocks = draft.blocks;
    qsizetype prose = 0;
    for (auto block = blocks.begin(); block != blocks.end(); ++block) {
        if (prose > 0 && opensReaderPart(block->text)) {
            // A lone "Comments" button may stand above the text: cut only where most of the text is before.
            const auto after = std::count_if(block, blocks.end(), isProse);
            if (block->text.size() > 20 || after <= prose) {
                blocks.erase(block, blocks.end());
                return;
            }
        }
        prose += isProse(*block);
    }
}

void markHeadings(Draft &draft)
{
    if (draft.hasMarkup)
        return;
    std::vector<DraftBlock> &blocks = draft.blocks;
    for (size_t at = 0; at + 1 < blocks.size(); ++at) {
        DraftBlock &block = blocks[at];
        const bool startsUpper = !block.text.isEmpty() && (block.text.front().isUpper() || block.text.front().isDigit());
        const bool isShort = block.text.size() <= kLongestHeading && !endsSentence(block.text) && !block.text.endsWith(u':') && !block.text.endsWith(u',');
        if (block.kind == model::BlockKind::Paragraph && startsUpper && isShort && blocks[at + 1].text.size() > block.text.size())
            block.kind = model::BlockKind::Heading;
    }
}

void applyBlockRules(Draft &draft)
{
    readCreditsInside(draft);
    takeTitleLines(draft);
    takeDateAndBylines(draft);
    takeDatelines(draft);
    dropReaderPart(draft);
    dropRelatedLists(draft);
    dropFurniture(draft);
    takeCaptions(draft);
    takeAgencyCredits(draft);
    takeDatelines(draft); // a credit or a caption may have hidden the first sentence
    std::erase_if(draft.blocks, [](const DraftBlock &block) { return block.text.isEmpty(); });
    markHeadings(draft);
}

} // namespace variorum::reading
