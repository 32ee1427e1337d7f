// Finds out whether a weekday or month without a year lies in the past or the future.
//
//     "He said on Sunday that he will leave"    Sunday hangs on "said": past
//     "He will leave on Sunday, he said"        Sunday hangs on "leave", which has "will": future
//     "is due to meet on Friday"                "meet" is an infinitive below "due": future

#include "extraction/times/tense.h"

#include <algorithm>
#include <optional>

namespace variorum::extraction {

namespace {

constexpr int kReach = 60; // words looked at on either side: clauses are shorter

bool isFutureWord(const Pieces &pieces, int index)
{
    if (pieces.isAnyOf(index, {"will", "shall", "ll", "won", "upcoming", "could", "might", "must"}))
        return true;
    if (pieces.is(index, QLatin1String("may")) && !pieces.at(index).isCapitalised)
        return true;
    if (!pieces.is(index, QLatin1String("to")))
        return false;
    return pieces.isAnyOf(index - 1, {"due", "set", "scheduled", "expected", "planned", "plans", "planning", "going", "about", "hopes", "intends",
        "wants", "is", "are", "poised", "slated", "prepares", "preparing", "expects", "likely", "ready", "bound", "vows", "vowed", "pledged"});
}

bool isPastWord(const Pieces &pieces, int index)
{
    if (pieces.isAnyOf(index, {"was", "were", "had", "did", "said", "told", "has", "have", "been", "took", "came", "went", "left", "found", "began",
            "met", "fell", "hit", "shot", "saw", "made", "held", "broke", "became", "gave", "got", "led", "won", "lost", "died", "killed"}))
        return !pieces.is(index, QLatin1String("won")) || !pieces.is(index + 1, QLatin1String("'"));
    const QString &word = pieces.at(index).lower;
    return pieces.isWord(index) && word.size() > 4 && word.endsWith(QLatin1String("ed")) && !pieces.at(index).isCapitalised
        && !pieces.isAnyOf(index, {"scheduled", "expected", "planned"});
}

bool hasAuxiliary(const model::AnnotatedText &text, const model::Sentence &sentence, int verb, bool &isFuture)
{
    bool found = false;
    for (int index = std::max(sentence.firstToken, verb - kReach); index < std::min(sentence.endToken, verb + kReach); ++index) {
        const model::Token &token = text.tokens[static_cast<size_t>(index)];
        const bool isAuxiliary = token.head == verb && (model::mainType(token.deprel) == model::Deprel::Aux || token.deprel == model::Deprel::Cop);
        if (!isAuxiliary)
            continue;
        found = true;
        if (token.xpos == model::Xpos::Md && text.lemma(token) != QLatin1String("would"))
            isFuture = true;
        if (token.xpos == model::Xpos::Vbd)
            isFuture = false;
    }
    return found;
}

// From the tree: up from the expression to the first verb that says.
std::optional<Tense> tenseOfTree(const Pieces &pieces, int begin, int end)
{
    const model::AnnotatedText &text = pieces.text();
    int token = pieces.at(end - 1).token;
    for (int piece = begin; piece < end; ++piece) { // start at the head of the expression
        const int candidate = pieces.at(piece).token;
        const auto head = text.tokens[static_cast<size_t>(candidate)].head;
        if (!head || *head < pieces.at(begin).token || *head > pieces.at(end - 1).token)
            token = candidate;
    }
    for (int steps = 0; steps < 12; ++steps) {
        const model::Token &current = text.tokens[static_cast<size_t>(token)];
        bool isFuture = false;
        const bool hasHelp = hasAuxiliary(text, pieces.sentence(), token, isFuture);
        if (hasHelp && isFuture)
            return Tense::Future;
        const auto before = [&](int back) { return token >= back ? text.form(token - back).toString().toLower() : QString(); };
        switch (current.xpos) {
        case model::Xpos::Vbd:
            return Tense::Past;
        case model::Xpos::Vbn:
            if (hasHelp)
                return Tense::Past;
            break;
        case model::Xpos::Vb:
            if (before(1) == QLatin1String("to"))
                return Tense::Future;
            break;
        case model::Xpos::Vbz:
        case model::Xpos::Vbp:
            return current.upos == model::Upos::Verb && text.lemma(current) != QLatin1String("say") && text.lemma(current) != QLatin1String("report")
                ? std::optional(Tense::Present) : std::optional(Tense::Past);
        default:
            if (hasHelp)
                return Tense::Past;
            break;
        }
        if (!current.head)
            return std::nullopt;
        token = *current.head;
    }
    return std::nullopt;
}

// "is due by 3am on Friday", "are forecast for Tuesday", but "was due on Friday" lies anywhere
bool isAwaited(const Pieces &pieces, int begin)
{
    constexpr int kNear = 5;
    for (int index = begin - 1; index >= std::max(0, begin - kNear); --index) {
        if (!pieces.isWord(index) && !pieces.isNumber(index))
            return false;
        if (pieces.isAnyOf(index, {"due", "forecast", "scheduled", "slated", "planned", "expected"})) {
            for (int before = index - 1; before >= std::max(0, index - 3); --before) {
                if (pieces.isAnyOf(before, {"was", "were", "had", "been", "as", "than"}))
                    return false;
            }
            return true;
        }
    }
    return false;
}

} // namespace

Tense tenseAround(const Pieces &pieces, int begin, int end)
{
    if (isAwaited(pieces, begin))
        return Tense::Future;
    if (pieces.token(begin).upos != model::Upos::X) {
        if (const auto tense = tenseOfTree(pieces, begin, end))
            return *tense;
    }
    for (int index = begin - 1; index >= std::max(0, begin - kReach); --index) {
        if (isFutureWord(pieces, index))
            return Tense::Future;
        if (isPastWord(pieces, index))
            return Tense::Past;
    }
    for (int index = end; index < std::min(pieces.count(), end + kReach); ++index) {
        if (isFutureWord(pieces, index))
            return Tense::Future;
        if (isPastWord(pieces, index))
            return Tense::Past;
    }
    return Tense::Past;
}

} // namespace variorum::extraction
