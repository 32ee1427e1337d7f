#pragma once

#include "model/article.h"
#include "reading/draft.h"
#include "reading/read_file.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <initializer_list>

namespace variorum::reading::test {

/// The one article of some bytes.
inline model::Article readOne(const QByteArray &bytes, const QString &path = QStringLiteral("x"), const ReadOptions &options = {})
{
    std::vector<model::Article> articles = readBytes(bytes, path, options);
    return articles.size() == 1 ? articles.front() : model::Article{};
}

inline QString outcomeName(model::ReadOutcome outcome)
{
    switch (outcome) {
    case model::ReadOutcome::Read: return QStringLiteral("read");
    case model::ReadOutcome::Partly: return QStringLiteral("partly");
    case model::ReadOutcome::NotRead: return QStringLiteral("not-read");
    }
    return {};
}

/// "not-read empty-file"
inline QString outcomeOf(const model::Article &article)
{
    QStringList words{outcomeName(article.outcome)};
    for (const base::Error &problem : article.problems)
        words.append(base::errorCodeName(problem.code));
    return words.join(QLatin1Char(' '));
}

/// "P one|H two": the blocks with their kinds.
inline QString printed(const model::Article &article)
{
    static const QString kLetters = QStringLiteral("PHLQT");
    QStringList blocks;
    for (const model::TextBlock &block : article.blocks)
        blocks.append(kLetters[static_cast<int>(block.kind)] + QLatin1Char(' ') + article.text.mid(block.span.begin, block.span.length()));
    return blocks.join(QLatin1Char('|'));
}

inline QString printed(const std::vector<DraftBlock> &drafts)
{
    static const QString kLetters = QStringLiteral("PHLQT");
    QStringList blocks;
    for (const DraftBlock &block : drafts)
        blocks.append(kLetters[static_cast<int>(block.kind)] + QLatin1Char(' ') + block.text);
    return blocks.join(QLatin1Char('|'));
}

/// A draft of plain paragraphs.
inline Draft draftOf(const QStringList &lines)
{
    Draft draft;
    for (const QString &line : lines)
        draft.blocks.push_back({model::BlockKind::Paragraph, line});
    return draft;
}

/// Every value found for a field, best trusted first is not promised: "a; b".
inline QString found(const Draft &draft, model::MetadataField field)
{
    QStringList values;
    for (const Finding &finding : draft.findings) {
        if (finding.field == field)
            values += finding.values;
    }
    return values.join(QStringLiteral("; "));
}

/// Whether the blocks cover the text in order, parted by exactly one blank line.
inline bool isWellFormed(const model::Article &article)
{
    qsizetype next = 0;
    for (const model::TextBlock &block : article.blocks) {
        if (block.span.begin != next || block.span.end <= block.span.begin || block.span.end > article.text.size())
            return false;
        next = block.span.end + 2;
        if (next < article.text.size() && article.text.mid(block.span.end, 2) != QLatin1String("\n\n"))
            return false;
    }
    return article.blocks.empty() ? article.text.isEmpty() : next == article.text.size() + 2;
}

} // namespace variorum::reading::test
