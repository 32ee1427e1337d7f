#include "language/lexicon.h"

#include "language/lexicon_format.h"

#include <QVarLengthArray>
#include <algorithm>
#include <array>
#include <cstring>

namespace variorum::language {

namespace {

using namespace format;

quint32 numberOf(WordClass wordClass) { return static_cast<quint32>(wordClass); }

/// Rules of detachment, morphy(7WN): strip one, put the other.
struct Detachment {
    QLatin1String ending;
    QLatin1String replacement;
};

constexpr std::array kNounRules = {
    Detachment{QLatin1String("s"), QLatin1String("")}, Detachment{QLatin1String("ses"), QLatin1String("s")},
    Detachment{QLatin1String("xes"), QLatin1String("x")}, Detachment{QLatin1String("zes"), QLatin1String("z")},
    Detachment{QLatin1String("ches"), QLatin1String("ch")}, Detachment{QLatin1String("shes"), QLatin1String("sh")},
    Detachment{QLatin1String("men"), QLatin1String("man")}, Detachment{QLatin1String("ies"), QLatin1String("y")},
};
constexpr std::array kVerbRules = {
    Detachment{QLatin1String("s"), QLatin1String("")}, Detachment{QLatin1String("ies"), QLatin1String("y")},
    Detachment{QLatin1String("es"), QLatin1String("e")}, Detachment{QLatin1String("es"), QLatin1String("")},
    Detachment{QLatin1String("ed"), QLatin1String("e")}, Detachment{QLatin1String("ed"), QLatin1String("")},
    Detachment{QLatin1String("ing"), QLatin1String("e")}, Detachment{QLatin1String("ing"), QLatin1String("")},
};
constexpr std::array kAdjectiveRules = {
    Detachment{QLatin1String("er"), QLatin1String("")}, Detachment{QLatin1String("est"), QLatin1String("")},
    Detachment{QLatin1String("er"), QLatin1String("e")}, Detachment{QLatin1String("est"), QLatin1String("e")},
};

std::span<const Detachment> rulesOf(WordClass wordClass)
{
    switch (wordClass) {
    case WordClass::Noun: return kNounRules;
    case WordClass::Verb: return kVerbRules;
    case WordClass::Adjective: return kAdjectiveRules;
    case WordClass::Adverb: break;
    }
    return {};
}

quint32 hashOfView(QStringView text, quint32 wordClass)
{
    return hashOf([text](qsizetype at) { return text[at].unicode(); }, text.size(), wordClass);
}

std::span<const SynsetId> firstOf(std::span<const SynsetId> synsets, int count)
{
    return synsets.first(std::min(synsets.size(), static_cast<size_t>(std::max(count, 0))));
}

} // namespace

std::optional<WordClass> wordClassOf(model::Upos tag)
{
    switch (tag) {
    case model::Upos::Noun:
    case model::Upos::Propn: return WordClass::Noun;
    case model::Upos::Verb:
    case model::Upos::Aux: return WordClass::Verb;
    case model::Upos::Adj: return WordClass::Adjective;
    case model::Upos::Adv: return WordClass::Adverb;
    default: return std::nullopt;
    }
}

/// The sections of the mapped file. Views into the mapping.
struct Lexicon::Tables {
    std::span<const LemmaRecord> lemmas;
    std::span<const quint32> lemmaSlots;
    std::span<const SynsetRecord> synsets;
    std::span<const quint32> senses;
    std::span<const quint32> lemmaLinks;
    std::span<const quint32> synsetLinks;
    std::span<const ExceptionRecord> exceptions;
    std::span<const quint32> exceptionSlots;
    std::span<const char> characters;

    [[nodiscard]] QLatin1String text(quint32 place, quint32 length) const
    {
        return QLatin1String(characters.data() + place, static_cast<int>(length));
    }

    [[nodiscard]] const LemmaRecord *findLemma(QStringView text, WordClass wordClass) const
    {
        const auto mask = static_cast<quint32>(lemmaSlots.size() - 1);
        for (quint32 slot = hashOfView(text, numberOf(wordClass)) & mask; lemmaSlots[slot] != 0; slot = (slot + 1) & mask) {
            const LemmaRecord &lemma = lemmas[lemmaSlots[slot] - 1];
            if (lemma.length == text.size() && lemma.wordClass == numberOf(wordClass) && text == this->text(lemma.characters, lemma.length))
                return &lemma;
        }
        return nullptr;
    }

