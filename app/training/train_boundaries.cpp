#include "training/train_boundaries.h"

#include "language/boundary_model.h"
#include "language/sentence_splitter.h"
#include "training/corpora.h"

#include <QFile>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

namespace variorum::training {

namespace {

using language::BoundaryModel;

/// Sentences as they stand in the text, those of one paragraph or document together.
using Passage = QStringList;

std::vector<Passage> passagesOf(const QString &path, QLatin1String startMark)
{
    std::vector<Passage> passages(1);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot read %s\n", qPrintable(path));
        return passages;
    }
    const QLatin1String kText("# text = ");
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const bool isNew = line.startsWith(QLatin1String("# newdoc")) || (!startMark.isEmpty() && line.startsWith(startMark));
        if (isNew && !passages.back().isEmpty())
            passages.emplace_back();
        if (line.startsWith(kText))
            passages.back().append(line.mid(kText.size()).simplified());
    }
    return passages;
}

struct Gap {
    BoundaryModel::Features features;
    bool ends = false;
};

void addGaps(const Passage &passage, const language::Tokenizer &tokenizer, const language::Gazetteer &gazetteer, std::vector<Gap> &gaps)
{
    const QString text = passage.join(u' ');
    std::set<qsizetype> goldEnds;
    qsizetype place = 0;
    for (const QString &sentence : passage) {
        place += sentence.size();
        goldEnds.insert(place);
        ++place;
    }
    language::SegmentOptions options;
    options.plain = true;
    const language::Segmentation segmentation = language::segment(text, tokenizer, options);
    std::vector<quint8> ruleEnds(segmentation.words.size(), 0);
    for (const int end : segmentation.sentenceEnds)
        ruleEnds[static_cast<size_t>(end) - 1] = 1;
    BoundaryModel::Stretch stretch;
    stretch.read(text, segmentation.words, gazetteer);
    size_t begin = 0;
    for (size_t at = 0; at + 1 < segmentation.words.size(); ++at) {
        stretch.pass(at);
        const bool ends = goldEnds.contains(segmentation.words[at].end);
        gaps.push_back({stretch.featuresAt(at, begin, ruleEnds[at] != 0), ends});
        if (ends) {
            begin = at + 1;
            stretch.begin();
        }
    }
}

/// Weights and, for their average, the sum of what was added to each times the step of adding.
struct Weights {
    std::vector<double> values = std::vector<double>(BoundaryModel::kSlots, 0);
    std::vector<double> late = std::vector<double>(BoundaryModel::kSlots, 0);

    void add(const BoundaryModel::Features &features, double amount, double step)
    {
        for (const quint32 feature : features) {
            values[feature] += amount;
            late[feature] += amount * step;
        }
    }
};

} // namespace

void writeBoundaries(const QStringList &treebanks, const language::Tokenizer &tokenizer, const language::Gazetteer &gazetteer, language::ModelFileWriter &writer)
{
    std::vector<Gap> gaps;
    for (const QString &treebank : treebanks) {
        for (const QLatin1String startMark : {QLatin1String("# newpar"), QLatin1String()}) {
            for (const Passage &passage : passagesOf(treebank, startMark))
                addGaps(passage, tokenizer, gazetteer, gaps);
        }
    }
    Weights weights;
    Random random(11);
    constexpr int kEpochs = 6;
    const double steps = static_cast<double>(gaps.size()) * kEpochs;
    double step = 0;
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
        random.shuffle(gaps);
        for (const Gap &gap : gaps) {
            double sum = 0;
            for (const quint32 feature : gap.features)
                sum += weights.values[feature];
            const double error = (gap.ends ? 1.0 : 0.0) - 1 / (1 + std::exp(-sum));
            if (std::abs(error) > 0.01)
                weights.add(gap.features, 0.1 * error, step);
            ++step;
        }
    }
    std::vector<qint16> stored(BoundaryModel::kSlots);
    for (size_t slot = 0; slot < stored.size(); ++slot) {
        const double average = weights.values[slot] - weights.late[slot] / steps;
        stored[slot] = static_cast<qint16>(std::clamp(std::round(average * BoundaryModel::kUnit), -1000.0, 1000.0));
    }
    writer.addNumbers("ends", stored);
}

} // namespace variorum::training
