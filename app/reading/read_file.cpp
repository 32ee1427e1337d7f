// The one door into reading. A new input format is one reader and one line in safe_readers.cpp.

#include "reading/read_file.h"

#include "reading/build_article.h"
#include "reading/charset.h"
#include "reading/file_bytes.h"
#include "reading/reader.h"
#include "reading/safe_readers.h"
#include "reading/source_text.h"
#include "reading/worker/run_helper.h"

#include <QCryptographicHash>
#include <algorithm>
#include <utility>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

model::Article notRead(const QString &path, base::Error error)
{
    model::Article article;
    article.path = path;
    article.outcome = model::ReadOutcome::NotRead;
    error.path = path;
    article.problems.push_back(std::move(error));
    return article;
}

/// A mail is read here; where something that it carries needs the helper, all of it is read there once more.
std::vector<Draft> draftsIn(QByteArrayView bytes, const QString &shownPath, const ReadOptions &options, std::stop_token stop)
{
    if (needsHelper(bytes))
        return readWithHelper(bytes, shownPath, options.charset, options.helper, std::move(stop));
    std::vector<Draft> drafts = readWith(safeReaders(), bytes, shownPath, 0, nullptr, options.charset);
    const bool isForHelper = std::any_of(drafts.begin(), drafts.end(), [](const Draft &draft) { return draft.leavesToHelper; });
    if (!isForHelper)
        return drafts;
    std::vector<Draft> again = readWithHelper(bytes, shownPath, options.charset, options.helper, std::move(stop));
    const bool isWhole = std::any_of(again.begin(), again.end(), [](const Draft &draft) { return !draft.failure && !draft.blocks.empty(); });
    return isWhole ? again : drafts;
}

std::vector<model::Article> articlesIn(QByteArrayView bytes, const QString &shownPath, const ReadOptions &options, std::stop_token stop)
{
    std::vector<model::Article> articles;
    for (Draft &draft : draftsIn(bytes, shownPath, options, std::move(stop)))
        articles.push_back(buildArticle(std::move(draft), options));
    return articles;
}

/// What one of several articles of a file is called: its name there, its title, or its number.
QString partName(const model::Article &article)
{
    if (!article.member.isEmpty())
        return article.member;
    return article.title.value_or(u"#%1"_s.arg(article.part + 1));
}

bool isBlank(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; });
}

} // namespace

std::vector<model::Article> readBytes(QByteArrayView bytes, const QString &shownPath, const ReadOptions &options, std::stop_token stop)
{
    std::vector<model::Article> articles;
    const qint64 maxBytes = needsHelper(bytes) ? options.maxContainerBytes : options.maxFileBytes;
    if (bytes.size() > maxBytes) {
        articles.push_back(notRead(shownPath, {base::ErrorCode::TooLarge, {}, u"%1 bytes; the limit is %2"_s.arg(bytes.size()).arg(maxBytes)}));
    } else if (isBlank(bytes)) {
        articles.push_back(notRead(shownPath, {base::ErrorCode::EmptyFile, {}, {}}));
    } else if (options.plain && !looksLikeText(bytes) && !isKnownCharset(options.charset)) {
        articles.push_back(notRead(shownPath, {base::ErrorCode::BinaryFile, {}, {}}));
    } else if (options.plain) {
        const Decoded decoded = decodeSource({.bytes = bytes, .head = {}, .ending = {}, .readers = {}, .depth = 0, .budget = nullptr, .charset = options.charset}, bytes);
        articles.push_back(plainArticle(decoded.text, options));
        articles.back().charset = decoded.charset;
    } else {
        articles = articlesIn(bytes, shownPath, options, std::move(stop));
    }
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    for (size_t at = 0; at < articles.size(); ++at) {
        articles[at].path = shownPath;
        articles[at].part = static_cast<int>(at);
        articles[at].sha256 = hash;
        const QString part = articles.size() > 1 ? partName(articles[at]) : articles[at].member;
        for (base::Error &problem : articles[at].problems) {
            if (problem.path.isEmpty())
                problem.path = shownPath;
            if (problem.member.isEmpty())
                problem.member = part;
            problem.isTotal = articles[at].outcome == model::ReadOutcome::NotRead && problem.code != base::ErrorCode::AttachmentNotRead;
        }
    }
    return articles;
}

std::vector<model::Article> readFile(const SourceFile &file, const ReadOptions &options, std::stop_token stop)
{
    const base::Result<QByteArray> bytes = fileBytes(file.nativePath, file.shownPath, {options.maxFileBytes, options.maxContainerBytes}, stop);
    if (!bytes)
        return {notRead(file.shownPath, bytes.error())};
    return readBytes(*bytes, file.shownPath, options, std::move(stop));
}

} // namespace variorum::reading
