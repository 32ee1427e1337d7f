#include "language/tagger.h"

#include <algorithm>
#include <array>

namespace variorum::language {

namespace {

/// Stands for what lies outside the sentence.
const WordTraits &outside()
{
    static const WordTraits kOutside = [] {
        WordTraits traits;
        traits.form = traits.lower = traits.shape = 0xed6e;
        traits.suffix.fill(0xed6e);
        traits.prefix.fill(0xed6e);
        return traits;
    }();
    return kOutside;
}

} // namespace

bool Tagger::isTitleCase(SentenceTraits sentence)
{
    size_t words = 0;
    size_t capitals = 0;
    for (const WordTraits *const word : sentence) {
        words += word->isPunctuation ? 0U : 1U;
        capitals += word->isCapital ? 1U : 0U;
    }
    return words >= 4 && capitals * 3 >= words * 2;
}

void Tagger::addFeatures(SentenceTraits sentence, size_t at, bool titleCase, int before, int beforeThat, FeatureList &features)
{
    const auto word = [&](qsizetype place) -> const WordTraits & {
        return place < 0 || place >= static_cast<qsizetype>(sentence.size()) ? outside() : *sentence[static_cast<size_t>(place)];
    };
    const auto here = static_cast<qsizetype>(at);
    const WordTraits &w = word(here);
    const WordTraits &left = word(here - 1);
    const WordTraits &right = word(here + 1);
    const WordTraits &left2 = word(here - 2);
    const WordTraits &right2 = word(here + 2);
    const quint64 caseHint = (w.isCapital ? 1U : 0U) | (titleCase ? 2U : 0U) | (at == 0 ? 4U : 0U) | (w.isAllCapitals ? 8U : 0U);
    features.clear();
    features.add(0, 1);
    features.add(1, w.lower);
    features.add(2, w.form, titleCase);
    features.add(3, left.lower);
    features.add(4, right.lower);
    features.add(5, left2.lower);
    features.add(6, right2.lower);
    features.add(7, before);
    features.add(8, before, beforeThat);
    features.add(9, before, w.lower);
    features.add(10, before, right.lower);
    for (size_t length = 0; length < w.suffix.size(); ++length)
        features.add(11 + length, w.suffix[length], length < 3 ? caseHint & 1 : 0);
    for (size_t length = 0; length < w.prefix.size(); ++length)
        features.add(16 + length, w.prefix[length]);
    features.add(19, w.shape, caseHint);
    features.add(20, w.shape, left.shape);
    features.add(21, w.shape, right.shape);
    features.add(22, left.lower, w.lower);
    features.add(23, w.lower, right.lower);
    features.add(24, w.lower, right.suffix[2]);
    features.add(25, right.suffix[2]);
    features.add(26, left.suffix[2]);
    features.add(27, w.lexiconClasses, caseHint);
    features.add(28, w.lexiconClasses, before);
    features.add(29, right.lexiconClasses, right.isCapital, w.lexiconClasses);
    features.add(30, w.suffix[2], before);
    features.add(31, w.suffix[1], before, beforeThat);
    features.add(32, w.lexiconClasses, w.suffix[1], right.suffix[1]);
    features.add(33, w.nameKinds, caseHint);
    features.add(34, left.lower, right.lower);
    features.add(35, before, w.lower, right.suffix[1]);
    features.add(36, w.lower, right.lower, right2.lower);
    features.add(37, left2.lower, left.lower, w.lower);
    features.add(38, right.lexiconClasses, right2.lexiconClasses, before);
    features.add(39, w.lower, right.lexiconClasses, right2.lexiconClasses);
}

void Tagger::tag(SentenceTraits sentence, std::span<quint8> tags) const
{
    FeatureList features;
    std::array<qint32, 256> scores;
    const std::span<qint32> used(scores.data(), m_pairs.size());
    const bool titleCase = isTitleCase(sentence);
    int before = kNoTag;
    int beforeThat = kNoTag;
    for (size_t at = 0; at < sentence.size(); ++at) {
        addFeatures(sentence, at, titleCase, before, beforeThat, features);
        std::fill(used.begin(), used.end(), 0);
        m_model.addScores(features.all(), used);
        tags[at] = static_cast<quint8>(std::max_element(used.begin(), used.end()) - used.begin());
        beforeThat = before;
        before = tags[at];
    }
}

QString Tagger::labelOf(const TagPair &pair) { return toString(pair.upos) + u' ' + toString(pair.xpos); }

std::optional<TagPair> Tagger::pairFromLabel(QStringView label)
{
    const qsizetype blank = label.indexOf(u' ');
    if (blank < 0)
        return std::nullopt;
    const auto upos = model::uposFromString(label.first(blank));
    const auto xpos = model::xposFromString(label.sliced(blank + 1));
    return upos && xpos ? std::optional(TagPair{*upos, *xpos}) : std::nullopt;
}

std::optional<Tagger> Tagger::from(const ModelFile &file)
{
    const auto model = LinearModel::from(file, "tag");
    if (!model || model->classCount() >= kNoTag)
        return std::nullopt;
    Tagger tagger(*model);
    for (const QString &label : model->labels()) {
        const auto pair = pairFromLabel(label);
        if (!pair)
            return std::nullopt;
        tagger.m_pairs.push_back(*pair);
    }
    return tagger;
}

} // namespace variorum::language
