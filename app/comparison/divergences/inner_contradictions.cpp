// Finds what an article says against itself, where the calendar or a sum decides and no reading of the clauses is needed.
//
//     weekday-against-date    "Monday, 12 September 2023"                  that day is a Tuesday
//     measure-against-double  "at 60 mph (200 km/h)"                       60 mph are 97 km/h
//     parts-against-total     "12 people: five women and six men"          five and six are 11
//     part-above-whole        "ten of his nine trips"                      no more than nine
//     age-against-birth       "Berg, 43, was born in 1975" (of 2023)       then he would be 47 or 48
//     headline-against-body   "Blast kills 12", "The blast killed nine people"  one verb, one noun, two numbers
//     ordinal-against-count   "his 10th trip", "has made seven trips in all"    the tenth makes ten
//
// Each rule is narrow on purpose: a false accusation costs more than a slip not seen. So numbers with "about" and bounds meet
// as intervals do, a list is summed only where it is the whole (after a colon or in brackets), and a headline is held only
// against clauses with its own verb and noun.

#include "comparison/divergences/inner_contradictions.h"

#include "model/names.h"
#include "model/units.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace variorum::comparison {

namespace {

using namespace Qt::StringLiterals;
using model::Bound;
using model::DivergenceKind;
using model::QuantityMention;
using model::QuantityValue;
using model::TextField;
using model::TimeMention;

constexpr double kRoundingShare = 0.1; // "60 mph (100 km/h)"
constexpr double kApproximateShare = 0.1;
constexpr qsizetype kLongestGap = 4; // characters between a measure and its repetition

struct Interval {
    double low = 0;
    double high = 0;
};

Interval intervalOf(const QuantityValue &value)
{
    constexpr double kEndless = std::numeric_limits<double>::infinity();
    if (value.bound == Bound::Approximate && value.value)
        return {*value.value * (1 - kApproximateShare), *value.value * (1 + kApproximateShare)};
    return {value.low.value_or(-kEndless), value.high.value_or(kEndless)};
}

bool areApart(const QuantityValue &one, const QuantityValue &other)
{
    const Interval left = intervalOf(one);
    const Interval right = intervalOf(other);
    return left.low > right.high || right.low > left.high;
}

bool isExactCount(const QuantityValue &value)
{
    return value.bound == Bound::Exact && value.value && value.unit.isEmpty() && !value.isOrdinal && !value.isFraction;
}

QString dayName(int weekday)
{
    static const std::array<QString, 7> kNames{u"Monday"_s, u"Tuesday"_s, u"Wednesday"_s, u"Thursday"_s, u"Friday"_s, u"Saturday"_s, u"Sunday"_s};
    return kNames[static_cast<size_t>(weekday - 1)];
}

/// 1 Monday to 7; 0 where the words name none.
int weekdayIn(const QString &words)
{
    static const QRegularExpression kWeekday(u"\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\\b"_s);
    static const QStringList kShort{u"Mon"_s, u"Tue"_s, u"Wed"_s, u"Thu"_s, u"Fri"_s, u"Sat"_s, u"Sun"_s};
    const QRegularExpressionMatch match = kWeekday.match(words);
    return match.hasMatch() ? static_cast<int>(kShort.indexOf(match.captured(1))) + 1 : 0;
}

class Finder {
public:
    explicit Finder(const model::AnalysedArticle &analysed) : m_article(analysed.article), m_facts(analysed.facts) {}

    std::vector<InnerContradiction> run()
    {
        for (const TimeMention &time : m_facts.times)
            weekdayAgainstDate(time);
        for (size_t place = 0; place < m_facts.quantities.size(); ++place) {
            measureAgainstDouble(place);
            partsAgainstTotal(place);
            partAboveWhole(place);
            ageAgainstBirth(m_facts.quantities[place]);
        }
        headlineAgainstBody();
        ordinalAgainstCount();
        return std::move(m_found);
    }

private:
    [[nodiscard]] QStringView text(TextField field) const { return field == TextField::Title && m_article.title ? QStringView(*m_article.title) : QStringView(m_article.text); }

