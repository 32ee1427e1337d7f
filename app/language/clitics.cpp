#include "language/clitics.h"

#include <QLatin1String>
#include <array>

namespace variorum::language {

namespace {

struct Contraction {
    QLatin1String word;
    qsizetype cut;
};

// Spellings without an apostrophe that UD English takes apart.
constexpr std::array kContractions = {
    Contraction{QLatin1String("cannot"), 3}, Contraction{QLatin1String("gonna"), 3}, Contraction{QLatin1String("wanna"), 3},
    Contraction{QLatin1String("gotta"), 3}, Contraction{QLatin1String("dont"), 2}, Contraction{QLatin1String("didnt"), 3},
    Contraction{QLatin1String("doesnt"), 4}, Contraction{QLatin1String("isnt"), 2}, Contraction{QLatin1String("wasnt"), 3},
    Contraction{QLatin1String("wont"), 2}, Contraction{QLatin1String("cant"), 2}, Contraction{QLatin1String("couldnt"), 5},
    Contraction{QLatin1String("wouldnt"), 5}, Contraction{QLatin1String("ive"), 1}, Contraction{QLatin1String("im"), 1},
};

// What may follow an apostrophe at a word's end.
constexpr std::array kEndings = {
    QLatin1String("s"), QLatin1String("m"), QLatin1String("d"), QLatin1String("re"), QLatin1String("ve"), QLatin1String("ll"),
};

bool isSame(QStringView one, QLatin1String other) { return one.compare(other, Qt::CaseInsensitive) == 0; }

} // namespace

qsizetype cliticCut(QStringView word)
{
    for (const Contraction &contraction : kContractions) {
        if (word.size() == contraction.word.size() && isSame(word, contraction.word))
            return contraction.cut;
    }
    if (word.size() < 3)
        return 0;
    // n't
    if (word.size() > 3 && word.back().toLower() == u't' && isApostrophe(word[word.size() - 2]) && word[word.size() - 3].toLower() == u'n')
        return word.size() - 3;
    for (const QLatin1String ending : kEndings) {
        const qsizetype apostrophe = word.size() - ending.size() - 1;
        if (apostrophe > 0 && isApostrophe(word[apostrophe]) && isSame(word.sliced(apostrophe + 1), ending))
            return apostrophe;
    }
    return 0;
}

bool isClitic(QStringView form, QStringView previous)
{
    if (previous.isEmpty() || form.isEmpty() || !previous.back().isLetterOrNumber())
        return false;
    // The two must lie side by side for this to be asked, so they are one piece of text.
    const QStringView whole(previous.data(), previous.size() + form.size());
    return cliticCut(whole) == previous.size();
}

} // namespace variorum::language
