// Names of files are bytes; arguments here are text. A byte of an argument that is not UTF-8 is kept as a lone low
// surrogate, U+DC00 + byte, which no text has, and turned back where a file is opened (the way of Python's
// "surrogateescape", PEP 383).
//
//     "caf\xE9.txt"  ->  u"caf\xDCE9.txt"  ->  opened as "caf\xE9.txt", shown as "caf%E9.txt"

#include "cli/argument_names.h"

#include "cli/cli.h"

#include <QStringDecoder>

namespace variorum::cli {

namespace {

/// The byte that a unit stands for; -1 where it is text.
int escapedByte(const QString &argument, qsizetype at)
{
    const char16_t unit = argument[at].unicode();
    const bool isOfPair = at > 0 && argument[at - 1].isHighSurrogate();
    return unit >= 0xDC80 && unit <= 0xDCFF && !isOfPair ? unit - 0xDC00 : -1;
}

QString decoded(QByteArrayView bytes)
{
    QString text;
    while (!bytes.isEmpty()) {
        const auto lead = static_cast<unsigned char>(bytes.front());
        const qsizetype size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4
            : lead >= 0xE0                                    ? 3
                                                              : 2;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
        const QString piece = size <= bytes.size() ? QString(decoder.decode(bytes.first(size))) : QString();
        if (!piece.isEmpty() && !decoder.hasError()) {
            text += piece;
            bytes = bytes.sliced(size);
        } else {
            text += QChar(static_cast<char16_t>(0xDC00 + lead));
            bytes = bytes.sliced(1);
        }
    }
    return text;
}

} // namespace

QStringList decodeArguments(int count, const char *const *arguments)
{
    QStringList texts;
    for (int at = 0; at < count; ++at)
        texts.append(decoded(arguments[at]));
    return texts;
}

QByteArray nativeName(const QString &argument)
{
    QByteArray name;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < argument.size(); ++at) {
        const int byte = escapedByte(argument, at);
        if (byte < 0)
            continue;
        name += QStringView(argument).sliced(begin, at - begin).toUtf8();
        name += static_cast<char>(byte);
        begin = at + 1;
    }
    return name + QStringView(argument).sliced(begin).toUtf8();
}

QString shownName(const QString &argument)
{
    QString name;
    for (qsizetype at = 0; at < argument.size(); ++at) {
        const int byte = escapedByte(argument, at);
        if (byte < 0)
            name += argument[at];
        else
            name += QLatin1Char('%') + QString::number(byte, 16).toUpper();
    }
    return name;
}

} // namespace variorum::cli
