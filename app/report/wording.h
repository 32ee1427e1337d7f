#pragma once

#include "model/comparison.h"

#include <QDateTime>
#include <QString>

// What the reports call things. English: the reports' language.

namespace variorum::report {

[[nodiscard]] QString severityLabel(model::Severity severity, bool isUpdate = false); ///< "Conflict", "Update": the words of the window
[[nodiscard]] QString severityGlyph(model::Severity severity); ///< tells severities apart without colour
[[nodiscard]] QString severityMeaning(model::Severity severity); ///< one clause, below the group's heading

[[nodiscard]] QString kindLabel(model::DivergenceKind kind); ///< "quantity", "yes or no"
[[nodiscard]] QString certaintyLabel(model::Certainty certainty); ///< "stated as fact"

/// "17 May 2024, 09:40 (UTC+1)"; the offset only where the article states one.
[[nodiscard]] QString dateText(const model::NewsDate &date);
[[nodiscard]] QString dateText(const QDate &date);

/// "1 source", "3 sources".
[[nodiscard]] QString counted(qsizetype number, const QString &one, const QString &many);

/// "citing Meridian Press, in turn citing the harbour authority"; the article's own outlet is left out. Empty where
/// the article says it itself. Who is only pointed at ("its owner", "she") is left out where somebody is named.
[[nodiscard]] QString originChain(const model::Statement &statement, const QString &ownOutlet);

/// "denied", "planned" ... ; empty for what is simply asserted or reported.
[[nodiscard]] QString certaintyNote(model::Certainty certainty);

/// The first letter in upper case, for a statement that begins in the middle of a sentence.
[[nodiscard]] QString capitalised(const QString &text);

/// A printed normal form for a reader: "<=8 [kn_i]" is "at most 8 knots". What it does not know it leaves.
[[nodiscard]] QString readableValue(model::DivergenceKind kind, const QString &normalForm);

/// Why two values were held to differ, the normal forms in it in words.
[[nodiscard]] QString reasonText(const model::Divergence &divergence);

/// Cut at a space before mostUnits, with an ellipsis; short texts as they are.
[[nodiscard]] QString elided(const QString &text, qsizetype mostUnits);

/// With the quotation mark that a sentence lost where it was cut out of a longer quotation.
[[nodiscard]] QString balanced(const QString &text);

[[nodiscard]] int wordCount(const QString &text);

/// "In Polish. Not compared: only English is so far."; empty for an article that is compared, and for one that was not read.
[[nodiscard]] QString notComparedText(const model::Article &article);

} // namespace variorum::report
