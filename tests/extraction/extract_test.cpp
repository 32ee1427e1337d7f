#include "extraction/extract.h"

#include "support/processor_time.h"

#include <QTest>

#include <chrono>
#include <thread>

using namespace variorum;
using namespace Qt::StringLiterals;

namespace {

model::Article article()
{
    model::Article article;
    article.title = QStringLiteral("Ferry sinks off Moss: police");
    article.published = model::NewsDate::fromIsoString(u"2024-03-05");
    article.text = QStringLiteral(
        "A ferry with 43 passengers sank near Moss on Monday evening, police said. Fisheries Minister Liv Aune told NRX that "
        "she had ordered an inquiry.\n\n"
        "“We will find out what happened,” said Aune, who visited the harbour on Tuesday. The company has denied that the "
        "green ferry was overloaded, according to a spokesman.");
    article.blocks = {{model::BlockKind::Paragraph, {0, article.text.indexOf(QStringLiteral("\n\n"))}},
                      {model::BlockKind::Paragraph, {article.text.indexOf(QStringLiteral("\n\n")) + 2, article.text.size()}}};
    return article;
}

/// Short sentences, each with names that no other has, quantities, times and quotations: as many of everything as a text
/// of that length can hold.
model::Article manySentences(int count)
{
    const auto letters = [](int number) {
        QString made;
        for (int left = number + 26 * 26; left > 0; left /= 26)
            made.prepend(QChar(u'a' + left % 26));
        return made;
    };
    model::Article article;
    article.published = model::NewsDate::fromIsoString(u"2024-03-05");
    for (int number = 0; number < count; ++number) {
        const QString name = QStringLiteral("Ann B%1").arg(letters(number));
        const QStringList kinds{QStringLiteral("%1 sold 3 boats on Monday. ").arg(name), QStringLiteral("The captain told %1 that she had seen it. ").arg(name), QStringLiteral("\u201cThe pier is closed,\u201d %1 said. ").arg(name),
                                QStringLiteral("The harbour of C%1 was full. ").arg(letters(number))};
        article.text += kinds.at(number % kinds.size());
    }
    article.text = article.text.trimmed();
    article.blocks = {{model::BlockKind::Paragraph, {0, article.text.size()}}};
    return article;
}

} // namespace

