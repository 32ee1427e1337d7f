// The actions lie in one line; those that were undone are its end.
//
//     1 tag   2 note   3 verdict          undo: 3 is undone, then 2; redo: 2 is done again
//     1 tag   2 note   (3 verdict)        a new action now takes the place of 3

#include "library/journal.h"

#include <QDateTime>

namespace variorum::library {

namespace {

constexpr char kDropUndone[] = "DELETE FROM action WHERE is_undone = 1";
constexpr char kAdd[] = "INSERT INTO action (label, made, is_undone) VALUES (?, ?, 0)";
constexpr char kAddChange[] = "INSERT INTO action_change (action_id, ordinal, subject, row_id, before, after) VALUES (?, ?, ?, ?, ?, ?)";
constexpr char kNextToUndo[] = "SELECT id, label FROM action WHERE is_undone = 0 ORDER BY id DESC LIMIT 1";
constexpr char kNextToRedo[] = "SELECT id, label FROM action WHERE is_undone = 1 ORDER BY id LIMIT 1";
constexpr char kChanges[] = "SELECT subject, row_id, before, after FROM action_change WHERE action_id = ? ORDER BY ordinal";
constexpr char kSetUndone[] = "UPDATE action SET is_undone = ? WHERE id = ?";

} // namespace

base::Result<void> Journal::record(const QString &label, const std::vector<JournalChange> &changes)
{
    if (const auto dropped = Query(m_connection, kDropUndone).run(); !dropped)
        return dropped;
    qint64 action = 0;
    {
        Query add(m_connection, kAdd);
        if (const auto run = add.run(label, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)); !run)
            return run;
        action = add.insertedId();
    }
    qint64 ordinal = 0;
    Query add(m_connection, kAddChange);
    for (const JournalChange &change : changes) {
        if (const auto run = add.run(action, ordinal++, change.subject, change.row, change.before, change.after); !run)
            return run;
    }
    return {};
}

base::Result<std::optional<JournalStep>> Journal::step(const char *sql) const
{
    Query query(m_connection, sql);
    if (const auto run = query.run(); !run)
        return run.error();
    if (query.next()) {
        JournalStep step;
        step.id = query.integer();
        step.label = query.text();
        return std::optional(step);
    }
    if (const auto end = query.end(); !end)
        return end.error();
    return std::optional<JournalStep>();
}

base::Result<std::optional<JournalStep>> Journal::nextToUndo() const { return step(kNextToUndo); }
base::Result<std::optional<JournalStep>> Journal::nextToRedo() const { return step(kNextToRedo); }

base::Result<std::vector<JournalChange>> Journal::changes(qint64 action) const
{
    Query query(m_connection, kChanges);
    if (const auto run = query.run(action); !run)
        return run.error();
    std::vector<JournalChange> changes;
    while (query.next()) {
        JournalChange change;
        change.subject = query.text();
        change.row = query.integer();
        change.before = query.optionalText();
        change.after = query.optionalText();
        changes.push_back(std::move(change));
    }
    if (const auto end = query.end(); !end)
        return end.error();
    return changes;
}

base::Result<void> Journal::setUndone(qint64 action, bool isUndone)
{
    return Query(m_connection, kSetUndone).run(isUndone, action);
}

} // namespace variorum::library
