// The table of formats. A new one is a reader and a line here; one whose parser is not trusted with hostile bytes
// belongs in risky/risky_readers.cpp instead, which only the helper program has.

#include "reading/safe_readers.h"

#include <array>

namespace variorum::reading {

namespace {

// In order of how surely content tells: the first that recognises a file reads it.
constexpr std::array kReaders{
    Reader{recognisesMail, readMail},
    Reader{recognisesJson, readJson},
    Reader{recognisesNewsXml, readNewsXml},
    Reader{recognisesReferences, readReferences},
    Reader{recognisesHtml, readHtml},
    Reader{recognisesMarkdown, readMarkdown},
    Reader{recognisesText, readText},
};

} // namespace

std::span<const Reader> safeReaders() { return kReaders; }

} // namespace variorum::reading