    [[nodiscard]] const ExceptionRecord *findException(QStringView form, WordClass wordClass) const
    {
        const auto mask = static_cast<quint32>(exceptionSlots.size() - 1);
        for (quint32 slot = hashOfView(form, numberOf(wordClass)) & mask; exceptionSlots[slot] != 0; slot = (slot + 1) & mask) {
            const ExceptionRecord &exception = exceptions[exceptionSlots[slot] - 1];
            if (exception.wordClass == numberOf(wordClass) && form == text(exception.formCharacters, exception.formLength))
                return &exception;
        }
        return nullptr;
    }

    [[nodiscard]] std::span<const quint32> synsetsOf(const LemmaRecord &lemma) const { return senses.subspan(lemma.firstSense, lemma.senseCount); }

    [[nodiscard]] std::span<const quint32> hypernymsOf(SynsetId id) const
    {
        return synsetLinks.subspan(synsets[id].firstLink, synsets[id].hypernymCount);
    }

    /// Similar synsets and verb groups lie side by side.
    [[nodiscard]] std::span<const quint32> similarTo(SynsetId id) const
    {
        const SynsetRecord &synset = synsets[id];
        return synsetLinks.subspan(synset.firstLink + synset.hypernymCount, synset.similarCount + size_t{synset.verbGroupCount});
    }

    [[nodiscard]] std::span<const quint32> holonymsOf(SynsetId id) const
    {
        const SynsetRecord &synset = synsets[id];
        return synsetLinks.subspan(synset.firstLink + synset.hypernymCount + synset.similarCount + synset.verbGroupCount, synset.holonymCount);
    }

    /// Is `ancestor` at most `steps` above `id` (0 steps: the same)?
    [[nodiscard]] bool isBelow(SynsetId id, SynsetId ancestor, int steps) const
    {
        if (id == ancestor)
            return true;
        if (steps <= 0)
            return false;
        const auto above = hypernymsOf(id);
        return std::any_of(above.begin(), above.end(), [&](SynsetId upper) { return isBelow(upper, ancestor, steps - 1); });
    }

    [[nodiscard]] bool isLinked(const LemmaRecord *one, const LemmaRecord *other, bool antonym) const
    {
        if (!one || !other)
            return false;
        const auto index = static_cast<quint32>(other - lemmas.data());
        const auto links = antonym ? lemmaLinks.subspan(one->firstLink + size_t{one->derivationCount}, one->antonymCount)
                                   : lemmaLinks.subspan(one->firstLink, one->derivationCount);
        return std::find(links.begin(), links.end(), index) != links.end();
    }

    /// 2 * depth of the deepest common ancestor / (depth of one + depth of the other), roots having depth 1.
    [[nodiscard]] double synsetLikeness(SynsetId one, SynsetId other) const;

