#include "ui/work/work_book.h"

#include "ui/widgets/plain_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct WorkText {
    Q_DECLARE_TR_FUNCTIONS(WorkText)
};

constexpr double kSamePlace = 0.5; // of both together, as the workspace finds statements again

/// Where the anchor's words stand; nothing where they do not any more.
std::optional<base::TextSpan> spanOf(const model::Anchor &anchor, const QString &text)
{
    qsizetype at = text.indexOf(anchor.text);
    for (int count = 0; at >= 0 && count < anchor.occurrence; ++count)
        at = text.indexOf(anchor.text, at + 1);
    return at < 0 ? std::nullopt : std::optional(base::TextSpan{at, at + anchor.text.size()});
}

} // namespace

void WorkBook::setWork(std::vector<library::StoredWork> work)
{
    m_work = std::move(work);
    m_known.clear();
    m_byFile.clear();
    m_byWords.clear();
    const auto add = [](std::vector<size_t> &list, size_t place) {
        if (list.empty() || list.back() != place)
            list.push_back(place);
    };
    for (size_t place = 0; place < m_work.size(); ++place) {
        const model::WorkItem &item = m_work[place].item;
        if (item.target != model::WorkTarget::Claim && item.target != model::WorkTarget::Divergence)
            continue;
        for (const model::Anchor &anchor : item.anchors) {
            add(m_byFile[{anchor.sha256, anchor.part}], place);
            add(m_byWords[anchor.text], place);
        }
    }
    Q_EMIT changed();
}

void WorkBook::setIndex(std::shared_ptr<const model::ComparisonIndex> index)
{
    m_index = std::move(index);
    m_known.clear();
}

/// In the file that the work was done on, by its place; in a later version of it, by its words.
bool WorkBook::liesOn(const model::Anchor &anchor, const model::Statement &statement) const
{
    if (anchor.text.isEmpty() || anchor.field != statement.place.field)
        return false;
    const model::Article *article = m_index->article(statement.article);
    const bool isFile = article && article->sha256 == anchor.sha256 && article->part == anchor.part;
    if (!isFile)
        return anchor.text == statement.text;
    const auto span = spanOf(anchor, model::textOf(*article, anchor.field));
    if (!span)
        return false;
    const auto shared = static_cast<double>(statement.place.span.overlapLength(*span));
    return shared / (static_cast<double>(statement.place.span.length() + span->length()) - shared) > kSamePlace;
}

std::vector<const library::StoredWork *> WorkBook::on(base::ClaimId id) const
{
    const model::Claim *claim = m_index ? m_index->claim(id) : nullptr;
    if (!claim || m_work.empty())
        return {};
    auto known = m_known.find(id);
    if (known == m_known.end()) {
        std::set<size_t> found;
        for (const base::StatementId statementId : claim->statements) {
            const model::Statement *statement = m_index->statement(statementId);
            const model::Article *article = statement ? m_index->article(statement->article) : nullptr;
            if (!article)
                continue;
            std::set<size_t> near;
            if (const auto byFile = m_byFile.find({article->sha256, article->part}); byFile != m_byFile.end())
                near.insert(byFile->second.begin(), byFile->second.end());
            if (const auto byWords = m_byWords.find(statement->text); byWords != m_byWords.end())
                near.insert(byWords->second.begin(), byWords->second.end());
            for (const size_t place : near) {
                if (std::ranges::any_of(m_work[place].item.anchors, [&](const model::Anchor &anchor) { return liesOn(anchor, *statement); }))
                    found.insert(place);
            }
        }
        known = m_known.emplace(id, std::vector<size_t>(found.begin(), found.end())).first;
    }
    std::vector<const library::StoredWork *> list;
    for (const size_t place : known->second)
        list.push_back(&m_work[place]);
    return list;
}

const library::StoredWork *WorkBook::find(base::ClaimId claim, model::WorkKind kind) const
{
    const library::StoredWork *newest = nullptr;
    for (const library::StoredWork *work : on(claim)) {
        if (work->item.kind == kind)
            newest = work;
    }
    return newest;
}

const library::StoredWork *WorkBook::byId(qint64 id) const
{
    const auto found = std::ranges::find(m_work, id, &library::StoredWork::id);
    return found == m_work.end() ? nullptr : &*found;
}

std::vector<const library::StoredWork *> WorkBook::savedSearches() const
{
    std::vector<const library::StoredWork *> list;
    for (const library::StoredWork &work : m_work) {
        if (work.item.kind == model::WorkKind::SavedSearch)
            list.push_back(&work);
    }
    return list;
}

QStringList WorkBook::tags() const
{
    QStringList names;
    for (const library::StoredWork &work : m_work) {
        if (work.item.kind == model::WorkKind::Tag && !names.contains(work.item.name))
            names.append(work.item.name);
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

std::optional<base::ClaimId> WorkBook::claimOf(const library::StoredWork &work) const
{
    if (!m_index)
        return std::nullopt;
    for (const model::Claim &claim : m_index->comparison().claims) {
        const bool isOn = std::ranges::any_of(claim.statements, [&](base::StatementId id) {
            const model::Statement *statement = m_index->statement(id);
            return statement && std::ranges::any_of(work.item.anchors, [statement](const model::Anchor &anchor) { return anchor.text == statement->text; });
        });
        if (isOn)
            return claim.id;
    }
    return std::nullopt;
}

QString verdictLabel(model::Verdict verdict)
{
    switch (verdict) {
    case model::Verdict::Supported: return WorkText::tr("Supported");
    case model::Verdict::Refuted: return WorkText::tr("Refuted");
    case model::Verdict::NotEnough: return WorkText::tr("Not enough");
    case model::Verdict::NotTheSame: return WorkText::tr("Not the same");
    }
    return {};
}

QString workSummary(const WorkBook &book, base::ClaimId claim)
{
    QStringList parts;
    for (const library::StoredWork *work : book.on(claim)) {
        const auto verdict = work->item.kind == model::WorkKind::Verdict ? model::verdictFromName(work->item.value) : std::nullopt;
        if (verdict)
            parts.append(verdictLabel(*verdict));
        else if (work->item.kind == model::WorkKind::Tag)
            parts.append(oneLine(work->item.name, 40));
        else if (work->item.kind == model::WorkKind::Note)
            parts.append(WorkText::tr("note"));
        else if (work->item.kind == model::WorkKind::Join)
            parts.append(WorkText::tr("joined"));
        else if (work->item.kind == model::WorkKind::Split)
            parts.append(WorkText::tr("split"));
        else if (work->item.kind == model::WorkKind::Dismissal)
            parts.append(WorkText::tr("not a difference"));
        else if (work->item.kind == model::WorkKind::SameValue)
            parts.append(WorkText::tr("same value"));
    }
    parts.removeDuplicates();
    const QString text = parts.join(", "_L1);
    if (!book.find(claim, model::WorkKind::Star))
        return text;
    return text.isEmpty() ? QString(QChar(0x2605)) : QChar(0x2605) + u' ' + text;
}

} // namespace variorum::ui
