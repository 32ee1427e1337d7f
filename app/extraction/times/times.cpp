// Finds the time expressions of an article: the grammar (time_reader) from left to right, the longest reading first,
// then each is resolved (time_resolver) from the article's date, its clause's tense and the day spoken of before.
//
//     published 2023-09-12: "Mr Kim left on Sunday. Two days later he arrived."  -> 2023-09-10, 2023-09-12

#include "extraction/times/times.h"

#include "extraction/times/tense.h"
#include "extraction/times/time_reader.h"
#include "extraction/times/time_resolver.h"

namespace variorum::extraction {

namespace {

// "Seoul, September 12, 2023": the day of the dateline; its year is 4 (a leap year) where it states none.
void readDateline(TimeAnchor &anchor, const model::Article &article, const language::WordLists &lists)
{
    if (anchor.day || !article.dateline || article.dateline->isEmpty())
        return;
    model::AnnotatedText text;
    text.text = *article.dateline;
    model::Token whole;
    whole.span = {0, text.text.size()};
    text.tokens.push_back(whole);
    text.sentences.push_back({{0, text.text.size()}, 0, 1});
    const Pieces pieces(text, text.sentences.front());
    const TimeReader reader(pieces, lists);
    for (int index = 0; index < pieces.count(); ++index) {
        const auto reading = reader.read(index);
        if (!reading || !reading->form.month || !reading->form.day)
            continue;
        const QDate day(reading->form.year.value_or(4), *reading->form.month, *reading->form.day);
        if (!day.isValid())
            continue;
        (reading->form.year ? anchor.day : anchor.datelineDay) = day;
        return;
    }
}

TimeAnchor anchorOf(const model::Article &article, const language::WordLists &lists)
{
    TimeAnchor anchor;
    if (article.published) {
        anchor.day = article.published->date;
        anchor.time = article.published->time;
    }
    anchor.isInferred = article.publishedBasis == model::DateBasis::Inferred;
    readDateline(anchor, article, lists);
    return anchor;
}

// Where the date begins that "the same month" or "a year earlier" may start from; of a season only its year is known.
std::optional<QDate> beginOf(const model::TimeValue &value)
{
    if (value.kind == model::TimeKind::Duration || value.kind == model::TimeKind::Set)
        return std::nullopt;
    if (value.from)
        return value.from->date();
    const QDate year(value.timex.left(4).toInt(), 1, 1);
    return value.timex.size() == 7 && year.year() > 1000 ? std::optional(year) : std::nullopt;
}

// The day that "two days later" or "at 7 pm" may start from: a resolved single day.
std::optional<QDate> dayOf(const model::TimeValue &value)
{
    if (!value.from || !value.to || value.kind == model::TimeKind::Duration || value.from->secsTo(*value.to) > 24 * 3600)
        return std::nullopt;
    return value.from->date();
}

class Finder {
public:
    Finder(const AnnotatedArticle &annotated, const language::WordLists &lists)
        : m_annotated(annotated), m_lists(lists), m_anchor(anchorOf(annotated.article, lists))
    {
    }

    void readField(model::TextField field)
    {
        m_before = {};
        const model::AnnotatedText &text = m_annotated.field(field);
        for (const model::Sentence &sentence : text.sentences) {
            const Pieces pieces(text, sentence);
            readSentence(pieces, field);
        }
    }

    std::vector<model::TimeMention> found;

private:
    void readSentence(const Pieces &pieces, model::TextField field)
    {
        const TimeReader reader(pieces, m_lists);
        for (int index = 0; index < pieces.count(); ++index) {
            const auto reading = reader.read(index);
            if (!reading)
                continue;
            const Tense tense = tenseAround(pieces, reading->begin, reading->end);
            const model::TimeValue value = resolveTime(reading->form, m_anchor, tense, m_before);
            found.push_back({{field, pieces.span(reading->begin, reading->end)}, value, reading->rule});
            if (const auto day = dayOf(value))
                m_before.day = day;
            if (const auto begin = beginOf(value)) {
                constexpr qint64 kSeasonDays = 92;
                m_before.begin = begin;
                m_before.days = value.from && value.to ? std::max<qint64>(1, value.from->daysTo(*value.to)) : kSeasonDays;
            }
            index = reading->end - 1;
        }
    }

    const AnnotatedArticle &m_annotated;
    const language::WordLists &m_lists;
    TimeAnchor m_anchor;
    TimeBefore m_before;
};

} // namespace

std::vector<model::TimeMention> findTimes(const AnnotatedArticle &annotated, const language::WordLists &lists)
{
    Finder finder(annotated, lists);
    finder.readField(model::TextField::Title);
    finder.readField(model::TextField::Text);
    return finder.found;
}

} // namespace variorum::extraction
