// Greedy arc-hybrid parsing. "Kim left ." with the root R at the buffer's end:
//
//   stack        buffer         action
//   -            Kim left . R   Shift
//   Kim          left . R       Left(nsubj)      Kim <- left
//   -            left . R       Shift
//   left         . R            Shift
//   left .       R              Right(punct)     left -> .
//   left         R              Left(root)       left <- R
//
// The features are those of Zhang and Nivre (2011), with both tag sets.

#include "language/parser.h"

#include <algorithm>
#include <array>

namespace variorum::language {

void ParserState::reset(SentenceTraits words, std::span<const quint8> tags, std::span<const TagPair> pairs)
{
    m_words = words;
    m_nodes.assign(words.size() + 1, Node());
    for (size_t word = 0; word < words.size(); ++word) {
        m_nodes[word].tag = tags[word];
        m_nodes[word].upos = static_cast<quint8>(pairs[tags[word]].upos);
    }
    m_nodes.back().tag = 254;
    m_nodes.back().upos = 254;
    m_stack.clear();
    m_next = 0;
}

void ParserState::attach(int dependent, int head, quint8 label)
{
    Node &child = m_nodes[static_cast<size_t>(dependent)];
    Node &parent = m_nodes[static_cast<size_t>(head)];
    child.head = head;
    child.label = label;
    if (dependent < head) { // nearer ones come first, so each new one is the leftmost
        parent.left2 = parent.left1;
        parent.left1 = dependent;
        parent.leftLabels |= quint64{1} << label;
        parent.leftCount = static_cast<quint8>(std::min(parent.leftCount + 1, 7));
    } else {
        parent.right2 = parent.right1;
        parent.right1 = dependent;
        parent.rightLabels |= quint64{1} << label;
        parent.rightCount = static_cast<quint8>(std::min(parent.rightCount + 1, 7));
    }
}

void ParserState::shift() { m_stack.push_back(m_next++); }

void ParserState::left(quint8 label)
{
    attach(m_stack.back(), m_next, label);
    m_stack.pop_back();
}

void ParserState::right(quint8 label)
{
    attach(m_stack.back(), m_stack[m_stack.size() - 2], label);
    m_stack.pop_back();
}

void ParserState::addFeatures(FeatureList &features) const
{
    static const Node kEmpty = [] {
        Node node;
        node.tag = 255;
        node.upos = 255;
        node.label = 255;
        return node;
    }();
    struct View {
        const Node *node;
        quint64 word;
        quint64 tag;
        quint64 upos;
        int place;
    };
    const auto view = [&](int place) -> View {
        if (place < 0)
            return {&kEmpty, 0xe, 255, 255, place};
        const Node &node = m_nodes[static_cast<size_t>(place)];
        const quint64 word = place < size() ? m_words[static_cast<size_t>(place)]->lower : 0x4007;
        return {&node, word, node.tag, node.upos, place};
    };
    const auto onStack = [&](size_t depth) { return view(m_stack.size() > depth ? m_stack[m_stack.size() - 1 - depth] : kNone); };
    const auto inBuffer = [&](int distance) { return view(m_next + distance <= size() ? m_next + distance : kNone); };

    const View s0 = onStack(0);
    const View s1 = onStack(1);
    const View s2 = onStack(2);
    const View b0 = inBuffer(0);
    const View b1 = inBuffer(1);
    const View b2 = inBuffer(2);
    const View s0l = view(s0.node->left1);
    const View s0l2 = view(s0.node->left2);
    const View s0r = view(s0.node->right1);
    const View s0r2 = view(s0.node->right2);
    const View s1l = view(s1.node->left1);
    const View s1r = view(s1.node->right1);
    const View s1l2 = view(s1.node->left2);
    const View s1r2 = view(s1.node->right2);
    const View b0l = view(b0.node->left1);
    const View b0l2 = view(b0.node->left2);
    // How far the top lies from the words that it could hang on, coarsely.
    const auto distance = [](const View &one, const View &other) -> quint64 {
        if (one.place < 0 || other.place < 0)
            return 9;
        const int steps = std::abs(one.place - other.place);
        return static_cast<quint64>(steps <= 4 ? steps : steps <= 6 ? 5 : steps <= 10 ? 6 : 7);
    };
    const quint64 dsb = distance(s0, b0);
    const quint64 dss = distance(s0, s1);

    features.clear();
    quint64 number = 0;
    const auto add = [&](auto... values) { features.add(number++, values...); };
    for (const View &place : {s0, s1, s2, b0, b1, b2}) {
        add(place.word);
        add(place.tag);
        add(place.word, place.tag);
    }
    for (const View &place : {s0l, s0r, s1l, s1r, b0l}) {
        add(place.word, place.node->label);
        add(place.tag, place.node->label);
    }
    add(s0.word, s0.tag, b0.word, b0.tag);
    add(s0.word, s0.tag, b0.word);
    add(s0.word, b0.word, b0.tag);
    add(s0.word, s0.tag, b0.tag);
    add(s0.tag, b0.word, b0.tag);
    add(s0.word, b0.word);
    add(s0.tag, b0.tag);
    add(s0.word, s0.tag, s1.word, s1.tag);
    add(s0.word, s1.word);
    add(s0.tag, s1.word);
    add(s0.word, s1.tag);
    add(s0.tag, s1.tag);
    add(s1.word, b0.word);
    add(s1.word, b0.tag);
    add(s1.tag, b0.word);
    add(s1.tag, b0.tag);
    add(b0.tag, b1.tag);
    add(b0.word, b1.tag);
    add(b0.tag, b1.word);
    add(s0.word, b1.word);
    add(b0.tag, b1.tag, b2.tag);
    add(s0.tag, b0.tag, b1.tag);
    add(s0.tag, b0.tag, b1.tag, b2.tag);
    add(s0.word, b0.tag, b1.tag);
    add(s0.tag, b0.word, b1.tag);
    add(s1.tag, s0.tag, b0.tag);
    add(s1.tag, s0.tag, b0.tag, b1.tag);
    add(s1.word, s0.tag, b0.tag);
    add(s1.tag, s0.word, b0.tag);
    add(s1.tag, s0.tag, b0.word);
    add(s1.word, s0.word, b0.tag);
    add(s2.tag, s1.tag, s0.tag);
    add(s2.tag, s1.tag, s0.tag, b0.tag);
    add(s0.tag, s0l.tag, b0.tag);
    add(s0.tag, s0r.tag, b0.tag);
    add(s0.tag, b0.tag, b0l.tag);
    add(s0.tag, s0l.tag, s0l2.tag);
    add(s0.tag, s0r.tag, s0r2.tag);
    add(b0.tag, b0l.tag, b0l2.tag);
    add(s1.tag, s1r.tag, s0.tag);
    add(s1.tag, s1l.tag, s0.tag);
    add(s1.tag, s0.tag, s0l.tag);
    add(s1.tag, s0.tag, s0r.tag);
    add(s1.tag, s1r.tag, s1r2.tag, s0.tag);
    add(s1.tag, s1l.tag, s1l2.tag);
    add(s1.word, s1r.word, s0.word);
    add(s0.word, dsb);
    add(s0.tag, dsb);
    add(b0.word, dsb);
    add(b0.tag, dsb);
    add(s0.tag, b0.tag, dsb);
    add(s0.word, b0.word, dsb);
    add(s0.tag, s1.tag, dss);
    add(s0.word, s1.word, dss);
    add(s1.tag, dss);
    add(s0.word, s0.node->leftCount);
    add(s0.tag, s0.node->leftCount);
    add(s0.word, s0.node->rightCount);
    add(s0.tag, s0.node->rightCount, b0.tag);
    add(s1.word, s1.node->rightCount);
    add(s1.tag, s1.node->rightCount, s0.tag);
    add(b0.word, b0.node->leftCount);
    add(b0.tag, b0.node->leftCount);
    add(s0.word, s0.node->leftLabels);
    add(s0.tag, s0.node->leftLabels);
    add(s0.tag, s0.node->rightLabels);
    add(s0.word, s0.node->rightLabels);
    add(s1.word, s1.node->rightLabels, s0.tag);
    add(s1.tag, s1.node->rightLabels, s0.tag);
    add(s1.tag, s1.node->leftLabels, s0.tag);
    add(b0.word, b0.node->leftLabels);
    add(b0.tag, b0.node->leftLabels, s0.tag);
    add(s0.upos, s1.upos, b0.upos, b1.upos, b2.upos);
    add(s1.upos, s0.upos, s0l.node->label, s0r.node->label);
    add(s0.word, s0l.word, b0.tag);
    add(s0.word, s0r.word, b0.tag);
    add(b0.word, b0l.word, s0.tag);
    add(s0l.word, b0.word, s0.tag);
    add(s0l.word, s1.word, s0.tag);
    add(s0l.node->label, s1.word, s0.word);
    add(s2.word, s1.tag, s0.word);
}

std::optional<Parser> Parser::from(const ModelFile &file)
{
    const auto model = LinearModel::from(file, "arc");
    if (!model)
        return std::nullopt;
    Parser parser(*model);
    for (qsizetype label = 1; label + 1 < model->labels().size(); label += 2) { // "<nsubj", ">nsubj"
        const auto relation = model::deprelFromString(QStringView(model->labels().at(label)).sliced(1));
        if (!relation)
            return std::nullopt;
        if (*relation == model::Deprel::Root)
            parser.m_rootLabel = static_cast<int>(parser.m_relations.size());
        parser.m_relations.push_back(*relation);
    }
    if (parser.m_rootLabel < 0)
        return std::nullopt;
    return parser;
}

void Parser::parse(SentenceTraits words, std::span<const quint8> tags, std::span<const TagPair> pairs, ParserState &state, std::span<Arc> arcs) const
{
    state.reset(words, tags, pairs);
    FeatureList features;
    std::array<qint32, 256> scores;
    const std::span<qint32> used(scores.data(), static_cast<size_t>(m_model.classCount()));
    while (!state.isFinished()) {
        state.addFeatures(features);
        std::fill(used.begin(), used.end(), 0);
        m_model.addScores(features.all(), used);
        int best = -1;
        const std::array<bool, 3> allowed = {state.canRight(), state.canLeft(), state.canShift()};
        const bool rootIsNext = state.next() == state.size();
        for (int action = 0; action < m_model.classCount(); ++action) {
            const bool namesRoot = action == leftClass(m_rootLabel) || action == rightClass(m_rootLabel);
            const bool isAllowed = allowed[action == 0 ? 2U : static_cast<size_t>(action) % 2] && namesRoot == (rootIsNext && action % 2 == 1);
            if (isAllowed && (best < 0 || used[static_cast<size_t>(action)] > used[static_cast<size_t>(best)]))
                best = action;
        }
        if (best == 0)
            state.shift();
        else if (best % 2 == 1)
            state.left(static_cast<quint8>((best - 1) / 2));
        else
            state.right(static_cast<quint8>((best - 2) / 2));
    }
    for (int word = 0; word < state.size(); ++word) {
        const int head = state.head(word);
        const bool isRoot = head == state.size();
        arcs[static_cast<size_t>(word)] = {isRoot ? ParserState::kNone : head, m_relations[state.label(word)]};
    }
}

} // namespace variorum::language
