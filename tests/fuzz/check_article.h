#pragma once

#include "model/article.h"
#include "reading/build_article.h"
#include "reading/clean_text.h"
#include "reading/reader.h"
#include "reading/safe_readers.h"
#include "reading/draft.h"

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

/// Reads the bytes under a name, within the program, and checks what comes out: at least one article. What only the helper
/// program reads has doors of its own, and a process for every input would leave the fuzzer no time.
inline void checkReading(const QByteArray &bytes, const QString &name, const reading::ReadOptions &options = {})
{
    if (reading::needsHelper(bytes))
        return;
    std::vector<reading::Draft> drafts = reading::readWith(reading::safeReaders(), bytes, name, 0, nullptr, options.charset);
    require(!drafts.empty());
    for (reading::Draft &draft : drafts)
        checkArticle(reading::buildArticle(std::move(draft), options));
}

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

} // namespace variorum::fuzz
