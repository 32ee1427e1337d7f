// Quotations of one utterance in other words.
//
//     "full-blown visit" / "fully fledged visit", both the spokesman's: wording, with each paper's words as evidence.
//     "It’ s over", "It's over"; "the team realised" / "the [other] team realized": nothing, for only the print differs
//     "I'm hosting the show" / "so excited to be hosting the show for the second time": nothing, for he said both
//     "too early to say that we were wrong" / "We were wrong": conflict, for one paper's speaker left open what the other's said.

#include "comparison/divergences/acts.h"

#include "comparison/stories/text_words.h"
#include "comparison/values/proper_names.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace variorum::comparison {

using model::DivergenceKind;

namespace {

constexpr qsizetype kWholeThought = 4; // words, from which a run of them tells which utterance it is of
constexpr double kOneUtterance = 0.4; // likelihood from which words may be one utterance, whoever is named for it

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

bool isMark(const QString &text, qsizetype at) { return text[at] == u'"' || text[at] == QChar(0x201C) || text[at] == QChar(0x201D); }

/// The speaker's own words alone: a quotation whose end was not known may hold "', said the owner. '" as well, between further marks.
QString spokenIn(const QString &text)
{
    QString spoken;
    bool isSpeaking = true;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isDoubled = at + 1 < text.size() && text[at] == text[at + 1] && (text[at] == u'\'' || text[at] == u'`' || text[at] == QChar(0x2019));
        if (isMark(text, at) || isDoubled) {
            isSpeaking = !isSpeaking;
            spoken.append(u' ');
            at += isDoubled ? 1 : 0;
        } else if (isSpeaking) {
            spoken.append(text[at]);
        }
    }
    return spoken.trimmed();
}

/// Letters and digits alone, without what an editor put in brackets: "It's", "It’ s" and "cyber-criminals", "cyber criminals" and "realise",
/// "realize" are written otherwise, not said otherwise.
QString lettersOf(const QString &text)
{
    static const QRegularExpression kBrackets(QStringLiteral("\\([^)]*\\)|\\[[^\\]]*\\]"));
    static const QRegularExpression kIse(QStringLiteral("(?<=[a-z]{3})is(?=e|ing|ation)"));
    static const QRegularExpression kOur(QStringLiteral("(?<=[a-z]{2})our"));
    static const QRegularExpression kTre(QStringLiteral("(?<=[a-z]{2}[bt])re\\b"));
    static const QRegularExpression kFullHour(QStringLiteral("(?<=\\d):00\\b"));
    const QString folded = text.toCaseFolded().remove(kBrackets).remove(kFullHour).replace(kIse, QStringLiteral("iz")).replace(kOur, QStringLiteral("or")).replace(kTre, QStringLiteral("er"));
    QString letters;
    std::copy_if(folded.begin(), folded.end(), std::back_inserter(letters), [](QChar sign) { return sign.isLetterOrNumber(); });
    return letters;
}

/// What one quotation says, ready to be held against another's.
struct Spoken {
    explicit Spoken(const model::Quote &told)
        : quote(told)
        , letters(lettersOf(spokenIn(told.text)))
        , words(allWords(spokenIn(told.text)))
        , contents(contentWords(spokenIn(told.text)))
    {
    }

    const model::Quote &quote;
    QString letters;
    QStringList words;
    QStringList contents;
};

/// One is a run of the other's words: cut, not reworded.
bool isCut(const Spoken &one, const Spoken &other) { return one.letters.contains(other.letters) || other.letters.contains(one.letters); }

/// How many words stand in both in one order.
int wordsInOrder(const QStringList &one, const QStringList &other)
{
    std::vector<int> row(static_cast<size_t>(other.size()) + 1, 0);
    for (const QString &word : one) {
        int diagonal = 0;
        for (qsizetype at = 0; at < other.size(); ++at) {
            int &cell = row[static_cast<size_t>(at) + 1];
            const int above = cell;
            cell = other[at] == word ? diagonal + 1 : std::max(above, row[static_cast<size_t>(at)]);
            diagonal = above;
        }
    }
    return row.back();
}

/// Told of the one with fewer words.
double shareInOrder(const QStringList &one, const QStringList &other)
{
    const qsizetype least = std::min(one.size(), other.size());
    return least == 0 ? 0.0 : static_cast<double>(wordsInOrder(one, other)) / static_cast<double>(least);
}

