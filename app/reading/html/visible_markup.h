#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace variorum::reading::html {

/// What of a page's markup is worth parsing.
struct VisibleMarkup {
    QByteArray utf8;
    QStringList linkedData; ///< the contents of application/ld+json scripts, in order
    QString savedFrom; ///< the address in a browser's "saved from url" or SingleFile comment; empty where none
};

/// Drops what no reader sees. Linear in the size, whatever the bytes.
[[nodiscard]] VisibleMarkup visibleMarkup(QByteArrayView utf8);

/// The attributes that are kept, lower case.
[[nodiscard]] bool isKeptAttribute(QByteArrayView lowerCaseName);

} // namespace variorum::reading::html
