// Which legacy charset bytes are in: every charset reads a sample, and the reading that looks most like writing wins.
//
// The sample is the lines that hold bytes beyond ASCII. A reading's score is the plausibility of its characters in their places
// and of its words in their language (writing_plausibility.h), less what makes the charset rare, plus what speaks for it
// from elsewhere: uchardet, which knows the frequencies of single letters and does well on long texts, and the declaration. The
// lead over the best reading that gives another text says how sure the guess is: two readings that give the same text do not
// contend.
//
//     "els\xF5 nap ..."   windows-1250 1.0 + 1.2   windows-1252 1.0 + 1.1   uchardet says windows-1250 (+0.3)    -> windows-1250
//     "caf\x8E"           ibm850 "cafÄ" -1.5, windows-1252 "cafŽ" -1.5, macintosh "café" 1.0                     -> macintosh, doubtful

#include "reading/guess_charset.h"

#include "reading/charset_decoder.h"
#include "reading/writing_plausibility.h"

#include <QString>
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <uchardet.h>
#include <vector>

namespace variorum::reading {

namespace {

struct Candidate {
    const char *charset;
    double rarity;
};

constexpr std::array<Candidate, 25> kSingleByte{{
    {"windows-1252", 0.0},
    {"windows-1251", 0.02},
    {"windows-1250", 0.02},
    {"windows-1253", 0.02},
    {"windows-1254", 0.03},
    {"windows-1255", 0.02},
    {"windows-1256", 0.02},
    {"windows-1257", 0.04},
    {"windows-1258", 0.06},
    {"windows-874", 0.02},
    {"iso-8859-2", 0.03},
    {"iso-8859-15", 0.03},
    {"koi8-r", 0.03},
    {"koi8-u", 0.04},
    {"iso-8859-5", 0.04},
    {"iso-8859-7", 0.03},
    {"iso-8859-6", 0.05},
    {"iso-8859-8", 0.05},
    {"iso-8859-3", 0.10},
    {"iso-8859-13", 0.06},
    {"ibm866", 0.06},
    {"x-mac-cyrillic", 0.1},
    {"macintosh", 0.1},
    {"ibm855", 0.1},
    {"ibm852", 0.12},
}};

constexpr std::array<const char *, 5> kDoubleByte{"Shift_JIS", "EUC-JP", "GB18030", "Big5", "windows-949"};
constexpr std::array<const char *, 3> kWestern{"windows-1252", "iso-8859-15", "macintosh"};

bool isOneOf(std::span<const char *const> names, const QByteArray &name)
{
    return std::any_of(names.begin(), names.end(), [&name](const char *each) { return name == each; });
}

bool isHigh(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }
bool isSpaceOrTag(char byte) { return static_cast<unsigned char>(byte) <= 0x20 || byte == '<' || byte == '>'; }

/// The lines with bytes beyond ASCII, whole from their start, so that no double byte is cut but at the very end.
QByteArray highLines(QByteArrayView bytes)
{
    constexpr qsizetype kEnough = 16 * 1024;
    QByteArray lines;
    for (qsizetype begin = 0; begin < bytes.size() && lines.size() < kEnough;) {
        const auto *const lineEnd = std::find_if(bytes.begin() + begin, bytes.end(), [](char byte) { return byte == '\n' || byte == '\r'; });
        const qsizetype end = lineEnd - bytes.begin();
        const QByteArrayView line = bytes.sliced(begin, end - begin);
        if (std::any_of(line.begin(), line.end(), isHigh)) {
            lines.append(line.first(std::min(line.size(), kEnough)).toByteArray());
            lines.append('\n');
        }
        begin = end + 1;
    }
    return lines;
}

/// The words with bytes beyond ASCII: where charsets differ. Markup and the rest of the text would only blur it.
QByteArray highWords(QByteArrayView lines)
{
    constexpr qsizetype kEnough = 4 * 1024;
    QByteArray words;
    for (qsizetype begin = 0; begin < lines.size() && words.size() < kEnough;) {
        qsizetype end = begin;
        while (end < lines.size() && !isSpaceOrTag(lines[end]))
            ++end;
        const QByteArrayView word = lines.sliced(begin, end - begin);
        if (std::any_of(word.begin(), word.end(), isHigh)) {
            words.append(word.toByteArray());
            words.append(' ');
        }
        begin = end + 1;
    }
    return words;
}

/// Whether hardly a word of a text of some length has a byte beyond ASCII: English or Dutch with a few signs. The languages
/// that other charsets were made for need theirs in one word of four. Markup does not count.
bool isMostlyAscii(QByteArrayView bytes)
{
    constexpr qsizetype kEnough = 256 * 1024;
    qsizetype words = 0;
    qsizetype highWordCount = 0;
    bool isInTag = false;
    bool isInWord = false;
    bool isHighWord = false;
    for (const char byte : bytes.first(std::min(bytes.size(), kEnough))) {
        isInTag = byte == '<' || (isInTag && byte != '>');
        if (isInTag || isSpaceOrTag(byte)) {
            words += isInWord;
            highWordCount += isHighWord;
            isInWord = isHighWord = false;
            continue;
        }
        isInWord = true;
        isHighWord = isHighWord || isHigh(byte);
    }
    return words >= 40 && highWordCount * 40 <= words;
}

QByteArray detectedByFrequency(QByteArrayView bytes)
{
    constexpr qsizetype kEnough = 256 * 1024;
    uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, bytes.data(), static_cast<size_t>(std::min(bytes.size(), kEnough)));
    uchardet_data_end(detector);
    QByteArray name = uchardet_get_charset(detector);
    uchardet_delete(detector);
    return decoderName(name);
}

struct Reading {
    QByteArray charset;
    QString text; ///< of the sample
    double score = 0.0;
};

class Contest {
public:
    Contest(QByteArrayView bytes, const QByteArray &declared)
        : m_declared(declared)
        , m_detected(detectedByFrequency(bytes))
        , m_lines(highLines(bytes))
        , m_words(highWords(m_lines))
    {
        addSingleByte(kSingleByte);
        addDoubleByte();
        addNamed(declared);
        addNamed(m_detected);
        weighLanguages();
        if (isMostlyAscii(bytes)) { // what English has beyond ASCII is quotation marks and dashes more often than letters
            for (Reading &reading : m_readings)
                reading.score += (isOneOf(kWestern, reading.charset) ? kWesternGain : 0.0) + kSignGain * signShare(reading.text);
        }
        credit(m_detected, kDetected);
        credit(declared, kDeclared);
    }

