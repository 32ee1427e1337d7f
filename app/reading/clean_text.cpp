#include "reading/clean_text.h"

namespace variorum::reading {

namespace {

constexpr char16_t kReplacement = 0xFFFD;

bool isNonCharacter(char32_t codePoint)
{
    return (codePoint >= 0xFDD0 && codePoint <= 0xFDEF) || (codePoint & 0xFFFE) == 0xFFFE;
}

bool isSpecialSpace(char16_t unit)
{
    return unit == 0x00A0 || (unit >= 0x2000 && unit <= 0x200A) || unit == 0x202F || unit == 0x205F || unit == 0x3000;
}

bool isInvisible(char16_t unit) { return unit == 0x00AD || unit == 0x200B || unit == 0x2060; }

/// What one unit that is no surrogate becomes: itself, another unit, or 0 for nothing.
char16_t cleanUnit(char16_t unit, Cleaning cleaning)
{
    if (unit == u'\n' || unit == u'\t')
        return unit;
    if (unit == 0x0085 || unit == 0x2028 || unit == 0x2029 || unit == 0x000B || unit == 0x000C)
        return u'\n';
    if (unit < 0x20 || (unit >= 0x7F && unit < 0xA0) || unit == 0xFEFF)
        return 0;
    if (isNonCharacter(unit))
        return kReplacement;
    if (cleaning == Cleaning::Article && isInvisible(unit))
        return 0;
    if (cleaning == Cleaning::Article && isSpecialSpace(unit))
        return u' ';
    return unit;
}

} // namespace

QString cleanCharacters(QStringView text, Cleaning cleaning)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t unit = text[at].unicode();
        if (unit == u'\r') {
            clean += u'\n';
            if (at + 1 < text.size() && text[at + 1] == u'\n')
                ++at;
        } else if (QChar::isHighSurrogate(unit) && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            const QChar low = text[++at];
            if (isNonCharacter(QChar::surrogateToUcs4(unit, low.unicode())))
                clean += QChar(kReplacement);
            else
                clean += QStringView(text).sliced(at - 1, 2);
        } else if (QChar::isSurrogate(unit)) {
            clean += QChar(kReplacement);
        } else if (const char16_t kept = cleanUnit(unit, cleaning)) {
            clean += QChar(kept);
        }
    }
    return clean;
}

bool isClean(QStringView text) { return cleanCharacters(text, Cleaning::Faithful) == text; }

} // namespace variorum::reading
