// The best tree, against all trees of a few words.

#include "language/tree_decoder.h"

#include <QtTest>
#include <limits>

using namespace variorum::language;

namespace {

double totalOf(const std::vector<float> &scores, size_t stride, const std::vector<int> &heads)
{
    double total = 0;
    for (size_t word = 0; word < heads.size(); ++word)
        total += static_cast<double>(scores[word * stride + (heads[word] < 0 ? heads.size() : static_cast<size_t>(heads[word]))]);
    return total;
}

bool isTree(const std::vector<int> &heads)
{
    if (std::count(heads.begin(), heads.end(), -1) != 1)
        return false;
    for (size_t word = 0; word < heads.size(); ++word) {
        int at = static_cast<int>(word);
        for (size_t steps = 0; at >= 0; ++steps) {
            if (steps > heads.size())
                return false;
            at = heads[static_cast<size_t>(at)];
        }
    }
    return true;
}

/// Tries all.
double bestTotal(const std::vector<float> &scores, size_t stride, size_t count)
{
    double best = -std::numeric_limits<double>::max();
    std::vector<int> heads(count, -1);
    while (true) {
        if (isTree(heads))
            best = std::max(best, totalOf(scores, stride, heads));
        size_t word = 0;
        while (word < count && ++heads[word] == static_cast<int>(count))
            heads[word++] = -1;
        if (word == count)
            return best;
    }
}

} // namespace

class TreeDecoderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decode_randomScores_isTheBestOfAllTrees()
    {
        TreeDecoder decoder;
        quint32 state = 99;
        for (int round = 0; round < 400; ++round) {
            const auto count = static_cast<size_t>(1 + round % 6);
            const size_t stride = count + 1 + static_cast<size_t>(round % 3);
            std::vector<float> scores(count * stride);
            for (float &score : scores) {
                state = state * 1664525 + 1013904223;
                score = static_cast<float>(state >> 16) / 655.36F - 50.0F;
            }
            std::vector<int> heads(count);
            decoder.decode(scores, stride, heads);
            QVERIFY(isTree(heads));
            QVERIFY(std::abs(totalOf(scores, stride, heads) - bestTotal(scores, stride, count)) < 1e-3);
        }
    }

    void decode_ringsOfManyWords_isATree()
    {
        constexpr size_t kCount = 400;
        TreeDecoder decoder;
        for (const size_t ring : {size_t{2}, size_t{3}, size_t{20}, size_t{400}}) {
            std::vector<float> scores(kCount * (kCount + 1), 0.0F);
            for (size_t word = 0; word < kCount; ++word) // each likes the next of its ring
                scores[word * (kCount + 1) + word / ring * ring + (word + 1) % ring] = 10.0F + static_cast<float>(word % 7);
            std::vector<int> heads(kCount);
            decoder.decode(scores, kCount + 1, heads);
            QVERIFY(isTree(heads));
        }
    }
};

QTEST_GUILESS_MAIN(TreeDecoderTest)
#include "tree_decoder_test.moc"
