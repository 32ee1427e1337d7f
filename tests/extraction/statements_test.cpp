#include "extraction/statements/statements.h"

#include "extraction/statement_printer.h"
#include "extraction/word_trees.h"

#include <QTest>

using namespace variorum;

namespace {

model::TextPlace placeOf(const QString &words, const QString &text)
{
    const qsizetype begin = text.indexOf(words);
    if (begin < 0)
        qFatal("%s is not in the sentence", qPrintable(words));
    return {model::TextField::Text, {begin, begin + words.size()}};
}

std::vector<model::TimeMention> timesOf(const QStringList &rows, const QString &text)
{
    std::vector<model::TimeMention> times;
    for (const QString &row : rows) {
        model::TimeMention mention;
        mention.place = placeOf(row.section(QStringLiteral(" = "), 0, 0), text);
        mention.value.timex = row.section(QStringLiteral(" = "), 1, 1);
        times.push_back(mention);
    }
    return times;
}

std::vector<model::QuantityMention> quantitiesOf(const QStringList &rows, const QString &text)
{
    std::vector<model::QuantityMention> quantities;
    for (const QString &row : rows) {
        model::QuantityMention mention;
        mention.place = placeOf(row.section(QStringLiteral(" = "), 0, 0), text);
        const QString value = row.section(QStringLiteral(" = "), 1, 1);
        mention.value.value = value.section(u' ', 0, 0).toDouble();
        mention.value.counted = value.section(u' ', 1, 1);
        quantities.push_back(mention);
    }
    return quantities;
}

} // namespace

class StatementsTest : public QObject {
    Q_OBJECT

private:
    support::LoadedKnowledge m_knowledge = support::LoadedKnowledge::load();

    std::vector<model::Statement> statementsOf(const model::AnnotatedText &text, const std::vector<model::TimeMention> &times = {},
                                               const std::vector<model::QuantityMention> &quantities = {}, const std::vector<model::Quote> &quotes = {}) const
    {
        extraction::AnnotatedArticle article;
        article.text = text;
        const std::vector<model::Entity> entities = extraction::findEntities(article, m_knowledge.get());
        return extraction::findStatements(article, extraction::FoundSoFar{entities, times, quantities, quotes}, m_knowledge.get());
    }

private Q_SLOTS:
    void findStatements_invented_data()
    {
        QTest::addColumn<QString>("conllu");
        QTest::addColumn<QStringList>("times");
        QTest::addColumn<QStringList>("quantities");
        QTest::addColumn<QString>("expected");
        for (const support::TreeRow &row : support::readTreeRows(QStringLiteral(VARIORUM_SOURCE_DIR "/tests/extraction/data/statements.txt")))
            QTest::newRow(qPrintable(row.name)) << row.conllu << row.times << row.quantities << row.expected.join(u'\n');
    }

    void findStatements_invented()
    {
        QFETCH(const QString, conllu);
        QFETCH(const QStringList, times);
        QFETCH(const QStringList, quantities);
        QFETCH(const QString, expected);
        const model::AnnotatedText text = support::fromConllu(conllu);
        QStringList found;
        for (const model::Statement &statement : statementsOf(text, timesOf(times, text.text), quantitiesOf(quantities, text.text)))
            found.append(support::printed(statement));
        QCOMPARE(found.join(u'\n'), expected);
    }

    void findStatements_quotation_givesItsSpeaker()
    {
        const model::AnnotatedText text = support::fromConllu(support::toConllu(QStringLiteral("We|=|PRON.PRP|3|nsubj will|=|AUX.MD|3|aux sail|=|VERB.VB|0|root .|=|PUNCT..|3|punct")));
        model::Quote quote;
        quote.place = {model::TextField::Text, {0, 12}};
        quote.speaker = QStringLiteral("Bo Ek");
        quote.via = QStringLiteral("Reuters");
        const std::vector<model::Statement> found = statementsOf(text, {}, {}, {quote});
        QCOMPARE(found.size(), 1u);
        QCOMPARE(support::printed(found.front()), QStringLiteral("sail(agent=We) planned positive {Bo Ek, Reuters} 'We will sail'"));
        QCOMPARE(found.front().origins.back().kind, model::OriginKind::Agency);
        QCOMPARE(found.front().quote, std::optional(quote.id));
    }

