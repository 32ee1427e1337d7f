// Cuts a sentence into runs of letters, runs of figures and single marks.
//
//     "about 1,200 40m-deep wells at 8.15 p.m."
//     about | 1,200 | 40 m - deep | wells | at | 8.15 | p . m .
//
// A full stop between two figures and a comma before a thousand belong to the number ("8.15", "1,200"), anywhere else
// they are marks.

#include "extraction/shared/pieces.h"

namespace variorum::extraction {

namespace {

QChar plain(QChar character)
{
    switch (character.unicode()) {
    case 0x2018: case 0x2019: case 0x02BC: case 0x00B4: case '`':
        return u'\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2212:
        return u'-';
    default:
        return character.toLower();
    }
}

bool isFigure(QChar character)
{
    return character >= u'0' && character <= u'9';
}

bool isLetter(QChar character)
{
    return character.isLetter() || character.isMark() || character.isSurrogate();
}

// Does the comma at `place` part thousands (or the pairs of Indian numbers) rather than two numbers? "12,2023" are two.
bool partsThousands(QStringView text, qsizetype place, qsizetype limit)
{
    qsizetype figures = 0;
    while (place + 1 + figures < limit && isFigure(text[place + 1 + figures]))
        ++figures;
    return figures == 3 || (figures == 2 && place + 3 < limit && text[place + 3] == u',');
}

qsizetype endOfNumber(QStringView text, qsizetype begin, qsizetype limit)
{
    qsizetype end = begin;
    while (end < limit) {
        const bool joins = end + 1 < limit && ((text[end] == u',' && partsThousands(text, end, limit)) || (text[end] == u'.' && isFigure(text[end + 1])));
        if (!isFigure(text[end]) && !joins)
            break;
        ++end;
    }
    return end;
}

qsizetype endOfWord(QStringView text, qsizetype begin, qsizetype limit)
{
    qsizetype end = begin;
    while (end < limit && isLetter(text[end]))
        ++end;
    return end;
}

} // namespace

Pieces::Pieces(const model::AnnotatedText &text, const model::Sentence &sentence) : m_text(text), m_sentence(sentence)
{
    m_pieces.reserve(static_cast<size_t>(sentence.endToken - sentence.firstToken) + 8);
    const QStringView all(text.text);
    qsizetype position = sentence.span.begin;
    int token = sentence.firstToken;
    bool space = false;
    while (position < sentence.span.end) {
        if (all[position].isSpace()) {
            space = true;
            ++position;
            continue;
        }
        while (token + 1 < sentence.endToken && text.tokens[static_cast<size_t>(token) + 1].span.begin <= position)
            ++token;
        Piece piece;
        piece.kind = isFigure(all[position]) ? PieceKind::Number : isLetter(all[position]) ? PieceKind::Word : PieceKind::Mark;
        const qsizetype end = piece.kind == PieceKind::Number ? endOfNumber(all, position, sentence.span.end)
            : piece.kind == PieceKind::Word                   ? endOfWord(all, position, sentence.span.end)
                                                              : position + 1;
        piece.span = {position, end};
        piece.lower.reserve(end - position);
        for (const QChar character : all.sliced(position, end - position))
            piece.lower.append(plain(character));
        piece.token = token;
        piece.spaceBefore = space || m_pieces.empty();
        piece.isCapitalised = all[position].isUpper();
        m_pieces.push_back(std::move(piece));
        position = end;
        space = false;
    }
}

const Piece &Pieces::at(int index) const
{
    return index >= 0 && index < count() ? m_pieces[static_cast<size_t>(index)] : m_nothing;
}

bool Pieces::isAnyOf(int index, std::initializer_list<const char *> words) const
{
    const QString &lower = at(index).lower;
    for (const char *word : words) {
        if (lower == QLatin1String(word))
            return true;
    }
    return false;
}

int Pieces::matchPhrase(int index, QStringView phrase) const
{
    qsizetype begin = 0;
    while (begin < phrase.size()) {
        qsizetype end = phrase.indexOf(u' ', begin);
        if (end < 0)
            end = phrase.size();
        if (at(index).lower != phrase.sliced(begin, end - begin))
            return -1;
        ++index;
        begin = end + 1;
    }
    return index;
}

const model::Token &Pieces::token(int index) const
{
    return m_text.tokens[static_cast<size_t>(at(index).token)];
}

} // namespace variorum::extraction
