#include "language/language_pack.h"

#include "language/lemmatizer.h"
#include "language/name_agreement.h"
#include "language/name_rules.h"
#include "language/sentence_model.h"
#include "language/sentence_splitter.h"
#include "language/tokenizer.h"
#include "language/word_traits.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace variorum::language {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::TextSpan;
using model::AnnotatedText;
using model::Token;

struct LanguagePack::Parts {
    std::unique_ptr<const Lexicon> lexicon;
    std::unique_ptr<const WordLists> wordLists;
    std::vector<std::unique_ptr<const ModelFile>> files; // the models are views into these
    std::optional<Tokenizer> tokenizer;
    std::optional<Lemmatizer> lemmatizer;
    std::optional<SentenceModel> sentenceModel;
    std::optional<BoundaryModel> boundaryModel;
    std::optional<WordVectors> wordVectors;
    NameWords nameWords;
};

namespace {

/// Strings of one text, each kept once.
class Pool {
public:
    explicit Pool(QString &text) : m_text(text), m_slots(256, 0) {}

    TextSpan add(QStringView string)
    {
        if (string.isEmpty())
            return {};
        const size_t hash = qHash(string);
        size_t slot = hash & (m_slots.size() - 1);
        for (; m_slots[slot] != 0; slot = (slot + 1) & (m_slots.size() - 1)) {
            const Entry &known = m_entries[m_slots[slot] - 1];
            if (known.hash == hash && QStringView(m_text).sliced(known.span.begin, known.span.length()) == string)
                return known.span;
        }
        const TextSpan span{m_text.size(), m_text.size() + string.size()};
        m_text.append(string);
        m_entries.push_back({span, hash});
        m_slots[slot] = static_cast<quint32>(m_entries.size());
        if (m_entries.size() * 2 > m_slots.size())
            grow();
        return span;
    }

private:
    struct Entry {
        TextSpan span;
        size_t hash = 0;
    };

    void grow()
    {
        m_slots.assign(m_slots.size() * 2, 0);
        for (size_t number = 0; number < m_entries.size(); ++number) {
            size_t slot = m_entries[number].hash & (m_slots.size() - 1);
            while (m_slots[slot] != 0)
                slot = (slot + 1) & (m_slots.size() - 1);
            m_slots[slot] = static_cast<quint32>(number + 1);
        }
    }

    QString &m_text;
    std::vector<quint32> m_slots; // open addressing: number and one, 0 is free
    std::vector<Entry> m_entries;
};

/// Typographic quotes show their side themselves; the model sees them as plain ones.
TagPair tagsOfQuote(QStringView form, TagPair pair)
{
    if (form.size() != 1)
        return pair;
    switch (form.front().unicode()) {
    case u'\u201c':
    case u'\u201e':
    case u'\u00ab': return {model::Upos::Punct, model::Xpos::OpenQuote};
    case u'\u201d':
    case u'\u00bb': return {model::Upos::Punct, model::Xpos::CloseQuote};
    case u'\u2018': return pair.upos == model::Upos::Punct ? TagPair{model::Upos::Punct, model::Xpos::OpenQuote} : pair;
    case u'\u2019': return pair.upos == model::Upos::Punct ? TagPair{model::Upos::Punct, model::Xpos::CloseQuote} : pair;
    default: return pair;
    }
}

/// The work on one text, some sentences at a time, with scratch room that is used again.
class Annotator {
public:
    Annotator(const Lexicon &lexicon, const SentenceModel &model, const Lemmatizer &lemmatizer, const NameWords &nameWords, const QString &text)
        : m_rules(lexicon, model.gazetteer(), nameWords), m_model(model), m_lemmatizer(lemmatizer), m_traits(lexicon, model.gazetteer(), &model.features()), m_pool(m_result.pool)
    {
        m_result.text = text;
    }

    AnnotatedText run(const Segmentation &segmentation, const std::stop_token &stop)
    {
        collectWords(segmentation);
        size_t first = 0;
        m_ends.clear();
        for (const int sentenceEnd : segmentation.sentenceEnds) {
            if (stop.stop_requested())
                return std::move(m_result);
            const auto end = static_cast<size_t>(sentenceEnd);
            m_ends.push_back(end - first);
            if (end - first >= kWordsAtOnce || end == m_words.size()) {
                annotateSentences(segmentation, first, end);
                first = end;
                m_ends.clear();
            }
        }
        agreeOnNames();
        return std::move(m_result);
    }

private:
    static constexpr size_t kWordsAtOnce = 128;

