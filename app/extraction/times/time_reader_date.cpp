// Rules for dates: calendar dates in every order that news uses, weekdays, months, years and parts of them, and
// holidays. See time_reader.cpp.

#include "extraction/times/time_reader.h"

#include <array>

namespace variorum::extraction {

namespace {

/// "12-14 September": from the first day of the form to a later one of its month.
TimeForm throughDay(const TimeForm &first, int lastDay)
{
    TimeForm last = first;
    last.day = lastDay;
    TimeForm whole;
    whole.kind = TimeForm::Kind::Interval;
    whole.ends = {first, last};
    return whole;
}

bool endsPhrase(const Pieces &pieces, int index)
{
    return !pieces.isWord(index) && !pieces.isNumber(index);
}

} // namespace

// iso-date: 2023-09-12, 2023/09/12, 2023-09-12T08:30
TimeReader::MaybePart TimeReader::isoDate(int index) const
{
    const auto year = yearAt(index);
    const QString mark = m_pieces.at(index + 1).lower;
    if (!year || (mark != QLatin1String("-") && mark != QLatin1String("/")) || m_pieces.at(index + 3).lower != mark)
        return std::nullopt;
    for (int at = index + 1; at <= index + 4; ++at) {
        if (!m_pieces.isGlued(at))
            return std::nullopt;
    }
    const auto month = dayNumberAt(index + 2);
    const auto day = dayNumberAt(index + 4);
    if (!month || !day || month->first > 12 || m_pieces.at(index + 2).lower.size() != 2)
        return std::nullopt;
    Part part{index + 5, {}, "iso-date"};
    part.form.year = year;
    part.form.month = month->first;
    part.form.day = day->first;
    if (m_pieces.is(part.end, QLatin1String("t")) && m_pieces.isGlued(part.end)) {
        if (const auto time = clockFigures(part.end + 1)) {
            part.form.hour = time->form.hour;
            part.form.minute = time->form.minute;
            part.form.second = time->form.second;
            part.end = time->end;
        }
    }
    return part;
}

// figure-date: 25/12/2023, 25.12.2023, 12/25/2023. Where both could be the month it is left: 05/06/2023 has only its year.
TimeReader::MaybePart TimeReader::figureDate(int index) const
{
    std::array<int, 3> numbers{};
    int end = index + 1;
    const QStringList points = m_pieces.at(index).lower.split(u'.');
    if (m_pieces.isNumber(index) && points.size() == 3) {
        for (size_t place = 0; place < 3; ++place)
            numbers[place] = points[static_cast<qsizetype>(place)].toInt();
        if (points[2].size() != 4)
            return std::nullopt;
    } else {
        if (!m_pieces.isNumber(index) || !m_pieces.is(index + 1, QLatin1String("/")) || !m_pieces.is(index + 3, QLatin1String("/")) || !yearAt(index + 4))
            return std::nullopt;
        numbers = {m_pieces.at(index).lower.toInt(), m_pieces.at(index + 2).lower.toInt(), *yearAt(index + 4)};
        end = index + 5;
    }
    const auto [first, second, year] = numbers;
    if (first < 1 || second < 1 || first > 31 || second > 31 || (first > 12 && second > 12))
        return std::nullopt;
    Part part{end, {}, "figure-date"};
    part.form.year = year;
    const bool isDayFirst = first > 12 || points.size() == 3;
    if (isDayFirst || second > 12 || first == second) {
        part.form.day = isDayFirst ? first : second;
        part.form.month = isDayFirst ? second : first;
        if (*part.form.month > 12)
            return std::nullopt;
    }
    return part;
}

// day-month-year: 12 September 2023, the 12th of September, 12-14 September
TimeReader::MaybePart TimeReader::dayMonth(int index) const
{
    const int start = m_pieces.is(index, QLatin1String("the")) ? index + 1 : index;
    const auto day = dayNumberAt(start);
    if (!day)
        return std::nullopt;
    int at = day->second;
    std::optional<int> lastDay;
    if (m_pieces.isAnyOf(at, {"-", "to", "and", "until"})) {
        if (const auto second = dayNumberAt(at + 1); second && second->first > day->first && monthAt(second->second)) {
            lastDay = second->first;
            at = second->second;
        }
    }
    if (m_pieces.isAnyOf(at, {"of", "-"}))
        ++at;
    else if (start != index || !m_pieces.isNumber(index))
        return std::nullopt; // "the 12 May", "first September" do not occur as dates
    const auto month = monthAt(at);
    if (!month)
        return std::nullopt;
    Part part{month->second, {}, "day-month-year"};
    part.form.month = month->first;
    part.form.day = day->first;
    if (m_pieces.is(part.end, QLatin1String("-")) && yearAt(part.end + 1))
        ++part.end;
    part.end = afterYear(part.end, part.form);
    if (lastDay) {
        part.form = throughDay(part.form, *lastDay);
        part.rule = "day-to-day-month";
    }
    return part;
}

// month-day-year: September 12, 2023; Sept. 12; September 12th; September 12-14
TimeReader::MaybePart TimeReader::monthDay(int index) const
{
    const auto month = monthAt(index);
    if (!month)
        return std::nullopt;
    // "September,12,2023" is careless, but only with its year a date
    const bool hasComma = m_pieces.is(month->second, QLatin1String(",")) && m_pieces.isNumber(month->second + 1) && yearAt(skipComma(month->second + 2));
    const int dayAt = hasComma || m_pieces.is(month->second, QLatin1String("the")) ? month->second + 1 : month->second;
    const auto day = dayNumberAt(dayAt);
    if (!day || !m_pieces.isNumber(dayAt))
        return std::nullopt;
    const bool goesOn = m_pieces.isGlued(day->second) && (m_pieces.isAnyOf(day->second, {":", "%", "/"}) || m_pieces.isWord(day->second));
    if (goesOn)
        return std::nullopt;
    Part part{day->second, {}, "month-day-year"};
    part.form.month = month->first;
    part.form.day = day->first;
    std::optional<int> lastDay;
    if (m_pieces.isAnyOf(part.end, {"-", "to", "through"})) {
        if (const auto second = dayNumberAt(part.end + 1); second && m_pieces.isNumber(part.end + 1) && second->first > day->first) {
            lastDay = second->first;
            part.end = second->second;
        }
    }
    part.end = afterYear(part.end, part.form);
    // "in September 12 people": the number counts
    if (!part.form.year && m_pieces.isAnyOf(index - 1, {"in", "since", "during"}) && m_pieces.isWord(part.end))
        return std::nullopt;
    if (lastDay) {
        part.form = throughDay(part.form, *lastDay);
        part.rule = "month-day-to-day";
    }
    return part;
}

// weekday-date: Tuesday, 12 September; Tue 12 Sep; Tuesday (September 12); Tuesday the 12th
TimeReader::MaybePart TimeReader::weekdayDate(int index) const
{
    const bool isShort = isClass(index, "weekday-short");
    if ((!isClass(index, "weekday") && !isShort) || !m_pieces.at(index).isCapitalised)
        return std::nullopt;
    int at = index + 1;
    if (isShort && m_pieces.is(at, QLatin1String(".")))
        ++at;
    at = skipComma(at);
    const bool inBrackets = m_pieces.is(at, QLatin1String("("));
    if (inBrackets)
        ++at;
    MaybePart part = longestOf({&TimeReader::isoDate, &TimeReader::figureDate, &TimeReader::dayMonth, &TimeReader::monthDay}, at);
    if (!part && m_pieces.is(at, QLatin1String("the"))) {
        if (const auto day = dayNumberAt(at + 1); day && endsPhrase(m_pieces, day->second)) {
            part = Part{day->second, {}, "weekday-date"};
            part->form.day = day->first;
        }
    }
    if (!part || part->form.kind != TimeForm::Kind::Calendar || (inBrackets && !m_pieces.is(part->end, QLatin1String(")"))))
        return std::nullopt;
    if (inBrackets)
        ++part->end;
    part->form.weekday = classValue(index);
    part->rule = "weekday-date";
    return part;
}

// month: in July, last July, July 2019, early July. Words that are also names or verbs need a neighbour that tells.
TimeReader::MaybePart TimeReader::month(int index) const
{
    const auto direction = directionAt(index);
    const auto found = monthAt(direction ? direction->second : index);
    if (!found)
        return std::nullopt;
    const int at = direction ? direction->second : index;
    Part part{found->second, {}, "month"};
    part.form.month = found->first;
    if (direction)
        part.form.direction = direction->first;
    part.end = afterYear(part.end, part.form);
    const bool isDoubtful = m_pieces.isAnyOf(at, {"may", "march", "april", "august", "june"}) || isClass(at, "month-short");
    const bool hasCue = direction || part.form.year || part.form.yearShift
        || m_pieces.isAnyOf(at - 1, {"in", "since", "until", "till", "by", "from", "during", "before", "after", "early", "late", "mid", "between",
            "of", "through", "for", "each", "every", "around", "until", "mid-"})
        || (m_pieces.is(at - 1, QLatin1String("-")) && m_pieces.is(at - 2, QLatin1String("mid")));
    if (isDoubtful && !hasCue)
        return std::nullopt;
    if (!part.form.year && (m_pieces.at(at + 1).isCapitalised && m_pieces.isGlued(at + 1)))
        return std::nullopt;
    if (part.form.year)
        part.rule = "month-year";
    return part;
}

// weekday: Sunday, last Tuesday, next Friday, Tuesday of last week
TimeReader::MaybePart TimeReader::weekday(int index) const
{
    const auto direction = directionAt(index);
    const int at = direction ? direction->second : index;
    if (!isClass(at, "weekday") || !m_pieces.at(at).isCapitalised)
        return std::nullopt;
    if (m_pieces.isAnyOf(at - 1, {"black", "good", "bloody", "palm", "super", "easter", "cyber", "ash"}) && m_pieces.at(at - 1).isCapitalised)
        return std::nullopt;
    Part part{at + 1, {}, "weekday"};
    part.form.weekday = classValue(at);
    if (direction)
        part.form.direction = direction->first;
    const int week = m_pieces.is(part.end, QLatin1String("of")) ? part.end + 1 : part.end;
    const auto weekDirection = directionAt(week);
    if (!direction && weekDirection && m_pieces.is(weekDirection->second, QLatin1String("week"))) {
        part.form.kind = TimeForm::Kind::Relative;
        part.form.unit = Granularity::Week;
        part.form.count = weekDirection->first == TimeForm::Direction::Last ? -1 : weekDirection->first == TimeForm::Direction::Next ? 1 : 0;
        part.end = weekDirection->second + 1;
        part.rule = "weekday-of-week";
    }
    return part;
}

// year: in 2019, since 2011, the 2016 election, (2019). Four figures alone are a number.
TimeReader::MaybePart TimeReader::year(int index) const
{
    const auto year = yearAt(index);
    if (!year || m_pieces.isAnyOf(index - 1, {"$", "£", "€", "#", "/", ".", "no"}) || (m_pieces.isGlued(index) && m_pieces.is(index - 1, QLatin1String("-")) && !m_pieces.is(index - 2, QLatin1String("mid"))))
        return std::nullopt;
    const bool isModern = *year >= 1800 && *year <= 2100;
    const int next = index + 1;
    const model::Token &nextToken = m_pieces.token(next);
    const bool countsNoun = m_pieces.isWord(next) && !m_pieces.isGlued(next) && !m_pieces.at(next).isCapitalised
        && (nextToken.xpos == model::Xpos::Nns || m_pieces.isAnyOf(next, {"people", "men", "women", "children", "homes", "troops", "soldiers", "jobs",
            "metres", "meters", "feet", "miles", "kilometres", "kilometers", "km", "tonnes", "tons", "square", "years", "days", "hours", "dollars", "euros"}));
    const bool afterPreposition = m_pieces.isAnyOf(index - 1, {"in", "since", "by", "until", "till", "during", "of", "from", "before", "after",
        "through", "early", "late", "mid", "circa", "throughout", "between", "for", "year"})
        || (m_pieces.is(index - 1, QLatin1String("-")) && m_pieces.is(index - 2, QLatin1String("mid")));
    const bool afterYear = m_pieces.isAnyOf(index - 1, {"and", "or", "to", "-", ","}) && yearAt(index - 2);
    const bool inBrackets = m_pieces.is(index - 1, QLatin1String("(")) && m_pieces.isAnyOf(next, {")", ","});
    const bool namesEvent = isModern && m_pieces.isWord(next) && m_pieces.isAnyOf(index - 1, {"the", "a", "his", "her", "their", "its", "s", "that", "this"});
    const bool isFree = !m_pieces.isWord(next) || m_pieces.isAnyOf(next, {"as", "and", "or", "but", "when", "in", "at", "on", "with"});
    const bool isNear = isModern && *year > 1900 && *year < 2100 && isFree
        && (m_pieces.is(index - 1, QLatin1String("around")) || (m_pieces.is(index - 1, QLatin1String("least")) && m_pieces.isAnyOf(index - 3, {"until", "by", "since", "before", "till"}))
            || (m_pieces.isAnyOf(index - 1, {"not", "than"}) && hasYearBefore(index)));
    const bool isOrigin = isFree && m_pieces.is(index - 1, QLatin1String("to")) && m_pieces.isAnyOf(index - 2, {"back", "dating", "dates"});
    const bool endsName = isModern && *year >= 1950 && *year < 2060 && isFree && m_pieces.at(index - 1).isCapitalised && m_pieces.token(index - 1).upos == model::Upos::Propn
        && !m_pieces.isAnyOf(index - 1, {"windows", "office", "flight", "boeing", "airbus", "peugeot", "room", "route", "highway", "box"}); // "the World Cup 2026"
    const bool endsClause = isModern && *year > 1900 && *year < 2040 && m_pieces.isAnyOf(index - 1, {","}) && m_pieces.isAnyOf(next, {",", "."}) && m_pieces.at(index - 2).kind == PieceKind::Word;
    if (countsNoun || !(afterPreposition || afterYear || inBrackets || namesEvent || isNear || isOrigin || endsName || endsClause) || (!isModern && !afterPreposition && !isOrigin))
        return std::nullopt;
    Part part{next, {}, "year"};
    part.form.year = year;
    return part;
}

// Does a year stand shortly before in the sentence? "around 2020, and not 2015"
bool TimeReader::hasYearBefore(int index) const
{
    for (int at = index - 1; at > index - 10; --at) {
        if (yearAt(at))
            return true;
    }
    return false;
}

// year-range: 2015-2019, 2018-19, 1939–45
TimeReader::MaybePart TimeReader::yearRange(int index) const
{
    const auto first = yearAt(index);
    const bool isSpoken = m_pieces.isAnyOf(index + 1, {"to", "through", "until"}) && first && *first > 1800 && yearAt(index + 2) && m_pieces.token(index + 3).xpos != model::Xpos::Nns;
    if (!first || (!m_pieces.isAnyOf(index + 1, {"-", "/"}) && !isSpoken) || !m_pieces.isNumber(index + 2) || m_pieces.is(index + 3, QLatin1String("-")))
        return std::nullopt;
    const QString &figures = m_pieces.at(index + 2).lower;
    std::optional<int> second = yearAt(index + 2);
    if (figures.size() == 2)
        second = *first / 100 * 100 + figures.toInt();
    if (!second || *second <= *first || *second > *first + 150 || *first < 1500)
        return std::nullopt;
    Part part{index + 3, {}, "year-range"};
    part.form.kind = TimeForm::Kind::Interval;
    part.form.ends.resize(2);
    part.form.ends[0].year = first;
    part.form.ends[1].year = second;
    return part;
}

// decade: the 1950s, the '90s, the nineties
TimeReader::MaybePart TimeReader::decade(int index) const
{
    const int at = m_pieces.is(index, QLatin1String("the")) ? index + 1 : index;
    Part part{at + 1, {}, "decade"};
    if (isClass(at, "decade") && at != index && !m_pieces.isGlued(at)) {
        part.form.decade = 190 + classValue(at) / 10;
        return part;
    }
    const int number = m_pieces.is(at, QLatin1String("'")) ? at + 1 : at;
    const QString &figures = m_pieces.at(number).lower;
    const bool isFour = figures.size() == 4;
    int after = number + 1;
    if (m_pieces.is(after, QLatin1String("'")) && m_pieces.isGlued(after))
        ++after;
    const bool followsDecade = m_pieces.isAnyOf(index - 1, {"and", "or", "to"}) && m_pieces.is(index - 2, QLatin1String("s")) && m_pieces.isNumber(index - 3); // "the 70s and 80s"
    if (!m_pieces.isNumber(number) || (!isFour && (figures.size() != 2 || (at == index && !followsDecade))) || !figures.endsWith(u'0')
        || !m_pieces.is(after, QLatin1String("s")) || !m_pieces.isGlued(after))
        return std::nullopt;
    const int value = figures.toInt();
    part.end = after + 1;
    if (isFour && (value < 1000 || value > 2190))
        return std::nullopt;
    part.form.decade = isFour ? value / 10 : (value >= 30 ? 190 : 200) + value / 10;
    return part;
}

// century: the 20th century, 21st-century
TimeReader::MaybePart TimeReader::century(int index) const
{
    const int at = m_pieces.is(index, QLatin1String("the")) ? index + 1 : index;
    const auto number = m_numbers.read(m_pieces, at);
    if (!number || !number->isOrdinal || !number->value || *number->value > 22)
        return std::nullopt;
    const int noun = m_pieces.is(number->end, QLatin1String("-")) ? number->end + 1 : number->end;
    if (!m_pieces.is(noun, QLatin1String("century")))
        return std::nullopt;
    Part part{noun + 1, {}, "century"};
    part.form.century = static_cast<int>(*number->value) - 1;
    return part;
}

// season: last summer, in the summer of 2019, winter 2021
TimeReader::MaybePart TimeReader::season(int index) const
{
    int at = m_pieces.is(index, QLatin1String("the")) ? index + 1 : index;
    const auto direction = directionAt(at);
    if (direction)
        at = direction->second;
    const bool isFall = m_pieces.is(at, QLatin1String("fall"));
    if (!isClass(at, "season") && !isFall)
        return std::nullopt;
    Part part{at + 1, {}, "season"};
    part.form.yearPart = isFall ? QStringLiteral("FA") : classText(at);
    if (direction)
        part.form.direction = direction->first;
    part.end = afterYear(part.end, part.form);
    const bool followsIn = m_pieces.isAnyOf(index - 1, {"in", "since", "during", "by", "until"}) && (endsPhrase(m_pieces, at + 1) || m_pieces.isAnyOf(at + 1, {"when", "and", "as"}));
    if (!direction && !part.form.year && !part.form.yearShift && (isFall || !followsIn))
        return std::nullopt;
    return part;
}

// part-of-year: the first quarter of 2023, third-quarter, the second half of last year
TimeReader::MaybePart TimeReader::partOfYear(int index) const
{
    int at = m_pieces.is(index, QLatin1String("the")) ? index + 1 : index;
    const auto number = m_numbers.read(m_pieces, at);
    if (!number || !number->isOrdinal || !number->value || *number->value > 4)
        return std::nullopt;
    at = m_pieces.is(number->end, QLatin1String("-")) ? number->end + 1 : number->end;
    const bool isHalf = m_pieces.is(at, QLatin1String("half"));
    if ((!isHalf && !m_pieces.is(at, QLatin1String("quarter"))) || (isHalf && *number->value > 2))
        return std::nullopt;
    Part part{at + 1, {}, "part-of-year"};
    part.form.yearPart = (isHalf ? QLatin1Char('H') : QLatin1Char('Q')) + QString::number(*number->value);
    part.end = afterYear(part.end, part.form);
    const int year = m_pieces.is(part.end, QLatin1String("of")) ? part.end + 1 : part.end;
    if (const auto direction = directionAt(year); direction && m_pieces.is(direction->second, QLatin1String("year"))) {
        part.form.direction = direction->first;
        part.end = direction->second + 1;
    }
    const bool isDated = part.form.year || part.form.yearShift || part.form.direction != TimeForm::Direction::None;
    return isDated || speaksOfBusiness() ? std::optional(part) : std::nullopt;
}

// A quarter without a year is the business year's only beside words of business: else of a match or an hour.
bool TimeReader::speaksOfBusiness() const
{
    if (!m_speaksOfBusiness) {
        m_speaksOfBusiness = false;
        for (int index = 0; index < m_pieces.count() && !*m_speaksOfBusiness; ++index)
            m_speaksOfBusiness = m_pieces.isAnyOf(index, {"profit", "profits", "revenue", "revenues", "earnings", "sales", "gdp", "economy", "loans", "mortgages", "shareholders", "turnover", "inflation", "exports", "dividend", "output", "income"});
    }
    return *m_speaksOfBusiness;
}

// month-to-month: June-August 1992, from May to September, Nov 18-Dec 19, 2015, between April and June
TimeReader::MaybePart TimeReader::monthToMonth(int index) const
{
    const auto endAt = [this](int at, TimeForm &form) -> int {
        const auto month = monthAt(at);
        if (!month)
            return -1;
        form.month = month->first;
        const auto day = m_pieces.isNumber(month->second) ? dayNumberAt(month->second) : std::nullopt;
        form.day = day ? std::optional(day->first) : std::nullopt;
        return afterYear(day ? day->second : month->second, form);
    };
    TimeForm first;
    TimeForm last;
    const int joint = endAt(index, first);
    const bool isBetween = m_pieces.is(index - 1, QLatin1String("between"));
    if (joint < 0 || !(isBetween ? m_pieces.is(joint, QLatin1String("and")) : m_pieces.isAnyOf(joint, {"-", "to", "through", "until", "till"})))
        return std::nullopt;
    const int end = endAt(joint + 1, last);
    if (end < 0 || first.day.has_value() != last.day.has_value() || (first.year && !last.year))
        return std::nullopt;
    if (last.year && !first.year)
        first.year = *last.year - (*first.month > *last.month ? 1 : 0);
    Part part{end, {}, "month-to-month"};
    part.form.kind = TimeForm::Kind::Interval;
    part.form.ends = {first, last};
    return part;
}

// holiday: Christmas Day, Good Friday (table holidays)
TimeReader::MaybePart TimeReader::holiday(int index) const
{
    if (!m_pieces.at(index).isCapitalised)
        return std::nullopt;
    for (const QString &name : m_lists.keys(u"holidays")) {
        const int end = m_pieces.matchPhrase(index, name);
        if (end < 0)
            continue;
        Part part{end, {}, "holiday"};
        part.form.holiday = m_lists.value(u"holidays", name).value_or(QString());
        part.end = afterYear(part.end, part.form);
        return part;
    }
    return std::nullopt;
}

TimeReader::MaybePart TimeReader::date(int index) const
{
    return longestOf({&TimeReader::isoDate, &TimeReader::figureDate, &TimeReader::weekdayDate, &TimeReader::dayMonth, &TimeReader::monthDay,
        &TimeReader::yearRange, &TimeReader::month, &TimeReader::holiday, &TimeReader::weekday, &TimeReader::year, &TimeReader::decade,
        &TimeReader::century, &TimeReader::season, &TimeReader::partOfYear, &TimeReader::namedDay, &TimeReader::deicticUnit,
        &TimeReader::anaphoricUnit, &TimeReader::unitAtHand, &TimeReader::onTheDay, &TimeReader::monthToMonth}, index);
}

} // namespace variorum::extraction
