#include "ui/value_label.h"

#include "model/names.h"
#include "model/readable_value.h"
#include "ui/labels.h"

namespace variorum::ui {

QString valueLabel(model::DivergenceKind kind, const QString &printed)
{
    if (kind == model::DivergenceKind::Certainty) {
        const auto certainty = model::fromName<model::Certainty>(printed);
        return certainty ? certaintyLabel(*certainty) : printed;
    }
    return model::readableValue(kind, printed, QLocale());
}

} // namespace variorum::ui