    void collectWords(const Segmentation &segmentation)
    {
        m_words.reserve(segmentation.words.size());
        for (const TextSpan &word : segmentation.words)
            m_words.push_back(&m_traits.of(QStringView(m_result.text).sliced(word.begin, word.length())));
        collectHints(segmentation);
        m_result.tokens.reserve(segmentation.words.size());
        m_result.sentences.reserve(segmentation.sentenceEnds.size());
        m_morphology.resize(m_traits.size());
    }

    /// An article's sentences share their hints; of a text too long to be one article, each part takes its own and those
    /// of the parts on either side.
    void collectHints(const Segmentation &segmentation)
    {
        constexpr size_t kLongestArticle = 120;
        const size_t count = segmentation.sentenceEnds.size();
        m_sentencesOfPart = count <= kLongestArticle ? kLongestArticle : 40;
        m_hints.resize(count / m_sentencesOfPart + 1);
        size_t first = 0;
        for (size_t number = 0; number < count; ++number) {
            const auto end = static_cast<size_t>(segmentation.sentenceEnds[number]);
            const SentenceTraits sentence(m_words.data() + first, end - first);
            const bool titleCase = isTitleCase(sentence);
            const size_t part = number / m_sentencesOfPart;
            for (size_t near = part > 0 ? part - 1 : 0; near <= part + 1 && near < m_hints.size(); ++near)
                m_hints[near].add(sentence, titleCase);
            first = end;
        }
    }

    /// The sentences of the words [first, end), which m_ends parts.
    void annotateSentences(const Segmentation &segmentation, size_t first, size_t end)
    {
        const SentenceTraits words(m_words.data() + first, end - first);
        m_contexts.resize(words.size());
        size_t begin = 0;
        size_t number = m_result.sentences.size();
        for (const size_t sentenceEnd : m_ends) {
            ContextFeatures::collect(words.subspan(begin, sentenceEnd - begin), m_hints[number++ / m_sentencesOfPart], m_model.gazetteer(),
                                     std::span(m_contexts).subspan(begin, sentenceEnd - begin));
            begin = sentenceEnd;
        }
        m_model.read(words, m_contexts, m_ends, m_room, m_reading);
        begin = 0;
        for (const size_t sentenceEnd : m_ends) {
            for (size_t at = begin; at < sentenceEnd; ++at)
                addToken(segmentation, first, at, begin);
            m_result.sentences.push_back({{segmentation.words[first + begin].begin, segmentation.words[first + sentenceEnd - 1].end},
                                          static_cast<int>(first + begin), static_cast<int>(first + sentenceEnd)});
            begin = sentenceEnd;
        }
        m_found.clear();
        NameLabels::namesOf(m_reading.names, m_found);
        for (const NameLabels::Found &name : m_found)
            m_rules.add({words, m_reading.relations, first}, name, m_result);
    }

    /// The word `first + at`, whose sentence begins at `first + begin`.
    void addToken(const Segmentation &segmentation, size_t first, size_t at, size_t begin)
    {
        const size_t index = first + at;
        const quint8 tag = m_reading.tags[at];
        Token token;
        token.span = segmentation.words[index];
        const QStringView form = m_result.form(token);
        const TagPair pair = tagsOfQuote(form, m_model.tagPairs()[tag]);
        token.upos = pair.upos;
        token.xpos = pair.xpos;
        token.deprel = m_reading.relations[at];
        if (m_reading.heads[at] >= 0)
            token.head = static_cast<int>(first + begin) + m_reading.heads[at];
        token.spaceAfter = index + 1 >= segmentation.words.size() || segmentation.words[index + 1].begin > token.span.end;
        const Morphology &morphology = morphologyOf(*m_words[index], tag, form, pair);
        token.lemma = morphology.lemma;
        token.features = morphology.features;
        m_result.tokens.push_back(token);
    }

    /// Within each part of the text that shares its hints.
    void agreeOnNames()
    {
        std::vector<model::NameSpan> all;
        all.swap(m_result.names);
        auto name = all.cbegin();
        for (size_t begin = 0; begin < m_result.sentences.size(); begin += m_sentencesOfPart) {
            const size_t end = std::min(begin + m_sentencesOfPart, m_result.sentences.size());
            const int firstWord = m_result.sentences[begin].firstToken;
            const int endWord = m_result.sentences[end - 1].endToken;
            const auto behind = std::find_if(name, all.cend(), [&](const model::NameSpan &other) { return other.firstToken >= endWord; });
            std::vector<model::NameSpan> names(name, behind);
            m_rules.addKnown(m_words, static_cast<size_t>(firstWord), static_cast<size_t>(endWord), m_result, names);
            makeNamesAgree(m_words, static_cast<size_t>(firstWord), static_cast<size_t>(endWord), m_model.gazetteer(), names);
            m_result.names.insert(m_result.names.end(), names.begin(), names.end());
            name = behind;
        }
    }

