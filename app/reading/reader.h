#pragma once

#include "reading/draft.h"
#include "reading/read_file.h"

#include <QByteArrayView>
#include <QStringView>
#include <span>
#include <vector>

namespace variorum::reading {

struct Reader;

/// What all the containers of one file may unpack together, however they lie in each other.
struct Budget {
    qint64 bytes = 256LL * 1024 * 1024;
    int members = 10'000;
};

/// What a reader is given. The views outlive the call.
struct Source {
    QByteArrayView bytes;
    QStringView head; ///< the first few thousand characters, decoded as well as can be without knowing the format; empty where the bytes are no text
    QStringView ending; ///< lower case, without the dot: only where content does not tell
    std::span<const Reader> readers; ///< what a container's members are read with
    int depth = 0; ///< how many containers it lies in
    Budget *budget = nullptr; ///< the file's; null where nothing is unpacked
    QByteArray charset; ///< chosen by the person; empty: to be told from the bytes
};

/// One input format. readWith() asks the readers in turn and takes the first that recognises the source.
struct Reader {
    bool (*recognises)(const Source &source);
    std::vector<Draft> (*read)(const Source &source); ///< one draft an article; empty where nothing could be made of it
};

/// What the first of `readers` that recognises the bytes makes of them. Never empty: where none does, or nothing came
/// of it, one draft whose `failure` says why.
[[nodiscard]] std::vector<Draft> readWith(std::span<const Reader> readers, QByteArrayView bytes, QStringView name, int depth = 0, Budget *budget = nullptr, const QByteArray &charset = {});

/// The same for a member of a container (archive, mailbox): every draft carries the member's name. Deeper than
/// eight containers nothing is opened (TooComplex), and nothing beyond the budget's members (TooLarge).
[[nodiscard]] std::vector<Draft> readMember(const Source &container, QByteArrayView bytes, const QString &name);

/// Whether the bytes are of a format that only the helper program reads: PDF, ZIP and what is built on it, gzip, WARC,
/// RTF. Told by content alone.
[[nodiscard]] bool needsHelper(QByteArrayView bytes);

[[nodiscard]] bool recognisesMail(const Source &source);
[[nodiscard]] std::vector<Draft> readMail(const Source &source);

[[nodiscard]] bool recognisesJson(const Source &source);
[[nodiscard]] std::vector<Draft> readJson(const Source &source);

[[nodiscard]] bool recognisesNewsXml(const Source &source);
[[nodiscard]] std::vector<Draft> readNewsXml(const Source &source);

[[nodiscard]] bool recognisesReferences(const Source &source);
[[nodiscard]] std::vector<Draft> readReferences(const Source &source);

[[nodiscard]] bool recognisesHtml(const Source &source);
[[nodiscard]] std::vector<Draft> readHtml(const Source &source);

[[nodiscard]] bool recognisesMarkdown(const Source &source);
[[nodiscard]] std::vector<Draft> readMarkdown(const Source &source);

[[nodiscard]] bool recognisesText(const Source &source);
[[nodiscard]] std::vector<Draft> readText(const Source &source);

/// The reading of a page's markup that mail shares: main text and metadata of already decoded HTML.
[[nodiscard]] Draft draftFromHtml(QStringView html);

/// The same for a page that a browser or an archive saved: without what that put in.
[[nodiscard]] Draft draftFromSavedPage(QStringView html);

/// The same for plain text: paragraphs and the metadata that its lines give.
[[nodiscard]] Draft draftFromText(QStringView text);

} // namespace variorum::reading
