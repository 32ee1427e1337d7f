#include "reading/site_names.h"

#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kShortestTitle = 8;

QString packed(QStringView text) { return foldedLine(text).remove(u' '); }

bool isOutletPart(QStringView part, const std::optional<QString> &outlet)
{
    const QString folded = packed(part);
    const QString foldedOutlet = outlet ? packed(*outlet) : QString();
    return !foldedOutlet.isEmpty() && folded.size() >= 2 && (foldedOutlet.contains(folded) || folded.contains(foldedOutlet));
}

/// Headlines in scripts without spaces are short in letters.
bool isLongEnough(QStringView title)
{
    constexpr ushort kFirstWithoutSpaces = 0x2E80;
    const bool isDense = std::any_of(title.begin(), title.end(), [](QChar unit) { return unit.unicode() >= kFirstWithoutSpaces; });
    return title.trimmed().size() >= (isDense ? kShortestTitle / 2 : kShortestTitle);
}

QString withoutTail(const QString &title, const std::optional<QString> &outlet, SiteName name)
{
    static const QRegularExpression kTail(u"\\s+([|\\x{00BB}\\x{2022}\\x{00B7}\\x{FF5C}]|::|[\\x{2013}\\x{2014}:-])\\s+([^|\\x{00BB}\\x{2022}\\x{FF5C}]{2,60})$"_s);
    // Without spaces around only before the outlet's very name.
    static const QRegularExpression kClose(u"[|\\x{FF5C}\\x{FF1A}:_-]\\s*([^|\\x{FF5C}\\x{FF1A}:_]{2,60})$"_s);
    if (const QRegularExpressionMatch match = kTail.match(title); match.hasMatch()) {
        const QString sign = match.captured(1);
        const bool isBar = name == SiteName::Guessed && sign != u"-" && sign != u":" && sign != QChar(0x2013) && sign != QChar(0x2014);
        const QStringView tail = match.capturedView(2);
        const QString left = title.left(match.capturedStart());
        if ((isOutletPart(tail, outlet) || (isBar && tail.count(u' ') <= 4)) && isLongEnough(left))
            return left;
    }
    const QRegularExpressionMatch match = kClose.match(title);
    if (match.hasMatch() && outlet && packed(match.capturedView(1)) == packed(*outlet) && isLongEnough(title.left(match.capturedStart())))
        return title.left(match.capturedStart()).trimmed();
    return title;
}

QString withoutHead(const QString &title, const std::optional<QString> &outlet)
{
    static const QRegularExpression kHead(u"^([^|:]{2,50}?)\\s*(?:[|\\x{00BB}\\x{2022}:]|\\s[\\x{2013}\\x{2014}-])\\s+"_s);
    const QRegularExpressionMatch match = kHead.match(title);
    const bool isOutlet = match.hasMatch() && outlet && packed(match.capturedView(1)) == packed(*outlet);
    return isOutlet && isLongEnough(QStringView(title).sliced(match.capturedLength())) ? title.mid(match.capturedLength()) : title;
}

} // namespace

QString withoutSiteName(const QString &title, const std::optional<QString> &outlet, SiteName name)
{
    QString before;
    QString kept = title;
    while (before != kept) {
        before = kept;
        kept = withoutHead(withoutTail(kept, outlet, name), outlet);
    }
    return kept;
}

bool isOutletName(QStringView text, QStringView outlet)
{
    if (outlet.isEmpty())
        return false;
    const QStringList known = foldedLine(outlet).split(u' ', Qt::SkipEmptyParts);
    const QStringList words = foldedLine(text).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&known](const QString &word) { return known.contains(word) || word == u"logo" || word == u"the" || word == u"home" || word == u"com"; })
        || packed(text) == packed(outlet);
}

} // namespace variorum::reading
