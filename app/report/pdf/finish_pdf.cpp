// The only file that knows qpdf, whose headers want C++17 from some compilers and which throws; nothing is thrown past it.

#include "report/pdf/finish_pdf.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <cstdlib>
#include <exception>

namespace variorum::report::pdf {

namespace {

QString xmpPacket(const Description &description)
{
    QString date;
    if (description.made.isValid())
        date = QStringLiteral("<xmp:CreateDate>%1</xmp:CreateDate>").arg(description.made.toUTC().toString(Qt::ISODate));
    return QStringLiteral("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                          "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                          "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
                          "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>"
                          "<dc:language><rdf:Bag><rdf:li>%2</rdf:li></rdf:Bag></dc:language>"
                          "<xmp:CreatorTool>Variorum %3</xmp:CreatorTool>%4"
                          "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
                          "<?xpacket end=\"r\"?>")
        .arg(description.title.toHtmlEscaped(), description.language, QStringLiteral(VARIORUM_VERSION), date);
}

/// Cairo hangs every element on the root; readers expect one Document there.
void wrapInDocument(QPDF &pdf, QPDFObjectHandle root)
{
    QPDFObjectHandle tree = root.getKey("/StructTreeRoot");
    if (!tree.isDictionary())
        return;
    QPDFObjectHandle children = tree.getKey("/K");
    QPDFObjectHandle document = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    document.replaceKey("/Type", QPDFObjectHandle::newName("/StructElem"));
    document.replaceKey("/S", QPDFObjectHandle::newName("/Document"));
    document.replaceKey("/P", tree);
    document.replaceKey("/K", children);
    for (const QPDFObjectHandle &child : children.isArray() ? children.getArrayAsVector() : std::vector<QPDFObjectHandle>{children}) {
        QPDFObjectHandle element = child;
        if (element.isDictionary())
            element.replaceKey("/P", document);
    }
    tree.replaceKey("/K", document);
}

/// Cairo counts what is closed with a minus sign at the top as well, where only visible items count.
void openOutline(QPDFObjectHandle root)
{
    QPDFObjectHandle outlines = root.getKey("/Outlines");
    if (outlines.isDictionary() && outlines.getKey("/Count").isInteger())
        outlines.replaceKey("/Count", QPDFObjectHandle::newInteger(std::llabs(outlines.getKey("/Count").getIntValue())));
}

void describeDocument(QPDF &pdf, const Description &description)
{
    QPDFObjectHandle root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(description.language.toStdString()));
    QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    root.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
    QPDFObjectHandle marks = QPDFObjectHandle::newDictionary();
    marks.replaceKey("/Marked", QPDFObjectHandle::newBool(true));
    root.replaceKey("/MarkInfo", marks);
    QPDFObjectHandle metadata = QPDFObjectHandle::newStream(&pdf, xmpPacket(description).toStdString());
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", metadata);
    for (QPDFObjectHandle page : pdf.getAllPages())
        page.replaceKey("/Tabs", QPDFObjectHandle::newName("/S"));
    QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
    if (info.isDictionary() && !description.made.isValid())
        info.removeKey("/CreationDate");
    wrapInDocument(pdf, root);
    openOutline(root);
}

} // namespace

FinishedPdf finishPdf(const QByteArray &cairoFile, const Description &description)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("report", cairoFile.constData(), static_cast<size_t>(cairoFile.size()));
        describeDocument(pdf, description);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setMinimumPDFVersion("1.7");
        writer.write();
        const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
        return {QByteArray(reinterpret_cast<const char *>(bytes->getBuffer()), static_cast<qsizetype>(bytes->getSize())), {}};
    } catch (const std::exception &failure) {
        return {{}, QString::fromUtf8(failure.what())};
    }
}

} // namespace variorum::report::pdf
