#include "ui/actions.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QWidget>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ActionText {
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

QAction *make(QWidget *parent, const char *objectName, const QString &text, const QList<QKeySequence> &keys = {}, QStringView iconName = {})
{
    auto *action = new QAction(text, parent);
    action->setObjectName(QString::fromLatin1(objectName));
    action->setShortcuts(keys);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    parent->addAction(action); // keys work while the menu bar is hidden
    return action;
}

/// Its key acts where a pane that has the action has the focus: a letter is typed elsewhere.
QAction *makeForPanes(QWidget *parent, const char *objectName, const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, parent);
    action->setObjectName(QString::fromLatin1(objectName));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

QAction *makeCheckable(QWidget *parent, const char *objectName, const QString &text, bool checked, const QList<QKeySequence> &keys = {})
{
    QAction *action = make(parent, objectName, text, keys);
    action->setCheckable(true);
    action->setChecked(checked);
    return action;
}

void makeExclusive(QWidget *parent, const QList<QAction *> &actions)
{
    auto *group = new QActionGroup(parent);
    for (QAction *action : actions)
        group->addAction(action);
}

QString plainName(const QAction &action)
{
    QString name = action.text();
    return name.remove(u'&').remove("..."_L1);
}

} // namespace

Actions::Actions(QWidget *parent)
{
    using Keys = QList<QKeySequence>;
    openFolder = make(parent, "openFolder", ActionText::tr("&Open folder..."), Keys{Qt::CTRL | Qt::Key_O}, u"open-folder");
    openFiles = make(parent, "openFiles", ActionText::tr("Open &files..."), Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_O});
    openSample = make(parent, "openSample", ActionText::tr("Open the &sample"), {}, u"sample");
    rescan = make(parent, "rescan", ActionText::tr("&Read the folder again"), Keys{Qt::Key_F5, Qt::CTRL | Qt::Key_R}, u"rescan");
    exportPdf = make(parent, "exportPdf", ActionText::tr("&Export comparison..."), Keys{Qt::CTRL | Qt::Key_E}, u"export");
    library = make(parent, "library", ActionText::tr("&Library and snapshots..."), Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_L});
    quit = make(parent, "quit", ActionText::tr("&Quit"), Keys{Qt::CTRL | Qt::Key_Q});
    cancel = make(parent, "cancelImport", ActionText::tr("&Cancel import or export"), Keys{Qt::Key_Escape});
    undo = make(parent, "undo", ActionText::tr("&Undo"), QKeySequence::keyBindings(QKeySequence::Undo));
    redo = make(parent, "redo", ActionText::tr("&Redo"), QKeySequence::keyBindings(QKeySequence::Redo));
    copy = make(parent, "copy", ActionText::tr("&Copy"));
    selectAll = make(parent, "selectAll", ActionText::tr("Select &all"));
    editDetails = make(parent, "editDetails", ActionText::tr("Edit &details of the article..."), Keys{Qt::Key_F2}, u"edit");
    chooseEncoding = make(parent, "chooseEncoding", ActionText::tr("E&ncoding of the article..."));
    nextDivergence = make(parent, "nextDivergence", ActionText::tr("&Next divergence"), Keys{Qt::ALT | Qt::Key_Down, Qt::Key_F8, Qt::CTRL | Qt::Key_Down}, u"next");
    previousDivergence = make(parent, "previousDivergence", ActionText::tr("&Previous divergence"), Keys{Qt::ALT | Qt::Key_Up, Qt::SHIFT | Qt::Key_F8, Qt::CTRL | Qt::Key_Up}, u"previous");
    nextConflict = make(parent, "nextConflict", ActionText::tr("Next &conflict"), Keys{Qt::CTRL | Qt::Key_PageDown});
    previousConflict = make(parent, "previousConflict", ActionText::tr("Previous c&onflict"), Keys{Qt::CTRL | Qt::Key_PageUp});
    search = make(parent, "search", ActionText::tr("&Search the library"), Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_F});
    keepSearch = make(parent, "keepSearch", ActionText::tr("&Keep this search"), Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_D});
    showStatement = make(parent, "showStatement", ActionText::tr("What was &found here"), Keys{Qt::CTRL | Qt::Key_I});
    supported = makeForPanes(parent, "supported", ActionText::tr("&Supported"), Keys{Qt::Key_Y});
    refuted = makeForPanes(parent, "refuted", ActionText::tr("&Refuted"), Keys{Qt::Key_N});
    notEnough = makeForPanes(parent, "notEnough", ActionText::tr("Not &enough information"), Keys{Qt::Key_H});
    star = makeForPanes(parent, "star", ActionText::tr("S&tar"), Keys{Qt::Key_S});
    tag = makeForPanes(parent, "tag", ActionText::tr("Ta&g..."), Keys{Qt::Key_T});
    note = makeForPanes(parent, "note", ActionText::tr("&Note..."), Keys{Qt::Key_M});
    notADifference = makeForPanes(parent, "notADifference", ActionText::tr("Not a &difference"), Keys{Qt::Key_Delete});
    notTheSame = makeForPanes(parent, "notTheSame", ActionText::tr("Not the s&ame: split the chosen sources off"), Keys{Qt::Key_X, Qt::CTRL | Qt::SHIFT | Qt::Key_J});
    joinClaims = makeForPanes(parent, "joinClaims", ActionText::tr("&Join with another claim..."), Keys{Qt::CTRL | Qt::Key_J});
    twoColumns = makeCheckable(parent, "twoColumns", ActionText::tr("&Two columns"), true, Keys{Qt::CTRL | Qt::Key_2});
    twoColumns->setIcon(icon(u"columns-two"));
    threeColumns = makeCheckable(parent, "threeColumns", ActionText::tr("T&hree columns"), false, Keys{Qt::CTRL | Qt::Key_3});
    threeColumns->setIcon(icon(u"columns-three"));
    makeExclusive(parent, {twoColumns, threeColumns});
    faintMarks = makeCheckable(parent, "faintMarks", ActionText::tr("Show &agreed and single-source marks"), true, Keys{Qt::CTRL | Qt::Key_M});
    largerText = make(parent, "largerText", ActionText::tr("&Larger text"), Keys{QKeySequence::ZoomIn, Qt::CTRL | Qt::Key_Equal});
    smallerText = make(parent, "smallerText", ActionText::tr("S&maller text"), Keys{QKeySequence::ZoomOut});
    usualText = make(parent, "usualText", ActionText::tr("&Usual text size"), Keys{Qt::CTRL | Qt::Key_0});
    articlesPanel = makeCheckable(parent, "articlesPanelShown", ActionText::tr("Art&icles"), true, Keys{Qt::Key_F4});
    inspectorPanel = makeCheckable(parent, "inspectorShown", ActionText::tr("&Claim"), true, Keys{Qt::Key_F12});
    listsPanel = makeCheckable(parent, "listsShown", ActionText::tr("&Divergences and import report"), true, Keys{Qt::Key_F7});
    nextZone = make(parent, "nextZone", ActionText::tr("Next &pane"), Keys{Qt::Key_F6});
    previousZone = make(parent, "previousZone", ActionText::tr("Pre&vious pane"), Keys{Qt::SHIFT | Qt::Key_F6});
    themeSystem = makeCheckable(parent, "themeSystem", ActionText::tr("As the &desktop"), true);
    themeLight = makeCheckable(parent, "themeLight", ActionText::tr("&Light"), false);
    themeDark = makeCheckable(parent, "themeDark", ActionText::tr("D&ark"), false);
    makeExclusive(parent, {themeSystem, themeLight, themeDark});
    shortcuts = make(parent, "shortcuts", ActionText::tr("&Keyboard shortcuts"), Keys{Qt::Key_F1, Qt::CTRL | Qt::Key_Slash});
    about = make(parent, "about", ActionText::tr("&About Variorum"));
}

