// The article in a page: which of its blocks of text are the story.
//
// Four passes over flat arrays, each linear in the page's size:
//  1. roleOf() for every element, pageBlocks() for every run of text.
//  2. Clutter: an element whose class, id or tag says so is left out with all below it, unless it holds much of the
//     page's prose: names lie ("sidebar-layout" around a whole page), shares of text do not.
//  3. The root: every block of prose votes for the elements around it, fading with distance (1, 1/2, 1/3 ...), times
//     its length and punctuation; the element with most votes, then its ancestors as long as each brings enough
//     further prose, is the article. Depth-faded voting finds the box that holds paragraphs directly, which a page's
//     outer boxes are not.
//  4. In the root each block is kept or not by its own features and its neighbours': links, length, sentence ends.
//
//     <div class=page><ul>menu</ul><div class=c><p>Prose one.</p><p>Prose two.</p></div><div class=comments>...</div></div>
//     votes: c 2, page 1; comments are clutter; root c; text "Prose one." and "Prose two."
//
// The ideas are those of Readability (votes by paragraphs), boilerpipe and jusText (features of text blocks).

#include "reading/html/main_text.h"

#include "reading/text/phrases.h"

#include <algorithm>
#include <cmath>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;

size_t index(int node) { return static_cast<size_t>(node); }

qsizetype countOf(QStringView text, QStringView units)
{
    return std::count_if(text.begin(), text.end(), [units](QChar unit) { return units.contains(unit); });
}

class MainTextFinder {
public:
    MainTextFinder(const Tree &tree, QStringView title, QStringView witness)
        : m_tree(tree)
        , m_title(foldedLine(title))
        , m_witness(foldedLine(witness))
        , m_roles(index(tree.size()), Role::Unknown)
        , m_prose(index(tree.size()), 0.0)
        , m_isOut(index(tree.size()), false)
    {
    }

    MainText find()
    {
        for (int at = 0; at < m_tree.size(); ++at)
            m_roles[index(at)] = roleOf(m_tree, at);
        for (int at = 0; at < m_tree.size(); ++at) {
            if (m_tree.node(at).tag == Tag::H1)
                m_headlines.push_back(at);
        }
        m_blocks = pageBlocks(m_tree, m_roles);
        weighProse();
        leaveOutClutter();
        m_prose.assign(m_prose.size(), 0.0);
        weighProse();
        MainText found = selected(chosenRoot());
        if (found.blocks.empty()) // a page without prose: whatever it shows
            found = selected(0);
        return found;
    }

private:
    [[nodiscard]] double weight(const PageBlock &block) const
    {
        return static_cast<double>(block.text.size() - block.linkUnits);
    }

    [[nodiscard]] bool isWitnessed(const PageBlock &block) const
    {
        return block.text.size() >= 30 && !m_witness.isEmpty() && m_witness.contains(foldedLine(block.text));
    }

    /// Prose of every subtree: own blocks, then children into parents from the last node to the first.
    void weighProse()
    {
        for (const PageBlock &block : m_blocks) {
            if (block.isProse() && !m_isOut[index(block.node)])
                m_prose[index(block.node)] += weight(block);
        }
        for (int at = m_tree.size() - 1; at > 0; --at)
            m_prose[index(m_tree.node(at).parent)] += m_prose[index(at)];
    }

    void leaveOutClutter()
    {
        const double all = m_prose.front();
        for (int at = 1; at < m_tree.size(); ++at) {
            const int parent = m_tree.node(at).parent;
            const Role role = m_roles[index(at)];
            const bool isClutter = (role == Role::Clutter && m_prose[index(at)] < kClutterShare * all) || (role == Role::MaybeClutter && m_prose[index(at)] <= 0.0);
            m_isOut[index(at)] = m_isOut[index(parent)] || isClutter || (role == Role::Unseen && m_prose[index(at)] < kClutterShare * all);
        }
    }

    [[nodiscard]] std::vector<double> votes() const
    {
        std::vector<double> votes(index(m_tree.size()), 0.0);
        for (const PageBlock &block : m_blocks) {
            if (!block.isProse() || m_isOut[index(block.node)])
                continue;
            const double worth = (1.0 + static_cast<double>(countOf(block.text, u",;.\u3001\u3002")) + std::min(3.0, weight(block) / 100.0))
                * (1.0 - block.linkShare()) * (isWitnessed(block) ? 3.0 : 1.0);
            int level = 0;
            const Tag own = m_tree.node(block.node).tag;
            const bool isContainer = own == Tag::Div || own == Tag::Section || own == Tag::Article || own == Tag::Main || own == Tag::Body || own == Tag::Td;
            for (int at = isContainer ? block.node : m_tree.node(block.node).parent; at > 0 && level < 6; at = m_tree.node(at).parent)
                votes[index(at)] += worth / static_cast<double>(++level);
        }
        return votes;
    }

