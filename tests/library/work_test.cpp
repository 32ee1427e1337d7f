#include "library/work_store.h"
#include "tests/library/generated.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace variorum;
using library::Library;
using library::WorkChange;
using model::WorkItem;
using model::WorkKind;
using model::WorkTarget;

namespace {

const QString kFolder = QStringLiteral("/news");

library::FileReading reading(const QString &path, const QString &text, char byte)
{
    model::Article article = tests::plainArticle(path, text);
    article.sha256 = QByteArray(32, byte);
    return tests::readingOf(path, {article});
}

WorkItem item(WorkKind kind, WorkTarget target, const model::Anchor &anchor, const QString &name = {}, const QString &value = {})
{
    return {.kind = kind, .target = target, .name = name, .value = value, .anchors = {anchor}, .made = {}};
}

/// Everything that is the person's, as one text.
QString stateOf(const Library &library, base::ArticleId article)
{
    QString state;
    const auto work = library.work();
    if (!work)
        return QStringLiteral("unreadable");
    for (const library::StoredWork &stored : *work)
        state += QString::number(stored.id) + u' ' + library::storedItem(stored.item) + u'\n';
    const auto stored = library.article(article);
    return state + (stored ? stored->edit.outlet.value_or(QStringLiteral("-")) + u'|' + stored->edit.title.value_or(QStringLiteral("-")) : QString());
}

} // namespace

class WorkTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
    base::ArticleId m_article;

    void open()
    {
        m_library.reset();
        auto opened = Library::open(m_folder->filePath(QStringLiteral("library.vrm")));
        QVERIFY(opened);
        m_library = std::move(*opened);
    }

    model::Anchor anchor(qsizetype begin, qsizetype end) const
    {
        const auto made = m_library->anchorOf(m_article, {.field = model::TextField::Text, .span = {begin, end}});
        return made ? *made : model::Anchor{};
    }

    qint64 add(const WorkItem &added) const
    {
        const auto ids = m_library->doWork(QStringLiteral("add"), {{.id = {}, .item = added}});
        return ids ? ids->front() : -1;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
        const auto stored = m_library->storeFile(kFolder, reading(QStringLiteral("a.txt"), QStringLiteral("Seven hurt. Seven hurt. Ten died."), 'a'));
        QVERIFY(stored);
        m_article = stored->articles.front();
    }

    void cleanup() { m_library.reset(); }

    void anchor_namesBytesWordsAndOccurrence()
    {
        const model::Anchor second = anchor(12, 22);
        QCOMPARE(second.text, QStringLiteral("Seven hurt"));
        QCOMPARE(second.occurrence, 1);
        QCOMPARE(second.sha256, QByteArray(32, 'a'));
        QVERIFY(!m_library->anchorOf(m_article, {.field = model::TextField::Text, .span = {30, 99}}));
        QVERIFY(!m_library->anchorOf(base::ArticleId{99}, {}));
    }

    void everyKind_comesBackEqual_overARestart()
    {
        const std::vector<WorkItem> items{
            item(WorkKind::Verdict, WorkTarget::Claim, anchor(0, 10), {}, model::nameOf(model::Verdict::Refuted)),
            item(WorkKind::Note, WorkTarget::Divergence, anchor(0, 10), QStringLiteral("quantity"), QStringLiteral("see p. 3 \"x\"")),
            item(WorkKind::Tag, WorkTarget::Article, anchor(0, 0), QStringLiteral("urgent")),
            item(WorkKind::Star, WorkTarget::Claim, anchor(24, 32)),
            item(WorkKind::Join, WorkTarget::Claim, anchor(0, 10)),
            item(WorkKind::Split, WorkTarget::Claim, anchor(12, 22)),
            item(WorkKind::Dismissal, WorkTarget::Divergence, anchor(0, 5), QStringLiteral("quantity")),
            item(WorkKind::SameValue, WorkTarget::Divergence, anchor(0, 5), QStringLiteral("quantity"), model::storedPair(QStringLiteral("7"), QStringLiteral("ten"))),
            {.kind = WorkKind::SavedSearch, .target = WorkTarget::Library, .name = QStringLiteral("hurt"), .value = QStringLiteral("hurt value:>5"), .anchors = {}, .made = {}},
        };
        for (const WorkItem &one : items)
            QVERIFY(add(one) > 0);
        open();
        const auto work = m_library->work();
        QVERIFY(work);
        QCOMPARE(work->size(), items.size());
        for (size_t place = 0; place < items.size(); ++place) {
            WorkItem there = (*work)[place].item;
            QVERIFY(there.made.isValid());
            there.made = {};
            QVERIFY2(there == items[place], qPrintable(model::nameOf(items[place].kind)));
        }
    }

    void unsound_isRefused_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("verdict of no kind") << 0;
        QTest::newRow("tag without a name") << 1;
        QTest::newRow("claim without words") << 2;
        QTest::newRow("saved search on words") << 3;
        QTest::newRow("join of an article") << 4;
        QTest::newRow("no bytes") << 5;
    }

    void unsound_isRefused()
    {
        QFETCH(int, which);
        const model::Anchor words = anchor(0, 5);
        WorkItem bad = item(WorkKind::Star, WorkTarget::Claim, words);
        switch (which) {
        case 0: bad = item(WorkKind::Verdict, WorkTarget::Claim, words, {}, QStringLiteral("maybe")); break;
        case 1: bad = item(WorkKind::Tag, WorkTarget::Claim, words); break;
        case 2: bad.anchors.clear(); break;
        case 3: bad = item(WorkKind::SavedSearch, WorkTarget::Claim, words, QStringLiteral("x"), QStringLiteral("y")); break;
        case 4: bad = item(WorkKind::Join, WorkTarget::Article, words); break;
        default: bad.anchors.front().sha256.clear(); break;
        }
        const QString before = stateOf(*m_library, m_article);
        QCOMPARE(add(bad), qint64(-1));
        QCOMPARE(stateOf(*m_library, m_article), before);
        QVERIFY(!*m_library->undoLabel());
    }

    void undoAndRedo_overARestart()
    {
        const QString empty = stateOf(*m_library, m_article);
        const qint64 id = add(item(WorkKind::Note, WorkTarget::Claim, anchor(0, 10), {}, QStringLiteral("first")));
        const QString one = stateOf(*m_library, m_article);
        QVERIFY(m_library->doWork(QStringLiteral("change"), {{.id = id, .item = item(WorkKind::Note, WorkTarget::Claim, anchor(0, 10), {}, QStringLiteral("second"))}}));
        const QString two = stateOf(*m_library, m_article);
        open();
        QCOMPARE(**m_library->undoLabel(), QStringLiteral("change"));
        QCOMPARE(**m_library->undo(), QStringLiteral("change"));
        QCOMPARE(stateOf(*m_library, m_article), one);
        open();
        QCOMPARE(**m_library->redoLabel(), QStringLiteral("change"));
        QVERIFY(m_library->undo()->has_value());
        QCOMPARE(stateOf(*m_library, m_article), empty);
        QVERIFY(!m_library->undo()->has_value());
        QVERIFY(m_library->redo()->has_value());
        QVERIFY(m_library->redo()->has_value());
        QCOMPARE(stateOf(*m_library, m_article), two);
        QVERIFY(!m_library->redo()->has_value());
    }

    void edit_isUndone()
    {
        QVERIFY(m_library->storeEdit(m_article, {.outlet = QStringLiteral("The Post"), .title = {}, .authors = QStringList{QStringLiteral("A \"B\" C")}, .published = {}}));
        const auto edited = m_library->article(m_article)->edit;
        QVERIFY(m_library->undo()->has_value());
        QVERIFY(m_library->article(m_article)->edit == library::ArticleEdit{});
        QVERIFY(m_library->redo()->has_value());
        QVERIFY(m_library->article(m_article)->edit == edited);
        QVERIFY(m_library->storeCharset(m_article, QStringLiteral("windows-1251")));
        QCOMPARE(m_library->knownFiles(kFolder)->front().charset, QStringLiteral("windows-1251"));
        QVERIFY(m_library->undo()->has_value());
        QCOMPARE(m_library->knownFiles(kFolder)->front().charset, QString());
    }

    void newAction_takesThePlaceOfWhatWasUndone()
    {
        QVERIFY(add(item(WorkKind::Star, WorkTarget::Claim, anchor(0, 5))) > 0);
        QVERIFY(m_library->undo()->has_value());
        QVERIFY(add(item(WorkKind::Star, WorkTarget::Claim, anchor(6, 10))) > 0);
        QVERIFY(!m_library->redo()->has_value());
        QCOMPARE(m_library->work()->size(), size_t(1));
    }

    void randomUndoAndRedo_alwaysGivesTheStateOfThatMoment_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 50; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void randomUndoAndRedo_alwaysGivesTheStateOfThatMoment()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        auto inMemory = Library::open(QStringLiteral(":memory:"));
        QVERIFY(inMemory);
        Library &library = **inMemory;
        const auto stored = library.storeFile(kFolder, reading(QStringLiteral("a.txt"), QStringLiteral("Seven hurt. Seven hurt. Ten died."), 'a'));
        QVERIFY(stored);
        const base::ArticleId article = stored->articles.front();
        std::vector<QString> states{stateOf(library, article)};
        size_t now = 0;
        for (int step = 0; step < 120; ++step) {
            const int what = random.bounded(10);
            if (what < 3) {
                QCOMPARE(library.undo()->has_value(), now > 0);
                now -= now > 0 ? size_t(1) : size_t(0);
            } else if (what < 5) {
                QCOMPARE(library.redo()->has_value(), now + 1 < states.size());
                now += now + 1 < states.size() ? size_t(1) : size_t(0);
            } else {
                const auto words = library.anchorOf(article, {.field = model::TextField::Text, .span = {random.bounded(10), 11 + random.bounded(20)}});
                const auto work = library.work();
                std::vector<WorkChange> changes;
                if (what == 9 && !work->empty()) { // remove or change some
                    changes.push_back({.id = (*work)[static_cast<size_t>(random.bounded(static_cast<int>(work->size())))].id, .item = {}});
                } else if (what == 8) {
                    QVERIFY(library.storeEdit(article, {.outlet = QStringLiteral("outlet %1").arg(step), .title = {}, .authors = {}, .published = {}}));
                } else {
                    for (int count = 1 + random.bounded(3); count > 0; --count)
                        changes.push_back({.id = {}, .item = item(random.bounded(2) == 0 ? WorkKind::Star : WorkKind::Note, WorkTarget::Claim, *words, {}, QString::number(step))});
                }
                if (!changes.empty())
                    QVERIFY(library.doWork(QStringLiteral("do"), changes));
                const QString state = stateOf(library, article);
                states.resize(now + 1);
                if (what == 8 || !changes.empty()) {
                    states.push_back(state);
                    ++now;
                }
            }
            QCOMPARE(stateOf(library, article), states[now]);
        }
        if (seed == 50)
            qInfo("FAULTS random undo and redo, seeds | 50 | 120 steps each, always the state of that moment");
    }

    void work_outlivesRenamingMovingAndANewVersion()
    {
        QVERIFY(add(item(WorkKind::Star, WorkTarget::Claim, anchor(24, 32))) > 0);
        QVERIFY(m_library->storeEdit(m_article, {.outlet = QStringLiteral("The Post"), .title = {}, .authors = {}, .published = {}}));
        // Renamed.
        QVERIFY(m_library->markPresent(kFolder, {QStringLiteral("b.txt")}));
        auto stored = m_library->storeFile(kFolder, reading(QStringLiteral("b.txt"), QStringLiteral("Seven hurt. Seven hurt. Ten died."), 'a'));
        QVERIFY(stored);
        QVERIFY(stored->change == library::StoredFile::Change::Renamed);
        QCOMPARE(stored->nameBefore, QStringLiteral("a.txt"));
        QCOMPARE(stored->articles.front(), m_article);
        QCOMPARE(m_library->articles(kFolder)->size(), size_t(1));
        // The folder moved.
        const QString moved = QStringLiteral("/archive/news");
        QVERIFY(m_library->markGone(kFolder));
        stored = m_library->storeFile(moved, reading(QStringLiteral("b.txt"), QStringLiteral("Seven hurt. Seven hurt. Ten died."), 'a'));
        QCOMPARE(stored->articles.front(), m_article);
        QCOMPARE(*m_library->article(m_article)->edit.outlet, QStringLiteral("The Post"));
        // Another text.
        stored = m_library->storeFile(moved, reading(QStringLiteral("b.txt"), QStringLiteral("Eight hurt. Ten died."), 'b'));
        QCOMPARE(stored->articles.front(), m_article);
        const auto keys = m_library->articleKeys(moved);
        QCOMPARE(keys->size(), size_t(2));
        QCOMPARE(keys->front().sha256, m_library->work()->front().item.anchors.front().sha256);
        // A name for the same bytes while the first is still there is a copy, and an article of its own.
        stored = m_library->storeFile(moved, reading(QStringLiteral("copy.txt"), QStringLiteral("Eight hurt. Ten died."), 'b'));
        QVERIFY(stored->change == library::StoredFile::Change::Added);
    }
};

QTEST_GUILESS_MAIN(WorkTest)
#include "work_test.moc"
