#pragma once

#include <QString>
#include <QStringView>
#include <optional>

namespace variorum::reading {

/// What CLD2 makes of a text. All zero and empty where it finds no language.
struct LanguageEvidence {
    QString language; ///< BCP 47: "en", "zh-Hant"; of the largest part of the text
    double share = 0.0; ///< that part, 0 to 1
    double naturalness = 0.0; ///< how usual the letter runs of all parts are: 1 in ordinary text, near 0 in gibberish
    int letterBytes = 0; ///< UTF-8 bytes of letters that were looked at
    bool isReliable = false;
    bool isByScript = false; ///< known by the script alone (Greek, Thai): naturalness says nothing then
};

/// At most the first 20,000 units are looked at.
[[nodiscard]] LanguageEvidence languageEvidence(QStringView text);

/// The language of an article, and whether the text told it or the file.
struct LanguageChoice {
    std::optional<QString> language; ///< BCP 47
    bool isFromText = false;
};

/// Settles an article's language. On enough text the words decide: templates declare what their maker speaks. On a short
/// text, or where the words are of two minds, the declaration holds; without one a short text's words do if they are
/// clear, and else nothing. A declaration that the words bear out is kept as it is ("en-GB").
[[nodiscard]] LanguageChoice chooseLanguage(const std::optional<QString> &declared, QStringView title, QStringView text);

} // namespace variorum::reading
