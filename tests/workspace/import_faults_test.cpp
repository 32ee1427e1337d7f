// Killed at random moments: `variorum import` and `variorum export`, as child processes of this program that run the very
// command. Whatever the moment: the library is whole, no article is half there, the person's work is all there, and the next
// import brings the rest, so that in the end nothing differs from an import that was never killed. An import is killed at one of
// its writes, drawn from all of them, so that each round is one: how quick the machine is changes nothing. VARIORUM_FAULTS=500
// makes the runs long.

#include "cli/cli.h"
#include "library/inspection.h"
#include "library/library.h"
#include "support/invented_news.h"
#include "tests/library/shim_vfs.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

#include <csignal>
#include <cstring>
#include <sys/wait.h>
#include <unistd.h>

using namespace variorum;
using library::Library;

namespace {

constexpr int kPages = 40;
constexpr char kKillAt[] = "VARIORUM_TEST_KILL_AT"; // the child ends at this write
constexpr char kCountInto[] = "VARIORUM_TEST_COUNT_INTO"; // or says here how many there were

int rounds()
{
    const int wanted = qEnvironmentVariableIntValue("VARIORUM_FAULTS");
    return wanted > 0 ? wanted : 20;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writePages(const QString &folder, std::uint64_t seed)
{
    const tests::InventedNews news(kPages, 4, seed);
    for (int place = 0; place < news.count(); ++place) {
        QFile file(QStringLiteral("%1/%2.html").arg(folder).arg(place));
        const QByteArray page = news.page(place);
        if (!file.open(QIODevice::WriteOnly) || file.write(page) != page.size())
            return false;
    }
    return true;
}

/// A process that runs the command.
class Child {
public:
    explicit Child(const QStringList &arguments, const char *variable = nullptr, const QByteArray &value = {})
    {
        std::vector<QByteArray> encoded{QFile::encodeName(QCoreApplication::applicationFilePath())};
        for (const QString &argument : arguments)
            encoded.push_back(QFile::encodeName(argument));
        std::vector<char *> pointers;
        for (QByteArray &argument : encoded)
            pointers.push_back(argument.data());
        pointers.push_back(nullptr);
        m_id = ::fork();
        if (m_id == 0) {
            if (variable)
                ::setenv(variable, value.constData(), 1);
            (void)!::freopen("/dev/null", "w", stdout);
            (void)!::freopen("/dev/null", "w", stderr);
            ::execv(pointers.front(), pointers.data());
            ::_exit(127);
        }
    }

    /// True: it was killed; false: it had ended, and then exitCode() is its own.
    bool killAfter(int microseconds)
    {
        ::usleep(static_cast<useconds_t>(microseconds));
        ::kill(m_id, SIGKILL);
        return !wait();
    }
    /// Has it ended by itself?
    bool wait()
    {
        int status = 0;
        ::waitpid(m_id, &status, 0);
        m_exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
        return WIFEXITED(status);
    }
    [[nodiscard]] int exitCode() const { return m_exitCode; }

private:
    pid_t m_id = -1;
    int m_exitCode = -1;
};

QString wrongWith(const QString &path)
{
    const auto report = library::checkLibrary(path);
    if (!report)
        return base::errorCodeName(report.error().code) + u' ' + report.error().detail;
    return report->findings.join(QStringLiteral("; "));
}

/// What two libraries of the same folder must agree in: rows by table, and every article as it was read.
QString contentsOf(const QString &path, const QString &folder)
{
    QStringList lines;
    const auto report = library::checkLibrary(path);
    if (!report)
        return base::errorCodeName(report.error().code);
    for (const auto &[table, rows] : report->counts) {
        if (!table.startsWith(QLatin1String("action")) && !table.startsWith(QLatin1String("work")))
            lines.append(table + u' ' + QString::number(rows));
    }
    const auto library = Library::open(path, {.maxPages = {}, .busyTimeoutMs = 2000, .access = library::Access::Read});
    const auto articles = library ? (*library)->articles(folder) : base::Result<std::vector<library::StoredArticle>>(library.error());
    if (!articles)
        return base::errorCodeName(articles.error().code);
    for (const library::StoredArticle &article : *articles)
        lines.append(article.asRead.path + u' ' + article.asRead.title.value_or(QString()) + u' ' + article.asRead.text + u' ' + QString::number(article.version));
    return lines.join(u'\n');
}

} // namespace

class ImportFaultsTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_pages;
    QTemporaryDir m_home;
    QString m_expected; // contents of a library whose import was never killed
    std::vector<QString> m_texts; // of its articles, by path and part
    int m_writes = 0; // of a whole import
    QString m_good;

