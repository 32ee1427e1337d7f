#include "comparison/claims/same_words.h"

#include <QtTest>

using namespace variorum;

namespace {

/// "Berg=1" is a word of the name of the first entity.
model::Statement statementOf(const QString &words)
{
    model::Statement statement;
    qsizetype at = 0;
    for (const QString &word : words.split(u' ')) {
        model::StatementWord entry;
        entry.span = {at, at + word.size()};
        entry.lemma = word.section(u'=', 0, 0).toLower();
        if (const QString entity = word.section(u'=', 1); !entity.isEmpty()) {
            entry.upos = model::Upos::Propn;
            entry.entity = base::EntityId{entity.toLongLong()};
        }
        statement.words.push_back(entry);
        at += word.size() + 1;
    }
    return statement;
}

QString gapsOf(const QString &one, const QString &other)
{
    const model::Statement left = statementOf(one);
    const model::Statement right = statementOf(other);
    const comparison::SameWords same = comparison::findSameWords(left, right);
    QStringList shown;
    for (const comparison::WordGap &gap : same.gaps) {
        const base::TextSpan from = comparison::spanOf(left, gap.oneBegin, gap.oneEnd);
        const base::TextSpan to = comparison::spanOf(right, gap.otherBegin, gap.otherEnd);
        shown.append(one.sliced(from.begin, from.length()) + u'/' + other.sliced(to.begin, to.length()));
    }
    return same.areSame ? QStringLiteral("same: ") + shown.join(QStringLiteral(", ")) : QStringLiteral("other");
}

} // namespace

class SameWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gaps_betweenTwoStatements_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *one, const char *other, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(one) << QString::fromLatin1(other) << QString::fromLatin1(expected);
        };
        row("the same", "The bridge fell at nine in the morning", "The bridge fell at nine in the morning", "same: ");
        row("a number", "The bridge fell at nine in the morning", "The bridge fell at ten in the morning", "same: nine/ten");
        row("a name at the start", "Lena Aust told reporters that the bridge fell", "Marlon Tessier told reporters that the bridge fell", "same: Lena Aust/Marlon Tessier");
        row("a word more", "The pilot had been warned of the storm", "The pilot had not been warned of the storm", "same: /not");
        row("a word less at the end", "Crews searched the river until dark yesterday", "Crews searched the river until dark", "same: yesterday/");
        row("two gaps", "Four boats left Lund on Monday with eight men", "Four boats left Ystad on Monday with nine men", "same: Lund/Ystad, eight/nine");
        row("a full name in a short clause", "The captain named as Tomas=1 Reinhold=1", "The captain named as Karl=2 August=2 Berg=2", "same: Tomas=1 Reinhold=1/Karl=2 August=2 Berg=2");
        row("a full name more", "The captain named as Tomas=1 Reinhold=1", "The captain named as skipper", "other");
        row("a short name in a short clause", "The captain named as Tomas=1", "The captain named as Karl=2", "other");
        row("too short", "Four boats left Lund", "Four boats left Ystad", "other");
        row("other words", "The mayor opened the new hall on Monday", "A storm tore down the old hall last week", "other");
        row("a part of a long one", "The boats left on Monday", "The boats left on Monday although the harbour master had warned every one of the crews", "other");
    }

    void gaps_betweenTwoStatements()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QTEST(gapsOf(one, other), "expected");
    }

    void gaps_turnedRound_areTheSame()
    {
        QCOMPARE(gapsOf(QStringLiteral("The bridge fell at nine in the morning"), QStringLiteral("The bridge fell at ten in the morning")), QStringLiteral("same: nine/ten"));
        QCOMPARE(gapsOf(QStringLiteral("The bridge fell at ten in the morning"), QStringLiteral("The bridge fell at nine in the morning")), QStringLiteral("same: ten/nine"));
    }
};

QTEST_GUILESS_MAIN(SameWordsTest)
#include "same_words_test.moc"
