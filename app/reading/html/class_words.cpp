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
        "ad ads advert adverts advertisement advertisements advertising adsbygoogle adslot adunit adwrap adbox admarker dfp gpt sponsor sponsored sponsors outbrain taboola "
        "revcontent zergnet mgid teads nativo promo promos promoted promotion promobox partner affiliate commercial "
        "comment comments commenting disqus livefyre viafoura coral respond reply replies discussion "
        "related relatedlinks recommended recommendation recommendations recirc recirculation readmore alsoread seealso morefrom moreon "
        "suggested suggestions popular mostread mostpopular trending latest upnext nextup "
        "share shares sharing sharebar sharedaddy shareblock sharetools sharethis addthis addtoany social socials socialmedia follow "
        "newsletter newsletters signup subscribe subscription subscriber paywall regwall piano meter metered donate donation membership "
        "cookie cookies consent gdpr ccpa onetrust privacy "
        "nav navbar navigation navi menu menus breadcrumb breadcrumbs crumbs pagination pager paging prevnext skip toolbar "
        "footer foot sidebar rail rightrail widget widgets aside masthead topbar "
        "author authors authorbox byline bylines bio contributor "
        "print printer popup modal overlay lightbox tooltip toast banner "
        "tags tag taglist topics keywords categories timestamp dateline pubdate published date dates postmeta entrymeta rating ratings vote "
        "login register poll survey quiz copyright disclaimer syndication playlist player videoplayer jwplayer vjs"_L1);
    return kWords;
}

const QSet<QString> &maybeClutterWords()
{
    static const QSet<QString> kWords = wordSet("slideshow gallery carousel slider swiper"_L1);
    return kWords;
}

const QSet<QString> &standfirstWords()
{
    static const QSet<QString> kWords = wordSet("standfirst dek deck subtitle subhead subheading subheadline subhed summary intro introduction lede lead excerpt tagline strapline sapo"_L1);
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

QStringList wordsOf(QStringView name)
{
    QStringList words;
    QString word;
    const auto finish = [&words, &word] {
        if (!word.isEmpty())
            words.append(word);
        word.clear();
    };
    for (qsizetype at = 0; at < name.size(); ++at) {
        const QChar unit = name[at];
        if (!unit.isLetter()) {
            finish();
            continue;
        }
        if (unit.isUpper() && at > 0 && name[at - 1].isLower())
            finish();
        word += unit.toLower();
    }
    finish();
    return words;
}

struct WordCount {
    int clutter = 0;
    int maybeClutter = 0;
    int standfirst = 0;
    int caption = 0;
    int body = 0;
};

WordCount countWords(QStringView names)
{
    WordCount count;
    for (const QStringView name : names.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList words = wordsOf(name.left(80));
        if (words.isEmpty() || (words.size() > 1 && stateWords().contains(words.front())))
            continue;
        for (const QString &word : words) {
            count.clutter += clutterWords().contains(word);
            count.maybeClutter += maybeClutterWords().contains(word);
            count.standfirst += standfirstWords().contains(word);
            count.caption += captionWords().contains(word);
            count.body += bodyWords().contains(word);
        }
    }
    return count;
}

bool isHidden(const Tree &tree, int index)
{
    if (tree.hasAttribute(index, u"hidden") && tree.attribute(index, u"hidden") != u"false")
        return true;
    const QString style = tree.attribute(index, u"style").toString().remove(u' ').toLower();
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
    case Tag::Menu:
    case Tag::Footer:
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

Role roleOf(const Tree &tree, int index)
{
    const Node &node = tree.node(index);
    const Role byTag = roleOfTag(node.tag);
    if (byTag != Role::Unknown || node.tag == Tag::Text)
        return byTag;
    if (node.attributeCount == 0 || node.tag == Tag::Html || node.tag == Tag::Body)
        return Role::Unknown;
    if (isHidden(tree, index))
        return Role::Unseen;
    if (isClutterRole(tree.attribute(index, u"role")))
        return Role::Clutter;
    const QStringView itemprop = tree.attribute(index, u"itemprop");
    if (itemprop == "articleBody"_L1 || itemprop == "reviewBody"_L1)
        return Role::Body;
    const WordCount byClass = countWords(tree.attribute(index, u"class"));
    const WordCount byId = countWords(tree.attribute(index, u"id"));
    const int caption = byClass.caption + byId.caption;
    const int clutter = byClass.clutter + byId.clutter;
    const int body = byClass.body + byId.body;
    if (caption > 0)
        return Role::Caption;
    if (clutter > 0)
        return Role::Clutter;
    if (byClass.maybeClutter + byId.maybeClutter > 0)
        return Role::MaybeClutter;
    if (byClass.standfirst + byId.standfirst > 0)
        return Role::Standfirst;
    return body > 0 ? Role::Body : Role::Unknown;
}

} // namespace variorum::reading::html
