// Labels are BILOU: "Kim Jong Un met Putin in North Korea" is
//   B-PER I-PER L-PER O U-PER O B-LOC L-LOC
// Besides a word and its surroundings, the model sees what the whole text tells of the word (Chieu and Ng 2003): a bare
// "Peskov" is known by "Kremlin spokesman Dmitry Peskov" three paragraphs up.

#include "language/name_finder.h"

#include <algorithm>
#include <limits>

namespace variorum::language {

namespace {

constexpr int kBegin = 0;
constexpr int kInside = 1;
constexpr int kLast = 2;
constexpr int kUnit = 3;

int partOf(int label) { return (label - 1) % 4; }
int kindOf(int label) { return (label - 1) / 4; }

/// May `label` follow `before` (-1: sentence start)?
constexpr bool canFollow(int before, int label)
{
    const bool open = before > 0 && ((before - 1) % 4 == kBegin || (before - 1) % 4 == kInside);
    const bool continues = label > 0 && ((label - 1) % 4 == kInside || (label - 1) % 4 == kLast);
    if (!open)
        return !continues;
    return continues && (before - 1) / 4 == (label - 1) / 4;
}

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
        if (bits != 0) {
            quint16 &known = m_hints[word.lower];
            known = static_cast<quint16>(known | bits);
        }
    }
}

quint16 DocumentHints::of(const WordTraits &word) const
{
    const auto found = m_hints.find(word.lower);
    return found == m_hints.end() ? quint16{0} : found->second;
}

void NameFinder::addTransitionFeature(int before, FeatureList &features)
{
    features.clear();
    features.add(99, before + 1);
}

void NameFinder::addFeatures(SentenceTraits words, std::span<const quint8> tags, std::span<const TagPair> pairs, const DocumentHints &hints, size_t at,
                             bool titleCase, FeatureList &features)
{
    static const WordTraits kOutside;
    const auto word = [&](int offset) -> const WordTraits & {
        const auto place = static_cast<qsizetype>(at) + offset;
        return place < 0 || place >= static_cast<qsizetype>(words.size()) ? kOutside : *words[static_cast<size_t>(place)];
    };
    const auto tag = [&](int offset) -> quint64 {
        const auto place = static_cast<qsizetype>(at) + offset;
        return place < 0 || place >= static_cast<qsizetype>(words.size()) ? 99 : static_cast<quint64>(pairs[tags[static_cast<size_t>(place)]].xpos);
    };
    const WordTraits &w = word(0);
    const WordTraits &left = word(-1);
    const WordTraits &right = word(1);
    const quint64 caseHint = (w.isCapital ? 1U : 0U) | (titleCase ? 2U : 0U) | (at == 0 ? 4U : 0U) | (w.isAllCapitals ? 8U : 0U);
    const quint16 hint = w.isCapital ? hints.of(w) : quint16{0};
    const quint16 leftHint = left.isCapital ? hints.of(left) : quint16{0};
    const quint16 rightHint = right.isCapital ? hints.of(right) : quint16{0};
    const auto nameLike = [](const WordTraits &one) { return (one.isCapital ? 8U : 0U) | one.nameKinds; };

    features.clear();
    features.add(0, 1);
    features.add(1, w.lower);
    features.add(2, w.lower, caseHint);
    features.add(3, w.form);
    features.add(4, left.lower);
    features.add(5, right.lower);
    features.add(6, word(-2).lower);
    features.add(7, word(2).lower);
    features.add(8, left.lower, w.lower);
    features.add(9, w.lower, right.lower);
    features.add(10, left.lower, right.lower, w.isCapital);
    features.add(11, w.shape, caseHint);
    features.add(12, left.shape, w.shape, right.shape);
    features.add(13, w.shape, right.shape, word(2).shape);
    features.add(14, word(-2).shape, left.shape, w.shape);
    for (size_t length = 1; length < w.suffix.size(); ++length)
        features.add(14 + length, w.suffix[length], w.isCapital);
    features.add(19, w.prefix[1], w.isCapital);
    features.add(20, w.prefix[2], w.isCapital);
    features.add(21, tag(0), caseHint);
    features.add(22, tag(-1), tag(0), tag(1));
    features.add(23, tag(0), tag(1), w.isCapital);
    features.add(24, tag(-1), tag(0), w.isCapital);
    features.add(25, w.nameKinds, caseHint);
    features.add(26, nameLike(left), nameLike(w), nameLike(right));
    features.add(27, w.nameKinds, left.lower);
    features.add(28, w.nameKinds, right.lower);
    features.add(29, w.lexiconClasses, caseHint);
    features.add(30, w.lexiconClasses, w.nameKinds, tag(0), caseHint);
    features.add(31, titles().has(left.lower), caseHint);
    features.add(32, titles().has(w.lower), caseHint, right.isCapital);
    features.add(33, speaking().has(right.lower), caseHint);
    features.add(34, placing().has(left.lower), caseHint, w.nameKinds);
    features.add(35, bodies().has(right.lower), caseHint, right.isCapital);
    features.add(36, bodies().has(w.lower), caseHint, left.isCapital);
    features.add(37, bodies().has(word(2).lower), right.isCapital, w.isCapital);
    for (int bit = 0; bit < 9; ++bit) {
        if (hint & (1 << bit))
            features.add(40 + static_cast<quint64>(bit), caseHint);
    }
    features.add(50, hint, caseHint);
    features.add(51, hint, leftHint, rightHint);
    features.add(52, left.lower, w.shape);
    features.add(53, right.lower, w.shape);
    features.add(54, left.isCapital, left.lower, w.isCapital);
    features.add(55, right.isCapital, right.lower, w.isCapital);
    features.add(56, word(-2).lower, left.lower, w.isCapital);
    features.add(57, right.lower, word(2).lower, w.isCapital);
    features.add(58, left.suffix[2], w.isCapital, left.isCapital);
    features.add(59, right.suffix[2], w.isCapital, right.isCapital);
    features.add(60, left.nameKinds, w.shape);
    features.add(61, right.nameKinds, w.shape);
}

