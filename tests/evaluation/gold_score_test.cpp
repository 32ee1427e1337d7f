#include "evaluation/gold_score.h"

#include <QtTest>

using namespace variorum;

namespace {

model::Article article(qint64 id, const QString &path, const QString &text)
{
    model::Article made;
    made.id = base::ArticleId{id};
    made.path = path;
    made.text = text;
    return made;
}

model::Statement statement(qint64 id, const model::Article &article, const QString &words)
{
    const qsizetype begin = article.text.indexOf(words);
    model::Statement made;
    made.id = {id};
    made.article = *article.id;
    made.place = {model::TextField::Text, {begin, begin + words.size()}};
    made.text = words;
    return made;
}

model::DivergentValue value(const model::Statement &from, const QString &words)
{
    const qsizetype begin = from.place.span.begin + from.text.indexOf(words);
    return {words, {}, 1, {{from.id, from.article, {model::TextField::Text, {begin, begin + words.size()}}}}};
}

/// Two papers on a fire: "three" and "four" cows.
model::Comparison twoPapers()
{
    model::Comparison made;
    made.articles = {article(1, QStringLiteral("a.txt"), QStringLiteral("Three cows died in the fire. It rained.")),
                     article(2, QStringLiteral("b.txt"), QStringLiteral("The fire killed four  cows. Share this page."))};
    made.statements = {statement(1, made.articles[0], QStringLiteral("Three cows died in the fire")), statement(2, made.articles[1], QStringLiteral("The fire killed four  cows")),
                       statement(3, made.articles[0], QStringLiteral("It rained"))};
    model::Claim claim;
    claim.id = {1};
    claim.statements = {{1}, {2}};
    made.claims = {claim};
    model::Divergence divergence;
    divergence.id = {1};
    divergence.claim = {1};
    divergence.kind = model::DivergenceKind::Quantity;
    divergence.severity = model::Severity::Conflict;
    divergence.values = {value(made.statements[0], QStringLiteral("Three cows")), value(made.statements[1], QStringLiteral("four"))};
    made.divergences = {divergence};
    return made;
}

const QByteArray kGold = R"({"claims": [{"id": "cows", "mentions": [{"file": "a.txt", "text": "Three cows died"}, {"file": "b.txt", "text": "killed four cows"}]}],
 "noise": [{"file": "b.txt", "text": "Share this page"}], "apart": [[{"file": "a.txt", "text": "It rained"}, {"file": "b.txt", "text": "killed four cows"}]],
 "divergences": [{"id": "cows", "kind": "quantity", "severity": "conflict", "values": [{"value": "3", "mentions": [{"file": "a.txt", "text": "Three cows"}]},
 {"value": "4", "mentions": [{"file": "b.txt", "text": "four cows"}]}]}]})";

double valueOf(const evaluation::GoldReport &report, const QString &name)
{
    for (const evaluation::Figure &figure : report.figures) {
        if (figure.name == name)
            return figure.value.value_or(-1);
    }
    return -2;
}

} // namespace

class GoldScoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void score_ofAPerfectComparison_isFull()
    {
        const evaluation::GoldReport report = evaluation::scoreAgainstGold(twoPapers(), kGold);
        QCOMPARE(valueOf(report, QStringLiteral("text")), 1.0);
        QCOMPARE(valueOf(report, QStringLiteral("noise")), 0.0);
        QCOMPARE(valueOf(report, QStringLiteral("claim-f1")), 1.0);
        QCOMPARE(valueOf(report, QStringLiteral("conflict-recall")), 1.0);
        QCOMPARE(valueOf(report, QStringLiteral("conflict-precision")), 1.0);
        QCOMPARE(report.found, QStringList(QStringLiteral("cows (quantity, conflict)")));
        QCOMPARE(report.claimsWhole, QStringList(QStringLiteral("cows")));
    }

    void score_withoutTheClaim_findsNothing()
    {
        model::Comparison comparison = twoPapers();
        comparison.claims.clear();
        comparison.divergences.clear();
        const evaluation::GoldReport report = evaluation::scoreAgainstGold(comparison, kGold);
        QCOMPARE(valueOf(report, QStringLiteral("claim-f1")), 0.0);
        QCOMPARE(report.missed, QStringList(QStringLiteral("cows (quantity, conflict)")));
        QCOMPARE(report.claimsApart, QStringList(QStringLiteral("cows")));
    }

    void score_withWhatIsApartJoined_losesPrecision()
    {
        model::Comparison comparison = twoPapers();
        comparison.claims.edited(0).statements.push_back({3});
        QCOMPARE(valueOf(evaluation::scoreAgainstGold(comparison, kGold), QStringLiteral("claim-precision")), 0.5);
    }

    void score_ofAConflictNotInGold_losesPrecision()
    {
        model::Comparison comparison = twoPapers();
        model::Divergence wrong = comparison.divergences[0];
        wrong.id = {2};
        wrong.values = {value(comparison.statements[0], QStringLiteral("died")), value(comparison.statements[1], QStringLiteral("killed"))};
        comparison.divergences.push_back(wrong);
        const evaluation::GoldReport report = evaluation::scoreAgainstGold(comparison, kGold);
        QCOMPARE(valueOf(report, QStringLiteral("conflict-precision")), 0.5);
        QCOMPARE(report.wrongConflicts, QStringList(QStringLiteral("quantity: died | killed")));
    }

    void score_ofBrokenGold_isEmpty() { QVERIFY(evaluation::scoreAgainstGold(twoPapers(), "{").figures.empty()); }
};

QTEST_GUILESS_MAIN(GoldScoreTest)
#include "gold_score_test.moc"
