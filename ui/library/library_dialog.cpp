#include "ui/library/library_dialog.h"

#include "ui/widgets/plain_text.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Column { When,
              Size,
              Why,
              Checked };

QString reasonText(library::SnapshotReason reason)
{
    using enum library::SnapshotReason;
    switch (reason) {
    case Opening: return LibraryDialog::tr("when the library was opened");
    case Hourly: return LibraryDialog::tr("every hour with changes");
    case Asked: return LibraryDialog::tr("asked for");
    case Migration: return LibraryDialog::tr("before it was brought up to date");
    case Unknown: return LibraryDialog::tr("by an earlier version");
    }
    return {};
}

QTableWidgetItem *cell(const QString &text, const QString &path)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setData(Qt::UserRole, path);
    return item;
}

} // namespace

WatchWords watchWords(workspace::FolderWatch::Mode mode, const QString &folder)
{
    using Mode = workspace::FolderWatch::Mode;
    const QString name = oneLine(QFileInfo(folder).fileName(), 60);
    switch (mode) {
    case Mode::Notified: return {LibraryDialog::tr("folder: watched"), LibraryDialog::tr("New and changed files in %1 are read once they have been quiet for a second. The system tells of them.").arg(name)};
    case Mode::Polled: return {LibraryDialog::tr("folder: looked at"), LibraryDialog::tr("New and changed files in %1 are read once they are quiet. The system cannot tell of them there, so Variorum looks every few seconds.").arg(name)};
    case Mode::Off: break;
    }
    return {};
}

LibraryDialog::LibraryDialog(QWidget *parent)
    : QDialog(parent)
    , m_place(plainLabel({}, this, true))
    , m_watch(plainLabel({}, this, true))
    , m_table(new QTableWidget(0, 4, this))
    , m_note(plainLabel({}, this, true))
{
    setObjectName(u"libraryDialog"_s);
    setWindowTitle(tr("Library"));
    setMinimumSize(640, 440);
    m_place->setObjectName(u"libraryPlace"_s);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_watch->setObjectName(u"libraryWatch"_s);
    m_note->setObjectName(u"libraryNote"_s);
    m_note->setProperty("rank", u"second"_s);
    m_table->setObjectName(u"snapshotTable"_s);
    m_table->setAccessibleName(tr("Snapshots"));
    m_table->setHorizontalHeaderLabels({tr("Made"), tr("Size"), tr("Why"), tr("Checked")});
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    for (const Column column : {When, Size, Why})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Checked, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < m_table->columnCount(); ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto add = [buttons](const QString &text, const QString &name) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(name);
        button->setAutoDefault(false);
        return button;
    };
    m_copy = add(tr("&Restore as a copy..."), u"copySnapshot"_s);
    m_show = add(tr("Show in &folder"), u"showSnapshot"_s);
    m_check = add(tr("&Check"), u"checkSnapshot"_s);
    m_take = add(tr("Take one &now"), u"takeSnapshot"_s);
    for (QAbstractButton *button : buttons->buttons())
        button->setIcon({}); // as in the other dialogs
    QLabel *about = plainLabel(tr("Snapshots are whole copies of the library. Each was read again and checked before an older one went."), this, true);
    auto *title = plainLabel(tr("Snapshots"), this);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    title->setBuddy(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_place);
    layout->addWidget(m_watch);
    layout->addSpacing(8);
    layout->addWidget(title);
    layout->addWidget(about);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &LibraryDialog::updateButtons);
    connect(m_take, &QPushButton::clicked, this, [this] {
        m_note->setText(tr("Taking a snapshot..."));
        Q_EMIT snapshotWanted();
    });
    connect(m_check, &QPushButton::clicked, this, [this] {
        m_table->item(rowOf(chosen()), Checked)->setText(tr("checking..."));
        Q_EMIT checkWanted(chosen());
    });
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT folderWanted(chosen()); });
    connect(m_copy, &QPushButton::clicked, this, &LibraryDialog::askWhere);
    updateButtons();
}

void LibraryDialog::setState(const State &state)
{
    m_state = state;
    m_place->setText(state.isWritable ? state.libraryPath : tr("%1 (read only here)").arg(state.libraryPath));
    const WatchWords words = watchWords(state.watch, state.folder);
    m_watch->setText(words.sentence.isEmpty() ? tr("No folder is watched.") : words.sentence);
    updateButtons();
}

void LibraryDialog::setSnapshots(const std::vector<library::Snapshot> &snapshots)
{
    const QString before = chosen();
    const QLocale locale;
    m_table->setRowCount(0);
    for (const library::Snapshot &snapshot : snapshots) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, When, cell(locale.toString(snapshot.made.toLocalTime(), QLocale::ShortFormat), snapshot.path));
        m_table->setItem(row, Size, cell(locale.formattedDataSize(snapshot.bytes), snapshot.path));
        m_table->setItem(row, Why, cell(reasonText(snapshot.reason), snapshot.path));
        m_table->setItem(row, Checked, cell(tr("when it was made"), snapshot.path));
    }
    if (!snapshots.empty())
        m_table->setCurrentCell(std::max(0, rowOf(before)), When);
    m_note->setText(snapshots.empty() ? tr("There is none yet. One is made when the library is opened and has changed, and every hour in which it changes.") : tr("%n snapshot(s)", nullptr, static_cast<int>(snapshots.size())));
    updateButtons();
}

void LibraryDialog::setChecked(const QString &path, bool isWhole)
{
    if (const int row = rowOf(path); row >= 0)
        m_table->item(row, Checked)->setText(isWhole ? tr("just now: whole") : tr("just now: damaged"));
}

void LibraryDialog::setCopied(const QString &target)
{
    m_note->setText(tr("The copy is %1. Variorum opens it like any library; yours is as it was.").arg(target));
}

void LibraryDialog::askWhere()
{
    const QFileInfo library(m_state.libraryPath);
    const QFileInfo snapshot(chosen());
    const QString suggested = u"%1/%2-%3.vrm"_s.arg(library.absolutePath(), library.completeBaseName(), snapshot.lastModified().toString(u"yyyyMMdd-HHmm"_s));
    auto *dialog = new QFileDialog(this, tr("Restore as a copy"), suggested, tr("Libraries (*.vrm)"));
    dialog->setObjectName(u"copySnapshotDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"vrm"_s);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is written over, and said so
    connect(dialog, &QFileDialog::fileSelected, this, [this, from = snapshot.filePath()](const QString &target) {
        if (QFileInfo::exists(target)) {
            m_note->setText(tr("%1 is there already. Choose another name.").arg(target));
            return;
        }
        m_note->setText(tr("Copying..."));
        Q_EMIT copyWanted(from, target);
    });
    dialog->open();
}

void LibraryDialog::updateButtons()
{
    const bool hasChoice = !chosen().isEmpty();
    m_copy->setEnabled(hasChoice);
    m_show->setEnabled(hasChoice);
    m_check->setEnabled(hasChoice);
    m_take->setEnabled(m_state.isWritable && !m_state.libraryPath.isEmpty());
}

QString LibraryDialog::chosen() const
{
    const QTableWidgetItem *item = m_table->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

int LibraryDialog::rowOf(const QString &path) const
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (m_table->item(row, When)->data(Qt::UserRole).toString() == path)
            return row;
    }
    return -1;
}

} // namespace variorum::ui
