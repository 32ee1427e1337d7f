#pragma once

#include "ui/diff/divergence_walk.h"
#include "ui/document.h"
#include "ui/selection.h"
#include "ui/work/work_book.h"
#include "ui/work/work_requests.h"

#include "library/search_query.h"

#include <QWidget>
#include <array>

class QSettings;
class QSplitter;
class QTabWidget;

namespace variorum::ui {

class ArticlesPanel;
class ClaimInspector;
class DiffPane;
class DivergencePanel;
class NoticeBar;
class JudgementBar;
class ReportPanel;
class SearchPanel;
class StatementPanel;

/// The four panes of a comparison and what ties them: articles left, texts in the middle, the claim right, lists
/// below. Shows a Document; knows nothing of imports.
class ComparisonView final : public QWidget {
    Q_OBJECT

public:
    ComparisonView(Document &document, Selection &selection, QWidget *parent = nullptr);

    [[nodiscard]] DiffPane &diffPane() { return *m_diff; }
    [[nodiscard]] ArticlesPanel &articlesPanel() { return *m_articles; }
    [[nodiscard]] ReportPanel &reportPanel() { return *m_report; }
    [[nodiscard]] SearchPanel &searchPanel() { return *m_search; }
    [[nodiscard]] JudgementBar &judgement();
    [[nodiscard]] std::vector<QWidget *> panes() const; ///< in which the keys of a judgement act
    [[nodiscard]] const DivergenceWalk &walk() const { return m_walk; }
    /// "7 of 31", and what it is: "Conflict: quantity". Empty parts where there is nothing to say.
    [[nodiscard]] std::pair<QString, QString> position() const;

    void step(DivergenceWalk::Step step, bool conflictsOnly);
    [[nodiscard]] NoticeBar &notice() { return *m_notice; }
    void showReport(); ///< turns to the import report
    void showSearch(); ///< turns to the search, ready to type
    void showStatement(); ///< what was found at the words that are outlined, or else at the claim's first
    bool showHit(const library::SearchHit &hit); ///< false where what it leads to is not among the articles shown
    void judge(model::Verdict verdict); ///< and on to the next
    void setWork(std::vector<library::StoredWork> work);
    void showHidden(); ///< a dismissal did not come to be
    void setPanelShown(int panel, bool shown); ///< 0 articles, 1 inspector, 2 lists
    /// Whether it is shown where there is room: what is remembered.
    [[nodiscard]] bool isPanelWanted(int panel) const { return m_isWanted[static_cast<size_t>(panel)]; }
    void focusNextZone(bool backward);
    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

Q_SIGNALS:
    void positionChanged();
    void editRequested(variorum::base::ArticleId article);
    void encodingRequested(variorum::base::ArticleId article);
    void stepWrapped();
    void workRequested(const variorum::ui::WorkRequest &request);
    void panelShown(int panel, bool shown); ///< hidden or shown again for the room there is
    void layoutChanged(); ///< something that save() keeps

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void connectPanes();
    void followDocument();
    void followOrder(); ///< of the list of divergences
    void showStatementAt(const SourcePlace &place);
    void showFirstStory();
    void showFirstDivergence();
    void fitPanels();
    void giveTextsRoom();

    Document &m_document;
    Selection &m_selection;
    WorkBook m_work;
    DivergenceWalk m_walk;
    std::array<bool, 3> m_isWanted{true, true, true}; ///< as setPanelShown()
    std::array<bool, 3> m_isFolded{}; ///< for lack of room
    QString m_claimText; ///< of the selected claim
    ArticlesPanel *m_articles;
    DiffPane *m_diff;
    ClaimInspector *m_inspector;
    DivergencePanel *m_divergences;
    ReportPanel *m_report;
    SearchPanel *m_search;
    StatementPanel *m_statement;
    QTabWidget *m_tabs;
    NoticeBar *m_notice;
    QSplitter *m_across;
    QSplitter *m_down;
};

} // namespace variorum::ui