/// What holds of the facts of any article, on one that goes through all the steps.
class ExtractTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<const language::LanguagePack> m_pack;
    extraction::AnnotatedArticle m_annotated;
    model::Facts m_facts;

    bool isInside(const model::TextPlace &place) const
    {
        return place.span.begin >= 0 && !place.span.isEmpty() && place.span.end <= model::textOf(m_annotated.article, place.field).size();
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto pack = language::LanguagePack::load(QStringLiteral(VARIORUM_RESOURCE_DIR));
        QVERIFY2(pack.hasValue(), pack ? "" : qPrintable(pack.error().path));
        m_pack = std::move(pack).value();
        m_annotated = extraction::annotate(article(), *m_pack);
        m_facts = extraction::extract(m_annotated, *m_pack);
    }

    void extract_article_findsEveryKind()
    {
        QVERIFY(!m_facts.entities.empty());
        QVERIFY(!m_facts.times.empty());
        QVERIFY(!m_facts.quantities.empty());
        QVERIFY(!m_facts.quotes.empty());
        QVERIFY(m_facts.statements.size() > 5);
        QCOMPARE(m_facts.statements.front().place.field, model::TextField::Title);
    }

    void extract_twice_givesTheSame() { QVERIFY(extraction::extract(m_annotated, *m_pack) == m_facts); }

    void extract_statements_namePlacesThatExist()
    {
        for (size_t place = 0; place < m_facts.statements.size(); ++place) {
            const model::Statement &statement = m_facts.statements[place];
            QCOMPARE(statement.id.value, static_cast<qint64>(place));
            QVERIFY(isInside(statement.place));
            const QString &text = model::textOf(m_annotated.article, statement.place.field);
            QCOMPARE(statement.text, text.sliced(statement.place.span.begin, statement.place.span.length()));
            QVERIFY(!statement.within || (*statement.within != statement.id && statement.within->value < static_cast<qint64>(m_facts.statements.size())));
            for (const model::Slot &slot : statement.slots)
                QVERIFY(isInside({statement.place.field, slot.span}) && !slot.rule.isEmpty());
            for (const model::StatementWord &word : statement.words)
                QVERIFY(statement.place.span.contains(word.span) && (!word.head || *word.head < static_cast<int>(statement.words.size())));
            for (const model::Origin &origin : statement.origins)
                QVERIFY(!origin.name.isEmpty() && (!origin.entity || origin.entity->value < static_cast<qint64>(m_facts.entities.size())));
        }
    }

    void extract_placeOfAKind_isTheOneNamedBehind_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("place");
        QTest::newRow("city of") << u"A fire broke out in the Spanish city of Valencia on Monday."_s << u"city"_s << u"Valencia"_s;
        QTest::newRow("island of") << u"The boat sank off the island of Crete on Monday."_s << u"island"_s << u"Crete"_s;
        QTest::newRow("mayor of") << u"On Monday the mayor of Valencia resigned."_s << u"mayor"_s << u""_s;
        QTest::newRow("city alone") << u"A fire broke out in the city on Monday, officials from Valencia said."_s << u"city"_s << u""_s;
    }

    void extract_placeOfAKind_isTheOneNamedBehind()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        model::Article article;
        article.text = text;
        article.blocks = {{model::BlockKind::Paragraph, {0, text.size()}}};
        const model::Facts facts = extraction::extract(extraction::annotate(article, *m_pack), *m_pack);
        QString found;
        bool isThere = false;
        for (const model::Statement &statement : facts.statements) {
            for (const model::Slot &slot : statement.slots) {
                if (slot.headLemma != words)
                    continue;
                isThere = true;
                found = slot.entity ? facts.entities[static_cast<size_t>(slot.entity->value)].name : QString();
            }
        }
        QVERIFY(isThere);
        QTEST(found, "place");
    }

    void extract_nameAtTheEndOfASentence_staysInIt()
    {
        model::Article article;
        article.text = u"Her classmates voted her \"Most Likely to Succeed.''\n\nShe received an arts degree with Hadley College in Nashville and started modeling in the 1940s.\n\n"
                       "Kneeling before a tree, Weekly founder Hugh Halder described the layout as \"a milestone in the history of the magazine.''"_s;
        article.blocks = {{model::BlockKind::Paragraph, {0, article.text.size()}}};
        const extraction::AnnotatedArticle annotated = extraction::annotate(article, *m_pack);
        QVERIFY(!extraction::extract(annotated, *m_pack).entities.empty());
    }

    void extract_stopped_givesUp()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(extraction::extract(m_annotated, *m_pack, stop.get_token()) == model::Facts());
    }

    void extract_stoppedInTheMiddle_endsSoon()
    {
        const extraction::AnnotatedArticle annotated = extraction::annotate(manySentences(4000), *m_pack);
        const double wholeMs = tests::processorMs([&] { (void)extraction::extract(annotated, *m_pack); });
        const double stoppedMs = tests::processorMs([&] {
            std::stop_source stop;
            const std::jthread stopper([&stop, wholeMs] {
                std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(wholeMs / 20));
                stop.request_stop();
            });
            (void)extraction::extract(annotated, *m_pack, stop.get_token());
        });
        QVERIFY2(stoppedMs < wholeMs / 2, qPrintable(QStringLiteral("%1 of %2 ms").arg(stoppedMs).arg(wholeMs)));
    }

    void extract_twiceAsManySentences_takesTwiceTheTime()
    {
        const extraction::AnnotatedArticle once = extraction::annotate(manySentences(4000), *m_pack);
        const extraction::AnnotatedArticle twice = extraction::annotate(manySentences(8000), *m_pack);
        const QString steep =
            tests::steepGrowth([&] { (void)extraction::extract(once, *m_pack); }, [&] { (void)extraction::extract(twice, *m_pack); });
        QVERIFY2(steep.isEmpty(), qPrintable(steep));
    }

    void extract_emptyArticle_findsNothing()
    {
        const model::Facts facts = extraction::extract(extraction::annotate({}, *m_pack), *m_pack);
        QVERIFY(facts == model::Facts());
    }
};

QTEST_APPLESS_MAIN(ExtractTest)
#include "extract_test.moc"
