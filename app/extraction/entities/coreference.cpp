// Who "he" and "the Norwegian minister" are, where that can be told without guessing.
//
//     Fisheries Minister Liv Aune resigned on Monday. She had led the ministry since 2019.
//     "She": the only person who is subject of the sentence before -> Liv Aune
//     "The Norwegian minister said ..." -> the only person whose role ends in "minister" and is not of another state
//
// In the manner of Hobbs (1978) and of centering: the subject of the same sentence, then of the one before, then any
// one person there. A description of a person without a name ("the captain") competes and, where it wins, leaves the
// pronoun unresolved: a wrong tie does more harm in a comparison than a missing one. Sex is known from titles alone.

#include "extraction/entities/coreference.h"

#include "extraction/entities/sentence_tree.h"

#include <QHash>
#include <algorithm>
#include <iterator>
#include <optional>

namespace variorum::extraction {

namespace {

using model::AnnotatedText;
using model::Deprel;
using model::EntityKind;
using model::TextField;
using model::Upos;

/// What is known of a group.
struct Person {
    EntityKind kind = EntityKind::Other;
    QString sex; ///< "m", "f" or unknown
    QStringList roleHeads; ///< last words of its roles, lower case
    QStringList states; ///< that its roles name
};

/// Something that a pronoun could stand for.
struct Candidate {
    int token = 0; ///< head word
    int group = -1; ///< -1: a person without a name
    bool isSubject = false;
    bool isPossessor = false;
    QString sex;
};

class Resolver {
public:
    Resolver(const AnnotatedText &text, TextField field, const std::vector<NameMention> &mentions, const std::vector<int> &groups,
             const Knowledge &knowledge, const States &states)
        : m_text(text), m_field(field), m_mentions(mentions), m_groups(groups), m_knowledge(knowledge), m_states(states), m_isNamed(text.tokens.size(), false)
    {
        for (size_t index = 0; index < mentions.size(); ++index) {
            learn(mentions[index], groups[index]);
            if (mentions[index].field != field)
                continue;
            m_here.push_back(index);
            std::fill(m_isNamed.begin() + mentions[index].firstToken, m_isNamed.begin() + mentions[index].endToken, true);
        }
        std::stable_sort(m_here.begin(), m_here.end(), [&](size_t one, size_t other) { return mentions[one].firstToken < mentions[other].firstToken; });
    }

    std::vector<Resolved> resolve(const std::stop_token &stop)
    {
        std::vector<Candidate> before;
        bool isBeforeNear = false;
        for (const model::Sentence &sentence : m_text.sentences) {
            if (stop.stop_requested())
                break;
            const SentenceTree tree(m_text, sentence);
            std::vector<Candidate> here = namesIn(tree);
            resolveSentence(tree, here, isBeforeNear ? before : std::vector<Candidate>());
            rememberReporter(tree, here);
            // A sentence without any person lets the one before shine through once.
            if (!here.empty() || !isBeforeNear) {
                before = std::move(here);
                isBeforeNear = true;
            } else {
                isBeforeNear = false;
            }
        }
        return std::move(m_found);
    }

private:
    void learn(const NameMention &mention, int group)
    {
        Person &person = m_people[group];
        if (person.kind != EntityKind::Person)
            person.kind = mention.kind;
        if (mention.role.isEmpty())
            return;
        const QStringList words = plainForm(mention.role).remove(u'.').split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty())
            return;
        for (const QString &word : words) {
            if (const auto sex = m_knowledge.lists.value(u"person_sexes", word))
                person.sex = *sex;
        }
        if (!person.roleHeads.contains(words.last()))
            person.roleHeads.append(words.last());
        for (qsizetype first = 0; first < words.size(); ++first) {
            for (qsizetype end = std::min(words.size(), first + m_states.longest()); end > first; --end) {
                QString form = words.sliced(first, end - first).join(u' ');
                if (form.endsWith(QLatin1String("'s")))
                    form.chop(2);
                if (const auto state = m_states.find(form); state && !person.states.contains(state->state))
                    person.states.append(state->state);
            }
        }
    }

    bool isSubject(const SentenceTree &tree, int token) const
    {
        int index = token;
        while (tree.isOneOf(index, {Deprel::Flat, Deprel::Compound, Deprel::Appos, Deprel::NmodDesc, Deprel::Conj}) && tree.head(index) && tree.upos(*tree.head(index)) != Upos::Verb)
            index = *tree.head(index);
        return tree.isOneOf(index, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter});
    }

    bool isPossessor(const SentenceTree &tree, int token) const { return tree.isOneOf(token, {Deprel::NmodPoss}); }

