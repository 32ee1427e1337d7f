#include "model/news_date.h"

#include <QRegularExpression>

namespace variorum::model {

namespace {

QString printedOffset(int minutes)
{
    const int size = qAbs(minutes);
    return QStringLiteral("%1%2:%3").arg(minutes < 0 ? QStringLiteral("-") : QStringLiteral("+")).arg(size / 60, 2, 10, QLatin1Char('0')).arg(size % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

QString NewsDate::toString() const
{
    QString text = date.toString(Qt::ISODate);
    if (time)
        text += QLatin1Char('T') + time->toString(QStringLiteral("HH:mm:ss"));
    if (time && offsetMinutes)
        text += printedOffset(*offsetMinutes);
    return text;
}

QDateTime NewsDate::utcForOrdering() const
{
    const QDateTime stated(date, time.value_or(QTime(0, 0)), Qt::UTC);
    return stated.addSecs(-60LL * offsetMinutes.value_or(0));
}

std::optional<NewsDate> NewsDate::fromIsoString(QStringView text)
{
    static const QRegularExpression kIso(QStringLiteral(
        R"(^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? ?(Z|[+-]\d{2}:?\d{2})?)?$)"));
    const QRegularExpressionMatch match = kIso.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int group) { return match.capturedView(group).toInt(); };
    NewsDate parsed;
    parsed.date = QDate(number(1), number(2), number(3));
    if (!parsed.date.isValid())
        return std::nullopt;
    if (match.hasCaptured(4)) {
        const QTime time(number(4), number(5), number(6));
        if (!time.isValid())
            return std::nullopt;
        parsed.time = time;
    }
    const QStringView zone = match.capturedView(7);
    if (zone == QLatin1String("Z")) {
        parsed.offsetMinutes = 0;
    } else if (!zone.isEmpty()) {
        const int minutes = zone.sliced(1, 2).toInt() * 60 + zone.last(2).toInt();
        parsed.offsetMinutes = zone.front() == QLatin1Char('-') ? -minutes : minutes;
    }
    return parsed;
}

} // namespace variorum::model
