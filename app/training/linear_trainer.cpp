#include "training/linear_trainer.h"

#include "language/linear_model.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace variorum::training {

using language::Feature;
using language::LinearModel;

namespace {

/// Averages are kept as whole numbers of this part of an update.
constexpr double kScale = 64;

} // namespace

LinearTrainer::LinearTrainer(int classCount) : m_entries(size_t{1} << 20), m_classCount(classCount) {}

const LinearTrainer::Entry *LinearTrainer::find(Feature feature) const
{
    const size_t mask = m_entries.size() - 1;
    for (size_t slot = (feature ^ (feature >> 32)) & mask; m_entries[slot].room != 0; slot = (slot + 1) & mask) {
        if (m_entries[slot].feature == feature)
            return &m_entries[slot];
    }
    return nullptr;
}

LinearTrainer::Entry &LinearTrainer::findOrAdd(Feature feature)
{
    if (m_used * 2 > m_entries.size())
        grow();
    const size_t mask = m_entries.size() - 1;
    size_t slot = (feature ^ (feature >> 32)) & mask;
    for (; m_entries[slot].room != 0; slot = (slot + 1) & mask) {
        if (m_entries[slot].feature == feature)
            return m_entries[slot];
    }
    ++m_used;
    m_entries[slot] = {feature, static_cast<quint32>(m_cells.size()), 0, 2};
    m_cells.resize(m_cells.size() + 2);
    return m_entries[slot];
}

void LinearTrainer::grow()
{
    std::vector<Entry> old(m_entries.size() * 2);
    old.swap(m_entries);
    const size_t mask = m_entries.size() - 1;
    for (const Entry &entry : old) {
        if (entry.room == 0)
            continue;
        size_t slot = (entry.feature ^ (entry.feature >> 32)) & mask;
        while (m_entries[slot].room != 0)
            slot = (slot + 1) & mask;
        m_entries[slot] = entry;
    }
}

LinearTrainer::Cell &LinearTrainer::cellOf(Entry &entry, quint32 classNumber)
{
    for (quint32 cell = entry.first; cell < entry.first + entry.count; ++cell) {
        if (m_cells[cell].classNumber == classNumber)
            return m_cells[cell];
    }
    if (entry.count == entry.room) { // moves to the end with twice the room
        const auto first = static_cast<quint32>(m_cells.size());
        m_cells.resize(m_cells.size() + entry.room * 2U);
        std::copy_n(m_cells.begin() + entry.first, entry.count, m_cells.begin() + first);
        entry.first = first;
        entry.room = static_cast<quint16>(entry.room * 2);
    }
    Cell &cell = m_cells[entry.first + entry.count++];
    cell = {0, m_now, 0, classNumber, 0};
    return cell;
}

void LinearTrainer::addScores(std::span<const Feature> features, std::span<qint32> scores) const
{
    // The waits for memory overlap, as in LinearModel::addScores().
    std::array<const Entry *, language::FeatureList::kRoom> found{};
    const size_t mask = m_entries.size() - 1;
    for (const Feature feature : features)
        __builtin_prefetch(&m_entries[(feature ^ (feature >> 32)) & mask]);
    size_t count = 0;
    for (const Feature feature : features) {
        if (const Entry *const entry = find(feature)) {
            found[count++] = entry;
            __builtin_prefetch(&m_cells[entry->first]);
        }
    }
    for (const Entry *const entry : std::span(found).first(count)) {
        for (quint32 cell = entry->first; cell < entry->first + entry->count; ++cell)
            scores[m_cells[cell].classNumber] += m_cells[cell].weight;
    }
}

void LinearTrainer::change(std::span<const Feature> features, int classNumber, int amount)
{
    for (const Feature feature : features) {
        Cell &cell = cellOf(findOrAdd(feature), static_cast<quint32>(classNumber));
        cell.total += qint64{cell.weight} * (m_now - cell.stamp);
        cell.stamp = m_now;
        cell.weight += amount;
        ++cell.changes;
    }
}

void LinearTrainer::update(std::span<const Feature> features, int gold, int predicted)
{
    if (gold == predicted)
        return;
    change(features, gold, 1);
    change(features, predicted, -1);
}

void LinearTrainer::finish()
{
    for (Cell &cell : m_cells) {
        cell.total += qint64{cell.weight} * (m_now - cell.stamp);
        cell.weight = static_cast<qint32>(std::lround(static_cast<double>(cell.total) / m_now * kScale));
    }
}

void LinearTrainer::prune(double minimum, quint32 leastChanges)
{
    for (Entry &entry : m_entries) {
        quint16 kept = 0;
        for (quint32 at = entry.first; at < entry.first + entry.count; ++at) {
            const Cell &cell = m_cells[at];
            if (cell.weight != 0 && std::abs(cell.weight) >= minimum * kScale && cell.changes >= leastChanges)
                m_cells[entry.first + kept++] = cell;
        }
        entry.count = kept;
    }
}

size_t LinearTrainer::write(language::ModelFileWriter &writer, const QByteArray &prefix, const QStringList &labels) const
{
    std::vector<const Entry *> kept;
    for (const Entry &entry : m_entries) {
        if (entry.count > 0)
            kept.push_back(&entry);
    }
    std::sort(kept.begin(), kept.end(), [](const Entry *one, const Entry *other) { return one->feature < other->feature; });
    const size_t slotCount = kept.size() + kept.size() / 4 + 16;
    std::vector<quint16> tags(slotCount, 0);
    std::vector<const Entry *> slots(slotCount, nullptr);
    for (const Entry *const entry : kept) {
        const quint16 tag = LinearModel::tagOf(entry->feature);
        size_t slot = LinearModel::slotOf(entry->feature, slotCount);
        while (tags[slot] != 0 && tags[slot] != tag)
            slot = slot + 1 < slotCount ? slot + 1 : 0;
        if (tags[slot] == 0) { // else taken for an earlier one: left out
            tags[slot] = tag;
            slots[slot] = entry;
        }
    }
    std::vector<quint32> offsets;
    std::vector<quint8> classes;
    std::vector<qint16> weights;
    for (const Entry *const entry : slots) {
        offsets.push_back(static_cast<quint32>(classes.size()));
        for (quint32 cell = entry ? entry->first : 0; entry && cell < entry->first + entry->count; ++cell) {
            classes.push_back(static_cast<quint8>(m_cells[cell].classNumber));
            weights.push_back(static_cast<qint16>(std::clamp(m_cells[cell].weight, -32767, 32767)));
        }
    }
    offsets.push_back(static_cast<quint32>(classes.size()));
    writer.addNumbers((prefix + 'T').constData(), tags);
    writer.addNumbers((prefix + 'O').constData(), offsets);
    writer.addNumbers((prefix + 'C').constData(), classes);
    writer.addNumbers((prefix + 'W').constData(), weights);
    writer.add((prefix + 'L').constData(), labels.join(u'\n').toUtf8());
    return kept.size();
}

} // namespace variorum::training
