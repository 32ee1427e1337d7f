#pragma once

#include "base/error.h"

#include <QWidget>
#include <vector>

class QLabel;
class QTableView;

namespace variorum::ui {

class ReportModel;

/// What the last import did.
class ReportPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ReportPanel(QWidget *parent = nullptr);

    void setReport(const QString &summary, std::vector<base::Error> problems);

private:
    QLabel *m_summary;
    ReportModel *m_model;
    QTableView *m_table;
};

} // namespace variorum::ui
