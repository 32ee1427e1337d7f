#pragma once

#include "comparison/comparison_help.h"
#include "language/language_pack.h"
#include "model/comparison.h"
#include "model/facts.h"

#include <functional>
#include <span>
#include <stop_token>

namespace variorum::comparison {

/// The version of everything from reading to divergences; stored with what it made. Raise it when results change.
[[nodiscard]] QString engineVersion();

/// Groups articles into stories by the rare words and names that they share and by date, from titles and texts
/// alone, so that it can run before extraction. Returns groups of places in `articles`, each ascending, in order
/// of their first member; every article is in exactly one. On `stop`, no groups at all.
/// Of `help`, what the memory knows of the articles and the threads are used.
[[nodiscard]] std::vector<std::vector<int>> groupStories(std::span<const model::Article> articles, const std::stop_token &stop = {}, const ComparisonHelp &help = {});

/// Gives an article that states no date the earliest date that its story's other articles state, marked Inferred.
/// An article whose story states none keeps none. Articles with a stated date are left as they are.
void inferDates(std::span<model::Article> articles, const std::vector<std::vector<int>> &stories);

/// Compares articles: claims and divergences by story. Pure; the order of `articles` and threads change nothing.
/// Articles of another language than English are listed and belong to stories, but make no claims.
/// `progress` is told (stories done, stories in all) and may be empty. Incomplete once
/// `stop` asks, which it obeys within a story, too: then throw it away.
[[nodiscard]] model::Comparison compare(std::span<const model::AnalysedArticle> articles, const language::LanguagePack &pack,
                                        const std::function<void(int, int)> &progress = {}, std::stop_token stop = {}, const ComparisonHelp &help = {});

} // namespace variorum::comparison
