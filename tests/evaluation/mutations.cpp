#include "evaluation/mutations.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace variorum::evaluation {

using namespace Qt::StringLiterals;
using base::TextSpan;
using model::Deprel;
using model::StatementWord;

namespace {

const QStringList kNumbers = {u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s, u"six"_s, u"seven"_s, u"eight"_s, u"nine"_s, u"ten"_s, u"eleven"_s, u"twelve"_s};
const QStringList kWeekdays = {u"Monday"_s, u"Tuesday"_s, u"Wednesday"_s, u"Thursday"_s, u"Friday"_s, u"Saturday"_s, u"Sunday"_s};
const QStringList kMonths = {u"January"_s, u"February"_s, u"March"_s, u"April"_s, u"May"_s, u"June"_s, u"July"_s, u"August"_s, u"September"_s, u"October"_s, u"November"_s, u"December"_s};
const QStringList kTowns = {u"Norwich"_s, u"Tucson"_s};
const QString kInvented = u"Marlon Tessier"_s;

const std::array<std::pair<QLatin1String, QLatin1String>, 24> kUnits = {{
    {"miles"_L1, "kilometres"_L1}, {"mile"_L1, "kilometre"_L1}, {"kilometres"_L1, "miles"_L1}, {"kilometers"_L1, "miles"_L1}, {"km"_L1, "miles"_L1}, {"mph"_L1, "km/h"_L1},
    {"metres"_L1, "feet"_L1}, {"meters"_L1, "feet"_L1}, {"feet"_L1, "metres"_L1}, {"inches"_L1, "feet"_L1}, {"tonnes"_L1, "kilos"_L1}, {"tons"_L1, "kilos"_L1},
    {"seconds"_L1, "minutes"_L1}, {"minutes"_L1, "hours"_L1}, {"hours"_L1, "days"_L1}, {"hour"_L1, "day"_L1}, {"days"_L1, "weeks"_L1}, {"weeks"_L1, "months"_L1},
    {"months"_L1, "years"_L1}, {"years"_L1, "months"_L1}, {"dollars"_L1, "euros"_L1}, {"euros"_L1, "dollars"_L1}, {"pounds"_L1, "euros"_L1}, {"knots"_L1, "mph"_L1},
}};

TextSpan spanOf(const QRegularExpressionMatch &match, int group, qsizetype base)
{
    return {base + match.capturedStart(group), base + match.capturedEnd(group)};
}

bool startsSentence(const QString &text, qsizetype place)
{
    while (place > 0 && u"\"'“‘"_s.contains(text.at(place - 1)))
        --place;
    return place == 0 || text.at(place - 1) == u'\n' || (place > 1 && text.at(place - 1) == u' ' && u".!?”’\""_s.contains(text.at(place - 2)));
}

/// As it stands at the place: with a capital at the head of a sentence.
QString writtenAt(const QString &text, qsizetype place, const QString &words)
{
    return startsSentence(text, place) ? words.front().toUpper() + words.mid(1) : words;
}

std::optional<Mutation> numberAt(const QString &text, const model::QuantityMention &quantity)
{
    static const QRegularExpression kFigure(u"\\d[\\d,]*"_s);
    const TextSpan span = quantity.place.span;
    const QString words = text.sliced(span.begin, span.length());
    if (!quantity.value.value || quantity.value.isFraction || words.contains(u'('))
        return std::nullopt;
    if (const QRegularExpressionMatch match = kFigure.match(words); match.hasMatch() && !words.contains(u'.') && words.count(kFigure) == 1) {
        const qint64 number = match.captured().remove(u',').toLongLong();
        return Mutation{Mutation::Kind::Number, spanOf(match, 0, span.begin), QString::number(number * 2 + 1)};
    }
    const qsizetype at = kNumbers.indexOf(words.toLower());
    if (at < 0)
        return std::nullopt;
    return Mutation{Mutation::Kind::Number, span, writtenAt(text, span.begin, kNumbers.at((at + 5) % kNumbers.size()))};
}

/// A cardinal that nothing bounds yet; ages and single things are left as they are.
std::optional<Mutation> boundAt(const QString &text, const model::QuantityMention &quantity)
{
    const TextSpan span = quantity.place.span;
    const bool isPlain = quantity.value.bound == model::Bound::Exact && quantity.value.value && *quantity.value.value > 1 && !quantity.value.isFraction && !quantity.value.isOrdinal;
    const QString words = text.sliced(span.begin, span.length());
    const bool stands = words.front().isDigit() || kNumbers.contains(words.toLower());
    const bool isMeasured = quantity.value.unit.isEmpty() && !quantity.value.counted.isEmpty();
    static const QRegularExpression kDetermined(u"(?:\\b(?:the|these|those|all|his|her|its|their|other|age|aged|number) |[^\\s“‘\"'])$"_s, QRegularExpression::CaseInsensitiveOption);
    const QString before = text.mid(std::max(qsizetype{0}, span.begin - 12), std::min(qsizetype{12}, span.begin));
    if (!isPlain || !stands || !isMeasured || words.contains(u'-') || kDetermined.match(before).hasMatch())
        return std::nullopt;
    const QString bound = span.begin % 2 == 0 ? u"at least "_s : u"more than "_s;
    return Mutation{Mutation::Kind::Bound, span, writtenAt(text, span.begin, bound + words.toLower())};
}

std::optional<Mutation> unitIn(const QString &text, TextSpan span)
{
    if (text.mid(span.end, 2) == " ("_L1) // a second unit stands beside it
        return std::nullopt;
    const QString words = text.sliced(span.begin, span.length());
    for (const auto &[unit, other] : kUnits) {
        const bool isAlone = words.size() == unit.size() || (words.size() > unit.size() && (words.at(words.size() - unit.size() - 1) == u' ' || words.at(words.size() - unit.size() - 1).isDigit()));
        if (words.endsWith(unit) && isAlone && words.size() > unit.size() && !words.contains(u'('))
            return Mutation{Mutation::Kind::Unit, {span.end - unit.size(), span.end}, other};
    }
    return std::nullopt;
}

std::optional<Mutation> dateIn(const QString &text, TextSpan span)
{
    static const QRegularExpression kDay(u"^(?:(\\d{1,2}) (?:January|February|March|April|May|June|July|August|September|October|November|December)"
                                         "|(?:January|February|March|April|May|June|July|August|September|October|November|December) (\\d{1,2}))\\b(?!,? \\d)"_s);
    const QString words = text.sliced(span.begin, span.length());
    if (const qsizetype day = kWeekdays.indexOf(words); day >= 0)
        return Mutation{Mutation::Kind::Date, span, kWeekdays.at((day + 3) % 7)};
    const QRegularExpressionMatch match = kDay.match(words);
    if (!match.hasMatch())
        return std::nullopt;
    const int group = match.capturedStart(1) >= 0 ? 1 : 2;
    const int day = match.captured(group).toInt();
    return Mutation{Mutation::Kind::Date, spanOf(match, group, span.begin), QString::number(day > 20 ? day - 9 : day + 7)};
}

std::optional<Mutation> monthIn(const QString &text, TextSpan span)
{
    static const QRegularExpression kMonth(u"\\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b"_s);
    const QRegularExpressionMatch match = kMonth.match(text.sliced(span.begin, span.length()));
    static const QRegularExpression kLate(u"\\b(?:29|30|31)\\b"_s);
    if (!match.hasMatch() || kLate.match(text.sliced(span.begin, span.length())).hasMatch())
        return std::nullopt; // not 30 February
    return Mutation{Mutation::Kind::Month, spanOf(match, 0, span.begin), kMonths.at((kMonths.indexOf(match.captured()) + 5) % kMonths.size())};
}

std::optional<Mutation> hourIn(const QString &text, TextSpan span)
{
    static const QRegularExpression kHour(u"\\b(\\d{1,2})(?=[:.]\\d\\d|(?:[:.]\\d\\d)? ?[ap]\\.?m)"_s);
    const QString words = text.sliced(span.begin, span.length());
    const QRegularExpressionMatch match = kHour.match(words);
    if (!match.hasMatch() || text.mid(span.end, 2) == " ("_L1 || words.contains(u'('))
        return std::nullopt;
    const int hour = match.captured(1).toInt();
    const QString other = QString::number(hour > 6 ? hour - 3 : hour + 3);
    return Mutation{Mutation::Kind::Hour, spanOf(match, 1, span.begin), match.captured(1).startsWith(u'0') ? u'0' + other : other};
}

std::optional<Mutation> negationIn(const QString &text, const model::Statement &statement)
{
    static const QStringList kAuxiliaries = {u"was"_s, u"were"_s, u"is"_s, u"are"_s, u"has"_s, u"have"_s, u"had"_s};
    if (statement.polarity != model::Polarity::Positive || statement.certainty != model::Certainty::Asserted)
        return std::nullopt;
    for (const StatementWord &word : statement.words) {
        const bool helps = (word.deprel == Deprel::Aux || word.deprel == Deprel::AuxPass || word.deprel == Deprel::Cop) && word.head
            && statement.predicateSpan.overlaps(statement.words[static_cast<size_t>(*word.head)].span);
        if (helps && kAuxiliaries.contains(text.sliced(word.span.begin, word.span.length())))
            return Mutation{Mutation::Kind::Negation, {word.span.end, word.span.end}, u" not"_s};
    }
    return std::nullopt;
}

/// The words that hang on one, and itself.
TextSpan subtreeOf(const model::Statement &statement, int root)
{
    TextSpan span = statement.words[static_cast<size_t>(root)].span;
    for (size_t place = 0; place < statement.words.size(); ++place) {
        std::optional<int> above = static_cast<int>(place);
        for (size_t steps = 0; above && *above != root && steps < statement.words.size(); ++steps)
            above = statement.words[static_cast<size_t>(*above)].head;
        if (above == root)
            span = span.united(statement.words[place].span);
    }
    return span;
}

/// The only child of a kind; nothing where there are several.
std::optional<int> childOf(const model::Statement &statement, int head, Deprel deprel)
{
    std::optional<int> found;
    for (size_t place = 0; place < statement.words.size(); ++place) {
        if (statement.words[place].head != head || statement.words[place].deprel != deprel)
            continue;
        if (found)
            return std::nullopt;
        found = static_cast<int>(place);
    }
    return found;
}

/// "The boy opened the door" where a regular past tense stands right between a subject and an object that are no pronouns.
std::optional<Mutation> voiceIn(const QString &text, const model::Statement &statement)
{
    if (statement.quote)
        return std::nullopt; // what someone said in other words is a difference
    const auto textOf = [&text](TextSpan span) { return text.sliced(span.begin, span.length()); };
    for (size_t place = 0; place < statement.words.size(); ++place) {
        const StatementWord &verb = statement.words[place];
        const auto subject = childOf(statement, static_cast<int>(place), Deprel::Nsubj);
        const auto object = childOf(statement, static_cast<int>(place), Deprel::Obj);
        if (verb.upos != model::Upos::Verb || verb.deprel == Deprel::Conj || !textOf(verb.span).endsWith("ed"_L1) || !subject || !object || childOf(statement, static_cast<int>(place), Deprel::Conj))
            continue;
        const TextSpan before = subtreeOf(statement, *subject);
        const TextSpan after = subtreeOf(statement, *object);
        const auto isPronoun = [&](int word) { return statement.words[static_cast<size_t>(word)].upos == model::Upos::Pron; };
        const bool isTight = before.end + 1 == verb.span.begin && verb.span.end + 1 == after.begin;
        const bool mayBeOfVerb = std::any_of(statement.words.begin(), statement.words.end(), [&after](const StatementWord &word) { return after.contains(word.span) && word.deprel == Deprel::Case && word.lemma != "of"_L1; });
        if (mayBeOfVerb)
            continue; // "carried food to the pier until late": not the food, but the carrying
        if (!isTight || isPronoun(*subject) || isPronoun(*object) || textOf(before).contains(u',') || textOf(after).contains(u','))
            continue;
        const StatementWord &thing = statement.words[static_cast<size_t>(*object)];
        const bool isMany = (thing.upos == model::Upos::Noun && textOf(thing.span).toLower() != thing.lemma) || childOf(statement, *object, Deprel::Conj);
        QString actor = textOf(before);
        const auto first = std::find_if(statement.words.begin(), statement.words.end(), [&](const StatementWord &word) { return word.span.begin == before.begin; });
        if (startsSentence(text, before.begin) && first != statement.words.end() && first->upos != model::Upos::Propn)
            actor.front() = actor.front().toLower();
        return Mutation{Mutation::Kind::Voice, before.united(after), writtenAt(text, before.begin, textOf(after)) + (isMany ? u" were "_s : u" was "_s) + textOf(verb.span) + u" by "_s + actor};
    }
    return std::nullopt;
}

std::optional<Mutation> nameAt(const QString &text, const model::Entity &entity, const model::Mention &mention)
{
    static const QStringList kWhere = {u"in"_s, u"at"_s, u"near"_s, u"to"_s, u"from"_s};
    const TextSpan span = mention.place.span;
    if (mention.isPronoun || text.sliced(span.begin, span.length()) != entity.name)
        return std::nullopt;
    if (entity.kind == model::EntityKind::Person && entity.name.contains(u' '))
        return Mutation{Mutation::Kind::Name, span, kInvented};
    const QString before = text.sliced(std::max(qsizetype{0}, span.begin - 12), std::min(qsizetype{12}, span.begin));
    static const QRegularExpression kSpoken(u"(?:said|says|spoke|speaking|written) in $"_s);
    static const QRegularExpression kLanguage(u"(?:an|ese|ish|ic)$"_s);
    const bool mayBeLanguage = kSpoken.match(before).hasMatch() && kLanguage.match(entity.name).hasMatch();
    const bool isPlace = entity.kind == model::EntityKind::Place && before.endsWith(u' ') && kWhere.contains(before.trimmed().section(u' ', -1));
    if (!isPlace || mayBeLanguage)
        return std::nullopt;
    return Mutation{Mutation::Kind::Place, span, text.contains(kTowns.front()) ? kTowns.back() : kTowns.front()};
}

/// Every n-th, so that they are spread over the text.
std::vector<Mutation> spread(std::vector<Mutation> all, int most)
{
    std::sort(all.begin(), all.end(), [](const Mutation &one, const Mutation &other) { return one.place < other.place; });
    all.erase(std::unique(all.begin(), all.end(), [](const Mutation &one, const Mutation &other) { return one.place == other.place; }), all.end());
    const size_t wanted = std::min(all.size(), static_cast<size_t>(most));
    std::vector<Mutation> kept;
    for (size_t at = 0; at < wanted; ++at)
        kept.push_back(all[at * all.size() / wanted]);
    return kept;
}

} // namespace

