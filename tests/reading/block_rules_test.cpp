// Each rule about lines, with what it takes and what it must leave, from several invented outlets.
#include "reading/text/block_rules.h"

#include "reading_support.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using model::MetadataField;
using reading::test::draftOf;
using reading::test::found;
using reading::test::printed;

namespace {

const QString kProse = u"The ferry left Halvern harbour at nine and was due back before noon, its owner said."_s;
const QString kMore = u"Two helicopters searched the bay until dark, the coastguard of the district said on Friday."_s;

QStringList lines(const char *text) { return QString::fromUtf8(text).split(u'|'); }

} // namespace

class BlockRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takeTitleLines_topLines_data()
    {
        QTest::addColumn<QStringList>("text");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("outlet");
        QTest::addColumn<qsizetype>("left");
        const auto row = [](const char *name, const QStringList &text, const char *title, const char *outlet, qsizetype left) {
            QTest::newRow(name) << text << QString::fromUtf8(title) << QString::fromUtf8(outlet) << left;
        };
        row("first line", {u"Ferry sinks off Halvern"_s, kProse, kMore}, "Ferry sinks off Halvern", "", 2);
        row("repeated", {u"Ferry sinks off Halvern"_s, u"FERRY SINKS OFF HALVERN"_s, kProse}, "Ferry sinks off Halvern", "", 1);
        row("export line", {u"date 2031-03-14 Ferry sinks off Halvern : The Harbour Post"_s, kProse}, "Ferry sinks off Halvern", "The Harbour Post", 1);
        row("window title", {u"Ferry sinks off Halvern - Harbour Post"_s, u"Ferry sinks off Halvern"_s, kProse}, "Ferry sinks off Halvern", "Harbour Post", 1);
        row("dash in a headline", {u"Ferry sinks off Halvern - owner silent"_s, kProse}, "Ferry sinks off Halvern - owner silent", "", 1);
        row("menu", {u"Ports"_s, u"Ferries"_s, u"Fishing"_s, u"Ferry sinks off Halvern, owner silent"_s, kProse}, "Ferry sinks off Halvern, owner silent", "", 1);
        row("slug", {u"FERRY-HALVERN (UPDATE 2)"_s, u"Ferry sinks off Halvern"_s, kProse}, "Ferry sinks off Halvern", "", 1);
        row("teaser", {kProse.left(70), kProse, kMore}, "", "", 2);
        row("first line is prose", {kProse, kMore}, "", "", 2);
        row("question", {u"Why did the ferry sink off Halvern?"_s, kProse}, "Why did the ferry sink off Halvern?", "", 1);
        row("header of labels", {u"Title: Ferry sinks off Halvern"_s, u"Author: Staff"_s, u"Source: The Bay"_s, kProse}, "Ferry sinks off Halvern", "The Bay", 1);
        row("label in a headline", {u"Source: ferry sank off Halvern"_s, u"Police are silent about it"_s, kProse}, "Source: ferry sank off Halvern", "", 2);
        row("window title of a paper", {u"Ferry sinks off Halvern - The Harbour Courier"_s, kProse}, "Ferry sinks off Halvern", "The Harbour Courier", 1);
        row("dash and a label", {u"Ferry sinks off Halvern - Breaking News"_s, kProse}, "Ferry sinks off Halvern - Breaking News", "", 1);
        row("verse", {u"Roses are red"_s, u"Violets are blue"_s, u"The harbour is closed"_s, u"And so are you"_s}, "Roses are red", "", 3);
        row("single line", {u"Ferry sinks off Halvern"_s}, "", "", 1);
    }

    void takeTitleLines_topLines()
    {
        QFETCH(QStringList, text);
        QFETCH(QString, title);
        QFETCH(QString, outlet);
        QFETCH(qsizetype, left);
        reading::Draft draft = draftOf(text);
        reading::takeTitleLines(draft);
        QCOMPARE(found(draft, MetadataField::Title), title);
        QCOMPARE(found(draft, MetadataField::Outlet), outlet);
        QCOMPARE(static_cast<qsizetype>(draft.blocks.size()), left);
    }

    void takeDateAndBylines_lines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("published");
        QTest::addColumn<QString>("authors");
        QTest::addColumn<bool>("isTaken");
        const auto row = [](const char *line, const char *published, const char *authors, bool isTaken) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(published) << QString::fromUtf8(authors) << isTaken;
        };
        row("Published: 14 March 2031", "2031-03-14", "", true);
        row("Published on March 14, 2031 at 9:30 am GMT", "2031-03-14T09:30:00+00:00", "", true);
        row("Posted - Mar 14, 2031", "2031-03-14", "", true);
        row("March 14, 2031", "2031-03-14", "", true);
        row("March 14, 2031 13:05 | in Ferries | 0 comments", "2031-03-14T13:05:00", "", true);
        row("Published in 2031, the book of ferries sold well", "", "", false);
        row("Published: soon", "", "", false);
        row("By Ann Lee", "", "Ann Lee", true);
        row("By Ann Lee and Bo van der Hart", "", "Ann Lee; Bo van der Hart", true);
        row("By Ann Lee, Harbour correspondent", "", "Ann Lee", true);
        row("By ANN LEE Associated Press", "", "ANN LEE", true);
        row("by Ann Lee, AAP", "", "Ann Lee", true);
        row("Story by Ann Lee, BTV", "", "Ann Lee", true);
        row("By political reporter Ann Lee and Bo Hart in Halvern", "", "Ann Lee; Bo Hart", true);
        row("By Ann Lee and Bo Hart Jr.", "", "Ann Lee; Bo Hart Jr.", true);
        row("WRITER: Ann Lee", "", "Ann Lee", true);
        row("By Ann Lee Published 14 Mar 2031, 10:42 AEDT", "2031-03-14T10:42:00+11:00", "Ann Lee", true);
        row("Written by Ann Lee | Edited by Bo Hart | Sorn | Published: March 14, 2031 10:42 GMT", "2031-03-14T10:42:00+00:00", "Ann Lee", true);
        row("By Staff", "", "", true);
        row("By HARBOUR DAILY REPORTER", "", "", true);
        row("By our web desk", "", "", true);
        row("By boat the crossing takes an hour", "", "", false);
        row("Writer: a life at sea", "", "", false);
        row("Friday, Mar. 14, 2031 | 2 a.m.", "2031-03-14T02:00:00", "", true);
        row("Posted: 5:12 PM, Mar 14, 2031", "2031-03-14T17:12:00", "", true);
        row("Published Friday, March 14, 2031 10:42AM EST", "2031-03-14T10:42:00-05:00", "", true);
        row("Published 05/03/2031", "", "", true); // its order is not known: no date, and no text either
        row("Published 05/13/2031", "2031-05-13", "", true);
        row("By Ann Lee, Staff Writer", "", "Ann Lee", true);
        row("Edited by| Ann Lee", "", "Ann Lee", true);
        row("By Ann Lee | March 14, 2031", "2031-03-14", "Ann Lee", true);
        row("By noon the ferry was gone", "", "", false);
        row("By Sunday", "", "", false);
        row("By Ann Lee the ship was never seen again, he said.", "", "", false);
    }

    void takeDateAndBylines_lines()
    {
        QFETCH(QString, line);
        QFETCH(QString, published);
        QFETCH(QString, authors);
        QFETCH(bool, isTaken);
        reading::Draft draft = draftOf({line, kProse, kMore});
        reading::takeDateAndBylines(draft);
        QCOMPARE(found(draft, MetadataField::Published), published);
        QCOMPARE(found(draft, MetadataField::Authors), authors);
        QCOMPARE(draft.blocks.size(), isTaken ? size_t{2} : size_t{3});
    }

    void takeDateAndBylines_bareBylines_data()
    {
        QTest::addColumn<QString>("top");
        QTest::addColumn<QString>("authors");
        QTest::addColumn<qsizetype>("left"); // blocks above the text
        const auto row = [](const char *top, const char *authors, qsizetype left) { QTest::newRow(top) << QString::fromUtf8(top) << QString::fromUtf8(authors) << left; };
        row("Ann Lee, Political Editor", "Ann Lee", 0);
        row("Ann Lee Maritime correspondent", "Ann Lee", 0);
        row("Ann Lee|Harbour Reporter", "Ann Lee", 0);
        row("Ann Lee|Halvern", "", 2);
        row("Harbour of Halvern Reporter", "", 1);
        row("Why the ferry sank, by an editor", "", 1);
        row("Halvern, a small port", "", 1);
    }

    void takeDateAndBylines_bareBylines()
    {
        QFETCH(QString, top);
        QFETCH(QString, authors);
        QFETCH(qsizetype, left);
        reading::Draft draft = draftOf(top.split(u'|') + QStringList{kProse, kMore});
        draft.find(MetadataField::Title, reading::Trust::Visible, u"Ferry sinks off Halvern"_s, u"text"_s);
        reading::takeDateAndBylines(draft);
        QCOMPARE(found(draft, MetadataField::Authors), authors);
        QCOMPARE(static_cast<qsizetype>(draft.blocks.size()), left + 2);
    }

    void takeDateAndBylines_twoDatesOnALine_areBothRead_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("published");
        QTest::addColumn<QString>("updated");
        const auto row = [](const char *line, const char *published, const char *updated) { QTest::newRow(line) << QString::fromUtf8(line) << QString::fromLatin1(published) << QString::fromLatin1(updated); };
        row("Published: March 3, 2031 at 5:15 p.m. EST | Updated: March 4, 2031 at 7:02 a.m. EST", "2031-03-03T17:15:00-05:00", "2031-03-04T07:02:00-05:00");
        row("Posted Mon 3 Mar 2031 at 7:15pm, updated Tue 4 Mar 2031 at 6:02am", "2031-03-03T19:15:00", "2031-03-04T06:02:00");
        row("Published: 05 Mar 2031 12:42 PM BdST Updated: 05 Mar 2031 01:42 PM BdST", "2031-03-05T12:42:00+06:00", "2031-03-05T13:42:00+06:00");
        row("First published 3 March 2031 \xE2\x80\xA2 Last modified on 4 March 2031", "2031-03-03", "2031-03-04");
        row("Published 05/03/2031, updated 14/03/2031", "2031-03-05", "2031-03-14"); // the second tells the order of the first
    }

    void takeDateAndBylines_twoDatesOnALine_areBothRead()
    {
        QFETCH(QString, line);
        QFETCH(QString, published);
        QFETCH(QString, updated);
        reading::Draft draft = draftOf({line, kProse, kMore});
        reading::takeDateAndBylines(draft);
        QCOMPARE(found(draft, MetadataField::Published), published);
        QCOMPARE(found(draft, MetadataField::Updated), updated);
        QCOMPARE(draft.blocks.size(), size_t{2});
    }

    void takeDateAndBylines_country_readsZonesAndOrder_data()
    {
        QTest::addColumn<QStringList>("text");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("published");
        const auto row = [](const char *name, const QStringList &text, const char *language, const char *url, const char *published) {
            QTest::newRow(name) << text << QString::fromLatin1(language) << QString::fromLatin1(url) << QString::fromLatin1(published);
        };
        const QString indian = u"Published: March 14, 2031 10:42 IST"_s;
        row("nothing known", {indian, kProse}, "", "", "2031-03-14T10:42:00");
        row("agency of a country", {u"By: PTI"_s, indian, kProse}, "", "", "2031-03-14T10:42:00+05:30");
        row("dateline", {indian, u"New Delhi: "_s + kProse}, "", "", "2031-03-14T10:42:00+05:30");
        row("another dateline", {indian, u"JERUSALEM (AP) - "_s + kProse}, "", "", "2031-03-14T10:42:00+02:00");
        row("language with a region", {indian, kProse}, "en-IN", "", "2031-03-14T10:42:00+05:30");
        row("address", {u"Published: July 14, 2031 10:42 BST"_s, kProse}, "", "https://bay.co.uk/ferry", "2031-07-14T10:42:00+01:00");
        row("address that anyone buys", {u"Published: July 14, 2031 10:42 CST"_s, kProse}, "en", "https://bay.io/ferry", "2031-07-14T10:42:00");
        row("order by language", {u"Published: 05/03/2031"_s, kProse}, "en-GB", "", "2031-03-05");
        row("order by address", {u"Published: 05/03/2031"_s, kProse}, "", "https://bay.us/ferry", "2031-05-03");
    }

    void takeDateAndBylines_country_readsZonesAndOrder()
    {
        QFETCH(QStringList, text);
        QFETCH(QString, language);
        QFETCH(QString, url);
        QFETCH(QString, published);
        reading::Draft draft = draftOf(text);
        draft.find(MetadataField::Language, reading::Trust::Declared, language, u"x"_s);
        draft.find(MetadataField::Url, reading::Trust::Declared, url, u"x"_s);
        reading::takeDateAndBylines(draft);
        QCOMPARE(found(draft, MetadataField::Published), published);
    }

    void takeDateAndBylines_datesInTheText_stay_data()
    {
        QTest::addColumn<QStringList>("text");
        QTest::addColumn<QString>("published");
        QTest::addColumn<qsizetype>("left");
        const auto row = [](const char *name, const QStringList &text, const char *published, qsizetype left) { QTest::newRow(name) << text << QString::fromLatin1(published) << left; };
        row("timeline", {kProse, u"March 5, 2019"_s, kMore, u"14 June 2021"_s, kMore}, "", 5);
        row("timeline from the first line on", {u"March 5, 2019"_s, kProse, u"14 June 2021"_s, kMore}, "", 4);
        row("date above the text", {u"March 5, 2031"_s, kProse, kMore}, "2031-03-05", 2);
        row("one line is used, one is left", {u"March 5, 2031"_s, u"March 6, 2031"_s, kProse}, "2031-03-05", 2);
        row("summary above the byline", {kProse, u"By Ann Lee"_s, u"March 5, 2031"_s, kMore}, "2031-03-05", 2);
        row("sentence below the text", {kProse, kMore, u"This story was originally published March 5, 2031, 10:42 AM."_s}, "2031-03-05T10:42:00", 2);
        row("sentence about a book", {kProse, kMore, u"This story was published in March 2031 and sold well."_s}, "", 3);
        row("label below the text", {kProse, kMore, u"Published: March 5, 2031"_s}, "2031-03-05", 2);
        row("date below the text", {kProse, kMore, u"March 5, 2031"_s}, "", 3);
    }

    void takeDateAndBylines_datesInTheText_stay()
    {
        QFETCH(QStringList, text);
        QFETCH(QString, published);
        QFETCH(qsizetype, left);
        reading::Draft draft = draftOf(text);
        reading::takeDateAndBylines(draft);
        QCOMPARE(found(draft, MetadataField::Published), published);
        QCOMPARE(static_cast<qsizetype>(draft.blocks.size()), left);
    }

    void takeDateAndBylines_updatedLine_isUpdated()
    {
        reading::Draft draft = draftOf({u"Updated: 15 March 2031"_s, kProse});
        reading::takeDateAndBylines(draft);
        QCOMPARE(found(draft, MetadataField::Updated), u"2031-03-15"_s);
        QCOMPARE(found(draft, MetadataField::Published), QString());
    }

    void takeDatelines_starts_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("dateline");
        QTest::addColumn<QString>("agency");
        const auto row = [](const char *before, const char *dateline, const char *agency) {
            QTest::newRow(before) << QString::fromUtf8(before) << QString::fromUtf8(dateline) << QString::fromUtf8(agency);
        };
        row("HALVERN, March 14 (Norrwire) - ", "HALVERN, March 14", "Norrwire");
        row("HALVERN (AP) \xE2\x80\x94 ", "HALVERN", "AP");
        row("HALVERN, Tarvia -- ", "HALVERN, Tarvia", "");
        row("ST BRANNOC, Sept. 3, 2031 (Reuters) - ", "ST BRANNOC, Sept. 3, 2031", "Reuters");
        row("Halvern (AFP) \xE2\x80\x93 ", "Halvern", "AFP");
        row("(Reuters) - ", "", "Reuters");
        row("HALVERN\xE2\x80\x94", "HALVERN", "");
        row("Halvern, Mar 14 (PTI) ", "Halvern, Mar 14", "PTI");
        row("HALVERN (AFP) ", "HALVERN", "AFP");
        row("Halvern [Tarvia], March 14 (ANI): ", "Halvern [Tarvia], March 14", "ANI");
        row("March 14 (UPI) -- ", "", "UPI");
        row("HALVERN, March 14. /TASS/. ", "HALVERN, March 14", "TASS");
        row("Halvern, 14 March (IANS) ", "Halvern, 14 March", "IANS");
        row("", "", "");
    }

    void takeDatelines_starts()
    {
        QFETCH(QString, before);
        QFETCH(QString, dateline);
        QFETCH(QString, agency);
        reading::Draft draft = draftOf({before + kProse, kMore});
        reading::takeDatelines(draft);
        QCOMPARE(found(draft, MetadataField::Dateline), dateline);
        QCOMPARE(found(draft, MetadataField::Agency), agency);
        QCOMPARE(draft.blocks.front().text, kProse);
    }

    void takeDatelines_ownLine_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("published");
        QTest::addColumn<bool>("isTaken");
        const auto row = [](const char *line, const char *published, bool isTaken) { QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(published) << isTaken; };
        row("Halvern/Sorn, March 14", "", true);
        row("Halvern - March,14,2031", "2031-03-14", true);
        row("Halvern, 14 March 2031", "2031-03-14", true);
        row("The ferry left on March 14", "", false);
        row("Halvern, a small port", "", false);
    }

    void takeDatelines_ownLine()
    {
        QFETCH(QString, line);
        QFETCH(QString, published);
        QFETCH(bool, isTaken);
        reading::Draft draft = draftOf({line, kProse});
        reading::takeDatelines(draft);
        QCOMPARE(found(draft, MetadataField::Dateline), isTaken ? line : QString());
        QCOMPARE(found(draft, MetadataField::Published), published);
        QCOMPARE(draft.blocks.size(), isTaken ? size_t{1} : size_t{2});
    }

    void takeDatelines_proseWithDash_stays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("capitals and dash") << u"The ANV - The national union - said that the ferry left Halvern harbour at nine."_s;
        for (const char *start : {"COVID-19 cases rose by 12 percent", "NATO-Russia talks ended without a result", "U.S.-China trade talks resumed", "NATO\xE2\x80\x93Russia talks ended", "UN-backed troops left", "BREAKING NEWS - Police closed the pier",
                                  "UPDATE 2 - Police closed the pier", "EXCLUSIVE \xE2\x80\x94 Police closed the pier", "ANALYSIS: Police closed the pier", "FACT CHECK - Did police close the pier", "Halvern (pop. 900) The pier was closed",
                                  "Harbour Police (HP) The chief said", "Ann Lee (Labour): The pier was closed"})
            QTest::newRow(start) << QString::fromUtf8(start) + u" in the county last week, as health officials said on Tuesday."_s;
        QTest::newRow("aside") << u"Halvern (a small port) - The ferry left the harbour at nine and was due before noon."_s;
    }

    void takeDatelines_proseWithDash_stays()
    {
        QFETCH(QString, text);
        reading::Draft draft = draftOf({text});
        reading::takeDatelines(draft);
        QCOMPARE(draft.blocks.front().text, text);
    }

    void takeAgencyCredits_lastLines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("agency");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *line, const char *agency, const char *kept) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(agency) << QString::fromUtf8(kept);
        };
        row("It never came. \xE2\x80\x94 Reuters", "Reuters", "It never came.");
        row("It never came. - AFP/dpa", "AFP; dpa", "It never came.");
        row("It never came. (AP)", "AP", "It never came.");
        row("It never came, he said. PTI", "PTI", "It never came, he said.");
        row("It never came, he said. Ann", "", "It never came, he said. Ann");
        row("It came from the AP", "", "It came from the AP");
        row("\"It never came.\" (Norrwire)", "", "\"It never came.\" (Norrwire)");
        row("It never came. - Ann", "", "It never came. - Ann");
        row("This story appeared in The Sun Bay and is reproduced with permission.", "The Sun Bay", "");
        row("This article was first published by the Associated Press.", "Associated Press", "");
        row("This story appeared in a dream and nobody believed it, he said to the court.", "", "This story appeared in a dream and nobody believed it, he said to the court.");
        row("(With inputs from ANI)", "ANI", "");
        row("With additional reporting by AFP and Reuters.", "AFP; Reuters", "");
        row("The Associated Press contributed to this report.", "Associated Press", "");
        row("Fog contributed to this report.", "", "Fog contributed to this report.");
        row("Source: Norrwire", "Norrwire", "");
        row("Source: the captain, who was on deck.", "", "Source: the captain, who was on deck.");
        row("(Reporting by Ann Lee in Halvern; Editing by Bo Hart)", "", "");
        row("Reuters", "Reuters", "");
        row("Associated Press writer Ann Lee in Sorn contributed to this report.", "Associated Press", "");
        row("Ann Lee and Bo Hart contributed to this report.", "", "");
        row("Ann Lee reported from Sorn. Bo Hart contributed reporting from Varness.", "", "");
        row("Ann Lee reported the loss to the police.", "", "Ann Lee reported the loss to the police.");
        row("The ferry reported in Halvern at nine.", "", "The ferry reported in Halvern at nine.");
        row("With AAP", "AAP", "");
        row("- with dpa and AFP", "dpa; AFP", "");
        row("With Ann", "", "With Ann");
        row("With AFP and Ann", "", "With AFP and Ann");
        row("PTI KND", "PTI", "");
        row("It never came, he said. PTI ABC XYZ", "PTI", "It never came, he said.");
        row("It never came, he said. ABC XYZ", "", "It never came, he said. ABC XYZ");
        row("Reporting by Ann Lee; Additional reporting by Bo Hart in Sorn; Editing by Cy Ray", "", "");
        row("Writing by Ann Lee, editing by Bo Hart", "", "");
        row("Reporting by radio was not possible that night", "", "Reporting by radio was not possible that night");
        row("He told Reuters.", "", "He told Reuters.");
    }

    void takeAgencyCredits_lastLines()
    {
        QFETCH(QString, line);
        QFETCH(QString, agency);
        QFETCH(QString, kept);
        reading::Draft draft = draftOf({kProse, line});
        reading::takeAgencyCredits(draft);
        QCOMPARE(found(draft, MetadataField::Agency), agency);
        QCOMPARE(printed(draft.blocks), u"P "_s + kProse + (kept.isEmpty() ? QString() : u"|P "_s + kept));
    }

    void takeAgencyCredits_initialsBelowAnAgency_go()
    {
        reading::Draft draft = draftOf({kProse, u"PTI KND"_s, u"SKY SKY"_s});
        reading::takeAgencyCredits(draft);
        QCOMPARE(printed(draft.blocks), u"P "_s + kProse);
        draft = draftOf({kProse, u"SKY SKY"_s});
        reading::takeAgencyCredits(draft);
        QCOMPARE(draft.blocks.size(), size_t{2});
    }

    void takeAgencyCredits_nameOfTheDateline_isKnownAtTheEnd()
    {
        reading::Draft draft = draftOf({u"HALVERN (Norrwire) - "_s + kProse, u"It never came. (Norrwire)"_s});
        reading::applyBlockRules(draft);
        QCOMPARE(printed(draft.blocks), u"P "_s + kProse + u"|P It never came."_s);
    }

    void takeCaptions_lines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("isCaption");
        const auto row = [](const char *line, bool isCaption) { QTest::newRow(line) << QString::fromUtf8(line) << isCaption; };
        row("A map showing Halvern and the bay", true);
        row("File photo of the ferry at its pier", true);
        row("A map showing the bay was found on the captain's table.", false);
        row("A picture of health", true);
        row("Divers at the pier on Tuesday. Reuters", true);
        row("Divers at the pier (AP Photo/Ann Lee)", true);
        row("Divers at the pier. Photo: Ann Lee", true);
        row("Divers at the pier [Ann Lee/Reuters]", true);
        row("FILE PHOTO: Divers at the pier", true);
        row("In this March 2, 2031 file photo, the ferry leaves Halvern.", true);
        row("He spoke to Reuters", false);
        row("In this town nobody slept.", false);
        row("Divers went down twice", false);
    }

    void takeCaptions_lines()
    {
        QFETCH(QString, line);
        QFETCH(bool, isCaption);
        reading::Draft draft = draftOf({kProse, line, kMore});
        reading::takeCaptions(draft);
        QCOMPARE(draft.captions, isCaption ? QStringList{line} : QStringList());
        QCOMPARE(draft.blocks.size(), isCaption ? size_t{2} : size_t{3});
    }

    void takeCaptions_bareAgencyAtTheEndOfTheLastParagraph_isACredit()
    {
        reading::Draft draft = draftOf({kProse, u"Divers went down twice, the owner said. PTI"_s});
        reading::applyBlockRules(draft);
        QCOMPARE(draft.captions, QStringList());
        QCOMPARE(found(draft, MetadataField::Agency), u"PTI"_s);
        QCOMPARE(printed(draft.blocks), u"P "_s + kProse + u"|P Divers went down twice, the owner said."_s);
    }

    void dropReaderPart_linesAfterTheText_go_data()
    {
        QTest::addColumn<QStringList>("text");
        QTest::addColumn<qsizetype>("left");
        QTest::newRow("reply form") << QStringList{kProse, u"Leave a Reply"_s, u"Your email address will not be published. Required fields are marked *"_s} << qsizetype{1};
        QTest::newRow("comments") << QStringList{kProse, kMore, u"12 Comments"_s, u"Ann says: I never liked that boat, to be honest with all of you."_s} << qsizetype{2};
        QTest::newRow("button above the text") << QStringList{u"Comments"_s, kProse, kMore} << qsizetype{3};
        QTest::newRow("form of a blog") << QStringList{kProse, kMore, u"Leave a comment"_s, u"Name *"_s, u"Website"_s, u"Save my name for the next time I comment."_s} << qsizetype{2};
        QTest::newRow("cancel reply") << QStringList{kProse, u"Leave a Reply Cancel reply"_s, u"Comment"_s} << qsizetype{1};
        QTest::newRow("no comment, said") << QStringList{kProse, u"No comment was given by the owner."_s, kMore} << qsizetype{3};
        QTest::newRow("responses to, in a sentence") << QStringList{kProse, u"Two responses to the call came, both from fishing boats, and both too late."_s, kMore} << qsizetype{3};
        QTest::newRow("sentence") << QStringList{kProse, u"Comments by the captain were not heard in court."_s, kMore} << qsizetype{3};
    }

    void dropReaderPart_linesAfterTheText_go()
    {
        QFETCH(QStringList, text);
        QFETCH(qsizetype, left);
        reading::Draft draft = draftOf(text);
        reading::dropReaderPart(draft);
        QCOMPARE(static_cast<qsizetype>(draft.blocks.size()), left);
    }

    void dropRelatedLists_lines_data()
    {
        QTest::addColumn<QString>("text"); // parted by |, "* " is a list item
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *name, const char *text, const char *kept) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(kept); };
        row("labelled-link", "Read also: Harbour reopens after storm", "");
        row("labelled-link, other label", "SEE MORE: Harbour reopens after storm", "");
        row("label in a sentence", "Read also: the captain's letter, which he wrote on the day before.", "P Read also: the captain's letter, which he wrote on the day before.");
        row("labelled-list", "Related stories|Harbour reopens after storm|Owner of ferry resigns", "");
        row("headline-bullets", "* Inside the ferry's engine room|* Why do ferries sink?", "");
        row("bullets that ask, below a heading", "What nobody knows|* Why did the ferry sink?|* Who was on deck?", "P What nobody knows|L Why did the ferry sink?|L Who was on deck?");
        row("bullets of key points", "* The quay will be rebuilt|* The crane will be moved", "L The quay will be rebuilt|L The crane will be moved");
        row("labelled bullets", "More on this story|* Inside the ferry's engine room|* Why do ferries sink?", "");
        row("labelled-link of a roundup", "Related Roundup: Ferries", "");
        row("labelled-list, our editors", "Recommended by Our Editors|Harbour reopens after storm|Owner of ferry resigns", "");
        row("labelled-list, a name", "More Great Harbour Stories|The last ferryman of Sorn", "");
        row("labelled-list ends with prose", "Related stories|Harbour reopens after storm|The owner, who lives in Sorn, was not at home on the day of the storm.", "P The owner, who lives in Sorn, was not at home on the day of the storm.");
        row("bullets that are sentences", "* The ferry had been inspected in May.|* Its owner denies all blame.", "L The ferry had been inspected in May.|L Its owner denies all blame.");
        row("announced bullets", "The ferry carried:|* Forty cars|* Nine lorries", "P The ferry carried:|L Forty cars|L Nine lorries");
        row("mixed bullets", "* Forty cars|* The ferry had been inspected in May.", "L Forty cars|L The ferry had been inspected in May.");
    }

    void dropRelatedLists_lines()
    {
        QFETCH(QString, text);
        QFETCH(QString, kept);
        reading::Draft draft = draftOf({kProse});
        for (const QString &line : text.split(u'|')) {
            const bool isItem = line.startsWith(u"* "_s);
            draft.blocks.push_back({isItem ? model::BlockKind::ListItem : model::BlockKind::Paragraph, isItem ? line.mid(2) : line});
        }
        draft.blocks.push_back({model::BlockKind::Paragraph, kMore});
        reading::dropRelatedLists(draft);
        QCOMPARE(printed(draft.blocks), u"P "_s + kProse + (kept.isEmpty() ? QString() : u"|"_s + kept) + u"|P "_s + kMore);
    }

    void dropRelatedLists_bulletsAboveTheText_goWhereTheyAreTheWayToThePage()
    {
        const auto item = [](const QString &text) { return reading::DraftBlock{model::BlockKind::ListItem, text}; };
        reading::Draft draft;
        draft.blocks = {item(u"Home"_s), item(u"Ports"_s), {model::BlockKind::Paragraph, u"Key points:"_s}, item(u"The quay will be rebuilt"_s), {model::BlockKind::Paragraph, kProse}};
        reading::dropRelatedLists(draft);
        QCOMPARE(printed(draft.blocks), u"P Key points:|L The quay will be rebuilt|P "_s + kProse);
        draft.blocks = {item(u"The quay will be rebuilt"_s), item(u"The crane will be moved"_s), {model::BlockKind::Paragraph, kProse}};
        reading::dropRelatedLists(draft);
        QCOMPARE(printed(draft.blocks), u"L The quay will be rebuilt|L The crane will be moved|P "_s + kProse);
    }

    void dropRelatedLists_headingAfterTheList_stays()
    {
        reading::Draft draft = draftOf({kProse, u"Related stories"_s, u"Harbour reopens after storm"_s});
        draft.blocks.push_back({model::BlockKind::Heading, u"What the owner says"_s});
        draft.blocks.push_back({model::BlockKind::Paragraph, kMore});
        reading::dropRelatedLists(draft);
        QCOMPARE(printed(draft.blocks), u"P "_s + kProse + u"|H What the owner says|P "_s + kMore);
    }

    void dropFurniture_lines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("isDropped");
        const auto row = [](const char *line, bool isDropped) { QTest::newRow(line) << QString::fromUtf8(line) << isDropped; };
        row("Advertisement", true);
        row("ADVERTISEMENT", true);
        row("Share this article", true);
        row("Follow us on Twitter", true);
        row("Sign up for our daily newsletter", true);
        row("Source link", true);
        row("COMMENTS", true);
        row("#Ferry #Halvern #Safety at sea", true);
        row("#Ferry", true);
        row("#1 in the list was the ferry.", false);
        row("\xC2\xA9 2031 The Harbour Post. All rights reserved.", true);
        row("Copyright 2031 Bay Media", true);
        row("Copyright law was not broken, the judge said.", false);
        row("-", true);
        row("* * *", true);
        row("Share prices of the ferry's owner fell.", false);
        row("Comments were not allowed.", false);
        row("Advertisement costs rose.", false);
        row("4 min read", true);
        row("Four minutes later it was gone.", false);
        row("This story has been updated.", true);
        row("Follow Norrwire's coverage of the loss at https://norrwire.example/ferry", true);
        row("This story has been told before.", false);
        row("Updated 3 hours ago", true);
        row("Updated three times, the plan was dropped.", false);
        row("(This story has not been edited by our staff and is auto-generated from a syndicated feed.)", true);
        row("Except for the headline, this story has not been edited by The Bay staff.", true);
        row("The story has not been told before, the owner said.", false);
        row("Source: https://bay.example/ferry", true);
        row("Our Standards: The Norrwire Trust Principles.", true);
        row("Our standards are high, the owner said.", false);
        row("We use cookies to make this site better for you.", true);
        row("Cookies were found on the table of the mess.", false);
        row("#ferry #halvern", true);
        row("The tag #ferry was used 4,000 times, the network said.", false);
        row("Source link", true);
        row("Source of the oil was a tank in the stern, divers said.", false);
        row("The post Ferry sinks off Halvern appeared first on The Bay.", true);
        row("The post Ferry sinks first appeared on Bay Life", true);
        row("The post was first held by his father, who appeared on a list.", false);
        row("Read the original article here", true);
        row("Click here to read the full story", true);
        row("He could not read the original article, he told the court.", false);
        row("Like this story? Share it with a friend!", true);
        row("He did not like this story at all, and would not share it.", false);
        row("Email Ann Lee at alee@bay.example or follow her @alee.", true);
        row("Contact Bo Hart: bhart@port.example", true);
        row("Follow The Bay Opinion on Facebook, Twitter (@bay) and Instagram.", true);
        row("Contact with the ferry was lost at nine. A friend wrote to @alee.", false);
        row("Follow the coast road to the pier, the sign says.", false);
        row("Tags: ferry, Halvern, safety", true);
        row("Topics | Ferries", true);
        row("Categories of ships that may not leave in a storm", false);
        row("Topics of the talks were the wreck and its oil.", false);
        row("Filed under Ferries", true);
        row("Image 3 of 12", true);
        row("Image 3 of the series shows the stern.", false);
        row("View this post on Instagram", true);
        row("A post shared by The Harbour Post (@harbourpost)", true);
        row("A post shared by two captains is no good idea, the owner said.", false);
        row("Sign up for the daily briefing and get it by mail", true);
        row("Sign up for the crossing using the same email as for your cabin", false);
        row("There is more where that came from. Sign up for The Tide today to get the free daily newsletter delivered to your inbox.", true);
        row("By signing up you agree to our terms of service and privacy policy.", true);
        row("By signing up, he had become a sailor.", false);
        row("You may unsubscribe from the newsletters at any time.", true);
        row("If you buy something through a link on this page, we may earn a small commission.", true);
        row("We may earn more next year, the owner said.", false);
        row("By using this site, you consent to our user agreement and agree that your clicks may be collected.", true);
        row("Disclaimer: The views expressed here are the author's own.", true);
        row("CLICK HERE TO READ MORE ON BAY BUSINESS", true);
        row("GET THE BAY ON THE GO BY CLICKING HERE", true);
    }

    void dropFurniture_lines()
    {
        QFETCH(QString, line);
        QFETCH(bool, isDropped);
        reading::Draft draft = draftOf({kProse, line, kMore});
        reading::dropFurniture(draft);
        QCOMPARE(draft.blocks.size(), isDropped ? size_t{2} : size_t{3});
    }

    void markHeadings_shortLines_areHeadings()
    {
        reading::Draft draft = draftOf(lines("The ferry left at nine, as it does on every day of the week.|What the owner says|He denies all blame for the loss of his ship.|The end"));
        reading::markHeadings(draft);
        QCOMPARE(printed(draft.blocks), u"P The ferry left at nine, as it does on every day of the week.|H What the owner says|P He denies all blame for the loss of his ship.|P The end"_s);
    }
};

QTEST_GUILESS_MAIN(BlockRulesTest)
#include "block_rules_test.moc"
