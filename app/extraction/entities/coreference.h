#pragma once

#include "extraction/entities/entities.h"
#include "extraction/entities/mentions.h"

#include <vector>

namespace variorum::extraction {

/// A pronoun, or a description ("the North Korean leader"), and the group of names that it stands for.
struct Resolved {
    model::TextField field = model::TextField::Text;
    int firstToken = 0;
    int endToken = 0;
    int group = 0;
    QString role; ///< of a description: its words without determiner
    QString rule;
};

/// Those pronouns and descriptions whose person or body is safe to tell; the others are left out. `groups` says for
/// each mention which name it belongs to.
[[nodiscard]] std::vector<Resolved> resolveReferences(const AnnotatedArticle &annotated, const std::vector<NameMention> &mentions,
                                                      const std::vector<int> &groups, const Knowledge &knowledge, const States &states, const std::stop_token &stop);

} // namespace variorum::extraction
