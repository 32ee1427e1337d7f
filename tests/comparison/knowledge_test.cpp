// What comparison asks of WordNet and of the table of related words, as the program has them.

#include "comparison/knowledge/lexical_knowledge.h"
#include "comparison/weights.h"

#include <QTest>

using namespace variorum;
using namespace variorum::comparison;
using language::WordClass;

class KnowledgeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto lexicon = language::Lexicon::open(QStringLiteral(VARIORUM_RESOURCE_DIR "/wordnet.lexicon"));
        auto lists = language::WordLists::load(QStringLiteral(VARIORUM_RESOURCE_DIR "/lexicon"));
        QVERIFY(lexicon && lists);
        m_lexicon = std::move(*lexicon);
        m_lists = std::move(*lists);
        m_knowledge = std::make_unique<LexiconKnowledge>(*m_lexicon, *m_lists, m_vectors);
    }

    void relations_ofWordNet_areSeen()
    {
        QVERIFY(m_knowledge->areSynonyms(u"digger", u"excavator", WordClass::Noun));
        QVERIFY(m_knowledge->areDerived(u"arrive", WordClass::Verb, u"arrival", WordClass::Noun));
        QVERIFY(m_knowledge->isHypernym(u"vegetable", u"cabbage", WordClass::Noun, 3));
        QVERIFY(m_knowledge->isKindOf(u"green", u"color"));
        QVERIFY(!m_knowledge->areSynonyms(u"digger", u"cabbage", WordClass::Noun));
    }

    void related_table_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("areRelated");
        QTest::newRow("verb and noun") << QStringLiteral("arrest/v") << QStringLiteral("custody/n") << true;
        QTest::newRow("two nouns") << QStringLiteral("quake/n") << QStringLiteral("tremor/n") << true;
        QTest::newRow("other group") << QStringLiteral("arrest/v") << QStringLiteral("tremor/n") << false;
        QTest::newRow("other class") << QStringLiteral("custody/v") << QStringLiteral("arrest/v") << false;
        QTest::newRow("unknown word") << QStringLiteral("zzz/n") << QStringLiteral("zzz/n") << false;
    }

    void related_table()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, areRelated);
        const auto classOf = [](const QString &word) { return word.endsWith(QLatin1Char('v')) ? WordClass::Verb : WordClass::Noun; };
        const QString left = one.section(QLatin1Char('/'), 0, 0);
        const QString right = other.section(QLatin1Char('/'), 0, 0);
        QCOMPARE(m_knowledge->areRelated(left, classOf(one), right, classOf(other)), areRelated);
        QCOMPARE(m_knowledge->areRelated(right, classOf(other), left, classOf(one)), areRelated);
    }

    void senses_ofRelatedWords_shareAnIndexKey()
    {
        const auto one = m_knowledge->senses(u"shooting", WordClass::Noun, 2);
        const auto other = m_knowledge->senses(u"gunfire", WordClass::Noun, 2);
        QVERIFY(std::any_of(one.begin(), one.end(), [&other](language::SynsetId sense) { return std::find(other.begin(), other.end(), sense) != other.end(); }));
    }

    void weights_asInstalled_areComplete()
    {
        QVERIFY(readWeights([this](QStringView key) { return m_lists->value(u"comparison_weights", key); }));
    }

private:
    std::unique_ptr<const language::Lexicon> m_lexicon;
    std::unique_ptr<const language::WordLists> m_lists;
    const variorum::language::WordVectors m_vectors; // none: these are the word lists'
    std::unique_ptr<LexiconKnowledge> m_knowledge;
};

QTEST_GUILESS_MAIN(KnowledgeTest)
#include "knowledge_test.moc"
