#include "model/names.h"
#include "report/sections.h"
#include "report/wording.h"

namespace variorum::report {

namespace {

Run plain(const QString &text) { return {.text = text, .tone = Tone::Plain, .link = {}}; }
Run quiet(const QString &text) { return {.text = text, .tone = Tone::Quiet, .link = {}}; }
Run strong(const QString &text) { return {.text = text, .tone = Tone::Strong, .link = {}}; }

QString outcomeText(model::ReadOutcome outcome)
{
    switch (outcome) {
    case model::ReadOutcome::Read: return QStringLiteral("read");
    case model::ReadOutcome::Partly: return QStringLiteral("read in part");
    case model::ReadOutcome::NotRead: return QStringLiteral("not read");
    }
    return {};
}

Cell fileCell(const model::Article &article)
{
    Cell cell;
    const QString part = article.part > 0 ? QStringLiteral(", article %1 of the file").arg(article.part + 1) : QString();
    cell.lines.push_back({strong(article.path), quiet(part)});
    QStringList facts;
    if (!article.mediaType.isEmpty())
        facts += article.mediaType;
    if (article.charset)
        facts += *article.charset;
    facts += outcomeText(article.outcome);
    cell.lines.push_back({quiet(facts.join(QStringLiteral("  ·  ")))});
    if (!article.sha256.isEmpty())
        cell.lines.push_back({quiet(QStringLiteral("SHA-256 ")), {.text = QString::fromLatin1(article.sha256.toHex()), .tone = Tone::Code, .link = {}}});
    if (article.url)
        cell.lines.push_back({quiet(*article.url)});
    if (const QString note = notComparedText(article); !note.isEmpty())
        cell.lines.push_back({plain(note)});
    for (const base::Error &problem : article.problems) {
        if (problem.code != base::ErrorCode::LanguageNotCompared) // said above
            cell.lines.push_back({plain(base::describe(problem))});
    }
    return cell;
}

} // namespace

void appendProvenance(Blocks &blocks, const SourceBook &sources, const ReportOptions &options)
{
    const model::Comparison &comparison = sources.index().comparison();
    blocks.push_back(Heading{.level = 1, .text = QStringLiteral("Provenance"), .anchor = QString(kProvenanceAnchor), .outline = QStringLiteral("Provenance"), .severity = {}, .eyebrow = {}});
    QString made = QStringLiteral("Made by Variorum " VARIORUM_VERSION);
    if (!comparison.engine.isEmpty())
        made += QStringLiteral(", analysis version %1").arg(comparison.engine);
    if (options.made.isValid())
        made += QStringLiteral(", on %1").arg(dateText(options.made.date()));
    blocks.push_back(Paragraph{.role = ParagraphRole::Body,
                               .runs = {plain(made + QStringLiteral(". Every passage is quoted word for word from the files below; the SHA-256 sums tell whether a file is still the one that was read. "
                                                                    "Differences were found by rules, named under each of them, and have not been judged by a person."))},
                               .anchor = {},
                               .severity = {}});
    Table table;
    table.columns = {{.title = QStringLiteral("No."), .share = 0.5, .alignsRight = false}, {.title = QStringLiteral("File"), .share = 9.5, .alignsRight = false}};
    for (const model::Article &article : comparison.articles) {
        const Run number = article.id ? sources.reference(*article.id) : quiet(QStringLiteral("–"));
        table.rows.push_back({.anchor = {}, .cells = {{.lines = {{number}}}, fileCell(article)}});
    }
    blocks.push_back(table);
}

} // namespace variorum::report
