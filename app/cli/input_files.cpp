#include "cli/input_files.h"

#include "cli/argument_names.h"

#include <algorithm>
#include <sys/stat.h>

namespace variorum::cli {

namespace {

model::Article notRead(const QString &name, base::Error error)
{
    error.path = name;
    model::Article article;
    article.path = name;
    article.outcome = model::ReadOutcome::NotRead;
    article.problems = {std::move(error)};
    return article;
}

std::vector<model::Article> readNamed(const QByteArray &nativePath, const QString &name, const reading::ReadOptions &options)
{
    struct stat status = {};
    if (::stat(nativePath.constData(), &status) == 0 && S_ISDIR(status.st_mode))
        return {notRead(name, {.code = base::ErrorCode::NotAFile, .path = {}, .detail = {}})};
    const auto listing = reading::listFolder(nativePath);
    if (!listing)
        return {notRead(name, listing.error())};
    std::vector<model::Article> articles;
    for (reading::SourceFile file : listing->files) {
        file.shownPath = name;
        std::ranges::move(reading::readFile(file, options), std::back_inserter(articles));
    }
    for (const base::Error &skipped : listing->skipped)
        articles.push_back(notRead(name, skipped));
    if (articles.empty()) // of a kind that the listing of a folder passes over: a picture, a style sheet
        articles.push_back(notRead(name, {.code = base::ErrorCode::UnknownFormat, .path = {}, .detail = {}}));
    return articles;
}

} // namespace

std::vector<model::Article> readInput(const QString &name, const reading::ReadOptions &options, const Console &console)
{
    std::vector<model::Article> articles = readNamed(nativeName(name), shownName(name), options);
    for (const model::Article &article : articles) {
        for (const base::Error &problem : article.problems)
            complain(console, problem);
    }
    return articles;
}

void count(InputTally &tally, const std::vector<model::Article> &parts)
{
    if (std::ranges::all_of(parts, &model::isPassedOver))
        return; // no input that could have been read
    ++tally.inputs;
    const auto read = std::ranges::count(parts, model::ReadOutcome::Read, &model::Article::outcome);
    const auto notRead = std::ranges::count(parts, model::ReadOutcome::NotRead, &model::Article::outcome);
    if (notRead == std::ssize(parts))
        ++tally.notRead;
    else if (read < std::ssize(parts))
        ++tally.inPart;
}

} // namespace variorum::cli
