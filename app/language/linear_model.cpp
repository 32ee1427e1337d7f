#include "language/linear_model.h"

#include <array>

namespace variorum::language {

std::optional<LinearModel> LinearModel::from(const ModelFile &file, const QByteArray &prefix)
{
    const auto name = [&](char letter) { return QByteArray(prefix + letter); };
    LinearModel model;
    model.m_tags = file.numbers<quint16>(name('T').constData());
    model.m_offsets = file.numbers<quint32>(name('O').constData());
    model.m_classes = file.numbers<quint8>(name('C').constData());
    model.m_weights = file.numbers<qint16>(name('W').constData());
    const std::span<const char> labels = file.bytes(name('L').constData());
    model.m_labels = QString::fromUtf8(labels.data(), static_cast<qsizetype>(labels.size())).split(u'\n', Qt::SkipEmptyParts);
    const bool fits = !model.m_tags.empty() && model.m_offsets.size() == model.m_tags.size() + 1 && !model.m_labels.isEmpty()
        && model.m_classes.size() == model.m_weights.size() && model.m_offsets.back() == model.m_classes.size();
    return fits ? std::optional(model) : std::nullopt;
}

// The tables are far larger than the caches, so nearly every first touch of a slot waits for memory. Three passes over the
// features let those waits overlap: ask for the tags, then for the offsets of the slots that are taken, then for the cells.
void LinearModel::addScores(std::span<const Feature> features, std::span<qint32> scores) const
{
    while (features.size() > FeatureList::kRoom) {
        addScores(features.first(FeatureList::kRoom), scores);
        features = features.subspan(FeatureList::kRoom);
    }
    const quint64 slotCount = m_tags.size();
    std::array<quint32, FeatureList::kRoom> slots;
    for (size_t at = 0; at < features.size(); ++at) {
        slots[at] = static_cast<quint32>(slotOf(features[at], slotCount));
        __builtin_prefetch(&m_tags[slots[at]]);
    }
    size_t found = 0;
    for (size_t at = 0; at < features.size(); ++at) {
        const quint16 tag = tagOf(features[at]);
        quint32 slot = slots[at];
        while (m_tags[slot] != tag && m_tags[slot] != 0)
            slot = slot + 1 < slotCount ? slot + 1 : 0;
        if (m_tags[slot] == 0)
            continue;
        slots[found++] = slot;
        __builtin_prefetch(&m_offsets[slot]);
    }
    for (size_t at = 0; at < found; ++at) {
        const quint32 cell = m_offsets[slots[at]];
        __builtin_prefetch(&m_classes[cell]);
        __builtin_prefetch(&m_weights[cell]);
    }
    for (size_t at = 0; at < found; ++at) {
        for (quint32 cell = m_offsets[slots[at]]; cell < m_offsets[slots[at] + 1]; ++cell)
            scores[m_classes[cell]] += m_weights[cell];
    }
}

} // namespace variorum::language
