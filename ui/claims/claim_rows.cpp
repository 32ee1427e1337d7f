#include "ui/claims/claim_rows.h"

#include "ui/claims/rule_label.h"
#include "ui/labels.h"
#include "ui/value_label.h"
#include "ui/widgets/plain_text.h"

#include <QCoreApplication>

#include <set>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ClaimText {
    Q_DECLARE_TR_FUNCTIONS(ClaimText)
};

constexpr qsizetype kFewWords = 32; // units; a statement as short as this is shown with its surroundings
constexpr qsizetype kSurroundings = 36; // units on each side
constexpr qsizetype kMostWords = 420; // units of a statement shown; longer ones are cut round the value

QString joined(const QStringList &parts)
{
    QStringList filled;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            filled.append(part);
    }
    return filled.join(u"  \u00b7  "_s);
}

/// Very short statements ("187 people") with some of the words around them, so that they can be judged.
base::TextSpan withSurroundings(const QString &text, base::TextSpan shown)
{
    const auto isEdge = [&text](qsizetype place) { return text[place] == u'\n'; };
    qsizetype begin = shown.begin;
    while (begin > 0 && shown.begin - begin < kSurroundings && !isEdge(begin - 1))
        --begin;
    qsizetype end = shown.end;
    while (end < text.size() && end - shown.end < kSurroundings && !isEdge(end))
        ++end;
    // Whole words only.
    while (begin > 0 && begin < shown.begin && !text[begin - 1].isSpace())
        ++begin;
    while (end < text.size() && end > shown.end && !text[end].isSpace())
        --end;
    return {begin, end};
}

/// The statement's words with the value's in them; the value's alone where they stand elsewhere.
void setWords(ClaimRow &row, const model::Article &article, const model::Statement *statement, const model::TextPlace &place)
{
    const QString &text = model::textOf(article, place.field);
    const auto inText = [&text](base::TextSpan span) { return base::TextSpan{std::max<qsizetype>(0, span.begin), std::min(span.end, text.size())}; };
    base::TextSpan shown = inText(place.span);
    if (statement && statement->place.field == place.field && statement->place.span.contains(place.span))
        shown = inText(statement->place.span);
    bool cutBefore = shown.length() > kMostWords && place.span.begin - shown.begin > kMostWords / 2;
    if (cutBefore)
        shown.begin = place.span.begin - kMostWords / 2;
    bool cutAfter = shown.length() > kMostWords;
    if (cutAfter)
        shown.end = shown.begin + kMostWords;
    if (shown.length() <= kFewWords) {
        shown = withSurroundings(text, shown);
        cutBefore = shown.begin > 0 && text[shown.begin - 1] != u'\n';
        cutAfter = shown.end < text.size() && text[shown.end] != u'\n';
    }
    row.words = text.mid(shown.begin, shown.length());
    // One unit for one unit, so that the strong part stays where it is.
    for (QChar &unit : row.words) {
        if (unit.isSpace() || unit == QChar::LineSeparator)
            unit = u' ';
    }
    row.strong = {place.span.begin - shown.begin, std::min(place.span.end, shown.end) - shown.begin};
    if (cutBefore) {
        row.words.prepend(QChar(0x2026));
        row.strong = {row.strong.begin + 1, row.strong.end + 1};
    }
    if (cutAfter)
        row.words.append(QChar(0x2026));
}

/// When it happened by the statement: the day that its words stand for, but a clock time as it is written, since the
/// day beside it may be a guess.
QString whenTold(const model::Statement &statement)
{
    for (const model::Slot &slot : statement.slots) {
        if (slot.role != model::SlotRole::Time || slot.value.isEmpty())
            continue;
        const qsizetype clock = slot.value.indexOf(u'T');
        const bool hasClock = clock >= 0 && clock + 1 < slot.value.size() && slot.value[clock + 1].isDigit() && !slot.value.startsWith(u'P');
        return hasClock ? oneLine(slot.text, 60) : valueLabel(model::DivergenceKind::Time, slot.value);
    }
    return {};
}

/// valueTitle: what the row stands under; its note does not say that again.
ClaimRow sourceRow(const model::ComparisonIndex &index, const model::ClaimSource &source, const QString &valueTitle)
{
    ClaimRow row{.kind = ClaimRow::Kind::Source, .title = {}, .aside = {}, .words = {}, .strong = {}, .note = {}, .place = SourcePlace{source.article, source.place}};
    const model::Article *article = index.article(source.article);
    const model::Statement *statement = index.statement(source.statement);
    if (!article)
        return row;
    row.statement = source.statement;
    row.title = oneLine(model::outletLabel(*article), 120);
    row.aside = article->published ? shortDateLabel(*article->published) : ClaimText::tr("no date");
    setWords(row, *article, statement, source.place);
    if (statement) {
        const QString origin = originLabel(statement->origins, model::outletLabel(*article));
        const QString told = whenTold(*statement);
        const QString when = told == valueTitle || (!told.isEmpty() && row.words.contains(told)) ? QString() : told;
        const QString denied = statement->polarity == model::Polarity::Negative ? ClaimText::tr("negated") : QString();
        row.note = joined({certaintyLabel(statement->certainty), origin.isEmpty() ? ClaimText::tr("in its own words") : ClaimText::tr("from %1").arg(oneLine(origin, 160)), when, denied});
    }
    return row;
}

