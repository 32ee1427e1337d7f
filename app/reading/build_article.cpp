#include "reading/build_article.h"

#include "reading/clean_text.h"
#include "reading/site_names.h"
#include "reading/text/block_rules.h"
#include "reading/text/corrections.h"
#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

const QString kParting = u"\n\n"_s;

void keepStart(const QString &text, qsizetype maxUnits, model::BlockKind kind, model::Article &article)
{
    article.text = text.left(maxUnits);
    if (!article.text.isEmpty() && article.text.back().isHighSurrogate())
        article.text.chop(1);
    if (!article.text.isEmpty())
        article.blocks.push_back({kind, {0, article.text.size()}});
}

void joinBlocks(const std::vector<DraftBlock> &blocks, qsizetype maxUnits, model::Article &article)
{
    for (const DraftBlock &block : blocks) {
        const QString text = cleanCharacters(block.text).simplified();
        if (text.isEmpty())
            continue;
        const qsizetype begin = article.text.isEmpty() ? 0 : article.text.size() + kParting.size();
        if (begin + text.size() > maxUnits) {
            if (begin == 0) // no paragraph fits: better the start of the first than nothing
                keepStart(text, maxUnits, block.kind, article);
            article.problems.push_back({base::ErrorCode::TooLarge, {}, u"only the first %1 characters were kept"_s.arg(article.text.size())});
            return;
        }
        if (begin > 0)
            article.text += kParting;
        article.text += text;
        article.blocks.push_back({block.kind, {begin, begin + text.size()}});
    }
}

void settle(const Draft &draft, model::Article &article)
{
    const auto take = [&draft, &article](MetadataField field) -> std::optional<QStringList> {
        const Finding *best = draft.best(field);
        if (!best)
            return std::nullopt;
        article.metadataSources.insert_or_assign(field, best->source);
        QStringList values;
        for (const QString &value : best->values)
            values.append(cleanCharacters(value).simplified());
        return values;
    };
    const auto takeOne = [&take](MetadataField field) -> std::optional<QString> {
        const std::optional<QStringList> values = take(field);
        return values ? std::optional(values->front()) : std::nullopt;
    };
    const auto takeDate = [&takeOne](MetadataField field) -> std::optional<model::NewsDate> {
        const std::optional<QString> value = takeOne(field);
        return value ? model::NewsDate::fromIsoString(*value) : std::nullopt;
    };
    article.outlet = takeOne(MetadataField::Outlet);
    article.title = takeOne(MetadataField::Title);
    if (article.title)
        article.title = withoutSiteName(*article.title, article.outlet);
    article.authors = take(MetadataField::Authors).value_or(QStringList());
    article.agencies = take(MetadataField::Agency).value_or(QStringList());
    article.published = takeDate(MetadataField::Published);
    article.updated = takeDate(MetadataField::Updated);
    if (article.published) {
        article.publishedBasis = model::DateBasis::Stated;
    } else if (article.updated) {
        // All that is known: it was out by then.
        article.published = article.updated;
        article.publishedBasis = model::DateBasis::Inferred;
        article.metadataSources.insert_or_assign(MetadataField::Published, article.metadataSources.at(MetadataField::Updated));
    }
    article.dateline = takeOne(MetadataField::Dateline);
    article.url = takeOne(MetadataField::Url);
    article.language = takeOne(MetadataField::Language);
}

void judge(model::Article &article, const std::optional<base::Error> &failure = {})
{
    if (article.text.isEmpty()) {
        article.outcome = model::ReadOutcome::NotRead;
        article.problems.push_back(failure.value_or(base::Error{base::ErrorCode::NoArticleText, {}, {}}));
    } else if (!article.problems.empty()) {
        article.outcome = model::ReadOutcome::Partly;
    }
}

} // namespace

std::optional<QString> languageByWords(QStringView text)
{
    static const QSet<QString> kEnglish{u"the"_s, u"of"_s, u"and"_s, u"to"_s, u"in"_s, u"a"_s, u"is"_s, u"that"_s, u"for"_s, u"was"_s, u"on"_s, u"with"_s, u"as"_s, u"it"_s, u"by"_s,
                                        u"at"_s, u"from"_s, u"his"_s, u"be"_s, u"are"_s, u"has"_s, u"have"_s, u"this"_s, u"were"_s, u"which"_s, u"who"_s, u"said"_s, u"not"_s, u"had"_s, u"their"_s};
    constexpr qsizetype kEnough = 20'000;
    const QStringList words = foldedLine(text.left(kEnough)).split(u' ', Qt::SkipEmptyParts);
    const auto english = std::count_if(words.begin(), words.end(), [](const QString &word) { return kEnglish.contains(word); });
    // English news has 35 to 45 such words in a hundred; other languages share "a", "is" and "in" and stay below 12.
    return words.size() >= 8 && english * 100 >= 22 * words.size() ? std::optional(u"en"_s) : std::nullopt;
}

model::Article buildArticle(Draft draft, const ReadOptions &options)
{
    takeCorrections(draft);
    applyBlockRules(draft);
    model::Article article;
    article.mediaType = draft.mediaType;
    article.charset = draft.charset;
    article.problems = std::move(draft.problems);
    joinBlocks(draft.blocks, options.maxTextUnits, article);
    for (const QString &caption : std::as_const(draft.captions)) {
        const QString text = cleanCharacters(caption).simplified();
        if (!text.isEmpty() && !article.captions.contains(text))
            article.captions.append(text);
    }
    for (const QString &notice : std::as_const(draft.corrections))
        article.corrections.append(cleanCharacters(notice).simplified());
    settle(draft, article);
    if (!article.language) {
        article.language = languageByWords(article.text);
        if (article.language)
            article.metadataSources.insert_or_assign(MetadataField::Language, u"text"_s);
    }
    judge(article, draft.failure);
    return article;
}

model::Article plainArticle(const QString &text, const ReadOptions &options)
{
    model::Article article;
    article.mediaType = u"text/plain"_s;
    article.text = cleanCharacters(text, Cleaning::Faithful);
    if (article.text.size() > options.maxTextUnits) {
        const qsizetype cut = article.text.lastIndexOf(kParting, options.maxTextUnits);
        article.text.truncate(cut > 0 ? cut : options.maxTextUnits);
        if (!article.text.isEmpty() && article.text.back().isHighSurrogate())
            article.text.chop(1);
        article.problems.push_back({base::ErrorCode::TooLarge, {}, u"only the first %1 characters were kept"_s.arg(article.text.size())});
    }
    for (qsizetype begin = 0; begin < article.text.size();) {
        const qsizetype parting = article.text.indexOf(kParting, begin);
        const qsizetype end = parting < 0 ? article.text.size() : parting;
        if (end > begin)
            article.blocks.push_back({model::BlockKind::Paragraph, {begin, end}});
        begin = end + kParting.size();
    }
    judge(article);
    return article;
}

} // namespace variorum::reading
