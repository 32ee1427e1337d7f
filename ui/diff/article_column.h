#pragma once

#include "ui/diff/article_view.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace variorum::ui {

/// One column of the diff pane: who wrote it and when, the text, the overview ruler.
class ArticleColumn final : public QFrame {
    Q_OBJECT

public:
    ArticleColumn(const Document &document, Selection &selection, QWidget *parent = nullptr);

    void setArticle(std::optional<base::ArticleId> article);
    void refresh();
    void setClosable(bool closable);
    [[nodiscard]] ArticleView &view() { return *m_view; }
    [[nodiscard]] std::optional<base::ArticleId> article() const { return m_view->article(); }

Q_SIGNALS:
    void closeRequested();
    void encodingRequested();

private:
    void updateHeader();
    void updateNote(const model::Article *article);

    const Document &m_document;
    QLabel *m_outlet;
    QLabel *m_details;
    QToolButton *m_close;
    QFrame *m_noteBar; ///< what a reader of this text should know
    QLabel *m_note;
    QToolButton *m_encoding;
    ArticleView *m_view;
};

} // namespace variorum::ui
