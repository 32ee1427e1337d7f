#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringView>

#include <memory>
#include <optional>
#include <span>

namespace variorum::language {

class ModelFile;

/// What words mean, as places in a space: words that stand among the same words lie near each other ("jet", "airliner"). GloVe
/// (Pennington, Socher and Manning 2014), without the mean and the main directions that all words share (Mu and Viswanath 2018), in
/// whole numbers of 8 bits. Views the mapped file; immutable; any thread may ask.
class WordVectors {
public:
    /// A word's direction. Views the file.
    struct Vector {
        std::span<const qint8> numbers;
        float length = 0; ///< Euclidean; above 0
    };

    WordVectors() = default; ///< knows no word

    /// Nothing where the file is damaged. Views `file`, which must outlive it.
    [[nodiscard]] static std::optional<WordVectors> from(const ModelFile &file);

    /// Nothing for a word that is not known. `word` is in lower case.
    [[nodiscard]] std::optional<Vector> find(QStringView word) const;

    [[nodiscard]] int dimensions() const { return m_dimensions; }

private:
    int m_dimensions = 0;
    std::span<const char> m_letters; ///< the words in order of their UTF-8 bytes, one after the other
    std::span<const quint32> m_ends; ///< of each word in the letters
    std::span<const qint8> m_numbers;
    std::span<const float> m_lengths;
};

/// -1 to 1; two vectors of one file.
[[nodiscard]] double cosine(const WordVectors::Vector &one, const WordVectors::Vector &other);

} // namespace variorum::language
