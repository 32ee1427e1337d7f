// "A crowd of 31,400 had come" and "34,000 people were in the ground" share no word, but each article has one such figure, and the two
// are near each other: they answer one question. Of two statements the figures are looked for that most likely do:
//
//     kinship     do they count the same kind of thing (spectators, people), or measure in one dimension (euros, kilometres)?
//     closeness   how near are they to each other? 31,400 and 34,000 are, 31,400 and 12 are not
//     alone       does either article give more figures of that kind?
//     best        does another figure of either article come nearer?
//
// Whether they are of one thing in the end is for the pair model (pair_model.h) to judge, from this and from the words around.

#include "comparison/claims/rival_figures.h"

#include "comparison/values/quantities.h"
#include "model/units.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace variorum::comparison {

namespace {

constexpr size_t kMostFigures = 6000;
constexpr double kAlike = 0.5; // of kinship, from which on figures are of one kind
constexpr double kOneKind = 0.8; // from which on an article that gives two tells of two things
constexpr double kAnyKind = 0.3; // of a number that nothing is told of
constexpr double kDayShare = 0.3; // days are given everywhere

/// The unit that a dimension's figures are turned into, so that feet and metres can be held together.
QString baseUnit(const QString &unit)
{
    static const std::array<std::pair<QString, QString>, 3> kBases = {{{QStringLiteral("L"), QStringLiteral("m")}, {QStringLiteral("T"), QStringLiteral("s")}, {QStringLiteral("M"), QStringLiteral("kg")}}};
    const QString dimension = model::dimensionOf(unit);
    const auto found = std::find_if(kBases.begin(), kBases.end(), [&dimension](const auto &row) { return row.first == dimension; });
    return found == kBases.end() ? unit : found->second;
}

double minutesOf(const QDateTime &time) { return static_cast<double>(time.toSecsSinceEpoch()) / 60.0; }

/// 1 where the intervals meet; else by how many times the one is the other, a slip of a zero apart.
double nearness(double oneLow, double oneHigh, double otherLow, double otherHigh)
{
    constexpr double kReach = 0.4;
    constexpr double kOtherZeros = 0.5;
    if (oneLow <= otherHigh && otherLow <= oneHigh)
        return 1;
    const double less = oneHigh < otherLow ? oneHigh : otherHigh;
    const double more = oneHigh < otherLow ? otherLow : oneLow;
    if (less <= 0 || more <= 0)
        return 0;
    const double steps = std::log10(more / less);
    const bool isSlip = steps > 0.5 && std::abs(steps - std::round(steps)) < 1e-6;
    return std::max(std::exp(-std::log(more / less) / kReach), isSlip ? kOtherZeros : 0.0);
}

} // namespace

RivalFigures::RivalFigures(const std::vector<StatementView> &views, const LexicalKnowledge &knowledge, bool isOn) : m_views(views), m_ofStatement(views.size())
{
    for (size_t place = 0; isOn && place < views.size(); ++place) {
        for (const model::Slot &slot : views[place].statement->slots)
            add(static_cast<int>(place), slot, knowledge);
    }
    for (Figure &figure : m_figures) {
        std::stable_sort(figure.statements.begin(), figure.statements.end(), [&views](int one, int other) {
            return views[static_cast<size_t>(one)].span().length() < views[static_cast<size_t>(other)].span().length();
        });
    }
    if (m_figures.size() > kMostFigures) {
        m_figures.clear();
        m_ofArticle.clear();
        m_ofStatement.assign(views.size(), {});
    }
    for (const StatementView &view : views)
        m_articles = std::max(m_articles, view.article + 1);
    relateKeys(knowledge);
    countAlike();
    findClosest();
}

