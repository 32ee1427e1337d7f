#include "ui/claims/rule_label.h"

#include <QCoreApplication>

namespace variorum::ui {

namespace {

struct RuleText {
    Q_DECLARE_TR_FUNCTIONS(RuleText)
};

struct RuleSentence {
    const char *rule;
    const char *sentence;
};

// In the order of the comparison: numbers, times, words, names, places, what was done, who said it, claims.
constexpr RuleSentence kSentences[] = {
    {"other-currency", QT_TRANSLATE_NOOP("RuleText", "The same number of another currency, in the same words.")},
    {"only-such-figures", QT_TRANSLATE_NOOP("RuleText", "Each gives one figure that can answer this, and they differ; they may be of other times or counted otherwise.")},
    {"numbers-apart", QT_TRANSLATE_NOOP("RuleText", "The numbers exclude each other.")},
    {"number-within", QT_TRANSLATE_NOOP("RuleText", "One number lies in the range that the other leaves open.")},
    {"numbers-overlap", QT_TRANSLATE_NOOP("RuleText", "The ranges of the numbers overlap.")},
    {"same-limit", QT_TRANSLATE_NOOP("RuleText", "Both give the same limit, one as exact, one as a bound.")},
    {"none-or-some", QT_TRANSLATE_NOOP("RuleText", "One says that there was none, the other gives a number.")},
    {"none-or-done", QT_TRANSLATE_NOOP("RuleText", "One says that there was none, the other that it was done.")},
    {"ordinal-or-cardinal", QT_TRANSLATE_NOOP("RuleText", "A place in a row and a number cannot be held against each other.")},
    {"place-beyond-count", QT_TRANSLATE_NOOP("RuleText", "A place in the row lies beyond the number of all.")},
    {"parts-against-total", QT_TRANSLATE_NOOP("RuleText", "The parts that it lists do not add up to the total that it gives.")},
    {"measure-against-double", QT_TRANSLATE_NOOP("RuleText", "A measure and its conversion beside it do not agree.")},
    {"part-above-whole", QT_TRANSLATE_NOOP("RuleText", "The part is greater than the whole.")},
    {"age-against-birth", QT_TRANSLATE_NOOP("RuleText", "The age and the date of birth do not agree.")},
    {"headline-against-body", QT_TRANSLATE_NOOP("RuleText", "The headline and the text give two numbers.")},
    {"ordinal-against-count", QT_TRANSLATE_NOOP("RuleText", "The place in the row and the number of all do not agree.")},
    {"weekday-against-date", QT_TRANSLATE_NOOP("RuleText", "The day of the week is not that of the date.")},
    {"opposite-modifiers", QT_TRANSLATE_NOOP("RuleText", "One number is given as more, the other as less.")},
    {"antonyms", QT_TRANSLATE_NOOP("RuleText", "The words are opposites.")},
    {"synonyms", QT_TRANSLATE_NOOP("RuleText", "Other words that mean the same.")},
    {"more-general-word", QT_TRANSLATE_NOOP("RuleText", "One word is a kind of what the other names.")},
    {"other-colour", QT_TRANSLATE_NOOP("RuleText", "Two colours of one thing.")},
    {"opposite-states", QT_TRANSLATE_NOOP("RuleText", "Two states of which one excludes the other.")},
    {"known-or-not", QT_TRANSLATE_NOOP("RuleText", "One leaves open how it is, the other says it.")},
    {"modifier-added", QT_TRANSLATE_NOOP("RuleText", "One tells more exactly how it is.")},
    {"more-things", QT_TRANSLATE_NOOP("RuleText", "One names more of the things.")},
    {"other-things", QT_TRANSLATE_NOOP("RuleText", "Both name some of the things, and not the same.")},
    {"acronym", QT_TRANSLATE_NOOP("RuleText", "One name shortens the other.")},
    {"spelling", QT_TRANSLATE_NOOP("RuleText", "Two spellings of one name.")},
    {"part-of-name", QT_TRANSLATE_NOOP("RuleText", "One gives a part of the name, the other the whole.")},
    {"initial", QT_TRANSLATE_NOOP("RuleText", "One gives only the first letter of the first name.")},
    {"other-person", QT_TRANSLATE_NOOP("RuleText", "Two persons in the same part of the event.")},
    {"other-name-in-same-words", QT_TRANSLATE_NOOP("RuleText", "The same sentence with another name in it.")},
    {"other-unit-in-same-words", QT_TRANSLATE_NOOP("RuleText", "The same sentence with another unit in it.")},
    {"named-or-not", QT_TRANSLATE_NOOP("RuleText", "One gives the name, the other only says who it was.")},
    {"one-post", QT_TRANSLATE_NOOP("RuleText", "Two people where only one can have been.")},
    {"place-within", QT_TRANSLATE_NOOP("RuleText", "One place lies in the other.")},
    {"part-of-place", QT_TRANSLATE_NOOP("RuleText", "One place is a part of the other.")},
    {"places-apart", QT_TRANSLATE_NOOP("RuleText", "Two places beside each other, neither in the other.")},
    {"other-place-word", QT_TRANSLATE_NOOP("RuleText", "Another word for where it is.")},
    {"place-told-more", QT_TRANSLATE_NOOP("RuleText", "One tells more of the place.")},
    {"place-told-otherwise", QT_TRANSLATE_NOOP("RuleText", "The place is told in other words.")},
    {"other-place-phrase", QT_TRANSLATE_NOOP("RuleText", "Another place, or another way to say where it was.")},
    {"in-or-near", QT_TRANSLATE_NOOP("RuleText", "One says that it was there, the other that it was near it.")},
    {"vague-duration", QT_TRANSLATE_NOOP("RuleText", "One duration is exact, the other only names the unit.")},
    {"about-the-duration", QT_TRANSLATE_NOOP("RuleText", "Two ways to put one length of time.")},
    {"durations-overlap", QT_TRANSLATE_NOOP("RuleText", "One duration fits into the other.")},
    {"durations-apart", QT_TRANSLATE_NOOP("RuleText", "The durations exclude each other.")},
    {"time-within", QT_TRANSLATE_NOOP("RuleText", "One time lies in the stretch that the other names.")},
    {"times-overlap", QT_TRANSLATE_NOOP("RuleText", "The stretches of time overlap.")},
    {"clock-rounding", QT_TRANSLATE_NOOP("RuleText", "Two clock times so near that one may be rounded.")},
    {"ranges-differ", QT_TRANSLATE_NOOP("RuleText", "Both name beginning and end, and not the same.")},
    {"weekdays-apart", QT_TRANSLATE_NOOP("RuleText", "The same words with another day of the week.")},
    {"times-apart", QT_TRANSLATE_NOOP("RuleText", "The times exclude each other.")},
    {"opposite-polarity", QT_TRANSLATE_NOOP("RuleText", "One says that it is so, the other that it is not.")},
    {"negated-in-same-words", QT_TRANSLATE_NOOP("RuleText", "The same words, once with and once without a negation.")},
    {"not-yet-or-done", QT_TRANSLATE_NOOP("RuleText", "Not so far in one, done in the other.")},
    {"asserted-or-denied", QT_TRANSLATE_NOOP("RuleText", "One states it, the other denies it.")},
    {"done-or-planned", QT_TRANSLATE_NOOP("RuleText", "One says that it was done, the other that it is planned.")},
    {"done-since", QT_TRANSLATE_NOOP("RuleText", "Planned in an earlier report, done in a later one.")},
    {"certain-or-possible", QT_TRANSLATE_NOOP("RuleText", "One states it, the other holds it possible.")},
    {"other-words-of-one-speaker", QT_TRANSLATE_NOOP("RuleText", "One speaker's words, quoted in two ways.")},
    {"said-or-left-open", QT_TRANSLATE_NOOP("RuleText", "The speaker says it outright in one, and leaves it open in the other.")},
    {"other-source", QT_TRANSLATE_NOOP("RuleText", "The sources name different origins for it.")},
    {"aligned-statements", QT_TRANSLATE_NOOP("RuleText", "The statements speak of the same act, with the same parts, in words that match.")},
    {"people-of-one-fate", QT_TRANSLATE_NOOP("RuleText", "The statements count people to whom the same happened.")},
    {"who-is-inside", QT_TRANSLATE_NOOP("RuleText", "The statements tell of one place whether somebody is in it.")},
    {"somebody-or-nobody", QT_TRANSLATE_NOOP("RuleText", "One tells that somebody is there, the other that nobody is.")},
    {"one-article", QT_TRANSLATE_NOOP("RuleText", "Told in one article.")},
    {"joined-by-person", QT_TRANSLATE_NOOP("RuleText", "You joined these statements.")},
    {"split-by-person", QT_TRANSLATE_NOOP("RuleText", "You held these statements apart from others.")},
};

} // namespace

QString ruleSentence(const QString &rule)
{
    for (const auto &[name, sentence] : kSentences) {
        if (rule == QLatin1String(name))
            return RuleText::tr(sentence);
    }
    return {};
}

QString ruleLabel(const QString &rule)
{
    const QString sentence = ruleSentence(rule);
    return sentence.isEmpty() || rule.isEmpty() ? rule : RuleText::tr("%1 (%2)", "sentence, name of a rule").arg(sentence, rule);
}

} // namespace variorum::ui
