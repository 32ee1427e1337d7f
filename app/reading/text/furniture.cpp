// Furniture: lines that any site may have around an article and that are never part of one. Two tables, of whole lines and of
// lines with a part that changes, both on the folded line; a new one is a row here and a row in block_rules_test.
//
//     "Share this article", "3 Comments", "Follow us on Twitter"  ->  furniture
//     "Share prices fell by 12 percent."                          ->  text

#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <QSet>
#include <array>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

// Whole lines, folded. Words that other sentences could hold stay out: only what is never an article's own paragraph.
constexpr std::array kFurnitureLines{
    "advertisement",
    "advertisements",
    "advert",
    "adverts",
    "advertising",
    "ad",
    "sponsored",
    "sponsored content",
    "promoted content",
    "paid content",
    "story continues below",
    "story continues below advertisement",
    "article continues below",
    "article continues below advertisement",
    "article continues after advertisement",
    "article continues after ad",
    "scroll to continue",
    "scroll to continue with content",
    "continue reading",
    "continue reading the main story",
    "skip advertisement",
    "skip to content",
    "skip to main content",
    "continue reading below",
    "continues after advertisement",
    "continue reading below advertisement",
    "share",
    "share this",
    "share this article",
    "share this story",
    "share article",
    "share on facebook",
    "share on twitter",
    "share on whatsapp",
    "share via email",
    "share on linkedin",
    "tweet",
    "tweet this",
    "pin it",
    "email",
    "print",
    "print this page",
    "print this article",
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "pinterest",
    "reddit",
    "telegram",
    "copy link",
    "link copied",
    "copy",
    "save",
    "saved",
    "follow",
    "follow us",
    "bookmark",
    "listen",
    "listen to this article",
    "comments",
    "comment",
    "top comments",
    "top rated comments",
    "view comments",
    "show comments",
    "hide comments",
    "add a comment",
    "leave a comment",
    "leave a reply",
    "post a comment",
    "post comment",
    "join the conversation",
    "join the discussion",
    "read comments",
    "read more",
    "read the full story",
    "read full story",
    "full story",
    "source link",
    "source",
    "source text",
    "load more",
    "show more",
    "see more",
    "view more",
    "more",
    "learn more",
    "find out more",
    "watch",
    "watch now",
    "watch live",
    "play",
    "video",
    "photo",
    "photos",
    "image",
    "images",
    "gallery",
    "live",
    "close",
    "open",
    "menu",
    "search",
    "sign in",
    "log in",
    "sign up",
    "subscribe",
    "subscribe now",
    "register",
    "newsletter",
    "newsletters",
    "sign up for our newsletter",
    "subscribe to our newsletter",
    "thank you for subscribing",
    "thanks for signing up",
    "back to top",
    "top",
    "home",
    "loading",
    "loading video",
    "next",
    "previous",
    "prev",
    "next article",
    "previous article",
    "trending",
    "trending now",
    "most popular",
    "most read",
    "popular",
    "latest news",
    "editors picks",
    "recommended",
    "recommended for you",
    "you may like",
    "you might like",
    "you may also like",
    "you might also like",
    "related",
    "related topics",
    "related articles",
    "related stories",
    "related news",
    "related content",
    "related coverage",
    "related posts",
    "related links",
    "more from us",
    "more stories",
    "topics",
    "tags",
    "about the author",
    "about the authors",
    "follow the author",
    "contact us",
    "report this ad",
    "report ad",
    "report an error",
    "report a typo",
    "give us feedback",
    "all rights reserved",
    "terms of use",
    "privacy policy",
    "terms of service",
    "cookie policy",
    "cookies",
    "accept",
    "accept all",
    "accept cookies",
    "dismiss",
    "ok",
    "got it",
    "your email",
    "your email address",
    "email address",
    "enter your email",
    "name",
    "website",
    "required fields are marked",
    "notify me of new posts by email",
    "notify me of followup comments by email",
    "save my name email and website in this browser for the next time i comment",
    "this site uses akismet to reduce spam learn how your comment data is processed",
    "enlarge",
    "enlarge image",
    "view image in fullscreen",
    "fullscreen",
    "hide caption",
    "toggle caption",
    "image source",
    "image caption",
    "media caption",
    "expand",
    "collapse",
    "written by",
    "edited by",
    "by",
    "like",
    "like this",
    "like loading",
    "click here",
    "click to share",
    "download app",
    "get the app",
    "download our app",
    "add as preferred source on google",
    "jump to comments",
    "story highlights",
    "top stories",
    "must read",
};

