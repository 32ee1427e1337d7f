// What an element is, from the words in its class and id. Names are cut into words at punctuation, digits and capital
// letters ("js-RelatedLinks2" -> related, links), since words are shared by thousands of sites and whole names by none.
//
//     class="c-article__share-bar"  ->  article (body word), share (clutter word)  ->  Clutter
//     class="article-body has-ads"  ->  the words after has-, with-, no-, is- tell of a state, not of what it is  ->  Body

#include "reading/html/class_words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;

enum Kind : quint16 { Clutter = 1,
                      StrongClutter = 2,
                      Wall = 4,
                      MaybeClutter = 8,
                      Standfirst = 16,
                      Caption = 32,
                      Body = 64,
                      Network = 128,
                      State = 256 };

struct WordList {
    Kind kind;
    QLatin1StringView words;
};

const std::array kWordLists{
    WordList{Clutter,
             "ad ads advert adverts advertisement advertisements advertising adsbygoogle adslot adunit adwrap adbox admarker dfp gpt sponsor sponsored sponsors "
             "revcontent mgid teads nativo promo promos promoted promotion promobox partner affiliate commercial "
             "respond reply replies discussion readmore alsoread seealso morefrom moreon upnext nextup prevnext nextprev "
             "suggested suggestions latest share shares sharing sharebar sharedaddy shareblock sharetools sharethis addthis addtoany social socials socialmedia follow "
             "newsletter newsletters signup subscribe subscription piano donate donation membership support "
             "privacy sidebar nav navbar navigation navi menu menus pagination pager paging skip toolbar foot rail rightrail widget widgets aside masthead topbar "
             "author authors authorbox byline bylines bio contributor "
             "print printer popup popover rollover hovercard modal overlay lightbox tooltip toast banner "
             "tags tag taglist topics keywords categories timestamp dateline pubdate published date dates postmeta entrymeta rating ratings vote "
             "login register poll survey quiz copyright disclaimer syndication playlist player videoplayer jwplayer vjs"_L1},
    // What can be as long as an article, or longer, and is none.
    WordList{StrongClutter,
             "footer comment comments commenting disqus livefyre viafoura coral outbrain taboola zergnet "
             "related relatedlinks relatedposts recommended recommendation recommendations recirc recirculation popular mostread mostpopular trending "
             "cookie cookies consent gdpr ccpa onetrust breadcrumb breadcrumbs crumbs"_L1},
    WordList{Wall, "paywall regwall meter metered subscriber subscribers premium"_L1},
    WordList{MaybeClutter, "slideshow gallery carousel slider swiper"_L1},
    WordList{Standfirst, "standfirst dek deck subtitle subhead subheading subheadline subhed summary abstract synopsis intro introduction lede lead excerpt tagline strapline sapo"_L1},
    WordList{Caption, "caption captions figcaption credit credits photocredit imagecredit attribution photographer imagecaption wpcaption"_L1},
    WordList{Body, "article body content entry post story text main articlebody articlecontent storybody entrycontent postcontent maincontent bodycopy copy hentry paragraph prose richtext"_L1},
    WordList{Network, "twitter tweet instagram tiktok facebook fb bluesky mastodon threads reddit telegram"_L1},
    // Words that tell of a state or a relation; the word after them says nothing about the element's own text.
    WordList{State, "has with without no not is js when after before if show open enable disable hide"_L1},
};

/// The kinds that a word stands for, as bits.
quint16 kindsOf(QStringView word)
{
    static const QString kAll = [] {
        QString all;
        for (const WordList &list : kWordLists)
            all += list.words + ' '_L1;
        return all;
    }();
    static const QHash<QStringView, quint16> kKinds = [] {
        QHash<QStringView, quint16> kinds;
        qsizetype begin = 0;
        for (const WordList &list : kWordLists) {
            for (const QStringView listed : QStringView(kAll).sliced(begin, list.words.size()).split(u' ', Qt::SkipEmptyParts))
                kinds[listed] |= list.kind;
            begin += list.words.size() + 1;
        }
        return kinds;
    }();
    return kKinds.value(word, 0);
}

