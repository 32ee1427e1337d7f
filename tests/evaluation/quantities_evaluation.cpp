// How well quantities are found and understood.
//
//     variorum-evaluate-quantities [--list] [--news | --recognizers] [DATA]
//
// DATA (else the folder that VARIORUM_DATA names, else ../data beside the sources) holds recognizers/, meantime/ and quantulum3/.
// What of it is absent is told and left out; the annotated news of tests/evaluation/data is measured in any case. Each text is
// annotated by the language models and goes through findTimes() and findQuantities(), alone.
//
// News: data/annotated_news.txt (invented) and the articles of MEANTIME in data/meantime_spans.tsv, both read by us before the
// output was looked at, and those in data/meantime_unseen_spans.tsv, read when the rules were settled. Ordinals and amounts without a number ("several") are left out on both sides; what overlaps an open
// place is not judged.
//     value+unit   characters in common, the same number (both ends of a range) and the same unit (none for a count)
//     and bound    ... and the same bound (= ~ > >= < <= ..); only annotated_news.txt gives it
//     counted      of what is right by value and unit and has a noun in the marks: the share with that noun
//
// quantulum3, English tests (sentences of popular science and small talk): value+unit of measures and money whose unit stands in
// the table below. Counts, durations and what has another unit are left out on both sides.
//
// Recognizers-Text, English. A case is in scope when at least one of the project's own platforms supports it, something is
// expected in it, and every expectation is written as news writes it:
//     All             no telephone numbers, codes, prices as they are spoken ("15 dollars 50"), currency codes in small letters or
//                     joined to a scale ("MUSD"), spaced hyphens and dots of tokenised text, ranges of two bounds ("above .. and below ..")
//     Number          integers, decimals, fractions below one down to tenths; no bare "one", no "over", "^", negative or
//                     scientific numbers, no run of more than seven figures without commas; no months and no years in the input
//     NumberRange     in words ("more than", "up to", "between", "from ... to"), no signs, no "equal", one bound an end
//     Percent         a number with its sign or word
//     Currency, Dimension, Temperature, Age      a number, and a unit of the table below
// Right: each number expected is met by a quantity that has characters in common, the same number and the same unit; ranges by
// their two ends, open or closed alike.

#include "evaluation/annotated_news.h"
#include "extraction/quantities/quantities.h"
#include "extraction/times/times.h"
#include "model/names.h"
#include "model/units.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QHash>
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

/// Names of the two collections for units, in lower case, as codes.
QString codeOf(const QString &name)
{
    static const QHash<QString, QString> kCodes{
        {u"dollar"_s, u"USD"_s}, {u"united states dollar"_s, u"USD"_s}, {u"euro"_s, u"EUR"_s}, {u"chinese yuan"_s, u"CNY"_s}, {u"pound"_s, u"GBP"_s}, {u"british pound"_s, u"GBP"_s},
        {u"pound sterling"_s, u"GBP"_s}, {u"canadian dollar"_s, u"CAD"_s}, {u"japanese yen"_s, u"JPY"_s}, {u"australian dollar"_s, u"AUD"_s}, {u"turkish lira"_s, u"TRY"_s},
        {u"mexican peso"_s, u"MXN"_s}, {u"hong kong dollar"_s, u"HKD"_s}, {u"swiss franc"_s, u"CHF"_s}, {u"new zealand dollar"_s, u"NZD"_s}, {u"foot"_s, u"[ft_i]"_s},
        {u"meter"_s, u"m"_s}, {u"metre"_s, u"m"_s}, {u"mile"_s, u"[mi_i]"_s}, {u"gallon"_s, u"[gal_us]"_s}, {u"ton"_s, u"[ston_av]"_s}, {u"metric ton"_s, u"t"_s}, {u"tonne"_s, u"t"_s},
        {u"kilometer per hour"_s, u"km/h"_s}, {u"kilometre per hour"_s, u"km/h"_s}, {u"kilogram"_s, u"kg"_s}, {u"microgram"_s, u"ug"_s}, {u"milligram"_s, u"mg"_s},
        {u"inch"_s, u"[in_i]"_s}, {u"square meter"_s, u"m2"_s}, {u"kilometer"_s, u"km"_s}, {u"kilometre"_s, u"km"_s}, {u"millimeter"_s, u"mm"_s}, {u"milliliter"_s, u"mL"_s},
        {u"barrel"_s, u"[bbl_us]"_s}, {u"ounce"_s, u"[oz_av]"_s}, {u"acre"_s, u"[acr_us]"_s}, {u"cubic foot"_s, u"[cft_i]"_s}, {u"mile per hour"_s, u"[mi_i]/h"_s},
        {u"square kilometer"_s, u"km2"_s}, {u"square kilometre"_s, u"km2"_s}, {u"square mile"_s, u"[smi_us]"_s}, {u"megabyte"_s, u"MBy"_s}, {u"gram"_s, u"g"_s}, {u"c"_s, u"Cel"_s},
        {u"f"_s, u"[degF]"_s}, {u"degree celsius"_s, u"Cel"_s}, {u"degree fahrenheit"_s, u"[degF]"_s}, {u"cubic kilometre"_s, u"km3"_s}, {u"cubic centimetre"_s, u"cm3"_s},
        {u"nanometre"_s, u"nm"_s}, {u"litre"_s, u"L"_s}, {u"centilitre"_s, u"cL"_s}, {u"megawatt hour"_s, u"MW.h"_s}, {u"watt hour"_s, u"W.h"_s}, {u"gigahertz"_s, u"GHz"_s},
        {u"kelvin"_s, u"K"_s}, {u"pound-mass"_s, u"[lb_av]"_s}, {u"percentage"_s, u"%"_s}};
    return kCodes.value(name.toLower());
}

