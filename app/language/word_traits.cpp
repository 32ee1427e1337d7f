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
    case u'\u2022':
    case u'\u25cf':
    case u'\u25aa':
    case u'\u25a0':
    case u'\u2023':
    case u'\u25e6': return u'*'; // bullets
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

/// The features of one word, as they are collected.
class Features {
public:
    explicit Features(WordTraits &traits) : m_traits(traits) {}

    template<typename... Values>
    void add(quint64 templateNumber, Values... values)
    {
        Q_ASSERT(m_traits.featureCount < WordTraits::kMaxFeatures);
        quint64 hash = (templateNumber + 1) * 0xd6e8feb86659fd93ULL;
        ((hash = mixed(hash, static_cast<quint64>(values))), ...);
        m_traits.features[m_traits.featureCount++] = hash;
    }

private:
    WordTraits &m_traits;
};

/// WordNet's word classes of the word, and what its first sense in each is about.
void addLexiconFeatures(QStringView lower, const Lexicon &lexicon, bool isCapital, Features &features)
{
    unsigned classes = 0;
    constexpr std::array kClasses = {WordClass::Noun, WordClass::Verb, WordClass::Adjective, WordClass::Adverb};
    for (size_t number = 0; number < kClasses.size(); ++number) {
        const auto topic = lexicon.topic(lower, kClasses[number]);
        if (!topic)
            continue;
        classes |= 1U << number;
        if (number < 2)
            features.add(20 + number, *topic);
    }
    features.add(22, classes, isCapital);
}

} // namespace

bool isTitleCase(SentenceTraits sentence)
{
    size_t words = 0;
    size_t capitals = 0;
    for (const WordTraits *const word : sentence) {
        words += word->isPunctuation ? 0U : 1U;
        capitals += word->isCapital ? 1U : 0U;
    }
    return words >= 4 && capitals * 3 >= words * 2;
}

quint64 hashOfLower(QStringView form)
{
    QVarLengthArray<char16_t, 64> lower;
    for (const QChar character : form)
        lower.append(folded(plainCharacter(character)));
    return hashOfRange(lower, 0, lower.size());
}

WordTraits traitsOf(QStringView form, const Lexicon &lexicon, const Gazetteer &gazetteer)
{
    QVarLengthArray<char16_t, 64> plain;
    QVarLengthArray<char16_t, 64> lower;
    for (const QChar character : form) {
        plain.append(plainCharacter(character));
        lower.append(folded(plain.last()));
    }
    const qsizetype size = plain.size();
    WordTraits traits;
    traits.lower = hashOfRange(lower, 0, size);
    traits.isCapital = form.front().isUpper();
    traits.isAllCapitals = traits.isCapital && size > 1 && std::none_of(form.begin(), form.end(), [](QChar unit) { return unit.isLower(); });
    traits.isPunctuation = std::none_of(form.begin(), form.end(), [](QChar unit) { return unit.isLetterOrNumber() || unit.isSurrogate(); });
    Features features(traits);
    features.add(0, traits.lower);
    if (const quint64 spelling = hashOfRange(plain, 0, size); spelling != traits.lower)
        features.add(1, spelling);
    traits.spellingCount = traits.featureCount;
    for (qsizetype length = 1; length <= 5 && length < size; ++length)
        features.add(2 + static_cast<quint64>(length), hashOfRange(lower, size - length, size));
    for (qsizetype length = 1; length <= 4 && length < size; ++length)
        features.add(10 + static_cast<quint64>(length), hashOfRange(lower, 0, length));
    features.add(16, shapeHash(plain));
    features.add(17, traits.isAllCapitals ? 2 : traits.isCapital ? 1 : 0, traits.isPunctuation);
    if (!traits.isPunctuation) {
        addLexiconFeatures(QStringView(lower.data(), size), lexicon, traits.isCapital, features);
        traits.nameKinds = gazetteer.find(traits.lower);
        for (unsigned bit = 0; bit < 5; ++bit) {
            if ((static_cast<unsigned>(traits.nameKinds) >> bit) & 1U)
                features.add(24, bit, traits.isCapital);
        }
    }
    return traits;
}

const WordTraits &TraitsCache::of(QStringView form)
{
    const size_t hash = qHash(form);
    size_t slot = hash & (m_slots.size() - 1);
    for (; m_slots[slot] != 0; slot = (slot + 1) & (m_slots.size() - 1)) {
        const Form &known = m_forms[m_slots[slot] - 1];
        if (known.hash == hash && known.text == form)
            return at(m_slots[slot] - 1);
    }
    const size_t number = m_forms.size();
    m_forms.push_back({form, hash});
    m_slots[slot] = static_cast<quint32>(number + 1);
    if (number % kChunk == 0)
        m_chunks.push_back(std::make_unique<WordTraits[]>(kChunk));
    WordTraits &traits = at(number);
    traits = traitsOf(form, m_lexicon, m_gazetteer);
    traits.number = static_cast<quint32>(number);
    if (m_table)
        m_table->findRows(traits.features.data(), traits.featureCount, traits.rows.data(), traits.rowCount);
    if (m_forms.size() * 2 > m_slots.size())
        grow();
    return traits;
}

void TraitsCache::grow()
{
    m_slots.assign(m_slots.size() * 2, 0);
    for (size_t number = 0; number < m_forms.size(); ++number) {
        size_t slot = m_forms[number].hash & (m_slots.size() - 1);
        while (m_slots[slot] != 0)
            slot = (slot + 1) & (m_slots.size() - 1);
        m_slots[slot] = static_cast<quint32>(number + 1);
    }
}

} // namespace variorum::language
