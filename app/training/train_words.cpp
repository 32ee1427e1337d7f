#include "training/train_words.h"

#include "language/lemmatizer.h"

#include <algorithm>
#include <map>
#include <set>

namespace variorum::training {

namespace {

using language::Lemmatizer;
using language::TagPair;

/// How often each answer was seen for a key; the first spelling and tags that made the key.
struct Seen {
    std::map<QString, int> answers;
    QString form;
    TagPair tags;

    [[nodiscard]] const QString &usual() const
    {
        return std::max_element(answers.begin(), answers.end(), [](const auto &one, const auto &other) { return one.second < other.second; })->first;
    }
};

using SeenByKey = std::map<quint32, Seen>;

void note(SeenByKey &seen, quint32 key, const QString &form, const TagPair &tags, const QString &answer)
{
    Seen &entry = seen[key];
    if (entry.answers.empty()) {
        entry.form = form;
        entry.tags = tags;
    }
    ++entry.answers[answer];
}

/// Keys ascending, values as numbers of lines, the lines in their own order.
void writeTable(const std::map<quint32, QString> &table, const QByteArray &prefix, language::ModelFileWriter &writer)
{
    std::set<QString> lines;
    for (const auto &[key, line] : table)
        lines.insert(line);
    std::vector<quint32> keys;
    std::vector<quint32> values;
    for (const auto &[key, line] : table) {
        keys.push_back(key);
        values.push_back(static_cast<quint32>(std::distance(lines.begin(), lines.find(line))));
    }
    writer.addNumbers((prefix + 'K').constData(), keys);
    writer.addNumbers((prefix + 'V').constData(), values);
    QByteArray text;
    for (const QString &line : lines)
        text += (text.isEmpty() && line == *lines.begin() ? QByteArray() : QByteArray("\n")) + line.toUtf8();
    writer.add((prefix + 'L').constData(), text);
}

} // namespace

void writeWords(const std::vector<TreeSentence> &sentences, const language::Lexicon &lexicon, language::ModelFileWriter &writer)
{
    SeenByKey lemmas;
    SeenByKey features;
    SeenByKey usual;
    for (const TreeSentence &sentence : sentences) {
        for (size_t at = 0; at < sentence.size(); ++at) {
            const QString &form = sentence.forms[at];
            const TagPair &tags = sentence.tags[at];
            if (sentence.lemmas[at] != QLatin1String("_"))
                note(lemmas, Lemmatizer::keyOf(form, tags), form, tags, sentence.lemmas[at]);
            note(features, Lemmatizer::keyOf(form, tags), form, tags, sentence.features[at]);
            note(usual, Lemmatizer::keyOf(tags), {}, tags, sentence.features[at]);
        }
    }
    std::map<quint32, QString> lemmaTable;
    for (const auto &[key, seen] : lemmas) {
        if (seen.usual() != Lemmatizer::lemmaByRule(seen.form, seen.tags, lexicon))
            lemmaTable[key] = seen.usual();
    }
    std::map<quint32, QString> featureTable;
    for (const auto &[key, seen] : usual)
        featureTable[key] = seen.usual();
    for (const auto &[key, seen] : features) {
        if (seen.usual() != featureTable[Lemmatizer::keyOf(seen.tags)])
            featureTable[key] = seen.usual();
    }
    writeTable(lemmaTable, "lemma", writer);
    writeTable(featureTable, "feats", writer);
}

} // namespace variorum::training
