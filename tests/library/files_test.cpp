#include "tests/library/generated.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace variorum;
using library::ArticleState;
using library::Library;
using library::StoredArticle;
using tests::plainArticle;
using tests::readingOf;
using Change = library::StoredFile::Change;

namespace {

const QString kFolder = QStringLiteral("/news");
const QString kPath = QStringLiteral("a.txt");

model::Article notRead(const QString &path, base::ErrorCode code, const QByteArray &sha256 = {})
{
    model::Article article;
    article.path = path;
    article.sha256 = sha256;
    article.outcome = model::ReadOutcome::NotRead;
    article.problems = {{.code = code, .path = path, .detail = {}}};
    return article;
}

/// "path#part v2 present: text", one line an article.
QStringList printed(const Library &library, const QString &folder = kFolder)
{
    QStringList lines;
    const auto articles = library.articles(folder);
    if (!articles)
        return {articles.error().detail};
    for (const StoredArticle &article : *articles) {
        lines.append(QStringLiteral("%1#%2 v%3 %4: %5")
                         .arg(article.asRead.path)
                         .arg(article.asRead.part)
                         .arg(article.version)
                         .arg(article.state == ArticleState::Present ? QStringLiteral("present") : QStringLiteral("missing"), article.asRead.text));
    }
    return lines;
}

} // namespace

class FilesTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Library> m_library;

    Change store(const QString &path, std::vector<model::Article> parts, library::FileStamp stamp = {.byteSize = 100, .modifiedMs = 1000})
    {
        const auto stored = m_library->storeFile(kFolder, readingOf(path, std::move(parts), stamp));
        if (!stored)
            qWarning("%s", qPrintable(stored.error().detail));
        return stored ? stored->change : static_cast<Change>(-1);
    }

