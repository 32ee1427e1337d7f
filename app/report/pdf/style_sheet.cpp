#include "report/pdf/style_sheet.h"

namespace variorum::report::pdf {

Colour inkOf(std::optional<model::Severity> severity)
{
    if (!severity)
        return kAccent;
    switch (*severity) {
    case model::Severity::Conflict: return {0.64, 0.07, 0.16};
    case model::Severity::Internal: return {0.40, 0.16, 0.55};
    case model::Severity::Refinement: return {0.02, 0.34, 0.53};
    case model::Severity::Wording: return {0.24, 0.35, 0.16};
    }
    return kInk;
}

Colour tintOf(std::optional<model::Severity> severity)
{
    if (!severity)
        return kNeutralTint;
    switch (*severity) {
    case model::Severity::Conflict: return {0.99, 0.90, 0.91};
    case model::Severity::Internal: return {0.95, 0.91, 0.98};
    case model::Severity::Refinement: return {0.88, 0.94, 0.98};
    case model::Severity::Wording: return {0.92, 0.95, 0.88};
    }
    return kNeutralTint;
}

TextStyle styleOf(ParagraphRole role, std::optional<model::Severity> severity)
{
    switch (role) {
    case ParagraphRole::Kicker: return {.family = kSans, .size = 8, .pitch = 12, .isBold = true, .colour = kAccent, .after = 10, .keepsWithNext = true, .spacing = 0.6};
    case ParagraphRole::Title: return {.size = 21, .pitch = 28, .isBold = true, .after = 8, .keepsWithNext = true, .tag = "H1"};
    case ParagraphRole::Lead: return {.family = kSans, .size = 9, .pitch = 14, .colour = kQuietInk, .after = 16};
    case ParagraphRole::Body: return {.after = 8};
    case ParagraphRole::Value: return {.family = kSans, .size = 9.5, .pitch = 14, .colour = inkOf(severity), .before = 8, .after = 1, .keepsWithNext = true};
    case ParagraphRole::Source: return {.family = kSans, .size = 7.8, .pitch = 11.5, .before = 4, .after = 1.5, .indent = 12, .keepsWithNext = true};
    case ParagraphRole::Passage: return {.size = 8.8, .pitch = 13, .after = 4, .indent = 21, .hasSideRule = true, .issueIsBold = severity.has_value(), .tag = "BlockQuote"};
    case ParagraphRole::Intro: return {.family = kSans, .size = 7.5, .pitch = 11.2, .before = 2, .after = 3, .keepsWithNext = true};
    case ParagraphRole::Note: return {.family = kSans, .size = 7.5, .pitch = 11.2, .before = 4, .after = 2};
    }
    return {};
}

TextStyle styleOfHeading(int level, std::optional<model::Severity> severity)
{
    if (level == 1)
        return {.size = 17, .pitch = 23, .isBold = true, .before = 38, .after = 8, .keepsWithNext = true, .tag = "H1"};
    if (level == 2)
        return {.family = kSans, .size = 10.5, .pitch = 15, .isBold = true, .colour = severity ? inkOf(severity) : kInk, .before = 20, .after = 6, .keepsWithNext = true, .tag = "H2"};
    return {.size = 11, .pitch = 15.5, .isBold = true, .before = 14, .after = 2, .keepsWithNext = true, .tag = "H3"};
}

TextStyle eyebrowStyle(std::optional<model::Severity> severity)
{
    return {.family = kSans, .size = 7.5, .pitch = 12, .colour = inkOf(severity), .before = 14, .after = 2, .keepsWithNext = true};
}

TextStyle tableHeadStyle()
{
    return {.family = kSans, .size = 7, .pitch = 11, .colour = kQuietInk, .tag = "TH"};
}

TextStyle tableCellStyle()
{
    return {.family = kSans, .size = 7.8, .pitch = 11.5, .tag = "TD"};
}

TextStyle footerStyle()
{
    return {.family = kSans, .size = 7, .pitch = 10, .colour = kQuietInk};
}

TextStyle figureNumberStyle(std::optional<model::Severity> severity)
{
    return {.family = kSans, .size = 19, .pitch = 24, .isBold = true, .colour = inkOf(severity)};
}

TextStyle figureLabelStyle()
{
    return {.family = kSans, .size = 7, .pitch = 10, .colour = kQuietInk};
}

} // namespace variorum::report::pdf
