#pragma once

#include <QString>
#include <QStringView>
#include <optional>

namespace variorum::model {

/// `value` in another unit of the same dimension; both as UCUM codes (case-sensitive). Nothing where a code is
/// unknown or the dimensions differ; currencies (ISO 4217) convert only to themselves. Pure.
///
///     convertUnit(37, u"[mi_i]/h", u"km/h") == 59.54...
[[nodiscard]] std::optional<double> convertUnit(double value, QStringView from, QStringView to);

/// The dimension of a unit ("L" length, "L/T" speed, "M" mass ...); empty for an unknown code or a currency.
[[nodiscard]] QString dimensionOf(QStringView unit);

/// Are the two codes units of one dimension, so that convertUnit() has an answer?
[[nodiscard]] bool areConvertible(QStringView one, QStringView other);

} // namespace variorum::model
