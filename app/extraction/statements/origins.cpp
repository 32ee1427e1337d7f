// Who an article has a clause from.
//
//     Two men were rescued, a nurse said, Reuters reported on Monday, citing a source.   -> {source, Reuters} after {nurse}
//     The bridge is closed, according to police.                                          -> {police}
//
// The frames of a clause are walked from the inside outwards. Each gives the source that it cites, its subject, and
// whom it is according to. A pronoun gives the entity it was resolved to, or nothing: "he said" without a name is no
// origin that a reader could follow.

#include "extraction/statements/origins.h"

#include "model/names.h"

#include <algorithm>

namespace variorum::extraction {

namespace {

using model::Deprel;
using model::EntityKind;
using model::Origin;
using model::OriginKind;
using model::Upos;

class OriginFinder {
public:
    OriginFinder(const Clause &clause, const std::vector<Clause> &clauses, const SentenceTree &tree, const FieldContext &context)
        : m_clause(clause), m_clauses(clauses), m_tree(tree), m_context(context)
    {
    }

    std::vector<Origin> find()
    {
        addAttributions(m_clause);
        addPossessor();
        for (const int place : m_clause.frames) {
            const Clause &frame = m_clauses[static_cast<size_t>(place)];
            addCited(place);
            addSubject(frame);
            addAttributions(frame);
        }
        addAbove();
        addAroundSentence();
        addEstimator();
        addReportBehind();
        addHeadlineTag();
        return std::move(m_found);
    }

private:
    void add(int phraseHead)
    {
        std::optional<Origin> origin = originAt(phraseHead);
        if (!origin)
            return;
        const bool isKnown = std::any_of(m_found.begin(), m_found.end(), [&](const Origin &other) { return other.name == origin->name || (origin->entity && other.entity == origin->entity); });
        if (!isKnown)
            m_found.push_back(*origin);
        for (const int other : m_tree.childrenOf(phraseHead, {Deprel::Conj}))
            add(other);
    }

    void addSubject(const Clause &frame)
    {
        if (m_tree.child(frame.content(), {Deprel::Expl}) || m_tree.child(frame.head, {Deprel::Expl}))
            return;
        if (isPassive(frame, m_tree)) {
            for (const int agent : m_tree.childrenOf(frame.content(), {Deprel::OblAgent, Deprel::Obl})) {
                if (m_tree.preposition(agent) == QLatin1String("by"))
                    add(agent);
            }
            return;
        }
        if (const auto subject = subjectOf(frame, m_clauses, m_tree))
            add(*subject);
    }

    /// "citing an unnamed source", hanging on the frame or on the clause itself
    void addCited(int framePlace)
    {
        for (const Clause &other : m_clauses) {
            const QString lemma = m_tree.lemma(other.head);
            const bool isCiting = other.isFrame && other.kind == ClauseKind::Adverbial && (lemma == QLatin1String("cite") || lemma == QLatin1String("quote"));
            // Read as hanging on the report ("X said, citing Y"), or beside it on what is reported.
            const Clause &frame = m_clauses[static_cast<size_t>(framePlace)];
            const bool isBeside = frame.kind == ClauseKind::Aside && frame.parent == other.parent && other.head > frame.head;
            if (!isCiting || (other.parent != framePlace && !isBeside))
                continue;
            if (const auto source = m_tree.child(other.head, {Deprel::Obj}))
                add(*source);
        }
    }

    void addAttributions(const Clause &clause)
    {
        for (const int verb : clause.chain) {
            for (const int below : m_tree.children(verb))
                addAttribution(below);
        }
        for (const int index : m_tree.subtree(clause.head)) {
            if (m_tree.isOneOf(index, {Deprel::Nmod, Deprel::Obl}) && belongsTo(index, clause))
                addAttribution(index);
        }
    }

    bool belongsTo(int index, const Clause &clause) const
    {
        return std::none_of(m_clauses.begin(), m_clauses.end(), [&](const Clause &other) {
            return other.head != clause.head && m_tree.isWithin(other.head, clause.head) && m_tree.isWithin(index, other.head);
        });
    }

