#include "ui/diff/text_column.h"

#include <QFontMetricsF>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kSeparatorUnits = 2; // between title and text, as two line ends
constexpr size_t kKeptLayouts = 300;

} // namespace

void TextColumn::setArticle(const model::Article &article)
{
    m_title = article.title.value_or(QString());
    m_text = article.text;
    m_runs = splitRuns(article);
    estimate();
}

void TextColumn::setStyle(const Style &style)
{
    if (style == m_style)
        return;
    m_style = style;
    estimate();
}

void TextColumn::setWidth(double width)
{
    if (width == m_width)
        return;
    m_width = std::max(40.0, width);
    estimate();
}

double TextColumn::height() const
{
    updateTops();
    return m_tops.back();
}

double TextColumn::lineHeight() const { return QFontMetricsF(m_style.body).height() * m_style.lineSpacing; }

const QFont &TextColumn::fontOf(const TextRun &run) const { return run.field == model::TextField::Title ? m_style.title : m_style.body; }

double TextColumn::lineHeightOf(const TextRun &run) const
{
    return std::round(QFontMetricsF(fontOf(run)).height() * (run.field == model::TextField::Title ? 1.22 : m_style.lineSpacing));
}

double TextColumn::indentOf(const TextRun &run) const
{
    switch (run.kind) {
    case model::BlockKind::ListItem:
    case model::BlockKind::Quote: return std::round(lineHeight());
    case model::BlockKind::Paragraph:
    case model::BlockKind::Heading:
    case model::BlockKind::TableRow: return 0;
    }
    return 0;
}

double TextColumn::spaceBefore(size_t run) const
{
    if (run == 0 || !m_runs[run].startsBlock)
        return 0;
    if (m_runs[run - 1].field != m_runs[run].field)
        return std::round(lineHeight());
    const bool isHeading = m_runs[run].kind == model::BlockKind::Heading;
    const bool inList = m_runs[run].kind == model::BlockKind::ListItem && m_runs[run - 1].kind == model::BlockKind::ListItem;
    return std::round(lineHeight() * (inList ? m_style.paragraphSpacing / 3 : isHeading ? m_style.paragraphSpacing * 1.6
                                                                                        : m_style.paragraphSpacing));
}

void TextColumn::estimate()
{
    m_set.clear();
    m_set.resize(m_runs.size());
    m_laidOut = 0;
    m_topsAreOld = true;
    const double unitWidth = std::max(1.0, QFontMetricsF(m_style.body).averageCharWidth());
    for (size_t run = 0; run < m_runs.size(); ++run) {
        const double factor = m_runs[run].field == model::TextField::Title ? 1.5 : 1.0;
        const double perLine = std::max(1.0, (m_width - indentOf(m_runs[run])) / (unitWidth * factor));
        const double lines = std::max(1.0, std::ceil(static_cast<double>(m_runs[run].span.length()) / perLine));
        m_set[run].height = spaceBefore(run) + lines * lineHeightOf(m_runs[run]);
    }
}

void TextColumn::updateTops() const
{
    if (!m_topsAreOld)
        return;
    m_tops.assign(1, 0.0);
    m_tops.reserve(m_set.size() + 1);
    for (const Set &set : m_set)
        m_tops.push_back(m_tops.back() + set.height);
    m_topsAreOld = false;
}

std::optional<size_t> TextColumn::runAt(double y) const
{
    if (m_runs.empty())
        return std::nullopt;
    updateTops();
    const auto below = std::upper_bound(m_tops.begin() + 1, m_tops.end(), y);
    return std::min(static_cast<size_t>(below - m_tops.begin() - 1), m_runs.size() - 1);
}

double TextColumn::topOf(size_t run) const
{
    updateTops();
    return m_tops[run];
}

double TextColumn::bottomOf(size_t run) const
{
    updateTops();
    return m_tops[run + 1];
}

const QTextLayout &TextColumn::layoutOf(size_t run)
{
    Set &set = m_set[run];
    if (set.layout)
        return *set.layout;
    const TextRun &of = m_runs[run];
    QString text = textOf(of.field).mid(of.span.begin, of.span.length()).toString();
    text.replace(u'\n', QChar(QChar::LineSeparator));
    set.layout = std::make_unique<QTextLayout>(text, fontOf(of));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    set.layout->setTextOption(option);
    const double lineHeightHere = lineHeightOf(of);
    const double lead = (lineHeightHere - QFontMetricsF(fontOf(of)).height()) / 2;
    double y = 0;
    set.layout->beginLayout();
    for (QTextLine line = set.layout->createLine(); line.isValid(); line = set.layout->createLine()) {
        line.setLineWidth(m_width - indentOf(of));
        line.setPosition(QPointF(0, y + lead));
        y += lineHeightHere;
    }
    set.layout->endLayout();
    const double exact = spaceBefore(run) + std::max(y, lineHeightHere);
    if (exact != set.height) {
        set.height = exact;
        m_topsAreOld = true;
    }
    set.isExact = true;
    ++m_laidOut;
    return *set.layout;
}

