#pragma once

#include "model/comparison_index.h"
#include "ui/diff/text_runs.h"

#include <QFont>
#include <QRectF>
#include <QTextLayout>
#include <memory>
#include <vector>

namespace variorum::ui {

/// One article set in one column: where every word stands. No widget, so that its arithmetic is tested by itself.
///
/// Runs are laid out when they are asked for; until then their height is estimated from their length, so that an
/// article of megabytes opens at once. Heights grow more exact as one reads: whoever lays out runs above what is
/// on screen keeps the screen still by topOf() before and after.
///
/// Offsets: (field, offset) as in TextPlace, and `position`, which counts through the title, a separator of two
/// units, and the text, so that a selection is one range.
class TextColumn {
public:
    struct Style {
        QFont body;
        QFont title;
        double lineSpacing = 1.45; ///< in font heights
        double paragraphSpacing = 0.75; ///< in line heights
        bool operator==(const Style &) const = default;
    };

    /// Copies what it needs; the article need not live on.
    void setArticle(const model::Article &article);
    void setStyle(const Style &style);
    void setWidth(double width); ///< of the text, without margins; forgets all layouts

    [[nodiscard]] const std::vector<TextRun> &runs() const { return m_runs; }
    [[nodiscard]] double height() const;
    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] double lineHeight() const;

    /// The first run that reaches below y; the last for y beyond the end; nothing without text.
    [[nodiscard]] std::optional<size_t> runAt(double y) const;
    [[nodiscard]] double topOf(size_t run) const;
    [[nodiscard]] double bottomOf(size_t run) const;
    /// Its layout, made now if need be (then tops below it may change). Drawn at (indent, topOf + space before).
    [[nodiscard]] const QTextLayout &layoutOf(size_t run);
    [[nodiscard]] QPointF originOf(size_t run) const;
    /// Lays out what lies between two heights.
    void layOut(double top, double bottom);
    /// Gives up layouts outside of two heights, when there are many. Heights stay.
    void forgetOutside(double top, double bottom);

    /// The boxes of the words, a line each, in the column's coordinates. Lays out the runs that hold them.
    [[nodiscard]] std::vector<QRectF> rectsOf(const model::TextPlace &place);
    /// The same for words whose run is known.
    [[nodiscard]] std::vector<QRectF> rectsIn(size_t run, const base::TextSpan &span);
    /// Where the words begin, without laying out anything: estimated within the run.
    [[nodiscard]] double approximateTopOf(const model::TextPlace &place) const;
    [[nodiscard]] std::optional<size_t> runOf(model::TextField field, qsizetype offset) const;

    /// The position nearest to a point; exact on the text, else the nearest line's.
    [[nodiscard]] qsizetype positionAt(const QPointF &point);
    /// Is the point on a letter (and not in a margin, or past a line's end)?
    [[nodiscard]] bool isOnText(const QPointF &point);
    [[nodiscard]] qsizetype positionOf(model::TextField field, qsizetype offset) const;
    [[nodiscard]] std::pair<model::TextField, qsizetype> placeOf(qsizetype position) const;
    [[nodiscard]] qsizetype endPosition() const;
    [[nodiscard]] QString textBetween(qsizetype from, qsizetype to) const;
    /// The word, or the space between words, around a position.
    [[nodiscard]] base::TextSpan wordAt(qsizetype position) const;
    /// One letter as a reader counts them on or back: an accent set above it goes with it.
    [[nodiscard]] qsizetype letterAway(qsizetype position, bool backward) const;
    /// A position one line up or down, at the same x where possible.
    [[nodiscard]] qsizetype lineAway(qsizetype position, int lines);

private:
    struct Set {
        double height = 0; ///< with the space before
        bool isExact = false;
        std::unique_ptr<QTextLayout> layout;
    };

    [[nodiscard]] QStringView textOf(model::TextField field) const { return field == model::TextField::Title ? m_title : m_text; }
    [[nodiscard]] const QFont &fontOf(const TextRun &run) const;
    [[nodiscard]] double indentOf(const TextRun &run) const;
    [[nodiscard]] double spaceBefore(size_t run) const;
    [[nodiscard]] double lineHeightOf(const TextRun &run) const;
    void estimate();
    void updateTops() const;

    QString m_title;
    QString m_text;
    std::vector<TextRun> m_runs;
    std::vector<Set> m_set;
    Style m_style;
    double m_width = 400;
    size_t m_laidOut = 0;
    mutable std::vector<double> m_tops; ///< one more than runs
    mutable bool m_topsAreOld = true;
};

} // namespace variorum::ui
