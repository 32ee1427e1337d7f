// Turns a printed normal form into words by taking its parts in order: sign of comparison, number or time, unit.
//
//     ">=20 carriage"  ->  ">=" "20" "carriage"  ->  at least | 20 | carriages
//
// A form that is not wholly understood is left as it is: half a translation would say something else.

#include "model/readable_value.h"

#include "model/names.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

#include <cmath>

namespace variorum::model {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Values {
    Q_DECLARE_TR_FUNCTIONS(Values)
};

QString numberLabel(double number, const QLocale &locale)
{
    const double size = std::abs(number);
    const auto of = [number, &locale](double unit) { return locale.toString(number / unit, 'g', 6); };
    if (size >= 1e12)
        return Values::tr("%1 trillion").arg(of(1e12));
    if (size >= 1e9)
        return Values::tr("%1 billion").arg(of(1e9));
    if (size >= 1e6)
        return Values::tr("%1 million").arg(of(1e6));
    if (number == std::floor(number))
        return locale.toString(number, 'f', 0);
    return locale.toString(number, 'g', 6);
}

/// Years are ages: how long something takes is a time, "P4Y".
QString unitLabel(const QString &unit)
{
    static const std::pair<QLatin1StringView, QLatin1StringView> kUnits[] = {
        {"[mi_i]/h"_L1, "mph"_L1}, {"[mi_i]"_L1, "miles"_L1}, {"[ft_i]"_L1, "feet"_L1}, {"[in_i]"_L1, "inches"_L1}, {"[yd_i]"_L1, "yards"_L1}, {"[lb_av]"_L1, "pounds"_L1}, {"[nmi_i]"_L1, "nautical miles"_L1}, {"[kn_i]"_L1, "knots"_L1}, {"[acr_us]"_L1, "acres"_L1}, {"[gal_us]"_L1, "gallons"_L1}, {"[degF]"_L1, "deg F"_L1}, {"Cel"_L1, "deg C"_L1}, {"m2"_L1, "sq m"_L1}, {"km2"_L1, "sq km"_L1}, {"a"_L1, "years old"_L1}, {"mo"_L1, "months"_L1}, {"wk"_L1, "weeks"_L1}, {"d"_L1, "days"_L1}, {"h"_L1, "hours"_L1}, {"min"_L1, "minutes"_L1}, {"s"_L1, "seconds"_L1}, {"t"_L1, "tonnes"_L1}};
    for (const auto &[code, label] : kUnits) {
        if (unit == code)
            return label;
    }
    return {};
}

/// A counted noun is a lemma: the usual English plural, which is what a reader of English articles expects.
QString pluralOf(const QString &noun)
{
    static const std::pair<QLatin1StringView, QLatin1StringView> kIrregular[] = {
        {"person"_L1, "people"_L1}, {"man"_L1, "men"_L1}, {"woman"_L1, "women"_L1}, {"child"_L1, "children"_L1}, {"foot"_L1, "feet"_L1}, {"people"_L1, "people"_L1}, {"crew"_L1, "crew"_L1}, {"aircraft"_L1, "aircraft"_L1}, {"half"_L1, "halves"_L1}, {"life"_L1, "lives"_L1}, {"dead"_L1, "dead"_L1}, {"injured"_L1, "injured"_L1}, {"missing"_L1, "missing"_L1}};
    for (const auto &[one, many] : kIrregular) {
        if (noun == one)
            return many;
        if (noun.endsWith(u' ' + one))
            return noun.chopped(one.size()) + many;
    }
    static const QRegularExpression kSibilant(u"(s|x|z|ch|sh)$"_s);
    static const QRegularExpression kConsonantY(u"[^aeiou]y$"_s);
    if (kSibilant.match(noun).hasMatch())
        return noun + u"es"_s;
    return kConsonantY.match(noun).hasMatch() ? noun.chopped(1) + u"ies"_s : noun + u's';
}

QString boundLabel(QStringView sign, const QString &what)
{
    if (sign == "~"_L1)
        return Values::tr("about %1").arg(what);
    if (sign == ">"_L1)
        return Values::tr("more than %1").arg(what);
    if (sign == ">="_L1)
        return Values::tr("at least %1").arg(what);
    if (sign == "<"_L1)
        return Values::tr("less than %1").arg(what);
    if (sign == "<="_L1)
        return Values::tr("at most %1").arg(what);
    return what;
}

/// The sign that goes before an amount; empty for a currency that has none of its own.
QString currencySign(const QString &unit)
{
    static const std::pair<QLatin1StringView, QStringView> kSigns[] = {{"EUR"_L1, u"€"}, {"USD"_L1, u"$"}, {"GBP"_L1, u"£"}, {"JPY"_L1, u"¥"}, {"INR"_L1, u"₹"}};
    for (const auto &[code, sign] : kSigns) {
        if (unit == code)
            return sign.toString();
    }
    return {};
}

/// "12 knots", "1 year", "2 helicopters": the unit or the counted noun after its number.
QString unitAfter(const QString &what, bool isOne)
{
    static const QRegularExpression kNoun(u"^[a-z][a-z' -]{2,}$"_s);
    const QString known = unitLabel(what);
    static const QRegularExpression kPluralUnit(u"^(?:years|months|weeks|days|hours|minutes|seconds|miles|yards|pounds|knots|acres|gallons|tonnes)$"_s);
    if (isOne && what == "a"_L1)
        return Values::tr("year old");
    if (!known.isEmpty())
        return isOne && kPluralUnit.match(known).hasMatch() ? known.chopped(1) : known;
    return !isOne && kNoun.match(what).hasMatch() ? pluralOf(what) : what;
}

QString quantityLabel(const QString &printed, const QLocale &locale)
{
    static const QRegularExpression kForm(u"^(~|>=|>|<=|<)?(-?[0-9.]+?(?:e[0-9]+)?)(?:\\.\\.(-?[0-9.]+(?:e[0-9]+)?))?(?: (.+))?$"_s);
    const QRegularExpressionMatch match = kForm.match(printed);
    bool isNumber = false;
    const double first = match.captured(2).toDouble(&isNumber);
    if (!match.hasMatch() || !isNumber)
        return printed;
    QString label = numberLabel(first, locale);
    if (!match.captured(3).isEmpty())
        label = Values::tr("%1 to %2", "range").arg(label, numberLabel(match.captured(3).toDouble(), locale));
    const QString what = match.captured(4);
    const QString sign = currencySign(what);
    if (!sign.isEmpty() && first >= 0)
        label.prepend(sign);
    else if (!what.isEmpty())
        label += QChar(0xa0) + unitAfter(what, first == 1 && match.captured(3).isEmpty());
    return boundLabel(match.captured(1), label);
}

QString partOfDay(QStringView code)
{
    if (code == "MO"_L1)
        return Values::tr("morning");
    if (code == "AF"_L1)
        return Values::tr("afternoon");
    if (code == "EV"_L1)
        return Values::tr("evening");
    if (code == "NI"_L1)
        return Values::tr("night");
    return {};
}

QString durationLabel(const QString &timex, const QLocale &locale)
{
    static const QRegularExpression kForm(u"^P(T?)([0-9.]+)([YMWDHS])$"_s);
    const QRegularExpressionMatch match = kForm.match(timex);
    if (!match.hasMatch())
        return timex;
    const bool inDay = !match.captured(1).isEmpty();
    const QChar unit = match.captured(3).front();
    const QString name = unit == u'Y' ? Values::tr("years") : unit == u'W' ? Values::tr("weeks")
        : unit == u'D'                                                     ? Values::tr("days")
        : unit == u'H'                                                     ? Values::tr("hours")
        : unit == u'S'                                                     ? Values::tr("seconds")
        : inDay                                                            ? Values::tr("minutes")
                                                                           : Values::tr("months");
    QString text = name;
    if (match.captured(2) == "1"_L1 && text.endsWith(u's') && locale.language() == QLocale::English)
        text.chop(1);
    return u"%1 %2"_s.arg(match.captured(2), text);
}

/// One point in time: year, month, week, day, day with part or clock time. Anything else as it is.
QString pointLabel(const QString &timex, const QLocale &locale)
{
    static const QRegularExpression kForm(u"^(\\d{4})(?:-(?:W(\\d{2})|(\\d{2})(?:-(\\d{2}))?))?(?:T(MO|AF|EV|NI|\\d{2}(?::\\d{2})?(?::\\d{2})?))?$"_s);
    if (timex.startsWith(u'T')) // a clock time or a part of some day
        return partOfDay(timex.mid(1)).isEmpty() ? timex.mid(1) : partOfDay(timex.mid(1));
    const QRegularExpressionMatch match = kForm.match(timex);
    if (!match.hasMatch())
        return timex;
    const int year = match.captured(1).toInt();
    QString day = match.captured(1);
    if (!match.captured(2).isEmpty())
        day = Values::tr("week %1 of %2").arg(match.captured(2).toInt()).arg(year);
    const int month = match.captured(3).toInt();
    if (month > 0) {
        const int dayOfMonth = match.captured(4).toInt();
        const QDate date(year, month, dayOfMonth > 0 ? dayOfMonth : 1);
        if (!date.isValid())
            return timex;
        day = locale.toString(date, dayOfMonth > 0 ? u"d MMMM yyyy"_s : u"MMMM yyyy"_s);
    }
    const QString clock = match.captured(5);
    if (clock.isEmpty())
        return day;
    const QString part = partOfDay(clock);
    return Values::tr("%1, %2", "day, time").arg(day, part.isEmpty() ? clock : part);
}

QString timeLabel(const QString &printed, const QLocale &locale)
{
    static const QRegularExpression kSign(u"^(~|>=|>|<=|<|start of |middle of |end of )?(.*)$"_s);
    const QRegularExpressionMatch match = kSign.match(printed);
    const QString timex = match.captured(2);
    const QString sign = match.captured(1);
    if (timex.startsWith(u'P'))
        return boundLabel(sign, durationLabel(timex, locale));
    const QStringList ends = timex.split(u'/');
    const QString label = ends.size() == 2 ? Values::tr("%1 to %2", "range").arg(pointLabel(ends[0], locale), pointLabel(ends[1], locale)) : pointLabel(timex, locale);
    if (sign == ">"_L1)
        return Values::tr("after %1").arg(label);
    if (sign == "<"_L1)
        return Values::tr("before %1").arg(label);
    if (sign == ">="_L1)
        return Values::tr("%1 or later").arg(label);
    if (sign == "<="_L1)
        return Values::tr("%1 or earlier").arg(label);
    return sign == "~"_L1 ? Values::tr("about %1").arg(label) : sign + label;
}

/// "planned", or "not, planned" of what is said not to be so.
QString certaintyLabel(const QString &printed)
{
    static const QString kNot = u"not, "_s;
    if (printed.startsWith(kNot))
        return Values::tr("that it is not so: %1").arg(certaintyLabel(printed.sliced(kNot.size())));
    if (printed == nameOf(Certainty::Asserted))
        return Values::tr("stated as fact");
    return printed == nameOf(Certainty::Possible) ? Values::tr("as possible") : printed;
}

} // namespace

QString readableValue(DivergenceKind kind, const QString &printed, const QLocale &locale)
{
    switch (kind) {
    case DivergenceKind::Quantity: return quantityLabel(printed, locale);
    case DivergenceKind::Time: return timeLabel(printed, locale);
    case DivergenceKind::Polarity:
        if (printed == nameOf(Polarity::Positive))
            return Values::tr("it is so");
        return printed == nameOf(Polarity::Negative) ? Values::tr("it is not so") : printed;
    case DivergenceKind::Certainty: return certaintyLabel(printed);
    case DivergenceKind::Place:
    case DivergenceKind::Participant:
    case DivergenceKind::Attribute:
    case DivergenceKind::Quotation:
    case DivergenceKind::Attribution: return printed;
    }
    return printed;
}

} // namespace variorum::model
