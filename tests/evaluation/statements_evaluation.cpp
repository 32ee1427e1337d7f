// variorum-evaluate-statements RESOURCES DATA [--list N]
//
// A side check of the units that statements are cut into, against two collections of facts that people found in single
// sentences, which are not part of this repository: BenchIE (DATA/benchie: 300 sentences, facts as clusters of triples
// that say the same) and CaRB's development part (DATA/carb/dev.tsv: predicate, subject and objects by row).
//
// Method: each sentence is annotated and extracted as a text alone. A fact counts as
//     covered   where one statement has all its content words: those at its place and in its slots (a shared subject
//               stands outside the place). Of a cluster, any one triple will do; words in [brackets] need not be there
//     tight     where that statement has besides at most as many other content words again: a statement as long as the
//               sentence covers everything and tells nothing
//     by verb   where a tight statement's predicate is a word of the triple's relation
// Content words are forms in lower case without determiners, prepositions, conjunctions and auxiliaries. Beside it the
// same for one statement a sentence, which is what a splitter of sentences would give. Neither collection was made of
// news only or for this unit (both cut finer: "He served as Prime Minister of | Australia"), so the figures compare
// versions of the program, not the program with others. `--list N` prints the first N facts that no statement covers.

#include "extraction/extract.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace {

using namespace variorum;

struct Triple {
    QStringList words; ///< content words of all parts
    QStringList relation; ///< all words of the relation
};

using Fact = std::vector<Triple>; ///< ways of saying one fact

struct JudgedSentence {
    QString text;
    std::vector<Fact> facts;
};

struct Tally {
    int facts = 0;
    int covered = 0;
    int tight = 0;
    int byVerb = 0;
};

bool isSmall(const QString &word)
{
    static const QSet<QString> kSmall = [] {
        const QString words = QStringLiteral("a an the this that these those of to in on at for by with from as into onto over under about after before between during through and or but nor "
                                             "is are was were be been being am has have had do does did will would can could may might must shall should not which who whom whose 's ' `` '' -- - -lrb- -rrb-");
        const QStringList list = words.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return kSmall.contains(word) || std::none_of(word.begin(), word.end(), [](QChar character) { return character.isLetterOrNumber(); });
}

QStringList wordsOf(const QString &text)
{
    return text.toLower().split(u' ', Qt::SkipEmptyParts);
}

QStringList contentOf(const QString &text)
{
    QStringList words;
    for (const QString &word : wordsOf(text)) {
        if (!isSmall(word))
            words.append(word);
    }
    return words;
}

QString withoutBrackets(const QString &text)
{
    QString plain;
    int depth = 0;
    for (const QChar character : text) {
        depth += character == u'[' ? 1 : 0;
        if (depth == 0)
            plain += character;
        depth -= character == u']' && depth > 0 ? 1 : 0;
    }
    return plain;
}

Triple tripleOf(const QStringList &parts, const QString &relation)
{
    return {contentOf(withoutBrackets(parts.join(u' '))), wordsOf(withoutBrackets(relation))};
}

std::optional<QStringList> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

/// "sent_id:1<TAB>text", "1--> Cluster 1:", then "subject --> relation --> object" a line.
std::optional<std::vector<JudgedSentence>> benchie(const QString &folder)
{
    const auto lines = linesOf(folder + QStringLiteral("/benchie/gold/2_annotators/benchie_gold_annotations_en.txt"));
    if (!lines)
        return std::nullopt;
    std::vector<JudgedSentence> sentences;
    for (const QString &line : *lines) {
        if (line.startsWith(QLatin1String("sent_id:"))) {
            sentences.push_back({line.section(u'\t', 1), {}});
        } else if (!sentences.empty() && line.contains(QLatin1String("--> Cluster"))) {
            sentences.back().facts.emplace_back();
        } else if (!sentences.empty() && !sentences.back().facts.empty() && line.contains(QLatin1String("-->"))) {
            const QStringList parts = line.split(QStringLiteral("-->"));
            sentences.back().facts.back().push_back(tripleOf(parts, parts.value(1)));
        }
    }
    return sentences;
}

/// "sentence<TAB>relation<TAB>subject<TAB>object..." a line, the sentences together.
std::optional<std::vector<JudgedSentence>> carb(const QString &folder)
{
    const auto lines = linesOf(folder + QStringLiteral("/carb/dev.tsv"));
    if (!lines)
        return std::nullopt;
    std::vector<JudgedSentence> sentences;
    for (const QString &line : *lines) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() < 3)
            continue;
        if (sentences.empty() || sentences.back().text != fields.front())
            sentences.push_back({fields.front(), {}});
        sentences.back().facts.push_back({tripleOf(fields.mid(1), fields.at(1))});
    }
    return sentences;
}

