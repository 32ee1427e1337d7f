#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>
#include <QStringView>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace variorum::language {

/// The readable tables of resources/lexicon: one file (name.tsv) a table called by the file's base name, UTF-8,
/// '#' comments (the head says origin and use), one entry a line, columns parted by tabs, the first column the key
/// (lower case unless the head says otherwise). Blank lines are skipped; a key twice is a damaged table.
///
///     # Words that report what someone said. Columns: lemma, certainty it lends
///     say	reported
///     deny	denied
///
/// A new list is a new file; no code changes here. Immutable; any thread may ask; look-ups allocate only their answer.
class WordLists {
public:
    /// Errors: ResourceMissing (no such folder, or an unreadable file), ResourceDamaged (detail: table and line).
    [[nodiscard]] static base::Result<std::unique_ptr<const WordLists>> load(const QString &folder);

    [[nodiscard]] bool hasTable(QStringView table) const;

    /// Is `key` in the table? False for a table that does not exist (an assertion in debug builds).
    [[nodiscard]] bool contains(QStringView table, QStringView key) const;

    /// The other columns of the entry; nothing where the key is not there.
    [[nodiscard]] std::optional<QStringList> columns(QStringView table, QStringView key) const;

    /// The second column.
    [[nodiscard]] std::optional<QString> value(QStringView table, QStringView key) const;

    /// Keys in file order.
    [[nodiscard]] QStringList keys(QStringView table) const;

private:
    // Lets a QStringView be looked up without a QString made of it.
    struct Hash {
        using is_transparent = void;
        size_t operator()(QStringView text) const noexcept { return qHash(text); }
        size_t operator()(const QString &text) const noexcept { return qHash(QStringView(text)); }
    };
    struct Equal {
        using is_transparent = void;
        bool operator()(QStringView one, QStringView other) const noexcept { return one == other; }
    };
    template<typename Value>
    using Map = std::unordered_map<QString, Value, Hash, Equal>;

    struct Table {
        Map<QStringList> rows;
        QStringList order;
    };

    [[nodiscard]] static base::Result<Table> readTable(const QString &path);
    [[nodiscard]] const Table *find(QStringView table) const;
    [[nodiscard]] const QStringList *findRow(QStringView table, QStringView key) const;

    Map<Table> m_tables;
};

} // namespace variorum::language
