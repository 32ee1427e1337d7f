#include "ui/claims/claim_inspector.h"

#include "ui/claims/source_delegate.h"
#include "ui/claims/source_model.h"
#include "ui/diff/mark_style.h"
#include "ui/labels.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/theme.h"
#include "ui/work/judgement_bar.h"

#include <QApplication>
#include <QListView>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QIcon inkIcon(const QString &name, const QColor &colour)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawIcon(painter, name, QRectF(0, 0, 16, 16), colour);
    return QIcon(pixmap);
}

} // namespace

ClaimInspector::ClaimInspector(const Document &document, Selection &selection, const WorkBook &book, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
{
    m_judgement = new JudgementBar(document, selection, book, this);
    setObjectName(u"claimInspector"_s);
    setProperty("panel", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Claim"));
    m_pages = new QStackedWidget(this);
    QLabel *hint = plainLabel(tr("Click marked words, or go to the next divergence with Alt+Down, to see every source that speaks of it."), this, true);
    hint->setObjectName(u"muted"_s);
    hint->setAlignment(Qt::AlignCenter);
    auto *hintPage = new QWidget(this); // the style sheet decides a label's own margins
    auto *hintLayout = new QVBoxLayout(hintPage);
    hintLayout->setContentsMargins(32, 32, 32, 96);
    hintLayout->addWidget(hint);
    m_pages->addWidget(hintPage);
    m_pages->addWidget(makeClaimPage());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(&m_selection, &Selection::claimChanged, this, &ClaimInspector::refresh);
    connect(&m_selection, &Selection::sourceChanged, this, &ClaimInspector::followSource);
}

QWidget *ClaimInspector::makeClaimPage()
{
    auto *page = new QWidget(this);
    m_claimText = plainLabel({}, page, true);
    m_claimText->setObjectName(u"claimText"_s);
    m_claimText->setFont(readingFont(font().pointSize() + 2));
    m_claimText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_summary = plainLabel({}, page, true);
    m_summary->setObjectName(u"claimSummary"_s);
    m_summary->setProperty("rank", u"second"_s);
    m_chips = new QWidget(page);
    m_chips->setObjectName(u"divergenceChips"_s);
    m_chipsLayout = new FlowLayout(m_chips, 6);

    m_model = new SourceModel(this);
    m_delegate = new SourceDelegate(this);
    m_list = new QListView(page);
    m_list->setObjectName(u"sourceList"_s);
    m_list->setAccessibleName(tr("Sources"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection); // several may be split off
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ClaimInspector::followChoice);
    connect(m_list, &QListView::clicked, this, &ClaimInspector::activate);
    connect(m_list, &QListView::activated, this, &ClaimInspector::activate);
    makeWhy();

    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 16, 16, 8);
    head->setSpacing(8);
    head->addWidget(m_claimText);
    head->addWidget(m_summary);
    head->addWidget(m_chips);
    head->addWidget(m_judgement);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    auto *rule = new QFrame(page);
    rule->setObjectName(u"rule"_s);
    layout->addWidget(rule);
    layout->addWidget(m_whyButton);
    layout->addWidget(m_whyArea);
    return page;
}

void ClaimInspector::makeWhy()
{
    m_whyButton = new QToolButton(this);
    m_whyButton->setObjectName(u"whyButton"_s);
    m_whyButton->setProperty("flat", true);
    m_whyButton->setText(tr("Why this is marked"));
    m_whyButton->setCheckable(true);
    m_whyButton->setArrowType(Qt::RightArrow);
    m_whyButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_whyButton->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_why = plainLabel({}, this, true);
    m_why->setObjectName(u"whyText"_s);
    m_why->setContentsMargins(16, 4, 16, 16);
    m_why->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_whyArea = new QScrollArea(this);
    m_whyArea->setWidget(m_why);
    m_whyArea->setWidgetResizable(true);
    m_whyArea->setMaximumHeight(180);
    m_whyArea->viewport()->setAutoFillBackground(false);
    m_why->setAutoFillBackground(false);
    m_whyArea->hide();
    connect(m_whyButton, &QToolButton::toggled, this, [this](bool open) {
        m_whyButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_whyArea->setVisible(open);
    });
}

void ClaimInspector::fillChips()
{
    m_chipsLayout->clear();
    const auto divergences = m_document.index()->divergencesOf(*m_selection.claim());
    for (const model::Divergence *divergence : divergences) {
        auto *chip = new QToolButton(m_chips);
        chip->setObjectName(u"divergenceChip"_s);
        chip->setProperty("chip", true);
        chip->setText(u" "_s + divergenceLabel(*divergence));
        chip->setIcon(inkIcon(severityIconName(divergence->severity), kindColour(divergence->kind, isDark(palette()))));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setCheckable(true);
        chip->setAutoExclusive(true);
        chip->setChecked(divergence->id == m_selection.divergence());
        const base::ClaimId claim = divergence->claim;
        const base::DivergenceId id = divergence->id;
        // Queued: the choice fills the chips anew, and this one may not go while it is clicked.
        connect(
            chip, &QToolButton::clicked, this, [this, claim, id] { m_selection.selectClaim(claim, id); }, Qt::QueuedConnection);
        m_chipsLayout->addWidget(chip);
        chip->show();
    }
    m_chips->setVisible(!divergences.empty());
}

void ClaimInspector::refresh()
{
    const std::shared_ptr<const model::ComparisonIndex> index = m_document.index();
    const model::Claim *claim = index && m_selection.claim() ? index->claim(*m_selection.claim()) : nullptr;
    m_pages->setCurrentIndex(claim ? 1 : 0);
    if (!claim) {
        m_model->setRows({});
        followChoice();
        return;
    }
    const model::Divergence *divergence = m_selection.divergence() ? index->divergence(*m_selection.divergence()) : nullptr;
    m_delegate->setKind(divergence ? std::optional(divergence->kind) : std::nullopt);
    m_claimText->setText(oneLine(claim->text, 500));
    m_summary->setText(claimSummary(*index, claim->id));
    fillChips();
    m_model->setRows(claimRows(*index, claim->id, m_selection.divergence()));
    followChoice();
    m_judgement->refresh();
    m_list->scrollToTop();
    m_why->setText(whyText(*index, claim->id, m_selection.divergence()));
    followSource();
}

void ClaimInspector::followSource()
{
    if (!m_selection.source())
        return;
    const QModelIndex at = m_model->indexOf(*m_selection.source());
    if (!at.isValid())
        return;
    if (!m_list->selectionModel()->isSelected(at)) // else it is one of several that are chosen
        m_list->setCurrentIndex(at);
    m_list->scrollTo(at);
}

void ClaimInspector::followChoice()
{
    std::vector<base::StatementId> chosen;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes()) {
        if (const auto statement = m_model->row(index).statement)
            chosen.push_back(*statement);
    }
    m_judgement->setChosen(std::move(chosen));
}

void ClaimInspector::activate(const QModelIndex &index)
{
    const std::optional<SourcePlace> place = m_model->row(index).place;
    const bool isChoosing = QApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    if (place && !isChoosing)
        m_selection.showSource(*place);
}

} // namespace variorum::ui
