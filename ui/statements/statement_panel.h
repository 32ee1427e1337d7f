#pragma once

#include "ui/document.h"
#include "ui/selection.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace variorum::ui {

/// What the machine read at some words of an article: every statement that covers them with its predicate, how it is
/// stated, and its parts, each with its normal form and the rule that found it.
class StatementPanel final : public QWidget {
    Q_OBJECT

public:
    StatementPanel(const Document &document, Selection &selection, QWidget *parent = nullptr);

    /// The statements at the beginning of a place.
    void showAt(const SourcePlace &place);
    void clear(); ///< the document changed: ids and places may be others

private:
    void append(const model::Statement &statement);
    void activate(const QTreeWidgetItem *item);

    const Document &m_document;
    Selection &m_selection;
    QLabel *m_hint;
    QTreeWidget *m_tree;
    std::vector<SourcePlace> m_places; ///< of the items, by number
};

} // namespace variorum::ui