QPointF TextColumn::originOf(size_t run) const { return {indentOf(m_runs[run]), topOf(run) + spaceBefore(run)}; }

void TextColumn::layOut(double top, double bottom)
{
    const std::optional<size_t> first = runAt(top);
    if (!first)
        return;
    for (size_t run = *first; run < m_runs.size() && topOf(run) <= bottom; ++run)
        std::ignore = layoutOf(run);
}

void TextColumn::forgetOutside(double top, double bottom)
{
    if (m_laidOut <= kKeptLayouts)
        return;
    for (size_t run = 0; run < m_set.size(); ++run) {
        if (m_set[run].layout && (bottomOf(run) < top || topOf(run) > bottom)) {
            m_set[run].layout.reset();
            --m_laidOut;
        }
    }
}

std::vector<QRectF> TextColumn::rectsIn(size_t run, const base::TextSpan &span)
{
    std::vector<QRectF> rects;
    const TextRun &of = m_runs[run];
    if (!of.span.overlaps(span))
        return rects;
    const QTextLayout &layout = layoutOf(run);
    const QPointF origin = originOf(run);
    const auto begin = static_cast<int>(std::max(span.begin, of.span.begin) - of.span.begin);
    const auto end = static_cast<int>(std::min(span.end, of.span.end) - of.span.begin);
    for (int number = 0; number < layout.lineCount(); ++number) {
        const QTextLine line = layout.lineAt(number);
        const int from = std::max(begin, line.textStart());
        const int to = std::min(end, line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const double left = line.cursorToX(from);
        // A space that the line break swallowed has no width: cursorToX would jump past the margin.
        const double right = std::min(line.cursorToX(to), line.naturalTextWidth() + line.x());
        const QRectF rect(QPointF(std::min(left, right), line.y()), QSizeF(std::abs(right - left), line.height()));
        if (rect.width() > 0)
            rects.push_back(rect.translated(origin));
    }
    return rects;
}

std::vector<QRectF> TextColumn::rectsOf(const model::TextPlace &place)
{
    std::vector<QRectF> rects;
    std::optional<size_t> run = runOf(place.field, place.span.begin);
    for (; run && *run < m_runs.size() && m_runs[*run].field == place.field && m_runs[*run].span.begin < place.span.end; ++*run)
        std::ignore = layoutOf(*run); // first all, since each may move those below
    run = runOf(place.field, place.span.begin);
    for (; run && *run < m_runs.size() && m_runs[*run].field == place.field && m_runs[*run].span.begin < place.span.end; ++*run)
        std::ranges::copy(rectsIn(*run, place.span), std::back_inserter(rects));
    return rects;
}

std::optional<size_t> TextColumn::runOf(model::TextField field, qsizetype offset) const
{
    // The title's runs come first, as TextField::Title does.
    const auto after = std::ranges::partition_point(m_runs, [&](const TextRun &run) { return std::pair(run.field, run.span.end) <= std::pair(field, offset); });
    if (after == m_runs.end() || after->field != field)
        return std::nullopt;
    return static_cast<size_t>(after - m_runs.begin());
}

double TextColumn::approximateTopOf(const model::TextPlace &place) const
{
    const std::optional<size_t> run = runOf(place.field, place.span.begin);
    if (!run)
        return height();
    const TextRun &of = m_runs[*run];
    const double part = static_cast<double>(std::max<qsizetype>(0, place.span.begin - of.span.begin)) / static_cast<double>(of.span.length());
    return topOf(*run) + spaceBefore(*run) + part * (bottomOf(*run) - topOf(*run) - spaceBefore(*run));
}

qsizetype TextColumn::positionAt(const QPointF &point)
{
    const std::optional<size_t> run = runAt(point.y());
    if (!run)
        return 0;
    const QTextLayout &layout = layoutOf(*run);
    const QPointF inside = point - originOf(*run);
    int best = 0;
    for (int number = 0; number < layout.lineCount(); ++number) {
        best = number;
        if (inside.y() < layout.lineAt(number).rect().bottom())
            break;
    }
    const TextRun &of = m_runs[*run];
    if (layout.lineCount() == 0 || inside.y() < -spaceBefore(*run) / 2)
        return positionOf(of.field, of.span.begin);
    return positionOf(of.field, of.span.begin + layout.lineAt(best).xToCursor(inside.x()));
}

bool TextColumn::isOnText(const QPointF &point)
{
    const std::optional<size_t> run = runAt(point.y());
    if (!run)
        return false;
    const QTextLayout &layout = layoutOf(*run);
    const QPointF inside = point - originOf(*run);
    for (int number = 0; number < layout.lineCount(); ++number) {
        if (layout.lineAt(number).naturalTextRect().contains(inside))
            return true;
    }
    return false;
}

qsizetype TextColumn::positionOf(model::TextField field, qsizetype offset) const
{
    if (field == model::TextField::Title)
        return offset;
    return m_title.isEmpty() ? offset : m_title.size() + kSeparatorUnits + offset;
}

std::pair<model::TextField, qsizetype> TextColumn::placeOf(qsizetype position) const
{
    if (m_title.isEmpty())
        return {model::TextField::Text, std::clamp<qsizetype>(position, 0, m_text.size())};
    if (position < m_title.size() + kSeparatorUnits)
        return {model::TextField::Title, std::clamp<qsizetype>(position, 0, m_title.size())};
    return {model::TextField::Text, std::min(position - m_title.size() - kSeparatorUnits, m_text.size())};
}

qsizetype TextColumn::endPosition() const { return positionOf(model::TextField::Text, m_text.size()); }

QString TextColumn::textBetween(qsizetype from, qsizetype to) const
{
    if (from > to)
        std::swap(from, to);
    const auto [firstField, begin] = placeOf(from);
    const auto [lastField, end] = placeOf(to);
    if (firstField == lastField)
        return textOf(firstField).mid(begin, end - begin).toString();
    return m_title.mid(begin) + "\n\n"_L1 + m_text.left(end);
}

base::TextSpan TextColumn::wordAt(qsizetype position) const
{
    const auto [field, offset] = placeOf(position);
    const std::optional<size_t> run = runOf(field, offset);
    if (!run)
        return {position, position};
    const base::TextSpan of = m_runs[*run].span;
    const QStringView text = textOf(field).mid(of.begin, of.length());
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text.data(), text.size());
    finder.setPosition(std::max<qsizetype>(0, offset - of.begin));
    const qsizetype begin = finder.isAtBoundary() ? finder.position() : finder.toPreviousBoundary();
    finder.setPosition(begin);
    const qsizetype end = finder.toNextBoundary();
    if (begin < 0 || end < 0)
        return {position, position};
    return {positionOf(field, of.begin + begin), positionOf(field, of.begin + end)};
}

