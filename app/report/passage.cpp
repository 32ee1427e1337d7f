// Finds the sentence around a value. Qt's sentence boundaries (UAX 29) stop after "Dr." and "Jan.", so a boundary
// after a short capitalised word or an initial is not taken:
//
//     Mr. Aldous left. |Dr. Hale said 12 people were hurt on Jan. 3.|
//                                     ^^ the value: the passage is what stands between the bars

#include "report/passage.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace variorum::report {

namespace {

using base::TextSpan;

/// "Dr.", "Jan.", "U.S.", "J." before the boundary: the sentence goes on.
bool endsInAbbreviation(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (!trimmed.endsWith(u'.'))
        return false;
    const QStringView word = trimmed.sliced(std::max<qsizetype>(trimmed.lastIndexOf(u' '), trimmed.lastIndexOf(u'\n')) + 1).chopped(1);
    constexpr qsizetype kLongest = 3;
    if (word.isEmpty() || !word.front().isUpper())
        return false;
    const bool hasInnerPoint = word.contains(u'.');
    const bool allCapitals = std::all_of(word.begin(), word.end(), [](QChar letter) { return letter.isUpper(); });
    return hasInnerPoint || (word.size() <= kLongest && (word.size() == 1 || !allCapitals));
}

TextSpan paragraphAround(const model::Article &article, const model::TextPlace &place)
{
    const QString &text = model::textOf(article, place.field);
    if (place.field == model::TextField::Title)
        return {0, text.size()};
    for (const model::TextBlock &block : article.blocks) {
        if (block.span.contains(place.span))
            return block.span;
    }
    const qsizetype before = text.lastIndexOf(QLatin1String("\n\n"), place.span.begin);
    const qsizetype after = text.indexOf(QLatin1String("\n\n"), place.span.end);
    return {before < 0 ? 0 : before + 2, after < 0 ? text.size() : after};
}

/// The sentences of a paragraph that meet the span, united.
TextSpan sentencesAround(const QString &text, const TextSpan &paragraph, const TextSpan &span)
{
    const QString inside = text.sliced(paragraph.begin, paragraph.length());
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, inside);
    TextSpan found{span};
    qsizetype start = 0;
    for (qsizetype next = finder.toNextBoundary(); next >= 0; next = finder.toNextBoundary()) {
        if (next < inside.size() && endsInAbbreviation(QStringView(inside).sliced(start, next - start)))
            continue;
        const TextSpan sentence{paragraph.begin + start, paragraph.begin + next};
        if (sentence.overlaps(span))
            found = found.united(sentence);
        start = next;
    }
    return found;
}

TextSpan trimmed(const QString &text, TextSpan span)
{
    while (!span.isEmpty() && text[span.end - 1].isSpace())
        --span.end;
    while (!span.isEmpty() && text[span.begin].isSpace())
        ++span.begin;
    return span;
}

/// Cuts what is too long, at spaces, keeping the value and about as much before as after it.
TextSpan shortened(const QString &text, TextSpan passage, const TextSpan &value, qsizetype mostUnits)
{
    if (passage.length() <= mostUnits)
        return passage;
    const qsizetype room = std::max<qsizetype>(0, mostUnits - value.length());
    const qsizetype before = std::min(value.begin - passage.begin, std::max(room / 2, room - (passage.end - value.end)));
    const qsizetype after = room - before;
    if (value.begin - before > passage.begin) {
        const qsizetype space = text.indexOf(u' ', value.begin - before);
        passage.begin = space >= 0 && space < value.begin ? space + 1 : value.begin;
    }
    if (value.end + after < passage.end) {
        const qsizetype space = text.lastIndexOf(u' ', value.end + after);
        passage.end = space > value.end ? space : value.end;
    }
    return passage;
}

/// A value that is longer than a passage may be (a whole paragraph) is cut too.
TextSpan cutAtWord(const QString &text, const TextSpan &span, qsizetype mostUnits)
{
    if (span.length() <= mostUnits)
        return span;
    const qsizetype space = text.lastIndexOf(u' ', span.begin + mostUnits);
    qsizetype end = space > span.begin ? space : span.begin + mostUnits;
    if (text[end - 1].isHighSurrogate())
        --end;
    return {span.begin, end};
}

QString oneLine(QString text)
{
    for (QChar &unit : text) {
        if (unit.isSpace())
            unit = u' ';
    }
    return text;
}

} // namespace

TextSpan sentenceAround(const model::Article &article, const model::TextPlace &place)
{
    const QString &text = model::textOf(article, place.field);
    if (!TextSpan{0, text.size()}.contains(place.span) || place.span.begin > place.span.end)
        return {};
    return trimmed(text, sentencesAround(text, paragraphAround(article, place), place.span)).united(place.span);
}

Passage passageAround(const model::Article &article, const model::TextPlace &asked, const model::TextPlace &statement, qsizetype mostUnits)
{
    const QString &text = model::textOf(article, asked.field);
    const TextSpan whole{0, text.size()};
    if (!whole.contains(asked.span) || asked.span.begin > asked.span.end)
        return {};
    model::TextPlace value = asked;
    value.span = cutAtWord(text, asked.span, mostUnits);
    const TextSpan paragraph = paragraphAround(article, value);
    const bool isInParagraph = statement.field == value.field && paragraph.contains(statement.span);
    const TextSpan wanted = isInParagraph ? asked.span.united(statement.span) : asked.span;
    const TextSpan sentence = trimmed(text, sentencesAround(text, paragraph, wanted)).united(value.span);
    const TextSpan cut = shortened(text, sentence, value.span, mostUnits);
    const auto part = [&text](qsizetype begin, qsizetype end) { return oneLine(text.sliced(begin, end - begin)); };
    return {.before = part(cut.begin, value.span.begin),
            .words = part(value.span.begin, value.span.end),
            .after = part(value.span.end, cut.end),
            .startsInside = cut.begin > sentence.begin,
            .endsInside = cut.end < sentence.end};
}

} // namespace variorum::report
