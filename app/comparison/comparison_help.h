#pragma once

#include "comparison/stories/sketch_book.h"
#include "model/comparison.h"
#include "model/facts.h"
#include "model/person_work.h"

#include <QByteArray>

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace variorum::comparison {

/// Articles looked at before, and stories compared before by what they follow from, so that a library in which one article
/// changed reads one article and compares one story. Holds the stories of the last comparison only.
/// Any thread may ask for stories; the sketches belong to the comparison that runs.
class StoryMemory {
public:
    /// Nothing where the story is not known.
    [[nodiscard]] std::shared_ptr<const model::Comparison> find(const QByteArray &key);
    void keep(const QByteArray &key, std::shared_ptr<const model::Comparison> comparison);

    /// Drops what was neither found nor kept since the last call.
    void forgetUnused();

    [[nodiscard]] SketchBook &sketches() { return m_sketches; }

private:
    struct Known {
        std::shared_ptr<const model::Comparison> comparison;
        bool isUsed = false;
    };

    std::mutex m_mutex;
    std::map<QByteArray, Known> m_stories;
    SketchBook m_sketches;
};

/// What the caller brings; all may be empty.
struct ComparisonHelp {
    /// Runs task(0) ... task(count - 1), on several threads if it likes, and tells how many are done.
    ForEach forEach;
    StoryMemory *memory = nullptr; ///< outlives the comparison
    const model::PersonConstraints *constraints = nullptr; ///< likewise; these do change the result: they are obeyed
    /// Tells everything in which two analysed articles can differ; empty where that is not known. Facts follow from the
    /// article: of one that was asked about before and is equal it is not asked again.
    std::function<QByteArray(const model::AnalysedArticle &)> fingerprint;
};

} // namespace variorum::comparison
