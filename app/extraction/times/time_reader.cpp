// The grammar of time expressions, in the manner of HeidelTime (Stroetgen and Gertz 2010): every rule is a pattern
// over words of a class (month, weekday, unit ...; table time_words) and one production, a TimeForm. Rules for dates
// stand in time_reader_date.cpp and time_reader_relative.cpp, for times of day in time_reader_clock.cpp, for durations and
// sets in time_reader_span.cpp. All rules are tried at a place and the longest reading wins, earlier rules on a tie.
//
//     "around 11am local time on Sunday"
//     clockAndDate:  modifier(around -> Approximate) clock(11 am) zone(local time) "on" date(weekday 7)

#include "extraction/times/time_reader.h"

#include <algorithm>

namespace variorum::extraction {

TimeReader::TimeReader(const Pieces &pieces, const language::WordLists &lists)
    : m_pieces(pieces), m_lists(lists), m_numbers(lists), m_classes(static_cast<size_t>(pieces.count()) + 1)
{
    for (int index = 0; index < pieces.count(); ++index) {
        if (!pieces.isWord(index))
            continue;
        if (const auto columns = lists.columns(u"time_words", pieces.at(index).lower); columns && columns->size() >= 2)
            m_classes[static_cast<size_t>(index)] = {columns->at(0), columns->at(1)};
    }
}

bool TimeReader::isClass(int index, const char *name) const
{
    return index >= 0 && index < m_pieces.count() && m_classes[static_cast<size_t>(index)].name == QLatin1String(name);
}

std::optional<std::pair<int, int>> TimeReader::monthAt(int index) const
{
    if (!m_pieces.at(index).isCapitalised)
        return std::nullopt;
    if (isClass(index, "month"))
        return std::pair(classValue(index), index + 1);
    if (!isClass(index, "month-short"))
        return std::nullopt;
    const bool hasPoint = m_pieces.is(index + 1, QLatin1String(".")) && m_pieces.isGlued(index + 1) && index + 2 < m_pieces.count();
    return std::pair(classValue(index), hasPoint ? index + 2 : index + 1);
}

std::optional<std::pair<int, int>> TimeReader::dayNumberAt(int index) const
{
    if (m_pieces.isNumber(index)) {
        const QString &figures = m_pieces.at(index).lower;
        bool ok = false;
        const int day = figures.toInt(&ok);
        if (!ok || figures.size() > 2 || day < 1 || day > 31)
            return std::nullopt;
        const bool hasSuffix = m_pieces.isGlued(index + 1) && m_pieces.isAnyOf(index + 1, {"st", "nd", "rd", "th"});
        return std::pair(day, hasSuffix ? index + 2 : index + 1);
    }
    const auto number = m_numbers.read(m_pieces, index);
    if (!number || !number->isOrdinal || !number->value || *number->value > 31)
        return std::nullopt;
    return std::pair(static_cast<int>(*number->value), number->end);
}

std::optional<int> TimeReader::yearAt(int index) const
{
    const QString &figures = m_pieces.at(index).lower;
    if (!m_pieces.isNumber(index) || figures.size() != 4)
        return std::nullopt;
    bool ok = false;
    const int year = figures.toInt(&ok);
    // "2019m", "2019%", "1500th" are something else
    const bool isGluedToMore = m_pieces.isGlued(index + 1) && (m_pieces.isWord(index + 1) || m_pieces.is(index + 1, QLatin1String("%")));
    if (!ok || year < 1400 || year > 2199 || isGluedToMore)
        return std::nullopt;
    return year;
}

std::optional<Granularity> TimeReader::unitAt(int index, bool *isPlural) const
{
    if (!isClass(index, "unit"))
        return std::nullopt;
    if (isPlural)
        *isPlural = m_pieces.at(index).lower.endsWith(u's') || m_pieces.is(index, QLatin1String("centuries"));
    const QString code = classText(index);
    static constexpr std::pair<const char *, Granularity> kUnits[] = {{"S", Granularity::Second}, {"M", Granularity::Minute},
        {"H", Granularity::Hour}, {"D", Granularity::Day}, {"WE", Granularity::Weekend}, {"W", Granularity::Week},
        {"F", Granularity::Fortnight}, {"Mo", Granularity::Month}, {"Q", Granularity::Quarter}, {"Y", Granularity::Year},
        {"DE", Granularity::Decade}, {"CE", Granularity::Century}};
    for (const auto &[name, unit] : kUnits) {
        if (code == QLatin1String(name))
            return unit;
    }
    return std::nullopt;
}

int TimeReader::skipComma(int index) const
{
    return m_pieces.is(index, QLatin1String(",")) ? index + 1 : index;
}

int TimeReader::afterYear(int index, TimeForm &form) const
{
    for (const int at : {index, skipComma(index), m_pieces.is(index, QLatin1String("of")) ? index + 1 : index}) {
        if (const auto year = yearAt(at)) {
            form.year = year;
            return at + 1;
        }
        // "March last year", "June of this year"
        const auto direction = directionAt(at);
        if (direction && m_pieces.is(direction->second, QLatin1String("year")) && !m_pieces.is(direction->second + 1, QLatin1String("'"))) {
            form.yearShift = direction->first == TimeForm::Direction::Last ? -1 : direction->first == TimeForm::Direction::Next ? 1 : 0;
            return direction->second + 1;
        }
    }
    return index;
}

std::optional<std::pair<TimeForm::Direction, int>> TimeReader::directionAt(int index) const
{
    using enum TimeForm::Direction;
    if (m_pieces.is(index, QLatin1String("this")))
        return m_pieces.isAnyOf(index + 1, {"coming", "upcoming"}) ? std::pair(Next, index + 2)
            : m_pieces.isAnyOf(index + 1, {"past", "last"})        ? std::pair(Last, index + 2)
                                                                   : std::pair(This, index + 1);
    if (m_pieces.isAnyOf(index, {"last", "past"}))
        return std::pair(Last, index + 1);
    if (m_pieces.isAnyOf(index, {"next", "coming", "upcoming"}))
        return std::pair(Next, index + 1);
    return std::nullopt;
}

TimeReader::MaybePart TimeReader::longestOf(std::initializer_list<Rule> rules, int index) const
{
    MaybePart best;
    for (const Rule rule : rules) {
        MaybePart part = (this->*rule)(index);
        if (part && (!best || part->end > best->end))
            best = std::move(part);
    }
    return best;
}

// Can any rule begin here? Most words end at this question. Keep in step with the rules: a word that a pattern begins
// with, and that is neither a number nor of a class, must stand here.
bool TimeReader::mayBegin(int index) const
{
    static constexpr const char *kStarters[] = {"a", "about", "almost", "an", "approximately", "around", "as", "at", "beginning", "between", "circa", "close",
        "coming", "each", "earlier", "early", "end", "every", "fall", "fewer", "following", "just", "last", "late", "later", "less", "longer", "middle", "mid",
        "more", "nearly", "right", "next", "no", "not", "of", "once", "over", "past", "previous", "recent", "roughly", "several", "shortly", "small", "some", "soon", "start",
        "that", "the", "these", "this", "those", "tonight", "twice", "under", "up", "upcoming", "well", "multiple", "first", "final", "half", "quarter", "'"};
    if (m_pieces.isNumber(index) || !m_classes[static_cast<size_t>(index)].name.isEmpty())
        return true;
    const QString &lower = m_pieces.at(index).lower;
    return std::any_of(std::begin(kStarters), std::end(kStarters), [&lower](const char *starter) { return lower == QLatin1String(starter); })
        || m_lists.contains(u"number_words", lower) || holiday(index);
}

std::optional<TimeReading> TimeReader::read(int index) const
{
    if (!mayBegin(index))
        return std::nullopt;
    const MaybePart best = longestOf({&TimeReader::interval, &TimeReader::dateAndClock, &TimeReader::clockAndDate, &TimeReader::dayPartAndDate,
        &TimeReader::offsetFromDate, &TimeReader::duration, &TimeReader::vagueUnits, &TimeReader::set, &TimeReader::reference}, index);
    if (!best)
        return std::nullopt;
    return TimeReading{index, best->end, best->form, QLatin1String(best->rule)};
}

} // namespace variorum::extraction
