// The byline that readers see. Elements that a byline may be in: those that say so (itemprop, rel, class, an address
// like /author/ann-lee), and lines that begin with "By". The one nearest to the headline counts, with those that
// follow it closely; bylines further on belong to other articles. Names that readers see over the article go before
// what machines are told where the two share a person: machines are often told the first author only, or all who ever
// touched the page.
//
//     <h1>Ferry sinks</h1> <p>By <a rel=author>Ann Lee</a> and Bo Hart, The Bay</p> ... <aside>By Cy Ray</aside>
//     JSON-LD author: Ann Lee  ->  Ann Lee, Bo Hart (byline)

#include "reading/html/page_bylines.h"

#include "reading/author_names.h"
#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <algorithm>
#include <vector>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

const QStringList &bylineWords()
{
    static const QStringList kWords = u"byline bylines author authors writer writers authorname bylinename reporter contributor contributors journalist journalists creator autor autoren auteur auteurs autore firma redacteur"_s.split(u' ');
    return kWords;
}

struct Candidate {
    int node = -1; ///< of the element around the names
    bool isStated = false; ///< by itemprop, rel or the address, not only by a class
};

class BylineReaderOfPage {
public:
    BylineReaderOfPage(const PageView &view, Draft &draft)
        : m_view(view)
        , m_tree(view.tree())
        , m_draft(draft)
    {
        if (const Finding *outlet = draft.best(MetadataField::Outlet))
            m_outlet = outlet->values.front();
    }

    void read()
    {
        collect();
        const size_t nearest = nearestWithNames();
        if (nearest >= m_candidates.size())
            return;
        Byline byline;
        bool isStated = false;
        for (const size_t at : cluster(nearest)) {
            const Byline names = namesOf(m_candidates[at]);
            if (at != nearest && names.otherParts > 0)
                continue; // a headline with a name in it
            add(names, byline);
            isStated = isStated || m_candidates[at].isStated;
        }
        if (!byline.people.isEmpty()) {
            const Trust trust = sharesPerson(byline.people) ? Trust::Headline : isStated ? Trust::Microdata
                                                                                         : Trust::Markup;
            m_draft.findings.push_back({MetadataField::Authors, trust, byline.people, u"byline"_s});
        } else if (!byline.collective.isEmpty()) {
            m_draft.findings.push_back({MetadataField::Authors, Trust::Address, {byline.collective}, u"byline"_s});
        }
        if (!byline.agencies.isEmpty())
            m_draft.findings.push_back({MetadataField::Agency, Trust::Markup, byline.agencies, u"byline"_s});
    }

private:
    void collect()
    {
        constexpr size_t kMost = 200;
        for (int at = 0; at < m_tree.size() && m_candidates.size() < kMost;) {
            if (m_view.isElsewhere(at) || m_tree.node(at).tag == Tag::Head) {
                at = m_tree.node(at).tag == Tag::Head ? m_tree.node(at).end : at + 1;
                continue;
            }
            Candidate candidate{at, false};
            if (isCandidate(at, candidate)) {
                m_candidates.push_back(candidate);
                at = m_tree.node(candidate.node).end;
            } else {
                ++at;
            }
        }
    }

    [[nodiscard]] bool isCandidate(int at, Candidate &candidate) const
    {
        constexpr qsizetype kLongest = 300;
        constexpr int kMostNodes = 120;
        const Node &node = m_tree.node(at);
        if (node.tag == Tag::Text)
            return beginsWithBy(at, candidate);
        if (node.attributeCount == 0 || node.end - at > kMostNodes || node.tag == Tag::Html || node.tag == Tag::Body || node.tag == Tag::Meta || node.tag == Tag::Img)
            return false;
        const qsizetype size = m_view.end(at) - m_view.begin(at);
        if (size < 3 || size > kLongest)
            return false;
        candidate.isStated = isStated(at);
        return candidate.isStated || hasNameWord(m_tree.attribute(at, u"class"), bylineWords()) || hasNameWord(m_tree.attribute(at, u"id"), bylineWords())
            || hasNameWord(m_tree.attribute(at, u"data-testid"), bylineWords());
    }

    [[nodiscard]] bool isStated(int at) const
    {
        static const QRegularExpression kAddress(u"/(?:authors?|people|person|staff|profiles?|contributors?|editors?|writers?|journalists?|reporters?|bios?|by|autor(?:en)?|auteurs?|signataires)/[^/]*[a-z]"_s);
        if (m_tree.attribute(at, u"itemprop").split(u' ').contains("author"_L1) || m_tree.attribute(at, u"rel").split(u' ').contains("author"_L1))
            return true;
        return m_tree.node(at).tag == Tag::A && kAddress.match(m_tree.attribute(at, u"href")).hasMatch();
    }

