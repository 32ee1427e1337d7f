#pragma once

#include <QString>
#include <QStringView>
#include <optional>

namespace variorum::reading {

/// Whether a part of a title may be taken for a site's name that is not known to be one.
enum class SiteName { Known,
                      Guessed };

/// "Ferry sinks | The Harbour Post", "Harbour Post - Ferry sinks": the title without the site's name at either end. A
/// part goes where it is the outlet (or holds it, or is held by it); behind a bar a short part goes anyway, since
/// headlines have no bars (not so with SiteName::Known). A hyphen alone is no evidence.
[[nodiscard]] QString withoutSiteName(const QString &title, const std::optional<QString> &outlet, SiteName name = SiteName::Guessed);

/// Whether a text names the outlet and says nothing else: "THE BAY", "The Bay logo".
[[nodiscard]] bool isOutletName(QStringView text, QStringView outlet);

} // namespace variorum::reading