struct LinePattern {
    const char *name;
    const char *pattern; ///< on the folded line
};

// Lines with a part that changes.
constexpr std::array kFurniturePatterns{
    LinePattern{"comment-form", "^your email address will not be published( required fields are marked)?$"},
    LinePattern{"comment-count", "^(\\d+|no|one) (comments?|replies|responses|shares?|views?|likes?)( on .*)?$"},
    LinePattern{"follow-us-on", "^(follow|like|join|find|connect with) (us|me|him|her|them|@?\\w+) on (facebook|twitter|x|instagram|telegram|whatsapp|linkedin|youtube|google news|tiktok|social media).{0,60}$"},
    LinePattern{"share-on-network", "^(click to )?(share|tweet|email|print|pin)( this| it)?( article| story| page| post)? (on|via|by|to|with) (facebook|twitter|x|linkedin|whatsapp|reddit|email|pinterest|tumblr|telegram|pocket|a friend)( opens in new window)?$"},
    LinePattern{"sign-up", "^(sign up|subscribe|register)( now| today| here)? (to|for|and get) .{0,90}(newsletters?|(daily|weekly|our|by|via) e ?mails?|e ?mail (alerts?|updates|list)|alerts?|briefing|inbox|updates|digest|push notifications|stories)( .{0,60})?$"},
    LinePattern{"app-plea", "^(download|get) (the|our) .{0,40}\\bapp\\b.{0,80}$"},
    LinePattern{"copyright", "^(copyright|c copyright) (19|20)\\d\\d\\b.{0,200}$"},
    LinePattern{"copyright-mark", "^(19|20)\\d\\d .{0,80} all rights reserved.{0,160}$"},
    LinePattern{"republication", "^(this material|this content|the content) may not be (published|reproduced).{0,160}$"},
    LinePattern{"reading-time", "^(reading time )?\\d+ ?min(ute)?s?( (to )?read( time)?)?$"},
    LinePattern{"story-continues", "^(story|article|post|content|text) continues? (below|after|under).{0,60}$"},
    LinePattern{"browser-plea", "^(your browser does not support|please enable javascript|javascript is (disabled|required)|you need to enable javascript|this video file cannot be played).{0,160}$"},
    LinePattern{"video-error", "^(sorry )?this (video|content) (is not|isnt) available.{0,120}$"},
    LinePattern{"follow-name", "^follow .{3,60} on (facebook|twitter|instagram|tiktok|youtube|linkedin|social media)\\b.{0,100}$"},
    LinePattern{"post-of-a-network", "^view this post on (instagram|facebook|x|twitter|threads)$"},
    LinePattern{"picture-count", "^(image|photo|picture|slide) \\d{1,3} (of|from) \\d{1,3}$"},
    LinePattern{"click-here", "^click here (to|for) (read|see|watch|sign up|subscribe|join|follow|more)\\b.{0,80}$"},
    LinePattern{"by-clicking-here", "^(get|download|watch|read|see|join|follow) .{0,60} by clicking here$"},
    LinePattern{"newsletter-plea", "^.{0,160}\\bsign up (for|to) .{0,80}\\bnewsletters?\\b.{0,100}$"},
    LinePattern{"newsletter-consent", "^(by (signing up|subscribing|clicking|entering your email)\\b.{0,160} you (are agree|agree|accept|consent|acknowledge|confirm)|your subscription has been confirmed|you may unsubscribe|you can unsubscribe).{0,300}$"},
    LinePattern{"use-is-consent", "^.{0,200}\\bby using this (web)?site you (agree|consent|accept)\\b.{0,400}$"},
    LinePattern{"affiliate-notice", "^.{0,240}\\bwe (may|might|can|will)? ?(earn|receive|get|be paid) .{0,60}\\b(commissions?|compensation|payments?)\\b.{0,240}\\b(links?|purchases?|buy)\\b.{0,160}$"},
    LinePattern{"affiliate-notice-if", "^if you (buy|purchase|click)\\b.{0,200}\\bwe (may|might|can|will) (earn|receive|get)\\b.{0,60}\\b(commissions?|compensation|payments?)\\b.{0,200}$"},
    LinePattern{"disclaimer", "^disclaimer (all|the|this|we|any|some|views|opinions)\\b.{0,700}$"},
    LinePattern{"follow-person", "^follow (him|her|them|us|me|the author|\\w+ \\w+|\\w+) on (twitter|facebook|instagram|x|social media)\\b.{0,160}$"},
    LinePattern{"reach-reporter", "^.{0,120}\\b(may|can) be reached (at|by|on|via) .{3,160}$"},
    LinePattern{"inbox", "^(get|have) .{0,80}(right in|in|to|delivered (straight )?to|sent to|straight to) your (inbox|phone|door).{0,120}$"},
    LinePattern{"magazine-offer", "^get .{0,80}(delivered|issues? for).{0,60}(click here|subscribe).{0,80}$"},
    LinePattern{"customer-service", "^.{0,60}\\bcustomer (service|support|care)\\b.{0,60}\\b(contacted|telephone|phone|email|e mail|call)\\b.{0,220}$"},
    LinePattern{"chat-with-us", "^(chat|message|text) (with )?us (in|on|via|through|at) (facebook|whatsapp|messenger|telegram|twitter).{0,120}$"},
    LinePattern{"quotes-delayed", "^(most )?(stock quote|market|quote)s? data (is |are )?(provided|delayed).{0,340}$"},
    LinePattern{"got-a-tip", "^(got|have|do you have) an? (news )?(tip|story)\\b.{0,160}(email|contact|mail|get in touch|let us know|send|call).{0,100}$"},
    LinePattern{"cookie-notice", "^(we use cookies|this (web)?site uses cookies|by continuing to use this site).{0,300}$"},
    LinePattern{"support-plea", "^(please )?(support|donate to|become a (member|supporter|subscriber) of).{0,40} (today|journalism|now|newsroom|work)\\b.{0,100}$"},
    LinePattern{"previous-next", "^(previous|next) (article|post|story) .{0,160}$"},
    LinePattern{"tagged", "^(tagged|filed under|posted in) .{1,160}$"},
    LinePattern{"appeared-first", "^the post .{3,240} (first appeared|appeared first) on .{2,80}$"},
    LinePattern{"original-link", "^(click here (for|to (read|see|view))|read|view|see|link to) the (original|full|whole|rest of the) (article|story|post|source|report|text)( (here|at|on|from) .{0,60}| here)?$"},
    LinePattern{"liked-it", "^(like|liked|enjoy|enjoyed|love|loved) (this|the) (story|article|post|piece)\\b.{0,60}\\b(share|follow|subscribe|sign up|tell)\\b.{0,80}$"},
    LinePattern{"how-long-ago", "^(last )?(updated|published|posted|modified) (an?|\\d+|one|two|three) (minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago$"},
    LinePattern{"was-updated", "^this (story|article|report|post|page) (has been|was) (last )?updated( with .{0,80})?$"},
    LinePattern{"follow-coverage", "^(follow|find|read|see) .{2,60}\\bcoverage( of .{2,60})? (at|on|here) .{3,200}$"},
    LinePattern{"unedited-feed", "^(except for the headline |apart from the headline )?(this|the) (story|article|report|copy|item|content) (has|have|was) (not|never)( been)? (edited|modified|altered|written|created)\\b.{0,240}$"},
    LinePattern{"syndicated-feed", "^(this|the) (story|article|report|copy) (is|has been|was) (auto ?generated|published|taken|sourced) (from|by) (an?|the) (syndicated|wire|agency|news agency)\\b.{0,240}$"},
    LinePattern{"our-standards", "^our standards .{0,80}\\b(principles|policy|code|guidelines)$"},
    LinePattern{"source-address", "^(source|original source|original|link|via|url) https? .{1,240}$"},
    LinePattern{"google-news", "^.{0,60}\\bgoogle news\\b.{0,40}(feed|follow|updates|showcase).{0,40}$"},
};

