// Which refinements of places are worth telling.
//
//     "near the mill" / "in Orr", of which nothing else tells of a mill      told
//     "in Orr" / "in Orr, Norland"                                          nothing: the larger place is known
//     "at a bank in Orr" / "in Orr", by one who tells of the bank elsewhere  nothing: both know it
//     "on a dark street in Orr" / "in Orr"                                  nothing: a street is in every town
//     "was killed at the dam" / "the hut near the dam"                      nothing: other acts

#include "comparison/divergences/telling.h"

#include "comparison/values/proper_names.h"

#include <QRegularExpression>

namespace variorum::comparison {

using model::StatementWord;

namespace {

/// "street", "town": of a place that is named, they say nothing that a reader misses.
bool isBareGround(const QString &noun)
{
    static constexpr std::array<QStringView, 35> kGrounds = {u"street", u"avenue", u"road", u"highway", u"area", u"region", u"neighborhood", u"neighbourhood", u"town", u"city", u"village", u"home", u"house", u"building", u"place",
                                                             u"site", u"scene", u"coast", u"water", u"sea", u"country", u"county", u"state", u"province", u"district", u"block", u"part", u"ground", u"office", u"facility",
                                                             u"suburb", u"outskirt", u"outskirts", u"nation", u"location"};
    return isOneOf(noun, kGrounds);
}

/// Behind a comma or within a phrase: "Orr, Norland", "the mill in Orr". The larger place, which is known or stands in the dateline.
bool isLarger(const StatementWord &word, const Comparand &phrase, const QString &text)
{
    const QStringView before = QStringView(text).first(word.span.begin).trimmed();
    const bool isInside = phrase.evidence.begin < before.size() - 2 && before.endsWith(QLatin1String(" in"), Qt::CaseInsensitive);
    return word.upos == model::Upos::Propn && (before.endsWith(u',') || isInside);
}

bool isSpelledAlike(const QString &one, const QString &other)
{
    const bool isShort = one.endsWith(u'.') && other.startsWith(one.chopped(1), Qt::CaseInsensitive);
    return one.compare(other, Qt::CaseInsensitive) == 0 || isSpellingOf({one.toLower()}, {other.toLower()}) || isShort;
}

bool standsIn(const QString &text, const QString &word)
{
    const QString stem = word.size() > 1 && word.endsWith(u'.') ? word.chopped(1) : word;
    return text.contains(QRegularExpression(QStringLiteral("\\b%1").arg(QRegularExpression::escape(stem)), QRegularExpression::CaseInsensitiveOption));
}

/// Does the article tell the word anywhere? Then its readers know the place as exactly.
bool tellsWord(const model::Article &article, const StatementWord &word, const QString &written)
{
    const auto stands = [&](const QString &text) { return standsIn(text, word.lemma) || standsIn(text, written); };
    return stands(article.text) || (article.title && stands(*article.title));
}

/// Is it known to hold a place that the other statement names?
bool holdsPlaceOf(const StatementWord &word, const StatementView &other, const StoryMaterial &material)
{
    return word.entity && std::any_of(other.statement->words.begin(), other.statement->words.end(), [&](const StatementWord &with) {
               return with.entity && material.placesWithin.contains({nameKey(material.entity(*word.entity).name), nameKey(material.entity(*with.entity).name)});
           });
}

/// Does the phrase name anything that the other statement's article tells nowhere? A common noun does only `mayBeNoun`.
bool tellsMore(const Comparand &phrase, const StatementView &view, const StatementView &other, bool mayBeNoun, const StoryMaterial &material)
{
    const QString &text = model::textOf(*material.articles[static_cast<size_t>(view.article)], view.statement->place.field);
    const model::Article &article = *material.articles[static_cast<size_t>(other.article)];
    bool isInLarger = false;
    return std::any_of(view.statement->words.begin(), view.statement->words.end(), [&](const StatementWord &word) {
        const bool isName = word.upos == model::Upos::Propn;
        const bool isNoun = word.upos == model::Upos::Noun && word.deprel != model::Deprel::Compound && mayBeNoun; // not "the football stadium"
        if (!phrase.evidence.contains(word.span) || (!isName && !isNoun))
            return false;
        isInLarger = isName && (isInLarger || isLarger(word, phrase, text)); // "Orr, New Norland"
        const QString written = text.sliced(word.span.begin, word.span.length());
        const bool isSpelled = std::any_of(other.statement->words.begin(), other.statement->words.end(), [&](const StatementWord &with) { return isSpelledAlike(written, with.lemma); });
        return !isInLarger && !isSpelled && !holdsPlaceOf(word, other, material) && !isBareGround(word.lemma) && !tellsWord(article, word, written);
    });
}

/// The noun that the phrase belongs to: "man" of "a man in Orr was charged". Nothing where it is told of the act.
std::optional<QString> nounOf(const Comparand &phrase, const model::Statement &statement)
{
    for (const StatementWord &word : statement.words) {
        const bool isInside = phrase.evidence.contains(word.span) && word.head;
        const StatementWord *head = isInside ? &statement.words[static_cast<size_t>(*word.head)] : nullptr;
        if (head && !phrase.evidence.contains(head->span))
            return head->upos == model::Upos::Noun && !statement.predicateSpan.overlaps(head->span) ? std::optional(head->lemma) : std::nullopt;
    }
    return std::nullopt;
}

/// "a man in Norland was charged with a shooting", "a man was charged with a shooting at a party in Orr": of two things.
bool belongToOtherNouns(const ToldPair &pair)
{
    const std::optional<QString> left = nounOf(pair.one, *pair.left.statement);
    const std::optional<QString> right = nounOf(pair.other, *pair.right.statement);
    return left && right && *left != *right;
}

/// "Street" of "Mill Street", "Gulf" of "Persian Gulf": a name cut short.
bool isTailOf(const QString &tail, const QString &name) { return !tail.contains(u' ') && (isBareGround(tail.toLower()) || tail.compare(QLatin1String("gulf"), Qt::CaseInsensitive) == 0) && name.endsWith(u' ' + tail, Qt::CaseInsensitive); }

} // namespace

bool tellsPlace(const ToldPair &pair, const QString &rule)
{
    constexpr double kLikely = 0.6;
    constexpr double kSurely = 0.8;
    constexpr double kMostSurely = 0.9;
    constexpr size_t kMany = 4; // words that two acts of one place seldom share
    const bool mayBeNoun = pair.alignment.predicateLikeness >= pair.material.weights.samePredicate && pair.likelihood() >= kMostSurely && pair.shared() >= 3;
    if (pair.haveOthers() || (!tellsMore(pair.one, pair.left, pair.right, mayBeNoun, pair.material) && !tellsMore(pair.other, pair.right, pair.left, mayBeNoun, pair.material)))
        return false;
    if ((rule == QLatin1String("place-told-otherwise") && !mayBeNoun) || (rule == QLatin1String("other-place-phrase") && belongToOtherNouns(pair)))
        return false; // they share a word, and much else may differ
    if (pair.isOneAct())
        return pair.likelihood() >= kSurely || (pair.likelihood() >= kLikely && pair.shared() >= 3);
    return rule != QLatin1String("place-told-more") && pair.likelihood() >= kMostSurely && pair.shared() >= kMany;
}

/// "In Greenwich Village" and "in New York", told of one act; not where each names both.
bool tellsPlaceWithin(const ToldPair &pair)
{
    constexpr double kSurely = 0.8;
    const auto names = [](const StatementView &view, const Comparand &place) {
        return std::any_of(view.statement->words.begin(), view.statement->words.end(), [&](const StatementWord &word) { return word.entity && place.slot && place.slot->entity == word.entity; });
    };
    const bool isOnePlace = pair.one.slot && pair.other.slot && pair.one.slot->entity == pair.other.slot->entity; // "Lund", "downtown Lund"
    const bool nameBoth = !isOnePlace && names(pair.left, pair.other) && names(pair.right, pair.one);
    const bool isMore = isOnePlace || tellsMore(pair.one, pair.left, pair.right, false, pair.material) || tellsMore(pair.other, pair.right, pair.left, false, pair.material);
    const bool isCutName = isTailOf(pair.one.shown, pair.other.shown) || isTailOf(pair.other.shown, pair.one.shown);
    return pair.isOneAct() && pair.likelihood() >= kSurely && !pair.haveOthers() && !nameBoth && isMore && !isCutName;
}

} // namespace variorum::comparison
