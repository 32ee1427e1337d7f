#pragma once

#include "model/comparison.h"
#include "model/entity.h"
#include "model/quantity.h"
#include "model/statement.h"
#include "model/time_value.h"

#include <QString>

namespace variorum::model {

// The names that documents use for enumerators (comparison-json.md, annotation-json.md). Never shown untranslated
// in the window; the ui has its own labels.

[[nodiscard]] QString nameOf(EntityKind kind); ///< "person" "organization" "place" "other"
[[nodiscard]] QString nameOf(OriginKind kind);
[[nodiscard]] QString nameOf(Certainty certainty);
[[nodiscard]] QString nameOf(Polarity polarity);
[[nodiscard]] QString nameOf(SlotRole role);
[[nodiscard]] QString nameOf(TimeKind kind);
[[nodiscard]] QString nameOf(TimeValue::Modifier modifier); ///< TIMEX3 mod, "BEFORE" "APPROX"; "NONE" for None
[[nodiscard]] QString nameOf(Bound bound); ///< "=" "~" ">" ">=" "<" "<=" ".."
[[nodiscard]] QString nameOf(ClaimStatus status);
[[nodiscard]] QString nameOf(DivergenceKind kind);
[[nodiscard]] QString nameOf(Severity severity);
[[nodiscard]] QString nameOf(TextField field); ///< "title" "text"
[[nodiscard]] QString nameOf(DateBasis basis); ///< "stated" "inferred"
[[nodiscard]] QString nameOf(ReadOutcome outcome); ///< "read" "partly" "not-read"
[[nodiscard]] QString nameOf(MetadataField field); ///< "title" "outlet" ...

/// The inverse, for documents and the library; nothing for an unknown name.
template<typename Enum>
[[nodiscard]] std::optional<Enum> fromName(QStringView name);

/// The printed normal form: "21 carriage", ">=20", "~37 [mi_i]/h", "20..25 %", "3e6 USD".
[[nodiscard]] QString printed(const QuantityValue &value);

/// The printed normal form: the TIMEX3 value, with "<" or ">" and so on before it for a modifier; empty where unresolved.
[[nodiscard]] QString printed(const TimeValue &value);

} // namespace variorum::model
