#include "extraction/entities/entities.h"

#include "extraction/entities/sentence_tree.h"
#include "extraction/entities/states.h"
#include "extraction/statement_printer.h"
#include "extraction/word_trees.h"

#include <QTest>

using namespace variorum;

class EntitiesTest : public QObject {
    Q_OBJECT

private:
    support::LoadedKnowledge m_knowledge = support::LoadedKnowledge::load();

private Q_SLOTS:
    void findEntities_invented_data()
    {
        QTest::addColumn<QString>("conllu");
        QTest::addColumn<QString>("expected");
        for (const support::TreeRow &row : support::readTreeRows(QStringLiteral(VARIORUM_SOURCE_DIR "/tests/extraction/data/entities.txt")))
            QTest::newRow(qPrintable(row.name)) << row.conllu << row.expected.join(u'\n');
    }

    void findEntities_invented()
    {
        QFETCH(const QString, conllu);
        QFETCH(const QString, expected);
        extraction::AnnotatedArticle article;
        article.text = support::fromConllu(conllu);
        QStringList found;
        for (const model::Entity &entity : extraction::findEntities(article, m_knowledge.get()))
            found.append(support::printed(entity, article.title.text, article.text.text));
        QCOMPARE(found.join(u'\n'), expected);
    }

    void find_stateForms_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("state");
        QTest::newRow("name") << QStringLiteral("Norway") << QStringLiteral("Norway");
        QTest::newRow("people") << QStringLiteral("South Koreans") << QStringLiteral("South Korea");
        QTest::newRow("capital with an accent") << QStringLiteral("Bogotá") << QStringLiteral("Colombia");
        QTest::newRow("seat") << QStringLiteral("Kremlin") << QStringLiteral("Russia");
        QTest::newRow("short") << QStringLiteral("U.S.") << QStringLiteral("United States");
        QTest::newRow("no state") << QStringLiteral("Moss") << QString();
        QTest::newRow("part of a name") << QStringLiteral("Korea") << QString();
    }

    void find_stateForms()
    {
        QFETCH(const QString, words);
        QFETCH(const QString, state);
        const auto found = extraction::States(*m_knowledge.lists).find(words);
        QCOMPARE(found ? found->state : QString(), state);
    }

    void sentenceTree_circle_isCut()
    {
        model::AnnotatedText text = support::fromConllu(support::toConllu(QStringLiteral(
            "The|=|DET.DT|2|det ferry|=|NOUN.NN|3|nsubj sank|sink|VERB.VBD|2|ccomp .|=|PUNCT..|3|punct")));
        const extraction::SentenceTree tree(text, text.sentences.front());
        QCOMPARE(tree.roots().size(), 1u);
        QCOMPARE(tree.subtree(tree.roots().front()).size(), 4u);
    }
};

QTEST_APPLESS_MAIN(EntitiesTest)
#include "entities_test.moc"
