#include "comparison/stories/text_words.h"

#include "base/text_folding.h"

#include <QSet>
#include <QStringList>

namespace variorum::comparison {

namespace {

bool endsSentence(QStringView between)
{
    for (const QChar sign : between) {
        if (sign == u'.' || sign == u'!' || sign == u'?' || sign == u':' || sign == u'\n' || sign == u'"' || sign == QChar(0x201C))
            return true;
    }
    return false;
}

} // namespace

std::vector<TextWord> textWords(QStringView text)
{
    std::vector<TextWord> words;
    qsizetype at = 0;
    qsizetype lastEnd = 0;
    while (at < text.size()) {
        if (!text.at(at).isLetterOrNumber()) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        const auto joins = [&](qsizetype place) { // a hyphen or apostrophe between letters stays in the word
            const QChar sign = text.at(place);
            return (sign == u'-' || sign == u'\'' || sign == QChar(0x2019) || sign.isMark()) && place + 1 < text.size() && text.at(place + 1).isLetterOrNumber();
        };
        while (at < text.size() && (text.at(at).isLetterOrNumber() || joins(at)))
            ++at;
        QStringView word = text.sliced(begin, at - begin);
        if (word.endsWith(QLatin1String("'s")) || word.endsWith(QStringView(u"\u2019s")))
            word.chop(2);
        const bool opens = begin == 0 || endsSentence(text.sliced(lastEnd, begin - lastEnd));
        words.push_back({base::lettersAndDigits(word), word.front().isUpper() && !opens});
        lastEnd = at;
    }
    return words;
}

bool isFunctionWord(const QString &word)
{
    static const QSet<QString> kWords = [] {
        const QStringList list = QStringLiteral(
            "a about above after again against all also although am an and any are as at be because been before being below between both but by can "
            "cannot could did do does doing down during each either else few for from further had has have having he her here hers him his how however "
            "i if in into is it its itself just like many may me might more most much must my near neither no nor not now of off on once one only or "
            "other our out over own per quite rather same she should since so some still such than that the their them then there these they this "
            "those though through to too under until up upon us very was we were what when where whether which while who whom whose why will with "
            "within without would yet you your said say says told tell new two three first last year years time day days people according")
                                     .split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return word.size() < 2 || kWords.contains(word);
}

} // namespace variorum::comparison
