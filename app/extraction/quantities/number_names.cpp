// Numbers that name or order things instead of counting them. Each test has a name that reads like its pattern.
//
//     "Flight 1909 landed with 180 passengers"    1909 follows a word that takes a number as its name; 180 counts

#include "extraction/quantities/number_names.h"

#include <algorithm>

namespace variorum::extraction {

namespace {

bool followsNameWord(const Pieces &pieces, int index)
{
    const int before = pieces.is(index - 1, QLatin1String(".")) ? index - 2 : index - 1;
    return pieces.isAnyOf(before, {"boeing", "airbus", "flight", "channel", "route", "highway", "article", "section", "chapter", "room", "box", "no", "nos", "apollo",
        "interstate", "gate", "platform", "terminal", "page", "line", "phase", "level", "grade", "type", "category", "stage", "version", "iphone", "windows",
        "formula", "area", "block", "district", "precinct", "apartment", "apt", "suite", "episode", "season", "volume", "act", "amendment", "resolution", "model",
        "number", "covid", "unit", "ward", "sector", "zone", "radio", "track", "lane", "tower", "building", "week", "day", "round", "group", "tier", "size", "step", "class"})
        && (pieces.at(before).isCapitalised || pieces.isAnyOf(before, {"no", "flight", "number", "channel", "room", "route", "highway", "page", "article", "section", "line", "gate"}));
}

// "iPhone 4", "the S&P 500", "Frankfurt's DAX 30 indices"
bool followsProduct(const Pieces &pieces, int index)
{
    const base::TextSpan span = pieces.at(index - 1).span;
    const QStringView word = QStringView(pieces.text().text).sliced(span.begin, index > 0 ? span.length() : 0);
    const bool hasInnerCapital = word.size() > 2 && word[0].isLower() && std::any_of(word.begin(), word.end(), [](QChar letter) { return letter.isUpper(); });
    const bool isIndex = pieces.isAnyOf(index - 1, {"dax", "cac", "ftse", "nikkei", "stoxx", "topix", "russell", "nasdaq", "ibex", "csi"}) || (pieces.is(index - 1, QLatin1String("p")) && pieces.is(index - 2, QLatin1String("&")))
        || (pieces.is(index - 1, QLatin1String("s")) && pieces.is(index - 2, QLatin1String("'")) && pieces.is(index - 3, QLatin1String("poor")));
    return hasInnerCapital || isIndex;
}

// "Russia 24 showed", but "In Seattle 5 people": a capitalised word, the number in figures, no plural after it
bool followsName(const Pieces &pieces, int index, const NumberReading &reading)
{
    if (!reading.inFigures || reading.isOrdinal || index < 1 || !pieces.isWord(index - 1) || !pieces.at(index - 1).isCapitalised || pieces.at(index - 1).lower.size() < 2)
        return false;
    const bool startsSentence = index == 1;
    const QString &next = pieces.at(reading.end).lower;
    const bool countsPlural = pieces.isWord(reading.end) && !pieces.at(reading.end).isCapitalised
        && (next.endsWith(u's') || pieces.isAnyOf(reading.end, {"people", "men", "women", "children", "per"}) || pieces.token(reading.end).upos == model::Upos::Adj);
    const model::Upos before = pieces.token(index - 1).upos;
    const bool isFunctionWord = before != model::Upos::X ? before != model::Upos::Propn && before != model::Upos::Noun : startsSentence;
    return !countsPlural && !isFunctionWord;
}

// "won 3-1", "lost 0-2": two small numbers joined, and the second is not larger or a word of sport stands near
std::optional<int> scoreEnd(const Pieces &pieces, int index)
{
    const bool isPair = pieces.isNumber(index) && pieces.is(index + 1, QLatin1String("-")) && pieces.isNumber(index + 2) && pieces.isGlued(index + 1) && pieces.isGlued(index + 2);
    if (!isPair)
        return std::nullopt;
    const auto first = NumberReader::figures(pieces.at(index).lower);
    const auto second = NumberReader::figures(pieces.at(index + 2).lower);
    if (!first || !second)
        return std::nullopt;
    bool nearSport = false;
    for (int at = std::max(0, index - 5); at < index + 6; ++at)
        nearSport = nearSport || pieces.isAnyOf(at, {"won", "win", "wins", "lost", "loss", "beat", "beating", "defeat", "defeated", "drew", "draw", "score", "victory", "vote", "voted", "ruled", "ruling", "lead", "led"});
    if (*second > *first && !nearSport)
        return std::nullopt;
    int end = index + 3;
    while (pieces.is(end, QLatin1String("-")) && pieces.isNumber(end + 1))
        end += 2;
    return end;
}

// Groups of figures joined by hyphens, points or spaces, seven figures or more: 555-0142, +44 20 7946 0000
std::optional<int> telephoneEnd(const Pieces &pieces, int index)
{
    int figures = 0;
    int groups = 0;
    int at = index;
    while (groups < 8 && pieces.isNumber(at) && !pieces.at(at).lower.contains(u',')) {
        figures += static_cast<int>(pieces.at(at).lower.size());
        ++groups;
        ++at;
        if (pieces.isAnyOf(at, {"-", ")", "/"}) && pieces.isNumber(at + 1))
            ++at;
    }
    const bool startsLikeOne = pieces.is(index - 1, QLatin1String("+")) || pieces.at(index).lower.startsWith(u'0');
    const bool isTelephone = figures >= 7 && groups >= 2 && (startsLikeOne || groups >= 3 || pieces.at(at - 1).lower.size() == 4);
    return isTelephone ? std::optional(at) : std::nullopt;
}

bool isGluedToWord(const Pieces &pieces, int index, const NumberReading &reading, bool isMeasured)
{
    const bool isLaterPart = pieces.isGlued(index) && pieces.is(index - 1, QLatin1String("-")) && pieces.isGlued(index - 1) && pieces.isWord(index - 2); // "one-on-one"
    if (!reading.inFigures)
        return isLaterPart && !isMeasured;
    const bool before = pieces.isGlued(index) && (pieces.isWord(index - 1) || pieces.isAnyOf(index - 1, {"@", "#", "_", "/", "&"})
        || (pieces.is(index - 1, QLatin1String("-")) && pieces.isGlued(index - 1) && pieces.isWord(index - 2)));
    const bool after = pieces.isGlued(reading.end) && (pieces.isWord(reading.end) || pieces.is(reading.end, QLatin1String("_"))) && !reading.isOrdinal && !isMeasured;
    return before || after;
}

bool isBareYear(const Pieces &pieces, int index, const NumberReading &reading)
{
    const QString &figures = pieces.at(index).lower;
    const bool isYear = reading.end == index + 1 && figures.size() == 4 && pieces.isNumber(index) && figures >= QLatin1String("1900") && figures <= QLatin1String("2099") && !figures.contains(u'.');
    return isYear && !pieces.isWord(reading.end);
}

bool isListNumber(const Pieces &pieces, int index, const NumberReading &reading)
{
    return index == 0 && pieces.isNumber(index) && reading.end == 1 && pieces.isAnyOf(1, {".", ")"}) && pieces.at(2).spaceBefore;
}

bool isEmergencyNumber(const Pieces &pieces, int index)
{
    return pieces.isAnyOf(index, {"911", "999", "112", "101"})
        && (pieces.isAnyOf(index + 1, {"call", "calls", "caller", "callers", "operator", "dispatcher", "dispatchers", "and", ",", "."})
            && (pieces.isAnyOf(index - 1, {"called", "call", "dialled", "dialed", "calling", "a", "the", "to", "ringing", "rang"}) || pieces.isAnyOf(index + 1, {"call", "calls", "operator", "dispatcher"})));
}

} // namespace

std::optional<int> numberNameEnd(const Pieces &pieces, int index, const NumberReading &reading, bool isMeasured)
{
    const bool isSlashDate = pieces.isNumber(index) && pieces.is(index + 1, QLatin1String("/")) && pieces.isNumber(index + 2) && pieces.is(index + 3, QLatin1String("/")) && pieces.isNumber(index + 4)
        && pieces.isGlued(index + 1) && pieces.isGlued(index + 4); // "7/8/07", read as a date by nobody
    if (isSlashDate)
        return index + 5;
    const bool isGrouped = pieces.isNumber(index + 1) && reading.end > index + 2; // "1 414 021 100"
    if (const auto end = telephoneEnd(pieces, index); end && !(isGrouped && reading.end >= *end))
        return end;
    const QString &figures = pieces.at(index).lower;
    if (pieces.isNumber(index) && !isMeasured && figures.size() > 7 && !figures.contains(u',') && !figures.contains(u'.'))
        return reading.end; // a number nobody wrote to be read
    if (const auto end = scoreEnd(pieces, index); end && !isMeasured)
        return end;
    const bool isEvent = pieces.isAnyOf(index, {"9", "24"}) && pieces.is(index + 1, QLatin1String("/")) && pieces.isAnyOf(index + 2, {"11", "7"});
    if (isEvent)
        return index + 3;
    if (isGluedToWord(pieces, index, reading, isMeasured) || isListNumber(pieces, index, reading) || isEmergencyNumber(pieces, index))
        return reading.end;
    if (isMeasured)
        return std::nullopt;
    const bool isNamedOrdinal = reading.isOrdinal && pieces.isWord(reading.end) && pieces.at(reading.end).isCapitalised && (pieces.at(index).isCapitalised || reading.inFigures)
        && !(index == 0 && pieces.at(reading.end + 1).isCapitalised == false && pieces.isWord(reading.end + 1));
    if (isNamedOrdinal || followsNameWord(pieces, index) || followsProduct(pieces, index) || followsName(pieces, index, reading) || isBareYear(pieces, index, reading))
        return reading.end;
    return std::nullopt;
}

} // namespace variorum::extraction
