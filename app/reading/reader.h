#pragma once

#include "reading/draft.h"
#include "reading/read_file.h"

#include <QByteArrayView>
#include <QStringView>
#include <vector>

namespace variorum::reading {

/// What a reader is given. The views outlive the call.
struct Source {
    QByteArrayView bytes;
    QStringView head; ///< the first few thousand characters, decoded as well as can be without knowing the format
    QStringView ending; ///< lower case, without the dot: only where content does not tell
};

/// One input format. readBytes() asks the readers in turn and takes the first that recognises the source.
struct Reader {
    bool (*recognises)(const Source &source);
    std::vector<Draft> (*read)(const Source &source); ///< one draft an article; empty where nothing could be made of it
};

[[nodiscard]] bool recognisesMail(const Source &source);
[[nodiscard]] std::vector<Draft> readMail(const Source &source);

[[nodiscard]] bool recognisesHtml(const Source &source);
[[nodiscard]] std::vector<Draft> readHtml(const Source &source);

[[nodiscard]] bool recognisesMarkdown(const Source &source);
[[nodiscard]] std::vector<Draft> readMarkdown(const Source &source);

[[nodiscard]] bool recognisesText(const Source &source);
[[nodiscard]] std::vector<Draft> readText(const Source &source);

/// The reading of a page's markup that mail shares: main text and metadata of already decoded HTML.
[[nodiscard]] Draft draftFromHtml(QStringView html);

/// The same for plain text: paragraphs and the metadata that its lines give.
[[nodiscard]] Draft draftFromText(QStringView text);

} // namespace variorum::reading
