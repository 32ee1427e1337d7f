#include "report/json/json_writer.h"

#include <QLocale>

#include <cmath>
#include <utility>

namespace variorum::report {

namespace {

void appendQuoted(QByteArray &bytes, const QString &text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    bytes += '"';
    for (const char byte : text.toUtf8()) {
        switch (byte) {
        case '"': bytes += "\\\""; break;
        case '\\': bytes += "\\\\"; break;
        case '\n': bytes += "\\n"; break;
        case '\r': bytes += "\\r"; break;
        case '\t': bytes += "\\t"; break;
        default:
            if (static_cast<unsigned char>(byte) < 0x20) {
                bytes += "\\u00";
                bytes += kHex[(byte >> 4) & 0xf];
                bytes += kHex[byte & 0xf];
            } else {
                bytes += byte;
            }
        }
    }
    bytes += '"';
}

} // namespace

JsonWriter::JsonWriter(int brokenDepth)
    : m_brokenDepth(brokenDepth)
{
}

void JsonWriter::beginObject() { open('{'); }
void JsonWriter::endObject() { close('}'); }
void JsonWriter::beginArray() { open('['); }
void JsonWriter::endArray() { close(']'); }

void JsonWriter::key(const char *name)
{
    separate();
    m_bytes += '"';
    m_bytes += name;
    m_bytes += "\": ";
    m_afterKey = true;
}

void JsonWriter::value(const QString &text)
{
    separate();
    appendQuoted(m_bytes, text);
}

void JsonWriter::value(qint64 number)
{
    separate();
    m_bytes += QByteArray::number(number);
}

void JsonWriter::value(double number)
{
    if (!std::isfinite(number)) {
        null();
        return;
    }
    separate();
    m_bytes += QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

void JsonWriter::value(bool truth)
{
    separate();
    m_bytes += truth ? "true" : "false";
}

void JsonWriter::null()
{
    separate();
    m_bytes += "null";
}

void JsonWriter::knownField(const char *name, const QString &text)
{
    key(name);
    if (text.isEmpty())
        null();
    else
        value(text);
}

void JsonWriter::listField(const char *name, const QStringList &texts)
{
    key(name);
    beginArray();
    for (const QString &text : texts)
        value(text);
    endArray();
}

QByteArray JsonWriter::take()
{
    m_bytes += '\n';
    return std::exchange(m_bytes, {});
}

void JsonWriter::separate()
{
    if (std::exchange(m_afterKey, false) || m_hasItems.empty())
        return;
    if (m_hasItems.back())
        m_bytes += ',';
    if (std::ssize(m_hasItems) <= m_brokenDepth)
        breakLine();
    else if (m_hasItems.back())
        m_bytes += ' ';
    m_hasItems.back() = true;
}

void JsonWriter::open(char bracket)
{
    separate();
    m_bytes += bracket;
    m_hasItems.push_back(false);
}

void JsonWriter::close(char bracket)
{
    const bool hadItems = m_hasItems.back();
    const bool broken = std::ssize(m_hasItems) <= m_brokenDepth;
    m_hasItems.pop_back();
    if (hadItems && broken)
        breakLine();
    m_bytes += bracket;
}

void JsonWriter::breakLine()
{
    m_bytes += '\n';
    m_bytes.append(std::ssize(m_hasItems), ' ');
}

} // namespace variorum::report
