// Lists are read one by one and never reserved by the number that the stream gives, since that number may be a lie; Qt
// reads strings in steps for the same reason.

#include "reading/worker/draft_stream.h"

#include "reading/clean_text.h"

#include <QDataStream>
#include <QIODevice>

namespace variorum::reading {

namespace {

constexpr quint32 kRequestMark = 0x56525251; // "VRRQ"
constexpr quint32 kAnswerMark = 0x56524452; // "VRDR"
constexpr quint32 kEndMark = 0x454E4421; // "END!"
constexpr quint16 kVersion = 1;

class StreamWriter {
public:
    StreamWriter(QByteArray &bytes, quint32 mark)
        : m_stream(&bytes, QIODevice::WriteOnly)
    {
        m_stream.setVersion(QDataStream::Qt_6_4);
        m_stream << mark << kVersion;
    }

    void end() { m_stream << kEndMark; }
    void write(const QString &text) { m_stream << text; }
    void write(bool flag) { m_stream << flag; }
    void write(const QStringList &list) { writeList(list); }
    void write(const DraftBlock &block) { m_stream << static_cast<quint8>(block.kind) << block.text; }
    void write(const base::Error &error) { m_stream << static_cast<quint8>(error.code) << error.path << error.detail << error.member << error.isTotal; }
    void write(const Finding &finding)
    {
        m_stream << static_cast<quint8>(finding.field) << static_cast<quint8>(finding.trust);
        writeList(finding.values);
        m_stream << finding.source;
    }
    template<typename Value>
    void write(const std::optional<Value> &value)
    {
        write(value.has_value());
        if (value)
            write(*value);
    }
    template<typename Value>
    void write(const std::vector<Value> &values)
    {
        writeList(values);
    }
    void write(const Draft &draft)
    {
        // All of its members by name: one that is added and not sent does not compile.
        const auto &[mediaType, charset, blocks, captions, corrections, findings, problems, failure, member, leavesToHelper, hasMarkup] = draft;
        write(mediaType);
        write(charset);
        write(blocks);
        write(captions);
        write(corrections);
        write(findings);
        write(problems);
        write(failure);
        write(member);
        write(leavesToHelper);
        write(hasMarkup);
    }

private:
    template<typename List>
    void writeList(const List &list)
    {
        m_stream << static_cast<quint32>(list.size());
        for (const auto &value : list)
            write(value);
    }

    QDataStream m_stream;
};

class StreamReader {
public:
    StreamReader(QByteArrayView bytes, quint32 mark)
        : m_bytes(QByteArray::fromRawData(bytes.data(), bytes.size()))
        , m_stream(m_bytes)
    {
        m_stream.setVersion(QDataStream::Qt_6_4);
        if (number<quint32>() != mark || number<quint16>() != kVersion)
            fail();
    }

    [[nodiscard]] bool isGood() const { return m_stream.status() == QDataStream::Ok; }
    [[nodiscard]] bool isAtEnd() { return number<quint32>() == kEndMark && isGood() && m_stream.atEnd(); }
    [[nodiscard]] qsizetype position() const { return m_stream.device()->pos(); }

    void read(QString &text)
    {
        m_stream >> text;
        if (!isClean(text))
            text = cleanCharacters(text, Cleaning::Faithful);
    }
    void read(bool &flag) { flag = number<quint8>() != 0; }
    void read(DraftBlock &block)
    {
        block.kind = upTo(model::BlockKind::TableRow);
        read(block.text);
    }
    void read(base::Error &error)
    {
        error.code = upTo(base::ErrorCode::Internal);
        read(error.path);
        read(error.detail);
        read(error.member);
        read(error.isTotal);
    }
    void read(Finding &finding)
    {
        finding.field = upTo(model::MetadataField::Language);
        finding.trust = upTo(Trust::Properties);
        read(finding.values);
        read(finding.source);
        if (finding.values.isEmpty())
            fail(); // an answer has one value at least
    }
    template<typename Value>
    void read(std::optional<Value> &value)
    {
        bool isThere = false;
        read(isThere);
        if (isThere)
            read(value.emplace());
    }
    void read(QStringList &list)
    {
        for (quint32 left = number<quint32>(); left > 0 && isGood(); --left) {
            QString value;
            read(value);
            list.append(value);
        }
    }
    template<typename Value>
    void read(std::vector<Value> &values)
    {
        for (quint32 left = number<quint32>(); left > 0 && isGood(); --left)
            read(values.emplace_back());
    }
    void read(Draft &draft)
    {
        auto &[mediaType, charset, blocks, captions, corrections, findings, problems, failure, member, leavesToHelper, hasMarkup] = draft;
        read(mediaType);
        read(charset);
        read(blocks);
        read(captions);
        read(corrections);
        read(findings);
        read(problems);
        read(failure);
        read(member);
        read(leavesToHelper);
        read(hasMarkup);
    }

private:
    template<typename Number>
    Number number()
    {
        Number value = 0;
        m_stream >> value;
        return value;
    }
    /// A value of an enumeration that ends with `last`.
    template<typename Value>
    Value upTo(Value last)
    {
        const auto value = number<quint8>();
        if (value > static_cast<quint8>(last)) {
            fail();
            return last;
        }
        return static_cast<Value>(value);
    }
    void fail() { m_stream.setStatus(QDataStream::ReadCorruptData); }

    QByteArray m_bytes; // refers to the caller's
    QDataStream m_stream;
};

} // namespace

QByteArray encodeRequest(const QString &name, const QByteArray &charset)
{
    QByteArray bytes;
    StreamWriter writer(bytes, kRequestMark);
    writer.write(name);
    writer.write(QString::fromLatin1(charset));
    return bytes;
}

std::optional<HelperRequest> decodeRequest(QByteArrayView bytes)
{
    StreamReader reader(bytes, kRequestMark);
    HelperRequest request;
    reader.read(request.name);
    QString charset;
    reader.read(charset);
    request.charset = charset.toLatin1();
    request.headerBytes = reader.position();
    return reader.isGood() ? std::optional(request) : std::nullopt;
}

QByteArray encodeDrafts(const std::vector<Draft> &drafts)
{
    QByteArray bytes;
    StreamWriter writer(bytes, kAnswerMark);
    writer.write(drafts);
    writer.end();
    return bytes;
}

std::optional<std::vector<Draft>> decodeDrafts(QByteArrayView bytes)
{
    StreamReader reader(bytes, kAnswerMark);
    std::vector<Draft> drafts;
    reader.read(drafts);
    return reader.isAtEnd() && !drafts.empty() ? std::optional(std::move(drafts)) : std::nullopt;
}

} // namespace variorum::reading