bool isSameNumber(double one, double other)
{
    return std::abs(one - other) <= 1e-4 * std::max(std::abs(one), std::abs(other)) + 1e-9;
}

/// "12", ">=12", "~0.3333", "3..5"
bool hasNumber(const model::QuantityValue &value, const QString &wanted)
{
    static const QRegularExpression kSign(u"^[=~<>]*"_s);
    const QStringList ends = QString(wanted).remove(kSign).split(u".."_s);
    if (ends.size() == 2)
        return value.low && value.high && isSameNumber(*value.low, ends[0].toDouble()) && isSameNumber(*value.high, ends[1].toDouble());
    const std::optional<double> number = value.value ? value.value : value.bound == model::Bound::AtLeast ? value.low : std::nullopt;
    return number && isSameNumber(*number, ends[0].toDouble());
}

QString boundOf(const QString &wanted)
{
    static const QRegularExpression kSign(u"^[=~<>]+"_s);
    return wanted.contains(u".."_s) ? u".."_s : kSign.match(wanted).captured();
}

QString boundOf(const model::QuantityValue &value)
{
    switch (value.bound) {
    case model::Bound::Exact: return {};
    case model::Bound::Approximate: return u"~"_s;
    case model::Bound::MoreThan: return u">"_s;
    case model::Bound::AtLeast: return u">="_s;
    case model::Bound::LessThan: return u"<"_s;
    case model::Bound::AtMost: return u"<="_s;
    case model::Bound::Range: return u".."_s;
    }
    return {};
}

QString described(const model::QuantityMention &mention)
{
    const model::QuantityValue &value = mention.value;
    return model::printed(value) + u" unit '"_s + value.unit + u"' counted '"_s + value.counted + u"' ("_s + mention.rule + u')';
}

std::vector<model::QuantityMention> quantitiesIn(const evaluation::MarkedText &marked, const language::LanguagePack &pack)
{
    const auto annotated = annotatedArticle(marked, pack);
    return extraction::findQuantities(annotated, extraction::findTimes(annotated, pack.wordLists()), pack.wordLists());
}

void list(const char *what, const evaluation::MarkedText &marked, base::TextSpan span, const QString &wanted, const QString &found)
{
    if (!listsErrors)
        return;
    const qsizetype from = std::max<qsizetype>(0, span.begin - 40);
    const QString before = marked.text.sliced(from, span.begin - from).replace(u'\n', u' ');
    const QString after = marked.text.sliced(span.end, std::min<qsizetype>(40, marked.text.size() - span.end)).replace(u'\n', u' ');
    std::printf("%-8s %s: %s[%s]%s   wanted %s found %s\n", what, qPrintable(marked.name), qPrintable(before), qPrintable(marked.text.sliced(span.begin, span.length())), qPrintable(after),
                qPrintable(wanted), qPrintable(found));
}