void RivalFigures::add(int statement, const model::Slot &slot, const LexicalKnowledge &knowledge)
{
    const StatementView &view = m_views[static_cast<size_t>(statement)];
    Figure figure;
    figure.article = view.article;
    figure.field = view.statement->place.field;
    figure.span = slot.span;
    Key key;
    if (slot.quantity && !slot.quantity->isFraction) {
        const model::QuantityValue &quantity = *slot.quantity;
        const std::optional<double> number = quantity.value ? quantity.value : quantity.low ? quantity.low : quantity.high;
        if (!number)
            return;
        const bool isCount = quantity.unit.isEmpty();
        key.kind = isCount ? Kind::Count : Kind::Measure;
        key.what = isCount ? quantity.counted : baseUnit(quantity.unit);
        const double scale = isCount ? 1.0 : model::convertUnit(1, quantity.unit, key.what).value_or(1.0);
        const double low = quantity.bound == model::Bound::Range && quantity.low ? *quantity.low : *number;
        const double high = quantity.bound == model::Bound::Range && quantity.high ? *quantity.high : *number;
        figure.low = low * scale;
        figure.high = high * scale;
        if (quantity.isOrdinal)
            key.what += QStringLiteral(" th");
    } else if (slot.time && slot.time->kind == model::TimeKind::Duration && slot.time->seconds) {
        key.kind = Kind::Measure;
        key.what = QStringLiteral("s");
        figure.low = figure.high = *slot.time->seconds;
    } else if (slot.time && slot.time->from && slot.time->to) {
        constexpr double kHours = 6 * 60; // a part of the day and less is a clock time
        figure.low = minutesOf(*slot.time->from);
        figure.high = minutesOf(*slot.time->to);
        key.kind = figure.high - figure.low <= kHours ? Kind::Clock : Kind::Day;
    } else {
        return;
    }
    figure.key = keyFor(std::move(key), knowledge);
    // A statement and another within it give one figure.
    std::vector<int> &own = m_ofArticle[figure.article];
    const auto found = std::find_if(own.begin(), own.end(), [&](int place) {
        const Figure &other = m_figures[static_cast<size_t>(place)];
        return other.field == figure.field && other.span == figure.span && other.key == figure.key;
    });
    const int number = found != own.end() ? *found : static_cast<int>(m_figures.size());
    if (found == own.end()) {
        m_figures.push_back(figure);
        own.push_back(number);
    }
    m_figures[static_cast<size_t>(number)].statements.push_back(statement);
    m_ofStatement[static_cast<size_t>(statement)].push_back(number);
}

int RivalFigures::keyFor(Key key, const LexicalKnowledge &knowledge)
{
    const auto [found, isNew] = m_keyNumbers.try_emplace(key.order(), static_cast<int>(m_keys.size()));
    if (isNew) {
        if (key.kind == Kind::Count && !key.what.isEmpty()) {
            key.vector = knowledge.vectorOf(key.what);
            key.isPerson = knowledge.isKindOf(key.what, u"person");
        }
        m_keys.push_back(std::move(key));
    }
    return found->second;
}

void RivalFigures::relateKeys(const LexicalKnowledge &knowledge)
{
    constexpr double kCountedAlike = 0.85;
    constexpr double kPersons = 0.5;
    constexpr double kOtherCurrency = 0.5;
    constexpr double kLeastLikeness = 0.4;
    const auto ofCounts = [&](const Key &one, const Key &other) {
        if (one.what.isEmpty() || other.what.isEmpty())
            return kAnyKind;
        if (areCountedAlike(one.what, other.what, knowledge))
            return kCountedAlike;
        const double likeness = one.vector && other.vector ? language::cosine(*one.vector, *other.vector) : 0.0;
        return std::max(one.isPerson && other.isPerson ? kPersons : 0.0, likeness >= kLeastLikeness ? likeness : 0.0);
    };
    const auto ofKeys = [&](const Key &one, const Key &other) {
        if (one.kind != other.kind)
            return 0.0;
        if (one.kind == Kind::Day)
            return kDayShare;
        if (one.what == other.what)
            return one.kind == Kind::Count && one.what.isEmpty() ? kAnyKind : 1.0;
        if (one.kind == Kind::Count)
            return ofCounts(one, other);
        const auto isCurrency = [](const QString &unit) { return unit.size() == 3 && unit == unit.toUpper(); };
        return isCurrency(one.what) && isCurrency(other.what) ? kOtherCurrency : 0.0;
    };
    m_kinship.assign(m_keys.size(), std::vector<double>(m_keys.size()));
    for (size_t one = 0; one < m_keys.size(); ++one) {
        for (size_t other = one; other < m_keys.size(); ++other)
            m_kinship[one][other] = m_kinship[other][one] = ofKeys(m_keys[one], m_keys[other]);
    }
}

/// Two figures with one value are one figure told twice.
void RivalFigures::countAlike()
{
    for (const Figure &figure : m_figures) {
        std::set<std::pair<double, double>> values;
        for (const int other : m_ofArticle[figure.article]) {
            const Figure &with = m_figures[static_cast<size_t>(other)];
            if (kinship(figure, with) >= kOneKind || &with == &figure)
                values.emplace(with.low, with.high);
        }
        m_alike.push_back(std::max(1, static_cast<int>(values.size())));
    }
}