    std::vector<Candidate> namesIn(const SentenceTree &tree) const
    {
        std::vector<Candidate> found;
        auto next = std::partition_point(m_here.begin(), m_here.end(), [&](size_t index) { return m_mentions[index].firstToken < tree.firstToken(); });
        for (; next != m_here.end() && m_mentions[*next].firstToken < tree.endToken(); ++next) {
            const size_t index = *next;
            const NameMention &mention = m_mentions[index];
            const Person person = m_people.value(m_groups[index]);
            int head = mention.firstToken;
            for (int token = mention.firstToken; token < mention.endToken; ++token) {
                const auto above = tree.head(token);
                if (!above || *above < mention.firstToken || *above >= mention.endToken)
                    head = token;
            }
            found.push_back({head, m_groups[index], isSubject(tree, head), isPossessor(tree, head), person.sex});
        }
        return found;
    }

    bool isPersonNoun(const SentenceTree &tree, int token) const
    {
        if (tree.upos(token) != Upos::Noun || tree.isOneOf(token, {Deprel::Compound, Deprel::NmodDesc, Deprel::Appos}))
            return false;
        return m_knowledge.lists.contains(u"roles", tree.lemma(token)) || m_knowledge.lists.contains(u"person_sexes", tree.lemma(token))
            || m_knowledge.lexicon.isKindOf(tree.lemma(token), u"person", 1, 1);
    }

    bool isNamed(int token) const { return m_isNamed[static_cast<size_t>(token)]; }

    void resolveSentence(const SentenceTree &tree, std::vector<Candidate> &here, const std::vector<Candidate> &before)
    {
        for (int token = tree.firstToken(); token < tree.endToken(); ++token) {
            if (tree.upos(token) == Upos::Pron)
                resolvePronoun(tree, token, here, before);
            else if (isPersonNoun(tree, token) && !isNamed(token) && !hasNameBeside(tree, token))
                resolveDescription(tree, token, here);
        }
    }

    bool hasNameBeside(const SentenceTree &tree, int token) const
    {
        for (const int below : tree.childrenOf(token, {Deprel::Appos, Deprel::Flat, Deprel::Compound})) {
            if (below > token && isNamed(below))
                return true;
        }
        return token + 1 < tree.endToken() && isNamed(token + 1) && tree.head(token) != tree.head(token + 1);
    }

    void resolveDescription(const SentenceTree &tree, int token, std::vector<Candidate> &here)
    {
        const QString lemma = tree.lemma(token);
        const auto sex = m_knowledge.lists.value(u"person_sexes", lemma);
        Candidate candidate{token, -1, isSubject(tree, token), isPossessor(tree, token), sex.value_or(QString())};
        const SentenceTree::Range phrase = tree.nounPhrase(token, false);
        if (isDefinite(tree, phrase, token) && !isOfAnother(tree, token)) {
            if (const auto group = describedPerson(tree, phrase, token)) {
                candidate.group = *group;
                SentenceTree::Range words = phrase;
                if (tree.upos(words.first) == Upos::Det)
                    ++words.first;
                m_found.push_back({m_field, phrase.first, phrase.end, *group, tree.textOf(tree.span(words)), QStringLiteral("description by role")});
            }
        }
        if (tree.lemma(token) != tree.form(token).toString().toLower()) // a plural is nobody's "he"
            return;
        here.push_back(candidate);
    }

    /// "the spokesman of the Norwegian navy": whose he is tells him from others, and is not compared here.
    bool isOfAnother(const SentenceTree &tree, int token) const
    {
        for (const int below : tree.childrenOf(token, {Deprel::Nmod})) {
            for (const int word : tree.subtree(below)) {
                if (isNamed(word))
                    return true;
            }
        }
        return false;
    }

    bool isDefinite(const SentenceTree &tree, const SentenceTree::Range &phrase, int token) const
    {
        const QString first = tree.form(phrase.first).toString().toLower();
        return first == QLatin1String("the") || (first == QLatin1String("this") && phrase.end - phrase.first > 1) || (token > phrase.first && m_states.find(tree.form(phrase.first)));
    }

    /// The one person whose role has the same noun, or one that means the same office, and is of no other state.
    std::optional<int> describedPerson(const SentenceTree &tree, const SentenceTree::Range &phrase, int token)
    {
        const QString noun = tree.lemma(token);
        if (tree.form(token).toString().toLower() != noun) // "the two leaders"
            return std::nullopt;
        QString state;
        for (int first = phrase.first; first < token; ++first) {
            for (int end = token; end > first; --end) {
                const base::TextSpan span = tree.span({first, end});
                if (const auto found = m_states.find(tree.textOf(span)))
                    state = state.isEmpty() ? found->state : state;
            }
        }
        const auto known = m_described.constFind({noun, state});
        return known != m_described.constEnd() ? *known : *m_described.insert({noun, state}, describedBy(noun, state));
    }

