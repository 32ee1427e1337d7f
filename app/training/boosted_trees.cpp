#include "training/boosted_trees.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace variorum::training {

namespace {

using comparison::kPairFeatures;
using comparison::PairFeature;
using comparison::PairModel;

constexpr size_t kMostBins = 256;

/// The bounds between which a feature's values are told apart: all, or as many as leave about equal numbers between them.
std::vector<double> boundsOf(const std::vector<PairExample> &examples, size_t feature)
{
    std::vector<double> values;
    for (const PairExample &example : examples)
        values.push_back(example.features[feature]);
    std::sort(values.begin(), values.end());
    std::set<double> chosen;
    std::vector<double> different = values;
    different.erase(std::unique(different.begin(), different.end()), different.end());
    if (different.size() <= kMostBins) {
        for (size_t place = 1; place < different.size(); ++place)
            chosen.insert((different[place - 1] + different[place]) / 2);
    } else {
        for (size_t bin = 1; bin < kMostBins; ++bin)
            chosen.insert(values[bin * values.size() / kMostBins]);
    }
    return {chosen.begin(), chosen.end()};
}

/// First and second derivatives of the loss, summed.
struct Sum {
    double slope = 0;
    double curvature = 0;
    int count = 0;

    void add(double ofSlope, double ofCurvature)
    {
        slope += ofSlope;
        curvature += ofCurvature;
        ++count;
    }
    [[nodiscard]] double gain(double ridge) const { return slope * slope / (curvature + ridge); }
};

Sum rest(const Sum &whole, const Sum &part)
{
    return {whole.slope - part.slope, whole.curvature - part.curvature, whole.count - part.count};
}

struct Split {
    double gain = 0;
    size_t feature = 0;
    size_t bin = 0; ///< at most bounds[bin] goes below
};

class Booster {
public:
    Booster(const std::vector<PairExample> &examples, const BoostingOptions &options)
        : m_examples(examples), m_options(options), m_sums(examples.size()), m_slopes(examples.size()), m_curvatures(examples.size())
    {
        for (size_t feature = 0; feature < kPairFeatures; ++feature) {
            m_bounds[feature] = boundsOf(examples, feature);
            m_bins[feature].reserve(examples.size());
            for (const PairExample &example : examples) {
                const auto bin = std::lower_bound(m_bounds[feature].begin(), m_bounds[feature].end(), example.features[feature]) - m_bounds[feature].begin();
                m_bins[feature].push_back(static_cast<size_t>(bin));
            }
        }
    }

    PairModel run()
    {
        const double bias = logOddsOfAll();
        std::fill(m_sums.begin(), m_sums.end(), bias);
        std::vector<size_t> all(m_examples.size());
        for (size_t place = 0; place < all.size(); ++place)
            all[place] = place;
        for (int tree = 0; tree < m_options.trees; ++tree) {
            derive();
            m_roots.push_back(static_cast<int>(m_nodes.size()));
            grow(all, 0);
        }
        return PairModel(bias, std::move(m_nodes), std::move(m_roots));
    }

private:
    double logOddsOfAll() const
    {
        double claims = 0;
        double others = 0;
        for (const PairExample &example : m_examples)
            (example.isClaim ? claims : others) += example.weight;
        return claims > 0 && others > 0 ? std::log(claims / others) : 0.0;
    }

    void derive()
    {
        for (size_t place = 0; place < m_examples.size(); ++place) {
            const double likelihood = 1.0 / (1.0 + std::exp(-m_sums[place]));
            m_slopes[place] = m_examples[place].weight * (likelihood - (m_examples[place].isClaim ? 1.0 : 0.0));
            m_curvatures[place] = m_examples[place].weight * likelihood * (1.0 - likelihood);
        }
    }

    Sum sumOf(const std::vector<size_t> &members) const
    {
        Sum sum;
        for (const size_t member : members)
            sum.add(m_slopes[member], m_curvatures[member]);
        return sum;
    }

    std::optional<Split> bestSplit(const std::vector<size_t> &members, const Sum &whole) const
    {
        constexpr double kLeastGain = 1e-7;
        std::optional<Split> best;
        for (size_t feature = 0; feature < kPairFeatures; ++feature) {
            std::vector<Sum> bins(m_bounds[feature].size() + 1);
            for (const size_t member : members)
                bins[m_bins[feature][member]].add(m_slopes[member], m_curvatures[member]);
            Sum below;
            for (size_t bin = 0; bin < m_bounds[feature].size(); ++bin) {
                below = {below.slope + bins[bin].slope, below.curvature + bins[bin].curvature, below.count + bins[bin].count};
                const Sum above = rest(whole, below);
                if (below.count < m_options.leastExamples || above.count < m_options.leastExamples)
                    continue;
                const double gain = below.gain(m_options.ridge) + above.gain(m_options.ridge) - whole.gain(m_options.ridge);
                if (gain > kLeastGain && (!best || gain > best->gain))
                    best = Split{gain, feature, bin};
            }
        }
        return best;
    }

    /// Appends the tree of these examples; its root's place.
    int grow(const std::vector<size_t> &members, int depth)
    {
        const auto place = static_cast<int>(m_nodes.size());
        m_nodes.emplace_back();
        const Sum sum = sumOf(members);
        const std::optional<Split> split = depth < m_options.depth ? bestSplit(members, sum) : std::nullopt;
        if (!split) {
            const double value = -m_options.rate * sum.slope / (sum.curvature + m_options.ridge);
            m_nodes[static_cast<size_t>(place)].value = value;
            for (const size_t member : members)
                m_sums[member] += value;
            return place;
        }
        std::vector<size_t> below;
        std::vector<size_t> above;
        for (const size_t member : members)
            (m_bins[split->feature][member] <= split->bin ? below : above).push_back(member);
        PairModel::Node node;
        node.feature = static_cast<PairFeature>(split->feature);
        node.value = m_bounds[split->feature][split->bin];
        node.below = grow(below, depth + 1);
        node.above = grow(above, depth + 1);
        m_nodes[static_cast<size_t>(place)] = node;
        return place;
    }

    const std::vector<PairExample> &m_examples; // the caller's
    const BoostingOptions &m_options; // likewise
    std::array<std::vector<double>, kPairFeatures> m_bounds;
    std::array<std::vector<size_t>, kPairFeatures> m_bins; // of each example
    std::vector<double> m_sums; // log odds so far
    std::vector<double> m_slopes;
    std::vector<double> m_curvatures;
    std::vector<PairModel::Node> m_nodes;
    std::vector<int> m_roots;
};

} // namespace

PairModel boostTrees(const std::vector<PairExample> &examples, const BoostingOptions &options)
{
    return examples.empty() ? PairModel() : Booster(examples, options).run();
}

} // namespace variorum::training
