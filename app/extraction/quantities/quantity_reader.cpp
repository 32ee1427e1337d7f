// Reads one quantity from left to right: [bound] [currency] number [range] [unit] [the same in another unit] [noun].
//
//     "around 37mph (59 km/h)"    bound ~, number 37, unit [mi_i]/h; 59 km/h is 36.7 mph, the same within a tenth:
//                                 one quantity, its place covers both
//     "five-year-old", "aged 54"  ages: unit "a", nothing counted
//
// Ages and ratios stand in quantity_reader_age.cpp. A second unit whose number does not agree with the first stays a quantity of its own: the article contradicts itself.

#include "extraction/quantities/quantity_reader.h"

#include "extraction/quantities/number_names.h"
#include "model/units.h"

#include <QSet>
#include <cmath>

namespace variorum::extraction {

namespace {

using namespace Qt::StringLiterals;
using model::Bound;
using model::QuantityValue;

constexpr double kLeastModelNumber = 100; // "their 737 airliner"

struct BoundWords {
    QStringView words;
    Bound bound;
};

constexpr BoundWords kBefore[] = {{u"slightly more than", Bound::MoreThan}, {u"a little over", Bound::MoreThan}, {u"a little more than", Bound::MoreThan},
    {u"slightly over", Bound::MoreThan}, {u"slightly less than", Bound::LessThan}, {u"slightly fewer than", Bound::LessThan}, {u"slightly under", Bound::LessThan},
    {u"a little under", Bound::LessThan}, {u"well under", Bound::LessThan}, {u"well above", Bound::MoreThan}, {u"well below", Bound::LessThan},
    {u"as high as", Bound::AtMost}, {u"above", Bound::MoreThan}, {u"below", Bound::LessThan},
    {u"no fewer than", Bound::AtLeast}, {u"no less than", Bound::AtLeast}, {u"not less than", Bound::AtLeast},
    {u"at least", Bound::AtLeast}, {u"a minimum of", Bound::AtLeast}, {u"no more than", Bound::AtMost}, {u"not more than", Bound::AtMost},
    {u"at most", Bound::AtMost}, {u"a maximum of", Bound::AtMost}, {u"up to", Bound::AtMost}, {u"as many as", Bound::AtMost}, {u"as much as", Bound::AtMost},
    {u"as few as", Bound::AtLeast}, {u"more than", Bound::MoreThan}, {u"well over", Bound::MoreThan}, {u"just over", Bound::MoreThan},
    {u"in excess of", Bound::MoreThan}, {u"upwards of", Bound::AtLeast}, {u"greater than", Bound::MoreThan}, {u"higher than", Bound::MoreThan}, {u"over", Bound::MoreThan},
    {u"exceeding", Bound::MoreThan}, {u"fewer than", Bound::LessThan}, {u"less than", Bound::LessThan}, {u"lower than", Bound::LessThan}, {u"just under", Bound::LessThan},
    {u"under", Bound::LessThan}, {u"just short of", Bound::LessThan}, {u"around", Bound::Approximate}, {u"about", Bound::Approximate}, {u"some", Bound::Approximate},
    {u"roughly", Bound::Approximate}, {u"approximately", Bound::Approximate}, {u"nearly", Bound::Approximate}, {u"almost", Bound::Approximate},
    {u"close to", Bound::Approximate}, {u"an estimated", Bound::Approximate}, {u"estimated", Bound::Approximate}, {u"circa", Bound::Approximate}, {u"~", Bound::Approximate},
    {u">", Bound::MoreThan}, {u"<", Bound::LessThan}};

} // namespace

int QuantityReader::boundAt(int index, Bound &bound) const
{
    for (const BoundWords &row : kBefore) {
        const int end = m_pieces.matchPhrase(index, row.words);
        const bool isPlaceWord = m_pieces.isAnyOf(end - 1, {"above", "below"}); // "above two shops", but "above 5,000", "below $2"
        if (end > 0 && !(isPlaceWord && !m_pieces.isNumber(end) && !m_units.currencyBefore(m_pieces, end))) {
            bound = row.bound;
            // "up to around 50": the first word bounds
            Bound second = Bound::Exact;
            for (const BoundWords &next : kBefore) {
                if (next.bound == Bound::Approximate && m_pieces.matchPhrase(end, next.words) > 0)
                    return boundAt(end, second);
            }
            return end;
        }
    }
    return index;
}

int QuantityReader::boundAfter(int index, Bound &bound) const
{
    if (m_pieces.is(index, QLatin1String("and")) && m_pieces.is(index + 1, QLatin1String("more")) && m_pieces.token(index + 2).upos != model::Upos::Noun && m_pieces.token(index + 2).upos != model::Upos::Adj) {
        bound = Bound::AtLeast;
        return index + 2;
    }
    if (m_pieces.is(index, QLatin1String("or")) && m_pieces.isAnyOf(index + 1, {"more", "so", "fewer", "less", "greater", "higher", "lower"})) {
        bound = m_pieces.isAnyOf(index + 1, {"more", "greater", "higher"}) ? Bound::AtLeast : m_pieces.is(index + 1, QLatin1String("so")) ? Bound::Approximate : Bound::AtMost;
        return index + 2;
    }
    if (m_pieces.is(index, QLatin1String("+")) && m_pieces.isGlued(index)) {
        bound = Bound::AtLeast;
        return index + 1;
    }
    if (m_pieces.is(index, QLatin1String("-")) && m_pieces.is(index + 1, QLatin1String("plus"))) {
        bound = Bound::AtLeast;
        return index + 2;
    }
    return index;
}

// "6ft 2in", "7 pounds and 4 ounces": the second number counts parts of the first unit
void QuantityReader::addSmallerUnit(Core &core) const
{
    struct Pair {
        const char *large;
        const char *small;
        double parts;
    };
    static constexpr Pair kPairs[] = {{"[ft_i]", "[in_i]", 12}, {"[lb_av]", "[oz_av]", 16}, {"[stone_av]", "[lb_av]", 14}};
    const int at = m_pieces.is(core.end, QLatin1String("and")) ? core.end + 1 : core.end;
    const auto number = core.unit && core.number.value ? m_numbers.read(m_pieces, at) : std::nullopt;
    if (!number || !number->value)
        return;
    const auto unit = m_units.after(m_pieces, number->end, *number->value);
    const bool isShortInches = m_pieces.isAnyOf(number->end, {"in", "ins"})
        && (m_pieces.isGlued(number->end) || (core.unit->code == QLatin1String("[ft_i]") && number->inFigures && !m_pieces.isWord(number->end + 1)));
    if (unit && core.unit->isMoney && unit->isMoney && unit->code == core.unit->code && core.unit->factor >= 1 && unit->factor < 1) { // "13 dollars and 45 cents"
        *core.number.value += *number->value * unit->factor;
        core.end = unit->end;
        return;
    }
    for (const Pair &pair : kPairs) {
        const bool fits = core.unit->code == QLatin1String(pair.large) && *number->value < pair.parts
            && ((unit && unit->code == QLatin1String(pair.small)) || (isShortInches && pair.parts == 12));
        if (!fits)
            continue;
        *core.number.value += *number->value / pair.parts;
        core.end = isShortInches ? number->end + 1 : unit->end;
        return;
    }
}

std::optional<QuantityReader::Core> QuantityReader::core(int index, bool mayBeRange) const
{
    Core result;
    int at = index;
    if (m_pieces.is(at, QLatin1String("minus")) || (m_pieces.is(at, QLatin1String("-")) && m_pieces.at(at).spaceBefore && m_pieces.isGlued(at + 1) && m_pieces.isNumber(at + 1))) {
        result.isNegative = true;
        ++at;
    }
    const auto currency = m_units.currencyBefore(m_pieces, at);
    if (currency)
        at = currency->end;
    const auto number = m_numbers.read(m_pieces, at);
    if (!number)
        return std::nullopt;
    result.number = *number;
    result.end = number->end;
    // "$40m": a million after money, also where no noun tells
    if (currency && m_pieces.isAnyOf(result.end, {"m", "mil"}) && result.number.value) {
        *result.number.value *= 1e6;
        result.number.end = ++result.end;
    } else if (number->inFigures && number->value && m_pieces.is(result.end, QLatin1String("m")) && m_pieces.isGlued(result.end) && !m_units.after(m_pieces, result.end, *number->value)) {
        *result.number.value *= 1e6;
        result.number.end = ++result.end;
    }
    const bool isChange = tellsChange(index);
    const bool mayRange = mayBeRange && !isChange && number->value && !number->isOrdinal && !number->isFraction;
    const bool isBetween = m_pieces.is(index - 1, QLatin1String("between"));
    if (mayRange && (m_pieces.isAnyOf(result.end, {"to", "-", "or"}) || (isBetween && m_pieces.is(result.end, QLatin1String("and"))))) {
        const bool isSuspended = m_pieces.is(result.end, QLatin1String("-")) && m_pieces.is(result.end + 1, QLatin1String("to")); // "8- to 16-metre"
        const auto second = core(result.end + (isSuspended ? 2 : 1), false);
        const bool isJoined = m_pieces.is(result.end, QLatin1String("-")) && !isSuspended ? m_pieces.isGlued(result.end + 1) == m_pieces.isGlued(result.end) : true;
        if (second && second->number.value && !second->upper && isJoined && !second->isNegative && !second->number.isOrdinal && !second->number.isFraction 
            && (second->unit || !currency || m_pieces.is(result.end, QLatin1String("-")) || *second->number.value >= 1000)) {
            // "5 to 10 million": the scale is said once
            double low = *result.number.value;
            const double high = *second->number.value;
            const bool sharesScale = high >= 1000 && low < 1000 && low < high / 1000 && second->number.end > result.end + 2;
            if (sharesScale)
                low *= std::pow(1000.0, std::floor(std::log10(high) / 3));
            if (low < high) {
                result.number.value = low;
                result.upper = high;
                result.unit = second->unit || !currency ? second->unit : std::optional(*currency);
                result.end = second->end;
                return result;
            }
        }
    }
    if (currency) {
        result.unit = *currency;
        const auto named = m_units.after(m_pieces, result.end, number->value.value_or(0)); // "$5 US dollars", "$5 USD"
        if (named && named->isMoney && named->factor >= 1)
            result.end = named->end;
    } else if (!number->isOrdinal) {
        const bool hasOf = !number->value && m_pieces.is(result.end, QLatin1String("of")); // "thousands of pounds"
        if (const auto unit = m_units.after(m_pieces, hasOf ? result.end + 1 : result.end, number->value.value_or(number->atLeast.value_or(0)))) {
            result.unit = *unit;
            result.end = unit->end;
            if (result.number.value)
                *result.number.value *= unit->factor;
            addSmallerUnit(result);
        } else if (mayBeRange && number->inFigures) {
            shareUnit(result, isChange);
        }
    }
    if (result.isNegative && result.number.value && (result.unit || m_pieces.is(index, QLatin1String("-"))))
        *result.number.value *= -1;
    if (mayBeRange && result.unit && !currency && !isChange)
        addUpperMeasure(result, index);
    return result;
}

// "rose from 5 to 7 per cent", "was down $2.86 to $77.11", "fell by 5% to 7%": two values, no range
bool QuantityReader::tellsChange(int index) const
{
    const bool isFrom = m_pieces.is(index - 1, QLatin1String("from"));
    const int nearest = isFrom || m_pieces.is(index - 1, QLatin1String("by")) ? index - 2 : index - 1;
    const int furthest = isFrom ? index - 8 : nearest;
    for (int at = nearest; at >= std::max(0, furthest); --at) {
        if (m_pieces.isAnyOf(at, {"rose", "rise", "rises", "risen", "rising", "fell", "fall", "falls", "fallen", "falling", "up", "down", "increase", "increased", "increases", "decrease", "decreased",
                "dropped", "drop", "drops", "dropping", "climbed", "climb", "grew", "grown", "grow", "growing", "jumped", "jump", "cut", "cuts", "cutting", "reduced", "reduce", "reducing", "raised", "raise", "raising", "went", "lowered", "lower",
                "revised", "shrank", "shrunk", "slipped", "soared", "surged", "improved", "changed", "moved", "swelled", "expanded", "doubled", "declined", "slowed", "accelerated"}))
            return true;
    }
    return false;
}

// "rose 166.5 and 93.3%", "from 5 to 7 per cent": the unit is said once
void QuantityReader::shareUnit(Core &first, bool isChange) const
{
    const bool isJoint = m_pieces.is(first.end, QLatin1String("and")) || m_pieces.is(first.end, QLatin1String("or")) || (isChange && m_pieces.is(first.end, QLatin1String("to")));
    const auto second = isJoint && m_pieces.isNumber(first.end + 1) ? core(first.end + 1, false) : std::nullopt;
    if (second && second->unit && second->number.value && (second->unit->code == QLatin1String("%") || (isChange && !second->unit->isMoney)))
        first.unit = UnitReading{first.end, second->unit->code, 1, false};
}

// "44 mg to 50 mg", "between 5% and 7%", "-18C to -34C": a range whose ends both have the unit
void QuantityReader::addUpperMeasure(Core &first, int index) const
{
    const bool isBetween = m_pieces.is(index - 1, QLatin1String("between"));
    const bool isFrom = m_pieces.is(index - 1, QLatin1String("from")) && !m_pieces.isAnyOf(index - 2, {"range", "ranged", "ranges", "ranging", "vary", "varied", "varying"});
    if (isFrom || !first.number.value || first.number.isOrdinal || !(isBetween ? m_pieces.is(first.end, QLatin1String("and")) : m_pieces.isAnyOf(first.end, {"to", "-"})))
        return;
    const auto second = core(first.end + 1, false);
    if (!second || !second->unit || !second->number.value || second->unit->code != first.unit->code || *second->number.value == *first.number.value) // NOLINT(clang-diagnostic-float-equal): the same words twice
        return;
    const double low = std::min(*first.number.value, *second->number.value);
    if (low > 0 && low != *first.number.value) // NOLINT(clang-diagnostic-float-equal): "5% to 3%" falls
        return;
    first.upper = std::max(*first.number.value, *second->number.value);
    first.number.value = low;
    first.end = second->end;
}

QuantityValue QuantityReader::valueOf(const Core &core, Bound bound)
{
    QuantityValue value;
    value.unit = core.unit ? core.unit->code : core.number.isFraction ? QStringLiteral("1") : QString();
    value.isOrdinal = core.number.isOrdinal;
    value.isFraction = core.number.isFraction;
    if (core.upper) {
        value.bound = Bound::Range;
        value.low = core.number.value;
        value.high = core.upper;
        return value;
    }
    if (!core.number.value) { // "dozens"
        value.bound = Bound::AtLeast;
        value.low = core.number.atLeast;
        return value;
    }
    value.bound = bound == Bound::Exact && core.number.isRough ? Bound::Approximate : bound;
    value.value = core.number.value;
    if (bound != Bound::LessThan && bound != Bound::AtMost)
        value.low = core.number.value;
    if (bound != Bound::MoreThan && bound != Bound::AtLeast)
        value.high = core.number.value;
    return value;
}

// "(59 km/h)", "/60km/h", ", or 59 km/h,": the same once more; the piece after it, or `index`
int QuantityReader::afterDouble(int index, const Core &core) const
{
    if (!core.unit || !core.number.value || core.upper)
        return index;
    const bool inBrackets = m_pieces.isAnyOf(index, {"(", "["});
    const bool isSlash = m_pieces.is(index, QLatin1String("/"));
    const bool isOr = m_pieces.is(index, QLatin1String("or")) || (m_pieces.is(index, QLatin1String(",")) && m_pieces.is(index + 1, QLatin1String("or")));
    if (!inBrackets && !isSlash && !isOr)
        return index;
    int at = index + (isOr && m_pieces.is(index, QLatin1String(",")) ? 2 : 1);
    Bound ignored = Bound::Exact;
    at = boundAt(at, ignored);
    const auto second = this->core(at, false);
    if (!second || !second->unit || !second->number.value || second->upper || second->unit->code == core.unit->code)
        return index;
    int end = second->end;
    if (inBrackets) {
        if (!m_pieces.isAnyOf(end, {")", "]"}))
            return index;
        ++end;
    }
    const bool bothMoney = core.unit->isMoney && second->unit->isMoney;
    const auto converted = model::convertUnit(*second->number.value, second->unit->code, core.unit->code);
    const bool agrees = converted && std::abs(*converted - *core.number.value) <= 0.1 * std::abs(*core.number.value);
    return agrees || (bothMoney && inBrackets) ? end : index;
}

// count, measure, money, range, fraction, ordinal
std::optional<QuantityReading> QuantityReader::counted(int index) const
{
    Bound bound = Bound::Exact;
    const int at = boundAt(index, bound);
    const int start = m_pieces.is(at, QLatin1String("between")) ? at + 1 : at;
    const auto found = core(start);
    if (!found)
        return std::nullopt;
    Core core = *found;
    if (start != at && !core.upper) // "between two delegations": no range
        return std::nullopt;
    const bool isMeasured = core.unit || core.upper;
    const int numberAt = m_pieces.isNumber(start) || m_pieces.isWord(start) ? start : start + 1;
    if (const auto end = numberNameEnd(m_pieces, numberAt, core.number, isMeasured)) {
        QuantityReading name;
        name.begin = index;
        name.end = std::max(*end, start + 1);
        name.isName = true;
        return name;
    }
    QuantityReading reading{index, afterDouble(core.end, core), {}, {}, {}, false};
    if (!core.unit)
        reading.end = boundAfter(reading.end, bound);
    reading.value = valueOf(core, bound);
    reading.rule = core.upper ? QStringLiteral("range") : core.unit && core.unit->isMoney ? QStringLiteral("money") : core.unit ? QStringLiteral("measure")
        : core.number.isFraction ? QStringLiteral("fraction") : core.number.isOrdinal ? QStringLiteral("ordinal") : !core.number.value ? QStringLiteral("unnamed") : QStringLiteral("count");
    if (!core.unit) {
        const bool isCompound = m_pieces.is(reading.end, QLatin1String("-")) && m_pieces.isGlued(reading.end) && m_pieces.isWord(reading.end + 1); // "six-lane road"
        if (isCompound && m_pieces.isAnyOf(reading.end + 1, {"on", "way", "off", "to", "sided", "fold", "ever", "time", "half"})) {
            reading.isName = true;
            return reading;
        }
        if (isCompound) {
            const QString &noun = m_pieces.at(reading.end + 1).lower;
            reading.value.counted = noun;
            reading.countedSpan = m_pieces.span(reading.end + 1, reading.end + 2);
        } else if (const auto noun = countedNoun(m_pieces, reading.end, core.number.isOrdinal)) {
            // "their 737 airliner", "the S&P 500 index": a number before a singular names it
            const bool isMark = m_pieces.isAnyOf(reading.end, {"mark", "level", "threshold", "barrier", "limit", "ceiling"}); // "above the 5000 mark"
            const bool isPlain = core.number.inFigures && bound == Bound::Exact && !core.upper && !core.number.isOrdinal && !core.number.isFraction && core.number.end == numberAt + 1;
            if (isPlain && noun->isSingular && !isMark && *core.number.value >= kLeastModelNumber && !m_pieces.at(numberAt).lower.contains(u',')) {
                reading.isName = true;
                return reading;
            }
            reading.value.counted = noun->lemma;
            reading.countedSpan = noun->span;
        }
        // "their new 787 Dreamliner"
        const bool isModel = !reading.countedSpan && core.number.inFigures && bound == Bound::Exact && !core.upper && core.number.end == numberAt + 1 && m_pieces.at(numberAt).lower.size() == 3
            && m_pieces.at(reading.end).isCapitalised && m_pieces.at(reading.end).spaceBefore && m_pieces.token(reading.end).xpos == model::Xpos::Nnp && !m_pieces.at(reading.end).lower.endsWith(u's');
        if (isModel) {
            reading.isName = true;
            return reading;
        }
        // "a 7-11 store": figures joined by a hyphen range only over what is counted, a plural
        const bool isHyphenRange = core.upper && m_pieces.isGlued(reading.end - 1) && m_pieces.is(reading.end - 2, QLatin1String("-"));
        if (isHyphenRange && !(reading.countedSpan && m_pieces.text().text[reading.countedSpan->end - 1] == u's') && reading.value.counted != QLatin1String("people")) {
            reading.isName = true;
            return reading;
        }
    }
    const bool isOne = core.number.end == numberAt + 1 && m_pieces.is(numberAt, QLatin1String("one"));
    const bool tellsFate = m_pieces.at(numberAt + 1).lower.endsWith(QLatin1String("ly")) || m_pieces.isAnyOf(numberAt + 1, {"dead", "injured", "killed", "wounded", "missing", "hurt"}); // "five hurt, one critically"
    const bool isPronoun = isOne && !tellsFate && bound == Bound::Exact && !core.upper && !core.unit && (!reading.countedSpan || m_pieces.is(reading.end, QLatin1String("of"))
        || m_pieces.isAnyOf(numberAt - 1, {"no", "any", "the", "this", "that", "every", "each"}) || m_pieces.isAnyOf(numberAt + 1, {"day", "another", "time"}));
    const bool isLooseOrdinal = core.number.isOrdinal && (!reading.countedSpan || (m_pieces.is(reading.end, QLatin1String("-")) && m_pieces.isGlued(reading.end)) || m_pieces.isAnyOf(numberAt - 1, {"at", "for"}));
    const bool isNothing = isPronoun || isLooseOrdinal || (!core.number.value && !reading.countedSpan && !core.unit && m_pieces.isAnyOf(numberAt, {"several", "multiple", "a"}));
    if (isNothing) {
        reading.isName = true;
        return reading;
    }
    return reading;
}

// Can any rule begin here? Most words end at this question. Keep in step with kBefore and the rules: a word that a pattern
// begins with, and that stands for no number, must stand here.
bool QuantityReader::mayBegin(int index) const
{
    const Piece &piece = m_pieces.at(index);
    if (piece.kind == PieceKind::Number)
        return true;
    if (piece.kind == PieceKind::Mark)
        return m_pieces.isNumber(index + 1) || piece.lower.front().unicode() > 0x7F;
    static const QSet<QString> kStarters{u"no"_s, u"not"_s, u"at"_s, u"a"_s, u"an"_s, u"up"_s, u"as"_s, u"more"_s, u"well"_s, u"just"_s, u"in"_s, u"upwards"_s, u"greater"_s, u"higher"_s, u"over"_s,
        u"exceeding"_s, u"fewer"_s, u"less"_s, u"lower"_s, u"under"_s, u"around"_s, u"about"_s, u"some"_s, u"roughly"_s, u"approximately"_s, u"nearly"_s, u"almost"_s, u"close"_s, u"estimated"_s, u"circa"_s,
        u"slightly"_s, u"above"_s, u"below"_s, u"aged"_s, u"age"_s, u"between"_s, u"minus"_s, u"several"_s, u"multiple"_s};
    const bool isCode = (piece.isCapitalised || piece.lower.size() <= 3) && (m_pieces.isNumber(index + 1) || m_pieces.isNumber(index + 2) || m_pieces.isNumber(index + 4) || m_pieces.isNumber(index + 5)); // "EUR 5", "US$5", "U.S.$5"
    return isCode || kStarters.contains(piece.lower) || m_numbers.isNumberWord(piece.lower);
}

std::optional<QuantityReading> QuantityReader::read(int index) const
{
    if (!mayBegin(index))
        return std::nullopt;
    for (const auto rule : {&QuantityReader::age, &QuantityReader::ageDecade, &QuantityReader::ratio, &QuantityReader::counted}) {
        if (auto reading = (this->*rule)(index))
            return reading;
    }
    return std::nullopt;
}

} // namespace variorum::extraction
