// variorum-compile-lexicon WORDNET_DIR OUTPUT: reads WordNet 3.0's data.*, index.*, *.exc and cntlist.rev
// (formats: wndb(5WN), cntlist(5WN)) and writes the one file that Lexicon maps. Same input, same bytes.
//
//   data.noun:  00002137 03 n 02 abstraction 0 abstract_entity 0 010 @ 00001740 n 0000 + 00692347 v 0101 ... | gloss
//               synset 2137, two words, ten pointers: a hypernym of the whole synset, a derivation of word 1 to word 1
//   index.noun: abstraction n 6 5 @ ~ #p %p + 6 2 00002137 05854150 ...     (synsets in order of frequency)

#include "language/lexicon_format.h"

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QList>
#include <QSaveFile>
#include <QString>
#include <algorithm>
#include <array>
#include <cstdio>
#include <deque>
#include <optional>
#include <vector>

namespace {

using namespace variorum::language::format;

constexpr std::array<const char *, 4> kClassNames = {"noun", "verb", "adj", "adv"};

std::optional<quint32> classOfLetter(char letter)
{
    switch (letter) {
    case 'n': return 0;
    case 'v': return 1;
    case 'a':
    case 's': return 2;
    case 'r': return 3;
    default: return std::nullopt;
    }
}

/// A pointer of data.*: from a word of its synset (0: the whole) to a word of another.
struct Pointer {
    QByteArray symbol;
    quint64 target;
    int sourceWord;
    int targetWord;
};

struct Synset {
    quint32 wordClass = 0;
    quint16 topic = 0;
    std::vector<QByteArray> words; // lower case, ' ' for '_'
    std::vector<Pointer> pointers;
    std::optional<quint32> depth;
};

struct Lemma {
    QByteArray text;
    quint32 wordClass = 0;
    std::vector<quint32> senses;
    std::vector<quint32> derivations;
    std::vector<quint32> antonyms;
    quint32 frequency = 0;
};

struct Exception {
    QByteArray form;
    QByteArray base;
    quint32 wordClass = 0;
};

/// Everything read, with the numbers that files and records know things by.
struct Content {
    std::vector<Synset> synsets;
    QHash<quint64, quint32> synsetAt; // class and byte offset -> index
    std::vector<Lemma> lemmas;
    QHash<QByteArray, quint32> lemmaAt; // text and class digit -> index
    std::vector<Exception> exceptions;
};

quint64 placeKey(quint32 wordClass, qulonglong offset) { return (quint64{wordClass} << 40) | offset; }

QByteArray lemmaKey(const QByteArray &text, quint32 wordClass) { return text + '/' + QByteArray::number(wordClass); }

QByteArray plainWord(QByteArray word)
{
    // Adjectives may carry a marker of their place: "galore(ip)".
    const qsizetype marker = word.indexOf('(');
    if (marker > 0)
        word.truncate(marker);
    return word.replace('_', ' ').toLower();
}

std::optional<QList<QByteArray>> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot read %s\n", qPrintable(path));
        return std::nullopt;
    }
    return file.readAll().split('\n');
}

void readSynset(const QByteArray &line, quint32 wordClass, Content &content)
{
    const QList<QByteArray> fields = line.left(line.indexOf('|')).simplified().split(' ');
    qsizetype at = 3;
    Synset synset;
    synset.wordClass = wordClass;
    synset.topic = fields.value(1).toUShort();
    const int wordCount = fields.value(at++).toInt(nullptr, 16);
    for (int word = 0; word < wordCount; ++word, at += 2)
        synset.words.push_back(plainWord(fields.value(at)));
    const int pointerCount = fields.value(at++).toInt();
    for (int pointer = 0; pointer < pointerCount; ++pointer, at += 4) {
        const auto targetClass = classOfLetter(fields.value(at + 2).at(0));
        const int words = fields.value(at + 3).toInt(nullptr, 16);
        if (targetClass)
            synset.pointers.push_back({fields.value(at), placeKey(*targetClass, fields.value(at + 1).toULongLong()), words >> 8, words & 255});
    }
    content.synsetAt.insert(placeKey(wordClass, fields.value(0).toULongLong()), static_cast<quint32>(content.synsets.size()));
    content.synsets.push_back(std::move(synset));
}

