#include "reading/html/page_view.h"

#include <QStringList>
#include <algorithm>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;

/// Of containers of other articles and of readers' words.
const QStringList &elsewhereWords()
{
    static const QStringList kWords = u"comment comments commentlist commenting disqus livefyre respond related recommended recommendation recommendations recirc recirculation readmore suggested suggestions "
                                      "popular mostread mostpopular trending latest upnext nextup sidebar rail widget widgets newsletter promo promos outbrain "
                                      "taboola teaser teasers carousel slider river morefrom moreon readnext ticker figcaption caption replies"_s.split(u' ');
    return kWords;
}

/// Of what stands around a page's content, and sometimes around an article's own head or foot.
const QStringList &marginWords()
{
    static const QStringList kWords = u"footer nav navbar navigation menu breadcrumb breadcrumbs"_s.split(u' ');
    return kWords;
}

bool hasWord(const Tree &tree, int at, const QStringList &words)
{
    return tree.node(at).attributeCount > 0 && (hasNameWord(tree.attribute(at, u"class"), words) || hasNameWord(tree.attribute(at, u"id"), words));
}

bool canBePart(Tag tag) { return tag != Tag::Html && tag != Tag::Body && tag != Tag::Main && tag != Tag::Text && tag != Tag::Document; }

bool isMarginTag(Tag tag) { return tag == Tag::Nav || tag == Tag::Footer || tag == Tag::Aside || tag == Tag::Menu; }

} // namespace

bool hasNameWord(QStringView name, const QStringList &words)
{
    constexpr qsizetype kLongest = 400;
    name = name.left(kLongest);
    for (qsizetype at = 0; at < name.size();) {
        if (!name[at].isLetter()) {
            ++at;
            continue;
        }
        qsizetype end = at + 1;
        while (end < name.size() && name[end].isLetter() && !(name[end].isUpper() && name[end - 1].isLower()))
            ++end;
        const QStringView word = name.sliced(at, end - at);
        if (std::any_of(words.begin(), words.end(), [word](const QString &candidate) { return candidate.size() == word.size() && word.compare(candidate, Qt::CaseInsensitive) == 0; }))
            return true;
        at = end;
    }
    return false;
}

PageView::PageView(const Tree &tree, int headline)
    : m_tree(tree)
    , m_headline(headline)
    , m_begins(static_cast<size_t>(tree.size()), 0)
    , m_parts(static_cast<size_t>(tree.size()), Part::Article)
{
    qsizetype text = 0;
    for (int at = 0; at < tree.size(); ++at) {
        m_begins[static_cast<size_t>(at)] = text;
        if (tree.node(at).tag == Tag::Text)
            text = tree.node(at).textEnd;
    }
    int elsewhereUntil = 0;
    int marginUntil = 0;
    for (int at = 0; at < tree.size(); ++at) {
        const Node &node = tree.node(at);
        const bool holdsHeadline = headline >= at && headline < node.end;
        // What holds most of the page is no part of it, whatever its class.
        if (at >= elsewhereUntil && canBePart(node.tag) && !holdsHeadline && 2 * (end(at) - begin(at)) < text) {
            if (node.tag == Tag::Figcaption || hasWord(tree, at, elsewhereWords()))
                elsewhereUntil = node.end;
            else if (at >= marginUntil && (isMarginTag(node.tag) || hasWord(tree, at, marginWords())))
                marginUntil = node.end;
        }
        m_parts[static_cast<size_t>(at)] = at < elsewhereUntil ? Part::Elsewhere : at < marginUntil ? Part::Margin
                                                                                                    : Part::Article;
    }
}

bool PageView::isElsewhere(int node) const
{
    constexpr qsizetype kClose = 600;
    const Part part = m_parts[static_cast<size_t>(node)];
    return part == Part::Elsewhere || (part == Part::Margin && (m_headline < 0 || distance(node) > kClose));
}

qsizetype PageView::end(int node) const
{
    const int next = m_tree.node(node).end;
    if (next < m_tree.size())
        return begin(next);
    const int last = m_tree.size() - 1;
    return m_tree.node(last).tag == Tag::Text ? m_tree.node(last).textEnd : begin(last);
}

qsizetype PageView::distance(int node) const
{
    constexpr qsizetype kBefore = 200; // of two equally near, the one below the headline
    if (m_headline < 0)
        return begin(node);
    const qsizetype below = begin(node) - end(m_headline);
    if (below >= 0)
        return below;
    return node >= m_headline && node < m_tree.node(m_headline).end ? 0 : kBefore + std::max<qsizetype>(0, begin(m_headline) - end(node));
}

QString PageView::lines(int node) const
{
    QString lines;
    for (int at = node; at < m_tree.node(node).end; ++at) {
        if (m_tree.node(at).tag != Tag::Text)
            continue;
        const QString piece = m_tree.textOf(m_tree.node(at)).toString().simplified();
        if (piece.isEmpty())
            continue;
        if (!lines.isEmpty())
            lines += u'\n';
        lines += piece;
    }
    return lines;
}

} // namespace variorum::reading::html
