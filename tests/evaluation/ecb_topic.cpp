#include "evaluation/ecb_topic.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace variorum::evaluation {

using namespace Qt::StringLiterals;

namespace {

struct Token {
    int sentence = 0;
    QString text;
};

/// What the file says, by its own numbers.
struct RawDocument {
    std::map<int, Token> tokens;
    std::map<int, std::vector<int>> events; ///< markables that are events: their tokens
    std::map<QString, std::vector<int>> relations; ///< by the event's name: markables
};

bool isEvent(QStringView markable) { return markable.startsWith(u"ACTION") || markable.startsWith(u"NEG_ACTION"); }

void readMarkable(QXmlStreamReader &xml, RawDocument &document)
{
    const bool isWanted = isEvent(xml.name());
    const int id = xml.attributes().value(u"m_id"_s).toInt();
    while (xml.readNextStartElement()) {
        if (isWanted && xml.name() == u"token_anchor")
            document.events[id].push_back(xml.attributes().value(u"t_id"_s).toInt());
        xml.skipCurrentElement();
    }
}

void readRelation(QXmlStreamReader &xml, RawDocument &document)
{
    const QString note = xml.attributes().value(u"note"_s).toString();
    const bool isCrossing = xml.name() == u"CROSS_DOC_COREF";
    while (xml.readNextStartElement()) {
        if (isCrossing && xml.name() == u"source")
            document.relations[note].push_back(xml.attributes().value(u"m_id"_s).toInt());
        xml.skipCurrentElement();
    }
}

RawDocument readRaw(QXmlStreamReader &xml)
{
    RawDocument document;
    xml.readNextStartElement(); // Document
    while (xml.readNextStartElement()) {
        if (xml.name() == u"token") {
            const int id = xml.attributes().value(u"t_id"_s).toInt();
            const int sentence = xml.attributes().value(u"sentence"_s).toInt();
            document.tokens[id] = {sentence, xml.readElementText()};
        } else if (xml.name() == u"Markables") {
            while (xml.readNextStartElement())
                readMarkable(xml, document);
        } else if (xml.name() == u"Relations") {
            while (xml.readNextStartElement())
                readRelation(xml, document);
        } else {
            xml.skipCurrentElement();
        }
    }
    return document;
}

} // namespace

QString setInType(const QStringList &tokens)
{
    static const QRegularExpression kBefore(u" ([.,;:!?%)\\]]|n't\\b|['’](?:s|re|ve|ll|d|m)\\b)"_s);
    static const QRegularExpression kAfter(u"([(\\[$£€]) "_s);
    static const QRegularExpression kFigures(u"(\\d)([.,:]) (?=\\d)"_s);
    static const QRegularExpression kHyphen(u"(\\w) - (?=\\w)"_s);
    static const QRegularExpression kQuoted(u"\" ([^\"]*?) ?\""_s);
    QString text = tokens.join(u' ');
    text.replace(u"``"_s, u"\""_s).replace(u"''"_s, u"\""_s).replace(u"' '"_s, u"\""_s);
    text.replace(kBefore, u"\\1"_s).replace(kAfter, u"\\1"_s).replace(kFigures, u"\\1\\2"_s).replace(kHyphen, u"\\1-"_s).replace(kQuoted, u"\"\\1\""_s);
    return text.simplified();
}

base::Result<EcbAnnotated> readEcbAnnotated(const QString &csvPath)
{
    QFile file(csvPath);
    if (!file.open(QIODevice::ReadOnly))
        return base::Error{base::ErrorCode::NotFound, csvPath, file.errorString()};
    EcbAnnotated annotated;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts).mid(1)) {
        const QStringList columns = line.trimmed().split(u',');
        if (columns.size() >= 3)
            annotated.emplace(columns.at(0) + u'_' + columns.at(1), columns.at(2).toInt());
    }
    return annotated;
}

base::Result<EcbDocument> readEcbDocument(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::Error{base::ErrorCode::NotFound, path, file.errorString()};
    QXmlStreamReader xml(&file);
    const RawDocument raw = readRaw(xml);
    if (xml.hasError())
        return base::Error{base::ErrorCode::Malformed, path, xml.errorString()};
    EcbDocument document;
    document.name = QFileInfo(path).completeBaseName();
    document.isSecondEvent = document.name.endsWith(u"ecbplus");
    std::map<int, QStringList> words;
    for (const auto &[id, token] : raw.tokens)
        words[token.sentence].append(token.text);
    for (const auto &[sentence, tokens] : words) {
        const QString set = setInType(tokens);
        if (set.isEmpty() || set.startsWith(u"http"))
            continue;
        const qsizetype begin = document.text.isEmpty() ? 0 : document.text.size() + 2;
        document.text += (document.text.isEmpty() ? QString() : u"\n\n"_s) + set;
        document.sentences[sentence] = {begin, begin + set.size()};
    }
    for (const auto &[event, markables] : raw.relations) {
        for (const int markable : markables) {
            const auto tokens = raw.events.find(markable);
            if (tokens != raw.events.end() && !tokens->second.empty() && raw.tokens.contains(tokens->second.front()))
                document.events[raw.tokens.at(tokens->second.front()).sentence].insert(event);
        }
    }
    return document;
}

} // namespace variorum::evaluation