/// What a statement offers: forms at its place and in its slots, and its predicate.
struct Unit {
    QSet<QString> words;
    QString predicate; ///< as it stands
};

void addWords(Unit &unit, const model::AnnotatedText &text, const base::TextSpan &span)
{
    for (const model::Token &token : text.tokens) {
        const QString form = text.text.sliced(token.span.begin, token.span.length()).toLower();
        if (span.contains(token.span) && !isSmall(form))
            unit.words.insert(form);
    }
}

std::vector<Unit> unitsOf(const extraction::AnnotatedArticle &article, const model::Facts &facts)
{
    std::vector<Unit> units;
    for (const model::Statement &statement : facts.statements) {
        Unit unit;
        addWords(unit, article.text, statement.place.span);
        for (const model::Slot &slot : statement.slots)
            addWords(unit, article.text, slot.span);
        unit.predicate = article.text.text.sliced(statement.predicateSpan.begin, statement.predicateSpan.length()).toLower();
        units.push_back(std::move(unit));
    }
    return units;
}

void judge(const Fact &fact, const std::vector<Unit> &units, Tally &tally)
{
    bool isCovered = false;
    bool isTight = false;
    bool isByVerb = false;
    for (const Triple &triple : fact) {
        for (const Unit &unit : units) {
            const bool isHere = !triple.words.isEmpty() && std::all_of(triple.words.begin(), triple.words.end(), [&unit](const QString &word) { return unit.words.contains(word); });
            const bool isTightHere = isHere && unit.words.size() <= 2 * QSet<QString>(triple.words.begin(), triple.words.end()).size();
            isCovered = isCovered || isHere;
            isTight = isTight || isTightHere;
            isByVerb = isByVerb || (isTightHere && triple.relation.contains(unit.predicate.section(u' ', 0, 0)));
        }
    }
    ++tally.facts;
    tally.covered += isCovered ? 1 : 0;
    tally.tight += isTight ? 1 : 0;
    tally.byVerb += isByVerb ? 1 : 0;
}

void print(const QString &name, const Tally &tally)
{
    const double facts = std::max(tally.facts, 1);
    std::printf("%-22s facts %5d  covered %.3f  tight %.3f  by verb %.3f\n", qPrintable(name), tally.facts, tally.covered / facts, tally.tight / facts, tally.byVerb / facts);
}

void evaluate(const QString &name, const std::vector<JudgedSentence> &sentences, const language::LanguagePack &pack, int listed)
{
    Tally found;
    Tally whole;
    size_t statements = 0;
    for (const JudgedSentence &sentence : sentences) {
        model::Article article;
        article.text = sentence.text;
        const extraction::AnnotatedArticle annotated = extraction::annotate(article, pack);
        const std::vector<Unit> units = unitsOf(annotated, extraction::extract(annotated, pack));
        statements += units.size();
        Unit all;
        addWords(all, annotated.text, {0, sentence.text.size()});
        for (const Fact &fact : sentence.facts) {
            const int before = found.covered;
            judge(fact, units, found);
            judge(fact, {all}, whole);
            if (found.covered == before && listed-- > 0)
                std::printf("- %s\n  of: %s\n", qPrintable(fact.front().words.join(u' ')), qPrintable(sentence.text));
        }
    }
    std::printf("%s: %zu sentences, %zu statements\n", qPrintable(name), sentences.size(), statements);
    print(name + QStringLiteral(" statements"), found);
    print(name + QStringLiteral(" sentences"), whole);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    int listed = 0;
    if (const qsizetype place = arguments.indexOf(QStringLiteral("--list")); place >= 0) {
        listed = arguments.value(place + 1).toInt();
        arguments.remove(place, std::min<qsizetype>(2, arguments.size() - place));
    }
    if (arguments.size() != 2) {
        std::fputs("usage: variorum-evaluate-statements RESOURCES DATA [--list N]\n", stderr);
        return 2;
    }
    const auto pack = language::LanguagePack::load(arguments.at(0));
    if (!pack) {
        std::fprintf(stderr, "%s\n", qPrintable(base::describe(pack.error())));
        return 1;
    }
    bool hasAny = false;
    for (const auto &[name, sentences] : {std::pair(QStringLiteral("benchie"), benchie(arguments.at(1))), std::pair(QStringLiteral("carb"), carb(arguments.at(1)))}) {
        if (sentences)
            evaluate(name, *sentences, **pack, listed);
        else
            std::fprintf(stderr, "%s is not in %s: not measured\n", qPrintable(name), qPrintable(arguments.at(1)));
        hasAny = hasAny || sentences.has_value();
    }
    return hasAny ? 0 : 1;
}
