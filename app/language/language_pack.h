#pragma once

#include "base/result.h"
#include "language/lexicon.h"
#include "language/word_lists.h"
#include "language/word_vectors.h"
#include "model/annotated_text.h"

#include <memory>
#include <stop_token>

namespace variorum::language {

struct AnnotateOptions {
    bool isTitle = false; ///< headline: one sentence, capitals may be title case
    bool plain = false; ///< a blank line ends a sentence, a single line break does not; else every "\n" does
    std::vector<base::TextSpan> blocks; ///< paragraph spans; a sentence never crosses one. Empty: split at "\n\n"
};

/// All that the program knows of one language: models, lexicon, word lists. Loaded once, immutable, mapped;
/// annotate() may run on any number of threads at once.
class LanguagePack {
public:
    /// `resourceDir` holds models/, lexicon/ and wordnet.lexicon. Errors: ResourceMissing, ResourceDamaged.
    [[nodiscard]] static base::Result<std::unique_ptr<const LanguagePack>> load(const QString &resourceDir, const QString &language = QStringLiteral("en"));
    ~LanguagePack();

    /// Sentences, words, tags, lemmas, trees and names. Pure: same text, same result. Bounded: linear in the text,
    /// also for hostile ones. Stops early, returning what it has, when `stop` asks.
    [[nodiscard]] model::AnnotatedText annotate(const QString &text, const AnnotateOptions &options = {}, std::stop_token stop = {}) const;

    [[nodiscard]] const Lexicon &lexicon() const;
    [[nodiscard]] const WordLists &wordLists() const;
    [[nodiscard]] const WordVectors &wordVectors() const;

private:
    struct Parts;
    explicit LanguagePack(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace variorum::language
