#include "ui/diff/mark_text.h"

#include "ui/labels.h"
#include "ui/value_label.h"
#include "ui/widgets/plain_text.h"

#include <QCoreApplication>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct MarkText {
    Q_DECLARE_TR_FUNCTIONS(MarkText)
};

QString outletsOf(const model::ComparisonIndex &index, const model::DivergentValue &value)
{
    QStringList outlets;
    for (const model::Evidence &evidence : value.evidence) {
        const model::Article *article = index.article(evidence.article);
        const QString name = article ? oneLine(model::outletLabel(*article), 60) : QString();
        if (!name.isEmpty() && !outlets.contains(name))
            outlets.append(name);
    }
    return outlets.join(", "_L1);
}

} // namespace

QString markText(const model::ComparisonIndex &index, const model::Mark &mark)
{
    const model::Divergence *divergence = mark.divergence ? index.divergence(*mark.divergence) : nullptr;
    if (!divergence) {
        const model::Claim *claim = index.claim(mark.claim);
        if (mark.status == model::MarkStatus::SingleSource || !claim)
            return MarkText::tr("Only this article says so");
        QStringList lines;
        for (const model::Divergence *each : index.divergencesOf(mark.claim))
            lines.append(MarkText::tr("%1 (%2)", "severity and kind, values").arg(divergenceLabel(*each), valuesText(*each)));
        if (!lines.isEmpty())
            return lines.join(u'\n');
        return MarkText::tr("Agreed by %n statement(s)", nullptr, static_cast<int>(claim->statements.size()));
    }
    QStringList lines{divergenceLabel(*divergence)};
    for (const model::DivergentValue &value : divergence->values)
        lines.append(MarkText::tr("%1  \u2014  %2", "value, outlets").arg(oneLine(valueLabel(divergence->kind, value.value), 120), outletsOf(index, value)));
    return lines.join(u'\n');
}

QString valuesText(const model::Divergence &divergence)
{
    QStringList values;
    for (const model::DivergentValue &value : divergence.values)
        values.append(oneLine(valueLabel(divergence.kind, value.value), 90));
    return values.join(u"  \u2194  "_s);
}

} // namespace variorum::ui