    void addAttribution(int phraseHead)
    {
        if (!isAttribution(m_tree, phraseHead, m_context.lists()))
            return;
        if (m_tree.form(phraseHead).toString().toLower() == QLatin1String("according")) {
            if (const auto below = m_tree.child(phraseHead, {Deprel::Obl, Deprel::Nmod, Deprel::Obj, Deprel::Dep, Deprel::Fixed}))
                add(*below);
            return;
        }
        add(phraseHead);
    }

    /// "its belief that ...", "expressed concern that ...": whose belief it is
    void addPossessor()
    {
        const auto noun = m_tree.head(m_clause.head);
        if (m_clause.kind != ClauseKind::Complement || !noun || m_tree.upos(*noun) != Upos::Noun || !m_context.lists().contains(u"frame_nouns", m_tree.lemma(*noun)))
            return;
        if (const auto owner = m_tree.child(*noun, {Deprel::NmodPoss}); owner && m_tree.upos(*owner) != Upos::Pron) {
            add(*owner);
            return;
        }
        const auto source = std::find_if(m_tree.children(*noun).begin(), m_tree.children(*noun).end(), [&](int below) { return m_tree.preposition(below) == QLatin1String("from") || m_tree.preposition(below) == QLatin1String("by"); });
        if (source != m_tree.children(*noun).end()) {
            add(*source);
            return;
        }
        if (m_tree.isOneOf(*noun, {Deprel::Obj}) && m_clause.parent) {
            if (const auto subject = subjectOf(m_clauses[static_cast<size_t>(*m_clause.parent)], m_clauses, m_tree))
                add(*subject);
        }
    }

    /// A phrase "according to ..." of the clause above counts for what hangs on it.
    void addAbove()
    {
        std::optional<int> place = m_clause.parent;
        for (int step = 0; place && step < 4; ++step) {
            const Clause &above = m_clauses[static_cast<size_t>(*place)];
            if (std::find(m_clause.frames.begin(), m_clause.frames.end(), *place) == m_clause.frames.end())
                addAttributions(above);
            place = above.parent;
        }
    }

    /// "According to X" that opens or closes the sentence speaks of all of it, wherever the tree hangs it.
    void addAroundSentence()
    {
        for (int index = m_tree.firstToken(); index < m_tree.endToken(); ++index) {
            if (!m_tree.isOneOf(index, {Deprel::Obl, Deprel::Nmod, Deprel::Advcl}) || !isAttribution(m_tree, index, m_context.lists()))
                continue;
            const std::vector<int> words = m_tree.subtree(index);
            int last = m_tree.endToken() - 1;
            while (last > words.back() && m_tree.isPunctuation(last))
                --last;
            if (last <= words.back() || words.front() == m_tree.firstToken())
                addAttribution(index);
        }
    }

    /// "Prosecutors put the loss at 412 million": it is they who say so.
    void addEstimator()
    {
        static const QStringList kEstimating{QStringLiteral("put"), QStringLiteral("estimate"), QStringLiteral("reckon"), QStringLiteral("assess"), QStringLiteral("value"), QStringLiteral("peg")};
        const int verb = m_clause.content();
        if (!kEstimating.contains(m_tree.lemma(verb)) || isPassive(m_clause, m_tree) || !m_tree.child(verb, {Deprel::Obj}))
            return;
        const std::vector<int> words = m_tree.subtree(verb);
        const bool hasNumber = std::any_of(words.begin(), words.end(), [this](int index) { // not "put 400 workers at risk"
            return index > m_tree.firstToken() && m_tree.upos(index) == Upos::Num && m_tree.form(index - 1).compare(u"at", Qt::CaseInsensitive) == 0;
        });
        const auto subject = hasNumber ? subjectOf(m_clause, m_clauses, m_tree) : std::nullopt;
        if (subject)
            add(*subject);
    }

