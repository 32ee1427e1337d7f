// Rules for durations ("more than four years", "12-year"), what is counted from now or from another time ("two weeks
// ago", "hours later"), repeated times and intervals. See time_reader.cpp.

#include "extraction/times/time_reader.h"

namespace variorum::extraction {

namespace {

using Modifier = model::TimeValue::Modifier;

QString unitCode(Granularity unit)
{
    switch (unit) {
    case Granularity::Second: return QStringLiteral("S");
    case Granularity::Minute: return QStringLiteral("M");
    case Granularity::Hour: return QStringLiteral("H");
    case Granularity::Day: return QStringLiteral("D");
    case Granularity::Weekend: return QStringLiteral("WE");
    case Granularity::Week: return QStringLiteral("W");
    case Granularity::Fortnight: return QStringLiteral("2W");
    case Granularity::Month: return QStringLiteral("M");
    case Granularity::Quarter: return QStringLiteral("Q");
    case Granularity::Year: return QStringLiteral("Y");
    case Granularity::Decade: return QStringLiteral("DE");
    case Granularity::Century: return QStringLiteral("CE");
    }
    return {};
}

} // namespace

// "more than", "at least", "nearly", "up to": the end of these words
int TimeReader::boundAt(int index, Modifier &modifier) const
{
    struct Words {
        QStringView words;
        Modifier modifier;
    };
    static constexpr Words kWords[] = {{u"more than", Modifier::MoreThan}, {u"longer than", Modifier::MoreThan}, {u"just over", Modifier::MoreThan},
        {u"well over", Modifier::MoreThan}, {u"over", Modifier::MoreThan}, {u"at least", Modifier::EqualOrMore}, {u"no less than", Modifier::EqualOrMore},
        {u"not less than", Modifier::EqualOrMore}, {u"a minimum of", Modifier::EqualOrMore}, {u"less than", Modifier::LessThan},
        {u"fewer than", Modifier::LessThan}, {u"just under", Modifier::LessThan}, {u"under", Modifier::LessThan}, {u"up to", Modifier::EqualOrLess},
        {u"at most", Modifier::EqualOrLess}, {u"no more than", Modifier::EqualOrLess}, {u"not more than", Modifier::EqualOrLess},
        {u"a maximum of", Modifier::EqualOrLess}, {u"as long as", Modifier::EqualOrLess}, {u"nearly", Modifier::Approximate}, {u"almost", Modifier::Approximate},
        {u"close to", Modifier::Approximate}, {u"about", Modifier::Approximate}, {u"around", Modifier::Approximate}, {u"some", Modifier::Approximate},
        {u"roughly", Modifier::Approximate}, {u"approximately", Modifier::Approximate}, {u"an estimated", Modifier::Approximate}};
    for (const Words &words : kWords) {
        if (const int end = m_pieces.matchPhrase(index, words.words); end > 0) {
            if (words.words == u"over" && isSpreadOver(index))
                return index;
            modifier = words.modifier;
            return end;
        }
    }
    return index;
}

// "4.5 percent over two years", "40 hours over four days", "spread over two years": during the time, not longer than it
bool TimeReader::isSpreadOver(int index) const
{
    if (m_pieces.isAnyOf(index - 1, {"little", "bit", "tad", "shade", "fraction", "way"}))
        return false; // "a little over two hours"
    const model::Upos before = index > 0 ? m_pieces.token(index - 1).upos : model::Upos::X;
    return before == model::Upos::Noun || before == model::Upos::Propn || before == model::Upos::Num || before == model::Upos::Sym
        || m_pieces.isAnyOf(index - 1, {"spread", "spaced", "staggered", "phased", "distributed", "scattered", "%", ")"});
}

// What stands before a unit: "two", "two and a half", "half an", "an", "two to three", "four-"
std::optional<TimeReader::Amount> TimeReader::amountAt(int index) const
{
    if (m_pieces.is(index, QLatin1String("half")) && m_pieces.isAnyOf(index + 1, {"a", "an", "-"}))
        return Amount{index + 2, 0.5, {}, m_pieces.is(index + 1, QLatin1String("-")), false};
    if (m_pieces.is(index, QLatin1String("a")) && m_pieces.is(index + 1, QLatin1String("half")) && unitAt(index + 2))
        return Amount{index + 2, 0.5, {}, false, false};
    const auto number = m_numbers.read(m_pieces, index);
    if (!number) {
        const bool isArticle = m_pieces.isAnyOf(index, {"a", "an"});
        return isArticle ? std::optional(Amount{index + 1, 1, {}, false, true}) : std::nullopt;
    }
    if (number->isOrdinal)
        return std::nullopt;
    Amount amount{number->end, number->isRough && !number->value ? std::nullopt : number->value, {}, false, false};
    if (number->isRough && m_pieces.is(amount.end, QLatin1String("of")))
        ++amount.end;
    const bool isHyphen = m_pieces.is(amount.end, QLatin1String("-"));
    if (m_pieces.isAnyOf(amount.end, {"to", "or", "-", "and"}) && number->value) {
        const auto upper = m_numbers.read(m_pieces, amount.end + 1);
        const bool isBetween = m_pieces.is(index - 1, QLatin1String("between"));
        if (upper && upper->value && !upper->isOrdinal && *upper->value > *number->value && m_pieces.is(amount.end, QLatin1String("and")) == isBetween) {
            amount.to = upper->value;
            amount.end = upper->end;
            if (m_pieces.is(amount.end, QLatin1String("-")))
                ++amount.end;
            return amount;
        }
    }
    if (isHyphen && m_pieces.isGlued(amount.end) && m_pieces.isGlued(amount.end + 1)) {
        amount.isHyphenated = true;
        ++amount.end;
    }
    // "two more days", "three straight weeks"
    if (m_pieces.isAnyOf(amount.end, {"more", "straight", "consecutive", "full", "long", "whole", "additional", "further", "successive", "calendar", "extra"}) && unitAt(amount.end + 1))
        ++amount.end;
    return amount;
}

// amount-of-unit: two hours and 15 minutes; half an hour; an hour and a half; four-day
TimeReader::MaybePart TimeReader::amountOfUnit(int index) const
{
    auto amount = amountAt(index);
    if (!amount && m_pieces.isAnyOf(index - 1, {"next", "past", "last", "coming", "first"}) && m_pieces.is(index, QLatin1String("couple")) && m_pieces.is(index + 1, QLatin1String("of")))
        amount = Amount{index + 2, 2, {}, false, false}; // "over the next couple of years"
    if (!amount)
        return std::nullopt;
    bool isPlural = false;
    const auto unit = unitAt(amount->end, &isPlural);
    const bool isCalendarQuarter = m_pieces.isAnyOf(amount->end - 1, {"consecutive", "straight", "successive", "full"});
    if (!unit || (*unit == Granularity::Quarter && !isCalendarQuarter) || (amount->isArticle && *unit == Granularity::Second))
        return std::nullopt;
    if (!isPlural && !amount->isHyphenated && amount->value && *amount->value > 1 && m_pieces.at(amount->end).lower.size() > 4 && !m_pieces.is(amount->end + 1, QLatin1String("-")))
        return std::nullopt; // "nine second placings": the unit must agree
    Part part{amount->end + 1, {}, "duration"};
    part.form.kind = TimeForm::Kind::Duration;
    part.form.amount = amount->value;
    part.form.amountTo = amount->to;
    part.form.unit = *unit;
    if (m_pieces.is(part.end, QLatin1String("and")) && m_pieces.is(part.end + 1, QLatin1String("a")) && m_pieces.is(part.end + 2, QLatin1String("half")) && part.form.amount) {
        part.form.amount = *part.form.amount + 0.5;
        part.end += 3;
    }
    while (part.form.amount && !amount->isHyphenated) {
        int next = skipComma(part.end);
        if (m_pieces.is(next, QLatin1String("and")))
            ++next;
        const auto further = amountAt(next);
        const auto smaller = further && further->value && !further->to ? unitAt(further->end) : std::nullopt;
        const Granularity last = part.form.more.empty() ? *unit : part.form.more.back().second;
        if (!smaller || *smaller >= last || *smaller == Granularity::Quarter || further->isArticle)
            break;
        part.form.more.emplace_back(*further->value, *smaller);
        part.end = further->end + 1;
    }
    const int old = m_pieces.is(part.end, QLatin1String("-")) ? part.end + 1 : part.end;
    const bool isAge = m_pieces.isAnyOf(old, {"old", "olds"}) || (m_pieces.is(old, QLatin1String("of")) && m_pieces.is(old + 1, QLatin1String("age")))
        || m_pieces.isAnyOf(index - 1, {"aged", "age"});
    return isAge ? std::nullopt : std::optional(part);
}

// "a year", "an hour" are durations only beside a word that asks for one: "$5m a year" is a rate
bool TimeReader::lendsCueToBareUnit(int index) const
{
    return m_pieces.isAnyOf(index, {"for", "within", "in", "after", "over", "than", "least", "about", "around", "nearly", "almost", "took", "takes", "take",
        "lasted", "lasting", "last", "spent", "spend", "just", "only", "half", "under", "approximately", "roughly", "exactly", "barely", "until", "every"});
}

// duration, ago, later: more than four years; two weeks ago; at least an hour later; in two weeks' time; the past two weeks
TimeReader::MaybePart TimeReader::duration(int index) const
{
    const int article = m_pieces.isAnyOf(index, {"the", "these", "those", "this"}) ? index + 1 : index;
    const bool hasStretch = m_pieces.isAnyOf(article, {"past", "last", "previous", "next", "coming", "following", "first", "final"});
    Modifier modifier = Modifier::None;
    const int start = hasStretch ? article + 1 : boundAt(index, modifier);
    MaybePart part = amountOfUnit(start);
    if (!part && hasStretch && m_pieces.is(article, QLatin1String("past")) && m_pieces.isAnyOf(index, {"the", "this"})) { // "the past decade"
        bool isPlural = false;
        const auto unit = unitAt(start, &isPlural);
        if (!unit || isPlural || *unit == Granularity::Quarter)
            return std::nullopt;
        part = Part{start + 1, {}, "stretch"};
        part->form.kind = TimeForm::Kind::Duration;
        part->form.unit = *unit;
        part->form.amount = 1;
        return part;
    }
    if (!part)
        return std::nullopt;
    const bool isCounted = m_pieces.isAnyOf(part->end, {"ago", "later", "earlier"});
    if (hasStretch && isCounted && !part->form.more.empty()) { // "worked for the last three months and two days ago found it"
        part->form.more.clear();
        part->end = amountAt(start)->end + 1;
    }
    const bool isArticle = m_pieces.isAnyOf(start, {"a", "an"}) && part->form.amount && part->form.unit >= Granularity::Minute && m_numbers.read(m_pieces, start) == std::nullopt;
    part->form.modifier = modifier;
    if (!part->form.amount || part->form.amountTo)
        part->form.modifier = modifier == Modifier::None ? Modifier::Approximate : modifier;
    int end = part->end;
    if (m_pieces.is(end, QLatin1String("or")) && m_pieces.isAnyOf(end + 1, {"so", "more", "less", "longer"})) {
        part->form.modifier = m_pieces.is(end + 1, QLatin1String("so")) ? Modifier::Approximate : m_pieces.is(end + 1, QLatin1String("less")) ? Modifier::EqualOrLess : Modifier::EqualOrMore;
        part->end = end = end + 2;
    }
    const bool possessive = m_pieces.is(end, QLatin1String("'"));
    int time = possessive ? end + 1 : end;
    if (possessive && m_pieces.is(time, QLatin1String("s")))
        ++time;
    const bool isAgo = m_pieces.is(end, QLatin1String("ago"));
    const bool isFromNow = (m_pieces.is(end, QLatin1String("from")) && m_pieces.is(end + 1, QLatin1String("now"))) || (possessive && m_pieces.is(time, QLatin1String("time")));
    const bool isLater = m_pieces.isAnyOf(end, {"later", "afterwards", "afterward"});
    const bool isEarlier = m_pieces.isAnyOf(end, {"earlier", "beforehand", "previously"}) || (m_pieces.is(end, QLatin1String("before")) && !m_pieces.isWord(end + 1) && !m_pieces.isNumber(end + 1));
    if (isAgo || isFromNow || isLater || isEarlier) {
        part->form.kind = isAgo || isFromNow ? TimeForm::Kind::Relative : TimeForm::Kind::Anaphoric;
        part->form.isVague = !part->form.amount.has_value() || part->form.amountTo;
        part->form.count = (isAgo || isEarlier ? -1 : 1) * part->form.amount.value_or(0);
        part->end = isFromNow ? (possessive ? time + 1 : end + 2) : end + 1;
        part->rule = isAgo ? "ago" : isFromNow ? "from-now" : isLater ? "later" : "earlier";
        return part;
    }
    if (isArticle && !hasStretch && !lendsCueToBareUnit(start - 1))
        return std::nullopt;
    if (hasStretch)
        part->rule = "stretch";
    return part;
}

// vague-units: for hours; hours later; decades ago; in recent weeks; in the coming days
TimeReader::MaybePart TimeReader::vagueUnits(int index) const
{
    int at = m_pieces.is(index, QLatin1String("the")) ? index + 1 : index;
    if (m_pieces.isAnyOf(at, {"recent", "past", "last", "previous", "coming", "next", "following", "upcoming"})) {
        bool isPlural = false;
        int noun = at + 1;
        if (m_pieces.is(noun, QLatin1String("few")))
            ++noun;
        const auto unit = unitAt(noun, &isPlural);
        if (!unit || !isPlural)
            return std::nullopt;
        Part part{noun + 1, {}, "recent-or-coming-units"};
        part.form.kind = TimeForm::Kind::Reference;
        part.form.unit = *unit;
        part.form.timex = m_pieces.isAnyOf(at, {"recent", "past", "last", "previous"}) ? QStringLiteral("PAST_REF") : QStringLiteral("FUTURE_REF");
        return part;
    }
    bool isPlural = false;
    const auto unit = unitAt(index, &isPlural);
    if (!unit || !isPlural || *unit == Granularity::Quarter || m_pieces.at(index).isCapitalised != (index == 0 && m_pieces.at(index).isCapitalised) || m_pieces.isGlued(index))
        return std::nullopt;
    Part part{index + 1, {}, "units"};
    part.form.kind = TimeForm::Kind::Duration;
    part.form.unit = *unit;
    part.form.isVague = true;
    const bool isAgo = m_pieces.is(part.end, QLatin1String("ago"));
    if (isAgo || m_pieces.isAnyOf(part.end, {"later", "earlier"})) {
        part.form.kind = isAgo ? TimeForm::Kind::Relative : TimeForm::Kind::Anaphoric;
        part.form.count = m_pieces.is(part.end, QLatin1String("later")) ? 1 : -1;
        part.rule = isAgo ? "units-ago" : "units-later";
        ++part.end;
        return part;
    }
    if (!m_pieces.isAnyOf(index - 1, {"for", "within", "after", "over", "in", "lasted", "take", "taken", "took", "spent"}) || m_pieces.isAnyOf(part.end, {"of", "after", "before"}))
        return std::nullopt;
    return part;
}

// set: every day, each Sunday, twice a week, three times a year, daily, Mondays
TimeReader::MaybePart TimeReader::set(int index) const
{
    Part part{0, {}, "set"};
    part.form.kind = TimeForm::Kind::Set;
    if (m_pieces.isAnyOf(index, {"every", "each"})) {
        const int other = m_pieces.is(index + 1, QLatin1String("other")) ? index + 2 : index + 1;
        const auto number = m_numbers.read(m_pieces, other);
        const int at = number && number->value && !number->isOrdinal ? number->end : other;
        if (isClass(at, "weekday")) {
            part.form.timex = QStringLiteral("XXXX-WXX-%1").arg(classValue(at));
        } else if (const auto unit = unitAt(at)) {
            const double count = number && number->value ? *number->value : other != index + 1 ? 2 : 1;
            const bool isClock = *unit < Granularity::Day;
            part.form.timex = (isClock ? QStringLiteral("PT") : QStringLiteral("P")) + QString::number(count) + unitCode(*unit);
        } else if (isClass(at, "part-of-day")) {
            part.form.timex = QStringLiteral("XXXX-XX-XXT") + classText(at);
        } else if (const auto month = monthAt(at)) {
            part.form.timex = QStringLiteral("XXXX-%1").arg(month->first, 2, 10, QLatin1Char('0'));
        } else {
            return std::nullopt;
        }
        part.end = at + 1;
        return part;
    }
    if (isClass(index, "weekdays") && m_pieces.at(index).isCapitalised) {
        part.form.timex = QStringLiteral("XXXX-WXX-%1").arg(classValue(index));
        part.end = index + 1;
        return part;
    }
    if (isClass(index, "set") && !m_pieces.at(index).isCapitalised) {
        part.form.timex = classText(index);
        part.end = index + 1;
        return part;
    }
    int at = m_pieces.isAnyOf(index, {"once", "twice"}) ? index + 1 : 0;
    if (at == 0) {
        const auto number = m_numbers.read(m_pieces, index);
        if (number && m_pieces.is(number->end, QLatin1String("times")))
            at = number->end + 1;
    }
    const auto unit = at > 0 && m_pieces.isAnyOf(at, {"a", "an", "per", "each", "every"}) ? unitAt(at + 1) : std::nullopt;
    if (!unit)
        return std::nullopt;
    part.form.timex = (*unit < Granularity::Day ? QStringLiteral("PT1") : QStringLiteral("P1")) + unitCode(*unit);
    part.end = at + 2;
    return part;
}

// reference: recently, currently, now
TimeReader::MaybePart TimeReader::reference(int index) const
{
    if (m_pieces.is(index, QLatin1String("right")) && m_pieces.is(index + 1, QLatin1String("now"))) {
        Part part{index + 2, {}, "reference"};
        part.form.kind = TimeForm::Kind::Reference;
        part.form.timex = QStringLiteral("PRESENT_REF");
        return part;
    }
    struct Words {
        QStringView words;
        const char *timex;
    };
    static constexpr Words kPhrases[] = {{u"the near future", "FUTURE_REF"}, {u"the foreseeable future", "FUTURE_REF"}, {u"the distant future", "FUTURE_REF"},
        {u"the future", "FUTURE_REF"}, {u"the near term", "FUTURE_REF"}, {u"the short term", "FUTURE_REF"}, {u"the long term", "FUTURE_REF"}, {u"the moment", "PRESENT_REF"}};
    for (const Words &phrase : kPhrases) {
        const int end = m_pieces.isAnyOf(index - 1, {"in", "for", "at", "over"}) ? m_pieces.matchPhrase(index, phrase.words) : -1;
        const bool isMoment = m_pieces.is(index + 1, QLatin1String("moment"));
        if (end < 0 || m_pieces.is(end, QLatin1String("of")) || (isMoment && (m_pieces.isWord(end) || !m_pieces.is(index - 1, QLatin1String("at")))))
            continue;
        Part part{end, {}, "reference"};
        part.form.kind = TimeForm::Kind::Reference;
        part.form.timex = QLatin1String(phrase.timex);
        return part;
    }
    if (!isClass(index, "reference") || m_pieces.isAnyOf(index + 1, {"after", "before", "that"}) || m_pieces.is(index - 1, QLatin1String("as")))
        return std::nullopt;
    Part part{index + 1, {}, "reference"};
    part.form.kind = TimeForm::Kind::Reference;
    part.form.timex = classText(index);
    return part;
}

// interval: from Monday to Friday, between 2018 and 2020, 9am-5pm
TimeReader::MaybePart TimeReader::interval(int index) const
{
    const bool isBetween = m_pieces.is(index - 1, QLatin1String("between"));
    const bool isFrom = m_pieces.is(index - 1, QLatin1String("from"));
    if (auto months = monthToMonth(index)) // also where a month alone would be doubtful
        return months;
    const auto plain = [this](int at) { return longestOf({&TimeReader::dateAndClock, &TimeReader::clockAndDate}, at); };
    MaybePart first = plain(index);
    if (!first && (isBetween || isFrom)) {
        // "between 9 and 11am": the half of the day is said once
        const auto hour = dayNumberAt(index);
        const int next = hour ? hour->second + 1 : 0;
        const MaybePart last = hour && m_pieces.isAnyOf(hour->second, {"and", "to", "-"}) ? clock(next) : std::nullopt;
        if (!last || !last->form.hour || hour->first > 12)
            return std::nullopt;
        first = Part{hour->second, last->form, "interval"};
        const int half = *last->form.hour >= 12 && hour->first % 12 <= *last->form.hour % 12 ? 12 : 0;
        first->form.hour = hour->first % 12 + half;
        first->form.minute.reset();
    }
    if (!first || first->form.kind == TimeForm::Kind::Interval || first->form.kind == TimeForm::Kind::Reference)
        return std::nullopt;
    const bool isHyphen = m_pieces.is(first->end, QLatin1String("-"));
    const bool joins = isBetween ? m_pieces.is(first->end, QLatin1String("and"))
        : isFrom                 ? m_pieces.isAnyOf(first->end, {"to", "until", "till", "through", "-"})
                                 : m_pieces.is(first->end, QLatin1String("through")) || (isHyphen && first->form.hour);
    if (!joins)
        return std::nullopt;
    MaybePart second = plain(first->end + 1);
    if (!second) {
        const auto year = yearAt(first->end + 1);
        if (!year || !first->form.year || first->form.month)
            return std::nullopt;
        second = Part{first->end + 2, {}, "year"};
        second->form.year = year;
    }
    const TimeForm &a = first->form;
    const TimeForm &b = second->form;
    const bool sameShape = a.kind == b.kind && a.hour.has_value() == b.hour.has_value()
        && (a.hour || (a.weekday.has_value() == b.weekday.has_value() && a.day.has_value() == b.day.has_value() && a.month.has_value() == b.month.has_value()));
    const bool bothDated = a.kind == b.kind && a.year && b.year && !a.hour && !b.hour; // "2014 through May 2018"
    if ((!sameShape && !bothDated) || b.kind == TimeForm::Kind::Interval)
        return std::nullopt;
    Part part{second->end, {}, "interval"};
    part.form.kind = TimeForm::Kind::Interval;
    part.form.ends = {a, b};
    if (b.year && !a.year)
        part.form.ends[0].year = b.year;
    return part;
}

} // namespace variorum::extraction
