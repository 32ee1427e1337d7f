#pragma once

#include "extraction/shared/pieces.h"
#include "language/word_lists.h"

#include <QString>
#include <optional>

namespace variorum::extraction {

/// A unit as the pieces up to `end` name it.
struct UnitReading {
    int end = 0;
    QString code; ///< UCUM or ISO 4217
    double factor = 1; ///< "40 cents" are 0.4 USD
    bool isMoney = false;
};

/// Reads units and currencies (tables units, currencies).
class UnitReader {
public:
    explicit UnitReader(const language::WordLists &lists);

    /// The unit that begins at `index`, directly after a number of `value` ("km/h", "-metre", "per cent", "euros").
    [[nodiscard]] std::optional<UnitReading> after(const Pieces &pieces, int index, double value) const;

    /// A currency sign or code directly before a number: "US$", "€", "EUR"; `end` is where the number must begin.
    [[nodiscard]] std::optional<UnitReading> currencyBefore(const Pieces &pieces, int index) const;

private:
    struct Row {
        QString words;
        QString first; // its first piece, to pass over most rows at once
        QString code;
        QString flag;
    };
    static std::vector<Row> rowsOf(const language::WordLists &lists, QStringView table);
    [[nodiscard]] static std::optional<std::pair<const Row *, int>> longest(const std::vector<Row> &rows, const Pieces &pieces, int index);

    std::vector<Row> m_units;
    std::vector<Row> m_currencies;
};

} // namespace variorum::extraction
