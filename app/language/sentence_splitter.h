#pragma once

#include "base/text_span.h"
#include "language/boundary_model.h"
#include "language/tokenizer.h"

#include <QStringView>
#include <vector>

namespace variorum::language {

/// A text cut into words and sentences.
struct Segmentation {
    std::vector<base::TextSpan> words;
    std::vector<int> sentenceEnds; ///< index behind the last word of each sentence; none is empty
};

struct SegmentOptions {
    bool isTitle = false; ///< the whole is one sentence
    bool plain = false; ///< only a blank line is a break; else every line break is
    std::vector<base::TextSpan> blocks; ///< breaks stand at their begins and ends
};

/// Longer sentences are cut here, so that hostile text costs no more than any.
inline constexpr int kMaxSentenceWords = 400;

/// By rules, and where `boundaries` is given by what it learnt, too.
[[nodiscard]] Segmentation segment(QStringView text, const Tokenizer &tokenizer, const SegmentOptions &options,
                                   const BoundaryModel *boundaries = nullptr);

} // namespace variorum::language
