#pragma once

#include "library/library.h"
#include "model/person_work.h"
#include "workspace/pipeline.h"

#include <stop_token>
#include <vector>

namespace variorum::workspace {

/// What the library has of the folders shown: their present articles with the person's edits, dates inferred from
/// one another, and facts where they are up to date.
struct LibraryView {
    std::vector<model::AnalysedArticle> analysed; ///< by folder, path and part
    model::PersonConstraints constraints; ///< on the statements of `analysed`; complete once nothing is stale
    std::vector<size_t> stale; ///< places in analysed whose facts must be made (again)
};

/// What an article's facts are made with: the engine, and a digest of all that extraction sees of the article. A
/// date put right, another title, a new text make another key. What the article is called on disk does not.
[[nodiscard]] library::FactsKey factsKey(const model::Article &article);

/// Everything in which two analysed articles can differ: what their facts follow from, and the rest of the article.
[[nodiscard]] QByteArray fingerprintOf(const model::AnalysedArticle &analysed);

/// The articles of the folders that are there, with the person's edits, as they are stored: dates that are missing are
/// not inferred, and no facts are looked at. Soon there however much there is.
[[nodiscard]] base::Result<std::vector<model::Article>> loadArticles(const library::Library &library, const QStringList &folders);

/// What the person decided, for the view as it is now.
[[nodiscard]] base::Result<void> loadConstraints(LibraryView &view, const library::Library &library, const QStringList &folders);

/// `unsaved` are articles that the library could not take; they are part of the view. What is not read when `stop`
/// asks counts as stale. What options.view has is taken from there: keepView() brings it back.
[[nodiscard]] base::Result<LibraryView> loadView(const library::Library &library, const QStringList &folders, const std::vector<model::Article> &unsaved, const PipelineOptions &options,
                                                 std::stop_token stop);

/// To be asked for again, once nothing more is done with the view. Nothing of a view in which something is stale.
void keepView(LibraryView view, const PipelineOptions &options);

} // namespace variorum::workspace
