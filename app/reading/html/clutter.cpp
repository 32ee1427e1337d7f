// What of a page is not its article, by what its elements say of themselves. Names lie: "sidebar-layout" stands around a
// whole page, "paywall" on every paragraph behind one. Shares of the page's prose do not, so each name is held against
// the prose that would go with it:
//
//     Clutter        stays where it holds three tenths of the prose
//     StrongClutter  (footers, comments, related) stays only around the headline, or where next to nothing else is left
//     Wall           all its elements stay where they hold three tenths together: then it is the article that is walled
//     MaybeClutter   (galleries) goes where it holds less than three tenths of the prose of the article around it
//     embedded posts stay, whatever is said of the box that holds nothing but them
//
//     <div class=has-footer><article>900 letters</article><div class=footer>2,000 letters</div></div>  ->  the footer goes
//
// A heading over such a part ("Related posts") takes what follows it, up to the next heading of its rank or to a paragraph
// with which the article goes on.

#include "reading/html/clutter.h"

#include "reading/text/phrases.h"

#include <algorithm>

namespace variorum::reading::html {

namespace {

constexpr double kClutterShare = 0.3;
constexpr double kNearlyAll = 0.8;
constexpr double kArticle = 400.0; ///< characters of prose that can be an article of their own

size_t index(int node) { return static_cast<size_t>(node); }

/// From the last node to the first, so that a parent's sum is whole before it is added to its own parent's.
void addUp(const Tree &tree, std::vector<double> &weights)
{
    for (int at = tree.size() - 1; at > 0; --at)
        weights[index(tree.node(at).parent)] += weights[index(at)];
}

/// The innermost element around that says it is an article; 0, the whole page, where none does.
int articleAround(const Tree &tree, const std::vector<Role> &roles, int at)
{
    for (int above = tree.node(at).parent; above > 0; above = tree.node(above).parent) {
        const Tag tag = tree.node(above).tag;
        if (roles[index(above)] == Role::Body || tag == Tag::Article || tag == Tag::Main)
            return above;
    }
    return 0;
}

/// Whether something between a node and the article around it calls itself clutter.
bool isInClutter(const std::vector<Role> &roles, const Tree &tree, int at, int article)
{
    for (int above = tree.node(at).parent; above > article; above = tree.node(above).parent) {
        if (roles[index(above)] == Role::Clutter || roles[index(above)] == Role::StrongClutter)
            return true;
    }
    return false;
}

template<typename Weigh>
std::vector<double> weightOfSubtrees(const Tree &tree, const std::vector<PageBlock> &blocks, const std::vector<bool> &out, const Weigh &weigh)
{
    std::vector<double> weights(index(tree.size()), 0.0);
    for (const PageBlock &block : blocks) {
        if (out.empty() || !out[index(block.node)])
            weights[index(block.node)] += static_cast<double>(weigh(block));
    }
    addUp(tree, weights);
    return weights;
}

class ClutterFinder {
public:
    ClutterFinder(const Tree &tree, const std::vector<Role> &roles, const std::vector<PageBlock> &blocks)
        : m_tree(tree)
        , m_roles(roles)
        , m_blocks(blocks)
        , m_prose(proseOfSubtrees(tree, blocks, {}))
        , m_text(textOfSubtrees(tree, blocks, {}))
        , m_embedded(weightOfSubtrees(tree, blocks, {}, [](const PageBlock &block) { return block.isEmbedded ? block.text.size() : 0; }))
        , m_isOut(index(tree.size()), false)
    {
        for (int at = 0; at < tree.size(); ++at) {
            if (tree.node(at).tag == Tag::H1)
                m_headlines.push_back(at);
        }
    }

    std::vector<bool> find()
    {
        m_isWalled = wallProse() >= kClutterShare * all();
        leaveOutHeadedParts();
        for (int at = 1; at < m_tree.size(); ++at)
            m_isOut[index(at)] = m_isOut[index(at)] || m_isOut[index(m_tree.node(at).parent)] || isClutter(at);
        return std::move(m_isOut);
    }

private:
    [[nodiscard]] double all() const { return m_prose.front(); }

    [[nodiscard]] bool holdsHeadline(int at) const
    {
        const auto first = std::lower_bound(m_headlines.begin(), m_headlines.end(), at);
        return first != m_headlines.end() && *first < m_tree.node(at).end;
    }

    /// The prose of all Wall elements that are in no other.
    [[nodiscard]] double wallProse() const
    {
        double prose = 0.0;
        for (int at = 1; at < m_tree.size();) {
            const bool isWall = m_roles[index(at)] == Role::Wall;
            prose += isWall ? m_prose[index(at)] : 0.0;
            at = isWall ? m_tree.node(at).end : at + 1;
        }
        return prose;
    }

