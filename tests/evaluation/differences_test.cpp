// Two articles of two outlets, a sentence each (and one on which both agree, so that they make a story): what is told to differ.
// From sentences to marks, through every step, with the trained models; each rule with an example that must be marked and one that must
// not, from events of several kinds.

#include "comparison/compare.h"
#include "language/language_pack.h"
#include "model/names.h"
#include "workspace/pipeline.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;

class DifferencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void compare_twoSentences_tellsDifference_data();
    void compare_twoSentences_tellsDifference();

private:
    [[nodiscard]] QStringList marksOf(const QString &one, const QString &other) const;

    std::unique_ptr<const language::LanguagePack> m_pack;
};

namespace {

void write(const QString &path, const QString &outlet, const QString &hour, const QString &sentence, const QString &common)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write(u"<!DOCTYPE html><html lang=\"en\"><head><title>%1</title><meta property=\"og:site_name\" content=\"%1\">"
               "<meta property=\"article:published_time\" content=\"2031-05-14T%2:00:00Z\"></head><body><article><h1>What is known of the matter in Ostwick</h1>"
               "<p>%3</p><p>%4</p></article></body></html>"_s.arg(outlet, hour, sentence, common).toUtf8());
}

} // namespace

void DifferencesTest::initTestCase()
{
    auto pack = language::LanguagePack::load(QStringLiteral(VARIORUM_RESOURCE_DIR));
    QVERIFY(pack.hasValue());
    m_pack = std::move(*pack);
}

QStringList DifferencesTest::marksOf(const QString &one, const QString &other) const
{
    QTemporaryDir folder;
    const QString common = u"Mayor Hilda Tarn asked the people of Ostwick to keep away from the harbour until the inspectors have finished their work there."_s;
    write(folder.filePath(u"courier.html"_s), u"Courier"_s, u"09"_s, one, common);
    write(folder.filePath(u"herald.html"_s), u"Herald"_s, u"10"_s, other, common);
    const auto articles = workspace::analyseFolder(QFile::encodeName(folder.path()), *m_pack);
    if (!articles)
        return {base::describe(articles.error())};
    QStringList marks;
    for (const model::Divergence &divergence : comparison::compare(*articles, *m_pack).divergences) {
        QStringList values;
        for (const model::DivergentValue &value : divergence.values)
            values.append(value.value);
        values.sort();
        marks.append(u"%1 %2: %3"_s.arg(model::nameOf(divergence.kind), model::nameOf(divergence.severity), values.join(u" / "_s)));
    }
    marks.sort();
    return marks;
}

