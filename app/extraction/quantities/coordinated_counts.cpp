// "killed three people and injured nine": nine counts people as well, but others. English leaves the noun out where a second
// count follows and its words tell what befell these: a verb before the number or a participle, an adjective after it (table
// count_states). The noun is taken from the nearest count before in the sentence. Where the state differs, it stands before the
// noun, since the two are counts of different things:
//
//     "Six people are dead and nine are missing"     6 people, 9 missing people
//     "killed three people here and killed two there"  3 people, 2 people
//     "three boats sank and nine sailed"             nine: no state of the table, left as it is
//     "aftershocks, of which a dozen were felt"      12 aftershocks: the noun before the pronoun
//
// Linear: each number looks at a few words on either side.

#include "extraction/quantities/coordinated_counts.h"

namespace variorum::extraction {

namespace {

constexpr int kReach = 4; // words between a number and the word that tells its state

QString stateOf(const Pieces &pieces, const language::WordLists &lists, int index)
{
    return pieces.isWord(index) ? lists.value(u"count_states", pieces.at(index).lower).value_or(QString()) : QString();
}

// "injured | nine", "nine | were seriously injured", "nine | others missing"
QString stateAround(const Pieces &pieces, const language::WordLists &lists, const QuantityReading &reading)
{
    const QString before = stateOf(pieces, lists, reading.begin - 1);
    if (!before.isEmpty())
        return before;
    int at = reading.end;
    while (reading.countedSpan && at < pieces.count() && pieces.at(at).span.begin < reading.countedSpan->end) {
        const QString inside = stateOf(pieces, lists, at); // "nine injured people"
        if (!inside.isEmpty())
            return inside;
        ++at;
    }
    for (int end = at + kReach; at < end && pieces.isWord(at); ++at) {
        const QString state = stateOf(pieces, lists, at);
        if (!state.isEmpty())
            return state;
        const bool leadsOn = pieces.isAnyOf(at, {"are", "were", "is", "was", "have", "has", "had", "been", "be", "remain", "remained", "more", "others", "other", "still", "also", "left", "reported", "feared", "believed", "confirmed"})
            || pieces.at(at).lower.endsWith(QLatin1String("ly"));
        if (!leadsOn)
            break;
    }
    return {};
}

bool isBareCount(const QuantityReading &reading)
{
    const model::QuantityValue &value = reading.value;
    return value.unit.isEmpty() && value.counted.isEmpty() && !value.isOrdinal && !value.isFraction && !reading.isName;
}

bool isCount(const QuantityReading &reading)
{
    return reading.value.unit.isEmpty() && !reading.value.counted.isEmpty() && !reading.value.isOrdinal && !reading.value.isFraction && !reading.isName;
}

} // namespace

namespace {

// "aftershocks, of which | a dozen were registered": the noun that the pronoun stands for
QString nounOfPronoun(const Pieces &pieces, int begin)
{
    int at = begin - 3;
    if (!pieces.isAnyOf(begin - 1, {"which", "whom"}) || !pieces.is(begin - 2, QLatin1String("of")) || at < 0)
        return {};
    if (pieces.is(at, QLatin1String(",")))
        --at;
    if (at < 0)
        return {};
    const model::Token &token = pieces.token(at);
    if (token.upos == model::Upos::X) // no tags
        return pieces.isWord(at) && pieces.at(at).lower.endsWith(u's') ? pieces.at(at).lower.chopped(1) : QString();
    return token.xpos == model::Xpos::Nns ? pieces.text().lemma(token).toString().toLower() : QString();
}

} // namespace

void completeCoordinatedCounts(const Pieces &pieces, const language::WordLists &lists, std::vector<QuantityReading> &readings)
{
    const QuantityReading *last = nullptr; // the count whose noun is said
    QString lastState;
    for (QuantityReading &reading : readings) {
        if (isCount(reading)) {
            last = &reading;
            lastState = stateAround(pieces, lists, reading);
        } else if (const QString noun = isBareCount(reading) ? nounOfPronoun(pieces, reading.begin) : QString(); !noun.isEmpty()) {
            reading.value.counted = noun;
        } else if (last && isBareCount(reading)) {
            const QString state = stateAround(pieces, lists, reading);
            if (!state.isEmpty())
                reading.value.counted = state == lastState ? last->value.counted : state + QLatin1Char(' ') + last->value.counted;
        }
    }
}

} // namespace variorum::extraction
