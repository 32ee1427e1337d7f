#include "ui/statements/statement_rows.h"

#include "ui/labels.h"
#include "ui/widgets/plain_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct StatementText {
    Q_DECLARE_TR_FUNCTIONS(StatementText)
};

constexpr qsizetype kMostWords = 400; // units

QString standing(const model::ComparisonIndex &index, const model::Statement &statement)
{
    const model::Article *article = index.article(statement.article);
    const QString origin = originLabel(statement.origins, article ? model::outletLabel(*article) : QString());
    QStringList parts{certaintyLabel(statement.certainty), statement.polarity == model::Polarity::Negative ? StatementText::tr("negated") : StatementText::tr("affirmed"),
                      origin.isEmpty() ? StatementText::tr("in its own words") : StatementText::tr("from %1").arg(oneLine(origin, 160))};
    return parts.join(u"  \u00b7  "_s);
}

} // namespace

std::vector<const model::Statement *> statementsAt(const model::ComparisonIndex &index, base::ArticleId article, model::TextField field, qsizetype offset)
{
    std::vector<const model::Statement *> found;
    for (const model::Statement &statement : index.comparison().statements) {
        const bool isThere = statement.article == article && statement.place.field == field && statement.place.span.begin <= offset && offset <= statement.place.span.end;
        if (isThere)
            found.push_back(&statement);
    }
    std::ranges::stable_sort(found, {}, [](const model::Statement *statement) { return statement->place.span.length(); });
    return found;
}

std::vector<StatementRow> statementRows(const model::ComparisonIndex &index, const model::Statement &statement)
{
    const QString predicate = statement.predicate.isEmpty() ? StatementText::tr("no predicate") : statement.predicate;
    std::vector<StatementRow> rows{{.part = predicate,
                                    .words = oneLine(statement.text, kMostWords),
                                    .normal = standing(index, statement),
                                    .rule = statement.rule,
                                    .place = {.article = statement.article, .place = statement.place},
                                    .isStatement = true}};
    for (const model::Slot &slot : statement.slots) {
        rows.push_back({.part = roleLabel(slot.role),
                        .words = oneLine(slot.text, kMostWords),
                        .normal = oneLine(slot.value, kMostWords),
                        .rule = slot.rule,
                        .place = {.article = statement.article, .place = {.field = statement.place.field, .span = slot.span}},
                        .isStatement = false});
    }
    return rows;
}

} // namespace variorum::ui
