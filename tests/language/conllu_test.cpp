#include "language/conllu_writer.h"
#include "support/conllu.h"

#include <QtTest>

using namespace variorum;

class ConlluTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void read_written_isTheSameAgain()
    {
        const QString conllu = QString::fromUtf8("# newdoc id = a.txt\n"
                                                 "# text = Orlov’s men don't sleep.\n"
                                                 "1-2\tOrlov’s\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                                 "1\tOrlov\tOrlov\tPROPN\tNNP\tNumber=Sing\t3\tnmod:poss\t_\tEntity=B-PER\n"
                                                 "2\t’s\t's\tPART\tPOS\t_\t1\tcase\t_\t_\n"
                                                 "3\tmen\tman\tNOUN\tNNS\tNumber=Plur\t6\tnsubj\t_\t_\n"
                                                 "4-5\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                                 "4\tdo\tdo\tAUX\tVBP\t_\t6\taux\t_\t_\n"
                                                 "5\tn't\tnot\tPART\tRB\t_\t6\tadvmod\t_\t_\n"
                                                 "6\tsleep\tsleep\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
                                                 "7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_\n\n");
        const model::AnnotatedText text = support::fromConllu(conllu);
        QCOMPARE(text.text, QString::fromUtf8("Orlov’s men don't sleep."));
        QCOMPARE(text.sentences.size(), size_t{1});
        QCOMPARE(text.names.size(), size_t{1});
        QCOMPARE(text.names.front().kind, model::EntityKind::Person);
        QCOMPARE(text.form(4).toString(), QStringLiteral("n't"));
        QCOMPARE(text.lemma(4).toString(), QStringLiteral("not"));
        QCOMPARE(language::toConllu(text, QStringLiteral("a.txt")), conllu);
    }

    void read_blanksForTabs_isTheSame()
    {
        const model::AnnotatedText text = support::fromConllu(QStringLiteral("1 Kim Kim PROPN NNP _ 2 nsubj\n2 left leave VERB VBD _ 0 root _ SpaceAfter=No\n\n1 Yes yes INTJ UH _ 0 root\n"));
        QCOMPARE(support::brief(text), QStringLiteral("Kim/PROPN/nsubj>left left/VERB/root\nYes/INTJ/root"));
        QCOMPARE(text.text, QStringLiteral("Kim left Yes"));
        QCOMPARE(text.tokens[2].head, std::optional<int>());
    }
};

QTEST_GUILESS_MAIN(ConlluTest)
#include "conllu_test.moc"
