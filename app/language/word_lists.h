#pragma once

#include "base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QStringView>
#include <memory>
#include <optional>

namespace variorum::language {

/// The readable tables of resources/lexicon: one file a table, UTF-8, '#' comments (the head says origin and use),
/// one entry a line, columns parted by tabs, the first column the key (lower case unless the head says otherwise).
///
///     # Words that report what someone said. Columns: lemma, certainty it lends
///     say	reported
///     deny	denied
///
/// A new list is a new file; no code changes here. Immutable; any thread may ask.
class WordLists {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<const WordLists>> load(const QString &folder);

    /// Is `key` in the table? False for a table that does not exist (an assertion in debug builds).
    [[nodiscard]] bool contains(QStringView table, QStringView key) const;

    /// The other columns of the entry; nothing where the key is not there.
    [[nodiscard]] std::optional<QStringList> columns(QStringView table, QStringView key) const;

    /// The second column.
    [[nodiscard]] std::optional<QString> value(QStringView table, QStringView key) const;

    /// Keys in file order.
    [[nodiscard]] QStringList keys(QStringView table) const;

private:
    struct Table {
        QHash<QString, QStringList> rows;
        QStringList order;
    };
    QHash<QString, Table> m_tables;
};

} // namespace variorum::language
