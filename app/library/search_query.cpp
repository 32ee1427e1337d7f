#include "library/search_query.h"

#include "model/names.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace variorum::library {

namespace {

/// A piece between blanks: -field:"words held together"*
struct Piece {
    base::TextSpan span;
    QString field; // lower case; empty: none
    QString value;
    bool isQuoted = false;
    bool isPrefix = false;
    bool isExcluded = false;
};

constexpr auto kFields = std::to_array<const char *>({"outlet", "kind", "severity", "before", "after", "value", "tag", "verdict"});

bool isField(const QString &name)
{
    return std::ranges::any_of(kFields, [&name](const char *field) { return name == QLatin1String(field); });
}

bool isQuote(QChar character) { return character == u'"' || character == u'\u201C' || character == u'\u201D' || character == u'\u201E'; }

/// Reads pieces off a line, one after the other.
class Pieces {
public:
    explicit Pieces(const QString &line)
        : m_line(line)
    {
    }

    std::optional<Piece> next()
    {
        while (m_at < m_line.size() && m_line.at(m_at).isSpace())
            ++m_at;
        if (m_at >= m_line.size())
            return std::nullopt;
        Piece piece;
        piece.span.begin = m_at;
        if (m_line.at(m_at) == u'-' && m_at + 1 < m_line.size() && !m_line.at(m_at + 1).isSpace()) {
            piece.isExcluded = true;
            ++m_at;
        }
        takeField(piece);
        takeValue(piece);
        piece.span.end = m_at;
        return piece;
    }

private:
    void takeField(Piece &piece)
    {
        qsizetype end = m_at;
        while (end < m_line.size() && m_line.at(end).isLetter())
            ++end;
        const QString name = m_line.mid(m_at, end - m_at).toLower();
        if (end < m_line.size() && m_line.at(end) == u':' && isField(name)) {
            piece.field = name;
            m_at = end + 1;
        }
    }

    void takeValue(Piece &piece)
    {
        if (m_at < m_line.size() && isQuote(m_line.at(m_at))) {
            qsizetype end = m_at + 1;
            while (end < m_line.size() && !isQuote(m_line.at(end)))
                ++end;
            piece.value = m_line.mid(m_at + 1, end - m_at - 1).simplified();
            piece.isQuoted = true;
            m_at = std::min(end + 1, m_line.size());
            if (m_at < m_line.size() && m_line.at(m_at) == u'*') {
                piece.isPrefix = true;
                ++m_at;
            }
            return;
        }
        qsizetype end = m_at;
        while (end < m_line.size() && !m_line.at(end).isSpace() && !isQuote(m_line.at(end)))
            ++end;
        piece.value = m_line.mid(m_at, end - m_at);
        m_at = end;
        if (piece.value.endsWith(u'*')) {
            piece.isPrefix = true;
            piece.value.chop(1);
        }
    }

