// Finds quotations: by their marks (quote_marks), their speakers by attribution, split ones joined, and by trees the
// indirect ones ("X said that ...").
//
//     "The bridge," Ruiz said, "is safe."      one quotation, "The bridge, is safe.", speaker Ana Ruiz
//     the so-called "ghost fleet"              short, no reporting word in its sentence: a term, not a quotation

#include "extraction/quotes/quotes.h"

#include "extraction/quotes/attribution.h"

#include <algorithm>

namespace variorum::extraction {

namespace {

constexpr int kFewestWordsWithoutCue = 6;
constexpr int kLongestSentence = 200; // tokens

int wordCount(QStringView text)
{
    int count = 0;
    bool inWord = false;
    for (const QChar character : text) {
        const bool isPart = character.isLetterOrNumber();
        count += isPart && !inWord ? 1 : 0;
        inWord = isPart || (inWord && (character == u'\'' || character == u'\u2019' || character == u'-'));
    }
    return count;
}

class Finder {
public:
    Finder(const AnnotatedArticle &annotated, const std::vector<model::Entity> &entities, const language::WordLists &lists)
        : m_annotated(annotated), m_entities(entities), m_lists(lists)
    {
    }

    void readField(model::TextField field)
    {
        const model::AnnotatedText &text = m_annotated.field(field);
        if (text.tokens.empty())
            return;
        const std::vector<MarkedSpan> marked = markedSpans(text.text);
        const AttributionFinder attributions(text, field, m_entities, marked, m_lists);
        std::vector<model::Quote> here;
        addMarked(text, field, marked, attributions, here);
        addIndirect(text, field, attributions, here);
        std::stable_sort(here.begin(), here.end(), [](const model::Quote &one, const model::Quote &other) { return one.place < other.place; });
        for (model::Quote &quote : here) {
            quote.id = {static_cast<qint64>(found.size())};
            found.push_back(std::move(quote));
        }
    }

    std::vector<model::Quote> found;

private:
    // The speaker of a quotation without words of its own: that of the one before it, in the same paragraph, or in
    // the paragraph before where that one was not closed.
    static bool carriesOn(const model::AnnotatedText &text, const MarkedSpan &before, const MarkedSpan &quote)
    {
        const bool isNewParagraph = QStringView(text.text).sliced(before.outer.end, quote.outer.begin - before.outer.end).contains(u'\n');
        return isNewParagraph ? before.goesOn : true;
    }

    // "The bridge," Ruiz said, "is safe.": the first part is open and the second goes on
    static bool isSecondPart(const model::AnnotatedText &text, const MarkedSpan &before, const MarkedSpan &quote, const model::Quote &last)
    {
        const QStringView between = QStringView(text.text).sliced(before.outer.end, quote.outer.begin - before.outer.end);
        const QChar finalMark = text.text[before.inner.end - 1];
        const QStringView said = between.trimmed();
        const bool isOpen = finalMark == u',' && (said.endsWith(u',') || text.text[quote.inner.begin].isLower());
        return isOpen && !between.contains(u'\n') && between.size() < 120 && !last.cue.isEmpty();
    }

    static bool isQuotation(const model::AnnotatedText &text, const MarkedSpan &span, bool hasSpeaker)
    {
        const QStringView words = QStringView(text.text).sliced(span.inner.begin, span.inner.length());
        if (hasSpeaker)
            return true;
        const bool isSentence = words.endsWith(u'.') || words.endsWith(u'!') || words.endsWith(u'?') || words.endsWith(u',');
        return wordCount(words) >= kFewestWordsWithoutCue && (isSentence || wordCount(words) >= 2 * kFewestWordsWithoutCue);
    }

    void addMarked(const model::AnnotatedText &text, model::TextField field, const std::vector<MarkedSpan> &marked, const AttributionFinder &attributions,
                   std::vector<model::Quote> &here) const
    {
        std::optional<size_t> previous; // index into marked of the last quotation kept
        for (size_t index = 0; index < marked.size(); ++index) {
            const MarkedSpan &span = marked[index];
            const QString words = text.text.sliced(span.inner.begin, span.inner.length());
            if (previous && !here.empty() && isSecondPart(text, marked[*previous], span, here.back())) {
                here.back().text += QLatin1Char(' ') + words;
                here.back().place.span.end = span.inner.end;
                previous = index;
                continue;
            }
            std::optional<Attribution> attribution = attributions.find(index);
            const bool isLong = wordCount(words) >= kFewestWordsWithoutCue;
            if (!attribution && previous && !here.empty() && isLong && carriesOn(text, marked[*previous], span) && !here.back().speaker.isEmpty())
                attribution = Attribution{here.back().speaker, here.back().speakerEntity, {}, here.back().via, QStringLiteral("speaker-goes-on"), {}};
            if (!isQuotation(text, span, attribution.has_value()))
                continue;
            model::Quote quote;
            quote.place = {field, span.inner};
            quote.text = words;
            quote.rule = QStringLiteral("marked");
            if (attribution) {
                quote.speaker = attribution->speaker;
                quote.speakerEntity = attribution->entity;
                quote.cue = attribution->cue;
                quote.via = attribution->via;
                quote.rule = attribution->rule;
            }
            here.push_back(std::move(quote));
            previous = index;
        }
    }