    /// "All of them are safe, the Post reported.": behind the last comma, however the tree reads what stands before it.
    void addReportBehind()
    {
        int last = m_tree.endToken() - 1;
        while (last > m_tree.firstToken() && m_tree.isPunctuation(last))
            --last;
        const QString kind = m_context.lists().columns(u"reporting_verbs", m_tree.lemma(last)).value_or(QStringList()).value(1);
        const bool isReport = (kind == QLatin1String("speech") || kind == QLatin1String("writing")) && (m_tree.token(last).xpos == model::Xpos::Vbd || m_tree.token(last).xpos == model::Xpos::Vbz);
        if (!isReport || std::find(m_clause.chain.begin(), m_clause.chain.end(), last) != m_clause.chain.end())
            return;
        int first = last - 1;
        while (first > m_tree.firstToken() && !m_tree.isPunctuation(first) && m_tree.upos(first) != Upos::Verb)
            --first;
        const bool isName = last - 1 > first && m_context.entityAt(last - 1) && !m_context.mentionAt(last - 1)->isPronoun;
        constexpr int kLongest = 6; // words of a source
        if (m_tree.form(first) == u"," && isName && last - first <= kLongest && m_tree.head(last - 1).value_or(last) == last)
            add(last - 1);
    }

    /// "Two hurt in ferry fire: police"
    void addHeadlineTag()
    {
        if (m_context.field() != model::TextField::Title)
            return;
        for (int index = m_tree.firstToken() + 2; index < m_tree.endToken(); ++index) {
            if (m_tree.form(index) != u":" || m_tree.endToken() - index > 5 || index + 1 >= m_tree.endToken())
                continue;
            const int last = m_tree.endToken() - 1;
            if (m_context.lists().contains(u"origin_nouns", m_tree.lemma(last)) || m_context.entityAt(last))
                add(last);
        }
    }

    std::optional<Origin> originAt(int phraseHead) const
    {
        int head = phraseHead;
        std::optional<base::EntityId> entity = m_context.entityAt(head);
        if (!entity || m_tree.upos(head) == Upos::Adj) {
            // "the broadcaster YTN", "his uncle, Song": the name beside the noun
            for (const int below : m_tree.childrenOf(head, {Deprel::Appos, Deprel::Flat, Deprel::Compound, Deprel::NmodDesc})) {
                if (below > head && m_context.entityAt(below) && !m_context.mentionAt(below)->isPronoun) {
                    head = below;
                    entity = m_context.entityAt(below);
                    break;
                }
            }
        }
        if (entity)
            return ofEntity(*entity, head);
        if (const auto name = nameBehind(phraseHead))
            return ofEntity(*m_context.entityAt(*name), *name);
        if (m_tree.upos(head) == Upos::Pron || m_tree.upos(head) == Upos::Punct || m_tree.upos(head) == Upos::Verb)
            return std::nullopt;
        return ofNoun(head);
    }

    /// "their teacher, Elin Torvald,": the person whom the noun before the comma describes, wherever the tree hangs her.
    std::optional<int> nameBehind(int noun) const
    {
        const int name = noun + 2;
        if (m_tree.upos(noun) != Upos::Noun || name >= m_tree.endToken() || m_tree.form(noun + 1) != u"," || !m_context.entityAt(name) || m_context.mentionAt(name)->isPronoun)
            return std::nullopt;
        const bool isPerson = m_context.entity(*m_context.entityAt(name)).kind == EntityKind::Person;
        const SentenceTree::Range words = tokensAt(m_context.text(), m_context.mentionAt(name)->place.span);
        const bool isClosed = words.end >= m_tree.endToken() || !m_tree.form(words.end).front().isLetterOrNumber() || m_tree.upos(words.end) == Upos::Verb;
        return isPerson && isClosed && words.first == name ? std::optional(name) : std::nullopt;
    }

    Origin ofEntity(base::EntityId id, int head) const
    {
        const model::Entity &entity = m_context.entity(id);
        const model::Mention *mention = m_context.mentionAt(head);
        Origin origin{entity.name, id, OriginKind::Speaker};
        if (entity.kind != EntityKind::Person && !mention->isPronoun)
            origin.name = m_context.text().text.sliced(mention->place.span.begin, mention->place.span.length()).simplified();
        if (entity.kind != EntityKind::Person)
            origin.kind = bodyKind(entity);
        return origin;
    }

