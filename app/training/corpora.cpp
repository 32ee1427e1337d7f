#include "training/corpora.h"

#include "language/name_finder.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <cstdio>

namespace variorum::training {

namespace {

using namespace model;

std::optional<QStringList> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot read %s\n", qPrintable(path));
        return std::nullopt;
    }
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

void addWord(const QStringList &columns, TreeSentence &sentence)
{
    sentence.forms.push_back(columns.at(1));
    sentence.lemmas.push_back(columns.at(2));
    sentence.tags.push_back({uposFromString(columns.at(3)).value_or(Upos::X), xposFromString(columns.at(4)).value_or(Xpos::None)});
    sentence.features.push_back(columns.at(5) == QLatin1String("_") ? QString() : columns.at(5));
    sentence.heads.push_back(columns.at(6).toInt() - 1);
    sentence.relations.push_back(deprelFromString(columns.at(7)).value_or(Deprel::Dep));
}

int kindOfName(const QString &name)
{
    const QString upper = name.toUpper();
    if (upper == QLatin1String("PER") || upper == QLatin1String("PERSON"))
        return 0;
    if (upper == QLatin1String("ORG") || upper == QLatin1String("ORGANISATION") || upper == QLatin1String("ORGANIZATION")
        || upper == QLatin1String("CORPORATION") || upper == QLatin1String("GROUP") || upper == QLatin1String("MILITARYORGANISATION"))
        return 1;
    return upper == QLatin1String("LOC") || upper == QLatin1String("LOCATION") || upper == QLatin1String("GPE") ? 2 : -1;
}

/// BIO (or IO) marks to BILOU labels.
std::vector<quint8> labelsFrom(const std::vector<QString> &marks)
{
    std::vector<quint8> labels(marks.size(), 0);
    size_t at = 0;
    while (at < marks.size()) {
        const int kind = marks[at].size() > 2 ? kindOfName(marks[at].mid(2)) : -1;
        size_t end = at + 1;
        while (kind >= 0 && end < marks.size() && marks[end].startsWith(u'I') && marks[end].mid(2) == marks[at].mid(2))
            ++end;
        for (size_t place = at; kind >= 0 && place < end; ++place) {
            const int part = end == at + 1 ? 3 : place == at ? 0 : place + 1 == end ? 2 : 1;
            labels[place] = static_cast<quint8>(1 + kind * 4 + part);
        }
        at = end;
    }
    return labels;
}

} // namespace

std::vector<TreeSentence> readTreebank(const QString &path)
{
    std::vector<TreeSentence> sentences;
    TreeSentence sentence;
    int document = 0;
    const auto lines = linesOf(path);
    for (const QString &line : lines.value_or(QStringList())) {
        if (line.startsWith(u'#')) {
            document += line.startsWith(QLatin1String("# newdoc")) ? 1 : 0;
        } else if (line.isEmpty()) {
            sentence.document = document;
            if (sentence.size() > 0)
                sentences.push_back(std::move(sentence));
            sentence = {};
        } else {
            const QStringList columns = line.split(u'\t');
            if (columns.size() == 10 && !columns.at(0).contains(u'-') && !columns.at(0).contains(u'.'))
                addWord(columns, sentence);
        }
    }
    return sentences;
}

std::vector<NameSentence> readNames(const QString &path, int formColumn, int labelColumn)
{
    static const QRegularExpression kBlanks(QStringLiteral("[ \\t]+"));
    std::vector<NameSentence> sentences;
    NameSentence sentence;
    std::vector<QString> marks;
    int document = 0;
    const auto lines = linesOf(path);
    for (const QString &line : lines.value_or(QStringList())) {
        const QString trimmed = line.trimmed();
        if (trimmed.startsWith(QLatin1String("# "))) {
            document += trimmed.startsWith(QLatin1String("# newdoc")) ? 1 : 0;
        } else if (trimmed.isEmpty()) {
            if (sentence.size() > 0) {
                sentence.labels = labelsFrom(marks);
                sentence.document = document;
                sentences.push_back(std::move(sentence));
            }
            sentence = {};
            marks.clear();
        } else if (trimmed.startsWith(QLatin1String("-DOCSTART-"))) {
            ++document;
        } else {
            const QStringList columns = trimmed.split(kBlanks);
            const qsizetype label = labelColumn < 0 ? columns.size() + labelColumn : labelColumn;
            if (columns.size() < 2 || label <= 0)
                continue;
            sentence.forms.push_back(columns.value(formColumn));
            marks.push_back(columns.value(label));
        }
    }
    return sentences;
}

std::optional<TreeSentence> asHeadline(const TreeSentence &sentence)
{
    static const QSet<QString> kSmall = [] {
        const QStringList words = QStringLiteral("a an the of in on at to for and or but by with from as 's n't 'll 're 've 'd 'm").split(u' ');
        return QSet<QString>(words.begin(), words.end());
    }();
    if (sentence.size() < 5 || sentence.size() > 20 || sentence.forms.back() != QLatin1String(".") || sentence.heads.back() < 0)
        return std::nullopt;
    TreeSentence headline = sentence;
    headline.forms.pop_back();
    headline.lemmas.pop_back();
    headline.features.pop_back();
    headline.tags.pop_back();
    headline.heads.pop_back();
    headline.relations.pop_back();
    const auto last = static_cast<int>(headline.size());
    for (size_t at = 0; at < headline.size(); ++at) {
        if (headline.heads[at] >= last)
            return std::nullopt;
        if (at == 0 || !kSmall.contains(headline.forms[at]))
            headline.forms[at][0] = headline.forms[at].at(0).toUpper();
    }
    return headline;
}

quint64 Random::below(quint64 bound)
{
    m_state += 0x9e3779b97f4a7c15ULL; // splitmix64
    quint64 value = m_state;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return (value ^ (value >> 31)) % bound;
}

} // namespace variorum::training
