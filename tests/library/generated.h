#pragma once

#include "library/library.h"
#include "model/facts.h"

#include <QRandomGenerator>

namespace variorum::tests {

/// Values of every enumerator, present and absent options, odd texts; the same for the same seed.
class Generated {
public:
    explicit Generated(quint32 seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] model::Article article(const QString &path, int part = 0);
    [[nodiscard]] model::Facts facts();
    [[nodiscard]] QString text(); ///< may be empty; quotes, line ends, surrogate pairs, other scripts
    [[nodiscard]] QByteArray sha256();

private:
    template<typename Enum>
    [[nodiscard]] Enum any(Enum last)
    {
        return static_cast<Enum>(m_random.bounded(static_cast<int>(last) + 1));
    }
    [[nodiscard]] bool maybe() { return m_random.bounded(2) == 1; }
    [[nodiscard]] int upTo(int most) { return m_random.bounded(most + 1); }
    [[nodiscard]] double number();
    [[nodiscard]] QStringList list();
    [[nodiscard]] model::NewsDate date();
    [[nodiscard]] base::TextSpan span();
    [[nodiscard]] model::TextPlace place();
    [[nodiscard]] model::TimeValue time();
    [[nodiscard]] model::QuantityValue quantity();
    [[nodiscard]] std::optional<base::EntityId> entity(const model::Facts &facts);
    [[nodiscard]] model::Slot slot(const model::Facts &facts);
    [[nodiscard]] model::Statement statement(const model::Facts &facts, int id, int statements);

    QRandomGenerator m_random;
};

/// An article whose title and text have room for the places of generated facts.
[[nodiscard]] model::Article roomyArticle(const QString &path);

/// A plain English article for tests that look at other things.
[[nodiscard]] model::Article plainArticle(const QString &path, const QString &text);

/// The reading of one file with these parts.
[[nodiscard]] library::FileReading readingOf(const QString &path, std::vector<model::Article> parts, library::FileStamp stamp = {.byteSize = 100, .modifiedMs = 1000});

} // namespace variorum::tests
