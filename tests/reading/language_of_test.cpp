#include "reading/language_of.h"

#include "reading_support.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::LanguageChoice;

namespace {

const QString kEnglish = u"The ferry left the harbour of Halvern at nine in the morning and was due back before noon, its owner said on Friday. "
                         "Two helicopters searched the bay until it was dark, and the coastguard asked every fishing boat to help. "
                         "Nobody knows yet why the captain changed his course, but the weather had been getting worse since dawn."_s;
const QString kGerman = u"Die F\u00E4hre verlie\u00DF den Hafen von Halvern um neun Uhr morgens und wurde vor dem Mittag zur\u00FCckerwartet, sagte der Eigent\u00FCmer am Freitag. "
                        "Zwei Hubschrauber suchten die Bucht bis zum Einbruch der Dunkelheit ab, und die K\u00FCstenwache bat alle Fischer um Hilfe. "
                        "Niemand wei\u00DF bisher, warum der Kapit\u00E4n den Kurs ge\u00E4ndert hat."_s;
const QString kSpanishQuote = u"\u00ABEl barco sali\u00F3 del puerto a las nueve y nadie nos dijo que iba a cambiar de rumbo\u00BB, dijo la due\u00F1a del bar."_s;

} // namespace

class LanguageOfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chooseLanguage_undeclared_isTheTexts_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        const auto row = [](const char *name, const QString &title, const QString &text, const char *language) { QTest::newRow(name) << title << text << QString::fromLatin1(language); };
        row("English", {}, u"The ferry left the harbour at nine and never came back, the coastguard said."_s, "en");
        row("German", {}, u"Die F\u00E4hre hat den Hafen um neun Uhr verlassen und ist nicht zur\u00FCckgekehrt."_s, "de");
        row("French", {}, u"Le ferry a quitt\u00E9 le port \u00E0 neuf heures et personne ne sait o\u00F9 il se trouve."_s, "fr");
        row("Spanish", {}, u"El transbordador sali\u00F3 del puerto a las nueve y nadie sabe d\u00F3nde est\u00E1 ahora."_s, "es");
        row("Italian", {}, u"Il traghetto ha lasciato il porto alle nove e nessuno sa dove si trovi adesso."_s, "it");
        row("Dutch", {}, u"De veerboot is om negen uur uit de haven vertrokken en het is niet bekend waar het schip zich nu bevindt, zegt de eigenaar."_s, "nl");
        row("Polish", {}, u"Prom wyp\u0142yn\u0105\u0142 z portu o dziewi\u0105tej rano i nikt nie wie, gdzie teraz jest."_s, "pl");
        row("Russian", {}, u"\u041F\u0430\u0440\u043E\u043C \u0432\u044B\u0448\u0435\u043B \u0438\u0437 \u043F\u043E\u0440\u0442\u0430 \u0432 \u0434\u0435\u0432\u044F\u0442\u044C \u0447\u0430\u0441\u043E\u0432 \u0438 \u043D\u0435 \u0432\u0435\u0440\u043D\u0443\u043B\u0441\u044F."_s, "ru");
        row("Greek", {}, u"\u03A4\u03BF \u03C0\u03BB\u03BF\u03AF\u03BF \u03B2\u03C5\u03B8\u03AF\u03C3\u03C4\u03B7\u03BA\u03B5 \u03C3\u03C4\u03BF \u03BB\u03B9\u03BC\u03AC\u03BD\u03B9."_s, "el");
        row("Hebrew", {}, u"\u05D4\u05DE\u05E2\u05D1\u05D5\u05E8\u05EA \u05D9\u05E6\u05D0\u05D4 \u05DE\u05D4\u05E0\u05DE\u05DC \u05D1\u05EA\u05E9\u05E2 \u05D1\u05D1\u05D5\u05E7\u05E8."_s, "he");
        row("Japanese", {}, u"\u30D5\u30A7\u30EA\u30FC\u306F\u4E5D\u6642\u306B\u6E2F\u3092\u51FA\u3066\u3001\u623B\u3089\u306A\u304B\u3063\u305F\u3002"_s, "ja");
        row("headline", u"Ferry sinks off the coast after collision"_s, {}, "en");
        row("German headline", u"F\u00E4hre nach Zusammensto\u00DF vor der K\u00FCste gesunken"_s, {}, "de");
        row("English around a Spanish quotation", u"Ferry still missing"_s, kEnglish + u"\n\n"_s + kSpanishQuote, "en");
        row("German around English", {}, kGerman + u"\n\n\u201CIt was a dark night and we saw nothing at all.\u201D"_s, "de");
        row("one word", u"Halvern"_s, {}, "");
        row("nothing", {}, {}, "");
        row("numbers", {}, u"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"_s, "");
        row("signs", {}, QString(200, QChar(0x2603)), "");
    }

    void chooseLanguage_undeclared_isTheTexts()
    {
        QFETCH(QString, title);
        QFETCH(QString, text);
        QFETCH(QString, language);
        const LanguageChoice choice = reading::chooseLanguage({}, title, text);
        QCOMPARE(choice.language.value_or(QString()), language);
        QCOMPARE(choice.isFromText, !language.isEmpty());
    }

    void chooseLanguage_declared_isWeighed_data()
    {
        QTest::addColumn<QString>("declared");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("isFromText");
        QTest::newRow("borne out") << u"en-GB"_s << kEnglish << u"en-GB"_s << false;
        QTest::newRow("template of another country") << u"en-US"_s << kGerman << u"de"_s << true;
        QTest::newRow("template of another language") << u"de-DE"_s << kEnglish << u"en"_s << true;
        QTest::newRow("too short to contradict") << u"de"_s << u"The ferry left."_s << u"de"_s << false;
        QTest::newRow("no text") << u"fr"_s << QString() << u"fr"_s << false;
        QTest::newRow("one Norwegian for another") << u"nb-NO"_s << u"Fergen forlot havnen klokken ni om morgenen og kom ikke tilbake f\u00F8r klokken tolv, sa eieren p\u00E5 fredag. To helikoptre lette i bukten helt til det ble m\u00F8rkt, og kystvakten ba alle fiskerne om hjelp."_s << u"nb-NO"_s << false;
    }

    void chooseLanguage_declared_isWeighed()
    {
        QFETCH(QString, declared);
        QFETCH(QString, text);
        QFETCH(QString, language);
        QFETCH(bool, isFromText);
        const LanguageChoice choice = reading::chooseLanguage(declared, {}, text);
        QCOMPARE(choice.language, language);
        QCOMPARE(choice.isFromText, isFromText);
    }

    void languageEvidence_oddCharacters_areNoHindrance()
    {
        QString text = kEnglish;
        for (const char16_t unit : {char16_t(0), char16_t(0xD83D), char16_t(0xDE00), char16_t(0xFFFE), char16_t(0xFDD0), char16_t(0x1B)})
            text.insert(20, QChar(unit));
        text += QChar(0xD83F);
        text += QChar(0xDFFF); // U+1FFFF
        QCOMPARE(reading::languageEvidence(text).language, u"en"_s);
    }

    void readBytes_otherLanguages_areSaidNotToBeCompared_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("source");
        const auto page = [](const char *lang, const QString &text) { return QByteArray("<html lang=") + lang + "><body><article><p>" + text.toUtf8() + "</p></article></body></html>"; };
        QTest::newRow("English") << page("en-GB", kEnglish) << u"read"_s << u"html lang"_s;
        QTest::newRow("English with a quotation") << page("en", kEnglish + u"</p><p>"_s + kSpanishQuote) << u"read"_s << u"html lang"_s;
        QTest::newRow("English, template German") << page("de", kEnglish) << u"read"_s << u"text"_s;
        QTest::newRow("German") << page("de", kGerman) << u"read language-not-compared"_s << u"html lang"_s;
        QTest::newRow("German, template English") << page("en", kGerman) << u"read language-not-compared"_s << u"text"_s;
    }

    void readBytes_otherLanguages_areSaidNotToBeCompared()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, outcome);
        QFETCH(QString, source);
        const model::Article article = reading::test::readOne(bytes, u"a.html"_s);
        QCOMPARE(reading::test::outcomeOf(article), outcome);
        QCOMPARE(article.metadataSources.at(model::MetadataField::Language), source);
    }
};

QTEST_GUILESS_MAIN(LanguageOfTest)
#include "language_of_test.moc"
