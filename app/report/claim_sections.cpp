#include "report/sections.h"
#include "report/wording.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace variorum::report {

namespace {

Paragraph paragraph(ParagraphRole role, const QString &text, Tone tone = Tone::Plain)
{
    return {.role = role, .runs = {{.text = text, .tone = tone, .link = {}}}, .anchor = {}, .severity = {}};
}

qsizetype sourceCount(const SourceBook &sources, const model::Claim &claim)
{
    std::set<base::ArticleId> articles;
    for (const base::StatementId id : claim.statements) {
        if (const model::Statement *statement = sources.index().statement(id))
            articles.insert(statement->article);
    }
    return std::ssize(articles);
}

Heading claimHeading(const SourceBook &sources, const model::Claim &claim)
{
    const QString text = sources.title(claim);
    const QString counts = counted(sourceCount(sources, claim), QStringLiteral("source"), QStringLiteral("sources")) + QStringLiteral("  ·  ")
        + counted(claim.independentOrigins, QStringLiteral("independent origin"), QStringLiteral("independent origins"));
    return {.level = 3, .text = text, .anchor = QStringLiteral("claim-%1").arg(claim.id.value), .outline = text, .severity = {}, .eyebrow = {{.text = counts, .tone = Tone::Quiet, .link = {}}}};
}

/// Every statement of the claim, in its sentence.
void appendSources(Blocks &blocks, const SourceBook &sources, const model::Claim &claim)
{
    std::vector<SourceBook::Quoted> quoted;
    for (const base::StatementId id : claim.statements) {
        if (const model::Statement *statement = sources.index().statement(id))
            quoted.push_back({.statement = statement, .place = statement->place});
    }
    for (Paragraph &paragraph : sources.quoted(quoted, {}))
        blocks.push_back(std::move(paragraph));
}

using PlacesByArticle = std::unordered_map<base::ArticleId, std::vector<model::TextPlace>>;

/// What each article alone says, in the order of its text.
PlacesByArticle singlePlaces(const SourceBook &sources)
{
    PlacesByArticle places;
    for (const model::Claim &claim : sources.index().comparison().claims) {
        if (standingOf(sources, claim) != Standing::Single)
            continue;
        for (const base::StatementId id : claim.statements) {
            if (const model::Statement *statement = sources.index().statement(id))
                places[statement->article].push_back(statement->place);
        }
    }
    for (auto &[article, ofOne] : places)
        std::ranges::sort(ofOne);
    return places;
}

/// The sentence with every place in it marked; places that meet are marked as one.
Paragraph markedSentence(const QString &text, const base::TextSpan &sentence, const std::vector<model::TextPlace> &places)
{
    Paragraph passage{.role = ParagraphRole::Passage, .runs = {}, .anchor = {}, .severity = {}};
    const auto add = [&](qsizetype begin, qsizetype end, Tone tone) {
        if (begin < end)
            passage.runs.push_back({.text = text.sliced(begin, end - begin), .tone = tone, .link = {}});
    };
    qsizetype done = sentence.begin;
    for (const model::TextPlace &place : places) {
        add(done, place.span.begin, Tone::Plain);
        const qsizetype begin = std::max(done, place.span.begin);
        add(begin, place.span.end, Tone::Issue);
        done = std::max(begin, place.span.end);
    }
    add(done, sentence.end, Tone::Plain);
    const QString all = text.sliced(sentence.begin, sentence.length());
    const QString whole = balanced(all);
    if (whole.size() > all.size() && whole.startsWith(all))
        passage.runs.push_back({.text = whole.sliced(all.size()), .tone = Tone::Plain, .link = {}});
    else if (whole.size() > all.size())
        passage.runs.insert(passage.runs.begin(), Run{.text = whole.chopped(all.size()), .tone = Tone::Plain, .link = {}});
    return passage;
}

/// Its sentences, each once however many claims it makes.
void appendSentences(Blocks &blocks, const model::Article &article, const std::vector<model::TextPlace> &places)
{
    for (auto place = places.begin(); place != places.end();) {
        base::TextSpan sentence = sentenceAround(article, *place);
        std::vector<model::TextPlace> inside;
        for (; place != places.end() && (inside.empty() || (place->field == inside.front().field && place->span.begin < sentence.end)); ++place) {
            sentence = sentence.united(sentenceAround(article, *place));
            inside.push_back(*place);
        }
        if (!sentence.isEmpty())
            blocks.push_back(markedSentence(model::textOf(article, inside.front().field), sentence, inside));
    }
}

/// The claims of one standing, by story.
void appendClaims(Blocks &blocks, const SourceBook &sources, Standing standing)
{
    const model::Comparison &comparison = sources.index().comparison();
    std::optional<base::StoryId> story;
    for (const model::Claim &claim : comparison.claims) {
        if (standingOf(sources, claim) != standing)
            continue;
        if (comparison.stories.size() > 1 && story != claim.story) {
            story = claim.story;
            const model::Story *named = sources.index().story(claim.story);
            blocks.push_back(Heading{.level = 2, .text = named ? named->title : QString(), .anchor = {}, .outline = {}, .severity = {}, .eyebrow = {}});
        }
        blocks.push_back(claimHeading(sources, claim));
        appendSources(blocks, sources, claim);
        if (const auto silent = sources.silentNote(claim))
            blocks.push_back(*silent);
    }
}

bool hasAny(const SourceBook &sources, Standing standing)
{
    return std::ranges::any_of(sources.index().comparison().claims, [&](const model::Claim &claim) { return standingOf(sources, claim) == standing; });
}

void appendSection(Blocks &blocks, const QString &title, QLatin1String anchor, const QString &intro)
{
    blocks.push_back(Heading{.level = 1, .text = title, .anchor = QString(anchor), .outline = title, .severity = {}, .eyebrow = {}});
    blocks.push_back(paragraph(ParagraphRole::Body, intro));
}

} // namespace

