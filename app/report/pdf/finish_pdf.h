#pragma once

// Includes nothing of ours: with clang 14 the file behind it is compiled as C++17 (see CMakeLists.txt).

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace variorum::report::pdf {

struct Description {
    QString title;
    QString language; ///< BCP 47
    QDateTime made; ///< invalid: no date is left in the file
};

/// The finished file, or what qpdf complained of.
struct FinishedPdf {
    QByteArray bytes;
    QString failure; ///< empty where all went well
};

/// Adds what Cairo cannot: the document's language, XMP, how a viewer opens it, one Document element above the tags,
/// and an identifier that follows from the content.
[[nodiscard]] FinishedPdf finishPdf(const QByteArray &cairoFile, const Description &description);

} // namespace variorum::report::pdf
