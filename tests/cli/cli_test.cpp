// The subcommands in this process, their output and complaints caught.

#include "cli/cli.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace variorum;

namespace {

struct Outcome {
    int code = -1;
    QByteArray out;
    QString err;
};

Outcome run(const QStringList &arguments, const QString &resources = QStringLiteral(VARIORUM_RESOURCE_DIR))
{
    QBuffer out;
    QBuffer err;
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    const cli::ExitCode code = cli::run(arguments, resources, {.out = out, .err = err});
    return {.code = static_cast<int>(code), .out = out.data(), .err = QString::fromUtf8(err.data())};
}

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

QJsonObject objectOf(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

/// A device that takes nothing, as a full disk does.
class FullDevice : public QIODevice {
protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override
    {
        setErrorString(QStringLiteral("No space left on device"));
        return -1;
    }
};

} // namespace

class CliTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("news")));
        write(QStringLiteral("news/tribune.txt"), "Bridge closed after crash\n\nTen people were hurt on Monday when a lorry hit the bridge at Elmford, police said.\n\nThe bridge was built in 1931.\n");
        write(QStringLiteral("news/echo.txt"), "Lorry strikes Elmford bridge\n\nSeven people were hurt on Monday when a lorry hit the bridge at Elmford, police said.\n\nThe mayor of Elmford called for a new bridge.\n");
    }

    void isCommand_firstArgument_decides_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("expected");
        QTest::newRow("nothing") << QStringList() << false;
        QTest::newRow("a folder") << words("folder") << false;
        QTest::newRow("a folder called like a command") << words("./compare") << false;
        QTest::newRow("compare") << words("compare folder") << true;
        QTest::newRow("read") << words("read") << true;
        QTest::newRow("annotate") << words("annotate") << true;
        QTest::newRow("import") << words("import") << true;
        QTest::newRow("help") << words("--help") << true;
        QTest::newRow("version") << words("--version") << true;
        QTest::newRow("a command further on") << words("folder compare") << false;
    }

    void isCommand_firstArgument_decides()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, expected);
        QCOMPARE(cli::isCommand(arguments), expected);
    }

    void help_ofEverything_isOnStdout_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("part");
        QTest::newRow("program") << words("--help") << QStringLiteral("variorum COMMAND");
        QTest::newRow("compare") << words("compare --help") << QStringLiteral("Usage: variorum compare [OPTIONS] FOLDER -o FILE");
        QTest::newRow("read") << words("read --help") << QStringLiteral("--plain");
        QTest::newRow("annotate") << words("annotate -h") << QStringLiteral("conllu");
        QTest::newRow("import") << words("import --help") << QStringLiteral("--library");
        QTest::newRow("version") << words("--version") << QStringLiteral("variorum " VARIORUM_VERSION "\n");
    }

    void help_ofEverything_isOnStdout()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, part);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.code, 0);
        QVERIFY2(QString::fromUtf8(outcome.out).contains(part), outcome.out.constData());
        QCOMPARE(outcome.err, QString());
    }

    void wrongCommandLines_areUsageErrors_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("unknown command") << words("frobnicate") << QStringLiteral("no command \"frobnicate\"");
        QTest::newRow("read without a file") << words("read") << QStringLiteral("at least one file");
        QTest::newRow("read with an unknown option") << words("read --loud a.txt") << QStringLiteral("loud");
        QTest::newRow("annotate without a file") << words("annotate --plain") << QStringLiteral("at least one file");
        QTest::newRow("annotate to an unknown format") << words("annotate --format xml a.txt") << QStringLiteral("json and conllu");
        QTest::newRow("annotate with a bad date") << words("annotate --date yesterday a.txt") << QStringLiteral("yesterday");
        QTest::newRow("compare without a folder") << words("compare -o a.json") << QStringLiteral("one folder");
        QTest::newRow("compare two folders") << words("compare a b -o a.json") << QStringLiteral("one folder");
        QTest::newRow("compare without an output") << words("compare a") << QStringLiteral("-o");
        QTest::newRow("compare to an unknown ending") << words("compare a -o a.docx") << QStringLiteral(".pdf or .json");
        QTest::newRow("compare to no ending") << words("compare a -o out") << QStringLiteral(".pdf or .json");
        QTest::newRow("compare with a bad date") << words("compare a -o a.json --date 2024-13-01") << QStringLiteral("2024-13-01");
        QTest::newRow("compare with a bad report date") << words("compare a -o a.json --report-date soon") << QStringLiteral("soon");
        QTest::newRow("compare with bad threads") << words("compare a -o a.json --threads many") << QStringLiteral("--threads");
        QTest::newRow("compare with threads below none") << words("compare a -o a.json --threads -3") << QStringLiteral("--threads");
        QTest::newRow("import without a folder") << words("import") << QStringLiteral("one folder");
    }

    void wrongCommandLines_areUsageErrors()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, complaint);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(complaint), qPrintable(outcome.err));
        QCOMPARE(outcome.out, QByteArray());
    }

    void read_file_isALine()
    {
        const QString file = path("news/tribune.txt");
        const Outcome outcome = run({QStringLiteral("read"), file});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.out.count('\n'), 1);
        const QJsonObject article = objectOf(outcome.out);
        QCOMPARE(article.value(QLatin1String("path")).toString(), file);
        QVERIFY(article.value(QLatin1String("text")).toString().contains(QLatin1String("Ten people were hurt")));
        QVERIFY(article.value(QLatin1String("annotation")).isNull());
    }

    void read_inputsThatFail_giveTheirCode_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("lines");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("one of two is missing") << words("gone.txt news/echo.txt") << 3 << 2 << QStringLiteral("gone.txt was not found");
        QTest::newRow("all are missing") << words("gone.txt lost.txt") << 1 << 2 << QStringLiteral("lost.txt was not found");
        QTest::newRow("a folder") << words("news") << 1 << 1 << QStringLiteral("not a regular file");
        QTest::newRow("an empty file") << words("news/echo.txt empty.txt") << 3 << 2 << QStringLiteral("is empty");
        QTest::newRow("a picture") << words("news/echo.txt photo.jpg") << 3 << 2 << QStringLiteral("photo.jpg");
    }

    void read_inputsThatFail_giveTheirCode()
    {
        QFETCH(QStringList, files);
        QFETCH(int, code);
        QFETCH(int, lines);
        QFETCH(QString, complaint);
        write(QStringLiteral("empty.txt"), "");
        write(QStringLiteral("photo.jpg"), QByteArray("\xFF\xD8\xFF\xE0\0\x10JFIF", 10));
        QStringList arguments{QStringLiteral("read")};
        for (const QString &file : files)
            arguments += m_folder->filePath(file);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.code, code);
        QCOMPARE(outcome.out.count('\n'), lines);
        QVERIFY2(outcome.err.contains(complaint), qPrintable(outcome.err));
        int failed = 0;
        for (const QByteArray &line : outcome.out.split('\n')) {
            const QJsonObject article = objectOf(line);
            if (article.value(QLatin1String("outcome")).toString() != QLatin1String("not-read"))
                continue;
            ++failed;
            QCOMPARE(article.value(QLatin1String("text")).toString(), QString());
            QVERIFY(!article.value(QLatin1String("problems")).toArray().isEmpty());
        }
        QCOMPARE(failed, code == 3 ? lines - 1 : lines);
    }

    void outputThatIsFull_fails()
    {
        FullDevice out;
        QBuffer err;
        out.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
        err.open(QIODevice::WriteOnly);
        QCOMPARE(static_cast<int>(cli::run({QStringLiteral("read"), path("news/echo.txt")}, {}, {.out = out, .err = err})), 1);
        QVERIFY(err.data().contains("No space left"));
    }

    void missingResources_areNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("annotate") << words("annotate HERE/news/echo.txt");
        QTest::newRow("compare") << words("compare HERE/news -o HERE/out.json");
        QTest::newRow("import") << words("import HERE/news --library HERE/lib.vrm");
    }

    void missingResources_areNamed()
    {
        QFETCH(QStringList, arguments);
        arguments.replaceInStrings(QStringLiteral("HERE"), m_folder->path());
        const Outcome outcome = run(arguments, path("nowhere"));
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(QLatin1String("part of the program is missing")) && outcome.err.contains(QLatin1String("nowhere")), qPrintable(outcome.err));
    }

    void compare_foldersThatFail_areNamed_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("missing") << QStringLiteral("gone") << QStringLiteral("was not found");
        QTest::newRow("empty") << QStringLiteral("empty") << QStringLiteral("no file that could be an article");
    }

    void compare_foldersThatFail_areNamed()
    {
        QFETCH(QString, folder);
        QFETCH(QString, complaint);
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("empty")));
        const Outcome outcome = run({QStringLiteral("compare"), m_folder->filePath(folder), QStringLiteral("-o"), path("out.json")});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(complaint), qPrintable(outcome.err));
        QVERIFY(!QFile::exists(path("out.json")));
    }

    void compare_folder_writesTheDocument()
    {
        const Outcome outcome = compareTo(path("out.json"));
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        const QJsonObject document = objectOf(contents("out.json"));
        QCOMPARE(document.value(QLatin1String("format")).toString(), QStringLiteral("variorum-comparison"));
        QCOMPARE(document.value(QLatin1String("articles")).toArray().size(), 2);
    }

    void compare_toStdout_isTheSameForAnyThreads()
    {
        const Outcome one = run({QStringLiteral("compare"), path("news"), QStringLiteral("-o"), QStringLiteral("-"), QStringLiteral("--threads"), QStringLiteral("1")});
        const Outcome four = run({QStringLiteral("compare"), path("news"), QStringLiteral("-o"), QStringLiteral("-"), QStringLiteral("--threads"), QStringLiteral("4")});
        QCOMPARE(one.code, 0);
        QVERIFY(one.out.startsWith("{\n \"format\""));
        QCOMPARE(one.out, four.out);
    }

    void compare_toPdf_bearsTheGivenDate()
    {
        QVERIFY(qputenv("SOURCE_DATE_EPOCH", "1000000000"));
        const Outcome first = compareTo(path("one.pdf"));
        const Outcome second = compareTo(path("two.pdf"));
        const Outcome named = compareTo(path("three.pdf"), {QStringLiteral("--report-date"), QStringLiteral("2024-05-20")});
        qunsetenv("SOURCE_DATE_EPOCH");
        QVERIFY2(first.code == 0 && second.code == 0 && named.code == 0, qPrintable(first.err + named.err));
        QVERIFY(contents("one.pdf").startsWith("%PDF-"));
        QVERIFY(contents("one.pdf") == contents("two.pdf"));
        QVERIFY(contents("one.pdf") != contents("three.pdf"));
    }

    void compare_progress_isOnStderr()
    {
        const Outcome outcome = compareTo(path("out.json"), {QStringLiteral("--progress")});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains(QLatin1String("reading 2/2\n")), qPrintable(outcome.err));
    }

    void compare_someFilesUnread_saysSo()
    {
        write(QStringLiteral("news/torn.txt"), QByteArray("\0\1\2\3\0\0\0\x7f\0\0", 10));
        const Outcome outcome = compareTo(path("out.json"));
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.contains(QLatin1String("torn.txt")), qPrintable(outcome.err));
        QCOMPARE(objectOf(contents("out.json")).value(QLatin1String("problems")).toArray().size(), 1);
    }

    void compare_unwritableOutput_fails()
    {
        const Outcome outcome = compareTo(path("no/such/folder/out.json"));
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(QLatin1String("out.json could not be written")), qPrintable(outcome.err));
    }

    void compare_ontoAnInput_isRefused()
    {
        write(QStringLiteral("news/saved.json"), "{\"headline\": \"not ours\"}");
        const Outcome outcome = compareTo(path("news/saved.json"));
        QCOMPARE(outcome.code, 2);
        QCOMPARE(contents("news/saved.json"), QByteArray("{\"headline\": \"not ours\"}"));
    }

    void compare_ontoItsEarlierOutput_replacesIt()
    {
        write(QStringLiteral("news/out.json"), "{\n \"format\": \"variorum-comparison\"}");
        const Outcome outcome = compareTo(path("news/out.json"));
        QVERIFY2(outcome.code == 0 || outcome.code == 3, qPrintable(outcome.err));
        QVERIFY(contents("news/out.json").size() > 1000);
    }

    void annotate_json_hasSentencesAndFacts()
    {
        const Outcome outcome = run({QStringLiteral("annotate"), QStringLiteral("--date"), QStringLiteral("2024-05-20"), path("news/tribune.txt")});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        const QJsonObject article = objectOf(outcome.out);
        QCOMPARE(article.value(QLatin1String("published")).toString(), QStringLiteral("2024-05-20"));
        QCOMPARE(article.value(QLatin1String("published_basis")).toString(), QStringLiteral("inferred"));
        const QJsonObject annotation = article.value(QLatin1String("annotation")).toObject();
        for (const char *list : {"sentences", "entities", "times", "quantities", "quotes", "statements"})
            QVERIFY2(annotation.value(QLatin1String(list)).isArray(), list);
        QVERIFY(annotation.value(QLatin1String("sentences")).toArray().size() >= 2);
        QVERIFY(annotation.value(QLatin1String("statements")).toArray().size() >= 2);
    }

    void annotate_plainConllu_keepsEveryCharacter()
    {
        const QByteArray text = "Ten people were hurt on Monday.\n\nThe bridge (built in 1931) was closed.\n";
        write(QStringLiteral("plain.txt"), text);
        const Outcome outcome = run({QStringLiteral("annotate"), QStringLiteral("--plain"), QStringLiteral("--format"), QStringLiteral("conllu"), path("plain.txt")});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QByteArray forms;
        for (const QByteArray &line : outcome.out.split('\n')) {
            const QList<QByteArray> columns = line.split('\t');
            if (columns.size() == 10 && !columns.at(0).contains('-'))
                forms += columns.at(1);
        }
        QByteArray expected = text;
        expected.replace(' ', "").replace('\n', "");
        QCOMPARE(forms, expected);
        QCOMPARE(outcome.out.count("# text = "), 2);
    }

    void import_twice_addsThenLeavesAlone()
    {
        const QStringList arguments{QStringLiteral("import"), path("news"), QStringLiteral("--library"), path("library.vrm")};
        const Outcome first = run(arguments);
        QVERIFY2(first.code == 0, qPrintable(first.err));
        QVERIFY2(first.out.contains("2 files, 2 added, 0 changed, 0 unchanged"), first.out.constData());
        const Outcome second = run(arguments);
        QCOMPARE(second.code, 0);
        QVERIFY2(second.out.contains("2 files, 0 added, 0 changed, 2 unchanged"), second.out.constData());
        QVERIFY2(second.out.contains("0 analysed"), second.out.constData());
    }

    void import_someFilesUnread_saysSo()
    {
        write(QStringLiteral("news/torn.txt"), QByteArray("\0\1\2\3\0\0\0\x7f\0\0", 10));
        const Outcome outcome = run({QStringLiteral("import"), path("news"), QStringLiteral("--library"), path("library.vrm")});
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.contains(QLatin1String("torn.txt")), qPrintable(outcome.err));
        QVERIFY2(outcome.out.contains("1 not read, 0 read in part"), outcome.out.constData());
    }

    void import_messageLostInAMailbox_countsAsReadInPart()
    {
        const QByteArray head = "From x@y.example Fri Mar 14 09:00:00 2031\nFrom: Ann Lee <ann@bay.example>\nTo: x@y.example\nDate: Fri, 14 Mar 2031 09:00:00 +0000\n";
        const QByteArray whole = head + "Subject: Ferry sinks\n\nThe ferry left Halvern harbour at nine and was due back before noon, its owner said on Friday.\n\n";
        write(QStringLiteral("news/box.mbox"), whole + head + "Subject: Nothing\n\n\n");
        const Outcome outcome = run({QStringLiteral("import"), path("news"), QStringLiteral("--library"), path("library.vrm")});
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.out.contains("0 not read, 1 read in part"), outcome.out.constData());
        QVERIFY2(outcome.err.contains(QLatin1String("Nothing in box.mbox")), qPrintable(outcome.err));
    }

    void fileWithoutAnArticle_isToldAndNoFailure_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("read") << words("read HERE/news/echo.txt HERE/news/data.json");
        QTest::newRow("read it alone") << words("read HERE/news/data.json");
        QTest::newRow("annotate") << words("annotate HERE/news/echo.txt HERE/news/data.json");
        QTest::newRow("compare") << words("compare HERE/news -o HERE/out.json");
        QTest::newRow("import") << words("import HERE/news --library HERE/lib.vrm");
    }

    void fileWithoutAnArticle_isToldAndNoFailure()
    {
        QFETCH(QStringList, arguments);
        arguments.replaceInStrings(QStringLiteral("HERE"), m_folder->path());
        write(QStringLiteral("news/data.json"), "{\"name\": \"data\"}");
        const Outcome outcome = run(arguments);
        QVERIFY2(outcome.err.contains(QLatin1String("data.json holds data, no article")), qPrintable(outcome.err));
        QCOMPARE(outcome.code, 0);
        QVERIFY(arguments.first() != QLatin1String("import") || outcome.out.contains("2 added, 0 changed, 0 unchanged, 0 missing, 0 ignored, 2 analysed, 0 not read, 0 read in part, 1 passed over"));
        QVERIFY(arguments.first() != QLatin1String("compare") || objectOf(contents("out.json")).value(QLatin1String("articles")).toArray().size() == 2);
    }

    void otherLanguage_isReadAndSaidNotToBeCompared_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("compare") << words("compare HERE/news -o HERE/out.json");
        QTest::newRow("import") << words("import HERE/news --library HERE/lib.vrm");
    }

    void otherLanguage_isReadAndSaidNotToBeCompared()
    {
        QFETCH(QStringList, arguments);
        arguments.replaceInStrings(QStringLiteral("HERE"), m_folder->path());
        write(QStringLiteral("news/sv.html"), "<html lang='sv'><head><meta charset='utf-8'><title>F\xc3\xa4rjan sj\xc3\xb6nk</title></head><body><p>F\xc3\xa4rjan l\xc3\xa4mnade hamnen klockan nio och skulle vara tillbaka "
                                              "f\xc3\xb6re lunch, sade dess \xc3\xa4gare i fredags kv\xc3\xa4ll.</p></body></html>");
        const Outcome outcome = run(arguments);
        QVERIFY2(outcome.err.contains(QLatin1String("sv.html is kept and can be read and searched, but only English is compared so far. (sv)")), qPrintable(outcome.err));
        QCOMPARE(outcome.code, 0);
    }

    void nameThatIsNotUtf8_isOpenedAndShownEscaped_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("latin") << QByteArray("caf\xe9.txt") << QStringLiteral("caf%E9.txt");
        QTest::newRow("cut in the middle of a letter") << QByteArray("caf\xc3") << QStringLiteral("caf%C3");
        QTest::newRow("among letters that are") << QByteArray("\xc3\xa9\xff\xf0\x9f\x9a\xa2.txt") << QStringLiteral("\u00E9%FF\U0001F6A2.txt");
        QTest::newRow("UTF-8") << QByteArray("caf\xc3\xa9.txt") << QStringLiteral("caf\u00E9.txt");
    }

    void nameThatIsNotUtf8_isOpenedAndShownEscaped()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, shown);
        const QByteArray native = QFile::encodeName(m_folder->path()) + '/' + name;
        std::FILE *file = std::fopen(native.constData(), "w");
        QVERIFY(file);
        std::fputs("Ten people were hurt on Monday when a lorry hit the bridge at Elmford, police said.\n", file);
        std::fclose(file);
        const char *const arguments[] = {"variorum", "read", native.constData()};
        const Outcome outcome = run(cli::decodeArguments(3, arguments).mid(1));
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        const QJsonObject article = objectOf(outcome.out);
        QVERIFY(article.value(QLatin1String("text")).toString().startsWith(QLatin1String("Ten people")));
        QCOMPARE(article.value(QLatin1String("path")).toString(), m_folder->path() + u'/' + shown);
        const QByteArray absent = native + "\xfe";
        const char *const others[] = {"variorum", "read", absent.constData()};
        const Outcome missing = run(cli::decodeArguments(3, others).mid(1));
        QCOMPARE(missing.code, 1);
        QVERIFY2(missing.err.contains(shown + QLatin1String("%FE was not found")), qPrintable(missing.err));
    }

    void inputReadInPart_isTold_byEveryCommandAlike_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("read") << words("read HERE/news/echo.txt HERE/news/torn.html");
        QTest::newRow("annotate") << words("annotate HERE/news/echo.txt HERE/news/torn.html");
        QTest::newRow("compare") << words("compare HERE/news -o HERE/out.json");
        QTest::newRow("import") << words("import HERE/news --library HERE/lib.vrm");
    }

    void inputReadInPart_isTold_byEveryCommandAlike()
    {
        QFETCH(QStringList, arguments);
        arguments.replaceInStrings(QStringLiteral("HERE"), m_folder->path());
        write(QStringLiteral("news/torn.html"), "<html><head><meta charset='utf-8'><title>Caf\xe9 shut after flood</title></head><body><article><h1>Caf\xe9 shut after flood</h1>"
                                                "<p>The caf\xe9 by the river at Elmford was shut on Tuesday after the river rose by two metres, its owner said.</p>"
                                                "<p>Nobody was hurt, and the caf\xe9 will open again next week when the floor has dried.</p></article></body></html>\n");
        const Outcome outcome = run(arguments);
        QVERIFY2(outcome.err.contains(QLatin1String("torn.html")), qPrintable(outcome.err));
        QCOMPARE(outcome.code, 3);
    }

    void import_intoWhatIsNoLibrary_leavesItAlone()
    {
        write(QStringLiteral("diary.vrm"), "Dear diary, this is no library at all.");
        const Outcome outcome = run({QStringLiteral("import"), path("news"), QStringLiteral("--library"), path("diary.vrm")});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(QLatin1String("diary.vrm is not a Variorum library")), qPrintable(outcome.err));
        QCOMPARE(contents("diary.vrm"), QByteArray("Dear diary, this is no library at all."));
    }

    void library_isExportedAndChecked()
    {
        QVERIFY(QDir().mkpath(path("kept")));
        write(QStringLiteral("kept/a.txt"), "Ferry runs aground\n\nSeven people were hurt when a ferry ran aground off Ilmar on Monday, the coast guard said. It was the second accident this year.\n");
        QCOMPARE(run({QStringLiteral("import"), path("kept"), QStringLiteral("--library"), path("kept.vrm")}).code, 0);
        const Outcome exported = run({QStringLiteral("export"), path("kept.vrm"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(exported.code, 0);
        const QJsonObject document = QJsonDocument::fromJson(exported.out).object();
        QCOMPARE(document.value(QLatin1String("format")).toString(), QStringLiteral("variorum-library"));
        QCOMPARE(document.value(QLatin1String("tables")).toObject().value(QLatin1String("article")).toArray().size(), 1);
        QCOMPARE(run({QStringLiteral("export"), path("kept.vrm"), QStringLiteral("-o"), path("out.json")}).code, 0);
        QCOMPARE(contents("out.json"), exported.out);
        QCOMPARE(run({QStringLiteral("export"), path("kept.vrm"), QStringLiteral("-o"), path("kept.vrm")}).code, 2);
        QCOMPARE(run({QStringLiteral("export"), path("kept.vrm"), QStringLiteral("--format"), QStringLiteral("xml")}).code, 2);
        QCOMPARE(run({QStringLiteral("export"), path("none.vrm")}).code, 1);
        const Outcome checked = run({QStringLiteral("check"), path("kept.vrm")});
        QCOMPARE(checked.code, 0);
        QVERIFY2(QString::fromUtf8(checked.out).contains(QLatin1String("whole")), checked.out.constData());
        QCOMPARE(run({QStringLiteral("check"), path("none.vrm")}).code, 1);
        // Damaged: told, salvaged, never written to.
        QByteArray bytes = contents("kept.vrm");
        bytes.replace(bytes.size() / 2 / 4096 * 4096, 4096, QByteArray(4096, '\0'));
        bytes.chop(4096);
        write(QStringLiteral("kept.vrm"), bytes);
        const Outcome damaged = run({QStringLiteral("check"), path("kept.vrm")});
        QCOMPARE(damaged.code, 1);
        QVERIFY2(QString::fromUtf8(damaged.out).contains(QLatin1String("damaged")), damaged.out.constData());
        const Outcome salvaged = run({QStringLiteral("check"), path("kept.vrm"), QStringLiteral("--salvage"), path("saved.vrm")});
        QVERIFY2(salvaged.code == 0 || salvaged.code == 3 || salvaged.code == 1, qPrintable(salvaged.err));
        QCOMPARE(contents("kept.vrm"), bytes);
        QCOMPARE(run({QStringLiteral("check"), path("kept.vrm"), QStringLiteral("--restore")}).code, 1); // there is no snapshot
        QCOMPARE(contents("kept.vrm"), bytes);
    }

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    [[nodiscard]] QByteArray contents(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] Outcome compareTo(const QString &output, const QStringList &more = {}) const
    {
        return run(QStringList{QStringLiteral("compare"), path("news"), QStringLiteral("-o"), output} + more);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
