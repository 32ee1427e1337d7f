#pragma once

#include "language/lexicon.h"
#include "language/model_file.h"
#include "language/tag_pair.h"

#include <QHash>
#include <QString>
#include <optional>
#include <span>

namespace variorum::language {

/// Lemmas and morphological features by word and tag: what the treebanks had, else rules and WordNet, else the tag's usual.
class Lemmatizer {
public:
    [[nodiscard]] static std::optional<Lemmatizer> from(const ModelFile &file, const Lexicon &lexicon);

    [[nodiscard]] QString lemma(QStringView form, const TagPair &tags) const;
    [[nodiscard]] QStringView features(QStringView form, const TagPair &tags) const;

    /// The lemma by rules alone: training keeps only what differs from it.
    [[nodiscard]] static QString lemmaByRule(QStringView form, const TagPair &tags, const Lexicon &lexicon);

    /// The key of a word with its tags, of the tags alone.
    [[nodiscard]] static quint32 keyOf(QStringView form, const TagPair &tags);
    [[nodiscard]] static quint32 keyOf(const TagPair &tags);

    [[nodiscard]] static bool keepsCapitals(const TagPair &tags);

private:
    explicit Lemmatizer(const Lexicon &lexicon) : m_lexicon(&lexicon) {}

    /// Sorted keys; values are indices of lines.
    struct Table {
        std::span<const quint32> keys;
        std::span<const quint32> values;
        QStringList lines;

        [[nodiscard]] const QString *find(quint32 key) const;
    };
    [[nodiscard]] static std::optional<Table> tableFrom(const ModelFile &file, const QByteArray &prefix);

    const Lexicon *m_lexicon;
    Table m_lemmas;
    Table m_features;
};

} // namespace variorum::language