QString countText(const model::SourceGroup &group)
{
    std::set<base::ArticleId> articles;
    for (const model::ClaimSource &source : group.sources)
        articles.insert(source.article);
    const QString sources = ClaimText::tr("%n source(s)", nullptr, static_cast<int>(articles.size()));
    if (group.independentOrigins <= 0 || group.independentOrigins >= static_cast<int>(articles.size()))
        return sources;
    return ClaimText::tr("%1, %2 independent", "%1 is '5 sources'").arg(sources).arg(group.independentOrigins);
}

void appendSilent(std::vector<ClaimRow> &rows, const model::ComparisonIndex &index, const model::Claim &claim)
{
    if (claim.silent.empty())
        return;
    rows.push_back({.kind = ClaimRow::Kind::Heading, .title = ClaimText::tr("Silent on this"), .aside = QString::number(claim.silent.size()), .words = {}, .strong = {}, .note = {}, .place = {}});
    for (const base::ArticleId id : claim.silent) {
        const model::Article *article = index.article(id);
        if (!article)
            continue;
        rows.push_back({.kind = ClaimRow::Kind::Silent,
                        .title = oneLine(model::outletLabel(*article), 120),
                        .aside = article->published ? shortDateLabel(*article->published) : QString(),
                        .words = {},
                        .strong = {},
                        .note = {},
                        .place = SourcePlace{id, {}}});
    }
}

} // namespace

std::vector<ClaimRow> claimRows(const model::ComparisonIndex &index, base::ClaimId claimId, std::optional<base::DivergenceId> divergenceId)
{
    std::vector<ClaimRow> rows;
    const model::Claim *claim = index.claim(claimId);
    if (!claim)
        return rows;
    const model::Divergence *divergence = divergenceId ? index.divergence(*divergenceId) : nullptr;
    for (const model::SourceGroup &group : index.sourcesOf(claimId, divergenceId)) {
        QString title;
        if (divergence)
            title = group.value.isEmpty() ? ClaimText::tr("Also speak of this") : oneLine(valueLabel(divergence->kind, group.value), 200);
        else
            title = claim->status == model::ClaimStatus::SingleSource ? ClaimText::tr("Only here") : ClaimText::tr("Every source");
        rows.push_back({.kind = ClaimRow::Kind::Value, .title = title, .aside = countText(group), .words = {}, .strong = {}, .note = {}, .place = {}});
        for (const model::ClaimSource &source : group.sources)
            rows.push_back(sourceRow(index, source, title));
    }
    appendSilent(rows, index, *claim);
    return rows;
}

QString whyText(const model::ComparisonIndex &index, base::ClaimId claimId, std::optional<base::DivergenceId> divergenceId)
{
    const model::Claim *claim = index.claim(claimId);
    if (!claim)
        return {};
    QStringList lines;
    if (const model::Divergence *divergence = divergenceId ? index.divergence(*divergenceId) : nullptr) {
        if (const QString sentence = ruleSentence(divergence->rule); !sentence.isEmpty())
            lines.append(sentence);
        if (!divergence->why.isEmpty())
            lines.append(ClaimText::tr("The values: %1").arg(oneLine(divergence->why, 600)));
        QStringList forms;
        for (const model::DivergentValue &value : divergence->values)
            forms.append(value.value);
        lines.append(ClaimText::tr("Normal forms: %1").arg(forms.join(" | "_L1)));
        lines.append(ClaimText::tr("Rule: %1").arg(divergence->rule));
    }
    // What a person decided needs no score.
    if (claim->why.rule.endsWith("-by-person"_L1))
        lines.append(ruleSentence(claim->why.rule));
    else if (!claim->why.rule.isEmpty())
        lines.append(ClaimText::tr("Brought together by: %1 (score %2, needed %3)").arg(ruleLabel(claim->why.rule)).arg(claim->why.score, 0, 'f', 2).arg(claim->why.threshold, 0, 'f', 2));
    QStringList pairs;
    for (const auto &[one, other] : claim->why.aligned)
        pairs.append(one == other ? one : ClaimText::tr("%1 = %2", "two words that mean the same").arg(one, other));
    if (!pairs.isEmpty())
        lines.append(ClaimText::tr("Words held to mean the same: %1").arg(pairs.join(", "_L1)));
    return lines.join(u'\n');
}

QString claimSummary(const model::ComparisonIndex &index, base::ClaimId claimId)
{
    const model::Claim *claim = index.claim(claimId);
    if (!claim)
        return {};
    std::set<base::ArticleId> articles;
    for (const base::StatementId id : claim->statements) {
        if (const model::Statement *statement = index.statement(id))
            articles.insert(statement->article);
    }
    const QString count = ClaimText::tr("%n article(s)", nullptr, static_cast<int>(articles.size()));
    const QString origins = ClaimText::tr("%n independent origin(s)", nullptr, claim->independentOrigins);
    switch (claim->status) {
    case model::ClaimStatus::Agreed: return ClaimText::tr("Agreed by %1, %2").arg(count, origins);
    case model::ClaimStatus::Divergent: return ClaimText::tr("Divergent in %1, %2").arg(count, origins);
    case model::ClaimStatus::SingleSource: return ClaimText::tr("In one article only");
    }
    return {};
}

} // namespace variorum::ui
