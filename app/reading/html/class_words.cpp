// What an element is, from the words in its class and id. Names are cut into words at punctuation, digits and capital
// letters ("js-RelatedLinks2" -> related, links), since words are shared by thousands of sites and whole names by none.
//
//     class="c-article__share-bar"  ->  article (body word), share (clutter word)  ->  Clutter
//     class="article-body has-ads"  ->  the words after has-, with-, no-, is- tell of a state, not of what it is  ->  Body

#include "reading/html/class_words.h"

#include <QSet>
#include <QStringList>
#include <algorithm>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;

QSet<QString> wordSet(QLatin1StringView words)
{
    const QStringList list = QString(words).split(u' ', Qt::SkipEmptyParts);
    return QSet<QString>(list.begin(), list.end());
}

const QSet<QString> &clutterWords()
{
    static const QSet<QString> kWords = wordSet(
        "ad ads advert adverts advertisement advertisements advertising adsbygoogle adslot adunit adwrap adbox admarker dfp gpt sponsor sponsored sponsors "
        "revcontent mgid teads nativo promo promos promoted promotion promobox partner affiliate commercial "
        "respond reply replies discussion readmore alsoread seealso morefrom moreon upnext nextup prevnext nextprev "
        "suggested suggestions latest share shares sharing sharebar sharedaddy shareblock sharetools sharethis addthis addtoany social socials socialmedia follow "
        "newsletter newsletters signup subscribe subscription piano donate donation membership support "
        "privacy sidebar nav navbar navigation navi menu menus pagination pager paging skip toolbar foot rail rightrail widget widgets aside masthead topbar "
        "author authors authorbox byline bylines bio contributor "
        "print printer popup popover rollover hovercard modal overlay lightbox tooltip toast banner "
        "tags tag taglist topics keywords categories timestamp dateline pubdate published date dates postmeta entrymeta rating ratings vote "
        "login register poll survey quiz copyright disclaimer syndication playlist player videoplayer jwplayer vjs"_L1);
    return kWords;
}

/// What can be as long as an article, or longer, and is none.
const QSet<QString> &strongClutterWords()
{
    static const QSet<QString> kWords = wordSet(
        "footer comment comments commenting disqus livefyre viafoura coral outbrain taboola zergnet "
        "related relatedlinks relatedposts recommended recommendation recommendations recirc recirculation popular mostread mostpopular trending "
        "cookie cookies consent gdpr ccpa onetrust breadcrumb breadcrumbs crumbs"_L1);
    return kWords;
}

const QSet<QString> &wallWords()
{
    static const QSet<QString> kWords = wordSet("paywall regwall meter metered subscriber subscribers premium"_L1);
    return kWords;
}

const QSet<QString> &networkWords()
{
    static const QSet<QString> kWords = wordSet("twitter tweet instagram tiktok facebook fb bluesky mastodon threads reddit telegram"_L1);
    return kWords;
}

/// A class that is one of these hides what it is on; part of a longer name ("overflow-hidden") they mean something else.
const QSet<QString> &hidingNames()
{
    static const QSet<QString> kNames = wordSet("hidden hide d-none is-hidden visually-hidden visuallyhidden sr-only screen-reader-text u-hidden"_L1);
    return kNames;
}

const QSet<QString> &maybeClutterWords()
{
    static const QSet<QString> kWords = wordSet("slideshow gallery carousel slider swiper"_L1);
    return kWords;
}

const QSet<QString> &standfirstWords()
{
    static const QSet<QString> kWords = wordSet("standfirst dek deck subtitle subhead subheading subheadline subhed summary abstract synopsis intro introduction lede lead excerpt tagline strapline sapo"_L1);
    return kWords;
}

const QSet<QString> &captionWords()
{
    static const QSet<QString> kWords = wordSet("caption captions figcaption credit credits photocredit imagecredit attribution photographer imagecaption wpcaption"_L1);
    return kWords;
}

const QSet<QString> &bodyWords()
{
    static const QSet<QString> kWords = wordSet("article body content entry post story text main articlebody articlecontent storybody entrycontent postcontent maincontent bodycopy copy hentry paragraph prose richtext"_L1);
    return kWords;
}

