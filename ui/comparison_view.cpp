#include "ui/comparison_view.h"

#include "ui/articles/articles_panel.h"
#include "ui/claims/claim_inspector.h"
#include "ui/diff/diff_pane.h"
#include "ui/divergences/divergence_panel.h"
#include "ui/import/report_panel.h"
#include "ui/labels.h"
#include "ui/search/search_panel.h"
#include "ui/statements/statement_panel.h"
#include "ui/widgets/notice_bar.h"
#include "ui/work/judgement_bar.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kColumnRoom = 270; // pixels: some 38 letters of text beside the gutter
constexpr int kColumnEase = 320; // what the panels give up their own width for
constexpr int kArticlesRoom = 160;
constexpr int kInspectorRoom = 220;
constexpr int kTextsHeight = 380;
constexpr int kListsHeight = 96; // a header and two rows under the tabs
constexpr int kListsShare = 4; // where height is short the lists take one part of so many

} // namespace

ComparisonView::ComparisonView(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
{
    setObjectName(u"comparisonView"_s);
    m_articles = new ArticlesPanel(document, this);
    m_diff = new DiffPane(document, selection, this);
    m_diff->setObjectName(u"diffPane"_s);
    m_inspector = new ClaimInspector(document, selection, m_work, this);
    m_divergences = new DivergencePanel(document, selection, m_work, this);
    m_report = new ReportPanel(this);
    m_search = new SearchPanel(this);
    m_statement = new StatementPanel(document, selection, this);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"bottomTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Lists"));
    m_tabs->addTab(m_divergences, tr("Divergences"));
    m_tabs->addTab(m_search, tr("Search"));
    m_tabs->addTab(m_statement, tr("Statement"));
    m_tabs->addTab(m_report, tr("Import report"));
    build();
    connectPanes();
}

void ComparisonView::build()
{
    m_notice = new NoticeBar(this);
    m_down = new QSplitter(Qt::Vertical, this);
    m_down->setObjectName(u"downSplitter"_s);
    m_down->setHandleWidth(1);
    m_down->addWidget(m_diff);
    m_down->addWidget(m_tabs);
    m_down->setStretchFactor(0, 1);
    m_down->setSizes({520, 170});
    m_down->setCollapsible(0, false);
    auto *middle = new QWidget(this);
    auto *middleLayout = new QVBoxLayout(middle);
    middleLayout->setContentsMargins(0, 0, 0, 0);
    middleLayout->setSpacing(0);
    middleLayout->addWidget(m_notice);
    middleLayout->addWidget(m_down, 1);
    m_across = new QSplitter(Qt::Horizontal, this);
    m_across->setObjectName(u"acrossSplitter"_s);
    m_across->setHandleWidth(1);
    m_across->addWidget(m_articles);
    m_across->addWidget(middle);
    m_across->addWidget(m_inspector);
    m_across->setStretchFactor(1, 1);
    m_across->setSizes({240, 720, 320}); // the shares at 1280; a saved state goes before
    m_across->setCollapsible(1, false);
    m_articles->setMinimumWidth(kArticlesRoom);
    m_inspector->setMinimumWidth(kInspectorRoom);
    m_tabs->setMinimumHeight(kListsHeight);
    for (QSplitter *splitter : {m_across, m_down})
        connect(splitter, &QSplitter::splitterMoved, this, &ComparisonView::layoutChanged);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_across);
}

