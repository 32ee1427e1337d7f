#pragma once

#include "ui/document.h"
#include "ui/selection.h"
#include "ui/work/work_book.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QListView;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace variorum::ui {

class FlowLayout;
class JudgementBar;
class SourceDelegate;
class SourceModel;

/// Everything about the selected claim: its words, on what it diverges, every source with its exact words, the
/// outlets that are silent, and why the machine marked it.
class ClaimInspector final : public QWidget {
    Q_OBJECT

public:
    ClaimInspector(const Document &document, Selection &selection, const WorkBook &book, QWidget *parent = nullptr);

    [[nodiscard]] JudgementBar &judgement() { return *m_judgement; }

public Q_SLOTS:
    void refresh();

private:
    [[nodiscard]] QWidget *makeClaimPage();
    void makeWhy();
    void fillChips();
    void followSource();
    void followChoice();
    void activate(const QModelIndex &index);

    const Document &m_document;
    Selection &m_selection;
    QStackedWidget *m_pages;
    QLabel *m_claimText;
    QLabel *m_summary;
    QWidget *m_chips;
    FlowLayout *m_chipsLayout;
    JudgementBar *m_judgement;
    QListView *m_list;
    SourceModel *m_model;
    SourceDelegate *m_delegate;
    QToolButton *m_whyButton;
    QScrollArea *m_whyArea;
    QLabel *m_why;
};

} // namespace variorum::ui
