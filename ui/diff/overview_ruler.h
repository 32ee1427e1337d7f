#pragma once

#include "ui/diff/article_view.h"

#include <QWidget>

namespace variorum::ui {

/// A narrow strip beside a text that shows where in the whole of it the divergences are, and which part is in view.
/// Conflicts are broad, other severities narrower, so that the shape says what the hue says. A click goes there.
class OverviewRuler final : public QWidget {
    Q_OBJECT

public:
    OverviewRuler(ArticleView &view, const Document &document, Selection &selection, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] double yOf(const model::Mark &mark) const;
    [[nodiscard]] const model::Mark *markNear(double y) const;
    void scrollTo(double y);

    ArticleView &m_view;
    const Document &m_document;
    Selection &m_selection;
};

} // namespace variorum::ui
