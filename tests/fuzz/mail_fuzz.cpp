// The door for mails, mailboxes and pages saved as mails: headers that make every input one, then the fuzzer's bytes.
#include "check_article.h"

#include <cstddef>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace Qt::StringLiterals;
    if (size == 0)
        return 0;
    const QByteArray bytes = variorum::fuzz::bytesOf(data + 1, size - 1);
    const QByteArray start = data[0] % 2 == 0 ? QByteArray("From: a <a@bay.example>\nSubject: x\nMIME-Version: 1.0\n") : QByteArray("From a@b Fri Mar 14 09:00:00 2031\nFrom: a\nSubject: x\n");
    variorum::fuzz::checkReading(start + bytes, u"a.eml"_s);
    return 0;
}
