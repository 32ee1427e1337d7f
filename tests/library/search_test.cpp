#include "tests/library/generated.h"

#include <QtTest>

using namespace variorum;
using library::Library;
using library::SearchHit;
using library::SearchSubject;

namespace {

const QString kFolder = QStringLiteral("/news");
const library::FactsKey kKey{.engine = QStringLiteral("1"), .input = QByteArray("x")};

model::Statement statementOf(int id, const QString &text, const QString &words)
{
    model::Statement statement;
    statement.id = base::StatementId{id};
    const qsizetype begin = text.indexOf(words);
    statement.place = {.field = model::TextField::Text, .span = {begin, begin + words.size()}};
    statement.text = words;
    statement.predicate = QStringLiteral("be");
    statement.predicateSpan = {begin, begin + 1};
    statement.rule = QStringLiteral("test");
    return statement;
}

model::Slot quantity(const model::Statement &statement, model::Bound bound, std::optional<double> value, std::optional<double> low = {}, std::optional<double> high = {})
{
    model::Slot slot;
    slot.role = model::SlotRole::Quantity;
    slot.span = statement.place.span;
    slot.quantity = model::QuantityValue{};
    slot.quantity->bound = bound;
    slot.quantity->value = value;
    slot.quantity->low = low;
    slot.quantity->high = high;
    return slot;
}

/// The words found, each with its subject's first letter.
QStringList found(const Library &library, const QString &line)
{
    QStringList lines;
    const auto hits = library.search(library::parseSearch(line).query);
    if (!hits)
        return {hits.error().detail};
    for (const SearchHit &hit : *hits)
        lines.append((hit.subject == SearchSubject::Article ? QStringLiteral("A ") : hit.subject == SearchSubject::Statement ? QStringLiteral("S ")
                                                                                                                             : QStringLiteral("N "))
                     + (hit.subject == SearchSubject::Article ? hit.title : hit.excerpt));
    lines.sort();
    return lines;
}

} // namespace

class SearchTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Library> m_library;

    base::ArticleId add(const QString &path, const QString &outlet, const QString &title, const QString &text, const QString &day, char byte, model::Facts facts)
    {
        model::Article article = tests::plainArticle(path, text);
        article.title = title;
        article.outlet = outlet;
        article.sha256 = QByteArray(32, byte);
        article.published = model::NewsDate::fromIsoString(day);
        article.publishedBasis = model::DateBasis::Stated;
        const auto stored = m_library->storeFile(kFolder, tests::readingOf(path, {article}));
        if (!stored || !m_library->storeFacts(stored->articles.front(), kKey, facts))
            qFatal("not stored");
        return stored->articles.front();
    }