    // indirect: the clause that a verb of speech takes, where the tree has one
    void addIndirect(const model::AnnotatedText &text, model::TextField field, const AttributionFinder &attributions, std::vector<model::Quote> &here) const
    {
        const size_t markedCount = here.size();
        for (const model::Sentence &sentence : text.sentences) {
            if (sentence.endToken - sentence.firstToken > kLongestSentence)
                continue; // no sentence of prose; its tree would not hold either
            for (int verb = sentence.firstToken; verb < sentence.endToken; ++verb) {
                const auto reporting = reportingVerb(text, verb, m_lists);
                const bool isSpeech = reporting && (reporting->kind == QLatin1String("speech") || reporting->kind == QLatin1String("address") || reporting->kind == QLatin1String("writing"));
                if (!isSpeech || attributions.isInQuote(verb))
                    continue;
                const auto clause = clauseOf(text, sentence, verb);
                if (!clause || hasQuotation(here, markedCount, *clause))
                    continue;
                const auto speaker = attributions.speaker(verb);
                if (!speaker)
                    continue;
                model::Quote quote;
                quote.place = {field, *clause};
                quote.text = text.text.sliced(clause->begin, clause->length());
                quote.isDirect = false;
                quote.speaker = speaker->speaker;
                quote.speakerEntity = speaker->entity;
                quote.cue = reporting->lemma;
                quote.rule = QStringLiteral("indirect");
                here.push_back(std::move(quote));
            }
        }
    }

    // Does one of the first `count` quotations, which are by place, overlap the span?
    static bool hasQuotation(const std::vector<model::Quote> &quotes, size_t count, base::TextSpan span)
    {
        const auto end = quotes.begin() + static_cast<std::ptrdiff_t>(count);
        const auto first = std::partition_point(quotes.begin(), end, [&](const model::Quote &quote) { return quote.place.span.end <= span.begin; });
        return first != end && first->place.span.overlaps(span);
    }

    static bool endsBetween(const model::AnnotatedText &text, int first, int end)
    {
        for (int index = first; index < end; ++index) {
            if (text.form(index) == u";")
                return true;
        }
        return false;
    }

    // The span of the verb's clausal complement, without "that" and marks at its ends.
    static std::optional<base::TextSpan> clauseOf(const model::AnnotatedText &text, const model::Sentence &sentence, int verb)
    {
        int head = -1;
        for (int index = sentence.firstToken; index < sentence.endToken; ++index) {
            const model::Token &token = text.tokens[static_cast<size_t>(index)];
            const bool isBehindSemicolon = head >= 0 && index > verb && endsBetween(text, verb, index); // no part of what is reported
            if (token.head == verb && token.deprel == model::Deprel::Ccomp && !isBehindSemicolon)
                head = index;
        }
        if (head < 0)
            return std::nullopt;
        int first = head;
        int last = head;
        for (int index = sentence.firstToken; index < sentence.endToken; ++index) {
            int at = index;
            for (int steps = 0; at != head && steps < 60 && text.tokens[static_cast<size_t>(at)].head; ++steps)
                at = *text.tokens[static_cast<size_t>(at)].head;
            if (at == head) {
                first = std::min(first, index);
                last = std::max(last, index);
            }
        }
        const auto isTrimmed = [&](int index) {
            const QStringView form = text.form(index);
            return !form.front().isLetterOrNumber() || form.compare(QLatin1String("that"), Qt::CaseInsensitive) == 0;
        };
        while (first < last && isTrimmed(first))
            ++first;
        while (last > first && !text.form(last).front().isLetterOrNumber())
            --last;
        const bool hasVerb = std::any_of(text.tokens.begin() + first, text.tokens.begin() + last + 1,
            [](const model::Token &token) { return token.upos == model::Upos::Verb || token.upos == model::Upos::Aux; });
        if ((verb >= first && verb <= last) || !hasVerb)
            return std::nullopt;
        return base::TextSpan{text.tokens[static_cast<size_t>(first)].span.begin, text.tokens[static_cast<size_t>(last)].span.end};
    }

    const AnnotatedArticle &m_annotated;
    const std::vector<model::Entity> &m_entities;
    const language::WordLists &m_lists;
};

} // namespace

std::vector<model::Quote> findQuotes(const AnnotatedArticle &annotated, const std::vector<model::Entity> &entities, const language::WordLists &lists)
{
    Finder finder(annotated, entities, lists);
    finder.readField(model::TextField::Title);
    finder.readField(model::TextField::Text);
    return finder.found;
}

} // namespace variorum::extraction
