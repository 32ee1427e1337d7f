#pragma once

#include "reading/html/tree.h"

#include <QString>
#include <QStringList>
#include <QStringView>

namespace variorum::reading::html {

struct ParsedPage {
    Tree tree;
    QStringList linkedData; ///< the contents of its application/ld+json scripts, in order
    QString savedFrom; ///< the address in a browser's "saved from url" or SingleFile comment; empty where none
    bool isTooDeep = false; ///< nested beyond the limit; from there on only the words were kept
};

/// Parses decoded, clean HTML. Never fails: whatever the characters, there is a tree. Time and memory grow linearly
/// with the size. The one place that knows the parsing library.
[[nodiscard]] ParsedPage parsePage(QStringView html);

} // namespace variorum::reading::html
