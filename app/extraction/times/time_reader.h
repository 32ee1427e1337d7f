#pragma once

#include "extraction/shared/number_reader.h"
#include "extraction/shared/pieces.h"
#include "extraction/times/time_form.h"

#include <optional>
#include <vector>

namespace variorum::extraction {

/// What a rule read: the pieces [begin, end) and what they say.
struct TimeReading {
    int begin = 0;
    int end = 0;
    TimeForm form;
    QString rule;
};

/// The grammar of English time expressions over the pieces of one sentence. Nothing is resolved here.
class TimeReader {
public:
    TimeReader(const Pieces &pieces, const language::WordLists &lists);

    /// The longest expression that begins exactly at `index`.
    [[nodiscard]] std::optional<TimeReading> read(int index) const;

private:
    struct WordClass {
        QString name;
        QString value;
    };
    struct Part { // as TimeReading, its begin known to the caller
        int end = 0;
        TimeForm form;
        const char *rule = "";
    };
    struct Amount {
        int end = 0;
        std::optional<double> value;
        std::optional<double> to;
        bool isHyphenated = false; // "four-" of "four-day"
        bool isArticle = false;
    };
    using Rule = std::optional<Part> (TimeReader::*)(int) const;
    using MaybePart = std::optional<Part>;

    // words
    [[nodiscard]] bool mayBegin(int index) const;
    [[nodiscard]] bool isClass(int index, const char *name) const;
    [[nodiscard]] int classValue(int index) const { return m_classes[static_cast<size_t>(index)].value.toInt(); }
    [[nodiscard]] QString classText(int index) const { return m_classes[static_cast<size_t>(index)].value; }
    [[nodiscard]] std::optional<std::pair<int, int>> monthAt(int index) const; ///< month, end
    [[nodiscard]] std::optional<std::pair<int, int>> dayNumberAt(int index) const; ///< day, end
    [[nodiscard]] std::optional<int> yearAt(int index) const;
    [[nodiscard]] std::optional<Granularity> unitAt(int index, bool *isPlural = nullptr) const;
    [[nodiscard]] int skipComma(int index) const;
    [[nodiscard]] int afterYear(int index, TimeForm &form) const;
    [[nodiscard]] std::optional<std::pair<TimeForm::Direction, int>> directionAt(int index) const;

    // time_reader_date.cpp
    [[nodiscard]] MaybePart isoDate(int index) const;
    [[nodiscard]] MaybePart figureDate(int index) const;
    [[nodiscard]] MaybePart weekdayDate(int index) const;
    [[nodiscard]] MaybePart dayMonth(int index) const;
    [[nodiscard]] MaybePart monthDay(int index) const;
    [[nodiscard]] MaybePart month(int index) const;
    [[nodiscard]] MaybePart weekday(int index) const;
    [[nodiscard]] MaybePart year(int index) const;
    [[nodiscard]] MaybePart yearRange(int index) const;
    [[nodiscard]] MaybePart decade(int index) const;
    [[nodiscard]] MaybePart century(int index) const;
    [[nodiscard]] MaybePart season(int index) const;
    [[nodiscard]] MaybePart partOfYear(int index) const;
    [[nodiscard]] MaybePart holiday(int index) const;
    [[nodiscard]] bool hasYearBefore(int index) const;
    [[nodiscard]] bool speaksOfBusiness() const;
    [[nodiscard]] MaybePart monthToMonth(int index) const;
    [[nodiscard]] MaybePart longestOf(std::initializer_list<Rule> rules, int index) const;
    [[nodiscard]] MaybePart date(int index) const;

    // time_reader_relative.cpp
    [[nodiscard]] MaybePart namedDay(int index) const;
    [[nodiscard]] MaybePart deicticUnit(int index) const;
    [[nodiscard]] MaybePart anaphoricUnit(int index) const;
    [[nodiscard]] MaybePart unitAtHand(int index) const;
    [[nodiscard]] MaybePart offsetFromDate(int index) const;
    [[nodiscard]] MaybePart onTheDay(int index) const;

    // time_reader_clock.cpp
    [[nodiscard]] std::optional<std::pair<bool, int>> halfDayAt(int index) const; ///< is it p.m., end
    [[nodiscard]] MaybePart clockFigures(int index) const;
    [[nodiscard]] std::optional<std::pair<int, int>> spokenMinutes(int index) const;
    [[nodiscard]] bool isBeforePartOfDay(int index) const;
    [[nodiscard]] MaybePart clockWords(int index) const;
    [[nodiscard]] MaybePart clockNamed(int index) const;
    [[nodiscard]] MaybePart clockFourFigures(int index) const;
    [[nodiscard]] int afterZone(int index, TimeForm &form) const;
    [[nodiscard]] int afterZoneInBrackets(int index, TimeForm &form) const;
    [[nodiscard]] MaybePart clock(int index) const;
    [[nodiscard]] MaybePart dayPart(int index) const;
    [[nodiscard]] int modifierAt(int index, model::TimeValue::Modifier &modifier) const;
    [[nodiscard]] MaybePart dateAndClock(int index) const;
    [[nodiscard]] MaybePart clockAndDate(int index) const;
    [[nodiscard]] MaybePart dayPartAndDate(int index) const;

    // time_reader_span.cpp
    [[nodiscard]] int boundAt(int index, model::TimeValue::Modifier &modifier) const;
    [[nodiscard]] bool isSpreadOver(int index) const;
    [[nodiscard]] std::optional<Amount> amountAt(int index) const;
    [[nodiscard]] bool lendsCueToBareUnit(int index) const;
    [[nodiscard]] MaybePart amountOfUnit(int index) const;
    [[nodiscard]] MaybePart duration(int index) const;
    [[nodiscard]] MaybePart vagueUnits(int index) const;
    [[nodiscard]] MaybePart set(int index) const;
    [[nodiscard]] MaybePart reference(int index) const;
    [[nodiscard]] MaybePart interval(int index) const;

    const Pieces &m_pieces; // the caller keeps both
    const language::WordLists &m_lists;
    NumberReader m_numbers;
    mutable std::optional<bool> m_speaksOfBusiness; // found out when first asked
    std::vector<WordClass> m_classes; // one for each piece and one beyond
};

} // namespace variorum::extraction
