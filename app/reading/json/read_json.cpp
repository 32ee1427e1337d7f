// Files of JSON. Few of them are news: those of ninjs and JSON Feed are read, whole or as a list or a line each
// (JSON Lines); lists of references are told as such; all others are data, which a folder of articles may well hold.
//
//     {"version": "https://jsonfeed.org/version/1.1", ...}   ->  an article an item
//     {"uri": "urn:x:1", "headline": "Ferry sinks", ...}     ->  ninjs, one article
//     {"name": "tool", "dependencies": {...}}                ->  NotAnArticle
//     {ad}                                                   ->  no JSON: the next reader's
//
// The parser refuses nesting beyond 1,024 and costs a small multiple of the file's size, which is limited before.

#include "reading/body_text.h"
#include "reading/clean_text.h"
#include "reading/json/news_json.h"
#include "reading/reader.h"
#include "reading/source_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <array>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

const QString kJson = u"application/json"_s;
constexpr qsizetype kMostItems = 20'000;

bool isNamedSo(const Source &source)
{
    static constexpr std::array kEndings{"json"_L1, "jsonl"_L1, "ndjson"_L1, "geojson"_L1, "jsonld"_L1, "webmanifest"_L1, "har"_L1, "ipynb"_L1};
    return std::find(kEndings.begin(), kEndings.end(), source.ending) != kEndings.end();
}

struct Values {
    std::vector<QJsonValue> values;
    QJsonParseError error; ///< of the file as a whole
    qsizetype badLines = 0; ///< of JSON Lines, among good ones
    bool isCut = false; ///< there are more lines than are read
};

/// The values of a file: one, or one a line. Empty where it is not JSON. Of lines at least half must be JSON.
Values valuesOf(const QByteArray &utf8)
{
    const auto valueOf = [](const QJsonDocument &document) { return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()); };
    Values found;
    const QJsonDocument whole = QJsonDocument::fromJson(utf8, &found.error);
    if (found.error.error == QJsonParseError::NoError) {
        found.values.push_back(valueOf(whole));
        return found;
    }
    for (qsizetype at = 0; at < utf8.size() && found.error.error == QJsonParseError::GarbageAtEnd;) {
        const qsizetype newline = utf8.indexOf('\n', at);
        const qsizetype end = newline < 0 ? utf8.size() : newline;
        const QByteArray line = utf8.mid(at, end - at).trimmed();
        at = end + 1;
        if (line.isEmpty())
            continue;
        if (std::ssize(found.values) >= kMostItems) {
            found.isCut = true;
            break;
        }
        QJsonParseError ofLine;
        const QJsonDocument document = QJsonDocument::fromJson(line, &ofLine);
        if (ofLine.error == QJsonParseError::NoError)
            found.values.push_back(valueOf(document));
        else if (++found.badLines > std::ssize(found.values))
            return {{}, found.error, 0, false};
    }
    return found;
}

/// Every object that may be a news item: the value, a list's members, or those of the list that an interface wraps.
std::vector<QJsonObject> itemsOf(const QJsonValue &value)
{
    std::vector<QJsonObject> items;
    const auto addAll = [&items](const QJsonArray &array) {
        for (qsizetype at = 0; at < std::min(array.size(), kMostItems); ++at) {
            if (array.at(at).isObject())
                items.push_back(array.at(at).toObject());
        }
    };
    if (value.isArray()) {
        addAll(value.toArray());
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        items.push_back(object);
        for (const auto wrapper : {"_items"_L1, "items"_L1, "results"_L1, "hits"_L1, "data"_L1}) {
            if (!json::isNinjs(object) && object.value(wrapper).isArray())
                addAll(object.value(wrapper).toArray());
        }
    }
    return items;
}

