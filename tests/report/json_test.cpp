// The documents of formats/comparison-json.md and annotation-json.md.

#include "report/json/annotation_json.h"
#include "report/json/json_writer.h"
#include "report/report.h"
#include "support/samples/sample_comparison.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <limits>

using namespace variorum;

namespace {

QJsonObject parsed(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s at %d", qPrintable(error.errorString()), error.offset);
    return document.object();
}

QJsonObject sample()
{
    static const QJsonObject kDocument = parsed(report::writeJson(test::sampleComparison()));
    return kDocument;
}

QJsonValue itemOf(const char *list, int place, const char *key)
{
    return sample().value(QLatin1String(list)).toArray().at(place).toObject().value(QLatin1String(key));
}

/// Cuts as a reader of the document would: by code points.
QString cut(const QString &text, const QJsonObject &place)
{
    const QList<uint> points = text.toUcs4();
    const int start = place.value(QLatin1String("start")).toInt();
    const int end = place.value(QLatin1String("end")).toInt();
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + start, end - start);
}

QString fieldText(qint64 article, const QString &field)
{
    for (const QJsonValue &each : sample().value(QLatin1String("articles")).toArray()) {
        if (each.toObject().value(QLatin1String("id")).toInteger() == article)
            return each.toObject().value(field).toString();
    }
    return {};
}

QString cutFrom(const QJsonObject &place)
{
    return cut(fieldText(place.value(QLatin1String("article")).toInteger(), place.value(QLatin1String("in")).toString()), place);
}

} // namespace

