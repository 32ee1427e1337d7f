#pragma once

#include <QLatin1String>
#include <QStringView>
#include <QtGlobal>
#include <optional>

// The tag sets of Universal Dependencies v2 as the English treebanks (EWT, GUM) use them.

namespace variorum::model {

/// Universal part-of-speech tags, https://universaldependencies.org/u/pos/
enum class Upos : quint8 {
    Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb, X,
};

/// Penn Treebank tags as UD English has them in its fifth column. "PrpS" is PRP$, "WpS" is WP$.
enum class Xpos : quint8 {
    None, Comma, Period, Colon, OpenQuote, CloseQuote, Lrb, Rrb, Dollar, Hash, Add, Afx, Cc, Cd, Dt, Ex, Fw, Gw,
    Hyph, In, Jj, Jjr, Jjs, Ls, Md, Nfp, Nn, Nnp, Nnps, Nns, Pdt, Pos, Prp, PrpS, Rb, Rbr, Rbs, Rp, Sym, To, Uh,
    Vb, Vbd, Vbg, Vbn, Vbp, Vbz, Wdt, Wp, WpS, Wrb, Xx,
};

/// Dependency relations, https://universaldependencies.org/en/dep/ ; "NsubjPass" is nsubj:pass.
enum class Deprel : quint8 {
    Acl, AclRelcl, Advcl, AdvclRelcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, CcPreconj, Ccomp, Compound,
    CompoundPrt, Conj, Cop, Csubj, CsubjOuter, CsubjPass, Dep, Det, DetPredet, Discourse, Dislocated, Expl,
    Fixed, Flat, Goeswith, Iobj, List, Mark, Nmod, NmodDesc, NmodPoss, NmodUnmarked, Nsubj, NsubjOuter,
    NsubjPass, Nummod, Obj, Obl, OblAgent, OblUnmarked, Orphan, Parataxis, Punct, Reparandum, Root, Vocative,
    Xcomp,
};

inline constexpr int kUposCount = 17;
inline constexpr int kXposCount = 52;
inline constexpr int kDeprelCount = 51;

/// The tag as CoNLL-U writes it.
[[nodiscard]] QLatin1String toString(Upos tag);
[[nodiscard]] QLatin1String toString(Xpos tag);
[[nodiscard]] QLatin1String toString(Deprel relation);

/// Nothing where the name is not of the set. A relation with an unknown subtype is read as its main type.
[[nodiscard]] std::optional<Upos> uposFromString(QStringView name);
[[nodiscard]] std::optional<Xpos> xposFromString(QStringView name);
[[nodiscard]] std::optional<Deprel> deprelFromString(QStringView name);

/// The relation without its subtype: mainType(NsubjPass) == Nsubj.
[[nodiscard]] Deprel mainType(Deprel relation);

} // namespace variorum::model
