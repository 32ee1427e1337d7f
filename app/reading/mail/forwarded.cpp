// Forwarded mail within the text:
//
//     Worth reading.
//
//     ---------- Forwarded message ---------          or  Begin forwarded message:   (then each line may begin "> ")
//     From: The Bay <news@bay.example>
//     Date: Fri, Mar 14, 2031 at 9:00 AM
//     Subject: Ferry sinks
//
//     The ferry sank at noon.
//
//     ->  from "The Bay <news@bay.example>", text "The ferry sank at noon."

#include "reading/mail/forwarded.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace variorum::reading::mail {

namespace {

using namespace Qt::StringLiterals;

/// The text without one "> " before each line, where most lines have it.
QString unquoted(const QString &text)
{
    QStringList lines = text.split(u'\n');
    const auto quoted = std::count_if(lines.begin(), lines.end(), [](const QString &line) { return line.startsWith(u'>'); });
    const auto empty = std::count_if(lines.begin(), lines.end(), [](const QString &line) { return line.trimmed().isEmpty(); });
    if (quoted == 0 || quoted * 10 < (lines.size() - empty) * 8)
        return text;
    for (QString &line : lines) {
        if (line.startsWith(u'>'))
            line = line.mid(line.startsWith("> "_L1) ? 2 : 1);
    }
    return lines.join(u'\n');
}

} // namespace

std::optional<Forwarded> forwardedMessage(const QString &text)
{
    static const QRegularExpression kMarker(u"^(?:>\\s?)?(?:-{2,}\\s*(?:forwarded|original) message\\s*-{2,}|begin forwarded message:)[ \\t]*$"_s,
                                            QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    static const QRegularExpression kHeader(u"^\\*?(From|Sent|Date|Subject|To|Cc|Reply-To):\\*?\\s*(.*)$"_s, QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype kMostHeaderLines = 30;
    const QRegularExpressionMatch marker = kMarker.match(text);
    if (!marker.hasMatch())
        return std::nullopt;
    Forwarded found;
    found.before = text.left(marker.capturedStart()).trimmed();
    const QStringList lines = unquoted(text.mid(marker.capturedEnd())).split(u'\n');
    qsizetype at = 0;
    int headers = 0;
    for (; at < std::min(lines.size(), kMostHeaderLines); ++at) {
        const QString line = lines[at].trimmed();
        const QRegularExpressionMatch header = kHeader.match(line);
        if (header.hasMatch()) {
            ++headers;
            const QString name = header.captured(1).toLower();
            QString &value = name == "from"_L1 ? found.from : name == "subject"_L1 ? found.subject : found.date;
            if ((name == "from"_L1 || name == "subject"_L1 || name == "date"_L1 || name == "sent"_L1) && value.isEmpty())
                value = header.captured(2).trimmed();
        } else if (headers > 0 && line.isEmpty()) {
            break; // the text follows
        }
    }
    if (headers < 2 || (found.from.isEmpty() && found.subject.isEmpty()))
        return std::nullopt;
    found.text = lines.mid(at).join(u'\n').trimmed();
    return found;
}

} // namespace variorum::reading::mail
