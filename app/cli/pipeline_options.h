#pragma once

#include "cli/commands.h"
#include "workspace/pipeline.h"

namespace variorum::cli {

// What compare and import have in common.

/// --date, --threads, --progress.
void addPipelineOptions(QCommandLineParser &parser);

/// They as given, or what is wrong with them.
struct PipelineChoice {
    workspace::PipelineOptions options;
    QString complaint; ///< empty where all is well; without the command's name
};

[[nodiscard]] PipelineChoice pipelineChoice(const QCommandLineParser &parser);

/// Lines "reading 3/40" on `err`; nothing where --progress was not given. The console outlives the callback.
[[nodiscard]] workspace::ProgressCallback progressOf(const QCommandLineParser &parser, const Console &console);

} // namespace variorum::cli
