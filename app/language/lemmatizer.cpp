#include "language/lemmatizer.h"

#include "language/clitics.h"
#include "language/feature_hash.h"
#include "language/word_traits.h"

#include <algorithm>

namespace variorum::language {

namespace {

using model::Upos;
using model::Xpos;

QString lowerCase(QStringView form)
{
    QString lower = form.toString().toLower();
    for (QChar &character : lower) {
        if (isApostrophe(character))
            character = u'\'';
    }
    return lower;
}

/// "stopped" -> "stop": a doubled consonant before the ending, where WordNet has no word to check against.
QString withoutEnding(const QString &word, qsizetype ending)
{
    QString stem = word.chopped(ending);
    const bool doubled = stem.size() > 3 && stem.back() == stem[stem.size() - 2] && !QStringView(u"aeioulsfz").contains(stem.back());
    if (doubled)
        stem.chop(1);
    return stem;
}

QString verbLemma(const QString &word, Xpos xpos, const Lexicon &lexicon)
{
    if (xpos == Xpos::Vb || xpos == Xpos::Vbp || xpos == Xpos::Md)
        return word;
    const QString base = lexicon.baseForm(word, WordClass::Verb);
    if (base != word || lexicon.contains(word, WordClass::Verb))
        return base;
    for (const QLatin1String ending : {QLatin1String("ing"), QLatin1String("ed")}) {
        if (word.endsWith(ending) && word.size() > ending.size() + 2) {
            const QString stem = withoutEnding(word, ending.size());
            return stem.size() < word.size() - ending.size() && lexicon.contains(stem, WordClass::Verb) ? stem : word.chopped(ending.size());
        }
    }
    return word.endsWith(u's') && !word.endsWith(QLatin1String("ss")) && word.size() > 3 ? word.chopped(1) : word;
}

/// "larger" -> "large", "busiest" -> "busy", "bigger" -> "big".
QString positiveLemma(const QString &word, const Lexicon &lexicon, WordClass wordClass)
{
    const QString base = lexicon.baseForm(word, wordClass);
    if (base != word)
        return base;
    const qsizetype ending = word.endsWith(QLatin1String("est")) ? 3 : word.endsWith(QLatin1String("er")) ? 2 : 0;
    if (ending == 0 || word.size() < ending + 3)
        return word;
    const QString stem = word.chopped(ending);
    const bool endsWithI = stem.endsWith(u'i');
    for (const QString &candidate : {stem, stem + u'e', endsWithI ? stem.chopped(1) + u'y' : stem, withoutEnding(word, ending)}) {
        if (lexicon.contains(candidate, WordClass::Adjective) || lexicon.contains(candidate, wordClass))
            return candidate;
    }
    return word;
}

QString pluralLemma(const QString &word)
{
    if (word.endsWith(QLatin1String("ies")) && word.size() > 4)
        return word.chopped(3) + u'y';
    for (const QLatin1String ending : {QLatin1String("ches"), QLatin1String("shes"), QLatin1String("sses"), QLatin1String("xes")}) {
        if (word.endsWith(ending))
            return word.chopped(2);
    }
    return word.endsWith(u's') && word.size() > 2 && !word.endsWith(QLatin1String("ss")) ? word.chopped(1) : word;
}

} // namespace

bool Lemmatizer::keepsCapitals(const TagPair &tags) { return tags.upos == Upos::Propn || tags.upos == Upos::X; }

QString Lemmatizer::lemmaByRule(QStringView form, const TagPair &tags, const Lexicon &lexicon)
{
    if (tags.xpos == Xpos::Nnps && tags.upos == Upos::Propn)
        return pluralLemma(form.toString());
    if (keepsCapitals(tags))
        return form.toString();
    const QString word = lowerCase(form);
    if (tags.upos == Upos::Verb || tags.upos == Upos::Aux)
        return verbLemma(word, tags.xpos, lexicon);
    if (tags.xpos == Xpos::Nns) {
        const QString base = lexicon.baseForm(word, WordClass::Noun);
        return base == word && !lexicon.contains(word, WordClass::Noun) ? pluralLemma(word) : base;
    }
    if (tags.xpos == Xpos::Jjr || tags.xpos == Xpos::Jjs)
        return positiveLemma(word, lexicon, WordClass::Adjective);
    if (tags.xpos == Xpos::Rbr || tags.xpos == Xpos::Rbs)
        return positiveLemma(word, lexicon, WordClass::Adverb);
    return tags.upos == Upos::Punct || tags.upos == Upos::Num ? form.toString() : word;
}

quint32 Lemmatizer::keyOf(QStringView form, const TagPair &tags)
{
    quint64 hash = mixed(0x1e44a, static_cast<quint64>(tags.upos) << 8 | static_cast<quint64>(tags.xpos));
    for (const QChar character : form)
        hash = mixed(hash, isApostrophe(character) ? u'\'' : (keepsCapitals(tags) ? character : character.toLower()).unicode());
    return static_cast<quint32>(hash ^ (hash >> 32));
}

quint32 Lemmatizer::keyOf(const TagPair &tags) { return keyOf({}, tags); }

const QString *Lemmatizer::Table::find(quint32 key) const
{
    const auto found = std::lower_bound(keys.begin(), keys.end(), key);
    return found != keys.end() && *found == key ? &lines[static_cast<qsizetype>(values[static_cast<size_t>(found - keys.begin())])] : nullptr;
}

QString Lemmatizer::lemma(QStringView form, const TagPair &tags) const
{
    if (const QString *const known = m_lemmas.find(keyOf(form, tags)))
        return *known;
    return lemmaByRule(form, tags, *m_lexicon);
}

QStringView Lemmatizer::features(QStringView form, const TagPair &tags) const
{
    if (const QString *const known = m_features.find(keyOf(form, tags)))
        return *known;
    const QString *const usual = m_features.find(keyOf(tags));
    return usual ? QStringView(*usual) : QStringView();
}

std::optional<Lemmatizer::Table> Lemmatizer::tableFrom(const ModelFile &file, const QByteArray &prefix)
{
    Table table;
    table.keys = file.numbers<quint32>((prefix + 'K').constData());
    table.values = file.numbers<quint32>((prefix + 'V').constData());
    const std::span<const char> lines = file.bytes((prefix + 'L').constData());
    table.lines = QString::fromUtf8(lines.data(), static_cast<qsizetype>(lines.size())).split(u'\n');
    const auto lineCount = static_cast<quint32>(table.lines.size());
    const bool fits = table.keys.size() == table.values.size() && std::is_sorted(table.keys.begin(), table.keys.end())
        && std::all_of(table.values.begin(), table.values.end(), [lineCount](quint32 line) { return line < lineCount; });
    return fits ? std::optional(table) : std::nullopt;
}

std::optional<Lemmatizer> Lemmatizer::from(const ModelFile &file, const Lexicon &lexicon)
{
    const auto lemmas = tableFrom(file, "lemma");
    const auto features = tableFrom(file, "feats");
    if (!lemmas || !features)
        return std::nullopt;
    Lemmatizer lemmatizer(lexicon);
    lemmatizer.m_lemmas = *lemmas;
    lemmatizer.m_features = *features;
    return lemmatizer;
}

} // namespace variorum::language