    OriginKind bodyKind(const model::Entity &entity) const
    {
        QStringList names = entity.aliases;
        names.prepend(entity.name);
        for (const QString &name : names) {
            if (const auto kind = m_context.lists().value(u"news_origins", plainForm(name)))
                return model::fromName<OriginKind>(*kind).value_or(OriginKind::Speaker);
        }
        const auto columns = m_context.lists().columns(u"organization_words", plainForm(entity.name).section(u' ', -1));
        return columns ? model::fromName<OriginKind>(columns->value(1)).value_or(OriginKind::Speaker) : OriginKind::Speaker;
    }

    Origin ofNoun(int head) const
    {
        SentenceTree::Range range = m_tree.nounPhrase(head, false);
        range.end = std::max(range.first + 1, std::min(range.end, endOfName(head, range)));
        while (range.first < head && (m_tree.upos(range.first) == Upos::Det || m_tree.isPunctuation(range.first) || m_tree.deprel(range.first) == Deprel::Case))
            ++range.first;
        Origin origin{m_tree.textOf(m_tree.span(range)).simplified(), {}, OriginKind::Speaker};
        const QString lemma = m_tree.lemma(head);
        if (const auto kind = m_context.lists().value(u"origin_nouns", lemma))
            origin.kind = model::fromName<OriginKind>(*kind).value_or(OriginKind::Speaker);
        else if (m_tree.upos(head) == Upos::Noun && m_context.lexicon().isKindOf(lemma, u"person"))
            origin.kind = OriginKind::Anonymous;
        return origin;
    }

    /// Not the second of "parents and grandfather": that is an origin of its own.
    int endOfName(int head, const SentenceTree::Range &range) const
    {
        for (const int below : m_tree.childrenOf(head, {Deprel::Conj, Deprel::Cc})) {
            if (below > head)
                return std::min(range.end, below);
        }
        return range.end;
    }

    const Clause &m_clause;
    const std::vector<Clause> &m_clauses;
    const SentenceTree &m_tree;
    const FieldContext &m_context;
    std::vector<Origin> m_found;
};

Origin namedOrigin(const QString &name, std::optional<base::EntityId> entity, const FieldContext &context)
{
    Origin origin{name, entity, OriginKind::Speaker};
    const QString plain = plainForm(name);
    if (const auto kind = context.lists().value(u"news_origins", plain))
        origin.kind = model::fromName<OriginKind>(*kind).value_or(OriginKind::Speaker);
    else if (const auto columns = context.lists().columns(u"organization_words", plain.section(u' ', -1)); columns && columns->value(1) != QLatin1String("-"))
        origin.kind = model::fromName<OriginKind>(columns->value(1)).value_or(OriginKind::Speaker);
    return origin;
}

} // namespace

std::vector<Origin> originsOf(const Clause &clause, const std::vector<Clause> &clauses, const SentenceTree &tree, const FieldContext &context)
{
    return OriginFinder(clause, clauses, tree, context).find();
}

const model::Quote *quoteAround(const base::TextSpan &span, const FieldContext &context)
{
    for (const model::Quote *quote : context.quotesAt(span)) {
        if (quote->place.span.overlapLength(span) * 10 >= span.length() * 7)
            return quote;
    }
    return nullptr;
}

void addQuoteOrigins(std::vector<Origin> &origins, const model::Quote &quote, const FieldContext &context)
{
    const auto isKnown = [&](const QString &name, std::optional<base::EntityId> entity) {
        return std::any_of(origins.begin(), origins.end(), [&](const Origin &other) {
            return other.name.compare(name, Qt::CaseInsensitive) == 0 || (entity && other.entity == entity);
        });
    };
    if (!quote.speaker.isEmpty() && !isKnown(quote.speaker, quote.speakerEntity))
        origins.insert(origins.begin(), namedOrigin(quote.speaker, quote.speakerEntity, context));
    if (!quote.via.isEmpty() && !isKnown(quote.via, std::nullopt))
        origins.push_back(namedOrigin(quote.via, std::nullopt, context));
}

} // namespace variorum::extraction
