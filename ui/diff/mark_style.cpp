#include "ui/diff/mark_style.h"

#include "ui/widgets/theme.h"

#include <cmath>

namespace variorum::ui {

namespace {

struct KindInk {
    QRgb light;
    QRgb dark;
};

// In the order of model::DivergenceKind.
constexpr std::array<KindInk, 9> kKindInks{{
    {0xffaa225e, 0xffd86f12}, // quantity
    {0xff1f1df0, 0xff0aed77}, // time
    {0xff879124, 0xfff7d61d}, // place
    {0xffbc66ff, 0xffdb6de0}, // participant
    {0xff1d9cb1, 0xff2e7782}, // attribute
    {0xff2f0010, 0xffffffff}, // polarity
    {0xff6e009f, 0xff9a37ff}, // certainty
    {0xff074c00, 0xff846d45}, // quotation
    {0xff000037, 0xff94b7a4}, // attribution
}};

double linear(double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); }

double luminance(const QColor &colour)
{
    return 0.2126 * linear(static_cast<double>(colour.redF())) + 0.7152 * linear(static_cast<double>(colour.greenF()))
        + 0.0722 * linear(static_cast<double>(colour.blueF()));
}

struct StatusLook {
    LinePattern pattern;
    double lineWidth;
    double tint; ///< part of the ink laid on the background, 0 to 1
};

StatusLook lookOf(model::MarkStatus status)
{
    switch (status) {
    case model::MarkStatus::Conflict: return {LinePattern::Solid, 2.0, 0.17};
    case model::MarkStatus::Internal: return {LinePattern::Double, 1.2, 0.10};
    case model::MarkStatus::Refinement: return {LinePattern::Dashed, 1.6, 0.07};
    case model::MarkStatus::Wording: return {LinePattern::DashDot, 1.3, 0.0};
    case model::MarkStatus::Agreed: return {LinePattern::Thin, 1.0, 0.0};
    case model::MarkStatus::SingleSource: return {LinePattern::Dotted, 1.0, 0.0};
    }
    return {LinePattern::Thin, 1.0, 0.0};
}

} // namespace

QColor kindColour(model::DivergenceKind kind, bool dark)
{
    const KindInk &ink = kKindInks.at(static_cast<size_t>(kind));
    return QColor::fromRgb(dark ? ink.dark : ink.light);
}

MarkStyle markStyle(std::optional<model::DivergenceKind> kind, model::MarkStatus status, bool dark)
{
    const StatusLook look = lookOf(status);
    const QColor background = QColor::fromRgb(kMarkBackground.at(dark ? 1 : 0));
    // Agreed and single-source marks stay behind: grey, and lighter than the text asks of a mark that must be seen.
    const QColor ink = kind ? kindColour(*kind, dark) : mixed(background, colours(dark).text, dark ? 0.24 : 0.20);
    const QColor tint = look.tint > 0 ? mixed(background, ink, look.tint * (dark ? 1.6 : 1.0)) : QColor(Qt::transparent);
    return {.ink = ink, .tint = tint, .pattern = look.pattern, .lineWidth = look.lineWidth};
}

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one) + 0.05;
    const double second = luminance(other) + 0.05;
    return first > second ? first / second : second / first;
}

} // namespace variorum::ui
