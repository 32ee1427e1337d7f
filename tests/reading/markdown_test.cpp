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
