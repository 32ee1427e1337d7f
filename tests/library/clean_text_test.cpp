// What reading makes clean, the library gives back unit for unit: SQLite takes UTF-8 and would change a lone surrogate or
// end a text at a NUL without a word, and every offset after it would be wrong.
#include "reading/clean_text.h"
#include "reading/read_file.h"
#include "tests/library/generated.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

using namespace variorum;
using library::Library;
using tests::plainArticle;
using tests::readingOf;

namespace {

const QString kFolder = QStringLiteral("/news");

QString codePoint(char32_t code) { return QString::fromUcs4(&code, 1); }

/// Everything that has ever broken a text's way through a program.
QStringList oddPieces()
{
    QStringList pieces{QString(QChar(0)), QStringLiteral("\r"), QStringLiteral("\r\n"), QStringLiteral("\n"), QStringLiteral("\n\n"), QStringLiteral("\t"), QStringLiteral("word"), QStringLiteral(" "),
                       QStringLiteral("'"), QStringLiteral("\""), QStringLiteral("';--"), QStringLiteral("%s%n"), QStringLiteral("\\0"), QStringLiteral("[[1,\"")};
    for (const char32_t code : {0x01U, 0x08U, 0x0BU, 0x0CU, 0x1AU, 0x1BU, 0x7FU, 0x80U, 0x85U, 0x9FU, 0xA0U, 0xADU, 0x300U, 0x378U, 0x61CU, 0x200BU, 0x200DU, 0x200EU, 0x2028U, 0x2029U, 0x202EU, 0x2066U, 0x3000U, 0xE000U, 0xF8FFU, 0xFDCFU, 0xFDD0U,
                                0xFDEFU, 0xFEFFU, 0xFFF9U, 0xFFFDU, 0x1F6A2U, 0x1F3FDU, 0xE0001U, 0xE0100U, 0xF0000U, 0x10FFFDU})
        pieces.append(codePoint(code));
    for (char32_t plane = 0; plane <= 16; ++plane) // the last two of each plane are no characters
        pieces.append({codePoint(plane * 0x10000U + 0xFFFEU), codePoint(plane * 0x10000U + 0xFFFFU)});
    for (const char16_t half : {char16_t(0xD800), char16_t(0xDBFF), char16_t(0xDC00), char16_t(0xDFFF)})
        pieces.append(QString(QChar(half)));
    pieces.append(QString::fromUtf8("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7")); // a family, joined
    pieces.append(QString::fromUtf8("\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7"));
    return pieces;
}

QString oddText(QRandomGenerator &random, const QStringList &pieces)
{
    QString text;
    for (int left = random.bounded(1, 60); left > 0; --left)
        text += random.bounded(4) == 0 ? QString(QChar(static_cast<char16_t>(random.bounded(0x10000)))) : pieces[random.bounded(pieces.size())];
    return text;
}

/// An article with the text wherever an article has text, and a block a line.
model::Article articleOf(const QString &text, const QString &path)
{
    model::Article article = plainArticle(path, text);
    article.title = text;
    article.outlet = text;
    article.authors = {text, text};
    article.captions = {text};
    article.dateline = text;
    article.blocks.clear();
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype lineEnd = text.indexOf(u'\n', begin);
        const qsizetype end = lineEnd < 0 ? text.size() : lineEnd;
        if (end > begin)
            article.blocks.push_back({.kind = model::BlockKind::Paragraph, .span = {begin, end}});
        begin = end + 1;
    }
    return article;
}

QByteArray escaped(const QString &text)
{
    QByteArray codes;
    for (const QChar unit : text)
        codes += QByteArray::number(unit.unicode(), 16) + ' ';
    return codes;
}

} // namespace

class CleanTextTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Library> m_library;

    /// Stores the article and reads it back; empty where all is equal, else what is not.
    QByteArray differenceAfterStoring(const model::Article &article)
    {
        const auto stored = m_library->storeFile(kFolder, readingOf(article.path, {article}));
        if (!stored)
            return "not stored: " + stored.error().detail.toUtf8();
        const auto back = m_library->articles(kFolder);
        if (!back)
            return "not read: " + back.error().detail.toUtf8();
        for (const library::StoredArticle &each : *back) {
            if (each.asRead.path != article.path)
                continue;
            if (each.asRead.text != article.text)
                return "text: " + escaped(article.text) + "-> " + escaped(each.asRead.text);
            model::Article same = article;
            same.id = each.asRead.id;
            return each.asRead == same ? QByteArray() : "another field: " + escaped(article.text);
        }
        return "gone";
    }

