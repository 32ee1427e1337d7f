#include "ui/widgets/theme.h"

#include "ui/widgets/icons.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QStyleFactory>

#include <cmath>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const Colours &lightColours()
{
    static const Colours kColours{
        .window = QColor(0xf4f2ee), .surface = QColor(0xffffff), .sunken = QColor(0xebe8e2), .text = QColor(0x1f1d1a), .muted = QColor(0x67635b), .border = QColor(0xd9d5cc), .accent = QColor(0x2a5a87), .accentSoft = QColor(0xdfe9f2), .warning = QColor(0x8a5a00), .warningSoft = QColor(0xfbefd5)};
    return kColours;
}

const Colours &darkColours()
{
    static const Colours kColours{
        .window = QColor(0x171716), .surface = QColor(0x1e1e1e), .sunken = QColor(0x282826), .text = QColor(0xe6e3dc), .muted = QColor(0xa8a49b), .border = QColor(0x383733), .accent = QColor(0x86b7e4), .accentSoft = QColor(0x263746), .warning = QColor(0xe3b35a), .warningSoft = QColor(0x37301f)};
    return kColours;
}

/// The style sheet with each @name replaced by its colour.
QString styleSheet(const Colours &of)
{
    QFile file(u":/styles/variorum.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<QLatin1StringView, QColor> names[] = {
        // the longer name first: @accentSoft before @accent
        {"@window"_L1, of.window},
        {"@surface"_L1, of.surface},
        {"@sunken"_L1, of.sunken},
        {"@text"_L1, of.text},
        {"@muted"_L1, of.muted},
        {"@border"_L1, of.border},
        {"@accentSoft"_L1, of.accentSoft},
        {"@accent"_L1, of.accent},
        {"@warningSoft"_L1, of.warningSoft},
        {"@warning"_L1, of.warning}};
    for (const auto &[name, colour] : names)
        sheet.replace(name, colour.name());
    return sheet;
}

} // namespace

const Colours &colours(bool dark) { return dark ? darkColours() : lightColours(); }

bool isDark(const QPalette &palette)
{
    // By the text alone: a style sheet may have made the ground of a widget transparent.
    return palette.color(QPalette::WindowText).lightness() > 127;
}

const Colours &coloursFor(const QPalette &palette) { return colours(isDark(palette)); }

QPalette paletteFor(bool dark)
{
    const Colours &of = colours(dark);
    QPalette palette;
    palette.setColor(QPalette::Window, of.window);
    palette.setColor(QPalette::WindowText, of.text);
    palette.setColor(QPalette::Base, of.surface);
    palette.setColor(QPalette::AlternateBase, mixed(of.surface, of.window, 0.6));
    palette.setColor(QPalette::ToolTipBase, of.sunken);
    palette.setColor(QPalette::ToolTipText, of.text);
    palette.setColor(QPalette::PlaceholderText, of.muted);
    palette.setColor(QPalette::Text, of.text);
    palette.setColor(QPalette::Button, mixed(of.window, of.surface, dark ? 0.0 : 0.6));
    palette.setColor(QPalette::ButtonText, of.text);
    palette.setColor(QPalette::BrightText, of.warning);
    palette.setColor(QPalette::Light, mixed(of.window, Qt::white, dark ? 0.08 : 0.8));
    palette.setColor(QPalette::Midlight, mixed(of.window, Qt::white, dark ? 0.05 : 0.4));
    palette.setColor(QPalette::Mid, of.border);
    palette.setColor(QPalette::Dark, mixed(of.border, Qt::black, 0.2));
    palette.setColor(QPalette::Shadow, mixed(of.border, Qt::black, 0.5));
    palette.setColor(QPalette::Highlight, of.accent);
    palette.setColor(QPalette::HighlightedText, dark ? QColor(0x10161b) : QColor(Qt::white));
    palette.setColor(QPalette::Link, of.accent);
    palette.setColor(QPalette::LinkVisited, of.accent);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(of.window, of.text, 0.42));
    return palette;
}

Theme themeFromName(QStringView name)
{
    if (name == "light"_L1)
        return Theme::Light;
    return name == "dark"_L1 ? Theme::Dark : Theme::System;
}

QString themeName(Theme theme)
{
    switch (theme) {
    case Theme::System: return u"system"_s;
    case Theme::Light: return u"light"_s;
    case Theme::Dark: return u"dark"_s;
    }
    return {};
}

void applyTheme(QApplication &application, Theme theme, bool systemDark)
{
    loadResources();
    const bool dark = theme == Theme::Dark || (theme == Theme::System && systemDark);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(paletteFor(dark));
    application.setStyleSheet(styleSheet(colours(dark)));
}

QFont readingFont(int pointSize)
{
    static const QStringList kFaces{u"Source Serif 4"_s, u"Source Serif Pro"_s, u"Charis SIL"_s, u"Noto Serif"_s, u"Liberation Serif"_s, u"DejaVu Serif"_s};
    const QStringList installed = QFontDatabase::families();
    QFont font;
    font.setStyleHint(QFont::Serif);
    for (const QString &face : kFaces) {
        if (!installed.contains(face))
            continue;
        font.setFamily(face);
        // DejaVu Serif is cut for low-resolution screens: wide and dark. Condensed it reads like a book face.
        if (face.startsWith("DejaVu"_L1))
            font.setStretch(QFont::SemiCondensed);
        break;
    }
    font.setPointSize(pointSize);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

QFont resized(QFont font, double points)
{
    font.setPointSizeF(std::max(6.0, font.pointSizeF() + points));
    return font;
}

QColor mixed(const QColor &under, const QColor &over, double part)
{
    const auto channel = [part](float from, float to) { return static_cast<float>(from + (to - from) * static_cast<float>(part)); };
    return QColor::fromRgbF(channel(under.redF(), over.redF()), channel(under.greenF(), over.greenF()), channel(under.blueF(), over.blueF()));
}

} // namespace variorum::ui
