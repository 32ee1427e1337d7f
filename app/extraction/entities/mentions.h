#pragma once

#include "extraction/entities/entities.h"
#include "extraction/entities/states.h"

#include <optional>
#include <vector>

namespace variorum::extraction {

/// A name in one of the texts, before names are brought together.
struct NameMention {
    model::TextField field = model::TextField::Text;
    int firstToken = 0;
    int endToken = 0;
    model::EntityKind kind = model::EntityKind::Other;
    QString name; ///< the words, without title, possessive and outer quotation marks
    QString role; ///< title or function beside it ("Defence Minister")
    QString state; ///< the state that it names itself, or by its people, capital or seat of power; empty for none
    StateNaming naming = StateNaming::Name; ///< by which of these
    bool isActing = false; ///< subject of what a state does: "Oslo warned", not "in Oslo"
    bool isNoPerson = false; ///< the name finder's person, but the words around it speak against that
    QString rule;

    /// It stands for the state: a capital only where it acts like one.
    [[nodiscard]] bool isState() const { return !state.isEmpty() && (naming != StateNaming::Capital || isActing); }
};

/// Every name of both texts, title first, in text order. Names of the name finder, demonyms, and proper nouns that
/// it left out.
[[nodiscard]] std::vector<NameMention> findNameMentions(const AnnotatedArticle &annotated, const Knowledge &knowledge, const States &states);

/// The class of a role noun in the table `roles`, also by the last of several words ("Prime Minister": head).
[[nodiscard]] std::optional<QString> roleClass(const QString &lemma, const language::WordLists &lists);

} // namespace variorum::extraction
