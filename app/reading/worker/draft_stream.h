#pragma once

#include "reading/draft.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <optional>
#include <vector>

// What this program and its helper say to each other: one request, one answer. A private format of one build; both
// begin with a version, and an answer that is not exactly of this form is no answer.

namespace variorum::reading {

/// What the helper gets: the file's bytes follow until the end of the stream.
struct HelperRequest {
    QString name; ///< as shown; for its ending, where content does not tell
    QByteArray charset; ///< chosen by the person; empty: as the bytes tell
    qsizetype headerBytes = 0; ///< how many bytes of the stream it took
};

[[nodiscard]] QByteArray encodeRequest(const QString &name, const QByteArray &charset);
[[nodiscard]] std::optional<HelperRequest> decodeRequest(QByteArrayView bytes);

[[nodiscard]] QByteArray encodeDrafts(const std::vector<Draft> &drafts);
/// Nothing where the bytes are no whole answer. Text comes clean, whatever the helper sent.
[[nodiscard]] std::optional<std::vector<Draft>> decodeDrafts(QByteArrayView bytes);

} // namespace variorum::reading
