// Names with the titles that stand beside them.
//
//     Norway's Fisheries Minister Liv Aune told Oslo's newspapers ...
//     name "Liv Aune" (person), role "Fisheries Minister"; name "Norway" (state), name "Oslo" (capital)
//
// The name finder gives names without titles; what stands to the left up to the determiner is the role if its last
// word is in the table `roles`, or is a noun for a person. To the right a role stands in apposition ("Aune, the
// fisheries minister,"). Demonyms count as mentions of their state: that is what makes "Norwegian officials" and
// "officials in Norway" comparable.

#include "extraction/entities/mentions.h"

#include "extraction/entities/name_evidence.h"
#include "extraction/entities/sentence_tree.h"

#include <QStringList>
#include <algorithm>

namespace variorum::extraction {

namespace {

using model::AnnotatedText;
using model::Deprel;
using model::EntityKind;
using model::TextField;
using model::Upos;

bool isPossessiveMark(QStringView form)
{
    return form == u"'s" || form == u"’s" || form == u"'" || form == u"’";
}

bool isNameless(const QString &plain)
{
    static const QStringList kDays{
        QStringLiteral("monday"), QStringLiteral("tuesday"), QStringLiteral("wednesday"), QStringLiteral("thursday"), QStringLiteral("friday"), QStringLiteral("saturday"),
        QStringLiteral("sunday"), QStringLiteral("january"), QStringLiteral("february"), QStringLiteral("march"), QStringLiteral("april"), QStringLiteral("may"), QStringLiteral("june"),
        QStringLiteral("july"), QStringLiteral("august"), QStringLiteral("september"), QStringLiteral("october"), QStringLiteral("november"), QStringLiteral("december")};
    return plain.isEmpty() || kDays.contains(plain);
}

/// Finds the names of one text.
class MentionFinder {
public:
    MentionFinder(const AnnotatedText &text, TextField field, const Knowledge &knowledge, const States &states)
        : m_text(text), m_field(field), m_knowledge(knowledge), m_states(states), m_covered(text.tokens.size(), false)
    {
    }

    std::vector<NameMention> find()
    {
        for (const model::NameSpan &name : m_text.names)
            std::fill(m_covered.begin() + name.firstToken, m_covered.begin() + name.endToken, true);
        for (const model::NameSpan &name : m_text.names)
            addSeen(name);
        addStateNames();
        if (m_field == TextField::Text)
            addProperNouns();
        std::sort(m_found.begin(), m_found.end(), [](const NameMention &one, const NameMention &other) { return one.firstToken < other.firstToken; });
        for (NameMention &mention : m_found)
            addRole(mention);
        return std::move(m_found);
    }

private:
    QStringView form(int index) const { return m_text.form(index); }
    const model::Token &token(int index) const { return m_text.tokens[static_cast<size_t>(index)]; }
    QString lemma(int index) const { return m_text.lemma(index).toString().toLower(); }

    QString words(int first, int end) const
    {
        return m_text.text.sliced(token(first).span.begin, token(end - 1).span.end - token(first).span.begin).simplified();
    }

    QString roleKey(int index) const
    {
        QString key = form(index).toString().toLower();
        if (key.endsWith(u'.'))
            key.chop(1);
        return m_knowledge.lists.contains(u"roles", key) ? key : lemma(index);
    }

    void addSeen(const model::NameSpan &name)
    {
        if (name.firstToken < m_endOfLast)
            return; // a part of the name before
        const SentenceTree::Range whole = wholeName(m_text, sentenceOf(m_text, name.firstToken), {name.firstToken, name.endToken}, name.kind, m_covered, m_knowledge.lists);
        m_endOfLast = whole.end;
        add(whole.first, whole.end, name.kind, QStringLiteral("name finder"));
    }

    void add(int first, int end, EntityKind kind, const QString &rule)
    {
        end = std::min(end, sentenceOf(m_text, first).endToken); // "the U.S. The ...": a name ends with its sentence at the latest
        while (first < end && (token(first).upos == Upos::Punct || token(first).upos == Upos::Det))
            ++first;
        while (end > first && (token(end - 1).upos == Upos::Punct || isPossessiveMark(form(end - 1))))
            --end;
        // A title that was taken for a part of the name ("Mr Brandt").
        int name = first;
        while (name + 1 < end && kind != EntityKind::Organization && kind != EntityKind::Place && roleClass(roleKey(name), m_knowledge.lists))
            ++name;
        if (name >= end || isNameless(plainForm(words(name, end))))
            return;
        NameMention mention{m_field, name, end, kind, words(name, end), {}, {}, StateNaming::Name, false, false, rule};
        if (name > first)
            mention.kind = EntityKind::Person;
        if (const auto state = m_states.find(mention.name); state && mention.kind != EntityKind::Person) {
            mention.state = state->state;
            mention.naming = state->naming;
            mention.kind = EntityKind::Place;
            mention.isActing = isActing(name, end);
        } else {
            correctKind(mention);
        }
        std::fill(m_covered.begin() + name, m_covered.begin() + end, true);
        m_found.push_back(mention);
    }

