// Lines of a text that say what the article is: its title, its date, who wrote it, where it was written. A line is
// taken only where such lines stand (before the first paragraphs, or after the last) and only when nothing but the
// metadata is on it, since "Published in 2019, the book ..." is prose.
//
//     "date 2031-03-14  Ferry sinks off Halvern : The Harbour Post"  ->  published, title, outlet
//     "Edited by| Ann Lee"                                           ->  author Ann Lee
//     "HALVERN, March 14 (Norrwire) - The ferry ..."                 ->  dateline "HALVERN, March 14", agency Norrwire, "The ferry ..."

#include "reading/text/block_rules.h"
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
constexpr size_t kTopLines = 12;
constexpr size_t kBottomLines = 4;

bool isAtEdge(size_t at, size_t count) { return at < kTopLines || at + kBottomLines >= count; }

/// How many blocks stand before the first one that is prose.
size_t linesAboveProse(const std::vector<DraftBlock> &blocks)
{
    return static_cast<size_t>(std::find_if(blocks.begin(), blocks.end(), isProse) - blocks.begin());
}

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

/// "Ferry sinks - The Bay" on the first line of a saved text, and "Ferry sinks" again as a line below: what a browser
/// copies is the window's title, and the outlet is its tail.
void takeWindowTitle(Draft &draft)
{
    static const QRegularExpression kLine(u"^(.{12,200}?) (?:[|\\x{2013}\\x{2014}\\x{00BB}-]|::) (\\p{Lu}[^|]{1,50})$"_s);
    if (draft.hasMarkup || draft.blocks.empty())
        return;
    const QRegularExpressionMatch match = kLine.match(draft.blocks.front().text);
    if (!match.hasMatch() || !stands(draft.blocks, foldedLine(match.captured(1)), 0))
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

/// "March 14, 2031 13:05 | in Ferries | 0 comments": a blog's line under the headline.
void takePostLine(Draft &draft)
{
    static const QRegularExpression kSeparator(u"\\s[|\\x{2022}\\x{00B7}/]\\s"_s);
    const size_t top = std::min(kTopLines, linesAboveProse(draft.blocks));
    for (size_t at = 0; at < top; ++at) {
        const QString line = draft.blocks[at].text;
        if (line.size() > 140 || endsSentence(line) || !kSeparator.match(line).hasMatch())
            continue;
        const auto date = dateWithin(line);
        if (!date)
            continue;
        draft.find(MetadataField::Published, Trust::Visible, *date, kText);
        draft.blocks.erase(draft.blocks.begin() + static_cast<std::ptrdiff_t>(at));
        return;
    }
}

void takePublishedLine(Draft &draft)
{
    static const QRegularExpression kLine(u"^(?:date )?(published|posted|first published|publication date|date|updated|last updated|last modified|modified|created)"
                                          u"(?: on| at| date)?\\s*[:|-]?\\s*(.{6,60})$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    // Where markup says what is a paragraph, a day below the second one, or in a list below the first, is the story's.
    constexpr qsizetype kParagraph = 80;
    int paragraphs = 0;
    std::vector<DraftBlock> kept;
    for (size_t at = 0; at < draft.blocks.size(); ++at) {
        const QString line = draft.blocks[at].text;
        const bool isInStory = draft.hasMarkup && (paragraphs > 1 || (paragraphs > 0 && draft.blocks[at].kind != model::BlockKind::Paragraph));
        paragraphs += line.size() >= kParagraph;
        const QRegularExpressionMatch match = isAtEdge(at, draft.blocks.size()) && line.size() <= 120 ? kLine.match(line) : QRegularExpressionMatch();
        const auto labelled = match.hasMatch() ? writtenDate(match.capturedView(2)) : std::nullopt;
        const auto alone = !labelled && at < kTopLines && !isInStory ? writtenDate(line) : std::nullopt;
        if (!labelled && !alone) {
            kept.push_back(std::move(draft.blocks[at]));
            continue;
        }
        const QString label = match.captured(1).toLower();
        const bool isUpdate = labelled && (label.contains("updated"_L1) || label.contains("modified"_L1));
        draft.find(isUpdate ? MetadataField::Updated : MetadataField::Published, Trust::Visible, labelled ? *labelled : *alone, kText);
    }
    draft.blocks = std::move(kept);
}

QStringList namesIn(const QString &list)
{
    static const QRegularExpression kBetween(u"\\s*(?:,|;|&|\\band\\b)\\s*"_s);
    static const QRegularExpression kName(u"^(?:\\p{Lu}[\\p{L}.'\\x{2019}-]*|de|da|van|von|der|bin|al|el|la|le|di|du|dos|den|ter)(?: (?:\\p{Lu}[\\p{L}.'\\x{2019}-]*|de|da|van|von|der|bin|al|el|la|le|di|du|dos|den|ter)){0,4}$"_s);
    QStringList names;
    for (const QString &part : list.split(kBetween, Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (!kName.match(name).hasMatch())
            return {};
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

bool isRoleLine(QStringView line)
{
    static const QRegularExpression kRole(u"\\b(?:journalist|reporter|correspondent|editor|writer|desk|section|bureau|columnist|staff|contributor|producer)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return line.size() <= 70 && !endsSentence(line) && kRole.match(line).hasMatch();
}

void takeByline(Draft &draft)
{
    static const QRegularExpression kLine(u"^(?:(?:written|edited|reported|compiled|posted|story|words|text|article|report|reporting|published)(?: and [a-z]+)? )?by\\s*[|:-]?\\s*(.{4,120})$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kTail(u"\\s*(?:[|\\x{2022}\\x{00B7}/]|,? (?:in|for|at) |, (?:\\p{Ll}|Staff|Special|Senior|Chief|BBC|The )| - ).*$"_s);
    for (size_t at = 0; at < draft.blocks.size(); ++at) {
        const QString line = draft.blocks[at].text;
        if (!isAtEdge(at, draft.blocks.size()) || line.size() > 140 || endsSentence(line))
            continue;
        const QRegularExpressionMatch match = kLine.match(line);
        if (!match.hasMatch())
            continue;
        QString list = match.captured(1);
        const QString tail = kTail.match(list).captured();
        list.chop(tail.size());
        const QStringList names = namesIn(list);
        if (names.isEmpty() || (names.size() == 1 && !names.front().contains(u' ') && agencyName(names.front()).isEmpty()))
            continue;
        if (const auto date = dateWithin(tail))
            draft.find(MetadataField::Published, Trust::Visible, *date, kText);
        const QString agency = names.size() == 1 ? agencyName(names.front()) : QString();
        draft.findings.push_back({agency.isEmpty() ? MetadataField::Authors : MetadataField::Agency, Trust::Visible, agency.isEmpty() ? names : QStringList{agency}, kText});
        const bool hasRole = at + 1 < draft.blocks.size() && isRoleLine(draft.blocks[at + 1].text);
        const auto from = draft.blocks.begin() + static_cast<std::ptrdiff_t>(at);
        draft.blocks.erase(from, from + (hasRole ? 2 : 1));
        return;
    }
}

const QString kMonths = u"(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)"_s;

/// "Seoul/Moscow, September 12", "Halvern - March,14,2031": a place and a day, alone on a line before the text.
void takeDatelineLine(Draft &draft)
{
    static const QRegularExpression kLine(u"^(\\p{Lu}[\\p{L}.'\\x{2019} /-]{1,40}(?:, \\p{Lu}[\\p{L}. ]{1,30})?)(?: ?[,:|\\x{2013}\\x{2014}-]) ?("_s + kMonths
                                          + u",? ?\\d{1,2}(?:,? ?\\d{4})?|\\d{1,2} "_s + kMonths + u"(?:,? \\d{4})?)$"_s);
    for (size_t at = 0; at < std::min(kTopLines, draft.blocks.size()); ++at) {
        const QRegularExpressionMatch match = kLine.match(draft.blocks[at].text);
        if (!match.hasMatch() || writtenDate(match.captured(0)))
            continue;
        draft.find(MetadataField::Dateline, Trust::Visible, match.captured(0), kText);
        if (const auto date = writtenDate(match.captured(2)))
            draft.find(MetadataField::Published, Trust::Visible, *date, kText);
        draft.blocks.erase(draft.blocks.begin() + static_cast<std::ptrdiff_t>(at));
        return;
    }
}

/// What papers write in capitals before a dash and is no place.
bool isLabelNotPlace(const QString &words)
{
    static const QRegularExpression kLabel(u"^(?:FILE|FILE PHOTO|PHOTO|PHOTOS|VIDEO|WATCH|LIVE|UPDATE|UPDATED|BREAKING|EXCLUSIVE|OPINION|ANALYSIS|EXPLAINER|REVIEW|CORRECTION|RELATED|READ MORE|MORE|NOTE|ADVERTISEMENT|Q|A)$"_s);
    return kLabel.match(words.trimmed()).hasMatch();
}

void takeInlineDateline(Draft &draft)
{
    static const QString kDay = u"(?:,? "_s + kMonths + u" \\d{1,2}(?:, \\d{4})?)?"_s;
    static const QString kDash = u"\\s*(?:--|[\\x{2010}-\\x{2015}-])\\s*"_s;
    // A place in capitals and a dash; or any place and a credit in brackets and a dash; or the credit alone.
    static const QRegularExpression kCapitals(u"^((?:\\p{Lu}[\\p{Lu}.'\\x{2019}/ -]{2,40})(?:, \\p{Lu}[\\p{L}. ]{1,30})?"_s + kDay + u")(?:\\s*\\(([^()]{2,40})\\))?"_s + kDash + u"(?=[\"'\\x{201C}\\x{2018}\\p{Lu}\\d])"_s);
    static const QRegularExpression kCredited(u"^(\\p{Lu}[\\p{L}.'\\x{2019}/ -]{2,40}(?:, \\p{Lu}[\\p{L}. ]{1,30})?"_s + kDay + u")\\s*\\((\\p{Lu}[^()]{1,39})\\)"_s + kDash + u"(?=[\"'\\x{201C}\\x{2018}\\p{Lu}\\d])"_s);
    static const QRegularExpression kCreditOnly(u"^()\\(([^()]{2,40})\\)"_s + kDash + u"(?=[\"'\\x{201C}\\x{2018}\\p{Lu}\\d])"_s);
    const size_t first = linesAboveProse(draft.blocks);
    if (first >= draft.blocks.size())
        return;
    DraftBlock &block = draft.blocks[first];
    for (const QRegularExpression &pattern : {kCapitals, kCredited, kCreditOnly}) {
        const QRegularExpressionMatch match = pattern.match(block.text);
        if (!match.hasMatch() || match.capturedLength() < 4)
            continue;
        if (isLabelNotPlace(match.captured(1)))
            continue;
        const QString known = agencyName(match.captured(2));
        if (&pattern != &kCapitals && match.captured(1).isEmpty() && known.isEmpty())
            continue;
        draft.find(MetadataField::Dateline, Trust::Visible, match.captured(1), kText);
        if (match.hasCaptured(2) && !match.captured(2).isEmpty())
            draft.find(MetadataField::Agency, Trust::Visible, known.isEmpty() ? match.captured(2) : known, kText);
        block.text = block.text.mid(match.capturedLength());
        return;
    }
}

} // namespace

void takeTitleLines(Draft &draft)
{
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

void takeDateAndBylines(Draft &draft)
{
    takePublishedLine(draft);
    takeByline(draft);
    takePostLine(draft);
}

void takeDatelines(Draft &draft)
{
    if (draft.best(MetadataField::Dateline))
        return;
    takeDatelineLine(draft);
    if (!draft.best(MetadataField::Dateline))
        takeInlineDateline(draft);
}

} // namespace variorum::reading
