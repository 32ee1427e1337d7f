// The text is first cut where a sentence cannot go on: at block edges and line breaks. Inside such a stretch a sentence
// ends behind a word that can end one (. ? ! …, or an abbreviation's own full stop), together with the quotes and
// brackets that close behind it, unless what follows shows that it goes on: a small letter, a figure after "No.",
// a name after an initial.
//
//   He said “We won.” Then he left the U.S. on Jan. 5 with J. Smith.   ->   two sentences, the first up to won.”
//
// What the rules say is then put right by BoundaryModel, where one is given.

#include "language/sentence_splitter.h"

#include <algorithm>

namespace variorum::language {

namespace {

using base::TextSpan;

/// The stretches between breaks, in order, without the breaks themselves.
std::vector<TextSpan> stretchesOf(QStringView text, const SegmentOptions &options)
{
    std::vector<qsizetype> cuts{0, text.size()};
    for (const TextSpan &block : options.blocks) {
        cuts.push_back(std::clamp<qsizetype>(block.begin, 0, text.size()));
        cuts.push_back(std::clamp<qsizetype>(block.end, 0, text.size()));
    }
    for (qsizetype at = text.indexOf(u'\n'); at >= 0 && !options.isTitle; at = text.indexOf(u'\n', at + 1)) {
        qsizetype next = at + 1;
        while (next < text.size() && text[next] != u'\n' && text[next].isSpace())
            ++next;
        if (!options.plain || (next < text.size() && text[next] == u'\n'))
            cuts.push_back(at);
    }
    for (qsizetype at = text.indexOf(u'\u2029'); at >= 0; at = text.indexOf(u'\u2029', at + 1))
        cuts.push_back(at);
    std::sort(cuts.begin(), cuts.end());
    std::vector<TextSpan> stretches;
    for (size_t place = 1; place < cuts.size(); ++place) {
        if (cuts[place] > cuts[place - 1])
            stretches.push_back({cuts[place - 1], cuts[place]});
    }
    return stretches;
}

bool isOpening(QChar character)
{
    constexpr QStringView kOpening = u"([{\u201c\u2018\u00ab\u201e\u00bf\u00a1";
    return kOpening.contains(character);
}

bool isClosing(QChar character)
{
    constexpr QStringView kClosing = u")]}\u201d\u2019\u00bb";
    return kClosing.contains(character);
}

bool isStraightQuote(QStringView word) { return word == u"\"" || word == u"'" || word == u"''" || word == u"``"; }

/// Scratch room for one stretch after the other.
struct LearntRoom {
    BoundaryModel::Stretch stretch;
    std::vector<int> ruleEnds;
    std::vector<quint8> isEnd;
};

/// The words of one stretch, and the decisions on them.
class Stretch {
public:
    Stretch(QStringView text, const std::vector<TextSpan> &words, size_t first, const Tokenizer &tokenizer)
        : m_text(text), m_words(words), m_first(first), m_tokenizer(tokenizer)
    {
    }

    void appendEnds(std::vector<int> &ends) const
    {
        size_t begin = m_first;
        size_t at = m_first;
        while (at < m_words.size()) {
            const size_t end = endsWith(at) ? behindClosers(at + 1) : 0;
            if (end > 0 && end < m_words.size() && startsAt(at, end)) {
                ends.push_back(static_cast<int>(end));
                begin = at = end;
                continue;
            }
            if (isBulletAt(at + 1) || at + 1 - begin >= static_cast<size_t>(kMaxSentenceWords)) {
                ends.push_back(static_cast<int>(at + 1));
                begin = at + 1;
            }
            ++at;
        }
        if (begin < m_words.size())
            ends.push_back(static_cast<int>(m_words.size()));
    }

