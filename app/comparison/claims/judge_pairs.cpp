// From a story's statements to the pairs that may make one claim:
//
//  1. candidates: pairs that share a rare lemma, an entity, a sense or a telling value (inverted index, common keys find
//     nobody), that mean most nearly the same (meanings.h), or that give figures which may answer one question (rival_figures.h);
//  2. each is aligned and scored (alignment.h);
//  3. statements in the same words but a few make one claim (same_words.h), and so do those in one place of a passage that was printed
//     twice (reprints.h); any other pair is judged by a learnt model
//     (pair_model.h) over what its two have in common, what is said around them, and how near they come to the best partner
//     that either has in the other's article: two articles tell of a fall into a well in five sentences each, and those
//     that fit best go together, not all with all;
//  4. where what two share lies in a statement within one of them ("wounding five people" within a long sentence), that
//     one takes the pair, and the wider becomes less likely.

#include "comparison/claims/judge_pairs.h"

#include "comparison/claims/meanings.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <mutex>
#include <span>

namespace variorum::comparison {

namespace {

constexpr size_t kLongestPosting = 250; // statements; a word of more finds nobody
constexpr int kSenses = 2;
constexpr qsizetype kNear = 200; // UTF-16 units between neighbours
constexpr qsizetype kAround = 120; // UTF-16 units to each side that count as surroundings
constexpr double kSameWordsLikelihood = 0.97;
constexpr double kLeastScore = 0.04; // a pair below is not kept,
constexpr double kLeastMeaning = 0.35; // unless the two mean something alike, share a rare value, or give rival figures

using Pair = std::pair<int, int>;

double &at(PairFeatures &features, PairFeature feature) { return features[static_cast<size_t>(feature)]; }

std::vector<QString> indexKeys(const Unit &unit, const LexicalKnowledge &knowledge)
{
    if (unit.entity)
        return {QStringLiteral("#%1").arg(unit.entity->value)};
    std::vector<QString> keys = {unit.lemma};
    if (unit.wordClass) {
        for (const language::SynsetId sense : knowledge.senses(unit.lemma, *unit.wordClass, kSenses))
            keys.push_back(QStringLiteral("=%1").arg(sense));
    }
    return keys;
}

/// Which statements have which keys: numbered, and both ways.
struct KeyIndex {
    std::vector<std::vector<int>> keysOf; ///< by statement; ascending, each once
    std::vector<std::vector<int>> postings; ///< by key; statements, ascending
};

KeyIndex indexed(const std::vector<StatementView> &views, const LexicalKnowledge &knowledge)
{
    KeyIndex index;
    QHash<QString, int> numbers;
    QHash<qint64, std::vector<int>> known; // an entity's keys, or a word's: it has the same in every statement
    const auto keysOf = [&](const Unit &unit) -> const std::vector<int> & {
        const qint64 of = unit.entity ? unit.entity->value * 2 + 1 : static_cast<qint64>(unit.word) * 2;
        const auto found = known.constFind(of);
        if (found != known.constEnd())
            return *found;
        std::vector<int> keys;
        for (const QString &key : indexKeys(unit, knowledge)) {
            const auto number = numbers.constFind(key);
            keys.push_back(number == numbers.constEnd() ? *numbers.insert(key, static_cast<int>(numbers.size())) : *number);
        }
        return *known.insert(of, std::move(keys));
    };
    for (size_t place = 0; place < views.size(); ++place) {
        std::vector<int> &keys = index.keysOf.emplace_back();
        const bool isReport = views[place].statement->rule == QLatin1String("report"); // that someone said so is no claim
        for (const Unit &unit : views[place].units) {
            if (unit.isValue || isReport)
                continue;
            const std::vector<int> &own = keysOf(unit);
            keys.insert(keys.end(), own.begin(), own.end());
        }
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        index.postings.resize(static_cast<size_t>(numbers.size()));
        for (const int key : keys)
            index.postings[static_cast<size_t>(key)].push_back(static_cast<int>(place));
    }
    return index;
}

/// Ascending.
std::vector<Pair> candidates(const std::vector<StatementView> &views, const LexicalKnowledge &knowledge, const std::stop_token &stop)
{
    const KeyIndex index = indexed(views, knowledge);
    std::vector<Pair> pairs;
    std::vector<int> others;
    for (int first = 0; first < static_cast<int>(views.size()) && !stop.stop_requested(); ++first) {
        others.clear();
        for (const int key : index.keysOf[static_cast<size_t>(first)]) {
            const std::vector<int> &posting = index.postings[static_cast<size_t>(key)];
            if (posting.size() <= kLongestPosting)
                others.insert(others.end(), std::upper_bound(posting.begin(), posting.end(), first), posting.end());
        }
        std::sort(others.begin(), others.end());
        others.erase(std::unique(others.begin(), others.end()), others.end());
        for (const int second : others) {
            if (!overlap(views[static_cast<size_t>(first)], views[static_cast<size_t>(second)]))
                pairs.emplace_back(first, second);
        }
    }
    return pairs;
}

/// Which statements give a value that hardly two facts share, by value; those that many give find nobody.
using AnchorPostings = std::vector<std::vector<int>>; ///< by the value's number; statements, ascending

AnchorPostings anchorPostings(const std::vector<StatementView> &views)
{
    AnchorPostings postings;
    for (size_t place = 0; place < views.size(); ++place) {
        const bool isReport = views[place].statement->rule == QLatin1String("report");
        for (const int anchor : views[place].anchors) {
            postings.resize(std::max(postings.size(), static_cast<size_t>(anchor) + 1));
            if (!isReport)
                postings[static_cast<size_t>(anchor)].push_back(static_cast<int>(place));
        }
    }
    return postings;
}

/// Pairs of two articles that share such a value.
void addAnchored(const AnchorPostings &postings, const std::vector<StatementView> &views, std::vector<Pair> &pairs)
{
    constexpr size_t kLongest = 40; // statements
    for (const std::vector<int> &posting : postings) {
        for (size_t first = 0; posting.size() <= kLongest && first < posting.size(); ++first) {
            for (size_t second = first + 1; second < posting.size(); ++second) {
                if (views[static_cast<size_t>(posting[first])].article != views[static_cast<size_t>(posting[second])].article)
                    pairs.emplace_back(posting[first], posting[second]);
            }
        }
    }
}

/// The rarest such value that both give: 1 where they alone do, towards 0 where all do.
double sharedAnchor(const StatementView &one, const StatementView &other, const AnchorPostings &postings, size_t statements)
{
    double best = 0;
    for (const int anchor : one.anchors) {
        if (!std::binary_search(other.anchors.begin(), other.anchors.end(), anchor))
            continue;
        const auto count = static_cast<double>(std::max<size_t>(2, postings[static_cast<size_t>(anchor)].size()));
        best = std::max(best, std::log(1.0 + static_cast<double>(statements) / count) / std::log(1.0 + static_cast<double>(statements) / 2.0));
    }
    return best;
}

/// All pairs that are looked at, ascending.
std::vector<Pair> allCandidates(const std::vector<StatementView> &views, const LexicalKnowledge &knowledge, const Meanings &meanings, const AnchorPostings &anchors, const std::vector<Pair> &rivals, const Reprints &reprints, const std::stop_token &stop, const ForEach &forEach)
{
    std::vector<Pair> pairs = meanings.nearestPairs(forEach);
    pairs.insert(pairs.end(), rivals.begin(), rivals.end());
    addAnchored(anchors, views, pairs);
    std::erase_if(pairs, [&views](const Pair &pair) {
        const auto isReport = [&views](int place) { return views[static_cast<size_t>(place)].statement->rule == QLatin1String("report"); };
        return isReport(pair.first) || isReport(pair.second);
    });
    for (const Revision &revision : reprints.revisions()) // reports, too: that it was said on another day is a difference
        pairs.emplace_back(revision.one, revision.other);
    const std::vector<Pair> byWords = candidates(views, knowledge, stop);
    pairs.insert(pairs.end(), byWords.begin(), byWords.end());
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

/// A statement's score with one of another article.
struct Partner {
    int article = 0;
    double score = 0;
    double meaning = 0;
};

/// By statement; by article, then best first.
using Partners = std::vector<std::vector<Partner>>;

Partners partnersOf(const PairTable &pairs, const std::vector<StatementView> &views, const Meanings &meanings)
{
    Partners partners(views.size());
    for (size_t place = 0; place < pairs.size(); ++place) {
        const auto &[one, other] = pairs.pair(place);
        const double meaning = meanings.likeness(one, other);
        partners[static_cast<size_t>(one)].push_back({views[static_cast<size_t>(other)].article, pairs.alignment(place).score, meaning});
        partners[static_cast<size_t>(other)].push_back({views[static_cast<size_t>(one)].article, pairs.alignment(place).score, meaning});
    }
    for (std::vector<Partner> &own : partners)
        std::sort(own.begin(), own.end(), [](const Partner &one, const Partner &other) { return one.article != other.article ? one.article < other.article : one.score > other.score; });
    return partners;
}

/// Those of the article, which has some.
std::span<const Partner> partnersIn(const std::vector<Partner> &own, int article)
{
    const auto begin = std::lower_bound(own.begin(), own.end(), article, [](const Partner &partner, int wanted) { return partner.article < wanted; });
    const auto end = std::upper_bound(begin, own.end(), article, [](int wanted, const Partner &partner) { return wanted < partner.article; });
    return {begin, end};
}

/// How a pair stands among the others of its two articles.
void addRank(const Pair &pair, double score, double meaning, const Partners &partners, const std::vector<StatementView> &views, PairFeatures &features)
{
    const std::span<const Partner> left = partnersIn(partners[static_cast<size_t>(pair.first)], views[static_cast<size_t>(pair.second)].article);
    const std::span<const Partner> right = partnersIn(partners[static_cast<size_t>(pair.second)], views[static_cast<size_t>(pair.first)].article);
    const auto placeIn = [score](std::span<const Partner> scores) {
        return static_cast<double>(std::lower_bound(scores.begin(), scores.end(), score, [](const Partner &partner, double wanted) { return partner.score > wanted; }) - scores.begin());
    };
    const auto shareOf = [](double own, double best) { return best > 0 ? std::max(0.0, own / best) : 0.0; };
    const auto bestMeaning = [](std::span<const Partner> others) {
        return std::max_element(others.begin(), others.end(), [](const Partner &one, const Partner &other) { return one.meaning < other.meaning; })->meaning;
    };
    at(features, PairFeature::Rank) = std::max(shareOf(score, left.front().score), shareOf(score, right.front().score));
    at(features, PairFeature::MeaningRank) = std::max(shareOf(meaning, bestMeaning(left)), shareOf(meaning, bestMeaning(right)));
    at(features, PairFeature::BetterPlace) = std::min(placeIn(left), placeIn(right));
    at(features, PairFeature::WorsePlace) = std::max(placeIn(left), placeIn(right));
}

/// Statements of the article close around, that share no words with it.
std::vector<std::vector<int>> neighboursOf(const std::vector<StatementView> &views)
{
    std::vector<std::vector<int>> neighbours(views.size());
    for (size_t first = 0; first < views.size(); ++first) {
        for (size_t second = first + 1; second < views.size() && views[second].article == views[first].article; ++second) {
            const bool isNear = views[second].statement->place.field == views[first].statement->place.field && views[second].span().begin - views[first].span().end <= kNear;
            if (!isNear)
                break;
            if (overlap(views[first], views[second]))
                continue;
            neighbours[first].push_back(static_cast<int>(second));
            neighbours[second].push_back(static_cast<int>(first));
        }
    }
    return neighbours;
}

/// What is said in and close around each statement: units by number, weighed by how few statements have them.
struct Surroundings {
    std::vector<std::pair<int, double>> weights; ///< by number, ascending
    double size = 0; ///< of the vector
};

/// Numbers of each statement's units, an entity or a lemma having one all over the story; ascending, each once.
std::vector<std::vector<int>> numberedUnits(const std::vector<StatementView> &views)
{
    QHash<QString, int> numbers;
    std::vector<std::vector<int>> numbered(views.size());
    for (size_t place = 0; place < views.size(); ++place) {
        for (const Unit &unit : views[place].units) {
            const QString key = unit.entity ? QStringLiteral("#%1").arg(unit.entity->value) : unit.lemma;
            const auto known = numbers.constFind(key);
            const int number = known == numbers.constEnd() ? static_cast<int>(numbers.size()) : *known;
            if (known == numbers.constEnd())
                numbers.insert(key, number);
            numbered[place].push_back(number);
        }
        std::sort(numbered[place].begin(), numbered[place].end());
        numbered[place].erase(std::unique(numbered[place].begin(), numbered[place].end()), numbered[place].end());
    }
    return numbered;
}

std::vector<Surroundings> surroundingsOf(const std::vector<StatementView> &views)
{
    const std::vector<std::vector<int>> units = numberedUnits(views);
    std::vector<double> counts; // how many statements have it
    for (const std::vector<int> &own : units) {
        for (const int unit : own) {
            counts.resize(std::max(counts.size(), static_cast<size_t>(unit) + 1));
            ++counts[static_cast<size_t>(unit)];
        }
    }
    const auto areNear = [&views](size_t one, size_t other) {
        const StatementView &left = views[one];
        const StatementView &right = views[other];
        return left.article == right.article && left.statement->place.field == right.statement->place.field
            && right.span().begin <= left.span().end + kAround && right.span().end >= left.span().begin - kAround;
    };
    constexpr size_t kReach = 25; // statements, since those of one place overlap
    std::vector<Surroundings> surroundings(views.size());
    for (size_t place = 0; place < views.size(); ++place) {
        std::vector<int> around;
        for (size_t other = place < kReach ? 0 : place - kReach; other < std::min(views.size(), place + kReach + 1); ++other) {
            if (areNear(place, other))
                around.insert(around.end(), units[other].begin(), units[other].end());
        }
        std::sort(around.begin(), around.end());
        around.erase(std::unique(around.begin(), around.end()), around.end());
        double squares = 0;
        for (const int unit : around) {
            const double weight = std::log(1.0 + static_cast<double>(views.size()) / counts[static_cast<size_t>(unit)]);
            surroundings[place].weights.emplace_back(unit, weight);
            squares += weight * weight;
        }
        surroundings[place].size = std::sqrt(squares);
    }
    return surroundings;
}

/// For each statement those that lie within it and are shorter.
std::vector<std::vector<int>> withinOf(const std::vector<StatementView> &views)
{
    std::vector<std::vector<int>> within(views.size());
    const auto add = [&](int outer, int inner) {
        const base::TextSpan &wide = views[static_cast<size_t>(outer)].span();
        const base::TextSpan &tight = views[static_cast<size_t>(inner)].span();
        if (wide.contains(tight) && tight.length() < wide.length())
            within[static_cast<size_t>(outer)].push_back(inner);
    };
    for (const auto &[one, other] : overlappingPairs(views)) {
        add(one, other);
        add(other, one);
    }
    return within;
}

double widthOf(int statement, const std::vector<int> &within, const std::vector<StatementView> &views)
{
    double widest = 0;
    for (const int inner : within)
        widest = std::max(widest, static_cast<double>(views[static_cast<size_t>(inner)].span().length()) / static_cast<double>(views[static_cast<size_t>(statement)].span().length()));
    return widest;
}

/// What the story around tells of each pair. Asked in the pairs' order: what a statement's pairs have in common is laid
/// out once.
class StoryAround {
public:
    /// What is laid out, of one thread.
    struct Row {
        int statement = -1; ///< whose pairs are asked of
        std::vector<double> context; ///< with each other statement
        std::vector<double> weights; ///< of its surroundings, by unit
    };

    StoryAround(const PairTable &pairs, const std::vector<StatementView> &views, const std::vector<std::vector<int>> &within, const Meanings &meanings)
        : m_pairs(pairs), m_views(views), m_meanings(meanings), m_partners(partnersOf(pairs, views, meanings)), m_neighbours(neighboursOf(views)), m_surroundings(surroundingsOf(views)), m_scores(views.size())
    {
        for (size_t place = 0; place < views.size(); ++place)
            m_widths.push_back(widthOf(static_cast<int>(place), within[place], views));
        for (size_t place = 0; place < pairs.size(); ++place) {
            const auto &[one, other] = pairs.pair(place);
            m_scores[static_cast<size_t>(one)].emplace_back(other, pairs.alignment(place).score);
            m_scores[static_cast<size_t>(other)].emplace_back(one, pairs.alignment(place).score);
        }
    }

    void add(size_t place, PairFeatures &features, Row &row) const
    {
        if (m_pairs.pair(place).first != row.statement)
            layOut(m_pairs.pair(place).first, row);
        const auto one = static_cast<size_t>(m_pairs.pair(place).first);
        const auto other = static_cast<size_t>(m_pairs.pair(place).second);
        addRank(m_pairs.pair(place), m_pairs.alignment(place).score, m_meanings.likeness(m_pairs.pair(place).first, m_pairs.pair(place).second), m_partners, m_views, features);
        at(features, PairFeature::Context) = row.context[other];
        at(features, PairFeature::Surroundings) = cosineWith(m_surroundings[other], row);
        at(features, PairFeature::Meaning) = m_meanings.likeness(static_cast<int>(one), static_cast<int>(other));
        at(features, PairFeature::SceneMeaning) = m_meanings.likenessOfScenes(static_cast<int>(one), static_cast<int>(other));
        at(features, PairFeature::Widest) = std::max(m_widths[one], m_widths[other]);
        at(features, PairFeature::LeastWide) = std::min(m_widths[one], m_widths[other]);
    }

private:
    void layOut(int statement, Row &row) const
    {
        if (row.statement >= 0) {
            for (const auto &[unit, weight] : m_surroundings[static_cast<size_t>(row.statement)].weights)
                row.weights[static_cast<size_t>(unit)] = 0;
        }
        row.statement = statement;
        const Surroundings &own = m_surroundings[static_cast<size_t>(statement)];
        if (!own.weights.empty())
            row.weights.resize(std::max(row.weights.size(), static_cast<size_t>(own.weights.back().first) + 1));
        for (const auto &[unit, weight] : own.weights)
            row.weights[static_cast<size_t>(unit)] = weight;
        addContext(row);
    }

    /// How alike the most alike neighbours of the two are: what stands side by side in both articles tells of one scene.
    void addContext(Row &row) const
    {
        row.context.assign(m_views.size(), 0.0);
        for (const int near : m_neighbours[static_cast<size_t>(row.statement)]) {
            for (const auto &[partner, score] : m_scores[static_cast<size_t>(near)]) {
                for (const int other : m_neighbours[static_cast<size_t>(partner)])
                    row.context[static_cast<size_t>(other)] = std::max(row.context[static_cast<size_t>(other)], score);
            }
        }
    }

    [[nodiscard]] double cosineWith(const Surroundings &other, const Row &row) const
    {
        const double size = m_surroundings[static_cast<size_t>(row.statement)].size;
        double shared = 0;
        for (const auto &[unit, weight] : other.weights) {
            if (static_cast<size_t>(unit) >= row.weights.size())
                break;
            shared += row.weights[static_cast<size_t>(unit)] * weight;
        }
        return size > 0 && other.size > 0 ? shared / (size * other.size) : 0.0;
    }

    const PairTable &m_pairs; // the caller's; outlives this
    const std::vector<StatementView> &m_views; // likewise
    const Meanings &m_meanings; // likewise
    Partners m_partners;
    std::vector<std::vector<int>> m_neighbours;
    std::vector<Surroundings> m_surroundings;
    std::vector<double> m_widths;
    std::vector<std::vector<std::pair<int, double>>> m_scores; // by statement: its partners
};

/// How much of what the pair shares a statement within one of them shares with the other, on each side where it is enough.
double tighterFactor(size_t place, const PairTable &pairs, const std::vector<std::vector<int>> &within, const std::vector<double> &shared, const Weights &weights)
{
    const Pair &pair = pairs.pair(place);
    const double own = shared[place];
    const auto sharedOf = [&](int one, int other) {
        const std::optional<size_t> found = pairs.placeOf(one, other);
        return found ? shared[*found] : 0.0;
    };
    const auto hasTighter = [&](int wide, int other) {
        const std::vector<int> &inner = within[static_cast<size_t>(wide)];
        return std::any_of(inner.begin(), inner.end(), [&](int tight) { return sharedOf(tight, other) >= weights.tighterShare * own; });
    };
    return (hasTighter(pair.first, pair.second) ? weights.widerLikelihood : 1.0) * (hasTighter(pair.second, pair.first) ? weights.widerLikelihood : 1.0);
}

/// Word likenesses to lend, one to a thread at a time; what each remembers changes nothing but how soon it answers.
class Lender {
public:
    /// `first` is lent, too.
    Lender(WordLikeness &first, const Weights &weights, int words) : m_first(first), m_weights(weights), m_words(words), m_free{&first} {}

    /// Lent until it goes.
    class Lent {
    public:
        explicit Lent(Lender &lender) : m_lender(lender), m_likeness(lender.take()) {}
        ~Lent() { m_lender.giveBack(m_likeness); }
        Lent(const Lent &) = delete;
        Lent &operator=(const Lent &) = delete;
        [[nodiscard]] WordLikeness &operator*() const { return m_likeness; }

    private:
        Lender &m_lender; // outlives this
        WordLikeness &m_likeness; // the lender's
    };

private:
    WordLikeness &take()
    {
        const std::lock_guard guard(m_mutex);
        if (m_free.empty()) {
            m_made.push_back(std::make_unique<WordLikeness>(m_first.knowledge(), m_weights));
            m_made.back()->expectWords(m_words);
            return *m_made.back();
        }
        WordLikeness &likeness = *m_free.back();
        m_free.pop_back();
        return likeness;
    }

    void giveBack(WordLikeness &likeness)
    {
        const std::lock_guard guard(m_mutex);
        m_free.push_back(&likeness);
    }

    WordLikeness &m_first; // the caller's; outlives this
    const Weights &m_weights; // likewise
    const int m_words;
    std::mutex m_mutex;
    std::vector<WordLikeness *> m_free; // under m_mutex
    std::vector<std::unique_ptr<WordLikeness>> m_made; // likewise
};

/// Pairs that are alike enough to be judged.
struct AlignedPairs {
    std::vector<Pair> pairs;
    std::vector<Alignment> alignments; ///< side by side
    std::vector<double> shared; ///< likewise: the weight of what the two have in common

    void append(AlignedPairs &&others)
    {
        pairs.insert(pairs.end(), others.pairs.begin(), others.pairs.end());
        alignments.insert(alignments.end(), std::make_move_iterator(others.alignments.begin()), std::make_move_iterator(others.alignments.end()));
        shared.insert(shared.end(), others.shared.begin(), others.shared.end());
    }
};

/// What brings two statements together but words in common. Views all of it.
struct Ties {
    const Meanings &meanings;
    const AnchorPostings &anchors;
    const std::vector<Pair> &rivals; ///< ascending
    const std::vector<Revision> &revisions; ///< likewise

    /// Null for another pair.
    [[nodiscard]] const Revision *revisionOf(const Pair &pair) const
    {
        const auto found = std::lower_bound(revisions.begin(), revisions.end(), pair, [](const Revision &revision, const Pair &wanted) { return Pair(revision.one, revision.other) < wanted; });
        return found == revisions.end() || Pair(found->one, found->other) != pair ? nullptr : &*found;
    }

    [[nodiscard]] bool hold(const Pair &pair, const std::vector<StatementView> &views) const
    {
        const StatementView &left = views[static_cast<size_t>(pair.first)];
        const StatementView &right = views[static_cast<size_t>(pair.second)];
        return left.article != right.article
            && (meanings.likeness(pair.first, pair.second) >= kLeastMeaning || sharedAnchor(left, right, anchors, views.size()) > 0 || std::binary_search(rivals.begin(), rivals.end(), pair));
    }
};

void addAligned(const Pair &pair, const std::vector<StatementView> &views, const Ties &ties, WordLikeness &likeness, const Weights &weights, AlignedPairs &all)
{
    const StatementView &left = views[static_cast<size_t>(pair.first)];
    const StatementView &right = views[static_cast<size_t>(pair.second)];
    const Revision *revision = ties.revisionOf(pair);
    const bool isNear = revision || ties.hold(pair, views);
    Alignment alignment = align(left, right, likeness, weights, isNear ? 0.0 : kLeastScore);
    if (alignment.score < kLeastScore && !isNear)
        return;
    if (revision)
        alignment.sameWords = {true, {revision->words}};
    all.pairs.push_back(pair);
    all.shared.push_back(sharedWeight(left, right, alignment));
    all.alignments.push_back(std::move(alignment));
}

} // namespace

std::vector<std::pair<int, int>> overlappingPairs(const std::vector<StatementView> &views)
{
    std::vector<std::pair<int, int>> pairs;
    for (size_t first = 0; first < views.size(); ++first) {
        // Statements stand by article and place, so what overlaps is near.
        for (size_t second = first + 1; second < views.size() && views[second].article == views[first].article; ++second) {
            if (views[second].statement->place.field == views[first].statement->place.field && views[second].span().begin >= views[first].span().end)
                break;
            if (overlap(views[first], views[second]))
                pairs.emplace_back(static_cast<int>(first), static_cast<int>(second));
        }
    }
    return pairs;
}

PairTable::PairTable(std::vector<Pair> pairs, std::vector<Alignment> alignments) : m_pairs(std::move(pairs)), m_alignments(std::move(alignments))
{
    for (size_t place = 0; place < m_pairs.size(); ++place) {
        m_rows.resize(static_cast<size_t>(m_pairs[place].first) + 1, place);
        m_greater.push_back(m_pairs[place].second);
    }
    m_rows.push_back(m_pairs.size());
}

std::optional<size_t> PairTable::placeOf(int one, int other) const
{
    const auto row = static_cast<size_t>(std::min(one, other));
    const int greater = std::max(one, other);
    if (row + 1 >= m_rows.size())
        return std::nullopt;
    const auto begin = m_greater.begin() + static_cast<std::ptrdiff_t>(m_rows[row]);
    const auto end = m_greater.begin() + static_cast<std::ptrdiff_t>(m_rows[row + 1]);
    const auto found = std::lower_bound(begin, end, greater);
    return found != end && *found == greater ? std::optional(static_cast<size_t>(found - m_greater.begin())) : std::nullopt;
}

PairTable judgePairs(const std::vector<StatementView> &views, const RivalFigures &figures, const Reprints &reprints, WordLikeness &likeness, const Weights &weights, const PairModel &model, const PairObserver &observe, const std::stop_token &stop, const ForEach &forEach)
{
    int words = 0;
    for (const StatementView &view : views) {
        for (const Unit &unit : view.units)
            words = std::max(words, unit.word + 1);
    }
    likeness.expectWords(words);
    Lender lender(likeness, weights, words);
    const Meanings meanings(views);
    const AnchorPostings anchors = anchorPostings(views);
    const std::vector<Pair> rivals = figures.nearestPairs();
    const std::vector<Pair> offered = allCandidates(views, likeness.knowledge(), meanings, anchors, rivals, reprints, stop, forEach);
    const int offers = static_cast<int>(offered.size());
    std::vector<AlignedPairs> parts(static_cast<size_t>(partsOf(forEach, offers)));
    forParts(forEach, offers, [&](int part, int begin, int end) {
        const Lender::Lent lent(lender);
        for (int at = begin; at < end && !stop.stop_requested(); ++at)
            addAligned(offered[static_cast<size_t>(at)], views, {meanings, anchors, rivals, reprints.revisions()}, *lent, weights, parts[static_cast<size_t>(part)]);
    });
    AlignedPairs aligned;
    for (AlignedPairs &part : parts)
        aligned.append(std::move(part));
    PairTable pairs(std::move(aligned.pairs), std::move(aligned.alignments));
    const std::vector<std::vector<int>> within = withinOf(views);
    const StoryAround around(pairs, views, within, meanings);
    std::vector<PairFeatures> observed(observe ? pairs.size() : 0);
    std::vector<std::pair<double, double>> judged(pairs.size()); // likelihood, rank
    std::vector<double> plainly(pairs.size()); // likelihood, whatever statements within are more alike
    forParts(forEach, static_cast<int>(pairs.size()), [&](int, int begin, int end) {
        const Lender::Lent lent(lender);
        StoryAround::Row row;
        for (auto place = static_cast<size_t>(begin); place < static_cast<size_t>(end) && !stop.stop_requested(); ++place) {
            const auto &[one, other] = pairs.pair(place);
            PairFeatures features = pairFeatures(views[static_cast<size_t>(one)], views[static_cast<size_t>(other)], pairs.alignment(place), *lent, weights);
            around.add(place, features, row);
            at(features, PairFeature::SharedValue) = sharedAnchor(views[static_cast<size_t>(one)], views[static_cast<size_t>(other)], anchors, views.size());
            const Rivalry rivalry = figures.between(one, other);
            at(features, PairFeature::RivalKinship) = rivalry.kinship;
            at(features, PairFeature::RivalCloseness) = rivalry.closeness;
            at(features, PairFeature::RivalAlone) = rivalry.alone;
            at(features, PairFeature::RivalBest) = rivalry.best;
            if (observe)
                observed[place] = features;
            plainly[place] = model.likelihood(features);
            judged[place] = {plainly[place] * tighterFactor(place, pairs, within, aligned.shared, weights), at(features, PairFeature::Rank)};
        }
    });
    if (stop.stop_requested())
        return pairs;
    if (observe)
        observe(views, pairs, observed);
    for (size_t place = 0; place < pairs.size(); ++place) { // only now: the features of one pair are made of others' scores
        Alignment &alignment = pairs.alignment(place);
        alignment.likelihood = alignment.sameWords.areSame ? std::max(kSameWordsLikelihood, judged[place].first) : judged[place].first;
        if (alignment.sameWords.areSame && reprints.areRevised(pairs.pair(place).first, pairs.pair(place).second))
            alignment.likelihood = 1; // before a part of the one can go with the other
        alignment.plainLikelihood = plainly[place];
        alignment.score *= std::pow(judged[place].second, weights.competition);
    }
    return pairs;
}

} // namespace variorum::comparison
