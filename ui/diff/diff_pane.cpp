#include "ui/diff/diff_pane.h"

#include "ui/diff/column_choice.h"
#include "ui/widgets/plain_text.h"

#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

DiffPane::DiffPane(const Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
{
    setAccessibleName(tr("Comparison"));
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(u"columnSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_hint = plainLabel({}, this, true);
    m_hint->setObjectName(u"diffHint"_s);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setProperty("rank", u"second"_s);
    m_hint->setContentsMargins(16, 8, 16, 8);
    m_hint->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_hint);
    layout->addWidget(m_splitter, 1);
    connect(&m_selection, &Selection::claimChanged, this, &DiffPane::followClaim);
    connect(&m_selection, &Selection::sourceChanged, this, &DiffPane::followSource);
}

std::vector<base::ArticleId> DiffPane::articles() const
{
    std::vector<base::ArticleId> shown;
    for (const ArticleColumn *column : m_columns) {
        if (column->article())
            shown.push_back(*column->article());
    }
    return shown;
}

ArticleColumn *DiffPane::columnOf(base::ArticleId article) const
{
    const auto found = std::ranges::find_if(m_columns, [article](const ArticleColumn *column) { return column->article() == article; });
    return found == m_columns.end() ? nullptr : *found;
}

ArticleColumn *DiffPane::makeColumn()
{
    auto *column = new ArticleColumn(m_document, m_selection, this);
    if (m_textSize > 0)
        column->view().setTextSize(m_textSize);
    column->view().setFaintMarksShown(m_faintMarks);
    connect(column, &ArticleColumn::closeRequested, this, [this, column] {
        if (column->article())
            takeOut(*column->article());
    });
    connect(column, &ArticleColumn::encodingRequested, this, [this, column] {
        if (column->article())
            Q_EMIT encodingRequested(*column->article());
    });
    connect(&column->view(), &ArticleView::statementRequested, this, &DiffPane::statementRequested);
    return column;
}

void DiffPane::showArticles(const std::vector<base::ArticleId> &articles)
{
    const size_t wanted = std::min(articles.size(), m_limit);
    while (m_columns.size() > wanted) {
        m_columns.back()->hide();
        m_columns.back()->deleteLater();
        m_columns.pop_back();
    }
    while (m_columns.size() < wanted) {
        m_columns.push_back(makeColumn());
        m_splitter->addWidget(m_columns.back());
        m_splitter->setSizes(QList<int>(static_cast<qsizetype>(m_columns.size()), 1000));
    }
    for (size_t place = 0; place < wanted; ++place) {
        if (m_columns[place]->article() != articles[place])
            m_columns[place]->setArticle(articles[place]);
        m_columns[place]->setClosable(wanted > 1);
    }
    std::erase_if(m_byUse, [&](base::ArticleId id) { return std::ranges::find(articles, id) == articles.end(); });
    const bool isAlone = wanted == 1 && m_document.index() && m_document.index()->comparison().articles.size() == 1;
    m_hint->setText(isAlone ? tr("One article. Add a second source to compare: drop a file here, or put it into the folder and press F5.") : QString());
    m_hint->setVisible(isAlone);
    Q_EMIT articlesChanged();
}

void DiffPane::showStory(base::StoryId story)
{
    if (m_document.index())
        showArticles(articlesAtFirst(*m_document.index(), story, m_limit));
}

void DiffPane::setColumnLimit(size_t columns)
{
    if (columns == m_limit)
        return;
    m_limit = columns;
    std::vector<base::ArticleId> shown = articles();
    if (shown.size() < columns && !shown.empty() && m_document.index()) {
        if (const model::Story *story = m_document.index()->storyOf(shown.front())) {
            for (const base::ArticleId candidate : articlesAtFirst(*m_document.index(), story->id, columns)) {
                if (shown.size() < columns && std::ranges::find(shown, candidate) == shown.end())
                    shown.push_back(candidate);
            }
        }
    }
    showArticles(shown);
    Q_EMIT columnLimitChanged();
}

void DiffPane::bringIn(base::ArticleId article)
{
    if (!m_document.article(article))
        return;
    if (!columnOf(article))
        showArticles(withArticle(articles(), article, m_byUse, m_limit));
    setUsed(article);
}

void DiffPane::takeOut(base::ArticleId article)
{
    std::vector<base::ArticleId> shown = articles();
    std::erase(shown, article);
    showArticles(shown);
}

void DiffPane::setUsed(base::ArticleId article)
{
    std::erase(m_byUse, article);
    m_byUse.insert(m_byUse.begin(), article);
}

void DiffPane::setTextSize(int points)
{
    m_textSize = points;
    for (ArticleColumn *column : m_columns)
        column->view().setTextSize(points);
}

void DiffPane::setFaintMarksShown(bool shown)
{
    m_faintMarks = shown;
    for (ArticleColumn *column : m_columns)
        column->view().setFaintMarksShown(shown);
}

void DiffPane::refresh()
{
    std::vector<base::ArticleId> shown = articles();
    std::erase_if(shown, [this](base::ArticleId id) { return !m_document.article(id); });
    showArticles(shown);
    for (ArticleColumn *column : m_columns)
        column->refresh();
}

void DiffPane::followClaim()
{
    const std::shared_ptr<const model::ComparisonIndex> index = m_document.index();
    if (!index || !m_selection.claim())
        return;
    if (const model::Divergence *divergence = m_selection.divergence() ? index->divergence(*m_selection.divergence()) : nullptr) {
        std::vector<base::ArticleId> shown = articles();
        // Articles of another story would only stand in the way.
        const model::Claim *claim = index->claim(*m_selection.claim());
        const auto isElsewhere = [&](base::ArticleId id) {
            const model::Story *story = index->storyOf(id);
            return claim && story && story->id != claim->story;
        };
        if (claim && !shown.empty() && std::ranges::all_of(shown, isElsewhere))
            shown = articlesAtFirst(*index, claim->story, m_limit);
        showArticles(withDivergence(shown, *divergence, m_limit, m_selection.source() ? std::optional(m_selection.source()->article) : std::nullopt));
    }
    const std::optional<SourcePlace> &clicked = m_selection.source();
    for (ArticleColumn *column : m_columns) {
        if (clicked && clicked->article == column->article())
            continue; // what was clicked is in view
        const auto isOfSelection = [this](const model::Mark &mark) {
            return mark.claim == m_selection.claim() && (!m_selection.divergence() || mark.divergence == m_selection.divergence());
        };
        const std::vector<model::Mark> &marks = column->view().marks();
        auto mark = std::ranges::find_if(marks, isOfSelection);
        if (mark == marks.end())
            mark = std::ranges::find(marks, m_selection.claim(), &model::Mark::claim);
        if (mark != marks.end())
            column->view().reveal(mark->place);
    }
}

void DiffPane::followSource()
{
    const std::optional<SourcePlace> source = m_selection.source();
    if (!source)
        return;
    const std::shared_ptr<const model::ComparisonIndex> index = m_document.index();
    if (index && m_document.article(source->article) && !columnOf(source->article)) {
        const model::Divergence *divergence = m_selection.divergence() ? index->divergence(*m_selection.divergence()) : nullptr;
        showArticles(withSource(articles(), source->article, {.comparison = index->comparison(), .divergence = divergence}, m_byUse, m_limit));
    }
    bringIn(source->article);
    if (ArticleColumn *column = columnOf(source->article))
        column->view().reveal(source->place);
}

} // namespace variorum::ui
