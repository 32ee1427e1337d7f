// Which heading is the headline. What readers saw above the article is its h1; what machines are told is often a
// shorter one, or one made for searches. A page's first h1 may be its masthead or a section, though: so a heading is
// the headline where it shares words with the other titles, or is the page's only h1 and has a headline's length. A
// lower heading must be in the other titles whole.
//
// Where the heading is the title that machines are told and something at either end ("News Ferry sinks", "Ferry sinks
// [Watch]"), the something is a label, and the title is what they have in common.
//
//     <title>Ferry sinks off Halvern - The Bay</title> <h1>The Bay</h1> <h1><span>News</span> Ferry sinks off Halvern</h1>
//     og:title "Ferry sinks off Halvern"  ->  headline the second h1, title "Ferry sinks off Halvern", outlet "The Bay"

#include "reading/html/page_titles.h"

#include "reading/site_names.h"
#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <optional>
#include <vector>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

struct Heading {
    int node = -1;
    int level = 1;
    QString text;
    double score = 0.0;
};

int levelOf(Tag heading) { return heading == Tag::H1 ? 1 : (heading == Tag::H2 ? 2 : 3); }

class TitleReader {
public:
    TitleReader(const Tree &tree, Draft &draft)
        : m_tree(tree)
        , m_draft(draft)
    {
        if (const Finding *outlet = draft.best(MetadataField::Outlet))
            m_outlet = outlet->values.front();
        collect();
    }

    int read()
    {
        const Heading *headline = chosen();
        if (headline)
            m_draft.find(MetadataField::Title, Trust::Headline, withoutLabel(headline->text), u"h%1"_s.arg(headline->level));
        m_draft.find(MetadataField::Title, Trust::Markup, m_titleText, u"title"_s);
        if (headline)
            addOutletFromTitle(headline->text);
        return headline ? headline->node : -1;
    }

private:
    void collect()
    {
        constexpr size_t kMost = 200;
        constexpr qsizetype kLongest = 300;
        for (int at = 0; at < m_tree.size(); ++at) {
            const Tag tag = m_tree.node(at).tag;
            if (tag == Tag::Title && m_titleText.isEmpty() && !m_tree.isWithin(at, Tag::Svg))
                m_titleText = m_tree.plainText(at);
            if ((tag == Tag::H1 || tag == Tag::H2 || tag == Tag::H3) && m_headings.size() < kMost) {
                const QString text = m_tree.plainText(at);
                if (!text.isEmpty() && text.size() <= kLongest)
                    m_headings.push_back({at, levelOf(tag), text, 0.0});
            }
        }
        for (const QString &title : toldTitles())
            m_told.append(withoutSiteName(title, m_outlet));
        findTitlePart();
    }

    /// How many of a heading's words the page's other titles share, from 0 to 1; 1 where one holds it whole, 2 where
    /// machines are told the very same.
    [[nodiscard]] double score(const Heading &heading) const
    {
        const QString folded = foldedLine(heading.text);
        const auto isSame = [&folded](const QString &title) { return foldedLine(title) == folded; };
        if (folded.size() >= 4 && std::any_of(m_told.begin(), m_told.end(), isSame))
            return 2.0;
        QStringList others = m_told;
        others.append(withoutSiteName(m_titleText, m_outlet));
        if (folded.size() >= 6 && (isSame(others.back()) || isSame(m_titleText) || isPartOfTitle(folded)))
            return 1.0;
        QSet<QString> known;
        for (const QString &title : std::as_const(others)) {
            const QString other = foldedLine(title);
            if (isHeadlineLong(heading.text) && 3 * folded.size() >= other.size() && (u' ' + other + u' ').contains(u' ' + folded + u' '))
                return 1.0;
            const QStringList words = other.split(u' ', Qt::SkipEmptyParts);
            known.unite(QSet<QString>(words.begin(), words.end()));
        }
        return sharedWords(folded, known);
    }

    /// Whether a heading is what stands on one side of a sign in <title>: "The Bay | Ferry sinks". Where headings are on
    /// both sides, one of them is the masthead: the longer is the headline.
    [[nodiscard]] bool isPartOfTitle(const QString &folded) const { return !m_titlePart.isEmpty() && folded == m_titlePart; }

