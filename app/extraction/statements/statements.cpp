// The statements of an article: clauses (clauses), and nouns that carry a fact (noun_statements), each with its slots,
// its origins, how sure the article is of it (certainty), and its words, ready to be compared without the trees.
//
//     Police said on Friday that a 40-year-old man drove two red vans into the harbour.
//     1  "a 40-year-old man drove two red vans into the harbour"   drive(agent, patient, destination) reported {Police}
//     2  "two red vans"            van(quantity 2, attribute red), within 1
//     3  "Police said on Friday"   say(time), kept because its time is nowhere else
//
// A frame ("Police said") has no statement of its own unless it is an act that news tells of ("warned", "denied") or
// holds a time.

#include "extraction/statements/statements.h"

#include "extraction/statements/certainty.h"
#include "extraction/statements/clauses.h"
#include "extraction/statements/field_context.h"
#include "extraction/statements/noun_statements.h"
#include "extraction/statements/origins.h"
#include "extraction/statements/slots.h"

#include <algorithm>

namespace variorum::extraction {

namespace {

using model::Deprel;
using model::Statement;
using model::TextField;
using model::Upos;

QString ruleOf(const Clause &clause)
{
    if (clause.isFrame) // what it says of itself is who spoke and when: no account of the event
        return clause.isAct ? QStringLiteral("speech act") : QStringLiteral("report");
    switch (clause.kind) {
    case ClauseKind::Main: return QStringLiteral("main clause");
    case ClauseKind::Complement: return QStringLiteral("complement clause");
    case ClauseKind::Subject: return QStringLiteral("subject clause");
    case ClauseKind::Adverbial: return QStringLiteral("adverbial clause");
    case ClauseKind::Purpose: return QStringLiteral("purpose clause");
    case ClauseKind::Relative: return QStringLiteral("relative clause");
    case ClauseKind::Participle: return QStringLiteral("participle clause");
    case ClauseKind::Coordinate: return QStringLiteral("coordinate clause");
    case ClauseKind::Aside: return QStringLiteral("aside");
    case ClauseKind::Fragment: return QStringLiteral("fragment");
    }
    return {};
}

/// Makes the statements of one sentence.
class SentenceStatements {
public:
    SentenceStatements(const SentenceTree &tree, const FieldContext &context, std::vector<Statement> &found)
        : m_tree(tree), m_context(context), m_found(found), m_firstHere(found.size()), m_clauses(findClauses(tree, context)), m_statementOf(m_clauses.size())
    {
    }

    void make()
    {
        for (size_t place = 0; place < m_clauses.size(); ++place) {
            if (isWorthIt(m_clauses[place]))
                makeClause(place);
        }
        for (const NounFact &fact : findNounFacts(m_tree, m_clauses, m_context))
            makeNoun(fact);
    }

private:
    int wordCount(const SentenceTree::Range &range) const
    {
        int count = 0;
        for (int index = range.first; index < range.end; ++index)
            count += m_tree.isPunctuation(index) ? 0 : 1;
        return count;
    }

    bool isWorthIt(const Clause &clause) const
    {
        if (wordCount(clause.range) < 2)
            return false;
        if (clause.kind == ClauseKind::Fragment)
            return wordCount(clause.range) >= 3;
        if (!clause.isFrame)
            return true;
        return clause.isAct || hasOwnTime(clause);
    }

    bool hasOwnTime(const Clause &clause) const
    {
        for (const model::TimeMention *time : m_context.timesIn(m_tree.span(clause.range))) {
            const SentenceTree::Range range = tokensAt(m_context.text(), time->place.span);
            if (std::binary_search(clause.core.begin(), clause.core.end(), range.first))
                return true;
        }
        return false;
    }

    Statement begin(const SentenceTree::Range &range, const QString &rule) const
    {
        Statement statement;
        statement.id = base::StatementId{static_cast<qint64>(m_found.size())};
        statement.place = {m_context.field(), m_tree.span(range)};
        statement.text = m_tree.textOf(statement.place.span);
        statement.rule = rule;
        return statement;
    }

