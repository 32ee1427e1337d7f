// The door for the agencies' XML: NewsML-G2 and NITF.
#include "check_article.h"

#include <cstddef>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace Qt::StringLiterals;
    if (size == 0)
        return 0;
    const QByteArray bytes = variorum::fuzz::bytesOf(data + 1, size - 1);
    switch (data[0] % 3) {
    case 0: variorum::fuzz::checkReading("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='x'>" + bytes, u"item.xml"_s); break;
    case 1: variorum::fuzz::checkReading("<nitf version='3'>" + bytes, u"item.xml"_s); break;
    default: variorum::fuzz::checkReading(bytes, u"item.xml"_s); break;
    }
    return 0;
}
