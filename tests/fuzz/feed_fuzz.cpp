// The door for feeds, strict and recovered: RSS, Atom, RDF by the first byte, and JSON Feed.
#include "check_article.h"

#include <cstddef>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace Qt::StringLiterals;
    if (size == 0)
        return 0;
    const QByteArray bytes = variorum::fuzz::bytesOf(data + 1, size - 1);
    switch (data[0] % 4) {
    case 0: variorum::fuzz::checkReading("<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>" + bytes, u"feed.xml"_s); break;
    case 1: variorum::fuzz::checkReading("<feed xmlns='http://www.w3.org/2005/Atom'>" + bytes, u"feed.xml"_s); break;
    case 2: variorum::fuzz::checkReading("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [" + bytes, u"feed.json"_s); break;
    default: variorum::fuzz::checkReading(bytes, u"feed.xml"_s); break;
    }
    return 0;
}
