#pragma once

#include "ui/diff/article_column.h"

#include <QWidget>
#include <vector>

class QLabel;
class QSplitter;

namespace variorum::ui {

/// The chosen articles side by side, two or three, following the selection.
class DiffPane final : public QWidget {
    Q_OBJECT

public:
    DiffPane(const Document &document, Selection &selection, QWidget *parent = nullptr);

    [[nodiscard]] std::vector<base::ArticleId> articles() const;
    [[nodiscard]] size_t columnLimit() const { return m_limit; }
    /// The column that shows an article; null where none does.
    [[nodiscard]] ArticleColumn *columnOf(base::ArticleId article) const;
    [[nodiscard]] QSplitter &splitter() { return *m_splitter; }

    void setColumnLimit(size_t columns); ///< 2 or 3
    void showStory(base::StoryId story);
    void showArticles(const std::vector<base::ArticleId> &articles);
    void bringIn(base::ArticleId article);
    void takeOut(base::ArticleId article);
    void setTextSize(int points);
    void setFaintMarksShown(bool shown);

public Q_SLOTS:
    void refresh(); ///< the document changed

Q_SIGNALS:
    void articlesChanged();
    void columnLimitChanged();
    void encodingRequested(variorum::base::ArticleId article);
    void statementRequested(const variorum::ui::SourcePlace &place);

private:
    void followClaim();
    void followSource();
    void setUsed(base::ArticleId article);
    [[nodiscard]] ArticleColumn *makeColumn();

    const Document &m_document;
    Selection &m_selection;
    QSplitter *m_splitter;
    QLabel *m_hint;
    std::vector<ArticleColumn *> m_columns;
    std::vector<base::ArticleId> m_byUse; ///< latest first
    size_t m_limit = 2;
    int m_textSize = 0;
    bool m_faintMarks = true;
};

} // namespace variorum::ui
