#include "extraction/extract.h"

#include <QTest>

using namespace variorum;

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

    void extract_emptyArticle_findsNothing()
    {
        const model::Facts facts = extraction::extract(extraction::annotate({}, *m_pack), *m_pack);
        QVERIFY(facts == model::Facts());
    }
};

QTEST_APPLESS_MAIN(ExtractTest)
#include "extract_test.moc"
