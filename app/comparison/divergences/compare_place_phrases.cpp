// Places as the words tell them, whether they hold a name or not:
//
//     "in Mill Lane" / "near Mill Lane and Dock Street"                    refinement: one street, and more
//     "in a field near the River Orr" / "just yards from the river"        refinement: other words for one place
//     "off the island of Sund" / "two miles north of the Sund lighthouse"  refinement
//     "in the village" / "in the village of Orr"                           nothing: the one has named it before
//     "in jail" / "in jail on suspicion of theft"                          nothing: what is added is no place
//
// A phrase is a preposition of place, its noun and what hangs on that by further nouns. Two that share a noun or a name, in statements
// that are likely one claim, tell of one place.

#include "comparison/divergences/acts.h"
#include "comparison/divergences/one_of.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace variorum::comparison {

using model::Deprel;
using model::DivergenceKind;
using model::StatementWord;

namespace {

constexpr double kLikely = 0.4; // likelihood of two statements, from which places that share a word may be one
constexpr double kSurely = 0.8; // from which they need share none

struct PlacePhrase {
    base::TextSpan span; ///< with its preposition
    std::set<QString> nouns; ///< lemmas of the common nouns
    std::set<QString> inNames; ///< likewise, of those that stand in a name: "River Orr"
    std::set<qint64> names; ///< entities
    QString headNoun; ///< empty for a name
    bool isNear = false; ///< "near", "off": beside it, not in it
    bool isKnownBefore = false; ///< "the village": a noun alone, that the reader knows
};

bool isPlaceNoun(const QString &noun, const LexicalKnowledge &knowledge)
{
    static constexpr std::array<QStringView, 8> kKinds = {u"location", u"structure", u"body of water", u"geological formation", u"land", u"facility", u"way", u"road"};
    static constexpr std::array<QStringView, 16> kNone = {u"board", u"place", u"area", u"scene", u"site", u"end", u"side", u"part", u"centre", u"center", u"heart", u"middle", u"top", u"bottom", u"level", u"way"}; // which say nothing
    return !isOneOf(noun, kNone) && std::any_of(kKinds.begin(), kKinds.end(), [&](QStringView kind) { return knowledge.isKindOf(noun, kind); });
}

class PhraseFinder {
public:
    PhraseFinder(const StatementView &view, const StoryMaterial &material)
        : m_statement(*view.statement)
        , m_words(view.statement->words)
        , m_material(material)
    {
    }

    [[nodiscard]] std::vector<PlacePhrase> find() const
    {
        std::vector<PlacePhrase> found;
        for (size_t place = 0; place < m_words.size(); ++place) {
            const auto marker = markerOf(place);
            const bool isNested = std::any_of(found.begin(), found.end(), [&](const PlacePhrase &known) { return known.span.contains(m_words[place].span); });
            if (marker && !isNested && isPlace(place) && hangsOnPredicate(place))
                found.push_back(phraseAt(place, *marker));
        }
        return found;
    }

private:
    [[nodiscard]] bool isOn(size_t place, size_t head) const { return m_words[place].head && static_cast<size_t>(*m_words[place].head) == head; }

    [[nodiscard]] bool isPlace(size_t place) const
    {
        const StatementWord &word = m_words[place];
        if (word.upos != model::Upos::Noun && word.upos != model::Upos::Propn)
            return false;
        if (word.entity && m_material.entity(*word.entity).kind == model::EntityKind::Place)
            return true;
        const bool mayBePlace = !word.entity || (word.upos == model::Upos::Noun && m_material.entity(*word.entity).kind == model::EntityKind::Other); // "the Lund lighthouse"
        return mayBePlace && isPlaceNoun(word.lemma, m_material.knowledge);
    }

