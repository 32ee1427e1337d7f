// Labels to names, and names known before the text.

#include "language/context_features.h"
#include "language/gazetteer.h"
#include "language/name_labels.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace variorum::language;

namespace {

/// Is the sequence one that means something?
bool isWellFormed(const std::vector<quint8> &labels)
{
    int before = -1;
    for (const quint8 label : labels) {
        if (!NameLabels::canFollow(before, label))
            return false;
        before = label;
    }
    return !NameLabels::isOpen(before);
}

} // namespace

class NamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decode_randomScores_isTheBestWellFormed()
    {
        quint32 state = 5;
        const auto next = [&state] {
            state = state * 1664525 + 1013904223;
            return static_cast<float>(state >> 16) / 6553.6F - 5.0F;
        };
        NameLabels::Room room;
        for (int round = 0; round < 30; ++round) {
            NameLabels::Transitions transitions{};
            for (NameLabels::Scores &row : transitions) {
                for (float &score : row)
                    score = next();
            }
            std::vector<NameLabels::Scores> scores(3);
            for (NameLabels::Scores &row : scores) {
                for (float &score : row)
                    score = next();
            }
            const auto totalOf = [&](const std::vector<quint8> &labels) {
                float total = 0;
                size_t before = 0;
                for (size_t at = 0; at < labels.size(); ++at) {
                    total += transitions[before][labels[at]] + scores[at][labels[at]];
                    before = labels[at] + size_t{1};
                }
                return total;
            };
            std::vector<quint8> labels(3);
            NameLabels::decode(scores, transitions, room, labels);
            QVERIFY(isWellFormed(labels));
            float best = -1e9F;
            for (size_t number = 0; number < NameLabels::kCount * NameLabels::kCount * NameLabels::kCount; ++number) {
                const std::vector<quint8> other = {static_cast<quint8>(number % NameLabels::kCount), static_cast<quint8>(number / NameLabels::kCount % NameLabels::kCount),
                                                   static_cast<quint8>(number / NameLabels::kCount / NameLabels::kCount)};
                if (isWellFormed(other))
                    best = std::max(best, totalOf(other));
            }
            QVERIFY(std::abs(totalOf(labels) - best) < 1e-3F);
        }
    }

    void namesOf_labels_areSpans()
    {
        // Begin, inside, last of a person; outside; a place of one word.
        const std::vector<quint8> labels = {1, 2, 3, 0, 12};
        std::vector<NameLabels::Found> names;
        NameLabels::namesOf(labels, names);
        QCOMPARE(names.size(), size_t{2});
        QCOMPARE(names[0].kind, 0);
        QCOMPARE(names[0].end, 3);
        QCOMPARE(names[1].kind, 2);
        QCOMPARE(names[1].first, 4);
    }

    void gazetteer_written_findsItsNamesOnly()
    {
        std::map<quint64, quint8> names;
        const quint64 lind = hashOfLower(u"Lind");
        const quint64 bank = Gazetteer::joined(hashOfLower(u"Norvik"), hashOfLower(u"Bank"));
        names[lind] = Gazetteer::Surname | Gazetteer::Person;
        names[bank] = Gazetteer::Organization;
        for (int number = 0; number < 500; ++number)
            names[hashOfLower(QString::number(number) + u'x' + QString(number % 7, u'a'))] = Gazetteer::Place;
        ModelFileWriter writer;
        Gazetteer::write(names, writer);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("names.model"));
        QVERIFY(writer.write(path));
        const auto file = ModelFile::open(path);
        QVERIFY(file);
        const auto gazetteer = Gazetteer::from(*file.value());
        QVERIFY(gazetteer);
        QCOMPARE(gazetteer->find(lind), quint8{Gazetteer::Surname | Gazetteer::Person});
        QCOMPARE(gazetteer->find(bank), quint8{Gazetteer::Organization});
        QCOMPARE(gazetteer->find(Gazetteer::joined(hashOfLower(u"Bank"), hashOfLower(u"Norvik"))), quint8{0});
        QCOMPARE(gazetteer->find(hashOfLower(u"Brandt")), quint8{0});
    }
};

QTEST_GUILESS_MAIN(NamesTest)
#include "names_test.moc"
