// Pages that are no article, or not all of one.
//
//  - What a site shows instead ("Page not found", "Just a moment ..."): its title or heading says so, and there is hardly
//    any prose.
//  - A front page: headings or lines that are links, a dozen and more, nowhere two paragraphs of prose side by side, and
//    neither a headline that its title shares nor a date.
//  - A paywall: a plea to subscribe "to continue reading". Sites keep such pleas hidden in open articles too, and
//    subscribers save whole articles from sites that say "not free": so one of the two must come with another sign, which
//    is that the plea stands in the text, or that the text is short.
//  - Several articles under each other, each an <article> with a headline and prose: one is read.
//
//     <h1>Ferry sinks</h1> <p>The ferry left ... said.</p> <p>To continue reading, subscribe today.</p>
//     ->  "The ferry left ... said.", OnlyOpenPart

#include "reading/html/page_kind.h"

#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;

constexpr auto kNoCase = QRegularExpression::CaseInsensitiveOption;

qsizetype unitsOf(const MainText &text)
{
    qsizetype units = 0;
    for (const PageBlock &block : text.blocks)
        units += block.text.size();
    return units;
}

bool saysError(const QString &title)
{
    static const QRegularExpression kError(u"^\\W*(?:error\\s*)?(?:40[0134]|410|429|50[0234])\\b(?!\\s+(?:people|jobs|million|homes|years|dead))|"
                                           "\\b(?:page (?:not found|can(?:no|')t be found)|(?:page|article|story) (?:is )?(?:no longer available|does(?:n't| not) exist)|not found \\(?404|error 40[34]|access (?:to this page has been )?denied|403 forbidden|"
                                           "attention required!|just a moment\\.{2,3}|just a moment\\x{2026}|checking your browser|are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?you(?: are|'re) (?:a )?human|security check|robot check|"
                                           "pardon our interruption|enable javascript and cookies|service (?:temporarily )?unavailable|bad gateway)"_s,
                                           kNoCase);
    return kError.match(title).hasMatch();
}

bool isErrorPage(const ParsedPage &page, const MainText &text)
{
    constexpr qsizetype kLittle = 700;
    constexpr qsizetype kLongestTitle = 120;
    if (unitsOf(text) > kLittle)
        return false;
    for (int at = 0; at < page.tree.size(); ++at) {
        const Tag tag = page.tree.node(at).tag;
        if (tag != Tag::Title && tag != Tag::H1)
            continue;
        const QString title = page.tree.plainText(at);
        if (title.size() <= kLongestTitle && saysError(title))
            return true;
    }
    return false;
}

/// Whether somewhere in the text two paragraphs of prose stand side by side.
bool hasRunOfProse(const ParsedPage &page, const MainText &text)
{
    constexpr qsizetype kParagraph = 100;
    qsizetype longest = 0;
    const auto isParagraph = [](const PageBlock &block) { return block.isProse() && block.text.size() >= kParagraph && !block.text.endsWith(u'\u2026') && !block.text.endsWith("..."_L1); };
    for (size_t at = 0; at < text.blocks.size(); ++at) {
        longest = std::max(longest, isParagraph(text.blocks[at]) ? text.blocks[at].text.size() : 0);
        if (at > 0 && isParagraph(text.blocks[at]) && isParagraph(text.blocks[at - 1]) && page.tree.node(text.blocks[at].node).parent == page.tree.node(text.blocks[at - 1].node).parent)
            return true;
    }
    constexpr qsizetype kArticle = 600; // in one block, as breaks make it
    return longest >= kArticle;
}

/// Links of a headline's length that stand alone in a heading or a block.
int teasersOf(const Tree &tree)
{
    constexpr qsizetype kShortest = 20;
    constexpr qsizetype kLongest = 200;
    constexpr int kEnough = 40;
    QSet<QString> addresses;
    for (int at = 0; at < tree.size() && addresses.size() < kEnough; ++at) {
        constexpr int kMostBeside = 12; // nodes; more is a list of links in one block
        const Node &parent = tree.node(std::max(tree.node(at).parent, 0));
        if (tree.node(at).tag != Tag::A || parent.end - tree.node(at).parent > kMostBeside + tree.node(at).end - at)
            continue;
        const QString words = tree.plainText(at);
        if (words.size() >= kShortest && words.size() <= kLongest && words.count(u' ') >= 3 && tree.plainText(tree.node(at).parent) == words)
            addresses.insert(tree.attribute(at, u"href").toString());
    }
    return static_cast<int>(addresses.size());
}

/// What only articles have: a headline that the page's title shares, a date of their own, a body told to machines.
bool isSignedAsArticle(const ParsedPage &page, const Draft &draft)
{
    const bool hasSign = std::any_of(draft.findings.begin(), draft.findings.end(), [](const Finding &finding) {
        const bool isHeadline = finding.field == model::MetadataField::Title && finding.trust == Trust::Headline;
        const bool isDate = finding.field == model::MetadataField::Published && finding.trust < Trust::Visible;
        return isHeadline || isDate;
    });
    return hasSign || std::any_of(page.linkedData.begin(), page.linkedData.end(), [](const QString &script) { return script.contains("\"articleBody\""_L1); });
}

