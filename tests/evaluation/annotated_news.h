#pragma once

#include "base/text_span.h"
#include "extraction/extract.h"
#include "language/language_pack.h"

#include <QDate>
#include <QString>
#include <vector>

namespace variorum::evaluation {

/// What a reader marked in a text. Open: what is found in it is neither right nor wrong.
struct Mark {
    enum class Kind { Time, Quantity, Open };
    Kind kind = Kind::Time;
    base::TextSpan span;
    QString value; ///< TIMEX3 value; of a quantity "12", ">=12", "~12", "3..5"
    QString unit; ///< UCUM, ISO 4217, "1" for fractions, empty for counts
    QString counted; ///< lemma; empty where it is not judged
};

struct MarkedText {
    QString name;
    QDate published;
    QString text; ///< paragraphs parted by "\n\n"
    std::vector<Mark> marks; ///< in text order
};

/// Reads data/annotated_news.txt; its head explains the form. Broken marks end up in `problems`.
[[nodiscard]] std::vector<MarkedText> readAnnotatedNews(const QString &content, QStringList &problems);

/// Sentences of MEANTIME (meantime.conll) with the marks of data/meantime_spans.tsv. Words are put together again as
/// they were printed: no space before a comma, none after a bracket. Only the articles that `spans` names.
[[nodiscard]] std::vector<MarkedText> readMeantime(const QString &conll, const QString &spans, QStringList &problems);

/// The text as an article of its date, annotated.
[[nodiscard]] extraction::AnnotatedArticle annotatedArticle(const MarkedText &marked, const language::LanguagePack &pack);

/// Right, found and wanted of one measure.
struct Counts {
    int right = 0;
    int found = 0;
    int wanted = 0;

    [[nodiscard]] double precision() const { return found > 0 ? 1.0 * right / found : 0; }
    [[nodiscard]] double recall() const { return wanted > 0 ? 1.0 * right / wanted : 0; }
    [[nodiscard]] double f1() const { return found + wanted > 0 ? 2.0 * right / (found + wanted) : 0; }
};

/// One line: name, F1, precision, recall, counts.
void printCounts(const QString &name, const Counts &counts);

} // namespace variorum::evaluation
