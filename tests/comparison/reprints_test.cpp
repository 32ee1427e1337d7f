#include "comparison/claims/reprints.h"

#include <QRegularExpression>
#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;

namespace {

/// Articles with the statements that their texts were cut to.
class Papers {
public:
    /// `statements` stand in the text in their order.
    void add(const QString &text, const QStringList &statements)
    {
        static const QRegularExpression kWord(u"[\\w:]+"_s);
        for (const QString &words : statements) {
            model::Statement statement;
            const qsizetype begin = text.indexOf(words);
            statement.id = base::StatementId{static_cast<qint64>(m_statements.size()) + 1};
            statement.place = {model::TextField::Text, {begin, begin + words.size()}};
            statement.text = words;
            for (auto each = kWord.globalMatch(words); each.hasNext();) {
                const QRegularExpressionMatch match = each.next();
                model::StatementWord word;
                word.span = {begin + match.capturedStart(), begin + match.capturedEnd()};
                word.lemma = match.captured().toLower();
                statement.words.push_back(word);
            }
            m_statements.push_back(std::move(statement));
            m_articles.push_back(static_cast<int>(m_texts.size()));
        }
        m_texts.push_back(text);
    }

    [[nodiscard]] comparison::Reprints reprints() const
    {
        std::vector<comparison::StatementView> views;
        for (size_t place = 0; place < m_statements.size(); ++place) {
            comparison::StatementView view;
            view.statement = &m_statements[place];
            view.article = m_articles[place];
            views.push_back(std::move(view));
        }
        std::vector<QStringView> texts;
        for (const QString &text : m_texts)
            texts.emplace_back(text);
        return comparison::Reprints(views, texts);
    }

    /// "one statement | the other: words/words; ..."
    [[nodiscard]] QString revisions() const
    {
        QStringList all;
        const comparison::Reprints found = reprints();
        for (const comparison::Revision &revision : found.revisions()) {
            const model::Statement &one = m_statements[static_cast<size_t>(revision.one)];
            const model::Statement &other = m_statements[static_cast<size_t>(revision.other)];
            const auto wordsOf = [](const model::Statement &statement, base::TextSpan span) { return span.isEmpty() ? QString() : statement.text.mid(span.begin - statement.place.span.begin, span.length()); };
            const comparison::WordGap &gap = revision.words;
            const QString change = wordsOf(one, comparison::spanOf(one, gap.oneBegin, gap.oneEnd)) + u'/' + wordsOf(other, comparison::spanOf(other, gap.otherBegin, gap.otherEnd));
            all.append(one.text + u" | "_s + other.text + u": "_s + change);
        }
        return all.join(u"; "_s);
    }

private:
    std::vector<model::Statement> m_statements;
    std::vector<int> m_articles;
    std::vector<QString> m_texts;
};

const QString kFirst = u"The bridge over the Lenne will stay closed until the spring, a spokesman said on Tuesday, since two of its piers have sunk. Nobody was hurt."_s;

QString replaced(QString text, const QString &before, const QString &after) { return text.replace(before, after); }

} // namespace

class ReprintsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void revisions_wordReplaced_areTheStatementsThatHoldIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("ones");
        QTest::addColumn<QStringList>("others");
        QTest::addColumn<QString>("expected");
        const QStringList cut{u"a spokesman said on Tuesday"_s, u"two of its piers have sunk"_s};
        QTest::newRow("nothing") << kFirst << cut << cut << QString();
        QTest::newRow("a day, in a statement too short by itself") << replaced(kFirst, u"Tuesday"_s, u"Friday"_s) << cut << QStringList{u"a spokesman said on Friday"_s, u"two of its piers have sunk"_s}
                                                                   << u"a spokesman said on Tuesday | a spokesman said on Friday: Tuesday/Friday"_s;
        QTest::newRow("words put in") << replaced(kFirst, u"two of"_s, u"at least two of"_s) << cut << QStringList{u"a spokesman said on Tuesday"_s, u"at least two of its piers have sunk"_s}
                                      << u"two of its piers have sunk | at least two of its piers have sunk: /at least"_s;
        QTest::newRow("cut otherwise") << replaced(kFirst, u"two"_s, u"six"_s) << cut << QStringList{u"a spokesman said on Tuesday, since six of its piers have sunk"_s}
                                       << u"two of its piers have sunk | a spokesman said on Tuesday, since six of its piers have sunk: two/six"_s;
        QTest::newRow("not cut") << replaced(kFirst, u"two"_s, u"six"_s) << cut << QStringList{u"a spokesman said on Tuesday"_s} << QString();
        QTest::newRow("near the beginning") << replaced(kFirst, u"over the Lenne"_s, u"over the Volme"_s) << QStringList{u"The bridge over the Lenne will stay closed until the spring"_s}
                                            << QStringList{u"The bridge over the Volme will stay closed until the spring"_s} << u"The bridge over the Lenne will stay closed until the spring | The bridge over the Volme will stay closed until the spring: Lenne/Volme"_s;
        QTest::newRow("two in one sentence") << replaced(replaced(kFirst, u"two"_s, u"six"_s), u"Lenne"_s, u"Volme"_s) << cut << QStringList{u"six of its piers have sunk"_s} << QString();
        QTest::newRow("too many words") << replaced(kFirst, u"two of its piers"_s, u"the ground below the whole of its western end"_s) << cut
                                        << QStringList{u"the ground below the whole of its western end have sunk"_s} << QString();
    }

    void revisions_wordReplaced_areTheStatementsThatHoldIt()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, ones);
        QFETCH(QStringList, others);
        Papers papers;
        papers.add(kFirst, ones);
        papers.add(text, others);
        QTEST(papers.revisions(), "expected");
    }

    void revisions_ofOtherTexts_areNone()
    {
        Papers papers;
        papers.add(kFirst, {u"a spokesman said on Tuesday"_s});
        papers.add(u"Until May no lorry may cross the old bridge, the mayor said on Friday."_s, {u"the mayor said on Friday"_s});
        QCOMPARE(papers.revisions(), QString());
        QVERIFY(!papers.reprints().of(0, 1));
    }

    void reprint_ofStatement_isWhereItsWordsStand()
    {
        const QString text = u"A short word first. "_s + replaced(kFirst, u"Tuesday"_s, u"Friday"_s);
        Papers papers;
        papers.add(kFirst, {u"a spokesman said on Tuesday"_s, u"two of its piers have sunk"_s});
        papers.add(text, {u"A short word first"_s});
        const comparison::Reprints reprints = papers.reprints();
        const auto textAt = [&text](const std::optional<comparison::Reprint> &reprint) { return reprint ? text.mid(reprint->span.begin, reprint->span.length()) : u"nothing"_s; };
        QCOMPARE(textAt(reprints.of(0, 1)), u"a spokesman said on Friday"_s);
        QVERIFY(!reprints.of(0, 1)->isWhole);
        QCOMPARE(textAt(reprints.of(1, 1)), u"two of its piers have sunk"_s);
        QVERIFY(reprints.of(1, 1)->isWhole);
        QCOMPARE(textAt(reprints.of(2, 0)), u"nothing"_s);
    }

    void reprint_inManyArticles_isFoundInEach()
    {
        Papers papers;
        for (int paper = 0; paper < 4; ++paper)
            papers.add(u"Paper %1. "_s.arg(paper) + kFirst, {u"two of its piers have sunk"_s});
        const comparison::Reprints reprints = papers.reprints();
        for (int one = 0; one < 4; ++one) {
            for (int other = 0; other < 4; ++other)
                QCOMPARE(reprints.of(one, other).has_value(), one != other);
        }
    }
};

QTEST_GUILESS_MAIN(ReprintsTest)
#include "reprints_test.moc"
