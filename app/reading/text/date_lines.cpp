// Lines that say when an article was published. A label ("Published", "Last updated") makes a date the article's wherever such
// lines stand; a date alone does above the first sentence only, since below it heads a part of the text.
//
//     "Posted Sun 3 Mar 2031 at 7:15pm, updated Mon 4 Mar 2031"  ->  published, updated
//     "March 5, 2019" between two paragraphs                     ->  text: an entry of a timeline
//     "Published in 2019, the book ..."                          ->  prose

#include "reading/text/date_lines.h"

#include "reading/text/line_places.h"
#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <algorithm>
#include <utility>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

const QString kText = u"text"_s;

const QRegularExpression &labelPattern()
{
    static const QRegularExpression kLabel(u"(?:^|(?<=[\\s|,;(\\x{2022}\\x{00B7}\\x{2013}\\x{2014}/-]))(?:date )?(first published|originally published|published|posted|publication date|date|first posted|last updated|updated|last modified|modified|created)"
                                           u"(?: on| at| date)?\\s*(?:[:|-]\\s*|(?<=\\s))(?=[\\p{L}\\d])"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return kLabel;
}

QStringView withoutSigns(QStringView text)
{
    const QStringView signs(u" \t|,;()\u2022\u00B7\u2013\u2014/-");
    while (!text.isEmpty() && signs.contains(text.back()))
        text.chop(1);
    while (!text.isEmpty() && signs.contains(text.front()))
        text = text.sliced(1);
    return text;
}

/// A date, or the shape of one whose order nobody tells.
std::optional<LabelledDate> dateAlone(QStringView text, const DateHabits &habits)
{
    if (const auto date = writtenDate(text, habits))
        return LabelledDate{false, date};
    if (writtenDate(text, {.isDayFirst = true, .country = {}}))
        return LabelledDate{};
    return std::nullopt;
}

/// How many blocks stand above the text proper: a summary may stand there, over the byline.
size_t linesAboveText(const std::vector<DraftBlock> &blocks)
{
    constexpr size_t kNear = 2;
    const size_t first = linesAboveProse(blocks);
    for (size_t at = first + 1; at < std::min(first + 1 + kNear, blocks.size()); ++at) {
        if (blocks[at].text.startsWith("by "_L1, Qt::CaseInsensitive) && blocks[at].text.size() <= 100)
            return static_cast<size_t>(std::find_if(blockAt(blocks, at), blocks.end(), isProse) - blocks.begin());
    }
    return first;
}

/// Whether dates head paragraphs further down: then those above the text need not be the article's either.
bool isTimeline(const std::vector<DraftBlock> &blocks, size_t above, const DateHabits &habits)
{
    constexpr size_t kFar = 100;
    for (size_t at = above; at + 1 < std::min(blocks.size(), above + kFar); ++at) {
        if (blocks[at].text.size() <= 60 && isProse(blocks[at + 1]) && dateAlone(blocks[at].text, habits))
            return true;
    }
    return false;
}

} // namespace

std::vector<LabelledDate> labelledDates(QStringView line, const DateHabits &habits)
{
    // "This story was originally published March 14, 2031, 10:42 AM."
    static const QRegularExpression kSentence(u"^this (?:story|article|report|post|piece) was (?=(?:first |originally |last )?(?:published|posted|updated|modified) )"_s, QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype kLongest = 160;
    std::vector<LabelledDate> dates;
    if (const QRegularExpressionMatch sentence = kSentence.match(line); sentence.hasMatch() && line.endsWith(u'.'))
        line = line.sliced(sentence.capturedEnd()).chopped(1);
    if (line.size() > kLongest)
        return {};
    auto labels = labelPattern().globalMatch(line);
    qsizetype end = 0;
    while (labels.hasNext()) {
        const QRegularExpressionMatch label = labels.next();
        if (dates.empty() && !withoutSigns(line.first(label.capturedStart())).isEmpty())
            return {};
        end = labels.hasNext() ? labels.peekNext().capturedStart() : line.size();
        std::optional<LabelledDate> date = dateAlone(withoutSigns(line.sliced(label.capturedEnd(), end - label.capturedEnd())), habits);
        if (!date)
            return {};
        const QString name = label.captured(1).toLower();
        date->isUpdate = name.contains("updated"_L1) || name.contains("modified"_L1);
        dates.push_back(*date);
    }
    return dates;
}

qsizetype dateLabelWithin(QStringView line)
{
    const QRegularExpressionMatch label = labelPattern().match(line, 1);
    return label.hasMatch() ? label.capturedStart() : -1;
}

void addDates(const std::vector<LabelledDate> &dates, Draft &draft)
{
    for (const LabelledDate &each : dates) {
        if (each.date)
            draft.find(each.isUpdate ? MetadataField::Updated : MetadataField::Published, Trust::Visible, *each.date, kText);
    }
}

void takeDateLines(Draft &draft, const DateHabits &habits)
{
    constexpr qsizetype kLongestAlone = 80;
    const size_t above = linesAboveText(draft.blocks);
    bool canBeAlone = !isTimeline(draft.blocks, above, habits);
    std::vector<DraftBlock> kept;
    for (size_t at = 0; at < draft.blocks.size(); ++at) {
        const QString &line = draft.blocks[at].text;
        std::vector<LabelledDate> dates = isAtEdge(at, draft.blocks.size()) ? labelledDates(line, habits) : std::vector<LabelledDate>();
        if (dates.empty() && canBeAlone && at < std::min(above, kTopLines) && line.size() <= kLongestAlone) {
            if (const auto alone = dateAlone(withoutSigns(line), habits)) {
                dates = {*alone};
                canBeAlone = false;
            }
        }
        if (dates.empty())
            kept.push_back(std::move(draft.blocks[at]));
        else
            addDates(dates, draft);
    }
    if (kept.empty()) // dates and nothing else are what the text says
        return;
    draft.blocks = std::move(kept);
}

void takePostLine(Draft &draft, const DateHabits &habits)
{
    static const QRegularExpression kSeparator(u"\\s[|\\x{2022}\\x{00B7}/]\\s"_s);
    const size_t top = std::min(kTopLines, linesAboveProse(draft.blocks));
    for (size_t at = 0; at < top; ++at) {
        const QString line = draft.blocks[at].text;
        if (line.size() > 140 || endsSentence(line) || !kSeparator.match(line).hasMatch())
            continue;
        const auto date = dateWithin(line, habits);
        if (!date)
            continue;
        draft.find(MetadataField::Published, Trust::Visible, *date, kText);
        draft.blocks.erase(blockAt(draft.blocks, at));
        return;
    }
}

} // namespace variorum::reading