    [[nodiscard]] QStringList toldTitles() const
    {
        QStringList titles;
        for (const Finding &finding : m_draft.findings) {
            if (finding.field == MetadataField::Title)
                titles.append(finding.values.front());
        }
        return titles;
    }

    void findTitlePart()
    {
        static const QRegularExpression kSign(u"\\s+(?:[|\\x{00BB}\\x{2022}\\x{00B7}\\x{2013}\\x{2014}-]|::)\\s+|\\s*[|\\x{FF5C}]\\s*"_s);
        QStringList parts;
        for (const QString &title : QStringList{m_titleText} + toldTitles()) {
            const QStringList pieces = title.split(kSign, Qt::SkipEmptyParts);
            for (const QString &piece : pieces.size() > 1 ? pieces : QStringList())
                parts.append(foldedLine(piece));
        }
        for (const Heading &heading : m_headings) {
            const QString folded = foldedLine(heading.text);
            if (parts.contains(folded) && isHeadlineLong(heading.text) && folded.size() > m_titlePart.size()) {
                m_titlePart = folded;
                m_titlePartNode = heading.node;
            }
        }
    }

    static double sharedWords(const QString &folded, const QSet<QString> &known)
    {
        static const QSet<QString> kSmall{u"the"_s, u"a"_s, u"an"_s, u"of"_s, u"and"_s, u"in"_s, u"to"_s, u"for"_s, u"on"_s, u"at"_s, u"by"_s, u"with"_s, u"is"_s, u"are"_s};
        const QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
        const auto shared = std::count_if(words.begin(), words.end(), [&known](const QString &word) { return known.contains(word); });
        const bool onlySmall = std::none_of(words.begin(), words.end(), [&known](const QString &word) { return known.contains(word) && !kSmall.contains(word); });
        return words.isEmpty() || onlySmall ? 0.0 : static_cast<double>(shared) / static_cast<double>(words.size());
    }

    static bool isHeadlineLong(const QString &text)
    {
        constexpr ushort kFirstWithoutSpaces = 0x2E80;
        const auto dense = std::count_if(text.begin(), text.end(), [](QChar unit) { return unit.unicode() >= kFirstWithoutSpaces; });
        return text.count(u' ') >= 2 || dense >= 6;
    }

    [[nodiscard]] const Heading *chosen()
    {
        constexpr double kEnough = 0.4;
        constexpr double kSingleBonus = 0.2;
        constexpr double kFirstBonus = 0.7; // a lower heading goes before an h1 only where it is the told title and the h1 is not
        const auto firsts = std::count_if(m_headings.begin(), m_headings.end(), [](const Heading &heading) { return heading.level == 1; });
        const bool isAlone = m_told.isEmpty() && m_titleText.isEmpty(); // nothing to hold a heading against
        const auto isSingle = [isAlone](const Heading &heading) { return heading.text.count(u' ') >= 5 || isAlone; };
        const Heading *best = nullptr;
        for (Heading &heading : m_headings) {
            if (isOutletName(heading.text, m_outlet.value_or(QString())) || isMasthead(heading))
                continue;
            const double shared = score(heading);
            const bool isFirst = heading.level == 1;
            if (shared < 1.0 && !isHeadlineLong(heading.text))
                continue;
            const double single = isFirst && firsts == 1 ? kSingleBonus : 0.0;
            const bool isEnough = isFirst ? shared + single >= kEnough || (firsts == 1 && isSingle(heading)) : shared >= 1.0;
            heading.score = shared + single + (isFirst ? kFirstBonus : 0.0);
            if (isEnough && (!best || heading.score > best->score))
                best = &heading;
        }
        return best ? best : headlineUnderMasthead();
    }