struct NewsCounts {
    Counts value;
    Counts bound;
    int nouns = 0;
    int nounsRight = 0;
};

void judgeNews(const evaluation::MarkedText &marked, const language::LanguagePack &pack, NewsCounts &counts)
{
    std::vector<model::QuantityMention> found = quantitiesIn(marked, pack);
    std::erase_if(found, [&](const model::QuantityMention &mention) {
        const bool isOpen = std::any_of(marked.marks.begin(), marked.marks.end(), [&](const Mark &mark) { return mark.kind == Mark::Kind::Open && mark.span.overlaps(mention.place.span); });
        const bool isMarked = std::any_of(marked.marks.begin(), marked.marks.end(), [&](const Mark &mark) { return mark.kind == Mark::Kind::Quantity && mark.span.overlaps(mention.place.span); });
        return isOpen || mention.value.isOrdinal || (!isMarked && !mention.value.value && mention.value.bound != model::Bound::Range);
    });
    std::vector<bool> isTaken(found.size(), false);
    for (const Mark &mark : marked.marks) {
        if (mark.kind != Mark::Kind::Quantity)
            continue;
        ++counts.value.wanted;
        ++counts.bound.wanted;
        size_t met = found.size();
        for (size_t place = 0; place < found.size(); ++place) {
            if (!isTaken[place] && found[place].place.span.overlaps(mark.span) && met == found.size())
                met = place;
        }
        const QString wanted = mark.value + u' ' + mark.unit + mark.counted;
        if (met == found.size()) {
            list("missed", marked, mark.span, wanted, u"-"_s);
            continue;
        }
        isTaken[met] = true;
        const model::QuantityValue &value = found[met].value;
        if (!hasNumber(value, mark.value) || value.unit != mark.unit) {
            list("value", marked, found[met].place.span, wanted, described(found[met]));
            continue;
        }
        ++counts.value.right;
        counts.bound.right += boundOf(value) == boundOf(mark.value) ? 1 : 0;
        if (boundOf(value) != boundOf(mark.value) && !marked.name.startsWith("corpus_"_L1))
            list("bound", marked, found[met].place.span, wanted, described(found[met]));
        if (mark.counted.isEmpty())
            continue;
        ++counts.nouns;
        counts.nounsRight += value.counted == mark.counted ? 1 : 0;
        if (value.counted != mark.counted)
            list("counted", marked, found[met].place.span, wanted, described(found[met]));
    }
    for (size_t place = 0; place < found.size(); ++place) {
        if (!isTaken[place])
            list("besides", marked, found[place].place.span, u"-"_s, described(found[place]));
    }
    counts.value.found += static_cast<int>(found.size());
    counts.bound.found += static_cast<int>(found.size());
}

void evaluateNews(const QString &data, const language::LanguagePack &pack)
{
    QStringList problems;
    const QString own = QStringLiteral(VARIORUM_SOURCE_DIR "/tests/evaluation/data/");
    NewsCounts annotated;
    for (const evaluation::MarkedText &text : evaluation::readAnnotatedNews(QString::fromUtf8(bytesOf(own + u"annotated_news.txt"_s)), problems))
        judgeNews(text, pack, annotated);
    NewsCounts meantime;
    const QString conll = QString::fromUtf8(bytesOf(data + u"/meantime/output_data/en/meantime.conll"_s));
    if (conll.isEmpty())
        std::printf("MEANTIME is not there: %s/meantime\n", qPrintable(data));
    for (const evaluation::MarkedText &text : evaluation::readMeantime(conll, QString::fromUtf8(bytesOf(own + u"meantime_spans.tsv"_s)), problems))
        judgeNews(text, pack, meantime);
    NewsCounts unseen;
    for (const evaluation::MarkedText &text : evaluation::readMeantime(conll, QString::fromUtf8(bytesOf(own + u"meantime_unseen_spans.tsv"_s)), problems))
        judgeNews(text, pack, unseen);
    evaluation::printCounts(u"annotated news: value+unit"_s, annotated.value);
    evaluation::printCounts(u"annotated news: and bound"_s, annotated.bound);
    std::printf("annotated news: counted %d of %d\n", annotated.nounsRight, annotated.nouns);
    evaluation::printCounts(u"MEANTIME: value+unit"_s, meantime.value);
    evaluation::printCounts(u"MEANTIME, unseen: value+unit"_s, unseen.value);
    evaluation::printCounts(u"all news: value+unit"_s,
                            {annotated.value.right + meantime.value.right + unseen.value.right, annotated.value.found + meantime.value.found + unseen.value.found,
                             annotated.value.wanted + meantime.value.wanted + unseen.value.wanted});
    for (const QString &problem : problems)
        if (!conll.isEmpty())
            std::printf("not read: %s\n", qPrintable(problem));
}

