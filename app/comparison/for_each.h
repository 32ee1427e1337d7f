#pragma once

#include <functional>

namespace variorum::comparison {

/// As ComparisonHelp::forEach.
using ForEach = std::function<void(int count, const std::function<void(int)> &task, const std::function<void(int)> &tell)>;

/// Runs the task for all of `count`, by `forEach` where there is one.
void forAll(const ForEach &forEach, int count, const std::function<void(int)> &task);

/// The same for stretches of some hundred, for tasks too small to be handed out one by one.
void forStretches(const ForEach &forEach, int count, const std::function<void(int begin, int end)> &task);

/// The same for a few stretches, for tasks of some weight: how many there are; one where there is no `forEach`.
[[nodiscard]] int partsOf(const ForEach &forEach, int count);
void forParts(const ForEach &forEach, int count, const std::function<void(int part, int begin, int end)> &task);

} // namespace variorum::comparison
