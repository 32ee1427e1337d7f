// Mailboxes (mbox, RFC 4155 and its older habits). A message begins with a line "From address date"; the same words may
// begin a line of a message's text, and not every program marks those (">From"). So a line parts two messages only where
// it has a year in it, the line before is blank, and the line after is a header.
//
//     From a@bay.example Fri Mar 14 09:00:00 2031        parts
//     Subject: Ferry
//
//     From 2031 on the ferry will not sail.              does not: no header follows

#include "reading/mail/mailbox.h"

#include <QRegularExpression>
#include <algorithm>

namespace variorum::reading::mail {

namespace {

using namespace Qt::StringLiterals;

bool isHeaderLine(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1 || colon > 60)
        return false;
    return std::all_of(line.begin(), line.begin() + colon, [](char unit) { return (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9') || unit == '-' || unit == '_'; });
}

bool hasYear(QByteArrayView line)
{
    int digits = 0;
    for (const char unit : line) {
        digits = unit >= '0' && unit <= '9' ? digits + 1 : 0;
        if (digits == 4)
            return true;
    }
    return false;
}

QByteArrayView lineAt(QByteArrayView bytes, qsizetype at)
{
    const qsizetype end = bytes.indexOf('\n', at);
    const QByteArrayView line = bytes.sliced(at, (end < 0 ? bytes.size() : end) - at);
    return line.endsWith('\r') ? line.chopped(1) : line;
}

/// Where the line after the one at `at` begins; the end where there is none.
qsizetype nextLine(QByteArrayView bytes, qsizetype at)
{
    const qsizetype end = bytes.indexOf('\n', at);
    return end < 0 ? bytes.size() : end + 1;
}

bool partsAt(QByteArrayView bytes, qsizetype at)
{
    const QByteArrayView line = lineAt(bytes, at);
    if (!line.startsWith("From ") || !hasYear(line))
        return false;
    return isHeaderLine(lineAt(bytes, nextLine(bytes, at)));
}

} // namespace

bool isMailbox(QByteArrayView bytes) { return bytes.startsWith("From ") && isHeaderLine(lineAt(bytes, nextLine(bytes, 0))); }

std::vector<QByteArrayView> messagesIn(QByteArrayView mailbox, size_t most, bool &isCut)
{
    std::vector<QByteArrayView> messages;
    isCut = false;
    qsizetype begin = nextLine(mailbox, 0);
    bool isAfterBlank = false;
    for (qsizetype at = begin; at < mailbox.size(); at = nextLine(mailbox, at)) {
        if (isAfterBlank && mailbox[at] == 'F' && partsAt(mailbox, at)) {
            messages.push_back(mailbox.sliced(begin, at - begin));
            begin = nextLine(mailbox, at);
            if (messages.size() == most) {
                isCut = true;
                return messages;
            }
        }
        isAfterBlank = lineAt(mailbox, at).isEmpty();
    }
    if (begin < mailbox.size())
        messages.push_back(mailbox.sliced(begin));
    return messages;
}

QString withoutFromQuoting(const QString &text)
{
    static const QRegularExpression kQuoted(u"^>(>*From )"_s, QRegularExpression::MultilineOption);
    return QString(text).replace(kQuoted, u"\\1"_s);
}

} // namespace variorum::reading::mail