private Q_SLOTS:
    void init()
    {
        auto opened = Library::open(QStringLiteral(":memory:"));
        QVERIFY(opened);
        m_library = std::move(*opened);
    }

    void storedText_ofAnyCleanedUnits_readsBackEqual()
    {
        const quint32 seed = 20310315;
        QRandomGenerator random(seed);
        const QStringList pieces = oddPieces();
        for (int round = 0; round < 400; ++round) {
            const QString raw = oddText(random, pieces);
            const QByteArray where = "seed " + QByteArray::number(seed) + " round " + QByteArray::number(round) + ": ";
            for (const reading::Cleaning cleaning : {reading::Cleaning::Article, reading::Cleaning::Faithful}) {
                const QString clean = reading::cleanCharacters(raw, cleaning);
                QVERIFY2(reading::isClean(clean), (where + escaped(raw)).constData());
                QVERIFY2(reading::cleanCharacters(clean, cleaning) == clean, (where + escaped(raw)).constData());
                const QByteArray difference = differenceAfterStoring(articleOf(clean, QStringLiteral("a.txt")));
                QVERIFY2(difference.isEmpty(), (where + difference).constData());
            }
        }
    }

    void storedText_eachOddPiece_readsBackEqual_data()
    {
        QTest::addColumn<QString>("piece");
        for (const QString &piece : oddPieces())
            QTest::newRow(escaped(piece).constData()) << piece;
    }

    void storedText_eachOddPiece_readsBackEqual()
    {
        QFETCH(QString, piece);
        const QString clean = reading::cleanCharacters(QStringLiteral("before ") + piece + QStringLiteral(" after"), reading::Cleaning::Faithful);
        QVERIFY(clean.startsWith(u"before ") && clean.endsWith(u" after"));
        QCOMPARE(differenceAfterStoring(articleOf(clean, QStringLiteral("a.txt"))), QByteArray());
    }

    void storedText_manyCombiningMarks_readsBackEqual()
    {
        const QString clean = reading::cleanCharacters(QStringLiteral("e") + QString(100'000, QChar(0x301)) + QStringLiteral(" end"));
        QCOMPARE(clean.size(), 100'005);
        QCOMPARE(differenceAfterStoring(articleOf(clean, QStringLiteral("a.txt"))), QByteArray());
    }

    /// Bytes that came in as a file, not as a string: what the reader makes of them is what is stored.
    void storedArticle_ofAnyRead_readsBackEqual()
    {
        const quint32 seed = 20310316;
        QRandomGenerator random(seed);
        const QStringList pieces = oddPieces();
        for (int round = 0; round < 200; ++round) {
            const QByteArray bytes = (oddText(random, pieces) + QStringLiteral(" The ferry left Halvern harbour at nine and was due back before noon. ") + oddText(random, pieces)).toUtf8();
            for (const QString &name : {QStringLiteral("a.txt"), QStringLiteral("a.html"), QStringLiteral("a.md")}) {
                for (const model::Article &article : reading::readBytes(bytes, name)) {
                    const QByteArray difference = differenceAfterStoring(article);
                    QVERIFY2(difference.isEmpty(), ("seed " + QByteArray::number(seed) + " round " + QByteArray::number(round) + ": " + difference).constData());
                }
            }
        }
    }

    void storedText_naughtyStrings_readBackEqual()
    {
        QFile file(qEnvironmentVariable("VARIORUM_DATA", QStringLiteral(VARIORUM_SOURCE_DIR "/../data")) + QStringLiteral("/naughty-strings/blns.json"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the list of naughty strings is not here; VARIORUM_DATA names the folder that holds naughty-strings/blns.json");
        const QJsonArray strings = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(strings.size() > 400);
        for (const QJsonValue &value : strings) {
            const QString clean = reading::cleanCharacters(value.toString());
            QVERIFY2(reading::isClean(clean) && reading::cleanCharacters(clean) == clean, escaped(clean).constData());
            const QByteArray difference = differenceAfterStoring(articleOf(clean, QStringLiteral("a.txt")));
            QVERIFY2(difference.isEmpty(), difference.constData());
        }
    }
};

QTEST_GUILESS_MAIN(CleanTextTest)
#include "clean_text_test.moc"
