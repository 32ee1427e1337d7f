// Notices about the article itself: corrections, clarifications, editor's notes. They are no part of the text, since
// they tell of the paper and not of the event, and what they repeat is what was wrong; they are kept beside it.
//
// Some sentences can only be such a notice, wherever they stand. A label ("Correction:") can also open a paragraph of
// prose, so it counts only above and below the text. A label that is a line of its own takes the paragraph after it.
//
//     "An earlier version of this article misstated the ferry's age."  ->  a notice
//     "An earlier version of the law said nothing of ferries."         ->  prose: it is the law's version
//     "Correction" / "The ferry was built in 2019, not 2009."          ->  one notice, where it stands below the text
//
// A paper may also put right, in this article, what it reported in another: that is news in its own right, with facts
// that readers find nowhere else. Such a notice is kept beside the text and stays in it.
//
//     "Correction: On Thursday our website reported fog. According to the weather office, the sky was clear."

#include "reading/text/corrections.h"

#include "reading/text/block_rules.h"
#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kLongestNotice = 1'500;
constexpr qsizetype kMostCorrections = 50; ///< an article that has more is a list of them: the others stay in it

struct NoticePattern {
    const char *name;
    const char *pattern; ///< from the paragraph's start; ARTICLE stands for what papers call their own text
};

constexpr char kArticleNoun[] = "(?:article|story|report|piece|post|column|review|interview|obituary|headline|caption|photo caption|graphic|page|blog|newsletter|dispatch|item)";

// Only ever said of the article itself.
constexpr std::array kAnywhere{
    NoticePattern{"earlier-version", "(?:in )?(?:an?|the|our) (?:earlier|previous|original|prior|first|initial) (?:published )?(?:version|edition|headline|caption|photo caption|subheading|graphic|map) (?:of|on|to|in|for|with|accompanying) (?:this|the|our) ARTICLE\\b"},
    NoticePattern{"earlier-article", "(?:an?|the) (?:earlier|previous) version (?:incorrectly|wrongly|mistakenly|erroneously|misstated|misidentified|said|stated|gave)\\b"},
    NoticePattern{"was-amended", "(?:this|the) ARTICLE(?:'s headline)? (?:was|has been|is) (?:since )?(?:amended|corrected|clarified|revised|updated|edited|changed) (?:on \\d|on (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)|to (?:correct|clarify|reflect|remove|include|add|show|note|say|make|restore|fix|attribute|change)|after|since|because|throughout)"},
    NoticePattern{"originally-said", "this ARTICLE (?:originally|previously|initially|incorrectly|mistakenly|wrongly|erroneously) (?:said|stated|reported|misstated|gave|named|described|identified|referred|included|misspelled|attributed|suggested|quoted)\\b"},
    NoticePattern{"because-of-an-error", "(?:because of|due to|owing to) (?:an?|our) (?:editing|reporting|production|research|agency|transcription|typographical) error,? "},
    NoticePattern{"headline-of-this", "the (?:headline|caption|photo caption|standfirst|subheading) (?:on|of|for|to|in|accompanying) (?:this|an earlier version of this) ARTICLE\\b"},
    NoticePattern{"we-regret", "we (?:regret|apologi[sz]e for) (?:the|this|any|these) (?:error|errors|mistake|mistakes|confusion)\\b"},
};

// A label and what it labels; a date or a place may stand between.
constexpr std::array kAtEdges{
    NoticePattern{"label", "(?:corrections?|clarifications?|corrections? (?:and|&|/|or) clarifications?|amendment|erratum|retraction|editor(?:'s|s'|s)? note|editorial note|note to readers|note from the editors?|for the record)"
                           "(?:,? (?:appended|added|posted|published|made))?(?:[, (]+(?:on )?[^:.!?\"]{3,40}?\\)?)?\\s*(?::|\\s[\\x{2013}\\x{2014}-])\\s*\\S.{15,}"},
};

// "Correction, March 6: An earlier version ..."
constexpr char kLabelBefore[] = "(?:(?:corrections?|clarifications?|update|editor(?:'s|s'|s)? note|note to readers)(?:[, (]+[^:.!?\"]{3,40}?\\)?)?\\s*(?::|\\s[\\x{2013}\\x{2014}-])\\s*(?:[A-Z][a-z]{2,8}\\.? \\d{1,2}(?:, \\d{4})?:\\s*)?)?";

constexpr char kLabelAlone[] = "(?:corrections?|clarifications?|corrections? (?:and|&|/) clarifications?|editor(?:'s|s'|s)? note|note to readers|erratum|for the record)(?:[, (]+[^:.!?]{3,30}\\)?)?:?";

QRegularExpression compiled(const QString &pattern, const QString &end = QString())
{
    // Stars, bullets and brackets open such notices.
    return QRegularExpression(u"^[\\s*\\x{2022}(\\[\\x{2013}\\x{2014}-]*(?:"_s + QString(pattern).replace(u"ARTICLE"_s, QString::fromLatin1(kArticleNoun)) + u')' + end, QRegularExpression::CaseInsensitiveOption);
}

template<size_t Size>
QRegularExpression anyOf(const std::array<NoticePattern, Size> &patterns, const QString &before = QString())
{
    QStringList all;
    for (const NoticePattern &pattern : patterns)
        all.append(u"(?:"_s + QString::fromLatin1(pattern.pattern) + u')');
    return compiled(before + u"(?:"_s + all.join(u'|') + u')');
}

