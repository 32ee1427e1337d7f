#pragma once

#include <QHash>
#include <QString>
#include <QStringView>

namespace variorum::reading::risky {

/// Mends words that a line's end has parted. Whether the hyphen was the word's own ("well-known") or the line's
/// ("harbour" as "har-" "bour") is told by how the document writes the word elsewhere.
class WordMender {
public:
    /// Counts the words of a line, but for the pieces at a hyphen at its end and at the start of the line after it.
    void learn(QStringView line, bool followsHyphen);

    /// A line and the one after it as one; with a space where no word was parted.
    [[nodiscard]] QString join(const QString &line, const QString &next) const;

private:
    QHash<QString, int> m_counts; // lower case
};

/// Does the line end in a hyphen behind a letter?
[[nodiscard]] bool endsInHyphen(QStringView line);

} // namespace variorum::reading::risky
