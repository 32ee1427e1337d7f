// Whether decoded text looks like writing: what tells a charset from the others that accept the same bytes.
//
// A text in the wrong charset gives itself away by characters in places where nobody writes them: capitals inside words, signs
// between letters, Cyrillic in a Latin word, a combining mark after a space. Where the places are right (one Latin charset
// against another) the language must tell: CLD2 knows the four-letter runs of eighty languages.
//
//     bytes "d\xE9j\xE0 vu"   windows-1252 "déjà vu"    two letters in their words                   1.0
//                             IBM866       "dщjр vu"    Cyrillic between Latin letters              -1.0
//                             macintosh    "dÈj‡ vu"    a capital after a small letter, a dagger    -1.2
//     bytes "els\xF5 nap"     windows-1250 "első nap"   and windows-1252 "elsõ nap" stand alike; the runs of Hungarian hold "lső"
//
// East Asian double-byte charsets accept each other's bytes, but put their everyday characters into different rows (GB 2312
// level 1 in B0-D7, Hangul in B0-C8, Japanese kana in A4 and A5 with kanji of level 1 in B0-CF): the likelihood of the rows
// that are used tells them apart, as in Li and Momoi, "A composite approach to language/encoding detection" (2001).

#include "reading/writing_plausibility.h"

#include "reading/language_of.h"

#include <QString>
#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace variorum::reading {

