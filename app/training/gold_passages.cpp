#include "training/gold_passages.h"

#include <algorithm>

namespace variorum::training {

namespace {

QChar foldedMark(QChar mark)
{
    switch (mark.unicode()) {
    case 0x2018:
    case 0x2019: return u'\'';
    case 0x201C:
    case 0x201D: return u'"';
    case 0x2011:
    case 0x2013:
    case 0x2014: return u'-';
    default: return mark;
    }
}

} // namespace

Passage passageOf(const QJsonValue &value)
{
    return {value[u"file"].toString(), value[u"text"].toString()};
}

bool holdsHalf(const base::TextSpan &one, const base::TextSpan &other)
{
    return one.overlapLength(other) * 2 >= std::max<qsizetype>(1, std::min(one.length(), other.length()));
}

PassageFinder::Folded PassageFinder::folded(const QString &text)
{
    Folded result;
    bool afterSpace = true;
    for (qsizetype place = 0; place < text.size(); ++place) {
        const QChar mark = text[place];
        if (mark.isSpace() && afterSpace)
            continue;
        afterSpace = mark.isSpace();
        result.text += afterSpace ? QChar(u' ') : foldedMark(mark);
        result.at.push_back(place);
    }
    return result;
}

void PassageFinder::add(base::ArticleId article, const QString &path, const QString &text)
{
    m_articles[path].push_back(article);
    m_texts[article] = folded(text);
}

std::vector<Placed> PassageFinder::places(const Passage &passage) const
{
    std::vector<Placed> found;
    const QString want = folded(passage.text).text.trimmed();
    const auto articles = m_articles.find(passage.file);
    if (articles == m_articles.end() || want.isEmpty())
        return found;
    for (const base::ArticleId article : articles->second) {
        const Folded &text = m_texts.at(article);
        for (qsizetype begin = text.text.indexOf(want); begin >= 0; begin = text.text.indexOf(want, begin + 1)) {
            const auto last = static_cast<size_t>(begin + want.size() - 1);
            found.push_back({article, {text.at[static_cast<size_t>(begin)], text.at[last] + 1}});
        }
    }
    return found;
}

} // namespace variorum::training