    const QString &m_line;
    qsizetype m_at = 0;
};

/// "2024", "2024-03", "2024-03-18": its first day.
std::optional<QDate> dateFrom(const QString &text)
{
    constexpr auto kFormats = std::to_array<const char *>({"yyyy-MM-dd", "yyyy-MM", "yyyy"});
    for (const char *format : kFormats) {
        const QDate date = QDate::fromString(text, QLatin1String(format));
        if (date.isValid() && text.size() == static_cast<qsizetype>(qstrlen(format)))
            return date;
    }
    return std::nullopt;
}

/// "1,200" and "1.5"; as English writes numbers.
std::optional<double> numberFrom(QString text)
{
    text.remove(u',');
    bool isNumber = false;
    const double number = QLocale::c().toDouble(text, &isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<ValueRange> rangeFrom(const QString &text)
{
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    if (dots >= 0) {
        const auto low = numberFrom(text.left(dots));
        const auto high = numberFrom(text.mid(dots + 2));
        return low && high && *low <= *high ? std::optional(ValueRange{.low = low, .high = high}) : std::nullopt;
    }
    const qsizetype signs = text.startsWith(QLatin1String(">=")) || text.startsWith(QLatin1String("<=")) ? 2 : text.startsWith(u'>') || text.startsWith(u'<') || text.startsWith(u'=') ? 1
                                                                                                                                                                                       : 0;
    const auto number = numberFrom(text.mid(signs));
    if (!number)
        return std::nullopt;
    const bool isIncluded = signs == 2;
    if (text.startsWith(u'>'))
        return ValueRange{.low = number, .high = {}, .includesLow = isIncluded};
    if (text.startsWith(u'<'))
        return ValueRange{.low = {}, .high = number, .includesLow = true, .includesHigh = isIncluded};
    return ValueRange{.low = number, .high = number};
}

template<typename Value, typename Into>
bool append(const std::optional<Value> &value, Into &into)
{
    if (value)
        into.push_back(*value);
    return value.has_value();
}

bool set(const std::optional<QDate> &value, std::optional<QDate> &into)
{
    if (value)
        into = value;
    return value.has_value();
}

/// Says whether the field's value was understood.
bool takeField(const Piece &piece, SearchQuery &query)
{
    const QString value = piece.value.toLower();
    if (piece.value.isEmpty() || piece.isExcluded)
        return false;
    if (piece.field == QLatin1String("outlet"))
        return append(std::optional(piece.value), query.outlets);
    if (piece.field == QLatin1String("tag"))
        return append(std::optional(piece.value), query.tags);
    if (piece.field == QLatin1String("kind"))
        return append(model::fromName<model::DivergenceKind>(value), query.kinds);
    if (piece.field == QLatin1String("severity"))
        return append(model::fromName<model::Severity>(value), query.severities);
    if (piece.field == QLatin1String("verdict"))
        return append(model::verdictFromName(value), query.verdicts);
    if (piece.field == QLatin1String("value"))
        return append(rangeFrom(value), query.values);
    return set(dateFrom(value), piece.field == QLatin1String("before") ? query.before : query.after);
}

/// Do the words stand at this place of the tokens?
bool standsAt(const std::vector<SearchToken> &words, bool isPrefix, const std::vector<SearchToken> &tokens, size_t place)
{
    if (words.empty() || place + words.size() > tokens.size())
        return false;
    for (size_t word = 0; word < words.size(); ++word) {
        const QString &wanted = words[word].folded;
        const QString &there = tokens[place + word].folded;
        const bool mayBeLonger = isPrefix && word + 1 == words.size();
        if (mayBeLonger ? !there.startsWith(wanted) : there != wanted)
            return false;
    }
    return true;
}

bool isWordPart(char32_t character)
{
    return QChar::isLetterOrNumber(character) || QChar::isMark(character) || QChar::category(character) == QChar::Other_PrivateUse;
}

/// Lower case, without accents.
QString folded(QStringView word)
{
    if (std::ranges::all_of(word, [](QChar character) { return character.unicode() < 0x80; }))
        return word.toString().toLower();
    QString folded;
    for (const QChar character : word.toString().normalized(QString::NormalizationForm_D)) {
        if (!character.isMark())
            folded += character.toLower();
    }
    return folded;
}

/// The first word from `at` on, which goes behind it.
std::optional<SearchToken> nextToken(const QString &text, qsizetype &at)
{
    qsizetype begin = -1;
    while (at < text.size() || begin >= 0) {
        const bool isOver = at >= text.size();
        const bool isPair = !isOver && text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        const char32_t character = isOver ? U' ' : isPair ? QChar::surrogateToUcs4(text.at(at), text.at(at + 1))
                                                          : text.at(at).unicode();
        if (isWordPart(character)) {
            begin = begin < 0 ? at : begin;
        } else if (begin >= 0) {
            SearchToken token{.span = {begin, at}, .folded = folded(QStringView(text).mid(begin, at - begin))};
            if (!token.folded.isEmpty())
                return token;
            begin = -1;
        }
        at += isPair ? 2 : isOver ? 0
                                  : 1;
    }
    return std::nullopt;
}

} // namespace

ParsedSearch parseSearch(const QString &line)
{
    ParsedSearch parsed;
    Pieces pieces(line);
    while (const std::optional<Piece> piece = pieces.next()) {
        if (piece->field.isEmpty()) {
            if (!searchTokens(piece->value).empty())
                parsed.query.words.push_back({.text = piece->value, .isPrefix = piece->isPrefix, .isExcluded = piece->isExcluded});
        } else if (!takeField(*piece, parsed.query)) {
            parsed.problems.push_back({.span = piece->span, .field = piece->field, .value = piece->value});
        }
    }
    return parsed;
}

std::vector<SearchToken> searchTokens(const QString &text)
{
    std::vector<SearchToken> tokens;
    qsizetype at = 0;
    while (std::optional<SearchToken> token = nextToken(text, at))
        tokens.push_back(std::move(*token));
    return tokens;
}

std::vector<base::TextSpan> marksOf(const SearchQuery &query, const QString &text, std::optional<qsizetype> reach)
{
    std::vector<std::pair<std::vector<SearchToken>, bool>> wanted; // and whether the last word is a beginning
    for (const SearchWords &words : query.words) {
        if (!words.isExcluded)
            wanted.emplace_back(searchTokens(words.text), words.isPrefix);
    }
    std::vector<SearchToken> tokens;
    std::vector<base::TextSpan> marks;
    qsizetype at = 0;
    while (std::optional<SearchToken> token = wanted.empty() ? std::nullopt : nextToken(text, at)) {
        tokens.push_back(std::move(*token));
        if (reach && !marks.empty() && tokens.back().span.begin > marks.front().begin + *reach)
            break;
        for (const auto &[words, isPrefix] : wanted) {
            if (tokens.size() >= words.size() && standsAt(words, isPrefix, tokens, tokens.size() - words.size()))
                marks.push_back({tokens[tokens.size() - words.size()].span.begin, tokens.back().span.end});
        }
    }
    std::ranges::sort(marks, {}, &base::TextSpan::begin);
    std::vector<base::TextSpan> apart;
    for (const base::TextSpan &mark : marks) {
        if (!apart.empty() && mark.begin <= apart.back().end)
            apart.back().end = std::max(apart.back().end, mark.end);
        else
            apart.push_back(mark);
    }
    return apart;
}

} // namespace variorum::library