namespace {

bool isLetter(QChar character) { return character.isLetter() && character != QChar(0x00AA) && character != QChar(0x00BA); }

bool isEastAsian(QChar::Script script)
{
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana || script == QChar::Script_Hangul || script == QChar::Script_Bopomofo;
}

bool areForeign(QChar one, QChar other)
{
    if (!isLetter(one) || !isLetter(other))
        return false;
    const QChar::Script left = one.script();
    const QChar::Script right = other.script();
    return left != right && !isEastAsian(left) && !isEastAsian(right);
}

/// A character beyond ASCII and what stands around it; spaces beyond the ends.
struct Place {
    QChar beforeLeft;
    QChar left;
    QChar character;
    QChar right;
    QChar afterRight;
};

Place placeOf(QStringView text, qsizetype at)
{
    const auto unit = [&text](qsizetype index) { return index >= 0 && index < text.size() ? text[index] : QChar(u' '); };
    return {unit(at - 2), unit(at - 1), unit(at), unit(at + 1), unit(at + 2)};
}

bool isThaiConsonant(QChar character) { return character >= QChar(0x0E01) && character <= QChar(0x0E2E); }

double thaiLetter(const Place &place)
{
    const char16_t unit = place.character.unicode();
    if (place.left.script() != QChar::Script_Thai && place.right.script() != QChar::Script_Thai)
        return -0.7;
    if (unit >= 0x0E40 && unit <= 0x0E44) // written before the consonant
        return isThaiConsonant(place.right) ? 1.0 : -1.5;
    if (unit == 0x0E30 || unit == 0x0E32 || unit == 0x0E33) // written after it
        return isThaiConsonant(place.left) || place.left.isMark() ? 1.0 : -1.5;
    return 0.8;
}

/// U+03C2 closes words, U+03C3 never does.
bool isMisplacedSigma(const Place &place)
{
    if (place.character == QChar(0x03C2))
        return isLetter(place.right);
    return place.character == QChar(0x03C3) && isLetter(place.left) && !isLetter(place.right) && place.right != u'\'' && place.right != QChar(0x2019);
}

/// Latin, Greek and Cyrillic have words of one letter.
double lonelyLetter(QChar letter)
{
    if (letter.script() != QChar::Script_Latin && letter.script() != QChar::Script_Greek && letter.script() != QChar::Script_Cyrillic)
        return -0.7;
    if (letter.script() != QChar::Script_Latin)
        return letter.isLower() || !letter.isUpper() ? 0.5 : 0.2;
    const QString base = letter.toLower().decomposition();
    return !base.isEmpty() && QStringView(u"aeiouy").contains(base[0]) ? 0.4 : -0.7;
}

/// An ideograph stands among its like; one inside a Latin word is two bytes of that word.
double eastAsianLetter(const Place &place)
{
    const auto isLike = [](QChar character) { return isEastAsian(character.script()) || (character.unicode() >= 0x3000 && character.unicode() < 0x3040) || character.unicode() >= 0xFF00; };
    if (isLike(place.left) || isLike(place.right))
        return 1.0;
    return isLetter(place.left) || isLetter(place.right) ? -1.0 : 0.2;
}

double letter(const Place &place)
{
    const QChar here = place.character;
    if (areForeign(place.left, here) || areForeign(here, place.right))
        return -1.0;
    if ((here.isUpper() && place.left.isLower()) || (here.isLower() && place.right.isUpper()))
        return -1.5;
    if (here.isLower() && place.left.isUpper() && place.beforeLeft.isUpper())
        return -0.7;
    if (here.unicode() == 0x0192 || isMisplacedSigma(place)) // the florin sign is no letter of a text
        return -1.0;
    if (here.unicode() >= 0xFF61 && here.unicode() <= 0xFF9F)
        return -0.3;
    if (here.script() == QChar::Script_Thai)
        return thaiLetter(place);
    if (isEastAsian(here.script()))
        return eastAsianLetter(place);
    const auto belongs = [](QChar character) { return isLetter(character) || character.isMark(); };
    return belongs(place.left) || belongs(place.right) ? 1.0 : lonelyLetter(here);
}

double mark(const Place &place)
{
    if (!isLetter(place.left) && !place.left.isMark())
        return -1.5;
    const QChar::Script script = place.character.script();
    return script == QChar::Script_Inherited || script == place.left.script() || place.left.isMark() ? 0.8 : -1.5;
}

bool isEdge(QChar character) { return character.isSpace() || character == u'<' || character == u'>' || character == u'"' || character == u'\''; }
bool isBody(QChar character) { return character.isLetterOrNumber() || character.isMark(); }

double openingQuote(const Place &place)
{
    if (isEdge(place.left) || (place.left.isPunct() && !isBody(place.left)))
        return isEdge(place.right) ? 0.4 : 1.0; // French sets a space inside
    return !isBody(place.right) ? 0.5 : -0.7; // German closes with it
}

double closingQuote(const Place &place)
{
    if (place.character == QChar(0x2019) && isBody(place.left))
        return 1.0;
    if (!isBody(place.right))
        return isEdge(place.left) ? 0.4 : 1.0;
    return isEdge(place.left) ? 0.3 : -0.7; // Danish opens with it
}

double currency(const Place &place)
{
    if (place.character == QChar(0x00A4))
        return -1.0;
    const bool isBefore = place.right.isDigit() || (place.right.isSpace() && place.afterRight.isDigit());
    const bool isAfter = place.left.isDigit() || (place.left.isSpace() && place.beforeLeft.isDigit());
    return isBefore || isAfter ? 1.0 : -0.6;
}

double latinSign(const Place &place)
{
    const auto when = [](bool holds, double gain) { return holds ? gain : -1.0; };
    switch (place.character.unicode()) {
    case 0x00A0: return 0.3;
    case 0x00AD: return 0.0;
    case 0x00A1:
    case 0x00BF: return when(!isBody(place.left) && isBody(place.right), 1.0);
    case 0x00A7: return when(!isBody(place.left), 0.4);
    case 0x00A9: return when(!isBody(place.left) || !isBody(place.right), 0.6);
    case 0x00AE: return when(!isBody(place.right), 0.4);
    case 0x00B0: return when(place.left.isDigit() || (isEdge(place.left) && !isLetter(place.afterRight)), 0.8);
    case 0x00AA:
    case 0x00BA: return when((place.left.isDigit() || place.left == u'.' || place.left == u'n' || place.left == u'N') && !isBody(place.right), 0.5);
    case 0x00B1: return when(place.right.isDigit() || place.right.isSpace(), 0.4);
    case 0x00B2:
    case 0x00B3:
    case 0x00B9: return when((place.left.isDigit() || place.left == u'm') && !isLetter(place.right), 0.5);
    case 0x00B5: return when(!isBody(place.left) && isLetter(place.right), 0.2);
    case 0x00B7: return isLetter(place.left) && isLetter(place.right) ? 0.2 : when(!isBody(place.left), 0.2);
    case 0x00BC:
    case 0x00BD:
    case 0x00BE: return when(!isLetter(place.left) && !isLetter(place.right), 0.5);
    case 0x00D7:
    case 0x00F7: return when(!isLetter(place.left) && !isLetter(place.right), 0.3);
    default: return -1.0;
    }
}

double punctuation(const Place &place)
{
    switch (place.character.unicode()) {
    case 0x00AB:
    case 0x2018:
    case 0x201A:
    case 0x201C:
    case 0x201E:
    case 0x2039: return openingQuote(place);
    case 0x00BB:
    case 0x2019:
    case 0x201D:
    case 0x203A: return closingQuote(place);
    case 0x2013:
    case 0x2014: return isBody(place.left) == isBody(place.right) || isEdge(place.left) || isEdge(place.right) ? 0.9 : 0.5;
    case 0x2026: return isBody(place.left) || isEdge(place.left) ? 1.0 : 0.2;
    case 0x2022: return isEdge(place.left) ? 0.5 : -0.5;
    case 0x2122: return isBody(place.left) && !isBody(place.right) ? 0.5 : -1.0;
    case 0x2116: return !isBody(place.left) ? 0.5 : -1.0;
    case 0x2030: return place.left.isDigit() ? 0.4 : -1.0;
    default: return -1.0;
    }
}

double plausibilityAt(const Place &place)
{
    const QChar here = place.character;
    const char16_t unit = here.unicode();
    if (unit == 0xFFFD || unit < 0xA0)
        return -3.0;
    if (here.isSurrogate())
        return 0.0;
    if (here.category() == QChar::Other_PrivateUse || here.category() == QChar::Other_NotAssigned || (unit >= 0x2500 && unit < 0x25A0))
        return -2.0;
    if (here.isMark())
        return mark(place);
    if (isLetter(here))
        return letter(place);
    if ((unit >= 0x3000 && unit < 0x3040) || (unit >= 0xFF00 && unit < 0xFFF0) || unit == 0x060C || unit == 0x061B || unit == 0x061F)
        return 0.7;
    if (here.category() == QChar::Symbol_Currency)
        return currency(place);
    if (unit == 0x00AB || unit == 0x00BB || unit > 0xFF)
        return punctuation(place);
    return latinSign(place);
}

template<typename Predicate>
double meanPlausibility(QStringView text, const Predicate &isLookedAt)
{
    double sum = 0.0;
    qsizetype count = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isLookedAt(at))
            continue;
        sum += plausibilityAt(placeOf(text, at));
        ++count;
    }
    return count > 0 ? sum / static_cast<double>(count) : 0.0;
}