void NameFinder::decode(std::span<const Labels> scores, const Transitions &transitions, std::vector<quint8> &labels)
{
    constexpr qint32 kImpossible = std::numeric_limits<qint32>::min() / 4;
    const size_t count = scores.size();
    std::vector<Labels> best(count);
    std::vector<std::array<qint8, kLabelCount>> from(count);
    for (size_t at = 0; at < count; ++at) {
        for (int label = 0; label < kLabelCount; ++label) {
            qint32 top = kImpossible;
            qint8 origin = -1;
            for (int before = at == 0 ? -1 : 0; before < (at == 0 ? 0 : kLabelCount); ++before) {
                if (!canFollow(before, label))
                    continue;
                const qint32 score = (at == 0 ? 0 : best[at - 1][static_cast<size_t>(before)]) + transitions[static_cast<size_t>(before + 1)][static_cast<size_t>(label)];
                if (score > top) {
                    top = score;
                    origin = static_cast<qint8>(before);
                }
            }
            best[at][static_cast<size_t>(label)] = top <= kImpossible ? kImpossible : top + scores[at][static_cast<size_t>(label)];
            from[at][static_cast<size_t>(label)] = origin;
        }
    }
    labels.assign(count, 0);
    int label = -1;
    for (int last = 0; last < kLabelCount && count > 0; ++last) { // a name must not be left open
        const bool open = last > 0 && (partOf(last) == kBegin || partOf(last) == kInside);
        if (!open && (label < 0 || best[count - 1][static_cast<size_t>(last)] > best[count - 1][static_cast<size_t>(label)]))
            label = last;
    }
    for (size_t at = count; at-- > 0;) {
        labels[at] = static_cast<quint8>(std::max(label, 0));
        label = from[at][static_cast<size_t>(std::max(label, 0))];
    }
}

void NameFinder::namesOf(std::span<const quint8> labels, std::vector<Found> &names)
{
    int first = 0;
    for (size_t at = 0; at < labels.size(); ++at) {
        const int label = labels[at];
        if (label == 0)
            continue;
        if (partOf(label) == kBegin || partOf(label) == kUnit)
            first = static_cast<int>(at);
        if (partOf(label) == kLast || partOf(label) == kUnit)
            names.push_back({kindOf(label), first, static_cast<int>(at) + 1});
    }
}

void NameFinder::find(SentenceTraits words, std::span<const quint8> tags, std::span<const TagPair> pairs, const DocumentHints &hints, std::vector<Found> &names) const
{
    const bool titleCase = Tagger::isTitleCase(words);
    FeatureList features;
    std::vector<Labels> scores(words.size());
    for (size_t at = 0; at < words.size(); ++at) {
        addFeatures(words, tags, pairs, hints, at, titleCase, features);
        scores[at].fill(0);
        m_model.addScores(features.all(), scores[at]);
    }
    std::vector<quint8> labels;
    decode(scores, m_transitions, labels);
    namesOf(labels, names);
}

std::optional<NameFinder> NameFinder::from(const ModelFile &file)
{
    const auto model = LinearModel::from(file, "name");
    if (!model || model->classCount() != kLabelCount)
        return std::nullopt;
    NameFinder finder(*model);
    FeatureList features;
    for (int before = -1; before < kLabelCount; ++before) {
        addTransitionFeature(before, features);
        model->addScores(features.all(), finder.m_transitions[static_cast<size_t>(before + 1)]);
    }
    return finder;
}

} // namespace variorum::language
