#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace variorum::evaluation {

/// How a text that was read holds up against the text that it should be, by shared runs of words.
struct TextScore {
    double precision = 0.0;
    double recall = 0.0;

    [[nodiscard]] double f1() const { return precision + recall > 0.0 ? 2.0 * precision * recall / (precision + recall) : 0.0; }
};

/// Runs of letters, digits and underscores, as they stand: case counts.
[[nodiscard]] QStringList wordsOf(QStringView text);

/// Both texts as bags of all runs of `runLength` words (a shorter text is one run): how much of `read` is in `gold`
/// (precision), how much of `gold` in `read` (recall). An empty text against an empty one is perfect.
[[nodiscard]] TextScore scoreText(QStringView gold, QStringView read, qsizetype runLength);

/// Means of precision and recall over pages; its f1() is made of those means, as the public benchmark does.
class MeanScore {
public:
    void add(const TextScore &page);
    [[nodiscard]] TextScore mean() const;
    [[nodiscard]] int pages() const { return m_pages; }

private:
    TextScore m_sum;
    int m_pages = 0;
};

/// Where the words of `excerpt` (an ellipsis at its end is no word) stand in a text, case and punctuation aside.
enum class ExcerptPlace { AtStart,
                          Inside,
                          Absent };
[[nodiscard]] ExcerptPlace placeOf(QStringView excerpt, QStringView text);

} // namespace variorum::evaluation
