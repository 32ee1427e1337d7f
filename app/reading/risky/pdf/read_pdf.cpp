// PDF by Poppler: words in reading order, lines (page_lines.h), paragraphs (paragraphs.h). What the file says of itself
// is believed where it is fit for an article; the headline is the largest type of the first page.

#include "reading/clean_text.h"
#include "reading/risky/office/office_metadata.h"
#include "reading/risky/pdf/page_lines.h"
#include "reading/risky/pdf/paragraphs.h"
#include "reading/risky/risky_readers.h"
#include "reading/text/phrases.h"

#include <QDateTime>
#include <algorithm>
#include <limits>
#include <memory>
#include <poppler-document.h>
#include <poppler-global.h>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

constexpr int kMostPages = 300;
constexpr qsizetype kMostUnits = 4 * 1024 * 1024;
constexpr qsizetype kMostBefore = 1024; // bytes that some programs put before the mark

/// From the mark on: where the offsets inside count from.
QByteArrayView fromMark(QByteArrayView bytes)
{
    const qsizetype mark = bytes.first(std::min(bytes.size(), kMostBefore)).indexOf("%PDF-");
    return mark > 0 ? bytes.sliced(mark) : bytes;
}

QString infoOf(const poppler::document &document, const char *key)
{
    const poppler::byte_array bytes = document.info_key(key).to_utf8();
    return cleanCharacters(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()))).simplified();
}

/// "D:20310314093000+01'00'"
QString dateOf(const QString &written)
{
    const QString digits = written.startsWith(u"D:") ? written.mid(2) : written;
    const QDate day = QDate::fromString(digits.left(8), u"yyyyMMdd"_s);
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

struct Pages {
    std::vector<PdfPage> pages;
    bool isCut = false; ///< there is more
};

Pages linesOf(const poppler::document &document)
{
    Pages read;
    qsizetype units = 0;
    const int count = document.pages();
    for (int number = 0; number < count && !read.isCut; ++number) {
        read.pages.push_back(pageLines(document, number));
        for (const PdfLine &line : read.pages.back().lines)
            units += line.text.size();
        read.isCut = (number + 1 >= kMostPages || units > kMostUnits) && number + 1 < count;
    }
    return read;
}

/// The largest type in the upper half of the text's beginning, where it is larger than the text's own.
void takeHeadline(const PdfText &text, Draft &draft)
{
    constexpr size_t kMostParagraphs = 12;
    constexpr double kLarger = 1.25;
    const PdfParagraph *headline = nullptr;
    for (size_t at = 0; at < std::min(kMostParagraphs, text.paragraphs.size()); ++at) {
        const PdfParagraph &paragraph = text.paragraphs[at];
        const bool isFit = paragraph.page == 0 && paragraph.size >= kLarger * text.bodySize && paragraph.block.text.count(u' ') >= 2 && paragraph.block.text.size() <= 250;
        if (isFit && (!headline || paragraph.size > 1.05 * headline->size))
            headline = &paragraph;
    }
    if (headline)
        draft.find(MetadataField::Title, Trust::Headline, headline->block.text, u"largest type"_s);
}

Draft failedDraft(base::ErrorCode code, const QString &detail = {})
{
    Draft draft;
    draft.failure = {code, {}, detail};
    return draft;
}

Draft draftOf(const poppler::document &document, QByteArrayView bytes)
{
    Draft draft;
    draft.mediaType = u"application/pdf"_s;
    Pages read = linesOf(document);
    const bool hasText = std::any_of(read.pages.begin(), read.pages.end(), [](const PdfPage &page) { return !page.lines.empty(); });
    dropRunningLines(read.pages);
    const PdfText text = paragraphsOf(read.pages);
    for (const PdfParagraph &paragraph : text.paragraphs)
        draft.blocks.push_back(paragraph.block);
    takeHeadline(text, draft);
    findOfficeProperties({infoOf(document, "Title"), infoOf(document, "Author"), dateOf(infoOf(document, "CreationDate")), {}, u"PDF info"_s}, draft);
    constexpr qsizetype kTail = 2048;
    const bool isTruncated = !bytes.last(std::min(bytes.size(), kTail)).contains("%%EOF");
    if (!hasText)
        draft.failure = isTruncated ? base::Error{base::ErrorCode::Truncated, {}, {}} : base::Error{base::ErrorCode::ScannedPages, {}, u"%1 pages"_s.arg(document.pages())};
    else if (isTruncated)
        draft.problems.push_back({base::ErrorCode::Truncated, {}, {}});
    if (read.isCut)
        draft.problems.push_back({base::ErrorCode::TooLarge, {}, u"only the first %1 of %2 pages were read"_s.arg(read.pages.size()).arg(document.pages())});
    return draft;
}

} // namespace

bool recognisesPdf(const Source &source)
{
    return source.bytes.trimmed().startsWith("%PDF-") || (source.head.isEmpty() && source.bytes.first(std::min(source.bytes.size(), kMostBefore)).contains("%PDF-"));
}

std::vector<Draft> readPdf(const Source &source)
{
    poppler::set_debug_error_function([](const std::string &, void *) {}, nullptr);
    const QByteArrayView bytes = fromMark(source.bytes);
    if (bytes.size() > std::numeric_limits<int>::max())
        return {failedDraft(base::ErrorCode::TooLarge)};
    const std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document)
        return {failedDraft(base::ErrorCode::Malformed)};
    if (document->is_locked())
        return {failedDraft(base::ErrorCode::PasswordNeeded)};
    if (document->pages() <= 0)
        return {failedDraft(base::ErrorCode::Malformed, u"no page of it can be found"_s)};
    return {draftOf(*document, bytes)};
}

} // namespace variorum::reading::risky
