#pragma once

#include "language/word_lists.h"

#include <QHash>
#include <QString>
#include <QStringView>
#include <optional>

namespace variorum::extraction {

/// How news names a state.
enum class StateNaming { Name, Demonym, Capital, Seat };

struct StateName {
    QString state; ///< as printed ("North Korea")
    StateNaming naming = StateNaming::Name;
};

/// The table `states` turned round: from a form to the state that it stands for.
class States {
public:
    explicit States(const language::WordLists &lists);

    /// `words` in any casing, without article ("Kremlin", "North Koreans").
    [[nodiscard]] std::optional<StateName> find(QStringView words) const;
    /// The longest form has this many words.
    [[nodiscard]] int longest() const { return m_longest; }

private:
    void add(const QString &words, const QString &state, StateNaming naming);

    QHash<QString, StateName> m_forms;
    int m_longest = 1;
};

} // namespace variorum::extraction
