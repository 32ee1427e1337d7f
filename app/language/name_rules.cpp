#include "language/name_rules.h"

#include <algorithm>

namespace variorum::language {

namespace {

/// Words of titles and offices ("Mayor", "Prime Minister", "Gen."), with and without a full stop.
std::vector<quint64> roleWordsOf(const WordLists &lists)
{
    std::vector<quint64> roles;
    for (const QString &role : lists.keys(u"roles")) {
        for (const QString &word : role.split(u' ')) {
            roles.push_back(hashOfLower(word));
            roles.push_back(hashOfLower(word + u'.'));
        }
    }
    std::sort(roles.begin(), roles.end());
    return roles;
}

} // namespace

bool NameWords::has(const std::vector<quint64> &words, const WordTraits &word) { return std::binary_search(words.begin(), words.end(), word.lower); }

NameWords nameWordsOf(const WordLists &lists)
{
    NameWords words;
    words.roles = roleWordsOf(lists);
    for (const QString &word : lists.keys(u"organization_words"))
        (lists.value(u"organization_words", word) == QLatin1String("place") ? words.places : words.bodies).push_back(hashOfLower(word));
    std::sort(words.bodies.begin(), words.bodies.end());
    std::sort(words.places.begin(), words.places.end());
    return words;
}

/// A name among `words`, the first of which is the text's word `first`. Put right are things that are known of names
/// rather than learnt: "Mayor", "Gen." before a person's name are roles and no part of it; "Russian President" is
/// nobody's name; "Acme CEO Ann Orr" are two names.
void NameRules::add(const Passage &passage, const NameLabels::Found &name, model::AnnotatedText &text) const
{
    const SentenceTraits words = passage.words;
    using model::EntityKind;
    const EntityKind kind = NameLabels::kKinds[static_cast<size_t>(name.kind)];
    const auto end = static_cast<size_t>(name.end);
    auto begin = static_cast<size_t>(name.first);
    if (kind != EntityKind::Place) {
        const size_t person = behindOffice(words, begin, end, kind);
        if (person > begin) {
            size_t body = begin;
            while (!isRole(*words[body]))
                ++body;
            if (body > begin)
                addWithKind(passage, begin, body, EntityKind::Organization, text);
            addWithKind(passage, person, end, EntityKind::Person, text);
            return;
        }
    }
    if (kind == EntityKind::Person) {
        while (begin + 1 < end && words[begin + 1]->isCapital && isRole(*words[begin]))
            ++begin;
        if (isRole(*words[end - 1]))
            return;
    }
    addWithKind(passage, begin, end, kind, text);
}

/// What the lists know as one kind and no other is of that kind: "North Korea" is no body, whatever it does. A seat that
/// they know as a body, too, is one where it acts: "the Kremlin said", "Kremlin spokesman".
void NameRules::addWithKind(const Passage &passage, size_t begin, size_t end, model::EntityKind kind, model::AnnotatedText &text) const
{
    const SentenceTraits words = passage.words;
    using model::EntityKind;
    quint64 hash = words[begin]->lower;
    for (size_t at = begin + 1; at < end; ++at)
        hash = Gazetteer::joined(hash, words[at]->lower);
    const unsigned known = m_gazetteer.find(hash);
    const bool acts = mainType(passage.relations[end - 1]) == model::Deprel::Nsubj || (end < words.size() && isRole(*words[end]));
    const bool isLong = end > begin + 1;
    const auto name = words.subspan(begin, end - begin); // where it has an "of", the last word tells nothing
    const bool lastTells = known == 0 && isLong && std::all_of(name.begin(), name.end(), [](const WordTraits *word) { return word->isCapital; });
    if (known == Gazetteer::Place && (kind == EntityKind::Organization || isLong))
        kind = EntityKind::Place;
    else if (known == Gazetteer::Organization)
        kind = EntityKind::Organization;
    else if ((known & ~unsigned{Gazetteer::Place}) == Gazetteer::Organization && kind == EntityKind::Place && acts)
        kind = EntityKind::Organization;
    else if (lastTells && NameWords::has(m_nameWords.places, *words[end - 1]))
        kind = EntityKind::Place;
    else if (lastTells && kind == EntityKind::Person && NameWords::has(m_nameWords.bodies, *words[end - 1]))
        kind = EntityKind::Organization;
    if (known == 0 && !isLong && !words[begin]->isCapital && m_lexicon.frequency(text.form(static_cast<int>(passage.first + begin)), WordClass::Noun) > 0)
        return;
    text.names.push_back({kind, static_cast<int>(passage.first + begin), static_cast<int>(passage.first + end)});
}

bool NameRules::isRole(const WordTraits &word) const { return NameWords::has(m_nameWords.roles, word); }

/// Behind the last office within [begin, end) that a person's name follows; `begin` where there is none. Offices that are
/// surnames, too ("Martin Luther King Jr"), count for none, nor does any word without a capital.
size_t NameRules::behindOffice(SentenceTraits words, size_t begin, size_t end, model::EntityKind kind) const
{
    for (size_t at = end - 1; at-- > begin + 1;) {
        const WordTraits &word = *words[at];
        if (!word.isCapital || !isRole(word) || (word.nameKinds & (Gazetteer::Surname | Gazetteer::GivenName)) != 0)
            continue;
        const bool isPerson = kind == model::EntityKind::Person || (words[at + 1]->nameKinds & Gazetteer::GivenName) != 0;
        return isPerson ? at + 1 : begin;
    }
    return begin;
}

/// Bodies and places that the lists know as such and as nothing else, where the network passed them over among the words
/// [first, end).
void NameRules::addKnown(SentenceTraits words, size_t first, size_t end, const model::AnnotatedText &text, std::vector<model::NameSpan> &names) const
{
    const size_t found = names.size();
    size_t next = 0;
    for (size_t at = first; at < end; ++at) {
        while (next < found && static_cast<size_t>(names[next].endToken) <= at)
            ++next;
        if (!words[at]->isCapital || (next < found && static_cast<size_t>(names[next].firstToken) <= at))
            continue;
        const size_t limit = std::min(end, next < found ? static_cast<size_t>(names[next].firstToken) : end);
        const auto [length, kind] = knownNameAt(words, at, limit, text);
        if (length == 0)
            continue;
        names.push_back({kind, static_cast<int>(at), static_cast<int>(at + length)});
        at += length - 1;
    }
    std::inplace_merge(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(found), names.end(),
                       [](const model::NameSpan &one, const model::NameSpan &other) { return one.firstToken < other.firstToken; });
}

std::pair<size_t, model::EntityKind> NameRules::knownNameAt(SentenceTraits words, size_t first, size_t end, const model::AnnotatedText &text) const
{
    std::pair<size_t, model::EntityKind> longest{0, model::EntityKind::Other};
    quint64 hash = 0;
    for (size_t at = first; at < std::min(end, first + static_cast<size_t>(Gazetteer::kLongest)); ++at) {
        hash = at == first ? words[at]->lower : Gazetteer::joined(hash, words[at]->lower);
        const unsigned kinds = m_gazetteer.find(hash);
        if (!words[at]->isCapital || (kinds != Gazetteer::Organization && kinds != Gazetteer::Place) || (at == first && !isPlainlyAName(text, at)))
            continue;
        longest = {at + 1 - first, kinds == Gazetteer::Place ? model::EntityKind::Place : model::EntityKind::Organization};
    }
    return longest;
}

/// A proper noun here that is spelt like no common word. Abbreviations of two letters ("OK", "ME") stand for too much.
bool NameRules::isPlainlyAName(const model::AnnotatedText &text, size_t at) const
{
    const model::Token &token = text.tokens[at];
    const QString lower = text.form(token).toString().toLower();
    const int frequency = m_lexicon.frequency(lower, WordClass::Noun) + m_lexicon.frequency(lower, WordClass::Verb) + m_lexicon.frequency(lower, WordClass::Adjective);
    return token.upos == model::Upos::Propn && lower.size() > 2 && frequency == 0;
}

} // namespace variorum::language
