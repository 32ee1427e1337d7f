// One word changed between two articles that print the same sentence: what it is told as, whatever else the two say.

#include "fact_maker.h"
#include "table_knowledge.h"

#include "comparison/compare_with.h"
#include "model/names.h"

#include <QTest>

using namespace variorum;
using namespace variorum::comparison;
using namespace Qt::StringLiterals;
using test::FactMaker;

namespace {

const QString kStorm = u"[agent:storm The/the/- storm/storm/N ] broke/break/V! windows/window/N of/of/- the/the/- museum/museum/N"_s;
const QString kSignal = u"[agent:crew The/the/- crew/crew/N ] had/have/H %1 sent/send/V! [patient:signal a/a/- signal/signal/N ] from/from/- the/the/- %2"_s;
const QString kNot = u"not/not/R"_s;

model::AnalysedArticle told(const char *name, const QStringList &sentences)
{
    FactMaker maker(QString::fromLatin1(name) + u".txt"_s, QString::fromLatin1(name), u"2023-08-20"_s);
    for (const QString &sentence : sentences)
        maker.say(sentence.simplified());
    maker.say(kStorm);
    return maker.made();
}

QStringList differences(const model::AnalysedArticle &one, const model::AnalysedArticle &other)
{
    static const test::TableKnowledge kKnowledge;
    static const std::optional<Weights> kWeights = test::weightsOfTree();
    static const PairModel kPairs = test::plainPairs();
    QStringList all;
    for (const model::Divergence &divergence : compareWith(std::vector{one, other}, {kKnowledge, *kWeights, kPairs, test::convertUnits, {}, {}}).divergences) {
        QStringList values;
        for (const model::DivergentValue &value : divergence.values)
            values.append(value.value);
        all.append(u"%1 %2: %3"_s.arg(model::nameOf(divergence.kind), model::nameOf(divergence.severity), values.join(u" / "_s)));
    }
    return all;
}

} // namespace

class ChangedWordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void compare_oneWordChanged_isToldAsThat_data()
    {
        QTest::addColumn<QStringList>("one");
        QTest::addColumn<QStringList>("other");
        QTest::addColumn<QStringList>("wanted");
        const QStringList negated{u"polarity conflict: positive / negative"_s};

        const QString bridge = u"bridge/bridge/N"_s;
        QTest::newRow("negated, and affirmed in the same words") << QStringList{kSignal.arg(QString(), bridge)} << QStringList{kSignal.arg(kNot, bridge), kSignal.arg(QString(), bridge)} << QStringList();

        const QString dark = u"bridge/bridge/N without/without/- nobody/nobody/N"_s;
        QTest::newRow("negated in bent words") << QStringList{kSignal.arg(QString(), dark)} << QStringList{kSignal.arg(kNot, dark)} << negated;
        QTest::newRow("negated, not only") << QStringList{kSignal.arg(QString(), dark)} << QStringList{kSignal.arg(u"not/not/R only/only/R"_s, dark)} << QStringList();
        const QString whether = u"bridge/bridge/N whether/whether/- asked/ask/V or/or/- no/no/-"_s;
        QTest::newRow("negated, whether or no") << QStringList{kSignal.arg(QString(), whether)} << QStringList{kSignal.arg(kNot, whether)} << QStringList();
    }

    void compare_oneWordChanged_isToldAsThat()
    {
        QFETCH(QStringList, one);
        QFETCH(QStringList, other);
        QTEST(differences(told("a-post", one), told("b-times", other)), "wanted");
    }
};

QTEST_GUILESS_MAIN(ChangedWordTest)
#include "changed_word_test.moc"
