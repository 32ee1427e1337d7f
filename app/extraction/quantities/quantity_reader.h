#pragma once

#include "extraction/quantities/counted_noun.h"
#include "extraction/quantities/unit_reader.h"
#include "extraction/shared/number_reader.h"
#include "model/quantity.h"

#include <optional>

namespace variorum::extraction {

/// A quantity as the pieces [begin, end) say it.
struct QuantityReading {
    int begin = 0;
    int end = 0;
    model::QuantityValue value;
    std::optional<base::TextSpan> countedSpan;
    QString rule;
    bool isName = false; ///< a number that counts nothing: pass over it
};

/// The grammar of English quantities: bounds, numbers, ranges, units, ages, what is counted.
class QuantityReader {
public:
    QuantityReader(const Pieces &pieces, const NumberReader &numbers, const UnitReader &units) : m_pieces(pieces), m_numbers(numbers), m_units(units) {}

    /// The quantity that begins exactly at `index`, bound words included.
    [[nodiscard]] std::optional<QuantityReading> read(int index) const;

private:
    struct Core { // a number, or two of a range, with their unit
        int end = 0;
        NumberReading number;
        std::optional<double> upper;
        std::optional<UnitReading> unit;
        bool isNegative = false;
    };
    [[nodiscard]] bool mayBegin(int index) const;
    [[nodiscard]] int boundAt(int index, model::Bound &bound) const;
    [[nodiscard]] int boundAfter(int index, model::Bound &bound) const;
    [[nodiscard]] std::optional<Core> core(int index, bool mayBeRange = true) const;
    void addSmallerUnit(Core &core) const;
    [[nodiscard]] bool tellsChange(int index) const;
    void shareUnit(Core &first, bool isChange) const;
    void addUpperMeasure(Core &first, int index) const;
    [[nodiscard]] std::optional<QuantityReading> age(int index) const;
    [[nodiscard]] std::optional<QuantityReading> ageDecade(int index) const;
    [[nodiscard]] std::optional<QuantityReading> ratio(int index) const;
    [[nodiscard]] std::optional<QuantityReading> counted(int index) const;
    [[nodiscard]] int afterDouble(int index, const Core &core) const;
    [[nodiscard]] static model::QuantityValue valueOf(const Core &core, model::Bound bound);

    const Pieces &m_pieces; // the caller keeps all three
    const NumberReader &m_numbers;
    const UnitReader &m_units;
};

} // namespace variorum::extraction
