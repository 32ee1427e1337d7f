#pragma once

#include "model/article.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace variorum::tests {

/// Invented news in any amount, for benches and for tests of scale: stories of six kinds of event, each with its own people,
/// places, numbers and day; articles tell most of a story's scenes, each in one of two wordings, now and then with
/// another number. The same seed gives the same news.
class InventedNews {
public:
    /// `articlesAStory` on average; stories have from one to twice as many less one.
    InventedNews(int articles, int articlesAStory, std::uint64_t seed = 1);

    [[nodiscard]] int count() const { return static_cast<int>(m_articles.size()); }
    [[nodiscard]] int stories() const { return m_stories; }
    [[nodiscard]] int storyOf(int article) const { return m_articles[static_cast<size_t>(article)].story; }

    /// As reading would give it; without an id.
    [[nodiscard]] model::Article article(int place) const;
    /// As a saved page with navigation, JSON-LD, advertisements and a footer around it.
    [[nodiscard]] QByteArray page(int place) const;

private:
    struct Item {
        int story = 0;
        std::uint64_t seed = 0;
        int outlet = 0;
    };

    struct Told {
        QString title;
        QStringList paragraphs;
        QString outlet;
        QString author;
        QDateTime published;
    };

    [[nodiscard]] Told told(int place) const;

    std::vector<Item> m_articles;
    std::uint64_t m_seed;
    int m_stories = 0;
};

} // namespace variorum::tests
