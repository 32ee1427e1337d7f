// What the whole text tells of a word (Chieu and Ng 2003): a bare "Peskov" is known by "spokesman Dmitry Peskov" three
// paragraphs up.

#include "language/document_hints.h"

#include <algorithm>
#include <vector>

namespace variorum::language {

namespace {

/// Lower-case hashes of a few words, compared without strings. Written for this program.
class WordSet {
public:
    WordSet(std::initializer_list<const char16_t *> words)
    {
        for (const char16_t *const word : words)
            m_hashes.push_back(hashOfLower(QStringView(word)));
        std::sort(m_hashes.begin(), m_hashes.end());
    }
    [[nodiscard]] bool has(quint64 hash) const { return std::binary_search(m_hashes.begin(), m_hashes.end(), hash); }

private:
    std::vector<quint64> m_hashes;
};

const WordSet &titles()
{
    static const WordSet kWords = {
        u"mr", u"mr.", u"mrs", u"mrs.", u"ms", u"ms.", u"miss", u"dr", u"dr.", u"sir", u"lord", u"lady", u"president", u"minister", u"chancellor",
        u"secretary", u"senator", u"sen.", u"rep.", u"gov.", u"governor", u"mayor", u"general", u"gen.", u"colonel", u"col.", u"captain", u"capt.",
        u"sergeant", u"sgt", u"sgt.", u"lieutenant", u"lt.", u"officer", u"detective", u"chief", u"judge", u"justice", u"professor", u"prof.", u"pope",
        u"king", u"queen", u"prince", u"princess", u"spokesman", u"spokeswoman", u"spokesperson", u"leader", u"chairman", u"director", u"premier",
        u"ambassador", u"commissioner", u"analyst", u"inspector", u"superintendent", u"coach", u"actor", u"actress", u"singer", u"author",
    };
    return kWords;
}

const WordSet &speaking()
{
    static const WordSet kWords = {u"said", u"says", u"told", u"added", u"asked", u"announced", u"warned", u"tweeted", u"wrote", u"insisted", u"explained"};
    return kWords;
}

const WordSet &placing()
{
    static const WordSet kWords = {u"in", u"at", u"from", u"near", u"to", u"across", u"outside", u"into", u"via", u"through", u"towards"};
    return kWords;
}

const WordSet &bodies()
{
    static const WordSet kWords = {
        u"inc", u"inc.", u"corp", u"corp.", u"ltd", u"ltd.", u"plc", u"llc", u"co.", u"company", u"group", u"bank", u"ministry", u"department", u"party",
        u"university", u"college", u"school", u"agency", u"council", u"committee", u"commission", u"association", u"federation", u"union", u"police",
        u"court", u"club", u"united", u"institute", u"foundation", u"airlines", u"hospital", u"times", u"post", u"news", u"office", u"bureau", u"army",
    };
    return kWords;
}

} // namespace

void DocumentHints::add(SentenceTraits sentence, bool titleCase)
{
    for (size_t at = 0; at < sentence.size(); ++at) {
        const WordTraits &word = *sentence[at];
        if (word.isPunctuation)
            continue;
        quint16 bits = 0;
        const WordTraits *const left = at > 0 ? sentence[at - 1] : nullptr;
        const WordTraits *const right = at + 1 < sentence.size() ? sentence[at + 1] : nullptr;
        if (!word.isCapital) {
            bits = Small;
        } else if (!titleCase) {
            static const quint64 kPossessive = hashOfLower(u"'s");
            const auto set = [&bits](bool condition, Hint hint) { bits = static_cast<quint16>(bits | (condition ? hint : 0)); };
            set(left && !left->isPunctuation, CapitalInside);
            set(left && titles().has(left->lower), AfterTitle);
            set(right && speaking().has(right->lower), BeforeSpeaking);
            set(left && placing().has(left->lower), AfterIn);
            set(right && bodies().has(right->lower), BeforeBody);
            set(left && left->isCapital && at > 1 && !(right && right->isCapital), NameEnd);
            set(right && right->isCapital && !(left && left->isCapital), NameBegin);
            set(right && right->lower == kPossessive, Possessive);
        }
        if (bits == 0)
            continue;
        if (m_count * 2 >= m_slots.size())
            grow();
        Slot &slot = m_slots[slotOf(word.lower)];
        m_count += slot.bits == 0 ? 1U : 0U;
        slot = {word.lower, static_cast<quint16>(slot.bits | bits)};
    }
}

quint16 DocumentHints::of(const WordTraits &word) const { return m_slots.empty() ? quint16{0} : m_slots[slotOf(word.lower)].bits; }

/// Of the spelling, or the free one where it would be.
size_t DocumentHints::slotOf(quint64 lower) const
{
    size_t slot = (lower ^ (lower >> 32)) & (m_slots.size() - 1);
    while (m_slots[slot].bits != 0 && m_slots[slot].lower != lower)
        slot = (slot + 1) & (m_slots.size() - 1);
    return slot;
}

void DocumentHints::grow()
{
    std::vector<Slot> before(std::max<size_t>(m_slots.size() * 2, 256));
    before.swap(m_slots);
    for (const Slot &slot : before) {
        if (slot.bits != 0)
            m_slots[slotOf(slot.lower)] = slot;
    }
}

} // namespace variorum::language
