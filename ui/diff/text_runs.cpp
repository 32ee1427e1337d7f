#include "ui/diff/text_runs.h"

namespace variorum::ui {

namespace {

/// Where to end a run that starts at `begin` and may not pass `limit`.
qsizetype breakBefore(QStringView text, qsizetype begin, qsizetype limit)
{
    for (qsizetype place = limit; place > begin + kMostRunUnits / 2; --place) {
        if (text[place - 1].isSpace())
            return place;
    }
    return text[limit - 1].isHighSurrogate() && limit - 1 > begin ? limit - 1 : limit;
}

void appendRuns(std::vector<TextRun> &runs, QStringView text, model::TextField field, base::TextSpan block, model::BlockKind kind)
{
    bool startsBlock = true;
    for (qsizetype begin = block.begin; begin < block.end;) {
        const bool fits = block.end - begin <= kMostRunUnits;
        const qsizetype end = fits ? block.end : breakBefore(text, begin, begin + kMostRunUnits);
        runs.push_back({.field = field, .span = {begin, end}, .kind = kind, .startsBlock = startsBlock});
        startsBlock = false;
        begin = end;
    }
}

} // namespace

std::vector<TextRun> splitRuns(const model::Article &article)
{
    std::vector<TextRun> runs;
    if (article.title && !article.title->isEmpty())
        appendRuns(runs, *article.title, model::TextField::Title, {0, article.title->size()}, model::BlockKind::Heading);
    qsizetype covered = 0;
    for (const model::TextBlock &block : article.blocks) {
        const base::TextSpan span{std::max(block.span.begin, covered), std::min(block.span.end, article.text.size())};
        if (span.isEmpty())
            continue;
        appendRuns(runs, article.text, model::TextField::Text, span, block.kind);
        covered = span.end;
    }
    // Text without blocks is still shown.
    if (article.blocks.empty() && !article.text.isEmpty())
        appendRuns(runs, article.text, model::TextField::Text, {0, article.text.size()}, model::BlockKind::Paragraph);
    return runs;
}

} // namespace variorum::ui