qsizetype TextColumn::letterAway(qsizetype position, bool backward) const
{
    const qsizetype plain = std::clamp<qsizetype>(position + (backward ? -1 : 1), 0, endPosition());
    const auto [field, offset] = placeOf(backward ? plain : position);
    const std::optional<size_t> run = runOf(field, offset);
    if (!run)
        return plain;
    const base::TextSpan of = m_runs[*run].span;
    const QStringView text = textOf(field).mid(of.begin, of.length());
    const qsizetype at = offset - of.begin + (backward ? 1 : 0);
    if (at < 0 || at > text.size() || (!backward && at == text.size()))
        return plain; // between two runs
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    finder.setPosition(at);
    const qsizetype to = backward ? finder.toPreviousBoundary() : finder.toNextBoundary();
    return to < 0 ? plain : positionOf(field, of.begin + to);
}

qsizetype TextColumn::lineAway(qsizetype position, int lines)
{
    const auto [field, place] = placeOf(position);
    const std::optional<size_t> run = runOf(field, place);
    if (!run)
        return lines < 0 && position > 0 ? lineAway(position - 1, lines) : endPosition();
    // Between two runs there is nothing to stand on: the next run's first letter does.
    const qsizetype offset = std::max(place, m_runs[*run].span.begin);
    const std::vector<QRectF> rects = rectsOf({field, {offset, offset + 1}});
    if (rects.empty())
        return lines < 0 ? std::max<qsizetype>(0, position - 1) : std::min(position + 1, endPosition());
    const double y = rects.front().center().y() + lines * lineHeight();
    if (y < 0)
        return 0;
    return y > height() ? endPosition() : positionAt({rects.front().left(), y});
}

} // namespace variorum::ui
