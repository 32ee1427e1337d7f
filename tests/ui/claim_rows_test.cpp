#include "support/samples/sample_comparison.h"
#include "ui/claims/claim_rows.h"

#include <QtTest>

#include <set>

using namespace variorum;
using base::ClaimId;
using base::DivergenceId;

namespace {

/// One line a row: kind, title, words with the strong part in brackets.
QStringList printed(const std::vector<ui::ClaimRow> &rows)
{
    QStringList lines;
    for (const ui::ClaimRow &row : rows) {
        static constexpr std::array kNames{"value", "source", "heading", "silent"};
        QString line = QString::fromLatin1(kNames.at(static_cast<size_t>(row.kind))) + u' ' + QString(row.title).replace(QChar(0xa0), u' ');
        if (!row.words.isEmpty()) {
            const auto [begin, end] = std::pair(row.strong.begin, row.strong.end);
            line += QStringLiteral(": ") + row.words.left(begin) + u'[' + row.words.mid(begin, end - begin) + u']' + row.words.mid(end);
        }
        lines.append(line);
    }
    return lines;
}

} // namespace

class ClaimRowsTest : public QObject {
    Q_OBJECT

private:
    model::ComparisonIndex m_index{std::make_shared<const model::Comparison>(test::sampleComparison())};

private Q_SLOTS:
    void whyText_ofEveryRule_isASentence_data()
    {
        QTest::addColumn<QString>("rule");
        for (const char *rule : {"none-or-some", "done-since", "parts-against-total", "weekday-against-date", "headline-against-body", "numbers-apart", "times-apart", "certain-or-possible"})
            QTest::newRow(rule) << QString::fromLatin1(rule);
    }

    void whyText_ofEveryRule_isASentence()
    {
        QFETCH(QString, rule);
        model::Comparison changed = test::sampleComparison();
        changed.divergences.edited(2).rule = rule;
        const model::ComparisonIndex index(std::make_shared<const model::Comparison>(changed));
        const QStringList lines = ui::whyText(index, changed.divergences[2].claim, changed.divergences[2].id).split(u'\n');
        QVERIFY2(lines.front().endsWith(u'.') && !lines.front().contains(rule), qPrintable(lines.front()));
        QVERIFY(lines.contains(QStringLiteral("Rule: ") + rule));
    }

    void whyText_ofWhatAPersonJoined_saysSoWithoutAScore()
    {
        model::Comparison changed = test::sampleComparison();
        changed.claims.edited(2).why.rule = QStringLiteral("joined-by-person");
        const model::ComparisonIndex index(std::make_shared<const model::Comparison>(changed));
        const QString why = ui::whyText(index, changed.claims[2].id, std::nullopt);
        QVERIFY(why.contains(QStringLiteral("You joined")));
        QVERIFY(!why.contains(QStringLiteral("score")));
    }

    void claimRows_ofAConflict_groupEverySourceByValueThenTheSilent()
    {
        const QStringList expected{
            QStringLiteral("value 212 passengers"),
            QStringLiteral("source Northgate Courier: The vessel was carrying [212 passengers] and 14 crew"),
            QStringLiteral("value more than 200 people"),
            QStringLiteral("source Island Radio News: a ferry with [more than 200 people] on board"),
            QStringLiteral("value 209 passengers"),
            QStringLiteral("source The Merrin Post: the ship had [209 passengers] on board"),
            QStringLiteral("heading Silent on this"),
            QStringLiteral("silent Daily Lantern"),
        };
        QCOMPARE(printed(ui::claimRows(m_index, ClaimId{3}, DivergenceId{3})), expected);
    }

    void claimRows_ofEveryClaim_holdEveryStatement()
    {
        for (const model::Claim &claim : m_index.comparison().claims) {
            std::vector<std::optional<DivergenceId>> views{std::nullopt};
            for (const model::Divergence *divergence : m_index.divergencesOf(claim.id))
                views.emplace_back(divergence->id);
            for (const auto &view : views) {
                std::set<base::ArticleId> listed;
                for (const ui::ClaimRow &row : ui::claimRows(m_index, claim.id, view)) {
                    if (row.kind != ui::ClaimRow::Kind::Source)
                        continue;
                    QVERIFY(row.place);
                    listed.insert(row.place->article);
                    // The words are the article's own.
                    const model::Article *article = m_index.article(row.place->article);
                    QString words = row.words;
                    QVERIFY(model::textOf(*article, row.place->place.field).contains(words.remove(QChar(0x2026)).trimmed()));
                }
                for (const base::StatementId id : claim.statements)
                    QVERIFY(listed.contains(m_index.statement(id)->article));
            }
        }
    }

    void claimRows_ofASource_sayOriginCertaintyAndDate()
    {
        const std::vector<ui::ClaimRow> rows = ui::claimRows(m_index, ClaimId{3}, DivergenceId{3});
        QCOMPARE(rows.at(1).note, QStringLiteral("reported  \u00b7  from the harbour authority, via Meridian Press"));
        QCOMPARE(rows.at(1).aside, QStringLiteral("17 May 2024"));
        QVERIFY(rows.at(3).note.contains(QStringLiteral("in its own words")));
    }

    void claimRows_ofVeryFewWords_showSomeAroundThem()
    {
        const std::vector<ui::ClaimRow> rows = ui::claimRows(m_index, ClaimId{1}, DivergenceId{2});
        const ui::ClaimRow &headline = rows.at(1);
        QCOMPARE(headline.words, QStringLiteral("Horror in the fog: eleven hurt as ferry ploughs into sea wall"));
        QCOMPARE(headline.words.mid(headline.strong.begin, headline.strong.length()), QStringLiteral("eleven"));
    }

    void claimRows_ofAnUnknownClaim_areNone() { QVERIFY(ui::claimRows(m_index, ClaimId{99}, {}).empty()); }

    void whyText_ofADivergence_namesRuleFormsAndScore()
    {
        const QString why = ui::whyText(m_index, ClaimId{3}, DivergenceId{3});
        for (const char *part : {"unequal-quantities", "212 passenger is not 209 passenger", "same-predicate-and-subject", "0.75", "0.50", "ferry = ship"})
            QVERIFY2(why.contains(QString::fromLatin1(part)), part);
    }

    void claimSummary_tellsTheStatus()
    {
        QVERIFY(ui::claimSummary(m_index, ClaimId{2}).startsWith(QStringLiteral("Agreed by")));
        QVERIFY(ui::claimSummary(m_index, ClaimId{3}).startsWith(QStringLiteral("Divergent")));
        QCOMPARE(ui::claimSummary(m_index, ClaimId{8}), QStringLiteral("In one article only"));
    }
};

QTEST_GUILESS_MAIN(ClaimRowsTest)
#include "claim_rows_test.moc"
