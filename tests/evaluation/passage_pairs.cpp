#include "evaluation/passage_pairs.h"

#include "comparison/compare_story.h"
#include "comparison/stories/article_order.h"
#include "comparison/stories/text_words.h"
#include "model/units.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

namespace variorum::evaluation {

namespace {

double share(int part, int whole) { return whole > 0 ? static_cast<double>(part) / whole : 0.0; }

using StatementPairs = std::set<std::pair<base::StatementId, base::StatementId>>;

StatementPairs conflictingIn(const model::Comparison &comparison)
{
    StatementPairs pairs;
    for (const model::Divergence &divergence : comparison.divergences) {
        if (divergence.severity != model::Severity::Conflict)
            continue;
        for (size_t first = 0; first < divergence.values.size(); ++first) {
            for (size_t second = first + 1; second < divergence.values.size(); ++second) {
                for (const model::Evidence &one : divergence.values[first].evidence) {
                    for (const model::Evidence &other : divergence.values[second].evidence)
                        pairs.insert(std::minmax(one.statement, other.statement));
                }
            }
        }
    }
    return pairs;
}

/// By statement, the places of the passages that it stands for.
std::map<base::StatementId, std::vector<int>> stands(const model::Comparison &comparison, std::span<const Passage> passages, Standing standing)
{
    std::map<base::ArticleId, QString> paths;
    for (const model::Article &article : comparison.articles)
        paths[*article.id] = article.path;
    std::map<QString, std::vector<int>> byPath;
    for (size_t place = 0; place < passages.size(); ++place)
        byPath[passages[place].path].push_back(static_cast<int>(place));
    std::map<base::StatementId, std::vector<int>> found;
    for (const model::Statement &statement : comparison.statements) {
        if (statement.place.field != model::TextField::Text)
            continue;
        for (const int place : byPath[paths[statement.article]]) {
            const qsizetype common = statement.place.span.overlapLength(passages[static_cast<size_t>(place)].span);
            if (standing == Standing::Touching ? common > 0 : 2 * common >= statement.place.span.length())
                found[statement.id].push_back(place);
        }
    }
    return found;
}

} // namespace

double PairScore::precision() const { return share(right, found); }
double PairScore::recall() const { return share(right, gold); }
double PairScore::f1() const { return share(2 * right, found + gold); }
double PairScore::balancedAccuracy() const { return (recall() + share(all - gold - (found - right), all - gold)) / 2; }

PairScore &PairScore::operator+=(const PairScore &other)
{
    right += other.right;
    found += other.found;
    gold += other.gold;
    all += other.all;
    return *this;
}

PairScore scorePairs(const PassagePairs &found, const PassagePairs &gold, int all)
{
    const auto right = std::count_if(found.begin(), found.end(), [&gold](const PassagePair &pair) { return gold.contains(pair); });
    return {static_cast<int>(right), static_cast<int>(found.size()), static_cast<int>(gold.size()), all};
}

QString printed(const PairScore &score)
{
    const auto figure = [](double value) { return QString::number(value, 'f', 3); };
    return QStringLiteral("precision %1 (%2/%3) recall %4 (%2/%5) f1 %6 of %7 pairs")
        .arg(figure(score.precision()), QString::number(score.right), QString::number(score.found), figure(score.recall()), QString::number(score.gold), figure(score.f1()), QString::number(score.all));
}

PassagePairs broughtTogether(const model::Comparison &comparison, std::span<const Passage> passages, Standing standing, bool unlessTheyConflict)
{
    const std::map<base::StatementId, std::vector<int>> passagesOf = stands(comparison, passages, standing);
    const StatementPairs conflicting = unlessTheyConflict ? conflictingIn(comparison) : StatementPairs();
    PassagePairs pairs;
    const auto addAll = [&](base::StatementId one, base::StatementId other) {
        const auto left = passagesOf.find(one);
        const auto right = passagesOf.find(other);
        if (left == passagesOf.end() || right == passagesOf.end() || conflicting.contains(std::minmax(one, other)))
            return;
        for (const int first : left->second) {
            for (const int second : right->second) {
                if (passages[static_cast<size_t>(first)].path != passages[static_cast<size_t>(second)].path)
                    pairs.insert(std::minmax(first, second));
            }
        }
    };
    for (const model::Claim &claim : comparison.claims) {
        for (const base::StatementId one : claim.statements) {
            for (const base::StatementId other : claim.statements)
                addAll(one, other);
        }
    }
    return pairs;
}

std::vector<std::pair<PassagePair, double>> wordOverlap(std::span<const Passage> passages, std::span<const QString> texts)
{
    std::vector<std::set<QString>> words(texts.size());
    std::map<QString, int> counts; // passages that have the word
    for (size_t place = 0; place < texts.size(); ++place) {
        for (const comparison::TextWord &word : comparison::textWords(texts[place])) {
            if (!comparison::isFunctionWord(word.folded) && words[place].insert(word.folded).second)
                ++counts[word.folded];
        }
    }
    const auto weightOf = [&](const QString &word) { return std::log(1.0 + static_cast<double>(texts.size()) / counts[word]); };
    const auto sizeOf = [&](const std::set<QString> &own) {
        double squares = 0;
        for (const QString &word : own)
            squares += weightOf(word) * weightOf(word);
        return std::sqrt(squares);
    };
    std::vector<double> sizes;
    for (const std::set<QString> &own : words)
        sizes.push_back(sizeOf(own));
    std::vector<std::pair<PassagePair, double>> scores;
    for (size_t one = 0; one < passages.size(); ++one) {
        for (size_t other = one + 1; other < passages.size(); ++other) {
            if (passages[one].path == passages[other].path)
                continue;
            double shared = 0;
            for (const QString &word : words[one])
                shared += words[other].contains(word) ? weightOf(word) * weightOf(word) : 0.0;
            const double size = sizes[one] * sizes[other];
            scores.emplace_back(PassagePair(static_cast<int>(one), static_cast<int>(other)), size > 0 ? shared / size : 0.0);
        }
    }
    return scores;
}

PassagePairs reaching(const std::vector<std::pair<PassagePair, double>> &scores, double threshold)
{
    PassagePairs pairs;
    for (const auto &[pair, score] : scores) {
        if (score >= threshold)
            pairs.insert(pair);
    }
    return pairs;
}

PassagePairs mostAlike(std::vector<std::pair<PassagePair, double>> scores, int count)
{
    std::stable_sort(scores.begin(), scores.end(), [](const auto &one, const auto &other) { return one.second > other.second; });
    scores.resize(std::min(scores.size(), static_cast<size_t>(count)));
    return reaching(scores, 0);
}

model::Article articleOf(const QString &path, const QString &outlet, const QString &text)
{
    model::Article article;
    article.path = path;
    article.outlet = outlet;
    article.language = QStringLiteral("en");
    article.text = text;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype found = text.indexOf(u"\n\n", begin);
        const qsizetype end = found < 0 ? text.size() : found;
        article.blocks.push_back({model::BlockKind::Paragraph, {begin, end}});
        begin = end + 2;
    }
    return article;
}