    std::optional<int> describedBy(const QString &noun, const QString &state) const
    {
        QList<int> groups = m_people.keys();
        std::sort(groups.begin(), groups.end());
        std::optional<int> match;
        int best = 0;
        int countOfBest = 0;
        for (const int group : groups) {
            const int score = likeness(m_people.value(group), noun, state);
            if (score > best) {
                best = score;
                match = group;
                countOfBest = 0;
            }
            countOfBest += score == best ? 1 : 0;
        }
        return countOfBest == 1 ? match : std::nullopt;
    }

    int likeness(const Person &person, const QString &noun, const QString &state) const
    {
        if (person.kind != EntityKind::Person || person.roleHeads.isEmpty())
            return 0;
        if (!state.isEmpty() && !person.states.isEmpty() && !person.states.contains(state))
            return 0;
        int score = 0;
        const bool isHead = roleClass(noun, m_knowledge.lists) == QLatin1String("head");
        for (const QString &role : person.roleHeads) {
            if (role == noun)
                score = std::max(score, 3);
            else if (isHead && roleClass(role, m_knowledge.lists) == QLatin1String("head"))
                score = std::max(score, 2);
        }
        if (score == 0)
            return 0;
        return score + (!state.isEmpty() && person.states.contains(state) ? 3 : 0);
    }

    /// Sexes are looked up anew: an earlier pronoun may have told.
    bool isCompatible(const Candidate &candidate, const QString &sex) const
    {
        const QString known = candidate.group >= 0 ? m_people.value(candidate.group).sex : candidate.sex;
        return known.isEmpty() || sex.isEmpty() || known == sex;
    }

    bool isKnown(const Candidate &candidate, const QString &sex) const
    {
        return candidate.group >= 0 && m_people.value(candidate.group).sex == sex;
    }

    void resolvePronoun(const SentenceTree &tree, int token, std::vector<Candidate> &here, const std::vector<Candidate> &before)
    {
        const QString word = tree.form(token).toString().toLower();
        QString sex;
        if (word == QLatin1String("he") || word == QLatin1String("him") || word == QLatin1String("his") || word == QLatin1String("himself"))
            sex = QStringLiteral("m");
        else if (word == QLatin1String("she") || word == QLatin1String("her") || word == QLatin1String("hers") || word == QLatin1String("herself"))
            sex = QStringLiteral("f");
        else {
            resolveIt(tree, token, word, here);
            return;
        }
        std::optional<Candidate> found;
        if (isTailOfReport(tree, token)) {
            if (m_reporter && isCompatible(*m_reporter, sex))
                found = m_reporter;
        } else {
            found = choose(tree, token, here, sex);
        }
        if (!found)
            found = chooseBefore(before, sex);
        const int group = found ? found->group : -1;
        here.push_back({token, group, isSubject(tree, token), false, sex});
        if (group < 0)
            return;
        m_found.push_back({m_field, token, token + 1, group, {}, QStringLiteral("pronoun of a person")});
        if (m_people[group].sex.isEmpty()) // "he" once, "he" always
            m_people[group].sex = sex;
    }

    bool isReport(const SentenceTree &tree, int verb) const
    {
        return tree.upos(verb) == Upos::Verb && m_knowledge.lists.contains(u"reporting_verbs", tree.lemma(verb));
    }

    /// "The captain was ill, he added.": nobody in what is reported, but who spoke before.
    bool isTailOfReport(const SentenceTree &tree, int token) const
    {
        const auto verb = tree.head(token);
        return token > tree.firstToken() + 2 && tree.isPunctuation(token - 1) && tree.form(token - 1) != u"-" && tree.form(token - 1) != u":" && verb && *verb > token && isReport(tree, *verb);
    }

    void rememberReporter(const SentenceTree &tree, const std::vector<Candidate> &here)
    {
        constexpr int kLongest = 3;
        if (++m_sentencesSinceReporter > kLongest)
            m_reporter.reset();
        for (const Candidate &candidate : here) {
            int index = candidate.token;
            while (tree.isOneOf(index, {Deprel::Flat, Deprel::Compound, Deprel::Appos, Deprel::NmodDesc}) && tree.head(index))
                index = *tree.head(index);
            const bool isSpeaker = tree.isOneOf(index, {Deprel::Nsubj}) && tree.head(index) && isReport(tree, *tree.head(index)) && candidate.group >= 0
                && m_people.value(candidate.group).kind == EntityKind::Person;
            if (!isSpeaker)
                continue;
            m_reporter = candidate;
            m_sentencesSinceReporter = 0;
        }
    }