const QSet<QString> &furnitureLines()
{
    static const QSet<QString> kLines = [] {
        QSet<QString> lines;
        for (const char *line : kFurnitureLines)
            lines.insert(QString::fromLatin1(line));
        return lines;
    }();
    return kLines;
}

const QRegularExpression &furniturePatterns()
{
    static const QRegularExpression kAny = [] {
        QStringList patterns;
        for (const LinePattern &line : kFurniturePatterns)
            patterns.append(u"(?:"_s + QString::fromLatin1(line.pattern) + u')');
        QRegularExpression any(patterns.join(u'|'));
        any.optimize();
        return any;
    }();
    return kAny;
}

/// "Tags: ferry, Halvern": the words alone could begin a sentence or a heading.
bool isTagLine(QStringView line)
{
    constexpr qsizetype kLongest = 300;
    static const QRegularExpression kTags(u"^(?:(?:related )?(?:tags?|topics?|categor(?:y|ies)|keywords?|labels?))\\s*[:|]\\s*\\S"_s, QRegularExpression::CaseInsensitiveOption);
    return line.size() <= kLongest && !endsSentence(line) && kTags.match(line).hasMatch();
}

/// "Email Ann Lee at alee@paper.example or follow her @alee.", "Contact Bo Ray: bray@paper.example", "A post shared by Bo (@bo)"
bool isContactLine(QStringView line)
{
    constexpr qsizetype kLongest = 260;
    static const QRegularExpression kContact(
        u"^(?:a post shared by .{1,80}\\(@|(?:you can )?(?:contact|e-?mail|reach|follow|write to|tweet|message)\\b[^.?!]{0,80}(?:@[\\w-]+\\.[\\w.-]*\\w|\\s@\\w+|\\[email\\s?protected\\]))"_s, QRegularExpression::CaseInsensitiveOption);
    return line.size() <= kLongest && line.contains(u'@') && kContact.match(line).hasMatch();
}

} // namespace

