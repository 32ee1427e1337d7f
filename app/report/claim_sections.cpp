#include "report/sections.h"
#include "report/wording.h"

#include <algorithm>
#include <set>

namespace variorum::report {

namespace {

Paragraph paragraph(ParagraphRole role, const QString &text, Tone tone = Tone::Plain)
{
    return {.role = role, .runs = {{.text = text, .tone = tone, .link = {}}}, .anchor = {}, .severity = {}};
}

Heading claimHeading(const model::Claim &claim)
{
    const QString text = claimTitle(claim);
    return {.level = 3, .text = text, .anchor = QStringLiteral("claim-%1").arg(claim.id.value), .outline = text, .severity = {}, .eyebrow = {}};
}

/// Every statement of the claim, in its sentence.
void appendSources(Blocks &blocks, const SourceBook &sources, const model::Claim &claim)
{
    for (const base::StatementId id : claim.statements) {
        const model::Statement *statement = sources.index().statement(id);
        if (!statement)
            continue;
        blocks.push_back(sources.sourceLine(*statement));
        blocks.push_back(sources.passage(statement->article, statement->place, *statement));
    }
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

void appendClaims(Blocks &blocks, const SourceBook &sources, model::ClaimStatus status)
{
    const model::Comparison &comparison = sources.index().comparison();
    const bool hasManyStories = comparison.stories.size() > 1;
    std::optional<base::StoryId> story;
    for (const model::Claim &claim : comparison.claims) {
        if (claim.status != status)
            continue;
        if (hasManyStories && story != claim.story) {
            story = claim.story;
            const model::Story *named = sources.index().story(claim.story);
            blocks.push_back(Heading{.level = 2, .text = named ? named->title : QString(), .anchor = {}, .outline = {}, .severity = {}, .eyebrow = {}});
        }
        if (status == model::ClaimStatus::Agreed) {
            blocks.push_back(claimHeading(claim));
            blocks.push_back(paragraph(ParagraphRole::Note,
                                       counted(sourceCount(sources, claim), QStringLiteral("source"), QStringLiteral("sources")) + QStringLiteral("  ·  ")
                                           + counted(claim.independentOrigins, QStringLiteral("independent origin"), QStringLiteral("independent origins")),
                                       Tone::Quiet));
        }
        appendSources(blocks, sources, claim);
        if (const auto silent = sources.silentNote(claim))
            blocks.push_back(*silent);
    }
}

} // namespace

void appendAgreedClaims(Blocks &blocks, const SourceBook &sources)
{
    blocks.push_back(Heading{.level = 1, .text = QStringLiteral("What they agree on"), .anchor = QString(kAgreeAnchor), .outline = QStringLiteral("What they agree on"), .severity = {}, .eyebrow = {}});
    if (std::ranges::count(sources.index().comparison().claims, model::ClaimStatus::Agreed, &model::Claim::status) == 0)
        blocks.push_back(paragraph(ParagraphRole::Body, QStringLiteral("No claim is made alike by two of these sources.")));
    appendClaims(blocks, sources, model::ClaimStatus::Agreed);
}

void appendSingleClaims(Blocks &blocks, const SourceBook &sources)
{
    blocks.push_back(Heading{.level = 1, .text = QStringLiteral("Reported by one source only"), .anchor = QString(kSingleAnchor), .outline = QStringLiteral("Reported by one source only"), .severity = {}, .eyebrow = {}});
    if (std::ranges::count(sources.index().comparison().claims, model::ClaimStatus::SingleSource, &model::Claim::status) == 0)
        blocks.push_back(paragraph(ParagraphRole::Body, QStringLiteral("Every claim is made by more than one source.")));
    appendClaims(blocks, sources, model::ClaimStatus::SingleSource);
}

} // namespace variorum::report
