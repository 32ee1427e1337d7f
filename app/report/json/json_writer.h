#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace variorum::report {

/// Writes JSON in the order it is told, which QJsonObject (sorted keys) cannot: a document's format comes first and
/// an item's id before its text. Numbers are the shortest decimals that read back the same, independent of locale.
class JsonWriter {
public:
    /// Containers nested less deeply than brokenDepth have one item a line; deeper ones stay on theirs.
    explicit JsonWriter(int brokenDepth = 0);

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    /// Keys are ours and plain ASCII; they are not escaped.
    void key(const char *name);

    void value(const QString &text);
    void value(qint64 number);
    void value(int number) { value(static_cast<qint64>(number)); }
    void value(double number); ///< null where it is not finite
    void value(bool truth);
    void null();
    template<typename T>
    void value(const std::optional<T> &thing)
    {
        if (thing)
            value(*thing);
        else
            null();
    }
    void value(const char *) = delete; // would become a bool

    template<typename T>
    void field(const char *name, const T &thing)
    {
        key(name);
        value(thing);
    }
    /// An empty string is written as null: documents say "unknown" so.
    void knownField(const char *name, const QString &text);
    void listField(const char *name, const QStringList &texts);

    [[nodiscard]] QByteArray take();

private:
    void separate();
    void open(char bracket);
    void close(char bracket);
    void breakLine();

    QByteArray m_bytes;
    std::vector<bool> m_hasItems; // one a container that is open
    int m_brokenDepth = 0;
    bool m_afterKey = false;
};

} // namespace variorum::report
