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

/// What comparing one story's articles found, with ids of its own: `idsBegin` + 1 and on in every list. Nothing of other
/// stories is in it, so that it is the same in every comparison in which the story is, if its articles have the same ids.
struct StoryFindings {
    qint64 idsBegin = 0;
    model::Story story;
    std::vector<model::Entity> entities;
    std::vector<model::Statement> statements;
    std::vector<model::Quote> quotes;
    std::vector<model::Claim> claims;
    std::vector<model::Divergence> divergences;
};

/// Articles looked at before, and stories compared before by what they follow from, so that a library in which one article
/// changed reads one article and compares one story. Holds the stories of the last comparison only.
/// Any thread may ask for stories; the sketches belong to the comparison that runs.
class StoryMemory {
public:
    /// Nothing where the story is not known.
    [[nodiscard]] std::shared_ptr<const StoryFindings> find(const QByteArray &key);
    void keep(const QByteArray &key, std::shared_ptr<const StoryFindings> findings);

    /// Drops what was neither found nor kept since the last call.
    void forgetUnused();

    [[nodiscard]] SketchBook &sketches() { return m_sketches; }

private:
    struct Known {
        std::shared_ptr<const StoryFindings> findings; // shared with the comparisons that it is part of
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
    /// The articles keep the ids that they have, if all have one and no two the same; else they are numbered from 1. Then a new
    /// article changes nothing in the findings of stories that it does not join.
    bool keepsIds = false;
    const model::PersonConstraints *constraints = nullptr; ///< likewise; these do change the result: they are obeyed
    /// Tells everything in which two analysed articles can differ; empty where that is not known. Facts follow from the
    /// article: of one that was asked about before and is equal it is not asked again.
    std::function<QByteArray(const model::AnalysedArticle &)> fingerprint;
};

} // namespace variorum::comparison