/// A class that is one of these hides what it is on; part of a longer name ("overflow-hidden") they mean something else.
bool isHidingName(QStringView name)
{
    static constexpr std::array<QLatin1StringView, 9> kNames{"hidden"_L1, "hide"_L1, "d-none"_L1, "is-hidden"_L1, "visually-hidden"_L1, "visuallyhidden"_L1, "sr-only"_L1, "screen-reader-text"_L1, "u-hidden"_L1};
    return std::any_of(kNames.begin(), kNames.end(), [name](QLatin1StringView hiding) { return name.compare(hiding, Qt::CaseInsensitive) == 0; });
}

/// The words of a name, lower case, one after the other in a text; views into it would not outlive it.
struct NameWords {
    QString letters;
    std::vector<qsizetype> ends; ///< of each word in letters

    [[nodiscard]] QStringView word(size_t at) const
    {
        const qsizetype begin = at == 0 ? 0 : ends[at - 1];
        return QStringView(letters).sliced(begin, ends[at] - begin);
    }

    /// Two words as one: "read-more" as well as "readmore".
    [[nodiscard]] QStringView pair(size_t at) const
    {
        const qsizetype begin = at == 0 ? 0 : ends[at - 1];
        return QStringView(letters).sliced(begin, ends[at + 1] - begin);
    }
};

/// Letters between two digits are no word but a piece of a number ("b985ad61").
NameWords wordsOf(QStringView name)
{
    const auto isDigitAt = [name](qsizetype at) { return at >= 0 && at < name.size() && name[at].isDigit(); };
    NameWords words;
    qsizetype begin = 0; // of the word at hand, in letters
    const auto finish = [&words, &begin, &isDigitAt](qsizetype end) {
        const qsizetype size = words.letters.size() - begin;
        if (size > 0 && isDigitAt(end) && isDigitAt(end - size - 1))
            words.letters.truncate(begin);
        else if (size > 0)
            words.ends.push_back(words.letters.size());
        begin = words.letters.size();
    };
    for (qsizetype at = 0; at < name.size(); ++at) {
        const QChar unit = name[at];
        if (!unit.isLetter()) {
            finish(at);
            continue;
        }
        if (unit.isUpper() && at > 0 && name[at - 1].isLower())
            finish(at);
        words.letters += unit.toLower();
    }
    finish(name.size());
    return words;
}

bool isHidden(const Tree &tree, int index)
{
    if (tree.hasAttribute(index, u"hidden") && tree.attribute(index, u"hidden") != u"false")
        return true;
    const QStringView declared = tree.attribute(index, u"style");
    if (declared.isEmpty())
        return false;
    const QString style = declared.toString().remove(u' ').toLower();
    return style.contains("display:none"_L1) || style.contains("visibility:hidden"_L1);
}

Role roleOfTag(Tag tag)
{
    switch (tag) {
    case Tag::Script:
    case Tag::Style:
    case Tag::Template:
    case Tag::Noscript:
    case Tag::Svg:
    case Tag::Math:
    case Tag::Iframe:
    case Tag::Frame:
    case Tag::Object:
    case Tag::Embed:
    case Tag::Select:
    case Tag::Option:
    case Tag::Textarea:
    case Tag::Input:
    case Tag::Canvas:
    case Tag::Head:
    case Tag::Video:
    case Tag::Audio:
        return Role::Unseen;
    case Tag::Nav:
    case Tag::Footer: return Role::StrongClutter;
    case Tag::Menu:
    case Tag::Aside:
    case Tag::Button:
    case Tag::Dialog:
    case Tag::Label:
    case Tag::Address:
        return Role::Clutter;
    case Tag::Figcaption:
    case Tag::Caption: return Role::Caption;
    default: return Role::Unknown;
    }
}

bool isClutterRole(QStringView role)
{
    return role == "navigation"_L1 || role == "complementary"_L1 || role == "contentinfo"_L1 || role == "banner"_L1 || role == "dialog"_L1
        || role == "alertdialog"_L1 || role == "menu"_L1 || role == "search"_L1 || role == "button"_L1 || role == "tablist"_L1;
}

} // namespace

