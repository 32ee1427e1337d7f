#pragma once

#include "model/universal_dependencies.h"

#include <QString>
#include <optional>

namespace variorum::language {

/// A word's two tags, which are decided together: "NOUN NN".
struct TagPair {
    model::Upos upos = model::Upos::X;
    model::Xpos xpos = model::Xpos::None;

    bool operator==(const TagPair &) const = default;
};

[[nodiscard]] inline QString labelOf(const TagPair &pair) { return toString(pair.upos) + u' ' + toString(pair.xpos); }

[[nodiscard]] inline std::optional<TagPair> pairFromLabel(QStringView label)
{
    const qsizetype blank = label.indexOf(u' ');
    if (blank < 0)
        return std::nullopt;
    const auto upos = model::uposFromString(label.first(blank));
    const auto xpos = model::xposFromString(label.sliced(blank + 1));
    return upos && xpos ? std::optional(TagPair{*upos, *xpos}) : std::nullopt;
}

} // namespace variorum::language