void readIndexLine(const QByteArray &line, quint32 wordClass, Content &content)
{
    const QList<QByteArray> fields = line.simplified().split(' ');
    Lemma lemma;
    lemma.text = plainWord(fields.value(0));
    lemma.wordClass = wordClass;
    const int synsetCount = fields.value(2).toInt();
    for (int sense = 0; sense < synsetCount; ++sense) {
        const qulonglong offset = fields.value(fields.size() - synsetCount + sense).toULongLong();
        lemma.senses.push_back(content.synsetAt.value(placeKey(wordClass, offset)));
    }
    content.lemmaAt.insert(lemmaKey(lemma.text, wordClass), static_cast<quint32>(content.lemmas.size()));
    content.lemmas.push_back(std::move(lemma));
}

bool readClass(const QString &folder, quint32 wordClass, Content &content)
{
    const QString name = QString::fromLatin1(kClassNames[wordClass]);
    const auto data = linesOf(folder + QStringLiteral("/data.") + name);
    const auto index = linesOf(folder + QStringLiteral("/index.") + name);
    const auto exceptions = linesOf(folder + u'/' + name + QStringLiteral(".exc"));
    if (!data || !index || !exceptions)
        return false;
    for (const QByteArray &line : *data) {
        if (!line.isEmpty() && line.at(0) != ' ') // the licence at the head is indented
            readSynset(line, wordClass, content);
    }
    for (const QByteArray &line : *index) {
        if (!line.isEmpty() && line.at(0) != ' ')
            readIndexLine(line, wordClass, content);
    }
    for (const QByteArray &line : *exceptions) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() >= 2)
            content.exceptions.push_back({plainWord(fields.at(0)), plainWord(fields.at(1)), wordClass});
    }
    return true;
}

/// cntlist.rev: "sense_key sense_number tag_count", the key beginning lemma%class.
bool readFrequencies(const QString &folder, Content &content)
{
    const auto lines = linesOf(folder + QStringLiteral("/cntlist.rev"));
    if (!lines)
        return false;
    constexpr std::array<quint32, 6> kClassOfNumber = {0, 0, 1, 2, 3, 2}; // 1 noun 2 verb 3 adj 4 adv 5 satellite
    for (const QByteArray &line : *lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        const qsizetype percent = fields.value(0).indexOf('%');
        if (fields.size() < 3 || percent < 0)
            continue;
        const int number = fields.at(0).mid(percent + 1, 1).toInt();
        if (number < 1 || number > 5)
            continue;
        const auto found = content.lemmaAt.constFind(lemmaKey(plainWord(fields.at(0).left(percent)), kClassOfNumber[static_cast<size_t>(number)]));
        if (found != content.lemmaAt.constEnd())
            content.lemmas[*found].frequency += fields.at(2).toUInt();
    }
    return true;
}

bool isHypernym(const Pointer &pointer) { return pointer.symbol == "@" || pointer.symbol == "@i"; }

/// Steps down from the roots, breadth first; the shortest way counts.
void computeDepths(Content &content)
{
    std::vector<std::vector<quint32>> below(content.synsets.size());
    std::deque<quint32> todo;
    for (quint32 id = 0; id < content.synsets.size(); ++id) {
        Synset &synset = content.synsets[id];
        bool isRoot = true;
        for (const Pointer &pointer : synset.pointers) {
            if (isHypernym(pointer)) {
                below[content.synsetAt.value(pointer.target)].push_back(id);
                isRoot = false;
            }
        }
        if (isRoot) {
            synset.depth = 0;
            todo.push_back(id);
        }
    }
    while (!todo.empty()) {
        const quint32 id = todo.front();
        todo.pop_front();
        for (const quint32 lower : below[id]) {
            if (!content.synsets[lower].depth) {
                content.synsets[lower].depth = *content.synsets[id].depth + 1;
                todo.push_back(lower);
            }
        }
    }
}

