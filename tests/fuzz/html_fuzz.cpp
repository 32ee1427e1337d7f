// The door for web pages: readBytes() with a name that says HTML, so that every input is a page whatever it holds.
// Beyond not crashing, what comes out must be an article: clean characters, blocks that cover the text in order.
#include "check_article.h"

#include <cstddef>
#include <cstdint>

using namespace variorum;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace Qt::StringLiterals;
    // The opening tag makes it a page for the recogniser, and lets the fuzzer spend its time behind it.
    QByteArray page("<html>");
    page.append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const model::Article &article : reading::readBytes(page, u"page.html"_s))
        fuzz::checkArticle(article);
    return 0;
}
