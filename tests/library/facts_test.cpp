#include "tests/library/generated.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace variorum;
using library::FactsKey;
using library::Library;

namespace {

const FactsKey kKey{.engine = QStringLiteral("1"), .input = QByteArray("in")};

base::ArticleId addArticle(Library &library, const QString &path)
{
    const auto stored = library.storeFile(QStringLiteral("/news"), tests::readingOf(path, {tests::plainArticle(path, path)}));
    return stored ? stored->articles.front() : base::ArticleId{};
}

} // namespace

class FactsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void facts_generated_comeBackEqual()
    {
        const auto library = Library::open(QStringLiteral(":memory:"));
        QVERIFY(library);
        const base::ArticleId article = addArticle(**library, QStringLiteral("a.txt"));
        for (quint32 seed = 1; seed <= 60; ++seed) {
            const model::Facts facts = tests::Generated(seed).facts();
            const auto stored = (*library)->storeFacts(article, kKey, facts);
            QVERIFY2(stored, qPrintable(stored ? QString() : stored.error().detail));
            const auto loaded = (*library)->facts(article, kKey);
            QVERIFY(loaded);
            QVERIFY2(*loaded == facts, qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    void facts_generated_surviveClosing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("library.vrm"));
        std::vector<model::Facts> all;
        std::vector<base::ArticleId> ids;
        {
            const auto library = Library::open(path);
            QVERIFY(library);
            for (quint32 seed = 100; seed < 120; ++seed) {
                ids.push_back(addArticle(**library, QString::number(seed)));
                all.push_back(tests::Generated(seed).facts());
                QVERIFY((*library)->storeFacts(ids.back(), kKey, all.back()));
            }
        }
        const auto library = Library::open(path);
        QVERIFY(library);
        for (size_t place = 0; place < ids.size(); ++place) {
            const auto loaded = (*library)->facts(ids[place], kKey);
            QVERIFY(loaded);
            QVERIFY(*loaded == all[place]);
        }
    }

    void facts_withAnotherKey_areNotGiven()
    {
        const auto library = Library::open(QStringLiteral(":memory:"));
        QVERIFY(library);
        const base::ArticleId article = addArticle(**library, QStringLiteral("a.txt"));
        QVERIFY((*library)->storeFacts(article, kKey, tests::Generated(1).facts()));
        QVERIFY((*library)->facts(article, kKey)->has_value());
        QVERIFY(!(*library)->facts(article, {.engine = QStringLiteral("2"), .input = kKey.input})->has_value());
        QVERIFY(!(*library)->facts(article, {.engine = kKey.engine, .input = QByteArray("other")})->has_value());
        QVERIFY(!(*library)->facts(base::ArticleId{99}, kKey)->has_value());
    }

    void facts_ofAnOlderVersion_goWithTheNewOne()
    {
        const auto library = Library::open(QStringLiteral(":memory:"));
        QVERIFY(library);
        const base::ArticleId article = addArticle(**library, QStringLiteral("a.txt"));
        QVERIFY((*library)->storeFacts(article, kKey, tests::Generated(1).facts()));
        QVERIFY((*library)->storeFile(QStringLiteral("/news"), tests::readingOf(QStringLiteral("a.txt"), {tests::plainArticle(QStringLiteral("a.txt"), QStringLiteral("new"))})));
        QVERIFY(!(*library)->facts(article, kKey)->has_value());
    }

    void facts_thatContradictThemselves_areRefusedWhole()
    {
        const auto library = Library::open(QStringLiteral(":memory:"));
        QVERIFY(library);
        const base::ArticleId article = addArticle(**library, QStringLiteral("a.txt"));
        model::Facts before = tests::Generated(5).facts();
        QVERIFY((*library)->storeFacts(article, kKey, before));
        model::Facts broken = before;
        model::Statement statement;
        statement.id = base::StatementId{static_cast<qint64>(broken.statements.size())};
        statement.slots.push_back({});
        statement.slots.back().entity = base::EntityId{12345}; // no such entity
        broken.statements.push_back(statement);
        QVERIFY(!(*library)->storeFacts(article, kKey, broken));
        QVERIFY(*(*library)->facts(article, kKey) == before);
    }

    void facts_forAnUnknownArticle_areNotFound()
    {
        const auto library = Library::open(QStringLiteral(":memory:"));
        QVERIFY(library);
        const auto stored = (*library)->storeFacts(base::ArticleId{5}, kKey, {});
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, base::ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(FactsTest)
#include "facts_test.moc"