    [[nodiscard]] QString words(const model::TextPlace &place) const { return between(place.field, place.span.begin, place.span.end); }

    [[nodiscard]] QString between(TextField field, qsizetype begin, qsizetype end) const
    {
        const QStringView all = text(field);
        const qsizetype from = std::clamp<qsizetype>(begin, 0, all.size());
        return all.sliced(from, std::clamp<qsizetype>(end, from, all.size()) - from).toString();
    }

    void add(DivergenceKind kind, const char *rule, const model::TextPlace &one, const model::TextPlace &other, const QString &oneValue, const QString &otherValue, const QString &why)
    {
        m_found.push_back({kind, QLatin1String(rule), why, one, other, oneValue, otherValue});
    }

    // A day without its year was given the year in which it has that weekday; if that is another than the nearest, the
    // article most likely means the nearest and has the weekday wrong.
    void weekdayAgainstDate(const TimeMention &time)
    {
        static const QRegularExpression kYear(u"\\d{4}"_s);
        static const QRegularExpression kDay(u"\\d"_s);
        const QString said = words(time.place);
        const int weekday = weekdayIn(said);
        if (weekday == 0 || !time.value.from || !time.value.to || time.value.from->daysTo(*time.value.to) > 1 || !kDay.match(said).hasMatch() || time.rule != "weekday-date"_L1)
            return;
        QDate day = time.value.from->date();
        if (!kYear.match(said).hasMatch() && m_article.published) {
            constexpr int kNearDays = 60;
            for (const int year : {day.year() - 1, day.year() + 1}) {
                const QDate near(year, day.month(), day.day());
                if (near.isValid() && std::abs(near.daysTo(m_article.published->date)) <= kNearDays)
                    day = near;
            }
        }
        if (day.dayOfWeek() != weekday)
            add(DivergenceKind::Time, "weekday-against-date", time.place, time.place, dayName(weekday), day.toString(Qt::ISODate), u"%1 is a %2"_s.arg(day.toString(Qt::ISODate), dayName(day.dayOfWeek())));
    }

    void measureAgainstDouble(size_t place)
    {
        if (place == 0)
            return;
        const QuantityMention &first = m_facts.quantities[place - 1];
        const QuantityMention &second = m_facts.quantities[place];
        if (first.place.field != second.place.field || !first.value.value || !second.value.value || first.value.unit == second.value.unit)
            return;
        const QString gap = between(first.place.field, first.place.span.end, second.place.span.begin);
        const QString after = between(first.place.field, second.place.span.end, second.place.span.end + 1);
        if (gap.size() > kLongestGap || !gap.contains(u'(') || after != ")"_L1)
            return;
        const auto converted = model::convertUnit(*first.value.value, first.value.unit, second.value.unit);
        if (!converted || std::abs(*converted - *second.value.value) <= kRoundingShare * std::max(std::abs(*converted), std::abs(*second.value.value)))
            return;
        add(DivergenceKind::Quantity, "measure-against-double", first.place, second.place, model::printed(first.value), model::printed(second.value),
            u"%1 is %2 %3"_s.arg(model::printed(first.value), QString::number(*converted, 'g', 3), second.value.unit));
    }

