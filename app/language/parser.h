#pragma once

#include "language/linear_model.h"
#include "language/tagger.h"
#include "model/universal_dependencies.h"

#include <optional>
#include <span>
#include <vector>

namespace variorum::language {

/// The configuration of a transition parser in the arc-hybrid system (Kuhlmann et al. 2011): a stack, a buffer whose last
/// element is the root (Ballesteros and Nivre 2013), and the arcs so far. All actions:
///
///     Shift          push the buffer's first word
///     Left(label)    the stack's top becomes a dependent of the buffer's first word and is popped
///     Right(label)   the stack's top becomes a dependent of the word below it and is popped
///
/// Words are 0 ... size - 1, the root is `size`; kNone stands for a place that is empty.
class ParserState {
public:
    static constexpr int kNone = -1;

    /// Starts on a sentence; keeps the room of earlier ones.
    void reset(SentenceTraits words, std::span<const quint8> tags, std::span<const TagPair> pairs);

    [[nodiscard]] bool isFinished() const { return m_next == size() && m_stack.empty(); }
    [[nodiscard]] bool canShift() const { return m_next < size(); }
    /// The root takes its one dependent last of all.
    [[nodiscard]] bool canLeft() const { return !m_stack.empty() && (m_next < size() || m_stack.size() == 1); }
    [[nodiscard]] bool canRight() const { return m_stack.size() >= 2; }

    void shift();
    void left(quint8 label);
    void right(quint8 label);

    [[nodiscard]] int size() const { return static_cast<int>(m_words.size()); }
    [[nodiscard]] int next() const { return m_next; }
    [[nodiscard]] const std::vector<int> &stack() const { return m_stack; }
    [[nodiscard]] int head(int word) const { return m_nodes[static_cast<size_t>(word)].head; }
    [[nodiscard]] quint8 label(int word) const { return m_nodes[static_cast<size_t>(word)].label; }

    void addFeatures(FeatureList &features) const;

private:
    struct Node {
        int head = kNone;
        int left1 = kNone; // leftmost dependent, the one next to it
        int left2 = kNone;
        int right1 = kNone; // rightmost dependent, the one next to it
        int right2 = kNone;
        quint64 leftLabels = 0; // bit n: a dependent with label n
        quint64 rightLabels = 0;
        quint8 leftCount = 0;
        quint8 rightCount = 0;
        quint8 label = 0;
        quint8 tag = 0;
        quint8 upos = 0;
    };

    void attach(int dependent, int head, quint8 label);

    SentenceTraits m_words;
    std::vector<Node> m_nodes; // the words, then the root
    std::vector<int> m_stack;
    int m_next = 0;
};

/// Greedy transition parser; linear in the sentence's length.
class Parser {
public:
    [[nodiscard]] static std::optional<Parser> from(const ModelFile &file);

    struct Arc {
        int head = ParserState::kNone; ///< kNone: the sentence's root
        model::Deprel label = model::Deprel::Dep;
    };

    /// arcs[words.size()]. `state` is scratch room that calls may share.
    void parse(SentenceTraits words, std::span<const quint8> tags, std::span<const TagPair> pairs, ParserState &state, std::span<Arc> arcs) const;

    /// Class 0 is Shift; then, for each relation in the order of labels(), Left and Right.
    [[nodiscard]] static constexpr int leftClass(int label) { return 1 + 2 * label; }
    [[nodiscard]] static constexpr int rightClass(int label) { return 2 + 2 * label; }

private:
    explicit Parser(LinearModel model) : m_model(std::move(model)) {}

    LinearModel m_model;
    std::vector<model::Deprel> m_relations;
    int m_rootLabel = -1;
};

} // namespace variorum::language
