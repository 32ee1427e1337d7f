// The last pass of finding an article: its element is known, and holds bylines, buttons, links and pull quotes beside the
// text. Each block is judged by its own features and its neighbours':
//
//  - links: a block that is mostly links and no sentence goes; a heading that is a link stays where prose follows it.
//  - repetition: a block that is no <p> goes where it was there before, or where a paragraph close by holds all its
//    words: a pull quote, or a teaser over the text.
//  - the ends: the text begins with its first paragraph, or the headings and list items directly over it, and ends with
//    its last paragraph, or the list or table after it. A short <p> beside the first or last that is a sentence and asks
//    for nothing is a paragraph too.
//
//     "By Ann Lee" "What is known" "It was built in 1994." "The ferry left ... said." "Share" -> from "What is known" to "said."

#include "reading/html/choose_blocks.h"

#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <algorithm>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;

/// Sentences that stand at an article's ends and are none of it: "All rights reserved.", "Follow us on Chatter!"
bool isAside(const QString &line)
{
    static const QRegularExpression kAside(u"^(?:published|updated|posted|download|click|register|comments?)\\b|\\b(?:copyright|rights reserved|sign(?:ed)? up|subscrib\\w+|newsletters?|follow (?:us|me|him|her|them|@?\\w+ on)|like us|join us|click here|tap here|contact (?:us|me)|e-?mail (?:us|me)|read more|read next|more (?:stories|news)|advert\\w*|sponsored|leave a comment|cookies|photos?(?: by|:)|image(?: by|:)|min(?:ute)? read|your browser|javascript|log ?in|support (?:us|our)|donate|affiliate links?|can be reached|is an? (?:\\w+ ){0,4}(?:reporter|writer|editor|correspondent|journalist|columnist))\\b|[\\x{00A9}@]|https?:"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return isFurniture(line) || kAside.match(line).hasMatch();
}

/// "Photo by Ann Lee" as a line; "Ann Lee is a reporter at The Bay. Follow her ..." as one of the last.
bool isCredit(const QString &line, bool isLast)
{
    static const QRegularExpression kPhoto(u"^(?:(?:photo(?:graph)?|image|picture|illustration|video)s? ?(?:courtesy of|credit:?|by|:))\\s+\\p{Lu}[^.!?]{1,60}$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kAuthor(u"^\\p{Lu}\\S+(?: \\p{Lu}\\S*){1,3} (?:is|was) (?:an? |the )(?:[\\w-]+ ){0,5}(?:reporter|correspondent|editor|journalist|columnist|writer|producer) (?:at|for|with|covering|based|on the)\\b"_s);
    constexpr qsizetype kLongest = 400;
    return kPhoto.match(line).hasMatch() || (isLast && line.size() <= kLongest && kAuthor.match(line).hasMatch());
}

constexpr size_t kNear = 12; ///< blocks to either side among which a pull quote's paragraph is looked for

class BlockChooser {
public:
    BlockChooser(const Tree &tree, const std::vector<PageBlock> &blocks, QStringView title, const Witness &witness)
        : m_tree(tree)
        , m_title(foldedLine(title))
        , m_witness(witness)
        , m_blocks(blocks)
    {
    }

    std::vector<PageBlock> choose()
    {
        dropLinks();
        fold();
        dropRepetitions();
        return withoutEnds();
    }

private:
    void dropLinks()
    {
        std::vector<PageBlock> kept;
        for (size_t at = 0; at < m_blocks.size(); ++at) {
            const bool isBeforeProse = at + 1 < m_blocks.size() && m_blocks[at + 1].isProse();
            const bool isLast = at + 3 >= m_blocks.size() && at > 0;
            if (!isLinks(m_blocks[at], isBeforeProse) && !isCredit(m_blocks[at].text, isLast))
                kept.push_back(std::move(m_blocks[at]));
        }
        m_blocks = std::move(kept);
    }

    [[nodiscard]] bool isLinks(const PageBlock &block, bool isBeforeProse) const
    {
        constexpr qsizetype kShort = 120;
        constexpr qsizetype kLong = 200;
        const double links = block.linkShare();
        if (links <= 0.5 || block.isEmbedded || (block.text.size() >= 30 && m_witness.vouchesFor(block.text)))
            return false;
        if (block.kind == model::BlockKind::Heading)
            return block.text.size() < kShort && !isBeforeProse;
        if (links > 0.65 && !endsSentence(block.text))
            return true;
        return block.text.size() < (links > 0.9 ? kLong : kShort);
    }

    void fold()
    {
        for (const PageBlock &block : m_blocks)
            m_folded.push_back(foldedLine(block.text));
    }

    void dropRepetitions()
    {
        constexpr qsizetype kTellsApart = 40; ///< shorter lines may be said twice
        QSet<QString> seen;
        std::vector<bool> isDropped(m_blocks.size(), false);
        for (size_t at = 0; at < m_blocks.size(); ++at) {
            const QString &folded = m_folded[at];
            const bool isRepeated = folded.size() >= kTellsApart && m_tree.node(m_blocks[at].node).tag != Tag::P && seen.contains(folded);
            isDropped[at] = folded.isEmpty() || folded == m_title || isRepeated || isPullQuote(at);
            if (!isDropped[at] && folded.size() >= kTellsApart)
                seen.insert(folded);
        }
        size_t kept = 0;
        for (size_t at = 0; at < m_blocks.size(); ++at) {
            if (isDropped[at])
                continue;
            if (kept != at) {
                m_blocks[kept] = std::move(m_blocks[at]);
                m_folded[kept] = std::move(m_folded[at]);
            }
            ++kept;
        }
        m_blocks.resize(kept);
        m_folded.resize(kept);
    }

    /// Whether a paragraph close by holds all of a short block, and more.
    [[nodiscard]] bool isPullQuote(size_t at) const
    {
        constexpr qsizetype kShortest = 25;
        constexpr qsizetype kLongest = 350;
        const QString &folded = m_folded[at];
        const Tag tag = m_tree.node(m_blocks[at].node).tag;
        const bool canBe = tag != Tag::P && m_blocks[at].kind != model::BlockKind::ListItem && m_blocks[at].kind != model::BlockKind::TableRow && !isHeadingTag(tag);
        if (!canBe || folded.size() < kShortest || folded.size() > kLongest)
            return false;
        for (size_t other = at > kNear ? at - kNear : 0; other < std::min(m_blocks.size(), at + kNear + 1); ++other) {
            if (other != at && m_folded[other].size() > folded.size() && m_folded[other].contains(folded))
                return true;
        }
        return false;
    }

    [[nodiscard]] int parentOf(const PageBlock &block) const { return m_tree.node(block.node).parent; }

    std::vector<PageBlock> withoutEnds() const
    {
        const auto first = std::find_if(m_blocks.begin(), m_blocks.end(), [](const PageBlock &block) { return block.isProse(); });
        if (first == m_blocks.end())
            return m_blocks;
        constexpr qsizetype kSaysSomething = 40;
        const auto last = std::find_if(m_blocks.rbegin(), m_blocks.rend(), [](const PageBlock &block) { return block.isProse() || block.text.size() >= kSaysSomething; }).base();
        return std::vector<PageBlock>(widenedUp(first), widenedDown(first, last));
    }

    using Place = std::vector<PageBlock>::const_iterator;

    /// "It is done.", "Q: What is the plan?": a <p> beside the text's paragraphs that ends as a sentence does.
    [[nodiscard]] bool isSentenceBeside(const PageBlock &block, int parent) const
    {
        const bool isParagraph = m_tree.node(block.node).tag == Tag::P && block.kind == model::BlockKind::Paragraph && parentOf(block) == parent;
        return isParagraph && block.linkShare() < 0.3 && endsSentence(block.text) && !isAside(block.text);
    }

    /// Over the subheadings and list items directly above the first paragraph, in the same element, and over short
    /// paragraphs that are sentences.
    [[nodiscard]] Place widenedUp(Place first) const
    {
        const int parent = parentOf(*first);
        Place widened = first;
        for (Place at = first; at != m_blocks.begin();) {
            --at;
            const Tag tag = m_tree.node(at->node).tag;
            const bool isInList = at->kind == model::BlockKind::ListItem && at->linkShare() < 0.3 && m_tree.node(parentOf(*at)).parent == parent;
            const bool isHeading = at->kind == model::BlockKind::Heading && tag != Tag::H1 && parentOf(*at) == parent && !m_title.contains(foldedLine(at->text));
            if (!isInList && !isHeading && !isSentenceBeside(*at, parent))
                break;
            widened = at;
        }
        return widened;
    }

    /// Over short paragraphs that are sentences, and over a list or a table that follows the last paragraph.
    [[nodiscard]] Place widenedDown(Place first, Place last) const
    {
        constexpr std::ptrdiff_t kList = 2;
        const int parent = parentOf(*first);
        while (last != m_blocks.end() && isSentenceBeside(*last, parent))
            ++last;
        Place end = last;
        while (end != m_blocks.end() && (end->kind == model::BlockKind::ListItem || end->kind == model::BlockKind::TableRow) && end->linkShare() < 0.3)
            ++end;
        return end - last >= kList ? end : last;
    }

    const Tree &m_tree;
    QString m_title;
    const Witness &m_witness;
    std::vector<PageBlock> m_blocks;
    std::vector<QString> m_folded; ///< in step with m_blocks
};

} // namespace

std::vector<PageBlock> chooseBlocks(const Tree &tree, const std::vector<PageBlock> &blocks, QStringView title, const Witness &witness)
{
    return BlockChooser(tree, blocks, title, witness).choose();
}

} // namespace variorum::reading::html
