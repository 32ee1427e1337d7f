#pragma once

#include "base/ids.h"
#include "base/text_span.h"

#include <QJsonValue>
#include <QString>

#include <map>
#include <tuple>
#include <vector>

namespace variorum::training {

/// Words of an article that a hand-made reading (gold.json) points at.
struct Passage {
    QString file;
    QString text;

    bool operator<(const Passage &other) const { return std::tie(file, text) < std::tie(other.file, other.text); }
};

[[nodiscard]] Passage passageOf(const QJsonValue &value);

/// Where a passage stands.
struct Placed {
    base::ArticleId article;
    base::TextSpan span;
};

/// They overlap by half of the shorter one: then a statement stands for a passage.
[[nodiscard]] bool holdsHalf(const base::TextSpan &one, const base::TextSpan &other);

/// Finds passages in the texts of a folder's articles, white space and typographic marks folded.
class PassageFinder {
public:
    void add(base::ArticleId article, const QString &path, const QString &text);

    /// Every place where it stands; none where it does not.
    [[nodiscard]] std::vector<Placed> places(const Passage &passage) const;

private:
    struct Folded {
        QString text;
        std::vector<qsizetype> at; ///< place in the unfolded text of every unit
    };
    [[nodiscard]] static Folded folded(const QString &text);

    std::map<QString, std::vector<base::ArticleId>> m_articles; ///< by path: a file may hold several
    std::map<base::ArticleId, Folded> m_texts;
};

} // namespace variorum::training
