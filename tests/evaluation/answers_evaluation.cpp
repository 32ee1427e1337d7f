// variorum-evaluate-answers RESOURCE_DIR DATA
//
// Which answers of different outlets say the same: DATA holds nanco_dataset.json of Discord Questions (Laban and others 2022):
// eight questions on eight stories of 2022, each with 24 to 39 answers out of articles of 13 to 24 outlets. An answer is
// some words of a paragraph; people grouped the answers of a question that say the same, each for himself and then together. Method:
//   folder    of each question: an article for each address, of the paragraphs that hold its answers, held to be one story
//             (the paragraphs are all that the collection gives: no headline, no date, mostly one or two of an article);
//   gold      two answers of two addresses in one group of all people together;
//   found     a claim holds a statement of each, that shares words with the answer; with "no conflict" not where a conflict of that claim
//             sets the two against each other, for "8.5 %" and "7 %" are one claim and not one answer;
//   baseline  cosine of the answers' words, and of their paragraphs' words, rare ones weighing more, as many pairs of
//             each question as claims bring together, and at the threshold that is best over all questions, looked for on these very data;
//   people    each one's own groups against the groups of all, and against each other's: what can be reached.
// A group is a reason or a quality ("to stem smuggling"), told in clauses of many shapes; a claim is one act or state. So
// much that people group is no claim. Published: an entailment model off the shelf reaches balanced accuracy 0.58 on such answers.

#include "evaluation/passage_pairs.h"
#include "workspace/pipeline.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cstdio>