void ComparisonView::connectPanes()
{
    connect(&m_document, &Document::comparisonChanged, this, &ComparisonView::followDocument);
    connect(&m_document, &Document::articlesArrived, this, [this] {
        m_articles->takeArrivals();
        if (m_diff->articles().empty() && !m_document.arrivals().empty())
            m_diff->bringIn(*m_document.arrivals().front()->id);
    });
    connect(&m_selection, &Selection::claimChanged, this, [this] {
        const model::Claim *claim = m_selection.claim() && m_document.index() ? m_document.index()->claim(*m_selection.claim()) : nullptr;
        m_claimText = claim ? claim->text : QString();
        Q_EMIT positionChanged();
    });
    connect(m_divergences, &DivergencePanel::orderChanged, this, [this] {
        followOrder();
        Q_EMIT positionChanged();
    });
    connect(m_diff, &DiffPane::articlesChanged, this, [this] { m_articles->setShown(m_diff->articles()); });
    connect(m_diff, &DiffPane::columnLimitChanged, this, [this] {
        if (isVisible()) {
            fitPanels();
            giveTextsRoom();
        }
        Q_EMIT layoutChanged();
    });
    connect(m_articles, &ArticlesPanel::articleChosen, m_diff, &DiffPane::bringIn);
    connect(m_articles, &ArticlesPanel::storyChosen, m_diff, &DiffPane::showStory);
    connect(m_articles, &ArticlesPanel::editRequested, this, &ComparisonView::editRequested);
    connect(m_articles, &ArticlesPanel::encodingRequested, this, &ComparisonView::encodingRequested);
    connect(m_diff, &DiffPane::encodingRequested, this, &ComparisonView::encodingRequested);
    connect(m_diff, &DiffPane::statementRequested, this, &ComparisonView::showStatementAt);
    connect(&m_inspector->judgement(), &JudgementBar::requested, this, &ComparisonView::workRequested);
    connect(&m_inspector->judgement(), &JudgementBar::dismissed, this, [this](base::DivergenceId id) {
        step(DivergenceWalk::Step::Next, false);
        m_divergences->hideDivergence(id);
    });
    connect(m_articles, &ArticlesPanel::articleTicked, this, [this](base::ArticleId article, bool ticked) {
        if (ticked)
            m_diff->bringIn(article);
        else
            m_diff->takeOut(article);
    });
}

void ComparisonView::followDocument()
{
    // Ids may name other things in a new comparison: keep the claim only where its words are the same.
    const model::Claim *same = m_selection.claim() && m_document.index() ? m_document.index()->claim(*m_selection.claim()) : nullptr;
    const bool claimIsGone = m_selection.claim() && (!same || same->text != m_claimText);
    m_work.setIndex(m_document.index());
    m_statement->clear();
    m_articles->refresh();
    m_diff->refresh();
    m_divergences->refresh();
    followOrder();
    if (claimIsGone)
        m_selection.clear();
    else
        m_inspector->refresh();
    m_tabs->setTabText(0, m_walk.order.empty() ? tr("Divergences") : tr("Divergences (%1)").arg(m_walk.order.size()));
    if (m_document.index() && (m_diff->articles().size() < 2 || !m_selection.claim()))
        showFirstStory();
    if (!m_selection.claim())
        showFirstDivergence();
    Q_EMIT positionChanged();
}

void ComparisonView::followOrder()
{
    m_walk = m_document.index() ? DivergenceWalk::inOrder(m_divergences->order(), *m_document.index()) : DivergenceWalk();
}

void ComparisonView::showFirstStory()
{
    // The story with most to see.
    const model::Comparison &comparison = m_document.index()->comparison();
    const model::Story *best = nullptr;
    size_t most = 0;
    for (const model::Story &story : comparison.stories) {
        size_t count = 0;
        for (const base::ArticleId id : story.articles)
            count += m_document.index()->divergencesOf(id).size();
        if (!best || count > most) {
            best = &story;
            most = count;
        }
    }
    if (best)
        m_diff->showStory(best->id);
    else if (m_diff->articles().empty() && !comparison.articles.empty() && comparison.articles.front().id)
        m_diff->bringIn(*comparison.articles.front().id);
}

/// So that the first look already shows what the program is for. Among the texts on screen, so that nothing moves.
void ComparisonView::showFirstDivergence()
{
    if (!m_document.index())
        return;
    const std::vector<base::ArticleId> shown = m_diff->articles();
    for (const base::DivergenceId id : m_walk.order) {
        const model::Divergence &first = *m_document.index()->divergence(id);
        if (std::ranges::all_of(shown, [&](base::ArticleId article) { return std::ranges::count(m_document.index()->divergencesOf(article), &first) > 0; })) {
            m_selection.selectClaim(first.claim, id);
            return;
        }
    }
}

