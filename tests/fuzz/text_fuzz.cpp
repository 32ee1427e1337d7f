// The door for everything that is no other format: plain and scraped text, Markdown, references, in any charset, also one
// that a person chose.
#include "check_article.h"

#include <array>
#include <cstddef>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace Qt::StringLiterals;
    if (size == 0)
        return 0;
    static constexpr std::array kCharsets{"", "UTF-8", "windows-1251", "Shift_JIS", "UTF-16LE", "ISO-2022-JP", "GB18030", "none"};
    variorum::reading::ReadOptions options;
    options.charset = kCharsets[(data[0] / 4) % kCharsets.size()];
    const QByteArray bytes = variorum::fuzz::bytesOf(data + 1, size - 1);
    if (data[0] % 4 != 3) {
        variorum::fuzz::checkReading(bytes, data[0] % 4 == 1 ? u"a.md"_s : u"a.txt"_s, options);
        return 0;
    }
    options.plain = true;
    for (const variorum::model::Article &article : variorum::reading::readBytes(bytes, u"a.txt"_s, options)) {
        variorum::fuzz::require(variorum::reading::isClean(article.text));
        variorum::fuzz::require(article.text.isEmpty() == (article.outcome == variorum::model::ReadOutcome::NotRead));
    }
    return 0;
}
