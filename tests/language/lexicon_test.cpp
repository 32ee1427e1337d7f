#include "language/lexicon.h"
#include "language/word_lists.h"

#include <QtTest>

using namespace variorum;
using namespace variorum::language;

class LexiconTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<const Lexicon> m_lexicon;

private Q_SLOTS:
    void initTestCase()
    {
        auto lexicon = Lexicon::open(QStringLiteral(VARIORUM_RESOURCE_DIR "/wordnet.lexicon"));
        QVERIFY(lexicon);
        m_lexicon = std::move(lexicon).value();
    }

    void open_noFile_isMissing() { QCOMPARE(Lexicon::open(QStringLiteral("/nowhere")).error().code, base::ErrorCode::ResourceMissing); }

    void open_otherFile_isDamaged()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(QByteArray(500, 'x'));
        file.flush();
        QCOMPARE(Lexicon::open(file.fileName()).error().code, base::ErrorCode::ResourceDamaged);
    }

    void baseForm_inflected_isLemma_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<int>("wordClass");
        QTest::addColumn<QString>("lemma");
        const auto row = [](const char *form, WordClass wordClass, const char *lemma) {
            QTest::addRow("%s %d", form, static_cast<int>(wordClass)) << QString::fromLatin1(form) << static_cast<int>(wordClass) << QString::fromLatin1(lemma);
        };
        row("geese", WordClass::Noun, "goose");
        row("trains", WordClass::Noun, "train");
        row("boxes", WordClass::Noun, "box");
        row("parties", WordClass::Noun, "party");
        row("ran", WordClass::Verb, "run");
        row("stopped", WordClass::Verb, "stop");
        row("warning", WordClass::Verb, "warn");
        row("better", WordClass::Adjective, "good");
        row("nicer", WordClass::Adjective, "nice");
        row("blorfs", WordClass::Noun, "blorfs");
    }

    void baseForm_inflected_isLemma()
    {
        QFETCH(QString, form);
        QFETCH(int, wordClass);
        QFETCH(QString, lemma);
        QCOMPARE(m_lexicon->baseForm(form, static_cast<WordClass>(wordClass)), lemma);
    }

    void relations_ofKnownWords_hold()
    {
        QVERIFY(m_lexicon->areSynonyms(u"car", u"automobile", WordClass::Noun));
        QVERIFY(!m_lexicon->areSynonyms(u"car", u"train", WordClass::Noun));
        QVERIFY(m_lexicon->areDerived(u"arrive", WordClass::Verb, u"arrival", WordClass::Noun));
        QVERIFY(m_lexicon->areDerived(u"visit", WordClass::Verb, u"visit", WordClass::Noun));
        QVERIFY(!m_lexicon->areDerived(u"arrive", WordClass::Verb, u"train", WordClass::Noun));
        QVERIFY(m_lexicon->areAntonyms(u"hot", u"cold", WordClass::Adjective));
        QVERIFY(!m_lexicon->areAntonyms(u"hot", u"warm", WordClass::Adjective));
        QVERIFY(m_lexicon->areSimilar(u"large", u"huge", WordClass::Adjective) || m_lexicon->areSimilar(u"big", u"huge", WordClass::Adjective));
        QVERIFY(m_lexicon->isHypernym(u"vehicle", u"lorry", WordClass::Noun));
        QVERIFY(!m_lexicon->isHypernym(u"lorry", u"vehicle", WordClass::Noun));
        QVERIFY(m_lexicon->isKindOf(u"minister", u"person"));
        QVERIFY(!m_lexicon->isKindOf(u"bridge", u"person"));
        QVERIFY(m_lexicon->isPartOf(u"paris", u"france"));
        QVERIFY(m_lexicon->isInstanceOf(u"paris", u"city"));
        QVERIFY(!m_lexicon->isInstanceOf(u"capital", u"city"));
        QVERIFY(m_lexicon->frequency(u"say", WordClass::Verb) > m_lexicon->frequency(u"aver", WordClass::Verb));
    }

    void likeness_ofNearerWords_isHigher()
    {
        const double near = m_lexicon->likeness(u"car", u"lorry", WordClass::Noun);
        const double far = m_lexicon->likeness(u"car", u"idea", WordClass::Noun);
        QVERIFY2(near > 0.8 && near < 1 && far < 0.5 && far > 0, qPrintable(QStringLiteral("%1 %2").arg(near).arg(far)));
        QCOMPARE(m_lexicon->likeness(u"car", u"car", WordClass::Noun), 1.0);
        QCOMPARE(m_lexicon->likeness(u"car", u"blorf", WordClass::Noun), 0.0);
    }

    void lookUp_takesLittleTime()
    {
        QBENCHMARK { QVERIFY(m_lexicon->contains(u"negotiation", WordClass::Noun)); }
    }

    void wordLists_read_giveColumnsAndKeys()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("colours.tsv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# a comment\nred\twarm\tff0000\n\nblue\tcold\ngrey\n");
        file.close();
        const auto lists = WordLists::load(dir.path());
        QVERIFY(lists);
        QVERIFY(lists.value()->hasTable(u"colours"));
        QVERIFY(!lists.value()->hasTable(u"shapes"));
        QVERIFY(lists.value()->contains(u"colours", u"grey"));
        QVERIFY(!lists.value()->contains(u"colours", u"green"));
        QCOMPARE(lists.value()->columns(u"colours", u"red"), std::optional(QStringList({QStringLiteral("warm"), QStringLiteral("ff0000")})));
        QCOMPARE(lists.value()->value(u"colours", u"blue"), std::optional(QStringLiteral("cold")));
        QCOMPARE(lists.value()->value(u"colours", u"grey"), std::optional<QString>());
        QCOMPARE(lists.value()->keys(u"colours"), QStringList({QStringLiteral("red"), QStringLiteral("blue"), QStringLiteral("grey")}));
    }

    void wordLists_keyTwice_areDamaged()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("colours.tsv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("red\nred\n");
        file.close();
        QCOMPARE(WordLists::load(dir.path()).error().code, base::ErrorCode::ResourceDamaged);
        QCOMPARE(WordLists::load(dir.filePath(QStringLiteral("none"))).error().code, base::ErrorCode::ResourceMissing);
    }
};

QTEST_GUILESS_MAIN(LexiconTest)
#include "lexicon_test.moc"
