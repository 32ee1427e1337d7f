// How well the article is found in saved web pages, against collections of pages that lie outside the program.
//
//     variorum-evaluate-pages [--worst N] [--write FILE.jsonl] [DATA]
//
// DATA (else the folder that VARIORUM_DATA names, else ../data beside the sources) holds what there is of
//   aeb          ground-truth.json {key: {articleBody}}, html/KEY.html     (article-extraction-benchmark)
//   naeb         articles.json     {key: {articleBody}}, html/KEY.html     (news pages of 2023)
//   postlight    gold.json [{fixture, first13}], fixtures/
//   readability  NAME/source.html, NAME/expected.html
//
// aeb, naeb: precision and recall over runs of four words, each page alone; means over pages; F1 from those means. It is
// the measure of the public article-extraction benchmark. A page that is missing or cannot be read counts as empty.
// Published on aeb: boilerpipe .860, readability-lxml .922, readability.js .947, newspaper4k .949, trafilatura .958, best
// .970; on naeb: newspaper3k .866, newspaper4k .903.
// postlight: the share of pages whose text begins with the gold's first words of the body, and the share that holds them.
// readability: the same precision and recall over single words, against the words of expected.html: what another
// extractor keeps, captions and all, so that 1.0 is no goal; a fall of the figure is the news.
// The last two took no part in making the rules.
//
// --worst N lists the N pages of each collection with the lowest F1; --write puts every page's text into a file, a line
// {"path", "text"} each.

#include "evaluation/page_score.h"
#include "reading/charset.h"
#include "reading/clean_text.h"
#include "reading/html/parse_page.h"
#include "reading/read_file.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

namespace {

using namespace variorum;
using namespace Qt::StringLiterals;

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct PageResult {
    QString key;
    evaluation::TextScore score;
};

class PagesEvaluation {
public:
    PagesEvaluation(const QString &data, qsizetype worst)
        : m_data(data)
        , m_worst(worst)
    {
    }

    /// Writes each page's text there as well.
    bool writeTo(const QString &path)
    {
        m_written.setFileName(path);
        return m_written.open(QIODevice::WriteOnly);
    }

    /// Whether there was anything to evaluate.
    bool run()
    {
        bodies(u"aeb"_s, u"ground-truth.json"_s);
        bodies(u"naeb"_s, u"articles.json"_s);
        firstWords();
        expectedWords();
        return m_hasData;
    }

private:
    QString textOf(const QString &path)
    {
        const std::vector<model::Article> articles = reading::readBytes(contentsOf(path), path);
        const QString text = articles.empty() ? QString() : articles.front().text;
        if (m_written.isOpen())
            m_written.write(QJsonDocument(QJsonObject{{u"path"_s, path}, {u"text"_s, text}}).toJson(QJsonDocument::Compact) + '\n');
        return text;
    }

    void bodies(const QString &name, const QString &goldName)
    {
        const QJsonObject gold = QJsonDocument::fromJson(contentsOf(m_data.filePath(name + u'/' + goldName))).object();
        std::vector<PageResult> results;
        for (auto page = gold.begin(); page != gold.end(); ++page) {
            const QString body = page.value().toObject().value("articleBody"_L1).toString();
            const QString text = textOf(m_data.filePath(name + "/html/"_L1 + page.key() + ".html"_L1));
            results.push_back({page.key(), evaluation::scoreText(body, text, 4)});
        }
        report(name, std::move(results));
    }

    void expectedWords()
    {
        const QDir folder(m_data.filePath(u"readability"_s));
        std::vector<PageResult> results;
        for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QByteArray expected = contentsOf(folder.filePath(name + "/expected.html"_L1));
            if (expected.isEmpty())
                continue;
            const reading::html::Tree tree = reading::html::parsePage(reading::cleanCharacters(QString::fromUtf8(expected))).tree;
            results.push_back({name, evaluation::scoreText(tree.plainText(0), textOf(folder.filePath(name + "/source.html"_L1)), 1)});
        }
        report(u"readability"_s, std::move(results));
    }

    void firstWords()
    {
        const QJsonArray gold = QJsonDocument::fromJson(contentsOf(m_data.filePath(u"postlight/gold.json"_s))).array();
        int pages = 0;
        int atStart = 0;
        int held = 0;
        for (const QJsonValue &page : gold) {
            const QString excerpt = page["first13"_L1].toString();
            if (excerpt.isEmpty())
                continue;
            const QString fixture = page["fixture"_L1].toString();
            const evaluation::ExcerptPlace place = evaluation::placeOf(excerpt, textOf(m_data.filePath("postlight/fixtures/"_L1 + fixture)));
            ++pages;
            atStart += place == evaluation::ExcerptPlace::AtStart;
            held += place != evaluation::ExcerptPlace::Absent;
            if (place != evaluation::ExcerptPlace::AtStart && m_worst > 0)
                std::printf("    %-7s %s\n", place == evaluation::ExcerptPlace::Inside ? "inside" : "absent", qPrintable(fixture));
        }
        m_hasData = m_hasData || pages > 0;
        if (pages > 0)
            std::printf("%-12s pages %d  begins %.3f  holds %.3f\n", "postlight", pages, static_cast<double>(atStart) / pages, static_cast<double>(held) / pages);
    }

    void report(const QString &name, std::vector<PageResult> results)
    {
        if (results.empty())
            return;
        m_hasData = true;
        evaluation::MeanScore mean;
        for (const PageResult &result : results)
            mean.add(result.score);
        std::stable_sort(results.begin(), results.end(), [](const PageResult &left, const PageResult &right) { return left.score.f1() < right.score.f1(); });
        for (qsizetype at = 0; at < std::min(m_worst, static_cast<qsizetype>(results.size())); ++at) {
            const PageResult &result = results[static_cast<size_t>(at)];
            std::printf("    %.3f  p %.3f  r %.3f  %s\n", result.score.f1(), result.score.precision, result.score.recall, qPrintable(result.key));
        }
        std::printf("%-12s pages %d  precision %.4f  recall %.4f  f1 %.4f\n", qPrintable(name), mean.pages(), mean.mean().precision, mean.mean().recall, mean.mean().f1());
    }

    QDir m_data;
    qsizetype m_worst = 0;
    QFile m_written;
    bool m_hasData = false;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOption({u"worst"_s, u"List the N pages read worst of each collection."_s, u"N"_s, u"0"_s});
    options.addOption({u"write"_s, u"Write every page's text to FILE, a line of JSON each."_s, u"FILE"_s});
    options.addPositionalArgument(u"data"_s, u"The folder with aeb, naeb, postlight, readability."_s, u"[DATA]"_s);
    options.process(application);
    const QString data = options.positionalArguments().value(0, qEnvironmentVariable("VARIORUM_DATA", QStringLiteral(VARIORUM_SOURCE_DIR "/../data")));
    PagesEvaluation evaluation(data, options.value(u"worst"_s).toInt());
    if (options.isSet(u"write"_s) && !evaluation.writeTo(options.value(u"write"_s))) {
        std::fprintf(stderr, "cannot write %s\n", qPrintable(options.value(u"write"_s)));
        return 1;
    }
    if (!evaluation.run()) {
        std::fprintf(stderr, "no collection of pages in %s: name the folder, or set VARIORUM_DATA\n", qPrintable(data));
        return 1;
    }
    return 0;
}
