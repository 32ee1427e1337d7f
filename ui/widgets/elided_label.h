#pragma once

#include <QLabel>

namespace variorum::ui {

/// One line of plain text that ends in an ellipsis where there is no room.
class ElidedLabel final : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace variorum::ui
