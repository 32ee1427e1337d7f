#include "support/conllu.h"

#include <QRegularExpression>
#include <QStringList>

namespace variorum::support {

namespace {

using namespace model;

base::TextSpan appendTo(QString &pool, const QString &text)
{
    const qsizetype begin = pool.size();
    pool += text == QLatin1String("_") ? QString() : text;
    return {begin, pool.size()};
}

EntityKind kindOf(const QString &code)
{
    if (code == QLatin1String("PER"))
        return EntityKind::Person;
    if (code == QLatin1String("ORG"))
        return EntityKind::Organization;
    return code == QLatin1String("LOC") ? EntityKind::Place : EntityKind::Other;
}

class Reader {
public:
    void addLine(const QStringList &fields)
    {
        if (fields.at(0).contains(u'.')) // an empty node of the enhanced layer
            return;
        if (const qsizetype dash = fields.at(0).indexOf(u'-'); dash > 0) {
            m_surfaceLeft = fields.at(0).mid(dash + 1).toInt() - fields.at(0).first(dash).toInt() + 1;
            m_surface = fields.at(1);
            m_surfaceSpace = !fields.last().contains(QLatin1String("SpaceAfter=No"));
            return;
        }
        if (m_sentenceBegin == static_cast<int>(m_text.tokens.size()) && !m_text.text.isEmpty())
            m_text.text += u' ';
        addToken(fields);
        addName(fields);
    }

    void endSentence()
    {
        const int end = static_cast<int>(m_text.tokens.size());
        if (end > m_sentenceBegin) {
            const auto first = static_cast<size_t>(m_sentenceBegin);
            m_text.sentences.push_back({{m_text.tokens[first].span.begin, m_text.tokens.back().span.end}, m_sentenceBegin, end});
            while (m_text.text.endsWith(u' '))
                m_text.text.chop(1);
        }
        m_sentenceBegin = end;
    }

    AnnotatedText take() { return std::move(m_text); }

private:
    void addToken(const QStringList &fields)
    {
        const auto field = [&](qsizetype place) { return fields.value(place, QStringLiteral("_")); };
        Token token;
        token.spaceAfter = !field(fields.size() - 1).contains(QLatin1String("SpaceAfter=No"));
        if (m_surfaceLeft > 0) { // the words of a range share out its surface; the last takes the rest
            --m_surfaceLeft;
            const QString part = m_surfaceLeft > 0 ? m_surface.first(qMin(field(1).size(), m_surface.size())) : m_surface;
            m_surface.remove(0, part.size());
            token.span = appendTo(m_text.text, part);
            token.spaceAfter = m_surfaceLeft == 0 && m_surfaceSpace;
        } else {
            const qsizetype begin = m_text.text.size();
            m_text.text += field(1);
            token.span = {begin, m_text.text.size()};
        }
        if (token.spaceAfter)
            m_text.text += u' ';
        token.lemma = appendTo(m_text.pool, field(2));
        token.features = appendTo(m_text.pool, field(5));
        token.upos = uposFromString(field(3)).value_or(Upos::X);
        token.xpos = xposFromString(field(4)).value_or(Xpos::None);
        token.deprel = deprelFromString(field(7)).value_or(Deprel::Dep);
        if (const int head = field(6).toInt(); head > 0)
            token.head = m_sentenceBegin + head - 1;
        m_text.tokens.push_back(token);
    }

    void addName(const QStringList &fields)
    {
        static const QRegularExpression kEntity(QStringLiteral("(?:^|\\|)Entity=([BI])-(\\w+)"));
        const QRegularExpressionMatch match = kEntity.match(fields.last());
        const int token = static_cast<int>(m_text.tokens.size()) - 1;
        if (!match.hasMatch())
            return;
        if (match.captured(1) == QLatin1String("I") && !m_text.names.empty() && m_text.names.back().endToken == token)
            m_text.names.back().endToken = token + 1;
        else
            m_text.names.push_back({kindOf(match.captured(2)), token, token + 1});
    }

    AnnotatedText m_text;
    int m_sentenceBegin = 0;
    int m_surfaceLeft = 0;
    bool m_surfaceSpace = true;
    QString m_surface;
};

} // namespace

AnnotatedText fromConllu(const QString &conllu)
{
    static const QRegularExpression kBlanks(QStringLiteral("[ \\t]+"));
    Reader reader;
    for (const QString &line : conllu.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed.startsWith(u'#'))
            continue;
        if (trimmed.isEmpty()) {
            reader.endSentence();
            continue;
        }
        const QStringList fields = line.contains(u'\t') ? trimmed.split(u'\t') : trimmed.split(kBlanks);
        if (fields.size() > 1)
            reader.addLine(fields);
    }
    reader.endSentence();
    return reader.take();
}

QString brief(const AnnotatedText &text)
{
    QStringList sentences;
    for (const Sentence &sentence : text.sentences) {
        QStringList words;
        for (int index = sentence.firstToken; index < sentence.endToken; ++index) {
            const Token &token = text.tokens[static_cast<size_t>(index)];
            QString word = text.form(token).toString() + u'/' + toString(token.upos) + u'/' + toString(token.deprel);
            if (token.head)
                word += u'>' + text.form(*token.head).toString();
            words.append(word);
        }
        sentences.append(words.join(u' '));
    }
    return sentences.join(u'\n');
}

} // namespace variorum::support
