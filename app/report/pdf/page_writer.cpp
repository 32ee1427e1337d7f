#include "report/pdf/page_writer.h"

#include "report/wording.h"

#include <cairo-pdf.h>

namespace variorum::report::pdf {

namespace {

cairo_status_t appendBytes(void *bytes, const unsigned char *data, unsigned int length)
{
    static_cast<QByteArray *>(bytes)->append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
    return CAIRO_STATUS_SUCCESS;
}

/// Every anchor of a document, so that no link leads nowhere.
struct AnchorCollector {
    QSet<QString> &anchors;

    void operator()(const Heading &heading) const { anchors.insert(heading.anchor); }
    void operator()(const Paragraph &paragraph) const { anchors.insert(paragraph.anchor); }
    void operator()(const Table &table) const
    {
        for (const Row &row : table.rows)
            anchors.insert(row.anchor);
    }
    void operator()(const Figures &) const {}
    void operator()(const PageBreak &) const {}
};

void setMetadata(cairo_surface_t *surface, const Document &document, const ReportOptions &options)
{
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document.title.toUtf8().constData());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, document.subject.toUtf8().constData());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Variorum " VARIORUM_VERSION);
    // Without one Cairo asks the clock; finish_pdf removes it where none is wanted.
    const QDateTime made = options.made.isValid() ? options.made.toUTC() : QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made.toString(Qt::ISODate).toLatin1().constData());
}

} // namespace

PageWriter::PageWriter(const TextEngine &engine, const Document &document, const ReportOptions &options)
    : m_engine(engine)
    , m_title(document.title)
    , m_surface(cairo_pdf_surface_create_for_stream(appendBytes, &m_bytes, kPageWidth, kPageHeight))
    , m_cairo(cairo_create(m_surface.get()))
{
    for (const Block &block : document.blocks)
        std::visit(AnchorCollector{m_anchors}, block);
    m_anchors.remove(QString());
    setMetadata(m_surface.get(), document, options);
    drawFooter();
}

void PageWriter::drawFooter()
{
    cairo_pdf_surface_set_page_label(m_surface.get(), QByteArray::number(m_page).constData());
    constexpr qsizetype kLongest = 95;
    const TextStyle style = footerStyle();
    const auto run = [](const QString &text) { return std::vector<Runs>{{{.text = text, .tone = Tone::Plain, .link = {}}}}; };
    fill(kMarginSide, kFooterBaseline - 16, kTextWidth, 0.5, kRule);
    if (m_page > 1)
        drawLine(TextBox(m_engine, run(elided(m_title, kLongest)), style, kTextWidth), 0, kMarginSide, kFooterBaseline - 8);
    drawLine(TextBox(m_engine, run(QString::number(m_page)), style, kTextWidth, kNeutralTint, true), 0, kMarginSide, kFooterBaseline - 8);
}

void PageWriter::newPage()
{
    cairo_show_page(m_cairo.get());
    ++m_page;
    drawFooter();
}

void PageWriter::beginTag(const char *name)
{
    cairo_tag_begin(m_cairo.get(), name, nullptr);
}

void PageWriter::endTag(const char *name)
{
    cairo_tag_end(m_cairo.get(), name);
}

void PageWriter::drawLine(const TextBox &box, int line, double left, double top)
{
    box.drawLine(m_cairo.get(), line, left, top);
    for (const LinkSpot &spot : box.linksOn(line))
        addLink(spot.anchor, left + spot.left, top, spot.width, box.pitch());
}

void PageWriter::fill(double left, double top, double width, double height, const Colour &colour)
{
    cairo_set_source_rgb(m_cairo.get(), colour.red, colour.green, colour.blue);
    cairo_rectangle(m_cairo.get(), left, top, width, height);
    cairo_fill(m_cairo.get());
    cairo_set_source_rgb(m_cairo.get(), kInk.red, kInk.green, kInk.blue);
}

void PageWriter::placeAnchor(const QString &anchor, double left, double top)
{
    if (anchor.isEmpty())
        return;
    // QByteArray::number never uses a comma, printf may.
    const QByteArray attributes = "name='" + anchor.toLatin1() + "' x=" + QByteArray::number(left, 'f', 2) + " y=" + QByteArray::number(top, 'f', 2);
    cairo_tag_begin(m_cairo.get(), CAIRO_TAG_DEST, attributes.constData());
    cairo_tag_end(m_cairo.get(), CAIRO_TAG_DEST);
}

void PageWriter::addLink(const QString &anchor, double left, double top, double width, double height)
{
    if (!m_anchors.contains(anchor))
        return;
    const auto number = [](double value) { return QByteArray::number(value, 'f', 2); };
    const QByteArray attributes = "dest='" + anchor.toLatin1() + "' rect=[" + number(left) + ' ' + number(top) + ' ' + number(width) + ' ' + number(height) + ']';
    cairo_tag_begin(m_cairo.get(), CAIRO_TAG_LINK, attributes.constData());
    cairo_tag_end(m_cairo.get(), CAIRO_TAG_LINK);
}

void PageWriter::addOutline(int level, const QString &title, const QString &anchor)
{
    if (title.isEmpty() || !m_anchors.contains(anchor))
        return;
    constexpr qsizetype kLongest = 110;
    const auto depth = std::min(static_cast<size_t>(level - 1), m_outlineParents.size());
    const int parent = depth == 0 ? CAIRO_PDF_OUTLINE_ROOT : m_outlineParents[depth - 1];
    const QByteArray attributes = "dest='" + anchor.toLatin1() + '\'';
    const auto flags = level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : static_cast<cairo_pdf_outline_flags_t>(0);
    const int item = cairo_pdf_surface_add_outline(m_surface.get(), parent, elided(title, kLongest).toUtf8().constData(), attributes.constData(), flags);
    m_outlineParents.resize(depth);
    m_outlineParents.push_back(item);
}

base::Result<QByteArray> PageWriter::finish()
{
    const cairo_status_t drawn = cairo_status(m_cairo.get());
    m_cairo.reset();
    cairo_surface_finish(m_surface.get());
    const cairo_status_t status = drawn != CAIRO_STATUS_SUCCESS ? drawn : cairo_surface_status(m_surface.get());
    if (status != CAIRO_STATUS_SUCCESS)
        return base::Error{.code = base::ErrorCode::Internal, .path = m_title, .detail = QString::fromUtf8(cairo_status_to_string(status))};
    return std::move(m_bytes);
}

} // namespace variorum::report::pdf
