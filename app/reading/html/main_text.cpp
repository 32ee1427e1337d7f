// The article in a page: which of its blocks of text are the story.
//
// A few passes over flat arrays, each linear in the page's size:
//  1. RoleFinder says for every element what its tag and names call it, pageBlocks() gives every run of text.
//  2. clutterOf(): what calls itself furniture is left out, unless the shares of prose say that the name lies.
//  3. The root: every block of prose votes for the elements around it, fading with distance (1, 1/2, 1/3 ...), times
//     its length and punctuation; the element with most votes, then its ancestors as long as each brings enough
//     further prose, is the article. Depth-faded voting finds the box that holds paragraphs directly, which a page's
//     outer boxes are not. Columns of teasers on the way stay out, and so do further articles under the first.
//  4. chooseBlocks(): in the root each block is kept or not by its own features and its neighbours'.
// The line between headline and text stands outside the root on many pages and is looked for by name, or by the
// description in the page's head.
//
//     <div class=page><ul>menu</ul><div class=c><p>Prose one.</p><p>Prose two.</p></div><div class=comments>...</div></div>
//     votes: c 2, page 1; comments are clutter; root c; text "Prose one." and "Prose two."
//
// The ideas are those of Readability (votes by paragraphs), boilerpipe and jusText (features of text blocks).

#include "reading/html/main_text.h"

#include "reading/html/choose_blocks.h"
#include "reading/html/clutter.h"
#include "reading/html/witness.h"
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
        , m_pageTitle(title.toString())
        , m_witness(witness)
        , m_roles(index(tree.size()), Role::Unknown)
    {
    }

    MainText find()
    {
        RoleFinder roles(m_tree);
        for (int at = 0; at < m_tree.size(); ++at) {
            m_roles[index(at)] = roles.roleOf(at);
            if (m_tree.node(at).tag == Tag::H1)
                m_headlines.push_back(at);
        }
        readDescription();
        m_blocks = pageBlocks(m_tree, m_roles);
        if (revealHiddenArticle(m_tree, m_blocks, m_roles))
            m_blocks = pageBlocks(m_tree, m_roles);
        m_isOut = clutterOf(m_tree, m_roles, m_blocks);
        leaveOutReaderPart();
        m_prose = proseOfSubtrees(m_tree, m_blocks, m_isOut);
        m_text = textOfSubtrees(m_tree, m_blocks, m_isOut);
        m_links = linksOfSubtrees(m_tree, m_blocks, m_isOut);
        MainText found = selected(chosenRoot());
        if (found.blocks.empty()) // a page without prose: whatever it shows
            found = selected(0);
        return found;
    }

