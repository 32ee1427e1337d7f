#pragma once

#include "language/model_file.h"

#include <QtGlobal>
#include <map>
#include <optional>
#include <span>

namespace variorum::language {

/// Names that are known before any text is read (WordNet's individuals, the tables of resources/lexicon), and parts of
/// names, as hashes of their lower-case spellings in one mapped table. A hint for the models and no more than that.
class Gazetteer {
public:
    enum Kind : quint8 {
        Person = 1,
        Organization = 2,
        Place = 4,
        GivenName = 8,
        Surname = 16,
    };
    static constexpr int kLongest = 5; ///< words of a name

    /// Section "names" of the file; an empty gazetteer where it has none.
    [[nodiscard]] static std::optional<Gazetteer> from(const ModelFile &file);

    /// Bits of Kind; 0 for an unknown name. For several words: joined() of their hashes, in order.
    [[nodiscard]] quint8 find(quint64 hash) const;

    /// Hash of a name of several words: joined(joined(WordTraits::lower, ...), ...).
    [[nodiscard]] static constexpr quint64 joined(quint64 before, quint64 lower) { return (before ^ (lower + (before << 6))) * 0x9e3779b97f4a7c15ULL; }

    /// The counterpart of from().
    static void write(const std::map<quint64, quint8> &names, ModelFileWriter &writer);

private:
    // Open addressing; the upper 27 bits of a slot are the hash's, the lower five the kinds; 0 is free.
    std::span<const quint32> m_slots;
};

} // namespace variorum::language
