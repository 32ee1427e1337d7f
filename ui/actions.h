#pragma once

#include <QList>

class QAction;
class QMenuBar;
class QObject;
class QWidget;

namespace variorum::ui {

/// All that can be done from the menus and by key, made once; the window connects them. Owned by the parent.
struct Actions {
    explicit Actions(QWidget *parent);

    QAction *openFolder;
    QAction *openFiles;
    QAction *openSample;
    QAction *rescan;
    QAction *exportPdf;
    QAction *library;
    QAction *quit;
    QAction *cancel;
    QAction *undo;
    QAction *redo;
    QAction *copy;
    QAction *selectAll;
    QAction *editDetails;
    QAction *chooseEncoding;
    QAction *nextDivergence;
    QAction *previousDivergence;
    QAction *nextConflict;
    QAction *previousConflict;
    QAction *search;
    QAction *keepSearch;
    QAction *showStatement;
    // These have letters for keys: they act in the panes that the window adds them to.
    QAction *supported;
    QAction *refuted;
    QAction *notEnough;
    QAction *star;
    QAction *tag;
    QAction *note;
    QAction *notADifference;
    QAction *notTheSame;
    QAction *joinClaims;
    QAction *twoColumns;
    QAction *threeColumns;
    QAction *faintMarks;
    QAction *largerText;
    QAction *smallerText;
    QAction *usualText;
    QAction *articlesPanel;
    QAction *inspectorPanel;
    QAction *listsPanel;
    QAction *nextZone;
    QAction *previousZone;
    QAction *themeSystem;
    QAction *themeLight;
    QAction *themeDark;
    QAction *shortcuts;
    QAction *about;

    [[nodiscard]] QList<QAction *> judgements() const; ///< supported to joinClaims
    [[nodiscard]] QList<QAction *> all() const; ///< in the order of the members
};

/// A plain table of every action that has a key. Not modal; deletes itself.
void showShortcuts(const Actions &actions, QWidget *parent);

} // namespace variorum::ui
