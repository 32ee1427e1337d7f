#pragma once

#include "library/library.h"
#include "tests/library/generated.h"

#include <QSet>
#include <QString>

// What the tests of faults have in common: a library of numbered articles, each with facts and a note of its number.

namespace variorum::tests {

inline const QString kFolder = QStringLiteral("/news");
inline const library::FactsKey kKey{.engine = QStringLiteral("1"), .input = {}};

/// VARIORUM_FAULTS, or else the usual.
[[nodiscard]] int rounds(int usual);

[[nodiscard]] QByteArray bytesOf(const QString &path);
[[nodiscard]] bool write(const QString &path, const QByteArray &bytes);
void removeSides(const QString &path); ///< -wal, -shm, -journal, .lock

[[nodiscard]] library::FileReading reading(int number);
/// A note that says which one it is.
[[nodiscard]] model::WorkItem note(const library::Library &library, base::ArticleId article, int number);
/// A closed library with articles, facts and notes.
[[nodiscard]] bool makeLibrary(const QString &path, int articles);
/// Numbers of the notes that are there.
[[nodiscard]] QSet<int> notesIn(const library::Library &library);
/// Says what is wrong with it; empty: nothing.
[[nodiscard]] QString wrongWith(const QString &path);

} // namespace variorum::tests
