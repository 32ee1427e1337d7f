#pragma once

#include "extraction/quotes/quote_marks.h"
#include "extraction/quotes/reporting_verbs.h"
#include "model/entity.h"

#include <optional>
#include <vector>

namespace variorum::extraction {

/// Who says a quotation, and by which words the article says so.
struct Attribution {
    QString speaker;
    std::optional<base::EntityId> entity;
    QString cue; ///< lemma; empty for "according to" and for a speaker carried on
    QString via;
    QString rule;
    std::optional<int> pronoun; ///< the token of the pronoun that stands for the speaker
};

/// Finds speakers in one text of an article.
class AttributionFinder {
public:
    /// All arguments outlive the finder. `marked` are the text's quotations by place.
    AttributionFinder(const model::AnnotatedText &text, model::TextField field, const std::vector<model::Entity> &entities,
                      const std::vector<MarkedSpan> &marked, const language::WordLists &lists);

    [[nodiscard]] std::optional<Attribution> find(size_t quote) const;

    /// The subject of a reporting verb, with the entity where one is known; nothing where none stands there.
    [[nodiscard]] std::optional<Attribution> speaker(int verb) const;

    [[nodiscard]] int tokenAt(qsizetype offset) const; ///< the first token that ends behind the offset
    [[nodiscard]] bool isInQuote(int token) const { return m_inQuote[static_cast<size_t>(token)]; }

private:
    struct Range {
        int begin = 0;
        int end = 0;
    };
    struct EntityAt {
        int entity = -1;
        int firstToken = 0;
        int endToken = 0;
        bool isPronoun = false;
    };

    [[nodiscard]] QString lower(int token) const { return m_text.form(token).toString().toLower(); }
    [[nodiscard]] bool isWord(int token, std::initializer_list<const char *> words) const;
    [[nodiscard]] const model::Token &token(int index) const { return m_text.tokens[static_cast<size_t>(index)]; }
    [[nodiscard]] const model::Sentence &sentenceOf(int token) const;
    [[nodiscard]] bool crossesParagraph(qsizetype begin, qsizetype end) const;
    [[nodiscard]] Range before(size_t quote) const;
    [[nodiscard]] Range behind(size_t quote) const;
    [[nodiscard]] std::optional<Attribution> inBefore(Range range) const;
    [[nodiscard]] std::optional<Attribution> inBehind(Range range, bool isClosed) const;
    [[nodiscard]] std::optional<Attribution> accordingTo(Range range) const;
    [[nodiscard]] std::optional<Attribution> bodyOfDocument(int noun, Range range) const;
    [[nodiscard]] std::optional<int> subjectOf(int at, int verb) const;
    [[nodiscard]] std::optional<Attribution> subjectByTree(int verb, Range range) const;
    [[nodiscard]] std::optional<Attribution> subjectBefore(int verb, Range range) const;
    [[nodiscard]] std::optional<Attribution> subjectBehind(int verb, Range range) const;
    [[nodiscard]] std::optional<Attribution> phraseEndingAt(int last, int rangeBegin) const;
    [[nodiscard]] std::optional<Attribution> phraseFrom(int first, int rangeEnd) const;
    [[nodiscard]] std::optional<Attribution> nameBehind(int comma, int rangeEnd) const;
    [[nodiscard]] std::optional<Attribution> ofEntity(const EntityAt &mention, int token) const;
    [[nodiscard]] std::optional<Attribution> personBefore(int token) const;
    [[nodiscard]] std::optional<Attribution> speakerOfVerb(int verb, Range range) const;
    [[nodiscard]] bool isTime(int token) const;
    [[nodiscard]] bool isCue(int token, const ReportingVerb &verb) const;
    void resolvePronoun(Attribution &attribution) const;
    [[nodiscard]] QString phraseText(int first, int end) const;
    void addVia(Attribution &attribution, int verb, const QString &lemma, Range range) const;
    [[nodiscard]] bool isSkippedBeforeVerb(int token) const;

    const model::AnnotatedText &m_text;
    const std::vector<model::Entity> &m_entities;
    const std::vector<MarkedSpan> &m_marked;
    const language::WordLists &m_lists;
    std::vector<bool> m_inQuote; // by token
    std::vector<EntityAt> m_mentions; // by token
};

} // namespace variorum::extraction
