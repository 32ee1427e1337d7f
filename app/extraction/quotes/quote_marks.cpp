// Pairs quotation marks within a paragraph.
//
//     He called it a" stumbling block "in talks.   the spaces are on the wrong side: straight marks pair in order
//     ‘It’s the drivers’ day,’ she said            an apostrophe between letters never closes; a mark after a plural s
//                                                  closes only if no better one follows: ",’" here
//
// A mark that is never closed opens a quotation to the end of its paragraph only where the next paragraph opens with
// a mark again (the way news sets long speeches) or where it stood at the paragraph's beginning; else it is an error
// of the text and marks nothing.

#include "extraction/quotes/quote_marks.h"

#include <algorithm>

namespace variorum::extraction {

namespace {

constexpr QStringView kStraightDouble = u"\"\uFF02";
constexpr QStringView kOpenDouble = u"\u201C\u201E\u00AB\u201F";
constexpr QStringView kCloseDouble = u"\u201D\u00BB";

constexpr qsizetype kLongestSingle = 1500; // characters; also keeps hostile texts linear

bool isDouble(QChar character)
{
    return kStraightDouble.contains(character) || kOpenDouble.contains(character) || kCloseDouble.contains(character);
}

bool isSingleMark(QChar character)
{
    return character == u'\'' || character == u'\u2018' || character == u'\u2019' || character == u'`';
}

class Paragraph {
public:
    Paragraph(QStringView text, base::TextSpan span) : m_text(text), m_span(span) {}

    [[nodiscard]] QChar at(qsizetype place) const { return place >= m_span.begin && place < m_span.end ? m_text[place] : QChar(u' '); }

    [[nodiscard]] std::vector<MarkedSpan> read(bool nextGoesOn) const
    {
        std::vector<MarkedSpan> found;
        for (qsizetype place = m_span.begin; place < m_span.end; ++place) {
            const bool opensDouble = isDouble(at(place)) && !isInches(place) && !kCloseDouble.contains(at(place));
            const bool opensSingle = isSingleMark(at(place)) && opensAsSingle(place);
            if (!opensDouble && !opensSingle)
                continue;
            const qsizetype close = opensDouble ? closeOfDouble(place) : closeOfSingle(place);
            const bool isOpenEnded = close < 0 && opensDouble && (nextGoesOn || isFirst(place));
            if (close < 0 && !isOpenEnded)
                continue;
            const qsizetype end = close < 0 ? m_span.end : close;
            MarkedSpan span{trimmed({place + 1, end}), {place, close < 0 ? end : close + 1}, opensSingle && !opensDouble, close < 0 && nextGoesOn};
            if (close >= 0 && opensDouble && isReopened(place, close)) { // the next part of the same speech
                span.outer.end = close;
                span.goesOn = true;
            }
            place = span.outer.end - 1;
            if (!span.inner.isEmpty())
                found.push_back(span);
        }
        return found;
    }

    [[nodiscard]] bool opensWithMark() const
    {
        qsizetype place = m_span.begin;
        while (place < m_span.end && m_text[place].isSpace())
            ++place;
        return place < m_span.end && isDouble(m_text[place]);
    }

private:
    [[nodiscard]] bool isFirst(qsizetype place) const { return m_text.sliced(m_span.begin, place - m_span.begin).trimmed().isEmpty(); }

    // A straight mark that looks like an opening one where another stands open: a speech of several paragraphs that
    // were run together. Not where the first looks like a closing one: then the spaces are on the wrong side.
    [[nodiscard]] bool isReopened(qsizetype open, qsizetype close) const
    {
        const auto looksOpening = [this](qsizetype place) { return !at(place - 1).isLetterOrNumber() && at(place - 1).isSpace() && !at(place + 1).isSpace(); };
        return at(open) == u'"' && at(close) == u'"' && (looksOpening(open) || isFirst(open)) && looksOpening(close) && !at(close + 1).isPunct();
    }

    // 6'2", 12": inches
    [[nodiscard]] bool isInches(qsizetype place) const { return at(place) == u'"' && at(place - 1).isDigit() && (at(place - 2) == u'\'' || at(place - 3) == u'\''); }

    [[nodiscard]] qsizetype closeOfDouble(qsizetype open) const
    {
        for (qsizetype place = open + 1; place < m_span.end; ++place) {
            const QChar mark = at(place);
            if (!isDouble(mark) || isInches(place))
                continue;
            const bool isNestedOpen = kOpenDouble.contains(mark) && kOpenDouble.contains(at(open));
            return isNestedOpen ? -1 : place;
        }
        return -1;
    }

    [[nodiscard]] bool opensAsSingle(qsizetype place) const
    {
        const QChar before = at(place - 1);
        const bool startsWord = (at(place + 1).isLetter() || at(place + 1) == u'[' || at(place + 1).isDigit()) && !before.isLetterOrNumber() && (before.isSpace() || QStringView(u"(-\u2013\u2014:[\"\u201C/").contains(before));
        if (!startsWord)
            return false;
        // 'em, 'til, '90s are shortened words
        const bool isElision = at(place) != u'\u2018' && (at(place + 1).isDigit() || m_text.sliced(place + 1).startsWith(u"em ") || m_text.sliced(place + 1).startsWith(u"til ") || m_text.sliced(place + 1).startsWith(u"tis "));
        return !isElision;
    }

    [[nodiscard]] qsizetype closeOfSingle(qsizetype open) const
    {
        qsizetype doubtful = -1;
        const qsizetype limit = std::min(m_span.end, open + kLongestSingle);
        for (qsizetype place = open + 1; place < limit; ++place) {
            if (isDouble(at(place)))
                break;
            if (!isSingleMark(at(place)) || at(place) == u'\u2018' || at(place + 1).isLetterOrNumber())
                continue;
            if (at(place - 1).isSpace())
                continue;
            const bool isPossessive = at(place - 1) == u's' && at(place + 1).isSpace() && at(place + 2).isLetter();
            if (!isPossessive)
                return place;
            if (doubtful < 0)
                doubtful = place;
        }
        return doubtful;
    }

    [[nodiscard]] base::TextSpan trimmed(base::TextSpan span) const
    {
        while (span.begin < span.end && m_text[span.begin].isSpace())
            ++span.begin;
        while (span.end > span.begin && m_text[span.end - 1].isSpace())
            --span.end;
        return span;
    }

    QStringView m_text;
    base::TextSpan m_span;
};

} // namespace

std::vector<MarkedSpan> markedSpans(QStringView text)
{
    std::vector<Paragraph> paragraphs;
    qsizetype begin = 0;
    while (begin <= text.size()) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        if (end > begin && !text.sliced(begin, end - begin).trimmed().isEmpty())
            paragraphs.emplace_back(text, base::TextSpan{begin, end});
        begin = end + 1;
    }
    std::vector<MarkedSpan> found;
    for (size_t index = 0; index < paragraphs.size(); ++index) {
        const bool nextGoesOn = index + 1 < paragraphs.size() && paragraphs[index + 1].opensWithMark();
        const std::vector<MarkedSpan> here = paragraphs[index].read(nextGoesOn);
        found.insert(found.end(), here.begin(), here.end());
    }
    return found;
}

} // namespace variorum::extraction
