#include "model/article.h"

#include <algorithm>

namespace variorum::model {

namespace {

/// The last part of the member's name, or else of the file's.
QString fileName(const Article &article)
{
    const QString &path = article.member.isEmpty() ? article.path : article.member;
    return path.mid(path.lastIndexOf(u'/') + 1);
}

} // namespace

bool isPassedOver(const Article &article)
{
    return article.outcome == ReadOutcome::NotRead && !article.problems.empty()
        && std::all_of(article.problems.begin(), article.problems.end(), [](const base::Error &problem) { return base::isPassedOver(problem.code); });
}

bool isCompared(const Article &article)
{
    return article.outcome != ReadOutcome::NotRead && article.language.value_or(QString()).startsWith(QLatin1String("en"));
}

std::optional<base::Error> whyNotCompared(const Article &article)
{
    if (article.outcome == ReadOutcome::NotRead || isCompared(article))
        return std::nullopt;
    return base::Error{.code = base::ErrorCode::LanguageNotCompared, .path = article.path, .detail = article.language.value_or(QStringLiteral("its language could not be told"))};
}

QString outletLabel(const Article &article)
{
    if (article.outlet && !article.outlet->isEmpty())
        return *article.outlet;
    return fileName(article);
}

QString titleLabel(const Article &article)
{
    if (article.title && !article.title->isEmpty())
        return *article.title;
    constexpr qsizetype kMostUnits = 80;
    const QString start = article.text.left(kMostUnits + 1).simplified();
    if (start.isEmpty())
        return fileName(article);
    if (start.size() <= kMostUnits)
        return start;
    const qsizetype lastSpace = start.lastIndexOf(u' ');
    return start.left(lastSpace > 0 ? lastSpace : kMostUnits) + QChar(0x2026);
}

} // namespace variorum::model