    bool canBePerson(const Candidate &candidate) const
    {
        return candidate.group < 0 || m_people.value(candidate.group).kind == EntityKind::Person;
    }

    /// In the same sentence, of what stands before the pronoun.
    std::optional<Candidate> choose(const SentenceTree &tree, int token, const std::vector<Candidate> &here, const QString &sex) const
    {
        std::vector<Candidate> possible;
        const bool isObject = tree.isOneOf(token, {Deprel::Obj, Deprel::Iobj, Deprel::Obl});
        for (const Candidate &candidate : here) {
            const bool isOwnSubject = isObject && candidate.isSubject && tree.head(candidate.token) == tree.head(token);
            if (candidate.token < token && canBePerson(candidate) && isCompatible(candidate, sex) && !isOwnSubject)
                possible.push_back(candidate);
        }
        return best(possible, sex, true);
    }

    std::optional<Candidate> chooseBefore(const std::vector<Candidate> &before, const QString &sex) const
    {
        std::vector<Candidate> possible;
        for (const Candidate &candidate : before) {
            if (canBePerson(candidate) && isCompatible(candidate, sex))
                possible.push_back(candidate);
        }
        return best(possible, sex, false);
    }

    /// The only one known to be of the pronoun's sex; else the nearest subject (of the sentence before: the first);
    /// else the only one.
    std::optional<Candidate> best(const std::vector<Candidate> &possible, const QString &sex, bool isSameSentence) const
    {
        std::vector<Candidate> known;
        std::copy_if(possible.begin(), possible.end(), std::back_inserter(known), [&](const Candidate &candidate) { return isKnown(candidate, sex); });
        if (!known.empty() && isOne(known))
            return known.back();
        std::optional<Candidate> subject;
        for (const Candidate &candidate : possible) {
            if (candidate.isSubject && (!subject || isSameSentence))
                subject = candidate;
        }
        if (subject)
            return subject;
        return !possible.empty() && isOne(possible) ? std::optional(possible.back()) : std::nullopt;
    }

    static bool isOne(const std::vector<Candidate> &candidates)
    {
        return std::all_of(candidates.begin(), candidates.end(), [&](const Candidate &other) { return other.group == candidates.front().group; });
    }

    /// "The ministry said it believed": the subject of what someone reports is the one who reports it.
    void resolveIt(const SentenceTree &tree, int token, const QString &word, const std::vector<Candidate> &here)
    {
        if (word != QLatin1String("it") || !tree.isOneOf(token, {Deprel::Nsubj}) || !tree.head(token))
            return;
        const int verb = *tree.head(token);
        if (!tree.isOneOf(verb, {Deprel::Ccomp}) || !tree.head(verb) || !m_knowledge.lists.contains(u"reporting_verbs", tree.lemma(*tree.head(verb))))
            return;
        const auto subject = tree.child(*tree.head(verb), {Deprel::Nsubj});
        for (const Candidate &candidate : here) {
            if (!subject || candidate.group < 0 || !tree.isWithin(candidate.token, *subject))
                continue;
            const EntityKind kind = m_people.value(candidate.group).kind;
            if (candidate.token == *subject && kind != EntityKind::Person)
                m_found.push_back({m_field, token, token + 1, candidate.group, {}, QStringLiteral("pronoun of who reports")});
        }
    }

    const AnnotatedText &m_text;
    TextField m_field;
    const std::vector<NameMention> &m_mentions;
    const std::vector<int> &m_groups;
    const Knowledge &m_knowledge;
    const States &m_states;
    std::vector<bool> m_isNamed; // by token: stands in a name
    std::vector<size_t> m_here; // the mentions of this text, by place
    QHash<int, Person> m_people;
    QHash<std::pair<QString, QString>, std::optional<int>> m_described; // by noun and state: roles and states stay as they are
    std::optional<Candidate> m_reporter; // who was last said to have said something
    int m_sentencesSinceReporter = 0;
    std::vector<Resolved> m_found;
};

} // namespace

std::vector<Resolved> resolveReferences(const AnnotatedArticle &annotated, const std::vector<NameMention> &mentions,
                                        const std::vector<int> &groups, const Knowledge &knowledge, const States &states, const std::stop_token &stop)
{
    std::vector<Resolved> found = Resolver(annotated.title, TextField::Title, mentions, groups, knowledge, states).resolve(stop);
    std::vector<Resolved> inText = Resolver(annotated.text, TextField::Text, mentions, groups, knowledge, states).resolve(stop);
    found.insert(found.end(), inText.begin(), inText.end());
    return found;
}

} // namespace variorum::extraction
