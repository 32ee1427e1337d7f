#include "language/name_labels.h"

#include <algorithm>

namespace variorum::language {

namespace {

constexpr float kImpossible = -1e30F;

} // namespace

void NameLabels::decode(std::span<const Scores> scores, const Transitions &transitions, Room &room, std::span<quint8> labels)
{
    const size_t count = scores.size();
    if (count == 0)
        return;
    room.best.resize(count);
    room.from.resize(count);
    for (size_t at = 0; at < count; ++at) {
        for (size_t label = 0; label < kCount; ++label) {
            float top = kImpossible;
            qint8 origin = -1;
            const int end = at == 0 ? 0 : static_cast<int>(kCount);
            for (int before = at == 0 ? -1 : 0; before < end; ++before) {
                if (!canFollow(before, static_cast<int>(label)))
                    continue;
                const float score = (at == 0 ? 0.0F : room.best[at - 1][static_cast<size_t>(before)]) + transitions[static_cast<size_t>(before + 1)][label];
                if (score > top) {
                    top = score;
                    origin = static_cast<qint8>(before);
                }
            }
            room.best[at][label] = top <= kImpossible ? kImpossible : top + scores[at][label];
            room.from[at][label] = origin;
        }
    }
    int label = 0; // a name must not be left open; outside never is
    for (int last = 1; last < static_cast<int>(kCount); ++last) {
        if (!isOpen(last) && room.best[count - 1][static_cast<size_t>(last)] > room.best[count - 1][static_cast<size_t>(label)])
            label = last;
    }
    for (size_t at = count; at-- > 0;) {
        labels[at] = static_cast<quint8>(std::max(label, 0));
        label = room.from[at][static_cast<size_t>(std::max(label, 0))];
    }
}

void NameLabels::namesOf(std::span<const quint8> labels, std::vector<Found> &names)
{
    int first = 0;
    for (size_t at = 0; at < labels.size(); ++at) {
        const int label = labels[at];
        if (label == 0)
            continue;
        if (partOf(label) == Begin || partOf(label) == Unit)
            first = static_cast<int>(at);
        if (partOf(label) == Last || partOf(label) == Unit)
            names.push_back({kindOf(label), first, static_cast<int>(at) + 1});
    }
}

} // namespace variorum::language