    [[nodiscard]] int chosenRoot() const
    {
        const std::vector<double> given = votes();
        int best = 0;
        double bestVotes = 0.0;
        for (int at = 1; at < m_tree.size(); ++at) {
            double own = given[index(at)];
            if (m_roles[index(at)] == Role::Body)
                own *= 1.2;
            const Tag tag = m_tree.node(at).tag;
            if (tag == Tag::Article || tag == Tag::Main)
                own *= 1.1;
            if (tag == Tag::Li || tag == Tag::Blockquote || tag == Tag::Ul || tag == Tag::Ol)
                own *= 0.7;
            if (own > bestVotes) {
                bestVotes = own;
                best = at;
            }
        }
        return widened(best);
    }

    /// The article goes on in a sibling box: climb while the parent brings enough further prose.
    [[nodiscard]] int widened(int root) const
    {
        int chosen = root;
        for (int at = root; at > 0 && m_tree.node(at).tag != Tag::Body; at = m_tree.node(at).parent) {
            const int parent = m_tree.node(at).parent;
            if (hasHeadlineAfter(at, parent))
                break;
            if (m_prose[index(parent)] >= (1.0 + kWorthClimbing) * m_prose[index(chosen)])
                chosen = parent;
            if (m_tree.node(at).tag == Tag::Article)
                break;
        }
        return chosen;
    }

    /// Whether a second article follows the node inside its parent: pages that go on for ever put one under the other.
    [[nodiscard]] bool hasHeadlineAfter(int node, int parent) const
    {
        const auto from = std::lower_bound(m_headlines.begin(), m_headlines.end(), m_tree.node(node).end);
        return from != m_headlines.end() && *from < m_tree.node(parent).end && m_headlines.front() < m_tree.node(node).end;
    }

    [[nodiscard]] bool isInside(const PageBlock &block, int root) const { return block.node >= root && block.node < m_tree.node(root).end; }

    MainText selected(int root)
    {
        MainText found;
        std::vector<PageBlock> inside;
        for (const PageBlock &block : m_blocks) {
            if (!isInside(block, root) || m_isOut[index(block.node)])
                continue;
            if (block.isCaption && !isWitnessed(block))
                found.captions.append(block.text);
            else if (!block.isUnseen || isWitnessed(block))
                inside.push_back(block);
        }
        found.blocks = withoutRubbish(inside);
        if (const PageBlock *standfirst = standfirstBefore(found.blocks.empty() ? root : found.blocks.front().node, found.blocks))
            found.blocks.insert(found.blocks.begin(), *standfirst);
        return found;
    }

    /// The last standfirst above the text's first block, if it stands under a headline and is no start of the text.
    [[nodiscard]] const PageBlock *standfirstBefore(int firstNode, const std::vector<PageBlock> &text) const
    {
        constexpr qsizetype kShortest = 30;
        const PageBlock *found = nullptr;
        for (const PageBlock &block : m_blocks) {
            if (block.node >= firstNode)
                break;
            const bool isUnderHeadline = !m_headlines.empty() && block.node > m_headlines.front();
            const QString folded = foldedLine(block.text);
            const bool isRepeated = std::any_of(text.begin(), text.end(), [&folded](const PageBlock &kept) { return foldedLine(kept.text).startsWith(folded); });
            if (block.isStandfirst && isUnderHeadline && !isRepeated && !m_isOut[index(block.node)] && !block.isCaption && !block.isUnseen && block.text.size() >= kShortest
                && block.linkShare() < 0.3 && folded != m_title)
                found = &block;
        }
        return found;
    }

    [[nodiscard]] bool isRubbish(const PageBlock &block) const
    {
        const QString folded = foldedLine(block.text);
        if (folded.isEmpty() || folded == m_title)
            return true;
        if (isWitnessed(block))
            return false;
        const double links = block.linkShare();
        if (links > 0.9 && block.kind != model::BlockKind::Heading)
            return block.text.size() < 200;
        return links > 0.5 && block.text.size() < 120;
    }

    std::vector<PageBlock> withoutRubbish(const std::vector<PageBlock> &inside) const
    {
        std::vector<PageBlock> kept;
        for (const PageBlock &block : inside) {
            if (!isRubbish(block))
                kept.push_back(block);
        }
        // Before the first prose and after the last there are datelines, bylines, buttons: short, without sentence.
        const auto first = std::find_if(kept.begin(), kept.end(), [](const PageBlock &block) { return block.isProse(); });
        if (first == kept.end())
            return kept;
        const auto last = std::find_if(kept.rbegin(), kept.rend(), [](const PageBlock &block) { return block.isProse() || block.text.size() >= 40; }).base();
        return std::vector<PageBlock>(first, last);
    }

    static constexpr double kClutterShare = 0.3;
    static constexpr double kWorthClimbing = 0.15;

    const Tree &m_tree;
    QString m_title;
    QString m_witness;
    std::vector<Role> m_roles;
    std::vector<double> m_prose;
    std::vector<bool> m_isOut;
    std::vector<PageBlock> m_blocks;
    std::vector<int> m_headlines; ///< h1 elements, in order
};

} // namespace

MainText mainText(const Tree &tree, QStringView title, QStringView witness) { return MainTextFinder(tree, title, witness).find(); }

} // namespace variorum::reading::html
