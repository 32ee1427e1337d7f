#pragma once

#include "base/ids.h"
#include "model/article.h"

#include <QObject>
#include <optional>

namespace variorum::ui {

/// Words of one article.
struct SourcePlace {
    base::ArticleId article;
    model::TextPlace place;

    bool operator==(const SourcePlace &) const = default;
};

/// The one selection that all views follow: a claim, the divergence of it that is looked at, and the source whose
/// words are outlined.
class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] std::optional<base::ClaimId> claim() const { return m_claim; }
    [[nodiscard]] std::optional<base::DivergenceId> divergence() const { return m_divergence; }
    [[nodiscard]] const std::optional<SourcePlace> &source() const { return m_source; }

    /// at: where it was clicked, so that the column under the pointer stays where it is.
    void selectClaim(base::ClaimId claim, std::optional<base::DivergenceId> divergence, std::optional<SourcePlace> at = {});
    void showSource(const SourcePlace &source);
    void clear();

Q_SIGNALS:
    void claimChanged();
    void sourceChanged();

private:
    std::optional<base::ClaimId> m_claim;
    std::optional<base::DivergenceId> m_divergence;
    std::optional<SourcePlace> m_source;
};

} // namespace variorum::ui
