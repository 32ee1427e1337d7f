// variorum-extract --limits MEMORY SECONDS: the application's helper (app/reading/worker). Takes one file on stdin, gives
// what its reader made of it on stdout. No person calls it; `variorum read FILE` does the same and prints it.

#include "extract/confine.h"
#include "reading/reader.h"
#include "reading/risky/risky_readers.h"
#include "reading/worker/draft_stream.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <new>
#include <optional>
#include <string_view>
#include <unistd.h>

namespace {

using namespace variorum;

// Keep in step with app/reading/worker/run_helper.cpp.
constexpr int kUsage = 2;
constexpr int kOutOfMemory = 3;
constexpr int kBroken = 4;

std::optional<uint64_t> number(const char *text)
{
    uint64_t value = 0;
    const char *end = text + std::strlen(text);
    const auto [rest, error] = std::from_chars(text, end, value);
    return error == std::errc() && rest == end ? std::optional(value) : std::nullopt;
}

std::optional<extract::Limits> limitsFrom(int argc, char **argv)
{
    if (argc != 4 || std::string_view(argv[1]) != "--limits")
        return std::nullopt;
    const auto memory = number(argv[2]);
    const auto seconds = number(argv[3]);
    return memory && seconds ? std::optional(extract::Limits{*memory, *seconds}) : std::nullopt;
}

std::optional<QByteArray> readInput()
{
    constexpr size_t kChunk = 1024 * 1024;
    QByteArray bytes;
    for (;;) {
        const qsizetype before = bytes.size();
        bytes.resize(before + static_cast<qsizetype>(kChunk));
        const ssize_t got = ::read(STDIN_FILENO, bytes.data() + before, kChunk);
        bytes.truncate(before + std::max<ssize_t>(got, 0));
        if (got == 0)
            return bytes;
        if (got < 0 && errno != EINTR)
            return std::nullopt;
    }
}

bool writeOutput(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t done = ::write(STDOUT_FILENO, bytes.data(), static_cast<size_t>(bytes.size()));
        if (done < 0 && errno != EINTR)
            return false;
        bytes = bytes.sliced(std::max<ssize_t>(done, 0));
    }
    return true;
}

int extractDrafts()
{
    const std::optional<QByteArray> input = readInput();
    const auto request = input ? reading::decodeRequest(*input) : std::nullopt;
    if (!request)
        return kBroken;
    reading::Budget budget;
    const auto drafts = reading::readWith(reading::risky::allReaders(), QByteArrayView(*input).sliced(request->headerBytes), request->name, 0, &budget, request->charset);
    return writeOutput(reading::encodeDrafts(drafts)) ? 0 : kBroken;
}

} // namespace

int main(int argc, char **argv)
{
    const auto limits = limitsFrom(argc, argv);
    if (!limits) {
        std::fputs("variorum-extract is a part of variorum and is started by it. See: variorum read --help\n", stderr);
        return kUsage;
    }
    std::set_new_handler([] { ::_exit(kOutOfMemory); });
    if (!extract::confine(*limits))
        return kBroken;
    // Not by return: there is nothing to tidy up in a process that ends, and libraries' farewells cost time.
    ::_exit(extractDrafts());
}
