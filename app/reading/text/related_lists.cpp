// Lists of other articles inside or after an article.
//
//  - labelled-link:   "Read also: Harbour reopens after storm": a label, a headline, no full stop.
//  - labelled-list:   "Related stories" and the up to ten lines after it that are no sentences and no heading of text.
//  - headline-bullets (plain text only, in pages links tell): up to six bullets behind a paragraph, none a sentence, one of
//    them a question. Other bullets, and those that a colon announces, are the article's own: it sums up in them.
//  - breadcrumbs: bullets above the first paragraph that begin with a section's name, unless they are sentences or announced.
//
//     • Inside the ferry's engine room      ->  out
//     • Why do ferries sink?                ->  out
//     • The quay will be rebuilt            ->  stays

#include "reading/text/block_rules.h"
#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <algorithm>
#include <iterator>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kLongestHeadline = 140;

bool isLabelledLink(QStringView line)
{
    static const QRegularExpression kLabel(
        u"^[>\\x{25BA}\\x{00BB}|\\x{2192} ]*(?:(?:also )?read(?: (?:also|more|next|on|it|the full story|our|here))?|also read|see(?: also| more)?|related(?: (?:story|article|news|reading|coverage|roundup|video|links?))?|more|more (?:on|from) [\\w ]{2,30}"
        u"|watch(?: (?:also|more|live|now|video|below))?|listen(?: (?:also|now))?|must read|dont miss|don['\\x{2019}]t miss|opinion|explainer|analysis|recommended|next|trending|exclusive)\\s*(?:[:|>\\x{00BB}\\x{2192}\\x{25BA}]|\\s[\\x{2013}\\x{2014}-]\\s)\\s*\\S"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype kShortest = 6;
    return line.size() >= kShortest && line.size() <= 220 && !(endsSentence(line) && line.endsWith(u'.')) && kLabel.match(line).hasMatch();
}

bool isHeadlineLike(const DraftBlock &block)
{
    const QString &text = block.text;
    return !text.isEmpty() && text.size() <= kLongestHeadline && !text.endsWith(u'.') && !text.endsWith(u';') && !text.endsWith(u',')
        && (text.front().isUpper() || text.front().isDigit() || !text.front().isLetter());
}

/// How many lines after the label at `head` are its list: headlines, but not a heading over further text.
size_t relatedAfter(const std::vector<DraftBlock> &blocks, size_t head)
{
    constexpr size_t kMost = 10;
    size_t count = 0;
    while (count < kMost && head + count + 1 < blocks.size()) {
        const size_t at = head + count + 1;
        const bool isHeadingOfText = blocks[at].kind == model::BlockKind::Heading && at + 1 < blocks.size() && isProse(blocks[at + 1]);
        if (!isHeadlineLike(blocks[at]) || isProse(blocks[at]) || isHeadingOfText)
            break;
        ++count;
    }
    return count;
}

void dropLabelled(std::vector<DraftBlock> &blocks)
{
    std::vector<DraftBlock> kept;
    for (size_t at = 0; at < blocks.size(); ++at) {
        if (isLabelledLink(blocks[at].text))
            continue;
        if (headsRelatedList(blocks[at].text)) {
            at += relatedAfter(blocks, at);
            continue;
        }
        kept.push_back(std::move(blocks[at]));
    }
    blocks = std::move(kept);
}

/// Whether bullets are the headlines of other articles: one of them asks a question, as headlines do and key points do not.
bool areHeadlines(std::vector<DraftBlock>::const_iterator first, std::vector<DraftBlock>::const_iterator last)
{
    constexpr std::ptrdiff_t kMost = 6;
    const auto asks = [](const DraftBlock &block) { return block.text.endsWith(u'?') && block.text.count(u' ') >= 2; };
    return last - first <= kMost && std::any_of(first, last, asks);
}

/// Whether bullets above the text are the way to the page: it begins with a section's name, of a word or two.
bool areBreadcrumbs(std::vector<DraftBlock>::const_iterator first)
{
    return first->text.count(u' ') <= 1;
}

/// Bullets that are no sentences and that no colon announces, and that are the way to the page or headlines by their own words:
/// articles sum up in bullets just as short.
void dropHeadlineBullets(std::vector<DraftBlock> &blocks)
{
    const auto isItem = [](const DraftBlock &block) { return block.kind == model::BlockKind::ListItem; };
    std::vector<DraftBlock> kept;
    bool hadProse = false;
    for (auto block = blocks.begin(); block != blocks.end();) {
        const auto end = std::find_if_not(block, blocks.end(), isItem);
        if (end == block) {
            hadProse = hadProse || isProse(*block);
            kept.push_back(std::move(*block++));
            continue;
        }
        const bool isAnnounced = !kept.empty() && kept.back().text.endsWith(u':');
        const bool followsProse = !kept.empty() && isProse(kept.back());
        const bool isDropped = !isAnnounced && std::all_of(block, end, isHeadlineLike) && (hadProse ? followsProse && areHeadlines(block, end) : areBreadcrumbs(block));
        if (!isDropped)
            std::move(block, end, std::back_inserter(kept));
        block = end;
    }
    blocks = std::move(kept);
}

} // namespace

void dropRelatedLists(Draft &draft)
{
    dropLabelled(draft.blocks);
    const bool hasProse = std::any_of(draft.blocks.begin(), draft.blocks.end(), isProse);
    if (!draft.hasMarkup && hasProse)
        dropHeadlineBullets(draft.blocks);
}

} // namespace variorum::reading
