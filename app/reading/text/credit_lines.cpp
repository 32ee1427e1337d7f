// Credits and captions among the lines of a text.
//
//     "... before going on. — Reuters"                                   ->  agency Reuters, "... before going on."
//     "This story appeared in The Bay and is reproduced with permission."  ->  agency The Bay, no line
//     "Divers at the pier on Tuesday. Reuters"                            ->  a caption: a wire story's own lines end in a dash
//                                                                             and the name, a caption in the name alone
//     "... before going on, he said. PTI", the article's last paragraph   ->  agency PTI: there some agencies sign in the name alone
//     "A map showing Halvern and the bay"                                 ->  a caption: a picture's kind, and no full stop

#include "reading/author_names.h"
#include "reading/text/block_rules.h"
#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cstddef>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

const QString kText = u"text"_s;

/// The agency that a name stands for: a known one, or one that this article has credited before ("(Norrwire)" after a
/// dateline that named Norrwire).
QString agencyHere(const Draft &draft, const QString &name)
{
    const QString known = agencyName(name);
    if (!known.isEmpty())
        return known;
    const QString folded = foldedLine(name);
    for (const Finding &finding : draft.findings) {
        for (const QString &value : finding.values) {
            if (finding.field == MetadataField::Agency && foldedLine(value) == folded)
                return value;
        }
    }
    return {};
}

QStringList agencyParts(const QString &list)
{
    static const QRegularExpression kBetween(u"\\s*(?:,|;|&|/|\\band\\b)\\s*"_s);
    return list.split(kBetween, Qt::SkipEmptyParts);
}

bool areAllAgencies(const Draft &draft, const QString &list)
{
    const QStringList parts = agencyParts(list);
    return !parts.isEmpty() && std::all_of(parts.begin(), parts.end(), [&draft](const QString &name) { return !agencyHere(draft, name).isEmpty(); });
}