    void makeClause(size_t place)
    {
        const Clause &clause = m_clauses[place];
        Statement statement = begin(clause.range, ruleOf(clause));
        statement.origins = originsOf(clause, m_clauses, m_tree, m_context);
        setPredicate(statement, clause);
        statement.slots = slotsOf(clause, m_clauses, m_tree, m_context);
        statement.within = enclosing(clause.parent);
        addQuote(statement);
        const bool isReported = !statement.origins.empty() || !clause.frames.empty();
        const Standing standing = standingOf(clause, m_clauses, m_tree, m_context, isReported);
        statement.certainty = standing.certainty;
        statement.polarity = standing.polarity;
        statement.words = wordsIn(statement.place.span);
        m_statementOf[place] = statement.id;
        m_found.push_back(statement);
    }

    /// Of the sentence's statements so far.
    std::optional<base::StatementId> smallestAround(const base::TextSpan &span) const
    {
        const Statement *smallest = nullptr;
        for (size_t at = m_firstHere; at < m_found.size(); ++at) {
            const base::TextSpan &around = m_found[at].place.span;
            if (around.contains(span) && around != span && (!smallest || around.length() < smallest->place.span.length()))
                smallest = &m_found[at];
        }
        return smallest ? std::optional(smallest->id) : std::nullopt;
    }

    void makeNoun(const NounFact &fact)
    {
        const std::optional<size_t> place = clauseOf(fact.noun);
        Statement statement = begin(fact.range, fact.rule);
        const bool isKnown = std::any_of(m_found.begin() + static_cast<std::ptrdiff_t>(m_firstHere), m_found.end(), [&](const Statement &other) {
            const auto common = other.place.span.overlapLength(statement.place.span);
            return common * 10 >= 9 * std::max(other.place.span.length(), statement.place.span.length());
        });
        if (isKnown)
            return;
        statement.predicate = m_tree.lemma(fact.noun);
        statement.predicateSpan = m_tree.token(fact.noun).span;
        statement.slots = slotsOfNoun(fact.noun, fact.range, m_tree, m_context);
        Standing standing = standingOfNoun(fact.noun, m_tree, m_context);
        if (place) {
            const Clause &clause = m_clauses[*place];
            if (!clause.isFrame)
                statement.origins = originsOf(clause, m_clauses, m_tree, m_context);
            statement.within = enclosing(static_cast<int>(*place));
        }
        if (!statement.within)
            statement.within = smallestAround(statement.place.span); // a tree may tear the noun out of the clause in whose words it stands
        addQuote(statement);
        if (!statement.origins.empty())
            standing.certainty = weaker(standing.certainty, model::Certainty::Reported);
        statement.certainty = standing.certainty;
        statement.polarity = standing.polarity;
        statement.words = wordsIn(statement.place.span);
        m_found.push_back(statement);
    }

    /// The innermost clause whose core has the token.
    std::optional<size_t> clauseOf(int token) const
    {
        std::optional<size_t> best;
        for (size_t place = 0; place < m_clauses.size(); ++place) {
            const std::vector<int> &core = m_clauses[place].core;
            if (std::binary_search(core.begin(), core.end(), token) && (!best || core.size() < m_clauses[*best].core.size()))
                best = place;
        }
        return best;
    }

    std::optional<base::StatementId> enclosing(std::optional<int> place) const
    {
        while (place && !m_statementOf[static_cast<size_t>(*place)])
            place = m_clauses[static_cast<size_t>(*place)].parent;
        return place ? m_statementOf[static_cast<size_t>(*place)] : std::nullopt;
    }

    void addQuote(Statement &statement) const
    {
        if (const model::Quote *quote = quoteAround(statement.place.span, m_context)) {
            statement.quote = quote->id;
            addQuoteOrigins(statement.origins, *quote, m_context);
            return;
        }
        for (const model::Quote *quote : m_context.quotesAt(statement.place.span)) {
            if (!quote->isDirect || !statement.place.span.contains(quote->place.span))
                continue;
            model::Slot slot;
            slot.role = model::SlotRole::Quotation;
            slot.span = quote->place.span;
            slot.text = quote->text;
            const SentenceTree::Range range = tokensAt(m_context.text(), quote->place.span);
            slot.headLemma = range.end > range.first ? m_context.text().lemma(range.first).toString().toLower() : QString();
            slot.rule = QStringLiteral("words in quotation marks");
            statement.slots.push_back(slot);
            tidy(statement.slots);
        }
    }

