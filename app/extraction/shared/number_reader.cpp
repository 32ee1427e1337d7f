// Reads one number from the pieces of a sentence, by the grammar that English number words follow:
//
//     cardinal  := below-1000 (scale below-1000)*           "two hundred and twenty-one thousand"
//     below-1000 := [unit "hundred" ["and"]] (tens ["-"] unit | teen | unit)
//     ordinal   := cardinal whose last word is an ordinal    "twenty-first", "10th"
//     fraction  := ("a" | cardinal) denominator              "two-thirds", "a third of", "half of"
//     unnamed   := many ("of" many)*                         "tens of thousands": at least 2 * 10 * 1000
//
// Worked example: "half a million" is 0.5 times the scale, 500000; "two and a half million" 2.5e6; "dozens" is no
// number but a bound: at least 24, since the plural speaks of two dozen or more.

#include "extraction/shared/number_reader.h"

#include <cmath>

namespace variorum::extraction {

namespace {

constexpr int kMostScales = 4; // "hundred thousand million": no text needs more, and hostile ones get no further

bool isHyphenBetween(const Pieces &pieces, int hyphen)
{
    return pieces.is(hyphen, QLatin1String("-")) && pieces.isGlued(hyphen) && pieces.isGlued(hyphen + 1);
}

int skipHyphen(const Pieces &pieces, int index)
{
    return isHyphenBetween(pieces, index) ? index + 1 : index;
}

bool isArticle(const Pieces &pieces, int index)
{
    return pieces.isAnyOf(index, {"a", "an"});
}

std::optional<double> vulgarFraction(const QString &mark)
{
    if (mark.size() != 1)
        return std::nullopt;
    switch (mark[0].unicode()) {
    case 0x00BD: return 0.5;
    case 0x00BC: return 0.25;
    case 0x00BE: return 0.75;
    case 0x2153: return 1.0 / 3;
    case 0x2154: return 2.0 / 3;
    case 0x2155: return 0.2;
    case 0x2156: return 0.4;
    case 0x2157: return 0.6;
    case 0x2158: return 0.8;
    case 0x2159: return 1.0 / 6;
    case 0x215A: return 5.0 / 6;
    case 0x215B: return 0.125;
    case 0x215C: return 0.375;
    case 0x215D: return 0.625;
    case 0x215E: return 0.875;
    default: return std::nullopt;
    }
}

// "three quarters of", "half the", "by a third": does what follows a denominator let it be a part of something?
bool mayFollowFraction(const Pieces &pieces, int index)
{
    return !pieces.isWord(index) || pieces.isAnyOf(index, {"of", "the", "his", "her", "its", "their", "our", "my", "as", "more", "less",
        "fewer", "higher", "lower", "larger", "smaller", "were", "was", "are", "is", "said", "have", "had", "in", "to", "from", "since", "and",
        "on", "at", "after", "by", "or", "that", "those", "these", "this", "all"});
}

// "10 000", "1 414 021 100": groups of three figures parted by spaces. The end of the last group, or of the one piece.
// A single second group counts only where it is round, so that two numbers side by side stay two.
int endOfSpacedGroups(const Pieces &pieces, int index)
{
    constexpr int kMostGroups = 4;
    const QString &first = pieces.at(index).lower;
    const auto isGroup = [&pieces](int at) {
        const Piece &piece = pieces.at(at);
        return piece.kind == PieceKind::Number && piece.spaceBefore && (piece.lower.size() == 3 || (piece.lower.size() > 4 && piece.lower[3] == u'.')) && !piece.lower.contains(u',');
    };
    if (first.size() > 3 || first.startsWith(u'0') || first.contains(u'.') || first.contains(u',') || pieces.isNumber(index - 1))
        return index + 1;
    int end = index + 1;
    while (end <= index + kMostGroups && isGroup(end) && !pieces.at(end - 1).lower.contains(u'.'))
        ++end;
    const bool isLoose = end == index + 2 && !pieces.at(index + 1).lower.endsWith(QLatin1String("00"));
    return isLoose || pieces.isNumber(end) ? index + 1 : end;
}

} // namespace

std::optional<double> NumberReader::figures(QStringView text)
{
    QString plain;
    qsizetype sinceComma = -1;
    bool point = false;
    for (const QChar character : text) {
        if (character == u',') {
            if (point || (sinceComma >= 0 && sinceComma != 3 && sinceComma != 2) || (sinceComma < 0 && (plain.isEmpty() || plain.size() > 3)))
                return std::nullopt;
            sinceComma = 0;
            continue;
        }
        if (character == u'.') {
            if (point)
                return std::nullopt;
            point = true;
        } else if (!point && sinceComma >= 0) {
            ++sinceComma;
        }
        plain.append(character);
    }
    if (sinceComma >= 0 && sinceComma != 3)
        return std::nullopt;
    bool ok = false;
    const double value = plain.toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<NumberReader::WordValue> NumberReader::word(const Pieces &pieces, int index) const
{
    if (!pieces.isWord(index))
        return std::nullopt;
    const std::optional<QStringList> columns = m_lists.columns(u"number_words", pieces.at(index).lower);
    if (!columns || columns->size() < 2)
        return std::nullopt;
    return WordValue{columns->at(0), columns->at(1).toDouble()};
}

int NumberReader::readScale(const Pieces &pieces, int index, bool afterFigures, double &value) const
{
    for (int scales = 0; scales < kMostScales; ++scales) {
        const int next = isHyphenBetween(pieces, index) ? index + 1 : index;
        const auto found = word(pieces, next);
        if (!found)
            return index;
        const bool isGlued = pieces.isGlued(next);
        const bool isShort = found->kind == QLatin1String("short-scale") && afterFigures && (isGlued || pieces.at(next).lower.size() > 1);
        const bool isLong = found->kind == QLatin1String("scale") || found->kind == QLatin1String("dozen")
            || (afterFigures && (found->kind == QLatin1String("hundred") || pieces.is(next, QLatin1String("dozens")))); // "3 dozens"
        if (!isShort && !isLong)
            return index;
        value *= pieces.is(next, QLatin1String("dozens")) ? 12 : found->value;
        index = next + 1;
    }
    return index;
}

std::optional<NumberReading> NumberReader::readFigures(const Pieces &pieces, int index) const
{
    const Piece &piece = pieces.at(index);
    std::optional<double> value = piece.kind == PieceKind::Number ? figures(piece.lower) : vulgarFraction(piece.lower);
    const int end = piece.kind == PieceKind::Number ? endOfSpacedGroups(pieces, index) : index + 1;
    if (end > index + 1) {
        QString groups;
        for (int at = index; at < end; ++at)
            groups += pieces.at(at).lower;
        value = figures(groups);
    }
    if (!value)
        return std::nullopt;
    NumberReading reading{end, value, {}, false, piece.kind != PieceKind::Number, true, false};
    if (piece.kind == PieceKind::Number && pieces.isGlued(reading.end) && pieces.isAnyOf(reading.end, {"st", "nd", "rd", "th"})) {
        reading.isOrdinal = true;
        ++reading.end;
        return reading;
    }
    const bool hasSpacedFraction = piece.kind == PieceKind::Number && pieces.isNumber(reading.end) && pieces.is(reading.end + 1, QLatin1String("/"))
        && pieces.isGlued(reading.end + 1) && pieces.isNumber(reading.end + 2) && pieces.isGlued(reading.end + 2);
    const auto fraction = hasSpacedFraction ? readFigures(pieces, reading.end) : std::nullopt; // "10 1/2"
    if (fraction && fraction->isFraction && fraction->value) {
        reading.value = *reading.value + *fraction->value;
        reading.end = fraction->end;
    } else if (const auto more = vulgarFraction(pieces.at(reading.end).lower); more && piece.kind == PieceKind::Number) {
        reading.value = *reading.value + *more;
        ++reading.end;
    } else if (piece.kind == PieceKind::Number && pieces.is(reading.end, QLatin1String("/")) && pieces.isGlued(reading.end)
               && pieces.isNumber(reading.end + 1) && pieces.isGlued(reading.end + 1) && !pieces.is(reading.end + 2, QLatin1String("/"))) {
        const auto lower = figures(pieces.at(reading.end + 1).lower);
        if (!lower || *lower < 2 || *lower > 16 || *value >= *lower || *value < 1)
            return std::nullopt;
        reading.value = *value / *lower;
        reading.isFraction = true;
        reading.end += 2;
        return reading;
    } else if (pieces.is(reading.end, QLatin1String("and")) && isArticle(pieces, reading.end + 1) && pieces.is(reading.end + 2, QLatin1String("half"))) {
        reading.value = *reading.value + 0.5;
        reading.end += 3;
    }
    double scaled = *reading.value;
    reading.end = readScale(pieces, reading.end, true, scaled);
    if (scaled != *reading.value) // NOLINT(clang-diagnostic-float-equal): unchanged unless a scale multiplied it
        reading.isFraction = false;
    reading.value = scaled;
    return reading;
}

std::optional<NumberReading> NumberReader::readUnnamed(const Pieces &pieces, int index) const
{
    const auto rough = [&](int end, std::optional<double> value, std::optional<double> atLeast) {
        NumberReading reading;
        reading.end = end;
        reading.value = value;
        reading.atLeast = atLeast;
        reading.isRough = true;
        return reading;
    };
    if (isArticle(pieces, index) && pieces.isAnyOf(index + 1, {"couple", "few"})) {
        const int after = pieces.is(index + 2, QLatin1String("of")) && !pieces.isAnyOf(index + 3, {"the", "them", "these", "those", "his", "her", "its"}) ? index + 3 : index + 2;
        if (const auto scale = word(pieces, after); scale && (scale->kind == QLatin1String("hundred") || scale->kind == QLatin1String("scale") || scale->kind == QLatin1String("dozen")))
            return rough(after + 1, 2 * scale->value, {});
        return pieces.is(index + 1, QLatin1String("couple")) ? rough(index + 2, 2, {}) : rough(index + 2, {}, 2);
    }
    if (pieces.isAnyOf(index, {"several", "multiple"})) {
        if (const auto scale = word(pieces, index + 1); scale && (scale->kind == QLatin1String("hundred") || scale->kind == QLatin1String("scale") || scale->kind == QLatin1String("dozen")))
            return rough(index + 2, {}, 2 * scale->value);
        return rough(index + 1, {}, 2);
    }
    auto found = word(pieces, index);
    if (!found || found->kind != QLatin1String("many"))
        return std::nullopt;
    double low = found->value;
    int end = index + 1;
    for (int words = 0; words < kMostScales && pieces.isAnyOf(end, {"of", "and"}); ++words) {
        const auto next = word(pieces, end + 1);
        if (!next || next->kind != QLatin1String("many"))
            break;
        if (pieces.is(end, QLatin1String("of")))
            low *= next->value / 2;
        end += 2;
    }
    if (pieces.is(index, QLatin1String("tens")) && end == index + 1)
        return std::nullopt;
    return rough(end, {}, low);
}

std::optional<NumberReader::Cardinal> NumberReader::readCardinal(const Pieces &pieces, int index) const
{
    double total = 0;
    double group = 0; // what stands since the last scale
    double room = 1e3; // the next part must be below this, so that "one two" are two numbers
    double scaleRoom = 1e15;
    int end = index;
    int next = index;
    const bool leadingArticle = isArticle(pieces, index);
    if (leadingArticle) {
        const auto after = word(pieces, index + 1);
        if (!after || (after->kind != QLatin1String("hundred") && after->kind != QLatin1String("scale") && after->kind != QLatin1String("dozen")))
            return std::nullopt;
        group = 1;
        next = index + 1;
    }
    while (const auto part = word(pieces, next)) {
        const double value = part->value;
        if (part->kind == QLatin1String("unit") || part->kind == QLatin1String("teen") || part->kind == QLatin1String("tens")) {
            if (value >= room || (end == index && leadingArticle))
                break;
            group += value;
            room = part->kind == QLatin1String("tens") ? 10 : 0;
        } else if (part->kind == QLatin1String("hundred")) {
            if (group < 1 || group >= 100)
                break;
            group *= 100;
            room = 100;
        } else if (part->kind == QLatin1String("scale")) {
            if (group <= 0 && total > 0 && pieces.is(next, QLatin1String("crore"))) { // "three lakh crore"
                total *= value;
                end = next + 1;
                next = end;
                continue;
            }
            if (group <= 0 || value >= scaleRoom)
                break;
            total += group * value;
            group = 0;
            room = 1e3;
            scaleRoom = value;
        } else if (part->kind == QLatin1String("dozen") || (pieces.is(next, QLatin1String("dozens")) && group > 0)) { // "three dozens"
            if (group <= 0 || group > 99)
                break;
            return Cardinal{next + 1, (total + group) * 12, false, false};
        } else if (part->kind == QLatin1String("ordinal-unit") || part->kind == QLatin1String("ordinal-teen")) {
            // Directly after a bare unit it is a denominator or another number, not "twenty-first".
            if (value >= room || (end != index && room <= 0))
                break;
            return Cardinal{next + 1, total + group + value, true, false};
        } else if (part->kind == QLatin1String("ordinal-scale") && group > 0 && end != index) {
            return Cardinal{next + 1, total + group * value, true, false};
        } else {
            break;
        }
        end = next + 1;
        next = skipHyphen(pieces, end);
        if (pieces.is(next, QLatin1String("and")) && room > 0 && (part->kind == QLatin1String("hundred") || part->kind == QLatin1String("scale"))) {
            const auto after = word(pieces, next + 1);
            if (after && after->value < 100 && (after->kind == QLatin1String("unit") || after->kind == QLatin1String("teen") || after->kind == QLatin1String("tens")))
                ++next;
        }
    }
    if (end == index)
        return std::nullopt;
    return Cardinal{end, total + group, false, false};
}

std::optional<NumberReading> NumberReader::readFraction(const Pieces &pieces, int index) const
{
    const auto fraction = [](int end, double value) {
        NumberReading reading;
        reading.end = end;
        reading.value = value;
        reading.isFraction = true;
        return reading;
    };
    if (pieces.is(index, QLatin1String("half"))) {
        const int article = skipHyphen(pieces, index + 1);
        const int scaleAt = isArticle(pieces, article) ? article + 1 : article;
        double value = 0.5;
        if (const int end = readScale(pieces, scaleAt, false, value); end > scaleAt) {
            NumberReading reading = fraction(end, value);
            reading.isFraction = false;
            return reading;
        }
        return pieces.isWord(index + 1) && mayFollowFraction(pieces, index + 1) ? std::optional(fraction(index + 1, 0.5)) : std::nullopt;
    }
    double above = 1;
    int at = index + 1;
    if (!isArticle(pieces, index)) {
        const auto cardinal = readCardinal(pieces, index);
        if (!cardinal || cardinal->isOrdinal || cardinal->value > 20)
            return std::nullopt;
        above = cardinal->value;
        at = cardinal->end;
    }
    at = skipHyphen(pieces, at);
    const auto lower = word(pieces, at);
    if (!lower || pieces.is(at, QLatin1String("second")) || pieces.is(at, QLatin1String("first")))
        return std::nullopt;
    // "a quarter of a million", "three quarters of a billion"
    const int scaleAt = pieces.is(at + 1, QLatin1String("of")) && isArticle(pieces, at + 2) ? at + 3 : at + 1;
    double scaled = above / lower->value;
    if (const int end = lower->kind == QLatin1String("denominator") ? readScale(pieces, scaleAt, false, scaled) : scaleAt; end > scaleAt) {
        NumberReading reading = fraction(end, scaled);
        reading.isFraction = false;
        return reading;
    }
    const bool isOrdinalWord = lower->kind.startsWith(QLatin1String("ordinal"));
    if (!isOrdinalWord && lower->kind != QLatin1String("denominator"))
        return std::nullopt;
    if ((isArticle(pieces, index) || isOrdinalWord) && !mayFollowFraction(pieces, at + 1))
        return std::nullopt;
    if (isOrdinalWord && above > 1)
        return std::nullopt;
    return fraction(at + 1, above / lower->value);
}

std::optional<NumberReading> NumberReader::readWords(const Pieces &pieces, int index) const
{
    const auto cardinal = readCardinal(pieces, index);
    if (!cardinal)
        return std::nullopt;
    NumberReading reading;
    reading.end = cardinal->end;
    reading.value = cardinal->value;
    reading.isOrdinal = cardinal->isOrdinal;
    if (reading.isOrdinal)
        return reading;
    if (pieces.is(reading.end, QLatin1String("and")) && isArticle(pieces, reading.end + 1) && pieces.isAnyOf(reading.end + 2, {"half", "quarter"})) {
        const double part = pieces.is(reading.end + 2, QLatin1String("half")) ? 0.5 : 0.25;
        // "a million and a half" is one and a half of the last scale
        const bool afterScale = *reading.value >= 1000 && isArticle(pieces, index);
        reading.value = *reading.value + part * (afterScale ? *reading.value : 1);
        reading.end += 3;
        double scaled = *reading.value;
        reading.end = readScale(pieces, reading.end, false, scaled);
        reading.value = scaled;
    } else if (pieces.is(reading.end, QLatin1String("point"))) {
        double place = 0.1;
        int next = reading.end + 1;
        for (auto digit = word(pieces, next); digit && digit->kind == QLatin1String("unit"); digit = word(pieces, next)) {
            reading.value = *reading.value + digit->value * place;
            place /= 10;
            ++next;
        }
        if (next > reading.end + 1) {
            double scaled = *reading.value;
            reading.end = readScale(pieces, next, false, scaled);
            reading.value = scaled;
        }
    }
    return reading;
}

std::optional<NumberReading> NumberReader::read(const Pieces &pieces, int index) const
{
    if (pieces.isNumber(index) || vulgarFraction(pieces.at(index).lower))
        return readFigures(pieces, index);
    if (!pieces.isWord(index) || (!isArticle(pieces, index) && !pieces.isAnyOf(index, {"several", "multiple"}) && !word(pieces, index)))
        return std::nullopt;
    if (auto fraction = readFraction(pieces, index))
        return fraction;
    if (auto unnamed = readUnnamed(pieces, index))
        return unnamed;
    return readWords(pieces, index);
}

} // namespace variorum::extraction