bool isFurniture(QStringView line)
{
    constexpr qsizetype kShortest = 2;
    constexpr qsizetype kLongest = 800;
    if (line.size() < kShortest || line.size() > kLongest)
        return false;
    const QString folded = foldedLine(line);
    return isContactLine(line) || isTagLine(line) || furnitureLines().contains(folded) || furniturePatterns().match(folded).hasMatch();
}

bool headsRelatedList(QStringView line)
{
    static const QRegularExpression kHead(
        u"^(?:(?:also )?read (?:also|more|next|on)|also read|see also|related(?: (?:stories|articles|news|content|coverage|posts|links|reading|topics))?"
        u"|more (?:on|from|about) (?:this|the) (?:story|topic|issue|subject)|more (?:stories|news|coverage)|you (?:may|might) (?:also )?(?:like|be interested in)"
        u"|recommended(?: (?:for you|stories|reading|videos?|by our editors))?|(?:our )?editors recommendations|more (?:great )?\\w+ stories|more from \\w+(?: \\w+)?|(?:the )?best of \\w+|further reading|dont miss|in other news|(?:editors )?picks|most (?:read|popular)|trending(?: now)?|up next)$"_s);
    return line.size() >= 4 && line.size() <= 60 && kHead.match(foldedLine(line)).hasMatch();
}

bool opensReaderPart(QStringView line)
{
    static const QRegularExpression kOpens(
        u"^(?:leave a (?:reply|comment)|top (?:rated )?comments|comments? \\d+|(?:post|add|write|submit) a (?:comment|reply)|(?:\\d+|no|one) (?:comments?|responses?|replies|thoughts?)(?: (?:on|to) .*)?"
        u"|comments|join the (?:conversation|discussion)|reader comments|your email address will not be published.*|cancel reply|leave a reply cancel reply)$"_s);
    return line.size() >= 6 && line.size() <= 160 && kOpens.match(foldedLine(line)).hasMatch();
}

} // namespace variorum::reading
