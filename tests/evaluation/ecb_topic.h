#pragma once

#include "base/result.h"
#include "evaluation/passage_pairs.h"

#include <QString>

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace variorum::evaluation {

/// One file of ECB+ as an article: a paragraph a sentence, the address that some begin with left out.
struct EcbDocument {
    QString name; ///< "1_10ecbplus"
    bool isSecondEvent = false; ///< of the part "ecbplus": another event of the same kind
    QString text;
    std::map<int, base::TextSpan> sentences; ///< in the text, by the file's numbers
    std::map<int, std::set<QString>> events; ///< of each sentence: its events that several files may tell, by the collection's names
};

/// Which sentences were annotated: file name ("1_10ecbplus") and number, from coreference_sentences.csv.
using EcbAnnotated = std::set<std::pair<QString, int>>;

[[nodiscard]] base::Result<EcbAnnotated> readEcbAnnotated(const QString &csvPath);

/// Reads a file of the format: tokens by sentence, markables, and relations of markables to events all over the topic.
[[nodiscard]] base::Result<EcbDocument> readEcbDocument(const QString &path);

/// Words as a newspaper would set them: "`` Yes , '' he said ." -> ""Yes," he said.".
[[nodiscard]] QString setInType(const QStringList &tokens);

} // namespace variorum::evaluation