void evaluateQuantulum(const QString &data, const language::LanguagePack &pack)
{
    const QJsonArray cases = QJsonDocument::fromJson(bytesOf(data + u"/quantulum3/_lang/en_US/tests/quantities.json"_s)).array();
    if (cases.isEmpty()) {
        std::printf("quantulum3 is not there: %s/quantulum3\n", qPrintable(data));
        return;
    }
    Counts counts;
    for (const QJsonValue &each : cases) {
        evaluation::MarkedText text;
        text.name = u"quantulum3"_s;
        text.text = each["req"_L1].toString();
        std::vector<model::QuantityMention> found = quantitiesIn(text, pack);
        std::erase_if(found, [](const model::QuantityMention &mention) { return mention.value.unit.isEmpty() || mention.value.unit == "1"_L1 || model::dimensionOf(mention.value.unit) == "T"_L1; });
        std::vector<bool> isTaken(found.size(), false);
        qsizetype after = 0;
        for (const QJsonValue &result : each["res"_L1].toArray()) {
            const QString surface = result["surface"_L1].toString();
            const qsizetype at = text.text.indexOf(surface, after);
            const base::TextSpan span{at, at + surface.size()};
            after = at < 0 ? after : span.end;
            const QString unit = codeOf(result["unit"_L1].toString());
            if (at < 0)
                continue;
            const auto met = std::find_if(found.begin(), found.end(), [&](const model::QuantityMention &mention) { return mention.place.span.overlaps(span); });
            const bool isMet = met != found.end();
            if (unit.isEmpty()) { // another unit: not judged
                if (isMet)
                    found.erase(met);
                isTaken.assign(found.size(), false);
                continue;
            }
            ++counts.wanted;
            const double value = result["value"_L1].toDouble();
            const double spread = result["uncertainty"_L1].toDouble();
            const auto converted = isMet ? model::convertUnit(result["value"_L1].toDouble(), unit, met->value.unit) : std::nullopt;
            const bool isDoubled = converted && met->value.unit != unit && met->value.value && met->place.span.contains(span) && std::abs(*converted - *met->value.value) < 0.1 * std::abs(*met->value.value);
            if (isDoubled) { // "1,500,000 kilometres (930,000 mi)" is one quantity to us
                --counts.wanted;
                continue;
            }
            const bool isRight = isMet && met->value.unit == unit && hasNumber(met->value, spread > 0 && !met->value.value ? u"%1..%2"_s.arg(value - spread).arg(value + spread) : QString::number(value, 'g', 15));
            counts.right += isRight ? 1 : 0;
            if (!isRight)
                list("quantulum", text, span, QString::number(value, 'g', 10) + u' ' + unit, isMet ? described(*met) : u"-"_s);
        }
        counts.found += static_cast<int>(found.size());
    }
    evaluation::printCounts(u"quantulum3: value+unit of measures"_s, counts);
}

struct Expected {
    base::TextSpan span;
    QString number; ///< as in the marks
    std::optional<QString> unit; ///< absent: not compared
};

