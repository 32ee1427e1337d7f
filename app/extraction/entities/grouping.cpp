// Brings together the names of one thing within an article.
//
//     Liv Aune ... Aune ... Ms Aune          one person: the surname points to the only full name that ends in it
//     Kim Jong-un ... Kim Jong Un ... Kim    one person: spelling folded, family name in front
//     Korean Central News Agency ... KCNA    one body: the initials
//     Harstad county ... Harstad             one place: its kind left out
//
// Full forms make the groups; each shorter form then joins the group that it can be short for. Where it can be short
// for two (two people with one surname), each mention goes to the one that was last named in full, so two stay two.

#include "extraction/entities/grouping.h"

#include "extraction/entities/sentence_tree.h"

#include <QHash>
#include <QStringList>
#include <algorithm>
#include <numeric>

namespace variorum::extraction {

namespace {

using model::EntityKind;

/// One way of writing a name, and where it stands.
struct Form {
    QString key;
    QStringList words;
    EntityKind kind = EntityKind::Other;
    bool isState = false;
    bool isCapitals = false; ///< "KCNA"
    std::vector<int> mentions;
    int group = -1;
};

QString initials(const QStringList &words)
{
    static const QStringList kSmall{QStringLiteral("of"), QStringLiteral("the"), QStringLiteral("and"), QStringLiteral("for"), QStringLiteral("de")};
    QString letters;
    for (const QString &word : words) {
        if (!kSmall.contains(word) && !word.isEmpty())
            letters += word.front();
    }
    return letters;
}

bool isPart(const QStringList &shorter, const QStringList &longer, bool atStart, bool atEnd)
{
    if (shorter.size() >= longer.size())
        return false;
    return (atStart && longer.first(shorter.size()) == shorter) || (atEnd && longer.last(shorter.size()) == shorter);
}

/// Can `form` be short for `full`?
bool isShortFor(const Form &form, const Form &full, const language::WordLists &lists)
{
    if (form.isState || full.isState || form.words.isEmpty() || full.words.size() < 2)
        return false;
    const QString joined = form.words.join(QString());
    if (joined == full.words.join(QString()) && form.words.size() != full.words.size())
        return true;
    if (form.isCapitals && full.kind != EntityKind::Person && joined.size() >= 2 && joined == initials(full.words))
        return true;
    if (full.kind == EntityKind::Person) {
        if (form.kind == EntityKind::Place || form.words.size() >= full.words.size())
            return false;
        const bool endsMeet = form.words.size() >= 2 && form.words.first() == full.words.first() && form.words.last() == full.words.last();
        return endsMeet || isPart(form.words, full.words, true, true);
    }
    if (form.kind == EntityKind::Person)
        return false;
    if (isPart(form.words, full.words, true, false)) {
        const QString last = full.words.last();
        return form.isCapitals || (full.words.size() == form.words.size() + 1 && lists.value(u"organization_words", last) == QLatin1String("place"));
    }
    return form.words.size() >= 2 && isPart(form.words, full.words, false, true);
}

std::vector<Form> formsOf(const std::vector<NameMention> &mentions)
{
    std::vector<Form> forms;
    QHash<QString, size_t> byKey;
    for (size_t index = 0; index < mentions.size(); ++index) {
        const NameMention &mention = mentions[index];
        const bool isState = mention.isState();
        const QString key = isState ? QStringLiteral("state ") + mention.state : nameKey(mention.name);
        auto found = byKey.constFind(key);
        if (found == byKey.constEnd()) {
            found = byKey.insert(key, forms.size());
            const QString plain = mention.name;
            forms.push_back({key, nameKey(plain).split(u' ', Qt::SkipEmptyParts), mention.kind, isState, plain == plain.toUpper() && !plain.contains(u' '), {}, -1});
        }
        Form &form = forms[*found];
        form.mentions.push_back(static_cast<int>(index));
        if (mention.kind == EntityKind::Person && !isState) // a title beside one mention tells for all
            form.kind = EntityKind::Person;
    }
    return forms;
}

/// Where full forms are named, in text order, to tell which is near.
class NamedPlaces {
public:
    explicit NamedPlaces(const std::vector<const Form *> &fulls)
    {
        for (const Form *full : fulls) {
            for (const int mention : full->mentions)
                m_places.emplace_back(mention, full);
        }
        std::sort(m_places.begin(), m_places.end(), [](const auto &one, const auto &other) { return one.first < other.first; });
    }

