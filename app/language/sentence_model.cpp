#include "language/sentence_model.h"

#include <algorithm>
#include <cstring>

namespace variorum::language {

namespace {

size_t bestOf(const float *scores, size_t count, size_t without)
{
    size_t best = without == 0 ? 1 : 0;
    for (size_t at = best + 1; at < count; ++at)
        best = at != without && scores[at] > scores[best] ? at : best;
    return best;
}

void grow(auto &room, size_t size)
{
    if (room.size() < size)
        room.resize(size);
}

QStringList linesOf(std::span<const char> text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).split(u'\n'); }

} // namespace

void SentenceModel::embed(SentenceTraits words, std::span<const ContextFeatures::OfWord> contexts, Room &room) const
{
    const Kernels &kernel = kernels();
    const size_t width = m_shape.width;
    grow(room.vectors, words.size() * width);
    std::fill_n(room.vectors.begin(), words.size() * width, 0.0F);
    for (size_t at = 0; at < words.size(); ++at) {
        float *const vector = room.vectors.data() + at * width;
        for (size_t number = 0; number < words[at]->rowCount; ++number) {
            const size_t row = words[at]->rows[number];
            kernel.addRow(m_rows.data() + row * width, m_rowScales[row], width, vector);
        }
        for (size_t number = 0; number < contexts[at].count; ++number) {
            const float *const row = m_contexts.data() + contexts[at].numbers[number] * width;
            for (size_t column = 0; column < width; ++column)
                vector[column] += row[column];
        }
    }
}

void SentenceModel::apply(const LinearLayer &layer, const float *values, size_t stride, size_t count, bool rectify, Room &room, std::vector<float> &result) const
{
    const Kernels &kernel = kernels();
    grow(room.rows, count * layer.inputs);
    grow(room.scales, count);
    grow(result, count * layer.outputs);
    kernel.quantize(values, stride, layer.inputs, count, rectify, room.rows.data(), room.scales.data());
    kernel.multiply(layer, room.rows.data(), room.scales.data(), count, result.data());
}

void SentenceModel::encode(size_t count, std::span<const size_t> ends, Room &room) const
{
    const Kernels &kernel = kernels();
    const size_t width = m_shape.width;
    const size_t half = m_shape.half();
    const size_t gateStride = m_shape.gates();
    grow(room.next, count * width);
    grow(room.state, half);
    for (size_t layer = 0; layer < m_shape.layers; ++layer) {
        apply(m_layers[layer], room.vectors.data(), width, count, false, room, room.gates);
        size_t first = 0;
        for (const size_t end : ends) {
            for (const size_t direction : {size_t{0}, size_t{1}}) {
                const float *const gates = room.gates.data() + first * gateStride + direction * 3 * half;
                const size_t place = first * width + direction * half;
                kernel.recur(gates, gateStride, room.vectors.data() + place, width, half, end - first, direction == 1, room.state.data(), room.next.data() + place);
            }
            first = end;
        }
        room.vectors.swap(room.next);
    }
}

void SentenceModel::readTags(size_t count, Room &room, Reading &reading) const
{
    apply(m_tags, room.projected.data() + m_shape.tagAt(), m_shape.projection(), count, true, room, room.answers);
    for (size_t at = 0; at < count; ++at)
        reading.tags[at] = static_cast<quint8>(bestOf(room.answers.data() + at * m_tags.outputs, m_tagPairs.size(), m_tagPairs.size()));
}

