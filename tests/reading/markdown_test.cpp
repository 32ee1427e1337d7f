#include "reading_support.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::test::printed;
using reading::test::readOne;

class MarkdownTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readBytes_frontMatter_isMetadata()
    {
        const model::Article article = readOne("---\n"
                                               "title: \"Ferry sinks: what is known\" # kept by hand\n"
                                               "source: The Harbour Post\n"
                                               "authors:\n  - Ann Lee\n  - Bo Hart\n"
                                               "date: 2031-03-14T09:30:00+01:00\n"
                                               "lastmod: 2031-03-15\n"
                                               "agency: [Reuters, AFP]\n"
                                               "url: https://post.example/ferry\n"
                                               "lang: en-GB\n"
                                               "tags: [sea, ships]\n"
                                               "---\n\n"
                                               "# Ferry sinks: what is known\n\n"
                                               "The ferry left Halvern at nine.\n",
                                               u"a.md"_s);
        QCOMPARE(*article.title, u"Ferry sinks: what is known"_s);
        QCOMPARE(*article.outlet, u"The Harbour Post"_s);
        QCOMPARE(article.authors, (QStringList{u"Ann Lee"_s, u"Bo Hart"_s}));
        QCOMPARE(article.published->toString(), u"2031-03-14T09:30:00+01:00"_s);
        QCOMPARE(article.updated->toString(), u"2031-03-15"_s);
        QCOMPARE(article.agencies, (QStringList{u"Reuters"_s, u"AFP"_s}));
        QCOMPARE(*article.url, u"https://post.example/ferry"_s);
        QCOMPARE(*article.language, u"en-GB"_s);
        QCOMPARE(article.metadataSources.at(model::MetadataField::Title), u"front matter"_s);
        QCOMPARE(article.text, u"The ferry left Halvern at nine."_s);
    }

    void readBytes_frontMatterForms_areRead_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QString>("expected"); // title / outlet / authors / url
        const auto row = [](const char *name, const char *keys, const char *expected) { QTest::newRow(name) << QByteArray(keys) << QString::fromUtf8(expected); };
        row("web clipper", "title: \"Ferry sinks\"\nsource: \"https://bay.example/ferry\"\nauthor:\n  - \"[[Ann Lee]]\"\ncreated: 2031-03-15\n", "Ferry sinks / - / Ann Lee / https://bay.example/ferry");
        row("wiki links with other names", "title: Ferry sinks\nauthor: [[people/lee|Ann Lee]]\n", "Ferry sinks / - / Ann Lee / -");
        row("folded block", "title: >-\n  Ferry sinks\n  off Halvern\nauthor: Ann Lee\n", "Ferry sinks off Halvern / - / Ann Lee / -");
        row("literal block", "title: |\n  Ferry sinks: owner silent\nsite: The Bay\n", "Ferry sinks: owner silent / The Bay /  / -");
        row("value on the next lines", "title:\n  Ferry sinks\n  off Halvern\n", "Ferry sinks off Halvern / - /  / -");
        row("commas in quotes", "title: x\nauthors: [\"Lee, Ann\", 'Hart, Bo']\n", "x / - / Ann Lee; Bo Hart / -");
        row("list over lines", "title: x\nauthors: [\n  \"Ann Lee\",\n  \"Bo Hart\"\n]\n", "x / - / Ann Lee; Bo Hart / -");
        row("map", "title: x\nauthor: {name: Ann Lee, mail: ann@bay.example}\n", "x / - / Ann Lee / -");
        row("maps in a list", "title: x\nauthors:\n  - name: Ann Lee\n    mail: ann@bay.example\n  - {name: \"Bo Hart\"}\n", "x / - / Ann Lee; Bo Hart / -");
        row("map over lines", "title: x\nauthor:\n  name: Ann Lee\n  mail: ann@bay.example\n", "x / - / Ann Lee / -");
        row("null", "title: null\nauthor: ~\noutlet: \"\"\nurl:\n", "- / - /  / -");
        row("escapes", "title: \"Caf\\u00e9 says \\\"no\\\" \\\\ yes\"\n", "Caf\u00e9 says \"no\" \\ yes / - /  / -");
        row("degree", "title: x\nauthor: Ann Lee, PhD\n", "x / - / Ann Lee / -");
        row("outlet is no author", "title: x\nauthor: Ann Lee, The Bay\npublication: The Bay\n", "x / The Bay / Ann Lee / -");
        row("brackets in a title", "title: [Updated] Ferry sinks\nauthor: Ann Lee\n", "[Updated] Ferry sinks / - / Ann Lee / -");
        row("link", "title: x\nauthor: \"[Ann Lee](https://bay.example/lee)\"\n", "x / - / Ann Lee / -");
    }

    void readBytes_frontMatterForms_areRead()
    {
        QFETCH(QByteArray, keys);
        QFETCH(QString, expected);
        const model::Article article = readOne("---\n" + keys + "---\nThe ferry left Halvern at nine.\n", u"a.md"_s);
        QCOMPARE((QStringList{article.title.value_or(u"-"_s), article.outlet.value_or(u"-"_s), article.authors.join(u"; "_s), article.url.value_or(u"-"_s)}.join(u" / "_s)), expected);
        QCOMPARE(article.text, u"The ferry left Halvern at nine."_s);
    }

    void readBytes_unclosedFrontMatter_endsWithItsKeys()
    {
        const model::Article article = readOne("---\ntitle: Ferry sinks: \"too fast\"\nauthor: Ann Lee\ndate: 2031-03-14\nThe ferry left Halvern at nine.\n\nIt sank: nobody knows why.\n\n---\n\nMore is to come.\n", u"a.md"_s);
        QCOMPARE(*article.title, u"Ferry sinks: \"too fast\""_s);
        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
        QCOMPARE(article.text, u"The ferry left Halvern at nine.\n\nIt sank: nobody knows why.\n\nMore is to come."_s);
    }

    void readBytes_dateOfACountry_isReadAsThere()
    {
        const auto published = [](const QByteArray &keys) {
            const model::Article article = readOne("---\n" + keys + "title: x\n---\nThe ferry left Halvern at nine.\n", u"a.md"_s);
            return article.published ? article.published->toString() : u"none"_s;
        };
        QCOMPARE(published("date: 05/03/2031\nlang: en-GB\n"), u"2031-03-05"_s);
        QCOMPARE(published("date: 05/03/2031\nurl: https://bay.us/ferry\n"), u"2031-05-03"_s);
        QCOMPARE(published("date: 05/03/2031\n"), u"none"_s);
    }

    void readBytes_footnotes_stayWhereTheyStand()
    {
        const model::Article article = readOne("# Ferry sinks\n\nThe ferry left at nine.[^1]\n\n[^1]: The harbour office said so on Friday.\n\n[ref]: https://a.example\n", u"a.md"_s);
        QCOMPARE(article.text, u"The ferry left at nine.\n\nThe harbour office said so on Friday."_s);
    }

    void readBytes_toml_isMetadata()
    {
        const model::Article article = readOne("+++\ntitle = 'Ferry sinks'\nauthor = 'Ann Lee and Bo Hart'\ndate = 2031-03-14\n+++\nThe ferry left Halvern at nine.\n", u"a.md"_s);
        QCOMPARE(*article.title, u"Ferry sinks"_s);
        QCOMPARE(article.authors, (QStringList{u"Ann Lee"_s, u"Bo Hart"_s}));
        QCOMPARE(article.published->toString(), u"2031-03-14"_s);
    }

    void readBytes_blocks_haveTheirKinds()
    {
        const model::Article article = readOne("# Ferry sinks off Halvern\n\n"
                                               "The *Maren* left [Halvern](https://a.example/x_(y)) at **nine**\nand was due by `noon`.\n\n"
                                               "What is known\n-------------\n\n"
                                               "- Forty cars were aboard.\n- Nine lorries\n  were, too.\n1. It sank.\n\n"
                                               "> It was \\*quiet\\*,\n> he said.\n\n"
                                               "| Ship | Year |\n|---|---|\n| Maren | 1994 |\n\n"
                                               "![Divers at the pier](x.jpg)\n\n---\n\n"
                                               "Costs rose to 5 * 3 * 2 and snake_case_names stay[^1].\n\n[ref]: https://a.example\n",
                                               u"a.md"_s);
        QCOMPARE(*article.title, u"Ferry sinks off Halvern"_s);
        QCOMPARE(printed(article), u"P The Maren left Halvern at nine and was due by noon.|H What is known|L Forty cars were aboard.|L Nine lorries were, too.|L It sank.|"
                                   "Q It was *quiet*, he said.|T Ship | Year|T Maren | 1994|P Costs rose to 5 * 3 * 2 and snake_case_names stay."_s);
        QCOMPARE(article.captions, QStringList{u"Divers at the pier"_s});
        QVERIFY(reading::test::isWellFormed(article));
    }

    void readBytes_brokenFrontMatter_isText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("never closed") << QByteArray("---\ntitle: Ferry\nThe ferry left Halvern harbour at nine.\n");
        QTest::newRow("no keys") << QByteArray("---\nThe ferry left Halvern harbour at nine.\n---\n\nIt sank before noon, he said.");
    }

    void readBytes_brokenFrontMatter_isText()
    {
        QFETCH(QByteArray, bytes);
        const model::Article article = readOne(bytes, u"a.md"_s);
        QVERIFY2(article.text.contains(u"The ferry left Halvern harbour at nine."_s), qPrintable(article.text));
    }
};

QTEST_GUILESS_MAIN(MarkdownTest)
#include "markdown_test.moc"