    /// A last word that tells ("ministry", "county") outranks the name finder; so does a known outlet.
    void correctKind(NameMention &mention) const
    {
        const QString plain = plainForm(mention.name);
        const QString last = plain.section(u' ', -1);
        if (m_knowledge.lists.contains(u"news_origins", plain)) {
            mention.kind = EntityKind::Organization;
        } else if (plain.contains(u' ') && mention.kind != EntityKind::Person) {
            if (const auto kind = m_knowledge.lists.value(u"organization_words", last))
                mention.kind = *kind == QLatin1String("place") ? EntityKind::Place : EntityKind::Organization;
        }
        const bool hasRole = mention.firstToken > 0 && m_knowledge.lists.contains(u"roles", roleKey(mention.firstToken - 1));
        const SentenceTree::Range words{mention.firstToken, mention.endToken};
        if (const auto kind = kindByPlace(m_text, sentenceOf(m_text, mention.firstToken), words, mention.kind, m_knowledge.lists); kind && !hasRole) {
            mention.isNoPerson = mention.kind == EntityKind::Person;
            mention.kind = *kind;
        }
    }

    /// Subject of a verb, or owner of something a state has, and not behind a preposition of place.
    bool isActing(int first, int end) const
    {
        static const QStringList kOfPlace{QStringLiteral("in"), QStringLiteral("at"), QStringLiteral("near"), QStringLiteral("to"), QStringLiteral("into"), QStringLiteral("from"), QStringLiteral("via"), QStringLiteral("around"), QStringLiteral("outside"), QStringLiteral("for")};
        const SentenceTree tree(m_text, sentenceOf(m_text, first));
        for (int index = first; index < end; ++index) {
            const auto head = tree.head(index);
            if (head && *head >= first && *head < end)
                continue;
            if (kOfPlace.contains(tree.preposition(index)))
                return false;
            if (tree.isOneOf(index, {Deprel::Conj}) && head)
                return tree.isOneOf(*head, {Deprel::Nsubj}) || tree.preposition(*head) == QLatin1String("between");
            return tree.isOneOf(index, {Deprel::Nsubj}) || tree.preposition(index) == QLatin1String("between") || tree.preposition(index) == QLatin1String("with");
        }
        return false;
    }

    bool isFree(int first, int end) const
    {
        for (int index = first; index < end; ++index) {
            if (m_covered[static_cast<size_t>(index)])
                return false;
        }
        return true;
    }

    void addStateNames()
    {
        for (const model::Sentence &sentence : m_text.sentences) {
            for (int first = sentence.firstToken; first < sentence.endToken; ++first) {
                const QStringView start = form(first);
                if (start.isEmpty() || !start.front().isUpper() || (start.size() == 2 && !start.back().isUpper()))
                    continue;
                for (int end = std::min(sentence.endToken, first + m_states.longest()); end > first; --end) {
                    if (!isFree(first, end) || !m_states.find(words(first, end)))
                        continue;
                    add(first, end, EntityKind::Place, QStringLiteral("state table"));
                    break;
                }
            }
        }
    }

    void addProperNouns()
    {
        for (const model::Sentence &sentence : m_text.sentences) {
            int first = sentence.firstToken;
            while (first < sentence.endToken) {
                const auto isPart = [&](int index) { return index < sentence.endToken && token(index).upos == Upos::Propn && !m_covered[static_cast<size_t>(index)] && form(index).front().isUpper(); };
                int end = first;
                while (isPart(end))
                    ++end;
                if (end > first)
                    addProperNoun(first, end);
                first = std::max(end, first) + 1;
            }
        }
    }

    bool opensOnly(int first, int end)
    {
        const model::Sentence &sentence = sentenceOf(m_text, first);
        if (first != sentence.firstToken || end - first != 1)
            return false;
        if (!m_forms)
            m_forms = countForms(m_text);
        return isCommonWord(m_text, sentence, {first, end}, m_knowledge.lexicon, *m_forms);
    }

    void addProperNoun(int first, int end)
    {
        const QString plain = plainForm(words(first, end));
        const bool isTitle = end < static_cast<int>(m_text.tokens.size()) && m_covered[static_cast<size_t>(end)] && m_knowledge.lists.contains(u"roles", roleKey(end - 1));
        if (plain.size() < 2 || m_knowledge.lists.contains(u"roles", plain) || isTitle || opensOnly(first, end))
            return;
        const SentenceTree::Range whole = wholeName(m_text, sentenceOf(m_text, first), {first, end}, EntityKind::Other, m_covered, m_knowledge.lists);
        first = whole.first;
        end = whole.end;
        EntityKind kind = EntityKind::Other;
        if (m_knowledge.lists.contains(u"news_origins", plain))
            kind = EntityKind::Organization;
        else if (const auto named = m_knowledge.lists.value(u"organization_words", plain.section(u' ', -1)))
            kind = *named == QLatin1String("place") ? EntityKind::Place : EntityKind::Organization;
        else if (first > 0 && roleClass(roleKey(first - 1), m_knowledge.lists) == QLatin1String("honorific"))
            kind = EntityKind::Person;
        add(first, end, kind, QStringLiteral("proper noun"));
    }

