#pragma once

#include "library/search_query.h"

#include <QAbstractListModel>

namespace variorum::ui {

/// What a search found, a place a row.
class SearchModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setHits(std::vector<library::SearchHit> hits);
    [[nodiscard]] const library::SearchHit &hit(const QModelIndex &index) const { return m_hits[static_cast<size_t>(index.row())]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<library::SearchHit> m_hits;
};

/// "Harbour Post", "Note", or nothing where the outlet is not known.
[[nodiscard]] QString sourceLabel(const library::SearchHit &hit);

} // namespace variorum::ui
