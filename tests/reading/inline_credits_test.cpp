#include "reading/text/inline_credits.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;

class InlineCreditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutInlineCredits_paragraphs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *name, const char *text, const char *kept) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(kept); };
        row("labelled-credit", "Image copyright Bay Press Image caption Divers at the pier The ferry sank.", "Divers at the pier The ferry sank.");
        row("labelled-credit, source", "It sank. Image source, Getty Images Image caption, Divers at the pier", "It sank. Divers at the pier");
        row("words in prose", "The image copyright law was changed; its caption stays.", "The image copyright law was changed; its caption stays.");
        row("numbered-credit", "It sank, he said. Reuters 3 Divers went down twice.", "It sank, he said. Divers went down twice.");
        row("numbered-credit with name", "It sank. AP:Associated Press 12 Divers went down.", "It sank. Divers went down.");
        row("agency with a number in prose", "He told Reuters 3 people had died.", "He told Reuters 3 people had died.");
        row("name with a number in prose", "It sank. Ferry 3 Divers Club said so.", "It sank. Ferry 3 Divers Club said so.");
        row("capitals-credit", "The hull is under water. TWITTER Divers went down twice NORRTIMES Police closed the pier.", "The hull is under water. Divers went down twice Police closed the pier.");
        row("capitals-credit, paper", "It sank at noon. HARBOUR TIMES The hull was found GETTY IMAGES Divers went down.", "It sank at noon. The hull was found Divers went down.");
        row("one organisation", "It was listed by UNESCO World Heritage officers. MONUSCO Police came.", "It was listed by UNESCO World Heritage officers. MONUSCO Police came.");
        row("short acronyms", "It was said by NATO Secretary General Lee and TWITTER Inc.", "It was said by NATO Secretary General Lee and TWITTER Inc.");
    }

    void withoutInlineCredits_paragraphs()
    {
        QFETCH(QString, text);
        QFETCH(QString, kept);
        QCOMPARE(reading::withoutInlineCredits(text), kept);
    }
};

QTEST_GUILESS_MAIN(InlineCreditsTest)
#include "inline_credits_test.moc"