    [[nodiscard]] bool map(const uchar *data, qint64 size);
};

double Lexicon::Tables::synsetLikeness(SynsetId one, SynsetId other) const
{
    struct Step {
        SynsetId id;
        int distance;
    };
    // Breadth first, so each synset is met at its shortest distance; hierarchies are at most some twenty steps deep.
    const auto ancestorsOf = [this](SynsetId id) {
        QVarLengthArray<Step, 64> found;
        found.append({id, 0});
        for (qsizetype at = 0; at < found.size(); ++at) {
            for (const SynsetId upper : hypernymsOf(found[at].id)) {
                const bool isKnown = std::any_of(found.begin(), found.end(), [upper](const Step &step) { return step.id == upper; });
                if (!isKnown)
                    found.append({upper, found[at].distance + 1});
            }
        }
        return found;
    };
    const auto oneAbove = ancestorsOf(one);
    const auto otherAbove = ancestorsOf(other);
    double best = 0;
    for (const Step &step : oneAbove) {
        const auto met = std::find_if(otherAbove.begin(), otherAbove.end(), [&](const Step &there) { return there.id == step.id; });
        if (met == otherAbove.end())
            continue;
        const double depth = synsets[step.id].depth + 1.0;
        best = std::max(best, 2 * depth / (2 * depth + step.distance + met->distance));
    }
    return best;
}

bool Lexicon::Tables::map(const uchar *data, qint64 size)
{
    if (size < static_cast<qint64>(sizeof(Header)))
        return false;
    Header header{};
    std::memcpy(&header, data, sizeof(Header));
    if (header.magic != kMagic || header.version != kVersion)
        return false;
    bool fits = true;
    const auto section = [&]<typename Record>(Section number, std::span<const Record> &target) {
        const quint64 end = header.offset[number] + quint64{header.count[number]} * sizeof(Record);
        fits = fits && end <= static_cast<quint64>(size) && header.offset[number] % alignof(Record) == 0;
        if (fits) {
            const void *const begin = data + header.offset[number];
            target = {static_cast<const Record *>(begin), header.count[number]};
        }
    };
    section(Lemmas, lemmas);
    section(LemmaSlots, lemmaSlots);
    section(Synsets, synsets);
    section(Senses, senses);
    section(LemmaLinks, lemmaLinks);
    section(SynsetLinks, synsetLinks);
    section(Exceptions, exceptions);
    section(ExceptionSlots, exceptionSlots);
    section(Characters, characters);
    return fits && !lemmaSlots.empty() && !exceptionSlots.empty();
}

Lexicon::Lexicon(std::unique_ptr<QFile> file, std::unique_ptr<Tables> tables) : m_file(std::move(file)), m_tables(std::move(tables)) {}

Lexicon::~Lexicon() = default;

base::Result<std::unique_ptr<const Lexicon>> Lexicon::open(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return base::Error{base::ErrorCode::ResourceMissing, path, file->errorString()};
    const uchar *const data = file->map(0, file->size());
    auto tables = std::make_unique<Tables>();
    if (!data || !tables->map(data, file->size()))
        return base::Error{base::ErrorCode::ResourceDamaged, path, {}};
    return std::unique_ptr<const Lexicon>(new Lexicon(std::move(file), std::move(tables)));
}

QString Lexicon::baseForm(QStringView form, WordClass wordClass) const
{
    if (const ExceptionRecord *const exception = m_tables->findException(form, wordClass))
        return m_tables->text(exception->baseCharacters, exception->baseLength);
    if (m_tables->findLemma(form, wordClass) || form.size() < 3)
        return form.toString();
    for (const Detachment &rule : rulesOf(wordClass)) {
        if (!form.endsWith(rule.ending) || form.size() <= rule.ending.size())
            continue;
        const QString base = form.chopped(rule.ending.size()).toString() + rule.replacement;
        if (m_tables->findLemma(base, wordClass))
            return base;
    }
    return form.toString();
}

std::optional<quint32> Lexicon::lemmaOfForm(QStringView form, WordClass wordClass) const
{
    const auto numberOfLemma = [this](const LemmaRecord *lemma) { return static_cast<quint32>(lemma - m_tables->lemmas.data()); };
    if (const LemmaRecord *const lemma = m_tables->findLemma(form, wordClass))
        return numberOfLemma(lemma);
    QVarLengthArray<QChar, 64> base;
    if (const ExceptionRecord *const exception = m_tables->findException(form, wordClass)) {
        for (const char character : m_tables->text(exception->baseCharacters, exception->baseLength))
            base.append(QLatin1Char(character));
        if (const LemmaRecord *const lemma = m_tables->findLemma(QStringView(base.data(), base.size()), wordClass))
            return numberOfLemma(lemma);
    }
    for (const Detachment &rule : rulesOf(wordClass)) {
        if (!form.endsWith(rule.ending) || form.size() <= rule.ending.size() + 1)
            continue;
        base.clear();
        base.append(form.begin(), form.size() - rule.ending.size());
        for (const char character : rule.replacement)
            base.append(QLatin1Char(character));
        if (const LemmaRecord *const lemma = m_tables->findLemma(QStringView(base.data(), base.size()), wordClass))
            return numberOfLemma(lemma);
    }
    return std::nullopt;
}

bool Lexicon::knowsForm(QStringView form, WordClass wordClass) const
{
    return m_tables->findException(form, wordClass) || lemmaOfForm(form, wordClass);
}

std::optional<int> Lexicon::topic(QStringView form, WordClass wordClass) const
{
    const auto lemma = lemmaOfForm(form, wordClass);
    if (!lemma || m_tables->lemmas[*lemma].senseCount == 0)
        return std::nullopt;
    return m_tables->synsets[m_tables->synsetsOf(m_tables->lemmas[*lemma]).front()].topic;
}

void Lexicon::forEachIndividual(const std::function<void(const QString &)> &visit) const
{
    for (const LemmaRecord &lemma : m_tables->lemmas) {
        const auto senses = m_tables->synsetsOf(lemma);
        const bool isIndividual = std::any_of(senses.begin(), senses.end(), [this](SynsetId id) { return m_tables->synsets[id].isInstance != 0; });
        if (lemma.wordClass == numberOf(WordClass::Noun) && isIndividual)
            visit(m_tables->text(lemma.characters, lemma.length));
    }
}

bool Lexicon::contains(QStringView lemma, WordClass wordClass) const { return m_tables->findLemma(lemma, wordClass) != nullptr; }

std::span<const SynsetId> Lexicon::synsets(QStringView lemma, WordClass wordClass) const
{
    const LemmaRecord *const found = m_tables->findLemma(lemma, wordClass);
    return found ? m_tables->synsetsOf(*found) : std::span<const SynsetId>();
}

bool Lexicon::areSynonyms(QStringView one, QStringView other, WordClass wordClass, int senses) const
{
    const auto ones = firstOf(synsets(one, wordClass), senses);
    const auto others = firstOf(synsets(other, wordClass), senses);
    return std::any_of(ones.begin(), ones.end(), [&](SynsetId id) { return std::find(others.begin(), others.end(), id) != others.end(); });
}

bool Lexicon::areSimilar(QStringView one, QStringView other, WordClass wordClass, int senses) const
{
    const auto ones = firstOf(synsets(one, wordClass), senses);
    const auto others = firstOf(synsets(other, wordClass), senses);
    for (const SynsetId id : ones) {
        const auto similar = m_tables->similarTo(id);
        for (const SynsetId there : others) {
            if (there == id || std::find(similar.begin(), similar.end(), there) != similar.end())
                return true;
        }
    }
    return false;
}

bool Lexicon::areDerived(QStringView one, WordClass oneClass, QStringView other, WordClass otherClass) const
{
    const LemmaRecord *const oneLemma = m_tables->findLemma(one, oneClass);
    const LemmaRecord *const otherLemma = m_tables->findLemma(other, otherClass);
    if (oneLemma && otherLemma && one == other)
        return true;
    return m_tables->isLinked(oneLemma, otherLemma, false) || m_tables->isLinked(otherLemma, oneLemma, false);
}

bool Lexicon::areAntonyms(QStringView one, QStringView other, WordClass wordClass) const
{
    const LemmaRecord *const oneLemma = m_tables->findLemma(one, wordClass);
    const LemmaRecord *const otherLemma = m_tables->findLemma(other, wordClass);
    return m_tables->isLinked(oneLemma, otherLemma, true) || m_tables->isLinked(otherLemma, oneLemma, true);
}

bool Lexicon::isHypernym(QStringView general, QStringView special, WordClass wordClass, int steps, int senses) const
{
    const auto uppers = firstOf(synsets(general, wordClass), senses);
    for (const SynsetId id : firstOf(synsets(special, wordClass), senses)) {
        for (const SynsetId upper : uppers) {
            if (upper != id && m_tables->isBelow(id, upper, std::min(steps, kMaxSteps)))
                return true;
        }
    }
    return false;
}

double Lexicon::likeness(QStringView one, QStringView other, WordClass wordClass, int senses) const
{
    if (wordClass != WordClass::Noun && wordClass != WordClass::Verb)
        return 0;
    double best = 0;
    for (const SynsetId id : firstOf(synsets(one, wordClass), senses)) {
        for (const SynsetId there : firstOf(synsets(other, wordClass), senses))
            best = std::max(best, m_tables->synsetLikeness(id, there));
    }
    return best;
}

bool Lexicon::isKindOf(QStringView noun, QStringView ancestor, int ancestorSense, int senses) const
{
    const auto uppers = synsets(ancestor, WordClass::Noun);
    if (ancestorSense < 1 || static_cast<size_t>(ancestorSense) > uppers.size())
        return false;
    const SynsetId upper = uppers[static_cast<size_t>(ancestorSense - 1)];
    const auto ids = firstOf(synsets(noun, WordClass::Noun), senses);
    return std::any_of(ids.begin(), ids.end(), [&](SynsetId id) { return m_tables->isBelow(id, upper, kMaxSteps); });
}

bool Lexicon::isPartOf(QStringView part, QStringView whole, int senses) const
{
    const auto wholes = firstOf(synsets(whole, WordClass::Noun), senses);
    for (const SynsetId id : firstOf(synsets(part, WordClass::Noun), senses)) {
        for (const SynsetId holder : m_tables->holonymsOf(id)) {
            if (std::find(wholes.begin(), wholes.end(), holder) != wholes.end())
                return true;
        }
    }
    return false;
}

bool Lexicon::isInstanceOf(QStringView noun, QStringView ancestor, int ancestorSense, int senses) const
{
    const auto uppers = synsets(ancestor, WordClass::Noun);
    if (ancestorSense < 1 || static_cast<size_t>(ancestorSense) > uppers.size())
        return false;
    const SynsetId upper = uppers[static_cast<size_t>(ancestorSense - 1)];
    const auto ids = firstOf(synsets(noun, WordClass::Noun), senses);
    return std::any_of(ids.begin(), ids.end(), [&](SynsetId id) { return m_tables->synsets[id].isInstance && m_tables->isBelow(id, upper, kMaxSteps); });
}

int Lexicon::frequency(QStringView lemma, WordClass wordClass) const
{
    const LemmaRecord *const found = m_tables->findLemma(lemma, wordClass);
    return found ? static_cast<int>(found->frequency) : 0;
}

} // namespace variorum::language
