#include "language/word_lists.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace variorum::language {

using base::Error;
using base::ErrorCode;
using base::Result;

Result<WordLists::Table> WordLists::readTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::ResourceMissing, path, file.errorString()};
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(file.readAll());
    if (decoder.hasError())
        return Error{ErrorCode::ResourceDamaged, path, QStringLiteral("not UTF-8")};

    Table table;
    int lineNumber = 0;
    for (QStringView line : QStringView(text).split(u'\n')) {
        ++lineNumber;
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.trimmed().isEmpty() || line.startsWith(u'#'))
            continue;
        QStringList columns;
        for (const QStringView column : line.split(u'\t'))
            columns.append(column.trimmed().toString());
        const QString key = columns.takeFirst();
        if (key.isEmpty() || table.rows.contains(key))
            return Error{ErrorCode::ResourceDamaged, path,
                         QStringLiteral("line %1: key \"%2\" is empty or there twice").arg(lineNumber).arg(key)};
        table.order.append(key);
        table.rows.emplace(key, std::move(columns));
    }
    return table;
}

Result<std::unique_ptr<const WordLists>> WordLists::load(const QString &folder)
{
    const QDir dir(folder);
    if (!dir.exists())
        return Error{ErrorCode::ResourceMissing, folder, {}};
    auto lists = std::make_unique<WordLists>();
    const QFileInfoList files = dir.entryInfoList({QStringLiteral("*.tsv")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        Result<Table> table = readTable(file.filePath());
        if (!table)
            return table.error();
        lists->m_tables.emplace(file.completeBaseName(), std::move(table).value());
    }
    return std::unique_ptr<const WordLists>(std::move(lists));
}

const WordLists::Table *WordLists::find(QStringView table) const
{
    const auto found = m_tables.find(table);
    return found == m_tables.end() ? nullptr : &found->second;
}

const QStringList *WordLists::findRow(QStringView table, QStringView key) const
{
    const Table *const rows = find(table);
    Q_ASSERT_X(rows, "WordLists", qPrintable(table.toString()));
    if (!rows)
        return nullptr;
    const auto found = rows->rows.find(key);
    return found == rows->rows.end() ? nullptr : &found->second;
}

bool WordLists::hasTable(QStringView table) const { return find(table) != nullptr; }

bool WordLists::contains(QStringView table, QStringView key) const { return findRow(table, key) != nullptr; }

std::optional<QStringList> WordLists::columns(QStringView table, QStringView key) const
{
    const QStringList *const row = findRow(table, key);
    return row ? std::optional(*row) : std::nullopt;
}

std::optional<QString> WordLists::value(QStringView table, QStringView key) const
{
    const QStringList *const row = findRow(table, key);
    return row && !row->isEmpty() ? std::optional(row->first()) : std::nullopt;
}

QStringList WordLists::keys(QStringView table) const
{
    const Table *const rows = find(table);
    Q_ASSERT_X(rows, "WordLists", qPrintable(table.toString()));
    return rows ? rows->order : QStringList();
}

} // namespace variorum::language
