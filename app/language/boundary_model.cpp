// A sum of weights, one for each feature of a gap; features are hashed into a table of whole numbers. A feature joins some of:
// the sorts of the words around the gap (small letters, capital, figures, address, stop, bracket ...), the words themselves,
// known given names and surnames, how many words the sentence has by now, open brackets and quotes, runs of capitals, and
// what the rules say. A gap against the rules is taken only with odds that are clear (needed()).
//
//   "... by Friday . Thanks , Phillip Here is the file"      sorts around "Phillip | Here": Comma Capital | Capital Small;
//   words "phillip", "here"; a given name on the left; third word of a sentence that "thanks" began: a sentence ends.

#include "language/boundary_model.h"

#include "language/feature_hash.h"
#include "language/word_traits.h"

#include <algorithm>

namespace variorum::language {

namespace {

using base::TextSpan;

enum Sort : quint8 {
    Nothing, Small, Capital, Capitals, OneCapital, MixedCase, Figures, FiguresAndLetters, Address, Stop, Ask, Dots, Comma, Colon, Semicolon,
    Dash, Row, Opening, Closing, StraightQuote, Bullet, Face, Abbreviation, Date, Clitic, OtherMark,
};

Sort sortOfMark(QStringView form)
{
    const QChar first = form.front();
    const bool isRow = form.size() >= 3 && std::all_of(form.begin(), form.end(), [first](QChar mark) { return mark == first; }) && first != u'.';
    if (isRow)
        return Row;
    if (first == u'.')
        return form.size() == 1 ? Stop : Dots;
    if (first == u'!' || first == u'?')
        return Ask;
    if ((first == u':' || first == u';' || first == u'=') && form.size() > 1)
        return Face;
    switch (first.unicode()) {
    case u'\u2026': return Dots;
    case u',': return Comma;
    case u':': return Colon;
    case u';': return Semicolon;
    case u'-':
    case u'\u2013':
    case u'\u2014': return Dash;
    case u'(':
    case u'[':
    case u'<':
    case u'\u201c':
    case u'\u2018':
    case u'\u00ab': return Opening;
    case u')':
    case u']':
    case u'>':
    case u'\u201d':
    case u'\u2019':
    case u'\u00bb': return Closing;
    case u'"':
    case u'\'':
    case u'`': return StraightQuote;
    case u'*':
    case u'\u2022':
    case u'\u25cf': return Bullet;
    default: return OtherMark;
    }
}

Sort sortOf(QStringView form)
{
    if (std::none_of(form.begin(), form.end(), [](QChar unit) { return unit.isLetterOrNumber(); }))
        return sortOfMark(form);
    const auto has = [&](auto test) { return std::any_of(form.begin(), form.end(), test); };
    const bool hasLetter = has([](QChar unit) { return unit.isLetter(); });
    const bool hasFigure = has([](QChar unit) { return unit.isDigit(); });
    if (!form.front().isLetterOrNumber())
        return Clitic; // 's
    if (form.contains(u'@') || (form.size() > 6 && (form.contains(u"://") || form.startsWith(u"www."))))
        return Address;
    if (hasFigure && !hasLetter)
        return form.contains(u'/') || form.contains(u':') ? Date : Figures;
    if (hasFigure)
        return FiguresAndLetters;
    if (form.back() == u'.')
        return Abbreviation;
    const bool hasSmall = has([](QChar unit) { return unit.isLower(); });
    if (!form.front().isUpper())
        return has([](QChar unit) { return unit.isUpper(); }) ? MixedCase : Small;
    if (form.size() == 1)
        return OneCapital;
    return hasSmall ? Capital : Capitals;
}

bool isOfName(quint8 sort) { return sort == Capital || sort == Capitals || sort == OneCapital || sort == Abbreviation || sort == MixedCase; }

quint32 lengthOf(size_t words)
{
    constexpr std::array<size_t, 11> kSteps = {1, 2, 3, 4, 5, 7, 10, 15, 22, 35, 60};
    return static_cast<quint32>(std::upper_bound(kSteps.begin(), kSteps.end(), words) - kSteps.begin());
}

/// How clear it must be that a sentence ends where the rules see no end, or that none does where they see one, in kUnit.
/// Treebanks end sentences behind many a colon, dash and comma; a statement and its quote are better left in one.
constexpr int kAgainstYes = 32;
int needed(bool ruleEnds, quint8 sort)
{
    const bool isSoft = sort == Comma || sort == Colon || sort == Semicolon || sort == Dash;
    return ruleEnds ? -kAgainstYes : isSoft ? 160 : 64;
}

} // namespace

void BoundaryModel::Stretch::read(QStringView text, std::span<const TextSpan> words, const Gazetteer &gazetteer)
{
    begin();
    m_words.assign(words.size(), {});
    quint8 capitals = 0;
    for (size_t at = 0; at < words.size(); ++at) {
        const QStringView form = text.sliced(words[at].begin, words[at].length());
        const quint64 hash = hashOfLower(form);
        Word &made = m_words[at];
        made.hash = static_cast<quint32>(hash >> 20);
        made.sort = sortOf(form);
        made.hasSpace = at > 0 && words[at].begin > words[at - 1].end;
        if (isOfName(made.sort))
            made.names = static_cast<quint8>(gazetteer.find(hash) >> 3);
        capitals = isOfName(made.sort) ? static_cast<quint8>(std::min(capitals + 1, 5)) : quint8{0};
        made.capitalsBefore = capitals;
    }
    capitals = 0;
    for (size_t at = words.size(); at-- > 0;) {
        capitals = isOfName(m_words[at].sort) ? static_cast<quint8>(std::min(capitals + 1, 5)) : quint8{0};
        m_words[at].capitalsAfter = capitals;
    }
}

void BoundaryModel::Stretch::pass(size_t at)
{
    const Sort sort = static_cast<Sort>(m_words[at].sort);
    m_brackets += sort == Opening ? 1 : sort == Closing && m_brackets > 0 ? -1 : 0;
    m_quotes ^= sort == StraightQuote ? 1 : 0;
}

BoundaryModel::Features BoundaryModel::Stretch::featuresAt(size_t at, size_t begin, bool ruleEnds) const
{
    const Word &left2 = at > 0 ? m_words[at - 1] : m_none;
    const Word &left = m_words[at];
    const Word &right = word(at + 1);
    const Word &right2 = word(at + 2);
    const Word &right3 = word(at + 3);
    const Word &first = m_words[begin];
    const quint32 length = lengthOf(at + 1 - begin);
    const quint32 pair = left.sort * 32U + right.sort;
    const quint32 rule = ruleEnds ? 1 : 0;
    Features features;
    size_t number = 0;
    const auto add = [&](auto... values) {
        quint64 hash = (number + 1) * 0xd6e8feb86659fd93ULL;
        ((hash = mixed(hash, static_cast<quint64>(values))), ...);
        features[number++] = static_cast<quint32>((hash >> 24) & (kSlots - 1));
    };
    add(rule);
    add(pair, rule, right.hasSpace);
    add(left2.sort, pair);
    add(pair, right2.sort);
    add(left2.sort, pair, right2.sort);
    add(pair, right2.sort, right3.sort);
    add(left.hash, right.sort);
    add(left.sort, right.hash);
    add(left.hash, right.hash);
    add(right.hash, right2.sort, left.sort);
    add(left2.sort, left.hash);
    add(length, pair);
    add(length, rule, left.sort);
    add(right.hash, right2.hash);
    add(left2.hash, left.hash);
    add(left.hash, rule);
    add(right.hash, rule);
    add(std::min(m_brackets, 2), pair);
    add(m_quotes, pair, rule);
    add(left.names, right.names, pair);
    add(first.hash, length, right.sort);
    add(first.sort, length, pair);
    add(left.capitalsBefore, right.capitalsAfter, right.sort);
    add(left.capitalsBefore, at + 1 - begin == left.capitalsBefore, right.capitalsAfter, length);
    add(left.hash == right.hash, first.hash == right.hash, pair);
    add(right2.hash, right.sort, left.sort);
    add(left2.hash, left.sort, right.sort);
    static_assert(kFeatures == 27);
    return features;
}

std::optional<BoundaryModel> BoundaryModel::from(const ModelFile &file, const Gazetteer &gazetteer)
{
    BoundaryModel made(gazetteer);
    made.m_weights = file.numbers<qint16>("ends");
    return made.m_weights.size() == kSlots ? std::optional(made) : std::nullopt;
}

void BoundaryModel::decide(QStringView text, std::span<const TextSpan> words, Stretch &stretch, std::span<quint8> ends) const
{
    stretch.read(text, words, m_gazetteer);
    size_t begin = 0;
    for (size_t at = 0; at + 1 < words.size(); ++at) {
        stretch.pass(at);
        int sum = 0;
        for (const quint32 feature : stretch.featuresAt(at, begin, ends[at] != 0))
            sum += m_weights[feature];
        ends[at] = sum > needed(ends[at] != 0, stretch.sortAt(at)) ? 1 : 0;
        if (ends[at] != 0) {
            begin = at + 1;
            stretch.begin();
        }
    }
    if (!words.empty())
        ends.back() = 1;
}

} // namespace variorum::language
