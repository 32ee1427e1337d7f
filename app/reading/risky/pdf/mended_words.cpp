// "The well-" / "known ferry" -> "The well-known ferry", "the har-" / "bour" -> "the harbour", "the Franco-" / "Prussian
// war" -> "the Franco-Prussian war". In this order:
// 1. Behind the hyphen stands a capital or a digit: it stays.
// 2. The document has the word joined, or with its hyphen, more often elsewhere: so it is written.
// 3. Both pieces are words of the document, and the first is one that makes compounds in English: it stays.
// 4. Otherwise it was the line's: English breaks ten words for each compound that it happens to break at its hyphen.

#include "reading/risky/pdf/mended_words.h"

#include <QRegularExpression>
#include <QSet>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;

constexpr QChar kHyphen(0x2010);

bool isHyphen(QChar unit) { return unit == u'-' || unit == kHyphen || unit == QChar(0x00AD); }

const QRegularExpression &wordPattern()
{
    static const QRegularExpression kWord(u"\\p{L}[\\p{L}\\p{N}'\\x{2019}]*(?:[-\\x{2010}]\\p{L}[\\p{L}\\p{N}'\\x{2019}]*)*"_s);
    return kWord;
}

QString folded(QStringView word) { return word.toString().toLower().replace(kHyphen, u'-'); }

bool makesCompounds(const QString &first)
{
    static const QSet<QString> kFirst{u"well"_s, u"self"_s, u"ex"_s, u"half"_s, u"quasi"_s, u"all"_s, u"cross"_s, u"high"_s, u"low"_s, u"long"_s, u"short"_s, u"full"_s, u"part"_s, u"then"_s,
                                      u"so"_s, u"far"_s, u"so-called"_s, u"twenty"_s, u"thirty"_s, u"forty"_s, u"fifty"_s, u"sixty"_s, u"seventy"_s, u"eighty"_s, u"ninety"_s, u"two"_s, u"three"_s,
                                      u"four"_s, u"five"_s, u"six"_s, u"seven"_s, u"eight"_s, u"nine"_s, u"ten"_s, u"one"_s, u"first"_s, u"second"_s, u"third"_s, u"vice"_s, u"mid"_s, u"anglo"_s, u"co"_s,
                                      u"large"_s, u"small"_s, u"left"_s, u"right"_s, u"hard"_s, u"state"_s, u"year"_s, u"day"_s, u"week"_s, u"month"_s};
    return kFirst.contains(first);
}

} // namespace

bool endsInHyphen(QStringView line) { return line.size() >= 2 && isHyphen(line.back()) && line[line.size() - 2].isLetter(); }

void WordMender::learn(QStringView line, bool followsHyphen)
{
    const bool isParted = endsInHyphen(line);
    auto words = wordPattern().globalMatch(line.toString());
    while (words.hasNext()) {
        const QRegularExpressionMatch word = words.next();
        const bool isPiece = (isParted && word.capturedEnd() >= line.size() - 1) || (followsHyphen && word.capturedStart() == 0);
        if (!isPiece)
            ++m_counts[folded(word.capturedView())];
    }
}

QString WordMender::join(const QString &line, const QString &next) const
{
    if (!endsInHyphen(line) || next.isEmpty() || !next.front().isLetterOrNumber())
        return line + u' ' + next;
    const QString withHyphen = line.chopped(1) + u'-' + next;
    const QString without = line.chopped(1) + next;
    if (!next.front().isLower())
        return withHyphen;
    static const QRegularExpression kLast(u"\\p{L}[\\p{L}\\p{N}'\\x{2019}-]*$"_s);
    static const QRegularExpression kFirst(u"^\\p{L}[\\p{L}\\p{N}'\\x{2019}-]*"_s);
    const QString before = folded(kLast.match(line.chopped(1)).capturedView());
    const QString after = folded(kFirst.match(next).capturedView());
    const int hyphened = m_counts.value(before + u'-' + after);
    const int joined = m_counts.value(before + after);
    if (hyphened != joined)
        return hyphened > joined ? withHyphen : without;
    return makesCompounds(before) && m_counts.contains(after) ? withHyphen : without;
}

} // namespace variorum::reading::risky
