#pragma once

#include <QByteArray>
#include <QString>

namespace variorum::cli {

/// A name on the command line as the system takes it: the bytes that it was given in (see decodeArguments()).
[[nodiscard]] QByteArray nativeName(const QString &argument);

/// The same for people: bytes that are not UTF-8 as %XX.
[[nodiscard]] QString shownName(const QString &argument);

} // namespace variorum::cli
