#pragma once

#include "comparison/values/relation.h"
#include "model/entity.h"

#include <QStringList>

#include <functional>

namespace variorum::comparison {

/// A name as it is compared: lower case, without accents, hyphens, possessives and courtesy titles; its words in order.
[[nodiscard]] QStringList nameWords(QStringView name);

/// The words run together: equal for "Jong-un" and "Jong Un".
[[nodiscard]] QString nameKey(QStringView name);

/// Is `letters` made of the initials of `words` ("HMC", "Harborview Medical Center")? At least two.
[[nodiscard]] bool isAcronymOf(const QStringList &letters, const QStringList &words);

/// One letter added, dropped or changed in one word of at least four letters; all other words equal.
[[nodiscard]] bool isSpellingOf(const QStringList &one, const QStringList &other);

/// "O. Brandt" of "Ole Brandt": the same words, but for first names of which only the first letter is told on one side.
[[nodiscard]] bool isInitialed(const QStringList &one, const QStringList &other);

/// How two names in one role stand: Same, Wording (a part of the name, a spelling, an acronym) or Conflict (two
/// people). Two bodies or things of different name prove nothing: Unknown.
[[nodiscard]] Outcome compareNames(const QString &one, const QString &other, model::EntityKind kind);

/// What is known of places beyond their names: does `outer` hold `inner`? By nameKey.
using PlaceContainment = std::function<bool(const QString &outer, const QString &inner)>;

/// How two places of one event stand. Containment must be shown by evidence; two places that both lie in one third
/// place, and not in each other, are a conflict; everything else is Unknown.
[[nodiscard]] Outcome comparePlaces(const QString &one, const QString &other, const PlaceContainment &contains, bool shareOuterPlace);

} // namespace variorum::comparison
