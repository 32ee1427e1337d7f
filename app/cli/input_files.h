#pragma once

#include "cli/commands.h"
#include "model/article.h"
#include "reading/read_file.h"

#include <vector>

namespace variorum::cli {

/// Reads one file named on the command line; its path in the articles is the name as it was given. What cannot even
/// be looked at comes back as one article with outcome NotRead. Complaints go to `err`.
[[nodiscard]] std::vector<model::Article> readInput(const QString &name, const reading::ReadOptions &options, const Console &console);

/// Counts one input: not read where none of its articles was, in part where one of them was not read whole.
void count(InputTally &tally, const std::vector<model::Article> &parts);

} // namespace variorum::cli
