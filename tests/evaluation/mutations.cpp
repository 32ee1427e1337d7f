#include "evaluation/mutations.h"

#include "comparison/compare.h"
#include "workspace/pipeline.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace variorum::evaluation {

using namespace Qt::StringLiterals;

namespace {

const QStringList kNumbers = {u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s, u"six"_s, u"seven"_s, u"eight"_s, u"nine"_s, u"ten"_s, u"eleven"_s, u"twelve"_s};
const QStringList kWeekdays = {u"Monday"_s, u"Tuesday"_s, u"Wednesday"_s, u"Thursday"_s, u"Friday"_s, u"Saturday"_s, u"Sunday"_s};
const QString kInvented = u"Marlon Tessier"_s;

std::optional<Mutation> numberAt(const QString &text, const model::QuantityMention &quantity)
{
    static const QRegularExpression kFigure(u"\\d[\\d,]*"_s);
    const base::TextSpan span = quantity.place.span;
    const QString words = text.sliced(span.begin, span.length());
    if (quantity.place.field != model::TextField::Text || !quantity.value.value || quantity.value.isFraction || words.contains(u'('))
        return std::nullopt;
    if (const QRegularExpressionMatch match = kFigure.match(words); match.hasMatch() && !words.contains(u'.') && words.count(kFigure) == 1) {
        const qint64 number = match.captured().remove(u',').toLongLong();
        return Mutation{Mutation::Kind::Number, {span.begin + match.capturedStart(), span.begin + match.capturedEnd()}, QString::number(number * 2 + 1)};
    }
    const qsizetype at = kNumbers.indexOf(words.toLower());
    if (at < 0)
        return std::nullopt;
    return Mutation{Mutation::Kind::Number, span, kNumbers.at((at + 5) % kNumbers.size())};
}

std::optional<Mutation> dateAt(const QString &text, const model::TimeMention &time)
{
    static const QRegularExpression kDay(u"^(?:(\\d{1,2}) (?:January|February|March|April|May|June|July|August|September|October|November|December)"
                                         "|(?:January|February|March|April|May|June|July|August|September|October|November|December) (\\d{1,2}))\\b(?!,? \\d)"_s);
    const base::TextSpan span = time.place.span;
    if (time.place.field != model::TextField::Text)
        return std::nullopt;
    const QString words = text.sliced(span.begin, span.length());
    if (const qsizetype day = kWeekdays.indexOf(words); day >= 0)
        return Mutation{Mutation::Kind::Date, span, kWeekdays.at((day + 3) % 7)};
    const QRegularExpressionMatch match = kDay.match(words);
    if (!match.hasMatch())
        return std::nullopt;
    const int group = match.capturedStart(1) >= 0 ? 1 : 2;
    const int day = match.captured(group).toInt();
    return Mutation{Mutation::Kind::Date, {span.begin + match.capturedStart(group), span.begin + match.capturedEnd(group)}, QString::number(day > 20 ? day - 9 : day + 7)};
}

std::optional<Mutation> negationAt(const QString &text, const model::Statement &statement)
{
    static const QStringList kAuxiliaries = {u"was"_s, u"were"_s, u"is"_s, u"are"_s, u"has"_s, u"have"_s, u"had"_s};
    if (statement.place.field != model::TextField::Text || statement.polarity != model::Polarity::Positive || statement.certainty != model::Certainty::Asserted)
        return std::nullopt;
    for (const model::StatementWord &word : statement.words) {
        const bool helps = (word.deprel == model::Deprel::Aux || word.deprel == model::Deprel::AuxPass || word.deprel == model::Deprel::Cop) && word.head
            && statement.predicateSpan.overlaps(statement.words[static_cast<size_t>(*word.head)].span);
        if (helps && kAuxiliaries.contains(text.sliced(word.span.begin, word.span.length())))
            return Mutation{Mutation::Kind::Negation, {word.span.end, word.span.end}, u" not"_s};
    }
    return std::nullopt;
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

/// The place in the mutated text.
base::TextSpan moved(base::TextSpan span, const Mutation &mutation)
{
    const qsizetype change = mutation.replacement.size() - mutation.place.length();
    return {span.begin > mutation.place.begin ? span.begin + change : span.begin, span.end >= mutation.place.end ? span.end + change : span.end};
}

/// The sentence around the change, roughly: from one full stop before to the next behind.
base::TextSpan surroundings(const QString &text, const Mutation &mutation)
{
    const qsizetype before = text.lastIndexOf(u". "_s, mutation.place.begin);
    const qsizetype paragraph = text.lastIndexOf(u'\n', mutation.place.begin);
    const qsizetype after = text.indexOf(u". "_s, mutation.place.end);
    const qsizetype next = text.indexOf(u'\n', mutation.place.end);
    const qsizetype end = after < 0 ? next : next < 0 ? after : std::min(after, next);
    return moved({std::max({before, paragraph, qsizetype{0}}), end < 0 ? text.size() : end}, mutation);
}

QString shownMark(const model::Divergence &divergence)
{
    QStringList values;
    for (const model::DivergentValue &value : divergence.values)
        values.append(value.value);
    return divergence.rule + u": "_s + values.join(u" | "_s);
}

} // namespace

const char *nameOf(Mutation::Kind kind)
{
    static constexpr std::array kNames{"number", "date", "name", "negation"};
    return kNames.at(static_cast<size_t>(kind));
}

const char *nameOf(MutationResult result)
{
    static constexpr std::array kNames{"exact", "with others", "only others", "missed"};
    return kNames.at(static_cast<size_t>(result));
}

std::vector<Mutation> mutationsOf(const model::AnalysedArticle &article, int mostOfAKind)
{
    const QString &text = article.article.text;
    std::array<std::vector<Mutation>, 4> found;
    const auto add = [&found](std::optional<Mutation> mutation) {
        if (mutation)
            found.at(static_cast<size_t>(mutation->kind)).push_back(*mutation);
    };
    for (const model::QuantityMention &quantity : article.facts.quantities)
        add(numberAt(text, quantity));
    for (const model::TimeMention &time : article.facts.times)
        add(dateAt(text, time));
    for (const model::Statement &statement : article.facts.statements)
        add(negationAt(text, statement));
    for (const model::Entity &entity : article.facts.entities) {
        for (const model::Mention &mention : entity.mentions) {
            const base::TextSpan span = mention.place.span;
            const bool isFull = mention.place.field == model::TextField::Text && !mention.isPronoun && text.sliced(span.begin, span.length()) == entity.name && entity.name.contains(u' ');
            if (entity.kind == model::EntityKind::Person && isFull)
                add(Mutation{Mutation::Kind::Name, span, kInvented});
        }
    }
    std::vector<Mutation> all;
    for (std::vector<Mutation> &kind : found) {
        for (const Mutation &mutation : spread(std::move(kind), mostOfAKind))
            all.push_back(mutation);
    }
    return all;
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

MutationResult tryMutation(const model::AnalysedArticle &original, const std::optional<Mutation> &mutation, const language::LanguagePack &pack, QStringList *shown)
{
    const model::Article copy = copyOf(original.article, mutation);
    const std::array articles{original, model::AnalysedArticle{copy, workspace::analyse(copy, pack)}};
    const model::Comparison comparison = comparison::compare(articles, pack);
    const auto changed = std::find_if(comparison.articles.begin(), comparison.articles.end(), [&copy](const model::Article &article) { return article.path == copy.path; });
    bool isFound = false;
    bool hasOthers = false;
    for (const model::Divergence &divergence : comparison.divergences) {
        if (divergence.severity == model::Severity::Internal)
            continue;
        const bool isRight = mutation && std::any_of(divergence.values.begin(), divergence.values.end(), [&](const model::DivergentValue &value) {
            return std::any_of(value.evidence.begin(), value.evidence.end(), [&](const model::Evidence &evidence) {
                return evidence.article == changed->id && evidence.place.field == model::TextField::Text && evidence.place.span.overlaps(surroundings(original.article.text, *mutation));
            });
        });
        // A changed name is told by other statements, too: "she said" further down.
        const bool showsIt = mutation && std::any_of(divergence.values.begin(), divergence.values.end(), [&](const model::DivergentValue &value) {
            return mutation->kind == Mutation::Kind::Name && value.value.contains(mutation->replacement);
        });
        if (showsIt && !isRight)
            continue;
        (isRight ? isFound : hasOthers) = true;
        if (shown)
            shown->append((isRight ? u"  "_s : u"! "_s) + shownMark(divergence));
    }
    if (isFound)
        return hasOthers ? MutationResult::WithOthers : MutationResult::Exact;
    return hasOthers ? MutationResult::OnlyOthers : MutationResult::Missed;
}

} // namespace variorum::evaluation
