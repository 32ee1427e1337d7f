#include "reading/risky/office/xml_reading.h"

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;

constexpr int kMostLevels = 500;

base::Error errorOf(const QXmlStreamReader &xml)
{
    const bool isCut = xml.error() == QXmlStreamReader::PrematureEndOfDocumentError;
    return {isCut ? base::ErrorCode::Truncated : base::ErrorCode::Malformed, {}, u"line %1: %2"_s.arg(xml.lineNumber()).arg(xml.errorString())};
}

} // namespace

std::optional<base::Error> readXml(const QByteArray &bytes, const XmlEvents &events)
{
    QXmlStreamReader xml(bytes);
    int level = 0;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (++level > kMostLevels)
                return base::Error{base::ErrorCode::TooComplex, {}, {}};
            if (!events.start(xml)) {
                xml.skipCurrentElement();
                --level;
            }
            break;
        case QXmlStreamReader::EndElement:
            --level;
            events.end(xml.name());
            break;
        case QXmlStreamReader::Characters:
            if (events.text)
                events.text(xml.text());
            break;
        default: break;
        }
    }
    return xml.hasError() ? std::optional(errorOf(xml)) : std::nullopt;
}

QString attributeOf(const QXmlStreamReader &xml, QStringView name)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == name)
            return attribute.value().toString();
    }
    return {};
}

QHash<QString, QString> leafTexts(const QByteArray &bytes)
{
    QHash<QString, QString> texts;
    QString text;
    const auto start = [&text](const QXmlStreamReader &) {
        text.clear();
        return true;
    };
    const auto end = [&texts, &text](QStringView name) {
        if (const QString value = text.simplified(); !value.isEmpty() && !texts.contains(name.toString()))
            texts.insert(name.toString(), value);
        text.clear();
    };
    // What came before a fault is as good as it was.
    (void)readXml(bytes, {start, end, [&text](QStringView more) { text += more; }});
    return texts;
}

} // namespace variorum::reading::risky
