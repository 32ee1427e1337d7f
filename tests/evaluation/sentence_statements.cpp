#include "evaluation/sentence_statements.h"

#include "extraction/extract.h"

#include <algorithm>
#include <map>

namespace variorum::evaluation {

using base::TextSpan;
using model::Statement;

namespace {

std::optional<base::EntityId> entityAt(const model::Facts &facts, model::TextField field, TextSpan span)
{
    for (const model::Entity &entity : facts.entities) {
        for (const model::Mention &mention : entity.mentions) {
            if (mention.place.field == field && mention.place.span.contains(span))
                return entity.id;
        }
    }
    return std::nullopt;
}

/// The sentence's words without its punctuation, heads by place among them.
std::vector<model::StatementWord> wordsOf(const model::AnnotatedText &annotated, const model::Sentence &sentence, model::TextField field, const model::Facts &facts)
{
    std::vector<model::StatementWord> words;
    std::map<int, int> places; // by token
    for (int token = sentence.firstToken; token < sentence.endToken; ++token) {
        const model::Token &each = annotated.tokens[static_cast<size_t>(token)];
        if (each.upos == model::Upos::Punct)
            continue;
        places[token] = static_cast<int>(words.size());
        words.push_back({each.span, annotated.lemma(token).toString().toLower(), each.upos, each.deprel, each.head, entityAt(facts, field, each.span)});
    }
    for (model::StatementWord &word : words) {
        const auto head = word.head ? places.find(*word.head) : places.end();
        word.head = head == places.end() ? std::nullopt : std::optional(head->second);
    }
    return words;
}

/// Takes over what a clause tells of the sentence.
void add(Statement &sentence, const Statement &clause)
{
    for (const model::Slot &slot : clause.slots) {
        const bool isKnown = std::any_of(sentence.slots.begin(), sentence.slots.end(), [&slot](const model::Slot &known) { return known.role == slot.role && known.span == slot.span; });
        if (!isKnown && sentence.place.span.contains(slot.span))
            sentence.slots.push_back(slot);
    }
    for (const model::Origin &origin : clause.origins) {
        if (std::find(sentence.origins.begin(), sentence.origins.end(), origin) == sentence.origins.end())
            sentence.origins.push_back(origin);
    }
    sentence.quote = sentence.quote ? sentence.quote : clause.quote;
    if (clause.predicateSpan == sentence.predicateSpan) {
        sentence.certainty = clause.certainty;
        sentence.polarity = clause.polarity;
    }
}

void addSentences(const model::AnnotatedText &annotated, model::TextField field, const model::Facts &facts, std::vector<Statement> &made)
{
    for (const model::Sentence &sentence : annotated.sentences) {
        Statement statement;
        statement.id = base::StatementId{static_cast<qint64>(made.size())};
        statement.place = {field, sentence.span};
        statement.text = annotated.text.sliced(sentence.span.begin, sentence.span.length());
        statement.words = wordsOf(annotated, sentence, field, facts);
        statement.rule = QStringLiteral("sentence");
        const auto root = std::find_if(statement.words.begin(), statement.words.end(), [](const model::StatementWord &word) { return word.deprel == model::Deprel::Root; });
        if (root == statement.words.end())
            continue;
        statement.predicate = root->lemma;
        statement.predicateSpan = root->span;
        for (const Statement &clause : facts.statements) {
            if (clause.place.field == field && clause.place.span.overlaps(sentence.span))
                add(statement, clause);
        }
        std::stable_sort(statement.slots.begin(), statement.slots.end(), [](const model::Slot &one, const model::Slot &other) { return one.span < other.span; });
        made.push_back(std::move(statement));
    }
}

} // namespace

model::AnalysedArticle withSentencesAsStatements(const model::AnalysedArticle &analysed, const language::LanguagePack &pack)
{
    model::AnalysedArticle changed = analysed;
    if (!model::isCompared(analysed.article))
        return changed;
    const extraction::AnnotatedArticle annotated = extraction::annotate(analysed.article, pack);
    changed.facts.statements.clear();
    addSentences(annotated.title, model::TextField::Title, analysed.facts, changed.facts.statements);
    addSentences(annotated.text, model::TextField::Text, analysed.facts, changed.facts.statements);
    return changed;
}

} // namespace variorum::evaluation
