#pragma once

#include "model/comparison.h"

namespace variorum::test {

/// A comparison made by hand, as the engine would leave it: four invented outlets on an invented ferry accident and a
/// fifth file that could not be read; one story, eight claims, six divergences of every severity. Every span stands
/// on the words it speaks of; one text holds a character outside the basic plane.
///
///     articles    1 courier-early.html     Northgate Courier, 17 May 2024 09:40, Meridian Press copy
///                 2 daily-lantern.md       Daily Lantern, 18 May 2024
///                 3 island-radio.txt       Island Radio News, 17 May 2024 12:15, cites Meridian Press
///                 4 merrin-post.html       The Merrin Post, 17 May 2024 18:05, updated 20:30
///                 5 photo-scan.txt         not read: binary
///     claims      1 injured 2 struck 3 on board 4 speed 5 "too fast" 6 taken off 7 inquiry 8 a dog
///     divergences 1 injured: rising toll   2 injured: the Lantern against itself   3 on board   4 speed
///                 5 the harbour master's words   6 whether an inquiry is open
[[nodiscard]] model::Comparison sampleComparison();

/// The same with its stories, articles, claims and divergences repeated under new ids and paths, for measuring.
[[nodiscard]] model::Comparison repeatedSample(int times);

} // namespace variorum::test
