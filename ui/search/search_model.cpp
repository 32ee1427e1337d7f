#include "ui/search/search_model.h"

#include "ui/widgets/plain_text.h"

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

void SearchModel::setHits(std::vector<library::SearchHit> hits)
{
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

int SearchModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_hits.size()); }

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const library::SearchHit &of = hit(index);
    switch (role) {
    case Qt::DisplayRole: return oneLine(of.title, 200);
    case Qt::AccessibleTextRole: {
        QStringList parts{oneLine(of.title, 200), sourceLabel(of), oneLine(of.excerpt, 400)};
        parts.removeAll(QString());
        return parts.join(". "_L1);
    }
    default: return {};
    }
}

QString sourceLabel(const library::SearchHit &hit) { return hit.subject == library::SearchSubject::Note ? SearchModel::tr("your note") : oneLine(hit.outlet, 80); }

} // namespace variorum::ui
