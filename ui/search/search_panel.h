#pragma once

#include "library/search_query.h"
#include "library/stored_work.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QTimer;
class QToolButton;

namespace variorum::ui {

class SearchModel;

/// Searches the library: a line, what it found, and the searches that were kept. Asks by signals and is told the answer.
class SearchPanel final : public QWidget {
    Q_OBJECT

public:
    explicit SearchPanel(QWidget *parent = nullptr);

    void focusLine(); ///< and selects what stands in it
    void searchFor(const QString &line);
    /// Taken where the line is still the one in the field.
    void setFound(const QString &line, std::vector<library::SearchHit> hits, const std::vector<library::SearchProblem> &problems);
    void setSaved(const std::vector<const library::StoredWork *> &searches);
    [[nodiscard]] QString line() const;
    [[nodiscard]] QSize minimumSizeHint() const override; ///< the texts decide how narrow the window may be

Q_SIGNALS:
    void searchRequested(const QString &line);
    void hitChosen(const variorum::library::SearchHit &hit);
    void saveRequested(const QString &line);
    void forgetRequested(qint64 savedSearch);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void ask();
    void goOn(); ///< Enter in the field
    void choose(const QModelIndex &index);

    QLineEdit *m_line;
    QToolButton *m_save;
    QToolButton *m_saved;
    QMenu *m_savedMenu;
    QLabel *m_state;
    QListView *m_list;
    SearchModel *m_model;
    QTimer *m_timer;
    QString m_found; ///< the line whose answer is shown
};

} // namespace variorum::ui
