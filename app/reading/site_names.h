#pragma once

#include <QString>
#include <QStringView>
#include <optional>

namespace variorum::reading {

/// "Ferry sinks | The Harbour Post", "Harbour Post - Ferry sinks": the title without the site's name at either end. A
/// part goes where it is the outlet (or holds it, or is held by it); behind a bar a short part goes anyway, since
/// headlines have no bars. A hyphen alone is no evidence.
[[nodiscard]] QString withoutSiteName(const QString &title, const std::optional<QString> &outlet);

/// Whether a text names the outlet and says nothing else: "THE BAY", "The Bay logo".
[[nodiscard]] bool isOutletName(QStringView text, QStringView outlet);

} // namespace variorum::reading