std::pair<QString, QString> ComparisonView::position() const
{
    if (!m_document.index() || m_walk.order.empty())
        return {};
    const auto total = static_cast<int>(m_walk.order.size());
    const std::optional<base::DivergenceId> at = m_selection.divergence();
    const std::optional<size_t> place = at ? m_walk.placeOf(*at) : std::nullopt;
    if (!place)
        return {tr("%n divergence(s)", nullptr, total), QString()};
    const model::Divergence *divergence = m_document.index()->divergence(*at);
    return {tr("%1 of %2").arg(*place + 1).arg(total), divergence ? divergenceLabel(*divergence) : QString()};
}

void ComparisonView::step(DivergenceWalk::Step step, bool conflictsOnly)
{
    const std::optional<base::DivergenceId> from = m_selection.divergence();
    const std::optional<base::DivergenceId> to = m_walk.step(from, step, conflictsOnly);
    const model::Divergence *divergence = to && m_document.index() ? m_document.index()->divergence(*to) : nullptr;
    if (!divergence)
        return;
    const std::optional<size_t> was = from ? m_walk.placeOf(*from) : std::nullopt;
    const std::optional<size_t> is = m_walk.placeOf(*to);
    if (was && (step == DivergenceWalk::Step::Next ? *is <= *was : *is >= *was))
        Q_EMIT stepWrapped();
    m_selection.selectClaim(divergence->claim, divergence->id);
}

void ComparisonView::showReport()
{
    m_tabs->show();
    m_tabs->setCurrentWidget(m_report);
}

JudgementBar &ComparisonView::judgement() { return m_inspector->judgement(); }

std::vector<QWidget *> ComparisonView::panes() const { return {m_diff, m_inspector, m_divergences}; }

void ComparisonView::showSearch()
{
    m_tabs->show();
    m_tabs->setCurrentWidget(m_search);
    m_search->focusLine();
}

void ComparisonView::showStatementAt(const SourcePlace &place)
{
    m_tabs->show();
    m_tabs->setCurrentWidget(m_statement);
    m_statement->showAt(place);
}

void ComparisonView::showStatement()
{
    const std::shared_ptr<const model::ComparisonIndex> index = m_document.index();
    const model::Claim *claim = index && m_selection.claim() ? index->claim(*m_selection.claim()) : nullptr;
    const model::Statement *first = claim && !claim->statements.empty() ? index->statement(claim->statements.front()) : nullptr;
    if (m_selection.source())
        showStatementAt(*m_selection.source());
    else if (first)
        showStatementAt({.article = first->article, .place = first->place});
}

bool ComparisonView::showHit(const library::SearchHit &hit)
{
    const library::StoredWork *note = hit.work ? m_work.byId(*hit.work) : nullptr;
    if (const auto claim = note ? m_work.claimOf(*note) : std::nullopt) {
        m_selection.selectClaim(*claim, std::nullopt);
        return true;
    }
    if (!hit.article || !m_document.article(*hit.article))
        return false;
    m_diff->bringIn(*hit.article);
    m_selection.showSource({.article = *hit.article, .place = hit.place});
    return true;
}

void ComparisonView::judge(model::Verdict verdict)
{
    if (m_inspector->judgement().setVerdict(verdict) && m_selection.divergence())
        step(DivergenceWalk::Step::Next, false);
}

void ComparisonView::setWork(std::vector<library::StoredWork> work)
{
    m_work.setWork(std::move(work));
    m_search->setSaved(m_work.savedSearches());
}

void ComparisonView::showHidden() { m_divergences->showHidden(); }

void ComparisonView::setPanelShown(int panel, bool shown)
{
    QWidget *const panels[] = {m_articles, m_inspector, m_tabs};
    panels[panel]->setVisible(shown);
    // A panel that was folded away and is opened by hand stays until there is less room still; it was wanted all along.
    if (!m_isFolded[static_cast<size_t>(panel)])
        m_isWanted[static_cast<size_t>(panel)] = shown;
    giveTextsRoom();
    Q_EMIT layoutChanged();
}