    /// "By Ann Lee" as a line, or "By" before an element with the name: the block around is the candidate, or the line
    /// itself where only breaks part it from the story.
    [[nodiscard]] bool beginsWithBy(int at, Candidate &candidate) const
    {
        static const QRegularExpression kBy(u"^\\s*(?:(?:written|words|story|text|reported|posted)\\s+)?by\\b\\s*:?\\s*(\\p{L}|$)"_s, QRegularExpression::CaseInsensitiveOption);
        constexpr qsizetype kLongestLine = 200;
        const QStringView text = m_tree.textOf(m_tree.node(at));
        const QRegularExpressionMatch by = kBy.match(text.left(60));
        if (!by.hasMatch())
            return false;
        const bool namesFollow = by.capturedLength(1) == 0;
        if (!namesFollow && isLineOfStory(at))
            return false;
        int block = m_tree.node(at).parent;
        if (namesFollow) {
            for (int step = 0; step < 3 && block > 0 && m_view.end(block) - m_view.begin(block) < text.size() + 4; ++step)
                block = m_tree.node(block).parent;
        } else {
            while (block > 0 && !isBlockTag(m_tree.node(block).tag))
                block = m_tree.node(block).parent;
        }
        constexpr qsizetype kBefore = 4; // white space
        const bool isItsOwn = namesFollow || m_view.begin(at) - m_view.begin(block) <= kBefore || isOneLine(block);
        if (block > 0 && m_view.end(block) - m_view.begin(block) <= kLongestLine && isItsOwn)
            candidate.node = block;
        else if (!namesFollow && isWholeLine(at))
            candidate.node = at;
        else
            return false;
        return true;
    }

    /// "By noon the ferry had left.", and a byline too far down to be this article's.
    [[nodiscard]] bool isLineOfStory(int at) const
    {
        constexpr qsizetype kFarthest = 3'000;
        static const QRegularExpression kEndsSentence(u"[\\p{Ll}\\d\"\\x{201D}][.!?\\x{2026}][\"\\x{201D}]?$"_s);
        const QStringView text = m_tree.textOf(m_tree.node(at)).trimmed();
        return (kEndsSentence.match(text).hasMatch() && text.count(u' ') > 5) || m_view.distance(at) > kFarthest;
    }

    [[nodiscard]] bool isOneLine(int block) const
    {
        for (int at = block + 1; at < m_tree.node(block).end; ++at) {
            if (m_tree.node(at).tag == Tag::Br || isBlockTag(m_tree.node(at).tag))
                return false;
        }
        return true;
    }

    /// Whether a run of text ends its line and begins it, but for a date or the like before it.
    [[nodiscard]] bool isWholeLine(int at) const
    {
        constexpr qsizetype kLongest = 120;
        constexpr qsizetype kLongestBefore = 60;
        const auto parts = [this](int node) { return m_tree.node(node).tag == Tag::Br || isBlockTag(m_tree.node(node).tag); };
        const int parent = m_tree.node(at).parent;
        int before = at - 1;
        while (before > parent && !parts(before) && m_view.begin(at) - m_view.begin(before) <= kLongestBefore) {
            const bool isLast = m_tree.node(before).tag == Tag::Text && m_tree.node(before).parent != parent;
            before = isLast && isBlockTag(m_tree.node(m_tree.node(before).parent).tag) ? m_tree.node(before).parent : before - 1;
        }
        const int next = at + 1;
        const bool isParted = next >= m_tree.size() || parts(next) || m_tree.node(parent).end == next;
        return m_tree.textOf(m_tree.node(at)).trimmed().size() <= kLongest && isParted && parts(before);
    }

