#include "ui/statements/statement_panel.h"

#include "ui/statements/statement_rows.h"
#include "ui/widgets/plain_text.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

StatementPanel::StatementPanel(const Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
{
    setObjectName(u"statementPanel"_s);
    setProperty("panel", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_hint = plainLabel({}, this, true);
    m_hint->setObjectName(u"muted"_s);
    m_hint->setContentsMargins(16, 12, 16, 12);
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(u"statementTree"_s);
    m_tree->setAccessibleName(tr("Statement"));
    m_tree->setHeaderLabels({tr("Part"), tr("Words"), tr("Normal form"), tr("Rule")});
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (const int column : {1, 2})
        m_tree->header()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_tree->header()->setStretchLastSection(false);
    m_tree->setColumnWidth(0, 230);
    m_tree->setColumnWidth(3, 150);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_hint);
    layout->addWidget(m_tree, 1);
    connect(m_tree, &QTreeWidget::itemClicked, this, &StatementPanel::activate);
    connect(m_tree, &QTreeWidget::itemActivated, this, &StatementPanel::activate);
    clear();
}

void StatementPanel::clear()
{
    m_tree->clear();
    m_places.clear();
    m_tree->hide();
    m_hint->setText(tr("Ctrl+click words of an article, or press Ctrl+I, to see what was read in them and by which rule."));
    m_hint->show();
}

void StatementPanel::showAt(const SourcePlace &place)
{
    clear();
    if (!m_document.index())
        return;
    const auto statements = statementsAt(*m_document.index(), place.article, place.place.field, place.place.span.begin);
    for (const model::Statement *statement : statements)
        append(*statement);
    m_tree->setVisible(!statements.empty());
    m_hint->setVisible(statements.empty());
    if (statements.empty()) {
        m_hint->setText(tr("No statement was found in these words."));
        return;
    }
    m_tree->topLevelItem(0)->setExpanded(true);
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
}

void StatementPanel::append(const model::Statement &statement)
{
    QTreeWidgetItem *top = nullptr;
    for (const StatementRow &row : statementRows(*m_document.index(), statement)) {
        auto *item = new QTreeWidgetItem({row.part, row.words, row.normal, row.rule});
        item->setData(0, Qt::UserRole, static_cast<int>(m_places.size()));
        m_places.push_back(row.place);
        for (int column = 0; column < 4; ++column)
            item->setToolTip(column, plainToolTip(item->text(column)));
        if (!row.isStatement) {
            top->addChild(item);
            continue;
        }
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        item->setFont(0, bold);
        m_tree->addTopLevelItem(item);
        top = item;
    }
}

void StatementPanel::activate(const QTreeWidgetItem *item)
{
    m_selection.showSource(m_places[static_cast<size_t>(item->data(0, Qt::UserRole).toInt())]);
}

} // namespace variorum::ui