/// One vowel of nearly every Greek word has an accent, about one small letter in nine.
double greekNaturalness(QStringView text)
{
    qsizetype small = 0;
    qsizetype accented = 0;
    for (const QChar character : text) {
        if (character.script() != QChar::Script_Greek || !character.isLower())
            continue;
        ++small;
        accented += !character.decomposition().isEmpty();
    }
    if (small == 0)
        return 0.4;
    return accented * 25 >= small && accented * 4 <= small ? 0.7 : 0.1;
}

/// Rows of a charset, by lead byte, that share a part of the text and as many characters as they hold.
struct Zone {
    unsigned first;
    unsigned last;
    double share;
    double size;
    bool isCommon;
};

constexpr std::array kEucJp{Zone{0xA1, 0xA1, 0.10, 94, true}, Zone{0xA4, 0xA5, 0.50, 170, true}, Zone{0xB0, 0xCF, 0.37, 2965, true}, Zone{0xD0, 0xF4, 0.02, 3390, false}};
constexpr std::array kShiftJis{Zone{0x81, 0x81, 0.10, 147, true}, Zone{0x82, 0x83, 0.50, 230, true}, Zone{0x88, 0x97, 0.37, 2965, true}, Zone{0x98, 0x9F, 0.01, 1500, false}, Zone{0xE0, 0xEA, 0.01, 1900, false}};
constexpr std::array kGb{Zone{0xA1, 0xA1, 0.08, 94, true}, Zone{0xA3, 0xA3, 0.05, 94, true}, Zone{0xB0, 0xD7, 0.83, 3755, true}, Zone{0xD8, 0xF7, 0.03, 3008, false}};
constexpr std::array kBig5{Zone{0xA1, 0xA3, 0.12, 408, true}, Zone{0xA4, 0xC6, 0.85, 5401, true}, Zone{0xC9, 0xF9, 0.02, 7652, false}};
constexpr std::array kKorean{Zone{0xA1, 0xA3, 0.05, 282, true}, Zone{0xB0, 0xC8, 0.91, 2350, true}, Zone{0xCA, 0xFD, 0.02, 4888, false}};
constexpr std::array kEucTw{Zone{0xA1, 0xA3, 0.12, 282, true}, Zone{0xC4, 0xFD, 0.85, 5401, true}};

