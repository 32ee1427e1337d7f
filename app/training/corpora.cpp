#include "training/corpora.h"


#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <array>
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

/// Reads the brackets of GUM's "Entity=(13-organization-new-...(14-place-...)13)" as sentences go by.
class EntityReader {
public:
    void addToken(const QString &miscellaneous, int token, std::vector<MarkedEntity> &entities)
    {
        const qsizetype begin = miscellaneous.indexOf(QLatin1String("Entity="));
        if (begin < 0)
            return;
        qsizetype end = miscellaneous.indexOf(u'|', begin);
        end = end < 0 ? miscellaneous.size() : end;
        QString piece;
        for (qsizetype at = begin + 7; at < end; ++at) {
            const QChar mark = miscellaneous.at(at);
            if (mark == u'(') {
                open(piece, token);
                piece = QStringLiteral("(");
            } else if (mark == u')') {
                const bool isWhole = piece.startsWith(u'(');
                open(piece, token);
                close(isWhole ? m_open.back().number : piece.section(u'-', 0, 0), token, entities);
                piece.clear();
            } else {
                piece += mark;
            }
        }
        open(piece, token);
    }

    void reset() { m_open.clear(); }

private:
    struct Open {
        QString number;
        int kind = -1;
        int first = 0;
    };

    void open(const QString &piece, int token)
    {
        if (piece.startsWith(u'('))
            m_open.push_back({piece.mid(1).section(u'-', 0, 0), kindOfName(piece.section(u'-', 1, 1) == QLatin1String("place") ? QStringLiteral("LOC") : piece.section(u'-', 1, 1)), token});
    }

    void close(const QString &number, int token, std::vector<MarkedEntity> &entities)
    {
        for (size_t at = m_open.size(); at-- > 0;) {
            if (m_open[at].number != number)
                continue;
            if (m_open[at].kind >= 0)
                entities.push_back({m_open[at].kind, m_open[at].first, token + 1});
            m_open.erase(m_open.begin() + static_cast<std::ptrdiff_t>(at));
            return;
        }
    }

    std::vector<Open> m_open;
};

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
    EntityReader entities;
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
            entities.reset();
        } else {
            const QStringList columns = line.split(u'\t');
            if (columns.size() == 10 && !columns.at(0).contains(u'-') && !columns.at(0).contains(u'.')) {
                addWord(columns, sentence);
                entities.addToken(columns.at(9), static_cast<int>(sentence.size()) - 1, sentence.entities);
            }
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

namespace {

/// The name within an entity, or an empty range: its head, if that is a proper noun, with the proper nouns around it, also
/// over a hyphen, and for bodies and places over "of" ("University of Norvik").
MarkedEntity nameOf(const MarkedEntity &entity, const TreeSentence &sentence)
{
    const auto isProper = [&](int token) {
        const Xpos xpos = sentence.tags[static_cast<size_t>(token)].xpos;
        return xpos == Xpos::Nnp || xpos == Xpos::Nnps;
    };
    const auto is = [&](int token, QLatin1String word) { return sentence.forms[static_cast<size_t>(token)] == word; };
    const auto isTitle = [&](int token) { return sentence.relations[static_cast<size_t>(token)] == Deprel::NmodDesc; };
    int head = entity.first;
    while (head < entity.end && sentence.heads[static_cast<size_t>(head)] >= entity.first && sentence.heads[static_cast<size_t>(head)] < entity.end)
        ++head;
    if (head >= entity.end || !isProper(head))
        return {entity.kind, 0, 0};
    MarkedEntity name{entity.kind, head, head + 1};
    while (name.first > entity.first) {
        const int left = name.first - 1;
        if (isProper(left) && !isTitle(left))
            --name.first;
        else if (left > entity.first && is(left, QLatin1String("-")) && isProper(left - 1))
            name.first -= 2;
        else
            break;
    }
    while (name.end < entity.end) {
        const bool overOne = name.end + 1 < entity.end && isProper(name.end + 1)
            && (is(name.end, QLatin1String("-")) || (entity.kind != 0 && is(name.end, QLatin1String("of"))));
        if (isProper(name.end))
            ++name.end;
        else if (overOne)
            name.end += 2;
        else
            break;
    }
    return name;
}

} // namespace

NameSentence namesAmongEntities(const TreeSentence &sentence)
{
    std::vector<MarkedEntity> names;
    for (const MarkedEntity &entity : sentence.entities)
        names.push_back(nameOf(entity, sentence));
    std::stable_sort(names.begin(), names.end(), [](const MarkedEntity &one, const MarkedEntity &other) { return one.end - one.first > other.end - other.first; });
    std::vector<QString> marks(sentence.size(), QStringLiteral("O"));
    for (const MarkedEntity &name : names) { // the longest win
        const bool isFree = std::all_of(marks.begin() + name.first, marks.begin() + name.end, [](const QString &mark) { return mark == QLatin1String("O"); });
        for (int token = name.first; isFree && token < name.end; ++token)
            marks[static_cast<size_t>(token)] = QLatin1String(token == name.first ? "B-" : "I-") + QString(QLatin1String(std::array{"PER", "ORG", "LOC"}[static_cast<size_t>(name.kind)]));
    }
    NameSentence result;
    result.forms = sentence.forms;
    result.labels = labelsFrom(marks);
    result.document = sentence.document;
    return result;
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

quint64 Random::next()
{
    m_state += 0x9e3779b97f4a7c15ULL; // splitmix64
    quint64 value = m_state;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

quint64 Random::below(quint64 bound) { return next() % bound; }

} // namespace variorum::training