/// Is the one so much longer that the other can be no more than a piece of it?
bool isPiece(const Spoken &one, const Spoken &other)
{
    constexpr double kTimes = 2.5;
    return static_cast<double>(std::max(one.words.size(), other.words.size())) > kTimes * static_cast<double>(std::min(one.words.size(), other.words.size()));
}

/// May the one be the other in other words, by the words that stand in both in one order? A speaker says many things of one matter:
/// "I'm hosting the show", "so excited to be hosting the show for the second time".
bool mayBeReworded(const Spoken &one, const Spoken &other, bool isSure, bool areDirect, double likelihood, double aligned)
{
    constexpr double kHalf = 0.5;
    constexpr double kThird = 0.33;
    constexpr double kMost = 0.6; // where the one only reports what the other quotes
    constexpr double kVerySurely = 0.9; // likelihood of two statements
    constexpr double kSurely = 0.85;
    constexpr qsizetype kShort = 9; // words
    constexpr int kMany = 3;
    const double all = shareInOrder(one.words, other.words);
    const double contents = shareInOrder(one.contents, other.contents);
    if (isPiece(one, other))
        return false;
    if (!areDirect)
        return all >= kMost && contents >= kMost;
    const bool isManyInOrder = all > kHalf && contents >= kHalf && (isSure || wordsInOrder(one.contents, other.contents) >= 2);
    const bool isSomeInOrder = all >= kThird && contents >= kThird && likelihood >= (wordsInOrder(one.contents, other.contents) >= kMany ? kSurely : kVerySurely);
    const bool areShort = std::max(one.words.size(), other.words.size()) <= kShort && contents >= kThird && likelihood >= kSurely && aligned >= kHalf;
    return isManyInOrder || (isSure && (isSomeInOrder || areShort));
}

double sharedWords(const QStringList &left, const QStringList &right)
{
    if (left.isEmpty() || right.isEmpty())
        return 0;
    const auto shared = std::count_if(left.cbegin(), left.cend(), [&right](const QString &word) { return right.contains(word); });
    return static_cast<double>(shared) / static_cast<double>(std::min(left.size(), right.size()));
}

bool isSurelyOneSpeaker(const model::Quote &one, const model::Quote &other)
{
    if (one.speakerEntity && other.speakerEntity && *one.speakerEntity == *other.speakerEntity)
        return true;
    // One person whom the two articles' entities do not show as one: "Ivo Berg", taken once for a place.
    const bool isFullName = nameWords(one.speaker).size() > 1 || !one.speakerEntity || !other.speakerEntity;
    return isFullName && !one.speaker.isEmpty() && nameKey(one.speaker) == nameKey(other.speaker);
}

bool stands(const Unit &unit, const model::Quote &quote) { return quote.place.span.overlaps(unit.span); }

/// Is it the speaker's own words, not the "said the owner, who runs the mill" that parts them? Marks within tell of a quotation whose
/// end is not known.
bool isSpoken(const StatementView &view, const model::Quote &quote)
{
    const bool hasMarks = quote.text.contains(u'"') || quote.text.contains(QLatin1String("''")) || quote.text.contains(QChar(0x201D));
    return !hasMarks && quote.text.contains(view.statement->text);
}

/// How many of the words, of the statement with fewer that stand in its quotation, mean what a word of the other's means.
double alignedShare(const StatementView &left, const model::Quote &one, const StatementView &right, const model::Quote &other, const Alignment &alignment)
{
    const auto countIn = [](const StatementView &view, const model::Quote &quote) { return std::count_if(view.units.begin(), view.units.end(), [&quote](const Unit &unit) { return stands(unit, quote); }); };
    const auto least = std::min(countIn(left, one), countIn(right, other));
    const auto aligned = std::count_if(alignment.units.begin(), alignment.units.end(), [&](const AlignedUnits &pair) {
        return stands(left.units[static_cast<size_t>(pair.one)], one) && stands(right.units[static_cast<size_t>(pair.other)], other);
    });
    return least == 0 ? 0.0 : static_cast<double>(aligned) / static_cast<double>(least);
}

/// Said outright, or left open: "We were wrong", "It is too early to say that we were wrong".
bool isLeftOpenOnce(const StatementView &left, const StatementView &right, const Alignment &alignment, const StoryMaterial &material)
{
    const auto isOpen = [](const StatementView &view) { return view.statement->certainty == model::Certainty::Asked || view.statement->certainty == model::Certainty::Denied; };
    const auto isOutright = [](const StatementView &view) { return isCompleted(view.statement->certainty) && tellsPlainly(view) && !view.statement->within; };
    return polarityOf(*left.statement) == polarityOf(*right.statement) && alignment.score >= material.weights.strongPair && alignment.predicateLikeness >= material.weights.samePredicate
        && ((isOpen(left) && isOutright(right)) || (isOpen(right) && isOutright(left)));
}

