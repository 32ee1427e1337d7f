#pragma once

#include "model/comparison.h"

#include <QString>

namespace variorum::ui {

/// A printed normal form (comparison-json.md, "Normalised values") as a person would write it; what is not in one
/// of its forms comes back as it is.
///
///     Quantity ">=20 carriage" -> "at least 20 carriages"     "~37 [mi_i]/h" -> "about 37 mph"
///     Quantity "3e6 USD"       -> "$3 million"             "20..25 %"     -> "20 to 25 %"
///     Time     "2023-09-10TAF" -> "10 September 2023, afternoon"   "P4Y" -> "4 years"
///     Polarity "negative"      -> "it is not so"
[[nodiscard]] QString valueLabel(model::DivergenceKind kind, const QString &printed);

} // namespace variorum::ui
