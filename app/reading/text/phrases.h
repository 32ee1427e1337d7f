#pragma once

#include <QString>
#include <QStringView>

namespace variorum::reading {

/// A line as compared with other lines: lower case, apostrophes and quotes dropped, every other run of
/// non-letters and non-digits one space.
[[nodiscard]] QString foldedLine(QStringView line);

/// Whether a line is furniture that any site may have ("Advertisement", "Share this article", "Leave a reply").
[[nodiscard]] bool isFurniture(QStringView line);

/// Whether a line heads a list of other articles ("Read also:", "Related stories", "More on this story").
[[nodiscard]] bool headsRelatedList(QStringView line);

/// Whether a line opens the part after an article where only readers speak ("Leave a Reply", "3 Comments").
[[nodiscard]] bool opensReaderPart(QStringView line);

/// The wire service or picture agency that a short name stands for ("AFP"), as it is usually printed; empty for others.
[[nodiscard]] QString agencyName(QStringView name);

/// Whether a name in capitals is a place that pictures are credited to: an agency, a paper, a social network.
[[nodiscard]] bool isPictureSource(QStringView name);

/// Whether a line ends as a sentence does, a closing quote or bracket aside.
[[nodiscard]] bool endsSentence(QStringView line);

} // namespace variorum::reading