/// Does the article quote the very words anywhere? Then what else it quotes is another utterance.
bool givesToo(base::ArticleId article, const Spoken &said, const StoryMaterial &material)
{
    return said.words.size() >= kWholeThought && std::any_of(material.quotes.begin(), material.quotes.end(), [&](const model::Quote &quote) { return quote.article == article && lettersOf(spokenIn(quote.text)).contains(said.letters); });
}

Outcome compareQuotes(const Spoken &saidOne, const Spoken &saidOther, const Comparand &left, const Comparand &right, const StoryMaterial &material)
{
    const model::Quote &one = saidOne.quote;
    const model::Quote &other = saidOther.quote;
    constexpr double kSurelyOne = 0.9; // likelihood of two statements
    constexpr double kAligned = 0.5; // share of words that mean the same, from which two surely alike statements of one speaker are one utterance
    constexpr double kAlignedOfOthers = 0.6; // where the speaker is not surely the same
    constexpr double kOverlapOfOthers = 0.5; // where the speaker is not surely the same, the words must tell it
    const Alignment *alignment = material.alignment(left.statement, right.statement);
    const bool isSure = isSurelyOneSpeaker(one, other);
    const bool areOthers = !isSure && one.speakerEntity && other.speakerEntity;
    const bool areDirect = isSure ? one.isDirect || other.isDirect : one.isDirect && other.isDirect;
    if (areOthers || !areDirect || (!isSure && (!alignment || alignment->likelihood < kOneUtterance)))
        return {};
    if (saidOne.letters == saidOther.letters)
        return {Relation::Same, QStringLiteral("same-utterance"), one.text};
    const StatementView &first = material.view(left.statement);
    const StatementView &second = material.view(right.statement);
    if (isSure && one.isDirect && other.isDirect && alignment && isLeftOpenOnce(first, second, *alignment, material))
        return {Relation::Conflict, QStringLiteral("said-or-left-open"), QStringLiteral("%1 says it outright in one, and leaves it open in the other").arg(one.speaker)};
    if (isCut(saidOne, saidOther))
        return std::min(saidOne.words.size(), saidOther.words.size()) >= kWholeThought ? Outcome{Relation::Same, QStringLiteral("cut-utterance"), one.text} : Outcome{};
    const double shared = sharedWords(saidOne.contents, saidOther.contents);
    const double aligned = alignment ? alignedShare(first, one, second, other, *alignment) : 0.0;
    const double likelihood = alignment ? alignment->likelihood : 0.0;
    const bool areSpoken = one.isDirect && other.isDirect && isSpoken(first, one) && isSpoken(second, other);
    const bool areAligned = areSpoken && likelihood >= kSurelyOne && aligned >= (isSure ? kAligned : kAlignedOfOthers);
    if (shared < (isSure ? material.weights.quoteOverlap : kOverlapOfOthers) && !areAligned)
        return {};
    if (!mayBeReworded(saidOne, saidOther, isSure, one.isDirect && other.isDirect, likelihood, aligned) || givesToo(other.article, saidOne, material) || givesToo(one.article, saidOther, material))
        return {};
    return {Relation::Wording, QStringLiteral("other-words-of-one-speaker"),
            QStringLiteral("%1: %2 % of the shorter quotation's words are shared").arg(one.speaker.isEmpty() ? other.speaker : one.speaker).arg(qRound(shared * 100))};
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

} // namespace

ComparedKind compareQuotations(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Quotation;
    std::vector<Spoken> quotes;
    for (const int member : claim.members) {
        for (const model::Quote *quote : quotesOf(*material.view(member).statement, material)) {
            kind.comparands.push_back({member, quote->place.span, quote->text, nullptr, {}, static_cast<int>(quotes.size())});
            quotes.emplace_back(*quote);
        }
    }
    for (size_t first = 0; first < quotes.size(); ++first) {
        for (size_t second = first + 1; second < quotes.size(); ++second) {
            if (quotes[first].quote.article == quotes[second].quote.article)
                continue;
            Outcome outcome = compareQuotes(quotes[first], quotes[second], kind.comparands[first], kind.comparands[second], material);
            if (outcome.relation != Relation::Unknown)
                kind.edges.push_back({static_cast<int>(first), static_cast<int>(second), std::move(outcome)});
        }
    }
    return kind;
}

} // namespace variorum::comparison
