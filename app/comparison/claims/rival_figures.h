#pragma once

#include "comparison/claims/statement_view.h"
#include "comparison/knowledge/lexical_knowledge.h"

#include <map>
#include <utility>
#include <vector>

namespace variorum::comparison {

/// How two statements' figures stand to each other, of those two that most likely answer one question. All 0 where there is none.
struct Rivalry {
    double kinship = 0; ///< do they count or measure the same kind of thing? 0 to 1
    double closeness = 0; ///< 1 where they may be equal, towards 0 the farther apart they are
    double alone = 0; ///< 1 where neither article has another such figure, towards 0 the more there are
    double best = 0; ///< 1 where neither article has a figure that comes closer to the other's, 0.5 where one of them has

    [[nodiscard]] double strength() const { return kinship * closeness * alone * best; }
};

/// The figures of a story's statements: counts, measures, clock times and days. In a story of very many it knows none, since
/// there a figure tells nothing any more. Views the views, which must outlive it.
class RivalFigures {
public:
    /// Knows none unless `isOn`: an evaluation asks what they are worth.
    RivalFigures(const std::vector<StatementView> &views, const LexicalKnowledge &knowledge, bool isOn = true);

    /// Symmetric. Of two articles' statements.
    [[nodiscard]] Rivalry between(int one, int other) const;

    /// Of the figures that stand at these places, of two articles' statements.
    [[nodiscard]] Rivalry between(int one, const base::TextSpan &oneSpan, int other, const base::TextSpan &otherSpan) const;

    /// Pairs of statements of two articles, lesser first, ascending, that give figures of which each is the other's closest.
    [[nodiscard]] std::vector<std::pair<int, int>> nearestPairs() const;

private:
    enum class Kind { Count, Measure, Clock, Day };

    struct Key {
        Kind kind = Kind::Count;
        QString what; ///< the unit, or the noun that is counted
        std::optional<language::WordVectors::Vector> vector;
        bool isPerson = false;

        [[nodiscard]] std::pair<int, QString> order() const { return {static_cast<int>(kind), what}; }
    };

    struct Figure {
        int article = 0;
        model::TextField field = model::TextField::Text;
        base::TextSpan span;
        int key = 0;
        double low = 0;
        double high = 0;
        std::vector<int> statements; ///< that give it, the tightest first
    };

    void add(int statement, const model::Slot &slot, const LexicalKnowledge &knowledge);
    int keyFor(Key key, const LexicalKnowledge &knowledge);
    void relateKeys(const LexicalKnowledge &knowledge);
    void countAlike();
    void findClosest();

    [[nodiscard]] double kinship(const Figure &one, const Figure &other) const { return m_kinship[static_cast<size_t>(one.key)][static_cast<size_t>(other.key)]; }
    [[nodiscard]] double closeness(const Figure &one, const Figure &other) const;
    [[nodiscard]] float &closestIn(int figure, int article) { return m_closest[static_cast<size_t>(figure) * static_cast<size_t>(m_articles) + static_cast<size_t>(article)]; }
    [[nodiscard]] float closestIn(int figure, int article) const { return m_closest[static_cast<size_t>(figure) * static_cast<size_t>(m_articles) + static_cast<size_t>(article)]; }
    [[nodiscard]] Rivalry rivalry(int one, int other) const;
    [[nodiscard]] int figureAt(int statement, const base::TextSpan &span) const;

    const std::vector<StatementView> &m_views;
    std::vector<Key> m_keys;
    std::map<std::pair<int, QString>, int> m_keyNumbers;
    std::vector<std::vector<double>> m_kinship; ///< by key and key
    std::vector<Figure> m_figures;
    std::vector<std::vector<int>> m_ofStatement; ///< figures by statement
    std::map<int, std::vector<int>> m_ofArticle; ///< figures by article
    std::vector<int> m_alike; ///< by figure: how many such its article has, itself among them
    int m_articles = 0;
    std::vector<float> m_closest; ///< by figure and article: how close the article's closest figure of the kind comes
};

} // namespace variorum::comparison
