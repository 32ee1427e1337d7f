// Labels to names, and names known before the text.

#include "language/context_features.h"
#include "language/gazetteer.h"
#include "language/name_agreement.h"
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

/// A gazetteer of these names, in a file of its own.
struct Known {
    QTemporaryDir folder;
    std::unique_ptr<const ModelFile> file;
    Gazetteer gazetteer;

    explicit Known(const std::map<quint64, quint8> &names)
    {
        ModelFileWriter writer;
        Gazetteer::write(names, writer);
        const QString path = folder.filePath(QStringLiteral("names.model"));
        if (writer.write(path))
            file = std::move(ModelFile::open(path)).value();
        gazetteer = file ? Gazetteer::from(*file).value_or(Gazetteer()) : Gazetteer();
    }
};

/// Words of which those in brackets are names: "[P Ann Orr] met [O Orr]"; P, O, L for the kinds.
struct Marked {
    std::vector<WordTraits> traits;
    std::vector<const WordTraits *> words;
    std::vector<variorum::model::NameSpan> names;
    QStringList forms;

    Marked(const QString &text, const Gazetteer &gazetteer)
    {
        using variorum::model::EntityKind;
        for (QString word : text.split(u' ')) {
            if (word.startsWith(u'[')) {
                const EntityKind kind = word == QLatin1String("[P") ? EntityKind::Person : word == QLatin1String("[O") ? EntityKind::Organization : EntityKind::Place;
                names.push_back({kind, static_cast<int>(forms.size()), 0});
                continue;
            }
            const bool closes = word.endsWith(u']');
            word.remove(u']');
            forms.append(word);
            if (closes)
                names.back().endToken = static_cast<int>(forms.size());
        }
        for (const QString &form : forms) {
            WordTraits made;
            made.lower = hashOfLower(form);
            made.isCapital = form.front().isUpper();
            made.nameKinds = gazetteer.find(made.lower);
            traits.push_back(made);
        }
        for (const WordTraits &made : traits)
            words.push_back(&made);
    }

    QString toText() const
    {
        QStringList parts;
        size_t next = 0;
        for (int at = 0; at < static_cast<int>(forms.size()); ++at) {
            QString part = forms.at(at);
            if (next < names.size() && names[next].firstToken == at)
                parts.append(names[next].kind == variorum::model::EntityKind::Person ? QStringLiteral("[P") : names[next].kind == variorum::model::EntityKind::Organization ? QStringLiteral("[O") : QStringLiteral("[L"));
            if (next < names.size() && names[next].endToken == at + 1) {
                part += u']';
                ++next;
            }
            parts.append(part);
        }
        return parts.join(u' ');
    }
};

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

    void makeNamesAgree_namesOfAnArticle_agree_data()
    {
        QTest::addColumn<QString>("names");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *names, const char *expected) { QTest::newRow(name) << QString::fromLatin1(names) << QString::fromLatin1(expected); };
        row("none", "he left", "he left");
        row("surname is the person's", "[P Ann Orr] spoke and [L Orr] left", "[P Ann Orr] spoke and [P Orr] left");
        row("usual kind", "[O Acme] sold , [O Acme] bought and [L Acme] rose", "[O Acme] sold , [O Acme] bought and [O Acme] rose");
        row("even is left", "[O Sund] won and [L Sund] lost", "[O Sund] won and [L Sund] lost");
        row("overlooked", "[O Acme] sold , [O Acme] bought and Acme rose", "[O Acme] sold , [O Acme] bought and [O Acme] rose");
        row("overlooked longer one", "[O Acme Works] and [O Acme Works] left . Acme Works rose", "[O Acme Works] and [O Acme Works] left . [O Acme Works] rose");
        row("small letters are no name", "[O Target] and [O Target] missed the target", "[O Target] and [O Target] missed the target");
        row("a body's first word", "[O Acme Works] sold and [P Acme] rose", "[O Acme Works] sold and [O Acme] rose");
        row("longer elsewhere", "[P Kim Berg Orr] met [P Kim Berg] Orr", "[P Kim Berg Orr] met [P Kim Berg Orr]");
        row("longer elsewhere in two parts", "[P Kim Berg Orr] met [P Kim Berg] [P Orr]", "[P Kim Berg Orr] met [P Kim Berg Orr]");
        row("two known persons stay one", "[P Kim Berg] met [P Orr] and [P Kim Berg Orr]", "[P Kim Berg] met [P Orr] and [P Kim Berg Orr]");
        row("where places are", "off the island of [P Sund] and in [P Sund] , [P Sund] said", "off the island of [L Sund] and in [L Sund] , [L Sund] said");
        row("a person can be in a title", "in [P Orr] and near [P Orr] , [P Ann Orr] said", "in [P Orr] and near [P Orr] , [P Ann Orr] said");
        row("twice the same", "then [P Ann Ann] wrote", "then [P Ann] [P Ann] wrote");
        row("two persons in one", "[P Bo Lind] wrote . Regards [P Bo Lind Ann Orr] left", "[P Bo Lind] wrote . Regards [P Bo Lind] [P Ann Orr] left");
        row("one person with more names", "[P Bo Lind] wrote to [P Bo Lind Berg]", "[P Bo Lind] wrote to [P Bo Lind Berg]");
        row("known place stays", "[P Ann Norvik] lives in [L Norvik]", "[P Ann Norvik] lives in [L Norvik]");
    }

    void makeNamesAgree_namesOfAnArticle_agree()
    {
        QFETCH(QString, names);
        QFETCH(QString, expected);
        const Known known({{hashOfLower(u"Ann"), Gazetteer::GivenName}, {hashOfLower(u"Norvik"), Gazetteer::Place}});
        Marked marked(names, known.gazetteer);
        makeNamesAgree(marked.words, 0, marked.words.size(), known.gazetteer, marked.names);
        QCOMPARE(marked.toText(), expected);
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
