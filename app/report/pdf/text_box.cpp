#include "report/pdf/text_box.h"

#include <algorithm>

namespace variorum::report::pdf {

namespace {

struct AttrListDeleter {
    void operator()(PangoAttrList *list) const { pango_attr_list_unref(list); }
};
struct FontDeleter {
    void operator()(PangoFontDescription *font) const { pango_font_description_free(font); }
    void operator()(PangoFontMetrics *metrics) const { pango_font_metrics_unref(metrics); }
};

guint16 channel(double value)
{
    return static_cast<guint16>(value * 65535);
}

/// Adds one attribute over bytes [begin, end).
void add(PangoAttrList *list, PangoAttribute *attribute, int begin, int end)
{
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, attribute);
}

PangoAttribute *foreground(const Colour &colour)
{
    return pango_attr_foreground_new(channel(colour.red), channel(colour.green), channel(colour.blue));
}

void addTone(PangoAttrList *list, const Run &run, int begin, int end, const TextStyle &style, const Colour &issueTint)
{
    switch (run.tone) {
    case Tone::Plain: break;
    case Tone::Strong: add(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), begin, end); break;
    case Tone::Quiet:
        if (run.link.isEmpty())
            add(list, foreground(kQuietInk), begin, end);
        if (style.isBold)
            add(list, pango_attr_weight_new(PANGO_WEIGHT_NORMAL), begin, end);
        break;
    case Tone::Issue:
        if (style.issueIsBold)
            add(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), begin, end);
        add(list, pango_attr_background_new(channel(issueTint.red), channel(issueTint.green), channel(issueTint.blue)), begin, end);
        break;
    case Tone::Code:
        add(list, pango_attr_family_new(kMono), begin, end);
        add(list, pango_attr_size_new_absolute(static_cast<int>(style.size * 0.85 * PANGO_SCALE)), begin, end);
        break;
    }
    if (!run.link.isEmpty())
        add(list, foreground(kAccent), begin, end);
}

QByteArray bytesOf(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('\0', ' ');
    return bytes;
}

} // namespace

TextEngine::TextEngine()
    : m_map(pango_cairo_font_map_new())
    , m_context(pango_font_map_create_context(m_map.get()))
{
    // A point is a unit, letters stand where the font says, and no screen's hinting changes a page.
    pango_cairo_context_set_resolution(m_context.get(), 72);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(m_context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(m_context.get(), FALSE);
    pango_context_set_language(m_context.get(), pango_language_from_string("en"));
}

TextBox::TextBox(const TextEngine &engine, const std::vector<Runs> &paragraphs, const TextStyle &style, double width, Colour issueTint, bool alignsRight)
    : m_layout(pango_layout_new(engine.context()))
    , m_pitch(style.pitch)
    , m_width(width)
    , m_alignsRight(alignsRight)
{
    const std::unique_ptr<PangoFontDescription, FontDeleter> font(pango_font_description_new());
    pango_font_description_set_family(font.get(), style.family);
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

    QByteArray text;
    const std::unique_ptr<PangoAttrList, AttrListDeleter> attributes(pango_attr_list_new());
    for (const Runs &runs : paragraphs) {
        if (!text.isEmpty())
            text += '\n';
        for (const Run &run : runs) {
            const auto begin = static_cast<int>(text.size());
            text += bytesOf(run.text);
            const auto end = static_cast<int>(text.size());
            addTone(attributes.get(), run, begin, end, style, issueTint);
            if (!run.link.isEmpty())
                m_links.push_back({.anchor = run.link, .begin = begin, .end = end});
        }
    }
    const auto whole = static_cast<int>(text.size());
    // Ligatures come out of a PDF as one strange character, and a search for "officials" then finds nothing.
    add(attributes.get(), pango_attr_font_features_new("liga=0, clig=0, dlig=0"), 0, whole);
    if (style.spacing > 0)
        add(attributes.get(), pango_attr_letter_spacing_new(static_cast<int>(style.spacing * PANGO_SCALE)), 0, whole);

    pango_layout_set_font_description(m_layout.get(), font.get());
    pango_layout_set_width(m_layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(m_layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_attributes(m_layout.get(), attributes.get());
    pango_layout_set_text(m_layout.get(), text.constData(), whole);

    const std::unique_ptr<PangoFontMetrics, FontDeleter> metrics(pango_context_get_metrics(engine.context(), font.get(), nullptr));
    const double ascent = pango_units_to_double(pango_font_metrics_get_ascent(metrics.get()));
    const double descent = pango_units_to_double(pango_font_metrics_get_descent(metrics.get()));
    m_baseline = (m_pitch - ascent - descent) / 2 + ascent;
}

double TextBox::widthOfLine(int line) const
{
    PangoRectangle extents;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(m_layout.get(), line), nullptr, &extents);
    return pango_units_to_double(extents.width);
}

void TextBox::drawLine(cairo_t *cairo, int line, double left, double top) const
{
    PangoLayoutLine *drawn = pango_layout_get_line_readonly(m_layout.get(), line);
    const bool readsLeftwards = drawn->resolved_dir == PANGO_DIRECTION_RTL;
    const double shift = m_alignsRight || readsLeftwards ? m_width - widthOfLine(line) : 0;
    cairo_move_to(cairo, left + shift, top + m_baseline);
    pango_cairo_show_layout_line(cairo, drawn);
}

std::vector<LinkSpot> TextBox::linksOn(int line) const
{
    PangoLayoutLine *asked = pango_layout_get_line_readonly(m_layout.get(), line);
    const int lineBegin = asked->start_index;
    const int lineEnd = lineBegin + asked->length;
    std::vector<LinkSpot> spots;
    for (const LinkRange &link : m_links) {
        const int begin = std::max(link.begin, lineBegin);
        const int end = std::min(link.end, lineEnd);
        if (begin >= end)
            continue;
        int from = 0;
        int to = 0;
        pango_layout_line_index_to_x(asked, begin, FALSE, &from);
        pango_layout_line_index_to_x(asked, end, FALSE, &to);
        const double left = pango_units_to_double(std::min(from, to));
        spots.push_back({.anchor = link.anchor, .left = left, .width = pango_units_to_double(std::max(from, to)) - left});
    }
    return spots;
}

} // namespace variorum::report::pdf