    /// The one last named before the mention; else the first named after it.
    const Form *nearest(int mention) const
    {
        const auto after = std::partition_point(m_places.begin(), m_places.end(), [mention](const auto &place) { return place.first < mention; });
        return after == m_places.begin() ? after->second : std::prev(after)->second;
    }

private:
    std::vector<std::pair<int, const Form *>> m_places;
};

/// The full forms so far, by everything that a form short for them could be: what isShortFor() allows, looked up
/// instead of tried on each.
class FullForms {
public:
    void add(const Form &full)
    {
        const QStringList &words = full.words;
        if (full.isState || words.size() < 2)
            return;
        m_byKey[words.join(QString())].push_back(&full);
        m_byKey[initials(words)].push_back(&full);
        m_byEnds[{words.first(), words.last()}].push_back(&full);
        for (qsizetype count = 1; count < words.size(); ++count) {
            m_byKey[words.first(count).join(u' ')].push_back(&full);
            m_byKey[words.last(count).join(u' ')].push_back(&full);
        }
    }

    std::vector<const Form *> fullsOf(const Form &form, const language::WordLists &lists) const
    {
        std::vector<const Form *> fulls;
        if (form.isState || form.words.isEmpty())
            return fulls;
        for (const QString &key : QStringList{form.words.join(QString()), form.words.join(u' ')}) {
            const std::vector<const Form *> found = m_byKey.value(key);
            fulls.insert(fulls.end(), found.begin(), found.end());
        }
        if (form.words.size() >= 2) {
            const std::vector<const Form *> found = m_byEnds.value({form.words.first(), form.words.last()});
            fulls.insert(fulls.end(), found.begin(), found.end());
        }
        std::sort(fulls.begin(), fulls.end());
        fulls.erase(std::unique(fulls.begin(), fulls.end()), fulls.end());
        std::erase_if(fulls, [&](const Form *full) { return !isShortFor(form, *full, lists); });
        return fulls;
    }

private:
    QHash<QString, std::vector<const Form *>> m_byKey;
    QHash<std::pair<QString, QString>, std::vector<const Form *>> m_byEnds;
};

} // namespace

QString nameKey(const QString &name)
{
    QString key = plainForm(name);
    key.replace(u'-', u' ').remove(u'.').remove(u'"').remove(u',');
    key = key.simplified();
    return key.startsWith(QLatin1String("the ")) ? key.mid(4) : key;
}

std::vector<int> groupNames(const std::vector<NameMention> &mentions, const language::WordLists &lists)
{
    std::vector<Form> forms = formsOf(mentions);
    std::vector<size_t> order(forms.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t one, size_t other) { return forms[one].words.size() > forms[other].words.size(); });

    std::vector<int> groups(mentions.size(), -1);
    int next = 0;
    FullForms known;
    for (const size_t place : order) {
        Form &form = forms[place];
        const std::vector<const Form *> fulls = known.fullsOf(form, lists);
        const NamedPlaces named(fulls);
        if (fulls.empty())
            form.group = next++;
        for (const int mention : form.mentions)
            groups[static_cast<size_t>(mention)] = fulls.empty() ? form.group : named.nearest(mention)->group;
        if (!fulls.empty() && form.words.size() >= 2) // "Jong Un", itself a full form for "Un"
            form.group = groups[static_cast<size_t>(form.mentions.front())];
        if (form.group >= 0)
            known.add(form);
    }

    // Numbered by first mention.
    std::vector<int> renumbered(static_cast<size_t>(next), -1);
    int count = 0;
    for (int &group : groups) {
        int &fresh = renumbered[static_cast<size_t>(group)];
        if (fresh < 0)
            fresh = count++;
        group = fresh;
    }
    return groups;
}

} // namespace variorum::extraction
