#include "evaluation/metadata_measures.h"

#include <QRegularExpression>

namespace variorum::evaluation {

using namespace Qt::StringLiterals;

QString comparable(const QString &text)
{
    QString kept;
    bool isGap = false;
    for (const QChar unit : text) {
        if (unit == u'\'' || unit == QChar(0x2019) || unit == QChar(0x2018))
            continue;
        if (!unit.isLetterOrNumber() && !unit.isSurrogate() && !unit.isMark()) {
            isGap = true;
            continue;
        }
        if (isGap && !kept.isEmpty())
            kept += u' ';
        isGap = false;
        kept += unit.toLower();
    }
    return kept;
}

QStringList foundAuthors(const QStringList &names)
{
    QStringList kept;
    for (const QString &name : names) {
        const QString folded = comparable(name);
        if (!folded.isEmpty() && !kept.contains(folded))
            kept.append(folded);
    }
    kept.sort();
    return kept;
}

QStringList goldAuthors(const QString &text)
{
    static const QRegularExpression kBetween(u"\\s*(?:,|;|\\||/|&|\\band\\b)\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kBy(u"^\\s*by\\b[\\s:]*"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kAddress(u"https?:\\S+|\\S+@\\S+|(?<!\\S)@\\S+"_s);
    QString list = text;
    list.remove(kAddress).remove(kBy);
    return foundAuthors(list.split(kBetween, Qt::SkipEmptyParts));
}

bool isGoldDay(const std::optional<model::NewsDate> &found, const QString &gold)
{
    const std::optional<model::NewsDate> wanted = model::NewsDate::fromIsoString(gold);
    if (!found || !wanted)
        return false;
    if (!wanted->offsetMinutes)
        return found->date == wanted->date || found->utcForOrdering().date() == wanted->date;
    const QDateTime moment = wanted->utcForOrdering();
    if (found->offsetMinutes)
        return moment.addSecs(60LL * *found->offsetMinutes).date() == found->date;
    constexpr qint64 kWestmostHours = -12;
    constexpr qint64 kEastmostHours = 14;
    return found->date >= moment.addSecs(3600 * kWestmostHours).date() && found->date <= moment.addSecs(3600 * kEastmostHours).date();
}

} // namespace variorum::evaluation