bool isReference(const QJsonObject &object)
{
    // CSL-JSON: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
    const bool hasSource = object.contains("container-title"_L1) || object.contains("issued"_L1) || object.contains("accessed"_L1) || object.contains("DOI"_L1);
    return object.value("type"_L1).isString() && object.value("title"_L1).isString() && hasSource && object.contains("id"_L1);
}

std::vector<Draft> draftsOf(const std::vector<QJsonValue> &values)
{
    std::vector<Draft> drafts;
    size_t references = 0;
    size_t items = 0;
    for (const QJsonValue &value : values) {
        if (value.isObject() && json::isFeed(value.toObject())) {
            std::vector<Draft> found = json::readFeed(value.toObject());
            std::move(found.begin(), found.end(), std::back_inserter(drafts));
            continue;
        }
        for (const QJsonObject &item : itemsOf(value)) {
            ++items;
            references += isReference(item);
            if (json::isNinjs(item))
                drafts.push_back(json::readNinjs(item));
        }
    }
    // A picture or an event among articles is not missed; alone it says why there is no article.
    const auto isPassedOver = [](const Draft &draft) { return draft.failure && base::isPassedOver(draft.failure->code); };
    if (!std::all_of(drafts.begin(), drafts.end(), isPassedOver))
        std::erase_if(drafts, isPassedOver);
    else if (drafts.size() > 1)
        drafts.resize(1);
    if (drafts.empty())
        drafts.push_back(failedDraft(kJson, items > 0 && references * 2 > items ? base::ErrorCode::OnlyReferences : base::ErrorCode::NotAnArticle));
    return drafts;
}

void tellLostLines(const Values &found, Draft &last)
{
    if (last.failure)
        return;
    if (found.badLines > 0)
        last.problems.push_back({base::ErrorCode::Malformed, {}, u"%1 lines are no JSON"_s.arg(found.badLines)});
    if (found.isCut)
        last.problems.push_back({base::ErrorCode::TooLarge, {}, u"only the first %1 lines were read"_s.arg(kMostItems)});
}

/// Whether a file that is no JSON was meant to be one of the news formats: then it is damaged, not data.
bool wasMeantAsNews(const QString &text)
{
    const QString start = text.left(4000);
    return start.contains("jsonfeed.org/version/"_L1) || (start.contains("\"uri\""_L1) && (start.contains("\"versioncreated\""_L1, Qt::CaseInsensitive) || start.contains("\"body_"_L1) || start.contains("\"bodies\""_L1)));
}

} // namespace

bool recognisesJson(const Source &source)
{
    const QString start = source.head.left(64).toString().trimmed();
    if (start.isEmpty())
        return false;
    const bool isBracket = start.front() == u'{' || start.front() == u'[';
    if (isNamedSo(source)) // a text that was saved under such a name is read as text
        return isBracket || start.front() == u'"' || start.size() < 12;
    if (!isBracket)
        return false;
    // Under another name only what is JSON from end to end: "[Music] The ferry ..." is a text.
    const QByteArray utf8 = cleanCharacters(decodeSource(source, source.bytes).text, Cleaning::Faithful).toUtf8();
    const Values found = valuesOf(utf8);
    return !found.values.empty() && found.badLines == 0;
}

std::vector<Draft> readJson(const Source &source)
{
    const Decoded decoded = decodeSource(source, source.bytes);
    const QString text = cleanCharacters(decoded.text, Cleaning::Faithful);
    const Values found = valuesOf(text.toUtf8());
    std::vector<Draft> drafts;
    if (found.values.empty())
        drafts.push_back(failedDraft(kJson, wasMeantAsNews(text) ? base::ErrorCode::Malformed : base::ErrorCode::NotAnArticle, found.error.errorString()));
    else
        drafts = draftsOf(found.values);
    for (Draft &draft : drafts) {
        if (draft.failure)
            draft.charset = decoded.charset;
        else
            noteCharset(draft, decoded);
    }
    tellLostLines(found, drafts.back());
    return drafts;
}

} // namespace variorum::reading
