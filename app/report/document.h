#pragma once

#include "model/comparison.h"

#include <QString>
#include <optional>
#include <variant>
#include <vector>

// A report as what it says and how its parts are ranked, without fonts, sizes or pages, so that every writer (PDF
// today) prints the same words. Plain values.

namespace variorum::report {

/// How a stretch of words stands out from those around it.
enum class Tone { Plain, Strong, Quiet, Issue /*!< the words at issue in a quoted passage */, Code };

struct Run {
    QString text;
    Tone tone = Tone::Plain;
    QString link; ///< the anchor inside the document that it leads to; empty for none

    bool operator==(const Run &) const = default;
};

using Runs = std::vector<Run>;

enum class ParagraphRole {
    Kicker, ///< small line above the title
    Title,
    Lead, ///< below the title
    Body,
    Value, ///< one value of a divergence
    Source, ///< who says it, when, from whom
    Passage, ///< an article's own words
    Intro, ///< small print below a heading, about what follows
    Note, ///< small print below a claim
};

struct Paragraph {
    ParagraphRole role = ParagraphRole::Body;
    Runs runs;
    QString anchor; ///< name that links lead to; empty for none
    std::optional<model::Severity> severity; ///< colours value and passage

    bool operator==(const Paragraph &) const = default;
};

struct Heading {
    int level = 1; ///< 1 to 3
    QString text;
    QString anchor;
    QString outline; ///< its line in the outline; empty: not in it
    std::optional<model::Severity> severity;
    Runs eyebrow; ///< small line above it; may be empty

    bool operator==(const Heading &) const = default;
};

struct Column {
    QString title;
    double share = 1; ///< of the width, beside the other columns'
    bool alignsRight = false;

    bool operator==(const Column &) const = default;
};

struct Cell {
    std::vector<Runs> lines; ///< one below the other

    bool operator==(const Cell &) const = default;
};

struct Row {
    QString anchor;
    std::vector<Cell> cells; ///< as many as columns

    bool operator==(const Row &) const = default;
};

struct Table {
    std::vector<Column> columns;
    std::vector<Row> rows;

    bool operator==(const Table &) const = default;
};

/// A number to be seen at once, and what it counts.
struct Figure {
    QString number;
    QString label;
    QString link;
    std::optional<model::Severity> severity;

    bool operator==(const Figure &) const = default;
};

struct Figures {
    std::vector<Figure> items;

    bool operator==(const Figures &) const = default;
};

/// A new page is due, unless the last has only just begun.
struct PageBreak {
    bool operator==(const PageBreak &) const = default;
};

using Block = std::variant<Heading, Paragraph, Table, Figures, PageBreak>;

struct Document {
    QString title;
    QString subject;
    QString language; ///< BCP 47
    std::vector<Block> blocks;

    bool operator==(const Document &) const = default;
};

/// One line a block (a table: one a row), with marks for ranks and tones; what tests compare and people can debug by.
[[nodiscard]] QString toPlainText(const Document &document);

} // namespace variorum::report
