#pragma once

#include "report/pdf/style_sheet.h"

#include <QByteArray>
#include <memory>
#include <vector>

#include <pango/pangocairo.h>

namespace variorum::report::pdf {

struct GObjectDeleter {
    void operator()(void *object) const { g_object_unref(object); }
};
struct CairoDeleter {
    void operator()(cairo_t *context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
};

/// Fonts for one document, apart from those of the process so that a report may be written on any thread.
class TextEngine {
public:
    TextEngine();

    [[nodiscard]] PangoContext *context() const { return m_context.get(); }

private:
    std::unique_ptr<PangoFontMap, GObjectDeleter> m_map;
    std::unique_ptr<PangoContext, GObjectDeleter> m_context;
};

/// A place on a line that leads somewhere.
struct LinkSpot {
    QString anchor;
    double left = 0; ///< from the box's left edge
    double width = 0;
};

/// Runs set in a style within a width, ready to be drawn line by line on as many pages as it takes.
class TextBox {
public:
    TextBox(const TextEngine &engine, const std::vector<Runs> &paragraphs, const TextStyle &style, double width, Colour issueTint = kNeutralTint, bool alignsRight = false);

    [[nodiscard]] int lineCount() const { return pango_layout_get_line_count(m_layout.get()); }
    [[nodiscard]] double pitch() const { return m_pitch; }
    [[nodiscard]] double height() const { return m_pitch * lineCount(); }
    [[nodiscard]] double widthOfLine(int line) const;

    /// Draws a line whose box begins at (left, top). Links are not made here.
    void drawLine(cairo_t *cairo, int line, double left, double top) const;
    [[nodiscard]] std::vector<LinkSpot> linksOn(int line) const;

private:
    struct LinkRange {
        QString anchor;
        int begin = 0; // bytes of the layout's UTF-8
        int end = 0;
    };

    std::unique_ptr<PangoLayout, GObjectDeleter> m_layout;
    std::vector<LinkRange> m_links;
    double m_pitch = 0;
    double m_baseline = 0; // from a line's top
    double m_width = 0;
    bool m_alignsRight = false;
};

} // namespace variorum::report::pdf
