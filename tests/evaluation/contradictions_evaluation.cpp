// What articles say against themselves by calendar and arithmetic, and what each step of reading facts costs.
//
//     variorum-evaluate-contradictions FOLDER...
//
// Reads every file of the folders (not below them), annotates it, extracts it, and prints each inner contradiction found:
// file, rule, why, and the words. There is no gold for these: whoever runs it judges each line. Real pages hardly ever
// contradict themselves so, which makes this a measure of false accusations. Closes with the number of articles and words and
// the seconds of the language step, of times and quantities, and of extraction as a whole, on one core.

#include "comparison/divergences/inner_contradictions.h"
#include "extraction/extract.h"
#include "extraction/quantities/quantities.h"
#include "extraction/times/times.h"
#include "reading/read_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <cstdio>

namespace {

using namespace variorum;

struct Costs {
    int articles = 0;
    qint64 words = 0;
    qint64 language = 0; // nanoseconds, as those below
    qint64 timesAndQuantities = 0;
    qint64 extraction = 0;
};

QString wordsAt(const model::Article &article, const model::TextPlace &place)
{
    const QString &text = place.field == model::TextField::Title && article.title ? *article.title : article.text;
    return text.sliced(place.span.begin, place.span.length()).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

int judge(const QString &path, const language::LanguagePack &pack, Costs &costs)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    int found = 0;
    for (model::Article &article : reading::readBytes(file.readAll(), QFileInfo(path).fileName())) {
        QElapsedTimer timer;
        timer.start();
        const extraction::AnnotatedArticle annotated = extraction::annotate(std::move(article), pack);
        costs.language += timer.nsecsElapsed();
        timer.restart();
        const auto times = extraction::findTimes(annotated, pack.wordLists());
        const auto quantities = extraction::findQuantities(annotated, times, pack.wordLists());
        costs.timesAndQuantities += timer.nsecsElapsed();
        timer.restart();
        const model::AnalysedArticle analysed{annotated.article, extraction::extract(annotated, pack)};
        costs.extraction += timer.nsecsElapsed();
        ++costs.articles;
        costs.words += static_cast<qint64>(annotated.text.tokens.size());
        for (const comparison::InnerContradiction &each : comparison::findInnerContradictions(analysed)) {
            ++found;
            std::printf("%s: %s: %s\n    [%s] [%s]\n", qPrintable(QFileInfo(path).fileName()), qPrintable(each.rule), qPrintable(each.why), qPrintable(wordsAt(analysed.article, each.one)),
                        qPrintable(wordsAt(analysed.article, each.other)));
        }
    }
    return found;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList folders = QCoreApplication::arguments().mid(1);
    const auto pack = language::LanguagePack::load(QStringLiteral(VARIORUM_RESOURCE_DIR));
    if (folders.isEmpty() || !pack.hasValue()) {
        std::fprintf(stderr, "variorum-evaluate-contradictions FOLDER...\n");
        return 2;
    }
    Costs costs;
    int found = 0;
    for (const QString &folder : folders) {
        const QStringList names = QDir(folder).entryList(QDir::Files, QDir::Name);
        if (names.isEmpty())
            std::printf("no files: %s\n", qPrintable(folder));
        for (const QString &name : names)
            found += judge(folder + QLatin1Char('/') + name, *pack.value(), costs);
    }
    constexpr double kSecond = 1e9;
    std::printf("%d contradictions in %d articles, %lld words; language %.2f s, times and quantities %.2f s, extraction %.2f s\n", found, costs.articles, static_cast<long long>(costs.words),
                static_cast<double>(costs.language) / kSecond, static_cast<double>(costs.timesAndQuantities) / kSecond, static_cast<double>(costs.extraction) / kSecond);
    return 0;
}
