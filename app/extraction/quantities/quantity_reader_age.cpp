// Rules for ages ("five-year-old", "aged 54", "Mark Reyes, 54,", "in his 30s") and ratios ("one in five"). See
// quantity_reader.cpp.

#include "extraction/quantities/quantity_reader.h"

namespace variorum::extraction {

namespace {

using model::Bound;

constexpr double kOldestPerson = 125;

} // namespace

// age: five-year-old, five years old, aged 54, "Mark Reyes, 54,", 54 years of age
std::optional<QuantityReading> QuantityReader::age(int index) const
{
    Bound bound = Bound::Exact;
    const int aged = m_pieces.isAnyOf(index, {"aged", "age"}) ? index + 1 : index;
    const int start = boundAt(aged, bound);
    const int between = m_pieces.is(start, QLatin1String("between")) ? start + 1 : start;
    const auto number = m_numbers.read(m_pieces, between);
    if (!number || !number->value || number->isOrdinal || number->isFraction)
        return std::nullopt;
    Core core;
    core.number = *number;
    core.end = number->end;
    QString unit = QStringLiteral("a");
    const auto made = [&](int end, const char *rule) {
        core.unit = UnitReading{end, unit, 1, false};
        return QuantityReading{index, end, valueOf(core, bound), {}, QLatin1String(rule), false};
    };
    int at = number->end;
    const bool isPlainHyphen = m_pieces.is(at, QLatin1String("-")) && m_pieces.isNumber(at + 1); // "40-50 years old"
    if (m_pieces.isAnyOf(at, {"-", "to", "and"}) && (aged != index || isPlainHyphen || m_pieces.is(at, QLatin1String("to")))) {
        if (const auto upper = m_numbers.read(m_pieces, at + 1); upper && upper->value && *upper->value > *number->value && *upper->value < 126) {
            core.upper = upper->value;
            at = upper->end;
        }
    }
    const int unitAt = m_pieces.is(at, QLatin1String("-")) ? at + 1 : at;
    const bool isYears = m_pieces.isAnyOf(unitAt, {"year", "years", "yr", "yrs"});
    const bool isMonths = m_pieces.isAnyOf(unitAt, {"month", "months"});
    const bool isWeeks = m_pieces.isAnyOf(unitAt, {"week", "weeks"});
    const bool isDays = m_pieces.isAnyOf(unitAt, {"day", "days"});
    if (isYears || isMonths || isWeeks || isDays) {
        unit = isYears ? QStringLiteral("a") : isMonths ? QStringLiteral("mo") : isWeeks ? QStringLiteral("wk") : QStringLiteral("d");
        const int old = m_pieces.is(unitAt + 1, QLatin1String("-")) ? unitAt + 2 : unitAt + 1;
        if (m_pieces.isAnyOf(old, {"old", "olds"}))
            return made(old + 1, "age-years-old");
        if (m_pieces.is(old, QLatin1String("of")) && m_pieces.is(old + 1, QLatin1String("age")))
            return made(old + 2, "age-years-of-age");
        if (*number->value > kOldestPerson)
            return std::nullopt;
        if (aged != index)
            return made(unitAt + 1, "aged");
        return std::nullopt;
    }
    if (*number->value > kOldestPerson)
        return std::nullopt;
    if (aged != index && m_pieces.isAnyOf(index, {"aged", "age"}) && (m_pieces.is(index, QLatin1String("aged")) || !m_pieces.isWord(at) || m_pieces.isAnyOf(at, {"or", "and"})))
        return made(at, "aged");
    const bool inCommas = m_pieces.is(index - 1, QLatin1String(",")) && m_pieces.at(index - 2).isCapitalised && m_pieces.isAnyOf(at, {",", ".", ";", ")"}) && bound == Bound::Exact
        && number->inFigures && number->end == between + 1 && *number->value >= 1 && !m_pieces.at(between).lower.contains(u'.');
    // "the suspect, 34, was held": two commas and two figures behind a common noun
    const model::Token &named = m_pieces.token(index >= 2 ? index - 2 : 0);
    const bool isOfNoun = index >= 3 && m_pieces.is(index - 1, QLatin1String(",")) && named.upos == model::Upos::Noun && named.xpos == model::Xpos::Nn && m_pieces.is(at, QLatin1String(","))
        && bound == Bound::Exact && number->inFigures && number->end == between + 1 && m_pieces.at(between).lower.size() == 2;
    const bool inBrackets = m_pieces.is(index - 1, QLatin1String("(")) && m_pieces.is(at, QLatin1String(")")) && m_pieces.at(index - 2).isCapitalised && number->inFigures && *number->value >= 5 && *number->value < 110;
    // "September, 12," is no age; nor is a list of numbers
    const bool isListed = m_pieces.isNumber(at + 1);
    if ((inCommas || inBrackets || isOfNoun) && !isListed)
        return made(at, "age-in-commas");
    return std::nullopt;
}

// age-decade: in his 30s, in her late fifties
std::optional<QuantityReading> QuantityReader::ageDecade(int index) const
{
    int before = index - 1;
    if (m_pieces.isAnyOf(before, {"early", "late", "mid", "-"}))
        --before;
    if (m_pieces.is(before, QLatin1String("mid")))
        --before;
    if (!m_pieces.isAnyOf(before, {"his", "her", "their", "my"}) || !m_pieces.isNumber(index) || m_pieces.at(index).lower.size() != 2 || !m_pieces.is(index + 1, QLatin1String("s")))
        return std::nullopt;
    const double decade = m_pieces.at(index).lower.toDouble();
    QuantityReading reading{index, index + 2, {}, {}, QStringLiteral("age-decade"), false};
    reading.value.bound = Bound::Range;
    reading.value.low = decade;
    reading.value.high = decade + 9;
    reading.value.unit = QStringLiteral("a");
    return reading;
}

// ratio: one in five, three out of four
std::optional<QuantityReading> QuantityReader::ratio(int index) const
{
    const auto above = m_numbers.read(m_pieces, index);
    if (!above || !above->value || above->isOrdinal || above->isFraction)
        return std::nullopt;
    const bool isOutOf = m_pieces.is(above->end, QLatin1String("out")) && m_pieces.is(above->end + 1, QLatin1String("of"));
    const bool isIn = m_pieces.is(above->end, QLatin1String("in"));
    const auto below = isOutOf || isIn ? m_numbers.read(m_pieces, above->end + (isOutOf ? 2 : 1)) : std::nullopt;
    if (!below || !below->value || below->isOrdinal || below->isFraction || *below->value <= *above->value || *below->value > 1e7 || (isIn && (*above->value > 10 || (below->inFigures && *below->value > 1900 && *below->value < 2100))))
        return std::nullopt;
    QuantityReading reading{index, below->end, {}, {}, QStringLiteral("ratio"), false};
    reading.value.value = reading.value.low = reading.value.high = *above->value / *below->value;
    reading.value.unit = QStringLiteral("1");
    reading.value.isFraction = true;
    if (const auto noun = countedNoun(m_pieces, below->end, false)) {
        reading.value.counted = noun->lemma;
        reading.countedSpan = noun->span;
    }
    return reading;
}

} // namespace variorum::extraction
