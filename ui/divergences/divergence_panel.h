#pragma once

#include "ui/document.h"
#include "ui/selection.h"

#include <QWidget>

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
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &state);

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
