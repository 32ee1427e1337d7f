#pragma once

#include "ui/document.h"
#include "ui/selection.h"
#include "ui/work/work_book.h"

#include <QWidget>
#include <vector>

class QLineEdit;
class QTableView;

namespace variorum::ui {

class DivergenceFilter;
class DivergenceTableModel;

/// The sortable list of divergences; the way through them without a pointer.
class DivergencePanel final : public QWidget {
    Q_OBJECT

public:
    DivergencePanel(const Document &document, Selection &selection, const WorkBook &book, QWidget *parent = nullptr);

    void refresh();
    /// As the rows stand: conflicts first unless the person sorts otherwise.
    [[nodiscard]] std::vector<base::DivergenceId> order() const;
    /// Out of the list at once, until a new comparison leaves it out or showHidden().
    void hideDivergence(base::DivergenceId id);
    void showHidden();
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &state);

Q_SIGNALS:
    void orderChanged(); ///< the person sorted

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void followClaim();
    void choose(const QModelIndex &proxyIndex);

    const Document &m_document;
    Selection &m_selection;
    DivergenceTableModel *m_model;
    DivergenceFilter *m_filter;
    QTableView *m_table;
};

} // namespace variorum::ui
