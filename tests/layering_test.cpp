// Greps every #include of app/ and ui/ and holds it against the order of the layers (CONTRIBUTING.md): a folder may include itself and
// what is listed for it, nothing else.

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QtTest>

namespace {

// folder -> folders it may include (besides itself).
const QMap<QString, QStringList> &allowed()
{
    static const QMap<QString, QStringList> kAllowed = [] {
        const auto list = [](const char *names) { return QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts); };
        return QMap<QString, QStringList>{
            {QStringLiteral("base"), {}},
            {QStringLiteral("model"), list("base")},
            {QStringLiteral("reading"), list("base model")},
            {QStringLiteral("extract"), list("base model reading")},
            {QStringLiteral("language"), list("base model")},
            {QStringLiteral("extraction"), list("base model language")},
            {QStringLiteral("comparison"), list("base model language")},
            {QStringLiteral("library"), list("base model")},
            {QStringLiteral("workspace"), list("base model reading language extraction comparison library report")},
            {QStringLiteral("report"), list("base model")},
            {QStringLiteral("cli"), list("base model reading language extraction comparison library workspace report")},
            {QStringLiteral("training"), list("base model reading language extraction comparison library workspace")},
            {QStringLiteral("ui"), list("base model library workspace cli")},
        };
    }();
    return kAllowed;
}

struct Include {
    QString file;
    QString target;
    bool operator==(const Include &) const = default;
};

QList<Include> includesBelow(const QString &folder)
{
    static const QRegularExpression kInclude(QStringLiteral("^\\s*#\\s*include\\s*\"([a-z_]+)/"), QRegularExpression::MultilineOption);
    QList<Include> found;
    QDirIterator files(folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto matches = kInclude.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            found.append({file.fileName(), matches.next().captured(1)});
    }
    return found;
}

} // namespace

class LayeringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void includes_ofEveryFolder_goDownOnly_data()
    {
        QTest::addColumn<QString>("folder");
        for (auto row = allowed().cbegin(); row != allowed().cend(); ++row)
            QTest::newRow(qPrintable(row.key())) << row.key();
    }

    void includes_ofEveryFolder_goDownOnly()
    {
        QFETCH(QString, folder);
        const QString root = QStringLiteral(VARIORUM_SOURCE_DIR);
        const QString path = folder == QLatin1String("ui") ? root + QStringLiteral("/ui") : root + QStringLiteral("/app/") + folder;
        for (const Include &include : includesBelow(path)) {
            const bool known = allowed().contains(include.target);
            QVERIFY2(!known || include.target == folder || allowed().value(folder).contains(include.target),
                     qPrintable(QStringLiteral("%1 includes %2/").arg(include.file, include.target)));
        }
    }

    void folders_ofApp_areAllListed()
    {
        const QStringList folders = QDir(QStringLiteral(VARIORUM_SOURCE_DIR "/app")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(folders.size() > 1);
        for (const QString &folder : folders)
            QVERIFY2(allowed().contains(folder), qPrintable(folder));
    }

    /// The parsers that hostile files aim at are the helper program's alone, and so are the libraries they use.
    void riskyReading_isIncludedByTheHelperAlone()
    {
        static const QRegularExpression kRisky(QStringLiteral("^\\s*#\\s*include\\s*[\"<](?:reading/risky/|extract/|poppler|zip\\.h|zlib\\.h)"), QRegularExpression::MultilineOption);
        const QString root = QStringLiteral(VARIORUM_SOURCE_DIR);
        int allowedOnes = 0;
        for (const QString &folder : {root + QStringLiteral("/app"), root + QStringLiteral("/ui")}) {
            QDirIterator files(folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const bool isRisky = kRisky.match(QString::fromUtf8(file.readAll())).hasMatch();
                const bool isAllowed = file.fileName().contains(QStringLiteral("/app/reading/risky/")) || file.fileName().contains(QStringLiteral("/app/extract/"));
                QVERIFY2(!isRisky || isAllowed, qPrintable(file.fileName()));
                allowedOnes += isRisky ? 1 : 0;
            }
        }
        QVERIFY(allowedOnes > 5);
    }

    void includes_ofModel_areSeen() { QVERIFY(includesBelow(QStringLiteral(VARIORUM_SOURCE_DIR "/app/model")).size() > 5); }
};

QTEST_GUILESS_MAIN(LayeringTest)
#include "layering_test.moc"
