#pragma once

#include <QStyledItemDelegate>

namespace variorum::ui {

/// Draws what a search found: title and outlet, below them the words around it with those found marked. Plain text only.
class SearchDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace variorum::ui
