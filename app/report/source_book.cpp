#include "report/source_book.h"

#include "report/wording.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <memory>

namespace variorum::report {

namespace {

/// The index shares ownership because panes do; here the caller's comparison outlives it.
std::shared_ptr<const model::Comparison> borrowed(const model::Comparison &comparison)
{
    return {std::shared_ptr<const model::Comparison>(), &comparison};
}

/// Up to the first end of a clause after the words, so that a title says something whole.
QString clauseAround(const QString &text, const base::TextSpan &sentence, const base::TextSpan &words)
{
    constexpr qsizetype kLeast = 40; // a comma before that parts a name from an age
    static const QRegularExpression kEnd(QStringLiteral("[,;:](?=\\s)|\\s[–—-]\\s"));
    static const QRegularExpression kOpenClause(QStringLiteral(", (?:which|who|whose)\\b[^,]*$")); // the main clause is still to come
    const qsizetype from = std::max(words.end, sentence.begin + kLeast);
    qsizetype end = sentence.end;
    for (auto matches = kEnd.globalMatch(text.left(sentence.end), std::min(from, sentence.end)); matches.hasNext() && end == sentence.end;) {
        const qsizetype candidate = matches.next().capturedStart();
        if (!kOpenClause.match(text.sliced(sentence.begin, candidate - sentence.begin)).hasMatch())
            end = candidate;
    }
    QString clause = text.sliced(sentence.begin, end - sentence.begin).simplified();
    if (clause.endsWith(u'.'))
        clause.chop(1);
    return clause;
}

} // namespace

SourceBook::SourceBook(const model::Comparison &comparison)
    : m_index(borrowed(comparison))
{
    int number = 0;
    for (const model::Article &article : comparison.articles) {
        if (article.id)
            m_numbers.emplace(*article.id, ++number);
    }
}

QString SourceBook::anchorOf(base::ArticleId article)
{
    return QStringLiteral("source-%1").arg(article.value);
}

Run SourceBook::reference(base::ArticleId article) const
{
    const auto found = m_numbers.find(article);
    return {.text = QStringLiteral("[%1]").arg(found == m_numbers.end() ? 0 : found->second), .tone = Tone::Quiet, .link = anchorOf(article)};
}

Paragraph SourceBook::sourceLine(const model::Statement &statement) const
{
    Paragraph line{.role = ParagraphRole::Source, .runs = {reference(statement.article)}, .anchor = {}, .severity = {}};
    const model::Article *article = m_index.article(statement.article);
    if (!article)
        return line;
    const QString outlet = model::outletLabel(*article);
    line.runs.push_back({.text = u' ' + outlet, .tone = Tone::Strong, .link = {}});
    QStringList details;
    if (statement.place.field == model::TextField::Title)
        details += QStringLiteral("headline");
    if (article->published)
        details += dateText(*article->published);
    if (const QString chain = originChain(statement, outlet); !chain.isEmpty())
        details += chain;
    if (const QString note = certaintyNote(statement.certainty); !note.isEmpty())
        details += note;
    for (const QString &detail : details)
        line.runs.push_back({.text = QStringLiteral(" · ") + detail, .tone = Tone::Quiet, .link = {}});
    return line;
}

Paragraph SourceBook::passage(base::ArticleId article, const model::TextPlace &value, const model::Statement &statement) const
{
    Paragraph made{.role = ParagraphRole::Passage, .runs = {}, .anchor = {}, .severity = {}};
    if (const model::Article *source = m_index.article(article)) {
        const Passage words = passageAround(*source, value, statement.place);
        const QString all = words.before + words.words + words.after;
        const QString whole = balanced(all);
        const QString opened = whole.endsWith(all) ? whole.chopped(all.size()) : QString();
        const QString closed = whole.startsWith(all) ? whole.sliced(all.size()) : QString();
        made.runs = {{.text = (words.startsInside ? QStringLiteral("… ") : QString()) + opened + words.before, .tone = Tone::Plain, .link = {}},
                     {.text = words.words, .tone = Tone::Issue, .link = {}},
                     {.text = words.after + closed + (words.endsInside ? QStringLiteral(" …") : QString()), .tone = Tone::Plain, .link = {}}};
    }
    return made;
}

std::vector<Paragraph> SourceBook::quoted(const std::vector<Quoted> &sources, std::optional<model::Severity> severity) const
{
    struct Group {
        Paragraph passage;
        std::vector<Paragraph> lines;
    };
    std::vector<Group> groups;
    for (const Quoted &source : sources) {
        Paragraph words = passage(source.statement->article, source.place, *source.statement);
        words.severity = severity;
        const Paragraph line = sourceLine(*source.statement);
        const auto same = std::ranges::find(groups, words, &Group::passage);
        if (same == groups.end())
            groups.push_back({.passage = words, .lines = {line}});
        else if (std::ranges::find(same->lines, line) == same->lines.end())
            same->lines.push_back(line);
    }
    std::vector<Paragraph> paragraphs;
    for (Group &group : groups) {
        std::ranges::move(group.lines, std::back_inserter(paragraphs));
        paragraphs.push_back(std::move(group.passage));
    }
    return paragraphs;
}

QString SourceBook::title(const model::Claim &claim) const
{
    constexpr qsizetype kMostUnits = 240;
    constexpr int kFewWords = 4;
    QString text = claim.text.simplified();
    for (const base::StatementId id : claim.statements) {
        if (wordCount(text) >= kFewWords)
            break;
        const model::Statement *statement = m_index.statement(id);
        const model::Article *article = statement ? m_index.article(statement->article) : nullptr;
        if (!article || statement->text.simplified() != claim.text.simplified())
            continue;
        const base::TextSpan sentence = sentenceAround(*article, statement->place);
        if (!sentence.isEmpty())
            text = clauseAround(model::textOf(*article, statement->place.field), sentence, statement->place.span);
    }
    return balanced(elided(capitalised(text), kMostUnits));
}

bool SourceBook::isHeadingOnly(const model::Claim &claim) const
{
    const auto isHeading = [this](base::StatementId id) {
        const model::Statement *statement = m_index.statement(id);
        const model::Article *article = statement ? m_index.article(statement->article) : nullptr;
        if (!article || statement->place.field == model::TextField::Title)
            return false;
        return std::ranges::any_of(article->blocks, [statement](const model::TextBlock &block) { return block.kind == model::BlockKind::Heading && block.span.contains(statement->place.span); });
    };
    return !claim.statements.empty() && std::ranges::all_of(claim.statements, isHeading);
}

Runs SourceBook::listed(const std::vector<base::ArticleId> &articles) const
{
    Runs runs;
    for (const base::ArticleId id : articles) {
        if (!runs.empty())
            runs.push_back({.text = QStringLiteral(", "), .tone = Tone::Plain, .link = {}});
        runs.push_back(reference(id));
        if (const model::Article *article = m_index.article(id))
            runs.push_back({.text = QChar(QChar::Nbsp) + model::outletLabel(*article), .tone = Tone::Plain, .link = {}});
    }
    return runs;
}

std::optional<Paragraph> SourceBook::silentNote(const model::Claim &claim) const
{
    if (claim.silent.empty())
        return std::nullopt;
    Paragraph note{.role = ParagraphRole::Note, .runs = {{.text = QStringLiteral("Silent on this: "), .tone = Tone::Strong, .link = {}}}, .anchor = {}, .severity = {}};
    const Runs names = listed(claim.silent);
    note.runs.insert(note.runs.end(), names.begin(), names.end());
    return note;
}

} // namespace variorum::report
