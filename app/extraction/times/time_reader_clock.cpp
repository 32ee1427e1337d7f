// Rules for times of day and parts of the day, and for their joining with dates. See time_reader.cpp.

#include "extraction/times/time_reader.h"

namespace variorum::extraction {

namespace {

using Modifier = model::TimeValue::Modifier;

bool isClockCue(const Pieces &pieces, int index)
{
    return pieces.isAnyOf(index, {"at", "around", "about", "by", "from", "until", "till", "before", "after", "since", "between", "approximately", "to"});
}

void mergeClock(TimeForm &date, const TimeForm &clock)
{
    date.hour = clock.hour;
    date.minute = clock.minute;
    date.second = clock.second;
    date.offsetMinutes = clock.offsetMinutes;
    if (!clock.dayPart.isEmpty())
        date.dayPart = clock.dayPart;
    if (clock.modifier != Modifier::None)
        date.modifier = clock.modifier;
}

} // namespace

// "am", "pm", "a.m.", "p.m.", "in the morning", "at night": is it after noon, and the end
std::optional<std::pair<bool, int>> TimeReader::halfDayAt(int index) const
{
    if (m_pieces.isAnyOf(index, {"am", "pm"}))
        return std::pair(m_pieces.is(index, QLatin1String("pm")), index + 1);
    if (m_pieces.isAnyOf(index, {"a", "p"}) && m_pieces.is(index + 1, QLatin1String(".")) && m_pieces.is(index + 2, QLatin1String("m"))) {
        const bool hasPoint = m_pieces.is(index + 3, QLatin1String(".")) && m_pieces.isGlued(index + 3);
        return std::pair(m_pieces.is(index, QLatin1String("p")), hasPoint ? index + 4 : index + 3);
    }
    if (m_pieces.isAnyOf(index, {"a", "p"}) && m_pieces.isGlued(index) && m_pieces.is(index - 2, QLatin1String(":"))) // "5:03p"
        return std::pair(m_pieces.is(index, QLatin1String("p")), index + 1);
    if (m_pieces.matchPhrase(index, u"in the morning") > 0)
        return std::pair(false, index + 3);
    if (m_pieces.matchPhrase(index, u"in the afternoon") > 0 || m_pieces.matchPhrase(index, u"in the evening") > 0)
        return std::pair(true, index + 3);
    if (m_pieces.matchPhrase(index, u"at night") > 0)
        return std::pair(true, index + 2);
    return std::nullopt;
}

// clock-figures: 11am, 8.15 p.m., 07:40, 7:40:12
TimeReader::MaybePart TimeReader::clockFigures(int index) const
{
    if (!m_pieces.isNumber(index) || m_pieces.isAnyOf(index - 1, {"$", "£", "€", ":", "/"}))
        return std::nullopt;
    const QStringList points = m_pieces.at(index).lower.split(u'.');
    Part part{index + 1, {}, "clock-figures"};
    bool hourOk = false;
    bool minuteOk = true;
    int hour = points[0].toInt(&hourOk);
    bool hasColon = false;
    if (points.size() == 2 && points[1].size() == 2)
        part.form.minute = points[1].toInt(&minuteOk);
    else if (points.size() > 1)
        return std::nullopt;
    const bool startsPair = points.size() == 1 && m_pieces.is(part.end, QLatin1String(":")) && m_pieces.isGlued(part.end) && m_pieces.isGlued(part.end + 1)
        && m_pieces.isNumber(part.end + 1) && m_pieces.at(part.end + 1).lower.size() == 2;
    if (startsPair) {
        hasColon = true;
        part.form.minute = m_pieces.at(part.end + 1).lower.toInt(&minuteOk);
        part.end += 2;
        if (m_pieces.is(part.end, QLatin1String(":")) && m_pieces.isGlued(part.end) && m_pieces.at(part.end + 1).lower.size() == 2 && m_pieces.isNumber(part.end + 1)) {
            part.form.second = m_pieces.at(part.end + 1).lower.toInt();
            part.end += 2;
        }
    }
    if (!hourOk || !minuteOk || points[0].size() > 2 || hour > 24 || part.form.minute.value_or(0) > 59 || part.form.second.value_or(0) > 59)
        return std::nullopt;
    const auto half = halfDayAt(part.end);
    const bool isSpokenHalf = half && m_pieces.isAnyOf(part.end, {"in", "at"});
    if (half && hour >= 1 && hour <= 12 && (!isSpokenHalf || part.form.minute || isClockCue(m_pieces, index - 1))) {
        const bool smallHours = isSpokenHalf && m_pieces.is(part.end, QLatin1String("at")) && hour < 6; // "2 at night"
        hour = hour % 12 + (half->first && !smallHours ? 12 : 0);
        part.end = half->second;
    } else {
        TimeForm zone;
        const int afterZoneWords = afterZone(part.end, zone);
        const bool isTwoFigures = points[0].size() == 2;
        const bool zoned = afterZoneWords != part.end;
        const bool isPointed = points.size() == 2 && part.form.minute && isClockCue(m_pieces, index - 1) && isBeforePartOfDay(part.end);
        if (!isPointed && (hasColon ? !isTwoFigures && !zoned && !isClockCue(m_pieces, index - 1) : !(part.form.minute && zoned)))
            return std::nullopt;
        if (m_pieces.isGlued(part.end) && (m_pieces.isWord(part.end) || m_pieces.is(part.end, QLatin1String(":"))))
            return std::nullopt;
    }
    part.form.hour = hour;
    return part;
}

// "twenty" of "twenty past three", "eight minutes" of "eight minutes to eight": the minutes, and where "past" or "to" stands.
// "ten to eight" alone may be two numbers.
std::optional<std::pair<int, int>> TimeReader::spokenMinutes(int index) const
{
    const auto number = m_numbers.read(m_pieces, index);
    if (!number || !number->value || number->isOrdinal || number->isFraction || *number->value < 1 || *number->value > 29)
        return std::nullopt;
    const int minutes = static_cast<int>(*number->value);
    const bool saysMinutes = m_pieces.isAnyOf(number->end, {"minute", "minutes"});
    const int at = number->end + (saysMinutes ? 1 : 0);
    const bool isRound = minutes == 5 || minutes == 10 || minutes == 20 || minutes == 25;
    const bool isPast = m_pieces.is(at, QLatin1String("past")) && (saysMinutes || isRound);
    const bool isTo = m_pieces.is(at, QLatin1String("to")) && (saysMinutes || (isRound && m_pieces.is(index - 1, QLatin1String("at"))));
    return isPast || isTo ? std::optional(std::pair(minutes, at)) : std::nullopt;
}

// "3.20 yesterday morning", "3.20 on Saturday morning": the part of the day tells that it is no price.
bool TimeReader::isBeforePartOfDay(int index) const
{
    const int at = m_pieces.is(index, QLatin1String("on")) ? index + 1 : index;
    return m_pieces.isAnyOf(at, {"yesterday", "this", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
        && m_pieces.isAnyOf(at + 1, {"morning", "afternoon", "evening", "night"});
}

// clock-words: half past seven, quarter to nine, ten past eight, five o'clock, seven in the evening, seven pm
TimeReader::MaybePart TimeReader::clockWords(int index) const
{
    Part part{0, {}, "clock-words"};
    const auto hourAt = [&](int at) -> std::optional<std::pair<int, int>> {
        const auto number = m_numbers.read(m_pieces, at);
        if (!number || !number->value || number->isOrdinal || number->isFraction || *number->value < 1 || *number->value > 12 || number->end != at + 1)
            return std::nullopt;
        return std::pair(static_cast<int>(*number->value), number->end);
    };
    int at = m_pieces.is(index, QLatin1String("a")) && m_pieces.is(index + 1, QLatin1String("quarter")) ? index + 1 : index;
    int minutes = -1;
    if (m_pieces.is(at, QLatin1String("half")) && m_pieces.is(at + 1, QLatin1String("past")))
        minutes = 30;
    else if (m_pieces.is(at, QLatin1String("quarter")) && m_pieces.isAnyOf(at + 1, {"past", "to"}))
        minutes = 15;
    else if (const auto told = spokenMinutes(index)) {
        minutes = told->first;
        at = told->second - 1;
    }
    if (minutes > 0) {
        const auto hour = hourAt(at + 2);
        if (!hour)
            return std::nullopt;
        const bool isTo = m_pieces.is(at + 1, QLatin1String("to"));
        part.form.hour = isTo ? (hour->first + 11) % 12 : hour->first;
        part.form.minute = isTo ? 60 - minutes : minutes;
        part.end = hour->second;
    } else {
        const auto hour = hourAt(index);
        if (!hour)
            return std::nullopt;
        part.form.hour = hour->first;
        part.end = hour->second;
        if (m_pieces.is(part.end, QLatin1String("o")) && m_pieces.is(part.end + 1, QLatin1String("'")) && m_pieces.is(part.end + 2, QLatin1String("clock"))) {
            part.end += 3;
        } else {
            const auto half = halfDayAt(part.end);
            if (!half || (m_pieces.isAnyOf(part.end, {"in", "at"}) && !isClockCue(m_pieces, index - 1)))
                return std::nullopt;
        }
    }
    if (const auto half = halfDayAt(part.end)) {
        part.form.hour = *part.form.hour % 12 + (half->first ? 12 : 0);
        part.end = half->second;
    }
    return part;
}

// clock-named: noon, midday, midnight
TimeReader::MaybePart TimeReader::clockNamed(int index) const
{
    if (!isClass(index, "clock") || m_pieces.at(index).isCapitalised)
        return std::nullopt;
    Part part{index + 1, {}, "clock-named"};
    part.form.hour = classText(index).left(2).toInt();
    part.form.minute = 0;
    return part;
}

// clock-four-figures: 0740 GMT, 1530 hours local time
TimeReader::MaybePart TimeReader::clockFourFigures(int index) const
{
    const QString &figures = m_pieces.at(index).lower;
    if (!m_pieces.isNumber(index) || figures.size() != 4 || figures.contains(u'.') || figures.contains(u','))
        return std::nullopt;
    const int hour = figures.left(2).toInt();
    const int minute = figures.right(2).toInt();
    Part part{index + 1, {}, "clock-four-figures"};
    const bool isHours = m_pieces.isAnyOf(part.end, {"hours", "hrs"}) && m_pieces.isAnyOf(index - 1, {"at", "around", "by", "from", "until", "about"});
    if (isHours)
        ++part.end;
    TimeForm zone;
    if (hour > 23 || minute > 59 || (!isHours && afterZone(part.end, zone) == part.end))
        return std::nullopt;
    part.form.hour = hour;
    part.form.minute = minute;
    return part;
}

// "local time", "GMT", "Moscow time" after a clock; `form` gets the offset where it is certain
int TimeReader::afterZone(int index, TimeForm &form) const
{
    if (m_pieces.is(index, QLatin1String("local")) && m_pieces.is(index + 1, QLatin1String("time")))
        return index + 2;
    if (isClass(index, "zone") && m_pieces.at(index).isCapitalised) {
        const QString text = classText(index);
        if (text != QLatin1String("local")) {
            const int minutes = text.sliced(1, 2).toInt() * 60 + text.sliced(4, 2).toInt();
            form.offsetMinutes = text.startsWith(u'-') ? -minutes : minutes;
        }
        return index + 1;
    }
    if (m_pieces.isWord(index) && m_pieces.at(index).isCapitalised && m_pieces.at(index).spaceBefore) {
        int at = index + 1;
        while (at < index + 3 && m_pieces.isWord(at) && m_pieces.at(at).isCapitalised)
            ++at;
        const bool isTime = m_pieces.is(at, QLatin1String("time")) && !m_pieces.at(at).isCapitalised;
        const bool isEasternTime = at > index + 1 && m_pieces.is(at - 1, QLatin1String("time")); // "Eastern Time"
        if (isTime || isEasternTime)
            return isTime ? at + 1 : at;
    }
    return index;
}

// As afterZone(), also "(GMT +8)" and "(local time)"
int TimeReader::afterZoneInBrackets(int index, TimeForm &form) const
{
    const bool isBracket = m_pieces.is(index, QLatin1String("("));
    const int zone = isBracket ? index + 1 : index;
    int end = afterZone(zone, form);
    if (end == zone)
        return index;
    const bool isShifted = isClass(zone, "zone") && m_pieces.isAnyOf(end, {"+", "-"}) && m_pieces.isNumber(end + 1) && m_pieces.at(end + 1).lower.size() <= 2;
    if (isShifted) {
        const int minutes = m_pieces.at(end + 1).lower.toInt() * 60;
        form.offsetMinutes = form.offsetMinutes.value_or(0) + (m_pieces.is(end, QLatin1String("+")) ? minutes : -minutes);
        end += 2;
    }
    if (!isBracket)
        return end;
    return m_pieces.is(end, QLatin1String(")")) ? end + 1 : index;
}

// A clock with its zone, and the same clock once more for another zone: "7.40am (0740 GMT)"
TimeReader::MaybePart TimeReader::clock(int index) const
{
    MaybePart part = longestOf({&TimeReader::clockFigures, &TimeReader::clockFourFigures, &TimeReader::clockWords, &TimeReader::clockNamed}, index);
    if (!part)
        return std::nullopt;
    part->end = afterZoneInBrackets(part->end, part->form);
    const int bracket = part->end;
    if (m_pieces.isAnyOf(bracket, {"(", "/", ";"})) {
        const MaybePart second = longestOf({&TimeReader::clockFigures, &TimeReader::clockFourFigures}, bracket + 1);
        TimeForm zone;
        const int end = second ? afterZone(second->end, zone) : 0;
        const bool closes = !m_pieces.is(bracket, QLatin1String("(")) || m_pieces.is(end, QLatin1String(")"));
        if (second && end > second->end && closes)
            part->end = m_pieces.is(bracket, QLatin1String("(")) ? end + 1 : end;
    }
    return part;
}

// part-of-day: this morning, last night, tonight, early this morning, the early hours, in the evening, at dawn
TimeReader::MaybePart TimeReader::dayPart(int index) const
{
    Part part{0, {}, "part-of-day"};
    part.form.kind = TimeForm::Kind::Relative;
    if (m_pieces.is(index, QLatin1String("tonight"))) {
        part.form.dayPart = QStringLiteral("NI");
        part.end = index + 1;
        return part;
    }
    if (m_pieces.isAnyOf(index, {"this", "last"}) && isClass(index + 1, "part-of-day")) {
        const bool isLast = m_pieces.is(index, QLatin1String("last"));
        if (isLast && !m_pieces.isAnyOf(index + 1, {"night", "evening"}))
            return std::nullopt;
        part.form.dayPart = classText(index + 1);
        part.form.count = isLast ? -1 : 0;
        part.end = index + 2;
        return part;
    }
    part.form.kind = TimeForm::Kind::Calendar; // the day is that spoken of
    const int hours = m_pieces.is(index, QLatin1String("the")) ? index + 1 : index;
    if (m_pieces.isAnyOf(hours, {"early", "small", "late"}) && m_pieces.is(hours + 1, QLatin1String("hours"))) {
        const bool isLate = m_pieces.is(hours, QLatin1String("late"));
        part.form.dayPart = isLate ? QStringLiteral("NI") : QStringLiteral("MO");
        part.form.modifier = isLate ? Modifier::End : Modifier::Start;
        part.end = hours + 2;
        return part;
    }
    const bool isIn = m_pieces.is(index, QLatin1String("the")) && m_pieces.isAnyOf(index - 1, {"in", "during", "on", "of", "by", "through", "throughout", "spent", "spend", "spending"});
    const bool isAt = m_pieces.isAnyOf(index - 1, {"at", "before", "after", "by", "until", "since"}) && m_pieces.isAnyOf(index, {"night", "dawn", "daybreak", "dusk", "sunrise", "sunset", "nightfall", "lunchtime"});
    const int at = isIn ? index + 1 : index;
    if ((isIn || isAt) && isClass(at, "part-of-day")) {
        part.form.dayPart = classText(at);
        part.end = at + 1;
        return part;
    }
    return std::nullopt;
}

// "early", "late", "mid-", "the end of", "around", "shortly before": the end of these words
int TimeReader::modifierAt(int index, Modifier &modifier) const
{
    struct Words {
        QStringView words;
        Modifier modifier;
    };
    static constexpr Words kWords[] = {{u"mid -", Modifier::Middle}, {u"mid", Modifier::Middle}, {u"early in", Modifier::Start}, {u"late in", Modifier::End},
        {u"early on", Modifier::Start}, {u"late on", Modifier::End}, {u"early", Modifier::Start}, {u"late", Modifier::End},
        {u"the beginning of", Modifier::Start}, {u"beginning of", Modifier::Start}, {u"the start of", Modifier::Start}, {u"start of", Modifier::Start},
        {u"the middle of", Modifier::Middle}, {u"middle of", Modifier::Middle}, {u"the end of", Modifier::End}, {u"end of", Modifier::End},
        {u"around", Modifier::Approximate}, {u"about", Modifier::Approximate}, {u"approximately", Modifier::Approximate}, {u"roughly", Modifier::Approximate},
        {u"circa", Modifier::Approximate}, {u"nearly", Modifier::Before}, {u"almost", Modifier::Before},
        {u"shortly before", Modifier::Before}, {u"just before", Modifier::Before}, {u"shortly after", Modifier::After}, {u"just after", Modifier::After},
        {u"soon after", Modifier::After}};
    for (const Words &words : kWords) {
        if (const int end = m_pieces.matchPhrase(index, words.words); end > 0) {
            modifier = words.modifier;
            return end;
        }
    }
    return index;
}

// date, date-clock: Sunday; Tuesday morning; early Tuesday morning; Tuesday, 12 September at around 8.15 p.m.
TimeReader::MaybePart TimeReader::dateAndClock(int index) const
{
    Modifier modifier = Modifier::None;
    const bool isSameDay = m_pieces.isAnyOf(index, {"earlier", "later"}); // "later on Tuesday", "earlier today"
    const bool isWithinDecades = m_pieces.is(index, QLatin1String("the")) && m_pieces.isAnyOf(index + 1, {"late", "early", "mid"}); // "the late 1990s"
    const int at = isSameDay ? index + (m_pieces.is(index + 1, QLatin1String("on")) ? 2 : 1) : modifierAt(isWithinDecades ? index + 1 : index, modifier);
    if (at != index && m_pieces.is(at, QLatin1String("as")))
        return std::nullopt;
    MaybePart part = isSameDay ? longestOf({&TimeReader::weekdayDate, &TimeReader::weekday, &TimeReader::namedDay, &TimeReader::dayMonth, &TimeReader::monthDay, &TimeReader::deicticUnit, &TimeReader::unitAtHand}, at) : date(at);
    if (!part && isSameDay)
        part = date(index); // "later in the day", "earlier this year"
    if (part && isWithinDecades && !part->form.decade && !part->form.century)
        return std::nullopt;
    if (!part)
        return std::nullopt;
    const bool isWide = part->form.year || part->form.month || part->form.weekday || part->form.kind == TimeForm::Kind::Relative;
    if (at != index && (modifier == Modifier::Before || modifier == Modifier::After || (modifier == Modifier::Approximate && !isWide)))
        return std::nullopt;
    if (at != index && modifier == Modifier::Approximate && m_pieces.is(index, QLatin1String("about")))
        return std::nullopt; // "about last week" speaks of it
    part->form.modifier = modifier;
    if (part->form.kind == TimeForm::Kind::Interval)
        return part;
    int next = part->end;
    // "Monday's", "Tuesday’s early hours" end here
    if (isClass(next, "part-of-day") && !m_pieces.isGlued(next)) {
        part->form.dayPart = classText(next);
        part->end = ++next;
    } else if (m_pieces.isAnyOf(next, {"around", "at", "by"}) && m_pieces.isAnyOf(next + 1, {"dawn", "dusk", "sunset", "sunrise", "night"})) {
        part->form.dayPart = classText(next + 1);
        part->end = next = next + 2;
    }
    const bool isEdge = at != index && m_pieces.is(at - 1, QLatin1String("of")); // "lower than at the start of the day at 16:08"
    if (isEdge && part->form.kind != TimeForm::Kind::Calendar)
        return part;
    const bool mayHaveClock = part->form.day || part->form.weekday || part->form.kind != TimeForm::Kind::Calendar;
    if (!mayHaveClock || part->form.hour)
        return part;
    int clockAt = skipComma(next);
    if (m_pieces.isAnyOf(clockAt, {"at", "from"}))
        ++clockAt;
    Modifier clockModifier = Modifier::None;
    const int afterModifier = modifierAt(clockAt, clockModifier);
    if (const MaybePart time = clock(afterModifier)) {
        mergeClock(part->form, time->form);
        if (clockModifier != Modifier::None)
            part->form.modifier = clockModifier;
        part->end = time->end;
        part->rule = "date-clock";
    }
    return part;
}

// clock, clock-date: shortly before 7 pm; around 11am local time on Sunday; 7pm yesterday
TimeReader::MaybePart TimeReader::clockAndDate(int index) const
{
    Modifier modifier = Modifier::None;
    const int at = modifierAt(index, modifier);
    MaybePart part = clock(at);
    if (!part)
        return std::nullopt;
    part->form.modifier = modifier;
    int next = skipComma(part->end);
    if (m_pieces.isAnyOf(next, {"on", "of"}))
        ++next;
    if (m_pieces.is(next, QLatin1String("the")) && isClass(next + 1, "part-of-day") && m_pieces.isAnyOf(next + 2, {"of", "on"}))
        next += 3;
    Modifier dateModifier = Modifier::None;
    MaybePart day = date(modifierAt(next, dateModifier));
    if (!day)
        day = dayPart(next);
    const bool isDay = day && (day->form.day || day->form.weekday || !day->form.holiday.isEmpty() || day->form.kind == TimeForm::Kind::Relative || day->form.kind == TimeForm::Kind::Anaphoric)
        && day->form.kind != TimeForm::Kind::Interval && (day->form.kind == TimeForm::Kind::Calendar || day->form.unit == Granularity::Day || day->form.weekday);
    if (!isDay)
        return part;
    int end = day->end;
    if (isClass(end, "part-of-day"))
        ++end;
    const TimeForm time = part->form;
    part->form = day->form;
    part->form.dayPart.clear();
    mergeClock(part->form, time);
    part->form.modifier = modifier;
    part->end = end;
    part->rule = "clock-date";
    return part;
}

// part-of-day, part-of-day-date: this morning; the early hours of Tuesday; the morning of 12 September
TimeReader::MaybePart TimeReader::dayPartAndDate(int index) const
{
    Modifier modifier = Modifier::None;
    int at = modifierAt(index, modifier);
    MaybePart part = dayPart(at);
    if (!part && m_pieces.is(at, QLatin1String("in")) && at != index)
        part = dayPart(++at);
    const bool isTrade = m_pieces.isAnyOf(at + 1, {"trade", "trading", "deals", "dealings", "session"}); // "in morning trade"
    if (!part && isClass(at, "part-of-day") && m_pieces.isAnyOf(index - 1, {"in", "by", "during", "since", "until"}) && (at != index || isTrade)) { // "in late afternoon"
        part = Part{at + 1, {}, "part-of-day"};
        part->form.dayPart = classText(at);
    }
    if (!part && at != index)
        part = dayPart(at = index);
    if (!part && isClass(at, "part-of-day") && m_pieces.is(at + 1, QLatin1String("of")) && date(at + 2)) { // "on the night of ..." without its article
        part = Part{at + 1, {}, "part-of-day"};
        part->form.dayPart = classText(at);
    }
    if (!part || (modifier != Modifier::None && modifier != Modifier::Start && modifier != Modifier::End && modifier != Modifier::Middle))
        return std::nullopt;
    if (at != index && modifier != Modifier::None)
        part->form.modifier = modifier;
    if (part->form.kind != TimeForm::Kind::Calendar)
        return part;
    const int next = m_pieces.isAnyOf(part->end, {"of", "on"}) ? part->end + 1 : part->end;
    const MaybePart day = next != part->end ? date(next) : std::nullopt;
    const bool isDay = day && (day->form.day || day->form.weekday || day->form.kind == TimeForm::Kind::Relative || day->form.kind == TimeForm::Kind::Anaphoric);
    if (!isDay)
        return part;
    const TimeForm inDay = part->form;
    part->form = day->form;
    part->form.dayPart = inDay.dayPart;
    part->form.modifier = inDay.modifier;
    part->end = day->end;
    part->rule = "part-of-day-date";
    return part;
}

} // namespace variorum::extraction