void DifferencesTest::compare_twoSentences_tellsDifference_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("expected"); // the beginning of a mark that there must be, or "-" and the beginning of those that must not

    const auto row = [](const char *name, const char *one, const char *other, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(one) << QString::fromUtf8(other) << QString::fromUtf8(expected);
    };
    row("aboard, in other words", "The launch, carrying 61 people, capsized off Ostwick on Tuesday.", "Some 54 passengers and crew were on board when the boat turned over.", "quantity");
    row("dead is not injured", "Four people were injured when the crane fell.", "Seven people died when the crane fell.", "-quantity");
    row("a part is not the whole", "Nine people were arrested after the match.", "Two children were arrested after the match.", "-quantity");
    row("another year's dead", "In 2019, eleven people died in a fire at the mill.", "Three people died in the fire at the mill on Tuesday.", "-quantity conflict");
    row("an age counts nobody", "The owner, 71, died in the fire.", "Six people died in the fire.", "-quantity conflict");
    row("dead or injured", "Four people died and 11 were injured in the collapse.", "Fifteen people were dead or injured after the collapse.", "-quantity conflict");
    row("some are worse", "Twelve people were injured in the crash.", "Four people were seriously injured in the crash.", "-quantity conflict");
    row("none of the guests", "No guests were hurt in the fire.", "None of the 48 guests was hurt in the fire.", "-polarity conflict");
    row("a range in a range", "The festival runs from 10 May to 14 May.", "The concerts run from 11 May to 13 May.", "-time conflict");
    row("midnight and before", "The alarm went off at 11.50pm on Monday.", "The alarm went off around midnight.", "-time conflict");
    row("a widow is not her husband", "The widow of Ole Brandt left the court in tears.", "The widow left the court in tears.", "-participant");
    row("arrests", "Police arrested 14 people during the march.", "Nineteen marchers were detained, and 19 people were arrested in all.", "quantity");
    row("ranges with other beginnings", "The bank hid the loans from 2013 to 2018.", "The bank hid the loans from 2011 to 2018.", "time conflict");
    row("a year within a range", "The bank hid the loans from 2013 to 2018.", "The bank hid the loans in 2015.", "-time conflict");
    row("exact clocks", "The bridge collapsed at 3.20am on Tuesday.", "The bridge collapsed at 4.05am on Tuesday.", "time conflict");
    row("a full hour is rounded", "The bridge collapsed at 3.50am on Tuesday.", "The bridge collapsed at 4am on Tuesday.", "-time conflict");
    row("shares of one whole", "The coalition holds 78 of the 151 seats.", "The coalition holds 77 of the 151 seats.", "quantity conflict: 77 seat / 78 seat");
    row("the signer is someone else", "Minister Vera Holm did not sign the contract.", "A state secretary signed the contract.", "-polarity");
    row("signed or not", "Minister Vera Holm did not sign the contract with the printers.", "Minister Vera Holm signed the contract with the printers.", "polarity conflict");
    row("none of others", "None of the 48 people on the freighter was hurt.", "More than 20 people were hurt.", "-polarity");
    row("held and to be held", "The captain has been arrested.", "The captain is expected to be arrested.", "certainty conflict");
    row("other things announced", "The union will announce the results on Friday.", "The prize was announced.", "-certainty conflict");
    row("a place in its region", "The tanker exploded in Halden, Norr province, on Tuesday.", "The tanker exploded in Norr province on Tuesday.", "-place conflict");
    row("one such number in each", "Two army helicopters flew drinking water to the cut-off farms.", "Three helicopters took part in the relief of the farms.", "quantity");
    row("a sum measured once", "The fire did damage of 412 million crowns, the insurers said.", "According to the insurers the damage comes to 421 million crowns.", "quantity");
    row("a crowd", "A crowd of 31,400 saw the final in Ostwick.", "Some 34,000 people watched the final in Ostwick.", "quantity");
    row("rewards", "The museum offers a reward of 50,000 crowns for the return of the ring.", "The museum has put up a reward of 100,000 crowns for the ring.", "quantity");
    row("a fine is no profit", "The company was fined 12 million crowns for the leak.", "The company made a profit of 14 million crowns last year.", "-quantity");
    row("lorries are no houses", "Twelve lorries were swept off the road.", "Fourteen houses were destroyed.", "-quantity");
    row("a bridge's length is no height", "The bridge is 210 metres long.", "The bridge stands 190 metres above the river.", "-quantity");
    row("other matches", "She scored 17 goals in the league.", "She has scored 23 goals for the national team.", "-quantity conflict");
    row("other times of day", "The gates opened at 6.30pm.", "The first guests left at 7pm.", "-time");
    row("police and firemen", "Forty police officers searched the wood.", "Sixty firefighters fought the fire in the wood.", "-quantity");
    row("the wages of others", "Drivers earn 2,400 crowns a month.", "Nurses earn 2,900 crowns a month.", "-quantity conflict");
    row("prices of other things", "Tickets are sold at 40 crowns.", "Beer is sold at 35 crowns.", "-quantity");
    row("years of other lives", "The mayor has been in office for nine years.", "The mayor has lived in Ostwick for eleven years.", "-time conflict");
}

void DifferencesTest::compare_twoSentences_tellsDifference()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(QString, expected);
    const QStringList marks = marksOf(one, other);
    const bool mustNot = expected.startsWith(u'-');
    const QString wanted = mustNot ? expected.sliced(1) : expected;
    const bool isThere = std::any_of(marks.cbegin(), marks.cend(), [&wanted](const QString &mark) { return mark.startsWith(wanted); });
    QVERIFY2(isThere != mustNot, qPrintable(u"marked: "_s + marks.join(u"; "_s)));
}

QTEST_GUILESS_MAIN(DifferencesTest)
#include "differences_test.moc"
