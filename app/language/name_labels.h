#pragma once

#include "model/entity.h"

#include <array>
#include <span>
#include <vector>

namespace variorum::language {

/// Names as BILOU labels of words: "Kim Jong Un met Putin in North Korea" is B-PER I-PER L-PER O U-PER O B-LOC L-LOC.
struct NameLabels {
    static constexpr size_t kCount = 13; ///< 0: outside; then Begin, Inside, Last, Unit of each kind
    static constexpr std::array<model::EntityKind, 3> kKinds = {
        model::EntityKind::Person, model::EntityKind::Organization, model::EntityKind::Place,
    };
    enum Part { Begin, Inside, Last, Unit };

    [[nodiscard]] static constexpr int partOf(int label) { return (label - 1) % 4; }
    [[nodiscard]] static constexpr int kindOf(int label) { return (label - 1) / 4; }
    [[nodiscard]] static constexpr bool isOpen(int label) { return label > 0 && (partOf(label) == Begin || partOf(label) == Inside); }

    /// May `label` follow `before` (-1: sentence start)?
    [[nodiscard]] static constexpr bool canFollow(int before, int label)
    {
        const bool continues = label > 0 && (partOf(label) == Inside || partOf(label) == Last);
        if (before <= 0 || !isOpen(before))
            return !continues;
        return continues && kindOf(before) == kindOf(label);
    }

    struct Found {
        int kind = 0; ///< into kKinds
        int first = 0;
        int end = 0;
    };

    using Scores = std::array<float, kCount>;
    /// [before + 1][label]; row 0 stands for a sentence's start.
    using Transitions = std::array<Scores, kCount + 1>;

    /// Room that decode() uses again.
    struct Room {
        std::vector<Scores> best;
        std::vector<std::array<qint8, kCount>> from;
    };

    /// The best sequence that is well-formed (Viterbi); labels[scores.size()].
    static void decode(std::span<const Scores> scores, const Transitions &transitions, Room &room, std::span<quint8> labels);

    /// Appends the names that the labels mark.
    static void namesOf(std::span<const quint8> labels, std::vector<Found> &names);
};

} // namespace variorum::language
