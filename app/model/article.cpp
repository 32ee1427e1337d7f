#include "model/article.h"

namespace variorum::model {

namespace {

QString fileName(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

} // namespace

QString outletLabel(const Article &article)
{
    if (article.outlet && !article.outlet->isEmpty())
        return *article.outlet;
    return fileName(article.path);
}

QString titleLabel(const Article &article)
{
    if (article.title && !article.title->isEmpty())
        return *article.title;
    constexpr qsizetype kMostUnits = 80;
    const QString start = article.text.left(kMostUnits + 1).simplified();
    if (start.isEmpty())
        return fileName(article.path);
    if (start.size() <= kMostUnits)
        return start;
    const qsizetype lastSpace = start.lastIndexOf(u' ');
    return start.left(lastSpace > 0 ? lastSpace : kMostUnits) + QChar(0x2026);
}

} // namespace variorum::model
