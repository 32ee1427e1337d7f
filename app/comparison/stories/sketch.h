#pragma once

#include "comparison/for_each.h"
#include "model/article.h"

#include <vector>

namespace variorum::comparison {

/// What grouping into stories and the search for reused text see of an article, its date aside. Follows from the article alone.
struct Sketch {
    using Hash = quint64;

    /// A word that is no function word, by its hash; how much it tells, its rarity aside.
    struct Word {
        Hash hash = 0;
        float weight = 0;

        bool operator==(const Word &) const = default;
    };

    std::vector<Word> words; ///< ascending, each once
    std::vector<Hash> shingles; ///< of five words; ascending, each once
    std::vector<Hash> fingerprints; ///< the shingles that stand for their passages; ascending, each once

    Hash text = 0; ///< of the text, blanks aside
    qsizetype textLength = 0; ///< likewise, in UTF-16 units
    QString outlet; ///< key of what it is called
    bool isOutletKnown = false;
    QStringList agencies; ///< keys of those whom it credits

    bool operator==(const Sketch &) const = default;
};

[[nodiscard]] Sketch sketchOf(const model::Article &article);

/// The shingles of a text alone.
[[nodiscard]] std::vector<Sketch::Hash> shinglesOf(const QString &text);

} // namespace variorum::comparison
