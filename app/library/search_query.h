#pragma once

#include "base/text_span.h"
#include "model/comparison.h"
#include "model/person_work.h"

#include <QDate>
#include <QString>
#include <optional>
#include <vector>

// The language of the search line.
//
//     ferry "ran aground" coll* -sports outlet:"Harbour Post" kind:quantity severity:conflict
//     after:2024-03-01 before:2024-04 value:>100 value:10..20 tag:urgent verdict:refuted
//
// Words are looked for without regard to case and accents, all of them; * at the end looks for beginnings; - leaves out;
// quotes hold words together. A field with nothing understandable after it is a problem, told with its place; the rest
// is searched all the same. Anything else, however odd, is words.

namespace variorum::library {

struct SearchWords {
    QString text; ///< one word, or several that stand together
    bool isPrefix = false; ///< the last word is only a beginning
    bool isExcluded = false;

    bool operator==(const SearchWords &) const = default;
};

/// An interval of numbers; an absent end is open.
struct ValueRange {
    std::optional<double> low;
    std::optional<double> high;
    bool includesLow = true;
    bool includesHigh = true;

    bool operator==(const ValueRange &) const = default;
};

struct SearchQuery {
    std::vector<SearchWords> words;
    QStringList outlets; ///< any of them; parts of names
    std::vector<model::DivergenceKind> kinds; ///< any of them, as in the following
    std::vector<model::Severity> severities;
    std::optional<QDate> before; ///< this day not included
    std::optional<QDate> after; ///< this day included
    std::vector<ValueRange> values; ///< all of them
    QStringList tags;
    std::vector<model::Verdict> verdicts;

    /// Would it find nothing but everything?
    [[nodiscard]] bool isEmpty() const { return *this == SearchQuery{}; }
    bool operator==(const SearchQuery &) const = default;
};

struct SearchProblem {
    base::TextSpan span; ///< of the line
    QString field; ///< "kind"
    QString value; ///< what was not understood; empty where nothing stood there

    bool operator==(const SearchProblem &) const = default;
};

struct ParsedSearch {
    SearchQuery query;
    std::vector<SearchProblem> problems;

    bool operator==(const ParsedSearch &) const = default;
};

[[nodiscard]] ParsedSearch parseSearch(const QString &line);

enum class SearchSubject { Article,
                           Statement,
                           Note };

/// One place that a search found.
struct SearchHit {
    SearchSubject subject = SearchSubject::Article;
    std::optional<base::ArticleId> article; ///< absent for notes
    std::optional<base::StatementId> statement; ///< its place in the article's Facts
    std::optional<qint64> work; ///< of a note
    QString outlet;
    QString title;
    model::TextPlace place; ///< of the statement; of an article the first words found, or else its beginning
    QString excerpt;
    std::vector<base::TextSpan> marks; ///< in excerpt

    bool operator==(const SearchHit &) const = default;
};

/// A word of a text as search sees it.
struct SearchToken {
    base::TextSpan span;
    QString folded; ///< lower case, without accents

    bool operator==(const SearchToken &) const = default;
};

/// The words of a text, as SQLite's unicode61 tokenizer cuts and folds them.
[[nodiscard]] std::vector<SearchToken> searchTokens(const QString &text);

/// Where the query's words stand in a text; in order, apart. With a reach, those only that begin no further behind the first.
[[nodiscard]] std::vector<base::TextSpan> marksOf(const SearchQuery &query, const QString &text, std::optional<qsizetype> reach = {});

} // namespace variorum::library
