#pragma once

#include "model/article.h"
#include "reading/build_article.h"
#include "reading/clean_text.h"
#include "reading/draft.h"
#include "reading/read_file.h"

#include <cstdint>
#include <cstdlib>
#include <utility>
#include <vector>

namespace variorum::fuzz {

inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// What every article promises, whatever it was read from: clean characters, blocks that cover the text in order.
inline void checkArticle(const model::Article &article)
{
    require(reading::cleanCharacters(article.text) == article.text);
    require(!article.title || reading::cleanCharacters(*article.title) == *article.title);
    qsizetype next = 0;
    for (const model::TextBlock &block : article.blocks) {
        require(block.span.begin == next && block.span.end > block.span.begin && block.span.end <= article.text.size());
        next = block.span.end + 2;
    }
    require(article.blocks.empty() ? article.text.isEmpty() : next == article.text.size() + 2);
    require(article.text.isEmpty() == (article.outcome == model::ReadOutcome::NotRead));
    require(article.outcome != model::ReadOutcome::NotRead || !article.problems.empty());
}

/// The same for what a reader gives before articles are built of it.
inline void checkDrafts(std::vector<reading::Draft> drafts)
{
    for (reading::Draft &draft : drafts)
        checkArticle(reading::buildArticle(std::move(draft), {}));
}

/// Reads the bytes under a name and checks what comes out: at least one article, each with its number.
inline void checkReading(const QByteArray &bytes, const QString &name, const reading::ReadOptions &options = {})
{
    const std::vector<model::Article> articles = reading::readBytes(bytes, name, options);
    require(!articles.empty());
    for (size_t at = 0; at < articles.size(); ++at) {
        require(articles[at].part == static_cast<int>(at));
        checkArticle(articles[at]);
    }
}

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

} // namespace variorum::fuzz
