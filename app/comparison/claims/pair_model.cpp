#include "comparison/claims/pair_model.h"

#include <algorithm>
#include <cmath>

namespace variorum::comparison {

namespace {

using namespace Qt::StringLiterals;

const QString kLeaf = u"leaf"_s;
constexpr int kMostTrees = 1000;
constexpr int kMostNodes = 1000; // of a tree

std::optional<PairFeature> featureOf(const QString &name)
{
    const auto found = std::find_if(kPairFeatureNames.begin(), kPairFeatureNames.end(), [&name](const char *known) { return name == QLatin1StringView(known); });
    if (found == kPairFeatureNames.end())
        return std::nullopt;
    return static_cast<PairFeature>(found - kPairFeatureNames.begin());
}

/// "mean 0.4 1 2": at most 0.4 goes to the tree's node 1; "leaf 0.1".
std::optional<PairModel::Node> nodeFrom(const QStringList &columns, int node)
{
    const bool isLeaf = columns.value(0) == kLeaf;
    bool isNumber = false;
    PairModel::Node read;
    read.value = columns.value(1).toDouble(&isNumber);
    if (!isNumber)
        return std::nullopt;
    if (isLeaf)
        return read;
    read.feature = featureOf(columns.value(0));
    read.below = columns.value(2).toInt();
    read.above = columns.value(3).toInt();
    const bool leadsOn = read.below > node && read.above > node; // so that no way leads in a circle
    return read.feature && leadsOn ? std::optional(read) : std::nullopt;
}

} // namespace

std::optional<PairModel> PairModel::read(const std::function<std::optional<QStringList>(QStringView key)> &columnsOf)
{
    PairModel model;
    const std::optional<QStringList> bias = columnsOf(u"bias");
    bool isNumber = false;
    model.m_bias = bias ? bias->value(0).toDouble(&isNumber) : 0.0;
    if (!isNumber)
        return std::nullopt;
    for (int tree = 0; tree < kMostTrees; ++tree) {
        const auto root = static_cast<int>(model.m_nodes.size());
        int node = 0;
        for (; node < kMostNodes; ++node) {
            const std::optional<QStringList> columns = columnsOf(QStringLiteral("%1.%2").arg(tree).arg(node));
            if (!columns)
                break;
            std::optional<Node> read = nodeFrom(*columns, node);
            if (!read)
                return std::nullopt;
            read->below += root;
            read->above += root;
            model.m_nodes.push_back(*read);
        }
        if (node == 0)
            break;
        const auto end = static_cast<int>(model.m_nodes.size());
        if (std::any_of(model.m_nodes.begin() + root, model.m_nodes.end(), [end](const Node &read) { return read.feature && (read.below >= end || read.above >= end); }))
            return std::nullopt;
        model.m_roots.push_back(root);
    }
    return model;
}

QStringList PairModel::printed() const
{
    QStringList lines = {u"bias\t%1"_s.arg(m_bias, 0, 'g', 9)};
    for (size_t tree = 0; tree < m_roots.size(); ++tree) {
        const int root = m_roots[tree];
        const int end = tree + 1 < m_roots.size() ? m_roots[tree + 1] : static_cast<int>(m_nodes.size());
        for (int place = root; place < end; ++place) {
            const Node &node = m_nodes[static_cast<size_t>(place)];
            const QString key = u"%1.%2\t"_s.arg(tree).arg(place - root);
            const QString value = QString::number(node.value, 'g', 9);
            lines.append(node.feature ? key + u"%1\t%2\t%3\t%4"_s.arg(QLatin1StringView(kPairFeatureNames[static_cast<size_t>(*node.feature)]), value).arg(node.below - root).arg(node.above - root)
                                      : key + kLeaf + u'\t' + value);
        }
    }
    return lines;
}

double PairModel::logOdds(const PairFeatures &features) const
{
    double sum = m_bias;
    for (const int root : m_roots) {
        const Node *node = &m_nodes[static_cast<size_t>(root)];
        while (node->feature)
            node = &m_nodes[static_cast<size_t>(features[static_cast<size_t>(*node->feature)] <= node->value ? node->below : node->above)];
        sum += node->value;
    }
    return sum;
}

double PairModel::likelihood(const PairFeatures &features) const
{
    return 1.0 / (1.0 + std::exp(-logOdds(features)));
}

} // namespace variorum::comparison
