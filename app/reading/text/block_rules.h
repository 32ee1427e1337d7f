#pragma once

#include "reading/draft.h"

namespace variorum::reading {

/// Applies every rule about lines to a draft, in order: lines that are metadata become findings, captions become
/// captions, furniture goes. What is left in Draft::blocks is the article's text.
void applyBlockRules(Draft &draft);

// The rules by theme; each edits the draft in place. Public for their tests only.
void takeTitleLines(Draft &draft); ///< "date 2031-03-14 Title : Outlet", the first line as title, its repetitions, a teaser
void takeDateAndBylines(Draft &draft); ///< "Published: 12 March 2031", "By Ann Lee", "Edited by| Ann Lee"
void takeDatelines(Draft &draft); ///< "Halvern, March 14" as a line; "HALVERN, March 14 (Norrwire) - " before a sentence
void takeAgencyCredits(Draft &draft); ///< "... he said. - Reuters", "This story appeared in ...", "(With inputs from AFP)"
void takeCaptions(Draft &draft); ///< "A map showing ...", "... on Tuesday. Reuters", "Photo: ..."
void dropReaderPart(Draft &draft); ///< from "Leave a Reply" on
void dropRelatedLists(Draft &draft); ///< "Read also:" and its lines; bullets that are headlines; breadcrumbs
void dropFurniture(Draft &draft); ///< single lines of furniture, hash tags, copyright lines, lines without a letter
void markHeadings(Draft &draft); ///< short lines between paragraphs of plain text

/// Whether a block reads like prose: a sentence of some length.
[[nodiscard]] bool isProse(const DraftBlock &block);

} // namespace variorum::reading
