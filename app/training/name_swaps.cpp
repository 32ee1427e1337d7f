// "Bush flew to Delhi" with names of other sentences: "Perlman flew to Toulouse".

#include "training/name_swaps.h"

#include "language/name_labels.h"

#include <algorithm>

namespace variorum::training {

using language::NameLabels;

namespace {

constexpr size_t kLongest = 4;

bool isPlainName(const std::vector<QString> &forms, const NameLabels::Found &name)
{
    const auto begin = forms.begin() + name.first;
    const auto end = forms.begin() + name.end;
    return static_cast<size_t>(end - begin) <= kLongest && std::all_of(begin, end, [](const QString &form) {
        return form.size() > 1 && form.front().isUpper() && std::all_of(form.begin(), form.end(), [](QChar letter) { return letter.isLetter() || letter == u'.'; });
    });
}

std::vector<NameLabels::Found> plainNamesOf(const std::vector<QString> &forms, const std::vector<quint8> &labels)
{
    std::vector<NameLabels::Found> names;
    NameLabels::namesOf(labels, names);
    std::erase_if(names, [&](const NameLabels::Found &name) { return !isPlainName(forms, name); });
    return names;
}

} // namespace

void NameSwaps::collect(const NameSentence &sentence)
{
    for (const NameLabels::Found &name : plainNamesOf(sentence.forms, sentence.labels))
        m_names[{name.kind, static_cast<size_t>(name.end - name.first)}].emplace_back(sentence.forms.begin() + name.first, sentence.forms.begin() + name.end);
}

std::optional<TreeSentence> NameSwaps::swapped(const TreeSentence &sentence, const std::vector<quint8> &labels, Random &random) const
{
    std::optional<TreeSentence> result;
    for (const NameLabels::Found &name : plainNamesOf(sentence.forms, labels)) {
        const auto others = m_names.find({name.kind, static_cast<size_t>(name.end - name.first)});
        if (others == m_names.end())
            continue;
        if (!result)
            result = sentence;
        const std::vector<QString> &other = others->second[static_cast<size_t>(random.below(others->second.size()))];
        std::copy(other.begin(), other.end(), result->forms.begin() + name.first);
    }
    return result;
}

} // namespace variorum::training
