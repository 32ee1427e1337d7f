#include "comparison/for_each.h"

#include <algorithm>

namespace variorum::comparison {

void forAll(const ForEach &forEach, int count, const std::function<void(int)> &task)
{
    if (forEach) {
        forEach(count, task, [](int) {});
        return;
    }
    for (int place = 0; place < count; ++place)
        task(place);
}

void forStretches(const ForEach &forEach, int count, const std::function<void(int begin, int end)> &task)
{
    constexpr int kStretch = 250;
    forAll(forEach, (count + kStretch - 1) / kStretch, [&](int stretch) { task(stretch * kStretch, std::min(count, (stretch + 1) * kStretch)); });
}

int partsOf(const ForEach &forEach, int count)
{
    constexpr int kParts = 16; // so that no thread waits long for the last one
    return forEach ? std::clamp(count, 1, kParts) : 1;
}

void forParts(const ForEach &forEach, int count, const std::function<void(int part, int begin, int end)> &task)
{
    const int parts = partsOf(forEach, count);
    const auto beginOf = [count, parts](int part) { return static_cast<int>(static_cast<long long>(count) * part / parts); };
    forAll(forEach, parts, [&](int part) { task(part, beginOf(part), beginOf(part + 1)); });
}

} // namespace variorum::comparison
