#include "library/stored_forms.h"
#include "library/stored_words.h"
#include "model/names.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

using namespace variorum;

class StoredFormsTest : public QObject {
    Q_OBJECT

private:
    library::StringPool m_pool;

private Q_SLOTS:
    void words_written_areCompactAndComeBack()
    {
        const std::vector<model::StatementWord> words{
            {.span = {0, 3}, .lemma = QStringLiteral("the"), .upos = model::Upos::Det, .deprel = model::Deprel::Det, .head = 1, .entity = {}},
            {.span = {4, 10}, .lemma = QStringLiteral("leader"), .upos = model::Upos::Noun, .deprel = model::Deprel::NsubjPass, .head = {}, .entity = base::EntityId{7}}};
        const QString stored = library::storedWords(words);
        QCOMPARE(stored, QStringLiteral("[[0,3,\"the\",\"DET\",\"det\",1,null],[4,10,\"leader\",\"NOUN\",\"nsubj:pass\",null,7]]"));
        QVERIFY(library::wordsFromStored(stored, m_pool) == words);
    }

    void words_ofEveryTag_comeBack()
    {
        std::vector<model::StatementWord> words;
        for (int tag = 0; tag < model::kUposCount; ++tag)
            words.push_back({.span = {tag, tag + 1}, .lemma = {}, .upos = static_cast<model::Upos>(tag), .deprel = model::Deprel::Dep, .head = {}, .entity = {}});
        for (int relation = 0; relation < model::kDeprelCount; ++relation)
            words.push_back({.span = {}, .lemma = {}, .upos = model::Upos::X, .deprel = static_cast<model::Deprel>(relation), .head = 0, .entity = {}});
        QVERIFY(library::wordsFromStored(library::storedWords(words), m_pool) == words);
    }

    /// Read by hand, and by QJson once a space keeps the hand from it.
    void words_readBothWays_areTheSame()
    {
        QRandomGenerator random(3);
        const QString letters = QString::fromUtf8("ab\xC3\xA9\xF0\x9F\x98\x80 \"\\\n[],0");
        for (int round = 0; round < 500; ++round) {
            std::vector<model::StatementWord> words;
            for (int word = random.bounded(6); word > 0; --word) {
                QString lemma;
                for (int length = random.bounded(5); length > 0; --length)
                    lemma += letters.at(random.bounded(static_cast<int>(letters.size())));
                lemma = QString::fromUtf8(lemma.toUtf8()); // no half of a pair
                words.push_back({.span = {random.bounded(100), random.bounded(100'000)}, .lemma = lemma, .upos = model::Upos::Noun, .deprel = model::Deprel::Dep, .head = {}, .entity = {}});
                if (random.bounded(2) == 0)
                    words.back().head = random.bounded(20);
                if (random.bounded(2) == 0)
                    words.back().entity = base::EntityId{random.bounded(20)};
            }
            const QString stored = library::storedWords(words);
            QVERIFY2(library::wordsFromStored(stored, m_pool) == words, qPrintable(stored));
            QVERIFY2(library::wordsFromStored(u' ' + stored, m_pool) == words, qPrintable(stored));
            QVERIFY(QJsonDocument::fromJson(stored.toUtf8()).isArray());
        }
    }

    void modifiers_ofEveryKind_comeBack()
    {
        using Modifier = model::TimeValue::Modifier;
        for (int value = 0; value <= static_cast<int>(Modifier::Approximate); ++value) {
            const auto modifier = static_cast<Modifier>(value);
            QVERIFY(model::fromName<model::TimeValue::Modifier>(model::nameOf(modifier)) == modifier);
        }
    }

    void problems_ofEveryCode_comeBack()
    {
        std::vector<base::Error> problems;
        for (int value = 0; value <= static_cast<int>(base::ErrorCode::Internal); ++value)
            problems.push_back({.code = static_cast<base::ErrorCode>(value), .path = QStringLiteral("a \"b\".html"), .detail = QStringLiteral("line\nend")});
        QVERIFY(library::problemsFromStored(library::storedProblems(problems)) == problems);
    }

    void stored_broken_isRefused_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::newRow("empty") << QString();
        QTest::newRow("no json") << QStringLiteral("[[0,3");
        QTest::newRow("object") << QStringLiteral("{}");
        QTest::newRow("short row") << QStringLiteral("[[0,3,\"the\",\"DET\",\"det\",1]]");
        QTest::newRow("unknown tag") << QStringLiteral("[[0,3,\"the\",\"ARTICLE\",\"det\",1,null]]");
        QTest::newRow("unknown relation") << QStringLiteral("[[0,3,\"the\",\"DET\",\"article\",1,null]]");
    }

    void stored_broken_isRefused()
    {
        QFETCH(QString, stored);
        QVERIFY(!library::wordsFromStored(stored, m_pool));
        QVERIFY(!library::blocksFromStored(stored));
        QVERIFY(!library::problemsFromStored(stored));
    }

    void moment_outsideFourDigitYears_isAbsent()
    {
        QVERIFY(!library::storedMoment(QDateTime(QDate(12000, 1, 1), QTime(0, 0), Qt::UTC)));
        QCOMPARE(library::storedMoment(QDateTime(QDate(2023, 9, 10), QTime(12, 0), Qt::UTC)).value_or(QString()), QStringLiteral("2023-09-10T12:00:00.000"));
    }
};

QTEST_GUILESS_MAIN(StoredFormsTest)
#include "stored_forms_test.moc"
