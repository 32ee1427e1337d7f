// How far a name reaches, and what it names, by the words around it.
//
//     At the Eastern Economic Forum in the Primorsky region Kim Jong-Un boarded the Ravna.
//     "Forum" seen: reaches back over capitals     "Primorsky" before "region": a place
//     "Kim Jong" seen: "-Un" is glued to it        "Ravna" behind "the": no person

#include "extraction/entities/name_evidence.h"

#include <QStringList>
#include <algorithm>

namespace variorum::extraction {

using model::Deprel;
using model::EntityKind;
using model::Upos;
using model::Xpos;

namespace {

bool isCapital(const model::AnnotatedText &text, int index)
{
    const Upos upos = text.tokens[static_cast<size_t>(index)].upos;
    return text.form(index).front().isUpper() && (upos == Upos::Propn || upos == Upos::Adj || upos == Upos::Noun);
}

bool isDay(const QString &word)
{
    static const QStringList kDays{QStringLiteral("monday"), QStringLiteral("tuesday"), QStringLiteral("wednesday"), QStringLiteral("thursday"), QStringLiteral("friday"), QStringLiteral("saturday"), QStringLiteral("sunday"),
                                   QStringLiteral("january"), QStringLiteral("february"), QStringLiteral("march"), QStringLiteral("april"), QStringLiteral("may"), QStringLiteral("june"), QStringLiteral("july"),
                                   QStringLiteral("august"), QStringLiteral("september"), QStringLiteral("october"), QStringLiteral("november"), QStringLiteral("december")};
    return kDays.contains(word);
}

QString lastWord(const model::AnnotatedText &text, int index)
{
    QString word = text.form(index).toString().toLower();
    if (word.endsWith(u'.'))
        word.chop(1);
    return word;
}

} // namespace

SentenceTree::Range wholeName(const model::AnnotatedText &text, const model::Sentence &sentence, SentenceTree::Range seen, EntityKind kind,
                              const std::vector<bool> &isCovered, const language::WordLists &lists)
{
    const auto token = [&](int index) { return text.tokens[static_cast<size_t>(index)]; };
    const auto isFree = [&](int index) { return !isCovered[static_cast<size_t>(index)]; };
    // "Jong" "-" "Un", without blanks
    while (seen.end + 1 < sentence.endToken && text.form(seen.end) == u"-" && !token(seen.end - 1).spaceAfter && !token(seen.end).spaceAfter
           && token(seen.end + 1).upos == Upos::Propn && isFree(seen.end + 1))
        seen.end += 2;
    // "Joren" with "Vask" flat behind it
    while (kind == EntityKind::Person && seen.end < sentence.endToken && isFree(seen.end) && isCapital(text, seen.end) && token(seen.end).xpos == Xpos::Nnp && !text.form(seen.end).endsWith(u's') && token(seen.end).deprel == Deprel::Flat && token(seen.end).head
           && *token(seen.end).head >= seen.first && *token(seen.end).head < seen.end)
        ++seen.end;
    const bool isBody = kind != EntityKind::Person && lists.value(u"organization_words", lastWord(text, seen.end - 1)) == QLatin1String("organization");
    if (!isBody)
        return seen;
    const auto belongs = [&](int index) {
        const std::optional<int> head = token(index).head;
        return head && *head > index && *head < seen.end;
    };
    while (seen.first > sentence.firstToken && isFree(seen.first - 1) && isCapital(text, seen.first - 1) && !isDay(lastWord(text, seen.first - 1)) && belongs(seen.first - 1))
        --seen.first;
    return seen;
}

std::optional<EntityKind> kindByPlace(const model::AnnotatedText &text, const model::Sentence &sentence, SentenceTree::Range name, EntityKind kind, const language::WordLists &lists)
{
    const auto token = [&](int index) { return text.tokens[static_cast<size_t>(index)]; };
    const auto lower = [&](int index) { return text.form(index).toString().toLower(); };
    if (name.end < sentence.endToken && token(name.end).upos == Upos::Noun && text.form(name.end).front().isLower() && token(name.end - 1).head == name.end) {
        if (lists.value(u"organization_words", lower(name.end)) == QLatin1String("place"))
            return EntityKind::Place;
    }
    if (name.end - name.first > 1 && lists.value(u"organization_words", lower(name.first)) == QLatin1String("organization") && kind != EntityKind::Place)
        return EntityKind::Organization; // "Radio Moss"
    if (kind != EntityKind::Person || name.end - name.first > 1 || name.first == sentence.firstToken)
        return std::nullopt;
    const QString before = lower(name.first - 1);
    static const QStringList kOfPlace{QStringLiteral("in"), QStringLiteral("near"), QStringLiteral("outside"), QStringLiteral("off")};
    if (kOfPlace.contains(before))
        return EntityKind::Place;
    bool isBehindArticle = false; // "the Ravna", "the 86-metre Ravna"
    for (int index = std::max(sentence.firstToken, name.first - 5); index < name.first; ++index)
        isBehindArticle = isBehindArticle || (lower(index) == QLatin1String("the") && token(index).head && *token(index).head >= name.first && *token(index).head < name.end);
    return isBehindArticle && token(name.end - 1).xpos != Xpos::Nnps ? std::optional(EntityKind::Other) : std::nullopt;
}

FormCounts countForms(const model::AnnotatedText &text)
{
    FormCounts counts;
    counts.reserve(static_cast<qsizetype>(text.tokens.size()));
    for (size_t index = 0; index < text.tokens.size(); ++index)
        ++counts[text.form(static_cast<int>(index)).toString()];
    return counts;
}

bool isCommonWord(const model::AnnotatedText &text, const model::Sentence &sentence, SentenceTree::Range name, const language::Lexicon &lexicon, const FormCounts &forms)
{
    if (name.first != sentence.firstToken || name.end - name.first != 1)
        return false;
    const QString lemma = text.lemma(name.first).toString().toLower();
    const QString form = text.form(name.first).toString();
    if (form == form.toUpper())
        return false;
    // With a small letter elsewhere, or a common noun that the text names once, or a plural of one.
    const bool isPlural = lemma != form.toLower() || form.endsWith(u's');
    const bool isWord = lexicon.contains(lemma, language::WordClass::Noun) || lexicon.contains(form.toLower().chopped(1), language::WordClass::Noun);
    return (isWord && (isPlural || forms.value(form) == 1)) || forms.contains(form.toLower());
}

} // namespace variorum::extraction