std::span<const Zone> zonesOf(QByteArrayView charset)
{
    if (charset == QByteArrayView("Shift_JIS"))
        return kShiftJis;
    if (charset == QByteArrayView("EUC-JP"))
        return kEucJp;
    if (charset == QByteArrayView("GB18030"))
        return kGb;
    if (charset == QByteArrayView("Big5"))
        return kBig5;
    return charset == QByteArrayView("EUC-TW") ? std::span<const Zone>(kEucTw) : std::span<const Zone>(kKorean);
}

} // namespace

double characterPlausibility(QStringView text)
{
    return meanPlausibility(text, [text](qsizetype at) { return text[at].unicode() >= 0x80; });
}

double signShare(QStringView text)
{
    qsizetype high = 0;
    qsizetype signs = 0;
    for (const QChar character : text) {
        high += character.unicode() >= 0x80;
        signs += character.unicode() >= 0xA0 && !character.isLetter() && !character.isMark();
    }
    return high > 0 ? static_cast<double>(signs) / static_cast<double>(high) : 0.0;
}

double plausibilityWhereOther(QStringView text, QStringView other)
{
    return meanPlausibility(text, [text, other](qsizetype at) { return text[at] != other[at] && text[at].unicode() >= 0x80; });
}

double languagePlausibility(QStringView text)
{
    constexpr double kEnoughLetters = 40.0;
    constexpr double kUnknown = 0.4;
    const LanguageEvidence evidence = languageEvidence(text);
    if (evidence.letterBytes == 0)
        return 0.3;
    double natural = std::min(1.4, evidence.naturalness);
    if (evidence.isByScript)
        natural = evidence.language == QLatin1String("el") ? greekNaturalness(text) : 0.7;
    const double weight = std::min(1.0, evidence.letterBytes / kEnoughLetters);
    return weight * natural + (1.0 - weight) * kUnknown;
}

DoubleByteSpread doubleByteSpread(QByteArrayView bytes, QByteArrayView charset)
{
    constexpr double kElsewhere = 0.01 / 10'000;
    const std::span<const Zone> zones = zonesOf(charset);
    const bool isShiftJis = charset == QByteArrayView("Shift_JIS");
    const bool needsHighTrail = charset != QByteArrayView("Shift_JIS") && charset != QByteArrayView("Big5");
    DoubleByteSpread spread;
    double sum = 0.0;
    qsizetype common = 0;
    for (qsizetype at = 0; at + 1 < bytes.size(); ++at) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        if (lead < 0x80)
            continue;
        ++spread.characters;
        if (isShiftJis && lead >= 0xA1 && lead <= 0xDF) { // half-width kana, a byte each
            sum += std::log(kElsewhere);
            continue;
        }
        const auto trail = static_cast<unsigned char>(bytes[++at]);
        const auto zone = std::find_if(zones.begin(), zones.end(), [lead](const Zone &each) { return lead >= each.first && lead <= each.last; });
        const bool isInZone = zone != zones.end() && (!needsHighTrail || trail >= 0xA1);
        sum += std::log(isInZone ? zone->share / zone->size : kElsewhere);
        common += isInZone && zone->isCommon;
    }
    if (spread.characters > 0) {
        // By byte, not by character: half-width readings have twice as many characters.
        spread.meanLogLikelihood = sum / static_cast<double>(std::max<qsizetype>(1, std::count_if(bytes.begin(), bytes.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; })));
        spread.commonShare = static_cast<double>(common) / static_cast<double>(spread.characters);
    }
    return spread;
}

} // namespace variorum::reading
