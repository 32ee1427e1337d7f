// variorum-evaluate-pairs RESOURCE_DIR DATA
//
// Which sentences of different reports tell of one event: DATA is ECB+ (Cybulska and Vossen 2014), a folder a topic, each
// with reports of two events of one kind (T_Necb.xml: one earthquake; T_Necbplus.xml: another), and
// coreference_sentences.csv, which says which sentences were annotated. Method:
//   gold      two annotated sentences of two files that name one event (ACTION and NEG_ACTION markables that a
//             CROSS_DOC_COREF ties to one note);
//   found     a claim holds a statement of each, half of which lies in it. Each file is an article without a date or a
//             headline, a paragraph a sentence, of all its sentences;
//   baseline  cosine of words, rare ones weighing more: as many pairs as claims bring together, of each folder the most alike; and
//             at the threshold that is best over all topics, looked for on these very data. Reports of one event were chosen for telling it,
//             so that to put all sentences together is nearly best there; read precision at an equal number of pairs.
// Three readings: one event, its reports held to be one story; one event, as the program parts a folder into stories; both
// events in one folder, where two sentences of two events never go together.
// A claim is narrower than an event ("was taken to hospital", "was treated there" are claims of one event), so recall stays
// below what grouping events would reach; no published figure counts these pairs. With gold mentions and known topics
// one stem for one event reaches CoNLL F1 77 there.

#include "comparison/compare.h"
#include "evaluation/ecb_topic.h"
#include "workspace/pipeline.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <array>
#include <cstdio>

