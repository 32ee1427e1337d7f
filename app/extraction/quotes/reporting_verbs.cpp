// Recognises reporting verbs. Without tags the form must be one that a noun does not share: "said" and "reported"
// report, "report" and "states" alone do not.

#include "extraction/quotes/reporting_verbs.h"

namespace variorum::extraction {

namespace {

QStringList possibleLemmas(const QString &form)
{
    static constexpr std::pair<const char *, const char *> kIrregular[] = {{"said", "say"}, {"told", "tell"}, {"wrote", "write"}, {"thought", "think"},
        {"knew", "know"}, {"felt", "feel"}, {"found", "find"}, {"swore", "swear"}, {"denied", "deny"}, {"replied", "reply"}, {"cried", "cry"}, {"says", "say"},
        {"testified", "testify"}, {"clarified", "clarify"}, {"admitted", "admit"}, {"quipped", "quip"}, {"begged", "beg"}, {"lying", "lie"}};
    for (const auto &[past, lemma] : kIrregular) {
        if (form == QLatin1String(past))
            return {QLatin1String(lemma)};
    }
    if (form.size() > 4 && form.endsWith(QLatin1String("ed")))
        return {form.chopped(2), form.chopped(1)};
    if (form.size() > 5 && form.endsWith(QLatin1String("ing")))
        return {form.chopped(3), form.chopped(3) + QLatin1Char('e')};
    return {};
}

} // namespace

std::optional<ReportingVerb> reportingVerb(const model::AnnotatedText &text, int token, const language::WordLists &lists)
{
    const model::Token &word = text.tokens[static_cast<size_t>(token)];
    const bool isTagged = word.upos != model::Upos::X;
    if (isTagged && word.upos != model::Upos::Verb)
        return std::nullopt;
    const model::Deprel relation = model::mainType(word.deprel);
    if (isTagged && word.xpos == model::Xpos::Vbn && (relation == model::Deprel::Acl || relation == model::Deprel::Amod) && word.deprel != model::Deprel::AclRelcl)
        return std::nullopt; // "a user called X", "the reported deal"
    if (token > 0 && text.form(token - 1) == QLatin1String("-") && !text.tokens[static_cast<size_t>(token) - 1].spaceAfter)
        return std::nullopt; // "so-called"
    const QStringList lemmas = isTagged ? QStringList{text.lemma(word).toString().toLower()} : possibleLemmas(text.form(word).toString().toLower());
    for (const QString &lemma : lemmas) {
        if (const auto columns = lists.columns(u"reporting_verbs", lemma); columns && columns->size() >= 2)
            return ReportingVerb{lemma, columns->at(1)};
    }
    return std::nullopt;
}

} // namespace variorum::extraction
