#include "model/article.h"

#include <QtTest>

using namespace variorum;
using base::ErrorCode;
using model::ReadOutcome;

Q_DECLARE_METATYPE(variorum::model::ReadOutcome)

class ArticleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isCompared_englishThatWasRead_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<ReadOutcome>("outcome");
        QTest::addColumn<bool>("isCompared");
        QTest::addColumn<QString>("reason");
        QTest::newRow("English") << QStringLiteral("en") << ReadOutcome::Read << true << QString();
        QTest::newRow("British, in part") << QStringLiteral("en-GB") << ReadOutcome::Partly << true << QString();
        QTest::newRow("Polish") << QStringLiteral("pl") << ReadOutcome::Read << false << QStringLiteral("pl");
        QTest::newRow("unknown") << QString() << ReadOutcome::Read << false << QStringLiteral("its language could not be told");
        QTest::newRow("not read") << QStringLiteral("pl") << ReadOutcome::NotRead << false << QString();
    }

    void isCompared_englishThatWasRead()
    {
        QFETCH(QString, language);
        QFETCH(ReadOutcome, outcome);
        QFETCH(bool, isCompared);
        QFETCH(QString, reason);
        model::Article article;
        article.outcome = outcome;
        if (!language.isEmpty())
            article.language = language;
        QCOMPARE(model::isCompared(article), isCompared);
        const auto why = model::whyNotCompared(article);
        QCOMPARE(why ? why->detail : QString(), reason);
        QVERIFY(!why || why->code == ErrorCode::LanguageNotCompared);
    }

    void isPassedOver_onlyWhereThereIsNoArticle()
    {
        model::Article article;
        QVERIFY(!model::isPassedOver(article));
        article.outcome = ReadOutcome::NotRead;
        QVERIFY(!model::isPassedOver(article));
        article.problems = {{.code = ErrorCode::OnlyReferences, .path = {}, .detail = {}}};
        QVERIFY(model::isPassedOver(article));
        article.problems.push_back({.code = ErrorCode::Malformed, .path = {}, .detail = {}});
        QVERIFY(!model::isPassedOver(article));
    }
};

QTEST_GUILESS_MAIN(ArticleTest)
#include "article_test.moc"
