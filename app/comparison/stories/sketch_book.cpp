#include "comparison/stories/sketch_book.h"

#include "comparison/stories/likenesses.h"
#include "comparison/stories/shared_passages.h"

#include <algorithm>
#include <iterator>

namespace variorum::comparison {

namespace {

int numberOf(Sketch::Hash hash, std::unordered_map<Sketch::Hash, int> &numbers) { return numbers.try_emplace(hash, static_cast<int>(numbers.size())).first->second; }

} // namespace

SketchBook::SketchBook() : m_passages(std::make_unique<KnownPassages>()), m_likenesses(std::make_unique<KnownLikenesses>()) {}

SketchBook::~SketchBook() = default;

SketchBook::Known *SketchBook::find(const model::Article &article)
{
    const auto found = m_known.find({article.path, article.part});
    if (found == m_known.end())
        return nullptr;
    const auto same = std::find_if(found->second.begin(), found->second.end(), [&article](const Known &known) { return known.article == article; });
    return same == found->second.end() ? nullptr : &*same;
}

void SketchBook::number(Page &page)
{
    page.words.clear();
    page.fingerprints.clear();
    for (const Sketch::Word &word : page.sketch.words)
        page.words.push_back(numberOf(word.hash, m_words));
    for (const Sketch::Hash hash : page.sketch.fingerprints)
        page.fingerprints.push_back(numberOf(hash, m_fingerprints));
    m_uses.resize(m_fingerprints.size());
    for (const int fingerprint : page.fingerprints)
        ++m_uses[static_cast<size_t>(fingerprint)];
    m_numbered += page.words.size() + page.fingerprints.size();
}

/// Numbers that no page has any more go when they are the more.
void SketchBook::forgetUnused()
{
    constexpr int kCalls = 2;
    ++m_calls;
    m_numbered = 0;
    for (auto entry = m_known.begin(); entry != m_known.end();) {
        std::erase_if(entry->second, [&](const Known &known) {
            const bool isUnused = known.lastUse + kCalls < m_calls;
            for (const int fingerprint : isUnused ? known.page->fingerprints : std::vector<int>())
                --m_uses[static_cast<size_t>(fingerprint)];
            return isUnused;
        });
        for (const Known &known : entry->second)
            m_numbered += known.page->words.size() + known.page->fingerprints.size();
        entry = entry->second.empty() ? m_known.erase(entry) : std::next(entry);
    }
    if (m_words.size() + m_fingerprints.size() <= m_numbered)
        return;
    m_words.clear();
    m_fingerprints.clear();
    m_uses.clear();
    m_numbered = 0;
    ++m_numbering;
    for (auto &[path, all] : m_known) {
        for (Known &known : all)
            number(*known.page);
    }
}

std::vector<const SketchBook::Page *> SketchBook::pagesOf(const std::vector<const model::Article *> &articles, const ForEach &forEach, const Fingerprint &fingerprint)
{
    forgetUnused();
    std::vector<Known *> known(articles.size());
    std::vector<std::shared_ptr<Page>> made(articles.size());
    forStretches(forEach, static_cast<int>(articles.size()), [&](int begin, int end) {
        for (auto place = static_cast<size_t>(begin); place < static_cast<size_t>(end); ++place) {
            known[place] = find(*articles[place]);
            if (known[place])
                continue;
            made[place] = std::make_shared<Page>();
            made[place]->sketch = sketchOf(*articles[place]);
            if (const std::optional<model::NewsDate> &published = articles[place]->published)
                made[place]->published = published->utcForOrdering().toMSecsSinceEpoch();
            if (fingerprint)
                made[place]->fingerprint = fingerprint(place);
        }
    });
    std::vector<const Page *> pages;
    for (size_t place = 0; place < articles.size(); ++place) {
        if (!made[place] && !known[place])
            return {}; // stopped
        if (made[place]) {
            made[place]->serial = ++m_lastSerial;
            number(*made[place]);
            pages.push_back(made[place].get());
            continue;
        }
        known[place]->lastUse = m_calls;
        if (fingerprint && known[place]->page->fingerprint.isEmpty())
            known[place]->page->fingerprint = fingerprint(place);
        pages.push_back(known[place]->page.get());
    }
    for (size_t place = 0; place < articles.size(); ++place) {
        if (made[place]) // only now: what was found must stay where it is
            m_known[{articles[place]->path, articles[place]->part}].push_back({*articles[place], std::move(made[place]), m_calls});
    }
    return pages;
}

} // namespace variorum::comparison
