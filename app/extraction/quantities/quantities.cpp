// Finds the quantities of an article: left to right over what the time expressions left, one reading at a place.
//
//     "at least 20 heavy bulletproof carriages"    >=20, counted "carriage"; the place is "at least 20"
//     "a 40-metre-deep well (131 feet)"            40 m; 131 feet, in brackets behind it, is the same and no second one

#include "extraction/quantities/quantities.h"

#include "extraction/quantities/coordinated_counts.h"
#include "extraction/quantities/quantity_reader.h"
#include "model/units.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace variorum::extraction {

namespace {

constexpr int kFurthestDouble = 6; // pieces between a measure and its repetition in brackets

bool isSameInOtherUnit(const model::QuantityValue &one, const model::QuantityValue &other)
{
    if (!one.value || !other.value || one.unit == other.unit)
        return false;
    const auto converted = model::convertUnit(*other.value, other.unit, one.unit);
    return converted && std::abs(*converted - *one.value) <= 0.1 * std::abs(*one.value);
}

// "a magnitude 5.8 earthquake", "an earthquake of magnitude 5.8", "a 5.8-magnitude quake", "5.8 on the Richter scale": how strong
// it was, and no number of earthquakes
bool isMagnitude(const Pieces &pieces, const QuantityReading &reading)
{
    constexpr double kStrongest = 10;
    const model::QuantityValue &value = reading.value;
    if (!value.unit.isEmpty() || value.isOrdinal || value.isFraction || !value.value || *value.value > kStrongest)
        return false;
    const bool isBefore = pieces.is(reading.begin - 1, QLatin1String("magnitude")) || (pieces.is(reading.begin - 1, QLatin1String("of")) && pieces.is(reading.begin - 2, QLatin1String("magnitude")));
    const int next = pieces.is(reading.end, QLatin1String("-")) ? reading.end + 1 : reading.end;
    const bool isOnScale = pieces.is(reading.end, QLatin1String("on")) && (pieces.is(reading.end + 2, QLatin1String("richter")) || pieces.is(reading.end + 1, QLatin1String("richter")));
    return isBefore || pieces.is(next, QLatin1String("magnitude")) || isOnScale;
}

class Finder {
public:
    Finder(const AnnotatedArticle &annotated, const std::vector<model::TimeMention> &times, const language::WordLists &lists)
        : m_annotated(annotated), m_times(times), m_lists(lists), m_numbers(lists), m_units(lists)
    {
    }

    void readField(model::TextField field)
    {
        const model::AnnotatedText &text = m_annotated.field(field);
        for (const model::Sentence &sentence : text.sentences) {
            const Pieces pieces(text, sentence);
            readSentence(pieces, field);
        }
    }

    std::vector<model::QuantityMention> found;

private:
    // The end of the time expression that overlaps the span, or nothing.
    [[nodiscard]] std::optional<qsizetype> timeOver(model::TextField field, base::TextSpan span) const
    {
        // m_times are by field and place: the first that ends behind the span's beginning
        const auto first = std::partition_point(m_times.begin(), m_times.end(), [&](const model::TimeMention &time) {
            return time.place.field < field || (time.place.field == field && time.place.span.end <= span.begin);
        });
        const bool overlaps = first != m_times.end() && first->place.field == field && first->place.span.overlaps(span);
        return overlaps ? std::optional(first->place.span.end) : std::nullopt;
    }

    void readSentence(const Pieces &pieces, model::TextField field)
    {
        std::vector<QuantityReading> readings = readingsIn(pieces, field);
        for (QuantityReading &reading : readings) {
            if (isMagnitude(pieces, reading))
                reading.value.counted = QStringLiteral("magnitude");
        }
        completeCoordinatedCounts(pieces, m_lists, readings);
        for (const QuantityReading &reading : readings)
            found.push_back({{field, pieces.span(reading.begin, reading.end)}, reading.value, reading.countedSpan, reading.rule});
    }

    // "the 787" after "their new 787 Dreamliner": three bare figures that named a thing before name it again.
    bool isModelNumber(const Pieces &pieces, const QuantityReading &reading)
    {
        constexpr qsizetype kFigures = 3;
        const QString &figures = pieces.at(reading.begin).lower;
        if (!pieces.isNumber(reading.begin) || figures.size() != kFigures || reading.end != reading.begin + 1)
            return false;
        if (reading.isName)
            m_modelNumbers.insert(figures);
        return m_modelNumbers.contains(figures);
    }

    [[nodiscard]] std::vector<QuantityReading> readingsIn(const Pieces &pieces, model::TextField field)
    {
        const QuantityReader reader(pieces, m_numbers, m_units);
        std::vector<QuantityReading> readings;
        int lastEnd = -1;
        for (int index = 0; index < pieces.count(); ++index) {
            auto reading = reader.read(index);
            if (!reading)
                continue;
            if (const auto end = timeOver(field, pieces.span(reading->begin, reading->end))) {
                while (index + 1 < pieces.count() && pieces.at(index + 1).span.begin < *end)
                    ++index;
                continue;
            }
            index = reading->end - 1;
            if (isModelNumber(pieces, *reading) || reading->isName)
                continue;
            const bool isRepetition = lastEnd >= 0 && reading->begin - lastEnd <= kFurthestDouble && pieces.isAnyOf(reading->begin - 1, {"(", "["}) && !readings.empty()
                && isSameInOtherUnit(readings.back().value, reading->value);
            lastEnd = reading->end;
            if (!isRepetition)
                readings.push_back(std::move(*reading));
        }
        return readings;
    }

    const AnnotatedArticle &m_annotated;
    const std::vector<model::TimeMention> &m_times;
    const language::WordLists &m_lists;
    std::set<QString> m_modelNumbers;
    NumberReader m_numbers;
    UnitReader m_units;
};

} // namespace

std::vector<model::QuantityMention> findQuantities(const AnnotatedArticle &annotated, const std::vector<model::TimeMention> &times, const language::WordLists &lists)
{
    Finder finder(annotated, times, lists);
    finder.readField(model::TextField::Title);
    finder.readField(model::TextField::Text);
    return finder.found;
}

} // namespace variorum::extraction
