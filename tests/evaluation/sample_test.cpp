// The sample from files to divergences, held against its hand-made reading. tests/data/sample/findings.txt fixes what
// is found and what is missed, to the last line: a change of the engine shows here as a diff, for better or worse.
// The gold is never edited to raise a score; the findings are replaced by what the failing test has written.

#include "evaluation/gold_score.h"
#include "language/language_pack.h"
#include "workspace/pipeline.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace variorum;

namespace {

const QString kSample = QStringLiteral(VARIORUM_SOURCE_DIR "/resources/sample");
const QString kExpected = QStringLiteral(VARIORUM_SOURCE_DIR "/tests/data/sample/findings.txt");
const QString kActual = QStringLiteral(VARIORUM_BINARY_DIR "/tests/sample-findings.txt");

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString section(const char *heading, QStringList lines)
{
    return QLatin1String("\n") + QLatin1String(heading) + QStringLiteral(" (%1)\n").arg(lines.size()) + lines.replaceInStrings(QRegularExpression(QStringLiteral("^")), QStringLiteral("  ")).join(u'\n')
        + (lines.isEmpty() ? QString() : QStringLiteral("\n"));
}

QString findings(const evaluation::GoldReport &report)
{
    return evaluation::printed(report) + section("divergences found", report.found) + section("divergences missed", report.missed)
        + section("conflicts that are not in the gold", report.wrongConflicts) + section("claims whole", report.claimsWhole) + section("claims apart", report.claimsApart)
        + section("text missing", report.textMissing) + section("noise kept", report.noiseKept);
}

} // namespace

class SampleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto pack = language::LanguagePack::load(QStringLiteral(VARIORUM_RESOURCE_DIR));
        QVERIFY2(pack.hasValue(), pack ? "" : qPrintable(base::describe(pack.error())));
        m_pack = std::move(*pack);
    }

    void sample_againstItsGold_findsWhatIsWrittenDown()
    {
        const auto comparison = workspace::compareFolder(QFile::encodeName(kSample), *m_pack);
        QVERIFY(comparison.hasValue());
        QVERIFY2(QFile::exists(kExpected), qPrintable(kExpected));
        const QString actual = findings(evaluation::scoreAgainstGold(*comparison, contentsOf(kSample + QStringLiteral("/gold.json"))));
        QFile file(kActual);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(actual.toUtf8()), actual.toUtf8().size());
        file.close();
        QVERIFY2(actual == QString::fromUtf8(contentsOf(kExpected)),
                 qPrintable(QStringLiteral("diff %1 %2\nand, where it is for the better, copy the latter over the former.\n%3").arg(kExpected, kActual, actual)));
    }

    void sample_onAnyThreadCount_isTheSame()
    {
        workspace::PipelineOptions one;
        one.threads = 1;
        workspace::PipelineOptions several;
        several.threads = 5;
        const auto first = workspace::compareFolder(QFile::encodeName(kSample), *m_pack, one);
        const auto second = workspace::compareFolder(QFile::encodeName(kSample), *m_pack, several);
        QVERIFY(first.hasValue() && second.hasValue());
        QVERIFY(*first == *second);
        QVERIFY(!first->divergences.empty());
    }

    /// Real articles are no part of the program; VARIORUM_STORIES names a folder of stories (each with a gold.json),
    /// and their figures are printed.
    void stories_fromOutside_areScored()
    {
        const QDir stories(qEnvironmentVariable("VARIORUM_STORIES", QStringLiteral(VARIORUM_SOURCE_DIR "/../shared/stories")));
        if (!stories.exists())
            QSKIP("no stories: set VARIORUM_STORIES to a folder of them");
        for (const QString &name : stories.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString folder = stories.filePath(name);
            const auto comparison = workspace::compareFolder(QFile::encodeName(folder), *m_pack);
            QVERIFY(comparison.hasValue());
            const evaluation::GoldReport report = evaluation::scoreAgainstGold(*comparison, contentsOf(folder + QStringLiteral("/gold.json")));
            QVERIFY(!report.figures.empty());
            qInfo().noquote() << name << u'\n' + evaluation::printed(report);
        }
    }

private:
    std::unique_ptr<const language::LanguagePack> m_pack;
};

QTEST_GUILESS_MAIN(SampleTest)
#include "sample_test.moc"