void addAgencies(Draft &draft, const QString &list)
{
    QStringList names;
    for (const QString &part : agencyParts(list)) {
        const QString name = agencyHere(draft, part);
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    if (!names.isEmpty())
        draft.findings.push_back({MetadataField::Agency, Trust::Visible, names, kText});
}

/// "... he said. — Reuters", "... (AP)", "... - AFP/dpa" at the end of a paragraph; "... he said. PTI" at the end of the last.
void takeTailCredit(Draft &draft, DraftBlock &block, bool isLast)
{
    static const QRegularExpression kDashed(u"[.!?\"'\\x{201D}\\x{2019})]\\s*(?:--|[\\x{2013}\\x{2014}-])\\s*([\\p{L}][\\p{L} .&/-]{1,40}?)\\.?$"_s);
    static const QRegularExpression kBracketed(u"[.!?\"'\\x{201D}\\x{2019}]\\s*[(\\[]([\\p{L}][\\p{L} .,&/-]{1,40}?)[)\\]]\\.?$"_s);
    // An Indian desk signs with its people's initials behind the agency: "PTI KND SKY".
    static const QRegularExpression kBare(u"[.!?\"'\\x{201D}\\x{2019}] ([\\p{Lu}][\\p{L} .&/-]{1,40}?)(?:(?: [A-Z]{2,4}){1,4}|\\.?)$"_s);
    for (const QRegularExpression *const pattern : {&kDashed, &kBracketed, &kBare}) {
        const QRegularExpressionMatch match = pattern->match(block.text);
        if (!match.hasMatch() || (pattern == &kBare && !isLast))
            continue;
        const QStringList names = match.captured(1).split(u'/', Qt::SkipEmptyParts);
        const bool areAgencies = !names.isEmpty() && std::all_of(names.begin(), names.end(), [&draft](const QString &name) {
            const QString folded = foldedLine(name);
            return !agencyHere(draft, name).isEmpty() || folded == u"agencies" || folded == u"agency";
        });
        if (!areAgencies)
            continue;
        addAgencies(draft, match.captured(1));
        block.text = block.text.left(match.capturedStart() + 1).trimmed();
        return;
    }
}

/// Whole lines that say where the article comes from; group 1 is the source's name, free or a list of agencies.
struct CreditLine {
    const char *name;
    const char *pattern;
    bool isFreeName; ///< the sentence itself says that group 1 is the source, so it need not be known
    bool isNameAlone = false; ///< nothing but the names says so: each must be an agency's
};

constexpr std::array kCreditLines{
    CreditLine{"appeared-in", "^this (?:story|article|report|piece|interview|column)(?: has)? (?:first |originally |also )*(?:appeared|was (?:first |originally )*published|ran) (?:first |originally )?(?:in|on|at|by) ((?:the )?(?-i:\\p{Lu})[^,;]{1,58}?)(?:,? and (?:is|was|has been) (?:re(?:produced|published|printed)|used).{0,80})?\\.?$", true},
    CreditLine{"published-with-permission", "^(?:re(?:published|printed|produced)) (?:with (?:the )?permission )?(?:from|of|by courtesy of|courtesy of) (.{2,60}?)(?: with permission)?\\.?$", true},
    CreditLine{"inputs-from", "^[(\\[]?with (?:additional |agency )?(?:inputs?|reporting|material|reports?) (?:from|by) (.{2,80}?)[)\\]]?\\.?[)\\]]?$", false},
    CreditLine{"contributed", "^(?:with )?(.{2,80}?) (?:also )?contributed to this (?:report|story|article)\\.?$", false},
    CreditLine{"source-line", "^(?:source|agency|news agency)\\s*[:|-]\\s*((?-i:\\p{Lu}[\\w&.'-]*(?: (?:\\p{Lu}[\\w&.'-]*|of|de|and)){0,4}))$", true},
    CreditLine{"with-agencies", "^[\\x{2014}\\x{2013}-]*\\s*[(\\[]?with (.{2,60}?)[)\\]]?\\.?$", false, true},
    CreditLine{"agency-and-initials", "^(.{2,20}?)(?: (?-i:[A-Z]{2,4})){1,4}$", false, true},
    CreditLine{"name-alone", "^[\\x{2014}\\x{2013}-]*\\s*[(\\[]?(.{2,40}?)[)\\]]?\\.?$", false, true},
};

/// "The Bay. Read the original here", "The Bay and can be read here": the name alone.
QString sourceName(const QString &words)
{
    static const QRegularExpression kTail(u"(?:\\.\\s+\\p{Lu}.*|,? and (?:can|may|is|was|has)\\b.*|,? (?:on|under|where|with|for) .*|\\s*[(\\[].*)$"_s);
    QString name = words;
    name.remove(kTail);
    const QString known = agencyName(name);
    return known.isEmpty() ? name.trimmed() : known;
}

/// "(Reporting by Ann Lee in Halvern; editing by Bo Hart)", as wire services end a story, in brackets or not.
bool takeReportingLine(Draft &draft, const QString &line)
{
    static const QRegularExpression kLine(u"^([(\\[])?((?:additional )?(?:reporting|writing|compiled|edited|editing) (?:and \\w+ )?by) ([^()]{4,200}?)[)\\]]?\\.?$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kFirst(u"^.*?(?=[;.]|,? (?:additional )?(?:reporting|writing|editing)\\b|$)"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = kLine.match(line);
    if (!match.hasMatch())
        return false;
    const Byline byline = bylineOf(kFirst.match(match.captured(3)).captured(), {}, NameSource::Page);
    if (match.captured(1).isEmpty() && (byline.people.isEmpty() || byline.otherParts > 0))
        return false;
    if (!byline.people.isEmpty() && match.captured(2).startsWith("report"_L1, Qt::CaseInsensitive))
        draft.findings.push_back({MetadataField::Authors, Trust::Visible, byline.people, kText});
    return true;
}

/// "Associated Press writer Ann Lee in Sorn contributed to this report.", "Ann Lee reported from Sorn. Bo Hart contributed
/// reporting from Varness.": who else worked on it, at the end. The agency is kept, helpers are no authors.
bool takeContributors(Draft &draft, const QString &line)
{
    static const QRegularExpression kSentence(u"^(\\p{Lu}.{3,119}?) (?:also )?(?:contributed (?:to this (?:report|story|article)|reporting(?: from \\p{Lu}[\\p{L}., ]{1,60})?)|(?:reported|reporting) from \\p{Lu}[\\p{L}., ]{1,60})$"_s);
    static const QRegularExpression kOwner(u"^(.{2,40}?) (?:staff )?(?:writers?|reporters?|journalists?|correspondents?|researchers?) (?=\\p{Lu})"_s);
    static const QRegularExpression kBetween(u"\\.\\s+(?=\\p{Lu})"_s);
    QString agency;
    for (const QString &sentence : (line.endsWith(u'.') ? line.chopped(1) : line).split(kBetween)) {
        const QRegularExpressionMatch match = kSentence.match(sentence);
        if (!match.hasMatch())
            return false;
        QString names = match.captured(1);
        if (const QRegularExpressionMatch owner = kOwner.match(names); !agencyName(owner.captured(1)).isEmpty()) {
            agency = agencyName(owner.captured(1));
            names = names.mid(owner.capturedLength());
        }
        const Byline byline = bylineOf(names, {}, NameSource::Page);
        if (byline.people.isEmpty() || byline.otherParts > 0)
            return false;
    }
    draft.find(MetadataField::Agency, Trust::Visible, agency, kText);
    return true;
}

bool takeCreditLine(Draft &draft, const DraftBlock &block)
{
    static const std::array<QRegularExpression, kCreditLines.size()> kCompiled = [] {
        std::array<QRegularExpression, kCreditLines.size()> compiled;
        for (size_t at = 0; at < compiled.size(); ++at)
            compiled[at] = QRegularExpression(QString::fromLatin1(kCreditLines[at].pattern), QRegularExpression::CaseInsensitiveOption);
        return compiled;
    }();
    if (block.text.size() > 240)
        return false;
    if (takeReportingLine(draft, block.text))
        return true;
    for (size_t at = 0; at < kCompiled.size(); ++at) {
        const QRegularExpressionMatch match = kCompiled[at].match(block.text);
        if (!match.hasMatch())
            continue;
        const qsizetype before = static_cast<qsizetype>(draft.findings.size());
        if (kCreditLines[at].isNameAlone && !areAllAgencies(draft, match.captured(1)))
            continue;
        if (kCreditLines[at].isFreeName) {
            draft.find(MetadataField::Agency, Trust::Visible, sourceName(match.captured(1)), kText);
        } else {
            addAgencies(draft, match.captured(1));
        }
        if (static_cast<qsizetype>(draft.findings.size()) > before || foldedLine(match.captured(1)) == u"agencies")
            return true;
    }
    return false;
}

bool isPictureDescription(QStringView line)
{
    static const QRegularExpression kPicture(
        u"^(?:an? |the |this )?(?:(?:file|undated|aerial|satellite|handout|screen|video|still|social media|drone|archive|locator|general) ?)*"
        u"(?:map|graphic|infographic|chart|graph|photo|photograph|picture|image|screengrab|screenshot|grab|footage|view|illustration|diagram)s?"
        u" (?:showing|shows|of|taken|released|provided|posted|depicting|illustrating|from)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    // "In this May 2, 2031, file photo, ..." is a caption however it ends.
    static const QRegularExpression kInThisPhoto(u"^in this .{0,60}\\b(?:photo|picture|image|frame grab|illustration)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return (line.size() <= 200 && !endsSentence(line) && kPicture.match(line).hasMatch()) || (line.size() <= 500 && kInThisPhoto.match(line).hasMatch());
}

/// "... on Tuesday. Reuters", "... (AP Photo/Ann Lee)", "... Photo: Ann Lee", "[Ann Lee/Reuters]", "FILE PHOTO: ..."
bool isCreditedCaption(QStringView line, bool isLast)
{
    static const QRegularExpression kNameLast(u"[.!?] (?:\\(?)([\\p{Lu}][\\p{L}&. /-]{1,50}?)\\)?$"_s);
    static const QRegularExpression kPhotoCredit(u"(?:[(\\[|]\\s*(?:\\p{Lu}\\p{L}+ )?(?:file )?(?:photos?|pictures?|images?|screengrab|illustration|video)\\s*(?:[:/]|by\\b|courtesy\\b|via\\b).{2,80}$"
                                                 u"|\\b(?:photo|picture|image|photograph|video)s?(?: credit| courtesy)?\\s*:\\s*\\S.{1,80}$|\\b(?:AP|AFP|EPA|Reuters) (?:Photo|Images?)\\b.{0,60}$|\\((?:File|Representative|Representational|Pool)(?: (?:photo|image|picture))?\\)$"
                                                 u"|Getty Images\\b.{0,40}$|[\\[(]\\p{Lu}[\\p{L}.'\\x{2019} -]{2,40}/(?:AP|AFP|EPA|Reuters|Getty|Xinhua|Anadolu)[^\\])]{0,40}[\\])]$)"_s,
                                                 QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kFilePhoto(u"^(?:FILE(?: PHOTO)?|File photo|Representational image|Photo|Image|Picture)\\s*[:-]\\s"_s);
    if (line.size() > 400)
        return false;
    if (kFilePhoto.match(line).hasMatch() || (line.size() <= 300 && kPhotoCredit.match(line).hasMatch()))
        return true;
    const QRegularExpressionMatch last = kNameLast.match(line);
    return !isLast && line.size() <= 250 && last.hasMatch() && !agencyName(last.captured(1)).isEmpty();
}

} // namespace

void takeCaptions(Draft &draft)
{
    std::vector<DraftBlock> kept;
    for (DraftBlock &block : draft.blocks) {
        const bool canBe = block.kind == model::BlockKind::Paragraph || block.kind == model::BlockKind::Heading;
        const bool isLast = &block == &draft.blocks.back() && draft.blocks.size() > 1;
        if (canBe && (isPictureDescription(block.text) || isCreditedCaption(block.text, isLast)))
            draft.captions.append(block.text);
        else
            kept.push_back(std::move(block));
    }
    // An article of nothing but captions is not one: then the lines were its text.
    if (kept.empty() && !draft.captions.isEmpty()) {
        for (const QString &caption : std::as_const(draft.captions))
            kept.push_back({model::BlockKind::Paragraph, caption});
        draft.captions.clear();
    }
    draft.blocks = std::move(kept);
}

void takeAgencyCredits(Draft &draft)
{
    constexpr std::ptrdiff_t kEndLines = 4;
    static const QRegularExpression kInitials(u"^[A-Z]{2,4}(?: [A-Z]{2,4}){0,4}$"_s);
    std::vector<DraftBlock> kept;
    bool followsCredit = false;
    for (DraftBlock &block : draft.blocks) {
        if (followsCredit && kInitials.match(block.text).hasMatch()) // "PTI KND" / "SKY SKY"
            continue;
        const bool isAtEnd = &draft.blocks.back() - &block < kEndLines && block.text.size() <= 240;
        followsCredit = takeCreditLine(draft, block) || (isAtEnd && takeContributors(draft, block.text));
        if (followsCredit)
            continue;
        takeTailCredit(draft, block, &block == &draft.blocks.back());
        kept.push_back(std::move(block));
    }
    draft.blocks = std::move(kept);
}

} // namespace variorum::reading
