// Which refinements of times and lengths of time are worth telling.
//
//     "left on Sunday" / "left on Sunday afternoon"         told, where both surely tell of one act
//     "was shut on Friday" / "was shut last week"           nothing: of what is past, the day is no news beside the week
//     "late on Friday" / "on Friday"                        nothing: only the word before it differs
//     "at 9.25, on Thursday" / "on Thursday"                nothing, where one article tells both
//     "By noon the fire was out" / "the fire of Tuesday"    nothing: the one only bounds it
//     "20 minutes" / "more than 20 minutes"                 nothing: one number, rounded
//     "more than 85 hours" / "a four-day search"            told
//     "two days" / "less than a month"                      nothing: of other things

#include "comparison/divergences/telling.h"

#include <QRegularExpression>

#include <cmath>

namespace variorum::comparison {

namespace {

constexpr double kSurely = 0.8; // likelihood of two statements
constexpr double kVerySurely = 0.9;
constexpr size_t kSome = 2; // words that mean the same on both sides
constexpr size_t kMany = 4;

/// How exact a time is, the least first.
enum class Grain { Year,
                   Month,
                   Week,
                   Day,
                   PartOfDay,
                   Clock };

Grain grainOf(const QString &timex)
{
    static const QRegularExpression kClock(QStringLiteral("T\\d"));
    constexpr qsizetype kYear = 4;
    constexpr qsizetype kMonth = 7;
    if (timex.contains(kClock))
        return Grain::Clock;
    if (timex.contains(u'T'))
        return Grain::PartOfDay;
    if (timex.contains(u'W'))
        return Grain::Week;
    if (timex.size() <= kYear || timex.contains(u'/'))
        return Grain::Year;
    return timex.size() <= kMonth ? Grain::Month : Grain::Day;
}

/// The preposition before the time that makes it a bound; empty where there is none.
QString boundOf(const Comparand &comparand, const StatementView &view)
{
    static constexpr std::array<QStringView, 9> kBounds = {u"since", u"until", u"till", u"by", u"from", u"through", u"before", u"after", u"within"};
    const auto &words = view.statement->words;
    const auto at = std::find_if(words.begin(), words.end(), [&](const model::StatementWord &word) { return word.span.overlaps(comparand.evidence); });
    if (at == words.end())
        return {};
    const auto before = at == words.begin() ? at : at - 1; // "by noon" may stand in the span itself
    const auto bound = isOneOf(at->lemma, kBounds) ? at : before;
    return isOneOf(bound->lemma, kBounds) ? bound->lemma : QString();
}

/// "the midnight rules": a word for other things as often as a time.
bool isOnlyName(const Comparand &comparand, const StatementView &view)
{
    const auto &words = view.statement->words;
    const auto at = std::find_if(words.begin(), words.end(), [&](const model::StatementWord &word) { return word.span.overlaps(comparand.evidence); });
    const bool isBare = comparand.slot->text.compare(QLatin1String("midnight"), Qt::CaseInsensitive) == 0;
    return isBare && (at == words.begin() || at == words.end() || (at - 1)->upos != model::Upos::Adp);
}

/// Does the statement, or its article elsewhere in the claim, tell the time as exactly itself?
bool givesExactly(const Comparand &coarse, const Comparand &fine, const ToldPair &pair)
{
    const int article = pair.material.view(coarse.statement).article;
    const model::TimeValue &wanted = *fine.slot->time;
    return std::any_of(pair.kind.comparands.begin(), pair.kind.comparands.end(), [&](const Comparand &known) {
        if (&known == &coarse || !known.slot || !known.slot->time || pair.material.view(known.statement).article != article)
            return false;
        const model::TimeValue &time = *known.slot->time;
        const bool isInOne = known.statement == coarse.statement && grainOf(time.timex) > grainOf(coarse.slot->time->timex);
        return isInOne || time.timex == wanted.timex || known.shown == fine.shown;
    });
}

/// "last month", "earlier this year": told from the day of the article.
bool isRelative(const Comparand &comparand)
{
    static const QRegularExpression kRelative(QStringLiteral("\\b(last|this|next|past|ago|yesterday|today|coming)\\b"), QRegularExpression::CaseInsensitiveOption);
    return comparand.slot->text.contains(kRelative);
}

bool isOneActToTheYear(const ToldPair &pair)
{
    constexpr double kMostSurely = 0.95;
    return pair.shared() >= kSome && pair.likelihood() >= (pair.isOneAct() ? kVerySurely : kMostSurely);
}

/// "The bridge collapsed on Tuesday", "the bridge collapsed on Tuesday morning": beside the time, all that the one tells the other does.
bool areOtherwiseOne(const ToldPair &pair) { return pair.shared() >= kSome && pair.shared() + 1 >= std::min(pair.left.units.size(), pair.right.units.size()); }

bool tellsExactly(const Comparand &coarse, const Comparand &fine, const ToldPair &pair)
{
    const Grain grain = grainOf(coarse.slot->time->timex);
    const Grain exact = grainOf(fine.slot->time->timex);
    const bool isPast = isDone(pair.left, pair.material) || isDone(pair.right, pair.material);
    if (givesExactly(coarse, fine, pair) || (isRelative(coarse) && isPast && grain <= Grain::Week))
        return false;
    if (grain <= Grain::Month) // "the 2013 model", "at 7 p.m."
        return exact != Grain::Clock && isOneActToTheYear(pair);
    if (pair.likelihood() < kVerySurely)
        return false;
    if (grain == Grain::Week)
        return !isPast;
    if (exact == Grain::PartOfDay)
        return pair.isOneAct() && (pair.shared() >= kMany || areOtherwiseOne(pair));
    const bool isNearby = grain >= Grain::PartOfDay || pair.isOneAct();
    return pair.shared() >= (isNearby ? kSome : kMany);
}

} // namespace

bool tellsDuration(const ToldPair &pair)
{
    constexpr double kLikely = 0.6;
    constexpr double kLong = 100.0 * 24 * 3600; // seconds; what lasts for years is told of many things
    constexpr double kTimes = 2.7; // "more than 85 hours" of four days; further apart they are lengths of other things
    constexpr double kOneLength = 0.05; // "90 days", "three months"; "just under five minutes", "4 minutes 48"
    if (!pair.one.slot || !pair.other.slot || !pair.one.slot->time || !pair.other.slot->time)
        return true;
    const model::TimeValue &first = *pair.one.slot->time;
    const model::TimeValue &second = *pair.other.slot->time;
    const double least = std::min(first.seconds.value_or(0), second.seconds.value_or(0));
    const double most = std::max(first.seconds.value_or(0), second.seconds.value_or(0));
    if (pair.haveOthers() || pair.likelihood() < kLikely || pair.shared() == 0 || first.timex == second.timex || most - least <= kOneLength * most || most > kTimes * least)
        return false;
    const auto isLess = [](const model::TimeValue &value) { return value.modifier == model::TimeValue::Modifier::LessThan || value.modifier == model::TimeValue::Modifier::EqualOrLess; };
    if (isRelative(pair.one) || isRelative(pair.other) || (isLess(first) && isLess(second)))
        return false; // "in the past week"; "less than a month", "less than four weeks"
    if (least < kLong)
        return true;
    return pair.likelihood() >= kSurely && isVerbal(pair.left) && isVerbal(pair.right) && (pair.isOneAct() || pair.shared() >= kMany);
}

bool tellsTime(const ToldPair &pair)
{
    constexpr qsizetype kDecade = 3; // "197"
    if (!pair.one.slot || !pair.other.slot || !pair.one.slot->time || !pair.other.slot->time)
        return true;
    const QString &first = pair.one.slot->time->timex;
    const QString &second = pair.other.slot->time->timex;
    const bool isTold = isVerbal(pair.left) || isVerbal(pair.right) || isFinite(*pair.left.statement) || isFinite(*pair.right.statement);
    const bool isOnlyModified = first == second && grainOf(first) >= Grain::Day;
    if (std::min(first.size(), second.size()) <= kDecade || isOnlyModified || pair.haveOthers() || !isTold)
        return false;
    if (boundOf(pair.one, pair.left) != boundOf(pair.other, pair.right) || isOnlyName(pair.one, pair.left) || isOnlyName(pair.other, pair.right))
        return false;
    if (grainOf(first) == grainOf(second))
        return (pair.isOneAct() || meanOneAct(pair.left, pair.right, pair.material)) && pair.likelihood() >= kSurely;
    return grainOf(first) < grainOf(second) ? tellsExactly(pair.one, pair.other, pair) : tellsExactly(pair.other, pair.one, pair);
}

} // namespace variorum::comparison
