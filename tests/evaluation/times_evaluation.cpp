// How well time expressions are found and understood.
//
//     variorum-evaluate-times [--list] [--news | --recognizers] [--stories FOLDER] [DATA]
//
// DATA (else the folder that VARIORUM_DATA names, else ../data beside the sources) holds recognizers/ and meantime/. What
// of it is absent is told and left out; the annotated news of tests/evaluation/data is measured in any case. Each text is
// annotated by the language models and goes through findTimes() as an article of its date, alone.
//
// News. (a) data/annotated_news.txt: invented articles of eight kinds of events. (b) MEANTIME (Wikinews), the articles and
// sentences of data/meantime_spans.tsv and, read when the rules were settled, data/meantime_unseen_spans.tsv; the collection as we have it marks no TIMEX3, so the marks are ours as well. Both were
// read before the output was looked at. As in TempEval-3 (UzZaman et al. 2013):
//     span, strict    the same characters
//     span, relaxed   characters in common; an expression counts once on either side
//     value           relaxed, and the same TIMEX3 value (a zone and seconds aside); its F1 is over all found and wanted
// (c) The gold stories (--stories, else stories/ beside DATA: FOLDER/gold.json, "times"): each passage's expression, value at its place.
//
// Recognizers-Text, DateTimeModel (English): cases that news would write. In scope is a case when
//     - at least one platform of the project itself supports it,
//     - it is told in the third person: it has none of "I", "we", "you", "my", "let's", no question, and no word of an assistant
//       ("schedule", "book", "remind", "set", "show", "call", "meeting" ...),
//     - it is a sentence: four words or more, no signs of code ("=", "<", "@", "#"),
//     - its expressions are written as news writes them: no numeric date except year first or with a four-figure year, no
//       two-figure year, no bare number for a day ("on 22"), no fiscal or school years, no words run together, no business jargon
//       ("eod", "otd", "business days"), no years or days of the month in words, nothing else than date, time, their ranges, duration and set.
// Names of months, days and holidays are given a capital first, as in print. Right: every expression expected is met by one found
// that has characters in common and the same meaning, and nothing else is found; a range that is bounded by "before", "since" ...
// is compared by the end that it states, one that is counted back or on ("the last two weeks") by its length; an end of a
// range may be left out or taken in; a date that is counted in months or years may have TIMEX3's width ("two months ago").

#include "comparison/compare.h"
#include "evaluation/annotated_news.h"
#include "extraction/times/times.h"
#include "model/names.h"
#include "reading/read_file.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <cmath>
#include <cstdio>

namespace {

using namespace variorum;
using namespace Qt::StringLiterals;
using evaluation::Counts;
using evaluation::Mark;

bool listsErrors = false; // --list

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Zone and seconds aside.
QString comparable(QString timex)
{
    static const QRegularExpression kZone(u"(?<=T\\d\\d:\\d\\d)(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)?"_s);
    return timex.remove(kZone);
}

void list(const char *what, const QString &where, const QString &text, base::TextSpan span, const QString &wanted, const QString &found)
{
    if (!listsErrors)
        return;
    const qsizetype from = std::max<qsizetype>(0, span.begin - 40);
    const QString before = text.sliced(from, span.begin - from).replace(u'\n', u' ');
    const QString after = text.sliced(span.end, std::min<qsizetype>(40, text.size() - span.end)).replace(u'\n', u' ');
    std::printf("%-8s %s: %s[%s]%s   wanted %s found %s\n", what, qPrintable(where), qPrintable(before), qPrintable(text.sliced(span.begin, span.length())), qPrintable(after),
                qPrintable(wanted), qPrintable(found));
}

struct NewsCounts {
    Counts strict;
    Counts relaxed;
    Counts value;

