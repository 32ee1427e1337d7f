#pragma once

#include "reading/draft.h"
#include "reading/read_file.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <stop_token>
#include <vector>

namespace variorum::reading {

/// What the helper program makes of the bytes; `charset` is the person's choice or empty. Never empty and never throws: where it is missing, crashes, is too slow,
/// gives nonsense or is stopped (within 0.1 s), one draft whose `failure` says so. Safe from any thread; blocks.
[[nodiscard]] std::vector<Draft> readWithHelper(QByteArrayView bytes, const QString &name, const QByteArray &charset, const HelperOptions &options, std::stop_token stop);

/// Where the helper lies: beside this program, in the libexec folder of its installation, or in the bin folder beside its
/// own (the build tree); the first of them where there is none.
[[nodiscard]] QByteArray helperProgram();

} // namespace variorum::reading
