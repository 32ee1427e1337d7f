// The door behind the helper program: what it says is no more trusted than the file. What is understood comes back the
// same when it is said again.
#include "check_article.h"
#include "reading/worker/draft_stream.h"

#include <QByteArray>
#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace variorum;
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    (void)reading::decodeRequest(bytes);
    if (auto drafts = reading::decodeDrafts(bytes)) {
        const QByteArray again = reading::encodeDrafts(*drafts);
        const auto back = reading::decodeDrafts(again);
        fuzz::require(back && reading::encodeDrafts(*back) == again);
        fuzz::checkDrafts(std::move(*drafts));
    }
    return 0;
}
