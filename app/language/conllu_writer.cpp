#include "language/conllu_writer.h"

#include "language/clitics.h"

#include <QStringList>
#include <vector>

namespace variorum::language {

namespace {

using model::AnnotatedText;
using model::EntityKind;
using model::Sentence;
using model::Token;

QLatin1String nameCode(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Person: return QLatin1String("PER");
    case EntityKind::Organization: return QLatin1String("ORG");
    case EntityKind::Place: return QLatin1String("LOC");
    case EntityKind::Other: break;
    }
    return QLatin1String("MISC");
}

/// "Entity=B-PER" of each token, empty outside names.
std::vector<QString> entityMarks(const AnnotatedText &text)
{
    std::vector<QString> marks(text.tokens.size());
    for (const model::NameSpan &name : text.names) {
        for (int token = name.firstToken; token < name.endToken; ++token)
            marks[static_cast<size_t>(token)] = QStringLiteral("Entity=") + (token == name.firstToken ? u'B' : u'I') + u'-' + nameCode(name.kind);
    }
    return marks;
}

/// White space as one blank; a tab or line break would end the column or line.
QString oneLine(QStringView text)
{
    QString line = text.toString();
    for (QChar &character : line) {
        if (character.isSpace() || character.category() == QChar::Other_Control)
            character = u' ';
    }
    return line;
}

QString orUnderscore(QStringView text) { return text.isEmpty() ? QStringLiteral("_") : oneLine(text).replace(u' ', u'_'); }

/// Does the word go on in the next token: "do" + "n't", "Kim" + "'s", "workers" + "'"?
bool isJoinedToNext(const AnnotatedText &text, int index)
{
    const Token &token = text.tokens[static_cast<size_t>(index)];
    const Token &next = text.tokens[static_cast<size_t>(index + 1)];
    if (token.spaceAfter || next.span.begin != token.span.end)
        return false;
    const bool bareApostrophe = next.xpos == model::Xpos::Pos && next.span.length() == 1;
    return bareApostrophe || isClitic(text.form(next), text.form(token));
}

QString misc(const Token &token, const QString &mark, bool inGroup)
{
    QStringList parts;
    if (!mark.isEmpty())
        parts.append(mark);
    if (!token.spaceAfter && !inGroup)
        parts.append(QStringLiteral("SpaceAfter=No"));
    return parts.isEmpty() ? QStringLiteral("_") : parts.join(u'|');
}

void appendGroupLine(const AnnotatedText &text, const Sentence &sentence, int first, int last, QString &out)
{
    const Token &begin = text.tokens[static_cast<size_t>(first)];
    const Token &end = text.tokens[static_cast<size_t>(last)];
    out += QStringLiteral("%1-%2\t").arg(first - sentence.firstToken + 1).arg(last - sentence.firstToken + 1);
    out += oneLine(QStringView(text.text).sliced(begin.span.begin, end.span.end - begin.span.begin));
    out += QLatin1String("\t_\t_\t_\t_\t_\t_\t_\t") + (end.spaceAfter ? QLatin1String("_") : QLatin1String("SpaceAfter=No")) + u'\n';
}

void appendToken(const AnnotatedText &text, const Sentence &sentence, int index, const QString &miscellaneous, QString &out)
{
    const Token &token = text.tokens[static_cast<size_t>(index)];
    out += QString::number(index - sentence.firstToken + 1) + u'\t';
    out += orUnderscore(text.form(token)) + u'\t' + orUnderscore(text.lemma(token)) + u'\t';
    out += toString(token.upos) + u'\t' + toString(token.xpos) + u'\t' + orUnderscore(text.features(token)) + u'\t';
    out += QString::number(token.head ? *token.head - sentence.firstToken + 1 : 0) + u'\t';
    out += token.head ? toString(token.deprel) : QLatin1String("root");
    out += QLatin1String("\t_\t") + miscellaneous + u'\n';
}

void appendSentence(const AnnotatedText &text, const Sentence &sentence, const std::vector<QString> &marks, QString &out)
{
    out += QStringLiteral("# text = ") + oneLine(QStringView(text.text).sliced(sentence.span.begin, sentence.span.length())) + u'\n';
    int groupBegin = sentence.firstToken;
    int groupEnd = sentence.firstToken;
    for (int index = sentence.firstToken; index < sentence.endToken; ++index) {
        if (index >= groupEnd) {
            groupBegin = index;
            groupEnd = index + 1;
            while (groupEnd < sentence.endToken && isJoinedToNext(text, groupEnd - 1))
                ++groupEnd;
            if (groupEnd > index + 1)
                appendGroupLine(text, sentence, index, groupEnd - 1, out);
        }
        const bool inGroup = groupEnd - groupBegin > 1;
        appendToken(text, sentence, index, misc(text.tokens[static_cast<size_t>(index)], marks[static_cast<size_t>(index)], inGroup), out);
    }
    out += u'\n';
}

} // namespace

QString toConllu(const AnnotatedText &text, const QString &documentId)
{
    QString out;
    if (!documentId.isEmpty())
        out += QStringLiteral("# newdoc id = ") + oneLine(documentId) + u'\n';
    const std::vector<QString> marks = entityMarks(text);
    for (const Sentence &sentence : text.sentences)
        appendSentence(text, sentence, marks, out);
    return out;
}

} // namespace variorum::language
