#pragma once

#include "comparison/claims/pair_features.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <functional>
#include <optional>
#include <vector>

namespace variorum::comparison {

/// How likely two statements make one claim: boosted regression trees (Friedman 2001) over the pair's features, whose
/// leaves add up to log odds. Learnt by variorum-train-claims from hand-made readings of stories. Immutable; any thread may ask.
class PairModel {
public:
    /// A question, or a leaf's answer. Nodes of a tree stand one after the other, the root first.
    struct Node {
        std::optional<PairFeature> feature; ///< absent: a leaf
        double value = 0; ///< of a question: at most this goes to `below`; of a leaf: log odds
        int below = 0; ///< places in `nodes`
        int above = 0;

        bool operator==(const Node &) const = default;
    };

    PairModel() = default; ///< everything is as likely as not
    PairModel(double bias, std::vector<Node> nodes, std::vector<int> roots) : m_bias(bias), m_nodes(std::move(nodes)), m_roots(std::move(roots)) {}

    /// From the table claim_pairs of the word lists: "bias" and "TREE.NODE". `columnsOf` gives a key's other columns.
    /// Nothing where the table is damaged: a question of an unknown feature, or one that leads nowhere or back.
    [[nodiscard]] static std::optional<PairModel> read(const std::function<std::optional<QStringList>(QStringView key)> &columnsOf);

    /// As the table's lines.
    [[nodiscard]] QStringList printed() const;

    [[nodiscard]] double logOdds(const PairFeatures &features) const;
    [[nodiscard]] double likelihood(const PairFeatures &features) const; ///< 0 to 1

private:
    double m_bias = 0;
    std::vector<Node> m_nodes;
    std::vector<int> m_roots;
};

} // namespace variorum::comparison
