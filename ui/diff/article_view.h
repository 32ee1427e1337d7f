#pragma once

#include "ui/diff/text_column.h"
#include "ui/document.h"
#include "ui/selection.h"

#include <QAbstractScrollArea>

namespace variorum::ui {

/// The text of one article with its marks: read, select, copy, click a mark. Plain text only; lays out what is in view.
class ArticleView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    ArticleView(const Document &document, Selection &selection, QWidget *parent = nullptr);

    void setArticle(std::optional<base::ArticleId> article);
    [[nodiscard]] std::optional<base::ArticleId> article() const { return m_article; }
    void refresh(); ///< the document changed; keeps the place

    void setTextSize(int points);
    void setFaintMarksShown(bool shown); ///< agreed and single-source marks
    /// Brings words into view; into the upper third unless they are well in view already.
    void reveal(const model::TextPlace &place);

    [[nodiscard]] const TextColumn &column() const { return m_column; }
    [[nodiscard]] const std::vector<model::Mark> &marks() const { return m_marks; }
    [[nodiscard]] QString selectedText() const;
    /// Words that are outlined now.
    [[nodiscard]] std::optional<model::TextPlace> outlined() const;
    /// The boxes of words in viewport coordinates.
    [[nodiscard]] std::vector<QRectF> viewportRects(const model::TextPlace &place);

public Q_SLOTS:
    void copy() const;
    void selectAll();

Q_SIGNALS:
    void encodingRequested();
    void statementRequested(const variorum::ui::SourcePlace &place); ///< Ctrl+click, or from the menu
    void viewChanged(); ///< scrolled, resized or other marks: the ruler follows

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void applyFonts();
    [[nodiscard]] TextColumn::Style styleFor(bool isNarrow) const;
    void updateGeometryOfText();
    void updateScrollBar();
    void layOutView();
    void assignMarks();
    void followSelection();
    [[nodiscard]] QPointF toColumn(const QPointF &viewportPoint) const;
    [[nodiscard]] const model::Mark *markAt(const QPointF &viewportPoint);
    [[nodiscard]] SourcePlace placeAt(const QPointF &viewportPoint); ///< without length
    [[nodiscard]] bool isSelected(const model::Mark &mark) const;
    void showToolTip(const QPoint &globalPosition, const QPointF &viewportPoint);
    void paintRun(QPainter &painter, size_t run);
    void paintSelection(QPainter &painter, size_t run);
    void paintGlyphs(QPainter &painter, size_t run);
    void setCaret(qsizetype position, bool extends);
    [[nodiscard]] bool moveCaret(const QKeyEvent &event);
    [[nodiscard]] bool scrollByKey(const QKeyEvent &event);

    const Document &m_document;
    Selection &m_selection;
    std::optional<base::ArticleId> m_article;
    TextColumn m_column;
    std::vector<model::Mark> m_marks;
    std::vector<std::vector<size_t>> m_marksOfRun; ///< indices into m_marks
    double m_left = 0; ///< of the text in the viewport
    int m_textSize = 0;
    bool m_faintMarks = true;
    qsizetype m_anchor = 0;
    qsizetype m_caret = 0;
    std::optional<QPoint> m_pressedAt;
};

} // namespace variorum::ui
