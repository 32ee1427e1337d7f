// People and bodies without names, told as a company: who came along, who was sent.
//
//     "joined by top party officials and members of the government and military"
//     "accompanied by top arms industry and military officials"        refinement: officials both, of other kinds
//     "police, firemen and paramedics" / "police, firefighters, paramedics and volunteers"   refinement: one names more
//     "police and fire crews" / "emergency services"                   nothing: the one may be the other
//
// Only companies that share a member, one of them of two members or more, are held against each other, in statements that
// are likely one claim.

#include "comparison/divergences/acts.h"

#include <algorithm>
#include <set>

namespace variorum::comparison {

using model::Deprel;
using model::DivergenceKind;
using model::SlotRole;
using model::StatementWord;

namespace {

constexpr double kLikely = 0.6;

/// One company of a statement: its words, and the nouns in them.
struct Company {
    base::TextSpan span;
    std::set<QString> nouns;
    std::set<QString> heads;
    SlotRole role = SlotRole::Agent;
};

bool isPeople(const QString &noun, const LexicalKnowledge &knowledge) { return knowledge.isKindOf(noun, u"person") || knowledge.isKindOf(noun, u"social group"); }

/// Does the word hang on one of the heads with nothing but nouns between?
bool isOf(size_t place, const std::vector<size_t> &heads, const std::vector<StatementWord> &words)
{
    constexpr int kSteps = 6;
    size_t at = place;
    for (int step = 0; step < kSteps; ++step) {
        if (std::find(heads.begin(), heads.end(), at) != heads.end())
            return true;
        if (!words[at].head || words[at].upos == model::Upos::Verb)
            return false;
        at = static_cast<size_t>(*words[at].head);
    }
    return false;
}

/// The slots of one role, if all name people and none by name, taken together; two nouns at least, or it is no company.
std::optional<Company> companyIn(const model::Statement &statement, SlotRole role, const LexicalKnowledge &knowledge)
{
    Company company;
    company.role = role;
    std::vector<size_t> heads;
    for (const model::Slot &slot : statement.slots) {
        if (slot.role != role || !statement.place.span.contains(slot.span))
            continue;
        if (slot.entity)
            return std::nullopt;
        for (size_t place = 0; place < statement.words.size(); ++place) {
            if (statement.words[place].lemma == slot.headLemma && slot.span.contains(statement.words[place].span)) {
                heads.push_back(place);
                company.heads.insert(slot.headLemma);
            }
        }
    }
    if (company.heads.empty() || !std::all_of(company.heads.begin(), company.heads.end(), [&knowledge](const QString &head) { return isPeople(head, knowledge); }))
        return std::nullopt;
    for (size_t place = 0; place < statement.words.size(); ++place) {
        const StatementWord &word = statement.words[place];
        if (word.entity || word.upos != model::Upos::Noun || !isOf(place, heads, statement.words))
            continue;
        company.nouns.insert(word.lemma);
        company.span = company.span.isEmpty() ? word.span : company.span.united(word.span);
    }
    const bool hasVerb = std::any_of(statement.words.begin(), statement.words.end(), [&company](const StatementWord &word) { return word.upos == model::Upos::Verb && company.span.contains(word.span); });
    return company.nouns.size() >= 2 && !hasVerb ? std::optional(company) : std::nullopt;
}

/// Those of the nouns for which the other company has nothing alike.
QStringList alone(const Company &one, const Company &other, WordLikeness &likeness)
{
    using language::WordClass;
    QStringList found;
    for (const QString &noun : one.nouns) {
        const bool isAlike = std::any_of(other.nouns.begin(), other.nouns.end(), [&](const QString &with) { return likeness.ofWords(noun, WordClass::Noun, with, WordClass::Noun) > 0; });
        if (!isAlike)
            found.append(noun);
    }
    return found;
}

} // namespace

ComparedKind compareCompanies(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Participant;
    std::vector<Company> companies;
    for (const int member : claim.members) {
        const StatementView &view = material.view(member);
        for (const SlotRole role : {SlotRole::Agent, SlotRole::Patient}) {
            const std::optional<Company> company = isVerbal(view) ? companyIn(*view.statement, role, material.knowledge) : std::nullopt;
            if (!company)
                continue;
            const QString &text = model::textOf(*material.articles[static_cast<size_t>(view.article)], view.statement->place.field);
            kind.comparands.push_back({member, company->span, text.sliced(company->span.begin, company->span.length()), nullptr, {}, static_cast<int>(companies.size())});
            companies.push_back(*company);
        }
    }
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const Company &left = companies[static_cast<size_t>(one.place)];
        const Company &right = companies[static_cast<size_t>(other.place)];
        if (std::max(left.heads.size(), right.heads.size()) < 2 || left.role != right.role || alignment.likelihood < kLikely || alignment.predicateLikeness < material.weights.related)
            return Outcome{};
        const bool shareHead = std::any_of(left.heads.begin(), left.heads.end(), [&right](const QString &head) { return right.heads.contains(head); });
        const QStringList onlyLeft = alone(left, right, material.likeness);
        const QStringList onlyRight = alone(right, left, material.likeness);
        if (onlyLeft.isEmpty() && onlyRight.isEmpty())
            return Outcome{Relation::Same, QStringLiteral("same-company"), one.shown};
        if (!shareHead)
            return Outcome{};
        return Outcome{Relation::Refinement, QStringLiteral("other-company"), QStringLiteral("%1 / %2").arg(onlyLeft.join(QStringLiteral(", ")), onlyRight.join(QStringLiteral(", ")))};
    });
    return kind;
}

} // namespace variorum::comparison
