#include "evaluation/page_score.h"

#include <QHash>
#include <algorithm>

namespace variorum::evaluation {

namespace {

bool isWordUnit(QStringView text, qsizetype at)
{
    const QChar unit = text[at];
    if (unit.isHighSurrogate() && at + 1 < text.size())
        return QChar::isLetterOrNumber(QChar::surrogateToUcs4(unit, text[at + 1]));
    if (unit.isLowSurrogate() && at > 0)
        return QChar::isLetterOrNumber(QChar::surrogateToUcs4(text[at - 1], unit));
    return unit.isLetterOrNumber() || unit == u'_';
}

/// Every run of words and how often it stands there.
QHash<QStringList, int> runsOf(QStringView text, qsizetype runLength)
{
    QHash<QStringList, int> runs;
    const QStringList words = wordsOf(text);
    if (words.isEmpty())
        return runs;
    for (qsizetype at = 0; at < std::max<qsizetype>(1, words.size() - runLength + 1); ++at)
        ++runs[words.mid(at, runLength)];
    return runs;
}

int totalOf(const QHash<QStringList, int> &runs)
{
    int total = 0;
    for (const int count : runs)
        total += count;
    return total;
}

QString foldedWords(QStringView text)
{
    const QString folded = text.toString().normalized(QString::NormalizationForm_KC).toLower().remove(u'\'').remove(QChar(0x2019));
    return wordsOf(folded).join(u' ');
}

} // namespace

QStringList wordsOf(QStringView text)
{
    QStringList words;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && isWordUnit(text, end))
            ++end;
        if (end > at)
            words.append(text.sliced(at, end - at).toString());
        at = end + 1;
    }
    return words;
}

TextScore scoreText(QStringView gold, QStringView read, qsizetype runLength)
{
    const QHash<QStringList, int> wanted = runsOf(gold, runLength);
    const QHash<QStringList, int> got = runsOf(read, runLength);
    int shared = 0;
    for (auto run = got.cbegin(); run != got.cend(); ++run)
        shared += std::min(run.value(), wanted.value(run.key()));
    const int gotTotal = totalOf(got);
    const int wantedTotal = totalOf(wanted);
    TextScore score;
    score.precision = gotTotal > 0 ? static_cast<double>(shared) / gotTotal : (wantedTotal > 0 ? 0.0 : 1.0);
    score.recall = wantedTotal > 0 ? static_cast<double>(shared) / wantedTotal : 1.0;
    return score;
}

void MeanScore::add(const TextScore &page)
{
    m_sum.precision += page.precision;
    m_sum.recall += page.recall;
    ++m_pages;
}

TextScore MeanScore::mean() const
{
    return m_pages > 0 ? TextScore{m_sum.precision / m_pages, m_sum.recall / m_pages} : TextScore{};
}

ExcerptPlace placeOf(QStringView excerpt, QStringView text)
{
    const QString wanted = foldedWords(excerpt) + u' ';
    const QString all = foldedWords(text) + u' ';
    if (wanted.size() > 1 && all.startsWith(wanted))
        return ExcerptPlace::AtStart;
    return wanted.size() > 1 && QString(u' ' + all).contains(u' ' + wanted) ? ExcerptPlace::Inside : ExcerptPlace::Absent;
}

} // namespace variorum::evaluation
