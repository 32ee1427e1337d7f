#pragma once

// Inputs of the risky formats made in code, and the reading of them within the test's own process, where a sanitizer
// sees it; worker_test.cpp goes through the helper program.

#include "reading/build_article.h"
#include "reading/risky/risky_readers.h"
#include "reading_support.h"

#include <QList>
#include <QtEndian>
#include <zlib.h>

namespace variorum::reading::test {

inline std::vector<model::Article> readRisky(QByteArrayView bytes, const QString &name = QStringLiteral("x"))
{
    Budget budget;
    std::vector<model::Article> articles;
    for (Draft &draft : readWith(risky::allReaders(), bytes, name, 0, &budget))
        articles.push_back(buildArticle(std::move(draft), {}));
    return articles;
}

/// "a.html: read; b.zip/c.txt: not-read empty-file"
inline QString outcomesOf(const std::vector<model::Article> &articles)
{
    QStringList outcomes;
    for (const model::Article &article : articles)
        outcomes.append((article.member.isEmpty() ? QString() : article.member + QStringLiteral(": ")) + outcomeOf(article));
    return outcomes.join(QStringLiteral("; "));
}

template<typename Number>
QByteArray littleEndian(Number number)
{
    QByteArray bytes(static_cast<qsizetype>(sizeof(Number)), Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

inline quint32 checksum(QByteArrayView bytes)
{
    return static_cast<quint32>(crc32(0, reinterpret_cast<const Bytef *>(bytes.data()), static_cast<uInt>(bytes.size())));
}

enum class Wrapping { Raw,
                      Gzip };

inline QByteArray deflated(QByteArrayView bytes, Wrapping wrapping = Wrapping::Raw)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, wrapping == Wrapping::Raw ? -15 : 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

inline QByteArray gzipped(QByteArrayView bytes) { return deflated(bytes, Wrapping::Gzip); }

/// A deflate stream of `megabytes` of zeros, made without unpacking it: one megabyte's block again and again.
inline QByteArray packedZeros(int megabytes)
{
    const QByteArray zeros(1024 * 1024, '\0');
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
    QByteArray block(64 * 1024, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(zeros.data()));
    stream.avail_in = static_cast<uInt>(zeros.size());
    stream.next_out = reinterpret_cast<Bytef *>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    deflate(&stream, Z_FULL_FLUSH);
    block.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return block.repeated(megabytes) + QByteArray("\x03\x00", 2); // an empty last block
}

/// A ZIP, field by field, so that any of them can be a lie.
class ZipMaker {
public:
    struct Member {
        QByteArray name;
        QByteArray bytes; ///< packed already where `method` says so
        quint16 method = 0; ///< 0 stored, 8 deflated
        quint16 flags = 0x0800; ///< UTF-8 name; 1 is encrypted
        std::optional<quint32> statedSize = {}; ///< unpacked; else as many as there are
        std::optional<quint32> crc = {};
        quint32 attributes = 0; ///< Unix mode << 16
        std::optional<quint32> offset = {}; ///< of its local header; else its own
    };

    ZipMaker &add(const QByteArray &name, const QByteArray &bytes)
    {
        return add(Member{.name = name, .bytes = deflated(bytes), .method = 8, .statedSize = static_cast<quint32>(bytes.size()), .crc = checksum(bytes)});
    }
    ZipMaker &addStored(const QByteArray &name, const QByteArray &bytes) { return add(Member{.name = name, .bytes = bytes}); }
    ZipMaker &add(const Member &member)
    {
        const quint32 size = member.statedSize.value_or(static_cast<quint32>(member.bytes.size()));
        const QByteArray common = littleEndian<quint16>(20) + littleEndian(member.flags) + littleEndian(member.method) + littleEndian<quint32>(0) + littleEndian(member.crc.value_or(checksum(member.bytes)))
            + littleEndian(static_cast<quint32>(member.bytes.size())) + littleEndian(size) + littleEndian(static_cast<quint16>(member.name.size())) + littleEndian<quint16>(0);
        const auto offset = member.offset.value_or(static_cast<quint32>(m_local.size()));
        if (!member.offset)
            m_local += "PK\x03\x04" + common + member.name + member.bytes;
        m_directory += "PK\x01\x02" + littleEndian<quint16>(0x031E) + common + littleEndian<quint16>(0) + littleEndian<quint16>(0) + littleEndian<quint16>(0) + littleEndian(member.attributes)
            + littleEndian(offset) + member.name;
        ++m_count;
        return *this;
    }

    [[nodiscard]] QByteArray bytes() const
    {
        const auto count = static_cast<quint16>(std::min<quint32>(m_count, 0xFFFF));
        QByteArray end;
        if (m_count > 0xFFFE) { // ZIP64
            end = QByteArray("PK\x06\x06", 4) + littleEndian<quint64>(44) + littleEndian<quint16>(45) + littleEndian<quint16>(45) + littleEndian<quint32>(0) + littleEndian<quint32>(0)
                + littleEndian<quint64>(m_count) + littleEndian<quint64>(m_count) + littleEndian(static_cast<quint64>(m_directory.size())) + littleEndian(static_cast<quint64>(m_local.size()));
            end += QByteArray("PK\x06\x07", 4) + littleEndian<quint32>(0) + littleEndian(static_cast<quint64>(m_local.size() + m_directory.size())) + littleEndian<quint32>(1);
        }
        end += QByteArray("PK\x05\x06", 4) + littleEndian<quint32>(0) + littleEndian(count) + littleEndian(count) + littleEndian(static_cast<quint32>(m_directory.size()))
            + littleEndian(static_cast<quint32>(m_local.size())) + littleEndian<quint16>(0);
        return m_local + m_directory + end;
    }

private:
    QByteArray m_local;
    QByteArray m_directory;
    quint32 m_count = 0;
};

/// A PDF whose page contents are given as drawing operators; Helvetica is /F1, its bold /F2. 612 x 792 points.
inline QByteArray pdfOf(const QList<QByteArray> &contents, const QByteArray &info = {})
{
    QList<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R >>", {}, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>", "<< " + info + " >>"};
    QByteArray kids;
    for (const QByteArray &content : contents) {
        objects.append("<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream");
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents " + QByteArray::number(objects.size()) + " 0 R >>");
        kids += QByteArray::number(objects.size()) + " 0 R ";
    }
    objects[1] = "<< /Type /Pages /Count " + QByteArray::number(contents.size()) + " /Kids [" + kids + "] >>";
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype at = 0; at < objects.size(); ++at) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(at + 1) + " 0 obj\n" + objects[at] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    const QByteArray count = QByteArray::number(objects.size() + 1);
    return pdf + "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count + " /Root 1 0 R /Info 5 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

/// One line of type at a place, from the lower left corner.
inline QByteArray typeset(double left, double bottom, double size, QByteArray text, const char *font = "F1")
{
    text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    return QByteArray("BT /") + font + " " + QByteArray::number(size) + " Tf " + QByteArray::number(left) + " " + QByteArray::number(bottom) + " Td (" + text + ") Tj ET\n";
}

/// Lines under each other.
inline QByteArray typesetLines(double left, double top, double size, const QList<QByteArray> &lines)
{
    QByteArray content;
    double bottom = top;
    for (const QByteArray &line : lines) {
        const bool isIndented = line.startsWith('\t');
        content += typeset(left + (isIndented ? 1.5 * size : 0), bottom, size, isIndented ? line.mid(1) : line);
        bottom -= 1.2 * size;
    }
    return content;
}

inline QByteArray docxOf(const QByteArray &body, const QByteArray &styles = {}, const QByteArray &core = {})
{
    const QByteArray open = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    const QByteArray space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    ZipMaker zip;
    zip.add("[Content_Types].xml", open + "<Types/>");
    zip.add("word/document.xml", open + "<w:document" + space + "><w:body>" + body + "</w:body></w:document>");
    if (!styles.isEmpty())
        zip.add("word/styles.xml", open + "<w:styles" + space + ">" + styles + "</w:styles>");
    zip.add("docProps/core.xml", open + "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\" xmlns:dcterms=\"t\">" + core + "</cp:coreProperties>");
    zip.add("word/media/image1.png", "\x89PNG");
    return zip.bytes();
}

inline QByteArray docxParagraph(const QByteArray &text, const QByteArray &style = {})
{
    return "<w:p>" + (style.isEmpty() ? QByteArray() : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>") + "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
}

inline QByteArray odtOf(const QByteArray &text, const QByteArray &styles = {}, const QByteArray &meta = {})
{
    const QByteArray space = " xmlns:office=\"o\" xmlns:text=\"t\" xmlns:style=\"s\" xmlns:table=\"b\" xmlns:dc=\"d\" xmlns:meta=\"m\"";
    ZipMaker zip;
    zip.addStored("mimetype", "application/vnd.oasis.opendocument.text");
    zip.add("content.xml", "<office:document-content" + space + "><office:automatic-styles>" + styles + "</office:automatic-styles><office:body><office:text>" + text + "</office:text></office:body></office:document-content>");
    zip.add("meta.xml", "<office:document-meta" + space + "><office:meta>" + meta + "</office:meta></office:document-meta>");
    return zip.bytes();
}

inline QByteArray warcRecord(const QByteArray &type, const QByteArray &url, const QByteArray &block, const QByteArray &contentType = "application/http; msgtype=response")
{
    return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url + "\r\nWARC-Date: 2031-06-01T10:00:00Z\r\nContent-Type: " + contentType + "\r\nContent-Length: " + QByteArray::number(block.size())
        + "\r\n\r\n" + block + "\r\n\r\n";
}

inline QByteArray httpResponse(const QByteArray &body, const QByteArray &headers = "Content-Type: text/html\r\n", const QByteArray &status = "200 OK")
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
}

/// A page with a headline and two paragraphs about a ferry.
inline QByteArray pageOf(const QByteArray &headline)
{
    return "<html><head><title>" + headline + "</title></head><body><article><h1>" + headline
        + "</h1><p>The ferry left Halvern harbour at nine on Friday and was due back before noon, the port said.</p><p>Ten crew and forty passengers were on board when it ran aground off the northern mole.</p></article></body></html>";
}

} // namespace variorum::reading::test
