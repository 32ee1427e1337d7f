#include "ui/document.h"

namespace variorum::ui {

Document::Document(QObject *parent)
    : QObject(parent)
{
    m_indexing.setMaxThreadCount(1);
}

Document::~Document() { m_indexing.waitForDone(); }

const model::Article *Document::article(base::ArticleId id) const
{
    if (m_index) {
        if (const model::Article *found = m_index->article(id))
            return found;
    }
    const auto found = m_arrivals.find(id);
    return found == m_arrivals.end() ? nullptr : &found->second;
}

std::vector<const model::Article *> Document::arrivals() const
{
    std::vector<const model::Article *> list;
    for (const auto &[id, article] : m_arrivals) {
        if (!m_index || !m_index->article(id))
            list.push_back(&article);
    }
    return list;
}

void Document::setComparison(std::shared_ptr<const model::Comparison> comparison)
{
    const quint64 request = ++m_request;
    m_indexing.start([this, request, comparison = std::move(comparison)]() mutable {
        auto index = std::make_shared<const model::ComparisonIndex>(std::move(comparison));
        // this outlives the job (the destructor waits), and the call is dropped with it.
        QMetaObject::invokeMethod(
            this, [this, request, index = std::move(index)] {
                if (request == m_request)
                    setIndex(index);
            },
            Qt::QueuedConnection);
    });
}

void Document::setIndex(std::shared_ptr<const model::ComparisonIndex> index)
{
    ++m_request;
    m_index = std::move(index);
    if (m_index)
        std::erase_if(m_arrivals, [this](const auto &entry) { return m_index->article(entry.first) != nullptr; });
    Q_EMIT comparisonChanged();
}

void Document::addArrivals(const std::vector<model::Article> &articles)
{
    for (const model::Article &article : articles) {
        if (article.id)
            m_arrivals.insert_or_assign(*article.id, article);
    }
    Q_EMIT articlesArrived();
}

void Document::clear()
{
    ++m_request;
    m_index.reset();
    m_arrivals.clear();
    Q_EMIT comparisonChanged();
}

} // namespace variorum::ui
