// What scrapers leave behind in text. Each rule is one pattern with its name; all are anchored to things that prose does
// not write: a tag's name, an identifier with an underscore or an equals sign in brackets.
//
//     "{source}<script async src=\"x\"></script>{/source}"  ->  ""                 (template-braces)
//     "[ad_1] Rain fell in [the] north. <br>"               ->  " Rain fell in [the] north. "   (short-code, stray-tag)

#include "reading/text/leftovers.h"

#include <QRegularExpression>
#include <QStringList>
#include <array>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

struct LeftoverRule {
    const char *name;
    const char *pattern;
    const char *replacement;
    bool isTag = false; ///< one such thing alone may be quoted by the text ("the <p> tag"); two are markup
};

// A gap as long as a line or a script may be, never the whole text: an unclosed brace must not eat the article.
constexpr std::array kRules{
    LeftoverRule{"template-braces", "\\{(source|loadposition|loadmodule|youtube|gallery|module|vimeo|audio|video)\\b[^{}\\n]{0,200}\\}[\\s\\S]{0,8000}?\\{/\\1\\}", "\n"},
    LeftoverRule{"lone-template-brace", "\\{/?(source|loadposition|loadmodule|youtube|gallery|module|vimeo|audio|video|mosimage|jcomments|rokbox)\\b[^{}\\n]{0,200}\\}", "\n"},
    LeftoverRule{"double-braces", "\\{\\{[^{}\\n]{0,200}\\}\\}|\\{%[^{}\\n]{0,200}%\\}", ""},
    LeftoverRule{"script", "<(script|style|iframe|noscript|ins)\\b[^<>]{0,4000}>[\\s\\S]{0,8000}?</\\1\\s*>", "\n"},
    LeftoverRule{"comment", "<!--[\\s\\S]{0,8000}?-->", ""},
    LeftoverRule{"breaking-tag", "</?(?:p|br|div|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|figure|hr)\\b[^<>]{0,1000}>", "\n", true},
    LeftoverRule{"stray-tag", "</?(?:a|abbr|b|big|body|center|cite|code|em|embed|figcaption|font|form|head|html|i|iframe|img|input|ins|label|link|meta|noscript|object|q|s|script|small|span|strike|strong|style|sub|sup|svg|tbody|td|th|thead|title|tt|u|video)\\b[^<>]{0,4000}>", "", true},
    LeftoverRule{"short-code", "\\[/?(?:ad|ads|embed|caption|gallery|audio|video|playlist|youtube|vimeo|tweet|twitter|instagram|shortcode|contact-form-7|adrotate|adinserter|quads|newsletter|rev_slider|vc|et|fusion|wp|su|mc4wp)(?:[_-][\\w-]{1,40}|\\s+[\\w-]{1,30}\\s*=[^\\[\\]\\n]{0,400}|\\s*/)?\\]", ""},
    LeftoverRule{"named-short-code", "\\[/?[a-z][a-z0-9]*_[a-z0-9_]{1,40}(?:\\s[^\\[\\]\\n]{0,400})?\\]", ""},
    LeftoverRule{"short-code-with-settings", "\\[/?[a-z][a-z0-9-]{1,30}\\s+[a-z_-]{2,30}=(?:[\"'\\x{201C}\\x{201D}\\x{2033}]|https?:)[^\\[\\]\\n]{0,400}\\]", ""},
    LeftoverRule{"bulletin-board-code", "\\[(b|i|u|url|img|quote|color|size|center|left|right|list)(?:=[^\\[\\]\\n]{1,300})?\\]([\\s\\S]{0,4000}?)\\[/\\1\\]", "\\2"},
    LeftoverRule{"closing-short-code", "\\[/[a-z][a-z0-9_-]{1,30}\\]", ""},
    LeftoverRule{"script-line", "(?m)^[ \\t]*(?:\\(adsbygoogle = window\\.adsbygoogle|googletag\\.|window\\.\\w+ ?=|var \\w+ ?=|document\\.(?:write|getElement)|\\(function ?\\([\\w, $]{0,40}\\) ?\\{|!function ?\\(|(?:\\$|jQuery)\\(document\\)\\.ready\\(|(?:gtag|fbq|ga)\\(['\"]|_gaq\\.push\\()[^\\n]{0,2000}$", ""},
    LeftoverRule{"style-line", "(?m)^[ \\t]*(?:[.#][a-z][\\w-]*|@media|@import|@font-face)[^{}\\n]{0,200}\\{[^\\n]{0,300}[a-z-]{2,30}\\s*:[^\\n]{1,1500}\\}[ \\t]*$", ""},
};