void linkLemmas(Content &content)
{
    for (const Synset &synset : content.synsets) {
        for (const Pointer &pointer : synset.pointers) {
            const bool isDerivation = pointer.symbol == "+" || pointer.symbol == "\\" || pointer.symbol == "<";
            if ((!isDerivation && pointer.symbol != "!") || pointer.sourceWord < 1 || pointer.targetWord < 1)
                continue;
            const Synset &other = content.synsets[content.synsetAt.value(pointer.target)];
            const QByteArray &from = synset.words.at(static_cast<size_t>(pointer.sourceWord - 1));
            const QByteArray &to = other.words.at(static_cast<size_t>(pointer.targetWord - 1));
            const auto source = content.lemmaAt.constFind(lemmaKey(from, synset.wordClass));
            const auto target = content.lemmaAt.constFind(lemmaKey(to, other.wordClass));
            if (source == content.lemmaAt.constEnd() || target == content.lemmaAt.constEnd())
                continue;
            std::vector<quint32> &links = isDerivation ? content.lemmas[*source].derivations : content.lemmas[*source].antonyms;
            if (std::find(links.begin(), links.end(), *target) == links.end())
                links.push_back(*target);
        }
    }
}

/// The output under construction.
struct Tables {
    std::vector<LemmaRecord> lemmas;
    std::vector<quint32> lemmaSlots;
    std::vector<SynsetRecord> synsets;
    std::vector<quint32> senses;
    std::vector<quint32> lemmaLinks;
    std::vector<quint32> synsetLinks;
    std::vector<quint32> synsetWords;
    std::vector<ExceptionRecord> exceptions;
    std::vector<quint32> exceptionSlots;
    QByteArray characters;
    QHash<QByteArray, quint32> characterPlaces;

    quint32 place(const QByteArray &text)
    {
        const auto found = characterPlaces.constFind(text);
        if (found != characterPlaces.constEnd())
            return *found;
        const auto at = static_cast<quint32>(characters.size());
        characters += text;
        characterPlaces.insert(text, at);
        return at;
    }
};

quint32 slotHash(const QByteArray &text, quint32 wordClass)
{
    return hashOf([&](qsizetype at) { return static_cast<quint8>(text.at(at)); }, text.size(), wordClass);
}

void insertSlot(std::vector<quint32> &table, quint32 hash, quint32 index)
{
    const auto mask = static_cast<quint32>(table.size() - 1);
    quint32 slot = hash & mask;
    while (table[slot] != 0)
        slot = (slot + 1) & mask;
    table[slot] = index + 1;
}

size_t slotCountFor(size_t records)
{
    size_t count = 16;
    while (count < records * 2)
        count *= 2;
    return count;
}

void addLemmas(const Content &content, Tables &tables)
{
    tables.lemmaSlots.assign(slotCountFor(content.lemmas.size()), 0);
    for (const Lemma &lemma : content.lemmas) {
        LemmaRecord record{};
        record.characters = tables.place(lemma.text);
        record.length = static_cast<quint16>(lemma.text.size());
        record.firstSense = static_cast<quint32>(tables.senses.size());
        record.senseCount = static_cast<quint16>(lemma.senses.size());
        record.firstLink = static_cast<quint32>(tables.lemmaLinks.size());
        record.derivationCount = static_cast<quint16>(lemma.derivations.size());
        record.antonymCount = static_cast<quint16>(lemma.antonyms.size());
        record.frequency = lemma.frequency;
        record.wordClass = lemma.wordClass;
        tables.senses.insert(tables.senses.end(), lemma.senses.begin(), lemma.senses.end());
        tables.lemmaLinks.insert(tables.lemmaLinks.end(), lemma.derivations.begin(), lemma.derivations.end());
        tables.lemmaLinks.insert(tables.lemmaLinks.end(), lemma.antonyms.begin(), lemma.antonyms.end());
        insertSlot(tables.lemmaSlots, slotHash(lemma.text, lemma.wordClass), static_cast<quint32>(tables.lemmas.size()));
        tables.lemmas.push_back(record);
    }
}

quint16 addLinks(const Content &content, const Synset &synset, const QList<QByteArray> &symbols, Tables &tables)
{
    quint16 count = 0;
    for (const Pointer &pointer : synset.pointers) {
        if (symbols.contains(pointer.symbol)) {
            tables.synsetLinks.push_back(content.synsetAt.value(pointer.target));
            ++count;
        }
    }
    return count;
}

