#include "ui/articles/article_tree_model.h"

#include "ui/labels.h"
#include "ui/widgets/plain_text.h"

#include <algorithm>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// The internal id of an index: 0 for a group, else the group's row + 1.
constexpr quintptr kGroup = 0;

} // namespace

ArticleTreeModel::ArticleTreeModel(const Document &document, QObject *parent)
    : QAbstractItemModel(parent)
    , m_document(document)
{
    refresh();
}

void ArticleTreeModel::refresh()
{
    beginResetModel();
    m_groups.clear();
    m_copies.clear();
    m_duplicates.clear();
    m_versions.clear();
    if (m_document.index()) {
        const model::Comparison &comparison = m_document.index()->comparison();
        for (const auto &[copy, original] : comparison.copyOf)
            m_copies.insert(copy);
        for (const auto &[copy, original] : comparison.duplicateOf)
            m_duplicates.insert(copy);
        for (const auto &[later, earlier] : comparison.versionOf)
            m_versions.insert(later);
        for (const model::Story &story : comparison.stories) {
            Group group{.story = story.id, .articles = story.articles};
            std::ranges::stable_sort(group.articles, {}, [this](base::ArticleId id) {
                const model::Article *article = m_document.article(id);
                // Undated ones last.
                return article && article->published ? std::pair(0, article->published->utcForOrdering().toMSecsSinceEpoch()) : std::pair(1, qint64{0});
            });
            m_groups.push_back(std::move(group));
        }
        Group rest{.story = {}, .articles = {}};
        for (const model::Article &article : comparison.articles) {
            if (article.id && !m_document.index()->storyOf(*article.id))
                rest.articles.push_back(*article.id);
        }
        if (!rest.articles.empty())
            m_groups.push_back(std::move(rest));
    }
    endResetModel();
    takeArrivals();
}

void ArticleTreeModel::takeArrivals()
{
    std::set<base::ArticleId> known;
    if (!m_groups.empty() && !m_groups.back().story)
        known.insert(m_groups.back().articles.begin(), m_groups.back().articles.end());
    std::vector<base::ArticleId> added;
    for (const model::Article *article : m_document.arrivals()) {
        if (article->id && !known.contains(*article->id))
            added.push_back(*article->id);
    }
    if (added.empty())
        return;
    if (m_groups.empty() || m_groups.back().story) {
        const int row = static_cast<int>(m_groups.size());
        beginInsertRows({}, row, row);
        m_groups.push_back({.story = {}, .articles = {}});
        endInsertRows();
    }
    std::vector<base::ArticleId> &articles = m_groups.back().articles;
    const int first = static_cast<int>(articles.size());
    const QModelIndex group = index(static_cast<int>(m_groups.size()) - 1, 0);
    beginInsertRows(group, first, first + static_cast<int>(added.size()) - 1);
    articles.insert(articles.end(), added.begin(), added.end());
    endInsertRows();
}

void ArticleTreeModel::setShown(const std::vector<base::ArticleId> &articles)
{
    std::set<base::ArticleId> changed(articles.begin(), articles.end());
    std::swap(changed, m_shown);
    changed.insert(m_shown.begin(), m_shown.end());
    for (const base::ArticleId id : changed) {
        const QModelIndex at = indexOf(id);
        if (at.isValid())
            Q_EMIT dataChanged(at, at, {Qt::CheckStateRole});
    }
}

QModelIndex ArticleTreeModel::indexOf(base::ArticleId article) const
{
    for (size_t group = 0; group < m_groups.size(); ++group) {
        const auto &articles = m_groups[group].articles;
        const auto found = std::ranges::find(articles, article);
        if (found != articles.end())
            return createIndex(static_cast<int>(found - articles.begin()), 0, group + 1);
    }
    return {};
}

std::optional<base::ArticleId> ArticleTreeModel::articleAt(const QModelIndex &index)
{
    const QVariant id = index.data(ArticleIdRole);
    return id.isValid() ? std::optional(base::ArticleId{id.toLongLong()}) : std::nullopt;
}