private Q_SLOTS:
    void init()
    {
        auto opened = Library::open(QStringLiteral(":memory:"));
        QVERIFY(opened);
        m_library = std::move(*opened);
        const QString one = QString::fromUtf8("Seven people were hurt. A caf\xC3\xA9 was closed.");
        model::Facts facts;
        facts.statements = {statementOf(0, one, QStringLiteral("Seven people were hurt")), statementOf(1, one, QString::fromUtf8("A caf\xC3\xA9 was closed"))};
        facts.statements[0].slots = {quantity(facts.statements[0], model::Bound::Exact, 7)};
        const auto a = add(QStringLiteral("a.txt"), QStringLiteral("Harbour Post"), QStringLiteral("Ferry aground"), one, QStringLiteral("2024-03-18"), 'a', facts);
        const QString two = QStringLiteral("At least 120 people were hurt. The ferry sank.");
        facts.statements = {statementOf(0, two, QStringLiteral("At least 120 people were hurt")), statementOf(1, two, QStringLiteral("The ferry sank"))};
        facts.statements[0].slots = {quantity(facts.statements[0], model::Bound::AtLeast, {}, 120)};
        const auto b = add(QStringLiteral("b.txt"), QStringLiteral("The Lantern"), QStringLiteral("Ferry sinks"), two, QStringLiteral("2024-03-20"), 'b', facts);

        model::Comparison comparison;
        comparison.engine = QStringLiteral("1");
        for (const base::ArticleId id : {a, b}) {
            model::Article article = library::withEdits(*m_library->article(id));
            comparison.articles.push_back(article);
            model::Statement statement = id == a ? statementOf(0, one, QStringLiteral("Seven people were hurt")) : statementOf(1, two, QStringLiteral("At least 120 people were hurt"));
            statement.article = id;
            comparison.statements.push_back(statement);
        }
        comparison.stories = {{.id = base::StoryId{0}, .title = QStringLiteral("Ferry"), .articles = {a, b}, .firstTime = {}, .lastTime = {}}};
        model::Claim claim;
        claim.text = QStringLiteral("Seven people were hurt");
        claim.statements = {base::StatementId{0}, base::StatementId{1}};
        claim.status = model::ClaimStatus::Divergent;
        comparison.claims = {claim};
        model::Divergence divergence;
        divergence.kind = model::DivergenceKind::Quantity;
        divergence.severity = model::Severity::Conflict;
        for (const auto &[value, statement] : {std::pair(QStringLiteral("7"), size_t(0)), std::pair(QStringLiteral(">=120"), size_t(1))})
            divergence.values.push_back({.value = value, .origins = {}, .independentOrigins = 1, .evidence = {{.statement = base::StatementId{static_cast<qint64>(statement)}, .article = comparison.statements[statement].article, .place = comparison.statements[statement].place}}});
        comparison.divergences = {divergence};
        const auto stored = m_library->storeComparison(kFolder, comparison);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
        QVERIFY(m_library->storeComparison(kFolder, comparison)); // in place of the first

        const auto words = m_library->anchorOf(a, {.field = model::TextField::Text, .span = {0, 22}});
        const auto whole = m_library->anchorOf(b, {});
        QVERIFY(m_library->doWork(QStringLiteral("judge"),
                                  {{.id = {}, .item = model::WorkItem{.kind = model::WorkKind::Verdict, .target = model::WorkTarget::Claim, .name = {}, .value = QStringLiteral("refuted"), .anchors = {*words}, .made = {}}},
                                   {.id = {}, .item = model::WorkItem{.kind = model::WorkKind::Tag, .target = model::WorkTarget::Article, .name = QStringLiteral("Urgent"), .value = {}, .anchors = {*whole}, .made = {}}},
                                   {.id = {}, .item = model::WorkItem{.kind = model::WorkKind::Note, .target = model::WorkTarget::Claim, .name = {}, .value = QStringLiteral("ask the ferry company"), .anchors = {*words}, .made = {}}}}));
    }

    void cleanup() { m_library.reset(); }

    void line_finds_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *line, const QStringList &expected) { QTest::newRow(line[0] ? line : "nothing") << QString::fromUtf8(line) << expected; };
        const QString a = QStringLiteral("A Ferry aground");
        const QString b = QStringLiteral("A Ferry sinks");
        const QString note = QStringLiteral("N ask the ferry company");
        const QString seven = QStringLiteral("S Seven people were hurt");
        const QString many = QStringLiteral("S At least 120 people were hurt");
        const QString cafe = QString::fromUtf8("S A caf\xC3\xA9 was closed");
        const QString sank = QStringLiteral("S The ferry sank");
        row("", {});
        row("FERRY", {a, b, note, sank});
        row("ferr*", {a, b, note, sank});
        row("ferr", {});
        row("cafe", {a, cafe});
        row("\"people were\"", {a, b, many, seven});
        row("\"were people\"", {});
        row("ferry -sank", {a, note});
        row("people outlet:lantern", {b, many});
        row("outlet:%", {});
        row("people before:2024-03-20", {a, seven});
        row("people after:2024-03-20", {b, many});
        row("after:2024-03-19 before:2024-03-20 people", {});
        row("value:7", {seven});
        row("value:>100", {many});
        row("value:>500", {many}); // at least 120 may be more
        row("value:<100", {seven});
        row("value:5..10", {seven});
        row("kind:quantity", {many, seven});
        row("kind:time", {});
        row("severity:conflict value:7", {seven});
        row("severity:wording", {});
        row("verdict:refuted", {seven});
        row("verdict:supported", {});
        row("tag:urgent", {b, many, sank});
        row("tag:urgent ferry", {b, sank});
        row("\"\" AND ( *", {});
        row("'; DROP TABLE work; --", {});
        row("ferry NEAR(", {});
    }

    void line_finds()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, expected);
        expected.sort();
        QCOMPARE(found(*m_library, line), expected);
    }

    void hit_leadsToThePlace()
    {
        const auto hits = m_library->search(library::parseSearch(QString::fromUtf8("\"caf\xC3\xA9 was\"")).query);
        QVERIFY(hits);
        QCOMPARE(hits->size(), size_t(2));
        for (const SearchHit &hit : *hits) {
            QCOMPARE(hit.outlet, QStringLiteral("Harbour Post"));
            QCOMPARE(hit.marks.size(), size_t(1));
            QCOMPARE(hit.excerpt.mid(hit.marks.front().begin, hit.marks.front().length()), QString::fromUtf8("caf\xC3\xA9 was"));
            const QString text = m_library->article(*hit.article)->asRead.text;
            QVERIFY(text.mid(hit.place.span.begin, hit.place.span.length()).contains(QString::fromUtf8("caf\xC3\xA9 was")));
        }
    }

    void anythingTyped_isAnswered()
    {
        QRandomGenerator random(11);
        const QString alphabet = QStringLiteral("ferry\"-*: .<>=19()'%_\\{}^+NOTANDOR");
        for (int round = 0; round < 2000; ++round) {
            QString line;
            for (int length = random.bounded(30); length > 0; --length)
                line += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
            const auto hits = m_library->search(library::parseSearch(line).query);
            QVERIFY2(hits, qPrintable(line + QLatin1String(": ") + (hits ? QString() : hits.error().detail)));
        }
    }

    void newVersion_takesTheOldWordsOut()
    {
        model::Article article = tests::plainArticle(QStringLiteral("a.txt"), QStringLiteral("Nothing of it was true."));
        article.sha256 = QByteArray(32, 'c');
        QVERIFY(m_library->storeFile(kFolder, tests::readingOf(QStringLiteral("a.txt"), {article}, {.byteSize = 5, .modifiedMs = 5})));
        QCOMPARE(found(*m_library, QStringLiteral("cafe")), QStringList());
        QCOMPARE(found(*m_library, QStringLiteral("true")).size(), 1);
    }

    void note_goesWithUndo()
    {
        QCOMPARE(found(*m_library, QStringLiteral("company")).size(), 1);
        QVERIFY(m_library->undo()->has_value());
        QCOMPARE(found(*m_library, QStringLiteral("company")).size(), 0);
        QVERIFY(m_library->redo()->has_value());
        QCOMPARE(found(*m_library, QStringLiteral("company")).size(), 1);
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
