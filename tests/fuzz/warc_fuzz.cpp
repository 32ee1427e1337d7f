// The door for web archives: the bytes as a WARC, or, where they begin so, as gzip.
#include "check_article.h"
#include "risky_source.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const variorum::fuzz::RiskySource source(data, size);
    const bool isGzip = variorum::reading::risky::recognisesGzip(source.source());
    variorum::fuzz::checkDrafts(isGzip ? variorum::reading::risky::readGzip(source.source()) : variorum::reading::risky::readWarc(source.source()));
    return 0;
}
