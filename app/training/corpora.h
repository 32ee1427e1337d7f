#pragma once

#include "language/tag_pair.h"
#include "language/word_traits.h"
#include "model/universal_dependencies.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace variorum::training {

/// What GUM's MISC column marks as an entity: any noun phrase. Kinds as language::NameLabels::kKinds.
struct MarkedEntity {
    int kind = 0;
    int first = 0;
    int end = 0;
};

/// A sentence of a treebank.
struct TreeSentence {
    std::vector<QString> forms;
    std::vector<QString> lemmas;
    std::vector<QString> features;
    std::vector<language::TagPair> tags;
    std::vector<int> heads; ///< -1: the root
    std::vector<model::Deprel> relations;
    std::vector<MarkedEntity> entities; ///< persons, organisations and places; in order of their ends
    int document = 0; ///< counts the "# newdoc" lines

    [[nodiscard]] size_t size() const { return forms.size(); }
};

/// A sentence of a corpus of names. Labels as language::NameLabels has them.
struct NameSentence {
    std::vector<QString> forms;
    std::vector<quint8> labels;
    int document = 0;

    [[nodiscard]] size_t size() const { return forms.size(); }
};

/// Empty where the file cannot be read; says so on standard error.
[[nodiscard]] std::vector<TreeSentence> readTreebank(const QString &path);

/// Two or more columns parted by tabs or blanks, a label such as B-PER or I-location in `labelColumn` (-1: the last).
[[nodiscard]] std::vector<NameSentence> readNames(const QString &path, int formColumn, int labelColumn);

/// The names among a sentence's entities: the proper nouns around an entity's head, without titles.
[[nodiscard]] NameSentence namesAmongEntities(const TreeSentence &sentence);

/// The sentence as a headline would have it, or nothing where it makes none: capitals on all but the small words, no
/// full stop at the end.
[[nodiscard]] std::optional<TreeSentence> asHeadline(const TreeSentence &sentence);

/// Whole numbers in a fixed order, from a fixed seed, the same with every library.
class Random {
public:
    explicit Random(quint64 seed) : m_state(seed) {}
    /// 0 ... bound - 1
    [[nodiscard]] quint64 below(quint64 bound);
    [[nodiscard]] quint64 next();
    template<typename Value>
    void shuffle(std::vector<Value> &values)
    {
        for (size_t at = values.size(); at > 1; --at)
            std::swap(values[at - 1], values[static_cast<size_t>(below(at))]);
    }

private:
    quint64 m_state;
};

} // namespace variorum::training
