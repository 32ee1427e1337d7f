#include "reading/risky/risky_readers.h"

#include "reading/safe_readers.h"

#include <array>

namespace variorum::reading::risky {

std::span<const Reader> allReaders()
{
    static const std::vector<Reader> kAll = [] {
        std::vector<Reader> readers{
            Reader{recognisesZip, readZip},
            Reader{recognisesGzip, readGzip},
            Reader{recognisesWarc, readWarc},
            Reader{recognisesRtf, readRtf},
            Reader{recognisesPdf, readPdf}, // its mark may stand behind others: a file that holds a PDF is not one
        };
        const auto safe = safeReaders();
        readers.insert(readers.end(), safe.begin(), safe.end());
        return readers;
    }();
    return kAll;
}

} // namespace variorum::reading::risky
