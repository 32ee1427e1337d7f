// The door for archives: whatever the bytes are, they are opened as a ZIP, and its members go through all readers.
#include "check_article.h"
#include "risky_source.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const variorum::fuzz::RiskySource source(data, size);
    variorum::fuzz::checkDrafts(variorum::reading::risky::readZip(source.source()));
    return 0;
}
