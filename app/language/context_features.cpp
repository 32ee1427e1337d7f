#include "language/context_features.h"

#include <algorithm>

namespace variorum::language {

namespace {

/// The longest known name of two words or more that begins at `first`: its length in words and its kinds.
struct KnownName {
    size_t length = 0;
    quint8 kinds = 0;
};

KnownName longestNameAt(SentenceTraits sentence, size_t first, const Gazetteer &gazetteer)
{
    KnownName longest;
    quint64 hash = sentence[first]->lower;
    const size_t end = std::min(sentence.size(), first + static_cast<size_t>(Gazetteer::kLongest));
    for (size_t at = first + 1; at < end; ++at) {
        hash = Gazetteer::joined(hash, sentence[at]->lower);
        const quint8 kinds = gazetteer.find(hash);
        if (kinds != 0 && sentence[at]->isCapital)
            longest = {at + 1 - first, kinds};
    }
    return longest;
}

} // namespace

void ContextFeatures::collect(SentenceTraits sentence, const DocumentHints &hints, const Gazetteer &gazetteer, std::span<OfWord> words)
{
    const bool titleCase = isTitleCase(sentence);
    const bool allCapitals = titleCase && std::all_of(sentence.begin(), sentence.end(), [](const WordTraits *word) { return !word->isCapital || word->isAllCapitals; });
    for (size_t at = 0; at < sentence.size(); ++at) {
        OfWord &word = words[at];
        word.count = 0;
        if (at == 0)
            word.add(FirstWord);
        if (at + 1 == sentence.size())
            word.add(LastWord);
        if (titleCase)
            word.add(allCapitals ? AllCapitals : TitleCase);
        const unsigned hint = sentence[at]->isCapital ? hints.of(*sentence[at]) : 0U;
        for (int bit = 0; bit < DocumentHints::kBits; ++bit) {
            if ((hint >> bit) & 1U)
                word.add(FirstHint + bit);
        }
    }
    for (size_t first = 0; first + 1 < sentence.size();) {
        const KnownName name = sentence[first]->isCapital ? longestNameAt(sentence, first, gazetteer) : KnownName();
        for (size_t at = first; at < first + name.length; ++at) {
            const int part = at == first ? 0 : at + 1 == first + name.length ? 2 : 1;
            for (int kind = 0; kind < 3; ++kind) {
                if ((static_cast<unsigned>(name.kinds) >> kind) & 1U)
                    words[at].add(FirstNamePart + kind * 3 + part);
            }
        }
        first += std::max<size_t>(name.length, 1);
    }
}

} // namespace variorum::language