QList<QAction *> Actions::judgements() const { return {supported, refuted, notEnough, star, tag, note, notADifference, notTheSame, joinClaims}; }

QList<QAction *> Actions::all() const
{
    return QList<QAction *>{openFolder, openFiles, openSample, rescan, exportPdf, library, quit, cancel, undo, redo, copy, selectAll, editDetails, chooseEncoding, nextDivergence, previousDivergence,
                            nextConflict, previousConflict, search, keepSearch, showStatement}
    + judgements()
        + QList<QAction *>{twoColumns, threeColumns, faintMarks, largerText, smallerText, usualText, articlesPanel, inspectorPanel, listsPanel, nextZone, previousZone,
                           themeSystem, themeLight, themeDark, shortcuts, about};
}

void showShortcuts(const Actions &actions, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(u"shortcutsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(ActionText::tr("Keyboard shortcuts"));
    dialog->resize(480, 560);
    auto *table = new QTableWidget(0, 2, dialog);
    table->setObjectName(u"shortcutsTable"_s);
    table->setHorizontalHeaderLabels({ActionText::tr("Action"), ActionText::tr("Keys")});
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const QAction *action : actions.all()) {
        if (action->shortcuts().isEmpty())
            continue;
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(plainName(*action)));
        table->setItem(row, 1, new QTableWidgetItem(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText).replace("; "_L1, ",  "_L1)));
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(table);
    layout->addWidget(buttons);
    dialog->open();
}

} // namespace variorum::ui
