#pragma once

#include "extraction/extract.h"

#include <QFile>
#include <QStringList>

namespace variorum::tests {

/// Tokens parted at spaces and marks, sentences at blank lines and at ".", "!" or "?" before a capital that follows a
/// word of four letters or more or a figure. No tags, no trees: what rules over plain words must do with.
inline model::AnnotatedText plainAnnotation(const QString &text)
{
    model::AnnotatedText result;
    result.text = text;
    qsizetype sentenceBegin = -1;
    int firstToken = 0;
    const auto closeSentence = [&](qsizetype end) {
        const int count = static_cast<int>(result.tokens.size());
        if (count > firstToken)
            result.sentences.push_back({{sentenceBegin, end}, firstToken, count});
        firstToken = count;
        sentenceBegin = -1;
    };
    qsizetype position = 0;
    while (position < text.size()) {
        if (text[position].isSpace()) {
            if (text[position] == u'\n')
                closeSentence(position);
            ++position;
            continue;
        }
        qsizetype end = position + 1;
        if (text[position].isLetterOrNumber()) {
            while (end < text.size() && text[end].isLetterOrNumber())
                ++end;
        }
        if (sentenceBegin < 0)
            sentenceBegin = position;
        model::Token token;
        token.span = {position, end};
        token.lemma = {result.pool.size(), result.pool.size() + end - position};
        result.pool += text.sliced(position, end - position).toLower();
        token.spaceAfter = end < text.size() && text[end].isSpace();
        result.tokens.push_back(token);
        const bool isStop = text[position] == u'.' || text[position] == u'!' || text[position] == u'?';
        const qsizetype before = result.tokens.size() > 1 ? result.tokens[result.tokens.size() - 2].span.length() : 0;
        const bool endsNumber = position > 0 && text[position - 1].isDigit();
        if (isStop && end + 1 < text.size() && text[end] == u' ' && text[end + 1].isUpper() && (before > 4 || endsNumber))
            closeSentence(end);
        position = end;
    }
    closeSentence(text.size());
    return result;
}

/// An article of one text with its publication date ("" for none; "~2023-09-12" for an inferred one).
inline extraction::AnnotatedArticle plainArticle(const QString &text, const QString &published = {})
{
    extraction::AnnotatedArticle annotated;
    annotated.article.text = text;
    const bool isInferred = published.startsWith(u'~');
    annotated.article.published = model::NewsDate::fromIsoString(isInferred ? published.sliced(1) : published);
    if (annotated.article.published)
        annotated.article.publishedBasis = isInferred ? model::DateBasis::Inferred : model::DateBasis::Stated;
    annotated.text = plainAnnotation(text);
    return annotated;
}

/// The rows of tests/data/facts/<name>.tsv: columns parted by tabs, '#' comments.
inline QList<QStringList> phraseTable(const QString &name)
{
    QFile file(QStringLiteral(VARIORUM_SOURCE_DIR "/tests/data/facts/%1.tsv").arg(name));
    QList<QStringList> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (!line.startsWith(u'#'))
            rows.append(line.split(u'\t'));
    }
    return rows;
}

} // namespace variorum::tests