model::Comparison compareAsOneStory(const std::vector<model::AnalysedArticle> &articles, const language::LanguagePack &pack)
{
    std::vector<const model::AnalysedArticle *> ordered;
    std::vector<const model::Article *> pointers;
    for (const int place : comparison::canonicalOrder(std::span(articles), [](const model::AnalysedArticle &each) -> const model::Article & { return each.article; })) {
        ordered.push_back(&articles[static_cast<size_t>(place)]);
        pointers.push_back(&ordered.back()->article);
    }
    const comparison::LexiconKnowledge knowledge(pack.lexicon(), pack.wordLists(), pack.wordVectors());
    const auto weights = comparison::readWeights([&pack](QStringView key) { return pack.wordLists().value(u"comparison_weights", key); });
    const auto pairs = comparison::PairModel::read([&pack](QStringView key) { return pack.wordLists().columns(u"claim_pairs", key); });
    if (!weights || !pairs)
        return {};
    model::Comparison result;
    for (const model::Article *article : pointers) {
        result.articles.push_back(*article);
        result.articles.back().id = base::ArticleId{static_cast<qint64>(result.articles.size())};
    }
    const comparison::ComparisonTools tools{knowledge, *weights, *pairs, [](double value, const QString &from, const QString &to) { return model::convertUnit(value, from, to); }};
    comparison::appendStories(result, {std::make_shared<const comparison::StoryFindings>(comparison::compareStory(ordered, comparison::findTextReuse(pointers), tools))});
    return result;
}

} // namespace variorum::evaluation
