#pragma once

#include <QDate>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

namespace variorum::tests {

/// A temporary folder of invented articles.
class InventedFolder {
public:
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QByteArray nativePath() const { return QFile::encodeName(m_folder.path()); }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    bool write(const QString &name, const QByteArray &bytes) const;
    /// A page on the grounding of a ferry; `dead` makes the texts differ.
    bool writeFerry(const QString &name, const QString &outlet, int dead, const QDate &published = {}) const;
    /// Small texts that have nothing to do with one another: each with names and words of its own.
    bool writeMany(int count) const;

private:
    QTemporaryDir m_folder;
};

} // namespace variorum::tests
