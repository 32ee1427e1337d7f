// Lists of other articles inside or after an article.
//
//  - labelled-link:   "Read also: Harbour reopens after storm": a label, a headline, no full stop.
//  - labelled-list:   "Related stories" and the up to ten lines after it that are no sentences and no heading of text.
//  - headline-bullets (plain text only, in pages links tell): up to six bullets between paragraphs, each short,
//    capitalised and without a full stop. A list that the text announces with a colon stays, and so does one whose
//    items are sentences: articles sum up in such bullets.
//  - breadcrumbs: bullets before the first paragraph, unless they are sentences.
//
//     • Inside the ferry's engine room      ->  out
//     • Why do ferries sink?                ->  out
//     • The ferry had been inspected in May.  (the whole list stays)

#include "reading/text/block_rules.h"
#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <algorithm>

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

void dropHeadlineBullets(std::vector<DraftBlock> &blocks)
{
    constexpr size_t kMost = 6;
    std::vector<DraftBlock> kept;
    bool hadProse = false;
    for (size_t at = 0; at < blocks.size();) {
        size_t end = at;
        while (end < blocks.size() && blocks[end].kind == model::BlockKind::ListItem)
            ++end;
        if (end == at) {
            hadProse = hadProse || isProse(blocks[at]);
            kept.push_back(std::move(blocks[at++]));
            continue;
        }
        const auto first = blocks.begin() + static_cast<std::ptrdiff_t>(at);
        const auto last = blocks.begin() + static_cast<std::ptrdiff_t>(end);
        const bool isAnnounced = !kept.empty() && kept.back().text.endsWith(u':');
        const bool areHeadlines = std::all_of(first, last, isHeadlineLike);
        const bool isDropped = areHeadlines && !isAnnounced && (!hadProse || end - at <= kMost);
        if (!isDropped)
            std::move(first, last, std::back_inserter(kept));
        at = end;
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
