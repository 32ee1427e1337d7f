#pragma once

#include <QStringView>

#include <algorithm>
#include <array>

namespace variorum::comparison {

template<size_t count>
[[nodiscard]] bool isOneOf(QStringView word, const std::array<QStringView, count> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace variorum::comparison
