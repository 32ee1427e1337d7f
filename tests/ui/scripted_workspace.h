#pragma once

#include "workspace/workspace.h"

#include <QStringList>

namespace variorum::test {

/// In the program that links scripted_workspace.cpp every workspace::Workspace is one that does nothing by itself: it
/// writes down what it was asked, and is busy when told so. The test sends its signals.
struct Script {
    QStringList calls; ///< "openFolder /a", "cancel", ...
    bool isBusy = false;
    QString folder;
    workspace::FolderWatch::Mode watchMode = workspace::FolderWatch::Mode::Off;
    library::ArticleEdit lastEdit;
    std::vector<library::WorkChange> lastChanges;
    model::WorkItem lastItem;
    std::vector<std::pair<base::ArticleId, model::TextPlace>> lastPlaces;
    std::vector<int> lastSides;
};

[[nodiscard]] Script &scriptOf(const workspace::Workspace &workspace);

} // namespace variorum::test
