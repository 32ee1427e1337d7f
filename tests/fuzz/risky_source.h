#pragma once

// A source as the helper program gives it to its readers, with a budget that lets a fuzzer try many of them.

#include "reading/risky/risky_readers.h"

#include <QByteArray>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace variorum::fuzz {

class RiskySource {
public:
    explicit RiskySource(QByteArrayView bytes)
        : m_source{.bytes = bytes, .head = {}, .ending = {}, .readers = reading::risky::allReaders(), .depth = 0, .budget = &m_budget, .charset = {}}
    {
    }
    RiskySource(const uint8_t *data, size_t size)
        : RiskySource(QByteArrayView(data, static_cast<qsizetype>(size)))
    {
    }
    RiskySource(const RiskySource &) = delete;
    RiskySource &operator=(const RiskySource &) = delete;

    [[nodiscard]] const reading::Source &source() const { return m_source; }

private:
    reading::Budget m_budget{.bytes = 4LL * 1024 * 1024, .members = 50};
    reading::Source m_source;
};

} // namespace variorum::fuzz
