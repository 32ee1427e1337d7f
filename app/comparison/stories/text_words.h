#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace variorum::comparison {

/// A word of raw text: folded, and whether it looks like a part of a name (a capital that does not open a sentence).
struct TextWord {
    QString folded;
    bool isName = false;
};

/// Runs of letters and digits in order; accents and case folded, "'s" dropped. Needs no language pack.
[[nodiscard]] std::vector<TextWord> textWords(QStringView text);

/// Words that English sentences are held together with, which tell nothing of the subject.
[[nodiscard]] bool isFunctionWord(const QString &folded);

} // namespace variorum::comparison
