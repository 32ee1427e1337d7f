// Finds the noun that a number counts.
//
//     "20 | heavy bulletproof carriages. The"    adjectives, then the noun: "carriage"
//     "three | of his nine trips have"           a part of a whole: counts what the whole counts, "trip"
//     "three | were killed"                      no noun: the number stands for itself
//
// With tags the run of adjectives and nouns is followed to its last noun. Without, it is followed up to a word that
// cannot stand inside a noun phrase, and ends early at a plural.

#include "extraction/quantities/counted_noun.h"

namespace variorum::extraction {

namespace {

using model::Upos;

constexpr int kLongestPhrase = 7;

bool endsNounPhrase(const Pieces &pieces, int index)
{
    return !pieces.isWord(index) || pieces.isAnyOf(index, {"a", "an", "the", "this", "that", "these", "those", "of", "in", "on", "at", "to", "for", "from", "with",
        "by", "as", "and", "or", "but", "than", "after", "before", "when", "while", "who", "which", "since", "until", "into", "over", "under", "is", "are",
        "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "said", "says", "it", "he",
        "she", "they", "we", "you", "i", "if", "not", "no", "about", "near", "during", "between", "through", "his", "her", "its", "their", "our", "my",
        "there", "here", "outside", "inside", "against", "towards", "toward", "among", "without", "within", "amid", "along", "beyond", "behind", "below", "above", "despite", "already", "still", "only", "also", "so", "because", "did", "does", "do", "per", "each", "away", "ago", "s", "later", "earlier", "across", "around",
        "more", "less", "others", "left", "came", "went", "took", "dead", "hurt", "injured", "wounded", "killed", "shot", "died", "missing", "abroad", "again", "nearby", "today", "yesterday", "overnight", "ever", "alone"});
}

bool isIrregularPlural(const Pieces &pieces, int index)
{
    return pieces.isAnyOf(index, {"people", "men", "women", "children", "policemen", "firemen", "feet", "teeth", "mice", "geese", "aircraft", "fish", "sheep", "troops"});
}

bool looksPlural(const Pieces &pieces, int index)
{
    const QString &word = pieces.at(index).lower;
    return isIrregularPlural(pieces, index)
        || (word.size() > 3 && word.endsWith(u's') && !word.endsWith(QLatin1String("ss")) && !word.endsWith(QLatin1String("us")) && !word.endsWith(QLatin1String("ous")));
}

QString singular(const QString &word)
{
    static constexpr std::pair<const char *, const char *> kIrregular[] = {{"people", "people"}, {"men", "man"}, {"women", "woman"},
        {"children", "child"}, {"policemen", "policeman"}, {"firemen", "fireman"}, {"feet", "foot"}, {"teeth", "tooth"}, {"lives", "life"}, {"wives", "wife"}};
    for (const auto &[plural, one] : kIrregular) {
        if (word == QLatin1String(plural))
            return QLatin1String(one);
    }
    if (word.size() > 4 && word.endsWith(QLatin1String("ies")))
        return word.chopped(3) + QLatin1Char('y');
    if (word.size() > 4 && (word.endsWith(QLatin1String("shes")) || word.endsWith(QLatin1String("ches")) || word.endsWith(QLatin1String("sses")) || word.endsWith(QLatin1String("xes"))))
        return word.chopped(2);
    if (word.size() > 3 && word.endsWith(u's') && !word.endsWith(QLatin1String("ss")) && !word.endsWith(QLatin1String("us")) && !word.endsWith(QLatin1String("is")))
        return word.chopped(1);
    return word;
}

CountedNoun made(const Pieces &pieces, int begin, int head)
{
    const model::Token &token = pieces.token(head);
    const QString lemma = pieces.text().lemma(token).toString().toLower();
    const QString &form = pieces.at(head).lower;
    const bool isTagged = token.upos != Upos::X && !lemma.isEmpty();
    const bool isInvariant = isIrregularPlural(pieces, head)
        || pieces.isAnyOf(head, {"staff", "personnel", "crew", "police", "cattle", "head", "dead", "series", "species", "offspring", "spacecraft", "hovercraft", "livestock", "poultry", "youth", "infantry", "cavalry", "percent", "carat", "deer", "wildlife", "clergy", "faculty", "square", "cubic"});
    const bool isSingular = isTagged && token.xpos == model::Xpos::Nn && lemma == form && !isInvariant;
    return {isTagged && (lemma != form || token.xpos != model::Xpos::Nns) ? lemma : singular(form), pieces.span(begin, head + 1), isSingular};
}

std::optional<CountedNoun> byTags(const Pieces &pieces, int begin, bool isSingular)
{
    int head = -1;
    int plural = -1; // the last plural: "victims" of "victims range", which a tagger may take for two nouns
    for (int index = begin; index < begin + 2 * kLongestPhrase && index < pieces.count(); ++index) {
        const model::Token &token = pieces.token(index);
        const bool isHyphen = pieces.is(index, QLatin1String("-")) && pieces.isGlued(index);
        if (isHyphen)
            continue;
        const bool isNoun = token.upos == Upos::Noun || token.upos == Upos::Propn;
        const bool isModifier = token.upos == Upos::Adj || token.upos == Upos::Num || token.xpos == model::Xpos::Vbg || token.xpos == model::Xpos::Vbn
            || (token.upos == Upos::Adv && head < 0) || (token.upos == Upos::Verb && pieces.is(index - 1, QLatin1String("-")));
        if (isNoun) {
            if (head >= 0 && pieces.at(head).span.end < pieces.at(index).span.begin && pieces.token(head).xpos == model::Xpos::Nns && token.xpos == model::Xpos::Nnp)
                break; // "people Tuesday"
            head = index;
            if (token.xpos == model::Xpos::Nns || token.xpos == model::Xpos::Nnps || isIrregularPlural(pieces, index))
                plural = index;
        } else if (!isModifier || (head >= 0 && token.upos != Upos::Adj && token.upos != Upos::Num)) {
            break;
        } else if (head >= 0 && pieces.token(head).xpos == model::Xpos::Nns) {
            break; // "people injured": what follows a plural does not belong to it
        }
    }
    if (plural >= 0 && !isSingular)
        head = plural;
    // "80 Hou Bu Huai" is a name; "five shot", "three dead" have lost their noun
    const bool isName = head >= 0 && pieces.token(head).xpos == model::Xpos::Nnp && !isSingular;
    const bool isFate = head == begin && pieces.isAnyOf(head, {"shot", "hurt", "dead", "injured", "wounded", "killed", "missing"});
    return head < 0 || isName || isFate ? std::nullopt : std::optional(made(pieces, begin, head));
}

std::optional<CountedNoun> byShape(const Pieces &pieces, int begin, bool isOrdinal)
{
    int last = -1;
    for (int index = begin; index < begin + kLongestPhrase && !endsNounPhrase(pieces, index); ++index) {
        if (pieces.at(index).lower.endsWith(QLatin1String("ly")))
            break;
        last = index;
        if (!isOrdinal && looksPlural(pieces, index))
            break;
        if (pieces.is(index + 1, QLatin1String("-")) && pieces.isGlued(index + 1))
            ++index;
    }
    return last < 0 ? std::nullopt : std::optional(made(pieces, begin, last));
}

} // namespace

std::optional<CountedNoun> countedNoun(const Pieces &pieces, int index, bool isOrdinal)
{
    int begin = index;
    if (pieces.isAnyOf(begin, {"more", "other", "others", "further", "additional"}))
        ++begin;
    if (pieces.is(begin, QLatin1String("of"))) {
        ++begin;
        while (pieces.isAnyOf(begin, {"the", "his", "her", "its", "their", "our", "my", "these", "those", "all", "some", "such"}))
            ++begin;
        // "three of his nine trips": pass over the number of the whole
        while (pieces.isNumber(begin) || pieces.token(begin).upos == Upos::Num
               || pieces.isAnyOf(begin, {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "hundred", "thousand"}))
            ++begin;
    }
    if (!pieces.isWord(begin))
        return std::nullopt;
    if (endsNounPhrase(pieces, begin) && !isIrregularPlural(pieces, begin)) {
        const Upos upos = pieces.token(begin).upos;
        const bool tagsSayNounPhrase = upos == Upos::Noun || upos == Upos::Adj; // "two dead bodies"
        if (!tagsSayNounPhrase)
            return std::nullopt;
    }
    return pieces.token(begin).upos != Upos::X ? byTags(pieces, begin, isOrdinal || pieces.is(index - 1, QLatin1String("one")) || pieces.is(index - 1, QLatin1String("1"))) : byShape(pieces, begin, isOrdinal);
}

} // namespace variorum::extraction
