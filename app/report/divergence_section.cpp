#include "model/names.h"
#include "report/sections.h"
#include "report/wording.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace variorum::report {

namespace {

QString groupTitle(model::Severity severity, qsizetype count)
{
    switch (severity) {
    case model::Severity::Conflict: return counted(count, QStringLiteral("conflict"), QStringLiteral("conflicts"));
    case model::Severity::Internal: return counted(count, QStringLiteral("internal contradiction"), QStringLiteral("internal contradictions"));
    case model::Severity::Refinement: return counted(count, QStringLiteral("refinement or update"), QStringLiteral("refinements and updates"));
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

/// Words and figures, each as a figure where it is a number word: "Two helicopters" -> "2", "helicopters".
QStringList barePieces(const QString &text)
{
    static const QStringList kNumbers{QStringLiteral("zero"), QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three"), QStringLiteral("four"), QStringLiteral("five"), QStringLiteral("six"),
                                      QStringLiteral("seven"), QStringLiteral("eight"), QStringLiteral("nine"), QStringLiteral("ten"), QStringLiteral("eleven"), QStringLiteral("twelve")};
    static const QRegularExpression kPiece(QStringLiteral("[\\p{L}]+|[0-9][0-9.,:]*"));
    QStringList pieces;
    for (auto matches = kPiece.globalMatch(text.toLower()); matches.hasNext();) {
        QString piece = matches.next().captured().remove(u',');
        if (const auto number = kNumbers.indexOf(piece); number >= 0)
            piece = QString::number(number);
        pieces += piece;
    }
    return pieces;
}

/// "187" and "Six" alone do not say what of.
bool isBareNumber(const QString &words)
{
    const QStringList pieces = barePieces(words);
    return pieces.size() == 1 && pieces.first().front().isDigit();
}

QString valueWords(const SourceBook &sources, model::DivergenceKind kind, const model::DivergentValue &value)
{
    if (value.evidence.empty())
        return readableValue(kind, value.value);
    const model::Evidence &first = value.evidence.front();
    const model::Article *article = sources.index().article(first.article);
    if (!article)
        return readableValue(kind, value.value);
    const Passage passage = passageAround(*article, first.place, first.place);
    constexpr qsizetype kShort = 90;
    if (passage.words.isEmpty() || passage.words.size() > kShort)
        return elided(readableValue(kind, value.value), kShort);
    const QString words = withoutHangingMark(passage.words);
    return kind == model::DivergenceKind::Quantity && isBareNumber(words) ? readableValue(kind, value.value) : words;
}

} // namespace

QString valueLabel(const SourceBook &sources, const model::Divergence &divergence, const model::DivergentValue &value)
{
    const QString words = valueWords(sources, divergence.kind, value);
    const bool isShared = std::ranges::any_of(divergence.values, [&](const model::DivergentValue &other) {
        return &other != &value && valueWords(sources, divergence.kind, other).compare(words, Qt::CaseInsensitive) == 0;
    });
    return isShared && words != value.value ? QStringLiteral("%1 (%2)").arg(words, readableValue(divergence.kind, value.value)) : words;
}

namespace {

/// Whether the normal form tells a reader something that the words do not.
bool saysMore(model::DivergenceKind kind, const QString &readable, const QString &words)
{
    using enum model::DivergenceKind;
    if (kind == Certainty)
        return !readable.isEmpty();
    if (kind != Quantity && kind != Time && kind != Place && kind != Participant)
        return false; // a quotation is its words; a yes or no, an attribute and a source are plain from theirs
    const QStringList said = barePieces(words);
    return std::ranges::any_of(barePieces(readable), [&said](const QString &piece) { return !said.contains(piece); });
}

qsizetype articleCount(const model::DivergentValue &value)
{
    std::set<base::ArticleId> articles;
    for (const model::Evidence &evidence : value.evidence)
        articles.insert(evidence.article);
    return std::ssize(articles);
}

void appendValue(Blocks &blocks, const SourceBook &sources, const model::Divergence &divergence, const model::DivergentValue &value)
{
    const QString words = valueLabel(sources, divergence, value);
    const QString readable = withoutHangingMark(readableValue(divergence.kind, value.value));
    Paragraph head{.role = ParagraphRole::Value, .runs = {{.text = capitalised(balanced(words)), .tone = Tone::Strong, .link = {}}}, .anchor = {}, .severity = divergence.severity};
    QStringList details;
    constexpr qsizetype kLongest = 60; // longer ones are quotations, not values
    if (readable.size() <= kLongest && saysMore(divergence.kind, readable, words))
        details += divergence.kind == model::DivergenceKind::Certainty ? readable : QStringLiteral("read as ") + readable;
    if (value.independentOrigins >= 2 || value.independentOrigins != articleCount(value))
        details += counted(value.independentOrigins, QStringLiteral("independent origin"), QStringLiteral("independent origins"));
    if (!details.isEmpty())
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
    QString rest = QStringLiteral("  ·  ") + kindLabel(divergence.kind);
    if (story)
        rest += QStringLiteral("  ·  ") + elided(story->title, 80);
    return {{.text = severityGlyph(divergence.severity) + QStringLiteral("  ") + severityLabel(divergence.severity, divergence.isUpdate), .tone = Tone::Strong, .link = {}}, {.text = rest, .tone = Tone::Plain, .link = {}}};
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
    const QString text = claim ? sources.title(*claim) : QString();
    const bool hasManyStories = sources.index().comparison().stories.size() > 1;
    blocks.push_back(Heading{.level = 3,
                             .text = text,
                             .anchor = anchorOf(divergence),
                             .outline = QStringLiteral("%1 %2: %3").arg(severityGlyph(divergence.severity), kindLabel(divergence.kind), text),
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
    QString reason = reasonText(divergence);
    if (!divergence.rule.isEmpty())
        reason += QStringLiteral(" (rule: %1)").arg(QString(divergence.rule).replace(u'-', u' '));
    blocks.push_back(Paragraph{.role = ParagraphRole::Note, .runs = {{.text = QStringLiteral("Why: ") + reason, .tone = Tone::Quiet, .link = {}}}, .anchor = {}, .severity = {}});
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
    const base::SharedBlocks<model::Divergence> &divergences = sources.index().comparison().divergences;
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
        if (std::ranges::any_of(divergences, [severity](const model::Divergence &divergence) { return divergence.severity == severity && divergence.isUpdate; }))
            blocks.push_back(intro(severityLabel(severity, true), QStringLiteral("the values follow the time of publication, as a toll that rises")));
        for (const model::Divergence &divergence : divergences) {
            if (divergence.severity == severity)
                appendDivergence(blocks, sources, divergence);
        }
    }
}

} // namespace variorum::report
