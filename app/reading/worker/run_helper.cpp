// One helper process a file. It is started with posix_spawn and not QProcess, which wants an event loop's thread and
// import has none; over one socket pair for both directions, since a write to a socket whose other end has died can be
// told not to raise SIGPIPE, and a write to a pipe cannot. The helper sets its limits itself before it reads a byte
// (app/extract); the time on the wall and the size of its answer are watched here.
//
//     parent                                   variorum-extract --limits MEMORY SECONDS
//     name, bytes, end of stream          ->   stdin
//     drafts, end mark, end of process    <-   stdout

#include "reading/worker/run_helper.h"

#include "reading/worker/draft_stream.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

constexpr qsizetype kMostAnswerBytes = 256LL * 1024 * 1024;
constexpr int kPollMs = 50;
constexpr int kOutOfMemory = 3; // keep in step with app/extract/main.cpp

base::Error readerFailed(const QString &detail) { return {base::ErrorCode::ReaderFailed, {}, detail}; }
base::Error systemFailed(int number) { return readerFailed(QString::fromLocal8Bit(std::strerror(number))); }

std::vector<Draft> failed(base::Error error)
{
    Draft draft;
    draft.failure = std::move(error);
    return {draft};
}

/// The attributes and actions of posix_spawn, freed.
class SpawnPlan {
public:
    explicit SpawnPlan(int socket)
    {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#ifdef __GLIBC__
        posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1); // nothing else of ours is open in it
#endif
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setpgroup(&attributes, 0); // Ctrl+C in a terminal is for the program, which then ends the helper
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnPlan()
    {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnPlan(const SpawnPlan &) = delete;
    SpawnPlan &operator=(const SpawnPlan &) = delete;

    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
};

/// A running helper and our end of its socket; killed and waited for when it goes.
class Helper {
public:
    Helper() = default;
    ~Helper()
    {
        if (m_process > 0 && !m_status) {
            ::kill(m_process, SIGKILL);
            while (::waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) {
            }
        }
        closeEnd(m_socket);
    }
    Helper(const Helper &) = delete;
    Helper &operator=(const Helper &) = delete;

    [[nodiscard]] std::optional<base::Error> start(const QByteArray &program, const HelperOptions &options)
    {
        std::array<int, 2> ends{-1, -1};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            return systemFailed(errno);
        m_socket = ends[0];
        ::fcntl(m_socket, F_SETFL, ::fcntl(m_socket, F_GETFL) | O_NONBLOCK);
        std::string path = program.toStdString();
        std::string flag = "--limits";
        std::string memory = std::to_string(options.memoryBytes);
        std::string seconds = std::to_string(options.processorSeconds);
        std::array<char *, 5> arguments{path.data(), flag.data(), memory.data(), seconds.data(), nullptr};
        // Hardly an environment: nothing in ours may change what is read.
        std::string locale = "LC_ALL=C.UTF-8";
        const char *folders = std::getenv("LD_LIBRARY_PATH");
        std::string libraries = folders ? "LD_LIBRARY_PATH=" + std::string(folders) : std::string();
        std::array<char *, 3> environment{locale.data(), folders ? libraries.data() : nullptr, nullptr};
        const SpawnPlan plan(ends[1]);
        const int error = ::posix_spawn(&m_process, path.c_str(), &plan.actions, &plan.attributes, arguments.data(), environment.data());
        closeEnd(ends[1]);
        if (error == 0)
            return std::nullopt;
        m_process = 0;
        return error == ENOENT || error == EACCES ? base::Error{base::ErrorCode::ResourceMissing, {}, QString::fromLocal8Bit(program)} : systemFailed(error);
    }

    [[nodiscard]] int socket() const { return m_socket; }

    /// Its status once it has ended; absent while it runs.
    [[nodiscard]] std::optional<int> status()
    {
        int status = 0;
        if (!m_status && ::waitpid(m_process, &status, WNOHANG) == m_process)
            m_status = status;
        return m_status;
    }

private:
    static void closeEnd(int end)
    {
        if (end >= 0)
            ::close(end);
    }

    pid_t m_process = 0;
    int m_socket = -1;
    std::optional<int> m_status;
};

/// Hands the request over and takes the answer, both as the socket allows.
class Exchange {
public:
    Exchange(Helper &helper, QByteArrayView header, QByteArrayView bytes, int wallMs, std::stop_token stop)
        : m_helper(helper)
        , m_pieces{header, bytes}
        , m_end(Clock::now() + std::chrono::milliseconds(wallMs))
        , m_stop(std::move(stop))
    {
    }

