// Hard cases of sentence and word boundaries in news. Expected: words parted by a blank, sentences by " | ".

#include "language/boundary_model.h"
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
    std::unique_ptr<const ModelFile> m_words;
    std::unique_ptr<const ModelFile> m_sentences;
    std::optional<BoundaryModel> m_boundaries;

    QString cut(const QString &text, const SegmentOptions &options = {}, bool learnt = false) const
    {
        const Segmentation segmentation = segment(text, *m_tokenizer, options, learnt ? &*m_boundaries : nullptr);
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
        auto words = ModelFile::open(QStringLiteral(VARIORUM_RESOURCE_DIR "/models/en/words.model"));
        auto sentences = ModelFile::open(QStringLiteral(VARIORUM_RESOURCE_DIR "/models/en/sentences.model"));
        QVERIFY(words && sentences);
        m_words = std::move(words).value();
        m_sentences = std::move(sentences).value();
        m_boundaries = BoundaryModel::from(*m_words, Gazetteer::from(*m_sentences).value());
        QVERIFY(m_boundaries);
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

    /// The kinds of cases that rule-based splitters are commonly held against, in words of our own.
    void segment_casesOfTheLiterature_giveSentences_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("full stop", "The road is shut. My car is in it.", "The road is shut . | My car is in it .");
        row("question", "Where is it? It was here.", "Where is it ? | It was here .");
        row("exclamation", "There it is! We found it.", "There it is ! | We found it .");
        row("one-letter initial", "We met Tomas R. Lind.", "We met Tomas R. Lind .");
        row("initials in front", "They were led by A.J. Hart on Friday.", "They were led by A.J. Hart on Friday .");
        row("two-letter abbreviation small", "Read it (cf. page 5) twice.", "Read it ( cf. page 5 ) twice .");
        row("abbreviation at an end", "She works for Orlov Bros. He does not.", "She works for Orlov Bros. | He does not .");
        row("title before name", "We spoke to Prof. Lind and Rev. Hall.", "We spoke to Prof. Lind and Rev. Hall .");
        row("St.", "He lives at St. Paul's Square.", "He lives at St. Paul 's Square .");
        row("et al.", "Lind et al. found none.", "Lind et al. found none .");
        row("e.g.", "Some fruit, e.g. apples, is cheap.", "Some fruit , e.g. apples , is cheap .");
        row("i.e.", "The capital, i.e. Norvik, is cold.", "The capital , i.e. Norvik , is cold .");
        row("etc. at an end", "They sell tea, salt, etc. The shop is old.", "They sell tea , salt , etc. | The shop is old .");
        row("U.K. inside", "The U.K. Treasury said no.", "The U.K. Treasury said no .");
        row("p.m. inside", "At 5 p.m. Hall left.", "At 5 p.m. Hall left .");
        row("p.m. at an end", "She left at 6 p.m. The room was dark.", "She left at 6 p.m. | The room was dark .");
        row("number as abbreviation", "It is on No. 10, not No. 11.", "It is on No. 10 , not No. 11 .");
        row("figure with a point", "That is $55.50 in all. It was $40.", "That is $ 55.50 in all . | It was $ 40 .");
        row("parenthesis inside", "He gave it up (it was late) and left.", "He gave it up ( it was late ) and left .");
        row("parenthesis of its own", "He gave it up. (It was late.) He left.", "He gave it up . | ( It was late . ) | He left .");
        row("quotes inside", "\"I know,\" she said, \"that it is so.\"", "\" I know , \" she said , \" that it is so . \"");
        row("quote then sentence", "She said, \"It is so.\" Nobody spoke.", "She said , \" It is so . \" | Nobody spoke .");
        row("single quotes", "'It is so,' she said. 'Is it?' Nobody spoke.", "' It is so , ' she said . | ' Is it ? ' | Nobody spoke .");
        row("two marks", "Really?! Yes!! It is so.", "Really ?! | Yes !! | It is so .");
        row("ellipsis inside", "It was ... not what they hoped.", "It was ... not what they hoped .");
        row("ellipsis of four", "They went home.... The end was near.", "They went home .... | The end was near .");
        row("mail address", "Write to lind@example.org. Then wait.", "Write to lind@example.org . | Then wait .");
        row("web address", "It is on www.example.org/news. Read it.", "It is on www.example.org/news . | Read it .");
        row("file", "Open report.pdf now. Then save it.", "Open report.pdf now . | Then save it .");
        row("month", "It rained on Jan. 3. It snowed on Feb. 4.", "It rained on Jan. 3 . | It snowed on Feb. 4 .");
        row("company in a row", "Orlov Inc. bought Lind Ltd. for cash.", "Orlov Inc. bought Lind Ltd. for cash .");
        row("degree", "Anna Lind, Ph.D., spoke first.", "Anna Lind , Ph.D. , spoke first .");
        row("sign of a firm", "Yahoo! said it would wait.", "Yahoo ! said it would wait .");
        row("I at an end", "Nobody but I. He knew it.", "Nobody but I . | He knew it .");
        row("versus", "Norvik vs. Sund was late.", "Norvik vs. Sund was late .");
        row("quote that asks", "“Who knows?” Mr Lind asked.", "“ Who knows ? ” | Mr Lind asked .");
        row("colon", "He was plain: They must go.", "He was plain : They must go .");
        row("bracketed source", "It fell (Fig. 3). It rose later.", "It fell ( Fig. 3 ) . | It rose later .");
    }

    void segment_casesOfTheLiterature_giveSentences()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(cut(text, {}, true), expected);
    }

    /// Where no rule sees an end, and where rules see too many.
    void segment_learnt_givesSentences_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("name under a letter", "Thanks, Anna Please call me about the report.", "Thanks , Anna | Please call me about the report .");
        row("small letter", "it was great. i will go again.", "it was great . | i will go again .");
        row("no end at names", "Prime Minister Anna Orlov met Defence Secretary Tom Hale in Norvik on Monday.", "Prime Minister Anna Orlov met Defence Secretary Tom Hale in Norvik on Monday .");
        row("no end at a quote", "Mr Hale said: “We will not wait” and left.", "Mr Hale said : “ We will not wait ” and left .");
        row("no end at a list", "The talks in Oslo, Bergen, Tromso and Moss failed.", "The talks in Oslo , Bergen , Tromso and Moss failed .");
        row("no end at days", "The ferry left Sund Monday and reached Norvik Tuesday.", "The ferry left Sund Monday and reached Norvik Tuesday .");
        row("no end behind a dateline", "NORVIK (Reuters) - The mayor resigned on Friday.", "NORVIK ( Reuters ) - The mayor resigned on Friday .");
    }

    void segment_learnt_givesSentences()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(cut(text, {}, true), expected);
    }

    void boundaryModel_fileWithoutSection_isNone()
    {
        QVERIFY(!BoundaryModel::from(*m_sentences, Gazetteer::from(*m_sentences).value()));
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
        const Segmentation segmentation = segment(QStringLiteral("word ").repeated(1000), *m_tokenizer, {}, &*m_boundaries);
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
        const QString steep = tests::steepGrowth([&] { segmentation = segment(half, *m_tokenizer, {}, &*m_boundaries); },
                                                 [&] { segmentation = segment(text, *m_tokenizer, {}, &*m_boundaries); });
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
