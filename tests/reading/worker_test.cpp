// The helper program seen from the application: its answers, and what happens when it does not give any.
#include "reading/clean_text.h"
#include "reading/worker/draft_stream.h"
#include "reading/worker/run_helper.h"
#include "risky_support.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <sys/wait.h>
#include <thread>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::test::outcomeOf;
using reading::test::outcomesOf;
using reading::test::readOne;

namespace {

reading::Draft fullDraft()
{
    reading::Draft draft;
    draft.mediaType = u"application/pdf"_s;
    draft.charset = u"UTF-8"_s;
    draft.blocks = {{model::BlockKind::Heading, u"Ferry \u2014 sinks"_s}, {model::BlockKind::TableRow, u"a | b"_s}};
    draft.captions = QStringList{u"The mole"_s, u"The port"_s};
    draft.corrections = QStringList{u"An earlier version gave another hour."_s};
    draft.findings = {{model::MetadataField::Authors, reading::Trust::Declared, {u"Ann Lee"_s, u"Bo Ray"_s}, u"header"_s}, {model::MetadataField::Language, reading::Trust::Properties, {u"en"_s}, u"x"_s}};
    draft.problems = {{base::ErrorCode::Truncated, u"p"_s, u"d"_s}, {base::ErrorCode::Internal, {}, {}}};
    draft.failure = base::Error{base::ErrorCode::NoArticleText, {}, u"why"_s};
    draft.member = u"a.zip/b.pdf"_s;
    draft.hasMarkup = true;
    return draft;
}

bool areEqual(const reading::Draft &one, const reading::Draft &other)
{
    return one.mediaType == other.mediaType && one.charset == other.charset && one.blocks == other.blocks && one.captions == other.captions && one.corrections == other.corrections && one.findings == other.findings
        && one.problems == other.problems && one.failure == other.failure && one.member == other.member && one.hasMarkup == other.hasMarkup;
}

/// The options with one of the doubles of helper_double.cpp as helper.
class Double {
public:
    explicit Double(const char *mode)
    {
        const QString link = m_folder.filePath(QString::fromLatin1(mode));
        QFile::link(QStringLiteral(VARIORUM_BINARY_DIR "/tests/reading_helper_double"), link);
        m_options.helper.program = QFile::encodeName(link);
        m_options.helper.wallMs = 1000;
    }
    [[nodiscard]] const reading::ReadOptions &options() const { return m_options; }

private:
    QTemporaryDir m_folder;
    reading::ReadOptions m_options;
};

const QByteArray kRtf = "{\\rtf1\\ansi Ferry runs aground\\par The ferry left Halvern harbour at nine on Friday and was due back before noon, the port said.\\par}";

} // namespace

class WorkerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void draftStream_everyField_comesBack()
    {
        const std::vector<reading::Draft> drafts{fullDraft(), reading::Draft()};
        const auto back = reading::decodeDrafts(reading::encodeDrafts(drafts));
        QVERIFY(back);
        QCOMPARE(back->size(), drafts.size());
        QVERIFY(areEqual(back->front(), drafts.front()));
        QVERIFY(areEqual(back->back(), drafts.back()));
    }

    void draftStream_request_comesBackWithItsLength()
    {
        const QByteArray header = reading::encodeRequest(u"b\u00E9.pdf"_s, "KOI8-R");
        const auto request = reading::decodeRequest(header + "rest");
        QVERIFY(request);
        QCOMPARE(request->name, u"b\u00E9.pdf"_s);
        QCOMPARE(request->charset, QByteArray("KOI8-R"));
        QCOMPARE(request->headerBytes, header.size());
    }

    void draftStream_cutAnywhere_isNoAnswer()
    {
        const QByteArray whole = reading::encodeDrafts({fullDraft()});
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!reading::decodeDrafts(whole.first(size)), qPrintable(QString::number(size)));
        QVERIFY(!reading::decodeDrafts(whole + "x"));
    }

    void draftStream_damagedAnywhere_neverCrashes()
    {
        const QByteArray whole = reading::encodeDrafts({fullDraft()});
        for (qsizetype at = 0; at < whole.size(); ++at) {
            for (const char byte : {'\xFF', '\x00', '\x80'}) {
                QByteArray damaged = whole;
                damaged[at] = byte;
                (void)reading::decodeDrafts(damaged); // any answer will do, but a lie about a length must not cost memory
            }
        }
    }

    void draftStream_uncleanText_comesBackClean()
    {
        reading::Draft draft;
        draft.blocks = {{model::BlockKind::Paragraph, u"a\r\n"_s + QChar(0xD800) + QChar(0xFFFE) + u"b"_s}};
        const auto back = reading::decodeDrafts(reading::encodeDrafts({draft}));
        QVERIFY(back);
        QVERIFY(reading::isClean(back->front().blocks.front().text));
    }

    void readBytes_riskyFormat_isReadByTheHelper()
    {
        const model::Article article = readOne(kRtf, u"a.rtf"_s);
        QCOMPARE(outcomeOf(article), u"read"_s);
        QCOMPARE(article.title, u"Ferry runs aground"_s);
        QCOMPARE(article.path, u"a.rtf"_s);
        QVERIFY(article.text.startsWith(u"The ferry left"_s));
    }

    /// Pictures make PDFs larger than any page of text may be.
    void readFile_greatPdf_isRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"great.pdf"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray page = reading::test::typesetLines(72, 700, 11, {"The ferry left Halvern harbour at nine on Friday and was due back before noon."});
        file.write(reading::test::pdfOf({page + "% " + QByteArray(20 * 1024 * 1024, 'x') + "\n"}));
        file.close();
        QCOMPARE(outcomesOf(reading::readFile({QFile::encodeName(path), u"great.pdf"_s, 0, 0})), u"read"_s);
        reading::ReadOptions options;
        options.maxContainerBytes = 1024 * 1024;
        options.maxFileBytes = 1024;
        QCOMPARE(outcomesOf(reading::readFile({QFile::encodeName(path), u"great.pdf"_s, 0, 0}, options)), u"not-read too-large"_s);
    }

    void readBytes_chosenCharset_isTheHelpersToo()
    {
        reading::ReadOptions options;
        options.charset = "windows-1251";
        const model::Article article = readOne(QByteArray(kRtf).replace("The ferry left", "\\'cf\\'e0 The ferry left"), u"a.rtf"_s, options);
        QVERIFY2(article.text.startsWith(u"\u041F\u0430 The ferry"_s), qPrintable(article.text));
    }

    void readBytes_helperThatFails_isOneRow_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("crash") << QByteArray("crash") << u"not-read reader-failed"_s;
        QTest::newRow("crash before it listens") << QByteArray("deaf-crash") << u"not-read reader-failed"_s;
        QTest::newRow("abort") << QByteArray("abort") << u"not-read reader-failed"_s;
        QTest::newRow("exit code") << QByteArray("exit") << u"not-read reader-failed"_s;
        QTest::newRow("silence") << QByteArray("silence") << u"not-read reader-failed"_s;
        QTest::newRow("nonsense") << QByteArray("nonsense") << u"not-read reader-failed"_s;
        QTest::newRow("half an answer") << QByteArray("half") << u"not-read reader-failed"_s;
        QTest::newRow("hang") << QByteArray("hang") << u"not-read timed-out"_s;
        QTest::newRow("hang without listening") << QByteArray("deaf-hang") << u"not-read timed-out"_s;
        QTest::newRow("hang after the answer") << QByteArray("linger") << u"not-read timed-out"_s;
        QTest::newRow("processor time") << QByteArray("spin") << u"not-read timed-out"_s;
        QTest::newRow("endless answer") << QByteArray("flood") << u"not-read too-large"_s;
    }
    void readBytes_helperThatFails_isOneRow()
    {
        QFETCH(QByteArray, mode);
        QFETCH(QString, outcome);
        const Double helper(mode.constData());
        reading::ReadOptions options = helper.options();
        if (mode == "flood")
            options.helper.wallMs = 20'000;
        QElapsedTimer clock;
        clock.start();
        const model::Article article = readOne(kRtf + QByteArray(4 * 1024 * 1024, ' '), u"a.rtf"_s, options);
        QCOMPARE(outcomeOf(article), outcome);
        QCOMPARE(article.problems.front().path, u"a.rtf"_s);
        QVERIFY(!base::describe(article.problems.front()).isEmpty());
        if (mode != "flood")
            QVERIFY2(clock.elapsed() < 8000, qPrintable(QString::number(clock.elapsed())));
        // and the next file is read as ever
        QCOMPARE(outcomeOf(readOne(kRtf, u"b.rtf"_s)), u"read"_s);
    }

    void readBytes_helperThatIsMissing_isNamed()
    {
        reading::ReadOptions options;
        options.helper.program = "/nowhere/variorum-extract";
        const model::Article article = readOne(kRtf, u"a.rtf"_s, options);
        QCOMPARE(outcomeOf(article), u"not-read resource-missing"_s);
        const QString sentence = base::describe(article.problems.front());
        QVERIFY2(sentence.contains("variorum-extract"_L1) && sentence.contains("a.rtf"_L1), qPrintable(sentence));
    }

    void readBytes_stopped_endsAtOnceAndLeavesNoProcess()
    {
        const Double helper("hang");
        reading::ReadOptions options = helper.options();
        options.helper.wallMs = 60'000;
        std::stop_source stop;
        QElapsedTimer clock;
        qint64 asked = 0;
        std::jthread asking([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            asked = clock.elapsed();
            stop.request_stop();
        });
        clock.start();
        const auto articles = reading::readBytes(kRtf, u"a.rtf"_s, options, stop.get_token());
        const qint64 ended = clock.elapsed();
        asking.join();
        QCOMPARE(outcomeOf(articles.front()), u"not-read cancelled"_s);
        QVERIFY2(ended - asked < 500, qPrintable(QString::number(ended - asked))); // 0.1 s; the rest is for a loaded machine
        QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1); // no child is left
    }

    void readBytes_manyThreads_getTheirOwnAnswers()
    {
        std::vector<std::jthread> threads;
        std::atomic<int> right = 0;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([thread, &right] {
                for (int file = 0; file < 5; ++file) {
                    const QString title = u"Ferry %1 of %2 sinks"_s.arg(file).arg(thread);
                    const QByteArray rtf = QByteArray(kRtf).replace("Ferry runs aground", title.toLatin1());
                    right += readOne(rtf, u"a.rtf"_s).title == title ? 1 : 0;
                }
            });
        }
        threads.clear();
        QCOMPARE(right.load(), 20);
    }

    void readBytes_plain_neverAsksTheHelper()
    {
        reading::ReadOptions options;
        options.plain = true;
        options.helper.program = "/nowhere";
        QCOMPARE(outcomeOf(readOne(kRtf, u"a.rtf"_s, options)), u"read"_s);
        QCOMPARE(outcomeOf(readOne("PK\x03\x04" + QByteArray(100, '\0'), u"a.zip"_s, options)), u"not-read binary-file"_s);
    }

    void helper_withoutArguments_saysWhatItIs()
    {
        QProcess process;
        process.start(QString::fromLocal8Bit(reading::helperProgram()), QStringList());
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("variorum read"));
    }

    /// The limits hold: a gigabyte is not to be had, and a page's worth of it is no crash of ours.
    void helper_withLittleMemory_failsAlone()
    {
        reading::ReadOptions options;
        options.helper.memoryBytes = 16 * 1024 * 1024;
        const QString outcome = outcomeOf(readOne(kRtf, u"a.rtf"_s, options));
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QCOMPARE(outcome, u"read"_s); // which no limit on addresses is set for
#else
        QCOMPARE(outcome, u"not-read reader-failed"_s);
#endif
    }

    void programs_ofPersons_doNotLinkRiskyParsers()
    {
        int looked = 0;
        for (const char *name : {"variorum", "variorum-console"}) {
            QFile program(QStringLiteral(VARIORUM_BINARY_DIR "/bin/") + QString::fromLatin1(name));
            if (!program.open(QIODevice::ReadOnly))
                continue;
            ++looked;
            const QByteArray bytes = program.readAll();
            QVERIFY2(!bytes.contains("libpoppler") && !bytes.contains("libzip.so"), name);
        }
        QFile helper(QStringLiteral(VARIORUM_BINARY_DIR "/bin/variorum-extract"));
        QVERIFY(helper.open(QIODevice::ReadOnly));
        QVERIFY(helper.readAll().contains("libpoppler")); // the search finds what is there
        if (looked == 0)
            QSKIP("neither program is built");
    }

    /// Odd PDFs that others have collected, named by VARIORUM_PDF_SAMPLES (a folder): each ends in time, whatever comes out.
    void readFile_collectedPdfs_allEnd()
    {
        const QString folder = qEnvironmentVariable("VARIORUM_PDF_SAMPLES");
        if (folder.isEmpty())
            QSKIP("VARIORUM_PDF_SAMPLES names no folder of PDFs");
        int read = 0;
        QDirIterator files(folder, {u"*.pdf"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QElapsedTimer clock;
            clock.start();
            const auto articles = reading::readFile({QFile::encodeName(path), QFileInfo(path).fileName(), 0, 0});
            qInfo("%s: %s, %lld characters, %lld ms", qPrintable(QFileInfo(path).fileName()), qPrintable(outcomesOf(articles)), static_cast<long long>(articles.front().text.size()), clock.elapsed());
            QVERIFY(!articles.empty());
            QVERIFY(articles.front().problems.empty() || articles.front().problems.front().code != base::ErrorCode::ReaderFailed);
            QVERIFY(articles.front().problems.empty() || articles.front().problems.front().code != base::ErrorCode::TimedOut);
            ++read;
        }
        QVERIFY(read > 0);
    }
};

QTEST_GUILESS_MAIN(WorkerTest)
#include "worker_test.moc"
