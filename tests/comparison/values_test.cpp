// The algebra of values, by table: every row names two values and how they stand.

#include "table_knowledge.h"

#include "comparison/values/attributes.h"
#include "comparison/values/proper_names.h"
#include "comparison/values/quantities.h"
#include "comparison/values/clock_times.h"
#include "comparison/values/times.h"
#include "model/names.h"

#include <QRegularExpression>
#include <QTest>

using namespace variorum;
using namespace variorum::comparison;
using namespace Qt::StringLiterals;
using model::Bound;
using model::QuantityValue;
using model::TimeKind;
using model::TimeValue;

namespace {

/// "~37 [mi_i]/h", ">=20 carriage", "20..25 m", "#10 trip" (an ordinal).
QuantityValue quantity(QString text)
{
    static const QStringList kUnits = {u"m"_s, u"cm"_s, u"km"_s, u"[ft_i]"_s, u"[in_i]"_s, u"[mi_i]"_s, u"km/h"_s, u"[mi_i]/h"_s, u"kg"_s, u"a"_s, u"%"_s, u"USD"_s, u"EUR"_s, u"AUD"_s};
    static const QRegularExpression kForm(u"^(#|~|>=|<=|>|<)?([0-9.]+?)(?:\\.\\.([0-9.]+))?(?: (.+))?$"_s);
    const QRegularExpressionMatch match = kForm.match(text);
    QuantityValue value;
    const QString sign = match.captured(1);
    const double number = match.captured(2).toDouble();
    value.isOrdinal = sign == u"#"_s;
    value.value = number;
    value.low = value.high = number;
    if (sign == u"~"_s)
        value.bound = Bound::Approximate;
    if (sign.startsWith(u'>')) {
        value.bound = sign == u">"_s ? Bound::MoreThan : Bound::AtLeast;
        value.high.reset();
    }
    if (sign.startsWith(u'<')) {
        value.bound = sign == u"<"_s ? Bound::LessThan : Bound::AtMost;
        value.low.reset();
    }
    if (match.hasCaptured(3)) {
        value.bound = Bound::Range;
        value.value.reset();
        value.high = match.captured(3).toDouble();
    }
    (kUnits.contains(match.captured(4)) ? value.unit : value.counted) = match.captured(4);
    return value;
}

/// "2023-09-10", "2023-09-10TAF", "2023-07", "2016-11-06T11:00", "P2D", "~PT50H", ">P3D", "<2023", "?" (unresolved).
TimeValue time(QString text)
{
    TimeValue value;
    if (text == u"?"_s)
        return value;
    if (text.startsWith(u'!')) {
        value.fromInferredDate = true;
        text.remove(0, 1);
    }
    if (text.startsWith(u'~') || text.startsWith(u'>') || text.startsWith(u'<')) {
        value.modifier = text.front() == u'~' ? TimeValue::Modifier::Approximate : text.front() == u'>' ? TimeValue::Modifier::MoreThan : TimeValue::Modifier::LessThan;
        text.remove(0, 1);
    }
    value.timex = text;
    if (text.startsWith(u'P')) {
        static const QHash<QString, double> kSeconds = {{u"D"_s, 86400.0}, {u"H"_s, 3600.0}, {u"Y"_s, 365.25 * 86400.0}, {u"W"_s, 7 * 86400.0}};
        value.kind = TimeKind::Duration;
        const QString digits = QString(text).remove(QRegularExpression(u"[^0-9.]"_s));
        if (text.contains(u'X'))
            return value;
        value.seconds = digits.toDouble() * kSeconds.value(text.right(1));
        return value;
    }
    if (text.startsWith(u"XXXX"_s)) {
        value.kind = TimeKind::Set;
        return value;
    }
    const QString day = text.section(u'T', 0, 0);
    const QString part = text.section(u'T', 1);
    QDate from = day.size() == 4 ? QDate(day.toInt(), 1, 1) : day.size() == 7 ? QDate::fromString(day + u"-01"_s, Qt::ISODate) : QDate::fromString(day, Qt::ISODate);
    QDate to = day.size() == 4 ? from.addYears(1) : day.size() == 7 ? from.addMonths(1) : from.addDays(1);
    value.from = QDateTime(from, QTime(0, 0), Qt::UTC);
    value.to = QDateTime(to, QTime(0, 0), Qt::UTC);
    static const QHash<QString, std::pair<int, int>> kParts = {{u"MO"_s, {6, 12}}, {u"AF"_s, {12, 18}}, {u"EV"_s, {18, 22}}, {u"NI"_s, {20, 24}}};
    if (kParts.contains(part)) {
        value.kind = TimeKind::Time;
        value.to = value.from->addSecs(3600LL * kParts.value(part).second);
        value.from = value.from->addSecs(3600LL * kParts.value(part).first);
    } else if (!part.isEmpty()) {
        value.kind = TimeKind::Time;
        value.from = QDateTime(from, QTime::fromString(part, u"HH:mm"_s), Qt::UTC);
        value.to = value.from->addSecs(60);
    }
    return value;
}

Description description(const QString &text)
{
    QStringList words = text.split(u' ');
    Description value;
    value.head = words.takeLast();
    words.sort();
    value.modifiers = words;
    if (value.head == u"alive"_s || value.head == u"dead"_s)
        value.headClass = language::WordClass::Adjective;
    return value;
}

void row(const char *one, const char *other, const char *relation)
{
    QTest::addRow("%s / %s", one, other) << QString::fromUtf8(one) << QString::fromUtf8(other) << QString::fromLatin1(relation);
}

void columns()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("relation");
}

} // namespace

class ValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statesDay_table_gives_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("stated");
        for (const char *words : {"8.31am", "at 08:31", "shortly before 7 pm", "07:40 local time (0640 GMT)", "half past eight", "maybe 9 a.m."})
            QTest::addRow("%s", words) << QString::fromLatin1(words) << false;
        for (const char *words : {"8am on Sunday", "around 11am on November 6", "5am this morning", "9 a.m. yesterday", "the same evening at 7", "2019-04-02 10:00", "3 p.m. on 4/5"})
            QTest::addRow("%s", words) << QString::fromLatin1(words) << true;
    }

    void statesDay_table_gives()
    {
        QFETCH(QString, words);
        QTEST(statesDay(words), "stated");
    }

    void compareTimesAsTold_table_givesRelation_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("oneWords");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("otherWords");
        QTest::addColumn<QString>("relation");
        QTest::newRow("filled-in day") << u"2021-05-04T08:31"_s << u"8.31am"_s << u"2021-05-03T08:31"_s << u"08:31"_s << u"same"_s;
        QTest::newRow("one day told") << u"2021-05-04T08:31"_s << u"8.31am"_s << u"2021-05-03T08:31"_s << u"8:31 on Monday"_s << u"same"_s;
        QTest::newRow("other hours") << u"2021-05-04T08:31"_s << u"8.31am"_s << u"2021-05-03T11:00"_s << u"11 a.m."_s << u"conflict"_s;
        QTest::newRow("both days told") << u"2021-05-04T08:31"_s << u"8.31am on Tuesday"_s << u"2021-05-03T08:31"_s << u"8:31 on Monday"_s << u"conflict"_s;
        QTest::newRow("against a day") << u"2021-05-04T12:52"_s << u"12.52pm"_s << u"2021-05-03"_s << u"Monday"_s << u"refinement"_s;
        QTest::newRow("against a morning") << u"2021-05-04T12:52"_s << u"12.52pm"_s << u"2021-05-03TMO"_s << u"Monday morning"_s << u"unknown"_s;
        QTest::newRow("against a year") << u"2021-05-04T12:52"_s << u"12.52pm"_s << u"2021"_s << u"2021"_s << u"unknown"_s;
        QTest::newRow("no clock at all") << u"2021-05-04"_s << u"Tuesday"_s << u"2021-05-03"_s << u"Monday"_s << u"conflict"_s;
    }

    void compareTimesAsTold_table_givesRelation()
    {
        QFETCH(QString, one);
        QFETCH(QString, oneWords);
        QFETCH(QString, other);
        QFETCH(QString, otherWords);
        QFETCH(QString, relation);
        QCOMPARE(nameOf(compareTimesAsTold(time(one), oneWords, time(other), otherWords).relation), relation);
        QCOMPARE(nameOf(compareTimesAsTold(time(other), otherWords, time(one), oneWords).relation), relation);
    }

    void compareQuantities_table_givesRelation_data()
    {
        columns();
        row("20 carriage", "20 carriage", "same");
        row("20 carriage", "21 carriage", "conflict");
        row(">=20 carriage", "21 carriage", "refinement");
        row(">=20 carriage", "19 carriage", "conflict");
        row(">=5 person", "5 person", "refinement");
        row(">80 digger", "~80 digger", "refinement");
        row("~60 excavator", "60 excavator", "wording");
        row("~60 excavator", "~60 excavator", "same");
        row("~60 excavator", "64 excavator", "refinement");
        row("~60 excavator", "100 excavator", "conflict");
        row("80 digger", "80 excavator", "same");
        row("80 digger", "90 excavator", "conflict");
        row("5 person", "6 patient", "conflict");
        row("5 child", "6 lorry", "unknown");
        row("5", "6 lorry", "unknown");
        row("#10 trip", "9 trip", "unknown");
        row("#10 trip", "#10 trip", "same");
        row("#10 trip", "#9 trip", "conflict");
        row("37 [mi_i]/h", "60 km/h", "same");
        row("~37 [mi_i]/h", "60 km/h", "same");
        row("37 [mi_i]/h", "59 km/h", "same");
        row("37 [mi_i]/h", "70 km/h", "conflict");
        row("40 m", "131 [ft_i]", "same");
        row("40 m", "130 [ft_i]", "same");
        row("40 m", "80 m", "conflict");
        row("40 m", "4000 cm", "same");
        row("30 cm", "12 [in_i]", "same");
        row("30 cm", "20 [in_i]", "conflict");
        row("2 km", "2 [mi_i]", "conflict"); // small numbers are loose, but not that loose
        row("1 km", "1 [mi_i]", "conflict");
        row("1 [mi_i]", "2 km", "same");
        row("3 [mi_i]", "5 km", "same");
        row("10 [mi_i]", "15 km", "same"); // each rounded from a third number
        row("<10 m", "4 m", "refinement");
        row("<10 m", "13 m", "conflict");
        row("40 m", "40 kg", "unknown");
        row("40 m", "40 boy", "unknown");
        row("5 a", "6 a", "conflict");
        row("20..25 %", "22 %", "refinement");
        row("20..25 %", "30 %", "conflict");
        row("20..25 %", "20..25 %", "same");
        row("20..25 %", "24..30 %", "refinement");
        row("5 USD", "6 USD", "conflict");
        row("5 USD", "5 %", "unknown");
        row("0 person", "0 person", "same");
    }

    void compareQuantities_table_givesRelation()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(QString, relation);
        const test::TableKnowledge knowledge;
        const Outcome found = compareQuantities(quantity(one), quantity(other), knowledge, test::convertUnits);
        QCOMPARE(nameOf(found.relation), relation);
        QVERIFY(!found.rule.isEmpty() && !found.reason.isEmpty());
        const Outcome turned = compareQuantities(quantity(other), quantity(one), knowledge, test::convertUnits);
        QCOMPARE(nameOf(turned.relation), relation);
    }

    void compareInSamePlace_table_givesRelation_data()
    {
        columns();
        row("12000 EUR", "12000 USD", "conflict");
        row("12000 EUR", "13000 USD", "unknown"); // converted, perhaps
        row("12000 AUD", "12000 USD", "unknown"); // dollars
        row("12000 EUR", "12000 EUR", "unknown");
        row("12 m", "12 km", "unknown");
        row("2", "5", "conflict");
        row(">2", "5", "refinement");
        row("2", "5 lorry", "unknown");
        row("#2", "5", "unknown");
    }

    void compareInSamePlace_table_givesRelation()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(QString, relation);
        QCOMPARE(nameOf(compareInSamePlace(quantity(one), quantity(other)).relation), relation);
        QCOMPARE(nameOf(compareInSamePlace(quantity(other), quantity(one)).relation), relation);
    }

    void nameOtherWeekdays_table_gives_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("areOther");
        QTest::newRow("two days") << u"on Monday"_s << u"late on Thursday"_s << true;
        QTest::newRow("one day") << u"on Monday"_s << u"Monday morning"_s << false;
        QTest::newRow("a date") << u"on Monday"_s << u"on 6 November"_s << false;
        QTest::newRow("from and to") << u"on Monday"_s << u"from Tuesday to Friday"_s << false;
    }

    void nameOtherWeekdays_table_gives()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QTEST(nameOtherWeekdays(one, other), "areOther");
    }

    void compareTimes_table_givesRelation_data()
    {
        columns();
        row("2023-09-10", "2023-09-10", "same");
        row("2023-09-10", "2023-09-10TAF", "refinement");
        row("2023-09", "2023-09-10TAF", "refinement");
        row("2023-07", "2023-08", "conflict");
        row("2023-09-10TMO", "2023-09-10TAF", "conflict");
        row("2023-09-10TEV", "2023-09-10TNI", "refinement");
        row("2023-09-10", "2023-09-12", "conflict");
        row("2023-09-10", "!2023-09-12", "unknown");
        row("!2023-07", "!2023-08", "conflict");
        row("!2023-07", "2023-08-02", "unknown");
        row("!2023-09-10", "!2023-09-10", "same");
        row("2023-09-10", "?", "unknown");
        row("?", "?", "unknown");
        row("2016-11-06T11:00", "2016-11-06TMO", "refinement");
        row("2016-11-06T11:00", "2016-11-06T11:15", "refinement");
        row("2016-11-06T11:00", "2016-11-06T15:00", "conflict");
        row("<2016-11-06T19:00", "2016-11-06TMO", "refinement");
        row("2023", "P4Y", "unknown");
        row("P4Y", "P4Y", "same");
        row("P4Y", "~P4Y", "wording");
        row("P5Y", "P4Y", "conflict");
        row(">P4Y", "P4Y", "refinement");
        row("P2D", "PT50H", "refinement");
        row("P2D", "PT85H", "conflict");
        row(">P3D", ">PT85H", "refinement");
        row("PXD", "P3D", "refinement");
        row("PXD", "PT20M", "unknown");
        row("P6Y", "P7Y", "conflict");
        row("XXXX-WXX-1", "XXXX-WXX-1", "same");
        row("XXXX-WXX-1", "2023-09-10", "unknown");
    }

    void compareTimes_table_givesRelation()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(QString, relation);
        QCOMPARE(nameOf(compareTimes(time(one), time(other)).relation), relation);
        QCOMPARE(nameOf(compareTimes(time(other), time(one)).relation), relation);
    }

    void compareNames_ofPeople_givesRelation_data()
    {
        columns();
        row("Anna Berg", "Anna Berg", "same");
        row("Kim Sun-hee", "Kim Sun Hee", "same");
        row("José Peña", "Jose Pena", "same");
        row("Anna Berg", "Berg", "wording");
        row("Mr Berg", "Berg", "same");
        row("Anna Berg", "Anne Berg", "wording");
        row("Anna Berg", "Karl Holm", "conflict");
        row("Anna Berg", "Karl Berg", "conflict");
        row("", "Karl Berg", "unknown");
    }

    void compareNames_ofPeople_givesRelation()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(QString, relation);
        QCOMPARE(nameOf(compareNames(one, other, model::EntityKind::Person).relation), relation);
        QCOMPARE(nameOf(compareNames(other, one, model::EntityKind::Person).relation), relation);
    }

    void compareNames_ofBodies_givesRelation_data()
    {
        columns();
        row("Harbour Medical Centre", "HMC", "wording");
        row("Fire Department", "Police Department", "unknown");
        row("Lund Fire Department", "Lund Fire", "wording");
    }

    void compareNames_ofBodies_givesRelation()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(QString, relation);
        QCOMPARE(nameOf(compareNames(one, other, model::EntityKind::Organization).relation), relation);
    }

    void comparePlaces_table_givesRelation_data()
    {
        columns();
        row("Lund", "Lund", "same");
        row("Lund", "Scania", "refinement");
        row("downtown Lund", "Lund", "refinement");
        row("Lund", "Malmo", "conflict");
        row("Lund", "Atlantis", "unknown");
        row("Vladivostok", "Vladivostock", "wording");
    }

    void comparePlaces_table_givesRelation()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(QString, relation);
        const auto contains = [](const QString &outer, const QString &inner) { return outer == u"scania"_s && (inner == u"lund"_s || inner == u"malmo"_s); };
        const bool share = contains(u"scania"_s, nameKey(one)) && contains(u"scania"_s, nameKey(other));
        QCOMPARE(nameOf(comparePlaces(one, other, contains, share).relation), relation);
        QCOMPARE(nameOf(comparePlaces(other, one, contains, share).relation), relation);
    }

    void compareDescriptions_table_givesRelation_data()
    {
        columns();
        row("green", "green", "same");
        row("green", "dark green", "refinement");
        row("dark green", "olive green", "refinement");
        row("dark green", "light green", "conflict");
        row("olive", "green", "refinement");
        row("red", "green", "conflict");
        row("lorry", "truck", "wording");
        row("lorry", "vehicle", "refinement");
        row("lorry", "van", "unknown");
        row("alive", "dead", "conflict");
        row("lorry", "dead", "unknown");
    }

    void compareDescriptions_table_givesRelation()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(QString, relation);
        const test::TableKnowledge knowledge;
        QCOMPARE(nameOf(compareDescriptions(description(one), description(other), knowledge).relation), relation);
        QCOMPARE(nameOf(compareDescriptions(description(other), description(one), knowledge).relation), relation);
    }

    void compareCertainty_table_givesRelation_data()
    {
        columns();
        row("asserted", "asserted", "same");
        row("asserted", "reported", "same");
        row("asserted", "planned", "conflict");
        row("reported", "planned", "conflict");
        row("asserted", "denied", "conflict");
        row("asserted", "possible", "refinement");
        row("planned", "possible", "unknown");
        row("asked", "asserted", "unknown");
    }

    void compareCertainty_table_givesRelation()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(QString, relation);
        const auto certainty = [](const QString &name) { return *model::fromName<model::Certainty>(name); };
        QCOMPARE(nameOf(compareCertainty(certainty(one), certainty(other)).relation), relation);
        QCOMPARE(nameOf(compareCertainty(certainty(other), certainty(one)).relation), relation);
    }

    void comparePolarity_opposite_isConflict()
    {
        QCOMPARE(comparePolarity(model::Polarity::Positive, model::Polarity::Negative).relation, Relation::Conflict);
        QCOMPARE(comparePolarity(model::Polarity::Negative, model::Polarity::Negative).relation, Relation::Same);
    }
};

QTEST_GUILESS_MAIN(ValuesTest)
#include "values_test.moc"
