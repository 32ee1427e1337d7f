#include "ui/search/search_panel.h"

#include "ui/search/search_delegate.h"
#include "ui/search/search_model.h"
#include "ui/widgets/plain_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTypingMs = 250; // until a search while one types
constexpr int kLongestLine = 500;

} // namespace

SearchPanel::SearchPanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"searchPanel"_s);
    setProperty("panel", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    build();
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    m_timer->setInterval(kTypingMs);
    connect(m_timer, &QTimer::timeout, this, &SearchPanel::ask);
    connect(m_line, &QLineEdit::textEdited, m_timer, qOverload<>(&QTimer::start));
    connect(m_line, &QLineEdit::textChanged, this, [this] { m_save->setEnabled(!line().isEmpty()); });
    connect(m_line, &QLineEdit::returnPressed, this, &SearchPanel::goOn);
    connect(m_save, &QToolButton::clicked, this, [this] {
        if (!line().isEmpty())
            Q_EMIT saveRequested(line());
    });
    connect(m_list, &QListView::clicked, this, &SearchPanel::choose);
    connect(m_list, &QListView::activated, this, &SearchPanel::choose);
    m_save->setEnabled(false);
    setSaved({});
}

void SearchPanel::build()
{
    m_line = new QLineEdit(this);
    m_line->setObjectName(u"searchLine"_s);
    m_line->setAccessibleName(tr("Search the library"));
    m_line->setPlaceholderText(tr("Search the library: ferry \"ran aground\" outlet:post kind:time tag:urgent before:2024-03"));
    m_line->setClearButtonEnabled(true);
    m_line->setMaxLength(kLongestLine);
    m_line->installEventFilter(this);
    const auto makeButton = [this](const QString &name, const QString &text) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setProperty("chip", true);
        button->setText(text);
        return button;
    };
    m_save = makeButton(u"saveSearch"_s, tr("Keep"));
    m_save->setToolTip(tr("Keep this search (Ctrl+Shift+D)"));
    m_saved = makeButton(u"savedSearches"_s, tr("Kept searches") + u" \u25be"_s);
    m_savedMenu = new QMenu(this);
    m_savedMenu->setObjectName(u"savedMenu"_s);
    m_saved->setMenu(m_savedMenu);
    m_saved->setPopupMode(QToolButton::InstantPopup);
    m_state = plainLabel({}, this, true);
    m_state->setObjectName(u"searchState"_s);
    m_state->setProperty("rank", u"second"_s);
    m_state->setContentsMargins(16, 0, 16, 4);
    m_state->hide();
    m_model = new SearchModel(this);
    m_list = new QListView(this);
    m_list->setObjectName(u"searchList"_s);
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate(this));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 8, 12, 6);
    top->setSpacing(6);
    top->addWidget(m_line, 1);
    top->addWidget(m_save);
    top->addWidget(m_saved);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_state);
    layout->addWidget(m_list, 1);
}

QString SearchPanel::line() const { return m_line->text().trimmed(); }

QSize SearchPanel::minimumSizeHint() const { return {1, QWidget::minimumSizeHint().height()}; }

void SearchPanel::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void SearchPanel::searchFor(const QString &line)
{
    m_line->setText(line);
    ask();
}

void SearchPanel::ask()
{
    m_timer->stop();
    if (!line().isEmpty()) {
        Q_EMIT searchRequested(line());
        return;
    }
    m_found.clear();
    m_model->setHits({});
    m_state->hide();
}

void SearchPanel::setFound(const QString &line, std::vector<library::SearchHit> hits, const std::vector<library::SearchProblem> &problems)
{
    if (line != this->line()) // typed on since
        return;
    m_found = line;
    QStringList states;
    for (const library::SearchProblem &problem : problems)
        states.append(problem.value.isEmpty() ? tr("Nothing stands after %1:").arg(oneLine(problem.field, 40)) : tr("%1: does not know \"%2\"", "field of a search, value").arg(oneLine(problem.field, 40), oneLine(problem.value, 80)));
    if (hits.empty())
        states.append(tr("Nothing found."));
    m_state->setText(states.join(u'\n'));
    m_state->setVisible(!states.isEmpty());
    m_model->setHits(std::move(hits));
}

void SearchPanel::setSaved(const std::vector<const library::StoredWork *> &searches)
{
    m_savedMenu->clear();
    const auto shown = [](const QString &line) { return oneLine(line, 80).replace(u'&', "&&"_L1); };
    for (const library::StoredWork *work : searches)
        m_savedMenu->addAction(shown(work->item.value), this, [this, line = work->item.value] { searchFor(line); });
    if (!searches.empty()) {
        m_savedMenu->addSeparator();
        QMenu *forget = m_savedMenu->addMenu(tr("Forget"));
        for (const library::StoredWork *work : searches)
            forget->addAction(shown(work->item.value), this, [this, id = work->id] { Q_EMIT forgetRequested(id); });
    }
    m_saved->setEnabled(!searches.empty());
}

void SearchPanel::goOn()
{
    if (m_found != line() || m_model->rowCount() == 0) {
        ask();
        return;
    }
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    choose(m_list->currentIndex());
}

void SearchPanel::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT hitChosen(m_model->hit(index));
}

/// The arrow down leads from the line into what was found.
bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress && static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Down && m_model->rowCount() > 0) {
        m_list->setFocus(Qt::OtherFocusReason);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(0));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace variorum::ui
