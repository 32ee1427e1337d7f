#pragma once

#include "ui/document.h"
#include "ui/selection.h"

#include <QWidget>
#include <vector>

class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace variorum::ui {

class DivergenceTableModel;

/// The sortable list of divergences; the way through them without a pointer.
class DivergencePanel final : public QWidget {
    Q_OBJECT

public:
    DivergencePanel(const Document &document, Selection &selection, QWidget *parent = nullptr);

    void refresh();
    /// As the rows stand: conflicts first unless the person sorts otherwise.
    [[nodiscard]] std::vector<base::DivergenceId> order() const;
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
    QSortFilterProxyModel *m_filter;
    QTableView *m_table;
};

} // namespace variorum::ui
