#include "reading/clean_text.h"
#include "reading/risky/office/office_metadata.h"
#include "reading/risky/office/rtf_document.h"
#include "reading/risky/risky_readers.h"
#include "reading/text/plain_blocks.h"

#include <utility>

namespace variorum::reading::risky {

using namespace Qt::StringLiterals;

bool recognisesRtf(const Source &source) { return source.bytes.trimmed().startsWith("{\\rtf"); }

std::vector<Draft> readRtf(const Source &source)
{
    RtfDocument document = parseRtf(source.bytes.trimmed(), source.charset);
    Draft draft;
    draft.mediaType = u"application/rtf"_s;
    draft.hasMarkup = document.hasHeadings;
    for (DraftBlock &block : document.blocks) {
        block.text = cleanCharacters(block.text).simplified();
        const QStringView withoutMark = withoutBullet(block.text);
        if (block.kind == model::BlockKind::Paragraph && withoutMark.size() < block.text.size()) {
            block.kind = model::BlockKind::ListItem;
            block.text = withoutMark.toString();
        }
        if (!block.text.isEmpty())
            draft.blocks.push_back(std::move(block));
    }
    findOfficeProperties({document.title, document.author, document.created, {}, u"RTF info"_s}, draft);
    if (document.isCut)
        draft.problems.push_back({base::ErrorCode::Truncated, {}, {}});
    if (document.isTooDeep)
        draft.problems.push_back({base::ErrorCode::TooComplex, {}, {}});
    return {draft};
}

} // namespace variorum::reading::risky
