#pragma once

#include <QHash>
#include <QString>
#include <QStringView>

#include <functional>
#include <unordered_set>

namespace variorum::library {

/// One copy of each text, shared by all who hold it: lemmas, rules and units are the same few words in thousands of articles, and a
/// library of them in memory is mostly these. Forgets what it holds when that has become a lot; what was given stays.
class StringPool {
public:
    [[nodiscard]] QString of(QStringView text)
    {
        if (const auto known = m_texts.find(text); known != m_texts.end())
            return *known;
        if (m_texts.size() >= kMost)
            m_texts.clear();
        return *m_texts.insert(text.toString()).first;
    }

private:
    static constexpr size_t kMost = 200'000;

    struct Hash {
        using is_transparent = void;
        size_t operator()(QStringView text) const { return qHash(text); }
    };
    struct Equal {
        using is_transparent = void;
        bool operator()(QStringView one, QStringView other) const { return one == other; }
    };

    std::unordered_set<QString, Hash, Equal> m_texts;
};

} // namespace variorum::library
