#pragma once

#include "library/connection.h"

#include <vector>

namespace variorum::library {

/// One row of the person's work before and after an action, as JSON; absent where there is none.
struct JournalChange {
    QString subject; ///< "work", "article-edit", "file-edit"
    qint64 row = 0;
    std::optional<QString> before;
    std::optional<QString> after;

    bool operator==(const JournalChange &) const = default;
};

struct JournalStep {
    qint64 id = 0;
    QString label;
};

/// Tables action and action_change. Knows what was there before and after each action, not what it means.
class Journal {
public:
    explicit Journal(Connection &connection)
        : m_connection(connection)
    {
    }

    /// A new action; those that were undone can then not be done again.
    [[nodiscard]] base::Result<void> record(const QString &label, const std::vector<JournalChange> &changes);
    [[nodiscard]] base::Result<std::optional<JournalStep>> nextToUndo() const;
    [[nodiscard]] base::Result<std::optional<JournalStep>> nextToRedo() const;
    [[nodiscard]] base::Result<std::vector<JournalChange>> changes(qint64 action) const;
    [[nodiscard]] base::Result<void> setUndone(qint64 action, bool isUndone);

private:
    [[nodiscard]] base::Result<std::optional<JournalStep>> step(const char *sql) const;

    Connection &m_connection;
};

} // namespace variorum::library
