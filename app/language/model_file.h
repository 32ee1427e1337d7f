#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <map>
#include <memory>
#include <span>

namespace variorum::language {

/// A trained model's file, mapped: named sections of plain numbers or text, each at a 64-byte place.
///
///     "VMODEL01" | section count | { name[8], offset, size } ... | sections
///
/// Written on and read by little-endian machines.
class ModelFile {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<const ModelFile>> open(const QString &path);

    /// Empty where the file has no such section.
    [[nodiscard]] std::span<const char> bytes(const char *name) const;

    template<typename Number>
    [[nodiscard]] std::span<const Number> numbers(const char *name) const
    {
        const std::span<const char> section = bytes(name);
        const void *const data = section.data();
        return {static_cast<const Number *>(data), section.size() / sizeof(Number)};
    }

    [[nodiscard]] const QString &path() const { return m_path; }

private:
    ModelFile() = default;

    QString m_path;
    std::unique_ptr<QFile> m_file; // keeps the mapping alive
    std::map<QByteArray, std::span<const char>> m_sections;
};

/// Puts a model file together, for the training program and tests.
class ModelFileWriter {
public:
    /// `name`: at most 8 ASCII characters.
    void add(const char *name, QByteArray bytes);

    template<typename Container>
    void addNumbers(const char *name, const Container &numbers)
    {
        add(name, QByteArray(reinterpret_cast<const char *>(numbers.data()), static_cast<qsizetype>(numbers.size() * sizeof(*numbers.data()))));
    }

    [[nodiscard]] base::Result<void> write(const QString &path) const;

private:
    std::map<QByteArray, QByteArray> m_sections;
};

} // namespace variorum::language