/// Nothing where the expectation is out of scope.
std::optional<Expected> expectedOf(const QString &model, const QJsonObject &result)
{
    static const QRegularExpression kOddNumber(u"\\bover\\b|[\\^/_]|e[+-]?\\d|\\d{8}|^-|\\b(minus|negative|googol|gross)\\b|^one$|\\d [\\d]{1,2}\\b|\\.\\d.*\\.\\d|^\\.|\\d\\.$|trillionth|illionth|hundredth|thousandth|(teen|tie)ths?\\b|ty[- ]\\w+ths?$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kOddRange(u"[<>=~]|equal|\\bx\\b|greater.*(less|smaller)|larger.*less|less.*(greater|larger|more)"_s, QRegularExpression::CaseInsensitiveOption);
    const QJsonObject resolution = result.value("Resolution"_L1).toObject();
    const QString text = result.value("Text"_L1).toString();
    const QString value = resolution.value("value"_L1).toString();
    Expected expected{{result.value("Start"_L1).toInt(), result.value("End"_L1).toInt() + 1}, value, {}};
    if (model == "Number"_L1) {
        const double number = value.toDouble();
        const bool isFraction = resolution.value("subtype"_L1) == "fraction"_L1;
        const bool isNewsFraction = !isFraction || (number < 1 && number > 0.09);
        return kOddNumber.match(text).hasMatch() || !isNewsFraction || number >= 1e15 ? std::nullopt : std::optional(expected);
    }
    if (model == "Percent"_L1) {
        expected.unit = u"%"_s;
        expected.number.chop(1);
        return !text.isEmpty() && text[0].isLetterOrNumber() && !text.startsWith("per"_L1) && value != "null"_L1 ? std::optional(expected) : std::nullopt;
    }
    if (model == "NumberRange"_L1) {
        const QStringList ends = value.sliced(1).chopped(1).split(u',');
        if (kOddRange.match(text).hasMatch() || ends.size() != 2)
            return std::nullopt;
        expected.number = ends[0].isEmpty() ? u"<="_s + ends[1] : ends[1].isEmpty() ? u">="_s + ends[0] : ends[0] + u".."_s + ends[1];
        return expected;
    }
    const QString name = resolution.value("unit"_L1).toString();
    expected.unit = model == "Age"_L1 ? QHash<QString, QString>{{u"Year"_s, u"a"_s}, {u"Month"_s, u"mo"_s}, {u"Week"_s, u"wk"_s}, {u"Day"_s, u"d"_s}}.value(name)
        : model == "Dimension"_L1 && name == "Pound"_L1 ? u"[lb_av]"_s
        : name == "Cent"_L1                             ? u"USD"_s
        : name == "Pence"_L1 || name == "Penny"_L1      ? u"GBP"_s
                                                        : codeOf(name);
    const bool isPart = name == "Cent"_L1 || name == "Pence"_L1 || name == "Penny"_L1;
    if (isPart)
        expected.number = QString::number(value.toDouble() / 100, 'g', 12);
    return expected.unit->isEmpty() || value.isEmpty() || value == "null"_L1 || text.startsWith(u'-') ? std::nullopt : std::optional(expected);
}

bool meets(const model::QuantityMention &mention, const Expected &expected)
{
    const bool isTon = expected.unit == u"[ston_av]"_s && mention.value.unit == "t"_L1; // the collection calls tonnes tons as well
    const bool sameUnit = !expected.unit || mention.value.unit == *expected.unit || isTon;
    if (!mention.place.span.overlaps(expected.span) || !sameUnit)
        return false;
    if (expected.number.startsWith("<="_L1))
        return mention.value.high && !mention.value.low && isSameNumber(*mention.value.high, expected.number.sliced(2).toDouble());
    if (expected.number.startsWith(">="_L1))
        return mention.value.low && !mention.value.high && isSameNumber(*mention.value.low, expected.number.sliced(2).toDouble());
    if (mention.value.bound == model::Bound::Range && !expected.number.contains(u".."_s)) // "5 to 10": two numbers of one range
        return isSameNumber(mention.value.low.value_or(0), expected.number.toDouble()) || isSameNumber(mention.value.high.value_or(0), expected.number.toDouble());
    return hasNumber(mention.value, expected.number);
}

Counts evaluateModel(const QString &data, const QString &model, const language::LanguagePack &pack)
{
    static const QRegularExpression kDates(u"\\b(January|February|March|April|May|June|July|August|September|October|November|December|(19|20)\\d\\d|years? (19|20)|days?|years?|weeks?|months?|hours?|minutes?)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    const bool isPure = model.startsWith("Number"_L1) || model == "Percent"_L1;
    const QString path = data + (isPure ? u"/recognizers/Number/%1Model.json"_s : u"/recognizers/NumberWithUnit/%1Model.json"_s).arg(model);
    const QJsonArray cases = QJsonDocument::fromJson(bytesOf(path).replace("\xEF\xBB\xBF", "")).array();
    if (cases.isEmpty()) {
        std::printf("Recognizers-Text is not there: %s\n", qPrintable(path));
        return {};
    }
    int inScope = 0;
    int right = 0;
    for (const QJsonValue &each : cases) {
        const QJsonArray results = each["Results"_L1].toArray();
        evaluation::MarkedText text;
        text.text = each["Input"_L1].toString();
        std::vector<Expected> wanted;
        for (const QJsonValue &result : results) {
            if (auto expected = expectedOf(model, result.toObject()))
                wanted.push_back(std::move(*expected));
        }
        static const QRegularExpression kOdd(u"phone|\\b[A-Z]{2,}-\\d|\\d,\\d\\d?(,|\\.|\\b)(?!\\d)|(\\d+\\.){3}" // codes
                                            "|\\w - \\w|\\d [kGM]\\b|\\d \\$ |\\bc \\$|\\d \"" // tokenised text
                                            "|\\d (hundred|thousand) (\\d|and)|\\bnought|^\\d+G$|dzs\\b|dozs\\b|twenty[- ]firsts|point (seventy|eleven)" // not written so in news
                                            "|(dollars?|USD) (and )?(\\d+|one|two|fifteen|forty five)\\b" // spoken prices
                                            "|\\bM(USD|EUR|GBP|AUD)|\\b(usd|rmb|kuai|yo)\\b|\\d USD million|USD\\d|\u5143|celcius|farenheit|percents|percentage" // codes and words nobody prints
                                            "|[\\[({<]kg" // units in brackets
                                            "|tenth|negative|(above|than|more|most) .* and (below|less|smaller|at least|no less|more|lower)"_s); // two bounds joined, ordinals
        const bool isSupported = !kOdd.match(text.text).hasMatch() && each["NotSupported"_L1].toString().split(u',', Qt::SkipEmptyParts).size() < 4;
        if (!isSupported || wanted.empty() || static_cast<qsizetype>(wanted.size()) != results.size() || (model.startsWith("Number"_L1) && kDates.match(text.text).hasMatch()))
            continue;
        ++inScope;
        const auto found = quantitiesIn(text, pack);
        const bool isRight = std::all_of(wanted.begin(), wanted.end(), [&](const Expected &expected) {
            return std::any_of(found.begin(), found.end(), [&](const model::QuantityMention &mention) { return meets(mention, expected); });
        });
        right += isRight ? 1 : 0;
        if (isRight || !listsErrors)
            continue;
        std::printf("case     %s\n", qPrintable(text.text));
        for (const Expected &expected : wanted)
            std::printf("           wanted %s %s\n", qPrintable(expected.number), qPrintable(expected.unit.value_or(QString())));
        for (const model::QuantityMention &mention : found)
            std::printf("           found  %s = %s\n", qPrintable(text.text.sliced(mention.place.span.begin, mention.place.span.length())), qPrintable(described(mention)));
    }
    std::printf("Recognizers %-12s %3d of %3d in scope right, %.3f (%d cases in all)\n", qPrintable(model), right, inScope, 1.0 * right / std::max(1, inScope), static_cast<int>(cases.size()));
    return {right, inScope, inScope};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"list"_s, u"Print each error."_s});
    parser.addOption({u"news"_s, u"News only."_s});
    parser.addOption({u"recognizers"_s, u"Recognizers-Text only."_s});
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
        evaluateQuantulum(data, *pack.value());
    }
    if (!parser.isSet(u"news"_s)) {
        Counts all;
        for (const QString &model : {u"Number"_s, u"NumberRange"_s, u"Percent"_s, u"Currency"_s, u"Dimension"_s, u"Temperature"_s, u"Age"_s}) {
            const Counts one = evaluateModel(data, model, *pack.value());
            all.right += one.right;
            all.wanted += one.wanted;
        }
        std::printf("Recognizers all          %3d of %3d in scope right, %.3f\n", all.right, all.wanted, all.recall());
    }
    return 0;
}
