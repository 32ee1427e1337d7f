#include "comparison/claims/text_pages.h"

#include <algorithm>
#include <iterator>

namespace variorum::comparison {

namespace {

constexpr size_t kShingle = 5; // words
constexpr size_t kManyWords = 20'000; // from which on every eighth shingle is enough to find who shares text
constexpr quint64 kSample = 8;
constexpr size_t kMostSharing = 200; // articles; what more print brings nobody together

quint64 mixed(quint64 hash, quint64 value) { return (hash ^ value) * 1099511628211ULL; } // FNV-1a, over numbers

constexpr quint64 kSeed = 1469598103934665603ULL;

TextPage pageOf(QStringView text)
{
    TextPage page;
    int sentence = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            const bool isEnd = text[at] == u'\n' || (at > 0 && (text[at - 1] == u'.' || text[at - 1] == u'!' || text[at - 1] == u'?'));
            sentence += isEnd ? 1 : 0;
            ++at;
            continue;
        }
        quint64 hash = kSeed;
        qsizetype end = at;
        do {
            hash = mixed(hash, text[end].toCaseFolded().unicode());
            ++end;
        } while (text[end - 1].isLetterOrNumber() && end < text.size() && text[end].isLetterOrNumber());
        page.spans.push_back({at, end});
        page.hashes.push_back(hash);
        page.sentences.push_back(sentence);
        at = end;
    }
    return page;
}

void addStatement(int place, const model::Statement &statement, TextPage &page)
{
    Stretch stretch{place, {}};
    for (const model::StatementWord &word : statement.words) {
        const auto begin = std::upper_bound(page.spans.begin(), page.spans.end(), word.span.begin, [](qsizetype at, base::TextSpan span) { return at < span.end; });
        const auto end = std::lower_bound(begin, page.spans.end(), word.span.end, [](base::TextSpan span, qsizetype at) { return span.begin < at; });
        if (begin == end || (!stretch.words.empty() && begin - page.spans.begin() < stretch.words.back().first))
            return; // not in the text's order
        stretch.words.emplace_back(begin - page.spans.begin(), end - page.spans.begin());
    }
    if (!stretch.words.empty())
        page.statements.push_back(std::move(stretch));
}

/// Runs `take` over all runs of five words, as a hash and where they begin.
template<typename Take>
void forShingles(const TextPage &page, Take take)
{
    for (size_t at = 0; at + kShingle <= page.hashes.size(); ++at) {
        quint64 hash = kSeed;
        for (size_t word = at; word < at + kShingle; ++word)
            hash = mixed(hash, page.hashes[word]);
        take(hash ^ (hash >> 29), static_cast<int>(at));
    }
}

} // namespace

std::vector<TextPage> pagesOf(const std::vector<StatementView> &views, const std::vector<QStringView> &texts)
{
    std::vector<TextPage> pages;
    std::transform(texts.begin(), texts.end(), std::back_inserter(pages), pageOf);
    for (size_t place = 0; place < views.size(); ++place) {
        if (views[place].statement->place.field == model::TextField::Text)
            addStatement(static_cast<int>(place), *views[place].statement, pages[static_cast<size_t>(views[place].article)]);
    }
    return pages;
}

Shingles shinglesOf(const TextPage &page)
{
    Shingles all;
    forShingles(page, [&all](quint64 hash, int at) { all.emplace_back(hash, at); });
    std::sort(all.begin(), all.end());
    Shingles once;
    for (size_t at = 0; at < all.size(); ++at) {
        const bool isRepeated = (at > 0 && all[at - 1].first == all[at].first) || (at + 1 < all.size() && all[at + 1].first == all[at].first);
        if (!isRepeated)
            once.push_back(all[at]);
    }
    return once;
}

TextSharers::TextSharers(const std::vector<TextPage> &pages) : m_lists(pages.size())
{
    size_t words = 0;
    for (const TextPage &page : pages)
        words += page.hashes.size();
    const quint64 every = words > kManyWords ? kSample : 1;
    std::vector<std::pair<quint64, int>> all; // and the article
    for (size_t article = 0; article < pages.size(); ++article) {
        forShingles(pages[article], [&](quint64 hash, int) {
            if (hash % every == 0)
                all.emplace_back(hash, static_cast<int>(article));
        });
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (size_t first = 0; first < all.size();) {
        size_t end = first;
        for (; end < all.size() && all[end].first == all[first].first; ++end)
            m_articles.push_back(all[end].second);
        for (size_t at = first; end - first > 1 && end - first <= kMostSharing && at < end; ++at)
            m_lists[static_cast<size_t>(all[at].second)].emplace_back(at + 1, end);
        first = end;
    }
}

std::vector<int> TextSharers::behind(int article) const
{
    std::vector<int> found;
    std::vector<bool> isKnown(m_lists.size());
    for (const auto &[begin, end] : m_lists[static_cast<size_t>(article)]) {
        for (size_t at = begin; at < end; ++at) {
            const auto other = static_cast<size_t>(m_articles[at]);
            if (!isKnown[other])
                found.push_back(m_articles[at]);
            isKnown[other] = true;
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace variorum::comparison
