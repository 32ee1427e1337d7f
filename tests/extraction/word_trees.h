#pragma once

#include "extraction/entities/entities.h"
#include "support/conllu.h"

#include <QFile>
#include <QStringList>
#include <QTest>

// Tables of sentences with their trees, in the short form that tests/extraction/data/statements.txt explains.

namespace variorum::support {

struct TreeRow {
    QString name;
    QString conllu;
    QStringList times; ///< "Monday = 2024-03-04"
    QStringList quantities; ///< "Two = 2 man"
    QStringList expected;
};

/// One sentence of the short form as CoNLL-U.
inline QString toConllu(const QString &line)
{
    QString conllu;
    int number = 0;
    for (const QString &word : line.split(u' ', Qt::SkipEmptyParts)) {
        QStringList fields = word.split(u'|');
        const bool isGlued = fields.removeAll(QStringLiteral("~")) > 0;
        if (fields.size() < 5)
            qFatal("not a word of a tree: %s", qPrintable(word));
        const QString lemma = fields[1] == QLatin1String("=") ? fields[0].toLower() : fields[1];
        const qsizetype point = fields[2].indexOf(u'.');
        QStringList misc;
        if (fields.size() > 5)
            misc.append(QStringLiteral("Entity=") + fields[5]);
        if (isGlued)
            misc.append(QStringLiteral("SpaceAfter=No"));
        const QStringList columns{QString::number(++number), fields[0], lemma, fields[2].first(point), fields[2].mid(point + 1), QStringLiteral("_"),
                                  fields[3], fields[4], QStringLiteral("_"), misc.isEmpty() ? QStringLiteral("_") : misc.join(u'|')};
        conllu += columns.join(u'\t') + u'\n';
    }
    return conllu + u'\n';
}

inline QList<TreeRow> readTreeRows(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    QList<TreeRow> rows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        if (line.startsWith(QLatin1String("row: ")))
            rows.append({line.mid(5), {}, {}, {}, {}});
        else if (line.startsWith(QLatin1String("=> ")))
            rows.last().expected.append(line.mid(3));
        else if (line.startsWith(QLatin1String("times: ")))
            rows.last().times = line.mid(7).split(QStringLiteral("; "));
        else if (line.startsWith(QLatin1String("quantities: ")))
            rows.last().quantities = line.mid(12).split(QStringLiteral("; "));
        else
            rows.last().conllu += toConllu(line);
    }
    return rows;
}

/// What rules look up, from the build tree.
struct LoadedKnowledge {
    std::unique_ptr<const language::Lexicon> lexicon;
    std::unique_ptr<const language::WordLists> lists;

    [[nodiscard]] static LoadedKnowledge load()
    {
        const QString folder = QStringLiteral(VARIORUM_RESOURCE_DIR);
        auto lexicon = language::Lexicon::open(folder + QStringLiteral("/wordnet.lexicon"));
        auto lists = language::WordLists::load(folder + QStringLiteral("/lexicon"));
        if (!lexicon || !lists)
            qFatal("resources are missing in %s", qPrintable(folder));
        return {std::move(lexicon).value(), std::move(lists).value()};
    }

    [[nodiscard]] extraction::Knowledge get() const { return {*lexicon, *lists}; }
};

} // namespace variorum::support
