// The network reads each sentence for itself. What an article says of "Halvorsen" in one ("Mayor Rita Halvorsen said") holds
// in another ("Halvorsen House"? no; "Halvorsen, too, left": yes). Counted are whole spellings and persons' last words:
//
//   Rita Halvorsen PER ... Halvorsen LOC ... Halvorsen (no name)   ->   Halvorsen is PER in all of them

#include "language/name_agreement.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace variorum::language {

namespace {

using model::EntityKind;
using model::NameSpan;

constexpr std::array kKinds = {EntityKind::Person, EntityKind::Organization, EntityKind::Place};

size_t numberOf(EntityKind kind) { return kind == EntityKind::Person ? 0 : kind == EntityKind::Organization ? 1 : 2; }

/// What the article's names say of one spelling.
struct Spelling {
    std::array<int, 3> kinds{};
    int surnames = 0; ///< so often the last word of a longer person's name
    int bodies = 0; ///< so often the first word of a longer body's name
    int placings = 0; ///< so often behind "in" or "near"; "island of" counts twice

    [[nodiscard]] int count() const { return kinds[0] + kinds[1] + kinds[2]; }
    [[nodiscard]] size_t usual() const { return static_cast<size_t>(std::max_element(kinds.begin(), kinds.end()) - kinds.begin()); }
};

class Agreement {
public:
    Agreement(SentenceTraits words, const Gazetteer &gazetteer, std::vector<NameSpan> &names) : m_words(words), m_gazetteer(gazetteer), m_names(names)
    {
        for (const NameSpan &name : names) {
            ++m_spellings[hashOf(name)].kinds[numberOf(name.kind)];
            m_longest = std::max(m_longest, static_cast<size_t>(name.endToken - name.firstToken));
            if (name.kind == EntityKind::Person && name.endToken - name.firstToken > 1)
                ++m_spellings[m_words[static_cast<size_t>(name.endToken) - 1]->lower].surnames;
            if (name.kind == EntityKind::Organization && name.endToken - name.firstToken > 1)
                ++m_spellings[m_words[static_cast<size_t>(name.firstToken)]->lower].bodies;
            m_spellings[hashOf(name)].placings += placingAt(static_cast<size_t>(name.firstToken));
        }
        m_longest = std::min(m_longest, kLongest);
    }

    /// "Ann Orr Bo Lind", where the line breaks of signatures and captions got lost, are two persons if one is known from elsewhere.
    void partPersons()
    {
        std::vector<NameSpan> parted;
        for (const NameSpan &name : m_names) {
            const int behind = name.kind == EntityKind::Person ? endOfFirstPerson(name) : name.endToken;
            parted.push_back({name.kind, name.firstToken, behind});
            if (behind < name.endToken)
                parted.push_back({name.kind, behind, name.endToken});
        }
        m_names.swap(parted);
    }

    void agreeOnKinds()
    {
        for (NameSpan &name : m_names) {
            const Spelling &spelling = m_spellings[hashOf(name)];
            const EntityKind agreed = agreedKind(spelling, name.kind, name.endToken - name.firstToken);
            const bool isMadePerson = agreed == EntityKind::Person && name.kind != agreed && spelling.kinds[0] < 2;
            if (!isMadePerson || !isKnownOtherwise(name))
                name.kind = agreed;
        }
    }

    /// "Ann Berg" before "Orr" where the article has "Ann Berg Orr" elsewhere: the longer name.
    void lengthen(size_t end)
    {
        std::vector<NameSpan> longer;
        for (size_t number = 0; number < m_names.size(); ++number) {
            NameSpan name = m_names[number];
            const auto first = static_cast<size_t>(name.firstToken);
            quint64 hash = 0;
            for (size_t at = first; at < std::min(end, first + m_longest) && m_words[at]->isCapital; ++at) {
                hash = at == first ? m_words[at]->lower : Gazetteer::joined(hash, m_words[at]->lower);
                const auto found = m_spellings.find(hash);
                const bool isLonger = static_cast<int>(at) >= name.endToken && found != m_spellings.end() && found->second.count() > 0;
                if (isLonger && !partsName(number, at + 1))
                    name = {kKinds[found->second.usual()], name.firstToken, static_cast<int>(at + 1)};
            }
            while (number + 1 < m_names.size() && m_names[number + 1].firstToken < name.endToken)
                ++number;
            longer.push_back(name);
        }
        m_names.swap(longer);
    }

    /// Names overlooked among the words [first, end).
    void findMore(size_t first, size_t end)
    {
        const size_t known = m_names.size();
        size_t next = 0;
        for (size_t at = first; at < end;) {
            while (next < known && static_cast<size_t>(m_names[next].endToken) <= at)
                ++next;
            const size_t limit = next < known ? static_cast<size_t>(m_names[next].firstToken) : end;
            if (at >= limit) {
                at = static_cast<size_t>(m_names[next].endToken);
                continue;
            }
            at += std::max<size_t>(addNameAt(at, std::min(limit, end)), 1);
        }
        std::inplace_merge(m_names.begin(), m_names.begin() + static_cast<std::ptrdiff_t>(known), m_names.end(),
                           [](const NameSpan &one, const NameSpan &other) { return one.firstToken < other.firstToken; });
    }

private:
    static constexpr size_t kLongest = 6;

    /// Is the place before `word` inside a name? One of those from `number` on, which the place is not far behind.
    [[nodiscard]] bool partsName(size_t number, size_t word) const
    {
        const auto place = static_cast<int>(word);
        for (size_t at = number; at < m_names.size() && m_names[at].firstToken < place; ++at) {
            if (m_names[at].endToken > place)
                return true;
        }
        return false;
    }