    // "12 people: five women, six men" and "12 people (five women and six men)": a list that is the whole
    void partsAgainstTotal(size_t place)
    {
        const QuantityMention &total = m_facts.quantities[place];
        if (!isExactCount(total.value) || !total.countedSpan)
            return;
        const TextField field = total.place.field;
        const qsizetype begin = total.countedSpan->end;
        const QString opening = between(field, begin, begin + 3).trimmed();
        const bool isBracket = opening.startsWith(u'(');
        if (!isBracket && !opening.startsWith(u':'))
            return;
        const QStringView all = text(field);
        qsizetype end = begin + 1;
        while (end < all.size() && !(isBracket ? all[end] == u')' : all[end] == u'.' || all[end] == u';' || all[end] == u'\n'))
            ++end;
        double sum = 0;
        std::vector<const QuantityMention *> parts;
        for (size_t next = place + 1; next < m_facts.quantities.size() && m_facts.quantities[next].place.field == field && m_facts.quantities[next].place.span.begin < end; ++next) {
            const QuantityMention &part = m_facts.quantities[next];
            if (!isExactCount(part.value) || part.value.counted.isEmpty() || *part.value.value > *total.value.value)
                return; // an age, a bound, more than the whole: no plain list of parts
            parts.push_back(&part);
            sum += *part.value.value;
        }
        static const QRegularExpression kOthers(u"\\b(including|among|others?|rest|some|several|a|an|both|of)\\b"_s);
        if (parts.size() < 2 || kOthers.match(between(field, begin, end)).hasMatch() || std::abs(sum - *total.value.value) < 0.5)
            return;
        QStringList numbers;
        for (const QuantityMention *part : parts)
            numbers.append(QString::number(*part->value.value));
        const model::TextPlace list{field, {parts.front()->place.span.begin, parts.back()->countedSpan ? parts.back()->countedSpan->end : parts.back()->place.span.end}};
        add(DivergenceKind::Quantity, "parts-against-total", total.place, list, model::printed(total.value), QString::number(sum), u"%1 is %2, not %3"_s.arg(numbers.join(u" + "_s), QString::number(sum), QString::number(*total.value.value)));
    }

    // "ten of his nine trips"
    void partAboveWhole(size_t place)
    {
        if (place + 1 >= m_facts.quantities.size())
            return;
        static const QRegularExpression kOf(u"^\\s*(out )?of (the|his|her|its|their|all|those|these)?\\s*$"_s);
        const QuantityMention &part = m_facts.quantities[place];
        const QuantityMention &whole = m_facts.quantities[place + 1];
        if (part.place.field != whole.place.field || !isExactCount(part.value) || !isExactCount(whole.value) || *part.value.value <= *whole.value.value)
            return;
        if (kOf.match(between(part.place.field, part.place.span.end, whole.place.span.begin)).hasMatch())
            add(DivergenceKind::Quantity, "part-above-whole", part.place, whole.place, model::printed(part.value), model::printed(whole.value), u"%1 of %2"_s.arg(*part.value.value).arg(*whole.value.value));
    }

    /// The person whose name stands at most a comma before `begin`, or nothing.
    [[nodiscard]] const model::Entity *personBefore(TextField field, qsizetype begin) const
    {
        for (const model::Entity &entity : m_facts.entities) {
            for (const model::Mention &mention : entity.mentions) {
                if (entity.kind != model::EntityKind::Person || mention.place.field != field || mention.place.span.end > begin || begin - mention.place.span.end > 6)
                    continue;
                static const QRegularExpression kJoint(u"^[\\s,(]*(was |is |aged )?$"_s);
                if (kJoint.match(between(field, mention.place.span.end, begin)).hasMatch())
                    return &entity;
            }
        }
        return nullptr;
    }

    // "Berg, 43," and "Berg was born in 1975": the same person by name or by a pronoun that was resolved
    void ageAgainstBirth(const QuantityMention &age)
    {
        if (age.value.unit != "a"_L1 || !age.rule.startsWith("age"_L1) || !age.value.value || age.value.bound != Bound::Exact || !m_article.published)
            return;
        const model::Entity *person = personBefore(age.place.field, age.place.span.begin);
        if (!person)
            return;
        static const QRegularExpression kBorn(u"\\bborn (in|on) $"_s);
        for (const TimeMention &time : m_facts.times) {
            const qsizetype begin = time.place.span.begin;
            const QRegularExpressionMatch born = kBorn.match(between(time.place.field, begin - 10, begin));
            if (!born.hasMatch() || !time.value.from || time.value.fromInferredDate || time.value.timex.size() < 4)
                continue;
            const qsizetype bornAt = begin - 10 + born.capturedStart();
            if (personBefore(time.place.field, std::max<qsizetype>(0, bornAt)) != person)
                continue;
            const int years = m_article.published->date.year() - time.value.from->date().year();
            const double stated = *age.value.value;
            if (stated > years || stated < years - 1)
                add(DivergenceKind::Quantity, "age-against-birth", age.place, time.place, model::printed(age.value), time.value.timex,
                    u"born in %1, %2 or %3 in %4"_s.arg(time.value.from->date().year()).arg(years - 1).arg(years).arg(m_article.published->date.year()));
        }
    }

