#pragma once

#include "report/document.h"
#include "report/report.h"
#include "report/source_book.h"

#include <QLatin1String>

namespace variorum::report {

// Anchors of the sections, which the cover leads to.
inline constexpr QLatin1String kDifferAnchor{"differ"};
inline constexpr QLatin1String kAgreeAnchor{"agree"};
inline constexpr QLatin1String kReprintedAnchor{"reprinted"};
inline constexpr QLatin1String kSingleAnchor{"single"};
inline constexpr QLatin1String kProvenanceAnchor{"provenance"};

/// Where a report's parts append their blocks; each part is one function, in the order of the report.
using Blocks = std::vector<Block>;

void appendCover(Blocks &blocks, const SourceBook &sources, const ReportOptions &options, const QString &title);
void appendDivergences(Blocks &blocks, const SourceBook &sources);
void appendAgreedClaims(Blocks &blocks, const SourceBook &sources);
void appendSingleClaims(Blocks &blocks, const SourceBook &sources);
void appendProvenance(Blocks &blocks, const SourceBook &sources, const ReportOptions &options);

/// The section that a claim is printed in; cover and sections count by it, so that they agree.
enum class Standing { Divergent, Agreed /*!< by two independent origins or more */, Reprinted /*!< by several outlets, all from one origin */, Single, None /*!< only a heading inside of an article */ };
[[nodiscard]] Standing standingOf(const SourceBook &sources, const model::Claim &claim);

/// Conflicts first.
[[nodiscard]] const std::vector<model::Severity> &severitiesInOrder();
[[nodiscard]] QString anchorOf(model::Severity severity);
[[nodiscard]] QString anchorOf(const model::Divergence &divergence);

/// The words of the first source that gives the value; its normal form where they are long, and besides where
/// another value is given in the same words ("sent" and "never sent").
[[nodiscard]] QString valueLabel(const SourceBook &sources, const model::Divergence &divergence, const model::DivergentValue &value);

} // namespace variorum::report
