#include "language/feature_table.h"

#include <algorithm>
#include <bit>

namespace variorum::language {

std::optional<FeatureTable> FeatureTable::from(const ModelFile &file, size_t rowCount)
{
    FeatureTable table;
    table.m_slots = file.numbers<Slot>("features");
    const bool hasFree = std::any_of(table.m_slots.begin(), table.m_slots.end(), [](const Slot &slot) { return slot.rowAndOne == 0; });
    const bool fits = std::all_of(table.m_slots.begin(), table.m_slots.end(), [rowCount](const Slot &slot) { return slot.rowAndOne <= rowCount; });
    return std::has_single_bit(table.m_slots.size()) && hasFree && fits ? std::optional(table) : std::nullopt;
}

void FeatureTable::findRows(const quint64 *features, size_t count, quint32 *rows, quint8 &rowCount) const
{
    rowCount = 0;
    const size_t mask = m_slots.size() - 1;
    for (size_t number = 0; number < count; ++number) {
        const auto key = static_cast<quint32>(features[number] >> 32);
        bool found = false;
        for (size_t slot = static_cast<size_t>(features[number]) & mask; !found && m_slots[slot].rowAndOne != 0; slot = (slot + 1) & mask) {
            found = m_slots[slot].key == key;
            if (found)
                rows[rowCount++] = m_slots[slot].rowAndOne - 1;
        }
        if (!found && number == 0)
            rows[rowCount++] = kUnknownWord;
    }
}

void FeatureTable::write(const std::vector<quint64> &features, ModelFileWriter &writer)
{
    std::vector<Slot> slots(std::bit_ceil(features.size() * 2 + 2));
    for (size_t row = 1; row < features.size(); ++row) {
        size_t slot = static_cast<size_t>(features[row]) & (slots.size() - 1);
        while (slots[slot].rowAndOne != 0)
            slot = (slot + 1) & (slots.size() - 1);
        slots[slot] = {static_cast<quint32>(features[row] >> 32), static_cast<quint32>(row + 1)};
    }
    writer.addNumbers("features", slots);
}

} // namespace variorum::language
