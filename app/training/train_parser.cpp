// The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013, section 4.2): the cost of an action is the number
// of gold arcs that can no longer be made after it.
//
//   stack  Kim | buffer  left . R, gold Kim <- left:   Left costs 0; Shift costs 1: then only Right could give Kim a head,
//                                                      and that head would be the word below it on the stack

#include "training/train_parser.h"

#include "language/parser.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace variorum::training {

using language::FeatureList;
using language::Parser;
using language::ParserState;
using model::Deprel;

std::vector<Deprel> collectRelations(const std::vector<TreeSentence> &sentences)
{
    std::map<int, int> counts;
    for (const TreeSentence &sentence : sentences) {
        for (const Deprel relation : sentence.relations)
            ++counts[static_cast<int>(relation)];
    }
    std::vector<Deprel> relations;
    for (int number = 0; number < model::kDeprelCount; ++number) {
        const auto relation = static_cast<Deprel>(number);
        if (counts[number] >= 10 || mainType(relation) == relation)
            relations.push_back(relation);
    }
    return relations;
}

PreparedTree prepareTree(const TreeSentence &sentence, const PreparedSentence &prepared, const std::vector<Deprel> &relations)
{
    PreparedTree tree;
    tree.sentence = &prepared;
    for (size_t at = 0; at < sentence.size(); ++at) {
        tree.heads.push_back(sentence.heads[at] < 0 ? static_cast<int>(sentence.size()) : sentence.heads[at]);
        auto found = std::find(relations.begin(), relations.end(), sentence.relations[at]);
        if (found == relations.end())
            found = std::find(relations.begin(), relations.end(), mainType(sentence.relations[at]));
        tree.relations.push_back(static_cast<quint8>(found - relations.begin()));
    }
    return tree;
}

QStringList actionLabels(const std::vector<Deprel> &relations)
{
    QStringList labels{QStringLiteral("shift")};
    for (const Deprel relation : relations) {
        labels.append(u'<' + QString(toString(relation)));
        labels.append(u'>' + QString(toString(relation)));
    }
    return labels;
}

namespace {

struct Costs {
    int shift = 0;
    int left = 0;
    int right = 0;
};

/// Gold arcs lost by each action, labels left aside.
Costs costsOf(const ParserState &state, const std::vector<int> &heads)
{
    const auto headOf = [&](int word) { return word < state.size() ? heads[static_cast<size_t>(word)] : -2; };
    const std::vector<int> &stack = state.stack();
    Costs costs;
    const int next = state.next();
    if (!stack.empty()) {
        const int top = stack.back();
        const int below = stack.size() > 1 ? stack[stack.size() - 2] : -1;
        const int gold = headOf(top);
        int lostDependents = 0;
        for (int word = next; word < state.size(); ++word)
            lostDependents += headOf(word) == top ? 1 : 0;
        costs.left = lostDependents + (gold != next && (gold == below || gold > next) ? 1 : 0);
        costs.right = lostDependents + (gold >= next ? 1 : 0);
    }
    for (size_t depth = 0; depth < stack.size(); ++depth) {
        costs.shift += headOf(stack[depth]) == next ? 1 : 0;
        costs.shift += depth + 1 < stack.size() && headOf(next) == stack[depth] ? 1 : 0;
    }
    return costs;
}

struct Action {
    int number = -1;
    qint32 score = std::numeric_limits<qint32>::min();

    void offer(int other, qint32 otherScore)
    {
        if (otherScore > score) {
            number = other;
            score = otherScore;
        }
    }
};

void apply(int action, ParserState &state)
{
    if (action == 0)
        state.shift();
    else if (action % 2 == 1)
        state.left(static_cast<quint8>((action - 1) / 2));
    else
        state.right(static_cast<quint8>((action - 2) / 2));
}

/// The best-scored action, and the best-scored of those that cost least.
std::pair<Action, Action> choose(const ParserState &state, const PreparedTree &tree, std::span<const qint32> scores)
{
    constexpr int kNever = 1000;
    const Costs costs = costsOf(state, tree.heads);
    const int shift = state.canShift() ? costs.shift * 2 : kNever;
    const int left = state.canLeft() ? costs.left * 2 : kNever;
    const int right = state.canRight() ? costs.right * 2 : kNever;
    const int top = state.stack().empty() ? -1 : state.stack().back();
    const bool leftIsGold = top >= 0 && tree.heads[static_cast<size_t>(top)] == state.next();
    const bool rightIsGold = state.canRight() && tree.heads[static_cast<size_t>(top)] == state.stack()[state.stack().size() - 2];
    const auto costOf = [&](int action) { // half a loss for a wrong label
        if (action == 0)
            return shift;
        const int label = (action - 1) / 2;
        const bool isLeft = action % 2 == 1;
        const bool wrongLabel = (isLeft ? leftIsGold : rightIsGold) && label != tree.relations[static_cast<size_t>(top)];
        return (isLeft ? left : right) + (wrongLabel ? 1 : 0);
    };
    int least = kNever;
    for (int action = 0; action < static_cast<int>(scores.size()); ++action)
        least = std::min(least, costOf(action));
    Action predicted;
    Action gold;
    for (int action = 0; action < static_cast<int>(scores.size()); ++action) {
        const int cost = costOf(action);
        if (cost >= kNever)
            continue;
        predicted.offer(action, scores[static_cast<size_t>(action)]);
        if (cost == least)
            gold.offer(action, scores[static_cast<size_t>(action)]);
    }
    return {predicted, gold};
}

} // namespace

void trainParser(const std::vector<PreparedTree> &trees, const std::vector<language::TagPair> &pairs, int epochs, LinearTrainer &trainer)
{
    std::vector<size_t> order(trees.size());
    for (size_t at = 0; at < order.size(); ++at)
        order[at] = at;
    const int classCount = trainer.classCount();
    std::array<qint32, 256> room{};
    const std::span<qint32> scores(room.data(), static_cast<size_t>(classCount));
    FeatureList features;
    ParserState state;
    Random random(29);
    for (int epoch = 0; epoch < epochs; ++epoch) {
        random.shuffle(order);
        for (const size_t at : order) {
            const PreparedTree &tree = trees[at];
            state.reset(tree.sentence->words, tree.sentence->predicted, pairs);
            while (!state.isFinished()) {
                state.addFeatures(features);
                std::fill(scores.begin(), scores.end(), 0);
                trainer.addScores(features.all(), scores);
                const auto [predicted, gold] = choose(state, tree, scores);
                trainer.update(features.all(), gold.number, predicted.number);
                trainer.step();
                const bool explores = epoch > 0 && random.below(10) != 0;
                apply(explores ? predicted.number : gold.number, state);
            }
        }
    }
}

} // namespace variorum::training
