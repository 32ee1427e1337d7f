// Hard cases of sentence and word boundaries in news. Expected: words parted by a blank, sentences by " | ".

#include "language/sentence_splitter.h"
#include "language/tokenizer.h"
#include "language/word_lists.h"
#include "support/processor_time.h"

#include <QtTest>

using namespace variorum;
using namespace variorum::language;

class SegmentationTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<const WordLists> m_lists;
    std::optional<Tokenizer> m_tokenizer;

    QString cut(const QString &text, const SegmentOptions &options = {}) const
    {
        const Segmentation segmentation = segment(text, *m_tokenizer, options);
        QStringList sentences;
        int first = 0;
        for (const int end : segmentation.sentenceEnds) {
            QStringList words;
            for (int word = first; word < end; ++word) {
                const base::TextSpan &span = segmentation.words[static_cast<size_t>(word)];
                words.append(text.mid(span.begin, span.length()));
            }
            sentences.append(words.join(u' '));
            first = end;
        }
        return sentences.join(QLatin1String(" | "));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto lists = WordLists::load(QStringLiteral(VARIORUM_RESOURCE_DIR "/lexicon"));
        QVERIFY(lists);
        m_lists = std::move(lists).value();
        m_tokenizer.emplace(*m_lists);
    }

    void segment_text_givesWordsAndSentences_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("two sentences", "He left. She stayed.", "He left . | She stayed .");
        row("title", "Mr. Orlov met Dr. Lind. They spoke.", "Mr. Orlov met Dr. Lind . | They spoke .");
        row("initials", "J. P. Marsh and George W. Hall won.", "J. P. Marsh and George W. Hall won .");
        row("U.S. inside", "The U.S. Army left.", "The U.S. Army left .");
        row("U.S. at an end", "He lives in the U.S. The army left.", "He lives in the U.S. | The army left .");
        row("U.S. possessive", "the U.S.'s plan", "the U.S. 's plan");
        row("a.m. inside", "At 5 a.m. Tuesday it rained.", "At 5 a.m. Tuesday it rained .");
        row("a.m. at an end", "It rained at 5 a.m. The road was shut.", "It rained at 5 a.m. | The road was shut .");
        row("company", "Acme Inc. said so. Bolt Co. did not.", "Acme Inc. said so . | Bolt Co. did not .");
        row("number", "No. 5 was hit. No. It was not.", "No. 5 was hit . | No . | It was not .");
        row("decimal", "It fell 3.5 per cent. Then rose.", "It fell 3.5 per cent . | Then rose .");
        row("quote closes behind stop", "“We won.” She left.", "“ We won . ” | She left .");
        row("said stop quote", "“It is bad,” he said. “Very bad.” Nobody answered.", "“ It is bad , ” he said . | “ Very bad . ” | Nobody answered .");
        row("straight quotes", "\"We won.\" \"They lost.\"", "\" We won . \" | \" They lost . \"");
        row("quote goes on small", "“Why?” asked Lind.", "“ Why ? ” asked Lind .");
        row("missing blank", "He met Orlov.There was no deal.", "He met Orlov . | There was no deal .");
        row("missing blank quote", "ahead of \"talks\" with Orlov.\"There is", "ahead of \" talks \" with Orlov . | \" There is");
        row("missing blank closing quote", "the \"talks with Orlov.\"There is", "the \" talks with Orlov . \" | There is");
        row("lone stops", "It ended . Then \"left", "It ended . | Then \" left");
        row("ellipsis goes on", "He waited... and left.", "He waited ... and left .");
        row("ellipsis ends", "He waited… Then he left.", "He waited … | Then he left .");
        row("brackets", "(He left.) She stayed.", "( He left . ) | She stayed .");
        row("question marks", "Why?! Nobody knows.", "Why ?! | Nobody knows .");
        row("bullets", "• One thing • Another thing", "• One thing | • Another thing");
        row("dateline", "LONDON (AP) — Ministers met.", "LONDON ( AP ) — Ministers met .");
        row("month", "On Jan. 5 and Sept. 11 it rained.", "On Jan. 5 and Sept. 11 it rained .");
        row("line break", "One\nTwo", "One | Two");
        row("clitics", "They don't, can't and won't.", "They do n't , ca n't and wo n't .");
        row("typographic clitics", "Orlov’s son isn’t here; they’ll go.", "Orlov ’s son is n’t here ; they ’ll go .");
        row("cannot", "We cannot go, gonna stay.", "We can not go , gon na stay .");
        row("plural possessive", "the workers' union", "the workers ' union");
        row("name with apostrophe", "O'Brien met D’Arcy.", "O'Brien met D’Arcy .");
        row("money", "$5m, £40.5 million, US$3bn, €2,000.50", "$ 5 m , £ 40.5 million , US$ 3 bn , € 2,000.50");
        row("units", "at 37mph (59 km/h), 5pm, 20kg", "at 37 mph ( 59 km / h ) , 5 pm , 20 kg");
        row("ordinal", "the 10th, 1st and 22nd", "the 10th , 1st and 22nd");
        row("per cent", "up 3.5% today", "up 3.5 % today");
        row("hyphens", "a 15-year-old well-known non-profit", "a 15 - year - old well - known non-profit");
        row("co-operation", "co-operation and re-elected", "co-operation and re-elected");
        row("hyphenated name", "Lee Sang-ho spoke", "Lee Sang - ho spoke");
        row("dashes", "slow—very slow – he said -- it", "slow — very slow – he said -- it");
        row("slash", "and/or 24/7 on 9/11", "and / or 24/7 on 9/11");
        row("time and score", "at 17:30, won 3-1", "at 17:30 , won 3-1");
        row("url", "See https://example.org/a?b=1. Or www.example.com/x, or example.com.", "See https://example.org/a?b=1 . | Or www.example.com/x , or example.com .");
        row("mail", "Write to a.b@example.org.", "Write to a.b@example.org .");
        row("handle", "@someone wrote #Storm", "@someone wrote # Storm");
        row("ampersand", "AT&T and R&D", "AT&T and R&D");
        row("elision", "the '90s and 1980s", "the '90s and 1980s");
        row("emoji", "Good 😀👍🏽 day", "Good 😀 👍 🏽 day");
        row("arabic", "قال الوزير. ثم غادر", "قال الوزير . | ثم غادر");
    }

    void segment_text_givesWordsAndSentences()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(cut(text), expected);
    }

    void segment_title_isOneSentence()
    {
        SegmentOptions options;
        options.isTitle = true;
        QCOMPARE(cut(QStringLiteral("Storm hits coast. Two dead? Live updates"), options), QStringLiteral("Storm hits coast . Two dead ? Live updates"));
    }

    void segment_plain_endsAtBlankLineOnly()
    {
        SegmentOptions options;
        options.plain = true;
        QCOMPARE(cut(QStringLiteral("a long\nline\n\nnext"), options), QStringLiteral("a long line | next"));
    }

    void segment_blocks_areNeverCrossed()
    {
        SegmentOptions options;
        options.blocks = {{0, 4}, {5, 8}};
        QCOMPARE(cut(QStringLiteral("Head Body text"), options), QStringLiteral("Head | Bod | y text"));
    }

    void segment_manyWordsWithoutStop_isCut()
    {
        const Segmentation segmentation = segment(QStringLiteral("word ").repeated(1000), *m_tokenizer, {});
        QCOMPARE(segmentation.words.size(), size_t{1000});
        QCOMPARE(segmentation.sentenceEnds, (std::vector<int>{400, 800, 1000}));
    }

    void segment_megabyteWithoutBlank_isCutInLinearTime_data()
    {
        QTest::addColumn<QString>("unit");
        for (const char *const unit : {"a", "é", "1", ".", "a.", "a@", "\"", "'", "a-", "1,", "😀", "!?", "www.", "﷽", "“a.”"})
            QTest::newRow(unit) << QString::fromUtf8(unit);
    }

    void segment_megabyteWithoutBlank_isCutInLinearTime()
    {
        QFETCH(QString, unit);
        const QString half = unit.repeated(500'000 / unit.size());
        const QString text = unit.repeated(1'000'000 / unit.size());
        Segmentation segmentation;
        const QString steep = tests::steepGrowth([&] { segmentation = segment(half, *m_tokenizer, {}); },
                                                 [&] { segmentation = segment(text, *m_tokenizer, {}); });
        QVERIFY2(steep.isEmpty(), qPrintable(steep));
        qsizetype at = 0;
        for (const base::TextSpan &word : segmentation.words) {
            QVERIFY(word.begin >= at && word.end > word.begin);
            at = word.end;
        }
        QCOMPARE(at, text.size());
    }
};

QTEST_GUILESS_MAIN(SegmentationTest)
#include "segmentation_test.moc"