namespace {

using namespace variorum;
using evaluation::EcbDocument;
using evaluation::PairScore;
using evaluation::Passage;
using evaluation::PassagePairs;

/// Some files of a topic with their annotated sentences.
struct Folder {
    std::vector<model::AnalysedArticle> articles;
    std::vector<Passage> passages;
    std::vector<QString> texts; ///< of the passages
    PassagePairs gold;
    int all = 0; ///< pairs of passages of two files
};

struct Measured {
    Folder folder;
    std::vector<std::pair<evaluation::PassagePair, double>> overlap;
    int found = 0; ///< pairs that claims bring together
};

Folder folderOf(const std::vector<const EcbDocument *> &documents, const std::vector<model::AnalysedArticle> &analysed, const evaluation::EcbAnnotated &annotated)
{
    Folder folder;
    std::vector<const std::set<QString> *> events;
    static const std::set<QString> kNone;
    for (const EcbDocument *document : documents) {
        const auto article = std::find_if(analysed.begin(), analysed.end(), [document](const model::AnalysedArticle &each) { return each.article.path == document->name; });
        folder.articles.push_back(*article);
        for (const auto &[number, span] : document->sentences) {
            if (!annotated.contains({document->name, number}))
                continue;
            folder.passages.push_back({document->name, span});
            folder.texts.push_back(document->text.mid(span.begin, span.length()));
            const auto known = document->events.find(number);
            events.push_back(known == document->events.end() ? &kNone : &known->second);
        }
    }
    for (size_t one = 0; one < folder.passages.size(); ++one) {
        for (size_t other = one + 1; other < folder.passages.size(); ++other) {
            if (folder.passages[one].path == folder.passages[other].path)
                continue;
            ++folder.all;
            if (std::any_of(events[one]->begin(), events[one]->end(), [&](const QString &event) { return events[other]->contains(event); }))
                folder.gold.emplace(static_cast<int>(one), static_cast<int>(other));
        }
    }
    return folder;
}

PairScore scored(const Folder &folder, const model::Comparison &comparison)
{
    return evaluation::scorePairs(evaluation::broughtTogether(comparison, folder.passages, evaluation::Standing::Half), folder.gold, folder.all);
}

/// The baseline at the threshold that is best for all folders together.
std::pair<double, PairScore> bestOverlap(const std::vector<Measured> &all)
{
    std::pair<double, PairScore> best;
    for (int percent = 0; percent < 95; ++percent) {
        PairScore sum;
        for (const Measured &each : all)
            sum += evaluation::scorePairs(evaluation::reaching(each.overlap, percent / 100.0), each.folder.gold, each.folder.all);
        if (sum.f1() > best.second.f1())
            best = {percent / 100.0, sum};
    }
    return best;
}

/// The baseline with as many pairs as were found.
PairScore equalOverlap(const std::vector<Measured> &all)
{
    PairScore sum;
    for (const Measured &each : all)
        sum += evaluation::scorePairs(evaluation::mostAlike(each.overlap, each.found), each.folder.gold, each.folder.all);
    return sum;
}

void print(const QString &what, const char *how, const PairScore &score)
{
    std::printf("%-14s %-26s %s\n", qPrintable(what), how, qPrintable(evaluation::printed(score)));
    std::fflush(stdout);
}

/// What is summed over the topics.
struct Totals {
    PairScore oneStory;
    PairScore oneEvent;
    PairScore twoEvents;
    int acrossEvents = 0; ///< pairs of sentences of two events that were brought together
    std::vector<Measured> events;
    std::vector<Measured> topics;
};

void measureTopic(const QString &topic, const std::vector<EcbDocument> &documents, const evaluation::EcbAnnotated &annotated, const language::LanguagePack &pack, Totals &totals)
{
    std::vector<model::Article> articles;
    for (const EcbDocument &document : documents)
        articles.push_back(evaluation::articleOf(document.name, document.name, document.text));
    const std::vector<model::AnalysedArticle> analysed = workspace::analyseAll(std::move(articles), pack, {}, {}, {});
    std::vector<const EcbDocument *> all;
    for (const bool isSecond : {false, true}) {
        std::vector<const EcbDocument *> own;
        for (const EcbDocument &document : documents) {
            if (document.isSecondEvent == isSecond)
                own.push_back(&document);
        }
        all.insert(all.end(), own.begin(), own.end());
        const Folder folder = folderOf(own, analysed, annotated);
        const QString name = topic + (isSecond ? QStringLiteral("ecbplus") : QStringLiteral("ecb"));
        const PairScore together = scored(folder, evaluation::compareAsOneStory(folder.articles, pack));
        const PairScore parted = scored(folder, comparison::compare(folder.articles, pack));
        print(name, "one event, one story", together);
        print(name, "one event", parted);
        totals.oneStory += together;
        totals.oneEvent += parted;
        totals.events.push_back({folder, evaluation::wordOverlap(folder.passages, folder.texts), together.found});
    }
    const Folder folder = folderOf(all, analysed, annotated);
    const model::Comparison comparison = comparison::compare(folder.articles, pack);
    print(topic, "both events", scored(folder, comparison));
    totals.twoEvents += scored(folder, comparison);
    for (const auto &[one, other] : evaluation::broughtTogether(comparison, folder.passages, evaluation::Standing::Half))
        totals.acrossEvents += folder.passages[static_cast<size_t>(one)].path.endsWith(u"ecbplus") != folder.passages[static_cast<size_t>(other)].path.endsWith(u"ecbplus") ? 1 : 0;
    totals.topics.push_back({folder, evaluation::wordOverlap(folder.passages, folder.texts), scored(folder, comparison).found});
}

void printTotals(const Totals &totals)
{
    const QString name = QStringLiteral("all topics");
    print(name, "one event, one story", totals.oneStory);
    print(name, "one event", totals.oneEvent);
    print(name, "one event, words as many", equalOverlap(totals.events));
    const auto [eventThreshold, eventOverlap] = bestOverlap(totals.events);
    print(name, qPrintable(QStringLiteral("one event, words at %1").arg(eventThreshold)), eventOverlap);
    print(name, "both events", totals.twoEvents);
    print(name, "both events, words as many", equalOverlap(totals.topics));
    const auto [topicThreshold, topicOverlap] = bestOverlap(totals.topics);
    print(name, qPrintable(QStringLiteral("both events, words at %1").arg(topicThreshold)), topicOverlap);
    std::printf("%d of the pairs found in both events' folder are of two events\n", totals.acrossEvents);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() != 2) {
        std::fputs("usage: variorum-evaluate-pairs RESOURCE_DIR DATA\n", stderr);
        return 2;
    }
    const auto pack = language::LanguagePack::load(arguments.at(0));
    if (!pack) {
        std::fprintf(stderr, "%s\n", qPrintable(base::describe(pack.error())));
        return 1;
    }
    const QDir data(arguments.at(1));
    const auto annotated = evaluation::readEcbAnnotated(data.filePath(QStringLiteral("coreference_sentences.csv")));
    if (!annotated) {
        std::fprintf(stderr, "no ECB+ there: %s\n", qPrintable(base::describe(annotated.error())));
        return 1;
    }
    QStringList topics = data.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(topics.begin(), topics.end(), [](const QString &one, const QString &other) { return one.toInt() < other.toInt(); });
    Totals totals;
    for (const QString &topic : topics) {
        std::vector<EcbDocument> documents;
        for (const QFileInfo &file : QDir(data.filePath(topic)).entryInfoList({QStringLiteral("*.xml")}, QDir::Files, QDir::Name)) {
            auto document = evaluation::readEcbDocument(file.filePath());
            if (!document) {
                std::fprintf(stderr, "%s\n", qPrintable(base::describe(document.error())));
                return 1;
            }
            documents.push_back(std::move(*document));
        }
        if (!documents.empty())
            measureTopic(topic, documents, *annotated, **pack, totals);
    }
    printTotals(totals);
    return 0;
}
