// The phrase beside a reporting verb, read as a speaker.
//
//     said the transport minister, Ada Kessel, who ...    the person in it or right behind it: Ada Kessel
//     A statement from the police added ...               whose statement it is: the police

#include "extraction/quotes/attribution.h"

#include <algorithm>

namespace variorum::extraction {

namespace {

using model::Upos;

constexpr int kLongestPhrase = 9;
constexpr int kFurthestPerson = 400; // tokens back to the person whom a pronoun means

} // namespace

QString AttributionFinder::phraseText(int first, int end) const
{
    while (first < end && isWord(first, {"the", "a", "an", ",", "and", "but", "that", "as", "then", "while", "when"}))
        ++first;
    while (end > first && isWord(end - 1, {",", "'", "\"", ":"}))
        --end;
    if (first >= end)
        return {};
    return m_text.text.sliced(token(first).span.begin, token(end - 1).span.end - token(first).span.begin).simplified();
}

std::optional<Attribution> AttributionFinder::personBefore(int index) const
{
    for (int at = index - 1; at >= std::max(0, index - kFurthestPerson); --at) {
        const EntityAt &mention = m_mentions[static_cast<size_t>(at)];
        if (mention.entity >= 0 && !isInQuote(at) && m_entities[static_cast<size_t>(mention.entity)].kind == model::EntityKind::Person) {
            const model::Entity &entity = m_entities[static_cast<size_t>(mention.entity)];
            return Attribution{entity.name, entity.id, {}, {}, {}, {}};
        }
    }
    return std::nullopt;
}

std::optional<Attribution> AttributionFinder::ofEntity(const EntityAt &mention, int index) const
{
    if (mention.entity >= 0) {
        const model::Entity &entity = m_entities[static_cast<size_t>(mention.entity)];
        Attribution attribution{entity.name, entity.id, {}, {}, {}, {}};
        // A state speaks by its seat: "the White House", not "United States".
        if (entity.kind == model::EntityKind::Place && !mention.isPronoun)
            attribution.speaker = phraseText(mention.firstToken, mention.endToken);
        if (isWord(index, {"he", "she"}))
            attribution.pronoun = index;
        return attribution;
    }
    if (isWord(index, {"he", "she"}))
        return Attribution{{}, {}, {}, {}, {}, index};
    return std::nullopt;
}

// The noun phrase whose last word is `last`: its entity where that word belongs to one, else its words.
std::optional<Attribution> AttributionFinder::phraseEndingAt(int last, int rangeBegin) const
{
    if (last < rangeBegin)
        return std::nullopt;
    if (const auto entity = ofEntity(m_mentions[static_cast<size_t>(last)], last))
        return entity;
    if (isWord(last, {"he", "she", "it", "they", "we", "i", "you", "there", "this", "that", "which", "who"}))
        return std::nullopt;
    int first = last;
    while (first > rangeBegin && last - first < kLongestPhrase) {
        const int next = first - 1;
        const Upos upos = token(next).upos;
        const bool isMark = !m_text.form(next).front().isLetterOrNumber() && !m_text.form(next).contains(u'\'') && !m_text.form(next).contains(u'\u2019');
        const bool isLink = isWord(next, {"and", "but", "that", "as", "when", "while", "after", "because", "which", "who", "if", "to", "although", "though", "where", "since"});
        const bool isVerb = upos == Upos::Verb || upos == Upos::Aux;
        if (isMark || isLink || isVerb || isInQuote(next))
            break;
        first = next;
        if (upos == Upos::Det && m_text.form(next).front().isUpper()) // a sentence begins: "... on the run A statement added"
            break;
    }
    if (token(first).upos == Upos::Adp)
        return std::nullopt;
    const QString words = phraseText(first, last + 1);
    return words.isEmpty() ? std::nullopt : std::optional(Attribution{words, {}, {}, {}, {}, {}});
}

// "their teacher, Elin Torvald, 61": the name of the person whom the words before the comma describe.
std::optional<Attribution> AttributionFinder::nameBehind(int comma, int rangeEnd) const
{
    if (comma + 1 >= rangeEnd || !isWord(comma, {","}) || comma == 0 || (token(comma - 1).upos != Upos::Noun && token(comma - 1).upos != Upos::X))
        return std::nullopt;
    const EntityAt &mention = m_mentions[static_cast<size_t>(comma) + 1];
    const bool isPerson = mention.entity >= 0 && !mention.isPronoun && mention.firstToken == comma + 1 && m_entities[static_cast<size_t>(mention.entity)].kind == model::EntityKind::Person;
    const bool isClosed = mention.endToken >= rangeEnd || !m_text.form(mention.endToken).front().isLetterOrNumber();
    return isPerson && isClosed ? ofEntity(mention, comma + 1) : std::nullopt;
}

// The noun phrase that begins at `first`: a person in it before anything else.
std::optional<Attribution> AttributionFinder::phraseFrom(int first, int rangeEnd) const
{
    int end = first;
    while (end < rangeEnd && end - first < kLongestPhrase) {
        const bool isMark = !m_text.form(end).front().isLetterOrNumber() && !m_text.form(end).contains(u'\'') && !m_text.form(end).contains(u'\u2019');
        const Upos upos = token(end).upos;
        if (isMark || upos == Upos::Verb || upos == Upos::Aux || isWord(end, {"who", "which", "that", "in", "on", "at", "after", "as", "when", "while", "during", "and", "by", "with", "told"}))
            break;
        ++end;
    }
    std::optional<Attribution> byName;
    for (int index = first; index < end; ++index) {
        const EntityAt &mention = m_mentions[static_cast<size_t>(index)];
        const bool isPerson = mention.entity >= 0 && m_entities[static_cast<size_t>(mention.entity)].kind == model::EntityKind::Person;
        if (isPerson || (mention.entity < 0 && isWord(index, {"he", "she"})))
            return ofEntity(mention, index);
        if (mention.entity >= 0 && mention.endToken >= end)
            byName = ofEntity(mention, index); // the phrase ends with a name: "the Kremlin"
    }
    if (byName)
        return byName;
    if (const auto named = nameBehind(end, rangeEnd))
        return named;
    const QString words = phraseText(first, end);
    return words.isEmpty() || isWord(first, {"it", "they", "i", "we", "you"}) ? std::nullopt : std::optional(Attribution{words, {}, {}, {}, {}, {}});
}

// "A statement from the police added": the police.
std::optional<Attribution> AttributionFinder::bodyOfDocument(int noun, Range range) const
{
    const bool isDocument = m_lists.value(u"origin_nouns", m_text.lemma(noun).toString().toLower()) == QLatin1String("document");
    return isDocument && noun + 2 < range.end && isWord(noun + 1, {"from", "by"}) ? phraseFrom(noun + 2, range.end) : std::nullopt;
}

} // namespace variorum::extraction
