#pragma once

#include "model/article.h"

#include <QDialog>

class QListWidget;

namespace variorum::ui {

/// Asks which encoding an article's file is in. The whole file is read again with it.
class EncodingDialog final : public QDialog {
    Q_OBJECT

public:
    explicit EncodingDialog(const model::Article &article, QWidget *parent = nullptr);

    /// IANA name; empty: as the file's bytes tell. Valid once accepted.
    [[nodiscard]] QString charset() const;

private:
    QListWidget *m_list;
};

} // namespace variorum::ui
