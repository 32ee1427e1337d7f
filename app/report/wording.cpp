#include "report/wording.h"

#include "model/names.h"
#include "model/readable_value.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cstdlib>

namespace variorum::report {

QString severityLabel(model::Severity severity, bool isUpdate)
{
    if (isUpdate)
        return QStringLiteral("Update");
    switch (severity) {
    case model::Severity::Conflict: return QStringLiteral("Conflict");
    case model::Severity::Internal: return QStringLiteral("Internal");
    case model::Severity::Refinement: return QStringLiteral("Refinement");
    case model::Severity::Wording: return QStringLiteral("Wording");
    }
    return {};
}

QString severityGlyph(model::Severity severity)
{
    switch (severity) {
    case model::Severity::Conflict: return QStringLiteral("≠");
    case model::Severity::Internal: return QStringLiteral("↻");
    case model::Severity::Refinement: return QStringLiteral("⊆");
    case model::Severity::Wording: return QStringLiteral("≈");
    }
    return {};
}

QString severityMeaning(model::Severity severity)
{
    switch (severity) {
    case model::Severity::Conflict: return QStringLiteral("the values cannot both hold");
    case model::Severity::Internal: return QStringLiteral("an article gives two values that cannot both hold");
    case model::Severity::Refinement: return QStringLiteral("one value is more exact than another");
    case model::Severity::Wording: return QStringLiteral("the same is meant, in other words");
    }
    return {};
}

QString kindLabel(model::DivergenceKind kind)
{
    return kind == model::DivergenceKind::Polarity ? QStringLiteral("yes or no") : model::nameOf(kind);
}

QString certaintyLabel(model::Certainty certainty)
{
    switch (certainty) {
    case model::Certainty::Asserted: return QStringLiteral("stated as fact");
    case model::Certainty::Reported: return QStringLiteral("reported");
    case model::Certainty::Possible: return QStringLiteral("as possible");
    case model::Certainty::Planned: return QStringLiteral("as planned");
    case model::Certainty::Denied: return QStringLiteral("denied");
    case model::Certainty::Asked: return QStringLiteral("asked");
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

namespace {

/// "Its owner", "she", "Ms": words that point at someone named elsewhere, and name nobody.
bool isOnlyPointing(const QString &name)
{
    static const QRegularExpression kForm(QStringLiteral("^(?:(?:its|his|her|their|our|my|your)\\b.*|he|she|it|they|who|i|we|you|m[rs]s?\\.?|dr\\.?|prof\\.?)$"), QRegularExpression::CaseInsensitiveOption);
    return kForm.match(name).hasMatch();
}

/// "Tarvia’s transport minister": what somebody is, not who.
bool isDescription(const QString &name)
{
    static const QRegularExpression kForm(QStringLiteral("^\\S+[’']s [\\p{Ll} -]+$"));
    return kForm.match(name).hasMatch();
}

/// An outlet may call itself by the end of its name: "the Ember understands", in The Daily Ember.
bool isOutletItself(const model::Origin &origin, const QString &ownOutlet)
{
    return (origin.kind == model::OriginKind::Outlet && origin.name == ownOutlet) || ownOutlet.endsWith(u' ' + origin.name);
}

} // namespace

QString originChain(const model::Statement &statement, const QString &ownOutlet)
{
    QStringList names;
    QStringList pointers;
    std::vector<base::EntityId> told;
    for (auto place = statement.origins.rbegin(); place != statement.origins.rend(); ++place) { // clang 14 cannot read views::reverse
        const model::Origin &origin = *place;
        const bool isTold = origin.entity && std::ranges::find(told, *origin.entity) != told.end();
        if (origin.name.isEmpty() || isOutletItself(origin, ownOutlet) || isTold || names.contains(origin.name))
            continue;
        if (origin.entity)
            told.push_back(*origin.entity);
        if (isOnlyPointing(origin.name))
            pointers += origin.name.toLower();
        else
            (isDescription(origin.name) ? pointers : names) += origin.name;
    }
    if (names.isEmpty() && !pointers.isEmpty())
        names += pointers.first(); // better than nobody
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

QString readableValue(model::DivergenceKind kind, const QString &normalForm)
{
    if (kind == model::DivergenceKind::Certainty) {
        const auto certainty = model::fromName<model::Certainty>(normalForm);
        return certainty ? certaintyLabel(*certainty) : normalForm;
    }
    QString text = model::readableValue(kind, normalForm, QLocale(QLocale::English, QLocale::UnitedKingdom));
    return text.replace(QChar(QChar::Nbsp), u' '); // lines are broken by words, and tests and searches look for spaces
}

QString reasonText(const model::Divergence &divergence)
{
    if (divergence.kind == model::DivergenceKind::Polarity && divergence.why.contains(QLatin1String(" / ")))
        return QStringLiteral("one says that it is so, the other that it is not");
    static const QRegularExpression kBetween(QStringLiteral("; both lie in |; | lies in | is apart from | is apart, but on an inferred date, from | is not as long as | is not | is within half an hour of | is the same time as "
                                                             "| names the same number as | names the same length as | has the same limit as | overlaps | equals | fits | is | / "));
    static const QHash<QString, QString> kInWords{{QStringLiteral(" lies in "), QStringLiteral(" fits ")}, {QStringLiteral(" is apart from "), QStringLiteral(" is not ")}, {QStringLiteral(" / "), QStringLiteral(" against ")}};
    QString text;
    qsizetype done = 0;
    for (auto matches = kBetween.globalMatch(divergence.why); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        text += readableValue(divergence.kind, divergence.why.sliced(done, match.capturedStart() - done)) + kInWords.value(match.captured(), match.captured());
        done = match.capturedEnd();
    }
    return text + readableValue(divergence.kind, divergence.why.sliced(done));
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

QString balanced(const QString &text)
{
    const auto opening = text.count(QChar(0x201C));
    const auto closing = text.count(QChar(0x201D));
    if (opening > closing)
        return text + QChar(0x201D);
    if (closing > opening)
        return QChar(0x201C) + text;
    if (text.count(u'"') % 2 == 0) {
        static const QRegularExpression kOpenSingle(QStringLiteral("‘(?!.*’(?!\\p{L}))"), QRegularExpression::DotMatchesEverythingOption); // before a letter it is an apostrophe
        return text.contains(kOpenSingle) ? text + QChar(0x2019) : text;
    }
    const qsizetype last = text.lastIndexOf(u'"');
    const bool opens = last == 0 || text[last - 1].isSpace() || text[last - 1] == u'(';
    return opens ? text + u'"' : u'"' + text;
}

int wordCount(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    int words = 0;
    for (qsizetype at = 0; at >= 0 && at < text.size(); at = finder.toNextBoundary())
        words += finder.boundaryReasons().testFlag(QTextBoundaryFinder::StartOfItem) ? 1 : 0;
    return words;
}

QString notComparedText(const model::Article &article)
{
    if (!model::whyNotCompared(article))
        return {};
    if (!article.language)
        return QStringLiteral("Its language could not be told. Not compared: only English is so far.");
    const QLocale locale(*article.language);
    const bool isKnown = locale.language() != QLocale::C && locale.language() != QLocale::AnyLanguage;
    return QStringLiteral("In %1. Not compared: only English is so far.").arg(isKnown ? QLocale::languageToString(locale.language()) : *article.language);
}

} // namespace variorum::report
