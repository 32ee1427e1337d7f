// The door for bytes that are to become text: decode() with and without a declaration, then cleanCharacters(). The first
// byte chooses the declaration. What comes out must be clean, stay as it is when it is cleaned again, and have a charset;
// the look-alikes of text and the language of what was read must bear anything.
#include "reading/charset.h"
#include "reading/clean_text.h"
#include "reading/language_of.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace variorum;

constexpr std::array kDeclared{"", "utf-8", "iso-8859-1", "windows-1251", "Shift_JIS", "EUC-JP", "GB18030", "Big5", "EUC-KR", "iso-2022-jp",
                               "UTF-16", "UTF-7", "windows-874", "iso-8859-8", "macintosh", "koi8-u", "hz", "ISO-2022-KR", "utf-32", "no-such-charset"};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check(QByteArrayView bytes, const QByteArray &declared)
{
    const reading::Decoded decoded = reading::decode(bytes, declared);
    require(!decoded.charset.isEmpty());
    for (const reading::Cleaning cleaning : {reading::Cleaning::Article, reading::Cleaning::Faithful}) {
        const QString clean = reading::cleanCharacters(decoded.text, cleaning);
        require(reading::isClean(clean));
        require(reading::cleanCharacters(clean, cleaning) == clean);
        require(QString::fromUtf8(clean.toUtf8()) == clean);
    }
    const reading::LanguageEvidence evidence = reading::languageEvidence(decoded.text);
    require(evidence.share >= 0.0 && evidence.share <= 1.0 && evidence.naturalness >= 0.0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1));
    const QByteArray declared(kDeclared[data[0] % kDeclared.size()]);
    check(bytes, declared);
    check(bytes, reading::declaredCharset(bytes));
    static_cast<void>(reading::looksLikeText(bytes));
    return 0;
}
