// What scrapers leave behind in text. Each rule is one pattern with its name; all are anchored to things that prose does
// not write: a tag's name, an identifier with an underscore or an equals sign in brackets. What has an opening and a closing
// part is looked for from the closing part: text that opens a thing half a million times and never closes it costs no more
// than any other.
//
//     "{source}<script async src=\"x\"></script>{/source}"  ->  ""                 (template-braces)
//     "[ad_1] Rain fell in [the] north. <br>"               ->  " Rain fell in [the] north. "   (short-code, stray-tag)

#include "reading/text/leftovers.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

struct LeftoverRule {
    const char *name;
    const char *pattern;
    const char *replacement;
    bool isTag = false; ///< one such thing alone may be quoted by the text ("the <p> tag"); two are markup
};

/// What stands between two marks. Group 1 of the opening mark, where there is one, is the closing mark's name.
struct PairRule {
    const char *name;
    const char *opening;
    const char *closing; ///< NAME stands for the name
    qsizetype longest; ///< between the marks: as a script may be, never the whole text, since an unclosed brace must not eat it
    bool keepsInside = false;
};

constexpr std::array kPairRules{
    PairRule{"template-braces", "\\{(source|loadposition|loadmodule|youtube|gallery|module|vimeo|audio|video)\\b[^{}\\n]{0,200}\\}", "\\{/NAME\\}", 8'000},
    PairRule{"script", "<(script|style|iframe|noscript|ins)\\b[^<>]{0,4000}>", "</NAME\\s*>", 8'000},
    PairRule{"comment", "<!--", "-->", 8'000},
    PairRule{"bulletin-board-code", "\\[(b|i|u|url|img|quote|color|size|center|left|right|list)(?:=[^\\[\\]\\n]{1,300})?\\]", "\\[/NAME\\]", 4'000, true},
};

constexpr std::array kRules{
    LeftoverRule{"lone-template-brace", "\\{/?(source|loadposition|loadmodule|youtube|gallery|module|vimeo|audio|video|mosimage|jcomments|rokbox)\\b[^{}\\n]{0,200}\\}", "\n"},
    LeftoverRule{"double-braces", "\\{\\{[^{}\\n]{0,200}\\}\\}|\\{%[^{}\\n]{0,200}%\\}", ""},
    LeftoverRule{"breaking-tag", "</?(?:p|br|div|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|figure|hr)\\b[^<>]{0,1000}>", "\n", true},
    LeftoverRule{"stray-tag", "</?(?:a|abbr|b|big|body|center|cite|code|em|embed|figcaption|font|form|head|html|i|iframe|img|input|ins|label|link|meta|noscript|object|q|s|script|small|span|strike|strong|style|sub|sup|svg|tbody|td|th|thead|title|tt|u|video)\\b[^<>]{0,4000}>", "", true},
    LeftoverRule{"short-code", "\\[/?(?:ad|ads|embed|caption|gallery|audio|video|playlist|youtube|vimeo|tweet|twitter|instagram|shortcode|contact-form-7|adrotate|adinserter|quads|newsletter|rev_slider|vc|et|fusion|wp|su|mc4wp)(?:[_-][\\w-]{1,40}|\\s+[\\w-]{1,30}\\s*=[^\\[\\]\\n]{0,400}|\\s*/)?\\]", ""},
    LeftoverRule{"named-short-code", "\\[/?[a-z][a-z0-9]*_[a-z0-9_]{1,40}(?:\\s[^\\[\\]\\n]{0,400})?\\]", ""},
    LeftoverRule{"short-code-with-settings", "\\[/?[a-z][a-z0-9-]{1,30}\\s+[a-z_-]{2,30}=(?:[\"'\\x{201C}\\x{201D}\\x{2033}]|https?:)[^\\[\\]\\n]{0,400}\\]", ""},
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

/// Where the next mark of a name stands; every part of the text is searched once for each name.
class ClosingMarks {
public:
    ClosingMarks(const QString &text, const char *pattern)
        : m_text(text)
        , m_pattern(QString::fromLatin1(pattern))
    {
    }

    struct Mark {
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    /// The first one at or behind a place; begin is the text's size where there is none. Places must not go back.
    Mark after(qsizetype place, const QString &name)
    {
        auto known = m_next.find(name);
        if (known == m_next.end())
            known = m_next.insert(name, Search{QRegularExpression(QString(m_pattern).replace(u"NAME"_s, name), QRegularExpression::CaseInsensitiveOption), {-1, -1}});
        if (known->mark.begin < place) {
            const QRegularExpressionMatch match = known->pattern.match(m_text, place);
            known->mark = match.hasMatch() ? Mark{match.capturedStart(), match.capturedEnd()} : Mark{m_text.size(), m_text.size()};
        }
        return known->mark;
    }

private:
    struct Search {
        QRegularExpression pattern;
        Mark mark;
    };

    const QString &m_text;
    QString m_pattern;
    QHash<QString, Search> m_next;
};

struct Cut {
    qsizetype begin = 0;
    qsizetype end = 0;
};

QString withoutCuts(const QString &text, std::vector<Cut> cuts, QLatin1StringView replacement)
{
    std::sort(cuts.begin(), cuts.end(), [](const Cut &one, const Cut &other) { return one.begin < other.begin; });
    QString kept;
    kept.reserve(text.size());
    qsizetype done = 0;
    for (const Cut &cut : cuts) {
        if (cut.begin < done) // the closing mark of two
            continue;
        kept += QStringView(text).sliced(done, cut.begin - done);
        kept += replacement;
        done = cut.end;
    }
    kept += QStringView(text).sliced(done);
    return kept;
}

QString withoutPairs(const QString &text, const PairRule &rule, const QRegularExpression &opening)
{
    ClosingMarks closings(text, rule.closing);
    std::vector<Cut> cuts;
    qsizetype from = 0;
    auto openings = opening.globalMatch(text);
    while (openings.hasNext()) {
        const QRegularExpressionMatch open = openings.next();
        if (open.capturedStart() < from)
            continue;
        const ClosingMarks::Mark close = closings.after(open.capturedEnd(), open.captured(1).toLower());
        if (close.begin == text.size() || close.begin - open.capturedEnd() > rule.longest)
            continue;
        if (rule.keepsInside) {
            cuts.push_back({open.capturedStart(), open.capturedEnd()});
            cuts.push_back({close.begin, close.end});
        } else {
            cuts.push_back({open.capturedStart(), close.end});
            from = close.end;
        }
    }
    return cuts.empty() ? text : withoutCuts(text, std::move(cuts), rule.keepsInside ? ""_L1 : "\n"_L1);
}

QString withoutAllPairs(QString text)
{
    static const std::array<QRegularExpression, kPairRules.size()> kOpenings = [] {
        std::array<QRegularExpression, kPairRules.size()> openings;
        for (size_t at = 0; at < openings.size(); ++at)
            openings[at] = QRegularExpression(QString::fromLatin1(kPairRules[at].opening), QRegularExpression::CaseInsensitiveOption);
        return openings;
    }();
    for (size_t at = 0; at < kOpenings.size(); ++at)
        text = withoutPairs(text, kPairRules[at], kOpenings[at]);
    return text;
}

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
        kept = withoutAllPairs(std::move(kept));
        for (const CompiledRule &rule : kCompiled) {
            if (isMarkup || !rule.isTag)
                kept.replace(rule.pattern, rule.replacement);
        }
    }
    return decodedEntities(std::move(kept));
}

} // namespace variorum::reading