    [[nodiscard]] CharsetGuess winner() const
    {
        const Reading *best = &m_readings.front();
        for (const Reading &reading : m_readings) {
            if (reading.score > best->score)
                best = &reading;
        }
        best = betterInPlaces(best);
        double next = -10.0;
        for (const Reading &reading : m_readings) {
            if (reading.text != best->text)
                next = std::max(next, reading.score);
        }
        const Reading *const declared = find(m_declared);
        const bool isAsDeclared = declared && declared->text == best->text;
        const Reading *const detected = find(m_detected);
        const bool isDisputed = !detected || detected->text != best->text;
        const double clear = std::count_if(m_words.begin(), m_words.end(), isHigh) < kFewHighBytes && isDisputed ? kClearOnLittle : kClear;
        return {isAsDeclared ? declared->charset : best->charset, !isAsDeclared && (best->score < kGood || best->score - next < clear)};
    }

private:
    static constexpr double kDetected = 0.3;
    static constexpr double kDeclared = 0.6;
    static constexpr double kWesternGain = 0.45;
    static constexpr double kSignGain = 0.3;
    static constexpr double kContending = 0.8; ///< readings further behind by their characters are not worth their language
    static constexpr double kSwappable = 0.5;
    static constexpr double kGood = 0.9;
    static constexpr double kClear = 0.15;
    static constexpr double kClearOnLittle = 0.8; ///< where little evidence is read in two ways by the two detectors
    static constexpr qsizetype kFewHighBytes = 60;

    void addSingleByte(std::span<const Candidate> candidates)
    {
        for (const Candidate &candidate : candidates) {
            if (const auto made = decodeAs(m_lines, candidate.charset))
                m_readings.push_back({candidate.charset, made->text, characterPlausibility(made->text) - candidate.rarity});
        }
    }

    /// Of the double-byte charsets that take the bytes only the likeliest contends.
    void addDoubleByte()
    {
        Reading best;
        double bestLikelihood = -1000.0;
        for (const char *const charset : kDoubleByte) {
            const auto made = decodeAs(m_lines, charset);
            if (!made || made->bad * 100 > made->text.size())
                continue;
            const DoubleByteSpread spread = doubleByteSpread(m_lines, charset);
            if (spread.meanLogLikelihood > bestLikelihood) {
                bestLikelihood = spread.meanLogLikelihood;
                best = {charset, made->text, std::min(2.0 * spread.commonShare - 1.0, characterPlausibility(made->text))};
            }
        }
        if (!best.charset.isEmpty())
            m_readings.push_back(best);
    }

    /// A charset that is no candidate by itself contends where it is named.
    void addNamed(const QByteArray &charset)
    {
        const auto made = charset.isEmpty() || charset.toLower() == "utf-8" || find(charset) ? std::nullopt : decodeAs(m_lines, charset);
        if (made)
            m_readings.push_back({charset, made->text, characterPlausibility(made->text) - 0.1});
    }

    void weighLanguages()
    {
        double best = -10.0;
        for (const Reading &reading : m_readings)
            best = std::max(best, reading.score);
        for (Reading &reading : m_readings) {
            if (reading.score < best - kContending)
                continue;
            const auto words = decodeAs(m_words, reading.charset);
            reading.score += isOneOf(kDoubleByte, reading.charset) || reading.charset.toLower() == "euc-tw" ? 0.7 : languagePlausibility(words ? words->text : QString());
        }
    }

    /// All readings that give this charset's text: it is the text that is spoken for.
    void credit(const QByteArray &charset, double gain)
    {
        const Reading *const named = find(charset);
        if (!named)
            return;
        const QString text = named->text;
        for (Reading &reading : m_readings) {
            if (reading.text == text)
                reading.score += gain;
        }
    }

    /// The reading that fits better in the places where the two differ: a handful in a long text would drown in the mean.
    [[nodiscard]] const Reading *betterInPlaces(const Reading *best) const
    {
        for (const Reading &other : m_readings) {
            if (other.score < best->score - kSwappable || other.text.size() != best->text.size() || other.text == best->text)
                continue;
            if (plausibilityWhereOther(other.text, best->text) > plausibilityWhereOther(best->text, other.text) + 0.7)
                best = &other;
        }
        return best;
    }

    [[nodiscard]] const Reading *find(const QByteArray &charset) const
    {
        const auto found = std::find_if(m_readings.begin(), m_readings.end(), [&charset](const Reading &reading) { return reading.charset.compare(charset, Qt::CaseInsensitive) == 0; });
        return found == m_readings.end() ? nullptr : &*found;
    }

    QByteArray m_declared;
    QByteArray m_detected;
    QByteArray m_lines;
    QByteArray m_words;
    std::vector<Reading> m_readings;
};

} // namespace

CharsetGuess guessCharset(QByteArrayView bytes, const QByteArray &declared) { return Contest(bytes, declared).winner(); }

} // namespace variorum::reading
