#include "library/stored_words.h"

#include "model/universal_dependencies.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace variorum::library {

namespace {

using model::StatementWord;

void appendText(QString &json, QStringView text)
{
    json += u'"';
    for (const QChar character : text) {
        if (character == u'"' || character == u'\\')
            json += u'\\';
        if (character.unicode() < 0x20)
            json += QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
        else
            json += character;
    }
    json += u'"';
}

/// One of our own names: nothing in it is to be escaped.
void appendName(QString &json, QLatin1String name)
{
    json += u'"';
    json += name;
    json += u'"';
}

void appendNumber(QString &json, qint64 number)
{
    char16_t digits[20];
    int first = 20;
    quint64 left = number < 0 ? quint64(0) - static_cast<quint64>(number) : static_cast<quint64>(number);
    do {
        digits[--first] = static_cast<char16_t>(u'0' + left % 10);
        left /= 10;
    } while (left > 0);
    if (number < 0)
        json += u'-';
    json.append(reinterpret_cast<const QChar *>(digits + first), 20 - first);
}

/// Reads what storedWords() writes, and stops at the first sign that is another's.
class Scanner {
public:
    explicit Scanner(QStringView json)
        : m_json(json)
    {
    }

    bool take(char16_t sign)
    {
        const bool isThere = m_at < m_json.size() && m_json.at(m_at) == sign;
        m_at += isThere ? 1 : 0;
        return isThere;
    }
    [[nodiscard]] bool isOver() const { return m_at == m_json.size(); }

    bool takeNumber(qint64 &number)
    {
        const bool isNegative = take(u'-');
        const qsizetype first = m_at;
        number = 0;
        while (m_at < m_json.size() && m_at - first < 18 && m_json.at(m_at) >= u'0' && m_json.at(m_at) <= u'9')
            number = number * 10 + (m_json.at(m_at++).unicode() - u'0');
        number = isNegative ? -number : number;
        return m_at > first;
    }
    /// A number, or null.
    bool takeOptional(std::optional<qint64> &number)
    {
        if (m_json.mid(m_at, 4) == u"null") {
            m_at += 4;
            number.reset();
            return true;
        }
        return takeNumber(number.emplace());
    }
    /// One without escapes.
    bool takeText(QStringView &text)
    {
        if (!take(u'"'))
            return false;
        const qsizetype first = m_at;
        while (m_at < m_json.size() && m_json.at(m_at) != u'"' && m_json.at(m_at) != u'\\')
            ++m_at;
        text = m_json.mid(first, m_at - first);
        return take(u'"');
    }

private:
    QStringView m_json;
    qsizetype m_at = 0;
};

bool takeWord(Scanner &scanner, StringPool &pool, StatementWord &word)
{
    qint64 begin = 0;
    qint64 end = 0;
    QStringView lemma;
    QStringView upos;
    QStringView deprel;
    std::optional<qint64> head;
    std::optional<qint64> entity;
    const bool isWhole = scanner.take(u'[') && scanner.takeNumber(begin) && scanner.take(u',') && scanner.takeNumber(end) && scanner.take(u',') && scanner.takeText(lemma) && scanner.take(u',') && scanner.takeText(upos)
        && scanner.take(u',') && scanner.takeText(deprel) && scanner.take(u',') && scanner.takeOptional(head) && scanner.take(u',') && scanner.takeOptional(entity) && scanner.take(u']');
    const auto itsUpos = isWhole ? model::uposFromString(upos) : std::nullopt;
    const auto itsDeprel = isWhole ? model::deprelFromString(deprel) : std::nullopt;
    if (!itsUpos || !itsDeprel)
        return false;
    word.span = {begin, end};
    word.lemma = pool.of(lemma);
    word.upos = *itsUpos;
    word.deprel = *itsDeprel;
    if (head)
        word.head = static_cast<int>(*head);
    if (entity)
        word.entity = base::EntityId{*entity};
    return true;
}

std::optional<std::vector<StatementWord>> scanned(const QString &stored, StringPool &pool)
{
    Scanner scanner(stored);
    std::vector<StatementWord> words;
    words.reserve(static_cast<size_t>(stored.count(u'[')));
    if (!scanner.take(u'['))
        return std::nullopt;
    if (scanner.take(u']') && scanner.isOver())
        return words;
    do {
        if (!takeWord(scanner, pool, words.emplace_back()))
            return std::nullopt;
    } while (scanner.take(u','));
    return scanner.take(u']') && scanner.isOver() ? std::optional(std::move(words)) : std::nullopt;
}

std::optional<StatementWord> wordFrom(const QJsonArray &row, StringPool &pool)
{
    const auto upos = model::uposFromString(row.at(3).toString());
    const auto deprel = model::deprelFromString(row.at(4).toString());
    if (row.size() != 7 || !upos || !deprel)
        return std::nullopt;
    StatementWord word{.span = {row.at(0).toInteger(), row.at(1).toInteger()}, .lemma = pool.of(row.at(2).toString()), .upos = *upos, .deprel = *deprel, .head = {}, .entity = {}};
    if (row.at(5).isDouble())
        word.head = row.at(5).toInt();
    if (row.at(6).isDouble())
        word.entity = base::EntityId{row.at(6).toInteger()};
    return word;
}

} // namespace

QString storedWords(const std::vector<StatementWord> &words)
{
    constexpr qsizetype kUsual = 40; // units a word
    QString json;
    json.reserve(2 + static_cast<qsizetype>(words.size()) * kUsual);
    json += u'[';
    for (const StatementWord &word : words) {
        json += json.size() > 1 ? QStringLiteral(",[") : QStringLiteral("[");
        appendNumber(json, word.span.begin);
        json += u',';
        appendNumber(json, word.span.end);
        json += u',';
        appendText(json, word.lemma);
        json += u',';
        appendName(json, model::toString(word.upos));
        json += u',';
        appendName(json, model::toString(word.deprel));
        json += u',';
        if (word.head)
            appendNumber(json, *word.head);
        else
            json += QLatin1String("null");
        json += u',';
        if (word.entity)
            appendNumber(json, word.entity->value);
        else
            json += QLatin1String("null");
        json += u']';
    }
    json += u']';
    return json;
}

std::optional<std::vector<StatementWord>> wordsFromStored(const QString &stored, StringPool &pool)
{
    if (auto words = scanned(stored, pool))
        return words;
    const QJsonDocument document = QJsonDocument::fromJson(stored.toUtf8()); // with escapes, or spaces, or none of ours
    if (!document.isArray())
        return std::nullopt;
    std::vector<StatementWord> words;
    for (const QJsonValue &member : document.array()) {
        std::optional<StatementWord> word = wordFrom(member.toArray(), pool);
        if (!word)
            return std::nullopt;
        words.push_back(std::move(*word));
    }
    return words;
}

} // namespace variorum::library
