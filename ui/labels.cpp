#include "ui/labels.h"

#include "model/names.h"

#include <QCoreApplication>
#include <QLocale>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Labels {
    Q_DECLARE_TR_FUNCTIONS(Labels)
};

} // namespace

QString kindLabel(model::DivergenceKind kind)
{
    using enum model::DivergenceKind;
    switch (kind) {
    case Quantity: return Labels::tr("quantity");
    case Time: return Labels::tr("time");
    case Place: return Labels::tr("place");
    case Participant: return Labels::tr("participant");
    case Attribute: return Labels::tr("attribute");
    case Polarity: return Labels::tr("yes or no");
    case Certainty: return Labels::tr("certainty");
    case Quotation: return Labels::tr("quotation");
    case Attribution: return Labels::tr("attribution");
    }
    return {};
}

QString severityLabel(model::Severity severity, bool isUpdate)
{
    if (isUpdate)
        return Labels::tr("Update");
    switch (severity) {
    case model::Severity::Conflict: return Labels::tr("Conflict");
    case model::Severity::Refinement: return Labels::tr("Refinement");
    case model::Severity::Wording: return Labels::tr("Wording");
    case model::Severity::Internal: return Labels::tr("Internal");
    }
    return {};
}

QString statusLabel(model::MarkStatus status)
{
    switch (status) {
    case model::MarkStatus::Conflict: return severityLabel(model::Severity::Conflict);
    case model::MarkStatus::Internal: return severityLabel(model::Severity::Internal);
    case model::MarkStatus::Refinement: return severityLabel(model::Severity::Refinement);
    case model::MarkStatus::Wording: return severityLabel(model::Severity::Wording);
    case model::MarkStatus::Agreed: return Labels::tr("Agreed");
    case model::MarkStatus::SingleSource: return Labels::tr("Only here");
    }
    return {};
}

QString certaintyLabel(model::Certainty certainty)
{
    switch (certainty) {
    case model::Certainty::Asserted: return Labels::tr("stated as fact");
    case model::Certainty::Reported: return Labels::tr("reported");
    case model::Certainty::Possible: return Labels::tr("as possible");
    case model::Certainty::Planned: return Labels::tr("as planned");
    case model::Certainty::Denied: return Labels::tr("denied");
    case model::Certainty::Asked: return Labels::tr("asked");
    }
    return {};
}

QString roleLabel(model::SlotRole role)
{
    switch (role) {
    case model::SlotRole::Agent: return Labels::tr("who or what acts");
    case model::SlotRole::Patient: return Labels::tr("who or what is concerned");
    case model::SlotRole::Recipient: return Labels::tr("to or for whom");
    case model::SlotRole::Place: return Labels::tr("place");
    case model::SlotRole::Origin: return Labels::tr("from where");
    case model::SlotRole::Destination: return Labels::tr("to where");
    case model::SlotRole::Time: return Labels::tr("time");
    case model::SlotRole::Duration: return Labels::tr("duration");
    case model::SlotRole::Quantity: return Labels::tr("quantity");
    case model::SlotRole::Manner: return Labels::tr("manner");
    case model::SlotRole::Attribute: return Labels::tr("attribute");
    case model::SlotRole::Purpose: return Labels::tr("purpose");
    case model::SlotRole::Quotation: return Labels::tr("quotation");
    }
    return {};
}

QString kindIconName(model::DivergenceKind kind) { return u"kind-"_s + model::nameOf(kind); }
QString severityIconName(model::Severity severity) { return u"severity-"_s + model::nameOf(severity); }

QString divergenceLabel(const model::Divergence &divergence)
{
    return Labels::tr("%1: %2", "severity, kind").arg(severityLabel(divergence.severity, divergence.isUpdate), kindLabel(divergence.kind));
}

QString dateLabel(const model::NewsDate &date)
{
    const QString day = QLocale().toString(date.date, u"d MMMM yyyy"_s);
    if (!date.time)
        return day;
    const QString time = date.time->toString(u"HH:mm"_s);
    if (!date.offsetMinutes)
        return Labels::tr("%1, %2", "day, time").arg(day, time);
    const int minutes = std::abs(*date.offsetMinutes);
    const QString zone = *date.offsetMinutes == 0 ? u"UTC"_s
                                                  : u"UTC%1%2:%3"_s.arg(*date.offsetMinutes < 0 ? QChar(0x2212) : u'+').arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
    return Labels::tr("%1, %2 (%3)", "day, time, zone").arg(day, time, zone);
}

QString shortDateLabel(const model::NewsDate &date) { return QLocale().toString(date.date, u"d MMM yyyy"_s); }

QString languageLabel(const QString &tag)
{
    const QLocale locale(tag);
    return locale.language() == QLocale::C || locale.language() == QLocale::AnyLanguage ? tag : QLocale::languageToString(locale.language());
}

QString originLabel(const std::vector<model::Origin> &origins, const QString &ownOutlet)
{
    QString label;
    for (const model::Origin &origin : origins) {
        if (origin.kind == model::OriginKind::Outlet && origin.name == ownOutlet)
            continue;
        const QString name = origin.name.isEmpty() ? Labels::tr("an unnamed source") : origin.name;
        label = label.isEmpty() ? name : Labels::tr("%1, via %2", "inner source, outer source").arg(label, name);
    }
    return label;
}

} // namespace variorum::ui
