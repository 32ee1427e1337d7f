#include "ui/diff/column_choice.h"

#include <algorithm>

namespace variorum::ui {

namespace {

bool holds(const std::vector<base::ArticleId> &list, base::ArticleId id) { return std::ranges::find(list, id) != list.end(); }

bool isGivenBy(const model::DivergentValue &value, base::ArticleId article)
{
    return std::ranges::any_of(value.evidence, [article](const model::Evidence &each) { return each.article == article; });
}

bool isSourceOf(const model::Divergence &divergence, base::ArticleId article)
{
    return std::ranges::any_of(divergence.values, [article](const model::DivergentValue &value) { return isGivenBy(value, article); });
}

/// The article that gives a value which no article on screen gives, of an outlet that is not shown.
std::optional<base::ArticleId> missingSource(const std::vector<base::ArticleId> &shown, const model::Divergence &divergence)
{
    for (const model::DivergentValue &value : divergence.values) {
        if (std::ranges::any_of(shown, [&](base::ArticleId id) { return isGivenBy(value, id); }))
            continue;
        return value.evidence.front().article;
    }
    return std::nullopt;
}

size_t valuesShown(const std::vector<base::ArticleId> &shown, const model::Divergence &divergence)
{
    return static_cast<size_t>(std::ranges::count_if(divergence.values, [&](const model::DivergentValue &value) {
        return std::ranges::any_of(shown, [&](base::ArticleId id) { return isGivenBy(value, id); });
    }));
}

bool givesTheSame(const model::Divergence &divergence, base::ArticleId one, base::ArticleId other)
{
    return std::ranges::any_of(divergence.values, [&](const model::DivergentValue &value) { return isGivenBy(value, one) && isGivenBy(value, other); });
}

bool isSameText(const model::Comparison &comparison, base::ArticleId one, base::ArticleId other)
{
    const auto isPair = [&](const auto &pair) { return pair == std::pair(one, other) || pair == std::pair(other, one); };
    return std::ranges::any_of(comparison.duplicateOf, isPair) || std::ranges::any_of(comparison.copyOf, isPair);
}

} // namespace

std::vector<base::ArticleId> articlesAtFirst(const model::ComparisonIndex &index, base::StoryId story, size_t columns)
{
    std::vector<base::ArticleId> chosen = index.mostDivergentPair(story);
    const model::Story *asked = index.story(story);
    while (asked && chosen.size() < std::min(columns, asked->articles.size())) {
        std::optional<base::ArticleId> best;
        int most = -1;
        for (const base::ArticleId candidate : asked->articles) {
            if (holds(chosen, candidate))
                continue;
            int count = 0;
            for (const base::ArticleId other : chosen)
                count += index.divergencesBetween(candidate, other);
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        chosen.push_back(*best);
    }
    chosen.resize(std::min(chosen.size(), columns));
    return chosen;
}

std::vector<base::ArticleId> withArticle(std::vector<base::ArticleId> shown, base::ArticleId wanted, const std::vector<base::ArticleId> &byUse, size_t columns)
{
    if (holds(shown, wanted))
        return shown;
    if (shown.size() < columns) {
        shown.push_back(wanted);
        return shown;
    }
    for (auto oldest = byUse.rbegin(); oldest != byUse.rend(); ++oldest) {
        const auto place = std::ranges::find(shown, *oldest);
        if (place != shown.end()) {
            *place = wanted;
            return shown;
        }
    }
    shown.back() = wanted;
    return shown;
}

std::vector<base::ArticleId> withSource(std::vector<base::ArticleId> shown, base::ArticleId wanted, const Contrast &of, const std::vector<base::ArticleId> &byUse, size_t columns)
{
    if (holds(shown, wanted) || shown.size() < columns)
        return withArticle(std::move(shown), wanted, byUse, columns);
    const auto rank = [&](base::ArticleId id) {
        if (isSameText(of.comparison, id, wanted) || (of.divergence && givesTheSame(*of.divergence, id, wanted)))
            return 0;
        return of.divergence && !isSourceOf(*of.divergence, id) ? 1 : 2;
    };
    const auto replaced = std::ranges::min_element(shown, {}, [&](base::ArticleId id) {
        const auto use = byUse.end() - std::ranges::find(byUse, id); // more for a later use
        return std::pair(rank(id), use);
    });
    if (replaced != shown.end())
        *replaced = wanted;
    return shown;
}

std::vector<base::ArticleId> withDivergence(std::vector<base::ArticleId> shown, const model::Divergence &divergence, size_t columns, std::optional<base::ArticleId> kept)
{
    while (valuesShown(shown, divergence) < 2) {
        const std::optional<base::ArticleId> wanted = missingSource(shown, divergence);
        if (!wanted)
            break;
        if (shown.size() < columns) {
            shown.push_back(*wanted);
            continue;
        }
        auto useless = std::ranges::find_if(shown, [&](base::ArticleId id) { return !isSourceOf(divergence, id); });
        if (useless == shown.end() && shown.size() > 1) { // all give one value: one of them is enough
            useless = std::prev(shown.end());
            if (*useless == kept)
                --useless;
        }
        if (useless == shown.end())
            break;
        *useless = *wanted;
    }
    return shown;
}

} // namespace variorum::ui
