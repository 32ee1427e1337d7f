// The hand-written gradients of the training program against differences of the loss, and training that repeats itself.

#include "language/boundary_model.h"
#include "language/name_labels.h"
#include "language/sentence_splitter.h"
#include "training/name_swaps.h"
#include "training/network.h"
#include "training/train_boundaries.h"
#include "training/train_network.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace variorum;
using namespace variorum::training;

namespace {

language::ModelShape smallShape()
{
    language::ModelShape shape;
    shape.width = 32;
    shape.layers = 2;
    shape.arcWidth = shape.relationWidth = shape.tagWidth = shape.nameWidth = 16;
    return shape;
}

constexpr size_t kRows = 30;
constexpr size_t kTags = 5;
constexpr size_t kRelations = 6;

Example example(size_t words, quint64 seed)
{
    Random random(seed);
    Example made;
    for (size_t at = 0; at < words; ++at) {
        for (int row = 0; row < 3; ++row)
            made.rows.push_back(static_cast<quint32>(1 + random.below(kRows - 1)));
        made.rowEnds.push_back(static_cast<quint32>(made.rows.size()));
        made.spellingRows.push_back(1);
        made.dropChance.push_back(0);
        made.contexts.push_back(static_cast<quint8>(random.below(language::ContextFeatures::Count)));
        made.contextEnds.push_back(static_cast<quint32>(made.contexts.size()));
        made.tags.push_back(static_cast<quint8>(random.below(kTags)));
        made.heads.push_back(static_cast<int>(at + 1)); // the last word's is the root
        made.relations.push_back(static_cast<quint8>(random.below(kRelations)));
    }
    made.names.assign(words, 0);
    made.names[0] = 5; // a body of two words
    made.names[1] = 7;
    made.treeWeight = made.nameWeight = 1;
    made.corpus = 2;
    return made;
}

double lossOf(const Pass &pass) { return pass.losses.tags + pass.losses.arcs + pass.losses.relations + pass.losses.names; }

} // namespace

class TrainingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gradients_everyPart_areTheLossesSlopes()
    {
        Network network(smallShape(), kRows, kTags, kRelations, 4);
        const Example one = example(7, 1);
        const Example other = example(4, 2);
        const std::vector<const Example *> batch = {&one, &other};
        const Regime regime{0, 0, 0, 0};
        Pass pass(network);
        pass.run(batch, 1, regime, 9);
        const auto gradients = pass.gradients;
        const auto rows = pass.touchedRows;
        const auto rowGradients = pass.rowGradients;
        Random random(77);
        int checked = 0;
        QStringList wrong;
        const auto check = [&](float &value, float gradient, const QString &what) {
            constexpr float kStep = 1e-3F;
            const float before = value;
            value = before + kStep;
            pass.run(batch, 1, regime, 9);
            const double more = lossOf(pass);
            value = before - kStep;
            pass.run(batch, 1, regime, 9);
            const double slope = (more - lossOf(pass)) / (2 * static_cast<double>(kStep));
            value = before;
            const double off = std::abs(slope - static_cast<double>(gradient));
            ++checked;
            if (off > 0.02 + 0.04 * std::abs(slope))
                wrong.append(QStringLiteral("%1: slope %2, gradient %3").arg(what).arg(slope).arg(static_cast<double>(gradient)));
        };
        for (size_t part = 0; part < Network::PartCount; ++part) {
            Parameter &parameter = network.parts[part];
            for (int sample = 0; sample < 6 && parameter.size() > 0; ++sample) {
                const auto at = static_cast<size_t>(random.below(parameter.size()));
                check(parameter.values[at], gradients[part][at], QStringLiteral("part %1, %2").arg(part).arg(at));
            }
        }
        QVERIFY(!rows.empty());
        for (int sample = 0; sample < 20; ++sample) {
            const auto place = static_cast<size_t>(random.below(rows.size()));
            const auto column = static_cast<size_t>(random.below(network.rows.columns));
            check(network.rows.values[rows[place] * network.rows.columns + column], rowGradients[place * network.rows.columns + column], QStringLiteral("row"));
        }
        // A rectifier's bend within the step makes a difference that is none of the slope's.
        QVERIFY(checked > 100);
        QVERIFY2(wrong.size() <= 2, qPrintable(wrong.join(u'\n')));
    }

    void trainNetwork_twice_givesTheSameNumbersAndLearns()
    {
        std::vector<Example> examples;
        for (quint64 seed = 0; seed < 12; ++seed)
            examples.push_back(example(5 + seed % 4, seed));
        Schedule schedule;
        schedule.epochs = schedule.cycle = 200;
        schedule.wordsAtOnce = 12;
        const auto train = [&] {
            Network network(smallShape(), kRows, kTags, kRelations, 4);
            trainNetwork(examples, schedule, network, [](int, const QString &) {});
            return network;
        };
        const Network once = train();
        const Network again = train();
        for (size_t part = 0; part < Network::PartCount; ++part)
            QCOMPARE(once.parts[part].values, again.parts[part].values);
        QCOMPARE(once.rows.values, again.rows.values);
        const Network untrained(smallShape(), kRows, kTags, kRelations, 4);
        const std::vector<const Example *> batch = {&examples[0], &examples[1]};
        Pass before(untrained);
        Pass after(once);
        before.run(batch, 1, {0, 0, 0, 0}, 1);
        after.run(batch, 1, {0, 0, 0, 0}, 1);
        QVERIFY2(lossOf(after) < 0.7 * lossOf(before), qPrintable(QStringLiteral("%1 to %2").arg(lossOf(before)).arg(lossOf(after))));
    }

    void swapped_namesOfTheSameKindAndLength_takeTheirPlaces()
    {
        NameSwaps swaps;
        NameSentence known;
        known.forms = {QStringLiteral("Ann"), QStringLiteral("Orr"), QStringLiteral("saw"), QStringLiteral("Sund")};
        known.labels = {1, 3, 0, 12};
        swaps.collect(known);
        TreeSentence sentence;
        sentence.forms = {QStringLiteral("Bo"), QStringLiteral("Lind"), QStringLiteral("left"), QStringLiteral("Norvik"), QStringLiteral("Bank")};
        Random random(3);
        const auto swapped = swaps.swapped(sentence, {1, 3, 0, 5, 7}, random);
        QVERIFY(swapped);
        QCOMPARE(QStringList(swapped->forms.begin(), swapped->forms.end()).join(u' '), QStringLiteral("Ann Orr left Norvik Bank"));
        QVERIFY(!swaps.swapped(sentence, {0, 0, 0, 5, 7}, random));
    }

    void writeBoundaries_fromATreebank_learnsItsEnds()
    {
        const auto lists = language::WordLists::load(QStringLiteral(VARIORUM_RESOURCE_DIR "/lexicon"));
        QVERIFY(lists);
        const language::Tokenizer tokenizer(*lists.value());
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("train.conllu"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int number = 0; number < 60; ++number)
            file.write("# newdoc\n# text = Kind regards\n\n# text = The boats of Sund left early today.\n\n# text = It rained on the Norvik road.\n\n");
        file.close();
        const auto write = [&](const QString &name) {
            language::ModelFileWriter writer;
            writeBoundaries({path}, tokenizer, {}, writer);
            return writer.write(folder.filePath(name)) ? language::ModelFile::open(folder.filePath(name)) : base::Result<std::unique_ptr<const language::ModelFile>>(base::Error{});
        };
        const auto once = write(QStringLiteral("once"));
        const auto again = write(QStringLiteral("again"));
        QVERIFY(once && again);
        const auto onceEnds = once.value()->bytes("ends");
        const auto againEnds = again.value()->bytes("ends");
        QVERIFY(std::equal(onceEnds.begin(), onceEnds.end(), againEnds.begin(), againEnds.end()));
        const auto model = language::BoundaryModel::from(*once.value(), {});
        QVERIFY(model);
        const QString text = QStringLiteral("Kind regards The boats of Norvik left early today.");
        QCOMPARE(language::segment(text, tokenizer, {}).sentenceEnds, (std::vector<int>{10}));
        QCOMPARE(language::segment(text, tokenizer, {}, &*model).sentenceEnds, (std::vector<int>{2, 10}));
    }

    void trainNetwork_brokenOff_goesOnToTheSameEnd()
    {
        std::vector<Example> examples;
        for (quint64 seed = 0; seed < 6; ++seed)
            examples.push_back(example(6, seed));
        const QTemporaryDir folder;
        Schedule schedule;
        schedule.epochs = 4;
        schedule.wordsAtOnce = 6;
        Network whole(smallShape(), kRows, kTags, kRelations, 4);
        trainNetwork(examples, schedule, whole, [](int, const QString &) {});
        schedule.checkpoint = folder.filePath(QStringLiteral("state"));
        QString kept;
        Network first(smallShape(), kRows, kTags, kRelations, 4);
        trainNetwork(examples, schedule, first, [&](int epoch, const QString &) {
            if (epoch == 1) {
                kept = schedule.checkpoint + QStringLiteral(".kept");
                QVERIFY(QFile::copy(schedule.checkpoint, kept));
            }
        });
        schedule.checkpoint = kept;
        Network second(smallShape(), kRows, kTags, kRelations, 5); // from other numbers: all must come from the file
        trainNetwork(examples, schedule, second, [](int, const QString &) {});
        QCOMPARE(second.rows.values, whole.rows.values);
        QCOMPARE(second.parts[Network::ProjectionWeights].values, whole.parts[Network::ProjectionWeights].values);
    }
};

QTEST_GUILESS_MAIN(TrainingTest)
#include "training_test.moc"