    void print(const QString &name) const
    {
        printCounts(name + u" span, strict"_s, strict);
        printCounts(name + u" span, relaxed"_s, relaxed);
        printCounts(name + u" value"_s, value);
    }
};

void judgeNews(const evaluation::MarkedText &marked, const language::LanguagePack &pack, NewsCounts &counts)
{
    const auto found = extraction::findTimes(annotatedArticle(marked, pack), pack.wordLists());
    std::vector<bool> isTaken(found.size(), false);
    int wanted = 0;
    for (const Mark &mark : marked.marks) {
        if (mark.kind != Mark::Kind::Time)
            continue;
        ++wanted;
        size_t met = found.size();
        for (size_t place = 0; place < found.size(); ++place) {
            if (!isTaken[place] && found[place].place.span.overlaps(mark.span) && (met == found.size() || found[place].place.span == mark.span))
                met = place;
        }
        if (met == found.size()) {
            list("missed", marked.name, marked.text, mark.span, mark.value, u"-"_s);
            continue;
        }
        isTaken[met] = true;
        const bool isExact = found[met].place.span == mark.span;
        const bool isRight = comparable(found[met].value.timex) == comparable(mark.value);
        counts.strict.right += isExact ? 1 : 0;
        counts.relaxed.right += 1;
        counts.value.right += isRight ? 1 : 0;
        if (!isRight)
            list("value", marked.name, marked.text, found[met].place.span, mark.value, found[met].value.timex + u" ("_s + found[met].rule + u')');
        else if (!isExact)
            list("span", marked.name, marked.text, found[met].place.span, marked.text.sliced(mark.span.begin, mark.span.length()), found[met].rule);
    }
    int judged = 0;
    for (size_t place = 0; place < found.size(); ++place) {
        const bool isOpen = std::any_of(marked.marks.begin(), marked.marks.end(), [&](const Mark &mark) { return mark.kind == Mark::Kind::Open && mark.span.overlaps(found[place].place.span); });
        if (isTaken[place] || !isOpen)
            ++judged;
        if (!isTaken[place] && !isOpen)
            list("besides", marked.name, marked.text, found[place].place.span, u"-"_s, found[place].value.timex + u" ("_s + found[place].rule + u')');
    }
    for (Counts *each : {&counts.strict, &counts.relaxed, &counts.value}) {
        each->found += judged;
        each->wanted += wanted;
    }
}

void evaluateNews(const QString &data, const language::LanguagePack &pack)
{
    QStringList problems;
    NewsCounts all;
    const auto judge = [&](const QString &name, const std::vector<evaluation::MarkedText> &texts) {
        NewsCounts counts;
        for (const evaluation::MarkedText &text : texts)
            judgeNews(text, pack, counts);
        for (const evaluation::MarkedText &text : texts)
            judgeNews(text, pack, (listsErrors = false, all));
        counts.print(name);
    };
    const bool wantsList = listsErrors;
    const QString own = QStringLiteral(VARIORUM_SOURCE_DIR "/tests/evaluation/data/");
    judge(u"annotated news:"_s, evaluation::readAnnotatedNews(QString::fromUtf8(bytesOf(own + u"annotated_news.txt"_s)), problems));
    listsErrors = wantsList;
    const QString conll = QString::fromUtf8(bytesOf(data + u"/meantime/output_data/en/meantime.conll"_s));
    if (conll.isEmpty())
        std::printf("MEANTIME is not there: %s/meantime\n", qPrintable(data));
    else
        judge(u"MEANTIME:"_s, evaluation::readMeantime(conll, QString::fromUtf8(bytesOf(own + u"meantime_spans.tsv"_s)), problems));
    listsErrors = wantsList;
    if (!conll.isEmpty())
        judge(u"MEANTIME, unseen:"_s, evaluation::readMeantime(conll, QString::fromUtf8(bytesOf(own + u"meantime_unseen_spans.tsv"_s)), problems));
    listsErrors = wantsList;
    all.print(u"all news:"_s);
    for (const QString &problem : problems)
        std::printf("not read: %s\n", qPrintable(problem));
}

/// The files of a folder as the program reads them together: a date that one does not state is its siblings'.
std::vector<model::Article> storyArticles(const QString &folder)
{
    std::vector<model::Article> articles;
    for (const QString &file : QDir(folder).entryList({u"*.html"_s, u"*.txt"_s}, QDir::Files)) {
        for (model::Article &article : reading::readBytes(bytesOf(folder + file), file)) {
            article.path = file;
            articles.push_back(std::move(article));
        }
    }
    comparison::inferDates(articles, comparison::groupStories(articles, {}));
    return articles;
}

// The expression at its first place inside the passage, in the article that holds it.
void evaluateStories(const QString &stories, const language::LanguagePack &pack)
{
    Counts counts;
    for (const QString &story : QDir(stories).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = stories + u'/' + story + u'/';
        const std::vector<model::Article> articles = storyArticles(folder);
        const QJsonArray gold = QJsonDocument::fromJson(bytesOf(folder + u"gold.json"_s)).object().value("times"_L1).toArray();
        for (const QJsonValue &each : gold) {
            const QJsonObject entry = each.toObject();
            const QString file = entry.value("file"_L1).toString();
            const QString passage = entry.value("text"_L1).toString();
            const auto article = std::find_if(articles.begin(), articles.end(), [&](const model::Article &one) { return one.path == file; });
            if (article == articles.end())
                continue;
            const auto annotated = extraction::annotate(*article, pack);
            const bool inTitle = annotated.title.text.contains(passage);
            const QString &text = inTitle ? annotated.title.text : annotated.article.text;
            const qsizetype begin = text.indexOf(passage);
            ++counts.wanted;
            if (begin < 0) {
                std::printf("%s %s: passage not read: %s\n", qPrintable(story), qPrintable(file), qPrintable(passage));
                continue;
            }
            const qsizetype at = begin + passage.indexOf(entry.value("expression"_L1).toString());
            const base::TextSpan span{at, at + entry.value("expression"_L1).toString().size()};
            QString found;
            for (const model::TimeMention &mention : extraction::findTimes(annotated, pack.wordLists())) {
                if ((mention.place.field == model::TextField::Title) == inTitle && mention.place.span.overlaps(span) && found.isEmpty())
                    found = mention.value.timex;
            }
            counts.found += found.isEmpty() ? 0 : 1;
            const bool isRight = comparable(found) == comparable(entry.value("value"_L1).toString());
            counts.right += isRight ? 1 : 0;
            if (!isRight)
                list("story", story + u'/' + file, text, span, entry.value("value"_L1).toString(), found);
        }
    }
    if (counts.wanted > 0)
        printCounts(u"gold stories: value"_s, counts);
    else
        std::printf("gold stories are not there: %s\n", qPrintable(stories));
}

bool isCarriedByNews(const QJsonObject &entry)
{
    static const QRegularExpression kAssistant(
        u"\\b(i|i'll|i'd|i've|i'm|we|we're|we'd|we'll|we've|you|you're|your|my|me|us|our|let's|please|cortana|schedule[ds]?|reschedule|book|remind|reminder|set|show|call|calls|meeting|meet|lunch|dinner|appointment|calendar|add|create|"
        "find|search|list|arrange|available|availability|free|slot|ooo|pto|plan|skype|teams|sales|task|tasks|email|emails|note|tel|todo|query|room|tasks?|move|give|tell|take|put|"
        "cancel|change|make|block|see you|help|look|turn|play|listen|have a|get|send|start|wait|bring|date with|submit|order|filter|between)\\b|\\?"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kCode(u"[=<>@#_{}]"_s);
    const QString input = entry.value("Input"_L1).toString();
    const QStringList platforms = entry.value("NotSupported"_L1).toString().split(u',', Qt::SkipEmptyParts);
    return platforms.size() < 4 && input.split(u' ', Qt::SkipEmptyParts).size() >= 4 && input[0].isUpper() && !kAssistant.match(input).hasMatch() && !kCode.match(input).hasMatch();
}

bool isWrittenAsInNews(const QJsonObject &expected)
{
    static const QRegularExpression kNumeric(u"^(?!.*\\b\\d{4}-\\d\\d-\\d\\d\\b).*(\\d[/.-]\\s?\\d(?!\\d?\\s?(a|p)\\.?m)|\\d{5}|[a-z]\\d|'\\d\\d\\b(?!s)|\\b\\d\\d\\.\\d\\d\\.)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kJargon(u"\\b(business|fiscal|school|fy\\d*|sy\\d*|cy\\d*|eod|eom|eoy|ytd|q[1-4]|h[12]|tmr|tmrw|asap|ish|workweek|work week|oclock|am|pm only|rest of|whole|all day|week of|weeks? \\d+|decade of|otd|independence day|juneteenth|one a day|everyday|nineteen|two thousand|fifteen august|the (third|second) month|dinnertime|mealtime|[a-z]+-[a-z]{3}-\\d+)\\b|^(the |on |on the )?\\d{1,2}(st|nd|rd|th)?$|\\d(ish|day|week|year|month)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QStringList kTypes{u"date"_s, u"daterange"_s, u"time"_s, u"timerange"_s, u"datetime"_s, u"datetimerange"_s, u"duration"_s, u"set"_s};
    const QString text = expected.value("Text"_L1).toString();
    return kTypes.contains(expected.value("TypeName"_L1).toString().section(u'.', 1)) && !kNumeric.match(text).hasMatch() && !kJargon.match(text).hasMatch();
}

QString withCapitals(QString input)
{
    static const QRegularExpression kNames(u"\\b(january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(mon|tues|wednes|thurs|fri|satur|sun)days?|"
                                           "christmas|easter|thanksgiving|halloween|new year'?s?( eve| day)?|may(?= \\d| of| the))\\b"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    auto names = kNames.globalMatch(input);
    while (names.hasNext()) {
        const qsizetype at = names.next().capturedStart();
        input[at] = input[at].toUpper();
    }
    return input;
}

std::optional<double> lengthOf(const QString &timex)
{
    static const QRegularExpression kLength(u"P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?\\)$"_s);
    const QRegularExpressionMatch match = kLength.match(timex);
    if (!match.hasMatch())
        return std::nullopt;
    static constexpr double kSeconds[] = {365.2425 * 86400, 365.2425 / 12 * 86400, 7 * 86400.0, 86400, 3600, 60, 1};
    double sum = 0;
    for (int part = 0; part < 7; ++part)
        sum += match.captured(part + 1).toDouble() * kSeconds[part];
    return sum;
}

// One of the readings that the case allows.
bool isSameTime(const model::TimeValue &found, const QJsonObject &value, bool mayBeWide)
{
    const QString timex = value.value("timex"_L1).toString();
    if (!found.timex.isEmpty() && comparable(found.timex) == comparable(timex))
        return true;
    static const QRegularExpression kPartOfDay(u"T(MO|MI|AF|EV|NI|DT)$"_s);
    const QRegularExpressionMatch part = kPartOfDay.match(timex);
    const QString stated = value.value("value"_L1).toString();
    const QString start = value.value("start"_L1).toString();
    const QString end = value.value("end"_L1).toString();
    if (part.hasMatch())
        return found.timex.endsWith(part.captured()) && (!start.contains(u'-') || found.timex.startsWith(start.left(10)));
    if (value.value("type"_L1) == "duration"_L1)
        return found.seconds && std::abs(*found.seconds - stated.toDouble()) < 0.02 * stated.toDouble() + 0.5;
    const auto isMoment = [](const std::optional<QDateTime> &moment, const QString &text) {
        return moment && (text.contains(u':') ? text.contains(u'-') ? moment->toString(u"yyyy-MM-dd HH:mm:ss"_s) == text : moment->toString(u"HH:mm:ss"_s) == text : moment->toString(u"yyyy-MM-dd"_s) == text);
    };
    if (!start.isEmpty() || !end.isEmpty()) {
        const QString mod = value.value("Mod"_L1).toString();
        const bool wantsStart = !start.isEmpty();
        const bool wantsEnd = !end.isEmpty();
        if (!mod.isEmpty() && wantsStart != wantsEnd) // "after 2012" begins where 2012 ends; "since 2012" where it begins
            return isMoment(found.from, wantsStart ? start : end) || isMoment(found.to, wantsStart ? start : end);
        const auto length = lengthOf(timex);
        if (found.seconds && length && std::abs(*found.seconds - *length) < 0.02 * *length + 0.5)
            return true;
        const QString last = found.timex.section(u'/', 1);
        if (isMoment(found.from, start) && !last.isEmpty() && end.startsWith(last) && (last.size() == 10 || end.sliced(last.size()).remove(u"-01"_s).isEmpty())) // its end is where ours begins
            return true;
        const bool endsIncluded = found.to && isMoment(found.to->addDays(-1), end); // "from Monday to Friday": Recognizers leaves the last day out
        return isMoment(found.from, start) && (isMoment(found.to, end) || endsIncluded || (found.to && isMoment(found.to->addSecs(-60), end)));
    }
    const QDate day = QDate::fromString(stated.left(10), Qt::ISODate);
    const bool isCounted = found.from && found.to && found.from->daysTo(*found.to) > 1 && day.isValid(); // "two months ago": TIMEX3 names the month
    return isMoment(found.from, stated) || (isCounted && mayBeWide && found.from->date() <= day && day < found.to->date());
}

bool isCaseRight(const QJsonArray &results, const std::vector<model::TimeMention> &found)
{
    const bool allMet = std::all_of(results.begin(), results.end(), [&](const QJsonValue &result) {
        const QJsonArray values = result["Resolution"_L1]["values"_L1].toArray();
        const base::TextSpan span{result["Start"_L1].toInt(), result["End"_L1].toInt() + 1};
        return std::any_of(found.begin(), found.end(), [&](const model::TimeMention &mention) {
            return mention.place.span.overlaps(span) && std::any_of(values.begin(), values.end(), [&](const QJsonValue &value) { return isSameTime(mention.value, value.toObject(), mention.rule == "ago"_L1 || mention.rule == "later"_L1 || mention.rule == "offset-from-date"_L1 || mention.rule == "from-now"_L1); });
        });
    });
    return allMet && std::all_of(found.begin(), found.end(), [&](const model::TimeMention &mention) {
        return std::any_of(results.begin(), results.end(), [&](const QJsonValue &result) { return mention.place.span.overlaps({result["Start"_L1].toInt(), result["End"_L1].toInt() + 1}); });
    });
}

void evaluateRecognizers(const QString &data, const language::LanguagePack &pack)
{
    const QJsonArray cases = QJsonDocument::fromJson(bytesOf(data + u"/recognizers/DateTime/DateTimeModel.json"_s).replace("\xEF\xBB\xBF", "")).array();
    if (cases.isEmpty()) {
        std::printf("Recognizers-Text is not there: %s/recognizers\n", qPrintable(data));
        return;
    }
    int inScope = 0;
    int right = 0;
    for (const QJsonValue &each : cases) {
        const QJsonObject entry = each.toObject();
        const QJsonArray results = entry.value("Results"_L1).toArray();
        if (results.isEmpty() || !isCarriedByNews(entry) || !std::all_of(results.begin(), results.end(), [](const QJsonValue &result) { return isWrittenAsInNews(result.toObject()); }))
            continue;
        evaluation::MarkedText text;
        text.text = withCapitals(entry.value("Input"_L1).toString());
        const QString reference = entry["Context"_L1]["ReferenceDateTime"_L1].toString();
        text.published = QDate::fromString(reference.left(10), Qt::ISODate);
        const auto found = extraction::findTimes(annotatedArticle(text, pack), pack.wordLists());
        ++inScope;
        const bool isRight = isCaseRight(results, found);
        right += isRight ? 1 : 0;
        if (isRight || !listsErrors)
            continue;
        std::printf("case     %s @ %s\n", qPrintable(text.text), qPrintable(reference.left(10)));
        for (const QJsonValue &result : results)
            std::printf("           wanted %s = %s\n", qPrintable(result["Text"_L1].toString()), QJsonDocument(result["Resolution"_L1]["values"_L1].toArray()).toJson(QJsonDocument::Compact).left(230).constData());
        for (const model::TimeMention &mention : found)
            std::printf("           found  %s = %s (%s)\n", qPrintable(text.text.sliced(mention.place.span.begin, mention.place.span.length())), qPrintable(model::printed(mention.value)), qPrintable(mention.rule));
    }
    std::printf("Recognizers DateTimeModel: %d of %d in scope right, %.3f (%d cases in all)\n", right, inScope, 1.0 * right / std::max(1, inScope), static_cast<int>(cases.size()));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"list"_s, u"Print each error."_s});
    parser.addOption({u"news"_s, u"News only."_s});
    parser.addOption({u"recognizers"_s, u"Recognizers-Text only."_s});
    parser.addOption({u"stories"_s, u"The folder of stories with a hand-made reading."_s, u"FOLDER"_s});
    parser.addOption({u"resources"_s, u"The program's resources."_s, u"FOLDER"_s, QStringLiteral(VARIORUM_RESOURCE_DIR)});
    parser.addPositionalArgument(u"DATA"_s, u"The folder of collections."_s);
    parser.addHelpOption();
    parser.process(application);
    listsErrors = parser.isSet(u"list"_s);
    const QString standing = qEnvironmentVariable("VARIORUM_DATA", QStringLiteral(VARIORUM_SOURCE_DIR "/../data"));
    const QString data = parser.positionalArguments().value(0, standing);
    const auto pack = language::LanguagePack::load(parser.value(u"resources"_s));
    if (!pack.hasValue()) {
        std::fprintf(stderr, "no resources: %s\n", qPrintable(parser.value(u"resources"_s)));
        return 2;
    }
    if (!parser.isSet(u"recognizers"_s)) {
        evaluateNews(data, *pack.value());
        evaluateStories(parser.isSet(u"stories"_s) ? parser.value(u"stories"_s) : data + u"/../stories"_s, *pack.value());
    }
    if (!parser.isSet(u"news"_s))
        evaluateRecognizers(data, *pack.value());
    return 0;
}
