// Holds a comparison against a gold.json. A passage of the gold is looked for in the article's text with white space
// and typographic marks folded; a statement stands for a passage where they overlap by half of the shorter one.

#include "evaluation/gold_score.h"

#include "model/names.h"
#include "training/gold_passages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace variorum::evaluation {

using base::ArticleId;
using base::ClaimId;
using base::StatementId;
using base::TextSpan;

namespace {

using training::holdsHalf;
using training::Passage;
using training::passageOf;
using training::Placed;

template<typename Item>
bool share(const std::set<Item> &one, const std::set<Item> &other)
{
    return std::ranges::any_of(one, [&other](const Item &item) { return other.contains(item); });
}

/// Look-ups over the comparison.
class Finder {
public:
    explicit Finder(const model::Comparison &comparison)
    {
        for (const model::Article &article : comparison.articles) {
            m_texts.add(*article.id, article.path, article.text);
        }
        for (const model::Statement &statement : comparison.statements) {
            if (statement.place.field == model::TextField::Text)
                m_statements[statement.article].push_back(&statement);
        }
        for (const model::Claim &claim : comparison.claims) {
            for (const StatementId statement : claim.statements)
                m_claimsOf[statement].insert(claim.id);
            m_members[claim.id] = {claim.statements.begin(), claim.statements.end()};
        }
    }

    std::vector<Placed> places(const Passage &passage) const { return m_texts.places(passage); }

    std::set<StatementId> statementsAt(const Passage &passage) const
    {
        std::set<StatementId> found;
        for (const Placed &place : places(passage)) {
            const auto statements = m_statements.find(place.article);
            if (statements == m_statements.end())
                continue;
            for (const model::Statement *statement : statements->second) {
                if (holdsHalf(statement->place.span, place.span))
                    found.insert(statement->id);
            }
        }
        return found;
    }

    std::set<ClaimId> claimsAt(const Passage &passage) const
    {
        std::set<ClaimId> found;
        for (const StatementId statement : statementsAt(passage)) {
            const auto claims = m_claimsOf.find(statement);
            if (claims != m_claimsOf.end())
                found.insert(claims->second.begin(), claims->second.end());
        }
        return found;
    }

