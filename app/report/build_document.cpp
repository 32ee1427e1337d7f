#include "report/build_document.h"

#include "report/sections.h"
#include "report/wording.h"

namespace variorum::report {

namespace {

/// The story with most articles names the report.
QString titleOf(const model::Comparison &comparison, const ReportOptions &options)
{
    if (!options.title.isEmpty())
        return options.title;
    const model::Story *largest = nullptr;
    for (const model::Story &story : comparison.stories) {
        if (!story.title.isEmpty() && (!largest || story.articles.size() > largest->articles.size()))
            largest = &story;
    }
    if (largest)
        return comparison.stories.size() == 1 ? largest->title : QStringLiteral("%1 – and %2").arg(largest->title, counted(std::ssize(comparison.stories) - 1, QStringLiteral("other story"), QStringLiteral("other stories")));
    return options.folderLabel.isEmpty() ? QStringLiteral("Comparison of sources") : options.folderLabel;
}

} // namespace

const std::vector<model::Severity> &severitiesInOrder()
{
    static const std::vector<model::Severity> kOrder{model::Severity::Conflict, model::Severity::Internal, model::Severity::Refinement, model::Severity::Wording};
    return kOrder;
}

Document buildDocument(const model::Comparison &comparison, const ReportOptions &options)
{
    const SourceBook sources(comparison);
    Document document;
    constexpr qsizetype kLongestTitle = 200;
    document.title = elided(titleOf(comparison, options).simplified(), kLongestTitle);
    document.subject = QStringLiteral("Comparison of %1").arg(counted(std::ssize(comparison.articles), QStringLiteral("source"), QStringLiteral("sources")));
    document.language = QStringLiteral("en");
    appendCover(document.blocks, sources, options, document.title);
    appendDivergences(document.blocks, sources);
    appendAgreedClaims(document.blocks, sources);
    appendSingleClaims(document.blocks, sources);
    appendProvenance(document.blocks, sources, options);
    return document;
}

} // namespace variorum::report
