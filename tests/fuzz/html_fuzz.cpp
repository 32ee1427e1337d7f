// The door for web pages: readBytes() with a name that says HTML, so that every input is a page whatever it holds.
// Beyond not crashing, what comes out must be an article: clean characters, blocks that cover the text in order.
#include "reading/clean_text.h"
#include "reading/read_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace variorum;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkArticle(const model::Article &article)
{
    require(reading::cleanCharacters(article.text) == article.text);
    qsizetype next = 0;
    for (const model::TextBlock &block : article.blocks) {
        require(block.span.begin == next && block.span.end > block.span.begin && block.span.end <= article.text.size());
        next = block.span.end + 2;
    }
    require(article.blocks.empty() ? article.text.isEmpty() : next == article.text.size() + 2);
    require(article.text.isEmpty() == (article.outcome == model::ReadOutcome::NotRead));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace Qt::StringLiterals;
    // The opening tag makes it a page for the recogniser, and lets the fuzzer spend its time behind it.
    QByteArray page("<html>");
    page.append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const model::Article &article : reading::readBytes(page, u"page.html"_s))
        checkArticle(article);
    return 0;
}
