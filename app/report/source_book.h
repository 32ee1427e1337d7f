#pragma once

#include "model/comparison_index.h"
#include "report/document.h"
#include "report/passage.h"

#include <unordered_map>

namespace variorum::report {

/// The sources of a report under their numbers, and how they are quoted.
class SourceBook {
public:
    explicit SourceBook(const model::Comparison &comparison);

    [[nodiscard]] const model::ComparisonIndex &index() const { return m_index; }

    /// "[3]" leading to the source's line on the cover.
    [[nodiscard]] Run reference(base::ArticleId article) const;
    [[nodiscard]] static QString anchorOf(base::ArticleId article);

    /// Who says it, when, from whom: the line above a passage.
    [[nodiscard]] Paragraph sourceLine(const model::Statement &statement) const;
    /// The words at issue in their sentence.
    [[nodiscard]] Paragraph passage(base::ArticleId article, const model::TextPlace &value, const model::Statement &statement) const;
    /// Sources in order, each with its passage; those that say it in the same words stand above one passage.
    struct Quoted {
        const model::Statement *statement = nullptr;
        model::TextPlace place; ///< of the words at issue
    };
    [[nodiscard]] std::vector<Paragraph> quoted(const std::vector<Quoted> &sources, std::optional<model::Severity> severity) const;

    /// What heads the claim: its words, or where they are no more than a few the sentence that holds them, cut at a clause.
    [[nodiscard]] QString title(const model::Claim &claim) const;
    /// Whether all that makes the claim is headings inside of articles, which say nothing by themselves.
    [[nodiscard]] bool isHeadingOnly(const model::Claim &claim) const;

    /// "Silent: [2] Daily Lantern, [3] ..." or nothing.
    [[nodiscard]] std::optional<Paragraph> silentNote(const model::Claim &claim) const;
    /// "[1] Northgate Courier", comma, the next: every article once.
    [[nodiscard]] Runs listed(const std::vector<base::ArticleId> &articles) const;

private:
    model::ComparisonIndex m_index;
    std::unordered_map<base::ArticleId, int> m_numbers; // from 1, in the comparison's order
};

} // namespace variorum::report
