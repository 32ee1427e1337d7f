#pragma once

#include "reading/reader.h"

#include <span>

// Only the helper program (app/extract) may link what is in this folder: its parsers are the ones that hostile files aim at.

namespace variorum::reading::risky {

/// The readers of PDF, ZIP, gzip, WARC and RTF, then those of safeReaders().
[[nodiscard]] std::span<const Reader> allReaders();

[[nodiscard]] bool recognisesPdf(const Source &source);
[[nodiscard]] std::vector<Draft> readPdf(const Source &source);

/// ZIP, and what is built on it: DOCX, ODT, WACZ.
[[nodiscard]] bool recognisesZip(const Source &source);
[[nodiscard]] std::vector<Draft> readZip(const Source &source);

[[nodiscard]] bool recognisesGzip(const Source &source);
[[nodiscard]] std::vector<Draft> readGzip(const Source &source);

[[nodiscard]] bool recognisesWarc(const Source &source);
[[nodiscard]] std::vector<Draft> readWarc(const Source &source);

[[nodiscard]] bool recognisesRtf(const Source &source);
[[nodiscard]] std::vector<Draft> readRtf(const Source &source);

} // namespace variorum::reading::risky
