// The door for JSON: ninjs, lists of it, lines of it, and whatever else is called .json.
#include "check_article.h"

#include <cstddef>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace Qt::StringLiterals;
    if (size == 0)
        return 0;
    const QByteArray bytes = variorum::fuzz::bytesOf(data + 1, size - 1);
    if (data[0] % 2 == 0)
        variorum::fuzz::checkReading("{\"uri\": \"urn:x:1\", \"versioncreated\": \"2031-03-14T09:00:00Z\", " + bytes + "}", u"item.json"_s);
    else
        variorum::fuzz::checkReading(bytes, data[0] % 4 == 1 ? u"item.json"_s : u"item.txt"_s);
    return 0;
}
