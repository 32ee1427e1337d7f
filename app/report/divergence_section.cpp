#include "model/names.h"
#include "report/sections.h"
#include "report/wording.h"

#include <algorithm>
#include <set>

namespace variorum::report {

namespace {

QString groupTitle(model::Severity severity, qsizetype count)
{
    switch (severity) {
    case model::Severity::Conflict: return counted(count, QStringLiteral("conflict"), QStringLiteral("conflicts"));
    case model::Severity::Internal: return counted(count, QStringLiteral("contradiction within one article"), QStringLiteral("contradictions within one article"));
    case model::Severity::Refinement: return counted(count, QStringLiteral("refinement"), QStringLiteral("refinements"));
    case model::Severity::Wording: return counted(count, QStringLiteral("difference in wording"), QStringLiteral("differences in wording"));
    }
    return {};
}

/// A quotation's words often end in the comma before "he said".
QString withoutHangingMark(const QString &text)
{
    static const QString kHanging = QStringLiteral(",;:");
    return !text.isEmpty() && kHanging.contains(text.back()) ? text.chopped(1) : text;
}

QString valueWords(const SourceBook &sources, const model::DivergentValue &value)
{
    if (value.evidence.empty())
        return readableValue(value.value);
    const model::Evidence &first = value.evidence.front();
    const model::Article *article = sources.index().article(first.article);
    if (!article)
        return readableValue(value.value);
    const Passage passage = passageAround(*article, first.place, first.place);
    constexpr qsizetype kShort = 90;
    if (passage.words.isEmpty() || passage.words.size() > kShort)
        return elided(readableValue(value.value), kShort);
    return withoutHangingMark(passage.words);
}

} // namespace

QString valueLabel(const SourceBook &sources, const model::Divergence &divergence, const model::DivergentValue &value)
{
    const QString words = valueWords(sources, value);
    const bool isShared = std::ranges::any_of(divergence.values, [&](const model::DivergentValue &other) {
        return &other != &value && valueWords(sources, other).compare(words, Qt::CaseInsensitive) == 0;
    });
    return isShared && words != value.value ? QStringLiteral("%1 (%2)").arg(words, readableValue(value.value)) : words;
}

namespace {

void appendValue(Blocks &blocks, const SourceBook &sources, const model::Divergence &divergence, const model::DivergentValue &value)
{
    const QString words = valueLabel(sources, divergence, value);
    const QString normalForm = withoutHangingMark(readableValue(value.value));
    Paragraph head{.role = ParagraphRole::Value, .runs = {{.text = capitalised(words), .tone = Tone::Strong, .link = {}}}, .anchor = {}, .severity = divergence.severity};
    QStringList details;
    constexpr qsizetype kLongest = 60; // longer ones are quotations, not values
    if (!normalForm.isEmpty() && normalForm.size() <= kLongest && !words.startsWith(value.value, Qt::CaseInsensitive) && !words.contains(normalForm, Qt::CaseInsensitive)) // "212 passengers" needs no "212 passenger"
        details += QStringLiteral("read as ") + normalForm;
    details += counted(value.independentOrigins, QStringLiteral("independent origin"), QStringLiteral("independent origins"));
    head.runs.push_back({.text = QStringLiteral("   ") + details.join(QStringLiteral("  ·  ")), .tone = Tone::Quiet, .link = {}});
    blocks.push_back(head);
    std::vector<SourceBook::Quoted> quoted;
    for (const model::Evidence &evidence : value.evidence) {
        if (const model::Statement *statement = sources.index().statement(evidence.statement))
            quoted.push_back({.statement = statement, .place = evidence.place});
    }
    for (Paragraph &paragraph : sources.quoted(quoted, divergence.severity))
        blocks.push_back(std::move(paragraph));
}

/// "≠  Conflict  ·  quantity"
Runs eyebrow(const model::Divergence &divergence, const model::Story *story)
{
    QString rest = QStringLiteral("  ·  ") + model::nameOf(divergence.kind);
    if (divergence.isUpdate)
        rest += QStringLiteral("  ·  follows the time of publication");
    if (story)
        rest += QStringLiteral("  ·  ") + elided(story->title, 80);
    return {{.text = severityGlyph(divergence.severity) + QStringLiteral("  ") + severityLabel(divergence.severity), .tone = Tone::Strong, .link = {}}, {.text = rest, .tone = Tone::Plain, .link = {}}};
}

Paragraph intro(const QString &term, const QString &meaning)
{
    return {.role = ParagraphRole::Intro, .runs = {{.text = term, .tone = Tone::Strong, .link = {}}, {.text = QStringLiteral(" – %1.").arg(meaning), .tone = Tone::Quiet, .link = {}}}, .anchor = {}, .severity = {}};
}

void appendTerms(Blocks &blocks)
{
    blocks.push_back(intro(QStringLiteral("Independent origins"), QStringLiteral("how many separate sources stand behind a value; outlets that print one agency’s report, or one another’s text, count once")));
    blocks.push_back(intro(QStringLiteral("Silent"), QStringLiteral("an outlet that reports the scene, later than the claim was first made, and does not make it")));
}

/// Articles that make the claim but give no value that differs.
std::optional<Paragraph> otherSources(const SourceBook &sources, const model::Claim &claim, const model::Divergence &divergence)
{
    std::set<base::ArticleId> told;
    for (const model::DivergentValue &value : divergence.values) {
        for (const model::Evidence &evidence : value.evidence)
            told.insert(evidence.article);
    }
    std::vector<base::ArticleId> others;
    for (const base::StatementId id : claim.statements) {
        const model::Statement *statement = sources.index().statement(id);
        if (statement && told.insert(statement->article).second)
            others.push_back(statement->article);
    }
    if (others.empty())
        return std::nullopt;
    Paragraph note{.role = ParagraphRole::Note, .runs = {{.text = QStringLiteral("Also on this, without a value: "), .tone = Tone::Strong, .link = {}}}, .anchor = {}, .severity = {}};
    const Runs names = sources.listed(others);
    note.runs.insert(note.runs.end(), names.begin(), names.end());
    return note;
}

void appendDivergence(Blocks &blocks, const SourceBook &sources, const model::Divergence &divergence)
{
    const model::Claim *claim = sources.index().claim(divergence.claim);
    const QString text = claim ? claimTitle(*claim) : QString();
    const bool hasManyStories = sources.index().comparison().stories.size() > 1;
    blocks.push_back(Heading{.level = 3,
                             .text = text,
                             .anchor = anchorOf(divergence),
                             .outline = QStringLiteral("%1 %2: %3").arg(severityGlyph(divergence.severity), model::nameOf(divergence.kind), text),
                             .severity = divergence.severity,
                             .eyebrow = eyebrow(divergence, claim && hasManyStories ? sources.index().story(claim->story) : nullptr)});
    for (const model::DivergentValue &value : divergence.values)
        appendValue(blocks, sources, divergence, value);
    if (claim) {
        if (const auto others = otherSources(sources, *claim, divergence))
            blocks.push_back(*others);
        if (const auto silent = sources.silentNote(*claim))
            blocks.push_back(*silent);
    }
    if (divergence.why.isEmpty())
        return;
    const QString rule = divergence.rule.isEmpty() ? QString() : QStringLiteral(" (rule %1)").arg(divergence.rule);
    blocks.push_back(Paragraph{.role = ParagraphRole::Note,
                               .runs = {{.text = QStringLiteral("Why marked: "), .tone = Tone::Strong, .link = {}}, {.text = divergence.why + rule, .tone = Tone::Quiet, .link = {}}},
                               .anchor = {},
                               .severity = {}});
}

} // namespace

QString anchorOf(model::Severity severity)
{
    return QStringLiteral("differ-") + model::nameOf(severity);
}

QString anchorOf(const model::Divergence &divergence)
{
    return QStringLiteral("divergence-%1").arg(divergence.id.value);
}

void appendDivergences(Blocks &blocks, const SourceBook &sources)
{
    const std::vector<model::Divergence> &divergences = sources.index().comparison().divergences;
    blocks.push_back(PageBreak{});
    blocks.push_back(Heading{.level = 1, .text = QStringLiteral("Where they differ"), .anchor = QString(kDifferAnchor), .outline = QStringLiteral("Where they differ"), .severity = {}, .eyebrow = {}});
    if (divergences.empty())
        blocks.push_back(Paragraph{.role = ParagraphRole::Body, .runs = {{.text = QStringLiteral("No difference was found between these sources."), .tone = Tone::Plain, .link = {}}}, .anchor = {}, .severity = {}});
    else
        appendTerms(blocks);
    for (const model::Severity severity : severitiesInOrder()) {
        const auto count = std::ranges::count(divergences, severity, &model::Divergence::severity);
        if (count == 0)
            continue;
        const QString title = capitalised(groupTitle(severity, count));
        blocks.push_back(Heading{.level = 2, .text = title, .anchor = anchorOf(severity), .outline = title, .severity = severity, .eyebrow = {}});
        blocks.push_back(intro(severityLabel(severity), severityMeaning(severity)));
        for (const model::Divergence &divergence : divergences) {
            if (divergence.severity == severity)
                appendDivergence(blocks, sources, divergence);
        }
    }
}

} // namespace variorum::report
