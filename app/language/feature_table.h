#pragma once

#include "language/model_file.h"

#include <QtGlobal>
#include <optional>
#include <span>
#include <vector>

namespace variorum::language {

/// Which row of a model's table of vectors belongs to which feature: features are 64-bit hashes, the table keeps 32 bits
/// of them, mapped, open addressing.
class FeatureTable {
public:
    /// The row of a word whose spelling training did not keep.
    static constexpr quint32 kUnknownWord = 0;

    /// Section "features"; nothing if a row is not below `rowCount`.
    [[nodiscard]] static std::optional<FeatureTable> from(const ModelFile &file, size_t rowCount);

    /// The rows of those features that have one; kUnknownWord if the first feature, the word itself, has none.
    void findRows(const quint64 *features, size_t count, quint32 *rows, quint8 &rowCount) const;

    /// rows[n]: the feature of row n; the first is kUnknownWord's and counts for nothing.
    static void write(const std::vector<quint64> &features, ModelFileWriter &writer);

private:
    struct Slot {
        quint32 key = 0;
        quint32 rowAndOne = 0; // 0: free
    };
    std::span<const Slot> m_slots;
};

} // namespace variorum::language
