// Ties quotations to their speakers, by the places where English news puts them (compare Citron, Newell et al. 2018):
//
//     behind    "...", he said / said Ana Ruiz, the mayor / according to the ministry
//     before    Ana Ruiz, the mayor, told reporters: "..."
//     carried   "..." Ruiz said. "..."     the second has no words of its own: the speaker of the first goes on
//
// The speaker is the subject of the reporting verb: by the tree where there is one, else the phrase next to the verb.
// A phrase that belongs to an entity is called by the entity's name, a pronoun by the entity it was resolved to, or
// else by the last person named before it. "was quoted as saying by X", "X reported" and "told X" give who passed it on.

#include "extraction/quotes/attribution.h"

#include <algorithm>

namespace variorum::extraction {

namespace {

using model::Deprel;
using model::Upos;

constexpr int kFurthestVerb = 16; // tokens between a quotation and its verb
constexpr int kReach = 80; // tokens of a sentence looked at around a verb

} // namespace

AttributionFinder::AttributionFinder(const model::AnnotatedText &text, model::TextField field, const std::vector<model::Entity> &entities,
                                     const std::vector<MarkedSpan> &marked, const language::WordLists &lists)
    : m_text(text), m_entities(entities), m_marked(marked), m_lists(lists), m_inQuote(text.tokens.size(), false), m_mentions(text.tokens.size())
{
    for (const MarkedSpan &span : marked) {
        for (int index = tokenAt(span.outer.begin); index < static_cast<int>(text.tokens.size()) && token(index).span.begin < span.outer.end; ++index)
            m_inQuote[static_cast<size_t>(index)] = true;
    }
    for (size_t entity = 0; entity < entities.size(); ++entity) {
        for (const model::Mention &mention : entities[entity].mentions) {
            if (mention.place.field != field)
                continue;
            const int first = tokenAt(mention.place.span.begin);
            int end = first;
            while (end < static_cast<int>(text.tokens.size()) && token(end).span.begin < mention.place.span.end)
                ++end;
            for (int index = first; index < end; ++index) {
                EntityAt &place = m_mentions[static_cast<size_t>(index)];
                if (place.entity < 0 || place.endToken - place.firstToken < end - first)
                    place = {static_cast<int>(entity), first, end, mention.isPronoun};
            }
        }
    }
}

int AttributionFinder::tokenAt(qsizetype offset) const
{
    const auto found = std::partition_point(m_text.tokens.begin(), m_text.tokens.end(), [offset](const model::Token &each) { return each.span.end <= offset; });
    return static_cast<int>(found - m_text.tokens.begin());
}

bool AttributionFinder::isWord(int index, std::initializer_list<const char *> words) const
{
    if (index < 0 || index >= static_cast<int>(m_text.tokens.size()))
        return false;
    const QString form = lower(index);
    return std::any_of(words.begin(), words.end(), [&form](const char *word) { return form == QLatin1String(word); });
}

const model::Sentence &AttributionFinder::sentenceOf(int index) const
{
    const auto found = std::partition_point(m_text.sentences.begin(), m_text.sentences.end(), [index](const model::Sentence &each) { return each.endToken <= index; });
    return found == m_text.sentences.end() ? m_text.sentences.back() : *found;
}

bool AttributionFinder::crossesParagraph(qsizetype begin, qsizetype end) const
{
    return begin < end && QStringView(m_text.text).sliced(begin, end - begin).contains(u'\n');
}

// The words of the quotation's sentence before it; of the sentence before where that ends with a colon.
AttributionFinder::Range AttributionFinder::before(size_t quote) const
{
    const int first = tokenAt(m_marked[quote].outer.begin);
    if (first >= static_cast<int>(m_text.tokens.size()))
        return {};
    Range range{sentenceOf(first).firstToken, first};
    if (range.begin == range.end && first > 0 && isWord(first - 1, {":"}))
        range.begin = sentenceOf(first - 1).firstToken;
    return range;
}

// The words behind it up to the end of the sentence, the next quotation or the paragraph.
AttributionFinder::Range AttributionFinder::behind(size_t quote) const
{
    const qsizetype end = m_marked[quote].outer.end;
    const int count = static_cast<int>(m_text.tokens.size());
    const int first = tokenAt(end);
    if (first >= count || crossesParagraph(end, token(first).span.begin) || m_inQuote[static_cast<size_t>(first)])
        return {};
    Range range{first, first};
    const int last = first > 0 ? first - 1 : 0;
    const bool isSameSentence = sentenceOf(first).firstToken == sentenceOf(last).firstToken;
    const QChar finalMark = m_text.text[m_marked[quote].inner.end - 1];
    const bool isOpenEnded = finalMark == u',' || finalMark == u'?' || finalMark == u'!' || finalMark == u'-' || finalMark == u'\u2014';
    const bool startsSmall = m_text.form(first).front().isLower();
    if (!isSameSentence && !isOpenEnded && !startsSmall)
        return {};
    while (range.end < sentenceOf(first).endToken && !m_inQuote[static_cast<size_t>(range.end)])
        ++range.end;
    return range;
}

bool AttributionFinder::isSkippedBeforeVerb(int index) const
{
    const Upos upos = token(index).upos;
    const QString form = lower(index);
    return upos == Upos::Aux || upos == Upos::Adv || upos == Upos::Part || form.endsWith(QLatin1String("ly"))
        || isWord(index, {"has", "have", "had", "was", "were", "is", "are", "been", "also", "later", "then", "already", "be", "still", "again", "further", "would",
               "will", "has", "not", "tuesday", "monday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "earlier", "on", "'s"});
}

// The subject that the tree gives a verb; of two before it the one next to it.
std::optional<int> AttributionFinder::subjectOf(int at, int verb) const
{
    const model::Sentence &sentence = sentenceOf(at);
    std::optional<int> found;
    for (int index = std::max(sentence.firstToken, at - kReach); index < std::min(sentence.endToken, at + kReach); ++index) {
        const bool isSubject = token(index).head == at && (token(index).deprel == Deprel::Nsubj || token(index).deprel == Deprel::NsubjPass);
        if (isSubject && !(isInQuote(index) && index != verb) && !isTime(index) && (!found || index < at))
            found = index;
    }
    return found;
}

// By the tree: the verb's subject, or that of the verb it is joined to.
std::optional<Attribution> AttributionFinder::subjectByTree(int verb, Range range) const
{
    int at = verb;
    for (int steps = 0; steps < 4; ++steps) {
        const model::Sentence &sentence = sentenceOf(at);
        if (const std::optional<int> subject = subjectOf(at, verb)) {
            const int index = *subject;
            if (isWord(index, {"who", "which", "that"})) { // the relative clause's noun is the head of the clause
                if (!token(at).head)
                    return std::nullopt;
                const int noun = *token(at).head;
                return phraseEndingAt(std::max(noun, m_mentions[static_cast<size_t>(noun)].endToken - 1), range.begin);
            }
            if (const auto body = bodyOfDocument(index, range))
                return body;
            // The subject's last word: names and compounds hang behind their head ("spokesman Dmitry Peskov").
            int last = index;
            for (int follow = index + 1; follow < sentence.endToken && follow < (verb > index ? verb : sentence.endToken); ++follow) {
                const Deprel relation = model::mainType(token(follow).deprel);
                const bool isName = verb > index && (token(follow).upos == Upos::Propn || token(follow).upos == Upos::Noun);
                const bool belongs = isName || (token(follow).head && *token(follow).head >= index && *token(follow).head <= last
                    && (relation == Deprel::Flat || relation == Deprel::Appos || relation == Deprel::Compound));
                if (!belongs)
                    break;
                last = follow;
            }
            for (int name = index; name <= last; ++name) {
                const EntityAt &mention = m_mentions[static_cast<size_t>(name)];
                if (mention.entity >= 0 && m_entities[static_cast<size_t>(mention.entity)].kind == model::EntityKind::Person)
                    return ofEntity(mention, name);
            }
            return phraseEndingAt(last, sentence.firstToken);
        }
        const Deprel relation = model::mainType(token(at).deprel);
        const bool shares = token(at).head && (relation == Deprel::Conj || relation == Deprel::Advcl || relation == Deprel::Xcomp || relation == Deprel::Parataxis);
        if (!shares || token(*token(at).head).upos != Upos::Verb)
            return std::nullopt;
        at = *token(at).head;
    }
    return std::nullopt;
}

// By place: the phrase directly before the verb; an apposition between commas is passed over.
std::optional<Attribution> AttributionFinder::subjectBefore(int verb, Range range) const
{
    int last = verb - 1;
    while (last >= range.begin && isSkippedBeforeVerb(last))
        --last;
    if (last >= range.begin && isWord(last, {"and", "but"})) { // "met reporters and said"
        for (int index = range.begin; index < last; ++index) {
            if (m_mentions[static_cast<size_t>(index)].entity >= 0 && !isInQuote(index))
                return ofEntity(m_mentions[static_cast<size_t>(index)], index);
        }
        return std::nullopt;
    }
    if (last >= range.begin && isWord(last, {"who", "which", "that"}))
        --last;
    if (last >= range.begin && isWord(last, {","})) {
        int open = last - 1;
        while (open > range.begin && !isWord(open, {","}) && last - open < 14)
            --open;
        const bool isApposition = open > range.begin && isWord(open, {","}) && m_mentions[static_cast<size_t>(open - 1)].entity >= 0;
        last = isApposition ? open - 1 : last - 1;
    }
    return phraseEndingAt(last, range.begin);
}

std::optional<Attribution> AttributionFinder::subjectBehind(int verb, Range range) const
{
    return verb + 1 < range.end ? phraseFrom(verb + 1, range.end) : std::nullopt;
}

// "was quoted as saying by X", "told X"
void AttributionFinder::addVia(Attribution &attribution, int verb, const QString &lemma, Range range) const
{
    const int limit = std::min(range.end, verb + 8);
    for (int index = verb + 1; index < limit; ++index) {
        const bool isBy = lemma == QLatin1String("quote") && isWord(index, {"by"});
        if (isBy) {
            if (const auto body = phraseFrom(index + 1, range.end))
                attribution.via = body->speaker;
            return;
        }
        const EntityAt &mention = m_mentions[static_cast<size_t>(index)];
        const bool isBody = mention.entity >= 0 && m_entities[static_cast<size_t>(mention.entity)].kind == model::EntityKind::Organization;
        if (lemma == QLatin1String("tell") && isBody) {
            attribution.via = m_entities[static_cast<size_t>(mention.entity)].name;
            return;
        }
        if (lemma == QLatin1String("tell") && isWord(index, {":", ",", "that"}))
            return;
    }
}

// "Ruiz said ... . '...', he said.": who spoke in this sentence or the two before it goes on speaking; else the
// coreference stands; else the last person named.
void AttributionFinder::resolvePronoun(Attribution &attribution) const
{
    if (!attribution.pronoun)
        return;
    const int pronoun = *attribution.pronoun;
    const int sentence = sentenceOf(pronoun).firstToken;
    int begin = sentence;
    for (int back = 0; back < 2 && begin > 0 && pronoun - begin < 2 * kReach;) {
        begin = sentenceOf(begin - 1).firstToken;
        back += isInQuote(begin) ? 0 : 1; // the sentences of a quotation lie between, but nobody else speaks in them
    }
    for (int index = pronoun - 1; index >= std::max(begin, pronoun - 2 * kReach); --index) {
        const auto verb = isInQuote(index) ? std::nullopt : reportingVerb(m_text, index, m_lists);
        if (!verb || !isCue(index, *verb))
            continue;
        const model::Sentence &place = sentenceOf(index);
        const auto found = speakerOfVerb(index, {place.firstToken, place.endToken});
        if (!found || found->pronoun || !found->entity)
            continue;
        const auto entity = static_cast<size_t>(found->entity->value); // ids are places
        if (entity >= m_entities.size() || m_entities[entity].kind != model::EntityKind::Person)
            continue;
        attribution.speaker = found->speaker;
        attribution.entity = found->entity;
        return;
    }
    if (!attribution.entity) {
        if (const auto person = personBefore(pronoun)) {
            attribution.speaker = person->speaker;
            attribution.entity = person->entity;
        }
    }
}

bool AttributionFinder::isTime(int index) const
{
    const auto found = m_lists.value(u"time_words", lower(index));
    return found && (*found == QLatin1String("weekday") || *found == QLatin1String("unit") || *found == QLatin1String("day") || *found == QLatin1String("part-of-day") || *found == QLatin1String("month"));
}

bool AttributionFinder::isCue(int index, const ReportingVerb &verb) const
{
    if (verb.kind == QLatin1String("thought") || verb.kind == QLatin1String("finding"))
        return false;
    // "a user called 80 Hou wrote" gives a name, "called the plan a risk" speaks
    const bool givesName = verb.lemma == QLatin1String("call") && index + 1 < static_cast<int>(m_text.tokens.size())
        && (m_text.form(index + 1).front().isUpper() || m_text.form(index + 1).front().isDigit());
    return !givesName;
}

std::optional<Attribution> AttributionFinder::speaker(int verb) const
{
    const model::Sentence &sentence = sentenceOf(verb);
    auto found = speakerOfVerb(verb, {sentence.firstToken, sentence.endToken});
    if (found)
        resolvePronoun(*found);
    return found;
}

std::optional<Attribution> AttributionFinder::speakerOfVerb(int verb, Range range) const
{
    if (token(verb).upos != Upos::X) {
        if (auto found = subjectByTree(verb, range))
            return found;
    }
    return subjectBefore(verb, range);
}

std::optional<Attribution> AttributionFinder::accordingTo(Range range) const
{
    for (int index = range.begin; index + 2 < range.end + 1 && index < range.begin + kFurthestVerb && index + 1 < range.end; ++index) {
        if (!isWord(index, {"according"}) || !isWord(index + 1, {"to"}))
            continue;
        if (auto found = phraseFrom(index + 2, range.end)) {
            found->rule = QStringLiteral("according-to");
            return found;
        }
    }
    return std::nullopt;
}

std::optional<Attribution> AttributionFinder::inBefore(Range range) const
{
    for (int index = range.end - 1; index >= std::max(range.begin, range.end - kReach); --index) {
        if (isInQuote(index))
            continue;
        const auto verb = reportingVerb(m_text, index, m_lists);
        if (!verb || !isCue(index, *verb))
            continue;
        auto found = speakerOfVerb(index, range);
        if (!found && isWord(index - 1, {"he", "she", "they", "i", "we"}))
            found = Attribution{}; // said by someone whom the text has not named
        if (!found)
            continue;
        found->cue = verb->lemma;
        found->rule = QStringLiteral("speaker-before");
        addVia(*found, index, verb->lemma, range);
        return found;
    }
    return accordingTo(range);
}

std::optional<Attribution> AttributionFinder::inBehind(Range range, bool isClosed) const
{
    const int limit = std::min(range.end, range.begin + (isClosed ? kFurthestVerb : kFurthestVerb / 2));
    for (int index = range.begin; index < limit; ++index) {
        if (isWord(index, {"according"}))
            return accordingTo({index, range.end});
        const auto verb = reportingVerb(m_text, index, m_lists);
        if (!verb || !isCue(index, *verb))
            continue;
        const bool hasWordsBefore = std::any_of(m_text.tokens.begin() + range.begin, m_text.tokens.begin() + index,
            [this](const model::Token &each) { return m_text.form(each).front().isLetterOrNumber(); });
        std::optional<Attribution> found = hasWordsBefore ? speakerOfVerb(index, range) : subjectBehind(index, range);
        if (!found && token(index).upos != Upos::X)
            found = subjectByTree(index, range);
        if (!found && isClosed)
            found = Attribution{}; // said by someone whom the text has not named
        if (!found)
            continue;
        found->cue = verb->lemma;
        found->rule = hasWordsBefore ? QStringLiteral("speaker-behind") : QStringLiteral("speaker-behind-inverted");
        addVia(*found, index, verb->lemma, range);
        return found;
    }
    return std::nullopt;
}

std::optional<Attribution> AttributionFinder::find(size_t quote) const
{
    const Range front = before(quote);
    const Range back = behind(quote);
    const QChar finalMark = m_text.text[m_marked[quote].inner.end - 1];
    const QChar next = m_marked[quote].outer.end < m_text.text.size() ? m_text.text[m_marked[quote].outer.end] : QChar(u' ');
    const bool isClosed = finalMark == u',' || finalMark == u'?' || finalMark == u'!' || next == u',';
    auto fromFront = inBefore(front);
    auto fromBack = inBehind(back, isClosed);
    for (auto *found : {&fromFront, &fromBack}) {
        if (*found)
            resolvePronoun(**found);
    }
    if (fromFront && fromBack && fromFront->speaker != fromBack->speaker) {
        // "X said it was ..., TASS reported": the second passes on what the first said
        const bool passesOn = fromBack->cue == QLatin1String("report") || fromBack->cue == QLatin1String("quote") || fromBack->cue == QLatin1String("cite");
        if (passesOn) {
            fromFront->via = fromBack->speaker;
            return fromFront;
        }
        return isClosed ? fromBack : fromFront;
    }
    return isClosed ? (fromBack ? fromBack : fromFront) : (fromFront ? fromFront : fromBack);
}

} // namespace variorum::extraction