void ComparisonView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPanels();
    giveTextsRoom();
}

void ComparisonView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // The splitters know their sizes only once they are on screen themselves, which is after this.
    QMetaObject::invokeMethod(this, &ComparisonView::giveTextsRoom, Qt::QueuedConnection);
}

/// Where the window is too narrow for the texts and both panels beside them the list of articles folds away, and in a
/// still narrower one the inspector. They come back with the room.
void ComparisonView::fitPanels()
{
    const int texts = kColumnRoom * static_cast<int>(m_diff->columnLimit());
    const bool needed[] = {width() < texts + kArticlesRoom + (m_isWanted[1] ? kInspectorRoom : 0), width() < texts + kInspectorRoom};
    QWidget *const panels[] = {m_articles, m_inspector};
    for (size_t panel = 0; panel < 2; ++panel) {
        if (needed[panel] == m_isFolded[panel])
            continue;
        m_isFolded[panel] = needed[panel];
        panels[panel]->setVisible(m_isWanted[panel] && !needed[panel]);
        Q_EMIT panelShown(static_cast<int>(panel), m_isWanted[panel] && !needed[panel]);
    }
}

/// The panels give way to the texts: the inspector first, then the articles; below them the lists.
void ComparisonView::giveTextsRoom()
{
    QList<int> across = m_across->sizes();
    int lacking = kColumnEase * static_cast<int>(m_diff->columnLimit()) - across[1];
    const std::pair<qsizetype, int> givers[] = {{2, kInspectorRoom}, {0, kArticlesRoom}};
    for (const auto &[panel, least] : givers) {
        const int given = std::clamp(lacking, 0, std::max(0, across[panel] - least));
        across[panel] -= given;
        across[1] += given;
        lacking -= given;
    }
    if (across != m_across->sizes())
        m_across->setSizes(across);
    QList<int> down = m_down->sizes();
    const int lists = std::max(kListsHeight, (down[0] + down[1]) / kListsShare);
    if (down[0] < kTextsHeight && down[1] > lists)
        m_down->setSizes({down[0] + down[1] - lists, lists});
}

void ComparisonView::focusNextZone(bool backward)
{
    QWidget *const zones[] = {m_articles, m_diff, m_inspector, m_tabs};
    const int count = 4;
    int at = backward ? 0 : count - 1;
    for (int zone = 0; zone < count; ++zone) {
        if (zones[zone]->isAncestorOf(QApplication::focusWidget()))
            at = zone;
    }
    for (int tried = 0; tried < count; ++tried) {
        at = (at + (backward ? count - 1 : 1)) % count;
        const QList<QAbstractScrollArea *> areas = zones[at]->findChildren<QAbstractScrollArea *>();
        const auto usable = std::ranges::find_if(areas, [](const QWidget *area) { return area->isVisible() && area->focusPolicy() != Qt::NoFocus; });
        if (usable != areas.end()) {
            (*usable)->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void ComparisonView::save(QSettings &settings) const
{
    settings.setValue(u"across"_s, m_across->saveState());
    settings.setValue(u"down"_s, m_down->saveState());
    settings.setValue(u"divergenceColumns"_s, m_divergences->saveColumns());
    settings.setValue(u"columns"_s, static_cast<int>(m_diff->columnLimit()));
}

void ComparisonView::restore(const QSettings &settings)
{
    m_diff->setColumnLimit(settings.value(u"columns"_s, 2).toInt() == 3 ? 3 : 2); // first: it makes room
    std::ignore = m_across->restoreState(settings.value(u"across"_s).toByteArray());
    std::ignore = m_down->restoreState(settings.value(u"down"_s).toByteArray());
    if (const QByteArray columns = settings.value(u"divergenceColumns"_s).toByteArray(); !columns.isEmpty())
        m_divergences->restoreColumns(columns);
}

} // namespace variorum::ui
