#include "report/sections.h"
#include "report/wording.h"

#include <algorithm>
#include <set>

namespace variorum::report {

namespace {

Run plain(const QString &text) { return {.text = text, .tone = Tone::Plain, .link = {}}; }
Run quiet(const QString &text) { return {.text = text, .tone = Tone::Quiet, .link = {}}; }
Run strong(const QString &text) { return {.text = text, .tone = Tone::Strong, .link = {}}; }

Paragraph paragraph(ParagraphRole role, Runs runs)
{
    return {.role = role, .runs = std::move(runs), .anchor = {}, .severity = {}};
}

/// A count of claims that leads to their section; to nowhere where there are none.
Figure claimFigure(qsizetype count, const QString &label, QLatin1String anchor)
{
    return {.number = QString::number(count), .label = label, .link = count > 0 ? QString(anchor) : QString(), .severity = {}};
}

Figures figures(const SourceBook &sources)
{
    const model::Comparison &comparison = sources.index().comparison();
    const auto claims = [&](Standing standing) { return std::ranges::count_if(comparison.claims, [&](const model::Claim &claim) { return standingOf(sources, claim) == standing; }); };
    Figures made;
    for (const model::Severity severity : severitiesInOrder()) {
        const auto count = std::ranges::count(comparison.divergences, severity, &model::Divergence::severity);
        static const QStringList kMany{QStringLiteral("conflicts"), QStringLiteral("refinements, updates"), QStringLiteral("wordings"), QStringLiteral("internal")};
        const QString label = count == 1 ? severityLabel(severity).toLower() : kMany.at(static_cast<int>(severity));
        made.items.push_back({.number = QString::number(count), .label = severityGlyph(severity) + QStringLiteral(" ") + label, .link = count > 0 ? anchorOf(severity) : QString(), .severity = severity});
    }
    made.items.push_back(claimFigure(claims(Standing::Agreed), QStringLiteral("agreed by 2 origins or more"), kAgreeAnchor));
    made.items.push_back(claimFigure(claims(Standing::Reprinted), QStringLiteral("by one origin, reprinted"), kReprintedAnchor));
    made.items.push_back(claimFigure(claims(Standing::Single), QStringLiteral("by one source only"), kSingleAnchor));
    return made;
}

/// Other articles that this one has its text from, as a line of the table.
std::optional<Runs> relationTo(const SourceBook &sources, const QString &what, const std::vector<std::pair<base::ArticleId, base::ArticleId>> &pairs, std::optional<base::ArticleId> id)
{
    Runs runs{quiet(what)};
    for (const auto &[one, other] : pairs) {
        if (!id || one != *id)
            continue;
        runs.push_back(quiet(QStringLiteral(" ")));
        runs.push_back(sources.reference(other));
    }
    return runs.size() > 1 ? std::optional(runs) : std::nullopt;
}

Cell aboutCell(const SourceBook &sources, const model::Article &article)
{
    const model::Comparison &comparison = sources.index().comparison();
    Cell cell;
    cell.lines.push_back({strong(elided(model::outletLabel(article), 120))});
    if (article.outcome == model::ReadOutcome::NotRead) {
        cell.lines.push_back({quiet(QStringLiteral("could not be read; see Provenance"))});
        return cell;
    }
    cell.lines.push_back({plain(elided(model::titleLabel(article).simplified(), 300))});
    for (const auto &[what, pairs] : {std::pair(QStringLiteral("Same text as"), &comparison.duplicateOf), std::pair(QStringLiteral("Later version of"), &comparison.versionOf), std::pair(QStringLiteral("Reuses text of"), &comparison.copyOf)}) {
        if (const auto line = relationTo(sources, what, *pairs, article.id))
            cell.lines.push_back(*line);
    }
    if (const QString note = notComparedText(article); !note.isEmpty())
        cell.lines.push_back({quiet(note)});
    if (article.outcome == model::ReadOutcome::Partly)
        cell.lines.push_back({quiet(QStringLiteral("read in part; see Provenance"))});
    return cell;
}

Cell dateCell(const model::Article &article)
{
    Cell cell;
    if (article.published)
        cell.lines.push_back({plain(dateText(*article.published))});
    if (article.published && article.publishedBasis == model::DateBasis::Inferred)
        cell.lines.push_back({quiet(QStringLiteral("inferred from the others"))});
    if (article.updated)
        cell.lines.push_back({quiet(QStringLiteral("updated ") + dateText(*article.updated))});
    return cell;
}

Cell creditCell(const model::Article &article)
{
    Cell cell;
    for (const QString &author : article.authors)
        cell.lines.push_back({plain(author)});
    for (const QString &agency : article.agencies)
        cell.lines.push_back({quiet(QStringLiteral("credits ") + agency)});
    return cell;
}

Table sourceTable(const SourceBook &sources)
{
    Table table;
    table.columns = {{.title = QStringLiteral("No."), .share = 0.5, .alignsRight = false},
                     {.title = QStringLiteral("Outlet and headline"), .share = 4.5, .alignsRight = false},
                     {.title = QStringLiteral("Published"), .share = 3.1, .alignsRight = false},
                     {.title = QStringLiteral("By"), .share = 2.0, .alignsRight = false},
                     {.title = QStringLiteral("Words"), .share = 0.8, .alignsRight = true}};
    for (const model::Article &article : sources.index().comparison().articles) {
        if (!article.id)
            continue;
        Run number = sources.reference(*article.id);
        number.link.clear(); // it would lead to itself
        const bool isRead = article.outcome != model::ReadOutcome::NotRead;
        table.rows.push_back({.anchor = SourceBook::anchorOf(*article.id),
                              .cells = {{.lines = {{number}}}, aboutCell(sources, article), dateCell(article), creditCell(article), {.lines = {{plain(isRead ? QString::number(wordCount(article.text)) : QStringLiteral("–"))}}}}});
    }
    return table;
}

/// A value and the numbers of those who give it: "209 passengers  [4] [6]".
Runs valueLine(const SourceBook &sources, const model::Divergence &divergence, const model::DivergentValue &value)
{
    constexpr qsizetype kLongest = 70;
    Runs line{strong(elided(capitalised(valueLabel(sources, divergence, value)), kLongest)), plain(QStringLiteral("  "))};
    std::set<base::ArticleId> told;
    for (const model::Evidence &evidence : value.evidence) {
        if (!told.insert(evidence.article).second)
            continue;
        line.push_back(sources.reference(evidence.article));
        line.push_back(plain(QStringLiteral(" ")));
    }
    return line;
}

/// The first conflicts with their values, so that the cover alone says what the matter is.
void appendGlance(Blocks &blocks, const SourceBook &sources)
{
    constexpr int kMostRows = 6;
    Table table;
    table.columns = {{.title = QStringLiteral("Claim"), .share = 5, .alignsRight = false}, {.title = QStringLiteral("What they say"), .share = 5, .alignsRight = false}};
    int conflicts = 0;
    for (const model::Divergence &divergence : sources.index().comparison().divergences) {
        if (divergence.severity != model::Severity::Conflict || ++conflicts > kMostRows)
            continue;
        const model::Claim *claim = sources.index().claim(divergence.claim);
        constexpr qsizetype kLongest = 140;
        Row row{.anchor = {}, .cells = {{.lines = {{{.text = claim ? elided(sources.title(*claim), kLongest) : QString(), .tone = Tone::Plain, .link = anchorOf(divergence)}}}}, {.lines = {}}}};
        for (const model::DivergentValue &value : divergence.values)
            row.cells.back().lines.push_back(valueLine(sources, divergence, value));
        table.rows.push_back(row);
    }
    if (table.rows.empty())
        return;
    blocks.push_back(Heading{.level = 2, .text = QStringLiteral("Conflicts at a glance"), .anchor = QStringLiteral("glance"), .outline = {}, .severity = {}, .eyebrow = {}});
    blocks.push_back(table);
    if (conflicts > kMostRows)
        blocks.push_back(paragraph(ParagraphRole::Note, {{.text = QStringLiteral("and %1 more, below").arg(conflicts - kMostRows), .tone = Tone::Plain, .link = anchorOf(model::Severity::Conflict)}}));
}

} // namespace

void appendCover(Blocks &blocks, const SourceBook &sources, const ReportOptions &options, const QString &title)
{
    const model::Comparison &comparison = sources.index().comparison();
    blocks.push_back(paragraph(ParagraphRole::Kicker, {plain(QStringLiteral("Comparison of news sources"))}));
    blocks.push_back(paragraph(ParagraphRole::Title, {plain(title)}));
    QStringList lead;
    if (!options.folderLabel.isEmpty())
        lead += QStringLiteral("Folder “%1”").arg(options.folderLabel);
    lead += counted(std::ssize(comparison.articles), QStringLiteral("source"), QStringLiteral("sources"));
    lead += counted(std::ranges::count_if(comparison.claims, [&](const model::Claim &claim) { return !sources.isHeadingOnly(claim); }), QStringLiteral("claim"), QStringLiteral("claims"));
    if (options.made.isValid())
        lead += dateText(options.made.date());
    blocks.push_back(paragraph(ParagraphRole::Lead, {plain(lead.join(QStringLiteral("  ·  ")))}));
    blocks.push_back(figures(sources));
    appendGlance(blocks, sources);
    blocks.push_back(Heading{.level = 2, .text = QStringLiteral("Sources"), .anchor = QStringLiteral("sources"), .outline = QStringLiteral("Sources"), .severity = {}, .eyebrow = {}});
    blocks.push_back(sourceTable(sources));
}

} // namespace variorum::report
