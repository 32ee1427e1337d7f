#include "report/wording.h"

#include <QLocale>
#include <QStringList>
#include <QTextBoundaryFinder>

#include <array>
#include <cstdlib>
#include <ranges>

namespace variorum::report {

QString severityLabel(model::Severity severity)
{
    switch (severity) {
    case model::Severity::Conflict: return QStringLiteral("Conflict");
    case model::Severity::Internal: return QStringLiteral("Within one article");
    case model::Severity::Refinement: return QStringLiteral("Refinement");
    case model::Severity::Wording: return QStringLiteral("Wording");
    }
    return {};
}

QString severityGlyph(model::Severity severity)
{
    switch (severity) {
    case model::Severity::Conflict: return QStringLiteral("≠");
    case model::Severity::Internal: return QStringLiteral("‖");
    case model::Severity::Refinement: return QStringLiteral("±");
    case model::Severity::Wording: return QStringLiteral("≈");
    }
    return {};
}

QString severityMeaning(model::Severity severity)
{
    switch (severity) {
    case model::Severity::Conflict: return QStringLiteral("the values cannot both hold");
    case model::Severity::Internal: return QStringLiteral("an article gives two values that cannot both hold");
    case model::Severity::Refinement: return QStringLiteral("one value is more exact than another, or later");
    case model::Severity::Wording: return QStringLiteral("the same is meant, in other words");
    }
    return {};
}

QString dateText(const QDate &date)
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(date, QStringLiteral("d MMMM yyyy"));
}

QString dateText(const model::NewsDate &date)
{
    QString text = dateText(date.date);
    if (!date.time)
        return text;
    text += QStringLiteral(", ") + date.time->toString(QStringLiteral("HH:mm"));
    if (!date.offsetMinutes)
        return text;
    if (*date.offsetMinutes == 0)
        return text + QStringLiteral(" (UTC)");
    const int minutes = std::abs(*date.offsetMinutes);
    const QString sign = *date.offsetMinutes < 0 ? QStringLiteral("−") : QStringLiteral("+");
    const QString rest = minutes % 60 == 0 ? QString() : QStringLiteral(":%1").arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return text + QStringLiteral(" (UTC%1%2%3)").arg(sign).arg(minutes / 60).arg(rest);
}

QString counted(qsizetype number, const QString &one, const QString &many)
{
    return QStringLiteral("%1 %2").arg(number).arg(number == 1 ? one : many);
}

QString originChain(const model::Statement &statement, const QString &ownOutlet)
{
    QStringList names;
    for (const model::Origin &origin : std::views::reverse(statement.origins)) {
        const bool isOwn = origin.kind == model::OriginKind::Outlet && origin.name == ownOutlet;
        if (!origin.name.isEmpty() && !isOwn)
            names += origin.name;
    }
    if (names.isEmpty())
        return {};
    return QStringLiteral("citing ") + names.join(QStringLiteral(", in turn citing "));
}

QString certaintyNote(model::Certainty certainty)
{
    switch (certainty) {
    case model::Certainty::Asserted:
    case model::Certainty::Reported: return {};
    case model::Certainty::Possible: return QStringLiteral("as possible");
    case model::Certainty::Planned: return QStringLiteral("as planned");
    case model::Certainty::Denied: return QStringLiteral("as denied");
    case model::Certainty::Asked: return QStringLiteral("as a question");
    }
    return {};
}

QString capitalised(const QString &text)
{
    return text.isEmpty() ? text : text.left(1).toUpper() + text.mid(1);
}

QString readableValue(const QString &normalForm)
{
    struct Bound {
        const char *code;
        const char *ofNumbers;
        const char *ofTimes;
    };
    static constexpr std::array<Bound, 5> kBounds{{{">=", "at least ", "from "}, {"<=", "at most ", "by "}, {">", "more than ", "after "}, {"<", "less than ", "before "}, {"~", "about ", "about "}}};
    struct Wording {
        const char *code;
        const char *words;
    };
    // UCUM codes that no reader of news would guess; "m", "km" and "kg" stay.
    static constexpr std::array<Wording, 17> kUnits{{{"a", "years"}, {"mo", "months"}, {"wk", "weeks"}, {"d", "days"}, {"h", "hours"}, {"min", "minutes"}, {"s", "seconds"}, {"[mi_i]", "miles"},
                                                     {"[mi_i]/h", "mph"}, {"[kn_i]", "knots"}, {"[ft_i]", "feet"}, {"[in_i]", "inches"}, {"[yd_i]", "yards"}, {"[lb_av]", "pounds"}, {"Cel", "°C"},
                                                     {"[degF]", "°F"}, {"t", "tonnes"}}};
    QString text = normalForm;
    for (const Bound &bound : kBounds) {
        const QLatin1String code(bound.code);
        if (!text.startsWith(code))
            continue;
        const QString rest = text.mid(code.size());
        const bool isTime = rest.size() > 4 && rest[4] == u'-'; // "2024-03-14T08:00"
        text = QLatin1String(isTime ? bound.ofTimes : bound.ofNumbers) + rest;
        break;
    }
    const qsizetype space = text.lastIndexOf(u' ');
    for (const Wording &unit : kUnits) {
        if (space > 0 && text[space - 1].isDigit() && QStringView(text).sliced(space + 1) == QLatin1String(unit.code))
            return text.left(space + 1) + QString::fromUtf8(unit.words);
    }
    return text;
}

QString elided(const QString &text, qsizetype mostUnits)
{
    if (text.size() <= mostUnits)
        return text;
    const qsizetype space = text.lastIndexOf(u' ', mostUnits - 1);
    qsizetype end = space > mostUnits / 2 ? space : mostUnits - 1;
    if (text[end - 1].isHighSurrogate())
        --end;
    return text.left(end) + QChar(0x2026);
}

QString claimTitle(const model::Claim &claim)
{
    constexpr qsizetype kMostUnits = 240;
    return elided(capitalised(claim.text.simplified()), kMostUnits);
}

int wordCount(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    int words = 0;
    for (qsizetype at = 0; at >= 0 && at < text.size(); at = finder.toNextBoundary())
        words += finder.boundaryReasons().testFlag(QTextBoundaryFinder::StartOfItem) ? 1 : 0;
    return words;
}

} // namespace variorum::report