namespace {

using namespace variorum;
using evaluation::PairScore;
using evaluation::Passage;
using evaluation::PassagePairs;

constexpr std::array<const char *, 4> kGroupings = {"cluster_global", "cluster_Phil", "cluster_Lidiya", "cluster_Jason"};

struct Question {
    QString text;
    std::vector<model::Article> articles;
    std::vector<Passage> answers; ///< the words of the answer
    std::vector<Passage> paragraphs; ///< around each answer
    std::vector<QString> answerTexts;
    std::vector<QString> paragraphTexts;
    std::array<std::vector<QString>, kGroupings.size()> groups; ///< of each answer; empty where that person gave none
    int lost = 0; ///< answers that are not words of their paragraph
};

Question readQuestion(const QJsonObject &object)
{
    Question question;
    question.text = object[u"question"].toString();
    std::map<QString, QString> texts; // by address
    for (const QJsonValue &value : object[u"answers"].toArray()) {
        const QString address = value[u"Article URL"].toString();
        const QString paragraph = value[u"Paragraph"].toString().simplified();
        const QString answer = value[u"Answer"].toString().simplified();
        const qsizetype place = paragraph.indexOf(answer);
        if (place < 0 || answer.isEmpty()) {
            ++question.lost;
            continue;
        }
        QString &text = texts[address];
        qsizetype begin = text.indexOf(paragraph);
        if (begin < 0) {
            text += (text.isEmpty() ? QString() : QStringLiteral("\n\n")) + paragraph;
            begin = text.size() - paragraph.size();
        }
        question.answers.push_back({address, {begin + place, begin + place + answer.size()}});
        question.paragraphs.push_back({address, {begin, begin + paragraph.size()}});
        question.answerTexts.push_back(answer);
        question.paragraphTexts.push_back(paragraph);
        for (size_t who = 0; who < kGroupings.size(); ++who)
            question.groups[who].push_back(value[QLatin1String(kGroupings[who])].toVariant().toString());
    }
    for (const auto &[address, text] : texts)
        question.articles.push_back(evaluation::articleOf(address, address.section(u'/', 2, 2), text));
    return question;
}

PassagePairs grouped(const Question &question, size_t who)
{
    PassagePairs pairs;
    const std::vector<QString> &groups = question.groups[who];
    for (size_t one = 0; one < groups.size(); ++one) {
        for (size_t other = one + 1; other < groups.size(); ++other) {
            if (question.answers[one].path != question.answers[other].path && groups[one] == groups[other] && !groups[one].isEmpty())
                pairs.emplace(static_cast<int>(one), static_cast<int>(other));
        }
    }
    return pairs;
}

int pairsOf(const Question &question)
{
    int count = 0;
    for (size_t one = 0; one < question.answers.size(); ++one) {
        for (size_t other = one + 1; other < question.answers.size(); ++other)
            count += question.answers[one].path != question.answers[other].path ? 1 : 0;
    }
    return count;
}

void print(const QString &what, const char *how, const PairScore &score)
{
    std::printf("%-44s %-24s %s, balanced accuracy %.3f\n", qPrintable(what.left(44)), how, qPrintable(evaluation::printed(score)), score.balancedAccuracy());
    std::fflush(stdout);
}

/// The baseline over all questions: with as many pairs as were found, and at its best threshold.
void printOverlap(const std::vector<Question> &questions, const std::vector<int> &found, std::vector<QString> Question::*texts, const char *how)
{
    std::vector<std::vector<std::pair<evaluation::PassagePair, double>>> overlaps;
    for (const Question &question : questions)
        overlaps.push_back(evaluation::wordOverlap(question.answers, question.*texts));
    PairScore equal;
    for (size_t place = 0; place < questions.size(); ++place)
        equal += evaluation::scorePairs(evaluation::mostAlike(overlaps[place], found[place]), grouped(questions[place], 0), pairsOf(questions[place]));
    print(QStringLiteral("all questions"), qPrintable(QStringLiteral("%1, as many").arg(QLatin1String(how))), equal);
    PairScore best;
    int bestPercent = 0;
    for (int percent = 0; percent < 95; ++percent) {
        PairScore sum;
        for (size_t place = 0; place < questions.size(); ++place)
            sum += evaluation::scorePairs(evaluation::reaching(overlaps[place], percent / 100.0), grouped(questions[place], 0), pairsOf(questions[place]));
        if (sum.f1() > best.f1()) {
            best = sum;
            bestPercent = percent;
        }
    }
    print(QStringLiteral("all questions"), qPrintable(QStringLiteral("%1 at %2").arg(QLatin1String(how)).arg(bestPercent / 100.0)), best);
}

void printPeople(const std::vector<Question> &questions)
{
    for (size_t one = 0; one < kGroupings.size(); ++one) {
        for (size_t other = one + 1; other < kGroupings.size(); ++other) {
            PairScore sum;
            for (const Question &question : questions)
                sum += evaluation::scorePairs(grouped(question, other), grouped(question, one), pairsOf(question));
            const auto nameOf = [](size_t who) { return QString::fromLatin1(kGroupings[who]).section(u'_', 1); };
            print(QStringLiteral("people"), qPrintable(nameOf(other) + QStringLiteral(" by ") + nameOf(one)), sum);
        }
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() != 2) {
        std::fputs("usage: variorum-evaluate-answers RESOURCE_DIR DATA\n", stderr);
        return 2;
    }
    const auto pack = language::LanguagePack::load(arguments.at(0));
    if (!pack) {
        std::fprintf(stderr, "%s\n", qPrintable(base::describe(pack.error())));
        return 1;
    }
    QFile file(QDir(arguments.at(1)).filePath(QStringLiteral("nanco_dataset.json")));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "no Discord Questions there: %s: %s\n", qPrintable(file.fileName()), qPrintable(file.errorString()));
        return 1;
    }
    std::vector<Question> questions;
    for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array())
        questions.push_back(readQuestion(value.toObject()));
    PairScore sums;
    PairScore withoutConflict;
    PairScore ofParagraphs;
    std::vector<int> found;
    for (const Question &question : questions) {
        const std::vector<model::AnalysedArticle> analysed = workspace::analyseAll(question.articles, **pack, {}, {}, {});
        const model::Comparison comparison = evaluation::compareAsOneStory(analysed, **pack);
        const PassagePairs gold = grouped(question, 0);
        const auto scored = [&](const std::vector<Passage> &passages, bool unlessTheyConflict) {
            return evaluation::scorePairs(evaluation::broughtTogether(comparison, passages, evaluation::Standing::Touching, unlessTheyConflict), gold, pairsOf(question));
        };
        const PairScore own = scored(question.answers, false);
        print(question.text, "answers in one claim", own);
        if (question.lost > 0)
            std::printf("  %d answers are not words of their paragraph and left out\n", question.lost);
        sums += own;
        found.push_back(own.found);
        withoutConflict += scored(question.answers, true);
        ofParagraphs += scored(question.paragraphs, false);
    }
    print(QStringLiteral("all questions"), "answers in one claim", sums);
    print(QStringLiteral("all questions"), "and no conflict", withoutConflict);
    print(QStringLiteral("all questions"), "paragraphs in one claim", ofParagraphs);
    printOverlap(questions, found, &Question::answerTexts, "words of answers");
    printOverlap(questions, found, &Question::paragraphTexts, "of paragraphs");
    printPeople(questions);
    return 0;
}