void RoleFinder::WordCount::add(QStringView word)
{
    const quint16 kinds = kindsOf(word);
    clutter += (kinds & Kind::Clutter) != 0;
    strongClutter += (kinds & Kind::StrongClutter) != 0 || (word.size() > 10 && word.startsWith("related"_L1)); // "relatedpoststitle"
    wall += (kinds & Kind::Wall) != 0;
    maybeClutter += (kinds & Kind::MaybeClutter) != 0;
    standfirst += (kinds & Kind::Standfirst) != 0;
    caption += (kinds & Kind::Caption) != 0;
    body += (kinds & Kind::Body) != 0;
    network += (kinds & Kind::Network) != 0;
}

void RoleFinder::WordCount::add(const WordCount &other)
{
    clutter += other.clutter;
    strongClutter += other.strongClutter;
    wall += other.wall;
    maybeClutter += other.maybeClutter;
    standfirst += other.standfirst;
    caption += other.caption;
    body += other.body;
    network += other.network;
}

void RoleFinder::countName(QStringView name, WordCount &count)
{
    constexpr qsizetype kLongestName = 80;
    constexpr qsizetype kShortestOfPair = 3;
    const NameWords words = wordsOf(name.left(kLongestName));
    if (words.ends.empty() || (words.ends.size() > 1 && (kindsOf(words.word(0)) & Kind::State) != 0))
        return;
    for (size_t at = 0; at < words.ends.size(); ++at) {
        count.add(words.word(at));
        if (at + 1 < words.ends.size() && words.word(at).size() >= kShortestOfPair && words.word(at + 1).size() >= kShortestOfPair)
            count.add(words.pair(at));
    }
}

const RoleFinder::WordCount &RoleFinder::countOf(QStringView names)
{
    const auto known = m_counts.constFind(names);
    if (known != m_counts.constEnd())
        return *known;
    WordCount count;
    bool isOnlySometimes = false; // "hidden md:block": on some screens it is seen
    for (const QStringView name : names.split(u' ', Qt::SkipEmptyParts)) {
        countName(name, count);
        isOnlySometimes = isOnlySometimes || name.contains(u':');
        count.isHiding = count.isHiding || isHidingName(name);
    }
    count.isHiding = count.isHiding && !isOnlySometimes;
    return *m_counts.insert(names, count);
}

Role RoleFinder::roleOfWords(const WordCount &count)
{
    if (count.caption > 0)
        return Role::Caption;
    if (count.strongClutter > 0)
        return count.body > 0 ? Role::Clutter : Role::StrongClutter;
    if (count.clutter > 0)
        return Role::Clutter;
    if (count.wall > 0)
        return Role::Wall;
    if (count.maybeClutter > 0)
        return count.body > 0 ? Role::Body : Role::MaybeClutter;
    if (count.standfirst > 0)
        return Role::Standfirst;
    return count.body > 0 ? Role::Body : Role::Unknown;
}

Role RoleFinder::roleOf(int index)
{
    const Node &node = m_tree.node(index);
    const Role byTag = roleOfTag(node.tag);
    if (byTag != Role::Unknown || node.tag == Tag::Text)
        return byTag;
    if (node.attributeCount == 0 || node.tag == Tag::Html || node.tag == Tag::Body)
        return Role::Unknown;
    WordCount count = countOf(m_tree.attribute(index, u"class"));
    if (count.isHiding || isHidden(m_tree, index))
        return Role::Hidden;
    if (isClutterRole(m_tree.attribute(index, u"role")))
        return Role::Clutter;
    const QStringView itemprop = m_tree.attribute(index, u"itemprop");
    if (itemprop == "articleBody"_L1 || itemprop == "reviewBody"_L1)
        return Role::Body;
    if (node.tag == Tag::Blockquote && count.network > 0)
        return Role::EmbeddedPost;
    count.add(countOf(m_tree.attribute(index, u"id")));
    return roleOfWords(count);
}

} // namespace variorum::reading::html
