// The doors for the XML inside DOCX and ODT. The first byte chooses the door, a line "--" parts the files of the archive.
#include "check_article.h"
#include "reading/risky/office/read_office.h"

#include <QByteArray>
#include <QList>
#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace variorum;
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1));
    QList<QByteArray> parts;
    qsizetype begin = 0;
    for (qsizetype end = bytes.indexOf("\n--\n"); end >= 0 && parts.size() < 3; end = bytes.indexOf("\n--\n", begin)) {
        parts.append(bytes.mid(begin, end - begin));
        begin = end + 4;
    }
    parts.append(bytes.mid(begin));
    if (data[0] % 2 == 0)
        fuzz::checkDrafts({reading::risky::draftFromDocx({parts.value(0), parts.value(1), parts.value(2)})});
    else
        fuzz::checkDrafts({reading::risky::draftFromOdt({parts.value(0), parts.value(1)})});
    return 0;
}
