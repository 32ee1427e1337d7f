#pragma once

#include "ui/import/report_model.h"

#include <QWidget>
#include <vector>

class QLabel;
class QTableView;

namespace variorum::ui {

/// What the last import did: in a line, and file by file where there is something to tell. Rows can be copied.
class ReportPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ReportPanel(QWidget *parent = nullptr);

    void setReport(const QString &summary, std::vector<ReportRow> rows);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void copySelected() const;
    void fitRows();

    QLabel *m_summary;
    ReportModel *m_model;
    QTableView *m_table;
};

} // namespace variorum::ui