    /// The same with what was learnt. Bullets and the longest sentences stay as the rules have them.
    void appendEnds(const BoundaryModel &boundaries, LearntRoom &room, std::vector<int> &ends) const
    {
        room.ruleEnds.clear();
        appendEnds(room.ruleEnds);
        std::vector<quint8> &isEnd = room.isEnd;
        isEnd.assign(m_words.size() - m_first, 0);
        for (const int end : room.ruleEnds)
            isEnd[static_cast<size_t>(end) - 1 - m_first] = 1;
        boundaries.decide(m_text, std::span(m_words).subspan(m_first), room.stretch, isEnd);
        size_t begin = m_first;
        for (size_t at = m_first; at < m_words.size(); ++at) {
            if (isEnd[at - m_first] == 0 && !isBulletAt(at + 1) && at + 1 - begin < static_cast<size_t>(kMaxSentenceWords))
                continue;
            begin = at + 1;
            ends.push_back(static_cast<int>(begin));
        }
    }

private:
    [[nodiscard]] QStringView word(size_t at) const { return m_text.sliced(m_words[at].begin, m_words[at].length()); }

    [[nodiscard]] bool hasSpaceBefore(size_t at) const { return at == m_first || m_words[at].begin > m_words[at - 1].end; }

    [[nodiscard]] bool hasSpaceAfter(size_t at) const { return at + 1 >= m_words.size() || hasSpaceBefore(at + 1); }

    [[nodiscard]] bool isBulletAt(size_t at) const
    {
        if (at >= m_words.size() || m_words[at].length() != 1)
            return false;
        constexpr QStringView kBullets = u"\u2022\u25cf\u25aa\u25a0\u2023\u25e6\u00b7";
        return kBullets.contains(word(at).front()) && hasSpaceBefore(at) && hasSpaceAfter(at);
    }

    /// Can a sentence end with this word?
    [[nodiscard]] bool endsWith(size_t at) const
    {
        const QStringView form = word(at);
        const QChar last = form.back();
        return last == u'.' || last == u'!' || last == u'?' || last == u'\u2026' || last == u'\u3002' || last == u'\u061f';
    }

    /// Behind the quotes and brackets that close at `at`.
    [[nodiscard]] size_t behindClosers(size_t at) const
    {
        while (at < m_words.size()) {
            const QStringView form = word(at);
            const bool closes = form.size() == 1 && isClosing(form.front()) && !hasSpaceBefore(at);
            const bool closesStraight = isStraightQuote(form) && closesHere(at);
            const bool isMoreStops = endsWith(at) && form.size() <= 3 && !form.front().isLetterOrNumber() && !hasSpaceBefore(at);
            if (!closes && !closesStraight && !isMoreStops)
                break;
            ++at;
        }
        return at;
    }

    /// Straight quotes look the same on both sides: the spaces tell, else whether one is open in the stretch.
    [[nodiscard]] bool closesHere(size_t at) const
    {
        const bool before = hasSpaceBefore(at);
        const bool after = hasSpaceAfter(at);
        if (before != after)
            return after;
        size_t open = 0;
        for (size_t place = at; place > m_first && at - place < 200; --place)
            open += word(place - 1) == word(at) ? 1U : 0U;
        return open % 2 == 1;
    }

    /// Can a new sentence start at `next`, the last word before being `last` (a stop, perhaps with closers after it)?
    [[nodiscard]] bool startsAt(size_t last, size_t next) const
    {
        const QStringView stop = word(last);
        size_t opener = next;
        while (opener + 1 < m_words.size() && (isStraightQuote(word(opener)) || (word(opener).size() == 1 && isOpening(word(opener).front()))))
            ++opener;
        const QStringView following = word(opener);
        const QChar first = following.front();
        const bool isSmall = first.isLower();
        const bool closersBetween = next > last + 1;
        if (stop.size() > 1 && stop.front().isLetterOrNumber())
            return abbreviationEnds(stop, following, closersBetween);
        if (isSmall && opener == next)
            return !closersBetween && hasSpaceBefore(next) && endsBeforeSmall(last);
        if (isSmall)
            return !closersBetween && stop != u"\u2026" && !stop.startsWith(u"..");
        if (!first.isLetterOrNumber() && opener == next)
            return first != u',' && first != u';' && first != u':' && first != u')' && first != u'/' && first != u'-' && first != u'\u2013' && first != u'\u2014';
        if (stop == u"\u2026" || stop.startsWith(u".."))
            return first.isUpper() && following != u"I" && !following.startsWith(u"I'") && hasSpaceBefore(next);
        // "!" and "?" inside a quote, and the speaker behind: “Why?” Peskov asked.
        return true;
    }

