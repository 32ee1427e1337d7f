#include "reading/build_article.h"

#include "reading/clean_text.h"
#include "reading/language_of.h"
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
    // A bar in the headline itself parts nothing off, unless it is the outlet's name.
    const bool isHeadline = article.title && draft.best(MetadataField::Title)->trust == Trust::Headline;
    if (article.title)
        article.title = withoutSiteName(*article.title, article.outlet, isHeadline ? SiteName::Known : SiteName::Guessed);
    article.authors = take(MetadataField::Authors).value_or(QStringList());
    article.agencies = take(MetadataField::Agency).value_or(QStringList());
    article.published = takeDate(MetadataField::Published);
    article.updated = takeDate(MetadataField::Updated);
    if (article.published) {
        const bool isStated = draft.best(MetadataField::Published)->trust != Trust::Properties;
        article.publishedBasis = isStated ? model::DateBasis::Stated : model::DateBasis::Inferred;
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
    } else if (std::any_of(article.problems.begin(), article.problems.end(), [](const base::Error &problem) { return problem.code != base::ErrorCode::OnlySummary; })) {
        article.outcome = model::ReadOutcome::Partly;
    }
}

void settleLanguage(model::Article &article)
{
    const LanguageChoice choice = chooseLanguage(article.language, article.title.value_or(QString()), article.text);
    article.language = choice.language;
    if (choice.isFromText)
        article.metadataSources.insert_or_assign(MetadataField::Language, u"text"_s);
}

/// Said of an article that was read whole: it makes no part of it missing.
void tellIfNotCompared(model::Article &article)
{
    constexpr qsizetype kSomeText = 400; // a shorter text without a language may be anything
    const std::optional<base::Error> reason = model::whyNotCompared(article);
    if (reason && (article.language || article.text.size() >= kSomeText))
        article.problems.push_back(*reason);
}

} // namespace

model::Article buildArticle(Draft draft, const ReadOptions &options)
{
    takeCorrections(draft);
    applyBlockRules(draft);
    model::Article article;
    article.member = cleanCharacters(draft.member).simplified();
    article.mediaType = draft.mediaType;
    article.charset = draft.charset;
    article.problems = std::move(draft.problems);
    joinBlocks(draft.blocks, options.maxTextUnits, article);
    QSet<QString> captions;
    for (const QString &caption : std::as_const(draft.captions)) {
        const QString text = cleanCharacters(caption).simplified();
        if (text.isEmpty() || captions.contains(text))
            continue;
        captions.insert(text);
        article.captions.append(text);
    }
    for (const QString &notice : std::as_const(draft.corrections))
        article.corrections.append(cleanCharacters(notice).simplified());
    settle(draft, article);
    settleLanguage(article);
    judge(article, draft.failure);
    tellIfNotCompared(article);
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
