#include "extraction/quotes/quotes.h"
#include "extraction/plain_annotation.h"
#include "extraction/quotes/quote_marks.h"

#include <QtTest>

using namespace variorum;

class QuotesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findQuotes_phrase_givesSpeakers_data();
    void findQuotes_phrase_givesSpeakers();
    void findQuotes_splitQuote_isJoined();
    void markedSpans_marks_givesInnerWords_data();
    void markedSpans_marks_givesInnerWords();

private:
    std::unique_ptr<const language::WordLists> m_lists;
};

void QuotesTest::initTestCase()
{
    auto lists = language::WordLists::load(QStringLiteral(VARIORUM_SOURCE_DIR "/resources/lexicon"));
    QVERIFY(lists.hasValue());
    m_lists = std::move(lists.value());
}

// "P:Ana Ruiz/Ruiz;O:Coast Guard": every occurrence of a form is a mention, longer forms first.
static std::vector<model::Entity> entitiesOf(const QString &row, const QString &text)
{
    std::vector<model::Entity> entities;
    const QStringList parts = row.split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part.size() < 3)
            continue;
        model::Entity entity;
        entity.id = {static_cast<qint64>(entities.size())};
        entity.kind = part[0] == u'P' ? model::EntityKind::Person : part[0] == u'O' ? model::EntityKind::Organization : model::EntityKind::Place;
        const QStringList forms = part.sliced(2).split(u'/');
        entity.name = forms[0];
        for (const QString &form : forms) {
            for (qsizetype at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                const base::TextSpan span{at, at + form.size()};
                const bool isTaken = std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](const model::Mention &each) { return each.place.span.overlaps(span); });
                if (!isTaken)
                    entity.mentions.push_back({{}, {model::TextField::Text, span}, false, {}});
            }
        }
        entities.push_back(entity);
    }
    return entities;
}

void QuotesTest::findQuotes_phrase_givesSpeakers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("entities");
    QTest::addColumn<QString>("expected");
    const QList<QStringList> rows = tests::phraseTable(QStringLiteral("quotes"));
    QVERIFY(rows.size() >= 30);
    for (const QStringList &row : rows) {
        QCOMPARE(row.size(), 3);
        QTest::newRow(qPrintable(row[0])) << QString(row[0]).replace(QLatin1String("\\n"), QLatin1String("\n")) << row[1] << row[2];
    }
}

void QuotesTest::findQuotes_phrase_givesSpeakers()
{
    QFETCH(QString, text);
    QFETCH(QString, entities);
    QFETCH(QString, expected);
    QStringList parts;
    for (const model::Quote &quote : extraction::findQuotes(tests::plainArticle(text), entitiesOf(entities, text), *m_lists)) {
        QString part = quote.text + QLatin1String(" = ") + (quote.speaker.isEmpty() ? QStringLiteral("?") : quote.speaker);
        if (!quote.via.isEmpty())
            part += QLatin1String(" via ") + quote.via;
        parts.append(part);
    }
    QCOMPARE(parts.isEmpty() ? QStringLiteral("-") : parts.join(QLatin1String(" | ")), expected);
}

void QuotesTest::findQuotes_splitQuote_isJoined()
{
    const QString text = QStringLiteral("\u201CThe bridge,\u201D Ana Ruiz said, \u201Cis safe to use.\u201D");
    const auto found = extraction::findQuotes(tests::plainArticle(text), entitiesOf(QStringLiteral("P:Ana Ruiz"), text), *m_lists);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].text, QStringLiteral("The bridge, is safe to use."));
    QCOMPARE(found[0].cue, QStringLiteral("say"));
    QCOMPARE(found[0].speakerEntity, std::optional(base::EntityId{0}));
    QCOMPARE(text.sliced(found[0].place.span.begin, 3), QStringLiteral("The"));
    QVERIFY(text.left(found[0].place.span.end).endsWith(QLatin1String("use.")));
}

void QuotesTest::markedSpans_marks_givesInnerWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("inner");
    const auto row = [](const char *name, const QString &text, const QStringList &inner) { QTest::newRow(name) << text << inner; };
    row("typographic", QStringLiteral("He said \u201Cgo home\u201D now"), {QStringLiteral("go home")});
    row("straight", QStringLiteral("He said \"go home\" now"), {QStringLiteral("go home")});
    row("stray spaces", QStringLiteral("was a\" stumbling block \"in talks"), {QStringLiteral("stumbling block")});
    row("single with apostrophe", QStringLiteral("He said \u2018it\u2019s the drivers\u2019 day,\u2019 and left"), {QStringLiteral("it\u2019s the drivers\u2019 day,")});
    row("straight single", QStringLiteral("the 'ghost fleet' left"), {QStringLiteral("ghost fleet")});
    row("possessive only", QStringLiteral("the drivers' day and the boys' room"), {});
    row("contractions only", QStringLiteral("don't say it isn't so"), {});
    row("nested", QStringLiteral("\u201Che called it \u2018fine\u2019 twice\u201D"), {QStringLiteral("he called it \u2018fine\u2019 twice")});
    row("unbalanced", QStringLiteral("He said go\u201D and left \u201C now"), {});
    row("guillemets", QStringLiteral("He said \u00ABgo home\u00BB now"), {QStringLiteral("go home")});
    row("inches", QStringLiteral("He is 6'2\" tall"), {});
    row("decade", QStringLiteral("in the '90s and the '80s"), {});
    row("two paragraphs", QStringLiteral("\u201COne.\n\u201CTwo.\u201D"), {QStringLiteral("One."), QStringLiteral("Two.")});
    row("emoji", QStringLiteral("\U0001F600 \u201Cgo\u201D"), {QStringLiteral("go")});
}

void QuotesTest::markedSpans_marks_givesInnerWords()
{
    QFETCH(QString, text);
    QFETCH(QStringList, inner);
    QStringList found;
    for (const extraction::MarkedSpan &span : extraction::markedSpans(text))
        found.append(text.sliced(span.inner.begin, span.inner.length()));
    QCOMPARE(found, inner);
}

QTEST_GUILESS_MAIN(QuotesTest)
#include "quotes_test.moc"