double RivalFigures::closeness(const Figure &one, const Figure &other) const
{
    constexpr double kHour = 60; // minutes
    constexpr double kDays = 2 * 24 * 60; // minutes
    const Kind kind = m_keys[static_cast<size_t>(one.key)].kind;
    if (kind == Kind::Count || kind == Kind::Measure)
        return nearness(one.low, one.high, other.low, other.high);
    const double gap = std::max({0.0, one.low - other.high, other.low - one.high});
    return std::exp(-gap / (kind == Kind::Clock ? kHour : kDays));
}

void RivalFigures::findClosest()
{
    m_closest.assign(m_figures.size() * static_cast<size_t>(m_articles), 0);
    for (int one = 0; one < static_cast<int>(m_figures.size()); ++one) {
        const Figure &left = m_figures[static_cast<size_t>(one)];
        for (int other = one + 1; other < static_cast<int>(m_figures.size()); ++other) {
            const Figure &right = m_figures[static_cast<size_t>(other)];
            if (left.article == right.article || kinship(left, right) < kAlike)
                continue;
            const auto close = static_cast<float>(closeness(left, right));
            closestIn(one, right.article) = std::max(closestIn(one, right.article), close);
            closestIn(other, left.article) = std::max(closestIn(other, left.article), close);
        }
    }
}

Rivalry RivalFigures::rivalry(int one, int other) const
{
    const Figure &left = m_figures[static_cast<size_t>(one)];
    const Figure &right = m_figures[static_cast<size_t>(other)];
    Rivalry rivalry;
    rivalry.kinship = kinship(left, right);
    if (rivalry.kinship <= 0)
        return rivalry;
    rivalry.closeness = closeness(left, right);
    rivalry.alone = 2.0 / (m_alike[static_cast<size_t>(one)] + m_alike[static_cast<size_t>(other)]);
    const auto close = static_cast<float>(rivalry.closeness);
    rivalry.best = (close >= closestIn(one, right.article) ? 0.5 : 0.0) + (close >= closestIn(other, left.article) ? 0.5 : 0.0);
    return rivalry;
}

Rivalry RivalFigures::between(int one, int other) const
{
    Rivalry best;
    for (const int left : m_ofStatement[static_cast<size_t>(one)]) {
        for (const int right : m_ofStatement[static_cast<size_t>(other)]) {
            const Rivalry found = rivalry(left, right);
            if (found.strength() > best.strength() || (best.kinship <= 0 && found.kinship > 0))
                best = found;
        }
    }
    return best;
}

/// -1 where there is none. A fragment's figure may be known from the statement around it alone.
int RivalFigures::figureAt(int statement, const base::TextSpan &span) const
{
    const StatementView &view = m_views[static_cast<size_t>(statement)];
    const auto ofArticle = m_ofArticle.find(view.article);
    if (ofArticle == m_ofArticle.end())
        return -1;
    const auto found = std::find_if(ofArticle->second.begin(), ofArticle->second.end(), [&](int place) {
        const Figure &figure = m_figures[static_cast<size_t>(place)];
        return figure.field == view.statement->place.field && figure.span == span;
    });
    return found == ofArticle->second.end() ? -1 : *found;
}

Rivalry RivalFigures::between(int one, const base::TextSpan &oneSpan, int other, const base::TextSpan &otherSpan) const
{
    const int left = figureAt(one, oneSpan);
    const int right = figureAt(other, otherSpan);
    return left < 0 || right < 0 ? Rivalry{} : rivalry(left, right);
}

std::vector<std::pair<int, int>> RivalFigures::nearestPairs() const
{
    constexpr int kMostAlike = 6; // figures of one kind in an article, beyond which none of them tells
    constexpr size_t kMostStatements = 2; // around one figure
    constexpr double kLeastCloseness = 0.15;
    std::vector<std::pair<int, int>> pairs;
    for (size_t one = 0; one < m_figures.size(); ++one) {
        const Figure &left = m_figures[one];
        if (m_keys[static_cast<size_t>(left.key)].kind == Kind::Day || m_alike[one] > kMostAlike)
            continue;
        for (size_t other = one + 1; other < m_figures.size(); ++other) {
            const Figure &right = m_figures[other];
            if (right.article == left.article || kinship(left, right) < kAlike || m_alike[other] > kMostAlike)
                continue;
            const Rivalry found = rivalry(static_cast<int>(one), static_cast<int>(other));
            if (found.best <= 0 || found.closeness < kLeastCloseness)
                continue;
            for (size_t first = 0; first < std::min(kMostStatements, left.statements.size()); ++first) {
                for (size_t second = 0; second < std::min(kMostStatements, right.statements.size()); ++second)
                    pairs.emplace_back(std::min(left.statements[first], right.statements[second]), std::max(left.statements[first], right.statements[second]));
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

} // namespace variorum::comparison
