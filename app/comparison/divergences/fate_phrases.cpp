// Fates that no single word tells, and tolls whose number stands far from what it counts:
//
//     "two other men remain in critical condition"        critical, 2: from "critical" up the tree to the verb whose subject is counted
//     "2 of the 5 with life-threatening injuries"         critical, 2: the five are the whole
//     "Five people were hurt, one critically"             critical, 1: the number stands right before the word
//     "three died, and the driver is in critical condition"  none: the driver's state, and nobody counts the driver
//     "the 31 people still not found"                     missing, 31
//     "the death toll rose to 17", "put the toll at 17"   dead, 17: "toll" before the number in the sentence, "to" right before it

#include "comparison/divergences/fates.h"
#include "comparison/divergences/one_of.h"

#include <algorithm>
#include <array>

namespace variorum::comparison {

using model::Deprel;
using model::StatementWord;

namespace {

using Words = std::vector<StatementWord>;

const StatementWord &wordAt(const Words &words, int place) { return words[static_cast<size_t>(place)]; }

bool isAmong(const Words &words, int begin, int end, QStringView lemma)
{
    return std::any_of(words.begin() + std::clamp(begin, 0, static_cast<int>(words.size())), words.begin() + std::clamp(end, 0, static_cast<int>(words.size())), [lemma](const StatementWord &word) { return word.lemma == lemma; });
}

/// "one of the males", which counts though no quantity is read there.
void addLoneOnes(std::vector<CountedWords> &counts, const Words &words)
{
    for (int place = 0; place + 1 < static_cast<int>(words.size()); ++place) {
        const base::TextSpan span = wordAt(words, place).span;
        const bool isOne = wordAt(words, place).lemma == QLatin1String("one") && wordAt(words, place + 1).lemma == QLatin1String("of");
        if (!isOne || std::any_of(counts.begin(), counts.end(), [&span](const CountedWords &count) { return count.span.overlaps(span); }))
            continue;
        CountedWords one;
        one.value.value = 1;
        one.span = span;
        one.number = one.counted = place;
        counts.push_back(one);
    }
}

/// "of the 5": a whole of which the number before counts a part.
std::optional<CountedWords> partOf(const CountedWords &whole, const std::vector<CountedWords> &counts, const Words &words)
{
    constexpr int kReach = 2; // words: "of the"
    for (int of = whole.number - 1; of >= std::max(1, whole.number - kReach); --of) {
        if (wordAt(words, of).lemma != QLatin1String("of"))
            continue;
        const auto part = std::find_if(counts.begin(), counts.end(), [of](const CountedWords &count) { return count.number == of - 1; });
        return part == counts.end() ? std::nullopt : std::optional(*part);
    }
    return whole;
}

/// The number of those of whom the word at `teller` is said.
std::optional<CountedWords> whoseNumber(int teller, const std::vector<CountedWords> &counts, const Words &words)
{
    static constexpr std::array<QStringView, 14> kBetween = {u"of", u"they", u"who", u"this", u"that", u"in", u"a", u"be", u"remain", u"still", u"both", u"with", u"very", u"the"};
    constexpr int kReach = 5;
    constexpr int kSteps = 6;
    for (int before = teller - 1; before >= std::max(0, teller - kReach); --before) {
        const auto count = std::find_if(counts.begin(), counts.end(), [before](const CountedWords &each) { return each.number == before || each.counted == before; });
        if (count != counts.end())
            return partOf(*count, counts, words);
        if (!isOneOf(wordAt(words, before).lemma, kBetween))
            break;
    }
    std::optional<int> at = teller;
    for (int step = 0; at && step < kSteps; ++step, at = wordAt(words, *at).head) {
        const auto isIt = [&](int place) { return std::find_if(counts.begin(), counts.end(), [place](const CountedWords &each) { return each.number == place || each.counted == place; }); };
        if (const auto count = isIt(*at); count != counts.end())
            return partOf(*count, counts, words);
        for (int place = 0; place < static_cast<int>(words.size()); ++place) {
            const bool isSubject = wordAt(words, place).head == at && (wordAt(words, place).deprel == Deprel::Nsubj || wordAt(words, place).deprel == Deprel::NsubjPass);
            if (!isSubject)
                continue;
            const auto count = isIt(place);
            return count == counts.end() ? std::nullopt : partOf(*count, counts, words);
        }
    }
    return std::nullopt;
}

/// The fate that a phrase at the word tells; empty for most words.
QString fateOfPhrase(int place, const Words &words)
{
    constexpr int kReach = 4; // words
    const QString &lemma = wordAt(words, place).lemma;
    const auto isDenied = [&](int back) { return isAmong(words, place - back, place, u"not") || isAmong(words, place - back, place, u"no") || isAmong(words, place - back, place, u"non"); };
    const auto isNext = [&](QStringView next) { return isAmong(words, place + 1, place + kReach, next); };
    const bool isThreat = lemma == QLatin1String("life-threatening") || (lemma == QLatin1String("threaten") && isAmong(words, place - 2, place, u"life")) || (lemma == QLatin1String("threatening") && isAmong(words, place - 2, place, u"life"));
    const bool isCritical = lemma == QLatin1String("critical") && (isNext(u"condition") || isNext(u"state") || isAmong(words, place - 1, place, u"in"));
    const bool isFight = lemma == QLatin1String("fight") && isNext(u"life");
    if ((isThreat || isCritical || isFight || lemma == QLatin1String("critically")) && !isDenied(3))
        return QStringLiteral("critical");
    if (lemma == QLatin1String("intensive") && isNext(u"care") && !isDenied(3) && !isAmong(words, 0, place, u"critical"))
        return QStringLiteral("in intensive care");
    static constexpr std::array<QStringView, 9> kJudged = {u"guilty", u"liable", u"innocent", u"negligent", u"responsible", u"fit", u"eligible", u"that", u"to"}; // "found guilty"
    const bool isJudged = place + 1 < static_cast<int>(words.size()) && isOneOf(wordAt(words, place + 1).lemma, kJudged);
    const bool isSought = !isJudged && (lemma == QLatin1String("find") || lemma == QLatin1String("trace") || lemma == QLatin1String("locate"));
    if (isSought && (isAmong(words, place - kReach, place, u"not") || isAmong(words, place - kReach, place, u"yet") || isAmong(words, place - kReach, place, u"never")))
        return QStringLiteral("missing");
    return {};
}

/// The sentence's words before the number, lower case.
QStringList wordsBefore(const StatementView &view, const base::TextSpan &number, const StoryMaterial &material)
{
    const QString &text = model::textOf(*material.articles[static_cast<size_t>(view.article)], view.statement->place.field);
    constexpr qsizetype kFarthest = 300; // UTF-16 units
    QString before = text.sliced(std::max(qsizetype{0}, number.begin - kFarthest), std::min(number.begin, kFarthest));
    for (const QStringView end : {QStringView(u". "), QStringView(u"\n"), QStringView(u"; "), QStringView(u"? ")})
        before = before.sliced(before.lastIndexOf(end) + 1);
    QStringList words;
    for (const QString &part : before.toLower().split(u' ', Qt::SkipEmptyParts)) {
        const auto isLetter = [](QChar sign) { return sign.isLetterOrNumber(); };
        const auto begin = std::find_if(part.begin(), part.end(), isLetter);
        const auto end = std::find_if(part.rbegin(), part.rend(), isLetter).base();
        if (begin < end)
            words.append(QString(begin, end - begin));
    }
    return words;
}

/// "number of dead", "number of people struck down by the bug": whom a number of them counts.
QString fateOfNumberOf(const QStringList &behind, const LexicalKnowledge &knowledge)
{
    static constexpr std::array<QStringView, 6> kIll = {u"struck", u"sickened", u"ill", u"sick", u"cases", u"infections"};
    constexpr qsizetype kReach = 5; // words
    for (const QString &word : behind.first(std::min(behind.size(), kReach))) {
        if (isOneOf(word, kIll))
            return QStringLiteral("infected");
        for (const QString &form : {word, word.endsWith(QLatin1String("ed")) ? word.chopped(2) : QString(), word.endsWith(u's') ? word.chopped(1) : QString()}) {
            if (const std::optional<FateWord> fate = knowledge.fateOf(form))
                return fate->fate;
        }
    }
    return {};
}

/// The fate of a toll that has come to the number; empty where the sentence tells of none.
QString fateOfToll(const QStringList &before, const LexicalKnowledge &knowledge)
{
    static constexpr std::array<QStringView, 14> kReaching = {u"to", u"at", u"reached", u"reaches", u"reach", u"hit", u"hits", u"passed", u"passes", u"topped", u"exceeded", u"now", u"is", u"was"};
    static constexpr std::array<QStringView, 26> kMoving = {u"rose", u"rises", u"risen", u"rising", u"climbed", u"climbs", u"climbing", u"reached", u"reaches", u"reach", u"stands", u"stood", u"raised",
                                                           u"increased", u"grew", u"grown", u"jumped", u"jumps", u"put", u"puts", u"hit", u"hits", u"passed", u"passes", u"exceeded", u"is"};
    if (before.isEmpty())
        return {};
    const qsizetype toll = before.lastIndexOf(QStringLiteral("toll"));
    if (toll >= 0 && toll + 2 == before.size() && before.last() == QLatin1String("of"))
        return QStringLiteral("dead"); // "a death toll of 17"
    const auto moves = [&](qsizetype from) { return std::any_of(before.begin() + from, before.end(), [](const QString &word) { return isOneOf(word, kMoving); }); };
    if (!isOneOf(before.last(), kReaching))
        return {};
    const bool isPut = toll >= 0 && before.last() == QLatin1String("at") && (before.contains(QLatin1String("put")) || before.contains(QLatin1String("puts")) || before.contains(QLatin1String("putting")));
    if (toll > 0 && (moves(toll) || isPut)) {
        const std::optional<FateWord> fate = knowledge.fateOf(before[toll - 1]);
        return fate ? fate->fate : before[toll - 1] == QLatin1String("injury") ? QStringLiteral("injured") : QStringLiteral("dead");
    }
    const qsizetype number = before.lastIndexOf(QStringLiteral("number"));
    const bool isOf = number >= 0 && number + 1 < before.size() && before[number + 1] == QLatin1String("of");
    return isOf && moves(number) ? fateOfNumberOf(before.sliced(number + 2), knowledge) : QString();
}

} // namespace

std::vector<ToldFate> fatesToldByPhrases(const StatementView &view, const StoryMaterial &material)
{
    const model::Statement &told = *view.statement;
    std::vector<CountedWords> counts = countedWordsIn(told);
    std::erase_if(counts, [](const CountedWords &count) { return count.value.isOrdinal; });
    std::vector<ToldFate> found;
    for (const CountedWords &count : counts) {
        const bool mayBeToll = count.value.counted.isEmpty() || count.value.counted == kAnyone;
        const QString fate = mayBeToll ? fateOfToll(wordsBefore(view, count.span, material), material.knowledge) : QString();
        if (!fate.isEmpty())
            found.push_back({count, fate});
    }
    addLoneOnes(counts, told.words);
    for (int place = 0; place < static_cast<int>(told.words.size()); ++place) {
        const QString fate = fateOfPhrase(place, told.words);
        const std::optional<CountedWords> count = fate.isEmpty() ? std::nullopt : whoseNumber(place, counts, told.words);
        const bool isKnown = count && std::any_of(found.begin(), found.end(), [&](const ToldFate &other) { return other.fate == fate && other.count.number == count->number; });
        if (count && !isKnown)
            found.push_back({*count, fate});
    }
    return found;
}

} // namespace variorum::comparison
