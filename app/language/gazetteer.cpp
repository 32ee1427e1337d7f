#include "language/gazetteer.h"

#include <bit>
#include <vector>

namespace variorum::language {

namespace {

constexpr quint32 kKinds = 31;

quint32 keyOf(quint64 hash) { return static_cast<quint32>(hash >> 32) & ~kKinds; }

size_t slotOf(quint64 hash, size_t slotCount) { return static_cast<size_t>(hash & (slotCount - 1)); }

} // namespace

std::optional<Gazetteer> Gazetteer::from(const ModelFile &file)
{
    Gazetteer gazetteer;
    gazetteer.m_slots = file.numbers<quint32>("names");
    if (!gazetteer.m_slots.empty() && !std::has_single_bit(gazetteer.m_slots.size()))
        return std::nullopt;
    bool hasFree = gazetteer.m_slots.empty();
    for (const quint32 slot : gazetteer.m_slots)
        hasFree = hasFree || slot == 0;
    return hasFree ? std::optional(gazetteer) : std::nullopt;
}

quint8 Gazetteer::find(quint64 hash) const
{
    if (m_slots.empty())
        return 0;
    for (size_t slot = slotOf(hash, m_slots.size()); m_slots[slot] != 0; slot = (slot + 1) & (m_slots.size() - 1)) {
        if ((m_slots[slot] & ~kKinds) == keyOf(hash))
            return static_cast<quint8>(m_slots[slot] & kKinds);
    }
    return 0;
}

void Gazetteer::write(const std::map<quint64, quint8> &names, ModelFileWriter &writer)
{
    std::vector<quint32> slots(std::bit_ceil(names.size() * 2 + 2), 0);
    for (const auto &[hash, kinds] : names) {
        size_t slot = slotOf(hash, slots.size());
        while (slots[slot] != 0)
            slot = (slot + 1) & (slots.size() - 1);
        slots[slot] = keyOf(hash) | (kinds & kKinds);
    }
    writer.addNumbers("names", slots);
}

} // namespace variorum::language
