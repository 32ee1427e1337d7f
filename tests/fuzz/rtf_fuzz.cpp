// The door for RTF.
#include "check_article.h"
#include "risky_source.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const variorum::fuzz::RiskySource source(data, size);
    variorum::fuzz::checkDrafts(variorum::reading::risky::readRtf(source.source()));
    return 0;
}
