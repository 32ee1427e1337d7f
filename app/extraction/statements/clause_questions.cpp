// What can be asked of a clause once the sentence is cut: its subject, its voice, its negators, and whether a phrase of it
// is one that names an origin or another event.
//
//     The crew that left and was not found    subject of "found": crew, shared; passive; one negator

#include "extraction/statements/clauses.h"

#include <QStringList>

namespace variorum::extraction {

using model::Deprel;
using model::Upos;
using model::Xpos;

namespace {

std::optional<int> ownSubject(const Clause &clause, const SentenceTree &tree)
{
    for (auto verb = clause.chain.rbegin(); verb != clause.chain.rend(); ++verb) {
        std::optional<int> nearest; // of two that the tree gives, the one next to the verb, and not behind it
        for (const int subject : tree.childrenOf(*verb, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter})) {
            if (!nearest || subject < *verb)
                nearest = subject;
        }
        if (nearest)
            return nearest;
    }
    return std::nullopt;
}

} // namespace

bool isEventPhrase(const SentenceTree &tree, int phraseHead)
{
    static const QStringList kTies{QStringLiteral("after"), QStringLiteral("following"), QStringLiteral("amid"), QStringLiteral("ahead"), QStringLiteral("before")};
    constexpr size_t kFewestWords = 4;
    return tree.upos(phraseHead) == Upos::Noun && tree.isOneOf(phraseHead, {Deprel::Obl, Deprel::Nmod, Deprel::Advcl}) && tree.subtree(phraseHead).size() >= kFewestWords
        && kTies.contains(tree.preposition(phraseHead).section(u' ', 0, 0));
}

namespace {

bool isRelativePronoun(const SentenceTree &tree, int index)
{
    static const QStringList kWords{QStringLiteral("who"), QStringLiteral("which"), QStringLiteral("that"), QStringLiteral("whom")};
    return kWords.contains(tree.form(index).toString().toLower());
}

} // namespace

bool isNegator(const SentenceTree &tree, int index, const language::WordLists &lists)
{
    const QString form = tree.form(index).toString().toLower();
    const bool isListed = lists.contains(u"negations", form) || lists.contains(u"negations", tree.lemma(index));
    if (!isListed || form == QLatin1String("without"))
        return false;
    const auto at = [&](int place) { return place < tree.endToken() ? tree.form(place).toString().toLower() : QString(); };
    // "not only", "no fewer than", "no doubt": nothing is denied.
    static const QStringList kNoDenial{QStringLiteral("only"), QStringLiteral("doubt"), QStringLiteral("matter"), QStringLiteral("wonder")};
    return !kNoDenial.contains(at(index + 1)) && at(index + 2) != QLatin1String("than");
}

int countNegators(const SentenceTree &tree, int verb, const language::WordLists &lists)
{
    int count = 0;
    for (const int below : tree.children(verb)) {
        if (tree.isOneOf(below, {Deprel::Advmod, Deprel::Aux, Deprel::Cc, Deprel::CcPreconj, Deprel::Mark, Deprel::Det}) && isNegator(tree, below, lists)) {
            ++count;
            continue;
        }
        if (!tree.isOneOf(below, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Obj}))
            continue;
        bool isNegative = isNegator(tree, below, lists);
        for (const int determiner : tree.childrenOf(below, {Deprel::Det, Deprel::CcPreconj, Deprel::DetPredet, Deprel::Advmod}))
            isNegative = isNegative || isNegator(tree, determiner, lists);
        count += isNegative ? 1 : 0;
    }
    return count;
}

std::optional<int> subjectOf(const Clause &clause, const std::vector<Clause> &clauses, const SentenceTree &tree)
{
    const auto own = ownSubject(clause, tree);
    if (own && !(clause.antecedent && isRelativePronoun(tree, *own)))
        return own;
    if (clause.antecedent && (own || clause.kind == ClauseKind::Participle))
        return clause.antecedent;
    if (clause.kind == ClauseKind::Relative && tree.child(clause.head, {Deprel::Obj, Deprel::Obl}) == std::nullopt)
        return clause.antecedent;
    const bool canShare = clause.kind == ClauseKind::Coordinate || clause.kind == ClauseKind::Adverbial || clause.kind == ClauseKind::Purpose || clause.kind == ClauseKind::Complement;
    if (!canShare || !clause.parent || tree.child(clause.head, {Deprel::Expl}))
        return std::nullopt;
    if (clause.kind == ClauseKind::Complement && tree.child(clause.head, {Deprel::Mark}))
        return std::nullopt;
    return subjectOf(clauses[static_cast<size_t>(*clause.parent)], clauses, tree);
}

bool isPassive(const Clause &clause, const SentenceTree &tree)
{
    const int verb = clause.content();
    if (tree.child(verb, {Deprel::AuxPass, Deprel::NsubjPass}))
        return true;
    const bool isBare = !tree.child(verb, {Deprel::Aux, Deprel::Nsubj, Deprel::Cop, Deprel::Obj}); // "and wounded five people" is tagged as a participle too
    return isBare && tree.token(verb).xpos == Xpos::Vbn && (clause.kind == ClauseKind::Participle || clause.kind == ClauseKind::Adverbial || clause.kind == ClauseKind::Coordinate || clause.kind == ClauseKind::Fragment || clause.kind == ClauseKind::Main);
}

bool isAttribution(const SentenceTree &tree, int phraseHead, const language::WordLists &lists)
{
    const QString words = tree.preposition(phraseHead);
    if (lists.contains(u"attribution_phrases", words))
        return true;
    // "According" read as a participle with "to X" below it.
    const auto marker = tree.child(phraseHead, {Deprel::Case, Deprel::Mark, Deprel::Advmod});
    return (marker && tree.form(*marker).toString().toLower() == QLatin1String("according")) || tree.form(phraseHead).toString().toLower() == QLatin1String("according");
}

} // namespace variorum::extraction
