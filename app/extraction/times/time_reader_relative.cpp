// Rules for dates that are named from another: from the day of writing ("yesterday", "last month"), from the time spoken
// of before ("the same month", "later in the day") or from a date at hand ("two weeks before Christmas"). See time_reader.cpp.

#include "extraction/times/time_reader.h"

namespace variorum::extraction {

namespace {

bool endsPhrase(const Pieces &pieces, int index)
{
    return !pieces.isWord(index) && !pieces.isNumber(index);
}

} // namespace

// named-day: yesterday, today, the day after tomorrow
TimeReader::MaybePart TimeReader::namedDay(int index) const
{
    const int after = m_pieces.matchPhrase(index, u"the day after");
    const int before = m_pieces.matchPhrase(index, u"the day before");
    const int at = after > 0 ? after : before > 0 ? before : index;
    if (!isClass(at, "day") || (m_pieces.at(at).isCapitalised && at > 0 && m_pieces.at(at - 1).isCapitalised)) // "Russia Today"
        return std::nullopt;
    Part part{at + 1, {}, "named-day"};
    part.form.kind = TimeForm::Kind::Relative;
    part.form.count = classValue(at) + (after > 0 ? 1 : before > 0 ? -1 : 0);
    if (m_pieces.is(part.end, QLatin1String("'")) && m_pieces.is(part.end + 1, QLatin1String("s")))
        return part;
    return part;
}

// deictic-unit: last month, this week, next year, earlier this year, the end of the month
TimeReader::MaybePart TimeReader::deicticUnit(int index) const
{
    const int start = m_pieces.isAnyOf(index, {"earlier", "later"}) ? index + 1 : index;
    Part part{0, {}, "deictic-unit"};
    part.form.kind = TimeForm::Kind::Relative;
    bool isPlural = false;
    if (m_pieces.is(start, QLatin1String("the")) && m_pieces.is(start - 1, QLatin1String("of"))) {
        const auto unit = unitAt(start + 1, &isPlural);
        const bool isEdge = m_pieces.isAnyOf(start - 2, {"end", "start", "beginning", "middle", "turn"});
        if (!unit || isPlural || !isEdge || *unit < Granularity::Day || m_pieces.isAnyOf(start + 2, {"of", "and"}))
            return std::nullopt;
        part.form.unit = *unit;
        part.end = start + 2;
        return part;
    }
    if (m_pieces.is(start, QLatin1String("the")) && m_pieces.is(start + 1, QLatin1String("weekend")) && m_pieces.isAnyOf(start - 1, {"over", "at", "during", "on", "for", "through"})) {
        part.form.unit = Granularity::Weekend;
        part.end = start + 2;
        return part;
    }
    // "at the end of year", "down 20% in the year to date"
    const bool isBareYear = m_pieces.is(start, QLatin1String("year")) && m_pieces.is(start - 1, QLatin1String("of")) && m_pieces.isAnyOf(start - 2, {"end", "start"});
    const int toDate = m_pieces.matchPhrase(start, m_pieces.is(start, QLatin1String("the")) ? u"the year to date" : u"year to date");
    if (isBareYear || toDate > 0) {
        part.form.unit = Granularity::Year;
        part.end = std::max(toDate, start + 1);
        return part;
    }
    const auto direction = directionAt(start);
    if (!direction)
        return std::nullopt;
    const auto unit = unitAt(direction->second, &isPlural);
    if (!unit || isPlural || *unit < Granularity::Day || *unit == Granularity::Fortnight)
        return std::nullopt;
    // "the past year" is a stretch up to now, not the calendar's; "this day" is said of another day
    if (m_pieces.is(start, QLatin1String("past")) || (*unit == Granularity::Day && direction->first != TimeForm::Direction::None))
        return std::nullopt;
    part.form.unit = *unit;
    part.form.direction = direction->first;
    part.form.count = direction->first == TimeForm::Direction::Last ? -1 : direction->first == TimeForm::Direction::Next ? 1 : 0;
    part.end = direction->second + 1;
    return part;
}

// unit-at-hand: later in the day, earlier in the month, during the month, ended the week at: the unit of the time spoken of
TimeReader::MaybePart TimeReader::unitAtHand(int index) const
{
    Part part{0, {}, "unit-at-hand"};
    part.form.kind = TimeForm::Kind::Anaphoric;
    part.form.fallsBackToAnchor = true;
    const bool isWithin = m_pieces.isAnyOf(index, {"later", "earlier", "early", "late"}) && m_pieces.is(index + 1, QLatin1String("in")) && m_pieces.isAnyOf(index + 2, {"the", "that"});
    const bool isThrough = m_pieces.is(index, QLatin1String("the")) && m_pieces.isAnyOf(index - 1, {"during", "throughout"});
    const bool isEdge = m_pieces.is(index, QLatin1String("the"))
        && m_pieces.isAnyOf(index - 1, {"end", "ended", "ends", "ending", "start", "started", "starts", "starting", "finish", "finished", "close", "closed", "began", "begin"});
    if (!isWithin && !isThrough && !isEdge)
        return std::nullopt;
    const int at = isWithin ? index + 3 : index + 1;
    bool isPlural = false;
    const auto unit = unitAt(at, &isPlural);
    const bool goesOn = m_pieces.isAnyOf(at + 1, {"of", "before", "after", "when", "they", "he", "she", "we", "it"}) || m_pieces.token(at + 1).upos == model::Upos::Noun;
    if (!unit || isPlural || *unit < Granularity::Day || *unit > Granularity::Year || goesOn)
        return std::nullopt;
    part.form.unit = *unit;
    part.end = at + 1;
    return part;
}

// offset-from-date: two weeks before Christmas, three days after Sunday, a month from 15 January
TimeReader::MaybePart TimeReader::offsetFromDate(int index) const
{
    const auto amount = amountAt(index);
    if (!amount || !amount->value || amount->to || amount->isHyphenated)
        return std::nullopt;
    const auto unit = unitAt(amount->end);
    const int joint = amount->end + 1;
    if (!unit || *unit < Granularity::Day || *unit == Granularity::Quarter || !m_pieces.isAnyOf(joint, {"before", "after", "from"}))
        return std::nullopt;
    MaybePart part = longestOf({&TimeReader::isoDate, &TimeReader::weekdayDate, &TimeReader::dayMonth, &TimeReader::monthDay, &TimeReader::holiday, &TimeReader::weekday, &TimeReader::namedDay}, joint + 1);
    if (!part || part->form.kind == TimeForm::Kind::Interval)
        return std::nullopt;
    part->form.shift = std::pair(m_pieces.is(joint, QLatin1String("before")) ? -*amount->value : *amount->value, *unit);
    part->rule = "offset-from-date";
    return part;
}

// anaphoric-unit: the next day, the following week, the previous month, the same day, that day, the day before
TimeReader::MaybePart TimeReader::anaphoricUnit(int index) const
{
    Part part{0, {}, "anaphoric-unit"};
    part.form.kind = TimeForm::Kind::Anaphoric;
    const bool hasThe = m_pieces.is(index, QLatin1String("the"));
    bool isPlural = false;
    if (hasThe && m_pieces.isAnyOf(index + 1, {"day", "week", "month", "year", "night"}) && m_pieces.isAnyOf(index + 2, {"before", "after"})
        && (endsPhrase(m_pieces, index + 3) || m_pieces.isAnyOf(index + 3, {"and", "but"}))) {
        part.form.unit = m_pieces.is(index + 1, QLatin1String("night")) ? Granularity::Day : unitAt(index + 1).value_or(Granularity::Day);
        if (m_pieces.is(index + 1, QLatin1String("night")))
            part.form.dayPart = QStringLiteral("NI");
        part.form.count = m_pieces.is(index + 2, QLatin1String("before")) ? -1 : 1;
        part.end = index + 3;
        return part;
    }
    int count = 0;
    if (hasThe && m_pieces.isAnyOf(index + 1, {"next", "following"}))
        count = 1;
    else if (hasThe && m_pieces.isAnyOf(index + 1, {"previous", "preceding"}))
        count = -1;
    else if (!(hasThe && m_pieces.is(index + 1, QLatin1String("same"))) && !m_pieces.is(index, QLatin1String("that")))
        return std::nullopt;
    const int at = hasThe ? index + 2 : index + 1;
    const auto unit = unitAt(at, &isPlural);
    if (unit && !isPlural && *unit >= Granularity::Day) {
        part.form.unit = *unit;
    } else if (isClass(at, "part-of-day")) {
        part.form.unit = Granularity::Day;
        part.form.dayPart = classText(at);
    } else {
        return std::nullopt;
    }
    part.form.count = count;
    part.end = at + 1;
    return part;
}

// on-the-day: on the 12th (of this month)
TimeReader::MaybePart TimeReader::onTheDay(int index) const
{
    if (!m_pieces.is(index, QLatin1String("the")) || !m_pieces.isAnyOf(index - 1, {"on", "until", "from"}))
        return std::nullopt;
    const auto day = dayNumberAt(index + 1);
    if (!day || day->second != index + 3 || !endsPhrase(m_pieces, day->second))
        return std::nullopt;
    Part part{day->second, {}, "on-the-day"};
    part.form.day = day->first;
    return part;
}

} // namespace variorum::extraction
