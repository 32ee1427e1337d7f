#include "language/language_pack.h"
#include "language/model_file.h"
#include "language/word_vectors.h"

#include <QTemporaryDir>
#include <QtTest>

#include <vector>

using namespace variorum::language;
using namespace Qt::StringLiterals;

class WordVectorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void find_knownAndUnknownWords();
    void from_damagedFile_isNothing_data();
    void from_damagedFile_isNothing();
    void cosine_ofTrainedVectors_tellsMeaning_data();
    void cosine_ofTrainedVectors_tellsMeaning();
};

namespace {

/// "barge" and "boat" in one direction, "tax" in another.
ModelFileWriter threeWords()
{
    ModelFileWriter writer;
    writer.add("letters", "bargeboattax");
    writer.addNumbers("ends", std::vector<quint32>{5, 9, 12});
    writer.addNumbers("numbers", std::vector<qint8>{3, 4, 6, 8, -4, 3});
    writer.addNumbers("lengths", std::vector<float>{5, 10, 5});
    return writer;
}

} // namespace

void WordVectorsTest::find_knownAndUnknownWords()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"vectors.model"_s);
    QVERIFY(threeWords().write(path));
    const auto file = ModelFile::open(path);
    QVERIFY(file.hasValue());
    const auto vectors = WordVectors::from(**file);
    QVERIFY(vectors);
    QCOMPARE(vectors->dimensions(), 2);
    for (const QStringView unknown : {u"", u"b", u"boa", u"boats", u"aa", u"zebra", u"\u00e9t\u00e9"})
        QVERIFY2(!vectors->find(unknown), qPrintable(unknown.toString()));
    const auto barge = vectors->find(u"barge");
    const auto boat = vectors->find(u"boat");
    const auto tax = vectors->find(u"tax");
    QVERIFY(barge && boat && tax);
    QCOMPARE(cosine(*barge, *boat), 1.0);
    QCOMPARE(cosine(*barge, *tax), 0.0);
    QVERIFY(!WordVectors().find(u"boat"));
}

void WordVectorsTest::from_damagedFile_isNothing_data()
{
    QTest::addColumn<QByteArray>("section");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no ends") << QByteArray("ends") << QByteArray();
    QTest::newRow("ends beyond the letters") << QByteArray("ends") << QByteArray("\x05\0\0\0\x09\0\0\0\xff\0\0\0", 12);
    QTest::newRow("ends go back") << QByteArray("ends") << QByteArray("\x09\0\0\0\x05\0\0\0\x0c\0\0\0", 12);
    QTest::newRow("numbers cut") << QByteArray("numbers") << QByteArray("\1\2\3\4\5", 5);
    QTest::newRow("a length of nothing") << QByteArray("lengths") << QByteArray(12, '\0');
    QTest::newRow("too few lengths") << QByteArray("lengths") << QByteArray("\0\0\x80\x3f", 4);
}

void WordVectorsTest::from_damagedFile_isNothing()
{
    QFETCH(QByteArray, section);
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"vectors.model"_s);
    ModelFileWriter writer = threeWords();
    writer.add(section.constData(), bytes);
    QVERIFY(writer.write(path));
    const auto file = ModelFile::open(path);
    QVERIFY(file.hasValue());
    QVERIFY(!WordVectors::from(**file));
}

void WordVectorsTest::cosine_ofTrainedVectors_tellsMeaning_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("near");
    QTest::addColumn<QString>("far");
    QTest::newRow("aircraft") << u"jet"_s << u"airliner"_s << u"verdict"_s;
    QTest::newRow("to slide") << u"skid"_s << u"swerve"_s << u"appoint"_s;
    QTest::newRow("law") << u"verdict"_s << u"sentence"_s << u"river"_s;
    QTest::newRow("illness") << u"outbreak"_s << u"epidemic"_s << u"goalkeeper"_s;
    QTest::newRow("work") << u"strike"_s << u"walkout"_s << u"museum"_s;
}

void WordVectorsTest::cosine_ofTrainedVectors_tellsMeaning()
{
    QFETCH(QString, word);
    QFETCH(QString, near);
    QFETCH(QString, far);
    static const auto pack = LanguagePack::load(QStringLiteral(VARIORUM_RESOURCE_DIR));
    QVERIFY(pack.hasValue());
    const WordVectors &vectors = (*pack)->wordVectors();
    const auto own = vectors.find(word);
    const auto nearer = vectors.find(near);
    const auto farther = vectors.find(far);
    QVERIFY(own && nearer && farther);
    QVERIFY2(cosine(*own, *nearer) > cosine(*own, *farther) + 0.2, qPrintable(u"%1 %2"_s.arg(cosine(*own, *nearer)).arg(cosine(*own, *farther))));
}

QTEST_GUILESS_MAIN(WordVectorsTest)
#include "word_vectors_test.moc"
