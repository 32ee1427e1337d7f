#include "library/facts_check.h"

#include <algorithm>

namespace variorum::library {

namespace {

using model::Facts;

bool isIn(const base::TextSpan &span, qsizetype size)
{
    return span.begin >= 0 && span.begin <= span.end && span.end <= size;
}

bool isPlace(qint64 value, size_t count)
{
    return value >= 0 && static_cast<quint64>(value) < count;
}

template<typename Id, typename Things>
bool isAbsentOrIn(const std::optional<Id> &id, const Things &things)
{
    return !id || isPlace(id->value, things.size());
}

template<typename Things>
bool areNumbered(const Things &things)
{
    qint64 next = 0;
    return std::ranges::all_of(things, [&next](const auto &thing) { return thing.id.value == next++; });
}

/// Does every way upwards end? `above` gives a place in range, or -1. Each place is walked over once.
template<typename Above>
bool endsEverywhere(size_t count, const Above &above)
{
    std::vector<size_t> walk(count, 0); // by place: the walk, counted from 1, that came by first
    for (size_t start = 0; start < count; ++start) {
        for (qint64 at = static_cast<qint64>(start); at >= 0; at = above(static_cast<size_t>(at))) {
            size_t &mark = walk[static_cast<size_t>(at)];
            if (mark == start + 1)
                return false;
            if (mark != 0)
                break;
            mark = start + 1;
        }
    }
    return true;
}

class Check {
public:
    Check(const Facts &facts, const TextSizes &sizes)
        : m_facts(facts)
        , m_sizes(sizes)
    {
    }

    [[nodiscard]] bool isWhole() const
    {
        using std::ranges::all_of;
        return areNumbered(m_facts.entities) && areNumbered(m_facts.quotes) && areNumbered(m_facts.statements)
            && all_of(m_facts.entities, [this](const model::Entity &entity) { return all_of(entity.mentions, [this](const model::Mention &mention) { return isIn(mention.place); }); })
            && all_of(m_facts.times, [this](const model::TimeMention &mention) { return isIn(mention.place); })
            && all_of(m_facts.quantities, [this](const model::QuantityMention &mention) { return isWholeQuantity(mention); })
            && all_of(m_facts.quotes, [this](const model::Quote &quote) { return isIn(quote.place) && isAbsentOrIn(quote.speakerEntity, m_facts.entities); })
            && all_of(m_facts.statements, [this](const model::Statement &statement) { return isWholeStatement(statement); }) && areStatementsInNoCircle();
    }

private:
    [[nodiscard]] qsizetype sizeOf(model::TextField field) const { return field == model::TextField::Title ? m_sizes.title : m_sizes.text; }
    [[nodiscard]] bool isIn(const model::TextPlace &place) const { return library::isIn(place.span, sizeOf(place.field)); }

    [[nodiscard]] bool isWholeQuantity(const model::QuantityMention &mention) const
    {
        return isIn(mention.place) && (!mention.countedSpan || library::isIn(*mention.countedSpan, sizeOf(mention.place.field)));
    }

    [[nodiscard]] bool isWholeStatement(const model::Statement &statement) const
    {
        using std::ranges::all_of;
        const qsizetype size = sizeOf(statement.place.field);
        return isIn(statement.place) && library::isIn(statement.predicateSpan, size) && isAbsentOrIn(statement.within, m_facts.statements) && isAbsentOrIn(statement.quote, m_facts.quotes)
            && all_of(statement.origins, [this](const model::Origin &origin) { return isAbsentOrIn(origin.entity, m_facts.entities); })
            && all_of(statement.slots, [&](const model::Slot &slot) { return library::isIn(slot.span, size) && isAbsentOrIn(slot.entity, m_facts.entities); })
            && areWholeWords(statement.words, size);
    }

    [[nodiscard]] bool areWholeWords(const std::vector<model::StatementWord> &words, qsizetype size) const
    {
        const bool areInRange = std::ranges::all_of(words, [&](const model::StatementWord &word) {
            return library::isIn(word.span, size) && (!word.head || isPlace(*word.head, words.size())) && isAbsentOrIn(word.entity, m_facts.entities);
        });
        return areInRange && endsEverywhere(words.size(), [&](size_t place) { return qint64{words[place].head.value_or(-1)}; });
    }

    [[nodiscard]] bool areStatementsInNoCircle() const
    {
        return endsEverywhere(m_facts.statements.size(), [this](size_t place) {
            const auto &within = m_facts.statements[place].within;
            return within ? within->value : qint64{-1};
        });
    }

    const Facts &m_facts;
    const TextSizes &m_sizes;
};

} // namespace

bool areConsistent(const Facts &facts, const TextSizes &sizes) { return Check(facts, sizes).isWhole(); }

bool areConsistent(const std::vector<model::TextBlock> &blocks, qsizetype textSize)
{
    qsizetype end = 0;
    for (const model::TextBlock &block : blocks) {
        if (block.span.begin < end || !isIn(block.span, textSize))
            return false;
        end = block.span.end;
    }
    return true;
}

} // namespace variorum::library