std::optional<base::StoryId> ArticleTreeModel::storyAt(const QModelIndex &index)
{
    const QVariant id = index.data(StoryIdRole);
    return id.isValid() ? std::optional(base::StoryId{id.toLongLong()}) : std::nullopt;
}

QModelIndex ArticleTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kGroup);
}

QModelIndex ArticleTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == kGroup)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, kGroup);
}

int ArticleTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != kGroup || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<size_t>(parent.row())].articles.size());
}

int ArticleTreeModel::columnCount(const QModelIndex &) const { return 1; }

QVariant ArticleTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == kGroup)
        return groupData(m_groups[static_cast<size_t>(index.row())], role);
    return articleData(m_groups[index.internalId() - 1].articles[static_cast<size_t>(index.row())], role);
}

QVariant ArticleTreeModel::groupData(const Group &group, int role) const
{
    const model::Story *story = group.story && m_document.index() ? m_document.index()->story(*group.story) : nullptr;
    const QString count = tr("%n article(s)", nullptr, static_cast<int>(group.articles.size()));
    switch (role) {
    case Qt::DisplayRole: return story ? oneLine(story->title) : tr("Not compared");
    case Qt::AccessibleTextRole: return tr("%1, %2", "story title, count of articles").arg(story ? oneLine(story->title) : tr("Not compared"), count);
    case Qt::ToolTipRole: return story ? plainToolTip(oneLine(story->title)) : QString();
    case StoryIdRole: return story ? QVariant(story->id.value) : QVariant();
    case DateRole: return count;
    default: return {};
    }
}

QStringList ArticleTreeModel::badgesOf(const model::Article &article) const
{
    QStringList badges;
    if (article.outcome == model::ReadOutcome::NotRead)
        badges.append(tr("not read"));
    if (article.outcome == model::ReadOutcome::Partly)
        badges.append(tr("partly read"));
    if (model::whyNotCompared(article))
        badges.append(article.language ? tr("not English") : tr("language unknown"));
    if (article.id && m_duplicates.contains(*article.id))
        badges.append(tr("duplicate"));
    else if (article.id && m_copies.contains(*article.id))
        badges.append(tr("wire copy"));
    if (article.id && m_versions.contains(*article.id))
        badges.append(tr("newer version"));
    return badges;
}

QVariant ArticleTreeModel::articleData(base::ArticleId id, int role) const
{
    const model::Article *article = m_document.article(id);
    if (!article)
        return role == ArticleIdRole ? QVariant(id.value) : QVariant();
    const auto count = [&] { return m_document.index() ? static_cast<int>(m_document.index()->divergencesOf(id).size()) : 0; };
    const auto outlet = [&] { return oneLine(model::outletLabel(*article), 200); };
    const auto headline = [&] { return oneLine(model::titleLabel(*article)); };
    const auto date = [&] { return article->published ? shortDateLabel(*article->published) : QString(); };
    switch (role) {
    case Qt::DisplayRole: return outlet();
    case Qt::CheckStateRole: return m_shown.contains(id) ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole: {
        QStringList parts{outlet(), headline(), date(), tr("%n divergence(s)", nullptr, count())};
        parts += badgesOf(*article);
        parts.removeAll(QString());
        return parts.join(", "_L1);
    }
    case Qt::ToolTipRole: {
        QStringList lines{headline(), outlet(), date(), article->path, badgesOf(*article).join(", "_L1)};
        lines.removeAll(QString());
        return plainToolTip(lines.join(u'\n'));
    }
    case ArticleIdRole: return id.value;
    case HeadlineRole: return headline();
    case DateRole: return date();
    case DivergenceCountRole: return count();
    case BadgesRole: return badgesOf(*article);
    case SearchRole: return QStringList{outlet(), headline(), article->authors.join(u' '), article->path}.join(u'\n');
    default: return {};
    }
}

bool ArticleTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const std::optional<base::ArticleId> id = articleAt(index);
    if (role != Qt::CheckStateRole || !id)
        return false;
    Q_EMIT tickChanged(*id, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ArticleTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (index.internalId() == kGroup)
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

} // namespace variorum::ui
