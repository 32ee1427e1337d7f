#include "evaluation/mutation_trial.h"

#include "comparison/compare.h"
#include "model/names.h"
#include "workspace/pipeline.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace variorum::evaluation {

using namespace Qt::StringLiterals;
using base::TextSpan;
using model::Statement;

namespace {

/// The sentence around the change, roughly: from one full stop before to the next behind. In the mutated text.
TextSpan surroundings(const QString &text, const Mutation &mutation)
{
    const qsizetype before = text.lastIndexOf(u". "_s, mutation.place.begin);
    const qsizetype paragraph = text.lastIndexOf(u'\n', mutation.place.begin);
    const qsizetype after = text.indexOf(u". "_s, mutation.place.end);
    const qsizetype next = text.indexOf(u'\n', mutation.place.end);
    const qsizetype end = after < 0 ? next : next < 0 ? after : std::min(after, next);
    return moved({std::max({before, paragraph, qsizetype{0}}), end < 0 ? text.size() : end}, mutation);
}

QString shownMark(const model::Divergence &divergence)
{
    QStringList values;
    for (const model::DivergentValue &value : divergence.values)
        values.append(value.value);
    return u"%1 %2 %3: %4"_s.arg(model::nameOf(divergence.severity), model::nameOf(divergence.kind), divergence.rule, values.join(u" | "_s));
}

/// Does the span reach the words that were changed? Where words were put in, those around count.
bool reaches(TextSpan span, TextSpan changed)
{
    return span.overlaps({std::max(qsizetype{0}, changed.begin - 1), changed.end + 1});
}

/// Looks into one comparison for what became of the mutation.
class Inquiry {
public:
    Inquiry(const model::Comparison &comparison, const model::AnalysedArticle &original, const model::Article &copy, const Mutation &mutation) : m_original(original), m_mutation(mutation)
    {
        for (const model::Article &article : comparison.articles)
            if (article.path == copy.path)
                m_copyId = article.id;
        for (const model::Claim &claim : comparison.claims) {
            for (const base::StatementId statement : claim.statements)
                m_claimsOf[statement].insert(claim.id);
        }
        const TextSpan changed{mutation.place.begin, mutation.place.begin + mutation.replacement.size()};
        for (const Statement &statement : comparison.statements) {
            const bool isCopy = statement.article == m_copyId;
            if (statement.place.field == model::TextField::Text && reaches(statement.place.span, isCopy ? changed : mutation.place))
                (isCopy ? m_after : m_before).push_back(&statement);
        }
    }

    /// Does the mark show the change?
    [[nodiscard]] bool isRight(const model::Divergence &divergence) const
    {
        const TextSpan around = surroundings(m_original.article.text, m_mutation);
        return std::any_of(divergence.values.begin(), divergence.values.end(), [&](const model::DivergentValue &value) {
            return std::any_of(value.evidence.begin(), value.evidence.end(), [&](const model::Evidence &evidence) {
                return evidence.article == m_copyId && evidence.place.field == model::TextField::Text && evidence.place.span.overlaps(around);
            });
        });
    }

    /// A changed name is told by other statements, too: "she said" further down.
    [[nodiscard]] bool followsFromIt(const model::Divergence &divergence) const
    {
        const bool isName = m_mutation.kind == Mutation::Kind::Name || m_mutation.kind == Mutation::Kind::Place;
        return isName && std::any_of(divergence.values.begin(), divergence.values.end(), [this](const model::DivergentValue &value) { return value.value.contains(m_mutation.replacement); });
    }

    [[nodiscard]] MissedAt missedAt() const
    {
        if (m_before.empty() || m_after.empty())
            return MissedAt::Statement;
        bool isTogether = false;
        for (const Statement *before : m_before) {
            for (const Statement *after : m_after) {
                if (!share(*before, *after))
                    continue;
                isTogether = true;
                if (hasSlot(*before, m_mutation.place) && hasSlot(*after, {m_mutation.place.begin, m_mutation.place.begin + m_mutation.replacement.size()}))
                    return MissedAt::Mark;
            }
        }
        return isTogether ? MissedAt::Slot : MissedAt::Claim;
    }

