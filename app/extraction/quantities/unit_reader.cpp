// Units and currencies by the longest entry of their tables. A few short words are doubtful and decided by their
// neighbours: "40m" is forty metres, but forty million before what is counted ("40m people") or after a currency
// (the caller asks); "pounds" are money unless a weight is spoken of.

#include "extraction/quantities/unit_reader.h"

#include <algorithm>

namespace variorum::extraction {

namespace {

bool speaksOfWeight(const Pieces &pieces, int from, int to)
{
    for (int index = std::max(0, from - 8); index < to + 4; ++index) {
        if (pieces.isAnyOf(index, {"weigh", "weighs", "weighed", "weighing", "weight", "heavy", "heavier", "lighter", "kg", "kilograms", "kilos", "explosives", "bomb", "tons",
                "tnt", "fentanyl", "cocaine", "meat", "beef", "overweight", "baby", "ounces", "lost", "gained", "shed", "drop", "dropped"}))
            return true;
    }
    return false;
}

bool isPluralNoun(const Pieces &pieces, int index)
{
    if (!pieces.isWord(index) || pieces.at(index).isCapitalised)
        return false;
    const QString &word = pieces.at(index).lower;
    return pieces.isAnyOf(index, {"people", "children", "men", "women", "litres", "viewers"}) || (word.size() > 3 && word.endsWith(u's') && !word.endsWith(QLatin1String("ss")) && word != QLatin1String("across") && word != QLatin1String("this"));
}

// "km2", "m³", "m^3": 2 or 3, else 0
int powerAt(const Pieces &pieces, int index)
{
    if (!pieces.isGlued(index))
        return 0;
    const int at = pieces.is(index, QLatin1String("^")) && pieces.isGlued(index + 1) ? index + 1 : index;
    const QString &text = pieces.at(at).lower;
    return text == QLatin1String("2") || text == QString(QChar(0x00B2)) ? 2 : text == QLatin1String("3") || text == QString(QChar(0x00B3)) ? 3 : 0;
}

// "A$5", "R$ 20", but "a $5m deal": a letter is part of the sign only as a glued capital
bool isOwnSign(const Pieces &pieces, int index, int end)
{
    const bool hasLetter = end > index + 1 && pieces.isWord(index) && pieces.at(index).lower.size() == 1 && !pieces.is(index + 1, QLatin1String("."));
    return !hasLetter || (pieces.at(index).isCapitalised && pieces.isGlued(index + 1) && !pieces.is(index - 1, QLatin1String("'")) && !pieces.is(index - 1, QLatin1String(".")));
}

UnitReading asReading(const QString &code, int end)
{
    return UnitReading{end, code, 1, true};
}

} // namespace

UnitReader::UnitReader(const language::WordLists &lists) : m_units(rowsOf(lists, u"units")), m_currencies(rowsOf(lists, u"currencies")) {}

std::vector<UnitReader::Row> UnitReader::rowsOf(const language::WordLists &lists, QStringView table)
{
    std::vector<Row> rows;
    const QStringList keys = lists.keys(table);
    for (const QString &key : keys) {
        const QStringList columns = lists.columns(table, key).value_or(QStringList());
        if (columns.size() >= 2)
            rows.push_back({key, key.section(u' ', 0, 0), columns[0], columns[1]});
    }
    return rows;
}

std::optional<std::pair<const UnitReader::Row *, int>> UnitReader::longest(const std::vector<Row> &rows, const Pieces &pieces, int index)
{
    const Row *best = nullptr;
    int bestEnd = index;
    const QString &first = pieces.at(index).lower;
    for (const Row &row : rows) {
        if (row.first != first)
            continue;
        const int end = pieces.matchPhrase(index, row.words);
        if (end > bestEnd) {
            best = &row;
            bestEnd = end;
        }
    }
    return best ? std::optional(std::pair(best, bestEnd)) : std::nullopt;
}

std::optional<UnitReading> UnitReader::after(const Pieces &pieces, int index, double value) const
{
    int at = index;
    if (pieces.is(at, QLatin1String("-")) && pieces.isGlued(at) && pieces.isGlued(at + 1))
        ++at;
    const bool isGlued = pieces.isGlued(at);
    if (isGlued && index >= 2 && pieces.is(index - 2, QLatin1String(":")) && pieces.isGlued(index - 1))
        return std::nullopt; // "5:03p"
    if (const auto money = longest(m_currencies, pieces, at)) {
        const auto &[row, end] = *money;
        const bool isCode = row->flag == QLatin1String("code") && pieces.at(at).isCapitalised && pieces.text().text.sliced(pieces.at(at).span.begin, 2).at(1).isUpper();
        const bool isName = row->flag == QLatin1String("name") && (row->words != QLatin1String("won") || value >= 100);
        const bool isPart = row->flag == QLatin1String("part") || (row->flag == QLatin1String("part-glued") && isGlued);
        const bool isSignAfter = row->flag == QLatin1String("sign") && !pieces.isNumber(end);
        if (isCode || isName || isSignAfter)
            return UnitReading{end, row->code, 1, true};
        if (isPart)
            return UnitReading{end, row->code.section(u'/', 0, 0), 0.01, true};
    }
    const auto unit = longest(m_units, pieces, at);
    if (!unit)
        return std::nullopt;
    const auto &[row, end] = *unit;
    const bool isShort = row->words.size() == 1 && pieces.isWord(at);
    if (isShort && !isGlued && powerAt(pieces, end) == 0 && !(row->words == QLatin1String("c") || row->words == QLatin1String("m")))
        return std::nullopt;
    if (row->flag == QLatin1String("glued") && !isGlued)
        return std::nullopt;
    if (isShort && pieces.at(at).isCapitalised != (row->words == QLatin1String("c"))) // "5G", "35C"
        return std::nullopt;
    if (row->flag == QLatin1String("m") && (isPluralNoun(pieces, end) || (!isGlued && pieces.isWord(end) && pieces.at(end).isCapitalised)))
        return std::nullopt;
    if (row->flag == QLatin1String("stone") && (value > 40 || !speaksOfWeight(pieces, index, end)))
        return std::nullopt;
    if (row->words == QLatin1String("mb") && pieces.at(end - 1).isCapitalised) // "100 MB", but "990 mb" of the air
        return UnitReading{end, QStringLiteral("MBy"), 1, false};
    if (const int power = powerAt(pieces, end); power > 0) {
        static constexpr const char *kLengths[] = {"m", "km", "cm", "mm"};
        const bool isLength = std::any_of(std::begin(kLengths), std::end(kLengths), [row = row](const char *code) { return row->code == QLatin1String(code); });
        if (isLength)
            return UnitReading{pieces.is(end, QLatin1String("^")) ? end + 2 : end + 1, row->code + QString::number(power), 1, false};
    }
    if (row->flag == QLatin1String("pound") && !speaksOfWeight(pieces, index, end))
        return UnitReading{end, QStringLiteral("GBP"), 1, true};
    return UnitReading{end, row->code, 1, false};
}

std::optional<UnitReading> UnitReader::currencyBefore(const Pieces &pieces, int index) const
{
    const auto money = longest(m_currencies, pieces, index);
    if (!money)
        return std::nullopt;
    const auto &[row, end] = *money;
    const bool isCodeAndSign = row->flag == QLatin1String("code") && pieces.is(end, QLatin1String("$")) && pieces.isGlued(end) && pieces.isNumber(end + 1); // "NZD$15"
    if (isCodeAndSign)
        return asReading(row->code, end + 1);
    const bool isSign = row->flag == QLatin1String("sign");
    const bool isCode = row->flag == QLatin1String("code") && pieces.at(index).isCapitalised && pieces.text().text.sliced(pieces.at(index).span.begin, 2).at(1).isUpper();
    if ((!isSign && !isCode) || !pieces.isNumber(end) || !isOwnSign(pieces, index, end))
        return std::nullopt;
    return asReading(row->code, end);
}

} // namespace variorum::extraction
