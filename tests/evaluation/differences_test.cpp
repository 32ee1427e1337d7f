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
    row("critical, one and two", "Two of the passengers remain in a critical condition, the clinic said.", "One of the passengers is in a critical condition, the clinic said.", "quantity conflict: 1 people / 2 passenger");
    row("critical, in two phrases", "Three of the injured are fighting for their lives.", "Two of the injured are in a life-threatening condition.", "quantity conflict: 2 people / 3 people");
    row("critical, after a comma", "Seven miners were hurt in the explosion, two of them critically.", "Seven miners were hurt in the explosion, three of them critically.", "quantity");
    row("hurt, and one worse", "Five people were hurt in the crash, one critically.", "Five people were hurt in the crash.", "-quantity conflict");
    row("the driver is not counted", "Three people died and the driver is in a critical condition.", "Two people are in a critical condition.", "-quantity conflict");
    row("not life-threatening", "The four skiers have injuries that are not life-threatening.", "Two skiers suffered life-threatening injuries.", "-quantity conflict");
    row("intensive care is told apart", "Two people are in intensive care.", "Nine people were treated for minor injuries.", "-quantity conflict");
    row("a third has died", "Two people have died in the outbreak at the clinic.", "A third patient has died in the outbreak at the clinic.", "quantity refinement: 2 people / 3 people");
    row("three, and the third", "Three people have died in the outbreak at the clinic.", "A third patient has died in the outbreak at the clinic.", "-quantity conflict");
    row("one of the dead", "Three people died in the fire.", "The fourth victim was a nurse from Halden.", "-quantity conflict");
    row("lives that were cost", "The flood has cost 14 lives.", "Nine people were killed in the flood.", "quantity conflict: 14 people / 9 people");
    row("lives that were claimed", "The avalanche has claimed five lives.", "Four people died in the avalanche.", "quantity conflict: 4 people / 5 people");
    row("a toll that rose", "The death toll from the flood rose to 17.", "Nine people were killed in the flood.", "quantity conflict: 17 people / 9 people");
    row("a toll that was put", "Officials put the death toll of the storm at 31.", "The storm killed 26 people.", "quantity");
    row("the number of injured", "The number of injured rose to 23.", "Nineteen people were hurt in the crash.", "quantity");
    row("a toll that may rise", "The death toll could rise to 50.", "The storm killed 26 people.", "-quantity");
    row("a toll that rose by five", "The death toll rose by 5.", "The storm killed 26 people.", "-quantity conflict");
    row("cases and infections", "At least 21 cases have been confirmed.", "In all, 26 infections are now confirmed.", "quantity refinement: 26 people / >=21 people");
    row("who caught it", "Twenty-one people have caught the bug so far.", "The clinic counts 26 confirmed infections.", "quantity");
    row("cases in court", "The lawyer has won 21 cases.", "In all, 26 infections are now confirmed.", "-quantity");
    row("not found is missing", "Thirty-one people have still not been found.", "Twenty-two people are missing.", "quantity");
    row("yet to be found", "About 40 people are missing after the slide.", "Twelve residents have yet to be found.", "quantity refinement: 12 people / ~40 people");
    row("found", "The patrol found 12 people in the cellar.", "Twelve people have not been found.", "-quantity conflict");
    row("a kind outnumbers all", "Seven firefighters were hurt in the blaze.", "Five people were hurt in the blaze.", "quantity conflict: 5 people / 7 firefighter");
    row("a kind among all", "Two firefighters were hurt in the blaze.", "Five people were hurt in the blaze.", "-quantity");
    row("kinds beside each other", "Twelve firefighters were taken to hospital.", "Three residents were taken to hospital.", "-quantity");
    row("feared dead", "The earthquake killed 12 people.", "Up to 30 people are feared dead after the earthquake.", "-quantity conflict");
    row("at the scene", "Six people died in the pile-up.", "Five people died at the scene of the pile-up.", "-quantity conflict");
    row("parts of one whole", "The league's four-party alliance holds 41 of the 80 seats in the council.", "The alliance has 42 of the 80 seats in the council.", "quantity conflict: 41 seat / 42 seat");
    row("parts of two wholes", "The company will close nine of its 14 plants.", "The company will close eight of its 21 shops.", "-quantity conflict");
    row("complements", "A quarter of the workers joined the strike.", "Three quarters of the workers did not join the strike.", "-quantity conflict");
    row("for and against", "A third of the members voted for the plan.", "Two thirds of the members voted against the plan.", "-quantity conflict");
    row("shares of one thing", "Sales rose by 12 percent last year.", "Sales rose by 21 percent last year.", "quantity conflict: 12 % / 21 %");
    row("a month and a year", "The firm makes 500 engines a month.", "The firm makes 6,000 engines a year.", "-quantity");
    row("a day and a week", "The line carries 2,000 passengers a day.", "The line carries 14,000 passengers a week.", "-quantity");
    row("one rate", "The line carries 2,000 passengers a day.", "The line carries 1,400 passengers a day.", "quantity conflict");
    row("a third lorry", "Two lorries caught fire in the tunnel.", "A third lorry caught fire in the tunnel.", "-quantity conflict");
    row("another goal", "Berg scored in the 12th minute.", "Berg scored again in the 80th minute.", "-quantity conflict");
    row("a minute of one act", "The striker was sent off in the 67th minute.", "The striker was sent off in the 71st minute.", "quantity conflict: 67 minute / 71 minute");
    row("the same people", "Three burglars broke into the jewellery shop.", "Two thieves broke into the jewellery shop.", "quantity conflict: 2 thief / 3 burglar");
    row("other people", "Two hundred soldiers marched through the town.", "About 300 students marched through the town.", "-quantity");
    row("boys and girls", "Three boys broke into the school.", "Two girls broke into the school.", "-quantity");
    row("left and set off", "The ferry left the quay at 07:40.", "The ferry set off from the quay at 8.10 a.m.", "time conflict: T07:40 / T08:10");
    row("shortly before", "The ferry left the quay at 07:52.", "The ferry set off shortly before 8 a.m.", "time refinement: <T08:00 / T07:52");
    row("just after, and much later", "The raiders struck at 02:41.", "The raiders struck just after 2am.", "time conflict: >T02:00 / T02:41");
    row("just after, and soon after", "The raiders struck at 02:06.", "The raiders struck just after 2am.", "-time conflict");
    row("two acts of one night", "The alarm rang at 02:41.", "The police arrived at 03:55.", "-time conflict");
    row("zones", "The match at Halden begins at 3.30pm.", "Halden plays Lund at home, with kick-off at 4.30pm.", "-time conflict");
    row("built and closed", "The mill was built in 1994.", "The mill closed at 12.52pm.", "-time");
    row("early and some time in it", "The dam broke in early March.", "The dam broke in March.", "time refinement");
    row("early and late", "The dam broke in early March.", "The dam broke in late March.", "time conflict");
    row("about as long", "The mine had been closed for five years.", "The mine had been closed for about five years.", "time wording: P5Y / ~P5Y");
    row("a year longer", "The forger was sentenced to six years in prison.", "The forger was sentenced to seven years in prison.", "time conflict: P6Y / P7Y");
    row("asked for and given", "The forger was sentenced to six years in prison.", "The prosecutor asked for eight years in prison.", "-time conflict");
    row("over two years", "The loan is spread over two years.", "The loan is to be paid back in two years.", "-time refinement");
    row("each its own measure", "Berg finished with 25 points and 16 rebounds.", "Berg had 22 points and nine rebounds in the game.", "-quantity conflict");
    row("a short part of one sentence", "After two days of careful digging, the crews have reached only the upper gallery of the mine.", "After two weeks of careful digging, the crews have reached only the upper gallery of the mine.", "time conflict: P2D / P2W");
    row("ages in commas", "The suspect, 34, was arrested on Friday.", "The suspect, 43, was arrested on Friday.", "quantity conflict: 34 a / 43 a");
    row("how strong it was", "A magnitude 6.1 earthquake struck Halden on Monday.", "A magnitude 5.8 earthquake struck Halden on Monday.", "quantity conflict: 5.8 magnitude / 6.1 magnitude");
    row("what it can carry", "The ship can carry 450 passengers.", "The ship can carry 540 passengers.", "quantity conflict: 450 passenger / 540 passenger");
    row("room is not company", "The ship has room for 400 passengers.", "Some 320 passengers were on the ship.", "-quantity conflict");
    row("closed so long, and for longer", "The school was closed for three days.", "The school will be closed for two weeks.", "-time conflict");
    row("one day and the next", "Police arrested 14 people on Monday.", "Police arrested nine people on Tuesday.", "-quantity conflict");
    row("one country and one town", "The virus has infected 400 people in Tarvia.", "Twelve people in Ostwick have caught the virus.", "-quantity conflict");
    row("not found guilty", "Twelve people have not been found guilty.", "Five people are missing.", "-quantity");
    row("since, and on", "A third man was arrested on Friday.", "Five people have been arrested since Monday.", "-time conflict");
    row("the first and the second", "The first bomb exploded at 9.05am.", "The second bomb exploded at 9.21am.", "-time conflict");
    row("a toll for cars", "The toll on the bridge rose to 17 crowns.", "Nine people died in the flood.", "-quantity");
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
    // Quotations
    row("one utterance in like words", "\"We should have tested the boiler sooner,\" said Agnes Thorne, the director of the baths.", "\"We ought to have checked the boiler earlier,\" director Agnes Thorne said.", "quotation wording");
    row("two utterances of one speaker", "\"We should have tested the boiler sooner,\" said Agnes Thorne, the director of the baths.", "\"The new hall will open in May,\" director Agnes Thorne said.", "-quotation");
    row("said or left open", "\"It is too early to say that somebody made a mistake,\" said Lena Holt, the minister.", "\"Somebody made a mistake,\" minister Lena Holt said.", "quotation conflict");
    row("said by both", "\"I think that somebody made a mistake,\" said Lena Holt, the minister.", "\"Somebody made a mistake,\" minister Lena Holt said.", "-quotation conflict");
    // Attributions
    row("another's word for it", "The pilot had switched off the alarm, the prosecutor Ruth Ansel said.", "The pilot had switched off the alarm, airline director Joren Vosk said.", "attribution refinement: Joren Vosk / Ruth Ansel");
    row("two witnesses in their own words", "\"The pilot had switched off the alarm,\" prosecutor Ruth Ansel said.", "\"The pilot had switched off the alarm,\" director Joren Vosk said.", "-attribution");
    row("an estimate is whose it is", "Prosecutors put the damage at 412 million crowns.", "The damage amounted to 412 million crowns, judge Helena Brook said.", "attribution refinement");
    row("put at risk is no estimate", "The mill put 400 workers at risk.", "The mill put 400 workers at risk, judge Helena Brook said.", "-attribution");
    row("another paper's report", "All 26 hikers are safe, the coastguard said.", "All 26 hikers of a Lund club are safe, the Norrland Gazette reported.", "attribution refinement");
    row("the spokesman is the ministry's", "The treaty will be signed in June, the Foreign Ministry said.", "The treaty will be signed in June, Foreign Ministry spokesman Dmitri Pavlov said.", "-attribution");
    // Polarity
    row("made no sound", "The siren sounded.", "The siren never made a sound.", "polarity conflict");
    row("sounded twice", "The siren sounded.", "The siren made a loud sound.", "-polarity");
    row("nothing of what was done", "The brakes had failed, a source close to the railway said.", "No fault was found in the brakes, the inspectors said.", "polarity conflict");
    row("none of another thing", "The brakes had failed, a source close to the railway said.", "No fault was found in the signals, the inspectors said.", "-polarity conflict");
    row("none of the others", "The Lions have made an offer for the goalkeeper.", "None of the other clubs has made an offer for the goalkeeper.", "-polarity conflict");
    row("not yet and since", "The black boxes of the jet have not yet been recovered.", "The black boxes of the jet have been recovered.", "polarity refinement");
    row("not yet, and no more", "The black boxes of the jet have not yet been recovered.", "The black boxes of the jet have not been recovered.", "-polarity");
    // Certainty
    row("held for a man", "Police are looking for a male attacker.", "Police are looking for the attacker, who is believed to be a male.", "-certainty conflict");
    row("claimed only", "The boy had fallen into the quarry, his uncle claimed.", "The boy fell into the quarry.", "certainty refinement");
    row("reported by the police", "The boy had fallen into the quarry, police said.", "The boy fell into the quarry.", "-certainty");
    row("the cause, or what may be it", "The fire in the barn was caused by lightning.", "Investigators think that lightning struck the roof of the barn.", "certainty refinement");
    row("a case that is thought of", "Lessons would have begun an hour later.", "Lessons began at eight in the morning.", "-certainty");
    // Places
    row("one street, and more", "The minister was shot in Mill Lane on Tuesday.", "The minister was shot near Mill Lane and Dock Street on Tuesday.", "place refinement");
    row("a place in other words", "The bus came to a halt in a field near the river Orr.", "The bus stopped just yards from the river.", "-place conflict");
    row("the village is known", "The lorry overturned in the village.", "The lorry overturned in the village of Zell.", "-place");
    row("in one place", "The lorry overturned in Zell on Tuesday.", "The lorry overturned in the town of Zell on Tuesday.", "-place");
    row("two towns", "The chancellor arrived by train in Oslo on Tuesday to open the exhibition.", "The chancellor arrived by train in Helsinki on Tuesday to open the exhibition.", "place conflict");
    row("a town and its country", "The chancellor arrived by train in Oslo on Tuesday to open the exhibition.", "The chancellor arrived by train in Norway on Tuesday to open the exhibition.", "-place conflict");
    // Participants
    row("one at the wheel", "The skipper, Thomas Reed, was at the wheel when the trawler sank, police said.", "The mate, Mira Dale, was at the helm when the trawler sank, police said.", "participant conflict");
    row("two of the hurt", "The skipper, Thomas Reed, was hurt when the trawler sank, police said.", "The mate, Mira Dale, was hurt when the trawler sank, police said.", "-participant conflict");
    row("held possible", "Captain Vera Holm is believed to have left the harbour on Tuesday.", "Captain Vera Holm left the harbour on Tuesday.", "certainty refinement");
    row("unsure of something else", "Vera Holm, probably the best captain of the line, left the harbour on Tuesday.", "Vera Holm left the harbour on Tuesday.", "-certainty");
    row("what could be done", "We did everything we could do, the nurse said.", "I have done my work, the nurse said.", "-certainty");
    row("two sources of one fact", "The lorry left the road at high speed, police said.", "The lorry left the road at high speed, the driver's lawyer Ole Brandt said.", "attribution refinement");
    row("two sources of two facts", "He put the rifle back, police said.", "The hunter aimed at the barn, his lawyer Ole Brandt said.", "-attribution");
    row("any authority", "The lorry left the road at high speed, authorities said.", "The lorry left the road at high speed, police said.", "-attribution");
    row("the larger place is known", "The fire destroyed a bakery in Lund.", "The fire destroyed a bakery in Lund, Sweden.", "-place");
    row("places of two acts", "Ole Brandt worked at a mill near Lund.", "Ole Brandt was buried in Lund.", "-place");
    row("more than the town", "The fire destroyed a bakery in Lund.", "The fire destroyed a bakery near the castle of Lund.", "place refinement");
    row("no more than a plural", "Three groups filed a lawsuit against the port.", "Several groups filed a lawsuit against the port.", "-quantity");
    row("a limit and a number", "At least 20 people were injured in the crash.", "In the crash 26 people were injured.", "quantity refinement");
    row("a decade", "Berg led the orchestra in the 1970s.", "Berg led the orchestra in 1972.", "-time");
    row("an hour of a day", "The bridge collapsed on Tuesday.", "The bridge collapsed on Tuesday morning.", "time refinement");
    row("one word for another", "Rescuers towed the ship to Ostwick.", "Rescuers towed the vessel to Ostwick.", "-attribute");
    row("named by one", "A vet of 52 died when the bridge collapsed.", "Peter Lund, 52, died when the bridge collapsed.", "participant refinement");
    row("another's age", "A vet of 53 died when the bridge collapsed.", "Peter Lund, 52, died when the bridge collapsed.", "-participant");
    row("known from elsewhere", "Peter Lund lived by the river. The vet, 52, died when the bridge collapsed.", "Peter Lund, 52, died when the bridge collapsed.", "-participant");
    row("an initial", "The inquiry will be led by O. Brandt, a retired judge from the north of the country.", "The inquiry will be led by Ole Brandt, a retired judge from the north of the country.", "-participant conflict");
    row("a name in place of another", "The captain was named as Tomas Reinhold.", "The captain was named as Karl August Berg.", "participant conflict");
    // Attributes
    row("more of the things", "Blankets, food and water were lowered to the miners by the crews.", "Food was lowered to the miners by the crews.", "attribute refinement");
    row("things of other people", "The skaters were given soup and bread by the crews.", "The miners were given soup by the crews.", "-attribute");
    row("more exactly by what", "The burglars escaped by boat, police said.", "The burglars escaped in a small motor boat, police said.", "attribute refinement");
    row("the boat is known", "The burglars escaped in the boat, police said.", "The burglars escaped in a small motor boat, police said.", "-attribute");
    // Told of two things
    row("two drivers", "The driver of the lorry was not hurt.", "The driver of the car was seriously hurt.", "-polarity conflict");
    row("one driver", "The driver of the lorry was not hurt.", "The driver of the lorry was seriously hurt.", "polarity conflict");
    row("his brother", "The suspect has not been charged.", "The suspect's brother has been charged.", "-polarity conflict");
    row("charged or not", "The suspect has not been charged.", "The suspect has been charged.", "polarity conflict");
    row("another act of his", "The minister did not attend the funeral.", "The minister attended the wedding.", "-polarity conflict");
    row("the one act", "The minister did not attend the funeral.", "The minister attended the funeral.", "polarity conflict");
    row("another way of it", "The mayor did not speak to reporters.", "The mayor spoke to the council.", "-polarity conflict");
    row("others who fired", "The police did not fire a shot.", "The gunman fired three shots.", "-polarity conflict");
    row("an old and a new kind", "The vaccine does not protect against the new strain.", "The vaccine protects against the old strain.", "-polarity conflict");
    row("one kind", "The vaccine does not protect against the new strain.", "The vaccine protects against the new strain.", "polarity conflict");
    row("two months", "The company has not paid the March wages.", "The company has paid the February wages.", "-polarity conflict");
    row("a rumour", "Rumours said that the mayor had resigned.", "The mayor has not resigned.", "-polarity conflict");
    row("false reports", "Earlier reports that 40 people had died were false, police said.", "Eleven people died.", "-quantity conflict");
    row("two continents", "Sales rose by 4 percent in Europe.", "Sales rose by 11 percent in Asia.", "-quantity conflict");
    row("one continent", "Sales rose by 4 percent in Europe.", "Sales rose by 7 percent in Europe.", "quantity conflict");
    row("other voters", "Some 70 percent of the women voted for the plan.", "Some 45 percent of the men voted for the plan.", "-quantity conflict");
    row("a day and a year", "The share fell 12 percent on Monday.", "The share has fallen 40 percent this year.", "-quantity conflict");
    row("the world and a town", "The company will cut 2,000 jobs worldwide.", "The company will cut 150 jobs in Ostwick.", "-quantity conflict");
    row("one town's jobs", "The company will cut 210 jobs in Ostwick.", "The company will cut 150 jobs in Ostwick.", "quantity conflict");
    row("each and all", "Each worker will get 500 euros.", "The workers will get 40,000 euros in all.", "-quantity conflict");
    row("parts that make the whole", "The airliner carried 157 passengers and six crew.", "The airliner carried 163 people.", "-quantity conflict");
    row("no parts that make it", "The airliner carried 157 passengers.", "The airliner carried 149 passengers.", "quantity conflict");
    row("two lorries", "The lorry carried 20 tonnes of gravel.", "The second lorry carried 12 tonnes of sand.", "-quantity conflict");
    row("one lorry", "The lorry carried 20 tonnes of gravel.", "The lorry carried 12 tonnes of gravel.", "quantity conflict");
    row("pilot and co-pilot", "The pilot, 52, was flown to a hospital.", "The co-pilot, 34, was flown to a hospital.", "-quantity conflict");
    row("bought and sold", "The firm bought the land for 3 million euros.", "The firm sold the land for 5 million euros.", "-quantity conflict");
    row("a price before", "The ticket costs 12 euros.", "The ticket cost 9 euros before the rise.", "-quantity conflict");
    row("what it was to cost", "The bridge was to cost 40 million euros.", "The bridge has cost 61 million euros so far.", "-quantity conflict");
    row("a forecast", "Forecasters expect 60 millimetres of rain.", "In Ostwick 34 millimetres of rain fell on Tuesday.", "-quantity conflict");
    row("a plan and the deed", "The rocket was to start on Monday.", "The rocket started on Wednesday.", "-time conflict");
    row("two brothers", "The older brother was sentenced to five years.", "The younger brother was sentenced to three years.", "-time conflict");
    row("war and ceasefire", "The war has lasted three years.", "The ceasefire lasted three days.", "-time conflict");
    row("a second one", "Police were called at 8.15pm.", "Police were called at 11.30pm to a second shooting.", "-time conflict");
    row("days of one act", "The council approved the plan on Monday.", "The council approved the plan on Wednesday.", "time conflict");
    row("heads of two things", "The company named Ida Lund as head of finance.", "The company named Karl Berg as head of sales.", "-participant conflict");
    row("one head", "The company named Ida Lund as head of finance.", "The company named Karl Berg as head of finance.", "participant conflict");
    row("prizes for two things", "The prize for physics went to Ida Lund.", "The prize for chemistry went to Karl Berg.", "-participant conflict");
    row("two witnesses", "Witness Karl Holm saw a man in a black coat.", "Witness Ida Lund saw a man in a grey jacket.", "-participant conflict");
    row("two cars", "The blue car hit a tree.", "The red car hit a wall.", "-attribute conflict");
    row("one car", "The blue car hit a tree.", "The red car hit a tree.", "attribute conflict");
    row("a person and results", "Ida Lund was announced on Friday as the host of the gala.", "The nominations will be announced next week.", "-certainty conflict");
    row("some who have", "The customers who have installed the update can travel.", "The update will be installed automatically next week.", "-certainty conflict");
    row("a quarter and a year", "The bank lost 40 million euros in the first quarter.", "The bank lost 110 million euros last year.", "-quantity conflict");
    row("so far and this year", "Lund has won 14 titles.", "Lund has won three titles this year.", "-quantity conflict");
    row("parts of other wholes", "The test found the virus in nine of 40 samples.", "The test found the virus in two of 30 samples.", "-quantity conflict");
    row("two houses", "The lower house passed the bill by 212 votes to 180.", "The upper house passed the bill by 61 votes to 39.", "-quantity conflict");
    row("two taxes", "The tax on petrol rises to 40 cents.", "The tax on diesel rises to 31 cents.", "-quantity conflict");
    row("one tax", "The tax on petrol rises to 40 cents.", "The tax on petrol rises to 31 cents.", "quantity conflict");
    row("he and she", "The father of the girl said he had not known of the threat.", "The mother of the girl said she had known of the threat.", "-polarity conflict");
    row("two stops", "The train stopped in Berg for ten minutes.", "The train stopped in Halden for an hour.", "-time conflict");
    row("two ministers", "The finance minister resigned on Monday.", "The interior minister resigned on Thursday.", "-time conflict");
    row("hulls of two colours", "The red-hulled ferry, built in 1994, sank off Ostwick.", "The blue-hulled ferry, built in 1994, sank off Ostwick.", "attribute conflict: blue / red");
    row("critical, and stable", "The driver is in a critical condition, the hospital said.", "The driver is in critical but stable condition, the hospital said.", "attribute refinement");
    row("first and last", "It was his first trip to the island.", "His last trip to the island was in May.", "-attribute conflict");
    row("alive or dead", "The driver of the tram is alive, the hospital said.", "The driver of the tram is dead, the hospital said.", "attribute conflict");
    row("two people", "The driver of the tram is alive, the hospital said.", "The cyclist is dead, the hospital said.", "-attribute conflict");
    row("known since", "It is not known whether the driver of the tram is alive.", "The driver of the tram is dead, the hospital said.", "attribute refinement");
    // What one article replaced in a passage of both is told, however short the statement is; in other words it proves nothing.
    row("a report's day", "The bakery on the quay will close in June, its owner said on Tuesday, after 60 years.", "The bakery on the quay will close in June, its owner said on Friday, after 60 years.", "time conflict");
    row("a report's day, in other words", "The bakery on the quay will close in June, its owner said on Tuesday.", "On Friday the owner told customers that the bakery would shut in June.", "-time conflict");
    row("a few counted things", "The fair had to be closed at noon, and seven helicopters and a dozen ambulances were sent to Ostwick.", "The fair had to be closed at noon, and two helicopters and a dozen ambulances were sent to Ostwick.", "quantity conflict: 2 helicopter / 7 helicopter");
    row("a bound put in", "The mill and 40 flats around it were evacuated during the night, the fire brigade said.", "The mill and at least 40 flats around it were evacuated during the night, the fire brigade said.", "quantity refinement: 40 flat / >=40 flat");
    row("a name beside an age", "The keeper of the lighthouse, Karl Holm, 61, had worked there since he left school.", "The keeper of the lighthouse, Marlon Tessier, 61, had worked there since he left school.", "participant conflict: Karl Holm / Marlon Tessier");
    row("a name of a role of many", "Town spokeswoman Ida Lund did not answer questions about the sale of the mill.", "Town spokeswoman Marla Tessier did not answer questions about the sale of the mill.", "participant conflict");
    row("a not among figures", "Three of the nine barges have been sold to Denmark and two to Norway.", "Three of the nine barges have not been sold to Denmark and two to Norway.", "polarity conflict");
    row("a unit beside a bound", "The tunnel was so narrow that the rescue of the dog took over 20 hours, according to the miners.", "The tunnel was so narrow that the rescue of the dog took over 20 days, according to the miners.", "time");
    row("a word for it beside", "The team met the mayor, a sponsor of the club, at 11 a.m. in the town hall on Monday.", "The team met the mayor, a great sponsor of the club, at 11 a.m. in the town hall on Monday.", "-time");
    // What an article prints word for word needs no telling apart from what else the other says.
    row("its own figure", "At least 30 people were hurt when the stand fell at the fair. Thirty-four people were hurt in the fall of the stand, the clinic said later.", "At least 30 people were hurt when the stand fell at the fair.", "-quantity refinement");
    row("another's figure", "Thirty-four people were hurt in the fall of the stand, the clinic said later.", "At least 30 people were hurt when the stand fell at the fair.", "quantity refinement");
    row("its own word for it", "The mayor said the mill was a ruin. Owner Karl Holm said the mill was a wreck but that it would be saved.", "The mayor said the mill was a ruin.", "-attribution");
    row("somebody or nobody", "Two hikers are trapped in the hut, the rescuers said.", "The rescuers found nobody in the hut.", "polarity conflict: nobody / somebody");
    row("empty or not", "A driver was inside the lorry.", "The lorry was empty, the police said.", "polarity conflict: nobody / somebody");
    row("at two moments", "Nine passengers were on the bus on its way to the harbour.", "The bus was empty when it caught fire.", "-polarity conflict");
    row("nobody elsewhere", "A family lives in the house by the mill.", "Nobody was in the church when the roof came down.", "-polarity");
    // what no editor would call a difference
    row("typed otherwise", "\"It's the worst storm in living memory,\" said the harbour master, Ole Brandt.", "\"It\u2019 s the worst storm in living memory,\" said the harbour master, Ole Brandt.", "-quotation");
    row("spelled otherwise", "\"I realised the neighbours had organised it all,\" said the owner, Ole Brandt.", "\"I realized the neighbors had organized it all,\" said the owner, Ole Brandt.", "-quotation");
    row("said otherwise", "\"The mill has been the heart of this valley,\" said the owner, Ole Brandt.", "\"The mill was always the heart of this valley,\" said the owner, Ole Brandt.", "quotation wording");
    row("two utterances of one matter", "\"We should look for ways to strengthen the harbour law, not to weaken it,\" said the minister, Vera Holm.", "\"The new rules take away the base of the harbour law and put our fishermen at risk,\" said the minister, Vera Holm.", "-quotation");
    row("an added bracket", "\"They have a hard time because of the noise from the quarry,\" said the teacher, Ida Lund.", "\"[The children] have a hard time because of the noise from the quarry,\" said the teacher, Ida Lund.", "-quotation");
    row("a company and its man", "The pipeline leaked for two days, the company said.", "The pipeline leaked for two days, Ole Brandt said.", "-attribution");
    row("the police and a man", "The lorry left the road at high speed, police said.", "The lorry left the road at high speed, Ole Brandt said.", "-attribution");
    row("two bodies", "The ferry had lost all power, the coastguard said.", "The ferry had lost all power, the Maritime Authority said.", "attribution refinement");
    row("two persons", "The dam had been leaking for weeks, Ole Brandt said.", "The dam had been leaking for weeks, Vera Holm said.", "attribution refinement");
    row("of himself", "Ole Brandt said he would leave the council in May.", "Ida Lund said she would leave the council in May.", "-attribution");
    row("a paper passes it on", "The dam had been leaking for weeks, the engineer Ole Brandt said.", "The dam had been leaking for weeks, the Halden Tribune reported.", "-attribution");
    row("late that day", "The dam broke on Tuesday.", "The dam broke late on Tuesday.", "-time");
    row("told twice over", "The dam at Ostwick broke on Tuesday.", "The dam at Ostwick broke at 6.20am on Tuesday.", "time refinement");
    row("last week, on a day", "The clerk was dismissed by the bank last week.", "The clerk was dismissed by the bank on Thursday.", "-time");
    row("by an hour", "The fire was out by noon on Tuesday.", "The fire was out on Tuesday.", "-time");
    row("one length, rounded", "The power failed for more than 20 minutes.", "The power failed for 20 minutes.", "-time");
    row("one length in two units", "The court gave the driver a 90-day ban.", "The court gave the driver a three-month ban.", "-time");
    row("two lengths", "The thieves were inside the museum for seven minutes.", "The thieves were inside the museum for less than ten minutes.", "time refinement");
    row("could is able", "The storm could flood the harbour.", "The storm flooded the harbour.", "-certainty refinement");
    row("an opinion", "\"I think the jury did all it could,\" said the judge, Vera Holm.", "The jury did all it could.", "-certainty");
    row("believed or so", "Police believe the fire was set at the entrance of the mill.", "The fire was set at the entrance of the mill.", "certainty refinement");
    row("expected, and done", "The cabinet was expected to close the harbour on Tuesday.", "The cabinet closed the harbour on Tuesday.", "certainty");
    row("a duty is no plan", "The owners will have to consult the wildlife office.", "The owners consulted the lawyers.", "-certainty");
    row("what they do", "The club will do whatever it takes.", "What the club did was brave.", "-certainty");
    row("two vague plurals", "Thousands of computers were infected by the worm.", "Millions of computers were infected by the worm.", "-quantity refinement");
    row("dozens, and a number", "Dozens of people were evacuated from their homes near the mill.", "Sixty people were evacuated from their homes near the mill.", "quantity refinement");
    row("a number in a name", "The divers repaired the ON-SEA 4 cable.", "The divers repaired five cables.", "-quantity");
    row("a year's share", "The trainer has $8 million left on his contract.", "The trainer's contract paid him about $4 million a year.", "-quantity");
    row("both bounded from below", "At least four villages were cut off by the snow.", "More than four villages were cut off by the snow.", "-quantity");
    row("jailed on suspicion", "The driver is being held in the Ostwick jail.", "The driver is being held in the Ostwick jail on suspicion of theft.", "-place");
    row("known to both", "The bomb went off in Lund.", "The bomb went off at the harbour in Lund.", "-place");
    row("a bare street", "The boy was shot in Halden.", "The boy was shot on a dark street in Halden.", "-place");
    row("known to one alone", "The boy was shot in Halden.", "The boy was shot outside the Tivoli cinema in Halden.", "place refinement");
    row("more things", "Aid workers handed out blankets to the families.", "Aid workers handed out tents, blankets and food to the families.", "attribute refinement");
    row("told beside", "Officers found a shotgun and three shells in the car.", "A shotgun was found in the car, and three shells as well.", "-attribute");
    row("these were told before", "The law protects rare plants and animals.", "The law protects these animals.", "-attribute");
    row("one word or two", "Riot police fired teargas at the marchers outside the town hall of Ostwick.", "Riot police fired tear gas at the marchers outside the town hall of Ostwick.", "-attribute");
    row("along with things", "The pirates will be handed over to the court in Lund.", "The pirates, along with their boats, will be handed over to the court.", "-place");
    row("no person is inside", "The letter was in the bottle.", "The bottle was empty.", "-polarity conflict: nobody");
    row("conceded, not denied", "The minister denied the leak, even though inspectors had warned him of it.", "Inspectors had warned the minister of the leak.", "-certainty");
    row("a ship under two ranks", "The rescue ship was named as INS Vessa.", "The rescue ship was named as Warship Vessa.", "-participant conflict");
    row("one weekday, printed twice", "The mayor opened the new tram line on Saturday.", "The mayor opened the new tram line on Friday.", "time conflict");
    row("that day is not known", "The guards saw smoke above the mill that morning.", "The guards saw smoke above the mill on Monday morning.", "-time conflict");
    row("two of other nations", "A 41-year-old Danish engineer was killed at the dam on Friday.", "A 29-year-old Polish engineer was killed at the dam on Friday.", "-quantity");
    row("one of one nation", "A 41-year-old Danish engineer was killed at the dam on Friday.", "A 29-year-old Danish engineer was killed at the dam on Friday.", "quantity conflict: 29 a / 41 a");
    row("more than what was offered", "No bank has offered a loan longer than ten years.", "The bank has offered a loan.", "-polarity");
    row("all of them, and the women", "Two women and a man died in the hut on Sunday.", "Three died in the hut on Sunday.", "-quantity");
    row("most of other things", "Most of the houses in the valley are not safe.", "The road in the valley is safe.", "-polarity");
    row("safe or not", "The houses in the valley are not safe.", "The houses in the valley are safe.", "polarity conflict");
    row("set apart by unlike", "Unlike the drivers, who have signed, the pilots have not signed the agreement.", "The drivers have signed the agreement.", "-polarity");
    row("who met whom", "The terms were clear and Holm did not meet them.", "The director said he met with Holm.", "-polarity");
    row("opinions", "The storm is bad for the harvest.", "The storm is good for the harvest.", "-attribute");
    row("nobody else", "There was nobody else in the cabin, just our guide.", "There was a man in the cabin.", "-polarity");
    row("nobody", "There was nobody in the cabin.", "There was a man in the cabin.", "polarity conflict");
    row("a clock is no price", "The train left Ostwick at 5:03p on Monday.", "The train left Ostwick at 6:11p on Monday.", "-quantity");
    row("has, of what", "The young here have no clubs and no courts.", "The old have more than the young have.", "-polarity");
    row("both numbers in one clause", "Holm was charged with two counts of theft and one count of fraud.", "Holm was charged with two counts of theft.", "-quantity conflict");
    row("other numbers of counts", "Holm was charged with two counts of theft.", "Holm was charged with three counts of theft.", "quantity");
    row("one that is known, of two nations", "The Swedish ship rescued the crew at 3 a.m. on Monday.", "The Norwegian ship rescued the crew at 5 a.m. on Monday.", "time conflict");
    row("set apart, and meant", "Unlike her rivals, Reiss has not signed the petition.", "Reiss has signed the petition.", "polarity conflict");
    row("a ruling is no opinion", "The driver was right to stop, the court said.", "The driver was wrong to stop, the court said.", "attribute conflict");
    row("seats of a result", "Labour won 41 of the 90 seats, the electoral commission said.", "Labour won 44 of the 90 seats, the electoral commission said.", "quantity conflict");
    row("history does not grow", "The mill burned in 1987, when 14 people died in the fire.", "The mill burned in 1987, when 40 people died in the fire.", "quantity conflict");
    row("of some and of all", "The drug cut deaths by 30 percent among patients over 65.", "The drug cut deaths by 12 percent among all patients.", "-quantity conflict");
    row("set apart by names", "Unlike stars Ida Lund and Vera Holm, Ole Reiss is not signed for the sequel.", "Lead actors Ida Lund and Vera Holm are already signed for the sequel.", "-polarity");
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
