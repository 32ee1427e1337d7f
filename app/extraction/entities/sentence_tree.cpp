// A sentence's dependency tree, indexed for questions from above: the annotated text stores only each word's head.
//
//     The red bus left      heads: bus bus left -      children(bus) = {The, red}, children(left) = {bus}
//
// One walk from the roots numbers the tokens, so that isWithin() is two comparisons. Tokens that the walk does not
// reach (circles in a broken tree) become roots of their own.

#include "extraction/entities/sentence_tree.h"

#include <algorithm>

namespace variorum::extraction {

using model::Deprel;
using model::Upos;

SentenceTree::SentenceTree(const model::AnnotatedText &text, const model::Sentence &sentence) : m_text(text), m_sentence(sentence)
{
    const size_t count = static_cast<size_t>(sentence.endToken - sentence.firstToken);
    m_heads.resize(count);
    m_children.resize(count);
    m_enter.assign(count, -1);
    m_leave.assign(count, -1);
    for (int index = firstToken(); index < endToken(); ++index) {
        const std::optional<int> head = token(index).head;
        if (head && *head >= firstToken() && *head < endToken() && *head != index) {
            m_heads[place(index)] = head;
            m_children[place(*head)].push_back(index);
        } else {
            m_roots.push_back(index);
        }
    }

    int clock = 0;
    const auto walk = [&](int root) {
        std::vector<std::pair<int, size_t>> open{{root, 0}};
        m_enter[place(root)] = clock++;
        while (!open.empty()) {
            auto &[index, next] = open.back();
            const std::vector<int> &below = m_children[place(index)];
            if (next == below.size()) {
                m_leave[place(index)] = clock - 1;
                open.pop_back();
                continue;
            }
            const int child = below[next++];
            m_enter[place(child)] = clock++;
            open.emplace_back(child, 0);
        }
    };
    for (const int root : m_roots)
        walk(root);
    for (int index = firstToken(); index < endToken(); ++index) {
        if (m_enter[place(index)] >= 0)
            continue;
        // It leads up into a circle: cut that where as many steps as there are words end.
        int inCircle = index;
        for (size_t step = 0; step < count; ++step)
            inCircle = *m_heads[place(inCircle)];
        std::erase(m_children[place(*m_heads[place(inCircle)])], inCircle);
        m_heads[place(inCircle)].reset();
        m_roots.push_back(inCircle);
        walk(inCircle);
    }
}

QString SentenceTree::lemma(int index) const
{
    return m_text.lemma(index).toString().toLower();
}

bool SentenceTree::isOneOf(int index, std::initializer_list<Deprel> relations) const
{
    return std::find(relations.begin(), relations.end(), deprel(index)) != relations.end();
}

std::optional<int> SentenceTree::child(int index, std::initializer_list<Deprel> relations) const
{
    for (const int below : children(index)) {
        if (isOneOf(below, relations))
            return below;
    }
    return std::nullopt;
}

std::vector<int> SentenceTree::childrenOf(int index, std::initializer_list<Deprel> relations) const
{
    std::vector<int> found;
    for (const int below : children(index)) {
        if (isOneOf(below, relations))
            found.push_back(below);
    }
    return found;
}

bool SentenceTree::isWithin(int index, int ancestor) const
{
    if (index < firstToken() || index >= endToken())
        return false;
    return m_enter[place(index)] >= m_enter[place(ancestor)] && m_enter[place(index)] <= m_leave[place(ancestor)];
}

std::vector<int> SentenceTree::subtree(int index) const
{
    std::vector<int> found;
    for (int other = firstToken(); other < endToken(); ++other) {
        if (isWithin(other, index))
            found.push_back(other);
    }
    return found;
}

QString SentenceTree::markerWords(int marker) const
{
    QString words = form(marker).toString().toLower();
    for (const int below : children(marker)) {
        if (deprel(below) == Deprel::Fixed)
            words += QLatin1Char(' ') + form(below).toString().toLower();
    }
    return words;
}

QString SentenceTree::preposition(int phraseHead) const
{
    // Not the possessive 's, which is a case marker too.
    QString words;
    for (const int below : children(phraseHead)) {
        if (deprel(below) != Deprel::Case || upos(below) == Upos::Part || below > phraseHead)
            continue;
        words += (words.isEmpty() ? QString() : QStringLiteral(" ")) + markerWords(below);
    }
    return words;
}

SentenceTree::Range SentenceTree::nounPhrase(int noun, bool withPhrases) const
{
    using enum Deprel;
    std::vector<int> taken{noun};
    std::vector<int> open{noun};
    while (!open.empty()) {
        const int index = open.back();
        open.pop_back();
        for (const int below : children(index)) {
            const bool isPart = isOneOf(below, {Det, DetPredet, Amod, Compound, Nummod, NmodPoss, Flat, NmodDesc, Fixed, Goeswith, NmodUnmarked, CompoundPrt})
                || (deprel(below) == Case && (index != noun || upos(below) == Upos::Part))
                || (index != noun && isOneOf(below, {Case, Advmod, Conj, Cc, Nmod}))
                || (deprel(below) == Advmod && below < noun && !isOneOf(below, {Mark}))
                || (deprel(below) == Punct && below > firstToken() && token(below).spaceAfter == false && token(below - 1).spaceAfter == false);
            const bool isPhrase = withPhrases && deprel(below) == Nmod;
            if (!isPart && !isPhrase)
                continue;
            taken.push_back(below);
            open.push_back(below);
        }
    }
    std::sort(taken.begin(), taken.end());
    // The stretch without gaps that holds the noun; a mark between two taken words (a hyphen, a comma) is no gap.
    const auto has = [&](int index) { return std::binary_search(taken.begin(), taken.end(), index); };
    Range range{noun, noun + 1};
    while (range.first > firstToken() && (has(range.first - 1) || (isPunctuation(range.first - 1) && has(range.first - 2))))
        --range.first;
    while (range.end < endToken() && (has(range.end) || (isPunctuation(range.end) && has(range.end + 1))))
        ++range.end;
    return range;
}

base::TextSpan SentenceTree::span(Range range) const
{
    const auto isEdge = [&](int index) {
        return isPunctuation(index) && form(index) != u"%" && form(index) != u"$";
    };
    while (range.first + 1 < range.end && isEdge(range.first))
        ++range.first;
    while (range.end - 1 > range.first && isEdge(range.end - 1))
        --range.end;
    return {token(range.first).span.begin, token(range.end - 1).span.end};
}

const model::Sentence &sentenceOf(const model::AnnotatedText &text, int token)
{
    const auto after = std::upper_bound(text.sentences.begin(), text.sentences.end(), token,
                                        [](int index, const model::Sentence &sentence) { return index < sentence.firstToken; });
    return *std::prev(after);
}

SentenceTree::Range tokensAt(const model::AnnotatedText &text, const base::TextSpan &span)
{
    const auto first = std::partition_point(text.tokens.begin(), text.tokens.end(), [&](const model::Token &token) { return token.span.end <= span.begin; });
    const auto end = std::partition_point(first, text.tokens.end(), [&](const model::Token &token) { return token.span.begin < span.end; });
    return {static_cast<int>(first - text.tokens.begin()), static_cast<int>(end - text.tokens.begin())};
}

} // namespace variorum::extraction