/// One sentence, from its words' transformed vectors in room.answers.
void SentenceModel::readTree(size_t first, size_t end, Room &room, Reading &reading) const
{
    const size_t count = end - first;
    const size_t width = m_shape.arcWidth;
    const size_t stride = ModelShape::padded(count + 1);
    grow(room.arcHeads, width * stride);
    grow(room.arcs, count * stride);
    std::fill_n(room.arcHeads.begin(), width * stride, 0.0F);
    for (size_t feature = 0; feature < width; ++feature) {
        float *const row = room.arcHeads.data() + feature * stride;
        for (size_t head = 0; head < count; ++head)
            row[head] = std::max(0.0F, room.projected[(first + head) * m_shape.projection() + m_shape.arcHeadAt() + feature]);
        row[count] = m_rootArc[feature];
    }
    kernels().matchArcs(room.answers.data() + first * width, width, room.arcHeads.data(), stride, width, count, room.arcs.data());
    for (size_t word = 0; word < count; ++word) {
        for (size_t head = 0; head <= count; ++head)
            room.arcs[word * stride + head] += m_distances[ModelShape::distanceOf(word, head, count)];
    }
    room.trees.decode(std::span(room.arcs).first(count * stride), stride, std::span(reading.heads).subspan(first, count));
}

void SentenceModel::readArcs(size_t count, std::span<const size_t> ends, Room &room, Reading &reading) const
{
    apply(m_arcs, room.projected.data(), m_shape.projection(), count, true, room, room.answers);
    size_t first = 0;
    for (const size_t end : ends) {
        readTree(first, end, room, reading);
        first = end;
    }
}

void SentenceModel::readRelations(size_t count, std::span<const size_t> ends, Room &room, Reading &reading) const
{
    const size_t width = m_shape.relationWidth;
    grow(room.next, count * width);
    size_t first = 0;
    for (const size_t end : ends) {
        for (size_t at = first; at < end; ++at) {
            const float *const dependent = room.projected.data() + at * m_shape.projection() + m_shape.relationAt();
            const float *const head = reading.heads[at] < 0
                ? m_rootRelation.data()
                : room.projected.data() + (first + static_cast<size_t>(reading.heads[at])) * m_shape.projection() + m_shape.relationHeadAt();
            for (size_t column = 0; column < width; ++column)
                room.next[at * width + column] = dependent[column] + head[column];
        }
        first = end;
    }
    apply(m_relations, room.next.data(), width, count, true, room, room.answers);
    for (size_t at = 0; at < count; ++at) {
        const size_t best = reading.heads[at] < 0 ? m_rootLabel : bestOf(room.answers.data() + at * m_relations.outputs, m_relationLabels.size(), m_rootLabel);
        reading.relations[at] = m_relationLabels[best];
    }
}

void SentenceModel::readNames(size_t count, std::span<const size_t> ends, Room &room, Reading &reading) const
{
    apply(m_names, room.projected.data() + m_shape.nameAt(), m_shape.projection(), count, true, room, room.answers);
    grow(room.nameScores, count);
    for (size_t at = 0; at < count; ++at)
        std::copy_n(room.answers.data() + at * m_names.outputs, NameLabels::kCount, room.nameScores[at].begin());
    size_t first = 0;
    for (const size_t end : ends) {
        NameLabels::decode(std::span(room.nameScores).subspan(first, end - first), m_transitions, room.names, std::span(reading.names).subspan(first, end - first));
        first = end;
    }
}

void SentenceModel::read(SentenceTraits words, std::span<const ContextFeatures::OfWord> contexts, std::span<const size_t> ends, Room &room, Reading &reading) const
{
    const size_t count = words.size();
    reading.tags.resize(count);
    reading.heads.resize(count);
    reading.relations.resize(count);
    reading.names.resize(count);
    embed(words, contexts, room);
    encode(count, ends, room);
    apply(m_projection, room.vectors.data(), m_shape.width, count, false, room, room.projected);
    readTags(count, room, reading);
    readArcs(count, ends, room, reading);
    readRelations(count, ends, room, reading);
    readNames(count, ends, room, reading);
}

bool SentenceModel::layerFrom(const ModelFile &file, const QByteArray &name, size_t inputs, size_t outputs, LinearLayer &layer) const
{
    const auto weights = file.numbers<std::int8_t>((name + 'W').constData());
    const auto scales = file.numbers<float>((name + 'S').constData());
    const auto bias = file.numbers<float>((name + 'B').constData());
    const auto corrections = file.numbers<std::int32_t>((name + 'C').constData());
    layer = {inputs, outputs, weights.data(), corrections.data(), scales.data(), bias.data()};
    return corrections.size() == outputs && weights.size() == inputs * outputs && scales.size() == outputs && bias.size() == outputs;
}

