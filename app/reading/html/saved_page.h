#pragma once

#include <QString>
#include <QStringView>

namespace variorum::reading::html {

/// What a tool or an archive put into a page when it saved it.
struct SavedPage {
    QString html; ///< the page without it; empty where nothing was put in
    QString url; ///< where the page was before; empty where it is not said
};

/// Looks for the marks of web archives (Wayback, archive.today). Addresses that an archive wrote over become the page's
/// own again, and its toolbar goes. The time of saving is given nowhere: it is no date of the article.
[[nodiscard]] SavedPage savedPage(QStringView html);

} // namespace variorum::reading::html
