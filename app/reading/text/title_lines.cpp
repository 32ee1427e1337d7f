// Lines above a text that say what it is called and where it stood: its title, a browser window's title, an exported line, a
// header of labels; and what stands there and says nothing: menus, slugs, teasers.
//
//     "date 2031-03-14  Ferry sinks off Halvern : The Harbour Post"  ->  published, title, outlet
//     "Title: Ferry sinks" / "Author: Ann Lee" / "Source: The Bay"   ->  title, author, outlet

#include "reading/text/block_rules.h"
#include "reading/text/front_matter.h"
#include "reading/text/line_places.h"
#include "reading/text/phrases.h"
#include "reading/written_date.h"

#include <QRegularExpression>
#include <algorithm>
#include <iterator>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

const QString kText = u"text"_s;

bool stands(const std::vector<DraftBlock> &blocks, const QString &folded, size_t butNotAt)
{
    for (size_t at = 0; at < blocks.size(); ++at) {
        if (at != butNotAt && foldedLine(blocks[at].text) == folded)
            return true;
    }
    return false;
}

/// "date 2031-03-14 Title : Outlet", or without the word "date" where the title stands again below.
bool takeExportLine(Draft &draft)
{
    static const QRegularExpression kLine(u"^(date:? )?(\\d{4}-\\d{2}-\\d{2}) (\\S.{8,250}?) [:|] (\\p{Lu}[^:|]{1,60})$"_s);
    for (size_t at = 0; at < std::min<size_t>(3, draft.blocks.size()); ++at) {
        const QRegularExpressionMatch match = kLine.match(draft.blocks[at].text);
        const auto date = match.hasMatch() ? writtenDate(match.capturedView(2)) : std::nullopt;
        if (!date || (match.captured(1).isEmpty() && !stands(draft.blocks, foldedLine(match.captured(3)), at)))
            continue;
        draft.find(MetadataField::Published, Trust::Visible, *date, kText);
        draft.find(MetadataField::Title, Trust::Visible, match.captured(3), kText);
        draft.find(MetadataField::Outlet, Trust::Visible, match.captured(4), kText);
        draft.blocks.erase(draft.blocks.begin() + static_cast<std::ptrdiff_t>(at));
        return true;
    }
    return false;
}

/// A first line that is the start of the text below it, cut off at some length: scrapers put a summary there.
void dropTeaser(Draft &draft)
{
    constexpr qsizetype kShortestTeaser = 60;
    std::vector<DraftBlock> &blocks = draft.blocks;
    if (blocks.size() < 2 || blocks.front().text.size() < kShortestTeaser)
        return;
    const auto withoutSpaces = [](const QString &text) { return foldedLine(text).remove(u' '); };
    const QString teaser = withoutSpaces(blocks.front().text);
    QString below;
    for (size_t at = 1; at < std::min<size_t>(blocks.size(), 8) && below.size() < 2 * teaser.size(); ++at)
        below += withoutSpaces(blocks[at].text);
    if (below.startsWith(teaser))
        blocks.erase(blocks.begin());
}

bool looksLikeTitle(QStringView line)
{
    constexpr qsizetype kLongest = 200;
    return line.size() >= 12 && line.size() <= kLongest && line.contains(u' ') && (line.front().isUpper() || line.front().isDigit() || !line.front().isLetter())
        && !(endsSentence(line) && line.back() == u'.' && !line.endsWith(u"..")) && !line.endsWith(u':') && !dateWithin(line.left(40)) && !isFurniture(line);
}

void takeFirstLineAsTitle(Draft &draft)
{
    if (draft.hasMarkup || draft.best(MetadataField::Title) || draft.blocks.size() < 2)
        return;
    const DraftBlock &first = draft.blocks.front();
    if (first.kind == model::BlockKind::ListItem || first.kind == model::BlockKind::Quote || !looksLikeTitle(first.text))
        return;
    draft.find(MetadataField::Title, Trust::Visible, first.text, kText);
    draft.blocks.erase(draft.blocks.begin());
}

/// Whether words are what papers are called: "The Halvern Courier", "Bay News".
bool looksLikeMasthead(const QString &words)
{
    static const QRegularExpression kName(u"^(?:The )?(?:\\p{Lu}[\\p{L}&.'\\x{2019}-]* ){1,3}(?:Times|Post|News|Herald|Tribune|Journal|Gazette|Chronicle|Telegraph|Courier|Sentinel|Examiner|Dispatch|Bulletin|Guardian|Independent|Observer|Mirror|Standard|Star|Record|Mail|Express|Advertiser|Argus|Echo)$"_s);
    static const QRegularExpression kLabel(u"^(?:Breaking|Latest|Live|World|Local|Sports?|Business|More|Top) News$"_s);
    return kName.match(words).hasMatch() && !kLabel.match(words).hasMatch();
}