    [[nodiscard]] Byline namesOf(const Candidate &candidate) const
    {
        Byline byline;
        const QString lines = m_view.lines(candidate.node);
        bool isOpen = true; // a name may follow: at the start, and after "and" or a comma
        bool wasLinked = false;
        for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
            if (isOtherRole(line) && !byline.people.isEmpty())
                break;
            if (line.compare("by"_L1, Qt::CaseInsensitive) == 0 && !isOpen)
                byline = {}; // what stood before was a section or a column
            static const QRegularExpression kOpens(u"(?:^|\\s)(?:and|by|with|von|par|por|und|et|y)(?:\\s*[\\x{2013}\\x{2014}-])?$|[,;&|/:]$"_s, QRegularExpression::CaseInsensitiveOption);
            static const QRegularExpression kOpenBegins(u"^(?:and\\b|with\\b|[,;&])"_s, QRegularExpression::CaseInsensitiveOption);
            const Byline found = bylineOf(line, m_outlet, NameSource::Page);
            const bool isFirst = byline.people.isEmpty();
            if (isFirst || isOpen || kOpenBegins.match(line).hasMatch())
                add(found, byline);
            wasLinked = !found.people.isEmpty();
            isOpen = kOpens.match(line).hasMatch() || (isOpen && !wasLinked && isFirst);
        }
        if (byline.people.isEmpty() && byline.agencies.isEmpty() && byline.collective.isEmpty())
            byline = bylineOf(m_tree.plainText(candidate.node), m_outlet, NameSource::Page);
        for (int at = candidate.node; byline.people.isEmpty() && at < m_tree.node(candidate.node).end; ++at) {
            if ((at == candidate.node && isEastAsianName(m_tree.plainText(at))) || isStated(at))
                byline = statedName(at, byline);
        }
        return byline;
    }

    /// Photographers, editors and helpers are named beside authors.
    static bool isOtherRole(const QString &line)
    {
        static const QRegularExpression kRole(u"\\b(?:contributions?|contributing|photograph(?:y|s|ed|er)|photos?|illustrat(?:ion|ions|ed|or)|styled|video|edited|editing|fact[- ]checked|reviewed|produced|translated)\\s*(?:from|by)\\b"_s, QRegularExpression::CaseInsensitiveOption);
        return kRole.match(line).hasMatch();
    }

    /// itemprop, rel and an author's address say that it is a name, so it may be one word ("doumae").
    [[nodiscard]] Byline statedName(int node, const Byline &otherwise) const
    {
        static const QRegularExpression kOneName(u"^\\p{L}[\\p{L}\\d_.-]{2,24}$"_s);
        const QString text = m_tree.plainText(node);
        if (!kOneName.match(text).hasMatch() && !isEastAsianName(text))
            return otherwise;
        const Byline stated = bylineOf(text, m_outlet, NameSource::Field);
        return stated.people.isEmpty() ? otherwise : stated;
    }

    static void add(const Byline &found, Byline &byline)
    {
        const auto merge = [](const QStringList &from, QStringList &to) {
            for (const QString &name : from) {
                if (!to.contains(name, Qt::CaseInsensitive))
                    to.append(name);
            }
        };
        merge(found.people, byline.people);
        merge(found.agencies, byline.agencies);
        byline.otherParts += found.otherParts;
        if (byline.collective.isEmpty())
            byline.collective = found.collective;
    }

    [[nodiscard]] size_t nearestWithNames() const
    {
        constexpr qsizetype kFarthest = 60'000;
        size_t best = m_candidates.size();
        qsizetype least = kFarthest;
        for (size_t at = 0; at < m_candidates.size(); ++at) {
            const qsizetype distance = m_view.distance(m_candidates[at].node);
            if (distance >= least)
                continue;
            const Byline byline = namesOf(m_candidates[at]);
            if (byline.people.isEmpty() && byline.agencies.isEmpty() && byline.collective.isEmpty())
                continue;
            best = at;
            least = distance;
        }
        return best;
    }

    /// The candidates that stand so closely around the nearest that they are one byline.
    [[nodiscard]] std::vector<size_t> cluster(size_t nearest) const
    {
        size_t first = nearest;
        while (first > 0 && isClose(first - 1, first))
            --first;
        std::vector<size_t> cluster{first};
        for (size_t at = first + 1; at < m_candidates.size() && isClose(at - 1, at); ++at)
            cluster.push_back(at);
        return cluster;
    }

    [[nodiscard]] bool isClose(size_t before, size_t after) const
    {
        constexpr qsizetype kClose = 40;
        const int from = m_candidates[before].node;
        const int to = m_candidates[after].node;
        if (m_view.begin(to) - m_view.end(from) > kClose)
            return false;
        QString between;
        for (int at = m_tree.node(from).end; at < to; ++at) {
            if (m_tree.node(at).tag == Tag::Text)
                between += m_tree.textOf(m_tree.node(at)).toString() + u' ';
            if (at == m_view.headline())
                return false;
        }
        return !isOtherRole(between.simplified() + u' ') && !isOtherRole(m_view.lines(to).section(u'\n', 0, 1).replace(u'\n', u' '));
    }

    [[nodiscard]] bool sharesPerson(const QStringList &people) const
    {
        for (const Finding &finding : m_draft.findings) {
            if (finding.field != MetadataField::Authors || finding.trust == Trust::Declared)
                continue;
            for (const QString &told : finding.values) {
                if (std::any_of(people.begin(), people.end(), [&told](const QString &name) { return foldedLine(name) == foldedLine(told); }))
                    return true;
            }
        }
        return false;
    }

    const PageView &m_view;
    const Tree &m_tree;
    Draft &m_draft;
    QString m_outlet;
    std::vector<Candidate> m_candidates;
};

} // namespace

void readBylines(const PageView &view, Draft &draft) { BylineReaderOfPage(view, draft).read(); }

} // namespace variorum::reading::html
