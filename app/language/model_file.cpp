#include "language/model_file.h"

#include <QSaveFile>
#include <cstring>

namespace variorum::language {

namespace {

constexpr qsizetype kNameLength = 8;
constexpr qsizetype kPlace = 64;
constexpr char kMagic[] = "VMODEL01";

struct Entry {
    char name[kNameLength];
    quint32 offset;
    quint32 size;
};

struct Head {
    char magic[8];
    quint32 count;
    quint32 unused;
};

} // namespace

base::Result<std::unique_ptr<const ModelFile>> ModelFile::open(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return base::Error{base::ErrorCode::ResourceMissing, path, file->errorString()};
    const base::Error damaged{base::ErrorCode::ResourceDamaged, path, {}};
    const auto size = static_cast<quint64>(file->size());
    const uchar *const data = size >= sizeof(Head) ? file->map(0, file->size()) : nullptr;
    if (!data)
        return damaged;
    Head head{};
    std::memcpy(&head, data, sizeof head);
    if (std::memcmp(head.magic, kMagic, sizeof head.magic) != 0 || sizeof(Head) + quint64{head.count} * sizeof(Entry) > size)
        return damaged;
    std::unique_ptr<ModelFile> model(new ModelFile);
    for (quint32 number = 0; number < head.count; ++number) {
        Entry entry{};
        std::memcpy(&entry, data + sizeof(Head) + number * sizeof(Entry), sizeof entry);
        if (quint64{entry.offset} + entry.size > size || entry.offset % kPlace != 0)
            return damaged;
        const QByteArray name(entry.name, static_cast<qsizetype>(qstrnlen(entry.name, kNameLength)));
        model->m_sections[name] = {reinterpret_cast<const char *>(data) + entry.offset, entry.size};
    }
    model->m_path = path;
    model->m_file = std::move(file);
    return std::unique_ptr<const ModelFile>(std::move(model));
}

std::span<const char> ModelFile::bytes(const char *name) const
{
    const auto found = m_sections.find(QByteArray(name));
    return found == m_sections.end() ? std::span<const char>() : found->second;
}

void ModelFileWriter::add(const char *name, QByteArray bytes)
{
    Q_ASSERT(qstrlen(name) <= static_cast<size_t>(kNameLength));
    m_sections[QByteArray(name)] = std::move(bytes);
}

base::Result<void> ModelFileWriter::write(const QString &path) const
{
    const auto padded = [](qsizetype size) { return (size + kPlace - 1) / kPlace * kPlace; };
    Head head{};
    std::memcpy(head.magic, kMagic, sizeof head.magic);
    head.count = static_cast<quint32>(m_sections.size());
    QByteArray table;
    QByteArray body;
    const qsizetype bodyBegin = padded(static_cast<qsizetype>(sizeof(Head) + m_sections.size() * sizeof(Entry)));
    for (const auto &[name, bytes] : m_sections) {
        Entry entry{};
        std::memcpy(entry.name, name.constData(), static_cast<size_t>(name.size()));
        entry.offset = static_cast<quint32>(bodyBegin + body.size());
        entry.size = static_cast<quint32>(bytes.size());
        table.append(reinterpret_cast<const char *>(&entry), sizeof entry);
        body += bytes;
        body.append(padded(body.size()) - body.size(), '\0');
    }
    QByteArray all(reinterpret_cast<const char *>(&head), sizeof head);
    all += table;
    all.append(bodyBegin - all.size(), '\0');
    all += body;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(all) != all.size() || !file.commit())
        return base::Error{base::ErrorCode::WriteFailed, path, file.errorString()};
    return {};
}

} // namespace variorum::language
