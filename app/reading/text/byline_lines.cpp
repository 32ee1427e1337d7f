// Lines that say who wrote an article. What the line names is bylineOf()'s business; which lines are bylines is told here: by
// their first word, or, above a plain text, by a name and what that person is to the paper.
//
//     "By Ann Lee in Halvern and Bo Hart, Associated Press"  ->  authors Ann Lee, Bo Hart; agency Associated Press
//     "Ann Lee, Harbour Correspondent"                       ->  author Ann Lee
//     "Ann Lee" / "Harbour reporter"                         ->  author Ann Lee, both lines
//     "By Staff"                                             ->  nobody, and no part of the text
//     "By noon the ferry was gone"                           ->  prose

#include "reading/author_names.h"
#include "reading/text/block_rules.h"
#include "reading/text/date_habits.h"
#include "reading/text/date_lines.h"
#include "reading/text/line_places.h"
#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <algorithm>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

const QString kText = u"text"_s;
constexpr qsizetype kLongestLine = 160;

const QString kRole = u"(?:journalist|reporter|correspondent|editor|writer|columnist|critic|contributor|producer|analyst)s?"_s;

bool isRoleLine(QStringView line)
{
    static const QRegularExpression kWord(u"\\b(?:"_s + kRole + u"|desk|section|bureau|staff)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return line.size() <= 70 && !endsSentence(line) && kWord.match(line).hasMatch();
}

/// Whether a byline's words name a desk or a role and nobody.
bool namesNobody(const QString &words)
{
    static const QRegularExpression kNobody(u"^(?:(?:our|the|a|web|online|digital|news|\\p{Lu}[\\p{L}&.'\\x{2019}-]*) ){0,4}(?:staff|newsroom|news ?desk|web ?desk|desk|bureau|team|editors?|reporters?|correspondents?|agenc(?:y|ies)|admin|wire (?:reports|services|staff)|staff (?:reporter|writer|correspondent)s?)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return kNobody.match(words.simplified()).hasMatch();
}

/// The part of a line behind a date's label or before the first bar that does not open it.
QString namesPart(const QString &words)
{
    static const QRegularExpression kBar(u"\\s*[|\\x{2022}\\x{00B7}]\\s*|\\s[\\x{2013}\\x{2014}/-]\\s"_s);
    QString names = words;
    if (const qsizetype label = dateLabelWithin(names); label >= 0)
        names.truncate(label);
    const QRegularExpressionMatch bar = kBar.match(names);
    return (bar.hasMatch() ? names.left(bar.capturedStart()) : names).simplified();
}

bool isBelieved(const Byline &byline, const QString &names)
{
    if (!byline.people.isEmpty()) {
        // "By Ann Lee, Halvern": other parts follow a name; the first part must be somebody.
        static const QRegularExpression kFirst(u"^[^,;&]*"_s);
        const QString first = kFirst.match(names).captured();
        const Byline start = bylineOf(first, {}, NameSource::Page);
        return byline.otherParts == 0 || (start.otherParts == 0 && byline.otherParts <= 2);
    }
    return (!byline.agencies.isEmpty() && byline.otherParts == 0) || namesNobody(names);
}

void addByline(const Byline &byline, Draft &draft)
{
    if (!byline.people.isEmpty())
        draft.findings.push_back({MetadataField::Authors, Trust::Visible, byline.people, kText});
    if (!byline.agencies.isEmpty())
        draft.findings.push_back({MetadataField::Agency, Trust::Visible, byline.agencies, kText});
}

/// The dates behind the names: labelled, or one alone behind a bar.
void addDatesBehind(const QString &line, const QString &names, const DateHabits &habits, Draft &draft)
{
    const QString rest = line.mid(names.size());
    const qsizetype label = dateLabelWithin(line);
    const std::vector<LabelledDate> labelled = label < 0 ? std::vector<LabelledDate>() : labelledDates(QStringView(line).sliced(label), habits);
    addDates(labelled, draft);
    if (labelled.empty()) {
        if (const auto date = dateWithin(rest, habits))
            draft.find(MetadataField::Published, Trust::Visible, *date, kText);
    }
}

bool endsAsBylinesMay(const QString &line)
{
    static const QRegularExpression kAbbreviation(u"\\b(?:Jr|Sr|M\\.?D|Ph\\.?D|Esq|Inc|\\p{Lu})\\.$"_s);
    return !endsSentence(line) || kAbbreviation.match(line).hasMatch();
}

/// "By Ann Lee, Staff Writer", "Story by Ann Lee | March 14, 2031", "WRITER: Ann Lee"
bool takeLabelledByline(const QString &line, const DateHabits &habits, Draft &draft)
{
    static const QRegularExpression kLine(u"^(?:(?:(?:written|edited|reported|compiled|posted|story|words|text|article|report|reporting|published)(?: and [a-z]+)? )?by\\b\\s*[|:-]?|(?:writer|author|reporter|byline|words|text)\\s*[:|])\\s*(.{4,160})$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = kLine.match(line);
    if (!match.hasMatch())
        return false;
    const QString words = match.captured(1);
    const QString names = namesPart(words);
    const Finding *outlet = draft.best(MetadataField::Outlet);
    const Byline byline = bylineOf(names, outlet ? outlet->values.front() : QString(), NameSource::Page);
    if (names.isEmpty() || !isBelieved(byline, names))
        return false;
    addByline(byline, draft);
    addDatesBehind(words, names, habits, draft);
    return true;
}

/// How many lines at `at` are a byline without "By": "Ann Lee, Harbour Correspondent", "Ann Lee" over "Harbour reporter".
size_t takeBareByline(size_t at, Draft &draft)
{
    static const QRegularExpression kWithRole(u"^((?:\\p{Lu}[\\p{L}.'\\x{2019}-]*)(?: \\p{Lu}[\\p{L}.'\\x{2019}-]*){1,2}?)(?:,? (?:[\\p{Lu}&][\\p{L}&-]*|and|in|of|at|the) ?){0,4}?,? ?\\b"_s + kRole + u"$"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const std::vector<DraftBlock> &blocks = draft.blocks;
    const QString &line = blocks[at].text;
    const QRegularExpressionMatch role = line.size() <= 90 ? kWithRole.match(line) : QRegularExpressionMatch();
    const bool hasRole = role.hasMatch() && looksLikePerson(role.captured(1)) && line.front().isUpper();
    const bool isOverRole = !hasRole && looksLikePerson(line) && at + 1 < blocks.size() && isRoleLine(blocks[at + 1].text) && !isProse(blocks[at + 1]);
    if (!hasRole && !isOverRole)
        return 0;
    draft.findings.push_back({MetadataField::Authors, Trust::Visible, {hasRole ? role.captured(1) : line}, kText});
    return hasRole ? 1 : 2;
}

void takeByline(Draft &draft, const DateHabits &habits)
{
    const size_t above = std::min(linesAboveProse(draft.blocks), kTopLines);
    for (size_t at = 0; at < draft.blocks.size(); ++at) {
        const QString line = draft.blocks[at].text;
        if (!isAtEdge(at, draft.blocks.size()) || line.size() > kLongestLine || !endsAsBylinesMay(line))
            continue;
        size_t taken = 0;
        if (takeLabelledByline(line, habits, draft)) {
            taken = at + 1 < draft.blocks.size() && isRoleLine(draft.blocks[at + 1].text) ? 2 : 1;
        } else if (!draft.hasMarkup && at < above && draft.best(MetadataField::Title)) {
            taken = takeBareByline(at, draft);
        }
        if (taken == 0)
            continue;
        draft.blocks.erase(blockAt(draft.blocks, at), blockAt(draft.blocks, at + taken));
        return;
    }
}

} // namespace

void takeDateAndBylines(Draft &draft)
{
    const DateHabits habits = dateHabitsOf(draft);
    takeDateLines(draft, habits);
    takeByline(draft, habits);
    takePostLine(draft, habits);
}

} // namespace variorum::reading
