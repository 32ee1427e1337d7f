#include "workspace/person_work.h"

#include "model/names.h"

#include <algorithm>

namespace variorum::workspace {

namespace {

/// Where the anchor's words stand in the article now; nothing where they do not any more. Where there are fewer of them than
/// there were, the last.
std::optional<base::TextSpan> spanOf(const model::Anchor &anchor, const QString &text)
{
    qsizetype found = -1;
    qsizetype at = text.indexOf(anchor.text);
    for (int count = 0; at >= 0 && count <= anchor.occurrence; ++count) {
        found = at;
        at = text.indexOf(anchor.text, at + 1);
    }
    return found < 0 ? std::nullopt : std::optional(base::TextSpan{found, found + anchor.text.size()});
}

std::optional<base::StatementId> statementAt(const model::Facts &facts, model::TextField field, const base::TextSpan &span)
{
    double best = 0.5; // of both together
    std::optional<base::StatementId> found;
    for (const model::Statement &statement : facts.statements) {
        if (statement.place.field != field)
            continue;
        const auto shared = static_cast<double>(statement.place.span.overlapLength(span));
        const double share = shared / (static_cast<double>(statement.place.span.length() + span.length()) - shared);
        if (share > best) {
            best = share;
            found = statement.id;
        }
    }
    return found;
}

std::vector<model::StatementRef> statementsOf(const model::WorkItem &item, const AnchorBook &book, std::optional<int> side = {})
{
    std::vector<model::StatementRef> all;
    for (const model::Anchor &anchor : item.anchors) {
        if (side && anchor.side != *side)
            continue;
        const std::vector<model::StatementRef> found = book.statements(anchor);
        all.insert(all.end(), found.begin(), found.end());
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace

AnchorBook::AnchorBook(const std::vector<model::AnalysedArticle> &analysed, const std::vector<library::ArticleKey> &keys)
    : m_analysed(analysed)
{
    std::map<base::ArticleId, size_t> places;
    for (size_t place = 0; place < analysed.size(); ++place) {
        if (analysed[place].article.id)
            places.emplace(*analysed[place].article.id, place);
    }
    for (const library::ArticleKey &key : keys) {
        const auto place = places.find(key.article);
        if (place == places.end())
            continue;
        std::vector<size_t> &known = m_places[{key.sha256, key.part}];
        if (std::ranges::find(known, place->second) == known.end())
            known.push_back(place->second);
    }
}

std::vector<size_t> AnchorBook::places(const model::Anchor &anchor) const
{
    const auto found = m_places.find({anchor.sha256, anchor.part});
    return found == m_places.end() ? std::vector<size_t>() : found->second;
}

std::vector<model::StatementRef> AnchorBook::statements(const model::Anchor &anchor) const
{
    std::vector<model::StatementRef> refs;
    if (anchor.text.isEmpty())
        return refs;
    for (const size_t place : places(anchor)) {
        const model::AnalysedArticle &analysed = m_analysed[place];
        const auto span = spanOf(anchor, model::textOf(analysed.article, anchor.field));
        const auto statement = span ? statementAt(analysed.facts, anchor.field, *span) : std::nullopt;
        if (statement)
            refs.push_back({.article = *analysed.article.id, .statement = *statement});
    }
    return refs;
}

std::vector<base::ArticleId> AnchorBook::articles(const model::Anchor &anchor) const
{
    std::vector<base::ArticleId> ids;
    for (const size_t place : places(anchor))
        ids.push_back(*m_analysed[place].article.id);
    return ids;
}

model::PersonConstraints constraintsOf(const std::vector<library::StoredWork> &work, const AnchorBook &book)
{
    model::PersonConstraints constraints;
    for (const auto &[id, item] : work) {
        const auto kind = model::fromName<model::DivergenceKind>(item.name);
        if (item.kind == model::WorkKind::Join) {
            if (auto statements = statementsOf(item, book); statements.size() > 1)
                constraints.joins.push_back(std::move(statements));
        } else if (item.kind == model::WorkKind::Split) {
            model::PersonConstraints::Split split{.one = statementsOf(item, book, 0), .other = statementsOf(item, book, 1)};
            if (!split.one.empty() && !split.other.empty())
                constraints.splits.push_back(std::move(split));
        } else if (item.kind == model::WorkKind::Dismissal && kind) {
            if (auto statements = statementsOf(item, book); statements.size() > 1)
                constraints.dismissals.push_back({.kind = *kind, .statements = std::move(statements)});
        } else if (item.kind == model::WorkKind::SameValue && kind) {
            const auto values = model::pairFromStored(item.value);
            if (auto statements = statementsOf(item, book); values && !statements.empty())
                constraints.sameValues.push_back({.kind = *kind, .one = values->first, .other = values->second, .statements = std::move(statements)});
        }
    }
    return constraints;
}

} // namespace variorum::workspace
