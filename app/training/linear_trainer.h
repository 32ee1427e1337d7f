#pragma once

#include "language/feature_hash.h"
#include "language/model_file.h"

#include <QByteArray>
#include <QStringList>
#include <span>
#include <vector>

namespace variorum::training {

/// A linear model under training: averaged perceptron with lazily kept sums. The counterpart of language::LinearModel,
/// whose sections it writes.
class LinearTrainer {
public:
    explicit LinearTrainer(int classCount);

    /// Adds the current weights to scores.
    void addScores(std::span<const language::Feature> features, std::span<qint32> scores) const;

    /// Changes the weights of one class by `amount`.
    void change(std::span<const language::Feature> features, int classNumber, int amount);

    /// The perceptron's rule: towards `gold`, away from `predicted`.
    void update(std::span<const language::Feature> features, int gold, int predicted);

    [[nodiscard]] int classCount() const { return m_classCount; }

    /// Counts one decision; averages are over these.
    void step() { ++m_now; }

    /// Puts the averages in place of the weights. To be called once, after the last update.
    void finish();

    /// After finish(): drops weights that changed less than `leastChanges` times in training, or are smaller than `minimum`
    /// (in units of one update). Most features are met in one or two mistakes only; without them the model is a tenth as
    /// large and hardly worse.
    void prune(double minimum, quint32 leastChanges);

    /// Sections of LinearModel::from(); returns the number of features kept.
    size_t write(language::ModelFileWriter &writer, const QByteArray &prefix, const QStringList &labels) const;

private:
    struct Cell {
        qint32 weight = 0;
        quint32 stamp = 0;
        qint64 total = 0;
        quint32 classNumber = 0;
        quint32 changes = 0;
    };
    struct Entry {
        language::Feature feature = 0;
        quint32 first = 0; // into m_cells
        quint16 count = 0; // 0: a free slot
        quint16 room = 0;
    };

    [[nodiscard]] const Entry *find(language::Feature feature) const;
    [[nodiscard]] Entry &findOrAdd(language::Feature feature);
    [[nodiscard]] Cell &cellOf(Entry &entry, quint32 classNumber);
    void grow();

    std::vector<Entry> m_entries; // open addressing, a power of two
    std::vector<Cell> m_cells;
    size_t m_used = 0;
    quint32 m_now = 1;
    int m_classCount;
};

} // namespace variorum::training