QString decodedEntities(QString text)
{
    static const QRegularExpression kEntity(u"&(amp|quot|apos|nbsp|lt|gt|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip|#39|#8217|#8216|#8220|#8221|#8211|#8212|#8230|#160|#038);"_s);
    if (!text.contains(u'&') || !kEntity.match(text).hasMatch())
        return text;
    static const QHash<QString, QString> kMeaning{
        {u"quot"_s, u"\""_s}, {u"apos"_s, u"'"_s}, {u"#39"_s, u"'"_s}, {u"nbsp"_s, u" "_s}, {u"#160"_s, u" "_s}, {u"lt"_s, u"<"_s}, {u"gt"_s, u">"_s}, {u"rsquo"_s, u"\u2019"_s}, {u"#8217"_s, u"\u2019"_s}, {u"lsquo"_s, u"\u2018"_s}, {u"#8216"_s, u"\u2018"_s}, {u"ldquo"_s, u"\u201C"_s}, {u"#8220"_s, u"\u201C"_s}, {u"rdquo"_s, u"\u201D"_s}, {u"#8221"_s, u"\u201D"_s}, {u"ndash"_s, u"\u2013"_s}, {u"#8211"_s, u"\u2013"_s}, {u"mdash"_s, u"\u2014"_s}, {u"#8212"_s, u"\u2014"_s}, {u"hellip"_s, u"\u2026"_s}, {u"#8230"_s, u"\u2026"_s}, {u"amp"_s, u"&"_s}, {u"#038"_s, u"&"_s}};
    QString decoded;
    qsizetype done = 0;
    auto matches = kEntity.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        decoded += QStringView(text).sliced(done, match.capturedStart() - done);
        decoded += kMeaning.value(match.captured(1));
        done = match.capturedEnd();
    }
    decoded += QStringView(text).sliced(done);
    return decoded;
}

struct CompiledRule {
    QRegularExpression pattern;
    QString replacement;
    bool isTag = false;
};

bool hasTwoTags(const QString &text)
{
    static const QRegularExpression kTag(u"</?[a-z][a-z0-9]*(?:\\s[^<>]{0,4000})?/?>"_s, QRegularExpression::CaseInsensitiveOption);
    auto tags = kTag.globalMatch(text);
    if (!tags.hasNext())
        return false;
    const QRegularExpressionMatch first = tags.next();
    return tags.hasNext() || first.captured().startsWith("<br"_L1, Qt::CaseInsensitive);
}

} // namespace

QString withoutLeftovers(QStringView text)
{
    static const QList<CompiledRule> kCompiled = [] {
        QList<CompiledRule> compiled;
        for (const LeftoverRule &rule : kRules) {
            compiled.append({QRegularExpression(QString::fromLatin1(rule.pattern), QRegularExpression::CaseInsensitiveOption), QString::fromLatin1(rule.replacement), rule.isTag});
            Q_ASSERT_X(compiled.last().pattern.isValid(), rule.name, "no valid pattern");
        }
        return compiled;
    }();
    QString kept = text.toString();
    if (kept.contains(u'<') || kept.contains(u'[') || kept.contains(u'{') || kept.contains(u'=')) {
        const bool isMarkup = hasTwoTags(kept);
        for (const CompiledRule &rule : kCompiled) {
            if (isMarkup || !rule.isTag)
                kept.replace(rule.pattern, rule.replacement);
        }
    }
    return decodedEntities(std::move(kept));
}

} // namespace variorum::reading
