#include "extraction/entities/states.h"

#include "extraction/entities/sentence_tree.h"

namespace variorum::extraction {

States::States(const language::WordLists &lists)
{
    static constexpr StateNaming kColumns[] = {StateNaming::Demonym, StateNaming::Capital, StateNaming::Seat};
    const QStringView table = u"states";
    for (const QString &key : lists.keys(table)) {
        const QStringList row = lists.columns(table, key).value_or(QStringList());
        if (row.isEmpty())
            continue;
        add(key, row.first(), StateNaming::Name);
        for (qsizetype column = 1; column < row.size() && column <= 3; ++column) {
            for (const QString &form : row[column].split(QStringLiteral("; "), Qt::SkipEmptyParts))
                add(form, row.first(), kColumns[column - 1]);
        }
    }
}

void States::add(const QString &words, const QString &state, StateNaming naming)
{
    const QString form = plainForm(words);
    m_longest = std::max(m_longest, static_cast<int>(form.count(u' ')) + 1);
    if (!m_forms.contains(form)) // a name outranks what comes later in the table ("Georgia", "Brussels")
        m_forms.insert(form, {state, naming});
}

std::optional<StateName> States::find(QStringView words) const
{
    const auto found = m_forms.constFind(plainForm(words));
    return found == m_forms.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace variorum::extraction