void addSynsets(const Content &content, Tables &tables)
{
    for (const Synset &synset : content.synsets) {
        SynsetRecord record{};
        record.firstLink = static_cast<quint32>(tables.synsetLinks.size());
        record.hypernymCount = addLinks(content, synset, {"@", "@i"}, tables);
        record.similarCount = addLinks(content, synset, {"&"}, tables);
        record.verbGroupCount = addLinks(content, synset, {"$"}, tables);
        record.holonymCount = addLinks(content, synset, {"#m", "#p"}, tables);
        record.firstWord = static_cast<quint32>(tables.synsetWords.size());
        for (const QByteArray &word : synset.words) {
            const auto lemma = content.lemmaAt.constFind(lemmaKey(word, synset.wordClass));
            if (lemma != content.lemmaAt.constEnd()) {
                tables.synsetWords.push_back(*lemma);
                ++record.wordCount;
            }
        }
        record.wordClass = static_cast<quint8>(synset.wordClass);
        record.depth = static_cast<quint8>(std::min<quint32>(synset.depth.value_or(0), 255));
        record.isInstance = std::any_of(synset.pointers.begin(), synset.pointers.end(), [](const Pointer &pointer) { return pointer.symbol == "@i"; });
        record.topic = synset.topic;
        tables.synsets.push_back(record);
    }
}

void addExceptions(const Content &content, Tables &tables)
{
    tables.exceptionSlots.assign(slotCountFor(content.exceptions.size()), 0);
    for (const Exception &exception : content.exceptions) {
        ExceptionRecord record{};
        record.formCharacters = tables.place(exception.form);
        record.formLength = static_cast<quint16>(exception.form.size());
        record.baseCharacters = tables.place(exception.base);
        record.baseLength = static_cast<quint16>(exception.base.size());
        record.wordClass = exception.wordClass;
        insertSlot(tables.exceptionSlots, slotHash(exception.form, exception.wordClass), static_cast<quint32>(tables.exceptions.size()));
        tables.exceptions.push_back(record);
    }
}

template<typename Record>
void appendSection(QByteArray &bytes, Header &header, Section section, const std::vector<Record> &records)
{
    header.offset[section] = static_cast<quint32>(bytes.size());
    header.count[section] = static_cast<quint32>(records.size());
    bytes.append(reinterpret_cast<const char *>(records.data()), static_cast<qsizetype>(records.size() * sizeof(Record)));
}

QByteArray fileOf(const Tables &tables)
{
    Header header{};
    header.magic = kMagic;
    header.version = kVersion;
    QByteArray bytes(sizeof(Header), '\0');
    appendSection(bytes, header, Lemmas, tables.lemmas);
    appendSection(bytes, header, LemmaSlots, tables.lemmaSlots);
    appendSection(bytes, header, Synsets, tables.synsets);
    appendSection(bytes, header, Senses, tables.senses);
    appendSection(bytes, header, LemmaLinks, tables.lemmaLinks);
    appendSection(bytes, header, SynsetLinks, tables.synsetLinks);
    appendSection(bytes, header, SynsetWords, tables.synsetWords);
    appendSection(bytes, header, Exceptions, tables.exceptions);
    appendSection(bytes, header, ExceptionSlots, tables.exceptionSlots);
    header.offset[Characters] = static_cast<quint32>(bytes.size());
    header.count[Characters] = static_cast<quint32>(tables.characters.size());
    bytes += tables.characters;
    bytes.replace(0, sizeof(Header), QByteArray(reinterpret_cast<const char *>(&header), sizeof(Header)));
    return bytes;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fputs("usage: variorum-compile-lexicon WORDNET_DIR OUTPUT\n", stderr);
        return 2;
    }
    const QString folder = QFile::decodeName(argv[1]);
    Content content;
    for (quint32 wordClass = 0; wordClass < kClassNames.size(); ++wordClass) {
        if (!readClass(folder, wordClass, content))
            return 1;
    }
    if (!readFrequencies(folder, content))
        return 1;
    computeDepths(content);
    linkLemmas(content);
    Tables tables;
    addLemmas(content, tables);
    addSynsets(content, tables);
    addExceptions(content, tables);
    QSaveFile output(QFile::decodeName(argv[2]));
    const QByteArray bytes = fileOf(tables);
    if (!output.open(QIODevice::WriteOnly) || output.write(bytes) != bytes.size() || !output.commit()) {
        std::fprintf(stderr, "cannot write %s\n", argv[2]);
        return 1;
    }
    return 0;
}
