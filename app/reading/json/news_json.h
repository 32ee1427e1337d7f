#pragma once

#include "reading/draft.h"

#include <QJsonObject>
#include <vector>

namespace variorum::reading::json {

/// An object's member by the name that it has in any of a format's versions: case and underscores do not count
/// ("body_html", "bodyHtml"). Undefined where there is none.
[[nodiscard]] QJsonValue member(const QJsonObject &object, QStringView plainName);

/// The member as text; empty where it is none.
[[nodiscard]] QString text(const QJsonObject &object, QStringView plainName);

/// JSON Feed 1.x (jsonfeed.org).
[[nodiscard]] bool isFeed(const QJsonObject &object);
[[nodiscard]] std::vector<Draft> readFeed(const QJsonObject &feed);

/// IPTC ninjs 1 to 3, one item. A picture, an event or a bare link is none: it holds no article (NotAnArticle).
[[nodiscard]] bool isNinjs(const QJsonObject &object);
[[nodiscard]] Draft readNinjs(const QJsonObject &item);

} // namespace variorum::reading::json
