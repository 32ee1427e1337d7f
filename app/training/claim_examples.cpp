#include "training/claim_examples.h"

#include "training/gold_passages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace variorum::training {

using comparison::PairFeatures;
using comparison::StatementView;

namespace {

using Claims = std::set<QString>;

struct Mention {
    Passage passage;
    std::vector<Placed> places;
    Claims claims;
    Claims touching; ///< of all mentions of the article that share words with it
};

std::vector<Mention> mentionsOf(const QJsonObject &gold, const PassageFinder &finder)
{
    std::map<Passage, Mention> known;
    for (const QJsonValue &claim : gold[u"claims"].toArray()) {
        for (const QJsonValue &value : claim[u"mentions"].toArray()) {
            const Passage passage = passageOf(value);
            Mention &mention = known[passage];
            mention.passage = passage;
            mention.claims.insert(claim[u"id"].toString());
        }
    }
    std::vector<Mention> mentions;
    for (auto &[passage, mention] : known) {
        mention.places = finder.places(passage);
        mentions.push_back(std::move(mention));
    }
    const auto touch = [](const Mention &one, const Mention &other) {
        return std::any_of(one.places.begin(), one.places.end(), [&other](const Placed &place) {
            return std::any_of(other.places.begin(), other.places.end(), [&place](const Placed &with) { return with.article == place.article && with.span.overlaps(place.span); });
        });
    };
    for (Mention &mention : mentions) {
        mention.touching = mention.claims;
        for (const Mention &other : mentions) {
            if (touch(mention, other))
                mention.touching.insert(other.claims.begin(), other.claims.end());
        }
    }
    return mentions;
}

/// A mention that a statement stands for, and how nearly it is just that.
struct Stand {
    const Mention *mention = nullptr;
    double share = 0; ///< words of both, of all words of either
};

std::vector<Stand> standsOf(const StatementView &view, const std::vector<Mention> &mentions)
{
    std::vector<Stand> stands;
    if (view.statement->place.field != model::TextField::Text)
        return stands;
    for (const Mention &mention : mentions) {
        double best = 0;
        for (const Placed &place : mention.places) {
            if (place.article != view.statement->article || !holdsHalf(view.span(), place.span))
                continue;
            const auto common = static_cast<double>(view.span().overlapLength(place.span));
            best = std::max(best, common / static_cast<double>(view.span().length() + place.span.length() - view.span().overlapLength(place.span)));
        }
        if (best > 0)
            stands.push_back({&mention, best});
    }
    return stands;
}

bool meet(const Claims &one, const Claims &other)
{
    return std::any_of(one.begin(), one.end(), [&other](const QString &claim) { return other.contains(claim); });
}

/// What two statements' mentions say of the pair; nothing where it cannot be told.
std::optional<PairExample> exampleOf(const std::vector<Stand> &left, const std::vector<Stand> &right)
{
    double together = 0;
    double apart = 0;
    bool touch = false;
    for (const Stand &one : left) {
        for (const Stand &other : right) {
            double &share = meet(one.mention->claims, other.mention->claims) ? together : apart;
            share = std::max(share, one.share * other.share);
            touch = touch || meet(one.mention->touching, other.mention->touching);
        }
    }
    PairExample example;
    example.isClaim = together > 0;
    example.weight = example.isClaim ? together : apart;
    const bool isTold = example.isClaim || (apart > 0 && !touch);
    return isTold ? std::optional(example) : std::nullopt;
}

} // namespace

std::vector<PairExample> claimExamples(std::span<const model::AnalysedArticle> articles, const QByteArray &goldJson, const comparison::LexicalKnowledge &knowledge,
                                       const comparison::Weights &weights)
{
    const QJsonObject gold = QJsonDocument::fromJson(goldJson).object();
    std::vector<PairExample> examples;
    const auto observe = [&](const std::vector<const model::Article *> &story, const std::vector<StatementView> &views, const comparison::PairTable &pairs,
                             const std::vector<PairFeatures> &features) {
        PassageFinder finder;
        for (const model::Article *article : story)
            finder.add(*article->id, article->path, article->text);
        const std::vector<Mention> mentions = mentionsOf(gold, finder);
        std::vector<std::vector<Stand>> stands;
        for (const StatementView &view : views)
            stands.push_back(standsOf(view, mentions));
        for (size_t place = 0; place < pairs.size(); ++place) {
            const auto one = static_cast<size_t>(pairs.pair(place).first);
            const auto other = static_cast<size_t>(pairs.pair(place).second);
            if (views[one].article == views[other].article)
                continue;
            if (std::optional<PairExample> example = exampleOf(stands[one], stands[other])) {
                example->features = features[place];
                examples.push_back(*example);
            }
        }
    };
    const comparison::UnitConverter noUnits = [](double, const QString &, const QString &) { return std::optional<double>(); };
    (void)comparison::compareWith(articles, {knowledge, weights, {}, noUnits, observe});

    const auto claims = static_cast<double>(std::count_if(examples.begin(), examples.end(), [](const PairExample &example) { return example.isClaim; }));
    for (PairExample &example : examples)
        example.weight /= std::max(1.0, claims);
    return examples;
}

std::vector<PairExample> together(std::span<const std::vector<PairExample>> stories)
{
    std::vector<PairExample> all;
    double sum = 0;
    for (const std::vector<PairExample> &story : stories) {
        all.insert(all.end(), story.begin(), story.end());
        for (const PairExample &example : story)
            sum += example.weight;
    }
    for (PairExample &example : all)
        example.weight *= static_cast<double>(all.size()) / sum;
    return all;
}

} // namespace variorum::training