const char *nameOf(Mutation::Kind kind)
{
    static constexpr std::array<const char *, kMutationKinds> kNames{"number", "date", "month", "hour", "unit", "bound", "name", "place", "negation", "voice"};
    return kNames.at(static_cast<size_t>(kind));
}

std::vector<Mutation> mutationsOf(const model::AnalysedArticle &article, int mostOfAKind)
{
    const QString &text = article.article.text;
    std::array<std::vector<Mutation>, kMutationKinds> found;
    const auto add = [&found](std::optional<Mutation> mutation) {
        if (mutation)
            found.at(static_cast<size_t>(mutation->kind)).push_back(*mutation);
    };
    const auto isInText = [](const model::TextPlace &place) { return place.field == model::TextField::Text; };
    for (const model::QuantityMention &quantity : article.facts.quantities) {
        if (!isInText(quantity.place))
            continue;
        add(numberAt(text, quantity));
        add(boundAt(text, quantity));
        add(unitIn(text, quantity.place.span));
    }
    for (const model::TimeMention &time : article.facts.times) {
        if (!isInText(time.place))
            continue;
        for (const auto make : {dateIn, monthIn, hourIn, unitIn})
            add(make(text, time.place.span));
    }
    for (const model::Statement &statement : article.facts.statements) {
        if (!isInText(statement.place))
            continue;
        add(negationIn(text, statement));
        add(voiceIn(text, statement));
    }
    for (const model::Entity &entity : article.facts.entities) {
        for (const model::Mention &mention : entity.mentions) {
            if (isInText(mention.place))
                add(nameAt(text, entity, mention));
        }
    }
    std::vector<Mutation> all;
    for (std::vector<Mutation> &kind : found) {
        for (const Mutation &mutation : spread(std::move(kind), mostOfAKind))
            all.push_back(mutation);
    }
    return all;
}

TextSpan moved(TextSpan span, const Mutation &mutation)
{
    const qsizetype change = mutation.replacement.size() - mutation.place.length();
    return {span.begin > mutation.place.begin ? span.begin + change : span.begin, span.end >= mutation.place.end ? span.end + change : span.end};
}

model::Article copyOf(const model::Article &article, const std::optional<Mutation> &mutation)
{
    model::Article copy = article;
    copy.id = {};
    copy.path = u"copy/"_s + article.path;
    copy.outlet = u"The Other Gazette"_s;
    copy.title = u"What we know so far"_s;
    copy.sha256.clear();
    if (!mutation)
        return copy;
    copy.text.replace(mutation->place.begin, mutation->place.length(), mutation->replacement);
    for (model::TextBlock &block : copy.blocks)
        block.span = moved(block.span, *mutation);
    return copy;
}

} // namespace variorum::evaluation
