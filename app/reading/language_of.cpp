// Which language an article is in, by CLD2 (naive Bayes over four-letter runs) on its title and text.
//
// CLD2's own verdict passes over English where a fifth of the page is in another language, since it takes English for
// the frame of a page; here there is no frame, so the language of the largest part counts. An article with a quotation
// in Spanish stays English:
//
//     "The harbour master spoke to crews ... «El barco salió del puerto ...»"    en 70 %, es 29 %    -> en
//     <html lang="en-US">, text in German                                        de 98 %             -> de, from the text
//     "Sports" with <html lang="en-GB">                                          too short           -> en-GB, as declared

#include "reading/language_of.h"

#include <array>
#include <cstdio> // compact_lang_det.h uses FILE without including it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kLongest = 20'000;
constexpr int kEnoughLetters = 200; ///< UTF-8 bytes: about 30 words, from where the words outweigh a declaration
constexpr int kFewestLetters = 12; ///< below that even clear words are names or slogans

/// CLD2 refuses a text with a single character that may not be interchanged; those and lone surrogates become spaces.
QByteArray interchangeable(QStringView text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text[at];
        if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            const char32_t codePoint = QChar::surrogateToUcs4(unit, text[++at]);
            if ((codePoint & 0xFFFEU) != 0xFFFEU)
                clean += QStringView(text).sliced(at - 1, 2);
            continue;
        }
        const char16_t code = unit.unicode();
        const bool isOdd = unit.isSurrogate() || code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0xFDD0 && code <= 0xFDEF) || code >= 0xFFFE;
        clean += isOdd ? QChar(u' ') : unit;
    }
    return clean.toUtf8();
}

/// CLD2 keeps old codes, and has some for what is no language.
QString languageTag(CLD2::Language language)
{
    const QString code = QString::fromLatin1(CLD2::LanguageCode(language));
    if (code == "un"_L1 || code.startsWith("xx"_L1) || code == "zzp"_L1 || code == "tlh"_L1)
        return {};
    if (code == "iw"_L1)
        return u"he"_s;
    if (code == "jw"_L1)
        return u"jv"_s;
    if (code == "zh"_L1)
        return u"zh-Hans"_s;
    return code;
}

QString primaryTag(const QString &tag) { return tag.section(u'-', 0, 0).section(u'_', 0, 0).toLower(); }

/// Norwegian goes by three codes, Filipino by two.
bool areSameLanguage(const QString &one, const QString &other)
{
    const auto named = [](const QString &tag) {
        const QString primary = primaryTag(tag);
        if (primary == "nb"_L1 || primary == "nn"_L1)
            return u"no"_s;
        return primary == "tl"_L1 ? u"fil"_s : primary;
    };
    return named(one) == named(other);
}

} // namespace

LanguageEvidence languageEvidence(QStringView text)
{
    const QByteArray bytes = interchangeable(text.left(kLongest));
    const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages{CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
    std::array<int, 3> percents{};
    std::array<double, 3> scores{};
    LanguageEvidence evidence;
    int validBytes = 0; // may not be null, whatever the header says
    CLD2::ExtDetectLanguageSummaryCheckUTF8(bytes.constData(), static_cast<int>(bytes.size()), true, &hints, CLD2::kCLDFlagBestEffort, languages.data(), percents.data(), scores.data(), nullptr,
                                            &evidence.letterBytes, &evidence.isReliable, &validBytes);
    evidence.language = languageTag(languages[0]);
    if (evidence.language.isEmpty())
        return {};
    constexpr double kOrdinaryScore = 1000.0;
    evidence.share = percents[0] / 100.0;
    for (size_t place = 0; place < languages.size(); ++place)
        evidence.naturalness += percents[place] / 100.0 * scores[place] / kOrdinaryScore;
    evidence.isByScript = languages[0] == CLD2::GREEK || languages[0] == CLD2::THAI;
    return evidence;
}

LanguageChoice chooseLanguage(const std::optional<QString> &declared, QStringView title, QStringView text)
{
    const LanguageEvidence evidence = languageEvidence(QString(title.toString() + u".\n\n"_s + text.left(kLongest).toString()));
    const bool isClear = evidence.isReliable && evidence.share >= 0.5 && evidence.letterBytes >= kFewestLetters;
    if (declared && (!isClear || evidence.letterBytes < kEnoughLetters || areSameLanguage(*declared, evidence.language)))
        return {declared, false};
    return isClear ? LanguageChoice{evidence.language, true} : LanguageChoice{};
}

} // namespace variorum::reading
