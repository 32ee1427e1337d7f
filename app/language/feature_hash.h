#pragma once

#include <QtGlobal>

namespace variorum::language {

[[nodiscard]] constexpr quint64 mixed(quint64 hash, quint64 value)
{
    hash = (hash ^ value) * 0x9e3779b97f4a7c15ULL;
    return hash ^ (hash >> 29);
}

} // namespace variorum::language
