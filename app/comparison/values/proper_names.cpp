// The algebra of names of people, bodies and places.
//
//     Kim Jong Un / Kim Jong-un          Same once hyphens and case are folded
//     Kim Jong Un / Kim                  Wording: a part of the name
//     Sergei Shoigu / Sergey Shoigu      Wording: one letter in one word
//     Jon Owen / John Owen               Wording, likewise
//     J. Owen / John Owen                Wording: an initial
//     Calif. / California                Same: an abbreviation
//     Mt Orr / Mount Orr                 Same, likewise
//     HMS Orr / Warship Orr              Wording: the rank before a ship's name
//     Sergei Shoigu / Dmitry Peskov      Conflict in one role
//     Baoding / Hebei                    Refinement if an article says "Baoding, Hebei", else Unknown

#include "comparison/values/proper_names.h"

#include "base/text_folding.h"

#include <algorithm>
#include <array>

namespace variorum::comparison {

namespace {

constexpr std::array<QStringView, 14> kCourtesy = {u"mr", u"mrs", u"ms", u"miss", u"dr", u"sir", u"lady", u"lord", u"the", u"prof", u"professor", u"madame", u"se\u00F1or", u"of"};

bool isCourtesy(const QString &word)
{
    return std::find(kCourtesy.begin(), kCourtesy.end(), word) != kCourtesy.end();
}

/// "Mt Orr" as "Mount Orr"
QStringList writtenOut(QStringList words)
{
    static constexpr std::array<std::pair<QStringView, QStringView>, 3> kShort{{{u"mt", u"mount"}, {u"st", u"saint"}, {u"ft", u"fort"}}};
    for (qsizetype place = 0; place + 1 < words.size(); ++place) {
        const auto *const found = std::find_if(kShort.begin(), kShort.end(), [&](const auto &pair) { return words.at(place) == pair.first; });
        if (found != kShort.end())
            words[place] = found->second.toString();
    }
    return words;
}

/// "Orr" of "HMS Orr", "the ferry Orr"
QStringList withoutVessel(const QStringList &words)
{
    static constexpr std::array<QStringView, 19> kVessels = {u"hms", u"hmas", u"hmcs", u"ins", u"uss", u"rfa", u"mv", u"ss", u"fv", u"ferry", u"ship", u"warship", u"vessel", u"frigate", u"destroyer", u"tanker", u"trawler", u"submarine", u"yacht"};
    const bool hasOne = words.size() > 1 && std::find(kVessels.begin(), kVessels.end(), words.front()) != kVessels.end();
    return hasOne ? words.sliced(1) : words;
}

/// Are all words of `part` in `whole`, in order?
bool isPartOf(const QStringList &part, const QStringList &whole)
{
    qsizetype at = 0;
    for (const QString &word : whole) {
        if (at < part.size() && part.at(at) == word)
            ++at;
    }
    return at == part.size();
}

/// One edit turns one word into the other.
bool isOneEditApart(const QString &one, const QString &other)
{
    const QString &longer = one.size() >= other.size() ? one : other;
    const QString &shorter = one.size() >= other.size() ? other : one;
    if (longer.size() - shorter.size() > 1)
        return false;
    qsizetype common = 0;
    while (common < shorter.size() && longer.at(common) == shorter.at(common))
        ++common;
    const qsizetype rest = longer.size() == shorter.size() ? 1 : 0;
    return QStringView(longer).sliced(std::min(longer.size(), common + 1)) == QStringView(shorter).sliced(std::min(shorter.size(), common + rest));
}

/// "Tenn." of "Tennessee", "Calif." of "California".
bool isShortFormOf(const QString &shortened, const QString &whole)
{
    constexpr qsizetype kShortest = 3;
    return shortened.size() > kShortest && shortened.endsWith(u'.') && shortened.size() <= whole.size() && whole.startsWith(QStringView(shortened).chopped(1), Qt::CaseInsensitive);
}

Outcome outcome(Relation relation, const char *rule, const QString &one, const QString &other, const QString &how)
{
    return {relation, QLatin1String(rule), QStringLiteral("%1 %2 %3").arg(one, how, other)};
}

/// The rules that places, people and bodies share; Unknown where none fits.
Outcome compareForms(const QString &one, const QString &other)
{
    const QStringList left = writtenOut(nameWords(one));
    const QStringList right = writtenOut(nameWords(other));
    if (left.isEmpty() || right.isEmpty())
        return outcome(Relation::Unknown, "no-name", one, other, QStringLiteral("cannot be held against"));
    if (left.join(QString()) == right.join(QString()))
        return outcome(Relation::Same, "same-name", one, other, QStringLiteral("is the same name as"));
    if (isAcronymOf(left, right) || isAcronymOf(right, left))
        return outcome(Relation::Wording, "acronym", one, other, QStringLiteral("shortens, or is shortened to,"));
    if (isShortFormOf(one, other) || isShortFormOf(other, one))
        return outcome(Relation::Same, "abbreviation", one, other, QStringLiteral("shortens, or is shortened to,"));
    if (isSpellingOf(left, right))
        return outcome(Relation::Wording, "spelling", one, other, QStringLiteral("is another spelling of"));
    return outcome(Relation::Unknown, "other-name", one, other, QStringLiteral("is another name than"));
}

} // namespace

QStringList nameWords(QStringView name)
{
    QString folded;
    for (const QChar letter : base::withoutMarks(name)) {
        if (letter.isLetterOrNumber())
            folded += letter;
        else if (letter == u'\'' || letter == QChar(0x2019))
            folded += u'\'';
        else if (letter.isSpace() || letter.isPunct() || letter.isSymbol())
            folded += u' ';
    }
    QStringList words;
    for (QString word : folded.split(u' ', Qt::SkipEmptyParts)) {
        if (word.endsWith(QLatin1String("'s")))
            word.chop(2);
        word.remove(u'\'');
        if (!word.isEmpty())
            words.append(word);
    }
    QStringList kept;
    std::copy_if(words.cbegin(), words.cend(), std::back_inserter(kept), [](const QString &word) { return !isCourtesy(word); });
    return kept.isEmpty() ? words : kept;
}

QString nameKey(QStringView name) { return nameWords(name).join(QString()); }

bool isAcronymOf(const QStringList &letters, const QStringList &words)
{
    constexpr int kFewestLetters = 2;
    const QString key = letters.join(QString());
    if (words.size() < kFewestLetters || key.size() != words.size())
        return false;
    return std::equal(words.cbegin(), words.cend(), key.cbegin(), [](const QString &word, QChar letter) { return word.front() == letter; });
}

bool isSpellingOf(const QStringList &one, const QStringList &other)
{
    // A first name may be short where the rest of the name is the same: "Jon Owen", "John Owen".
    const qsizetype kShortestWord = one.size() > 1 ? 3 : 4;
    if (one.size() != other.size())
        return false;
    int changed = 0;
    for (qsizetype place = 0; place < one.size(); ++place) {
        if (one.at(place) == other.at(place))
            continue;
        if (one.at(place).size() < kShortestWord || other.at(place).size() < kShortestWord || !isOneEditApart(one.at(place), other.at(place)))
            return false;
        ++changed;
    }
    return changed == 1;
}

bool isInitialed(const QStringList &one, const QStringList &other)
{
    if (one.size() != other.size() || one.size() < 2 || one.last() != other.last())
        return false;
    bool isShort = false;
    for (qsizetype place = 0; place + 1 < one.size(); ++place) {
        const QString &left = one.at(place);
        const QString &right = other.at(place);
        if (left == right)
            continue;
        if ((left.size() != 1 && right.size() != 1) || left.front() != right.front())
            return false;
        isShort = true;
    }
    return isShort;
}

Outcome compareNames(const QString &one, const QString &other, model::EntityKind kind)
{
    const Outcome forms = compareForms(one, other);
    if (forms.relation != Relation::Unknown || forms.rule == QLatin1String("no-name"))
        return forms;
    const QStringList left = withoutVessel(writtenOut(nameWords(one)));
    const QStringList right = withoutVessel(writtenOut(nameWords(other)));
    if (isPartOf(left, right) || isPartOf(right, left))
        return outcome(Relation::Wording, "part-of-name", one, other, QStringLiteral("is a part, or the whole, of"));
    if (kind == model::EntityKind::Person && isInitialed(left, right))
        return outcome(Relation::Wording, "initial", one, other, QStringLiteral("is, with or without its first name written out,"));
    if (kind == model::EntityKind::Person)
        return outcome(Relation::Conflict, "other-person", one, other, QStringLiteral("is another person than"));
    return forms;
}

namespace {

/// "Lund" of "Lund city".
QStringList withoutRank(const QStringList &words)
{
    static const QStringList kRanks{QStringLiteral("city"), QStringLiteral("town"), QStringLiteral("village"), QStringLiteral("county"), QStringLiteral("district"), QStringLiteral("province"), QStringLiteral("state"), QStringLiteral("region")};
    return words.size() > 1 && kRanks.contains(words.last()) ? words.sliced(0, words.size() - 1) : words;
}

} // namespace

Outcome comparePlaces(const QString &one, const QString &other, const PlaceContainment &contains, bool shareOuterPlace)
{
    const Outcome forms = compareForms(one, other);
    if (forms.relation != Relation::Unknown || forms.rule == QLatin1String("no-name"))
        return forms;
    if (withoutRank(nameWords(one)) == withoutRank(nameWords(other)))
        return outcome(Relation::Same, "same-place", one, other, QStringLiteral("is called, with or without its rank,"));
    if (contains && contains(nameKey(one), nameKey(other)))
        return outcome(Relation::Refinement, "place-within", other, one, QStringLiteral("lies in"));
    if (contains && contains(nameKey(other), nameKey(one)))
        return outcome(Relation::Refinement, "place-within", one, other, QStringLiteral("lies in"));
    const QStringList left = nameWords(one);
    const QStringList right = nameWords(other);
    if (left.last() == right.last() && (isPartOf(left, right) || isPartOf(right, left)))
        return outcome(Relation::Refinement, "part-of-place", one, other, QStringLiteral("is a part, or the whole, of"));
    if (shareOuterPlace)
        return outcome(Relation::Conflict, "places-apart", one, other, QStringLiteral("lies beside, in the same place, not in"));
    return forms;
}

} // namespace variorum::comparison
