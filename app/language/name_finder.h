#pragma once

#include "language/linear_model.h"
#include "language/tagger.h"
#include "model/entity.h"

#include <array>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace variorum::language {

/// What the rest of a text tells of a spelling: bits, by WordTraits::lower.
class DocumentHints {
public:
    enum Hint : quint16 {
        CapitalInside = 1, ///< seen with a capital that no sentence start explains
        Small = 2, ///< seen without a capital
        AfterTitle = 4, ///< seen behind "Mr", "President", "spokesman"
        BeforeSpeaking = 8, ///< seen before "said", "added"
        AfterIn = 16, ///< seen behind "in", "at", "from", "near"
        BeforeBody = 32, ///< seen before "Inc", "ministry", "party", "university"
        NameEnd = 64, ///< seen as the last of several capitals
        NameBegin = 128, ///< seen as the first of several capitals
        Possessive = 256, ///< seen before 's
    };

    void add(SentenceTraits sentence, bool titleCase);
    [[nodiscard]] quint16 of(const WordTraits &word) const;

private:
    std::unordered_map<quint64, quint16> m_hints;
};

/// Finds the names of persons, bodies and places: a linear model over BILOU labels, the best label sequence of a sentence
/// by Viterbi (structured perceptron, Collins 2002).
class NameFinder {
public:
    static constexpr int kLabelCount = 13; ///< 0: outside; then Begin, Inside, Last, Unit of each kind
    static constexpr int kKindCount = 3;
    static constexpr std::array<model::EntityKind, kKindCount> kKinds = {
        model::EntityKind::Person, model::EntityKind::Organization, model::EntityKind::Place,
    };

    using Labels = std::array<qint32, kLabelCount>;
    /// [before + 1][label]; row 0 stands for a sentence's start.
    using Transitions = std::array<Labels, kLabelCount + 1>;

    struct Found {
        int kind = 0; ///< into kKinds
        int first = 0;
        int end = 0;
    };

    [[nodiscard]] static std::optional<NameFinder> from(const ModelFile &file);

    /// Names of one sentence, in order; appended.
    void find(SentenceTraits words, std::span<const quint8> tags, std::span<const TagPair> pairs, const DocumentHints &hints, std::vector<Found> &names) const;

    static void addFeatures(SentenceTraits words, std::span<const quint8> tags, std::span<const TagPair> pairs, const DocumentHints &hints, size_t at,
                            bool titleCase, FeatureList &features);
    static void addTransitionFeature(int before, FeatureList &features);

    /// The best sequence that is well-formed.
    static void decode(std::span<const Labels> scores, const Transitions &transitions, std::vector<quint8> &labels);
    static void namesOf(std::span<const quint8> labels, std::vector<Found> &names);

private:
    explicit NameFinder(LinearModel model) : m_model(std::move(model)) {}

    LinearModel m_model;
    Transitions m_transitions{};
};

} // namespace variorum::language
