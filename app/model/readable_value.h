#pragma once

#include "model/comparison.h"

#include <QLocale>
#include <QString>

namespace variorum::model {

/// A printed normal form (comparison-json.md, "Normalised values") as a person would write it, the same in the window
/// and in the reports; what is not in one of its forms comes back as it is. Words that belong together are joined
/// by a no-break space.
///
///     Quantity ">=20 carriage" -> "at least 20 carriages"     "~37 [mi_i]/h" -> "about 37 mph"
///     Quantity "120000 EUR"    -> "€120,000"                  "20..25 %"     -> "20 to 25 %"
///     Time     "2023-09-10TAF" -> "10 September 2023, afternoon"   "P4Y" -> "4 years"
///     Polarity "negative"      -> "it is not so"
[[nodiscard]] QString readableValue(DivergenceKind kind, const QString &printed, const QLocale &locale);

} // namespace variorum::model