bool isFrontPage(const ParsedPage &page, const Draft &draft, const MainText &text)
{
    constexpr int kMany = 12;
    bool saysArticle = isSignedAsArticle(page, draft);
    for (int at = 0; at < page.tree.size() && !saysArticle; ++at) {
        if (page.tree.node(at).tag == Tag::Meta && page.tree.attribute(at, u"property") == "og:type"_L1)
            saysArticle = page.tree.attribute(at, u"content").contains("article"_L1, Qt::CaseInsensitive);
    }
    return !saysArticle && !hasRunOfProse(page, text) && teasersOf(page.tree) >= kMany;
}

bool isPlea(const QString &line)
{
    constexpr qsizetype kLongest = 300;
    static const QRegularExpression kPlea(u"\\b(?:to|and) (?:continue|keep|finish) reading\\b|\\bcontinue reading (?:this|the|your|with|by|for)\\b|\\b(?:subscri\\w+|sign in|log ?in|register)\\b[^.]{0,60}\\b(?:to (?:read|unlock|access|view) (?:the|this|more|on|all|our)\\b|for full access|unlimited access|"
                                          "the (?:full|whole|rest of the) (?:article|story))|\\b(?:unlock|read the rest of|get full access to) this (?:article|story)|"
                                          "\\bthis (?:article|story|content|post) is (?:only |exclusively |reserved )?(?:available )?(?:for|to) (?:(?:our|paid|paying|registered) )*(?:subscribers|members)|"
                                          "\\balready (?:a subscriber|have (?:an account|a subscription)|subscribed)\\s*\\?|\\byou(?:'ve| have) (?:read|reached|used) (?:all |your )[^.]{0,40}\\bfree (?:articles?|stories)"_s,
                                          kNoCase);
    static const QRegularExpression kAsks(u"subscri|sign in|log ?in|regist|member|account|unlock|free (?:articles|stories)"_s, kNoCase);
    return line.size() <= kLongest && kPlea.match(line).hasMatch() && kAsks.match(line).hasMatch();
}

bool hasPlea(const Tree &tree)
{
    constexpr qsizetype kLongest = 300;
    for (int at = 0; at < tree.size(); ++at) {
        const Node &node = tree.node(at);
        if (node.tag != Tag::Text)
            continue;
        const QStringView text = tree.textOf(node).trimmed();
        if (text.size() >= 12 && text.size() <= kLongest && isPlea(text.toString()))
            return true;
    }
    return false;
}

bool isSaidToBeClosed(const ParsedPage &page)
{
    static const QRegularExpression kClosed(u"\"isAccessibleForFree\"\\s*:\\s*\"?false"_s, kNoCase);
    return std::any_of(page.linkedData.begin(), page.linkedData.end(), [](const QString &script) { return kClosed.match(script).hasMatch(); });
}

/// The pleas among the text's last blocks go, with the short lines below them; the first block stays.
bool takePleas(MainText &text)
{
    constexpr size_t kLast = 4;
    constexpr qsizetype kShort = 120;
    const size_t from = std::max<size_t>(1, text.blocks.size() > kLast ? text.blocks.size() - kLast : 0);
    bool isBelow = false;
    std::vector<PageBlock> kept;
    for (size_t at = 0; at < text.blocks.size(); ++at) {
        const bool isTaken = at >= from && (isPlea(text.blocks[at].text) || (isBelow && text.blocks[at].text.size() < kShort));
        isBelow = isBelow || isTaken;
        if (!isTaken)
            kept.push_back(std::move(text.blocks[at]));
    }
    text.blocks = std::move(kept);
    return isBelow;
}

bool isOnlyOpenPart(const ParsedPage &page, MainText &text)
{
    constexpr qsizetype kShort = 1'200;
    if (takePleas(text))
        return true;
    const qsizetype units = unitsOf(text);
    return units > 0 && units < kShort && (isSaidToBeClosed(page) || hasPlea(page.tree));
}

/// How many <article> elements side by side have a headline of the first order and an article's prose.
int articlesOn(const Tree &tree)
{
    constexpr qsizetype kProse = 200;
    int count = 0;
    for (int at = 0; at < tree.size(); ++at) {
        if (tree.node(at).tag != Tag::Article)
            continue;
        bool hasHeadline = false;
        qsizetype prose = 0;
        for (int inside = at; inside < tree.node(at).end; ++inside) {
            const Node &node = tree.node(inside);
            hasHeadline = hasHeadline || node.tag == Tag::H1;
            if (node.tag == Tag::P && endsSentence(tree.plainText(inside)))
                prose += tree.plainText(inside).size();
        }
        if (hasHeadline && prose >= kProse) {
            ++count;
            at = tree.node(at).end - 1;
        }
    }
    return count;
}

} // namespace

std::optional<base::Error> whyNoArticle(const ParsedPage &page, const Draft &draft, const MainText &text)
{
    if (text.blocks.empty())
        return std::nullopt;
    if (isErrorPage(page, text))
        return base::Error{base::ErrorCode::ErrorPage, {}, {}};
    if (isFrontPage(page, draft, text))
        return base::Error{base::ErrorCode::FrontPage, {}, {}};
    return std::nullopt;
}

std::vector<base::Error> takeMissingParts(const ParsedPage &page, MainText &text)
{
    std::vector<base::Error> missing;
    if (isOnlyOpenPart(page, text))
        missing.push_back({base::ErrorCode::OnlyOpenPart, {}, {}});
    if (articlesOn(page.tree) > 1)
        missing.push_back({base::ErrorCode::OnlyFirstArticle, {}, {}});
    return missing;
}

} // namespace variorum::reading::html
