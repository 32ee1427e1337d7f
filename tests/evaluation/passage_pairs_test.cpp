#include "evaluation/ecb_topic.h"
#include "evaluation/passage_pairs.h"

#include <QTemporaryDir>
#include <QTest>

using namespace variorum;
using namespace variorum::evaluation;
using namespace Qt::StringLiterals;

namespace {

/// Three articles: a and b make claim 1, in conflict; a and c claim 2.
model::Comparison comparisonOfThree()
{
    model::Comparison comparison;
    for (int place = 0; place < 3; ++place) {
        comparison.articles.push_back(articleOf(QString(QChar(u'a' + place)), {}, u"One.\n\nTwo."_s));
        comparison.articles.back().id = base::ArticleId{place + 1};
    }
    const auto say = [&comparison](int article, base::TextSpan span) {
        model::Statement statement;
        statement.id = base::StatementId{static_cast<qint64>(comparison.statements.size()) + 1};
        statement.article = base::ArticleId{article};
        statement.place = {model::TextField::Text, span};
        comparison.statements.push_back(statement);
        return statement.id;
    };
    const base::StatementId first = say(1, {0, 4});
    const base::StatementId second = say(2, {0, 4});
    const base::StatementId third = say(1, {2, 10}); // half in each paragraph
    const base::StatementId fourth = say(3, {6, 10});
    const auto claim = [&comparison](std::vector<base::StatementId> statements) {
        model::Claim made;
        made.id = base::ClaimId{static_cast<qint64>(comparison.claims.size()) + 1};
        made.statements = std::move(statements);
        comparison.claims.push_back(made);
    };
    claim({first, second});
    claim({third, fourth});
    model::Divergence divergence;
    divergence.severity = model::Severity::Conflict;
    divergence.values = {{u"1"_s, {}, 1, {{first, base::ArticleId{1}, {}}}}, {u"2"_s, {}, 1, {{second, base::ArticleId{2}, {}}}}};
    comparison.divergences.push_back(divergence);
    return comparison;
}

const std::vector<Passage> kPassages = {{u"a"_s, {0, 4}}, {u"a"_s, {6, 10}}, {u"b"_s, {0, 4}}, {u"c"_s, {6, 10}}};

} // namespace

class PassagePairsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pairs_ofOneClaim_areBroughtTogether()
    {
        const model::Comparison comparison = comparisonOfThree();
        QCOMPARE(broughtTogether(comparison, kPassages, Standing::Half), (PassagePairs{{0, 2}, {1, 3}}));
        QCOMPARE(broughtTogether(comparison, kPassages, Standing::Touching), (PassagePairs{{0, 2}, {0, 3}, {1, 3}}));
    }

    void pairs_inConflict_areLeftOutWhereAsked()
    {
        QCOMPARE(broughtTogether(comparisonOfThree(), kPassages, Standing::Half, true), (PassagePairs{{1, 3}}));
    }

    void score_ofSomeRight_hasAllFigures()
    {
        const PairScore score = scorePairs({{0, 1}, {0, 2}}, {{0, 1}, {3, 4}, {3, 5}}, 10);
        QCOMPARE(printed(score), u"precision 0.500 (1/2) recall 0.333 (1/3) f1 0.400 of 10 pairs"_s);
        QVERIFY(std::abs(score.balancedAccuracy() - (1.0 / 3 + 6.0 / 7) / 2) < 1e-9);
        QCOMPARE(scorePairs({}, {}, 0).f1(), 0.0);
    }

    void words_shared_areOverlap_andOwnArticleIsNot()
    {
        const std::vector<QString> texts = {u"The ferry sank"_s, u"A bridge fell"_s, u"Ferry sank!"_s, u"Nothing of it"_s};
        const auto scores = wordOverlap(kPassages, texts);
        QCOMPARE(scores.size(), size_t{5}); // six pairs, of which one is of one article
        QCOMPARE(reaching(scores, 0.9), (PassagePairs{{0, 2}}));
        QCOMPARE(mostAlike(scores, 1), (PassagePairs{{0, 2}}));
        QCOMPARE(mostAlike(scores, 9).size(), size_t{5});
    }

    void tokens_areSetAsPrinted_data()
    {
        QTest::addColumn<QString>("tokens");
        QTest::addColumn<QString>("text");
        QTest::newRow("stops") << u"He left , she stayed ."_s << u"He left, she stayed."_s;
        QTest::newRow("quotes") << u"`` Yes , '' she said ."_s << u"\"Yes,\" she said."_s;
        QTest::newRow("plain quotes") << u"the \" big \" one"_s << u"the \"big\" one"_s;
        QTest::newRow("figures") << u"1 , 200 people at 10 : 30"_s << u"1,200 people at 10:30"_s;
        QTest::newRow("clitics") << u"it 's Anna 's and do n't"_s << u"it's Anna's and don't"_s;
        QTest::newRow("brackets") << u"a quake ( 6.1 ) struck"_s << u"a quake (6.1) struck"_s;
        QTest::newRow("hyphen") << u"a 33 - year - old"_s << u"a 33-year-old"_s;
    }

    void tokens_areSetAsPrinted()
    {
        QFETCH(QString, tokens);
        QTEST(setInType(tokens.split(u' ')), "text");
    }

    void document_ofTheFormat_isRead()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"7_2ecbplus.xml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<Document><token t_id='1' sentence='0'>http</token><token t_id='2' sentence='1'>Berg</token><token t_id='3' sentence='1'>fell</token>"
                   "<token t_id='4' sentence='2'>She</token><token t_id='5' sentence='2'>rose</token>"
                   "<Markables><HUMAN_PART_PER m_id='1'><token_anchor t_id='2'/></HUMAN_PART_PER><ACTION_OCCURRENCE m_id='2'><token_anchor t_id='3'/></ACTION_OCCURRENCE>"
                   "<ACTION_OCCURRENCE m_id='3' instance_id='ACT9'/></Markables>"
                   "<Relations><CROSS_DOC_COREF note='ACT9'><source m_id='2'/><target m_id='3'/></CROSS_DOC_COREF>"
                   "<CROSS_DOC_COREF note='HUM1'><source m_id='1'/></CROSS_DOC_COREF><INTRA_DOC_COREF r_id='1'><source m_id='2'/></INTRA_DOC_COREF></Relations></Document>");
        file.close();
        const auto document = readEcbDocument(file.fileName());
        QVERIFY(document);
        QCOMPARE(document->text, u"Berg fell\n\nShe rose"_s);
        QVERIFY(document->isSecondEvent);
        QCOMPARE(document->sentences, (std::map<int, base::TextSpan>{{1, {0, 9}}, {2, {11, 19}}}));
        QCOMPARE(document->events, (std::map<int, std::set<QString>>{{1, {u"ACT9"_s}}}));
        QVERIFY(!readEcbDocument(folder.filePath(u"none.xml"_s)));
    }
};

QTEST_GUILESS_MAIN(PassagePairsTest)
#include "passage_pairs_test.moc"
