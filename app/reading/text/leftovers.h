#pragma once

#include <QString>
#include <QStringView>

namespace variorum::reading {

/// Drops what scrapers and blog engines leave in plain text: template braces with what is between them
/// ("{source}<script>...{/source}"), scripts, comments, stray tags, short-codes ("[ad_1]", "[caption id=...]").
/// Ordinary brackets ("[sic]", "[the president]"), comparisons ("5 < 6") and braces in prose stay.
[[nodiscard]] QString withoutLeftovers(QStringView text);

} // namespace variorum::reading
