// Poppler gives the words of a page as boxes in reading order (columns one after the other). They are strung into lines
// here and not by Poppler's own text, since that drops every hyphen at a line's end, "well-" + "known" too, and says
// nothing of indents and gaps, by which paragraphs are told.

#include "reading/risky/pdf/page_lines.h"

#include "reading/clean_text.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>
#include <poppler-document.h>
#include <poppler-page.h>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;

constexpr double kSpace = 0.3; // of the size: a gap that is read as a space where the file has none
constexpr size_t kMostWords = 50'000; // a page of a newspaper has 5,000

/// Only the presentation forms of letters are undone; the rest of NFKC would change what is written ("½", "№").
QString withoutLigatures(const QString &text)
{
    const auto isForm = [](QChar unit) { return unit >= QChar(0xFB00) && unit <= QChar(0xFB06); };
    if (std::none_of(text.begin(), text.end(), isForm))
        return text;
    QString letters;
    for (const QChar unit : text)
        letters += isForm(unit) ? QString(unit).normalized(QString::NormalizationForm_KC) : QString(unit);
    return letters;
}

QString textOf(const poppler::ustring &text)
{
    const poppler::byte_array bytes = text.to_utf8();
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

bool isBoldFont(const std::string &name)
{
    return name.find("Bold") != std::string::npos || name.find("Black") != std::string::npos || name.find("Heavy") != std::string::npos || name.find("bold") != std::string::npos;
}

/// The rotation that most words have.
int mainRotation(const std::vector<poppler::text_box> &words)
{
    std::array<size_t, 4> counts{};
    for (const poppler::text_box &word : words)
        ++counts.at(static_cast<size_t>(std::clamp(word.rotation(), 0, 3)));
    return static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

class LineBuilder {
public:
    explicit LineBuilder(int page)
        : m_page(page)
    {
    }

    void add(const poppler::text_box &word)
    {
        const poppler::rectf box = word.bbox();
        const QString text = cleanCharacters(withoutLigatures(textOf(word.text())));
        if (text.trimmed().isEmpty() || !std::isfinite(box.left()) || !std::isfinite(box.top()) || !std::isfinite(box.right()) || !std::isfinite(box.bottom()))
            return;
        const double size = word.has_font_info() ? word.get_font_size() : box.height();
        if (m_lines.empty() || !continues(box, size))
            begin(box, size);
        else if (m_hasSpace || box.left() - m_lastRight > kSpace * size)
            m_lines.back().text += u' ';
        PdfLine &line = m_lines.back();
        line.text += text;
        line.right = std::max(line.right, box.right());
        line.top = std::min(line.top, box.top());
        line.bottom = std::max(line.bottom, box.bottom());
        m_boldUnits += word.has_font_info() && isBoldFont(word.get_font_name()) ? text.size() : 0;
        line.isBold = m_boldUnits * 2 > line.text.size();
        line.size = std::max(line.size, size);
        m_hasSpace = word.has_space_after() || box.right() < m_lastRight;
        m_lastRight = box.right();
    }

    [[nodiscard]] std::vector<PdfLine> take() { return std::move(m_lines); }

private:
    /// To the right of the last word, on the same level, and no column's gap away.
    [[nodiscard]] bool continues(const poppler::rectf &box, double size) const
    {
        constexpr double kColumnGap = 2.5;
        const PdfLine &line = m_lines.back();
        const double middle = (box.top() + box.bottom()) / 2;
        const bool isLevel = (middle > line.top && middle < line.bottom) || (line.top < box.bottom() && line.bottom > box.top() && std::abs(box.bottom() - line.bottom) < 0.3 * line.height());
        const double gap = box.left() - m_lastRight;
        return isLevel && gap > -0.5 * size && gap < kColumnGap * std::max(size, line.size);
    }

    void begin(const poppler::rectf &box, double size)
    {
        PdfLine line;
        line.left = box.left();
        line.right = box.right();
        line.top = box.top();
        line.bottom = box.bottom();
        line.size = size;
        line.page = m_page;
        m_lines.push_back(line);
        m_boldUnits = 0;
    }

    int m_page;
    std::vector<PdfLine> m_lines;
    double m_lastRight = 0;
    qsizetype m_boldUnits = 0;
    bool m_hasSpace = true;
};

/// With its numbers as one sign, so that "Page 3 of 12" is "Page 4 of 12".
QString pattern(const PdfLine &line)
{
    static const QRegularExpression kNumber(u"\\d+"_s);
    return QString(line.text).replace(kNumber, u"#"_s).simplified().toLower();
}

bool isPageNumber(const QString &text)
{
    static const QRegularExpression kNumber(u"^(?:page\\s*)?[-\\x{2013}|]?\\s*(?:\\d{1,4}|[ivxlc]{1,6})\\s*(?:(?:of|/)\\s*\\d{1,4})?\\s*[-\\x{2013}|]?$"_s, QRegularExpression::CaseInsensitiveOption);
    return kNumber.match(text).hasMatch();
}

/// The lines at a page's head and foot: within a ninth of its height from an edge, or within a fourth where one stands
/// alone above or below all others.
std::vector<bool> edgeLines(const PdfPage &page)
{
    std::vector<double> tops;
    std::vector<double> bottoms;
    for (const PdfLine &line : page.lines) {
        tops.push_back(line.top);
        bottoms.push_back(line.bottom);
    }
    std::sort(tops.begin(), tops.end());
    std::sort(bottoms.begin(), bottoms.end(), std::greater<>());
    std::vector<bool> areAtEdge;
    for (const PdfLine &line : page.lines) {
        const double gap = 1.5 * line.height();
        const bool isFirst = line.bottom < page.height / 4 && (tops.size() < 2 || (line.top <= tops[0] && tops[1] > line.bottom + gap));
        const bool isLast = line.top > page.height * 3 / 4 && (bottoms.size() < 2 || (line.bottom >= bottoms[0] && bottoms[1] < line.top - gap));
        areAtEdge.push_back(isFirst || isLast || line.bottom < page.height / 9 || line.top > page.height * 8 / 9);
    }
    return areAtEdge;
}

} // namespace

PdfPage pageLines(const poppler::document &document, int number)
{
    PdfPage page;
    const std::unique_ptr<poppler::page> source(document.create_page(number));
    if (!source)
        return page;
    const poppler::rectf area = source->page_rect();
    page.width = area.width();
    page.height = area.height();
    std::vector<poppler::text_box> words = source->text_list(poppler::page::text_list_include_font);
    if (words.size() > kMostWords)
        words.erase(words.begin() + kMostWords, words.end());
    const int rotation = mainRotation(words);
    LineBuilder builder(number);
    for (const poppler::text_box &word : words) {
        if (word.rotation() == rotation)
            builder.add(word);
    }
    page.lines = builder.take();
    return page;
}

void dropRunningLines(std::vector<PdfPage> &pages)
{
    QHash<QString, int> pagesWith;
    std::vector<std::vector<bool>> areAtEdge;
    for (const PdfPage &page : pages) {
        QSet<QString> seen;
        areAtEdge.push_back(edgeLines(page));
        for (size_t place = 0; place < page.lines.size(); ++place) {
            if (areAtEdge.back()[place])
                seen.insert(pattern(page.lines[place]));
        }
        for (const QString &each : seen)
            ++pagesWith[each];
    }
    // Left and right pages may have titles of their own, and chapters too: three of them are a habit, of few pages most.
    const int enough = std::max(2, std::min<int>(3, static_cast<int>(pages.size()) * 2 / 3));
    for (size_t at = 0; at < pages.size(); ++at) {
        std::vector<PdfLine> kept;
        for (size_t place = 0; place < pages[at].lines.size(); ++place) {
            PdfLine &line = pages[at].lines[place];
            const bool isRunning = areAtEdge[at][place] && (isPageNumber(line.text) || (pages.size() > 1 && pagesWith.value(pattern(line)) >= enough));
            if (!isRunning)
                kept.push_back(std::move(line));
        }
        pages[at].lines = std::move(kept);
    }
}

} // namespace variorum::reading::risky
