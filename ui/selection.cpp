#include "ui/selection.h"

namespace variorum::ui {

void Selection::selectClaim(base::ClaimId claim, std::optional<base::DivergenceId> divergence, std::optional<SourcePlace> at)
{
    const bool isSame = m_claim == claim && m_divergence == divergence;
    m_claim = claim;
    m_divergence = divergence;
    m_source = std::move(at);
    if (!isSame)
        Q_EMIT claimChanged();
    Q_EMIT sourceChanged();
}

void Selection::showSource(const SourcePlace &source)
{
    m_source = source;
    Q_EMIT sourceChanged();
}

void Selection::clear()
{
    m_claim.reset();
    m_divergence.reset();
    m_source.reset();
    Q_EMIT claimChanged();
    Q_EMIT sourceChanged();
}

} // namespace variorum::ui