    /// Do the words that give a value touch the passage?
    bool touches(const model::DivergentValue &value, ClaimId claim, const Passage &passage) const
    {
        const std::vector<Placed> at = places(passage);
        const auto members = m_members.find(claim);
        return std::ranges::any_of(value.evidence, [&](const model::Evidence &evidence) {
            if (evidence.place.field != model::TextField::Text)
                return false;
            if (members != m_members.end() && !members->second.contains(evidence.statement))
                return false;
            return std::ranges::any_of(at, [&](const Placed &place) { return place.article == evidence.article && place.span.overlaps(evidence.place.span); });
        });
    }

private:
    training::PassageFinder m_texts;
    std::map<ArticleId, std::vector<const model::Statement *>> m_statements;
    std::map<StatementId, std::set<ClaimId>> m_claimsOf;
    std::map<ClaimId, std::set<StatementId>> m_members;
};

Figure figure(const char *name, int got, int of)
{
    return {QString::fromLatin1(name), got, of, of == 0 ? std::nullopt : std::optional(static_cast<double>(got) / of)};
}

/// The passages of all gold claims: where each is, which claims it makes, which claims stand around it.
struct GoldPassages {
    std::vector<Passage> order;
    std::map<Passage, std::set<QString>> claims;
    std::map<Passage, std::set<QString>> around; // claims of every passage of the file that touches this one
    std::map<Passage, std::set<ClaimId>> found; // claims of the comparison
};

bool touch(const std::vector<Placed> &one, const std::vector<Placed> &other)
{
    return std::ranges::any_of(one, [&other](const Placed &place) {
        return std::ranges::any_of(other, [&place](const Placed &each) { return each.article == place.article && each.span.overlaps(place.span); });
    });
}

GoldPassages goldPassages(const QJsonObject &gold, const Finder &finder)
{
    GoldPassages passages;
    std::map<Passage, std::vector<Placed>> at;
    for (const QJsonValue claim : gold[u"claims"].toArray()) {
        for (const QJsonValue mention : claim[u"mentions"].toArray()) {
            const Passage passage = passageOf(mention);
            if (!at.contains(passage)) {
                passages.order.push_back(passage);
                at[passage] = finder.places(passage);
                passages.found[passage] = finder.claimsAt(passage);
            }
            passages.claims[passage].insert(claim[u"id"].toString());
        }
    }
    for (const Passage &passage : passages.order) {
        passages.around[passage] = passages.claims[passage];
        for (const Passage &other : passages.order) {
            if (other.file == passage.file && touch(at[passage], at[other]))
                passages.around[passage].insert(passages.claims[other].begin(), passages.claims[other].end());
        }
    }
    return passages;
}

void scoreTexts(const QJsonObject &gold, const Finder &finder, const GoldPassages &passages, GoldReport &report)
{
    for (const Passage &passage : passages.order) {
        if (finder.places(passage).empty())
            report.textMissing << passage.file + QLatin1String(": ") + passage.text;
    }
    const auto all = static_cast<int>(passages.order.size());
    report.figures.push_back(figure("text", all - static_cast<int>(report.textMissing.size()), all));

    const QJsonArray noise = gold[u"noise"].toArray();
    for (const QJsonValue each : noise) {
        const Passage passage = passageOf(each);
        if (!finder.places(passage).empty())
            report.noiseKept << passage.file + QLatin1String(": ") + passage.text;
    }
    report.figures.push_back(figure("noise", static_cast<int>(noise.size() - report.noiseKept.size()), static_cast<int>(noise.size())));
}

void scoreClaims(const QJsonObject &gold, const Finder &finder, GoldPassages &passages, GoldReport &report)
{
    int together = 0;
    int apart = 0;
    int wrong = 0;
    std::set<QString> broken;
    std::set<QString> crossing;
    for (size_t first = 0; first < passages.order.size(); ++first) {
        for (size_t second = first + 1; second < passages.order.size(); ++second) {
            const Passage &one = passages.order[first];
            const Passage &other = passages.order[second];
            if (one.file == other.file)
                continue;
            const bool joined = share(passages.found[one], passages.found[other]);
            if (share(passages.claims[one], passages.claims[other])) {
                (joined ? together : apart) += 1;
                for (const QString &id : passages.claims[one]) {
                    if (passages.claims[other].contains(id)) {
                        crossing.insert(id);
                        if (!joined)
                            broken.insert(id);
                    }
                }
            } else if (joined && !share(passages.around[one], passages.around[other])) {
                ++wrong;
            }
        }
    }
    for (const QJsonValue pair : gold[u"apart"].toArray()) {
        const Passage one = passageOf(pair[0]);
        const Passage other = passageOf(pair[1]);
        if (share(finder.claimsAt(one), finder.claimsAt(other)) && !share(finder.statementsAt(one), finder.statementsAt(other)))
            ++wrong;
    }
    for (const QString &id : crossing)
        (broken.contains(id) ? report.claimsApart : report.claimsWhole) << id;
    report.figures.push_back(figure("claim-recall", together, together + apart));
    report.figures.push_back(figure("claim-precision", together, together + wrong));
    const int all = 2 * together + wrong + apart;
    report.figures.push_back({QStringLiteral("claim-f1"), 0, 0, all == 0 ? std::nullopt : std::optional(2.0 * together / all)});
}

/// How many gold values a reported divergence tells apart: 0 where it is not found for the gold one.
int valuesToldApart(const model::Divergence &reported, const QJsonArray &goldValues, const Finder &finder)
{
    std::set<int> pure;
    for (const model::DivergentValue &value : reported.values) {
        std::vector<int> hits;
        for (int place = 0; place < goldValues.size(); ++place) {
            const QJsonArray mentions = goldValues[place][u"mentions"].toArray();
            if (std::ranges::any_of(mentions, [&](const QJsonValue mention) { return finder.touches(value, reported.claim, passageOf(mention)); }))
                hits.push_back(place);
        }
        if (hits.size() == 1)
            pure.insert(hits.front());
    }
    return pure.size() >= 2 ? static_cast<int>(pure.size()) : 0;
}

bool isHard(model::Severity severity)
{
    return severity == model::Severity::Conflict || severity == model::Severity::Internal;
}

QString described(const QJsonValue &gold)
{
    return QStringLiteral("%1 (%2, %3)").arg(gold[u"id"].toString(), gold[u"kind"].toString(), gold[u"severity"].toString());
}

/// Gold divergence -> reported one; the fullest match first, then kind, then severity.
std::map<int, int> matched(const QJsonArray &gold, const model::Comparison &comparison, const Finder &finder)
{
    std::vector<std::tuple<double, bool, bool, int, int>> pairs;
    for (int wanted = 0; wanted < gold.size(); ++wanted) {
        const QJsonArray values = gold[wanted][u"values"].toArray();
        for (int place = 0; place < static_cast<int>(comparison.divergences.size()); ++place) {
            const model::Divergence &reported = comparison.divergences[static_cast<size_t>(place)];
            if (const int apart = valuesToldApart(reported, values, finder))
                pairs.emplace_back(-static_cast<double>(apart) / static_cast<double>(values.size()), model::nameOf(reported.kind) != gold[wanted][u"kind"].toString(),
                                   model::nameOf(reported.severity) != gold[wanted][u"severity"].toString(), wanted, place);
        }
    }
    std::ranges::sort(pairs);
    std::map<int, int> taken;
    std::map<int, int> used;
    for (const auto &[fullness, otherKind, otherSeverity, wanted, place] : pairs) {
        if (!taken.contains(wanted) && used[place] < 2) {
            taken[wanted] = place;
            ++used[place];
        }
    }
    return taken;
}

void scoreDivergences(const QJsonObject &gold, const model::Comparison &comparison, const Finder &finder, GoldReport &report)
{
    const QJsonArray wanted = gold[u"divergences"].toArray();
    const std::map<int, int> taken = matched(wanted, comparison, finder);
    const auto reported = [&](int place) -> const model::Divergence & { return comparison.divergences[static_cast<size_t>(taken.at(place))]; };

    int conflicts = 0;
    int conflictsFound = 0;
    int kinds = 0;
    int severities = 0;
    std::set<int> good;
    for (int place = 0; place < wanted.size(); ++place) {
        const QString severity = wanted[place][u"severity"].toString();
        const bool found = taken.contains(place);
        (found ? report.found : report.missed) << described(wanted[place]);
        conflicts += severity == QLatin1String("conflict");
        if (!found)
            continue;
        conflictsFound += severity == QLatin1String("conflict") && isHard(reported(place).severity);
        kinds += model::nameOf(reported(place).kind) == wanted[place][u"kind"].toString();
        severities += model::nameOf(reported(place).severity) == severity;
        if (severity == QLatin1String("conflict") || severity == QLatin1String("internal"))
            good.insert(taken.at(place));
    }
    int claimed = 0;
    int right = 0;
    for (int place = 0; place < static_cast<int>(comparison.divergences.size()); ++place) {
        const model::Divergence &each = comparison.divergences[static_cast<size_t>(place)];
        if (each.severity != model::Severity::Conflict)
            continue;
        ++claimed;
        right += good.contains(place);
        if (!good.contains(place)) {
            QStringList values;
            for (const model::DivergentValue &value : each.values)
                values << value.value;
            report.wrongConflicts << model::nameOf(each.kind) + QLatin1String(": ") + values.join(QLatin1String(" | "));
        }
    }
    const auto all = static_cast<int>(taken.size());
    report.figures.push_back(figure("divergence-recall", all, static_cast<int>(wanted.size())));
    report.figures.push_back(figure("conflict-recall", conflictsFound, conflicts));
    report.figures.push_back(figure("conflict-precision", right, claimed));
    report.figures.push_back(figure("kind", kinds, all));
    report.figures.push_back(figure("severity", severities, all));
}

} // namespace

GoldReport scoreAgainstGold(const model::Comparison &comparison, const QByteArray &goldJson)
{
    GoldReport report;
    const QJsonObject gold = QJsonDocument::fromJson(goldJson).object();
    if (gold.isEmpty())
        return report;
    const Finder finder(comparison);
    GoldPassages passages = goldPassages(gold, finder);
    scoreTexts(gold, finder, passages, report);
    scoreClaims(gold, finder, passages, report);
    scoreDivergences(gold, comparison, finder, report);
    return report;
}

QString printed(const GoldReport &report)
{
    QString lines;
    for (const Figure &each : report.figures) {
        lines += each.name.leftJustified(19);
        lines += each.value ? QString::number(*each.value, 'f', 3) : QStringLiteral("    -");
        if (each.of > 0)
            lines += QStringLiteral("  %1/%2").arg(each.got).arg(each.of);
        lines += u'\n';
    }
    return lines;
}

} // namespace variorum::evaluation