    /// The statements that tell the changed words, with the places of their claims.
    [[nodiscard]] QStringList told() const
    {
        QStringList lines;
        for (const std::vector<const Statement *> *side : {&m_before, &m_after}) {
            for (const Statement *statement : *side)
                lines.append(u"    %1 [%2] {%3} \"%4\""_s.arg(side == &m_before ? u"was"_s : u"is "_s, statement->rule, claimsShown(*statement), statement->text.simplified().left(160)) + slotsShown(*statement));
        }
        return lines;
    }

private:
    [[nodiscard]] bool share(const Statement &one, const Statement &other) const
    {
        const auto left = m_claimsOf.find(one.id);
        const auto right = m_claimsOf.find(other.id);
        return left != m_claimsOf.end() && right != m_claimsOf.end() && std::any_of(left->second.begin(), left->second.end(), [&](base::ClaimId claim) { return right->second.contains(claim); });
    }

    [[nodiscard]] static bool hasSlot(const Statement &statement, TextSpan changed)
    {
        return std::any_of(statement.slots.begin(), statement.slots.end(), [changed](const model::Slot &slot) { return reaches(slot.span, changed); });
    }

    [[nodiscard]] QString claimsShown(const Statement &statement) const
    {
        QStringList claims;
        if (const auto known = m_claimsOf.find(statement.id); known != m_claimsOf.end()) {
            for (const base::ClaimId claim : known->second)
                claims.append(QString::number(claim.value));
        }
        return claims.join(u' ');
    }

    [[nodiscard]] QString slotsShown(const Statement &statement) const
    {
        const bool isCopy = statement.article == m_copyId;
        const TextSpan changed{m_mutation.place.begin, isCopy ? m_mutation.place.begin + m_mutation.replacement.size() : m_mutation.place.end};
        QString line;
        for (const model::Slot &slot : statement.slots) {
            if (reaches(slot.span, changed))
                line += u" <%1 %2>"_s.arg(model::nameOf(slot.role), slot.value.isEmpty() ? slot.text : slot.value);
        }
        return line;
    }

    const model::AnalysedArticle &m_original;
    const Mutation &m_mutation;
    std::optional<base::ArticleId> m_copyId;
    std::map<base::StatementId, std::set<base::ClaimId>> m_claimsOf;
    std::vector<const Statement *> m_before; // that tell the words, in the original
    std::vector<const Statement *> m_after; // and in the copy
};

MutationTrial judged(const model::Comparison &comparison, const Inquiry *inquiry, bool saysTheSame)
{
    MutationTrial trial;
    bool isFound = false;
    bool hasOthers = false;
    for (const model::Divergence &divergence : comparison.divergences) {
        if (divergence.severity == model::Severity::Internal)
            continue;
        const bool isRight = inquiry && !saysTheSame && inquiry->isRight(divergence);
        if (!isRight && inquiry && inquiry->followsFromIt(divergence))
            continue;
        if (isRight && (!isFound || divergence.severity == model::Severity::Conflict))
            trial.found = model::nameOf(divergence.severity) + u' ' + model::nameOf(divergence.kind);
        (isRight ? isFound : hasOthers) = true;
        trial.shown.append((isRight ? u"  "_s : u"! "_s) + shownMark(divergence));
    }
    if (!isFound && inquiry) {
        const MissedAt missedAt = inquiry->missedAt();
        const bool isTogether = missedAt == MissedAt::Slot || missedAt == MissedAt::Mark;
        isFound = saysTheSame && isTogether && !hasOthers;
        if (!isFound) {
            trial.missedAt = missedAt;
            trial.shown += inquiry->told();
        }
    }
    trial.result = isFound ? (hasOthers ? MutationResult::WithOthers : MutationResult::Exact) : hasOthers ? MutationResult::OnlyOthers : MutationResult::Missed;
    return trial;
}

} // namespace

const char *nameOf(MutationResult result)
{
    static constexpr std::array kNames{"exact", "with others", "only others", "missed"};
    return kNames.at(static_cast<size_t>(result));
}

const char *nameOf(MissedAt missedAt)
{
    static constexpr std::array kNames{"no statement", "no claim", "no slot", "no mark"};
    return kNames.at(static_cast<size_t>(missedAt));
}

MutationTrial tryMutation(const model::AnalysedArticle &original, const std::optional<Mutation> &mutation, const language::LanguagePack &pack)
{
    const model::Article copy = copyOf(original.article, mutation);
    const std::array articles{original, model::AnalysedArticle{copy, workspace::analyse(copy, pack)}};
    const model::Comparison comparison = comparison::compare(articles, pack);
    if (!mutation)
        return judged(comparison, nullptr, false);
    const Inquiry inquiry(comparison, original, copy, *mutation);
    return judged(comparison, &inquiry, saysTheSame(mutation->kind));
}

} // namespace variorum::evaluation
