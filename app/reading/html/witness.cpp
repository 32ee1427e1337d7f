// Runs of five words instead of a search for the whole block in the whole body: the cost is the sum of the sizes, not
// their product, and a body whose blanks or quotation marks were lost at some places still vouches.
//
//     body "... no trace of the ship was found. Divers ..."   "No trace of the ship was found"  ->  3 of 3 runs, vouched

#include "reading/html/witness.h"

#include "reading/text/phrases.h"

#include <QHash>
#include <QString>
#include <array>
#include <vector>

namespace variorum::reading::html {

namespace {

constexpr size_t kRun = 5;

/// The hashes of all runs of kRun words.
std::vector<size_t> runsOf(QStringView text)
{
    const QString folded = foldedLine(text);
    std::vector<size_t> words;
    for (const QStringView word : QStringView(folded).split(u' ', Qt::SkipEmptyParts))
        words.push_back(qHash(word, size_t{0}));
    std::vector<size_t> runs;
    for (size_t at = 0; at + kRun <= words.size(); ++at)
        runs.push_back(qHashRange(words.begin() + static_cast<std::ptrdiff_t>(at), words.begin() + static_cast<std::ptrdiff_t>(at + kRun), size_t{0}));
    return runs;
}

} // namespace

Witness::Witness(QStringView body)
{
    const std::vector<size_t> runs = runsOf(body);
    m_runs = QSet<size_t>(runs.begin(), runs.end());
}

bool Witness::vouchesFor(QStringView text) const
{
    if (isEmpty())
        return false;
    const std::vector<size_t> runs = runsOf(text);
    size_t known = 0;
    for (const size_t run : runs)
        known += m_runs.contains(run);
    return !runs.empty() && known * 10 >= runs.size() * 8;
}

} // namespace variorum::reading::html
