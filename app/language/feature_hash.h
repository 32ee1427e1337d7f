#pragma once

#include <QtGlobal>
#include <array>
#include <span>

namespace variorum::language {

/// A feature of a linear model: template and values hashed into one word; no strings are kept.
using Feature = quint64;

[[nodiscard]] constexpr quint64 mixed(quint64 hash, quint64 value)
{
    hash = (hash ^ value) * 0x9e3779b97f4a7c15ULL;
    return hash ^ (hash >> 29);
}

/// Features of one decision. Fixed room, so that the hot path allocates nothing.
class FeatureList {
public:
    static constexpr size_t kRoom = 128;

    void clear() { m_count = 0; }

    template<typename... Values>
    void add(quint64 templateNumber, Values... values)
    {
        Q_ASSERT(m_count < kRoom);
        quint64 hash = (templateNumber + 1) * 0xd6e8feb86659fd93ULL;
        ((hash = mixed(hash, static_cast<quint64>(values))), ...);
        m_features[m_count++] = hash;
    }

    [[nodiscard]] std::span<const Feature> all() const { return {m_features.data(), m_count}; }

private:
    std::array<Feature, kRoom> m_features;
    size_t m_count = 0;
};

} // namespace variorum::language