private:
    /// What a heading like "42 Comments" opens below the headline and some prose, whatever its element is called: readers
    /// may write more than the article has.
    void leaveOutReaderPart()
    {
        constexpr double kSomeProse = 150.0;
        double prose = 0.0;
        for (const PageBlock &block : m_blocks) {
            if (m_headlines.empty() || block.node < m_headlines.front() || m_isOut[index(block.node)])
                continue;
            if (block.isProse())
                prose += weight(block);
            if (block.kind != model::BlockKind::Heading || prose < kSomeProse || !opensReaderPart(block.text))
                continue;
            int part = m_tree.node(block.node).parent;
            int first = block.node;
            while (part > 0 && first == part + 1) { // the heading begins its box: what follows the box is meant
                first = part;
                part = m_tree.node(part).parent;
            }
            const bool fillsBox = first != block.node && m_tree.node(first).end > m_tree.node(block.node).end;
            const int end = fillsBox ? m_tree.node(first).end : m_tree.node(part).end;
            std::fill(m_isOut.begin() + block.node, m_isOut.begin() + end, true);
            return;
        }
    }

    [[nodiscard]] double weight(const PageBlock &block) const
    {
        return static_cast<double>(block.text.size() - block.linkUnits);
    }

    [[nodiscard]] bool isWitnessed(const PageBlock &block) const
    {
        return block.text.size() >= 30 && m_witness.vouchesFor(block.text);
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

    [[nodiscard]] int chosenRoot()
    {
        const std::vector<double> given = votes();
        int best = 0;
        double bestVotes = 0.0;
        const int end = endOfTitledArticle();
        for (int at = 1; at < end; ++at) {
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
        return widened(firstArticleIn(best));
    }

    /// Where the headline after the title's begins, if there is an article's prose between the two: what follows is
    /// another article, however long.
    [[nodiscard]] int endOfTitledArticle() const
    {
        const auto titled = std::find_if(m_headlines.begin(), m_headlines.end(), [this](int at) {
            constexpr qsizetype kShortest = 8;
            const QString headline = foldedLine(m_tree.plainText(at));
            return headline.size() >= kShortest && m_title.startsWith(headline); // the title may name the site after it
        });
        if (titled == m_headlines.end() || titled + 1 == m_headlines.end())
            return m_tree.size();
        const int next = *(titled + 1);
        double prose = 0.0;
        for (const PageBlock &block : m_blocks) {
            if (block.node > *titled && block.node < next && block.isProse() && !m_isOut[index(block.node)])
                prose += weight(block);
        }
        return prose >= kArticle ? next : m_tree.size();
    }

    /// Pages that go on for ever put one article under the other, each with its headline: the first child that holds
    /// a headline and an article's prose, where another headline follows in the same element.
    [[nodiscard]] int firstArticleIn(int root) const
    {
        const auto first = std::lower_bound(m_headlines.begin(), m_headlines.end(), root);
        if (first == m_headlines.end() || *first >= m_tree.node(root).end)
            return root;
        int child = *first;
        while (child != root && m_tree.node(child).parent != root)
            child = m_tree.node(child).parent;
        const auto next = std::lower_bound(first, m_headlines.end(), m_tree.node(child).end);
        const bool isFollowed = next != m_headlines.end() && *next < m_tree.node(root).end;
        return child != root && isFollowed && m_prose[index(child)] >= kArticle ? child : root;
    }

    /// The article goes on in sibling boxes: climb while those of the parent bring enough further prose. What hangs on the
    /// way and is mostly no prose (columns of teasers) is left out.
    [[nodiscard]] int widened(int root)
    {
        int chosen = root;
        double held = m_prose[index(root)];
        double further = 0.0;
        for (int at = root; at > 0 && m_tree.node(at).tag != Tag::Body && m_tree.node(at).tag != Tag::Article; at = m_tree.node(at).parent) {
            const int parent = m_tree.node(at).parent;
            if (hasHeadlineAfter(at, parent))
                break;
            for (int child = parent + 1; child < m_tree.node(parent).end; child = m_tree.node(child).end) {
                if (child != at && !isTeaserBox(child))
                    further += m_prose[index(child)];
            }
            if (further >= kWorthClimbing * held) {
                chosen = parent;
                held += further;
                further = 0.0;
            }
        }
        for (int at = root; at != chosen; at = m_tree.node(at).parent)
            leaveOutTeasersBeside(at);
        return chosen;
    }

    /// Whether most of an element's text is no prose, and much of it is links.
    [[nodiscard]] bool isTeaserBox(int at) const
    {
        constexpr double kLittle = 300.0;
        return m_text[index(at)] >= kLittle && m_prose[index(at)] < 0.5 * m_text[index(at)] && m_links[index(at)] > 0.15 * m_text[index(at)];
    }

    void leaveOutTeasersBeside(int node)
    {
        const int parent = m_tree.node(node).parent;
        for (int child = parent + 1; child < m_tree.node(parent).end; child = m_tree.node(child).end) {
            if (child == node || !isTeaserBox(child))
                continue;
            std::fill(m_isOut.begin() + child, m_isOut.begin() + m_tree.node(child).end, true);
        }
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
        found.blocks = chooseBlocks(m_tree, inside, m_pageTitle, m_witness);
        if (const PageBlock *standfirst = standfirstBefore(found.blocks.empty() ? root : found.blocks.front().node, found.blocks))
            found.blocks.insert(found.blocks.begin(), *standfirst);
        return found;
    }

    /// Whether the head of the page gives this line as what the article is about.
    [[nodiscard]] bool isDescription(const QString &folded) const
    {
        return folded.size() >= 30 && m_description.startsWith(folded) && folded.size() * 2 >= m_description.size();
    }

    void readDescription()
    {
        for (int at = 0; at < m_tree.size() && m_description.isEmpty(); ++at) {
            if (m_tree.node(at).tag != Tag::Meta)
                continue;
            const QStringView name = m_tree.attribute(at, u"name");
            if (name == "description"_L1 || m_tree.attribute(at, u"property") == "og:description"_L1)
                m_description = foldedLine(m_tree.attribute(at, u"content").left(1000));
        }
    }

    /// The last standfirst above the text's first block, if it stands under a headline and is no start of the text.
    [[nodiscard]] const PageBlock *standfirstBefore(int firstNode, const std::vector<PageBlock> &text) const
    {
        const PageBlock *found = nullptr;
        for (const PageBlock &block : m_blocks) {
            if (block.node >= firstNode)
                break;
            if (canBeStandfirst(block) && !startsOneOf(text, foldedLine(block.text)))
                found = &block;
        }
        return found;
    }

    [[nodiscard]] bool canBeStandfirst(const PageBlock &block) const
    {
        constexpr qsizetype kShortest = 30;
        constexpr qsizetype kLongest = 1000;
        const bool isUnderHeadline = !m_headlines.empty() && block.node > m_headlines.front();
        if (!isUnderHeadline || m_isOut[index(block.node)] || block.isCaption || block.isUnseen || block.text.size() < kShortest || block.text.size() > kLongest || block.linkShare() >= 0.3)
            return false;
        const QString folded = foldedLine(block.text);
        return folded != m_title && (block.isStandfirst || isDescription(folded));
    }

    static bool startsOneOf(const std::vector<PageBlock> &text, const QString &folded)
    {
        const auto starts = [&folded](const PageBlock &kept) { return foldedLine(QStringView(kept.text).left(2 * folded.size() + 100)).startsWith(folded); };
        return std::any_of(text.begin(), text.end(), starts);
    }

    static constexpr double kWorthClimbing = 0.15;
    static constexpr double kArticle = 400.0; ///< characters of prose that can be an article

    const Tree &m_tree;
    QString m_title;
    QString m_pageTitle;
    Witness m_witness;
    QString m_description; ///< folded; what the page says in its head that the article is about
    std::vector<Role> m_roles;
    std::vector<double> m_prose; ///< of every subtree, without clutter
    std::vector<double> m_text; ///< likewise, all characters
    std::vector<double> m_links; ///< likewise, those in links
    std::vector<bool> m_isOut;
    std::vector<PageBlock> m_blocks;
    std::vector<int> m_headlines; ///< h1 elements, in order
};

} // namespace

MainText mainText(const Tree &tree, QStringView title, QStringView witness) { return MainTextFinder(tree, title, witness).find(); }

} // namespace variorum::reading::html
