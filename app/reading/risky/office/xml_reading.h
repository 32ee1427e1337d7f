#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QXmlStreamReader>
#include <functional>
#include <optional>

namespace variorum::reading::risky {

/// What an XML reading is told; start() says whether the element's inside is to be looked at. Names are without prefix.
struct XmlEvents {
    std::function<bool(const QXmlStreamReader &xml)> start;
    std::function<void(QStringView name)> end;
    std::function<void(QStringView text)> text; ///< may be empty
};

/// Walks over the XML without recursion: at most 500 levels deep, no external entity, internal ones within Qt's limit.
/// Returns what ended it early: Malformed, Truncated or TooComplex.
[[nodiscard]] std::optional<base::Error> readXml(const QByteArray &bytes, const XmlEvents &events);

/// The attribute by its name without prefix; empty where there is none.
[[nodiscard]] QString attributeOf(const QXmlStreamReader &xml, QStringView name);

/// The text of each element that holds nothing else, by its name: what property files are made of.
[[nodiscard]] QHash<QString, QString> leafTexts(const QByteArray &bytes);

} // namespace variorum::reading::risky