    /// How surely what stands before `at` tells of a place: 0 to 2.
    [[nodiscard]] int placingAt(size_t at) const
    {
        static const std::array kPlacing = {hashOfLower(u"in"), hashOfLower(u"near"), hashOfLower(u"off"), hashOfLower(u"outside"), hashOfLower(u"across"), hashOfLower(u"inside")};
        static const std::array kSorts = {hashOfLower(u"island"), hashOfLower(u"town"), hashOfLower(u"village"), hashOfLower(u"city"), hashOfLower(u"port"),
                                          hashOfLower(u"province"), hashOfLower(u"region"), hashOfLower(u"district"), hashOfLower(u"coast"), hashOfLower(u"north"),
                                          hashOfLower(u"south"), hashOfLower(u"east"), hashOfLower(u"west")};
        static const quint64 kOf = hashOfLower(u"of");
        const auto isAmong = [](const auto &hashes, quint64 hash) { return std::find(hashes.begin(), hashes.end(), hash) != hashes.end(); };
        if (at > 1 && m_words[at - 1]->lower == kOf && isAmong(kSorts, m_words[at - 2]->lower))
            return 2;
        return at > 0 && isAmong(kPlacing, m_words[at - 1]->lower) ? 1 : 0;
    }

    [[nodiscard]] quint64 hashOf(const NameSpan &name) const
    {
        quint64 hash = m_words[static_cast<size_t>(name.firstToken)]->lower;
        for (auto at = static_cast<size_t>(name.firstToken) + 1; at < static_cast<size_t>(name.endToken); ++at)
            hash = Gazetteer::joined(hash, m_words[at]->lower);
        return hash;
    }

    [[nodiscard]] int endOfFirstPerson(const NameSpan &name) const
    {
        const auto personsNamed = [&](int first, int end) {
            const auto found = m_spellings.find(hashOf({name.kind, first, end}));
            return found == m_spellings.end() ? 0 : found->second.kinds[0];
        };
        for (int place = name.endToken - 1; place > name.firstToken; --place) {
            const NameSpan first{name.kind, name.firstToken, place};
            const NameSpan second{name.kind, place, name.endToken};
            const bool isTwice = hashOf(first) == hashOf(second);
            const bool startsPerson = (m_words[static_cast<size_t>(place)]->nameKinds & Gazetteer::GivenName) != 0;
            const bool endsInSurname = (m_words[static_cast<size_t>(place) - 1]->nameKinds & Gazetteer::GivenName) == 0; // not "Kim Jong" of "Kim Jong Un"
            const bool isWhole = name.endToken > place + 1 || endsInSurname || personsNamed(place, name.endToken) > 0;
            const bool isKnown = startsPerson && isWhole && place > name.firstToken + 1 && personsNamed(name.firstToken, place) >= personsNamed(name.firstToken, name.endToken);
            if (isTwice || isKnown)
                return place;
        }
        return name.endToken;
    }

    /// What the article says of a spelling that is of the kind `own` here.
    [[nodiscard]] static EntityKind agreedKind(const Spelling &spelling, EntityKind own, int words)
    {
        const size_t usual = spelling.usual();
        if (spelling.surnames > 0)
            return EntityKind::Person;
        if (own == EntityKind::Person && spelling.placings > 1 && words == 1)
            return EntityKind::Place;
        if (own == EntityKind::Person && spelling.bodies > 0)
            return EntityKind::Organization;
        return spelling.kinds[usual] > 1 && spelling.kinds[usual] >= 2 * spelling.kinds[numberOf(own)] ? kKinds[usual] : own;
    }

    /// A name that the lists have as a place's or body's.
    [[nodiscard]] bool isKnownOtherwise(const NameSpan &name) const { return (m_gazetteer.find(hashOf(name)) & (Gazetteer::Place | Gazetteer::Organization)) != 0; }

    /// The length of the longest spelling at `at` that is a name elsewhere, if it was made one.
    size_t addNameAt(size_t at, size_t limit)
    {
        if (!m_words[at]->isCapital)
            return 0;
        quint64 hash = 0;
        size_t length = 0;
        EntityKind kind = EntityKind::Other;
        for (size_t place = at; place < std::min(limit, at + m_longest); ++place) {
            hash = place == at ? m_words[at]->lower : Gazetteer::joined(hash, m_words[place]->lower);
            const auto found = m_spellings.find(hash);
            if (found == m_spellings.end() || !m_words[place]->isCapital)
                continue;
            const Spelling &spelling = found->second;
            if (spelling.count() >= 2) {
                length = place + 1 - at;
                kind = agreedKind(spelling, kKinds[spelling.usual()], static_cast<int>(length));
            }
        }
        if (length > 0)
            m_names.push_back({kind, static_cast<int>(at), static_cast<int>(at + length)});
        return length;
    }

    SentenceTraits m_words;
    const Gazetteer &m_gazetteer;
    std::vector<NameSpan> &m_names;
    std::unordered_map<quint64, Spelling> m_spellings;
    size_t m_longest = 1;
};

} // namespace

void makeNamesAgree(SentenceTraits words, size_t first, size_t end, const Gazetteer &gazetteer, std::vector<NameSpan> &names)
{
    if (names.empty())
        return;
    Agreement agreement(words, gazetteer, names);
    agreement.lengthen(end);
    agreement.partPersons();
    agreement.agreeOnKinds();
    agreement.findMore(first, end);
}

} // namespace variorum::language
