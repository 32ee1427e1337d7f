#include "model/universal_dependencies.h"

#include <array>
#include <string_view>

namespace variorum::model {

namespace {

// In the order of the enumerations.
constexpr std::array<const char *, kUposCount> kUposNames = {
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
};
constexpr std::array<const char *, kXposCount> kXposNames = {
    "_", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "$", "#", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW",
    "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$",
    "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$",
    "WRB", "XX",
};
constexpr std::array<const char *, kDeprelCount> kDeprelNames = {
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass",
    "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list",
    "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod",
    "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative",
    "xcomp",
};

/// Of every relation the one that its name holds before the colon.
constexpr std::array<Deprel, kDeprelCount> kMainTypes = [] {
    std::array<Deprel, kDeprelCount> mains{};
    for (size_t place = 0; place < mains.size(); ++place) {
        const std::string_view name = kDeprelNames[place];
        const std::string_view main = name.substr(0, name.find(':'));
        mains[place] = static_cast<Deprel>(place);
        for (size_t other = 0; other < mains.size(); ++other) {
            if (main == kDeprelNames[other])
                mains[place] = static_cast<Deprel>(other);
        }
    }
    return mains;
}();

template<typename Tag, size_t Count>
std::optional<Tag> find(const std::array<const char *, Count> &names, QStringView name)
{
    for (size_t place = 0; place < Count; ++place) {
        if (name == QLatin1String(names[place]))
            return static_cast<Tag>(place);
    }
    return std::nullopt;
}

} // namespace

QLatin1String toString(Upos tag) { return QLatin1String(kUposNames[static_cast<size_t>(tag)]); }
QLatin1String toString(Xpos tag) { return QLatin1String(kXposNames[static_cast<size_t>(tag)]); }
QLatin1String toString(Deprel relation) { return QLatin1String(kDeprelNames[static_cast<size_t>(relation)]); }

std::optional<Upos> uposFromString(QStringView name) { return find<Upos>(kUposNames, name); }
std::optional<Xpos> xposFromString(QStringView name) { return find<Xpos>(kXposNames, name); }

std::optional<Deprel> deprelFromString(QStringView name)
{
    if (const auto whole = find<Deprel>(kDeprelNames, name))
        return whole;
    const qsizetype colon = name.indexOf(u':');
    return colon < 0 ? std::nullopt : find<Deprel>(kDeprelNames, name.first(colon));
}

Deprel mainType(Deprel relation) { return kMainTypes[static_cast<size_t>(relation)]; }

} // namespace variorum::model
