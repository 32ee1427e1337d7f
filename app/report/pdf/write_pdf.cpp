// Comparison to document, document to pages, pages to the finished file.

#include "report/build_document.h"
#include "report/pdf/finish_pdf.h"
#include "report/pdf/render_blocks.h"

namespace variorum::report {

base::Result<QByteArray> writePdf(const model::Comparison &comparison, const ReportOptions &options, const ReportProgress &progress, std::stop_token stop)
{
    const base::Error cancelled{.code = base::ErrorCode::Cancelled, .path = {}, .detail = {}};
    if (stop.stop_requested())
        return cancelled;
    const Document document = buildDocument(comparison, options);
    const pdf::TextEngine engine;
    pdf::PageWriter pages(engine, document, options);
    pdf::BlockRenderer renderer(engine, pages, document);
    const int blocks = renderer.blockCount();
    constexpr int kFinishing = 1;
    for (int block = 0; block < blocks; ++block) {
        if (stop.stop_requested())
            return cancelled;
        renderer.render(block);
        if (progress)
            progress(block + 1, blocks + kFinishing);
    }
    const auto drawn = pages.finish();
    if (!drawn)
        return drawn.error();
    if (stop.stop_requested())
        return cancelled;
    const pdf::FinishedPdf finished = pdf::finishPdf(*drawn, {.title = document.title, .language = document.language, .made = options.made});
    if (!finished.failure.isEmpty())
        return base::Error{.code = base::ErrorCode::Internal, .path = document.title, .detail = finished.failure};
    if (progress)
        progress(blocks + kFinishing, blocks + kFinishing);
    return finished.bytes;
}

} // namespace variorum::report
