// Which refinements of how sure a fact is are worth telling: what may be so or is so, what was planned and is done.
//
//     "is believed to have left" / "left"                        told: the one only supposes
//     "someone who had left" / "someone who had left"            nothing: what makes the one unsure stands outside of it
//     "could sink" / "sank", "I think he did all" / "he did all" nothing: an ability, an opinion
//     "was expected to sink" / "sank"                            told
//     "will do whatever it takes" / "what the club did"          nothing: other acts

#include "comparison/divergences/telling.h"

#include "model/names.h"

namespace variorum::comparison {

using model::StatementWord;

namespace {

bool isHedge(const QString &lemma)
{
    static constexpr std::array<QStringView, 28> kHedges = {u"may", u"might", u"apparently", u"apparent", u"likely", u"unlikely", u"possible", u"possibly", u"probable",
                                                            u"probably", u"perhaps", u"maybe", u"presumably", u"suspect", u"suspected", u"believe", u"think", u"appear",
                                                            u"seem", u"allegedly", u"allege", u"alleged", u"supposedly", u"claim", u"potential", u"potentially", u"unclear", u"reportedly"};
    return isOneOf(lemma, kHedges);
}

/// Stands the word at the predicate, or at a word that the predicate hangs on: "was believed to have offered"?
bool bendsPredicate(size_t place, const model::Statement &statement)
{
    constexpr int kSteps = 4;
    const auto &words = statement.words;
    for (size_t at = 0; at < words.size(); ++at) {
        if (!statement.predicateSpan.overlaps(words[at].span))
            continue;
        std::optional<int> above = static_cast<int>(at);
        for (int step = 0; step < kSteps && above; ++step) {
            if (static_cast<size_t>(*above) == place || words[place].head == above)
                return true;
            above = words[static_cast<size_t>(*above)].head;
        }
    }
    return false;
}

/// "Investigators think that ...", "it is likely that ...": the last word before the clause, but for "that". Not "I think", an opinion, nor "cannot believe".
bool isHedgedBefore(const StatementView &view, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 16> kFrames = {u"think", u"thinks", u"thought", u"believe", u"believes", u"believed", u"suspect", u"suspects", u"suspected", u"likely", u"possible", u"probable", u"claims", u"alleges", u"alleged", u"appeared"};
    static constexpr std::array<QStringView, 10> kNoDoubt = {u"i", u"we", u"not", u"never", u"can't", u"cannot", u"don't", u"didn't", u"honestly", u"t"};
    const model::Statement &statement = *view.statement;
    const QString &text = model::textOf(*material.articles[static_cast<size_t>(view.article)], statement.place.field);
    QString lead = leadOf(text, statement.place.span.begin).section(u'.', -1).toLower();
    for (QChar &sign : lead)
        sign = sign.isLetter() || sign == u'\'' ? sign : QChar(u' ');
    QStringList before = lead.split(u' ', Qt::SkipEmptyParts);
    if (!before.isEmpty() && before.back() == QLatin1String("that"))
        before.removeLast();
    return !before.isEmpty() && isOneOf(before.back(), kFrames) && (before.size() < 2 || !isOneOf(before[before.size() - 2], kNoDoubt));
}

/// Does its own clause, or the verb that it hangs on, say that it may be otherwise? Not "could", which tells of an ability as often.
bool isHedged(const StatementView &view, const StoryMaterial &material)
{
    const model::Statement &statement = *view.statement;
    if (statement.certainty == model::Certainty::Reported)
        return true; // held to be no more than a claim
    for (size_t place = 0; place < statement.words.size(); ++place) {
        const StatementWord &word = statement.words[place];
        if (isHedge(word.lemma) && bendsPredicate(place, statement))
            return true;
    }
    const StatementView &outer = outerOf(view, material);
    const bool isOpinion = std::any_of(outer.statement->words.begin(), outer.statement->words.end(), [](const StatementWord &word) { return word.lemma == QLatin1String("i") || word.lemma == QLatin1String("we"); }); // "I think that"
    return (&outer != &view && isHedge(outer.statement->predicate) && !isOpinion) || isHedgedBefore(view, material);
}

/// A name, a noun or a number that both tell of what is the same; where an act is denied, the act itself may be all.
bool shareEnough(const ToldPair &pair)
{
    const bool isDenied = polarityOf(*pair.left.statement) == model::Polarity::Negative;
    return pair.shared() >= (isDenied ? 1 : 2);
}

/// "the team will have to pay": a duty, not a plan.
bool isDuty(const model::Statement &statement)
{
    const auto &words = statement.words;
    return std::adjacent_find(words.begin(), words.end(), [](const StatementWord &word, const StatementWord &next) { return word.lemma == QLatin1String("have") && next.lemma == QLatin1String("to"); }) != words.end();
}

} // namespace

bool tellsDoubt(const ToldPair &pair)
{
    constexpr double kSurely = 0.8;
    constexpr double kVerySurely = 0.9;
    const bool isSurelyOne = tellOfOneAct(pair.one.statement, pair.other.statement, pair.alignment, pair.material) && pair.likelihood() >= kSurely;
    if ((pair.isOneAct() && pair.haveOthers() && (!isSurelyOne || pair.shared() < 3)) || haveOtherActors(pair.left, pair.right))
        return false; // "struck a reef", "may have struck a rock": the words for what was struck may mean one thing
    const QString possible = model::nameOf(model::Certainty::Possible);
    const bool leftIsHedged = !pair.one.shown.contains(possible) || isHedged(pair.left, pair.material);
    const bool rightIsHedged = !pair.other.shown.contains(possible) || isHedged(pair.right, pair.material);
    if (!leftIsHedged || !rightIsHedged || !shareEnough(pair))
        return false;
    if (!pair.isOneAct())
        return pair.likelihood() >= kVerySurely; // one cause, or one thing supposed
    return pair.likelihood() >= kSurely && (isSurelyOne || pair.alignment.predicateLikeness >= pair.material.weights.samePredicate);
}

bool tellsDeed(const ToldPair &pair)
{
    constexpr double kSurely = 0.85;
    const bool isLeftPlan = pair.one.shown.contains(model::nameOf(model::Certainty::Planned));
    const StatementView &plan = isLeftPlan ? pair.left : pair.right;
    const StatementView &deed = isLeftPlan ? pair.right : pair.left;
    if (pair.likelihood() < kSurely || pair.alignment.predicateLikeness < pair.material.weights.related || pair.shared() < 2)
        return false;
    const auto isQuestion = [](const StatementView &view) {
        const auto &words = view.statement->words;
        return view.statement->certainty == model::Certainty::Asked || std::any_of(words.begin(), words.end(), [](const StatementWord &word) { return word.lemma == QLatin1String("how") || word.lemma == QLatin1String("whether"); });
    };
    if (isQuestion(plan) || isQuestion(deed))
        return false;
    const bool areOfOne = !pair.haveOthers() && !haveOtherThemes(plan, deed, pair.material.likeness) && !haveOtherActors(plan, deed);
    return areOfOne && isFinite(*plan.statement) && !isDuty(*plan.statement) && isDone(deed, pair.material) && isWholeClause(deed);
}

} // namespace variorum::comparison
