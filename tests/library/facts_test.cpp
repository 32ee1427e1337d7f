#include "library/connection.h"
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
    const auto stored = library.storeFile(QStringLiteral("/news"), tests::readingOf(path, {tests::roomyArticle(path)}));
    return stored ? stored->articles.front() : base::ArticleId{};
}

/// One of every kind, tied to each other.
model::Facts oneOfEach()
{
    model::Facts facts;
    facts.entities.push_back({.id = base::EntityId{0}, .kind = model::EntityKind::Person, .name = QStringLiteral("Liv Aune"), .aliases = {}, .mentions = {}, .rule = {}});
    facts.entities[0].mentions.push_back({.article = {}, .place = {.field = model::TextField::Text, .span = {0, 8}}, .isPronoun = false, .role = {}});
    facts.times.push_back({.place = {.field = model::TextField::Text, .span = {10, 16}}, .value = {}, .rule = {}});
    facts.quantities.push_back({.place = {.field = model::TextField::Text, .span = {20, 22}}, .value = {}, .countedSpan = base::TextSpan{23, 28}, .rule = {}});
    facts.quotes.push_back({.id = base::QuoteId{0}, .article = {}, .place = {.field = model::TextField::Text, .span = {30, 40}}, .text = {}, .isDirect = true, .speaker = {}, .speakerEntity = base::EntityId{0}, .cue = {}, .via = {}, .rule = {}});
    model::Statement statement;
    statement.place = {.field = model::TextField::Text, .span = {0, 50}};
    statement.predicateSpan = {9, 12};
    statement.origins.push_back({.name = {}, .entity = base::EntityId{0}, .kind = model::OriginKind::Speaker});
    statement.slots.push_back({});
    statement.slots[0].entity = base::EntityId{0};
    statement.words.push_back({.span = {0, 3}, .lemma = {}, .upos = model::Upos::Det, .deprel = model::Deprel::Det, .head = {}, .entity = {}});
    statement.quote = base::QuoteId{0};
    facts.statements.push_back(statement);
    return facts;
}

/// As another program could, or a bad disk.
bool tamper(const QString &path, const QString &sql)
{
    const auto connection = library::Connection::open(path, library::Connection::Mode::ReadWrite, 100);
    return connection && (*connection)->execute(QStringLiteral("PRAGMA foreign_keys = OFF")) && (*connection)->execute(QStringLiteral("PRAGMA ignore_check_constraints = ON"))
        && (*connection)->execute(sql);
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

    void facts_tampered_areAbsentUntilMadeAgain_data()
    {
        QTest::addColumn<QString>("sql");
        const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QString::fromLatin1(sql); };
        row("mention beyond the text", "UPDATE mention SET span_end = 100000");
        row("mention before the text", "UPDATE mention SET span_begin = -3");
        row("mention backwards", "UPDATE mention SET span_begin = 9");
        row("mention beyond the title", "UPDATE mention SET field = 'title', span_end = 2001");
        row("time", "UPDATE time_mention SET span_end = 100000");
        row("quantity", "UPDATE quantity_mention SET span_end = 100000");
        row("counted", "UPDATE quantity_mention SET counted_end = 100000");
        row("quote", "UPDATE quote SET span_end = 9000000000000000000");
        row("speaker", "UPDATE quote SET speaker_entity_id = 1");
        row("statement", "UPDATE statement SET span_end = 100000");
        row("predicate", "UPDATE statement SET predicate_begin = -1");
        row("within itself", "UPDATE statement SET within_id = 0");
        row("within none", "UPDATE statement SET within_id = 5");
        row("quote of a statement", "UPDATE statement SET quote_id = -1");
        row("word beyond the text", "UPDATE statement SET words = '[[0,100000,\"the\",\"DET\",\"det\",null,null]]'");
        row("head out of range", "UPDATE statement SET words = '[[0,3,\"the\",\"DET\",\"det\",1,null]]'");
        row("head below 0", "UPDATE statement SET words = '[[0,3,\"the\",\"DET\",\"det\",-1,null]]'");
        row("heads in a circle", "UPDATE statement SET words = '[[0,3,\"the\",\"DET\",\"det\",1,null],[4,5,\"a\",\"DET\",\"det\",0,null]]'");
        row("entity of a word", "UPDATE statement SET words = '[[0,3,\"the\",\"DET\",\"det\",null,7]]'");
        row("no words", "UPDATE statement SET words = 'none'");
        row("unknown certainty", "UPDATE statement SET certainty = 'sworn'");
        row("slot", "UPDATE slot SET span_end = 100000");
        row("entity of a slot", "UPDATE slot SET entity_id = 99");
        row("entity of an origin", "UPDATE origin SET entity_id = 99");
        row("slot of no statement", "UPDATE slot SET statement_id = 3");
        row("numbers that skip", "UPDATE statement SET id = 1");
    }

    void facts_tampered_areAbsentUntilMadeAgain()
    {
        QFETCH(QString, sql);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("library.vrm"));
        base::ArticleId article;
        {
            const auto library = Library::open(path);
            QVERIFY(library);
            article = addArticle(**library, QStringLiteral("a.txt"));
            QVERIFY((*library)->storeFacts(article, kKey, oneOfEach()));
            QVERIFY(*(*library)->facts(article, kKey) == oneOfEach());
        }
        QVERIFY(tamper(path, sql));
        const auto library = Library::open(path);
        QVERIFY(library);
        const auto loaded = (*library)->facts(article, kKey);
        QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().detail));
        QVERIFY(!loaded->has_value());
        QVERIFY((*library)->storeFacts(article, kKey, oneOfEach()));
        QVERIFY(*(*library)->facts(article, kKey) == oneOfEach());
    }

    void blocks_tampered_areDamage_data()
    {
        QTest::addColumn<QString>("blocks");
        QTest::newRow("beyond the text") << QStringLiteral("[[\"paragraph\",0,100000]]");
        QTest::newRow("before the text") << QStringLiteral("[[\"paragraph\",-5,4]]");
        QTest::newRow("backwards") << QStringLiteral("[[\"paragraph\",9,4]]");
        QTest::newRow("one over the other") << QStringLiteral("[[\"paragraph\",0,9],[\"paragraph\",8,12]]");
    }

    void blocks_tampered_areDamage()
    {
        QFETCH(QString, blocks);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("library.vrm"));
        {
            const auto library = Library::open(path);
            QVERIFY(library);
            (void)addArticle(**library, QStringLiteral("a.txt"));
        }
        QVERIFY(tamper(path, QStringLiteral("UPDATE article_version SET blocks = '%1'").arg(blocks)));
        const auto library = Library::open(path);
        QVERIFY(library);
        const auto articles = (*library)->articles(QStringLiteral("/news"));
        QVERIFY(!articles);
        QCOMPARE(articles.error().code, base::ErrorCode::LibraryDamaged);
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
