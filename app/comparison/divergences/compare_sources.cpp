// Values of a claim that are about who said it and how: quotations of one utterance in other words, and one fact
// from other sources.
//
//     "full-blown visit" / "fully fledged visit", both the spokesman's: wording, with each paper's words as evidence.
//     "his father told Chinese media" / "Xinhua reported": attribution.

#include "comparison/divergences/acts.h"

#include "comparison/origins/independent_origins.h"
#include "comparison/stories/text_words.h"
#include "comparison/values/proper_names.h"
#include "comparison/values/quantities.h"

#include <algorithm>
#include <array>

namespace variorum::comparison {

using model::DivergenceKind;

namespace {

constexpr double kOneUtterance = 0.4; // likelihood from which words may be one utterance, whoever is named for it
constexpr qsizetype kNearSource = 250; // UTF-16 units between a statement and the naming of its source

QStringList contentWords(const QString &text)
{
    QStringList words;
    for (const TextWord &word : textWords(text)) {
        if (!isFunctionWord(word.folded) && !words.contains(word.folded))
            words.append(word.folded);
    }
    return words;
}

QStringList allWords(const QString &text)
{
    QStringList words;
    for (const TextWord &word : textWords(text))
        words.append(word.folded);
    return words;
}

/// One is a run of the other's words: cut, not reworded.
bool isCut(const QString &one, const QString &other)
{
    const QString left = u' ' + allWords(one).join(u' ') + u' ';
    const QString right = u' ' + allWords(other).join(u' ') + u' ';
    return left.contains(right) || right.contains(left);
}

double sharedWords(const QString &one, const QString &other)
{
    const QStringList left = contentWords(one);
    const QStringList right = contentWords(other);
    if (left.isEmpty() || right.isEmpty())
        return 0;
    const auto shared = std::count_if(left.cbegin(), left.cend(), [&right](const QString &word) { return right.contains(word); });
    return static_cast<double>(shared) / static_cast<double>(std::min(left.size(), right.size()));
}

bool isSurelyOneSpeaker(const model::Quote &one, const model::Quote &other)
{
    if (one.speakerEntity && other.speakerEntity)
        return *one.speakerEntity == *other.speakerEntity;
    return !one.speaker.isEmpty() && nameKey(one.speaker) == nameKey(other.speaker);
}

/// `alignment` is that of the two statements that stand in the quotations; it may be absent.
Outcome compareQuotes(const model::Quote &one, const model::Quote &other, const Alignment *alignment, const StoryMaterial &material)
{
    const bool isSure = isSurelyOneSpeaker(one, other);
    const bool areOthers = !isSure && one.speakerEntity && other.speakerEntity;
    const bool areDirect = isSure ? one.isDirect || other.isDirect : one.isDirect && other.isDirect;
    if (areOthers || !areDirect || (!isSure && (!alignment || alignment->likelihood < kOneUtterance)))
        return {};
    if (allWords(one.text) == allWords(other.text))
        return {Relation::Same, QStringLiteral("same-utterance"), one.text};
    const double shared = sharedWords(one.text, other.text);
    constexpr double kOverlapOfOthers = 0.5; // where the speaker is not surely the same, the words must tell it
    const double wanted = isSure ? material.weights.quoteOverlap : kOverlapOfOthers;
    if (shared < wanted || isCut(one.text, other.text))
        return {};
    return {Relation::Wording, QStringLiteral("other-words-of-one-speaker"),
            QStringLiteral("%1: %2 % of the shorter quotation's words are shared").arg(one.speaker).arg(qRound(shared * 100))};
}

/// "the coastguard", "police", "the ministry": a body, though it is not called by a name.
bool isBody(const model::Origin &origin, const LexicalKnowledge &knowledge)
{
    static constexpr std::array<QStringView, 4> kBodies = {u"organization", u"force", u"institution", u"administrative unit"};
    const QString noun = origin.name.section(u' ', -1).toLower();
    return origin.kind == model::OriginKind::Speaker && std::any_of(kBodies.begin(), kBodies.end(), [&](QStringView kind) { return knowledge.isKindOf(noun, kind); });
}

/// Is the origin known by name or as a body, not as "his owner" or "reports"?
bool isNamed(const model::Origin &origin, const LexicalKnowledge &knowledge)
{
    if (origin.kind != model::OriginKind::Speaker && origin.kind != model::OriginKind::Agency && origin.kind != model::OriginKind::Document)
        return false;
    if (isNamedByPronoun(origin.name))
        return false;
    const QStringList words = origin.name.split(u' ', Qt::SkipEmptyParts);
    const bool isWrittenAsName = words.size() > 1 && std::all_of(words.cbegin(), words.cend(), [](const QString &word) { return word.front().isUpper(); });
    return !words.isEmpty() && (origin.entity || origin.kind == model::OriginKind::Agency || isWrittenAsName || isBody(origin, knowledge));
}

/// The innermost named source that is not the outlet itself.
const model::Origin *sourceOf(const model::Statement &statement, const LexicalKnowledge &knowledge)
{
    const auto found = std::find_if(statement.origins.begin(), statement.origins.end(), [&knowledge](const model::Origin &origin) { return isNamed(origin, knowledge); });
    return found == statement.origins.end() ? nullptr : &*found;
}

/// The words that name the source, nearest to the statement; the statement where they are not near.
base::TextSpan sourceSpan(const model::Statement &statement, const model::Origin &source, const StoryMaterial &material)
{
    base::TextSpan best = statement.place.span;
    qsizetype nearest = kNearSource;
    if (!source.entity)
        return best;
    for (const model::Mention &mention : material.entity(*source.entity).mentions) {
        if (mention.article != statement.article || mention.place.field != statement.place.field)
            continue;
        const base::TextSpan &span = mention.place.span;
        const qsizetype gap = std::max({qsizetype{0}, span.begin - statement.place.span.end, statement.place.span.begin - span.end});
        if (gap < nearest) {
            nearest = gap;
            best = span;
        }
    }
    return best;
}

bool isOneSource(const model::Origin &one, const model::Origin &other)
{
    if (one.entity && one.entity == other.entity)
        return true;
    const auto mayBeOne = [&](model::EntityKind kind) {
        const Relation names = compareNames(one.name, other.name, kind).relation;
        return names == Relation::Same || names == Relation::Wording || names == Relation::Refinement;
    };
    return mayBeOne(model::EntityKind::Organization) || mayBeOne(model::EntityKind::Person);
}

/// Is there a named origin that both have it from, first or second hand?
bool shareSource(const model::Statement &one, const model::Statement &other, const LexicalKnowledge &knowledge)
{
    return std::any_of(one.origins.begin(), one.origins.end(), [&](const model::Origin &left) {
        return isNamed(left, knowledge) && std::any_of(other.origins.begin(), other.origins.end(), [&](const model::Origin &right) { return isNamed(right, knowledge) && isOneSource(left, right); });
    });
}

/// The quotation that the statement stands in, or else those within it: the "fully fledged visit" would cover trade.
std::vector<const model::Quote *> quotesOf(const model::Statement &statement, const StoryMaterial &material)
{
    if (statement.quote)
        return {&material.quote(*statement.quote)};
    std::vector<const model::Quote *> within;
    for (const model::Quote &quote : material.quotes) {
        constexpr double kShare = 0.7; // a last word or comma may lie outside
        const bool isHere = quote.article == statement.article && quote.place.field == statement.place.field && statement.place.span.overlaps(quote.place.span);
        if (!isHere || quote.speaker.isEmpty())
            continue;
        const qsizetype shared = std::min(statement.place.span.end, quote.place.span.end) - std::max(statement.place.span.begin, quote.place.span.begin);
        if (static_cast<double>(shared) >= kShare * static_cast<double>(quote.place.span.length()))
            within.push_back(&quote);
    }
    return within;
}

/// Both give one number of one thing ("a ferry carrying 187 people", "187 people were on board"): one fact, however told.
bool giveOneValue(const model::Statement &one, const model::Statement &other, const StoryMaterial &material)
{
    constexpr double kTelling = 2; // smaller numbers are everywhere
    const auto isTelling = [](const model::Slot &slot) { return slot.quantity && slot.quantity->value && *slot.quantity->value > kTelling && !slot.quantity->isOrdinal; };
    return std::any_of(one.slots.begin(), one.slots.end(), [&](const model::Slot &left) {
        return isTelling(left) && std::any_of(other.slots.begin(), other.slots.end(), [&](const model::Slot &right) {
                   return isTelling(right) && compareQuantities(*left.quantity, *right.quantity, material.knowledge, material.convert).relation == Relation::Same;
               });
    });
}

/// May a difference of their sources be told? The two pass on one fact.
bool tellOneFact(int one, int other, const StoryMaterial &material)
{
    constexpr double kLikely = 0.6; // likelihood of two clauses
    const Alignment *alignment = material.alignment(one, other);
    const StatementView &left = material.view(one);
    const StatementView &right = material.view(other);
    if (!alignment || polarityOf(*left.statement) != polarityOf(*right.statement))
        return false;
    if (left.statement->quote && right.statement->quote)
        return false; // two witnesses in their own words
    if (giveOneValue(*left.statement, *right.statement, material))
        return true;
    return isVerbal(left) && isVerbal(right) && (alignment->likelihood >= kLikely || tellOfOneAct(one, other, *alignment, material));
}

} // namespace

ComparedKind compareQuotations(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Quotation;
    std::vector<const model::Quote *> quotes;
    for (const int member : claim.members) {
        for (const model::Quote *quote : quotesOf(*material.view(member).statement, material)) {
            kind.comparands.push_back({member, quote->place.span, quote->text, nullptr, {}, static_cast<int>(quotes.size())});
            quotes.push_back(quote);
        }
    }
    for (size_t first = 0; first < quotes.size(); ++first) {
        for (size_t second = first + 1; second < quotes.size(); ++second) {
            if (quotes[first]->article == quotes[second]->article)
                continue;
            const Alignment *alignment = material.alignment(kind.comparands[first].statement, kind.comparands[second].statement);
            Outcome outcome = compareQuotes(*quotes[first], *quotes[second], alignment, material);
            if (outcome.relation != Relation::Unknown)
                kind.edges.push_back({static_cast<int>(first), static_cast<int>(second), std::move(outcome)});
        }
    }
    return kind;
}

ComparedKind compareAttributions(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Attribution;
    std::vector<const model::Origin *> sources;
    for (const int member : claim.members) {
        const model::Statement &statement = *material.view(member).statement;
        if (const model::Origin *source = sourceOf(statement, material.knowledge)) {
            kind.comparands.push_back({member, sourceSpan(statement, *source, material), source->name, nullptr, {}, 0});
            sources.push_back(source);
        }
    }
    for (size_t first = 0; first < sources.size(); ++first) {
        for (size_t second = first + 1; second < sources.size(); ++second) {
            const int one = kind.comparands[first].statement;
            const int other = kind.comparands[second].statement;
            if (!tellOneFact(one, other, material))
                continue;
            const bool isSame = shareSource(*material.view(one).statement, *material.view(other).statement, material.knowledge);
            kind.edges.push_back({static_cast<int>(first), static_cast<int>(second),
                                  {isSame ? Relation::Same : Relation::Refinement, isSame ? QStringLiteral("same-source") : QStringLiteral("other-source"),
                                   QStringLiteral("one has it from %1, one from %2").arg(sources[first]->name, sources[second]->name)}});
        }
    }
    return kind;
}

} // namespace variorum::comparison
