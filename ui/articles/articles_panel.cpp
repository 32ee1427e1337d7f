#include "ui/articles/articles_panel.h"

#include "ui/articles/article_delegate.h"
#include "ui/articles/article_tree_model.h"
#include "ui/widgets/icons.h"

#include <QLineEdit>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

ArticlesPanel::ArticlesPanel(const Document &document, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"articlesPanel"_s);
    setAccessibleName(tr("Articles"));
    m_model = new ArticleTreeModel(document, this);
    m_filter = new QSortFilterProxyModel(this);
    m_filter->setSourceModel(m_model);
    m_filter->setRecursiveFilteringEnabled(true);
    m_filter->setFilterRole(ArticleTreeModel::SearchRole);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filterLine = new QLineEdit(this);
    m_filterLine->setObjectName(u"articleFilter"_s);
    m_filterLine->setPlaceholderText(tr("Filter articles"));
    m_filterLine->setAccessibleName(m_filterLine->placeholderText());
    m_filterLine->setClearButtonEnabled(true);
    m_filterLine->addAction(icon(u"filter"), QLineEdit::LeadingPosition);
    m_tree = new QTreeView(this);
    m_tree->setObjectName(u"articleTree"_s);
    m_tree->setAccessibleName(tr("Articles"));
    m_tree->setModel(m_filter);
    m_tree->setItemDelegate(new ArticleDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    setFocusProxy(m_tree);
    m_tree->setIndentation(0);
    m_tree->setRootIsDecorated(false);
    m_tree->setMouseTracking(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 8, 8, 4);
    top->addWidget(m_filterLine);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);

    connect(m_filterLine, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterFixedString(text);
        m_tree->expandAll();
    });
    connect(m_tree, &QTreeView::clicked, this, &ArticlesPanel::choose);
    connect(m_tree, &QTreeView::activated, this, &ArticlesPanel::choose);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &ArticlesPanel::showMenu);
    connect(m_model, &ArticleTreeModel::tickChanged, this, &ArticlesPanel::articleTicked);
    connect(m_model, &QAbstractItemModel::modelReset, m_tree, &QTreeView::expandAll);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &group) {
        if (group.isValid())
            m_tree->expand(group);
    });
}

std::optional<base::ArticleId> ArticlesPanel::currentArticle() const { return ArticleTreeModel::articleAt(m_tree->currentIndex()); }

void ArticlesPanel::setShown(const std::vector<base::ArticleId> &articles) { m_model->setShown(articles); }

void ArticlesPanel::refresh()
{
    const std::optional<base::ArticleId> current = currentArticle();
    m_model->refresh();
    m_tree->expandAll();
    if (current)
        m_tree->setCurrentIndex(m_filter->mapFromSource(m_model->indexOf(*current)));
}

void ArticlesPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_tree->doItemsLayout(); // titles of stories wrap: their height depends on the width
}

void ArticlesPanel::takeArrivals() { m_model->takeArrivals(); }

void ArticlesPanel::choose(const QModelIndex &proxyIndex)
{
    if (const auto article = ArticleTreeModel::articleAt(proxyIndex))
        Q_EMIT articleChosen(*article);
    else if (const auto story = ArticleTreeModel::storyAt(proxyIndex))
        Q_EMIT storyChosen(*story);
}

void ArticlesPanel::showMenu(const QPoint &position)
{
    const auto article = ArticleTreeModel::articleAt(m_tree->indexAt(position));
    if (!article)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show beside the others"), this, [this, article] { Q_EMIT articleTicked(*article, true); });
    menu->addAction(icon(u"edit"), tr("Edit details..."), this, [this, article] { Q_EMIT editRequested(*article); });
    menu->addAction(tr("Encoding..."), this, [this, article] { Q_EMIT encodingRequested(*article); });
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace variorum::ui
