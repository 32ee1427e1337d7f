#pragma once

#include "extraction/entities/entities.h"
#include "extraction/entities/sentence_tree.h"
#include "extraction/statements/statements.h"

#include <optional>
#include <vector>

namespace variorum::extraction {

/// One text of an article, its trees repaired, with what was found in it laid out by token. Refers to `found` and
/// `knowledge`, which outlive it.
class FieldContext {
public:
    FieldContext(const AnnotatedArticle &annotated, model::TextField field, const FoundSoFar &found, const Knowledge &knowledge);

    [[nodiscard]] const model::AnnotatedText &text() const { return m_text; }
    [[nodiscard]] model::TextField field() const { return m_field; }
    [[nodiscard]] const Knowledge &knowledge() const { return m_knowledge; }
    [[nodiscard]] const language::WordLists &lists() const { return m_knowledge.lists; }
    [[nodiscard]] const language::Lexicon &lexicon() const { return m_knowledge.lexicon; }

    /// The entity whose mention (name, description, pronoun) the token belongs to; the shortest mention wins.
    [[nodiscard]] std::optional<base::EntityId> entityAt(int token) const { return m_entities[static_cast<size_t>(token)]; }
    [[nodiscard]] const model::Entity &entity(base::EntityId id) const { return m_found.entities[static_cast<size_t>(id.value)]; }
    /// The mention at the token; null where there is none.
    [[nodiscard]] const model::Mention *mentionAt(int token) const { return m_mentions[static_cast<size_t>(token)]; }

    /// Those of this text that lie within the span, in text order.
    [[nodiscard]] std::vector<const model::TimeMention *> timesIn(const base::TextSpan &span) const;
    [[nodiscard]] std::vector<const model::QuantityMention *> quantitiesIn(const base::TextSpan &span) const;
    /// The quotations of this text that the span touches, in text order.
    [[nodiscard]] std::vector<const model::Quote *> quotesAt(const base::TextSpan &span) const;

private:
    const model::AnnotatedText m_text; // with repaired trees
    model::TextField m_field;
    const FoundSoFar &m_found;
    const Knowledge &m_knowledge;
    std::vector<std::optional<base::EntityId>> m_entities;
    std::vector<const model::Mention *> m_mentions;
    std::vector<const model::TimeMention *> m_times;
    std::vector<const model::QuantityMention *> m_quantities;
    std::vector<const model::Quote *> m_quotes;
    std::vector<qsizetype> m_quoteEnds; // by place in m_quotes: the furthest end up to there, for they may lie in each other
};

} // namespace variorum::extraction
