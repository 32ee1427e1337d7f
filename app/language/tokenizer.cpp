// Text is cut at white space; each piece is then read from left to right, taking the longest word that starts here.
// A word is letters and digits, and those marks that the treebanks keep inside: "3.5", "10,000", "17:30", "U.S.",
// "AT&T", "O'Brien", "non-stop"; other marks are words of their own, runs of the same mark one word ("...", "--").
// At the end a word gives off its clitic ("do|n't", "Kim|’s") or its unit ("37|mph").
//
//   "Kim’s £40m U.S.-made train—he said."  ->  Kim ’s £ 40 m U.S. - made train — he said .

#include "language/tokenizer.h"

#include "language/clitics.h"

#include <QChar>
#include <algorithm>
#include <array>

namespace variorum::language {

namespace {

std::u16string lowered(QStringView text)
{
    std::u16string out;
    out.reserve(static_cast<size_t>(text.size()));
    for (const QChar character : text)
        out.push_back(character.toLower().unicode());
    return out;
}

bool isWordCharacter(QStringView text, qsizetype at, qsizetype end)
{
    const QChar character = text[at];
    if (character.isHighSurrogate() && at + 1 < end && text[at + 1].isLowSurrogate())
        return QChar::isLetterOrNumber(QChar::surrogateToUcs4(character, text[at + 1]));
    if (character.isLowSurrogate())
        return at > 0 && text[at - 1].isHighSurrogate() && QChar::isLetterOrNumber(QChar::surrogateToUcs4(text[at - 1], character));
    return character.isLetterOrNumber() || character.isMark() || character == u'_' || character == u'\u00ad' || character == u'\u200d';
}

bool isDigit(QChar character) { return character >= u'0' && character <= u'9'; }

bool isHyphen(QChar character) { return character == u'-' || character == u'\u2010' || character == u'\u2011'; }

/// Behind ":)", ";-(", "=D" that stands by itself; `begin` where there is none.
qsizetype endOfEmoticon(QStringView text, qsizetype begin, qsizetype end)
{
    if (!QStringView(u":;=").contains(text[begin]) || (begin > 0 && text[begin - 1].isLetterOrNumber()))
        return begin;
    const qsizetype mouth = begin + 1 < end && text[begin + 1] == u'-' ? begin + 2 : begin + 1;
    const bool hasMouth = mouth < end && QStringView(u")(DP|").contains(text[mouth]);
    return hasMouth && (mouth + 1 == end || !text[mouth + 1].isLetterOrNumber()) ? mouth + 1 : begin;
}

/// The end of a mark or a run of the same mark; an emoji with its modifiers.
qsizetype endOfMark(QStringView text, qsizetype begin, qsizetype end)
{
    const QChar first = text[begin];
    qsizetype at = begin + 1;
    if (first.isHighSurrogate()) {
        if (at < end && text[at].isLowSurrogate())
            ++at;
        while (at < end && (text[at] == u'\ufe0f' || text[at].isMark()))
            ++at;
        return at;
    }
    if (const qsizetype face = endOfEmoticon(text, begin, end); face > begin)
        return face;
    if (first == u'.' && at < end && (text[at] == u'!' || text[at] == u'?'))
        return at + 1;
    constexpr QStringView kRunning = u".-=*_~#+<>$";
    if (kRunning.contains(first) || first == u'\u2026') {
        while (at < end && text[at] == first)
            ++at;
    } else if (first == u'!' || first == u'?') {
        while (at < end && (text[at] == u'!' || text[at] == u'?'))
            ++at;
    } else if ((first == u'\'' || first == u'`') && at < end && text[at] == first) {
        ++at; // '' and `` are double quotes
    }
    return at;
}

/// Behind a clitic that follows a mark ("U.S.'s", "”’s"); `begin` where there is none.
qsizetype endOfClitic(QStringView text, qsizetype begin, qsizetype end)
{
    qsizetype at = begin + 1;
    while (at < end && at < begin + 4 && text[at].isLetter())
        ++at;
    const bool isWhole = at == end || !text[at].isLetterOrNumber();
    // "x" stands for the word that the clitic would follow.
    const QString word = u'x' + text.sliced(begin, at - begin).toString();
    return isWhole && at > begin + 1 && cliticCut(word) == 1 ? at : begin;
}

bool startsWith(QStringView text, QLatin1String start) { return text.startsWith(start, Qt::CaseInsensitive); }

/// Endings of host names that occur in running text ("nytimes.com"); others need "www." or a scheme.
constexpr std::array kDomains = {
    QLatin1String("com"), QLatin1String("org"), QLatin1String("net"), QLatin1String("gov"), QLatin1String("edu"),
    QLatin1String("info"), QLatin1String("uk"), QLatin1String("ru"), QLatin1String("io"), QLatin1String("eu"),
};

bool looksLikeHost(QStringView piece)
{
    const qsizetype slash = piece.indexOf(u'/');
    const QStringView host = slash > 0 ? piece.first(slash) : piece;
    const qsizetype dot = host.lastIndexOf(u'.');
    if (dot < 2 || !host.first(dot).back().isLetterOrNumber())
        return false;
    const QStringView ending = host.sliced(dot + 1);
    return std::any_of(kDomains.begin(), kDomains.end(), [&](QLatin1String domain) { return ending.compare(domain, Qt::CaseInsensitive) == 0; });
}

/// "alt.animals.cat": three or more small-letter parts, each of two letters or more.
bool looksLikeNewsgroup(QStringView piece)
{
    qsizetype parts = 1;
    qsizetype letters = 0;
    for (const QChar unit : piece) {
        if (unit == u'.' && letters < 2)
            return false;
        if (unit != u'.' && unit != u'-' && !unit.isLower())
            return false;
        parts += unit == u'.' ? 1 : 0;
        letters = unit == u'.' ? 0 : letters + 1;
    }
    parts = letters < 2 ? 0 : parts;
    return parts >= 3;
}

/// "report.pdf"
bool looksLikeFile(QStringView piece)
{
    constexpr std::array kEndings = {
        QLatin1String("pdf"), QLatin1String("doc"), QLatin1String("docx"), QLatin1String("xls"), QLatin1String("jpg"), QLatin1String("png"),
        QLatin1String("htm"), QLatin1String("html"), QLatin1String("txt"), QLatin1String("zip"), QLatin1String("mp3"),
    };
    const qsizetype dot = piece.lastIndexOf(u'.');
    const QStringView ending = piece.sliced(dot + 1);
    return dot > 0 && std::any_of(kEndings.begin(), kEndings.end(), [&](QLatin1String known) { return ending.compare(known, Qt::CaseInsensitive) == 0; });
}

/// The length of an address at the piece's start, without marks that only stand behind it; 0 where there is none.
qsizetype addressLength(QStringView piece)
{
    const qsizetype at = piece.indexOf(u'@');
    const bool isMail = at > 0 && at + 1 < piece.size() && piece[at - 1].isLetterOrNumber() && piece[at + 1].isLetterOrNumber();
    const bool hasScheme = startsWith(piece, QLatin1String("http://")) || startsWith(piece, QLatin1String("https://"))
        || startsWith(piece, QLatin1String("www.")) || startsWith(piece, QLatin1String("mailto:"));
    qsizetype length = piece.size();
    constexpr QStringView kBehind = u".,;:!?)]}>\"'\u201d\u2019\u00bb";
    while (length > 0 && kBehind.contains(piece[length - 1]))
        --length;
    const bool isHandle = piece.size() > 1 && piece[0] == u'@' && piece[1].isLetter();
    if (isHandle) {
        qsizetype end = 1;
        while (end < piece.size() && (piece[end].isLetterOrNumber() || piece[end] == u'_'))
            ++end;
        return end;
    }
    return isMail || hasScheme || looksLikeHost(piece.first(length)) || looksLikeFile(piece.first(length)) || looksLikeNewsgroup(piece.first(length)) ? length : 0;
}

} // namespace

Tokenizer::Tokenizer(const WordLists &lists)
{
    for (const QString &key : lists.keys(u"abbreviations")) {
        const QStringList columns = lists.columns(u"abbreviations", key).value_or(QStringList());
        const StopUse use = columns.value(0) == QLatin1String("seldom") ? StopUse::SeldomEnds : StopUse::NeverEnds;
        m_abbreviations.emplace(lowered(key), Abbreviation{use, columns.value(1) == QLatin1String("capital")});
    }
    for (const QString &key : lists.keys(u"joined_prefixes"))
        m_joinedPrefixes.insert(lowered(key));
    for (const QString &key : lists.keys(u"attached_units"))
        m_attachedUnits.insert(lowered(key));
}

bool Tokenizer::isIn(const std::unordered_set<std::u16string> &table, QStringView word) const { return table.contains(lowered(word)); }

StopUse Tokenizer::stopUse(QStringView wordWithStop) const
{
    if (wordWithStop.size() < 2 || wordWithStop.back() != u'.')
        return StopUse::NotAbbreviation;
    const QStringView word = wordWithStop.chopped(1);
    if (word.size() > 10)
        return StopUse::NotAbbreviation;
    const auto found = m_abbreviations.find(lowered(word));
    if (found != m_abbreviations.end() && (!found->second.needsCapital || word.front().isUpper()))
        return found->second.use;
    if (word.size() == 1 && word.front().isUpper() && word.front() != u'I')
        return StopUse::NeverEnds; // an initial
    // "U.S.A.", "p.m.": single letters parted by full stops
    bool isLetterSequence = word.size() >= 3 && word.size() % 2 == 1;
    for (qsizetype at = 0; at < word.size() && isLetterSequence; ++at)
        isLetterSequence = at % 2 == 0 ? word[at].isLetter() : word[at] == u'.';
    return isLetterSequence ? StopUse::SeldomEnds : StopUse::NotAbbreviation;
}

bool Tokenizer::stopBelongs(QStringView text, qsizetype begin, qsizetype at, qsizetype end) const
{
    // "No." is an abbreviation only before a figure.
    const QStringView word = text.sliced(begin, at - begin);
    if (word.compare(u"no", Qt::CaseInsensitive) == 0) {
        const qsizetype next = at + 1 < text.size() && text[at + 1] == u' ' ? at + 2 : at + 1;
        return next < text.size() && isDigit(text[next]);
    }
    const bool isLast = at + 1 >= end || !isWordCharacter(text, at + 1, end);
    const bool nextIsStop = at + 1 < end && text[at + 1] == u'.';
    return isLast && !nextIsStop && stopUse(text.sliced(begin, at + 1 - begin)) != StopUse::NotAbbreviation;
}

/// Does the word go on over the mark at `at` (which is no letter or digit)?
bool Tokenizer::continuesAt(QStringView text, qsizetype begin, qsizetype at, qsizetype end) const
{
    if (at + 1 >= end || !isWordCharacter(text, at + 1, end))
        return false;
    const QChar mark = text[at];
    const QChar before = text[at - 1];
    const QChar after = text[at + 1];
    const bool digits = isDigit(before) && isDigit(after);
    if (mark == u'.') {
        if (digits)
            return true;
        // "U.S", "a.m", "Ph.D": a single letter on either side; "Putin.There" is two words.
        const bool singleBefore = before.isLetter() && (at - 1 == begin || (at >= begin + 2 && text[at - 2] == u'.'));
        const bool singleAfter = after.isLetter() && (at + 2 >= end || !isWordCharacter(text, at + 2, end));
        return after.isLetter() && ((singleBefore && (singleAfter || at - 1 != begin || !text[begin].isLetter())) || (singleAfter && at - begin <= 2));
    }
    if (mark == u',')
        return digits && at + 3 < end && isDigit(text[at + 2]) && isDigit(text[at + 3]) && (at + 4 >= end || !isDigit(text[at + 4]));
    if (mark == u':')
        return digits;
    if (mark == u'/') // also "b/c", "w/o"
        return digits || (at - 1 == begin && before.isLower() && after.isLower() && (at + 2 >= end || !isWordCharacter(text, at + 2, end)));
    if (mark == u'&')
        return before.isUpper() && after.isUpper();
    if (isApostrophe(mark))
        return before.isLetterOrNumber() && after.isLetterOrNumber();
    if (isHyphen(mark))
        return digits || (after.isLetterOrNumber() && isIn(m_joinedPrefixes, text.sliced(begin, at - begin)));
    return false;
}

qsizetype Tokenizer::endOfWord(QStringView text, qsizetype begin, qsizetype end) const
{
    const qsizetype limit = std::min(end, begin + kMaxWordLength);
    qsizetype at = begin;
    while (at < limit) {
        if (isWordCharacter(text, at, end) || (at > begin && continuesAt(text, begin, at, end)))
            ++at;
        else if (text[at] == u'.' && at > begin && stopBelongs(text, begin, at, end))
            return at + 1;
        else
            break;
    }
    // The cut of an overlong word must not part a surrogate pair.
    if (at < end && text[at].isLowSurrogate() && at > begin + 1 && text[at - 1].isHighSurrogate())
        --at;
    return at;
}

void Tokenizer::addWord(QStringView text, qsizetype begin, qsizetype end, std::vector<base::TextSpan> &words) const
{
    const QStringView word = text.sliced(begin, end - begin);
    qsizetype cut = cliticCut(word);
    if (cut == 0 && isDigit(word.front())) {
        qsizetype digits = 0;
        while (digits < word.size() && (isDigit(word[digits]) || ((word[digits] == u'.' || word[digits] == u',' || word[digits] == u':') && digits + 1 < word.size() && isDigit(word[digits + 1]))))
            ++digits;
        const QStringView unit = word.endsWith(u'.') ? word.sliced(digits).chopped(digits < word.size() ? 1 : 0) : word.sliced(digits);
        if (digits < word.size() && isIn(m_attachedUnits, unit) && !(unit.size() == 2 && unit == u"st" && word[digits - 1] == u'1'))
            cut = digits;
    }
    if (cut > 0) {
        addWord(text, begin, begin + cut, words); // "they'd've"
        words.push_back({begin + cut, end});
        return;
    }
    words.push_back({begin, end});
}

void Tokenizer::tokenizePiece(QStringView text, qsizetype begin, qsizetype end, std::vector<base::TextSpan> &words) const
{
    qsizetype at = begin;
    while (at < end) {
        // An address can only begin where a word does.
        const qsizetype pieceEnd = std::min(end, at + 400);
        const bool atWordStart = at == begin || !isWordCharacter(text, at - 1, end);
        const qsizetype address = atWordStart && (text[at].isLetterOrNumber() || text[at] == u'@') ? addressLength(text.sliced(at, pieceEnd - at)) : 0;
        if (address > 0) {
            words.push_back({at, at + address});
            at += address;
            continue;
        }
        const bool isElision = isApostrophe(text[at]) && at + 2 < end && isDigit(text[at + 1]) && isDigit(text[at + 2]); // '90s
        if (isWordCharacter(text, at, end) || isElision) {
            const qsizetype wordEnd = endOfWord(text, isElision ? at + 1 : at, end);
            addWord(text, at, std::max(wordEnd, at + 1), words);
            at = std::max(wordEnd, at + 1);
            // "US$", "A$"
            if (at < end && text[at] == u'$' && words.back().length() <= 3 && at + 1 < end && isDigit(text[at + 1])
                && text.sliced(words.back().begin, words.back().length()).toString().isUpper())
                words.back().end = ++at;
            continue;
        }
        const qsizetype clitic = at > begin && isApostrophe(text[at]) ? endOfClitic(text, at, end) : at;
        const qsizetype markEnd = clitic > at ? clitic : endOfMark(text, at, std::min(end, at + kMaxWordLength));
        words.push_back({at, markEnd});
        at = markEnd;
    }
}

void Tokenizer::tokenize(QStringView text, const base::TextSpan &range, std::vector<base::TextSpan> &words) const
{
    const auto isBlank = [&](qsizetype at) { return text[at].isSpace() || text[at].isNull() || text[at] == u'\u200b' || text[at] == u'\ufeff'; };
    qsizetype at = range.begin;
    while (at < range.end) {
        if (isBlank(at)) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < range.end && !isBlank(end))
            ++end;
        tokenizePiece(text, at, end, words);
        at = end;
    }
}

} // namespace variorum::language
