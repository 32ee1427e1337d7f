#include "ui/widgets/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

#include <map>
#include <memory>

void initialiseVariorumResources() // outside a namespace, as Q_INIT_RESOURCE asks
{
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(styles);
}

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The drawing with its one ink set. Few icons in few colours: kept for the life of the program.
QSvgRenderer *rendererOf(const QString &name, const QColor &colour)
{
    static std::map<std::pair<QString, QRgb>, std::unique_ptr<QSvgRenderer>> kept;
    std::unique_ptr<QSvgRenderer> &renderer = kept[{name, colour.rgba()}];
    if (!renderer) {
        QFile file(u":/icons/"_s + name + u".svg"_s);
        QByteArray drawing;
        if (file.open(QIODevice::ReadOnly))
            drawing = file.readAll();
        drawing.replace("currentColor", colour.name().toLatin1());
        renderer = std::make_unique<QSvgRenderer>(drawing);
    }
    return renderer.get();
}

class InkIconEngine final : public QIconEngine {
public:
    explicit InkIconEngine(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette::ColorGroup group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        rendererOf(m_name, QApplication::palette().color(group, QPalette::ButtonText))->render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new InkIconEngine(m_name); }

private:
    QString m_name;
};

} // namespace

void loadResources() { initialiseVariorumResources(); }

QIcon icon(QStringView name)
{
    loadResources();
    return QIcon(new InkIconEngine(name.toString())); // QIcon owns it
}

void drawIcon(QPainter &painter, QStringView name, const QRectF &where, const QColor &colour)
{
    loadResources();
    rendererOf(name.toString(), colour)->render(&painter, where);
}

} // namespace variorum::ui