bool SentenceModel::takeLabels(const ModelFile &file)
{
    for (const QString &line : linesOf(file.bytes("tags"))) {
        const auto pair = pairFromLabel(line);
        if (!pair)
            return false;
        m_tagPairs.push_back(*pair);
    }
    for (const QString &line : linesOf(file.bytes("rels"))) {
        const auto relation = model::deprelFromString(line);
        if (!relation)
            return false;
        m_relationLabels.push_back(*relation);
    }
    const auto root = std::find(m_relationLabels.begin(), m_relationLabels.end(), model::Deprel::Root);
    m_rootLabel = static_cast<size_t>(root - m_relationLabels.begin());
    return root != m_relationLabels.end() && m_relationLabels.size() > 1 && m_tagPairs.size() < 256;
}

std::optional<SentenceModel> SentenceModel::from(const ModelFile &file)
{
    SentenceModel made;
    const auto config = file.numbers<quint32>("config");
    if (config.size() != sizeof(ModelShape) / sizeof(quint32))
        return std::nullopt;
    std::memcpy(static_cast<void *>(&made.m_shape), config.data(), sizeof(ModelShape));
    const ModelShape &shape = made.m_shape;
    constexpr quint32 kWidest = 512;
    const auto fits = [](quint32 width) { return width > 0 && width <= kWidest && width % 32 == 0; };
    if (shape.version != ModelShape().version || shape.layers > ModelShape::kMaxLayers || !fits(shape.width) || shape.arcWidth % 16 != 0
        || shape.relationWidth % 16 != 0 || shape.tagWidth % 16 != 0 || shape.nameWidth % 16 != 0 || shape.projection() > 4 * kWidest)
        return std::nullopt;
    made.m_rowScales = file.numbers<float>("rowscale");
    made.m_rows = file.numbers<std::int8_t>("rows");
    made.m_contexts = file.numbers<float>("context");
    made.m_rootArc = file.numbers<float>("rootarc");
    made.m_rootRelation = file.numbers<float>("rootrel");
    made.m_distances = file.numbers<float>("distance");
    const auto transitions = file.numbers<float>("crf");
    const auto features = FeatureTable::from(file, made.m_rowScales.size());
    const auto gazetteer = Gazetteer::from(file);
    bool whole = features && gazetteer && made.takeLabels(file) && made.m_rows.size() == made.m_rowScales.size() * shape.width
        && made.m_contexts.size() == size_t{ContextFeatures::Count} * shape.width && made.m_rootArc.size() == shape.arcWidth
        && made.m_rootRelation.size() == shape.relationWidth && made.m_distances.size() == ModelShape::kDistances
        && transitions.size() == (NameLabels::kCount + 1) * NameLabels::kCount;
    for (size_t layer = 0; layer < shape.layers; ++layer)
        whole = whole && made.layerFrom(file, "gate" + QByteArray::number(layer), shape.width, shape.gates(), made.m_layers[layer]);
    whole = whole && made.layerFrom(file, "proj", shape.width, shape.projection(), made.m_projection)
        && made.layerFrom(file, "tag", shape.tagWidth, ModelShape::padded(made.m_tagPairs.size()), made.m_tags)
        && made.layerFrom(file, "arc", shape.arcWidth, shape.arcWidth, made.m_arcs)
        && made.layerFrom(file, "rel", shape.relationWidth, ModelShape::padded(made.m_relationLabels.size()), made.m_relations)
        && made.layerFrom(file, "name", shape.nameWidth, ModelShape::padded(NameLabels::kCount), made.m_names);
    if (!whole)
        return std::nullopt;
    made.m_features = *features;
    made.m_gazetteer = *gazetteer;
    std::memcpy(made.m_transitions.data(), transitions.data(), sizeof made.m_transitions);
    return made;
}

} // namespace variorum::language
