#pragma once

#include "base/result.h"
#include "report/pdf/text_box.h"
#include "report/report.h"

#include <QByteArray>
#include <QSet>

namespace variorum::report::pdf {

/// Cairo's PDF surface as pages with a footer, tags, destinations, links and an outline. Positions are points from
/// the page's top left.
class PageWriter {
public:
    PageWriter(const TextEngine &engine, const Document &document, const ReportOptions &options);

    [[nodiscard]] cairo_t *cairo() const { return m_cairo.get(); }
    [[nodiscard]] int page() const { return m_page; }

    void newPage();
    void beginTag(const char *name);
    void endTag(const char *name);
    /// Draws a line of a box and makes its links.
    void drawLine(const TextBox &box, int line, double left, double top);
    void fill(double left, double top, double width, double height, const Colour &colour);

    /// Links may lead to the anchor from before it is placed; a name is placed once.
    void placeAnchor(const QString &anchor, double left, double top);
    void addLink(const QString &anchor, double left, double top, double width, double height);
    void addOutline(int level, const QString &title, const QString &anchor);

    /// The file as Cairo makes it. Error Internal where Cairo failed.
    [[nodiscard]] base::Result<QByteArray> finish();

private:
    void drawFooter();

    const TextEngine &m_engine;
    QString m_title;
    QSet<QString> m_anchors; // those that the document has: a link to any other would spoil the file
    QByteArray m_bytes;
    std::unique_ptr<cairo_surface_t, CairoDeleter> m_surface;
    std::unique_ptr<cairo_t, CairoDeleter> m_cairo;
    std::vector<int> m_outlineParents; // the last item of each level
    int m_page = 1;
};

} // namespace variorum::report::pdf
