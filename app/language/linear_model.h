#pragma once

#include "language/feature_hash.h"
#include "language/model_file.h"

#include <QStringList>
#include <memory>
#include <optional>
#include <span>

namespace variorum::language {

/// The weights of a trained multi-class linear model, mapped and sparse. A feature's 64-bit hash picks a slot (linear
/// probing); 16 other bits of it are kept as a tag to know it by, so a feature that training never kept costs one or two
/// reads and, once in some thirty thousand times, is mistaken for another. A slot's weights lie side by side:
///
///     tags[slot]  offsets[slot] .. offsets[slot + 1]  ->  classes[], weights[]
class LinearModel {
public:
    /// Sections PREFIX + "T", "O", "C", "W", "L" of the file, which must outlive the model; nothing if they do not fit together.
    [[nodiscard]] static std::optional<LinearModel> from(const ModelFile &file, const QByteArray &prefix);

    [[nodiscard]] int classCount() const { return static_cast<int>(m_labels.size()); }
    [[nodiscard]] const QStringList &labels() const { return m_labels; }

    /// Adds the features' weights to scores[classCount()].
    void addScores(std::span<const Feature> features, std::span<qint32> scores) const;

    [[nodiscard]] static constexpr quint64 slotOf(Feature feature, quint64 slotCount)
    {
        return (((scrambled(feature) >> 32) * slotCount) >> 32);
    }

    /// Never 0, which marks a free slot.
    [[nodiscard]] static constexpr quint16 tagOf(Feature feature) { return static_cast<quint16>((scrambled(feature) & 0xffff) | 1); }

private:
    [[nodiscard]] static constexpr quint64 scrambled(Feature feature)
    {
        feature = (feature ^ (feature >> 31)) * 0xbf58476d1ce4e5b9ULL;
        return feature ^ (feature >> 32);
    }

    std::span<const quint16> m_tags;
    std::span<const quint32> m_offsets;
    std::span<const quint8> m_classes;
    std::span<const qint16> m_weights;
    QStringList m_labels;
};

} // namespace variorum::language
