#pragma once

#include <QString>
#include <optional>

namespace variorum::reading::mail {

/// A message that stands in the text of another, as mail programs put it there when it is forwarded.
struct Forwarded {
    QString before; ///< what the person who forwarded it wrote
    QString from; ///< as written: "The Bay <news@bay.example>"; these three may be empty
    QString date;
    QString subject;
    QString text;
};

/// The first one in a plain text; absent where there is none.
[[nodiscard]] std::optional<Forwarded> forwardedMessage(const QString &text);

} // namespace variorum::reading::mail
