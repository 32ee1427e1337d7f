// Puts every seed of a folder through a fuzz target's door without a fuzzer: whole, doubled, cut at eight places, and
// with one bit turned at eight places. Same seeds, same inputs, on every machine; a sanitizer build sees more.
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QtGlobal>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

/// The seed and what is made of it.
std::vector<QByteArray> inputsOf(const QByteArray &seed)
{
    constexpr qsizetype kPlaces = 8;
    std::vector<QByteArray> inputs{seed, seed + seed};
    for (qsizetype place = 0; place < kPlaces && !seed.isEmpty(); ++place) {
        const qsizetype at = seed.size() * place / kPlaces;
        inputs.push_back(seed.left(at));
        QByteArray turned = seed;
        turned[at] = static_cast<char>(static_cast<unsigned char>(turned[at]) ^ (1U << static_cast<unsigned>(place)));
        inputs.push_back(turned);
    }
    return inputs;
}

void feed(const QByteArray &input)
{
    // A copy of exactly this size, so that the address sanitizer sees a read past its end (a QByteArray ends in a zero).
    const std::vector<uint8_t> copy(input.begin(), input.end());
    LLVMFuzzerTestOneInput(copy.data(), copy.size());
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: %s SEEDS\n", argv[0]);
        return 2;
    }
    const QDir folder(QFile::decodeName(argv[1]));
    size_t fed = 0;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "cannot read %s\n", qPrintable(file.fileName()));
            return 1;
        }
        for (const QByteArray &input : inputsOf(file.readAll())) {
            feed(input);
            ++fed;
        }
    }
    std::printf("%zu inputs\n", fed);
    return fed > 0 ? 0 : 1;
}
