// Sections of vectors.model: "letters", "ends" (where each word ends in the letters), "numbers" (a row of 8-bit numbers a word),
// "lengths". Words stand in order of their bytes, so that one is found by halving, without anything built in memory.

#include "language/word_vectors.h"

#include "language/model_file.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace variorum::language {

std::optional<WordVectors> WordVectors::from(const ModelFile &file)
{
    WordVectors vectors;
    vectors.m_letters = file.bytes("letters");
    vectors.m_ends = file.numbers<quint32>("ends");
    vectors.m_numbers = file.numbers<qint8>("numbers");
    vectors.m_lengths = file.numbers<float>("lengths");
    const size_t words = vectors.m_ends.size();
    const bool isWhole = words > 0 && vectors.m_lengths.size() == words && vectors.m_numbers.size() % words == 0 && !vectors.m_numbers.empty()
        && std::is_sorted(vectors.m_ends.begin(), vectors.m_ends.end()) && vectors.m_ends.back() == vectors.m_letters.size()
        && std::all_of(vectors.m_lengths.begin(), vectors.m_lengths.end(), [](float length) { return length > 0; });
    if (!isWhole)
        return std::nullopt;
    vectors.m_dimensions = static_cast<int>(vectors.m_numbers.size() / words);
    return vectors;
}

std::optional<WordVectors::Vector> WordVectors::find(QStringView word) const
{
    const QByteArray wanted = word.toUtf8();
    const std::string_view key(wanted.constData(), static_cast<size_t>(wanted.size()));
    size_t low = 0;
    size_t high = m_ends.size();
    while (low < high) {
        const size_t middle = (low + high) / 2;
        const size_t begin = middle == 0 ? 0 : m_ends[middle - 1];
        const int order = std::string_view(m_letters.data() + begin, m_ends[middle] - begin).compare(key);
        if (order == 0) {
            const auto size = static_cast<size_t>(m_dimensions);
            return Vector{m_numbers.subspan(middle * size, size), m_lengths[middle]};
        }
        (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
    }
    return std::nullopt;
}

double cosine(const WordVectors::Vector &one, const WordVectors::Vector &other)
{
    int sum = 0; // at most 127 * 127 * dimensions
    for (size_t at = 0; at < std::min(one.numbers.size(), other.numbers.size()); ++at)
        sum += one.numbers[at] * other.numbers[at];
    return one.length > 0 && other.length > 0 ? static_cast<double>(sum) / (static_cast<double>(one.length) * static_cast<double>(other.length)) : 0.0;
}

} // namespace variorum::language
