// Stands in for variorum-extract and fails in the way that its own name says (worker_test links to it by many names).

#include "reading/worker/draft_stream.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace variorum;

void listen()
{
    std::array<char, 65536> chunk{};
    while (::read(STDIN_FILENO, chunk.data(), chunk.size()) > 0) {
    }
}

void say(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t done = ::write(STDOUT_FILENO, bytes.data(), static_cast<size_t>(bytes.size()));
        if (done <= 0)
            std::_Exit(9);
        bytes = bytes.sliced(done);
    }
}

[[noreturn]] void wait()
{
    for (;;)
        ::pause();
}

} // namespace

int main(int, char **argv)
{
    std::string_view mode(argv[0]);
    mode.remove_prefix(mode.rfind('/') + 1);
    if (mode == "deaf-crash")
        ::kill(::getpid(), SIGSEGV);
    if (mode == "deaf-hang")
        wait();
    listen();
    reading::Draft draft;
    draft.blocks = {{model::BlockKind::Paragraph, QStringLiteral("Words")}};
    const QByteArray answer = reading::encodeDrafts({draft});
    if (mode == "crash")
        ::kill(::getpid(), SIGSEGV);
    if (mode == "abort")
        ::kill(::getpid(), SIGABRT);
    if (mode == "hang")
        wait();
    if (mode == "nonsense")
        say("%PDF-1.4 this is no answer");
    if (mode == "half")
        say(answer.first(answer.size() / 2));
    if (mode == "linger") {
        say(answer);
        wait();
    }
    if (mode == "exit") {
        say(answer);
        return 7;
    }
    if (mode == "spin") {
        const rlimit none{0, 1};
        ::setrlimit(RLIMIT_CPU, &none);
        std::atomic<unsigned> turns = 0;
        for (;;)
            ++turns;
    }
    while (mode == "flood")
        say(QByteArray(1024 * 1024, 'x'));
    return 0;
}