/// "Ferry sinks - The Bay" on the first line of a saved text, and "Ferry sinks" again as a line below, or what
/// follows is called as papers are: what a browser copies is the window's title, and the outlet is its tail.
void takeWindowTitle(Draft &draft)
{
    static const QRegularExpression kLine(u"^(.{12,200}?) (?:[|\\x{2013}\\x{2014}\\x{00BB}-]|::) (\\p{Lu}[^|]{1,50})$"_s);
    if (draft.hasMarkup || draft.blocks.empty())
        return;
    const QRegularExpressionMatch match = kLine.match(draft.blocks.front().text);
    const bool isOfPaper = draft.blocks.size() > 1 && looksLikeMasthead(match.captured(2));
    if (!match.hasMatch() || (!isOfPaper && !stands(draft.blocks, foldedLine(match.captured(1)), 0)))
        return;
    draft.find(MetadataField::Title, Trust::Visible, match.captured(1), kText);
    draft.find(MetadataField::Outlet, Trust::Visible, match.captured(2), kText);
    draft.blocks.erase(draft.blocks.begin());
}

bool isMenuItem(QStringView line)
{
    constexpr qsizetype kLongest = 30;
    return line.size() <= kLongest && !endsSentence(line) && !dateWithin(line) && !line.startsWith("by "_L1, Qt::CaseInsensitive) && !line.contains(u',');
}

/// Three or more short lines in a row above the text are a menu; a line of capitals and hyphens is a wire slug.
void dropMenuAndSlug(Draft &draft)
{
    static const QRegularExpression kSlug(u"^[A-Z][A-Z0-9]+(?:[-/][A-Z0-9]+)+(?:\\s*\\((?:UPDATE|CORRECTED|CORRECTION|REFILE|WRAPUP|URGENT)?\\s*\\d*\\))?$"_s);
    if (draft.hasMarkup)
        return;
    std::vector<DraftBlock> &blocks = draft.blocks;
    const size_t above = linesAboveProse(blocks);
    if (above == blocks.size()) // short lines are all there is: verse, a list
        return;
    std::vector<DraftBlock> kept;
    for (size_t at = 0; at < above;) {
        if (kSlug.match(blocks[at].text).hasMatch()) {
            ++at;
            continue;
        }
        size_t end = at;
        while (end < above && isMenuItem(blocks[end].text))
            ++end;
        const size_t next = std::max(end, at + 1);
        if (end - at < 3)
            std::move(blocks.begin() + static_cast<std::ptrdiff_t>(at), blocks.begin() + static_cast<std::ptrdiff_t>(next), std::back_inserter(kept));
        at = next;
    }
    std::move(blocks.begin() + static_cast<std::ptrdiff_t>(above), blocks.end(), std::back_inserter(kept));
    blocks = std::move(kept);
}

/// "Title: Ferry sinks", "Author: Ann Lee", "Date: 2031-03-14": two or more labels, one of them the title's, above all else.
void takeHeaderOfLabels(Draft &draft)
{
    constexpr size_t kFewest = 2;
    constexpr qsizetype kLongest = 300;
    if (draft.hasMarkup)
        return;
    QString header;
    size_t count = 0;
    while (count < draft.blocks.size() && draft.blocks[count].text.size() <= kLongest && isKeyLine(draft.blocks[count].text))
        header += draft.blocks[count++].text + u'\n';
    static const QRegularExpression kTitle(u"^(?:title|headline)\\s*:"_s, QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    if (count < kFewest || count == draft.blocks.size() || !kTitle.match(header).hasMatch())
        return;
    readFrontMatter(header, draft);
    draft.blocks.erase(draft.blocks.begin(), blockAt(draft.blocks, count));
}

} // namespace

void takeTitleLines(Draft &draft)
{
    takeHeaderOfLabels(draft);
    const bool wasExport = !draft.hasMarkup && takeExportLine(draft);
    if (!draft.hasMarkup)
        dropTeaser(draft);
    const auto first = std::find_if(draft.blocks.begin(), draft.blocks.end(), [](const DraftBlock &block) { return !isFurniture(block.text); });
    draft.blocks.erase(draft.blocks.begin(), first);
    if (!wasExport)
        takeWindowTitle(draft);
    dropMenuAndSlug(draft);
    if (!wasExport)
        takeFirstLineAsTitle(draft);
    const Finding *title = draft.best(MetadataField::Title);
    const QString folded = title ? foldedLine(title->values.front()) : QString();
    if (!folded.isEmpty())
        std::erase_if(draft.blocks, [&folded](const DraftBlock &block) { return foldedLine(block.text) == folded; });
}

} // namespace variorum::reading