/// Words that tell of a state or a relation; the word after them says nothing about the element's own text.
const QSet<QString> &stateWords()
{
    static const QSet<QString> kWords = wordSet("has with without no not is js when after before if show open enable disable hide"_L1);
    return kWords;
}

/// Letters between two digits are no word but a piece of a number ("b985ad61").
QStringList wordsOf(QStringView name)
{
    const auto isDigitAt = [name](qsizetype at) { return at >= 0 && at < name.size() && name[at].isDigit(); };
    QStringList words;
    QString word;
    const auto finish = [&words, &word, &isDigitAt](qsizetype end) {
        if (!word.isEmpty() && !(isDigitAt(end) && isDigitAt(end - word.size() - 1)))
            words.append(word);
        word.clear();
    };
    for (qsizetype at = 0; at < name.size(); ++at) {
        const QChar unit = name[at];
        if (!unit.isLetter()) {
            finish(at);
            continue;
        }
        if (unit.isUpper() && at > 0 && name[at - 1].isLower())
            finish(at);
        word += unit.toLower();
    }
    finish(name.size());
    return words;
}

struct WordCount {
    int clutter = 0;
    int strongClutter = 0;
    int wall = 0;
    int maybeClutter = 0;
    int standfirst = 0;
    int caption = 0;
    int body = 0;
    int network = 0;

    void add(const QString &word)
    {
        clutter += clutterWords().contains(word);
        strongClutter += strongClutterWords().contains(word) || (word.size() > 10 && word.startsWith("related"_L1)); // "relatedpoststitle"
        wall += wallWords().contains(word);
        maybeClutter += maybeClutterWords().contains(word);
        standfirst += standfirstWords().contains(word);
        caption += captionWords().contains(word);
        body += bodyWords().contains(word);
        network += networkWords().contains(word);
    }
};

void countWords(QStringView names, WordCount &count)
{
    for (const QStringView name : names.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList words = wordsOf(name.left(80));
        if (words.isEmpty() || (words.size() > 1 && stateWords().contains(words.front())))
            continue;
        for (qsizetype at = 0; at < words.size(); ++at) {
            count.add(words[at]);
            constexpr qsizetype kShortest = 3;
            if (at + 1 < words.size() && words[at].size() >= kShortest && words[at + 1].size() >= kShortest) // "read-more" as well as "readmore"
                count.add(words[at] + words[at + 1]);
        }
    }
}

bool isHiddenByClass(QStringView names)
{
    bool isHidden = false;
    for (const QStringView name : names.split(u' ', Qt::SkipEmptyParts)) {
        if (name.contains(u':'))
            return false; // "hidden md:block": on some screens it is seen
        isHidden = isHidden || hidingNames().contains(name.toString().toLower());
    }
    return isHidden;
}

bool isHidden(const Tree &tree, int index)
{
    if (tree.hasAttribute(index, u"hidden") && tree.attribute(index, u"hidden") != u"false")
        return true;
    const QStringView declared = tree.attribute(index, u"style");
    if (declared.isEmpty())
        return isHiddenByClass(tree.attribute(index, u"class"));
    const QString style = declared.toString().remove(u' ').toLower();
    return style.contains("display:none"_L1) || style.contains("visibility:hidden"_L1) || isHiddenByClass(tree.attribute(index, u"class"));
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

Role roleOfWords(const WordCount &count)
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

} // namespace

Role roleOf(const Tree &tree, int index)
{
    const Node &node = tree.node(index);
    const Role byTag = roleOfTag(node.tag);
    if (byTag != Role::Unknown || node.tag == Tag::Text)
        return byTag;
    if (node.attributeCount == 0 || node.tag == Tag::Html || node.tag == Tag::Body)
        return Role::Unknown;
    if (isHidden(tree, index))
        return Role::Hidden;
    if (isClutterRole(tree.attribute(index, u"role")))
        return Role::Clutter;
    const QStringView itemprop = tree.attribute(index, u"itemprop");
    if (itemprop == "articleBody"_L1 || itemprop == "reviewBody"_L1)
        return Role::Body;
    WordCount count;
    countWords(tree.attribute(index, u"class"), count);
    if (node.tag == Tag::Blockquote && count.network > 0)
        return Role::EmbeddedPost;
    countWords(tree.attribute(index, u"id"), count);
    return roleOfWords(count);
}

} // namespace variorum::reading::html
