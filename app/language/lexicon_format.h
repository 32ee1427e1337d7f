#pragma once

#include <QtGlobal>

// The layout of wordnet.lexicon, shared by the compiler that writes it and the Lexicon that maps it. All numbers are
// little-endian 32-bit words at 4-byte places, in the machine's own order: the file is made on the machine that uses it.
//
//   Header | LemmaRecord[] | lemma slots | SynsetRecord[] | senses | lemma links | synset links | synset words
//          | ExceptionRecord[] | exception slots | characters
//
// Hash tables hold index + 1 (0: free), probed linearly; their sizes are powers of two, at most half full.

namespace variorum::language::format {

inline constexpr quint32 kMagic = 0x584c5756; // "VWLX"
inline constexpr quint32 kVersion = 2;

enum Section : quint32 {
    Lemmas, LemmaSlots, Synsets, Senses, LemmaLinks, SynsetLinks, SynsetWords, Exceptions, ExceptionSlots, Characters,
};
inline constexpr quint32 kSectionCount = 10;

struct Header {
    quint32 magic;
    quint32 version;
    quint32 offset[kSectionCount]; // bytes from the file's start
    quint32 count[kSectionCount]; // records
};

/// One lemma in one word class. Its synsets: senses[firstSense ...], most frequent first. Its links to other lemmas:
/// lemmaLinks[firstLink ...], derivations before antonyms.
struct LemmaRecord {
    quint32 characters;
    quint32 firstSense;
    quint32 firstLink;
    quint32 frequency;
    quint16 length;
    quint16 senseCount;
    quint16 derivationCount;
    quint16 antonymCount;
    quint32 wordClass;
};

/// Links: synsetLinks[firstLink ...], in the order of the counts.
struct SynsetRecord {
    quint32 firstLink;
    quint32 firstWord; // synsetWords, lemma indices
    quint16 hypernymCount; // with instance hypernyms
    quint16 similarCount;
    quint16 verbGroupCount;
    quint16 holonymCount; // the wholes that this is a member or part of
    quint16 wordCount;
    quint8 wordClass;
    quint8 depth; // steps to the root on the shortest way
    quint16 isInstance; // 1: an individual ("Paris"), not a kind
    quint16 topic; // the lexicographers' file, lexnames(5WN): 4 noun.act ... 15 noun.location ... 32 verb.communication
};

struct ExceptionRecord {
    quint32 formCharacters;
    quint32 baseCharacters;
    quint16 formLength;
    quint16 baseLength;
    quint32 wordClass;
};

/// FNV-1a over the characters, then the word class. `at` gives the character of a place.
template<typename CharacterAt>
[[nodiscard]] constexpr quint32 hashOf(CharacterAt at, qsizetype length, quint32 wordClass)
{
    quint32 hash = 2166136261U ^ wordClass;
    for (qsizetype place = 0; place < length; ++place)
        hash = (hash ^ static_cast<quint32>(at(place))) * 16777619U;
    return hash ^ (hash >> 15);
}

} // namespace variorum::language::format
