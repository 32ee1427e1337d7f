#pragma once

#include "library/library.h"

#include <QDialog>

class QPushButton;
class QLabel;
class QLineEdit;

namespace variorum::ui {

/// Puts right by hand what an article says of itself. Only what was changed becomes part of the edit.
class ArticleEditDialog final : public QDialog {
    Q_OBJECT

public:
    explicit ArticleEditDialog(const model::Article &article, QWidget *parent = nullptr);

    /// Valid once accepted.
    [[nodiscard]] library::ArticleEdit edit() const;

private:
    [[nodiscard]] QLineEdit *makeLine(const QString &objectName, const QString &text, const QString &placeholder);
    void check();

    model::Article m_article;
    QLineEdit *m_outlet;
    QLineEdit *m_title;
    QLineEdit *m_authors;
    QLineEdit *m_published;
    QLabel *m_problem;
    QPushButton *m_save;
};

} // namespace variorum::ui
