// What the helper program gives up before it reads a byte, tried out in a process of its own.
#include "extract/confine.h"

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace variorum;

namespace {

constexpr int kNotConfined = 100;

/// The exit code of a child that confines itself and then does `action`; its signal as a negative number.
int confined(const std::function<int()> &action, extract::Limits limits = {1024LL * 1024 * 1024, 10})
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(extract::confine(limits) ? action() : kNotConfined);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

/// 0 where the call failed as it should, 1 where it was let through.
int refused(long result) { return result < 0 && errno == EPERM ? 0 : 1; }

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__linux__)
constexpr bool kHasFilter = false; // see confine.cpp
#else
constexpr bool kHasFilter = true;
#endif

} // namespace

class ConfineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void confine_readingAndComputing_goOn()
    {
        QCOMPARE(confined([] {
                     const int file = ::open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
                     char byte = 0;
                     return file >= 0 && ::read(file, &byte, 1) == 1 ? 0 : 1;
                 }),
                 0);
    }

    void confine_files_cannotBeWrittenOrChanged()
    {
        if (!kHasFilter)
            QSKIP("no filter in this build");
        const QTemporaryDir folder;
        const QByteArray path = QFile::encodeName(folder.filePath(QStringLiteral("kept.txt")));
        QFile file(QFile::decodeName(path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("kept") == 4);
        file.close();
        const QByteArray other = path + "2";
        QCOMPARE(confined([&] { return refused(::open(path.constData(), O_WRONLY)); }), 0);
        QCOMPARE(confined([&] { return refused(::open(path.constData(), O_RDWR)); }), 0);
        QCOMPARE(confined([&] { return refused(::open(path.constData(), O_RDONLY | O_TRUNC)); }), 0);
        QCOMPARE(confined([&] { return refused(::open(other.constData(), O_CREAT | O_WRONLY, 0600)); }), 0);
        QCOMPARE(confined([&] { return refused(::unlink(path.constData())); }), 0);
        QCOMPARE(confined([&] { return refused(::rename(path.constData(), other.constData())); }), 0);
        QCOMPARE(confined([&] { return refused(::truncate(path.constData(), 0)); }), 0);
        QCOMPARE(confined([&] { return refused(::chmod(path.constData(), 0)); }), 0);
        QCOMPARE(confined([&] { return refused(::mkdir(other.constData(), 0700)); }), 0);
        QCOMPARE(confined([&] { return refused(::symlink(path.constData(), other.constData())); }), 0);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("kept"));
    }

    void confine_networkAndProcesses_cannotBeReached()
    {
        if (!kHasFilter)
            QSKIP("no filter in this build");
        QCOMPARE(confined([] { return refused(::socket(AF_INET, SOCK_STREAM, 0)); }), 0);
        QCOMPARE(confined([] { return refused(::socket(AF_UNIX, SOCK_STREAM, 0)); }), 0);
        QCOMPARE(confined([] { return refused(::kill(::getppid(), 0)); }), 0);
        QCOMPARE(confined([] {
                     char program[] = "/bin/true";
                     char *const arguments[] = {program, nullptr};
                     return refused(::execv(program, arguments));
                 }),
                 0);
    }

    void confine_processes_cannotBeStarted()
    {
        if (!kHasFilter)
            QSKIP("no filter in this build");
        QCOMPARE(confined([] { return refused(::fork()); }), 0);
        QCOMPARE(confined([] {
                     int done = 0;
                     std::thread([&done] { done = 1; }).join();
                     return done == 1 ? 0 : 1;
                 }),
                 0);
    }

    void confine_memory_hasALimit()
    {
        if (!kHasFilter)
            QSKIP("no limit on addresses in this build");
        QCOMPARE(confined([] { return ::mmap(nullptr, size_t{2} << 30U, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED && errno == ENOMEM ? 0 : 1; }), 0);
    }

    void confine_processorTime_hasALimit()
    {
        QCOMPARE(confined(
                     [] {
                         std::atomic<unsigned> turns = 0;
                         for (;;)
                             ++turns;
                         return 0;
                     },
                     {1024LL * 1024 * 1024, 1}),
                 -SIGXCPU);
    }
};

QTEST_GUILESS_MAIN(ConfineTest)
#include "confine_test.moc"