    /// The preposition of place before the noun: "of" and "from" only behind a direction or a distance ("north of", "yards from").
    [[nodiscard]] std::optional<size_t> markerOf(size_t noun) const
    {
        static constexpr std::array<QStringView, 22> kPlaces = {u"in", u"at", u"on", u"near", u"off", u"outside", u"inside", u"by", u"beside", u"behind", u"opposite",
                                                                u"beyond", u"along", u"above", u"under", u"below", u"between", u"across", u"around", u"within", u"beneath", u"alongside"};
        static constexpr std::array<QStringView, 2> kFrom = {u"of", u"from"};
        for (size_t at = 0; at < noun; ++at) {
            if (!isOn(at, noun) || m_words[at].deprel != Deprel::Case)
                continue;
            if (m_words[at].lemma == QLatin1String("along") && m_words[at + 1].lemma == QLatin1String("with"))
                continue; // "along with their boats"
            const bool isMeasured = isOneOf(m_words[at].lemma, kFrom) && at > 0 && isMeasure(m_words[at - 1].lemma);
            if (isOneOf(m_words[at].lemma, kPlaces) || isMeasured)
                return at;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool isMeasure(const QString &noun) const { return m_material.knowledge.isKindOf(noun, u"direction") || m_material.knowledge.isKindOf(noun, u"linear unit"); }

    /// With no other verb between; "a field near the river", where a noun tells the fact, too.
    [[nodiscard]] bool hangsOnPredicate(size_t place) const
    {
        constexpr int kSteps = 4;
        size_t at = place;
        for (int step = 0; step < kSteps; ++step) {
            if (m_statement.predicateSpan.overlaps(m_words[at].span))
                return true;
            if (!m_words[at].head || (step > 0 && m_words[at].upos == model::Upos::Verb))
                return !m_words[at].head && m_words[at].upos != model::Upos::Verb;
            at = static_cast<size_t>(*m_words[at].head);
        }
        return false;
    }

    /// "the hill of Orr", "the hill near the mill"; not "the jail on suspicion of theft", "the office that morning".
    [[nodiscard]] bool isOfPlace(size_t at) const
    {
        const auto isOf = [&](size_t marker) { return isOn(marker, at) && m_words[marker].deprel == Deprel::Case && m_words[marker].lemma == QLatin1String("of"); };
        for (size_t marker = 0; marker < m_words.size(); ++marker) {
            if (isOf(marker))
                return true;
        }
        return isPlace(at);
    }

    [[nodiscard]] bool belongs(size_t place, size_t noun) const
    {
        constexpr int kSteps = 6;
        size_t at = place;
        if (m_words[place].deprel == Deprel::Conj && !isPlace(place))
            return false; // "ran aground outside Lund and 11 people drowned"
        for (int step = 0; step < kSteps && at != noun; ++step) {
            const StatementWord &word = m_words[at];
            const Deprel relation = model::mainType(word.deprel);
            if (relation == Deprel::Nmod && word.deprel != Deprel::NmodPoss && !isOfPlace(at))
                return false;
            const bool isNominal = relation == Deprel::Nmod || relation == Deprel::Compound || relation == Deprel::Amod || relation == Deprel::Det || relation == Deprel::Flat || relation == Deprel::Conj
                || relation == Deprel::Cc || relation == Deprel::Case || relation == Deprel::Appos || relation == Deprel::Nummod;
            if (!isNominal || !word.head || word.upos == model::Upos::Verb)
                return false;
            at = static_cast<size_t>(*word.head);
        }
        return at == noun;
    }

    /// "the city of Lund", "Norr province": says no more than the name.
    [[nodiscard]] bool isRank(size_t place) const
    {
        static constexpr std::array<QStringView, 10> kRanks = {u"city", u"town", u"province", u"state", u"region", u"county", u"district", u"country", u"nation", u"island"};
        if (!isOneOf(m_words[place].lemma, kRanks))
            return false;
        for (size_t at = 0; at < m_words.size(); ++at) {
            const Deprel relation = model::mainType(m_words[at].deprel);
            if (isOn(at, place) && m_words[at].entity && (relation == Deprel::Nmod || relation == Deprel::Compound || relation == Deprel::Appos))
                return true;
        }
        return false;
    }

    [[nodiscard]] PlacePhrase phraseAt(size_t noun, size_t marker) const
    {
        static constexpr std::array<QStringView, 11> kNear = {u"near", u"off", u"outside", u"by", u"beside", u"behind", u"opposite", u"beyond", u"of", u"from", u"alongside"};
        PlacePhrase phrase;
        phrase.span = m_words[marker].span.united(m_words[noun].span);
        phrase.isNear = isOneOf(m_words[marker].lemma, kNear);
        phrase.headNoun = m_words[noun].entity ? QString() : m_words[noun].lemma;
        bool isDefinite = false;
        int others = 0;
        for (size_t at = marker; at < m_words.size() && (at < noun || belongs(at, noun)); ++at) {
            const StatementWord &word = m_words[at];
            if (!belongs(at, noun))
                continue; // "a swollen river", read as a verb
            if (word.deprel != Deprel::Cc && word.deprel != Deprel::Case) // not a last "and", "of"
                phrase.span = phrase.span.united(word.span);
            isDefinite = isDefinite || (isOn(at, noun) && word.deprel == Deprel::Det && word.lemma != QLatin1String("a"));
            if (word.entity)
                phrase.names.insert(word.entity->value);
            const bool isProper = word.upos == model::Upos::Propn; // "the river" may be an entity, too
            if (word.entity && isProper && isPlaceNoun(word.lemma, m_material.knowledge))
                phrase.inNames.insert(word.lemma);
            else if ((word.upos == model::Upos::Noun || (isProper && !word.entity)) && !isRank(at))
                phrase.nouns.insert(word.lemma);
            others += at != noun && (word.entity || word.upos == model::Upos::Noun || word.upos == model::Upos::Propn) ? 1 : 0;
        }
        phrase.isKnownBefore = isDefinite && others == 0 && phrase.names.empty();
        return phrase;
    }

    const model::Statement &m_statement;
    const base::SharedVector<StatementWord> &m_words;
    const StoryMaterial &m_material;
};

/// Is everything that the one names in the other, too?
bool isWithin(const PlacePhrase &one, const PlacePhrase &other)
{
    return std::includes(other.nouns.begin(), other.nouns.end(), one.nouns.begin(), one.nouns.end()) && std::includes(other.names.begin(), other.names.end(), one.names.begin(), one.names.end());
}

bool shareName(const PlacePhrase &one, const PlacePhrase &other)
{
    return std::any_of(one.names.begin(), one.names.end(), [&other](qint64 name) { return other.names.contains(name); });
}

bool shareAnything(const PlacePhrase &one, const PlacePhrase &other)
{
    const auto shared = [](const auto &left, const auto &right) { return std::any_of(left.begin(), left.end(), [&right](const auto &each) { return right.contains(each); }); };
    return shared(one.names, other.names) || shared(one.nouns, other.nouns) || shared(one.inNames, other.nouns) || shared(one.nouns, other.inNames);
}

/// Do the two surely make one claim, or does the one at least speak of the other's act: "a shooting near ...", "two streets from the shooting"?
bool tellOfAct(const StatementView &one, const StatementView &other, const Alignment &alignment, const StoryMaterial &material)
{
    if (alignment.likelihood >= kSurely || alignment.predicateLikeness >= material.weights.related)
        return true;
    return std::any_of(alignment.units.begin(), alignment.units.end(), [&](const AlignedUnits &pair) {
        const Unit &left = one.units[static_cast<size_t>(pair.one)];
        const Unit &right = other.units[static_cast<size_t>(pair.other)];
        return (left.isPredicate || right.isPredicate) && material.likeness.of(left, right) >= material.weights.related;
    });
}

/// `isOneAct`: the statements surely tell of one act, so that the places need share no word.
Outcome comparePhrases(const PlacePhrase &one, const PlacePhrase &other, bool isOneAct, const QString &reason)
{
    const bool isShared = shareAnything(one, other);
    if (!isShared && !isOneAct)
        return {};
    if (!isShared)
        return {Relation::Refinement, QStringLiteral("other-place-phrase"), reason};
    const bool oneIsWithin = isWithin(one, other);
    const bool otherIsWithin = isWithin(other, one);
    if (oneIsWithin && otherIsWithin)
        return one.isNear == other.isNear ? Outcome{Relation::Same, QStringLiteral("same-place-phrase"), reason} : Outcome{Relation::Refinement, QStringLiteral("in-or-near"), reason};
    return {Relation::Refinement, oneIsWithin || otherIsWithin ? QStringLiteral("place-told-more") : QStringLiteral("place-told-otherwise"), reason};
}

} // namespace

ComparedKind comparePlacePhrases(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Place;
    std::vector<PlacePhrase> phrases;
    std::map<int, PlacePhrase> wholes; // by statement, all that its phrases name
    std::map<int, int> counts;
    for (const int member : claim.members) {
        const StatementView &view = material.view(member);
        const QString &text = model::textOf(*material.articles[static_cast<size_t>(view.article)], view.statement->place.field);
        for (PlacePhrase &phrase : PhraseFinder(view, material).find()) {
            kind.comparands.push_back({member, phrase.span, text.sliced(phrase.span.begin, phrase.span.length()), nullptr, {}, static_cast<int>(phrases.size())});
            PlacePhrase &whole = wholes[member];
            whole.nouns.insert(phrase.nouns.begin(), phrase.nouns.end());
            whole.names.insert(phrase.names.begin(), phrase.names.end());
            ++counts[member];
            phrases.push_back(std::move(phrase));
        }
    }
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const PlacePhrase &left = phrases[static_cast<size_t>(one.place)];
        const PlacePhrase &right = phrases[static_cast<size_t>(other.place)];
        const StatementView &first = material.view(one.statement);
        const StatementView &second = material.view(other.statement);
        const bool mayBeOne = mayShareActor(first, second, material.likeness) || shareName(left, right);
        if (alignment.likelihood < kLikely || !mayBeOne || left.isKnownBefore || right.isKnownBefore)
            return Outcome{};
        const PlacePhrase &allLeft = wholes.at(one.statement);
        const PlacePhrase &allRight = wholes.at(other.statement);
        if (isWithin(left, allRight) && isWithin(right, allLeft) && isWithin(allLeft, allRight) && isWithin(allRight, allLeft) && left.isNear == right.isNear)
            return Outcome{Relation::Same, QStringLiteral("same-place-phrase"), one.shown};
        const bool areAlone = counts[one.statement] == 1 && counts[other.statement] == 1;
        const bool isSurelyOne = areAlone && alignment.likelihood >= kSurely && alignment.predicateLikeness >= material.weights.samePredicate;
        if ((isWithin(left, allRight) && isWithin(allRight, allLeft)) || (isWithin(right, allLeft) && isWithin(allLeft, allRight)) || !tellOfAct(first, second, alignment, material))
            return Outcome{}; // one statement tells it in two phrases
        return comparePhrases(left, right, isSurelyOne, QStringLiteral("%1 / %2").arg(one.shown, other.shown));
    });
    return kind;
}

} // namespace variorum::comparison
