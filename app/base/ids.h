#pragma once

#include <QtGlobal>
#include <compare>
#include <functional>

namespace variorum::base {

/// A number that names one thing of one kind. Ids of different kinds do not mix; there is no "no id":
/// absent is std::optional<Id>.
template<typename Kind>
struct Id {
    qint64 value = 0;

    auto operator<=>(const Id &) const = default;
};

using ArticleId = Id<struct ArticleKind>;
using StoryId = Id<struct StoryKind>;
using EntityId = Id<struct EntityKindTag>;
using StatementId = Id<struct StatementKind>;
using QuoteId = Id<struct QuoteKind>;
using ClaimId = Id<struct ClaimKind>;
using DivergenceId = Id<struct DivergenceKindTag>;

} // namespace variorum::base

template<typename Kind>
struct std::hash<variorum::base::Id<Kind>> {
    size_t operator()(const variorum::base::Id<Kind> &id) const noexcept { return std::hash<qint64>{}(id.value); }
};
