// Where and when a story was written, as agencies and papers open it: alone on a line, or before the first sentence.
//
// What stands before the sentence is a place, or a day, or both, perhaps a source, and a sign that ends it. Since prose opens
// with capitals and hyphens too ("COVID-19 cases rose"), the less of these there is, the more the sign must say: a hyphen with
// blanks round it, or a dash that joins no two names; after an agency's name nothing need follow.
//
//     "HALVERN, March 14 (Norrwire) - The ferry ..."    ->  dateline "HALVERN, March 14", agency Norrwire, "The ferry ..."
//     "Halvern, Mar 14 (PTI) The ferry ..."             ->  dateline "Halvern, Mar 14", agency PTI, "The ferry ..."
//     "HALVERN, March 14. /TASS/. The ferry ..."        ->  dateline "HALVERN, March 14", agency TASS, "The ferry ..."
//     "UN-backed talks ...", "BREAKING NEWS - Police"   ->  prose, and a label: no dateline

#include "reading/text/block_rules.h"
#include "reading/text/line_places.h"
#include "reading/text/phrases.h"
#include "reading/written_date.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <array>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

const QString kText = u"text"_s;
const QString kMonths = u"(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)"_s;
const QString kSentence = u"(?=[\"'\\x{201C}\\x{2018}\\p{Lu}\\d])"_s;

/// What papers write in capitals before a dash and is no place.
bool isLabelNotPlace(const QString &words)
{
    static const QSet<QString> kWords = [] {
        const QStringList list = u"file photo photos video videos watch live update updates updated breaking news exclusive exclusives opinion analysis explainer explained review reviews correction "
                                 "corrections clarification related read more note advertisement q a fact check factbox timeline interview comment commentary editorial feature profile obituary quiz poll "
                                 "podcast listen recap roundup wrap wrapup urgent alert developing just in latest the investigation special report sponsored gallery graphic map pictures"_s.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    const QStringList parts = foldedLine(words).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), [](const QString &word) { return kWords.contains(word) || word.front().isDigit(); });
}

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
        draft.blocks.erase(blockAt(draft.blocks, at));
        return;
    }
}

/// One way to open a story: group 1 is the place and the day, 2 the day alone, 3 the source.
struct Opening {
    const char *name;
    QRegularExpression pattern;
    bool needsAgency; ///< the source must be a known agency
    bool needsDay = false; ///< or a place all in capitals
};

const std::array<Opening, 6> &openings()
{
    static const QString kDay = u"(,? ?"_s + kMonths + u" \\d{1,2}(?:, \\d{4})?|, \\d{1,2} "_s + kMonths + u"(?: \\d{4})?)"_s;
    static const QString kCapitalPlace = u"(?:\\p{Lu}[\\p{Lu}.'\\x{2019}/ -]{2,40})(?:, \\p{Lu}[\\p{L}. ]{1,30}?)?"_s;
    static const QString kAnyPlace = u"\\p{Lu}[\\p{L}.'\\x{2019}/ -]{2,40}?(?: ?\\[\\p{Lu}[\\p{L} ]{1,30}\\])?(?:, \\p{Lu}[\\p{L}. ]{1,30}?)?"_s;
    static const QString kSource = u" *\\(([^()]{2,40})\\)"_s;
    // A hyphen stands free, a dash may join place and sentence: but names are joined by an en dash ("NATO–Russia talks").
    static const QString kFree = u"(?: +(?:--|[\\x{2010}-\\x{2015}-]) +| *\\x{2014} *| *-- *|\\x{2013} +)"_s;
    static const QString kAfterSource = u" *(?:--|[\\x{2010}-\\x{2015}-]) *"_s;
    static const std::array<Opening, 6> kOpenings{{
        {"capitals", QRegularExpression(u"^("_s + kCapitalPlace + kDay + u"?)(?:"_s + kSource + kAfterSource + u'|' + kFree + u')' + kSentence), false},
        {"credited", QRegularExpression(u"^("_s + kAnyPlace + kDay + u"?) *\\((\\p{Lu}[^()]{1,39})\\)"_s + kAfterSource + kSentence), false},
        {"source-alone", QRegularExpression(u"^()("_s + kMonths + u" \\d{1,2}(?:, \\d{4})?)?"_s + kSource + kAfterSource + kSentence), true},
        {"agency-and-no-sign", QRegularExpression(u"^("_s + kAnyPlace + kDay + u"?)"_s + kSource + u":? +"_s + kSentence), true, true},
        {"slashes", QRegularExpression(u"^("_s + kAnyPlace + kDay + u"?)\\. */([\\p{L} -]{2,40})/[.:]? *(?:[\\x{2013}\\x{2014}-] *)?"_s + kSentence), true},
        {"capitals-and-day", QRegularExpression(u"^("_s + kCapitalPlace + kDay + u")() *[\\x{2013}:] *"_s + kSentence), false},
    }};
    return kOpenings;
}

bool isInCapitals(QStringView words)
{
    return std::none_of(words.begin(), words.end(), [](QChar unit) { return unit.isLower(); });
}

/// Whether a match is a dateline and not the start of a sentence that looks like one.
bool isBelieved(const Opening &opening, const QRegularExpressionMatch &match)
{
    const QString place = match.captured(1);
    const bool isAgency = !agencyName(match.captured(3)).isEmpty();
    if (match.capturedLength() < 4 || (!place.isEmpty() && isLabelNotPlace(place)) || (opening.needsAgency && !isAgency))
        return false;
    return !opening.needsDay || !match.captured(2).isEmpty() || isInCapitals(place);
}

void takeInlineDateline(Draft &draft)
{
    const size_t first = linesAboveProse(draft.blocks);
    if (first >= draft.blocks.size())
        return;
    DraftBlock &block = draft.blocks[first];
    for (const Opening &opening : openings()) {
        const QRegularExpressionMatch match = opening.pattern.match(block.text);
        if (!match.hasMatch() || !isBelieved(opening, match))
            continue;
        const QString known = agencyName(match.captured(3));
        draft.find(MetadataField::Dateline, Trust::Visible, match.captured(1), kText);
        draft.find(MetadataField::Agency, Trust::Visible, known.isEmpty() ? match.captured(3) : known, kText);
        block.text = block.text.mid(match.capturedLength());
        return;
    }
}

} // namespace

void takeDatelines(Draft &draft)
{
    if (draft.best(MetadataField::Dateline))
        return;
    takeDatelineLine(draft);
    if (!draft.best(MetadataField::Dateline))
        takeInlineDateline(draft);
}

} // namespace variorum::reading
