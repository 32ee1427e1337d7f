// What a report says: the document as plain lines, and the words that go into it.

#include "report/build_document.h"
#include "report/passage.h"
#include "report/source_book.h"
#include "report/wording.h"
#include "support/samples/sample_comparison.h"

#include <QtTest>

using namespace variorum;

namespace {

report::ReportOptions options()
{
    return {.title = {}, .made = QDateTime(QDate(2024, 5, 20), QTime(10, 0), Qt::UTC), .folderLabel = QStringLiteral("ferry")};
}

QStringList sampleLines()
{
    static const QStringList kLines = report::toPlainText(report::buildDocument(test::sampleComparison(), options())).split(u'\n');
    return kLines;
}

/// The lines from the one that begins so, up to the next heading of the same rank.
QStringList linesFrom(const QStringList &lines, const QString &first, int count)
{
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (lines.at(at).startsWith(first))
            return lines.mid(at, count);
    }
    return {};
}

model::Article articleOf(const QString &text)
{
    model::Article article;
    article.text = text;
    return article;
}

QString printed(const report::Passage &passage)
{
    return (passage.startsInside ? QStringLiteral("...") : QString()) + passage.before + u'[' + passage.words + u']' + passage.after + (passage.endsInside ? QStringLiteral("...") : QString());
}

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cover_saysWhatIsCompared()
    {
        QCOMPARE(sampleLines().mid(0, 3), QStringList({QStringLiteral("kicker: Comparison of news sources"), QStringLiteral("title: Eleven injured in Halcyon ferry crash as speed comes under scrutiny"),
                                                       QStringLiteral("lead: Folder “ferry”  ·  5 sources  ·  8 claims  ·  20 May 2024")}));
        QCOMPARE(linesFrom(sampleLines(), QStringLiteral("figure:"), 7),
                 QStringList({QStringLiteral("figure: 3 ≠ conflicts"), QStringLiteral("figure: 1 ↻ internal"), QStringLiteral("figure: 1 ⊆ refinement"), QStringLiteral("figure: 1 ≈ wording"),
                              QStringLiteral("figure: 2 agreed by 2 origins or more"), QStringLiteral("figure: 0 by one origin, reprinted"), QStringLiteral("figure: 1 by one source only")}));
    }

    void cover_sources_haveALineEach()
    {
        QCOMPARE(linesFrom(sampleLines(), QStringLiteral("## Sources"), 6),
                 QStringList({QStringLiteral("## Sources"),
                              QStringLiteral("| [1] | **Northgate Courier** / Seven hurt as ferry strikes breakwater off Port Merrin | 17 May 2024, 09:40 (UTC+1) | credits Meridian Press | 98"),
                              QStringLiteral("| [2] | **Daily Lantern** / Horror in the fog: eleven hurt as ferry ploughs into sea wall | 18 May 2024 | Dean Rook / Zoë Marsh | 73"),
                              QStringLiteral("| [3] | **Island Radio News** / Ferry runs into harbour wall in fog / Reuses text of [1] | 17 May 2024, 12:15 (UTC+1) |  | 69"),
                              QStringLiteral("| [4] | **The Merrin Post** / Eleven injured in Halcyon ferry crash as speed comes under scrutiny | 17 May 2024, 18:05 (UTC+1) / updated 17 May 2024, 20:30 (UTC+1) | Imogen Thwaite | 90"),
                              QStringLiteral("| [5] | **photo-scan.txt** / could not be read; see Provenance |  |  | –")}));
    }

    void cover_conflicts_areSeenAtAGlance()
    {
        QCOMPARE(linesFrom(sampleLines(), QStringLiteral("## Conflicts at a glance"), 4),
                 QStringList({QStringLiteral("## Conflicts at a glance"), QStringLiteral("| The vessel was carrying 212 passengers and 14 crew | **212 passengers**  [1]  / **More than 200 people**  [3]  / **209 passengers**  [4] "),
                              QStringLiteral("| The ferry had been travelling at 12 knots | **12 knots**  [1]  / **8 knots**  [2] [4] "),
                              QStringLiteral("| The coastguard has opened an inquiry into the accident | **Will not open an inquiry**  [3]  / **Has opened an inquiry**  [4] ")}));
    }

    void divergence_printsEveryValueWithItsSources()
    {
        QCOMPARE(linesFrom(sampleLines(), QStringLiteral("### The ferry had been travelling"), 9),
                 QStringList({QStringLiteral("### The ferry had been travelling at 12 knots"),
                              QStringLiteral("value: **12 knots**"),
                              QStringLiteral("source: [1]** Northgate Courier** · 17 May 2024, 09:40 (UTC+1) · citing Meridian Press, in turn citing Ruth Calloway"),
                              QStringLiteral("passage: Harbour master Ruth Calloway said the ferry had been travelling at [[12 knots]]."),
                              QStringLiteral("value: **8 knots**   read as at most 8 knots  ·  1 independent origin"),
                              QStringLiteral("source: [2]** Daily Lantern** · 18 May 2024 · citing Piers Aldous"),
                              QStringLiteral("passage: The boss of Strait Lines, Piers Aldous, insisted the ship was doing [[8 knots]]."),
                              QStringLiteral("source: [4]** The Merrin Post** · 17 May 2024, 18:05 (UTC+1) · citing Strait Lines"),
                              QStringLiteral("passage: The operator, Strait Lines, said the ship had 209 passengers on board and was doing [[no more than 8 knots]].")}));
    }

    void divergences_standBySeverity()
    {
        QStringList headings;
        for (const QString &line : sampleLines()) {
            if (line.startsWith(QLatin1String("# ")) || line.startsWith(QLatin1String("## ")))
                headings += line;
        }
        QCOMPARE(headings, QStringList({QStringLiteral("## Conflicts at a glance"), QStringLiteral("## Sources"), QStringLiteral("# Where they differ"), QStringLiteral("## 3 conflicts"),
                                        QStringLiteral("## 1 internal contradiction"), QStringLiteral("## 1 refinement or update"), QStringLiteral("## 1 difference in wording"), QStringLiteral("# What they agree on"),
                                        QStringLiteral("# Reported by one source only"), QStringLiteral("# Provenance")}));
    }

    void divergence_namesTheSilentAndTheReason()
    {
        QVERIFY(sampleLines().contains(QStringLiteral("note: **Silent on this: **[2]\u00a0Daily Lantern")));
        QVERIFY(sampleLines().contains(QStringLiteral("note: Why: 212 passengers is not 209 passengers; both lie in more than 200 people (rule: unequal quantities)")));
        QVERIFY(sampleLines().contains(QStringLiteral("eyebrow: **⊆  Update**  ·  quantity")));
    }

    void provenance_namesEveryFileAndItsSum()
    {
        const model::Comparison comparison = test::sampleComparison();
        const QString text = sampleLines().join(u'\n');
        for (const model::Article &article : comparison.articles) {
            QVERIFY(text.contains(QStringLiteral("**%1**").arg(article.path)));
            QVERIFY(text.contains(QString::fromLatin1(article.sha256.toHex())));
        }
        QVERIFY(text.contains(QLatin1String("analysis version 1, on 20 May 2024")));
        QVERIFY(text.contains(QLatin1String("photo-scan.txt holds no text")));
    }

    void otherLanguage_isSaidOnTheCoverAndInTheProvenance()
    {
        model::Comparison comparison = test::sampleComparison();
        comparison.articles[0].language = QStringLiteral("pl-PL");
        comparison.articles[1].language.reset();
        const QString text = report::toPlainText(report::buildDocument(comparison, options()));
        QCOMPARE(text.count(QLatin1String("In Polish. Not compared: only English is so far.")), 2);
        QCOMPARE(text.count(QLatin1String("Its language could not be told. Not compared: only English is so far.")), 2);
        QVERIFY(!sampleLines().join(u'\n').contains(QLatin1String("Not compared")));
    }

    void links_ofTheSample_leadToAnchors()
    {
        const report::Document document = report::buildDocument(test::sampleComparison(), options());
        QSet<QString> anchors;
        QSet<QString> links;
        const auto collect = [&links](const report::Runs &runs) {
            for (const report::Run &run : runs)
                links.insert(run.link);
        };
        for (const report::Block &block : document.blocks) {
            if (const auto *heading = std::get_if<report::Heading>(&block)) {
                anchors.insert(heading->anchor);
            } else if (const auto *paragraph = std::get_if<report::Paragraph>(&block)) {
                collect(paragraph->runs);
            } else if (const auto *figures = std::get_if<report::Figures>(&block)) {
                for (const report::Figure &figure : figures->items)
                    links.insert(figure.link);
            } else if (const auto *table = std::get_if<report::Table>(&block)) {
                for (const report::Row &row : table->rows) {
                    anchors.insert(row.anchor);
                    for (const report::Cell &cell : row.cells)
                        std::ranges::for_each(cell.lines, collect);
                }
            }
        }
        anchors.insert(QString());
        QVERIFY(links.size() > 10);
        QCOMPARE(links - anchors, QSet<QString>());
    }

    void emptyComparison_saysSo()
    {
        const QString text = report::toPlainText(report::buildDocument({}, {}));
        QVERIFY(text.contains(QLatin1String("title: Comparison of sources")));
        QVERIFY(text.contains(QLatin1String("No difference was found between these sources.")));
    }

    void passage_isTheSentence_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("statement");
        QTest::addColumn<int>("mostUnits");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one of three") << QStringLiteral("It rained. Six ran home. It cleared.") << QStringLiteral("Six") << QStringLiteral("Six ran") << 420 << QStringLiteral("[Six] ran home.");
        QTest::newRow("abbreviations") << QStringLiteral("All left. Dr. Hale saw 12 men on Jan. 3 in town.") << QStringLiteral("12 men") << QStringLiteral("12 men") << 420 << QStringLiteral("Dr. Hale saw [12 men] on Jan. 3 in town.");
        QTest::newRow("initials") << QStringLiteral("He left. J. Doe of the U.S. Navy paid 3 pounds.") << QStringLiteral("3 pounds") << QStringLiteral("3 pounds") << 420 << QStringLiteral("J. Doe of the U.S. Navy paid [3 pounds].");
        QTest::newRow("quotation marks") << QStringLiteral("He said: “Six ran.” They did.") << QStringLiteral("Six") << QStringLiteral("Six ran") << 420 << QStringLiteral("He said: “[Six] ran.”");
        QTest::newRow("never over a paragraph") << QStringLiteral("A headline without a stop\n\nSix ran") << QStringLiteral("Six") << QStringLiteral("Six ran") << 420 << QStringLiteral("[Six] ran");
        QTest::newRow("statement over two") << QStringLiteral("“Six ran. They fell,” he said. Later.") << QStringLiteral("Six") << QStringLiteral("Six ran. They fell") << 420 << QStringLiteral("“[Six] ran. They fell,” he said.");
        QTest::newRow("a line break ends it") << QStringLiteral("Six\nran home.") << QStringLiteral("ran") << QStringLiteral("ran") << 420 << QStringLiteral("[ran] home.");
        QTest::newRow("a line break inside becomes a space") << QStringLiteral("Six\nran home.") << QStringLiteral("ran") << QStringLiteral("Six\nran") << 420 << QStringLiteral("Six [ran] home.");
        QTest::newRow("too long") << QStringLiteral("one two three four five six seven eight nine ten") << QStringLiteral("five") << QStringLiteral("five") << 20 << QStringLiteral("...four [five] six...");
        QTest::newRow("value too long") << QStringLiteral("one two three four") << QStringLiteral("one two three four") << QStringLiteral("one") << 9 << QStringLiteral("[one two]...");
    }

    void passage_isTheSentence()
    {
        QFETCH(QString, text);
        QFETCH(QString, value);
        QFETCH(QString, statement);
        QFETCH(int, mostUnits);
        QFETCH(QString, expected);
        const auto place = [&text](const QString &words) {
            const qsizetype begin = text.indexOf(words);
            return model::TextPlace{.field = model::TextField::Text, .span = {begin, begin + words.size()}};
        };
        QCOMPARE(printed(report::passageAround(articleOf(text), place(value), place(statement), mostUnits)), expected);
    }

    void passage_ofASpanOutside_isEmpty()
    {
        const model::TextPlace outside{.field = model::TextField::Text, .span = {5, 50}};
        QCOMPARE(report::passageAround(articleOf(QStringLiteral("short")), outside, outside), report::Passage());
    }

    void dateText_forms_data()
    {
        QTest::addColumn<QString>("iso");
        QTest::addColumn<QString>("expected");
        QTest::newRow("day") << QStringLiteral("2024-03-01") << QStringLiteral("1 March 2024");
        QTest::newRow("time without offset") << QStringLiteral("2024-03-01T07:05:00") << QStringLiteral("1 March 2024, 07:05");
        QTest::newRow("east, half an hour") << QStringLiteral("2024-03-01T07:05:00+05:30") << QStringLiteral("1 March 2024, 07:05 (UTC+5:30)");
        QTest::newRow("west") << QStringLiteral("2024-03-01T07:05:00-04:00") << QStringLiteral("1 March 2024, 07:05 (UTC−4)");
        QTest::newRow("Greenwich") << QStringLiteral("2024-03-01T07:05:00Z") << QStringLiteral("1 March 2024, 07:05 (UTC)");
    }

    void dateText_forms()
    {
        QFETCH(QString, iso);
        QFETCH(QString, expected);
        QCOMPARE(report::dateText(*model::NewsDate::fromIsoString(iso)), expected);
    }

    void originChain_leavesOutTheOwnOutlet()
    {
        model::Statement statement;
        statement.origins = {{.name = QStringLiteral("a source"), .entity = {}, .kind = model::OriginKind::Anonymous},
                             {.name = QStringLiteral("Reuters"), .entity = {}, .kind = model::OriginKind::Agency},
                             {.name = QStringLiteral("The Tribune"), .entity = {}, .kind = model::OriginKind::Outlet}};
        QCOMPARE(report::originChain(statement, QStringLiteral("The Tribune")), QStringLiteral("citing Reuters, in turn citing a source"));
        QCOMPARE(report::originChain(statement, QStringLiteral("The Echo")), QStringLiteral("citing The Tribune, in turn citing Reuters, in turn citing a source"));
        QCOMPARE(report::originChain({}, QStringLiteral("The Tribune")), QString());
    }

    void originChain_whoIsOnlyPointedAt_isLeftOut_data()
    {
        QTest::addColumn<QStringList>("innermostFirst");
        QTest::addColumn<QString>("expected");
        QTest::newRow("its owner") << QStringList{QStringLiteral("Its owner"), QStringLiteral("Strait Lines")} << QStringLiteral("citing Strait Lines");
        QTest::newRow("a title alone") << QStringList{QStringLiteral("Ms"), QStringLiteral("Ruth Calloway")} << QStringLiteral("citing Ruth Calloway");
        QTest::newRow("nobody else") << QStringList{QStringLiteral("Its owner")} << QStringLiteral("citing its owner");
        QTest::newRow("the same twice") << QStringList{QStringLiteral("Ruth Calloway"), QStringLiteral("Ruth Calloway")} << QStringLiteral("citing Ruth Calloway");
        QTest::newRow("a description") << QStringList{QStringLiteral("Ostmark’s transport minister"), QStringLiteral("Ruth Calloway")} << QStringLiteral("citing Ruth Calloway");
        QTest::newRow("a description alone") << QStringList{QStringLiteral("Ostmark’s transport minister")} << QStringLiteral("citing Ostmark’s transport minister");
        QTest::newRow("the end of its own name") << QStringList{QStringLiteral("Echo")} << QString();
        QTest::newRow("a name that begins alike") << QStringList{QStringLiteral("Itsuki Mori")} << QStringLiteral("citing Itsuki Mori");
    }

    void originChain_whoIsOnlyPointedAt_isLeftOut()
    {
        QFETCH(QStringList, innermostFirst);
        QFETCH(QString, expected);
        model::Statement statement;
        for (const QString &name : innermostFirst)
            statement.origins.push_back({.name = name, .entity = {}, .kind = model::OriginKind::Speaker});
        QCOMPARE(report::originChain(statement, QStringLiteral("The Echo")), expected);
    }

    void balanced_marksThatLackTheirOther_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected); };
        row("“We ran.", "“We ran.”");
        row("We ran,” he said.", "“We ran,” he said.");
        row("“We ran,” he said.", "“We ran,” he said.");
        row("He said: \"We ran.", "He said: \"We ran.\"");
        row("We ran,\" he said.", "\"We ran,\" he said.");
        row("The ship’s master: ‘We ran.", "The ship’s master: ‘We ran.’");
        row("‘It’s over,’ he said.", "‘It’s over,’ he said.");
        row("Nothing", "Nothing");
    }

    void balanced_marksThatLackTheirOther()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(report::balanced(text), expected);
    }

    void reason_normalForms_areInWords_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("expected");
        const auto row = [](model::DivergenceKind kind, const char *why, const char *expected) { QTest::newRow(why) << static_cast<int>(kind) << QString::fromUtf8(why) << QString::fromUtf8(expected); };
        using enum model::DivergenceKind;
        row(Time, "2024-03-14TMO lies in 2024-03-14", "14 March 2024, morning fits 14 March 2024");
        row(Quantity, "54 a is apart from 45 a", "54 years old is not 45 years old");
        row(Quantity, "37 [mi_i]/h is 59 km/h overlaps >50 km/h", "37 mph is 59 km/h overlaps more than 50 km/h");
        row(Polarity, "positive / negative", "one says that it is so, the other that it is not");
        row(Certainty, "possible / asserted", "as possible against stated as fact");
        row(Attribution, "one has it from A, one from B", "one has it from A, one from B");
    }

    void reason_normalForms_areInWords()
    {
        QFETCH(int, kind);
        QFETCH(QString, why);
        QFETCH(QString, expected);
        model::Divergence divergence;
        divergence.kind = static_cast<model::DivergenceKind>(kind);
        divergence.why = why;
        QCOMPARE(report::reasonText(divergence), expected);
    }

    void agreement_ofOneOrigin_isNotCountedAsAgreed()
    {
        model::Comparison comparison = test::sampleComparison();
        const auto agreed = std::ranges::find(comparison.claims, model::ClaimStatus::Agreed, &model::Claim::status);
        const auto title = report::toPlainText(report::buildDocument(comparison, options())).count(QLatin1String("figure: 2 agreed by 2 origins or more"));
        QCOMPARE(title, 1);
        comparison.claims.edited(static_cast<size_t>(std::ranges::distance(comparison.claims.begin(), agreed))).independentOrigins = 1;
        const QStringList lines = report::toPlainText(report::buildDocument(comparison, options())).split(u'\n');
        QVERIFY(lines.contains(QStringLiteral("figure: 1 agreed by 2 origins or more")));
        QVERIFY(lines.contains(QStringLiteral("figure: 1 by one origin, reprinted")));
        QVERIFY(lines.contains(QStringLiteral("# Reported by one origin, reprinted by others")));
    }

    void title_ofAFragment_isItsClause_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *claim, const char *expected) { QTest::newRow(claim) << QString::fromUtf8(text) << QString::fromUtf8(claim) << QString::fromUtf8(expected); };
        row("It rained. The captain, Ann Lee, 54, had been with the company for years, he said.", "Ann Lee, 54", "The captain, Ann Lee, 54, had been with the company for years");
        row("The ship, which can carry about 450 passengers, was listing, he said.", "450 passengers", "The ship, which can carry about 450 passengers, was listing");
        row("“Eleven people were on board.", "were on board", "“Eleven people were on board.”");
        row("It rained and six of them ran home at once.", "six of them ran home", "Six of them ran home");
    }

    void title_ofAFragment_isItsClause()
    {
        QFETCH(QString, text);
        QFETCH(QString, claim);
        QFETCH(QString, expected);
        model::Comparison comparison;
        comparison.articles = {articleOf(text)};
        comparison.articles[0].id = base::ArticleId{1};
        model::Statement statement;
        statement.id = base::StatementId{1};
        statement.article = base::ArticleId{1};
        statement.place.span = {text.indexOf(claim), text.indexOf(claim) + claim.size()};
        statement.text = claim;
        comparison.statements = {statement};
        model::Claim made;
        made.text = claim;
        made.statements = {statement.id};
        comparison.claims = {made};
        QCOMPARE(report::SourceBook(comparison).title(made).remove(u'.'), expected.remove(u'.'));
    }

    void value_ofABareNumber_saysWhatOf()
    {
        model::Comparison comparison = test::sampleComparison();
        model::Divergence &divergence = comparison.divergences.edited(0);
        QVERIFY(divergence.kind == model::DivergenceKind::Quantity);
        model::DivergentValue &value = divergence.values[0];
        value.evidence.resize(1);
        value.independentOrigins = 1;
        value.value = QStringLiteral("7 person");
        const auto article = std::ranges::find(comparison.articles, std::optional(value.evidence[0].article), &model::Article::id);
        const qsizetype at = article->text.indexOf(QLatin1String("seven"), 0, Qt::CaseInsensitive);
        QVERIFY(at >= 0);
        value.evidence[0].place = {.field = model::TextField::Text, .span = {at, at + 5}};
        QVERIFY(report::toPlainText(report::buildDocument(comparison, options())).contains(QLatin1String("value: **7 people**\n")));
    }

    void claimOfAHeadingInside_isLeftOut()
    {
        model::Comparison comparison = test::sampleComparison();
        const base::StatementId id = comparison.claims.back().statements.front();
        const auto statement = std::ranges::find(comparison.statements, id, &model::Statement::id);
        const auto article = std::ranges::find(comparison.articles, std::optional(statement->article), &model::Article::id);
        for (model::TextBlock &block : article->blocks) {
            if (block.span.contains(statement->place.span))
                block.kind = model::BlockKind::Heading;
        }
        const QString text = report::toPlainText(report::buildDocument(comparison, options()));
        QVERIFY(text.contains(QLatin1String("figure: 0 by one source only")));
        QVERIFY(text.contains(QLatin1String("7 claims")));
    }

    void sameWords_ofSeveralSources_standOnce()
    {
        model::Comparison comparison = test::sampleComparison();
        // The radio station prints the agency's sentence as the Courier does.
        model::Article &copier = comparison.articles[1];
        copier.text = comparison.articles[0].text;
        copier.blocks = comparison.articles[0].blocks;
        model::Statement copied = comparison.statements[0];
        copied.id = base::StatementId{100};
        copied.article = *copier.id;
        comparison.statements.push_back(copied);
        std::vector<model::Evidence> &evidence = comparison.divergences.edited(0).values[0].evidence;
        evidence.insert(evidence.begin() + 1, {.statement = copied.id, .article = *copier.id, .place = evidence[0].place});
        const QStringList lines = report::toPlainText(report::buildDocument(comparison, options())).split(u'\n');
        const QStringList found = linesFrom(lines, QStringLiteral("value: **At least seven people**"), 4);
        QCOMPARE(found.size(), 4);
        QVERIFY2(found.at(1).startsWith(QLatin1String("source: [1]")), qPrintable(found.at(1)));
        QVERIFY2(found.at(2).startsWith(QLatin1String("source: [2]")), qPrintable(found.at(2)));
        QVERIFY2(found.at(3).startsWith(QLatin1String("passage: The passenger ferry")), qPrintable(found.at(3)));
    }

    void singleClaims_ofOneSentence_areMarkedInIt()
    {
        model::Comparison comparison = test::sampleComparison();
        model::Statement second = comparison.statements.back(); // "A dog called Biscuit was pulled from the water alive"
        second.id = base::StatementId{100};
        second.place.span.begin += 2;
        second.place.span.end = second.place.span.begin + 3;
        model::Claim claim = comparison.claims.back();
        claim.id = base::ClaimId{100};
        claim.statements = {second.id};
        comparison.statements.edited(comparison.statements.size() - 1).place.span.begin += 21;
        comparison.statements.push_back(second);
        comparison.claims.push_back(claim);
        const QStringList lines = report::toPlainText(report::buildDocument(comparison, options())).split(u'\n');
        QCOMPARE(linesFrom(lines, QStringLiteral("# Reported by one source only"), 5),
                 QStringList({QStringLiteral("# Reported by one source only"), QStringLiteral("body: What only one outlet says is marked in its sentences."), QStringLiteral("eyebrow: [2]  2 claims"),
                              QStringLiteral("### Daily Lantern"), QStringLiteral("passage: A [[dog]] called Biscuit [[was pulled from the water alive]].")}));
    }

    void elided_cutsAtWordsAndNeverInACharacter()
    {
        QCOMPARE(report::elided(QStringLiteral("short"), 10), QStringLiteral("short"));
        QCOMPARE(report::elided(QStringLiteral("one two three"), 9), QStringLiteral("one two…"));
        QCOMPARE(report::elided(QStringLiteral("aaa\U0001F600bbb"), 5), QStringLiteral("aaa…"));
    }
};

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"