    /// Runs until the helper has ended. Nothing where all went well.
    [[nodiscard]] std::optional<base::Error> run()
    {
        while (!m_hasEnded) {
            if (auto over = timeIsOver())
                return over;
            pollfd watched{m_helper.socket(), static_cast<short>(m_isSent ? POLLIN : POLLIN | POLLOUT), 0};
            const int ready = ::poll(&watched, 1, kPollMs);
            if (ready < 0 && errno != EINTR)
                return systemFailed(errno);
            if (ready <= 0)
                continue;
            if (watched.revents & (POLLIN | POLLHUP | POLLERR))
                receive();
            else if (watched.revents & POLLOUT)
                send();
            if (m_answer.size() > kMostAnswerBytes)
                return base::Error{base::ErrorCode::TooLarge, {}, u"more than %1 MB of text"_s.arg(kMostAnswerBytes / (1024 * 1024))};
        }
        return awaitEnd();
    }

    [[nodiscard]] const QByteArray &answer() const { return m_answer; }

private:
    [[nodiscard]] std::optional<base::Error> timeIsOver() const
    {
        if (m_stop.stop_requested())
            return base::Error{base::ErrorCode::Cancelled, {}, {}};
        if (Clock::now() >= m_end)
            return base::Error{base::ErrorCode::TimedOut, {}, {}};
        return std::nullopt;
    }

    void receive()
    {
        constexpr size_t kChunk = 64 * 1024;
        std::array<char, kChunk> chunk{};
        const ssize_t got = ::recv(m_helper.socket(), chunk.data(), chunk.size(), 0);
        if (got > 0)
            m_answer.append(chunk.data(), got);
        else if (got == 0 || (errno != EAGAIN && errno != EINTR))
            m_hasEnded = true;
    }

    void send()
    {
        while (!m_pieces.front().isEmpty() || !m_pieces.back().isEmpty()) {
            QByteArrayView &piece = m_pieces.front().isEmpty() ? m_pieces.back() : m_pieces.front();
            constexpr qsizetype kChunk = 256 * 1024;
            const ssize_t done = ::send(m_helper.socket(), piece.data(), static_cast<size_t>(std::min(kChunk, piece.size())), MSG_NOSIGNAL);
            if (done < 0 && errno == EINTR)
                continue;
            if (done < 0 && errno == EAGAIN)
                return;
            if (done < 0) { // it does not listen any more; what it says counts all the same
                m_isSent = true;
                return;
            }
            piece = piece.sliced(done);
        }
        ::shutdown(m_helper.socket(), SHUT_WR);
        m_isSent = true;
    }

    /// The socket's end comes a moment before the process's.
    [[nodiscard]] std::optional<base::Error> awaitEnd()
    {
        while (!m_helper.status()) {
            if (auto over = timeIsOver())
                return over;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        const int status = *m_helper.status();
        if (WIFSIGNALED(status)) {
            const int signal = WTERMSIG(status);
            if (signal == SIGXCPU || signal == SIGKILL) // the limit on processor time, soft and hard
                return base::Error{base::ErrorCode::TimedOut, {}, {}};
            return readerFailed(u"signal %1"_s.arg(signal));
        }
        if (WEXITSTATUS(status) == kOutOfMemory)
            return readerFailed(u"it needed too much memory"_s);
        if (WEXITSTATUS(status) != 0)
            return readerFailed(u"exit code %1"_s.arg(WEXITSTATUS(status)));
        return std::nullopt;
    }

    Helper &m_helper;
    std::array<QByteArrayView, 2> m_pieces; // what is still to be sent
    Clock::time_point m_end;
    std::stop_token m_stop;
    QByteArray m_answer;
    bool m_isSent = false;
    bool m_hasEnded = false;
};

} // namespace

QByteArray helperProgram()
{
    // Not QCoreApplication::applicationDirPath(), whose first call may not come from two threads at once.
    std::array<char, 4096> target{};
    const ssize_t size = ::readlink("/proc/self/exe", target.data(), target.size());
    const QByteArray own(target.data(), std::max<ssize_t>(size, 0));
    const QByteArray folder = own.left(std::max<qsizetype>(own.lastIndexOf('/'), 0));
    const std::array places{folder + "/variorum-extract", folder + "/../libexec/variorum/variorum-extract", folder + "/../bin/variorum-extract"};
    const auto found = std::find_if(places.begin(), places.end(), [](const QByteArray &place) { return ::access(place.constData(), X_OK) == 0; });
    return found == places.end() ? places.front() : *found;
}

std::vector<Draft> readWithHelper(QByteArrayView bytes, const QString &name, const QByteArray &charset, const HelperOptions &options, std::stop_token stop)
{
    const QByteArray header = encodeRequest(name, charset);
    Helper helper;
    if (auto error = helper.start(options.program.isEmpty() ? helperProgram() : options.program, options)) {
        if (error->code == base::ErrorCode::ResourceMissing)
            error->path = u"variorum-extract (%1)"_s.arg(name);
        return failed(std::move(*error));
    }
    Exchange exchange(helper, header, bytes, options.wallMs, std::move(stop));
    if (auto error = exchange.run())
        return failed(std::move(*error));
    auto drafts = decodeDrafts(exchange.answer());
    return drafts ? std::move(*drafts) : failed(readerFailed(u"its answer was not understood"_s));
}

} // namespace variorum::reading