    struct Morphology {
        int tag = -1;
        TextSpan lemma;
        TextSpan features;
    };

    /// A spelling mostly has one tag throughout a text; its others are kept aside.
    const Morphology &morphologyOf(const WordTraits &word, quint8 tag, QStringView form, const TagPair &pair)
    {
        Morphology *known = &m_morphology[word.number];
        if (known->tag >= 0 && known->tag != tag)
            known = &m_otherMorphology[quint64{word.number} * 256 + tag];
        if (known->tag < 0)
            *known = {tag, m_pool.add(m_lemmatizer.lemma(form, pair)), m_pool.add(m_lemmatizer.features(form, pair))};
        return *known;
    }

    AnnotatedText m_result;
    const NameRules m_rules;
    const SentenceModel &m_model;
    const Lemmatizer &m_lemmatizer;
    TraitsCache m_traits;
    Pool m_pool;
    std::vector<DocumentHints> m_hints; // of the parts of the text
    size_t m_sentencesOfPart = 1;
    std::vector<const WordTraits *> m_words;
    std::vector<Morphology> m_morphology; // by spelling
    std::unordered_map<quint64, Morphology> m_otherMorphology;
    std::vector<size_t> m_ends; // of the sentences that are read together
    std::vector<ContextFeatures::OfWord> m_contexts;
    std::vector<NameLabels::Found> m_found;
    SentenceModel::Room m_room;
    SentenceModel::Reading m_reading;
};

} // namespace

LanguagePack::LanguagePack(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

LanguagePack::~LanguagePack() = default;

Result<std::unique_ptr<const LanguagePack>> LanguagePack::load(const QString &resourceDir, const QString &language)
{
    auto parts = std::make_unique<Parts>();
    auto lexicon = Lexicon::open(resourceDir + QStringLiteral("/wordnet.lexicon"));
    if (!lexicon)
        return lexicon.error();
    parts->lexicon = std::move(lexicon).value();
    auto lists = WordLists::load(resourceDir + QStringLiteral("/lexicon"));
    if (!lists)
        return lists.error();
    parts->wordLists = std::move(lists).value();
    parts->tokenizer.emplace(*parts->wordLists);
    parts->nameWords = nameWordsOf(*parts->wordLists);

    const QString folder = resourceDir + QStringLiteral("/models/") + language + u'/';
    const auto open = [&](const char *name, auto &target, auto make) -> Result<void> {
        const QString path = folder + QLatin1String(name) + QStringLiteral(".model");
        auto file = ModelFile::open(path);
        if (!file)
            return file.error();
        parts->files.push_back(std::move(file).value());
        target = make(*parts->files.back());
        return target ? Result<void>() : Result<void>(Error{ErrorCode::ResourceDamaged, path, {}});
    };
    const std::array loaded = {
        open("words", parts->lemmatizer, [&](const ModelFile &file) { return Lemmatizer::from(file, *parts->lexicon); }),
        open("sentences", parts->sentenceModel, [](const ModelFile &file) { return SentenceModel::from(file); }),
        open("vectors", parts->wordVectors, [](const ModelFile &file) { return WordVectors::from(file); }),
    };
    for (const Result<void> &result : loaded) {
        if (!result)
            return result.error();
    }
    parts->boundaryModel = BoundaryModel::from(*parts->files.front(), parts->sentenceModel->gazetteer());
    if (!parts->boundaryModel)
        return Error{ErrorCode::ResourceDamaged, parts->files.front()->path(), {}};
    return std::unique_ptr<const LanguagePack>(new LanguagePack(std::move(parts)));
}

AnnotatedText LanguagePack::annotate(const QString &text, const AnnotateOptions &options, std::stop_token stop) const
{
    const Segmentation segmentation = segment(text, *m_parts->tokenizer, {options.isTitle, options.plain, options.blocks}, &*m_parts->boundaryModel);
    return Annotator(*m_parts->lexicon, *m_parts->sentenceModel, *m_parts->lemmatizer, m_parts->nameWords, text).run(segmentation, stop);
}

const Lexicon &LanguagePack::lexicon() const { return *m_parts->lexicon; }

const WordLists &LanguagePack::wordLists() const { return *m_parts->wordLists; }

const WordVectors &LanguagePack::wordVectors() const { return *m_parts->wordVectors; }

} // namespace variorum::language
