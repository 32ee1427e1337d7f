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

/// Of the full forms, the one last named before the mention; else the first named after it.
const Form *nearest(const std::vector<const Form *> &fulls, int mention)
{
    const Form *best = nullptr;
    int bestPlace = 0;
    for (const Form *full : fulls) {
        for (const int other : full->mentions) {
            const bool isBetter = !best || (other < mention ? bestPlace > mention || other > bestPlace : bestPlace > mention && other < bestPlace);
            if (isBetter) {
                best = full;
                bestPlace = other;
            }
        }
    }
    return best;
}

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
    for (const size_t place : order) {
        Form &form = forms[place];
        std::vector<const Form *> fulls;
        for (const size_t other : order) {
            if (other == place)
                break;
            if (forms[other].group >= 0 && isShortFor(form, forms[other], lists))
                fulls.push_back(&forms[other]);
        }
        if (fulls.empty())
            form.group = next++;
        for (const int mention : form.mentions)
            groups[static_cast<size_t>(mention)] = fulls.empty() ? form.group : nearest(fulls, mention)->group;
        if (!fulls.empty() && form.words.size() >= 2) // "Jong Un", itself a full form for "Un"
            form.group = groups[static_cast<size_t>(form.mentions.front())];
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
