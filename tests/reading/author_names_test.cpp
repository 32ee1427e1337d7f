// Names out of bylines and author fields.
#include "reading/author_names.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::NameSource;

namespace {

/// "people / agencies / collective"
QString printed(const reading::Byline &byline) { return byline.people.join(u"; "_s) + u" / "_s + byline.agencies.join(u"; "_s) + u" / "_s + byline.collective; }

} // namespace

class AuthorNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bylineOf_texts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fromPage");
        QTest::addColumn<QString>("fromField");
        const auto row = [](const char *text, const char *fromPage, const char *fromField) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(fromPage) << QString::fromUtf8(fromField);
        };
        const auto same = [&row](const char *text, const char *expected) { row(text, expected, expected); };
        same("Ann Lee", "Ann Lee /  / ");
        same("By Ann Lee", "Ann Lee /  / ");
        same("By: by Ann Lee", "Ann Lee /  / ");
        same("Written by Ann Lee and Bo Hart", "Ann Lee; Bo Hart /  / ");
        same("Ann Lee, Bo Hart & Cy van der Ray", "Ann Lee; Bo Hart; Cy van der Ray /  / ");
        same("ANN LEE and BO HART", "ANN LEE; BO HART /  / ");
        same("Ann Lee, Staff Writer", "Ann Lee /  / ");
        same("Ann Lee Senior Political Correspondent", "Ann Lee /  / ");
        same("Ann Lee Maritime correspondent", "Ann Lee /  / ");
        same("By political reporter Ann Lee and Bo Hart", "Ann Lee; Bo Hart /  / ");
        same("By chief political correspondent Ann Lee", "Ann Lee /  / ");
        same("Ann Lee MD, PhD", "Ann Lee /  / ");
        same("Ann Lee Jr.", "Ann Lee Jr. /  / ");
        same("Bo Hart The Associated Press", "Bo Hart / Associated Press / ");
        same("Bo Hart, Associated Press", "Bo Hart / Associated Press / ");
        same("Associated Press", " / Associated Press / ");
        same("Ann Lee The Harbour Post", "Ann Lee /  / ");
        same("By Ann Lee | ann@bay.example", "Ann Lee /  / ");
        same("Ann Lee @annlee", "Ann Lee /  / ");
        same("By Ann Lee in Halvern", "Ann Lee /  / ");
        same("By Ann Lee for The Bay", "Ann Lee /  / ");
        same("Ann Lee (photo) and Bo Hart (text)", "Ann Lee; Bo Hart /  / ");
        same("Von Ann Lee und Bo Hart", "Ann Lee; Bo Hart /  / ");
        same("The Harbour Post", " /  / ");
        same("Staff Reporter", " /  / ");
        same("Web Desk", " /  / ");
        same("admin", " /  / ");
        same("Harbour Post Staff", " /  / Harbour Post Staff");
        same("Varness University", " /  / Varness University");
        same("bay.example", " /  / ");
        same("ann@bay.example", " /  / ");
        same("https://bay.example/ann-lee", " /  / ");
        same("March 14, 2031", " /  / ");
        same("", " /  / ");
        // A field holds names only; a page has words of all kinds.
        row("doumea", " /  / ", "doumea /  / ");
        row("Lee, Ann", " /  / ", "Ann Lee /  / ");
        row("Read More", " /  / ", "Read More /  / ");
        row("See full bio", " /  / ", "See full bio /  / ");
        row("Ann Lee's Stories", " /  / ", "Ann Lee's Stories /  / ");
        row("\u677E\u6751\u592A\u90CE", " /  / ", "\u677E\u6751\u592A\u90CE /  / ");
    }

    void bylineOf_texts()
    {
        QFETCH(QString, text);
        QFETCH(QString, fromPage);
        QFETCH(QString, fromField);
        QCOMPARE(printed(reading::bylineOf(text, u"The Harbour Post"_s, NameSource::Page)), fromPage);
        QCOMPARE(printed(reading::bylineOf(text, u"The Harbour Post"_s, NameSource::Field)), fromField);
    }

    void looksLikePerson_words_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("expected");
        for (const char *name : {"Ann Lee", "Ann M. Lee", "Ann de la Cruz", "Ann O\u2019Hart", "Ann-Marie McLee", "April May Lee"})
            QTest::newRow(name) << QString::fromUtf8(name) << true;
        for (const char *other : {"Ann", "ann lee", "Follow Us", "Photo Gallery", "Harbour Times", "The Ferry", "Ann Lee Bo Hart Cy Ray", "14 March", "Ann, Lee"})
            QTest::newRow(other) << QString::fromUtf8(other) << false;
    }

    void looksLikePerson_words()
    {
        QFETCH(QString, words);
        QFETCH(bool, expected);
        QCOMPARE(reading::looksLikePerson(words), expected);
    }
};

QTEST_GUILESS_MAIN(AuthorNamesTest)
#include "author_names_test.moc"