    [[nodiscard]] bool isClutter(int at) const
    {
        const double prose = m_prose[index(at)];
        const bool holdsOnlyPosts = m_embedded[index(at)] > 0.6 * m_text[index(at)];
        switch (m_roles[index(at)]) {
        case Role::Clutter: return prose < kClutterShare * all() && !holdsOnlyPosts;
        case Role::StrongClutter:
            if (holdsHeadline(at))
                return prose < kClutterShare * all();
            return prose < kNearlyAll * all() || all() - prose >= kArticle;
        case Role::Wall: return !m_isWalled;
        case Role::MaybeClutter: return prose < kClutterShare * m_prose[index(articleAround(m_tree, m_roles, at))];
        case Role::Hidden:
        case Role::Unseen: return prose < kClutterShare * all();
        case Role::Unknown:
        case Role::Body:
        case Role::Standfirst:
        case Role::Caption:
        case Role::EmbeddedPost: return false;
        }
        return false;
    }

    void leaveOutHeadedParts()
    {
        double before = 0.0;
        for (const PageBlock &block : m_blocks) {
            if (block.isProse())
                before += static_cast<double>(block.text.size() - block.linkUnits);
            if (block.kind != model::BlockKind::Heading || !isHeadingTag(m_tree.node(block.node).tag) || before < kArticle)
                continue;
            // One that is out already stands in another's part: its own was looked at with it.
            if (!m_isOut[index(block.node)] && (m_roles[index(block.node)] == Role::StrongClutter || headsRelatedList(block.text)))
                leaveOutPartOf(block.node);
        }
    }

    void leaveOutPartOf(int heading)
    {
        const Tag rank = m_tree.node(heading).tag;
        const int end = m_tree.node(m_tree.node(heading).parent).end;
        for (int at = heading; at < end; at = std::max(at + 1, m_tree.node(at).end)) {
            const Tag tag = m_tree.node(at).tag;
            const bool isNextPart = isHeadingTag(tag) && tag <= rank && !headsRelatedList(m_tree.plainText(at));
            if (at > heading && (isNextPart || (tag == Tag::P && m_prose[index(at)] > 0.0)))
                break;
            m_isOut[index(at)] = true;
        }
    }

    const Tree &m_tree;
    const std::vector<Role> &m_roles;
    const std::vector<PageBlock> &m_blocks;
    std::vector<double> m_prose;
    std::vector<double> m_text; ///< characters of every subtree
    std::vector<double> m_embedded; ///< those in posts that are quoted
    std::vector<bool> m_isOut;
    std::vector<int> m_headlines; ///< h1 elements, in order
    bool m_isWalled = false;
};

} // namespace

std::vector<double> proseOfSubtrees(const Tree &tree, const std::vector<PageBlock> &blocks, const std::vector<bool> &out)
{
    return weightOfSubtrees(tree, blocks, out, [](const PageBlock &block) { return block.isProse() ? block.text.size() - block.linkUnits : 0; });
}

std::vector<double> textOfSubtrees(const Tree &tree, const std::vector<PageBlock> &blocks, const std::vector<bool> &out)
{
    return weightOfSubtrees(tree, blocks, out, [](const PageBlock &block) { return block.text.size(); });
}

std::vector<double> linksOfSubtrees(const Tree &tree, const std::vector<PageBlock> &blocks, const std::vector<bool> &out)
{
    return weightOfSubtrees(tree, blocks, out, [](const PageBlock &block) { return block.linkUnits; });
}

std::vector<bool> clutterOf(const Tree &tree, const std::vector<Role> &roles, const std::vector<PageBlock> &blocks)
{
    return ClutterFinder(tree, roles, blocks).find();
}

bool revealHiddenArticle(const Tree &tree, const std::vector<PageBlock> &blocks, std::vector<Role> &roles)
{
    const auto prose = [&tree, &blocks](bool isUnseen) {
        return weightOfSubtrees(tree, blocks, {}, [isUnseen](const PageBlock &block) { return block.isUnseen == isUnseen && block.isProseWhenSeen() ? block.text.size() - block.linkUnits : 0; });
    };
    const std::vector<double> hidden = prose(true);
    const std::vector<double> seen = prose(false);
    if (hidden.front() < kArticle)
        return false;
    std::vector<double> hiddenOf(index(tree.size()), 0.0); // by article: what hides in it, box by box
    const auto forEachHidden = [&tree, &roles, &hidden](const auto &visit) {
        for (int at = 1; at < tree.size();) {
            const bool isBox = roles[index(at)] == Role::Hidden;
            if (const int article = isBox && hidden[index(at)] > 0.0 ? articleAround(tree, roles, at) : 0; article > 0 && !isInClutter(roles, tree, at, article))
                visit(at, article);
            at = isBox ? tree.node(at).end : at + 1;
        }
    };
    forEachHidden([&hiddenOf, &hidden](int at, int article) { hiddenOf[index(article)] += hidden[index(at)]; });
    std::vector<int> revealed;
    forEachHidden([&](int at, int article) {
        if (hiddenOf[index(article)] >= std::max(kArticle, 2.0 * seen[index(article)]))
            revealed.push_back(at);
    });
    for (const int at : revealed)
        roles[index(at)] = Role::Wall; // what is hidden is hidden behind one, with what stands before it
    return !revealed.empty();
}

} // namespace variorum::reading::html
