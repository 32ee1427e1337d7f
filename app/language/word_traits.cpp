#include "language/word_traits.h"

#include "language/clitics.h"
#include "language/feature_hash.h"

#include <QVarLengthArray>
#include <algorithm>

namespace variorum::language {

namespace {

char16_t plainCharacter(QChar character)
{
    if (isApostrophe(character))
        return u'\'';
    switch (character.unicode()) {
    case u'\u201c':
    case u'\u201d':
    case u'\u201e': return u'"';
    case u'\u2010':
    case u'\u2011': return u'-';
    case u'\u2012':
    case u'\u2013':
    case u'\u2014':
    case u'\u2015': return u'\u2014';
    default: return character.unicode();
    }
}

char16_t folded(char16_t character) { return character >= u'0' && character <= u'9' ? u'9' : QChar(character).toLower().unicode(); }

template<typename Characters>
quint64 hashOfRange(const Characters &characters, qsizetype begin, qsizetype end)
{
    quint64 hash = 0x51ed270b + static_cast<quint64>(end - begin);
    for (qsizetype at = begin; at < end; ++at)
        hash = mixed(hash, characters[at]);
    return hash;
}

char16_t shapeOf(char16_t character)
{
    const QChar unit(character);
    if (unit.isUpper())
        return u'X';
    if (unit.isLetter())
        return u'x';
    return unit.isDigit() ? u'9' : character;
}

quint64 shapeHash(const QVarLengthArray<char16_t, 64> &form)
{
    quint64 hash = 0x7a3d;
    char16_t last = 0;
    int run = 0;
    for (const char16_t character : form) {
        const char16_t shape = shapeOf(character);
        run = shape == last ? run + 1 : 0;
        last = shape;
        if (run < 2)
            hash = mixed(hash, shape);
    }
    return hash;
}

quint8 lexiconClassesOf(QStringView lower, const Lexicon &lexicon)
{
    quint8 classes = 0;
    for (const WordClass wordClass : {WordClass::Noun, WordClass::Verb, WordClass::Adjective, WordClass::Adverb}) {
        if (lexicon.knowsForm(lower, wordClass))
            classes = static_cast<quint8>(classes | (1U << static_cast<unsigned>(wordClass)));
    }
    return classes;
}

quint8 nameKindsOf(QStringView lower, const Lexicon &lexicon)
{
    if (!lexicon.contains(lower, WordClass::Noun))
        return 0;
    unsigned kinds = 0;
    kinds |= lexicon.isInstanceOf(lower, u"person", 1) ? 1U : 0U;
    kinds |= lexicon.isInstanceOf(lower, u"location", 1) || lexicon.isInstanceOf(lower, u"body of water", 1) ? 2U : 0U;
    kinds |= lexicon.isInstanceOf(lower, u"organization", 1) ? 4U : 0U;
    return static_cast<quint8>(kinds);
}

} // namespace

quint64 hashOfLower(QStringView form)
{
    QVarLengthArray<char16_t, 64> lower;
    for (const QChar character : form)
        lower.append(folded(plainCharacter(character)));
    return hashOfRange(lower, 0, lower.size());
}

WordTraits traitsOf(QStringView form, const Lexicon &lexicon)
{
    QVarLengthArray<char16_t, 64> plain;
    QVarLengthArray<char16_t, 64> lower;
    for (const QChar character : form) {
        plain.append(plainCharacter(character));
        lower.append(folded(plain.last()));
    }
    const qsizetype size = plain.size();
    WordTraits traits;
    traits.form = hashOfRange(plain, 0, size);
    traits.lower = hashOfRange(lower, 0, size);
    for (qsizetype length = 1; length <= 5; ++length)
        traits.suffix[static_cast<size_t>(length - 1)] = hashOfRange(lower, std::max<qsizetype>(0, size - length), size);
    for (qsizetype length = 1; length <= 3; ++length)
        traits.prefix[static_cast<size_t>(length - 1)] = hashOfRange(lower, 0, std::min(size, length));
    traits.shape = shapeHash(plain);
    traits.isCapital = form.front().isUpper();
    traits.isAllCapitals = traits.isCapital && size > 1 && std::none_of(form.begin(), form.end(), [](QChar unit) { return unit.isLower(); });
    traits.isPunctuation = std::none_of(form.begin(), form.end(), [](QChar unit) { return unit.isLetterOrNumber() || unit.isSurrogate(); });
    if (!traits.isPunctuation) {
        const QStringView lowerView(lower.data(), size);
        traits.lexiconClasses = lexiconClassesOf(lowerView, lexicon);
        traits.nameKinds = traits.isCapital ? nameKindsOf(lowerView, lexicon) : quint8{0};
    }
    return traits;
}

const WordTraits &TraitsCache::of(QStringView form)
{
    const auto known = m_known.find(form);
    return known != m_known.end() ? known->second : m_known.emplace(form, traitsOf(form, m_lexicon)).first->second;
}

} // namespace variorum::language