    void findStatements_words_pointAtTheirHeadsWithinTheStatement()
    {
        const model::AnnotatedText text = support::fromConllu(support::toConllu(QStringLiteral(
            "Police|=|NOUN.NNS|2|nsubj said|say|VERB.VBD|0|root the|=|DET.DT|4|det ferry|=|NOUN.NN|5|nsubj sank|sink|VERB.VBD|2|ccomp .|=|PUNCT..|2|punct")));
        const std::vector<model::Statement> found = statementsOf(text);
        QCOMPARE(found.size(), 1u);
        const std::vector<model::StatementWord> &words = found.front().words;
        QCOMPARE(words.size(), 3u);
        QCOMPARE(words[0].head, std::optional(1));
        QCOMPARE(words[1].head, std::optional(2));
        QVERIFY(!words[2].head);
        QCOMPARE(words[2].lemma, QStringLiteral("sink"));
    }

    void findStatements_within_namesTheEnclosingStatement()
    {
        const model::AnnotatedText text = support::fromConllu(support::toConllu(QStringLiteral(
            "The|=|DET.DT|2|det ferry|=|NOUN.NN|3|nsubj sank|sink|VERB.VBD|0|root after|=|SCONJ.IN|6|mark it|=|PRON.PRP|6|nsubj burned|burn|VERB.VBD|3|advcl .|=|PUNCT..|3|punct")));
        const std::vector<model::Statement> found = statementsOf(text);
        QCOMPARE(found.size(), 2u);
        QVERIFY(!found[0].within);
        QCOMPARE(found[1].within, std::optional(found[0].id));
    }

    void findStatements_whoSaysIt_isToldFromTheEvent()
    {
        const QString frame = QStringLiteral("The|=|DET.DT|2|det crew|=|NOUN.NN|3|nsubj %1|VERB.VBD|0|root on|=|ADP.IN|5|case Monday|=|PROPN.NNP|3|obl that|=|SCONJ.IN|9|mark the|=|DET.DT|8|det ferry|=|NOUN.NN|9|nsubj sank|sink|VERB.VBD|3|ccomp .|=|PUNCT..|3|punct");
        const auto ruleOf = [&](const QString &verb) {
            const model::AnnotatedText text = support::fromConllu(support::toConllu(frame.arg(verb)));
            const std::vector<model::Statement> found = statementsOf(text, timesOf({QStringLiteral("Monday = 2024-03-04")}, text.text));
            return found.empty() ? QString() : found.front().rule;
        };
        QCOMPARE(ruleOf(QStringLiteral("said|say")), QStringLiteral("report"));
        QCOMPARE(ruleOf(QStringLiteral("warned|warn")), QStringLiteral("speech act"));
        QCOMPARE(ruleOf(QStringLiteral("left|leave")), QStringLiteral("main clause"));
    }

    void findStatements_brokenTree_isStood()
    {
        // A circle, a head beyond the end, and no root at all.
        model::AnnotatedText text = support::fromConllu(support::toConllu(QStringLiteral(
            "The|=|DET.DT|2|det ferry|=|NOUN.NN|3|nsubj sank|sink|VERB.VBD|2|ccomp fast|=|ADV.RB|3|advmod .|=|PUNCT..|3|punct")));
        text.tokens[3].head = 400;
        const std::vector<model::Statement> found = statementsOf(text);
        for (const model::Statement &statement : found) {
            QVERIFY(statement.place.span.begin >= 0 && statement.place.span.end <= text.text.size());
            QVERIFY(!statement.place.span.isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(StatementsTest)
#include "statements_test.moc"