    [[nodiscard]] static std::vector<const model::Slot *> countsOf(const model::Statement &statement)
    {
        std::vector<const model::Slot *> counts;
        for (const model::Slot &slot : statement.slots) {
            const bool isCount = slot.quantity && slot.quantity->unit.isEmpty() && !slot.quantity->isOrdinal && !slot.quantity->isFraction && !slot.quantity->counted.isEmpty();
            if (isCount)
                counts.push_back(&slot);
        }
        return counts;
    }

    // Every clause of the body with the headline's verb that counts the headline's noun has another number.
    void headlineAgainstBody()
    {
        for (const model::Statement &headline : m_facts.statements) {
            if (headline.place.field != TextField::Title)
                continue;
            for (const model::Slot *said : countsOf(headline)) {
                const model::Slot *against = nullptr;
                bool isBorneOut = false;
                for (const model::Statement &body : m_facts.statements) {
                    if (body.place.field != TextField::Text || body.predicate != headline.predicate || body.polarity != headline.polarity)
                        continue;
                    for (const model::Slot *slot : countsOf(body)) {
                        const bool isNominal = body.predicate == slot->quantity->counted; // "317 jokes" of a headline without a verb
                        if (slot->quantity->counted != said->quantity->counted || slot->role != said->role || isNominal)
                            continue;
                        isBorneOut = isBorneOut || !areApart(*said->quantity, *slot->quantity);
                        against = against ? against : slot;
                    }
                }
                if (against && !isBorneOut)
                    add(DivergenceKind::Quantity, "headline-against-body", {TextField::Title, said->span}, {TextField::Text, against->span}, model::printed(*said->quantity), model::printed(*against->quantity),
                        u"%1 in the headline, %2 in the text"_s.arg(model::printed(*said->quantity), model::printed(*against->quantity)));
            }
        }
    }

    // "his 10th trip", "he has made seven trips in all". "Nine trips" beside it may be those before, unless they are all.
    void ordinalAgainstCount()
    {
        static const QRegularExpression kAll(u"^\\W*(in all|in total|altogether|so far|to date)\\b"_s);
        static const QRegularExpression kTotal(u"\\b(a total of|has made|have made)\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression kPart(u"^\\s*of\\b"_s);
        for (const QuantityMention &ordinal : m_facts.quantities) {
            if (!ordinal.value.isOrdinal || !ordinal.value.value || ordinal.value.counted.isEmpty())
                continue;
            for (const QuantityMention &count : m_facts.quantities) {
                if (!isExactCount(count.value) || count.value.counted != ordinal.value.counted || !count.countedSpan || *count.value.value >= *ordinal.value.value)
                    continue;
                const TextField field = count.place.field;
                const qsizetype end = count.countedSpan->end;
                const bool isPart = kPart.match(between(field, count.place.span.end, end)).hasMatch();
                const bool isAll = kAll.match(between(field, end, end + 16)).hasMatch() || kTotal.match(between(field, count.place.span.begin - 14, count.place.span.begin)).hasMatch();
                if (!isPart && isAll)
                    add(DivergenceKind::Quantity, "ordinal-against-count", ordinal.place, count.place, words(ordinal.place) + u' ' + ordinal.value.counted, model::printed(count.value),
                        u"the %1 %2 makes %3, not %4"_s.arg(words(ordinal.place), ordinal.value.counted).arg(*ordinal.value.value).arg(*count.value.value));
            }
        }
    }

    const model::Article &m_article;
    const model::Facts &m_facts;
    std::vector<InnerContradiction> m_found;
};

} // namespace

std::vector<InnerContradiction> findInnerContradictions(const model::AnalysedArticle &analysed)
{
    return Finder(analysed).run();
}

} // namespace variorum::comparison
