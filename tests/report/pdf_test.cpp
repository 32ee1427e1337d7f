// The PDF as other programs see it: qpdf, and poppler's pdfinfo, pdffonts, pdftotext.

#include "report/report.h"
#include "support/samples/sample_comparison.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <ctime>

using namespace variorum;

namespace {

report::ReportOptions options()
{
    return {.title = {}, .made = QDateTime(QDate(2024, 5, 20), QTime(10, 0), Qt::UTC), .folderLabel = QStringLiteral("ferry")};
}

struct ToolRun {
    int exitCode = -1;
    QString output;
};

ToolRun run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {.exitCode = process.exitCode(), .output = QString::fromUtf8(process.readAll())};
}

} // namespace

class PdfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const auto bytes = report::writePdf(test::sampleComparison(), options());
        QVERIFY2(bytes.hasValue(), bytes ? "" : qPrintable(bytes.error().detail));
        m_bytes = *bytes;
        QVERIFY(report::saveFile(path(), m_bytes));
    }

    void file_isSound()
    {
        const ToolRun check = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), path()});
        QCOMPARE(check.exitCode, 0);
        QVERIFY2(check.output.contains(QLatin1String("No syntax or stream encoding errors found")), qPrintable(check.output));
        QVERIFY2(!check.output.contains(QLatin1String("WARNING")), qPrintable(check.output));
    }

    void file_saysWhatItIs()
    {
        const QString info = run(QStringLiteral("pdfinfo"), {path()}).output;
        QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Title: +Eleven injured in Halcyon ferry crash"))), qPrintable(info));
        QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Tagged: +yes"))), qPrintable(info));
        QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Page size: .*A4"))), qPrintable(info));
        QVERIFY2(info.contains(QRegularExpression(QStringLiteral("JavaScript: +no"))), qPrintable(info));
        const QString pages = QRegularExpression(QStringLiteral("Pages: +(\\d+)")).match(info).captured(1);
        QVERIFY2(pages.toInt() >= 3 && pages.toInt() <= 12, qPrintable(pages));
    }

    void file_hasLanguageTitleInWindowAndOutline()
    {
        const QString plain = m_folder.filePath(QStringLiteral("plain.pdf"));
        QCOMPARE(run(QStringLiteral("qpdf"), {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable"), path(), plain}).exitCode, 0);
        QFile file(plain);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        for (const char *part : {"/Lang (en)", "/DisplayDocTitle true", "/Marked true", "/PageMode /UseOutlines", "/S /Document", "/S /H1", "/S /TD", "/S /BlockQuote", "/Title (Where they differ)",
                                 "/Title (What they agree on)", "/Title (Provenance)", "/Dest (source-1)", "/Type /Metadata"})
            QVERIFY2(text.contains(part), part);
        QVERIFY(text.count("/Subtype /Link") > 20);
        QVERIFY2(!text.contains("/URI"), "a link leads out of the document");
    }

    void tags_nestInOneDocument()
    {
        const QString tree = run(QStringLiteral("pdfinfo"), {QStringLiteral("-struct"), path()}).output;
        QVERIFY2(tree.startsWith(QLatin1String("Document")), qPrintable(tree.left(200)));
        QCOMPARE(tree.count(QRegularExpression(QStringLiteral("^\\S"), QRegularExpression::MultilineOption)), 1);
        QVERIFY(tree.contains(QLatin1String("TH")));
        QVERIFY(tree.contains(QLatin1String("Link (inline)")));
    }

    void fonts_areAllEmbedded()
    {
        const QStringList lines = run(QStringLiteral("pdffonts"), {path()}).output.split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(lines.size() >= 3);
        static const QRegularExpression kEmbedded(QStringLiteral(" yes yes yes +\\d+ +\\d+$")); // embedded, subset, to Unicode
        for (const QString &line : lines)
            QVERIFY2(line.contains(kEmbedded), qPrintable(line));
    }

    void text_canBeSearched()
    {
        const QString text = run(QStringLiteral("pdftotext"), {path(), QStringLiteral("-")}).output.simplified();
        for (const char *words : {"212 passengers", "no more than 8 knots", "officials confirmed", "Silent on this: [2] Daily Lantern", "Zoë Marsh", "St Brannoc’s hospital", "Internal"})
            QVERIFY2(text.contains(QString::fromUtf8(words)), words);
        for (const QChar letter : text)
            QVERIFY2(letter.unicode() < 0xFB00 || letter.unicode() > 0xFB06, "a ligature came out as one character");
    }

    void pages_areNumberedAndNamed()
    {
        const QString second = run(QStringLiteral("pdftotext"), {QStringLiteral("-f"), QStringLiteral("2"), QStringLiteral("-l"), QStringLiteral("2"), path(), QStringLiteral("-")}).output.trimmed();
        QVERIFY2(second.endsWith(QLatin1String("2")), qPrintable(second.right(80)));
        QVERIFY(second.contains(QLatin1String("Eleven injured in Halcyon ferry crash as speed comes under scrutiny")));
    }

    void writtenTwice_isTheSame()
    {
        const auto again = report::writePdf(test::sampleComparison(), options());
        QVERIFY(again);
        QVERIFY(*again == m_bytes);
    }

    void withoutDate_noneIsInTheFile()
    {
        report::ReportOptions undated = options();
        undated.made = {};
        const auto bytes = report::writePdf(test::sampleComparison(), undated);
        QVERIFY(bytes);
        const QString file = m_folder.filePath(QStringLiteral("undated.pdf"));
        QVERIFY(report::saveFile(file, *bytes));
        QVERIFY(!run(QStringLiteral("pdfinfo"), {file}).output.contains(QLatin1String("CreationDate")));
    }

    void strangeComparisons_makeSoundFiles_data()
    {
        QTest::addColumn<model::Comparison>("comparison");
        QTest::newRow("nothing at all") << model::Comparison();
        model::Comparison odd = test::sampleComparison();
        odd.articles[0].title = QString(20000, u'W');
        odd.articles[1].outlet = QStringLiteral("<b>&'\")(\\ \u202E drawkcab \u05D0\u05D1\u05D2 \u0627\u0644\u0639\u0631\u0628\u064A\u0629 \u65B0\u805E");
        odd.articles[2].path = QString(3000, u'p');
        odd.stories[0].title = QStringLiteral("A 'quoted' (title) \u2028 with \U0001F600");
        odd.claims.edited(3).text = QString(5000, u'c');
        QTest::newRow("long, foreign and marked-up names") << odd;
        model::Comparison torn = test::sampleComparison();
        torn.articles.erase(torn.articles.begin());
        torn.claims.clear();
        QTest::newRow("parts that name what is not there") << torn;
    }

    void strangeComparisons_makeSoundFiles()
    {
        QFETCH(model::Comparison, comparison);
        const auto bytes = report::writePdf(comparison, options());
        QVERIFY2(bytes.hasValue(), bytes ? "" : qPrintable(bytes.error().detail));
        const QString file = m_folder.filePath(QStringLiteral("strange.pdf"));
        QVERIFY(report::saveFile(file, *bytes));
        const ToolRun check = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), file});
        QVERIFY2(check.exitCode == 0, qPrintable(check.output));
    }

    void twiceTheArticles_takeAboutTwiceTheTime()
    {
        const auto processorTime = [](int copies) {
            const model::Comparison many = test::repeatedSample(copies);
            int last = 0;
            int total = 0;
            const std::clock_t start = std::clock();
            const auto bytes = report::writePdf(many, options(), [&](int done, int all) {
                last = done > last ? done : -1;
                total = all;
            });
            const auto used = static_cast<double>(std::clock() - start);
            return bytes && last == total ? used : -1.0;
        };
        const auto least = [&](int copies) { return std::min(processorTime(copies), processorTime(copies)); };
        const double half = least(10);
        const double whole = least(20);
        QVERIFY(half > 0 && whole > 0);
        QVERIFY2(whole < half * 3.2, qPrintable(QStringLiteral("%1 for twice as much").arg(whole / half))); // a square would be 4
    }

    void stopped_givesCancelled()
    {
        std::stop_source source;
        int told = 0;
        const auto bytes = report::writePdf(
            test::repeatedSample(5), options(),
            [&](int, int) {
                if (++told == 3)
                    source.request_stop();
            },
            source.get_token());
        QVERIFY(!bytes);
        QCOMPARE(base::errorCodeName(bytes.error().code), QStringLiteral("cancelled"));
        QCOMPARE(told, 3);
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("report.pdf")); }

    QTemporaryDir m_folder;
    QByteArray m_bytes;
};

QTEST_GUILESS_MAIN(PdfTest)
#include "pdf_test.moc"