    /// The front of a title that a longer heading further down is the end of.
    [[nodiscard]] bool isMasthead(const Heading &heading) const
    {
        const QString folded = foldedLine(heading.text);
        const bool isBefore = !m_titlePart.isEmpty() && heading.node < m_titlePartNode && folded.size() < m_titlePart.size();
        const auto isSame = [&folded](const QString &title) { return foldedLine(title) == folded; };
        return isBefore && foldedLine(m_titleText).startsWith(folded + u' ' + m_titlePart) && std::none_of(m_told.begin(), m_told.end(), isSame);
    }

    /// Where all that machines are told is a name of three or four words, as a site's is, and several articles stand under
    /// each other: the first one's headline.
    [[nodiscard]] const Heading *headlineUnderMasthead() const
    {
        constexpr qsizetype kMostWords = 4;
        if (!m_told.isEmpty() || m_titleText.isEmpty() || m_titleText.count(u' ') >= kMostWords)
            return nullptr;
        std::vector<const Heading *> headlines;
        for (const Heading &heading : m_headings) {
            if (heading.level == 1 && isHeadlineLong(heading.text) && m_tree.isWithin(heading.node, Tag::Article) && foldedLine(heading.text) != foldedLine(m_titleText))
                headlines.push_back(&heading);
        }
        return headlines.size() < 2 ? nullptr : headlines.front();
    }

    /// The title that machines are told, where the heading is that and a label before or behind it.
    [[nodiscard]] QString withoutLabel(const QString &heading) const
    {
        static const QRegularExpression kBracket(u"^\\s*[(\\[]"_s);
        const QString packed = foldedLine(heading).remove(u' ');
        for (const QString &told : m_told) {
            const QString toldPacked = foldedLine(told).remove(u' ');
            if (toldPacked.size() * 10 < packed.size() * 6 || toldPacked.size() >= packed.size())
                continue;
            const qsizetype extraWords = foldedLine(heading).count(u' ') - foldedLine(told).count(u' ');
            if (packed.endsWith(toldPacked) && extraWords <= 4)
                return told;
            if (heading.startsWith(told) && kBracket.match(heading.mid(told.size())).hasMatch())
                return told;
        }
        return heading;
    }

    /// "Ferry sinks - The Bay" or "The Bay | Ferry sinks" with the headline "Ferry sinks": the rest is the outlet.
    void addOutletFromTitle(const QString &heading)
    {
        static const QRegularExpression kTail(u"^\\s*(?:[|\\x{00BB}\\x{2022}\\x{00B7}:\\x{2013}\\x{2014}\\x{FF5C}-]|::)\\s+([^|\\x{00BB}\\x{2022}\\x{FF5C}]{2,50})$"_s);
        const qsizetype at = m_titleText.indexOf(heading, 0, Qt::CaseInsensitive);
        const QRegularExpressionMatch match = at == 0 ? kTail.match(QStringView(m_titleText).sliced(heading.size())) : QRegularExpressionMatch();
        if (match.hasMatch()) {
            m_draft.find(MetadataField::Outlet, Trust::Markup, match.captured(1), u"title"_s);
            return;
        }
        static const QRegularExpression kHead(u"^([^|\\x{00BB}\\x{2022}\\x{FF5C}]{2,50}?)\\s*(?:[|\\x{00BB}\\x{2022}\\x{00B7}\\x{2013}\\x{2014}\\x{FF5C}-]|::)\\s+$"_s);
        const bool isLast = at > 0 && at + heading.size() == m_titleText.size();
        const QRegularExpressionMatch head = isLast ? kHead.match(QStringView(m_titleText).first(at)) : QRegularExpressionMatch();
        if (head.hasMatch() && head.captured(1).count(u' ') <= 4)
            m_draft.find(MetadataField::Outlet, Trust::Markup, head.captured(1), u"title"_s);
    }

    const Tree &m_tree;
    Draft &m_draft;
    std::optional<QString> m_outlet;
    QString m_titleText;
    QString m_titlePart; ///< folded; the longest heading that is one side of a sign in m_titleText
    int m_titlePartNode = -1;
    QStringList m_told; ///< what machines are told, without the site's name
    std::vector<Heading> m_headings;
};

} // namespace

int readTitles(const Tree &tree, Draft &draft) { return TitleReader(tree, draft).read(); }

} // namespace variorum::reading::html
