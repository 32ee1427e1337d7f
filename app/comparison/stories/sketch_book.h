#pragma once

#include "comparison/stories/sketch.h"

#include <QByteArray>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace variorum::comparison {

/// Articles looked at before, with what follows from each alone, so that of ten thousand articles only those that are new
/// are read word by word. Not for two threads at once.
class SketchBook {
public:
    /// One article's. Words and fingerprints are numbered, all over the book, in no particular order.
    struct Page {
        Sketch sketch;
        std::vector<int> words; ///< side by side with sketch.words
        std::vector<int> fingerprints; ///< side by side with sketch.fingerprints
        int serial = 0; ///< no other page of the book has or had it
        QByteArray fingerprint; ///< what the caller tells the article's facts by; empty where not asked for
    };

    /// Of the article at that place.
    using Fingerprint = std::function<QByteArray(size_t place)>;

    /// A page for each, side by side; valid until the next call. What is new is made by `forEach`. What neither of the last
    /// two calls asked for is forgotten: before dates are inferred and after, an article is asked for in two states. None at all where `forEach` stopped.
    [[nodiscard]] std::vector<const Page *> pagesOf(const std::vector<const model::Article *> &articles, const ForEach &forEach = {}, const Fingerprint &fingerprint = {});

    /// Numbers are below these.
    [[nodiscard]] int words() const { return static_cast<int>(m_words.size()); }
    [[nodiscard]] int fingerprints() const { return static_cast<int>(m_fingerprints.size()); }

    /// What was kept of two pages, in either order.
    [[nodiscard]] std::optional<double> share(const Page &one, const Page &other) const;
    /// How much text the two share: it takes longer to measure than to remember.
    void keepShare(const Page &one, const Page &other, double share) { m_shares.insert_or_assign(keyOf(one, other), share); }

    /// Runs visit(serial, serial, share) over all that was kept, in no particular order.
    template<typename Visit>
    void forEachShare(const Visit &visit) const
    {
        for (const auto &[key, share] : m_shares)
            visit(static_cast<int>(key >> 32U), static_cast<int>(key & 0xFFFFFFFFU), share);
    }

    /// Pages of which every pair that shares enough fingerprints is kept. setMeasured() says which these are now.
    [[nodiscard]] bool isMeasured(const Page &page) const { return static_cast<size_t>(page.serial) < m_isMeasured.size() && m_isMeasured[static_cast<size_t>(page.serial)]; }
    void setMeasured(const std::vector<const Page *> &pages);

    /// Has another page the fingerprint, too? Most are in one text alone.
    [[nodiscard]] bool isShared(int fingerprint) const { return m_uses[static_cast<size_t>(fingerprint)] > 1; }

    /// Some fingerprint is in more pages than this?
    [[nodiscard]] bool hasFingerprintInMoreThan(int pages) const;
    [[nodiscard]] int lastSerial() const { return m_lastSerial; }

private:
    static quint64 keyOf(const Page &one, const Page &other)
    {
        return static_cast<quint64>(std::min(one.serial, other.serial)) << 32U | static_cast<quint64>(std::max(one.serial, other.serial));
    }

    struct Known {
        model::Article article; // shares its texts with the caller's
        std::unique_ptr<Page> page;
        int lastUse = 0;
    };
    using Numbers = std::unordered_map<Sketch::Hash, int>;

    [[nodiscard]] Known *find(const model::Article &article);
    void number(Page &page);
    void forgetUnused();

    std::map<std::pair<QString, int>, std::vector<Known>> m_known; // by path and part; several folders may have one of a name
    Numbers m_words;
    Numbers m_fingerprints;
    std::unordered_map<quint64, double> m_shares; // by two pages' serials
    std::vector<bool> m_isMeasured; // by serial
    std::vector<int> m_uses; // by fingerprint: pages that have it
    int m_lastSerial = 0;
    size_t m_numbered = 0; // words and fingerprints in all pages together
    int m_calls = 0;
};

} // namespace variorum::comparison
