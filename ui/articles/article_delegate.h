#pragma once

#include <QStyledItemDelegate>

namespace variorum::ui {

/// Draws a story as a heading and an article as tick, outlet, number of divergences, headline, date and badges.
class ArticleDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    [[nodiscard]] bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;

private:
    void paintStory(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintArticle(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace variorum::ui
