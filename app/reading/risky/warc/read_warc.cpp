// Web archives, packed or not, and whatever else is packed by gzip alone ("page.html.gz").

#include "reading/risky/risky_readers.h"
#include "reading/risky/warc/byte_stream.h"
#include "reading/risky/warc/warc_pages.h"

namespace variorum::reading::risky {

namespace {

constexpr qsizetype kMostFileBytes = 16LL * 1024 * 1024;

} // namespace

bool recognisesWarc(const Source &source) { return source.bytes.startsWith("WARC/"); }

std::vector<Draft> readWarc(const Source &source)
{
    Budget ownBudget;
    Budget &budget = source.budget ? *source.budget : ownBudget;
    ByteStream stream(source.bytes, budget);
    return readWarcPages(source, stream, budget, {});
}

bool recognisesGzip(const Source &source) { return isGzip(source.bytes); }

std::vector<Draft> readGzip(const Source &source)
{
    Budget ownBudget;
    Budget &budget = source.budget ? *source.budget : ownBudget;
    {
        ByteStream stream(source.bytes, budget);
        if (stream.peek(5) == "WARC/")
            return readWarcPages(source, stream, budget, {});
    }
    const Inflated file = inflated(source.bytes, budget, kMostFileBytes);
    if (file.bytes.trimmed().isEmpty() || (file.problem && file.problem->code == base::ErrorCode::TooLarge)) {
        Draft draft;
        draft.failure = file.problem.value_or(base::Error{base::ErrorCode::EmptyFile, {}, {}});
        return {draft};
    }
    std::vector<Draft> drafts = readMember(source, file.bytes, {});
    for (Draft &draft : drafts) {
        if (file.problem)
            draft.problems.push_back(*file.problem);
    }
    return drafts;
}

} // namespace variorum::reading::risky