    [[nodiscard]] QStringList importInto(const QString &path) const { return {QStringLiteral("import"), QStringLiteral("--library"), path, m_pages.path()}; }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(writePages(m_pages.path(), 11));
        m_good = m_home.filePath(QStringLiteral("good.vrm"));
        const QString counted = m_home.filePath(QStringLiteral("writes"));
        Child child(importInto(m_good), kCountInto, QFile::encodeName(counted));
        QVERIFY(child.wait());
        QCOMPARE(child.exitCode(), 0);
        m_writes = bytesOf(counted).toInt();
        QVERIFY(m_writes > 10 * kPages);
        m_expected = contentsOf(m_good, m_pages.path());
        QVERIFY(m_expected.contains(QLatin1String("claim ")));
        const auto library = Library::open(m_good);
        QVERIFY(library);
        const auto articles = (*library)->articles(m_pages.path());
        QCOMPARE(articles->size(), static_cast<size_t>(kPages));
        for (const library::StoredArticle &article : *articles)
            m_texts.push_back(article.asRead.text);
    }

    // [1]
    void import_killedAtRandomMoments_isTakenUpAgain()
    {
        QRandomGenerator random(7);
        const int count = rounds();
        int killed = 0;
        int inTheMiddle = 0;
        int finished = 0;
        int notes = 0;
        QString path;
        for (int round = 0; round < count; ++round) {
            if (round % 3 == 0) { // a new library; the others go on where they were killed
                path = m_home.filePath(QStringLiteral("killed%1.vrm").arg(round));
                notes = 0;
            }
            // The library that a killed one left may have little still to write: a sixth of it all, the sooner ones more often.
            const bool isNew = round % 3 == 0;
            Child child(importInto(path), kKillAt, QByteArray::number(1 + random.bounded(isNew ? m_writes * 9 / 10 : m_writes / 6)));
            const bool isKilled = !child.wait();
            QVERIFY2(isKilled || !isNew, qPrintable(QString::number(child.exitCode())));
            ++(isKilled ? killed : finished);
            if (!QFile::exists(path))
                continue; // before it began
            bool isBegun = false;
            {
                const auto library = Library::open(path);
                QVERIFY2(library, library ? "" : qPrintable(base::errorCodeName(library.error().code) + library.error().detail));
                const auto articles = (*library)->articles(m_pages.path());
                QVERIFY(articles);
                isBegun = !articles->empty();
                for (const library::StoredArticle &article : *articles)
                    QVERIFY(std::ranges::find(m_texts, article.asRead.text) != m_texts.end()); // all of it
                QCOMPARE((*library)->work()->size(), static_cast<size_t>(notes));
                if (!articles->empty()) {
                    const auto anchor = (*library)->anchorOf(articles->front().id, {.field = model::TextField::Text, .span = {0, 10}});
                    QVERIFY(anchor);
                    const model::WorkItem note{.kind = model::WorkKind::Note, .target = model::WorkTarget::Claim, .name = {}, .value = QString::number(round), .anchors = {*anchor}, .made = {}};
                    QVERIFY((*library)->doWork(QStringLiteral("note"), {{.id = {}, .item = note}}));
                    ++notes;
                }
            }
            QCOMPARE(wrongWith(path), QString());
            inTheMiddle += isBegun && contentsOf(path, m_pages.path()) != m_expected ? 1 : 0;
            if (round % 3 == 2 || round == count - 1) {
                Child last(importInto(path));
                QVERIFY2(last.wait(), qPrintable(QStringLiteral("round %1: ended by signal %2").arg(round).arg(-last.exitCode())));
                QCOMPARE(last.exitCode(), 0);
                QCOMPARE(contentsOf(path, m_pages.path()), m_expected);
                const auto library = Library::open(path);
                QCOMPARE((*library)->work()->size(), static_cast<size_t>(notes));
            }
        }
        qInfo("FAULTS variorum import killed | %d | %d of the libraries then held a part of it all; %d more had finished; nothing half there, no note lost, the next one brought the rest", killed, inTheMiddle, finished);
        QVERIFY(killed > count / 2);
        QVERIFY(inTheMiddle > count / 4);
    }

    void export_killedAtRandomMoments_leavesAllOrNothing()
    {
        const QString target = m_home.filePath(QStringLiteral("out.json"));
        const QStringList command{QStringLiteral("export"), QStringLiteral("-o"), target, m_good};
        QElapsedTimer timer;
        timer.start();
        Child whole(command);
        QVERIFY(whole.wait());
        QCOMPARE(whole.exitCode(), 0);
        const int time = static_cast<int>(timer.nsecsElapsed() / 1000);
        const QByteArray json = bytesOf(target);
        QVERIFY(QJsonDocument::fromJson(json).isObject());
        const QByteArray library = bytesOf(m_good);
        QRandomGenerator random(9);
        int killed = 0;
        int there = 0;
        const int count = rounds();
        int longest = time;
        for (int tried = 0; killed < count && tried < 20 * count; ++tried) {
            QFile::remove(target);
            Child child(command);
            const int moment = random.bounded(longest);
            const bool isKilled = child.killAfter(moment);
            killed += isKilled ? 1 : 0;
            longest = isKilled ? longest + longest / 50 : std::max(moment, time / 10); // as quick as the machine is now
            QVERIFY(bytesOf(m_good) == library);
            if (!QFile::exists(target))
                continue;
            ++there;
            QCOMPARE(bytesOf(target), json);
        }
        qInfo("FAULTS variorum export killed | %d | the file was there whole %d times, else not at all", killed, there);
        QCOMPARE(killed, count);
        QCOMPARE(wrongWith(m_good), QString());
    }
};

/// As the child: the command that was given.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 1 && (std::strcmp(argv[1], "import") == 0 || std::strcmp(argv[1], "export") == 0)) {
        tests::ShimVfs::install();
        if (qEnvironmentVariableIsSet(kKillAt))
            tests::ShimVfs::armKill(qEnvironmentVariableIntValue(kKillAt));
        else if (qEnvironmentVariableIsSet(kCountInto))
            tests::ShimVfs::armPower(std::numeric_limits<qint64>::max(), {});
        const int code = static_cast<int>(cli::run(cli::decodeArguments(argc, argv).mid(1), QStringLiteral(VARIORUM_RESOURCE_DIR)));
        QFile counted(qEnvironmentVariable(kCountInto));
        if (counted.open(QIODevice::WriteOnly))
            counted.write(QByteArray::number(tests::ShimVfs::powerCalls()));
        return code;
    }
    ImportFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "import_faults_test.moc"
