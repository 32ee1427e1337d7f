#pragma once

#include "model/comparison.h"
#include "workspace/library_view.h"

namespace variorum::workspace {

/// Gives the articles of a comparison the ids that the library knows them by, wherever they are named. A comparison
/// numbers its articles anew each time; what a person selects or edits must stay itself when the next one comes.
void useLibraryIds(model::Comparison &comparison, const LibraryView &view);

} // namespace variorum::workspace
