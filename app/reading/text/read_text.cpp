#include "reading/clean_text.h"
#include "reading/reader.h"
#include "reading/source_text.h"
#include "reading/text/block_rules.h"
#include "reading/text/leftovers.h"
#include "reading/text/plain_blocks.h"

namespace variorum::reading {

using namespace Qt::StringLiterals;

Draft draftFromText(QStringView text)
{
    Draft draft;
    draft.mediaType = u"text/plain"_s;
    draft.blocks = plainBlocks(withoutLeftovers(text));
    return draft;
}

bool recognisesText(const Source &source) { return !source.head.isEmpty(); }

std::vector<Draft> readText(const Source &source)
{
    const Decoded decoded = decodeSource(source, source.bytes);
    Draft draft = draftFromText(cleanCharacters(decoded.text));
    noteCharset(draft, decoded);
    return {draft};
}

} // namespace variorum::reading