    /// The word of content: the lower verb of a chain, "be" before a phrase of place, the act beside a light verb.
    void setPredicate(Statement &statement, const Clause &clause) const
    {
        const int head = clause.content();
        statement.predicate = m_tree.lemma(head);
        statement.predicateSpan = m_tree.token(head).span;
        const auto copula = m_tree.child(head, {Deprel::Cop});
        if (copula && !m_tree.preposition(head).isEmpty()) {
            statement.predicate = QStringLiteral("be");
            statement.predicateSpan = m_tree.token(*copula).span;
            return;
        }
        const auto object = m_tree.child(head, {Deprel::Obj});
        if (!object || m_tree.upos(head) != Upos::Verb || !m_context.lists().contains(u"light_verbs", statement.predicate) || m_tree.upos(*object) != Upos::Noun)
            return;
        if (m_context.lexicon().isKindOf(m_tree.lemma(*object), u"event", 1, 1)) {
            statement.predicate = m_tree.lemma(*object);
            statement.predicateSpan = statement.predicateSpan.united(m_tree.token(*object).span);
        }
    }

    std::vector<model::StatementWord> wordsIn(const base::TextSpan &span) const
    {
        std::vector<model::StatementWord> words;
        std::vector<int> placeOf(static_cast<size_t>(m_tree.endToken() - m_tree.firstToken()), -1);
        for (int index = m_tree.firstToken(); index < m_tree.endToken(); ++index) {
            if (m_tree.isPunctuation(index) || !span.contains(m_tree.token(index).span))
                continue;
            placeOf[static_cast<size_t>(index - m_tree.firstToken())] = static_cast<int>(words.size());
            words.push_back({m_tree.token(index).span, m_tree.lemma(index), m_tree.upos(index), m_tree.deprel(index), m_tree.head(index), m_context.entityAt(index)});
        }
        for (model::StatementWord &word : words) {
            const int place = word.head ? placeOf[static_cast<size_t>(*word.head - m_tree.firstToken())] : -1;
            word.head = place >= 0 ? std::optional(place) : std::nullopt;
        }
        return words;
    }

    const SentenceTree &m_tree;
    const FieldContext &m_context;
    std::vector<Statement> &m_found;
    size_t m_firstHere; // of m_found: the first one of this sentence
    std::vector<Clause> m_clauses;
    std::vector<std::optional<base::StatementId>> m_statementOf; // by clause
};

/// By place; ids follow the new order.
void order(std::vector<Statement> &statements)
{
    std::vector<size_t> places(statements.size());
    for (size_t place = 0; place < places.size(); ++place)
        places[place] = place;
    std::stable_sort(places.begin(), places.end(), [&](size_t one, size_t other) {
        const model::TextPlace &first = statements[one].place;
        const model::TextPlace &second = statements[other].place;
        if (first.field != second.field || first.span.begin != second.span.begin)
            return std::pair(first.field, first.span.begin) < std::pair(second.field, second.span.begin);
        return first.span.end > second.span.end;
    });
    std::vector<base::StatementId> idOf(statements.size());
    for (size_t place = 0; place < places.size(); ++place)
        idOf[places[place]] = base::StatementId{static_cast<qint64>(place)};
    std::vector<Statement> ordered;
    ordered.reserve(statements.size());
    for (const size_t place : places) {
        Statement &statement = statements[place];
        statement.id = idOf[place];
        if (statement.within)
            statement.within = idOf[static_cast<size_t>(statement.within->value)];
        ordered.push_back(std::move(statement));
    }
    statements = std::move(ordered);
}

} // namespace

std::vector<Statement> findStatements(const AnnotatedArticle &annotated, const FoundSoFar &found, const Knowledge &knowledge, const std::stop_token &stop)
{
    std::vector<Statement> statements;
    for (const TextField field : {TextField::Title, TextField::Text}) {
        const FieldContext context(annotated, field, found, knowledge);
        for (const model::Sentence &sentence : context.text().sentences) {
            if (stop.stop_requested())
                break;
            const SentenceTree tree(context.text(), sentence);
            SentenceStatements(tree, context, statements).make();
        }
    }
    order(statements);
    return statements;
}

} // namespace variorum::extraction
