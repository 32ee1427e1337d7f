#pragma once

#include <QSet>
#include <QStringView>

namespace variorum::reading::html {

/// The article's body as a page's linked data gives it: it can vouch for text, not speak against it alone, since it may
/// be cut short, hold other things, or be another article's.
class Witness {
public:
    explicit Witness(QStringView body);

    [[nodiscard]] bool isEmpty() const { return m_runs.isEmpty(); }

    /// Whether nearly all runs of words of the text stand in the body. A text of a few words is never vouched for.
    [[nodiscard]] bool vouchesFor(QStringView text) const;

private:
    QSet<size_t> m_runs; ///< hashes of every five words in a row
};

} // namespace variorum::reading::html