    /// A small letter behind a full stop is mostly a careless writer's new sentence: in the treebank's notes and mails 282 of
    /// 289 times. Not so behind dots, behind what may be an abbreviation that no table has ("mgmt. fees"), nor behind the
    /// sign of a name ("Yahoo! said").
    [[nodiscard]] bool endsBeforeSmall(size_t last) const
    {
        const QStringView stop = word(last);
        if (last == m_first || hasSpaceBefore(last) || stop.startsWith(u"..") || stop == u"\u2026")
            return false;
        const QStringView before = word(last - 1);
        if (stop == u"?")
            return true;
        if (stop != u"." || !before.front().isLetter())
            return stop != u"!" || !before.front().isUpper();
        constexpr QStringView kVowels = u"aeiouyAEIOUY";
        return before.size() > 4 || std::any_of(before.begin(), before.end(), [&](QChar letter) { return before.size() > 1 && kVowels.contains(letter); });
    }

    /// Behind "U.S." or "Inc." a sentence ends only if what follows is a word that opens sentences and no part of a name.
    [[nodiscard]] bool abbreviationEnds(QStringView stop, QStringView following, bool closersBetween) const
    {
        const StopUse use = m_tokenizer.stopUse(stop);
        if (use == StopUse::NotAbbreviation)
            return !following.front().isLower();
        if (use == StopUse::NeverEnds)
            return closersBetween && following.front().isUpper();
        if (closersBetween)
            return following.front().isUpper();
        static constexpr std::array kOpeners = {
            u"The", u"A", u"An", u"It", u"He", u"She", u"They", u"We", u"I", u"You", u"This", u"That", u"These", u"Those",
            u"His", u"Her", u"Its", u"Their", u"Our", u"My", u"There", u"But", u"And", u"In", u"On", u"At", u"For", u"If",
            u"When", u"While", u"After", u"Before", u"As", u"However", u"So", u"What", u"Who", u"Why", u"How", u"Where",
            u"Mr.", u"Mrs.", u"Ms.", u"Mr", u"Mrs", u"Ms", u"Some", u"Many", u"Most", u"No", u"Not", u"Since", u"According",
        };
        return std::any_of(kOpeners.begin(), kOpeners.end(), [&](const char16_t *opener) { return following == QStringView(opener); });
    }

    QStringView m_text;
    const std::vector<TextSpan> &m_words;
    size_t m_first;
    const Tokenizer &m_tokenizer;
};

} // namespace

Segmentation segment(QStringView text, const Tokenizer &tokenizer, const SegmentOptions &options, const BoundaryModel *boundaries)
{
    Segmentation result;
    LearntRoom room;
    result.words.reserve(static_cast<size_t>(text.size() / 5 + 8));
    for (const TextSpan &stretch : stretchesOf(text, options)) {
        const size_t first = result.words.size();
        tokenizer.tokenize(text, stretch, result.words);
        if (result.words.size() == first)
            continue;
        if (options.isTitle) {
            for (size_t end = first + kMaxSentenceWords; end < result.words.size(); end += kMaxSentenceWords)
                result.sentenceEnds.push_back(static_cast<int>(end));
            result.sentenceEnds.push_back(static_cast<int>(result.words.size()));
        } else if (boundaries) {
            Stretch(text, result.words, first, tokenizer).appendEnds(*boundaries, room, result.sentenceEnds);
        } else {
            Stretch(text, result.words, first, tokenizer).appendEnds(result.sentenceEnds);
        }
    }
    return result;
}

} // namespace variorum::language