private Q_SLOTS:
    void init()
    {
        auto opened = Library::open(QStringLiteral(":memory:"));
        QVERIFY(opened);
        m_library = std::move(*opened);
    }

    void cleanup() { m_library.reset(); }

    void charset_chosen_isKeptOverReadings()
    {
        store(kPath, {plainArticle(kPath, QStringLiteral("ab"))});
        const auto known = [this] { return m_library->knownFiles(kFolder)->front(); };
        QCOMPARE(known().charset, QString());
        QVERIFY(!known().engine.isEmpty());
        const base::ArticleId article = m_library->articles(kFolder)->front().id;
        QVERIFY(m_library->storeCharset(article, QStringLiteral("windows-1251")));
        QCOMPARE(known().charset, QStringLiteral("windows-1251"));
        QVERIFY(known().engine.isEmpty()); // to be read again
        QCOMPARE(store(kPath, {plainArticle(kPath, QStringLiteral("cd"))}), Change::Changed);
        QCOMPARE(known().charset, QStringLiteral("windows-1251"));
        QVERIFY(!known().engine.isEmpty());
        QCOMPARE(printed(*m_library), QStringList{QStringLiteral("a.txt#0 v2 present: cd")});
        QVERIFY(m_library->storeCharset(article, {}));
        QCOMPARE(known().charset, QString());
        QVERIFY(known().engine.isEmpty());
        const auto unknown = m_library->storeCharset(base::ArticleId{99}, QStringLiteral("UTF-8"));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, base::ErrorCode::NotFound);
    }

    void file_withoutAnArticle_isNotTriedAgain()
    {
        store(kPath, {notRead(kPath, base::ErrorCode::NotAnArticle, QByteArray(32, 'a'))});
        QVERIFY(!m_library->knownFiles(kFolder)->front().notRead);
        store(QStringLiteral("b.txt"), {notRead(QStringLiteral("b.txt"), base::ErrorCode::BinaryFile, QByteArray(32, 'b'))});
        QVERIFY(m_library->knownFiles(kFolder)->back().notRead);
    }

    void articles_generated_comeBackEqual()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            tests::Generated generated(seed);
            const QString path = QStringLiteral("%1/%2").arg(seed).arg(generated.text());
            const model::Article article = generated.article(path);
            QCOMPARE(store(path, {article}), Change::Added);
            const auto stored = m_library->articles(kFolder);
            QVERIFY(stored);
            QCOMPARE(stored->size(), size_t(seed));
            const auto found = std::ranges::find(*stored, path, [](const StoredArticle &each) { return each.asRead.path; });
            QVERIFY(found != stored->end());
            QVERIFY2(found->asRead == article, qPrintable(QStringLiteral("seed %1").arg(seed)));
            QCOMPARE(found->folder, kFolder);
        }
    }

    void file_again_changesOnlyItsStamp()
    {
        QCOMPARE(store(kPath, {plainArticle(kPath, QStringLiteral("one"))}), Change::Added);
        QCOMPARE(store(kPath, {plainArticle(kPath, QStringLiteral("one"))}, {.byteSize = 100, .modifiedMs = 2000}), Change::Unchanged);
        QCOMPARE(printed(*m_library), QStringList{QStringLiteral("a.txt#0 v1 present: one")});
        QCOMPARE(m_library->knownFiles(kFolder)->front().modifiedMs, 2000);
    }

    void file_changed_isANewVersionOfTheSameArticle()
    {
        const auto first = m_library->storeFile(kFolder, readingOf(kPath, {plainArticle(kPath, QStringLiteral("one"))}));
        const auto second = m_library->storeFile(kFolder, readingOf(kPath, {plainArticle(kPath, QStringLiteral("two"))}));
        QVERIFY(first && second);
        QCOMPARE(second->change, Change::Changed);
        QCOMPARE(second->articles, first->articles);
        QCOMPARE(printed(*m_library), QStringList{QStringLiteral("a.txt#0 v2 present: two")});
    }

    void parts_thatGo_areMissingUntilTheyAreBack()
    {
        const auto parts = [](int count) {
            std::vector<model::Article> made;
            for (int part = 0; part < count; ++part) {
                made.push_back(plainArticle(kPath, QStringLiteral("part %1").arg(part)));
                made.back().part = part;
            }
            return made;
        };
        QCOMPARE(store(kPath, parts(3)), Change::Added);
        QCOMPARE(store(kPath, parts(1)), Change::Changed);
        QCOMPARE(printed(*m_library), (QStringList{QStringLiteral("a.txt#0 v1 present: part 0"), QStringLiteral("a.txt#1 v1 missing: part 1"), QStringLiteral("a.txt#2 v1 missing: part 2")}));
        QCOMPARE(store(kPath, parts(2)), Change::Changed);
        QCOMPARE(printed(*m_library), (QStringList{QStringLiteral("a.txt#0 v1 present: part 0"), QStringLiteral("a.txt#1 v1 present: part 1"), QStringLiteral("a.txt#2 v1 missing: part 2")}));
        QCOMPARE(store(kPath, {}), Change::Changed);
        QCOMPARE(printed(*m_library).filter(QStringLiteral("missing")).size(), 3);
    }

    void files_gone_areMissingUntilTheyAreBack()
    {
        for (const QString &path : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
            QCOMPARE(store(path, {plainArticle(path, path)}), Change::Added);
        QVERIFY(*m_library->markPresent(kFolder, {QStringLiteral("b")}) == (library::PresenceChange{.missing = 2, .back = 0}));
        QVERIFY(*m_library->markPresent(kFolder, {QStringLiteral("b")}) == (library::PresenceChange{}));
        QCOMPARE(printed(*m_library), (QStringList{QStringLiteral("a#0 v1 missing: a"), QStringLiteral("b#0 v1 present: b"), QStringLiteral("c#0 v1 missing: c")}));
        QVERIFY(*m_library->markPresent(kFolder, {QStringLiteral("a"), QStringLiteral("b")}) == (library::PresenceChange{.missing = 0, .back = 1}));
        QCOMPARE(store(QStringLiteral("c"), {plainArticle(QStringLiteral("c"), QStringLiteral("c"))}), Change::Unchanged);
        QCOMPARE(printed(*m_library).filter(QStringLiteral("missing")).size(), 0);
        QCOMPARE(m_library->knownFiles(kFolder)->size(), size_t(3));
    }

    void files_ofAnotherFolder_areLeftAlone()
    {
        QCOMPARE(store(kPath, {plainArticle(kPath, QStringLiteral("here"))}), Change::Added);
        const QString other = QStringLiteral("/other");
        QVERIFY(m_library->storeFile(other, readingOf(kPath, {plainArticle(kPath, QStringLiteral("there"))})));
        QVERIFY(m_library->markPresent(other, {}));
        QCOMPARE(printed(*m_library), QStringList{QStringLiteral("a.txt#0 v1 present: here")});
        QCOMPARE(printed(*m_library, other), QStringList{QStringLiteral("a.txt#0 v1 missing: there")});
    }

    void folders_areListedLatestFirst()
    {
        for (const QString &folder : {QStringLiteral("/one"), QStringLiteral("/two"), QString(), QStringLiteral("/three")})
            QVERIFY(m_library->markPresent(folder, {}));
        QVERIFY(m_library->markPresent(QStringLiteral("/one"), {}));
        QCOMPARE(*m_library->folders(), (QStringList{QStringLiteral("/one"), QStringLiteral("/three"), QStringLiteral("/two")}));
    }

    void notRead_isKeptAndTriedAgain()
    {
        const QByteArray bytes = tests::Generated(1).sha256();
        QCOMPARE(store(kPath, {notRead(kPath, base::ErrorCode::BinaryFile, bytes)}), Change::Added);
        QVERIFY(m_library->knownFiles(kFolder)->front().notRead);
        QCOMPARE(m_library->articles(kFolder)->front().asRead.problems.front().code, base::ErrorCode::BinaryFile);
        QCOMPARE(store(kPath, {notRead(kPath, base::ErrorCode::BinaryFile, bytes)}), Change::Unchanged);
        // A reading takes the place of the attempt.
        QCOMPARE(store(kPath, {plainArticle(kPath, QStringLiteral("one"))}), Change::Changed);
        QCOMPARE(printed(*m_library), QStringList{QStringLiteral("a.txt#0 v1 present: one")});
        QVERIFY(!m_library->knownFiles(kFolder)->front().notRead);
    }

    void file_thatCannotBeOpenedAnyMore_keepsItsText()
    {
        QCOMPARE(store(kPath, {plainArticle(kPath, QStringLiteral("one"))}), Change::Added);
        QCOMPARE(store(kPath, {notRead(kPath, base::ErrorCode::PermissionDenied)}), Change::Unchanged);
        QCOMPARE(printed(*m_library), QStringList{QStringLiteral("a.txt#0 v1 present: one")});
        QVERIFY(m_library->knownFiles(kFolder)->front().notRead);
        QCOMPARE(store(kPath, {plainArticle(kPath, QStringLiteral("one"))}), Change::Unchanged);
        QVERIFY(!m_library->knownFiles(kFolder)->front().notRead);
    }

    void edits_outliveVersionsAndMissing()
    {
        const auto stored = m_library->storeFile(kFolder, readingOf(kPath, {plainArticle(kPath, QStringLiteral("one"))}));
        QVERIFY(stored);
        const base::ArticleId id = stored->articles.front();
        const library::ArticleEdit edit{.outlet = QStringLiteral("The Harbour Post"), .title = QStringLiteral(""), .authors = QStringList{QStringLiteral("Ann \"Quill\" Roe")}, .published = model::NewsDate{.date = QDate(2023, 9, 12), .time = {}, .offsetMinutes = {}}};
        QVERIFY(m_library->storeEdit(id, edit));
        QVERIFY(m_library->markPresent(kFolder, {}));
        QCOMPARE(store(kPath, {plainArticle(kPath, QStringLiteral("two"))}), Change::Changed);
        const auto article = m_library->article(id);
        QVERIFY(article);
        QVERIFY(article->edit == edit);
        QCOMPARE(article->asRead.title.value_or(QString()), QStringLiteral("Ferry aground"));
        const model::Article shown = library::withEdits(*article);
        QCOMPARE(shown.outlet.value_or(QString()), QStringLiteral("The Harbour Post"));
        QCOMPARE(shown.title, std::optional(QString()));
        QVERIFY(shown.publishedBasis == model::DateBasis::Stated);
        QVERIFY(shown.id == id);
        // An empty edit takes it all back.
        QVERIFY(m_library->storeEdit(id, {}));
        QVERIFY(library::withEdits(*m_library->article(id)).published == std::nullopt);
    }

    void edit_ofAnUnknownArticle_isNotFound()
    {
        const auto stored = m_library->storeEdit(base::ArticleId{77}, {.outlet = QStringLiteral("x"), .title = {}, .authors = {}, .published = {}});
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, base::ErrorCode::NotFound);
        QCOMPARE(m_library->article(base::ArticleId{77}).error().code, base::ErrorCode::NotFound);
    }

    void articles_comeInOrderOfCodeUnits()
    {
        // U+FF5E is after U+1F600 by UTF-16 code unit, before it by code point.
        const QString wide = QString::fromUtf8("\xEF\xBD\x9E");
        const QString pair = QString::fromUtf8("\xF0\x9F\x98\x80");
        for (const QString &path : {wide, pair, QStringLiteral("b")})
            QCOMPARE(store(path, {plainArticle(path, path)}), Change::Added);
        QCOMPARE(m_library->articles(kFolder)->at(1).asRead.path, pair);
        QCOMPARE(m_library->articles(kFolder)->at(2).asRead.path, wide);
    }
};

QTEST_GUILESS_MAIN(FilesTest)
#include "files_test.moc"