class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Ids in memory have gaps; the document counts from 1 along each list, and what refers follows.
    void ids_withGaps_areNumberedFromOne()
    {
        model::Comparison gaps = test::sampleComparison();
        const auto move = [](auto &id) { id.value += 7000; };
        for (size_t place = 0; place < gaps.entities.size(); ++place)
            move(gaps.entities.edited(place).id);
        for (size_t place = 0; place < gaps.statements.size(); ++place) {
            model::Statement &statement = gaps.statements.edited(place);
            move(statement.id);
            for (model::Origin &origin : statement.origins) {
                if (origin.entity)
                    move(*origin.entity);
            }
            for (model::Slot &slot : statement.slots) {
                if (slot.entity)
                    move(*slot.entity);
            }
            if (statement.within)
                move(*statement.within);
            if (statement.quote)
                move(*statement.quote);
        }
        for (size_t place = 0; place < gaps.quotes.size(); ++place) {
            move(gaps.quotes.edited(place).id);
            if (gaps.quotes[place].speakerEntity)
                move(*gaps.quotes.edited(place).speakerEntity);
        }
        for (size_t place = 0; place < gaps.claims.size(); ++place) {
            move(gaps.claims.edited(place).id);
            for (base::StatementId &id : gaps.claims.edited(place).statements)
                move(id);
        }
        for (size_t place = 0; place < gaps.divergences.size(); ++place) {
            model::Divergence &divergence = gaps.divergences.edited(place);
            move(divergence.id);
            move(divergence.claim);
            for (model::DivergentValue &value : divergence.values) {
                for (model::Evidence &evidence : value.evidence)
                    move(evidence.statement);
            }
        }
        QCOMPARE(report::writeJson(gaps), report::writeJson(test::sampleComparison()));
    }

    void writer_strings_areEscaped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("plain") << QStringLiteral("abc") << QByteArray("\"abc\"");
        QTest::newRow("quotes and backslash") << QString::fromUtf8("a\"b\\c") << QByteArray("\"a\\\"b\\\\c\"");
        QTest::newRow("controls") << QString::fromUtf8("a\nb\tc\x01") << QByteArray("\"a\\nb\\tc\\u0001\"");
        QTest::newRow("beyond the basic plane") << QString::fromUtf8("\xF0\x9F\x98\x80") << QByteArray("\"\xF0\x9F\x98\x80\"");
        QTest::newRow("empty") << QString() << QByteArray("\"\"");
    }

    void writer_strings_areEscaped()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, json);
        report::JsonWriter writer;
        writer.value(text);
        QCOMPARE(writer.take(), json + '\n');
    }

    void writer_nested_keepsOrderAndLines()
    {
        report::JsonWriter writer(2);
        writer.beginObject();
        writer.field("z", 1);
        writer.key("a");
        writer.beginArray();
        writer.value(0.1);
        writer.beginObject();
        writer.field("x", true);
        writer.knownField("y", QString());
        writer.endObject();
        writer.endArray();
        writer.key("none");
        writer.beginArray();
        writer.endArray();
        writer.endObject();
        QCOMPARE(QString::fromUtf8(writer.take()), QStringLiteral("{\n \"z\": 1,\n \"a\": [\n  0.1,\n  {\"x\": true, \"y\": null}\n ],\n \"none\": []\n}\n"));
    }

    void writer_numberThatIsNone_becomesNull()
    {
        report::JsonWriter writer;
        writer.value(std::numeric_limits<double>::infinity());
        QCOMPARE(writer.take(), QByteArray("null\n"));
    }

    /// An article out of an archive says which of its members it was; any other has no such key.
    void article_outOfAnArchive_namesItsMember()
    {
        model::Article article;
        article.path = QStringLiteral("news.zip");
        QVERIFY(!parsed(report::writeArticleLine(article)).contains(QLatin1String("member")));
        article.member = QStringLiteral("bay/a.html");
        QCOMPARE(parsed(report::writeArticleLine(article)).value(QLatin1String("member")).toString(), article.member);
        model::Comparison comparison;
        comparison.articles.push_back(article);
        QCOMPARE(parsed(report::writeJson(comparison)).value(QLatin1String("articles")).toArray().at(0).toObject().value(QLatin1String("member")).toString(), article.member);
    }

    void comparison_head_namesFormatAndEngine()
    {
        QCOMPARE(sample().value(QLatin1String("format")).toString(), QStringLiteral("variorum-comparison"));
        QCOMPARE(sample().value(QLatin1String("version")).toInt(), 1);
        QVERIFY(sample().value(QLatin1String("generator")).toString().startsWith(QLatin1String("variorum ")));
        QCOMPARE(sample().value(QLatin1String("engine")).toString(), QStringLiteral("1"));
        QVERIFY(report::writeJson(test::sampleComparison()).startsWith("{\n \"format\": \"variorum-comparison\""));
    }

    void comparison_lists_haveTheirItems_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<int>("count");
        QTest::newRow("articles") << QByteArray("articles") << 5;
        QTest::newRow("stories") << QByteArray("stories") << 1;
        QTest::newRow("entities") << QByteArray("entities") << 6;
        QTest::newRow("statements") << QByteArray("statements") << 23;
        QTest::newRow("quotes") << QByteArray("quotes") << 4;
        QTest::newRow("claims") << QByteArray("claims") << 8;
        QTest::newRow("divergences") << QByteArray("divergences") << 6;
        QTest::newRow("problems") << QByteArray("problems") << 1;
    }

    void comparison_lists_haveTheirItems()
    {
        QFETCH(QByteArray, list);
        QFETCH(int, count);
        QCOMPARE(sample().value(QLatin1String(list)).toArray().size(), count);
    }

    void comparison_unknowns_areNull_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<int>("place");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("updated") << QByteArray("articles") << 0 << QByteArray("updated");
        QTest::newRow("dateline") << QByteArray("articles") << 1 << QByteArray("dateline");
        QTest::newRow("outlet") << QByteArray("articles") << 4 << QByteArray("outlet");
        QTest::newRow("published_basis") << QByteArray("articles") << 4 << QByteArray("published_basis");
        QTest::newRow("duplicate_of") << QByteArray("articles") << 0 << QByteArray("duplicate_of");
        QTest::newRow("speaker") << QByteArray("quotes") << 2 << QByteArray("speaker");
        QTest::newRow("via") << QByteArray("quotes") << 0 << QByteArray("via");
    }

    void comparison_unknowns_areNull()
    {
        QFETCH(QByteArray, list);
        QFETCH(int, place);
        QFETCH(QByteArray, key);
        QVERIFY(sample().value(QLatin1String(list)).toArray().at(place).toObject().contains(QLatin1String(key)));
        QVERIFY(itemOf(list.constData(), place, key.constData()).isNull());
    }

    void comparison_article_saysWhatItIs()
    {
        QCOMPARE(itemOf("articles", 0, "published").toString(), QStringLiteral("2024-05-17T09:40:00+01:00"));
        QCOMPARE(itemOf("articles", 0, "published_basis").toString(), QStringLiteral("stated"));
        QCOMPARE(itemOf("articles", 0, "agency").toArray(), QJsonArray{QStringLiteral("Meridian Press")});
        QCOMPARE(itemOf("articles", 1, "authors").toArray(), (QJsonArray{QStringLiteral("Dean Rook"), QStringLiteral("Zoë Marsh")}));
        QCOMPARE(itemOf("articles", 2, "copy_of").toArray(), QJsonArray{1});
        QCOMPARE(itemOf("articles", 0, "sha256").toString().size(), 64);
        QVERIFY(!itemOf("articles", 0, "text").toString().isEmpty());
    }

    void comparison_offsets_countCodePoints()
    {
        // Article 3 holds a character of two UTF-16 units before most of its statements.
        int checked = 0;
        for (const QJsonValue &each : sample().value(QLatin1String("statements")).toArray()) {
            const QJsonObject statement = each.toObject();
            QCOMPARE(cutFrom(statement), statement.value(QLatin1String("text")).toString());
            for (const QJsonValue &slot : statement.value(QLatin1String("slots")).toArray()) {
                const QString text = fieldText(statement.value(QLatin1String("article")).toInteger(), statement.value(QLatin1String("in")).toString());
                QCOMPARE(cut(text, slot.toObject()), slot.toObject().value(QLatin1String("text")).toString());
                ++checked;
            }
        }
        QVERIFY(checked > 5);
        for (const QJsonValue &each : sample().value(QLatin1String("quotes")).toArray())
            QCOMPARE(cutFrom(each.toObject()), each.toObject().value(QLatin1String("text")).toString());
        for (const QJsonValue &each : sample().value(QLatin1String("entities")).toArray()) {
            for (const QJsonValue &mention : each.toObject().value(QLatin1String("mentions")).toArray())
                QCOMPARE(cutFrom(mention.toObject()), each.toObject().value(QLatin1String("name")).toString());
        }
    }

    void comparison_evidence_standsOnItsWords()
    {
        const QJsonArray values = itemOf("divergences", 0, "values").toArray();
        QStringList words;
        for (const QJsonValue &value : values) {
            for (const QJsonValue &evidence : value.toObject().value(QLatin1String("evidence")).toArray())
                words += cutFrom(evidence.toObject());
        }
        QCOMPARE(words, QStringList({QStringLiteral("at least seven people"), QStringLiteral("At least seven people"), QStringLiteral("Eleven people"), QStringLiteral("Twelve people")}));
        QCOMPARE(itemOf("divergences", 0, "update").toBool(), true);
        QCOMPARE(itemOf("divergences", 0, "severity").toString(), QStringLiteral("refinement"));
        QCOMPARE(cutFrom(itemOf("divergences", 1, "values").toArray().at(0).toObject().value(QLatin1String("evidence")).toArray().at(0).toObject()), QStringLiteral("eleven"));
    }

    void comparison_problem_namesFileAndNextStep()
    {
        QCOMPARE(itemOf("problems", 0, "path").toString(), QStringLiteral("photo-scan.txt"));
        QCOMPARE(itemOf("problems", 0, "outcome").toString(), QStringLiteral("not-read"));
        QCOMPARE(itemOf("problems", 0, "code").toString(), QStringLiteral("binary-file"));
        QVERIFY(itemOf("problems", 0, "message").toString().contains(QLatin1String("photo-scan.txt")));
    }

    void comparison_empty_isADocument()
    {
        const QJsonObject document = parsed(report::writeJson({}));
        QVERIFY(document.value(QLatin1String("engine")).isNull());
        QVERIFY(document.value(QLatin1String("claims")).isArray());
        QVERIFY(document.value(QLatin1String("claims")).toArray().isEmpty());
    }

    void comparison_madeTwice_isTheSame()
    {
        QCOMPARE(report::writeJson(test::sampleComparison()), report::writeJson(test::sampleComparison()));
    }

    void articleLine_notAnnotated_isOneLineWithNull()
    {
        const model::Article article = test::sampleComparison().articles.at(0);
        const QByteArray line = report::writeArticleLine(article);
        QCOMPARE(line.count('\n'), 1);
        const QJsonObject object = parsed(line);
        QCOMPARE(object.value(QLatin1String("outcome")).toString(), QStringLiteral("read"));
        QCOMPARE(object.value(QLatin1String("sources")).toObject().value(QLatin1String("title")).toString(), QStringLiteral("json-ld"));
        QVERIFY(object.contains(QLatin1String("annotation")));
        QVERIFY(object.value(QLatin1String("annotation")).isNull());
    }

    void articleLine_corrections_standOnlyWhereThereAreSome()
    {
        model::Article article;
        QVERIFY(!parsed(report::writeArticleLine(article)).contains(QLatin1String("corrections")));
        article.corrections = {QStringLiteral("Correction: The ferry was built in 2019.")};
        QCOMPARE(parsed(report::writeArticleLine(article)).value(QLatin1String("corrections")).toArray(), QJsonArray({QStringLiteral("Correction: The ferry was built in 2019.")}));
    }

    void articleLine_annotated_hasWordsAndFacts()
    {
        const QString text = QStringLiteral("\U0001F6A2 Seven left.");
        model::Article article;
        article.path = QStringLiteral("a.txt");
        article.text = text;
        model::AnnotatedText words;
        words.text = text;
        words.pool = QStringLiteral("sevenleave");
        words.tokens = {{.span = {3, 8}, .lemma = {0, 5}, .features = {}, .upos = model::Upos::Num, .xpos = model::Xpos::Cd, .deprel = model::Deprel::Nsubj, .head = 1, .spaceAfter = true},
                        {.span = {9, 13}, .lemma = {5, 10}, .features = {}, .upos = model::Upos::Verb, .xpos = model::Xpos::None, .deprel = model::Deprel::Root, .head = {}, .spaceAfter = false}};
        words.sentences = {{.span = {3, 14}, .firstToken = 0, .endToken = 2}};
        model::Facts facts;
        facts.times = {{.place = {.field = model::TextField::Text, .span = {3, 8}},
                        .value = {.kind = model::TimeKind::Date, .timex = QStringLiteral("2024-05"), .modifier = model::TimeValue::Modifier::End, .from = QDateTime(QDate(2024, 5, 1), QTime(0, 0), Qt::UTC), .to = QDateTime(QDate(2024, 6, 1), QTime(6, 30), Qt::UTC), .seconds = {}, .fromInferredDate = false},
                        .rule = QStringLiteral("month")}};
        facts.quantities = {{.place = {.field = model::TextField::Text, .span = {3, 8}},
                             .value = {.bound = model::Bound::AtLeast, .value = 7.0, .low = 7.0, .high = {}, .unit = {}, .counted = QStringLiteral("person"), .isOrdinal = false, .isFraction = false},
                             .countedSpan = {},
                             .rule = QStringLiteral("count")}};
        const report::Annotation annotation{.text = words, .facts = facts};
        const QJsonObject made = parsed(report::writeArticleLine(article, &annotation)).value(QLatin1String("annotation")).toObject();
        const QJsonObject first = made.value(QLatin1String("sentences")).toArray().at(0).toObject().value(QLatin1String("tokens")).toArray().at(0).toObject();
        QCOMPARE(cut(text, first), QStringLiteral("Seven"));
        QCOMPARE(first.value(QLatin1String("start")).toInt(), 2);
        QCOMPARE(first.value(QLatin1String("head")).toInt(), 2);
        QCOMPARE(first.value(QLatin1String("upos")).toString(), QStringLiteral("NUM"));
        QVERIFY(first.value(QLatin1String("feats")).isNull());
        const QJsonObject time = made.value(QLatin1String("times")).toArray().at(0).toObject();
        QCOMPARE(time.value(QLatin1String("from")).toString(), QStringLiteral("2024-05-01"));
        QCOMPARE(time.value(QLatin1String("to")).toString(), QStringLiteral("2024-06-01T06:30:00"));
        QCOMPARE(time.value(QLatin1String("mod")).toString(), QStringLiteral("END"));
        const QJsonObject quantity = made.value(QLatin1String("quantities")).toArray().at(0).toObject();
        QCOMPARE(quantity.value(QLatin1String("comparison")).toString(), QStringLiteral(">="));
        QCOMPARE(quantity.value(QLatin1String("of")).toString(), QStringLiteral("person"));
        QVERIFY(quantity.value(QLatin1String("high")).isNull());
    }

    void saveFile_badTargets_areToldApart_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("a folder that is not there") << QStringLiteral("gone/out.json") << QStringLiteral("write-failed");
        QTest::newRow("a folder in its place") << QStringLiteral(".") << QStringLiteral("write-failed");
    }

    void saveFile_badTargets_areToldApart()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        const QTemporaryDir folder;
        const auto saved = report::saveFile(folder.filePath(name), "{}");
        QVERIFY(!saved);
        QCOMPARE(base::errorCodeName(saved.error().code), code);
        QCOMPARE(saved.error().path, folder.filePath(name));
    }

    void saveFile_existing_isReplacedWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out.json"));
        QVERIFY(report::saveFile(path, "a long first version"));
        QVERIFY(report::saveFile(path, "second"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("second"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "json_test.moc"
