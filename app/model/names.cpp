#include "model/names.h"

#include <QLocale>

#include <array>
#include <cmath>
#include <cstddef>

namespace variorum::model {

namespace {

// One table an enumeration, in its order; names and their inverse come from the same place.
template<typename Enum>
struct NamesOf;

#define VARIORUM_NAMES(Enum, ...) \
    template<> \
    struct NamesOf<Enum> { \
        static constexpr auto kNames = std::to_array<const char *>({__VA_ARGS__}); \
    }

VARIORUM_NAMES(EntityKind, "person", "organization", "place", "other");
VARIORUM_NAMES(OriginKind, "speaker", "agency", "outlet", "document", "anonymous");
VARIORUM_NAMES(Certainty, "asserted", "reported", "possible", "planned", "denied", "asked");
VARIORUM_NAMES(Polarity, "positive", "negative");
VARIORUM_NAMES(SlotRole, "agent", "patient", "recipient", "place", "origin", "destination", "time", "duration", "quantity", "manner", "attribute", "purpose", "quotation");
VARIORUM_NAMES(TimeKind, "date", "time", "duration", "set");
VARIORUM_NAMES(TimeValue::Modifier, "NONE", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX");
VARIORUM_NAMES(Bound, "=", "~", ">", ">=", "<", "<=", "..");
VARIORUM_NAMES(ClaimStatus, "agreed", "divergent", "single-source");
VARIORUM_NAMES(DivergenceKind, "quantity", "time", "place", "participant", "attribute", "polarity", "certainty", "quotation", "attribution");
VARIORUM_NAMES(Severity, "conflict", "refinement", "wording", "internal");
VARIORUM_NAMES(TextField, "title", "text");
VARIORUM_NAMES(DateBasis, "stated", "inferred");
VARIORUM_NAMES(ReadOutcome, "read", "partly", "not-read");
VARIORUM_NAMES(MetadataField, "title", "outlet", "authors", "agency", "published", "updated", "dateline", "url", "language");

#undef VARIORUM_NAMES

template<typename Enum>
QString name(Enum value)
{
    return QString::fromLatin1(NamesOf<Enum>::kNames.at(static_cast<size_t>(value)));
}

/// The shortest decimal that reads back as the same number; whole numbers without a point, 10^6 and more as "3e6"
/// where the figure is round.
QString printedNumber(double number)
{
    if (number == std::floor(number) && std::abs(number) < 1e15) {
        if (std::abs(number) >= 1e6) {
            const int exponent = static_cast<int>(std::floor(std::log10(std::abs(number))));
            const double mantissa = number / std::pow(10.0, exponent);
            const QString figure = QString::number(mantissa, 'g', 3);
            if (figure.toDouble() * std::pow(10.0, exponent) == number)
                return figure + QLatin1Char('e') + QString::number(exponent);
        }
        return QString::number(number, 'f', 0);
    }
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

QString printedBounds(const QuantityValue &value)
{
    if (value.bound == Bound::Range && value.low && value.high)
        return printedNumber(*value.low) + QLatin1String("..") + printedNumber(*value.high);
    const std::optional<double> number = value.value ? value.value : value.low ? value.low : value.high;
    if (!number)
        return {};
    const QString sign = value.bound == Bound::Exact || value.bound == Bound::Range ? QString() : name(value.bound);
    return sign + printedNumber(*number);
}

QString sign(TimeValue::Modifier modifier)
{
    using enum TimeValue::Modifier;
    switch (modifier) {
    case None: return {};
    case Before:
    case LessThan: return QStringLiteral("<");
    case After:
    case MoreThan: return QStringLiteral(">");
    case OnOrBefore:
    case EqualOrLess: return QStringLiteral("<=");
    case OnOrAfter:
    case EqualOrMore: return QStringLiteral(">=");
    case Start: return QStringLiteral("start of ");
    case Middle: return QStringLiteral("middle of ");
    case End: return QStringLiteral("end of ");
    case Approximate: return QStringLiteral("~");
    }
    return {};
}

} // namespace

QString nameOf(EntityKind kind) { return name(kind); }
QString nameOf(OriginKind kind) { return name(kind); }
QString nameOf(Certainty certainty) { return name(certainty); }
QString nameOf(Polarity polarity) { return name(polarity); }
QString nameOf(SlotRole role) { return name(role); }
QString nameOf(TimeKind kind) { return name(kind); }
QString nameOf(TimeValue::Modifier modifier) { return name(modifier); }
QString nameOf(Bound bound) { return name(bound); }
QString nameOf(ClaimStatus status) { return name(status); }
QString nameOf(DivergenceKind kind) { return name(kind); }
QString nameOf(Severity severity) { return name(severity); }
QString nameOf(TextField field) { return name(field); }
QString nameOf(DateBasis basis) { return name(basis); }
QString nameOf(ReadOutcome outcome) { return name(outcome); }
QString nameOf(MetadataField field) { return name(field); }

template<typename Enum>
std::optional<Enum> fromName(QStringView text)
{
    const auto &names = NamesOf<Enum>::kNames;
    for (size_t place = 0; place < names.size(); ++place) {
        if (text == QLatin1String(names.at(place)))
            return static_cast<Enum>(place);
    }
    return std::nullopt;
}

template std::optional<EntityKind> fromName<EntityKind>(QStringView);
template std::optional<OriginKind> fromName<OriginKind>(QStringView);
template std::optional<Certainty> fromName<Certainty>(QStringView);
template std::optional<Polarity> fromName<Polarity>(QStringView);
template std::optional<SlotRole> fromName<SlotRole>(QStringView);
template std::optional<TimeKind> fromName<TimeKind>(QStringView);
template std::optional<TimeValue::Modifier> fromName<TimeValue::Modifier>(QStringView);
template std::optional<Bound> fromName<Bound>(QStringView);
template std::optional<ClaimStatus> fromName<ClaimStatus>(QStringView);
template std::optional<DivergenceKind> fromName<DivergenceKind>(QStringView);
template std::optional<Severity> fromName<Severity>(QStringView);
template std::optional<TextField> fromName<TextField>(QStringView);
template std::optional<DateBasis> fromName<DateBasis>(QStringView);
template std::optional<ReadOutcome> fromName<ReadOutcome>(QStringView);
template std::optional<MetadataField> fromName<MetadataField>(QStringView);

QString printed(const QuantityValue &value)
{
    const QString number = printedBounds(value);
    const QString what = value.unit.isEmpty() || value.unit == QLatin1String("1") ? value.counted : value.unit;
    return what.isEmpty() || number.isEmpty() ? number : number + QLatin1Char(' ') + what;
}

QString printed(const TimeValue &value)
{
    return value.timex.isEmpty() ? QString() : sign(value.modifier) + value.timex;
}

} // namespace variorum::model
