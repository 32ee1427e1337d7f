#pragma once

#include <QByteArrayView>
#include <QString>
#include <vector>

namespace variorum::reading::mail {

/// Whether the bytes are a mailbox: they begin with a line "From address date".
[[nodiscard]] bool isMailbox(QByteArrayView bytes);

/// The messages of a mailbox, each without the line that parts it from the one before; at most `most`, and in
/// `isCut` whether there are more.
[[nodiscard]] std::vector<QByteArrayView> messagesIn(QByteArrayView mailbox, size_t most, bool &isCut);

/// Undoes what mailboxes do to lines that begin with "From ": ">From here" is "From here", ">>From" is ">From".
[[nodiscard]] QString withoutFromQuoting(const QString &text);

} // namespace variorum::reading::mail
