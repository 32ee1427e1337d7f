#include "workspace/library_view.h"

#include "comparison/compare.h"
#include "model/names.h"
#include "workspace/person_work.h"

#include <QCryptographicHash>
#include <QSet>

namespace variorum::workspace {

namespace {

/// Feeds values to a hash so that no two different sequences give the same bytes: each with its size, absent as -1.
class Digest {
public:
    void add(const QString &text)
    {
        addNumber(text.size());
        const QByteArray bytes = text.toUtf8();
        m_hash.addData(bytes);
    }
    void add(const std::optional<QString> &text)
    {
        if (text)
            add(*text);
        else
            addNumber(-1);
    }
    void add(const QStringList &list)
    {
        addNumber(list.size());
        for (const QString &text : list)
            add(text);
    }
    void add(const std::optional<model::NewsDate> &date) { add(date ? std::optional(date->toString()) : std::nullopt); }
    void addNumber(qint64 number) { m_hash.addData(QByteArray::number(number) + ' '); }
    [[nodiscard]] QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace

library::FactsKey factsKey(const model::Article &article)
{
    Digest digest;
    digest.add(article.title);
    digest.add(article.outlet);
    digest.add(article.authors);
    digest.add(article.agencies);
    digest.add(article.published);
    digest.add(article.publishedBasis ? std::optional(model::nameOf(*article.publishedBasis)) : std::nullopt);
    digest.add(article.updated);
    digest.add(article.dateline);
    digest.add(article.url);
    digest.add(article.language);
    digest.add(model::nameOf(article.outcome));
    digest.add(article.text);
    for (const model::TextBlock &block : article.blocks) {
        digest.addNumber(static_cast<int>(block.kind));
        digest.addNumber(block.span.begin);
        digest.addNumber(block.span.end);
    }
    return {.engine = comparison::engineVersion(), .input = digest.result()};
}

QByteArray fingerprintOf(const model::AnalysedArticle &analysed)
{
    const model::Article &article = analysed.article;
    const library::FactsKey key = factsKey(article);
    Digest digest;
    digest.add(key.engine);
    digest.add(QString::fromLatin1(key.input.toHex()));
    digest.add(article.path);
    digest.addNumber(article.part);
    digest.add(article.member);
    digest.add(article.mediaType);
    digest.add(article.charset);
    digest.add(QString::fromLatin1(article.sha256.toHex()));
    digest.add(article.captions);
    digest.add(article.corrections);
    for (const auto &[field, source] : article.metadataSources) {
        digest.addNumber(static_cast<int>(field));
        digest.add(source);
    }
    for (const base::Error &problem : article.problems) {
        digest.addNumber(static_cast<int>(problem.code));
        digest.add(problem.path);
        digest.add(problem.member);
        digest.add(problem.detail);
    }
    return digest.result();
}

base::Result<std::vector<model::Article>> loadArticles(const library::Library &library, const QStringList &folders)
{
    std::vector<model::Article> articles;
    for (const QString &folder : folders) {
        auto stored = library.articles(folder);
        if (!stored)
            return stored.error();
        for (const library::StoredArticle &article : *stored) {
            if (article.state == library::ArticleState::Present && !model::isPassedOver(article.asRead))
                articles.push_back(library::withEdits(article));
        }
    }
    return articles;
}

base::Result<void> loadConstraints(LibraryView &view, const library::Library &library, const QStringList &folders)
{
    const auto work = library.work();
    if (!work)
        return work.error();
    if (work->empty()) {
        view.constraints = {};
        return {};
    }
    std::vector<library::ArticleKey> keys;
    for (const QString &folder : folders) {
        const auto found = library.articleKeys(folder);
        if (!found)
            return found.error();
        keys.insert(keys.end(), found->begin(), found->end());
    }
    view.constraints = constraintsOf(*work, AnchorBook(view.analysed, keys));
    return {};
}

base::Result<LibraryView> loadView(const library::Library &library, const QStringList &folders, const std::vector<model::Article> &unsaved, const PipelineOptions &options, std::stop_token stop)
{
    QSet<QString> unsavedPaths; // what is stored of these is older
    for (const model::Article &article : unsaved)
        unsavedPaths.insert(article.path);
    auto loaded = loadArticles(library, folders);
    if (!loaded)
        return loaded.error();
    std::vector<model::Article> articles = std::move(*loaded);
    std::erase_if(articles, [&unsavedPaths](const model::Article &article) { return unsavedPaths.contains(article.path); });
    articles.insert(articles.end(), unsaved.begin(), unsaved.end());
    completeDates(articles, options, stop);

    LibraryView view;
    view.analysed.reserve(articles.size());
    for (model::Article &article : articles) {
        model::AnalysedArticle analysed{.article = std::move(article), .facts = {}};
        if (isAnalysed(analysed.article)) {
            std::optional<model::Facts> known = options.view ? options.view->take(analysed.article) : std::nullopt;
            if (known) {
                analysed.facts = std::move(*known);
            } else if (stop.stop_requested()) {
                view.stale.push_back(view.analysed.size());
            } else {
                auto facts = library.facts(*analysed.article.id, factsKey(analysed.article));
                if (!facts)
                    return facts.error();
                if (*facts)
                    analysed.facts = std::move(**facts);
                else
                    view.stale.push_back(view.analysed.size());
            }
        }
        view.analysed.push_back(std::move(analysed));
    }
    if (view.stale.empty()) {
        if (const auto bound = loadConstraints(view, library, folders); !bound)
            return bound.error();
    }
    return view;
}

void keepView(LibraryView view, const PipelineOptions &options)
{
    if (options.view && view.stale.empty())
        options.view->keep(std::move(view.analysed));
}

} // namespace variorum::workspace
