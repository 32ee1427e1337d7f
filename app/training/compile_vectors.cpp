// variorum-compile-vectors GLOVE.txt VECTORS.model [WORDS]
//     makes resources/models/en/vectors.model of word vectors as GloVe's own files give them (a line a word: the word, then its
//     numbers; the most frequent first): the first WORDS (60,000) that are made of small letters, hyphens and apostrophes. Same file,
//     same bytes.
//
// Words that are frequent in any text have much in common that says nothing of what they mean: the mean of all vectors and the three
// directions in which they lie most are taken away (Mu and Viswanath 2018, "All-but-the-Top"). Then each vector is stretched to fill
// whole numbers of 8 bits; its length goes beside it.

#include "language/model_file.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <vector>

namespace {

using variorum::language::ModelFileWriter;
using Numbers = std::vector<double>;

struct Word {
    QByteArray letters;
    Numbers numbers;
};

bool isWord(const QByteArray &letters)
{
    const auto isLetter = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    return !letters.isEmpty() && isLetter(letters.front()) && std::all_of(letters.begin(), letters.end(), [&](char letter) { return isLetter(letter) || letter == '-' || letter == '\''; });
}

std::vector<Word> readWords(QFile &file, size_t wanted)
{
    std::vector<Word> words;
    while (!file.atEnd() && words.size() < wanted) {
        const QList<QByteArray> parts = file.readLine().trimmed().split(' ');
        if (!isWord(parts.front()) || (!words.empty() && parts.size() != static_cast<qsizetype>(words.front().numbers.size()) + 1))
            continue;
        Word word{parts.front(), {}};
        for (qsizetype at = 1; at < parts.size(); ++at)
            word.numbers.push_back(parts[at].toDouble());
        words.push_back(std::move(word));
    }
    return words;
}

double product(const Numbers &one, const Numbers &other) { return std::inner_product(one.begin(), one.end(), other.begin(), 0.0); }

void subtract(Numbers &from, const Numbers &what, double share)
{
    for (size_t at = 0; at < from.size(); ++at)
        from[at] -= share * what[at];
}

void scale(Numbers &numbers, double factor)
{
    for (double &number : numbers)
        number *= factor;
}

void removeMean(std::vector<Word> &words)
{
    Numbers mean(words.front().numbers.size());
    for (const Word &word : words)
        subtract(mean, word.numbers, -1.0 / static_cast<double>(words.size()));
    for (Word &word : words)
        subtract(word.numbers, mean, 1.0);
}

/// The direction in which the vectors lie most, by repeated multiplication with their covariance.
Numbers mainDirection(const std::vector<Word> &words)
{
    constexpr int kRounds = 30;
    Numbers direction(words.front().numbers.size(), 1.0);
    for (int round = 0; round < kRounds; ++round) {
        Numbers next(direction.size());
        for (const Word &word : words)
            subtract(next, word.numbers, -product(word.numbers, direction));
        scale(next, 1.0 / std::sqrt(product(next, next)));
        direction = std::move(next);
    }
    return direction;
}

bool write(std::vector<Word> words, const QString &path)
{
    std::sort(words.begin(), words.end(), [](const Word &one, const Word &other) { return one.letters < other.letters; });
    QByteArray letters;
    std::vector<quint32> ends;
    std::vector<qint8> numbers;
    std::vector<float> lengths;
    for (const Word &word : words) {
        letters += word.letters;
        ends.push_back(static_cast<quint32>(letters.size()));
        const auto less = [](double one, double other) { return std::abs(one) < std::abs(other); };
        const double most = std::abs(*std::max_element(word.numbers.begin(), word.numbers.end(), less));
        double squares = 0;
        for (const double number : word.numbers) {
            numbers.push_back(static_cast<qint8>(std::lround(most > 0 ? number / most * 127.0 : 1.0)));
            squares += static_cast<double>(numbers.back()) * numbers.back();
        }
        lengths.push_back(static_cast<float>(std::sqrt(squares)));
    }
    ModelFileWriter writer;
    writer.add("letters", letters);
    writer.addNumbers("ends", ends);
    writer.addNumbers("numbers", numbers);
    writer.addNumbers("lengths", lengths);
    return static_cast<bool>(writer.write(path));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() < 2) {
        std::fputs("usage: variorum-compile-vectors GLOVE.txt VECTORS.model [WORDS]\n", stderr);
        return 2;
    }
    QFile file(arguments.at(0));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "variorum-compile-vectors: cannot read %s\n", qPrintable(arguments.at(0)));
        return 1;
    }
    constexpr size_t kWords = 60000;
    constexpr int kSharedDirections = 3;
    std::vector<Word> words = readWords(file, arguments.size() > 2 ? arguments.at(2).toULong() : kWords);
    if (words.empty()) {
        std::fprintf(stderr, "variorum-compile-vectors: no words in %s\n", qPrintable(arguments.at(0)));
        return 1;
    }
    removeMean(words);
    for (int number = 0; number < kSharedDirections; ++number) {
        const Numbers direction = mainDirection(words);
        for (Word &word : words)
            subtract(word.numbers, direction, product(word.numbers, direction));
    }
    const size_t count = words.size();
    if (!write(std::move(words), arguments.at(1))) {
        std::fprintf(stderr, "variorum-compile-vectors: cannot write %s\n", qPrintable(arguments.at(1)));
        return 1;
    }
    std::printf("%zu words\n", count);
    return 0;
}
