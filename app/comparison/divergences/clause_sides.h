#pragma once

#include "comparison/divergences/claim_material.h"
#include "comparison/divergences/one_of.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>

namespace variorum::comparison {

// Two clauses that tell values which exclude each other, side by side: the words of each by what they are in the sentence,
// and which word of the one may mean a word of the other.

/// Of words in a statement, ascending.
using Places = std::vector<size_t>;

/// One of the two values with the clause around it.
struct Side {
    const StatementView &view;
    const model::Statement &statement;
    const base::SharedVector<model::StatementWord> &words;
    base::TextSpan evidence;

    [[nodiscard]] const model::StatementWord &word(size_t place) const { return words[place]; }
    [[nodiscard]] bool hangsOnPredicate(size_t place) const { return words[place].head && statement.predicateSpan.overlaps(words[static_cast<size_t>(*words[place].head)].span); }
    [[nodiscard]] bool isTold(size_t place) const { return evidence.overlaps(words[place].span) && !evidence.contains(statement.place.span); }
    [[nodiscard]] bool isTime(size_t place) const
    {
        return std::any_of(statement.slots.begin(), statement.slots.end(), [&](const model::Slot &slot) { return slot.time && slot.span.overlaps(words[place].span); });
    }
};

/// The clause that the value is told in; for whether something was, the statement itself.
[[nodiscard]] Side sideOf(model::DivergenceKind kind, const Comparand &comparand, const StoryMaterial &material);

[[nodiscard]] bool isNominal(const model::StatementWord &word);

/// Compares words of the two sides.
class Words {
public:
    enum class Likeness {
        OfMeaning, ///< "sales" and "turnover" may be one
        OfKind, ///< not "funeral" and "wedding", but "car" and "lorry", which news tells one vehicle with
        Strict, ///< neither
    };

    Words(const StoryMaterial &material, Likeness likeness) : m_material(material), m_likeness(likeness) {}

    [[nodiscard]] bool mayBeOne(const model::StatementWord &one, const model::StatementWord &other) const;

    /// Both have some, and none of the one's may be any of the other's.
    [[nodiscard]] bool areAllOthers(const Side &left, const Places &ones, const Side &right, const Places &others) const;

private:
    [[nodiscard]] bool isPersonAndThing(const model::StatementWord &named, const model::StatementWord &noun) const;
    [[nodiscard]] bool areOtherNames(const model::Entity &one, const model::Entity &other) const;
    [[nodiscard]] bool mayMeanOne(const QString &one, const QString &other) const;

    const StoryMaterial &m_material;
    Likeness m_likeness;
};

/// Words on the predicate in one of the relations, but for the compared value itself and for times.
[[nodiscard]] Places argumentsOf(const Side &side, std::initializer_list<model::Deprel> relations);
/// Who acts.
[[nodiscard]] Places subjectsOf(const Side &side);
/// What is acted on, in the active or the passive.
[[nodiscard]] Places objectsOf(const Side &side);
[[nodiscard]] Places obliquesOf(const Side &side);
[[nodiscard]] Places subjectWordsOf(const Side &side);
/// "in the hills", "on punt returns", wherever the tree hangs it.
[[nodiscard]] Places framesOf(const Side &side);

/// The preposition on the noun; empty without one.
[[nodiscard]] QString caseOf(const Side &side, size_t noun);
/// Nouns and names that hang on the noun in the relation, with the preposition.
[[nodiscard]] Places modifiersOf(const Side &side, size_t noun, model::Deprel relation, const QString &preposition);
/// Of all nouns that hang on the noun; empty for one without.
[[nodiscard]] std::set<QString> prepositionsOn(const Side &side, size_t noun);

/// "the upper house", "the lower house"; "the finance minister", "the interior minister": perhaps two of a kind.
[[nodiscard]] bool haveOtherAdjectives(const Side &left, const Side &right, const StoryMaterial &material);

/// The sentence that the statement stands in.
[[nodiscard]] base::TextSpan sentenceSpan(const Side &side, const StoryMaterial &material);
[[nodiscard]] QString sentenceOf(const Side &side, const StoryMaterial &material);

} // namespace variorum::comparison