QString plainQuotes(QStringView text) { return text.toString().replace(QChar(0x2019), u'\'').simplified(); }

bool isLabelAlone(QStringView line)
{
    static const QRegularExpression kLabel = compiled(QString::fromLatin1(kLabelAlone), u"[\\s*)\\]]*$"_s);
    return line.size() <= 60 && kLabel.match(plainQuotes(line)).hasMatch();
}

/// Whether a labelled notice is about something published elsewhere or on another day, and not about this article.
bool isOfAnotherReport(QStringView notice)
{
    static const QRegularExpression kThis(u"\\b(?:this|(?:earlier|previous|original) version of) (?:the |our )?"_s + QString::fromLatin1(kArticleNoun) + u"|\\b(?:earlier|previous|original) version\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kOther(u"\\b(?:website|site|edition|editions|newspaper|paper|broadcast|programme|program|issue|we|app|newsletter|front page|page \\d+)\\b[^.]{0,40}\\b(?:reported|said|stated|wrote|published|carried|printed|claimed|broadcast)\\b"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kDay(u"\\b(?:on|in|last|yesterday|earlier) ?(?:\\w+ ){0,2}(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|week|month)|\\byesterday\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QString text = notice.toString();
    return !kThis.match(text).hasMatch() && kOther.match(text).hasMatch() && kDay.match(text).hasMatch();
}

/// From where on at most three paragraphs follow: lines of furniture and credits below a notice do not count.
size_t beginOfBottom(const std::vector<DraftBlock> &blocks)
{
    constexpr int kBottom = 4;
    constexpr size_t kMostLines = 40;
    int prose = 0;
    size_t begin = blocks.size();
    while (begin > 0 && blocks.size() - begin < kMostLines && prose < kBottom) {
        --begin;
        prose += isProse(blocks[begin]) && !isFurniture(blocks[begin].text);
    }
    return std::min(begin, blocks.size() - std::min<size_t>(blocks.size(), kBottom));
}

} // namespace

bool isCorrectionNotice(QStringView paragraph, bool isAtEdge)
{
    static const QRegularExpression kCompiledAnywhere = anyOf(kAnywhere, QString::fromLatin1(kLabelBefore));
    static const QRegularExpression kCompiledAtEdges = anyOf(kAtEdges);
    if (paragraph.size() < 20 || paragraph.size() > kLongestNotice)
        return false;
    const QString text = plainQuotes(paragraph);
    return kCompiledAnywhere.match(text).hasMatch() || (isAtEdge && kCompiledAtEdges.match(text).hasMatch());
}

void addCorrection(const QString &notice, Draft &draft)
{
    const QString folded = foldedLine(notice);
    if (folded.isEmpty())
        return;
    for (QString &known : draft.corrections) {
        const QString other = foldedLine(known);
        if (other.contains(folded))
            return;
        if (folded.contains(other)) {
            known = notice;
            return;
        }
    }
    if (draft.corrections.size() < kMostCorrections)
        draft.corrections.append(notice);
}

namespace {

/// Splits a draft's blocks into the text and the notices in it.
class NoticeFinder {
public:
    explicit NoticeFinder(const Draft &draft)
        : m_blocks(draft.blocks)
        , m_bottom(beginOfBottom(draft.blocks))
    {
        for (const QString &notice : draft.corrections)
            m_known.append(foldedLine(notice));
        for (size_t at = 0; at < m_blocks.size(); ++at)
            at += place(at);
    }

    std::vector<DraftBlock> kept;
    QStringList found;

private:
    /// How many blocks beyond this one were used.
    size_t place(size_t at)
    {
        constexpr size_t kTop = 2;
        constexpr qsizetype kLongestLabelled = 600;
        const QString &text = m_blocks[at].text;
        const bool isEdge = at < kTop || at >= m_bottom;
        const bool isFull = found.size() + m_known.size() >= kMostCorrections;
        const bool hasLabelled = !isFull && isEdge && isLabelAlone(text) && at + 1 < m_blocks.size() && isProse(m_blocks[at + 1]) && m_blocks[at + 1].text.size() <= kLongestLabelled
            && (at > 0 || m_blocks.size() > 3);
        if (hasLabelled) {
            const QString label = text.simplified();
            found.append((label.endsWith(u':') ? label : label + u':') + u' ' + m_blocks[at + 1].text);
            return 1;
        }
        if (isFull || (!isKnown(text) && !isCorrectionNotice(text, isEdge))) {
            kept.push_back(m_blocks[at]);
            return 0;
        }
        found.append(text);
        if (isOfAnotherReport(text))
            kept.push_back(m_blocks[at]);
        return 0;
    }

    [[nodiscard]] bool isKnown(const QString &text) const
    {
        constexpr qsizetype kShortest = 30;
        if (m_known.isEmpty() || text.size() < kShortest || text.size() > kLongestNotice)
            return false;
        const QString folded = foldedLine(text);
        return std::any_of(m_known.begin(), m_known.end(), [&folded](const QString &notice) { return notice.contains(folded); });
    }

    const std::vector<DraftBlock> &m_blocks;
    size_t m_bottom;
    QStringList m_known; ///< folded
};

} // namespace

void takeCorrections(Draft &draft)
{
    NoticeFinder finder(draft);
    if (finder.kept.empty() || finder.found.isEmpty())
        return;
    const QStringList found = finder.found;
    draft.blocks = std::move(finder.kept);
    for (const QString &notice : found)
        addCorrection(notice, draft);
}

} // namespace variorum::reading