    void addRole(NameMention &mention) const
    {
        if (mention.kind != EntityKind::Person && mention.kind != EntityKind::Other)
            return;
        const model::Sentence &sentence = sentenceOf(m_text, mention.firstToken);
        mention.role = roleBefore(mention.firstToken, sentence);
        if (mention.role.isEmpty())
            mention.role = roleInApposition(mention, sentence);
        if (!mention.role.isEmpty())
            mention.kind = EntityKind::Person;
    }

    /// "the North Korean leader Kim": what stands before the name in its noun phrase, without determiner.
    QString roleBefore(int name, const model::Sentence &sentence) const
    {
        int last = name - 1;
        if (last >= sentence.firstToken && form(last) == u",") // "his uncle, Song"
            --last;
        if (last < sentence.firstToken)
            return {};
        const QString noun = roleKey(last);
        const bool isNoun = token(last).upos == Upos::Noun || token(last).upos == Upos::Propn || token(last).upos == Upos::Adj;
        const bool isRole = m_knowledge.lists.contains(u"roles", noun);
        if (!isNoun || (!isRole && !(last == name - 1 && token(last).upos == Upos::Noun && m_knowledge.lexicon.isKindOf(noun, u"person", 1, 1))))
            return {};
        if (last < name - 1 && !isApposition(last, name, sentence))
            return {};
        int first = last;
        while (first > sentence.firstToken && isRolePart(first - 1))
            --first;
        while (first < last && (token(first).upos == Upos::Num || isPossessiveMark(form(first)) || token(first).upos == Upos::Punct))
            ++first;
        return words(first, last + 1);
    }

    bool isApposition(int noun, int name, const model::Sentence &sentence) const
    {
        const SentenceTree tree(m_text, sentence);
        for (int index = name; index < sentence.endToken && token(index).upos == Upos::Propn; ++index) {
            if (tree.deprel(index) == Deprel::Appos && tree.head(index) == noun)
                return true;
        }
        return false;
    }

    bool isRolePart(int index) const
    {
        const Upos upos = token(index).upos;
        return upos == Upos::Noun || upos == Upos::Adj || upos == Upos::Propn || isPossessiveMark(form(index)) || form(index) == u"-"
            || (form(index) == u"and" && token(index).deprel == Deprel::Cc && token(index + 1).deprel == Deprel::Conj && token(index + 1).upos != Upos::Propn);
    }

    QString roleInApposition(const NameMention &mention, const model::Sentence &sentence) const
    {
        const SentenceTree tree(m_text, sentence);
        for (int index = mention.firstToken; index < mention.endToken; ++index) {
            for (const int below : tree.childrenOf(index, {Deprel::Appos})) {
                const bool isRole = m_knowledge.lists.contains(u"roles", roleKey(below)) || m_knowledge.lexicon.isKindOf(lemma(below), u"person", 1, 1);
                if (below < mention.endToken || tree.upos(below) != Upos::Noun || !isRole)
                    continue;
                SentenceTree::Range range = tree.nounPhrase(below, false);
                while (range.first < below && tree.upos(range.first) == Upos::Det)
                    ++range.first;
                return tree.textOf(tree.span(range));
            }
        }
        return {};
    }

    const AnnotatedText &m_text;
    TextField m_field;
    const Knowledge &m_knowledge;
    const States &m_states;
    std::vector<bool> m_covered;
    std::optional<FormCounts> m_forms; // once needed
    int m_endOfLast = 0; // of the name finder's last name
    std::vector<NameMention> m_found;
};

/// "The North's state media": the one state of that name in the article.
void nameHalves(std::vector<NameMention> &mentions)
{
    for (const QLatin1String half : {QLatin1String("North"), QLatin1String("South")}) {
        QStringList states;
        for (const NameMention &mention : mentions) {
            if (mention.isState() && mention.state.startsWith(half + QLatin1Char(' ')) && !states.contains(mention.state))
                states.append(mention.state);
        }
        if (states.size() != 1)
            continue;
        for (NameMention &mention : mentions) {
            if (mention.name != half)
                continue;
            mention.state = states.front();
            mention.naming = StateNaming::Name;
            mention.kind = EntityKind::Place;
        }
    }
}

} // namespace

std::optional<QString> roleClass(const QString &lemma, const language::WordLists &lists)
{
    if (const auto whole = lists.value(u"roles", lemma))
        return whole;
    return lists.value(u"roles", lemma.section(u' ', -1));
}

std::vector<NameMention> findNameMentions(const AnnotatedArticle &annotated, const Knowledge &knowledge, const States &states)
{
    std::vector<NameMention> found = MentionFinder(annotated.title, TextField::Title, knowledge, states).find();
    std::vector<NameMention> inText = MentionFinder(annotated.text, TextField::Text, knowledge, states).find();
    found.insert(found.end(), std::make_move_iterator(inText.begin()), std::make_move_iterator(inText.end()));
    nameHalves(found);
    return found;
}

} // namespace variorum::extraction
