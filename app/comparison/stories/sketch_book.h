#pragma once

#include "comparison/stories/sketch.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace variorum::comparison {

struct KnownLikenesses;
struct KnownPassages;

/// Articles looked at before, with what follows from each alone, so that of ten thousand articles only those that are new
/// are read word by word. Not for two threads at once.
class SketchBook {
public:
    SketchBook();
    ~SketchBook();
    SketchBook(const SketchBook &) = delete;
    SketchBook &operator=(const SketchBook &) = delete;

    /// One article's. Words and fingerprints are numbered, all over the book, in no particular order.
    struct Page : std::enable_shared_from_this<Page> {
        Sketch sketch;
        std::vector<int> words; ///< side by side with sketch.words
        std::vector<int> fingerprints; ///< side by side with sketch.fingerprints
        std::optional<qint64> published; ///< milliseconds, for ordering
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

    /// Has another page the fingerprint, too? Most are in one text alone.
    [[nodiscard]] bool isShared(int fingerprint) const { return m_uses[static_cast<size_t>(fingerprint)] > 1; }

    [[nodiscard]] int lastSerial() const { return m_lastSerial; }

    /// Changes when numbers come to mean other words or fingerprints.
    [[nodiscard]] int numbering() const { return m_numbering; }

    /// What was found the last time, for those who look for it to go on from.
    [[nodiscard]] KnownPassages &passages() { return *m_passages; }
    [[nodiscard]] KnownLikenesses &likenesses() { return *m_likenesses; }

private:
    struct Known {
        model::Article article; // shares its texts with the caller's
        std::shared_ptr<Page> page; // shared: who goes on from what was found holds what it was found of
        int lastUse = 0;
    };
    using Numbers = std::unordered_map<Sketch::Hash, int>;

    [[nodiscard]] Known *find(const model::Article &article);
    void number(Page &page);
    void forgetUnused();

    struct PlaceHash {
        size_t operator()(const std::pair<QString, int> &place) const { return qHash(place); }
    };
    /// By path and part; several folders may have one of a name.
    std::unordered_map<std::pair<QString, int>, std::vector<Known>, PlaceHash> m_known;
    Numbers m_words;
    Numbers m_fingerprints;
    std::vector<int> m_uses; // by fingerprint: pages that have it
    std::unique_ptr<KnownPassages> m_passages;
    std::unique_ptr<KnownLikenesses> m_likenesses;
    int m_lastSerial = 0;
    int m_numbering = 0;
    size_t m_numbered = 0; // words and fingerprints in all pages together
    int m_calls = 0;
};

/// A comparison's articles in canonical order, with their pages, side by side.
struct SketchedArticles {
    const std::vector<const model::Article *> &articles;
    const std::vector<const SketchBook::Page *> &pages;
    SketchBook &book;
};

} // namespace variorum::comparison
