// The whole language step with the trained models: what must hold of any text, and trees of plain news sentences.

#include "language/language_pack.h"
#include "support/conllu.h"
#include "support/processor_time.h"

#include <QtTest>
#include <thread>

using namespace variorum;
using namespace variorum::language;
using model::AnnotatedText;

namespace {

const char *const kNews = "Mayor Anna Lind told reporters on Tuesday that 12 people had been killed by the flood in Norvik.\n"
                          "“It will be a hard winter,” she said. The U.S. sent $5m and two planes.";

/// What is wrong with the annotation; empty for nothing.
QString faultOf(const AnnotatedText &text)
{
    qsizetype at = 0;
    for (const model::Token &token : text.tokens) {
        if (token.span.begin < at || token.span.end <= token.span.begin || token.span.end > text.text.size())
            return QStringLiteral("span at %1").arg(token.span.begin);
        at = token.span.end;
    }
    int next = 0;
    for (const model::Sentence &sentence : text.sentences) {
        if (sentence.firstToken != next || sentence.endToken <= sentence.firstToken)
            return QStringLiteral("sentence at token %1").arg(sentence.firstToken);
        next = sentence.endToken;
        int roots = 0;
        for (int token = sentence.firstToken; token < sentence.endToken; ++token) {
            int steps = 0;
            std::optional<int> up = token;
            while (up && ++steps <= sentence.endToken - sentence.firstToken + 1) {
                if (*up < sentence.firstToken || *up >= sentence.endToken)
                    return QStringLiteral("head of token %1 is outside").arg(token);
                up = text.tokens[static_cast<size_t>(*up)].head;
            }
            if (up)
                return QStringLiteral("cycle above token %1").arg(token);
            const model::Token &word = text.tokens[static_cast<size_t>(token)];
            roots += word.head ? 0 : 1;
            if (word.head.has_value() == (word.deprel == model::Deprel::Root))
                return QStringLiteral("root relation of token %1").arg(token);
        }
        if (roots != 1)
            return QStringLiteral("%1 roots").arg(roots);
    }
    int nameEnd = 0;
    for (const model::NameSpan &name : text.names) {
        if (name.firstToken < nameEnd || name.endToken <= name.firstToken || name.endToken > static_cast<int>(text.tokens.size()))
            return QStringLiteral("name at token %1").arg(name.firstToken);
        nameEnd = name.endToken;
    }
    return next == static_cast<int>(text.tokens.size()) ? QString() : QStringLiteral("tokens without sentence");
}

} // namespace

class AnnotateTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<const LanguagePack> m_pack;

    /// "word/relation>head" of one word of the first sentence that has it.
    QString arcOf(const AnnotatedText &text, const QString &form) const
    {
        for (size_t at = 0; at < text.tokens.size(); ++at) {
            const model::Token &token = text.tokens[at];
            if (text.form(token) == form)
                return QString(toString(token.deprel)) + (token.head ? u'>' + text.form(*token.head).toString() : QString());
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto pack = LanguagePack::load(QStringLiteral(VARIORUM_RESOURCE_DIR));
        QVERIFY2(pack, qPrintable(pack ? QString() : pack.error().path));
        m_pack = std::move(pack).value();
    }

    void load_noFolder_isMissing() { QCOMPARE(LanguagePack::load(QStringLiteral("/nowhere")).error().code, base::ErrorCode::ResourceMissing); }

    void annotate_news_givesTagsTreesAndNames()
    {
        const AnnotatedText text = m_pack->annotate(QString::fromUtf8(kNews));
        QCOMPARE(faultOf(text), QString());
        QCOMPARE(text.sentences.size(), size_t{3});
        QCOMPARE(arcOf(text, QStringLiteral("told")), QStringLiteral("root"));
        QCOMPARE(arcOf(text, QStringLiteral("reporters")).section(u'>', 1), QStringLiteral("told"));
        QCOMPARE(arcOf(text, QStringLiteral("people")), QStringLiteral("nsubj:pass>killed"));
        QCOMPARE(arcOf(text, QStringLiteral("12")), QStringLiteral("nummod>people"));
        QCOMPARE(arcOf(text, QStringLiteral("killed")), QStringLiteral("ccomp>told"));
        QStringList names;
        for (const model::NameSpan &name : text.names)
            names.append(text.text.mid(text.tokens[static_cast<size_t>(name.firstToken)].span.begin,
                                       text.tokens[static_cast<size_t>(name.endToken - 1)].span.end - text.tokens[static_cast<size_t>(name.firstToken)].span.begin));
        QVERIFY2(names.contains(QStringLiteral("Anna Lind")), qPrintable(names.join(u',')));
        QVERIFY2(names.contains(QStringLiteral("Norvik")), qPrintable(names.join(u',')));
        QVERIFY2(names.contains(QStringLiteral("U.S.")), qPrintable(names.join(u',')));
    }

    void annotate_hardNews_givesArcs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("arc");
        const auto row = [](const char *name, const char *text, const char *word, const char *arc) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(word) << QString::fromUtf8(arc);
        };
        row("title without stop", "Mr Brandt said the Kremlin had agreed to the talks.", "Brandt", "nsubj>said");
        row("title hangs on name", "Mr Brandt said the Kremlin had agreed to the talks.", "Mr", "nmod:desc>Brandt");
        row("clause of saying", "Mr Brandt said the Kremlin had agreed to the talks.", "agreed", "ccomp>said");
        row("quote before speaker", "“We will not wait,” Ms Lind told the BBC on Monday.", "Lind", "nsubj>told");
        row("quote is no root", "“We will not wait,” Ms Lind told the BBC on Monday.", "wait", "ccomp>told");
        row("function before name", "Prime Minister Anna Orlov met Defence Secretary Tom Hale in Norvik.", "Anna", "nsubj>met");
        row("function of object", "Prime Minister Anna Orlov met Defence Secretary Tom Hale in Norvik.", "Tom", "obj>met");
        row("bullet", "• Three people were killed", "people", "nsubj:pass>killed");
        row("headline", "Storm Kills Twelve in Southern Norvik", "Storm", "nsubj>Kills");
        row("headline root", "Storm Kills Twelve in Southern Norvik", "Kills", "root");
        row("agency at the end", "Kremlin spokesman Dmitry Orlov denied the report, Reuters reported.", "denied", "root");
        row("participle first", "Asked whether he would resign, Mr Hale said: “No.”", "said", "root");
        row("passive", "A man has been arrested by police.", "man", "nsubj:pass>arrested");
        row("agent", "A man has been arrested by police.", "police", "obl>arrested");
        row("negation", "The army did not confirm the strike.", "not", "advmod>confirm");
        row("relative clause", "The soldiers who fled the town were found.", "fled", "acl:relcl>soldiers");
    }

    void annotate_hardNews_givesArcs()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        QFETCH(QString, arc);
        const AnnotatedText annotated = m_pack->annotate(text);
        QCOMPARE(faultOf(annotated), QString());
        QCOMPARE(arcOf(annotated, word).replace(QStringLiteral("obl:agent"), QStringLiteral("obl")), arc);
    }

    void annotate_hardNews_givesNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *name, const char *text, const char *names) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(names); };
        row("the Kremlin is no person", "Mr Brandt said the Kremlin had agreed to the talks.", "person:Brandt organization:Kremlin");
        row("title is no part", "Mayor Anna Lind spoke.", "person:Anna Lind");
        row("function is no part", "Prime Minister Anna Orlov met Defence Secretary Tom Hale in Norvik.", "person:Anna Orlov person:Tom Hale place:Norvik");
        row("spokesman", "Kremlin spokesman Dmitry Orlov denied the report, Reuters reported.", "organization:Kremlin person:Dmitry Orlov organization:Reuters");
        row("body with of", "The U.S. Department of State said it was aware of the reports.", "organization:U.S. Department of State");
        row("street", "Three men were hurt on Third Avenue in Norvik.", "place:Third Avenue place:Norvik");
        row("three words", "Kim Jong Un arrived in Vladivostok by train.", "person:Kim Jong Un place:Vladivostok");
        row("office inside", "Boeing CEO Anna Orlov met Reuters editor Tom Hale.", "organization:Boeing person:Anna Orlov organization:Reuters person:Tom Hale");
        row("no name", "Police have arrested a man.", "");
    }

    void annotate_hardNews_givesNames()
    {
        QFETCH(QString, text);
        QFETCH(QString, names);
        const AnnotatedText annotated = m_pack->annotate(text);
        QStringList found;
        for (const model::NameSpan &name : annotated.names) {
            const auto begin = annotated.tokens[static_cast<size_t>(name.firstToken)].span.begin;
            const auto end = annotated.tokens[static_cast<size_t>(name.endToken - 1)].span.end;
            const QString kind = name.kind == model::EntityKind::Person ? QStringLiteral("person") : name.kind == model::EntityKind::Organization ? QStringLiteral("organization") : QStringLiteral("place");
            found.append(kind + u':' + text.mid(begin, end - begin));
        }
        QCOMPARE(found.join(u' '), names);
    }

    void annotate_headingRunIntoText_endsThere()
    {
        const AnnotatedText text = m_pack->annotate(QStringLiteral("Thanks, Anna Please call me about the report on Monday."));
        QCOMPARE(text.sentences.size(), size_t{2});
        QCOMPARE(text.text.mid(text.sentences[1].span.begin, 6), QStringLiteral("Please"));
    }

    void annotate_typographicQuotes_showTheirSide()
    {
        const AnnotatedText text = m_pack->annotate(QString::fromUtf8("“Stay,” she said, “or go.”"));
        QString tags;
        for (const model::Token &token : text.tokens) {
            if (text.form(token) == QString::fromUtf8("“") || text.form(token) == QString::fromUtf8("”"))
                tags += toString(token.xpos);
        }
        QCOMPARE(tags, QStringLiteral("``''``''"));
    }

    void annotate_hugeOddText_takesTimeInProportion_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::newRow("no blank") << QStringLiteral("x");
        QTest::newRow("no letter") << QStringLiteral("-.,");
        QTest::newRow("emoji") << QString::fromUtf8("😀");
        QTest::newRow("right to left") << QString::fromUtf8("קטר");
        QTest::newRow("nul") << QString(QChar(0));
        QTest::newRow("surrogates") << (QString(QChar(0xdc00)) + QChar(0xd800));
    }

    void annotate_hugeOddText_takesTimeInProportion()
    {
        QFETCH(QString, piece);
        const auto annotate = [&](qsizetype size) { QVERIFY(faultOf(m_pack->annotate(piece.repeated(size / piece.size()))).isEmpty()); };
        const QString steep = tests::steepGrowth([&] { annotate(125'000); }, [&] { annotate(250'000); });
        QVERIFY2(steep.isEmpty(), qPrintable(steep));
    }

    void annotate_aMegabyteWithoutBlank_isWellFormed()
    {
        const QString text(1'000'000, u'x');
        QCOMPARE(faultOf(m_pack->annotate(text)), QString());
    }

    void annotate_inflected_givesLemmasAndFeatures()
    {
        const AnnotatedText text = m_pack->annotate(QStringLiteral("They haven't seen the children's mice."));
        QStringList lemmas;
        for (const model::Token &token : text.tokens)
            lemmas.append(text.lemma(token).toString());
        QCOMPARE(lemmas.join(u' '), QStringLiteral("they have not see the child 's mouse ."));
        QCOMPARE(text.features(text.tokens[5]).toString(), QStringLiteral("Number=Plur"));
    }

    void annotate_oddText_isWellFormed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("blank") << QStringLiteral(" \n\t\n ");
        QTest::newRow("stop") << QStringLiteral(".");
        QTest::newRow("emoji") << QString::fromUtf8("😀😀 👨‍👩‍👧 flags 🇩🇪!");
        QTest::newRow("right to left") << QString::fromUtf8("قال الوزير إن القطار وصل. שלום עולם.");
        QTest::newRow("chinese") << QString::fromUtf8("金正恩乘坐火车抵达俄罗斯。会谈开始。");
        QTest::newRow("nul") << (QStringLiteral("one") + QChar(0) + QStringLiteral("two") + QChar(0));
        QTest::newRow("lone surrogates") << (QString(QChar(0xd83d)) + QStringLiteral("a ") + QChar(0xde00) + QStringLiteral(" b") + QChar(0xd83d));
        QTest::newRow("combining") << QString::fromUtf8("Z̸̨͝a̶̛l̷̢g̸o ́́́");
        QTest::newRow("long word") << QString(100'000, u'x');
        QTest::newRow("no stop") << QStringLiteral("the train that ").repeated(2'000);
        QTest::newRow("quotes only") << QStringLiteral("\"").repeated(3'000);
        QTest::newRow("brackets only") << QStringLiteral("(").repeated(3'000);
        QTest::newRow("byte order mark") << (QString(QChar(0xfeff)) + QStringLiteral("Text."));
        QTest::newRow("news") << QString::fromUtf8(kNews);
    }

    void annotate_oddText_isWellFormed()
    {
        QFETCH(QString, text);
        for (const bool isTitle : {false, true}) {
            AnnotateOptions options;
            options.isTitle = isTitle;
            const AnnotatedText annotated = m_pack->annotate(text, options);
            QCOMPARE(annotated.text, text);
            QCOMPARE(faultOf(annotated), QString());
        }
    }

    void annotate_randomText_isWellFormed()
    {
        const QStringList pieces = {QStringLiteral("the"), QStringLiteral("Kim"), QStringLiteral("said"), QStringLiteral("."), QStringLiteral("\""),
                                    QStringLiteral(" "), QStringLiteral("\n"), QStringLiteral("U.S."), QStringLiteral("5"), QStringLiteral("-"),
                                    QString::fromUtf8("“"), QString::fromUtf8("”"), QString::fromUtf8("’s"), QStringLiteral("("), QStringLiteral("…"), QString::fromUtf8("😀")};
        quint32 state = 20231;
        for (int round = 0; round < 60; ++round) {
            QString text;
            for (int piece = 0; piece < 200; ++piece) {
                state = state * 1664525 + 1013904223;
                text += pieces.at(static_cast<qsizetype>((state >> 16) % static_cast<quint32>(pieces.size())));
            }
            QVERIFY2(faultOf(m_pack->annotate(text)).isEmpty(), qPrintable(text));
        }
    }

    void annotate_fromSeveralThreads_isTheSame()
    {
        const QString text = QString::fromUtf8(kNews).repeated(3);
        const AnnotatedText expected = m_pack->annotate(text);
        std::vector<AnnotatedText> results(4);
        {
            std::vector<std::jthread> threads;
            for (AnnotatedText &result : results)
                threads.emplace_back([&] { result = m_pack->annotate(text); });
        }
        for (const AnnotatedText &result : results)
            QVERIFY(result == expected);
    }

    void annotate_stopRequested_returnsEarly()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY(m_pack->annotate(QString::fromUtf8(kNews), {}, source.get_token()).sentences.empty());
    }

    void annotate_blocks_areNotCrossed()
    {
        AnnotateOptions options;
        options.blocks = {{0, 12}, {13, 30}};
        const AnnotatedText text = m_pack->annotate(QStringLiteral("A big storm, It has hit us all"), options);
        QCOMPARE(text.sentences.size(), size_t{2});
        QCOMPARE(text.sentences[1].span.begin, qsizetype{13});
    }
};

QTEST_GUILESS_MAIN(AnnotateTest)
#include "annotate_test.moc"