Standing standingOf(const SourceBook &sources, const model::Claim &claim)
{
    if (claim.status == model::ClaimStatus::Divergent)
        return Standing::Divergent;
    if (sources.isHeadingOnly(claim))
        return Standing::None;
    if (claim.status == model::ClaimStatus::SingleSource)
        return Standing::Single;
    return claim.independentOrigins >= 2 ? Standing::Agreed : Standing::Reprinted;
}

void appendAgreedClaims(Blocks &blocks, const SourceBook &sources)
{
    const bool agreed = hasAny(sources, Standing::Agreed);
    appendSection(blocks, QStringLiteral("What they agree on"), kAgreeAnchor, agreed ? QStringLiteral("Claims that two independent origins or more make alike.") : QStringLiteral("No claim is made alike by two independent origins."));
    appendClaims(blocks, sources, Standing::Agreed);
    if (!hasAny(sources, Standing::Reprinted))
        return;
    appendSection(blocks, QStringLiteral("Reported by one origin, reprinted by others"), kReprintedAnchor, QStringLiteral("Several outlets print these, yet all have them from one text or one source: that is no agreement."));
    appendClaims(blocks, sources, Standing::Reprinted);
}

void appendSingleClaims(Blocks &blocks, const SourceBook &sources)
{
    const model::Comparison &comparison = sources.index().comparison();
    appendSection(blocks, QStringLiteral("Reported by one source only"), kSingleAnchor,
                  hasAny(sources, Standing::Single) ? QStringLiteral("What only one outlet says is marked in its sentences.") : QStringLiteral("Every claim is made by more than one source."));
    const PlacesByArticle single = singlePlaces(sources);
    for (const model::Article &article : comparison.articles) {
        const auto found = article.id ? single.find(*article.id) : single.end();
        if (found == single.end())
            continue;
        const std::vector<model::TextPlace> &places = found->second;
        const QString outlet = model::outletLabel(article);
        Runs eyebrow{sources.reference(*article.id)};
        eyebrow.push_back({.text = QStringLiteral("  ") + counted(std::ssize(places), QStringLiteral("claim"), QStringLiteral("claims")), .tone = Tone::Quiet, .link = {}});
        blocks.push_back(Heading{.level = 3, .text = outlet, .anchor = QStringLiteral("single-%1").arg(article.id->value), .outline = outlet, .severity = {}, .eyebrow = eyebrow});
        appendSentences(blocks, article, places);
    }
}

} // namespace variorum::report
