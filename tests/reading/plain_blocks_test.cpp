#include "reading/text/plain_blocks.h"

#include "reading_support.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;

class PlainBlocksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainBlocks_lines_becomeParagraphs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("blocks");
        const auto row = [](const char *name, const char *text, const char *blocks) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(blocks); };
        row("line a paragraph", "The ferry left at nine.\nIt never came.", "P The ferry left at nine.|P It never came.");
        row("blank lines", "The ferry left at nine.\n\n\n It never came. \n", "P The ferry left at nine.|P It never came.");
        row("wrapped by hand",
            "The ferry left Halvern at nine in the morning and was due on the\nisland of Sorn by noon, its owner said. It was seen once more, by\na fisherman off the cape.\n\n"
            "Nobody knows where it sank. The search goes on with two planes\nand six ships.",
            "P The ferry left Halvern at nine in the morning and was due on the island of Sorn by noon, its owner said. It was seen once more, by a fisherman off the cape.|"
            "P Nobody knows where it sank. The search goes on with two planes and six ships.");
        row("short lines of sentences are not wrapped", "He left at nine, as he did on every other working day of his life.\nNobody saw him at the pier or in the small town above the bay.\nThe police came on Monday and they asked the neighbours about it.",
            "P He left at nine, as he did on every other working day of his life.|P Nobody saw him at the pier or in the small town above the bay.|P The police came on Monday and they asked the neighbours about it.");
        row("bullets", "  \xE2\x80\xA2 One thing\n- two things\n* three", "L One thing|L two things|L three");
        row("numbers in order are a list", "1. Quay of stone\n2. Crane of iron\n\n3) Market for fish", "L Quay of stone|L Crane of iron|L Market for fish");
        row("a number alone is the paragraph's", "12. The court said the ferry must stay.\nIt did.", "P 12. The court said the ferry must stay.|P It did.");
        row("a club's number", "1. FC Halvern won again.\n3. Liga is next.", "P 1. FC Halvern won again.|P 3. Liga is next.");
        row("hyphen in a word is no bullet", "-5 degrees were measured", "P -5 degrees were measured");
        row("quote", "> He said so.", "Q He said so.");
        row("empty", " \n \n", "");
    }

    void plainBlocks_lines_becomeParagraphs()
    {
        QFETCH(QString, text);
        QFETCH(QString, blocks);
        QCOMPARE(reading::test::printed(reading::plainBlocks(text)), blocks);
    }
};

QTEST_GUILESS_MAIN(PlainBlocksTest)
#include "plain_blocks_test.moc"
