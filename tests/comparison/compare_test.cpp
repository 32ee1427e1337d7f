// Claims, divergences, origins and silence on facts made by hand.

#include "fact_maker.h"
#include "table_knowledge.h"

#include "comparison/compare_with.h"
#include "comparison/entities/merge_entities.h"
#include "comparison/origins/independent_origins.h"
#include "model/names.h"

#include <QTest>

#include <algorithm>

using namespace variorum;
using namespace variorum::comparison;
using namespace Qt::StringLiterals;
using model::AnalysedArticle;
using test::FactMaker;

namespace {

const QString kLeft = u"[agent:@Anna_Berg Berg/berg/P@Anna_Berg ] left/leave/V! Lund/lund/P$Lund with/with/- her/her/- ferry/ferry/N [time:%1 in/in/- %2/%3/N ]"_s;
const QString kFerry = u"[agent:ferry The/the/- ferry/ferry/N ] carries/carry/V! [quantity:%1_lorry %1/%1/M lorries/lorry/N ] and/and/- passengers/passenger/N"_s;
const QString kDeck = u"A/a/- [attribute:colour %1 ] deck/deck/N shines/shine/V! above/above/- the/the/- harbour/harbour/N"_s;
const QString kStorm = u"[agent:storm The/the/- storm/storm/N ] broke/break/V! windows/window/N of/of/- the/the/- museum/museum/N"_s;

QString left(const char *timex, const char *month) { return kLeft.arg(QString::fromLatin1(timex), QString::fromLatin1(month), QString::fromLatin1(month).toLower()); }

AnalysedArticle post(const QString &month = u"2023-07"_s, const char *name = "July", int lorries = 20)
{
    FactMaker maker(u"a-post.txt"_s, u"Post"_s, u"2023-08-20"_s);
    maker.say(left(month.toLatin1().constData(), name)).say(kFerry.arg(lorries)).say(kStorm);
    return maker.made();
}

model::Comparison compared(const std::vector<AnalysedArticle> &articles, const ComparisonHelp &help = {})
{
    static const test::TableKnowledge kKnowledge;
    static const std::optional<Weights> kWeights = test::weightsOfTree();
    static const PairModel kPairs = test::plainPairs();
    Q_ASSERT(kWeights);
    return compareWith(articles, {kKnowledge, *kWeights, kPairs, test::convertUnits, {}, help});
}

AnalysedArticle renamed(AnalysedArticle article, const QString &path, const QString &outlet)
{
    article.article.path = path;
    article.article.outlet = outlet;
    article.article.sha256 = path.toUtf8();
    article.article.title = u"A headline of its own"_s;
    return article;
}

QString shown(const model::Divergence &divergence)
{
    QStringList values;
    for (const model::DivergentValue &value : divergence.values)
        values.append(value.value);
    return u"%1 %2: %3"_s.arg(model::nameOf(divergence.kind), model::nameOf(divergence.severity), values.join(u" / "_s));
}

QStringList shown(const model::Comparison &comparison)
{
    QStringList all;
    for (const model::Divergence &divergence : comparison.divergences)
        all.append(shown(divergence));
    return all;
}

} // namespace

class CompareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tables_ofTree_areComplete() { QVERIFY(test::weightsOfTree() && test::pairsOfTree()); }

    void weights_missingKey_givesNothing()
    {
        QVERIFY(!readWeights([](QStringView) { return std::optional<QString>(); }));
        QVERIFY(!readWeights([](QStringView) { return std::optional<QString>(u"much"_s); }));
    }

    void compare_nothing_givesEmptyComparison()
    {
        const model::Comparison comparison = compared({});
        QVERIFY(comparison.articles.empty() && comparison.claims.empty() && !comparison.engine.isEmpty());
    }

    void compare_ownTextUnderAnotherOutlet_showsNoDivergence()
    {
        const model::Comparison comparison = compared({post(), renamed(post(), u"b-times.txt"_s, u"Times"_s)});
        QCOMPARE(shown(comparison), QStringList());
        QCOMPARE(comparison.claims.size(), size_t{3});
        for (const model::Claim &claim : comparison.claims) {
            QCOMPARE(claim.statements.size(), size_t{2});
            QVERIFY(claim.status == model::ClaimStatus::Agreed);
            QCOMPARE(claim.independentOrigins, 1); // a copy is no second origin
            QVERIFY(!claim.why.aligned.empty() && claim.why.score >= claim.why.threshold);
        }
    }

    void compare_oneNumberChanged_showsExactlyThatDivergence()
    {
        const model::Comparison comparison = compared({post(), renamed(post(u"2023-07"_s, "July", 30), u"b-times.txt"_s, u"Times"_s)});
        QCOMPARE(shown(comparison), QStringList{u"quantity conflict: 20 lorry / 30 lorry"_s});
    }

    void compare_oneMonthChanged_showsExactlyThatDivergence()
    {
        const model::Comparison comparison = compared({post(), renamed(post(u"2023-08"_s, "August"), u"b-times.txt"_s, u"Times"_s)});
        QCOMPARE(shown(comparison), QStringList{u"time conflict: 2023-07 / 2023-08"_s});
        const model::Divergence &divergence = comparison.divergences.front();
        QCOMPARE(divergence.rule, u"times-apart"_s);
        const model::Evidence &evidence = divergence.values.front().evidence.front();
        QCOMPARE(comparison.articles[0].text.mid(evidence.place.span.begin, evidence.place.span.length()), u"in July"_s);
        const auto claim = std::find_if(comparison.claims.begin(), comparison.claims.end(), [&](const model::Claim &each) { return each.id == divergence.claim; });
        QVERIFY(claim->status == model::ClaimStatus::Divergent);
    }

    void compare_negationChanged_showsExactlyThatDivergence()
    {
        AnalysedArticle other = renamed(post(), u"b-times.txt"_s, u"Times"_s);
        other.facts.statements[2].polarity = model::Polarity::Negative;
        QCOMPARE(shown(compared({post(), other})), QStringList{u"polarity conflict: positive / negative"_s});
    }

    void compare_risingCount_isUpdate()
    {
        AnalysedArticle later = renamed(post(u"2023-07"_s, "July", 30), u"b-times.txt"_s, u"Times"_s);
        later.article.published = model::NewsDate::fromIsoString(u"2023-08-22"_s);
        const model::Comparison comparison = compared({post(), later});
        QCOMPARE(shown(comparison), QStringList{u"quantity refinement: 20 lorry / 30 lorry"_s});
        QVERIFY(comparison.divergences.front().isUpdate);
    }

    void compare_fallingCount_isConflict()
    {
        AnalysedArticle later = renamed(post(u"2023-07"_s, "July", 12), u"b-times.txt"_s, u"Times"_s);
        later.article.published = model::NewsDate::fromIsoString(u"2023-08-22"_s);
        QCOMPARE(shown(compared({post(), later})), QStringList{u"quantity conflict: 20 lorry / 12 lorry"_s});
    }

    /// What the ferry can carry and what it carries are two things, though told in the same words.
    void compare_unprovenClash_isNoAgreement()
    {
        const auto made = [](const char *name, const QString &words) {
            FactMaker maker(QString::fromLatin1(name) + u".txt"_s, QString::fromLatin1(name), u"2023-08-20"_s);
            maker.say(words).say(kStorm);
            return maker.made();
        };
        QString able = kFerry.arg(20);
        able.replace(u"carries/carry/V!"_s, u"can/can/- carry/carry/V!"_s);
        const model::Comparison comparison = compared({made("a-post", kFerry.arg(12)), made("b-times", able), made("c-sun", able)});
        QCOMPARE(shown(comparison), QStringList());
        int ferryClaims = 0;
        for (const model::Claim &claim : comparison.claims) {
            if (!claim.text.contains(u"ferry"_s))
                continue;
            ++ferryClaims;
            const bool isAble = claim.text.contains(u"can"_s);
            QCOMPARE(claim.statements.size(), isAble ? 2U : 1U);
            QCOMPARE(claim.status, isAble ? model::ClaimStatus::Agreed : model::ClaimStatus::SingleSource);
        }
        QCOMPARE(ferryClaims, 2);
    }

    void compare_placeBeyondCount_isNoAgreement_data()
    {
        QTest::addColumn<double>("place");
        QTest::addColumn<int>("articles");
        QTest::newRow("the seventh of five") << 7.0 << 1;
        QTest::newRow("the third of five") << 3.0 << 2;
    }

    void compare_placeBeyondCount_isNoAgreement()
    {
        QFETCH(double, place);
        QFETCH(int, articles);
        const auto made = [](const char *name, const QString &words) {
            FactMaker maker(QString::fromLatin1(name) + u".txt"_s, QString::fromLatin1(name), u"2023-08-20"_s);
            maker.say(words).say(kStorm);
            return maker.made();
        };
        AnalysedArticle ordinal = made("b-times", kFerry.arg(7));
        for (model::Slot &slot : ordinal.facts.statements.front().slots) {
            if (!slot.quantity)
                continue;
            slot.quantity->isOrdinal = true;
            slot.quantity->value = slot.quantity->low = slot.quantity->high = place;
        }
        const model::Comparison comparison = compared({made("a-post", kFerry.arg(5)), ordinal});
        int ferryClaims = 0;
        for (const model::Claim &claim : comparison.claims)
            ferryClaims += claim.text.contains(u"ferry"_s) ? 1 : 0;
        QCOMPARE(ferryClaims, articles == 1 ? 2 : 1);
    }

    void originKeys_count_data()
    {
        QTest::addColumn<QStringList>("statements"); // "place of article:speaker,speaker"
        QTest::addColumn<int>("expected");
        // Articles 0, 1, 2 print one text; 3 and 4 have texts of their own.
        QTest::newRow("one article, own words") << QStringList{u"3:"_s} << 1;
        QTest::newRow("one article, two speakers") << QStringList{u"3:Mayor"_s, u"3:Chief"_s, u"3:"_s} << 1;
        QTest::newRow("one text, three papers") << QStringList{u"0:"_s, u"1:"_s, u"2:"_s} << 1;
        QTest::newRow("one text, three papers, three speakers") << QStringList{u"0:Mayor"_s, u"1:Chief"_s, u"2:Owner"_s} << 1;
        QTest::newRow("two texts") << QStringList{u"3:"_s, u"4:"_s} << 2;
        QTest::newRow("two texts, one speaker") << QStringList{u"3:Mayor"_s, u"4:Mayor"_s} << 1;
        QTest::newRow("two texts, two speakers") << QStringList{u"3:Mayor"_s, u"4:Chief"_s} << 2;
        QTest::newRow("speaker of only one copy") << QStringList{u"0:Mayor"_s, u"1:"_s, u"3:Mayor"_s} << 2;
        QTest::newRow("speaker of all copies") << QStringList{u"0:Mayor"_s, u"1:Mayor"_s, u"3:Mayor"_s} << 1;
        QTest::newRow("joined by a third") << QStringList{u"0:Mayor"_s, u"3:Chief"_s, u"4:Mayor"_s, u"4:Chief"_s} << 1;
        QTest::newRow("pronoun names nobody") << QStringList{u"3:His"_s, u"4:His"_s} << 2;
    }

    void originKeys_count()
    {
        QFETCH(QStringList, statements);
        QFETCH(int, expected);
        std::vector<model::Article> articles(5);
        std::vector<const model::Article *> pointers;
        for (size_t place = 0; place < articles.size(); ++place) {
            articles[place].outlet = u"Outlet %1"_s.arg(place);
            pointers.push_back(&articles[place]);
        }
        TextReuse reuse;
        reuse.copyOf = {{1, 0}, {2, 0}};
        std::vector<model::Statement> made;
        for (const QString &spec : statements) {
            model::Statement statement;
            statement.article = base::ArticleId{spec.section(u':', 0, 0).toInt() + 1};
            if (const QString speaker = spec.section(u':', 1); !speaker.isEmpty())
                statement.origins = {{speaker, std::nullopt, model::OriginKind::Speaker}};
            made.push_back(statement);
        }
        std::vector<const model::Statement *> all;
        for (const model::Statement &statement : made)
            all.push_back(&statement);
        QCOMPARE(OriginKeys(pointers, reuse).count(all), expected);
    }

    void resolvePronouns_chain_namesEachPartyOnce_data()
    {
        QTest::addColumn<QStringList>("names"); // "#" after a name: it is the entity Joren Vask
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("owner of a named line") << QStringList{u"Its owner"_s, u"Kelland Line"_s} << QStringList{u"Kelland Line"_s};
        QTest::newRow("known possessor") << QStringList{u"His#"_s} << QStringList{u"Joren Vask"_s};
        QTest::newRow("known and named") << QStringList{u"he#"_s, u"Joren Vask#"_s} << QStringList{u"Joren Vask"_s};
        QTest::newRow("bare pronoun") << QStringList{u"Its"_s} << QStringList{};
        QTest::newRow("described only") << QStringList{u"their teacher"_s} << QStringList{u"their teacher"_s};
        QTest::newRow("no pronoun") << QStringList{u"Italian police"_s, u"Wire"_s} << QStringList{u"Italian police"_s, u"Wire"_s};
    }

    void resolvePronouns_chain_namesEachPartyOnce()
    {
        QFETCH(QStringList, names);
        QFETCH(QStringList, expected);
        std::vector<model::Entity> entities(1);
        entities.front().id = base::EntityId{1};
        entities.front().name = u"Joren Vask"_s;
        std::vector<model::Origin> origins;
        for (QString name : names) {
            const bool isKnown = name.endsWith(u'#');
            origins.push_back({name.remove(u'#'), isKnown ? std::optional(base::EntityId{1}) : std::nullopt, model::OriginKind::Speaker});
        }
        resolvePronouns(origins, entities);
        QStringList found;
        for (const model::Origin &origin : origins)
            found.append(origin.name);
        QCOMPARE(found, expected);
    }

    void findTextReuse_storyOfThreeHundredPapers_isOneText()
    {
        QString wire;
        for (int word = 0; word < 120; ++word)
            wire += u"word%1 "_s.arg(word * 7919 % 1009);
        std::vector<model::Article> articles(300);
        std::vector<const model::Article *> pointers;
        std::vector<model::Statement> statements(articles.size());
        std::vector<const model::Statement *> all;
        for (size_t place = 0; place < articles.size(); ++place) {
            articles[place].outlet = u"Paper %1"_s.arg(place);
            articles[place].text = wire + u"and this ending is of paper %1 alone"_s.arg(place);
            pointers.push_back(&articles[place]);
            statements[place].article = base::ArticleId{static_cast<qint64>(place) + 1};
            all.push_back(&statements[place]);
        }
        const TextReuse reuse = findTextReuse(pointers);
        QVERIFY(reuse.copyOf.size() < 3 * articles.size()); // not all with all
        QCOMPARE(OriginKeys(pointers, reuse).count(all), 1);
    }

    void compare_contradictionInOneArticle_isInternal()
    {
        AnalysedArticle twice = [] {
            FactMaker maker(u"a-post.txt"_s, u"Post"_s, u"2023-08-20"_s);
            maker.say(kFerry.arg(20)).say(kStorm).say(kFerry.arg(30));
            return maker.made();
        }();
        FactMaker other(u"b-times.txt"_s, u"Times"_s, u"2023-08-20"_s);
        other.say(kFerry.arg(20));
        QCOMPARE(shown(compared({twice, other.made()})), QStringList{u"quantity internal: 20 lorry / 30 lorry"_s});
    }

    void compare_colour_isRefinementOrConflict()
    {
        const auto deck = [](const QString &path, const QString &outlet, const QString &words) {
            FactMaker maker(path, outlet);
            maker.say(kDeck.arg(words)).say(kStorm);
            return maker.made();
        };
        QCOMPARE(shown(compared({deck(u"a"_s, u"Post"_s, u"green/green/A"_s), deck(u"b"_s, u"Times"_s, u"red/red/A"_s)})), QStringList{u"attribute conflict: green / red"_s});
        QCOMPARE(shown(compared({deck(u"a"_s, u"Post"_s, u"green/green/A"_s), deck(u"b"_s, u"Times"_s, u"dark/dark/A green/green/A"_s)})), QStringList{u"attribute refinement: green / dark green"_s});
    }

    void compare_quotationInOtherWords_isWording()
    {
        const auto quoted = [](const QString &path, const QString &outlet, const QString &how) {
            FactMaker maker(path, outlet);
            maker.say(kStorm).say(u"It/it/- will/will/- be/be/V! a/a/- %1 visit/visit/N to/to/- Lund/lund/P$Lund"_s.arg(how)).quotedBy(u"Karl Holm"_s);
            return maker.made();
        };
        const model::Comparison comparison = compared({quoted(u"a"_s, u"Post"_s, u"full-blown/full-blown/A"_s), quoted(u"b"_s, u"Times"_s, u"comprehensive/comprehensive/A"_s)});
        QCOMPARE(comparison.divergences.size(), size_t{1});
        QVERIFY(comparison.divergences.front().kind == model::DivergenceKind::Quotation && comparison.divergences.front().severity == model::Severity::Wording);
    }

    void compare_plannedAndDone_isConflictWhereThePlanHolds_data()
    {
        using model::Certainty;
        QTest::addColumn<QString>("one");
        QTest::addColumn<Certainty>("oneCertainty");
        QTest::addColumn<QString>("other");
        QTest::addColumn<Certainty>("otherCertainty");
        QTest::addColumn<QString>("otherDay");
        QTest::addColumn<QStringList>("wanted");
        const QString done = u"reached/reach/V!"_s;
        const QString planned = u"will/will/H reach/reach/V!"_s;
        QTest::newRow("done, and still planned") << done << Certainty::Asserted << planned << Certainty::Planned << u"2023-08-20"_s << QStringList{u"certainty conflict: asserted / planned"_s};
        QTest::newRow("planned first, done since") << planned << Certainty::Planned << done << Certainty::Asserted << u"2023-08-22"_s << QStringList{u"certainty refinement: planned / asserted"_s};
        QTest::newRow("plan told from behind") << done << Certainty::Asserted << u"would/would/H reach/reach/V!"_s << Certainty::Planned << u"2023-08-20"_s << QStringList();
        QTest::newRow("on its way, and planned") << u"is/be/H reaching/reach/V!"_s << Certainty::Asserted << planned << Certainty::Planned << u"2023-08-20"_s << QStringList();
        QTest::newRow("done, and possible") << done << Certainty::Asserted << u"may/may/H have/have/H reached/reach/V!"_s << Certainty::Possible << u"2023-08-20"_s
                                            << QStringList{u"certainty refinement: asserted / possible"_s};
        QTest::newRow("both done") << done << Certainty::Asserted << u"has/have/H reached/reach/V!"_s << Certainty::Reported << u"2023-08-20"_s << QStringList();
    }

    void compare_plannedAndDone_isConflictWhereThePlanHolds()
    {
        QFETCH(QString, one);
        QFETCH(model::Certainty, oneCertainty);
        QFETCH(QString, other);
        QFETCH(model::Certainty, otherCertainty);
        QFETCH(QString, otherDay);
        const auto arrival = [](const char *name, const QString &verb, model::Certainty certainty, const QString &day) {
            FactMaker maker(QString::fromLatin1(name), QString::fromLatin1(name), day);
            maker.say(u"[agent:@Anna_Berg Berg/berg/P@Anna_Berg ] %1 [destination:$Lund Lund/lund/P$Lund ] by/by/- ferry/ferry/N"_s.arg(verb));
            maker.last().certainty = certainty;
            maker.say(kStorm);
            return maker.made();
        };
        QTEST(shown(compared({arrival("a", one, oneCertainty, u"2023-08-20"_s), arrival("b", other, otherCertainty, otherDay)})), "wanted");
    }

    void compare_negation_isConflictWhereToldPlainly_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<QStringList>("wanted");
        const QString one = u"[agent:crew The/the/- crew/crew/N ] had/have/H %1 sent/send/V! [patient:signal a/a/- signal/signal/N ] from/from/- the/the/- bridge/bridge/N"_s;
        const QStringList conflict{u"polarity conflict: positive / negative"_s};
        QTest::newRow("not") << one.arg(u"not/not/R"_s) << conflict;
        QTest::newRow("not yet") << one.arg(u"not/not/R yet/yet/R"_s) << QStringList{u"polarity refinement: positive / negative"_s};
        QTest::newRow("not only") << one.arg(u"not/not/R only/only/R"_s) << QStringList();
        QTest::newRow("another thing") << u"[agent:crew The/the/- crew/crew/N ] had/have/H not/not/R sent/send/V! [patient:wreath a/a/- wreath/wreath/N ] from/from/- the/the/- bridge/bridge/N"_s << QStringList();
    }

    void compare_negation_isConflictWhereToldPlainly()
    {
        QFETCH(QString, other);
        const auto told = [](const char *name, const QString &words) {
            FactMaker maker(QString::fromLatin1(name), QString::fromLatin1(name));
            maker.say(words).say(kStorm);
            return maker.made();
        };
        const QString one = u"[agent:crew The/the/- crew/crew/N ] had/have/H sent/send/V! [patient:signal a/a/- signal/signal/N ] from/from/- the/the/- bridge/bridge/N"_s;
        QTEST(shown(compared({told("a", one), told("b", other)})), "wanted");
    }

    void compare_companies_ofOneMember_areHeldAgainstEachOther_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<QStringList>("wanted");
        const QString came = u"[agent:doctor doctors/doctor/N ] and/and/- [agent:%1 %1s/%1/N ] boarded/board/V! [patient:ferry the/the/- ferry/ferry/N ] in/in/- the/the/- harbour/harbour/N"_s;
        QTest::newRow("the same") << came.arg(u"teacher"_s) << QStringList();
        QTest::newRow("another with them") << came.arg(u"soldier"_s) << QStringList{u"participant refinement: doctors and teachers / doctors and soldiers"_s};
        QTest::newRow("one kind alone") << u"[agent:soldier soldiers/soldier/N ] boarded/board/V! [patient:ferry the/the/- ferry/ferry/N ] in/in/- the/the/- harbour/harbour/N"_s << QStringList();
    }

    void compare_companies_ofOneMember_areHeldAgainstEachOther()
    {
        QFETCH(QString, other);
        const auto told = [](const char *name, const QString &words) {
            FactMaker maker(QString::fromLatin1(name), QString::fromLatin1(name));
            maker.say(words).say(kStorm);
            return maker.made();
        };
        const QString one = u"[agent:doctor doctors/doctor/N ] and/and/- [agent:teacher teachers/teacher/N ] boarded/board/V! [patient:ferry the/the/- ferry/ferry/N ] in/in/- the/the/- harbour/harbour/N"_s;
        QTEST(shown(compared({told("a", one), told("b", other)})), "wanted");
    }

    void compare_fragmentsOfOtherActs_areNoConflict_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QStringList>("wanted");
        const QString sold = u"[agent:@Anna_Berg Berg/berg/P@Anna_Berg ] sold/sell/V! [quantity:%1_boat %1/%1/M %2 boats/boat/N ] to/to/- the/the/- harbour/harbour/N"_s;
        QTest::newRow("one act") << sold.arg(7).arg(u""_s).simplified() << sold.arg(9).arg(u""_s).simplified() << QStringList{u"quantity conflict: 7 boat / 9 boat"_s};
        QTest::newRow("some and all") << sold.arg(7).arg(u"other/other/A"_s) << sold.arg(9).arg(u""_s).simplified() << QStringList();
        QTest::newRow("other actor") << sold.arg(7).arg(u""_s).simplified() << sold.arg(9).arg(u""_s).simplified().replace(u"@Anna_Berg"_s, u"@Karl_Holm"_s).replace(u"Berg/berg"_s, u"Holm/holm"_s) << QStringList();
    }

    void compare_fragmentsOfOtherActs_areNoConflict()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        FactMaker left(u"a"_s, u"Post"_s);
        left.say(one).say(kStorm);
        FactMaker right(u"b"_s, u"Times"_s);
        right.say(other).say(kStorm);
        QTEST(shown(compared({left.made(), right.made()})).filter(u"quantity"_s), "wanted");
    }

    void compare_otherSpeakers_isAttribution()
    {
        const auto told = [](const QString &path, const QString &outlet, const QString &speaker) {
            FactMaker maker(path, outlet);
            maker.say(kStorm);
            maker.last().origins = {{speaker, std::nullopt, model::OriginKind::Speaker}};
            maker.say(kFerry.arg(20));
            return maker.made();
        };
        const model::Comparison comparison = compared({told(u"a"_s, u"Post"_s, u"Anna Berg"_s), told(u"b"_s, u"Times"_s, u"Karl Holm"_s)});
        QCOMPARE(shown(comparison), QStringList{u"attribution refinement: Anna Berg / Karl Holm"_s});
        QCOMPARE(shown(compared({told(u"a"_s, u"Post"_s, u"Anna Berg"_s), told(u"b"_s, u"Times"_s, u"Berg"_s)})), QStringList());
    }

    void compare_originWithoutName_isNoAttribution()
    {
        const auto told = [](const QString &path, const QString &outlet, const QString &speaker) {
            FactMaker maker(path, outlet);
            maker.say(kStorm);
            maker.last().origins = {{speaker, std::nullopt, model::OriginKind::Speaker}};
            maker.say(kFerry.arg(20));
            return maker.made();
        };
        for (const QString &name : {u"to"_s, u"Reports"_s, u"his brother"_s})
            QCOMPARE(shown(compared({told(u"a"_s, u"Post"_s, u"Anna Berg"_s), told(u"b"_s, u"Times"_s, name)})), QStringList());
    }

    void compare_peopleInOtherRoles_isNoConflict_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QStringList>("wanted");
        const QString carries = u"The/the/- airship/airship/N carries/carry/V! [quantity:%1_passenger %1/%1/M passengers/passenger/N ] above/above/- the/the/- harbour/harbour/N"_s;
        const QString canCarry = u"The/the/- airship/airship/N can/can/- carry/carry/V! [quantity:%1_passenger %1/%1/M passengers/passenger/N ] above/above/- the/the/- harbour/harbour/N"_s;
        QTest::newRow("one act") << carries.arg(30) << carries.arg(40) << QStringList{u"quantity conflict: 30 passenger / 40 passenger"_s};
        QTest::newRow("one ability") << canCarry.arg(30) << canCarry.arg(40) << QStringList{u"quantity conflict: 30 passenger / 40 passenger"_s};
        QTest::newRow("able and doing") << canCarry.arg(90) << carries.arg(40) << QStringList();
    }

    void compare_peopleInOtherRoles_isNoConflict()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        FactMaker left(u"a"_s, u"Post"_s);
        left.say(one).say(kStorm);
        FactMaker right(u"b"_s, u"Times"_s);
        right.say(other).say(kStorm);
        QTEST(shown(compared({left.made(), right.made()})), "wanted");
    }

    void compare_numberWithoutNoun_countsWhatTheOtherCounts_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("firstDay");
        QTest::addColumn<QString>("lastDay");
        QTest::addColumn<QStringList>("wanted");
        const QString people = u"[quantity:%1_people %1/%1/M people/people/N ] remain/remain/V! %2 after/after/- the/the/- avalanche/avalanche/N"_s;
        const QString bare = u"[quantity:%1 %1/%1/M ] remain/remain/V! %2 after/after/- the/the/- avalanche/avalanche/N"_s;
        const QString missing = u"missing/missing/A"_s;
        const QString asleep = u"asleep/asleep/A"_s;
        QTest::newRow("one number") << people.arg(8).arg(asleep) << bare.arg(8).arg(asleep) << u"2020-02-01"_s << u"2020-02-02"_s << QStringList();
        QTest::newRow("fewer on one day") << people.arg(8).arg(missing) << bare.arg(3).arg(missing) << u"2020-02-01"_s << u"2020-02-01"_s << QStringList{u"quantity conflict: 8 people / 3"_s};
        QTest::newRow("fewer missing later") << people.arg(8).arg(missing) << bare.arg(3).arg(missing) << u"2020-02-01"_s << u"2020-02-02"_s << QStringList{u"quantity refinement: 8 people / 3"_s};
        QTest::newRow("fewer asleep later") << people.arg(8).arg(asleep) << bare.arg(3).arg(asleep) << u"2020-02-01"_s << u"2020-02-02"_s << QStringList{u"quantity conflict: 8 people / 3"_s};
    }

    void compare_numberWithoutNoun_countsWhatTheOtherCounts()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(QString, firstDay);
        QFETCH(QString, lastDay);
        FactMaker left(u"a"_s, u"Post"_s, firstDay);
        left.say(one).say(kStorm);
        FactMaker right(u"b"_s, u"Times"_s, lastDay);
        right.say(other).say(kStorm);
        QTEST(shown(compared({left.made(), right.made()})), "wanted");
    }

    void compare_objects_areHeldAgainstEachOther_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QStringList>("wanted");
        QTest::newRow("one thing struck") << u"hit"_s << u"tree"_s << u"tree"_s << QStringList();
        QTest::newRow("two things struck") << u"hit"_s << u"tree"_s << u"wall"_s << QStringList(); // the one may have been pushed into the other
        QTest::newRow("a kind of it") << u"sell"_s << u"fish"_s << u"trout"_s << QStringList{u"attribute refinement: fish / trout"_s};
        QTest::newRow("two things shut") << u"shut"_s << u"street"_s << u"square"_s << QStringList();
    }

    void compare_objects_areHeldAgainstEachOther()
    {
        QFETCH(QString, verb);
        QFETCH(QString, one);
        QFETCH(QString, other);
        const auto told = [&verb](const QString &path, const QString &outlet, const QString &noun) {
            FactMaker maker(path, outlet);
            maker.say(u"The/the/- tram/tram/N %1/%1/V! [patient: %2/%2/N ] beside/beside/- Lund/lund/P$Lund station/station/N"_s.arg(verb, noun)).say(kStorm);
            return maker.made();
        };
        QTEST(shown(compared({told(u"a"_s, u"Post"_s, one), told(u"b"_s, u"Times"_s, other)})), "wanted");
    }

    void compare_partOfPlace_isRefinement()
    {
        const auto told = [](const QString &path, const QString &outlet, const QString &where) {
            FactMaker maker(path, outlet);
            maker.say(u"A/a/- fire/fire/N destroyed/destroy/V! a/a/- library/library/N in/in/- [place:$Lund %1 Lund/lund/P$Lund ]"_s.arg(where)).say(kStorm);
            return maker.made();
        };
        const AnalysedArticle plain = told(u"a"_s, u"Post"_s, {});
        QCOMPARE(shown(compared({plain, told(u"b"_s, u"Times"_s, u"downtown/downtown/A"_s)})), QStringList{u"place refinement: Lund / downtown Lund"_s});
        QCOMPARE(shown(compared({plain, told(u"b"_s, u"Times"_s, u"old/old/A"_s)})), QStringList());
    }

    void compare_said_isNoCertainty()
    {
        const auto told = [](const QString &path, const QString &outlet, const QString &verb, model::Certainty certainty) {
            FactMaker maker(path, outlet);
            maker.say(u"[agent:@Anna_Berg Berg/berg/P@Anna_Berg ] %1 [destination:$Lund Lund/lund/P$Lund ] by/by/- ferry/ferry/N"_s.arg(verb));
            maker.last().certainty = certainty;
            maker.say(kStorm);
            return maker.made();
        };
        for (const auto &[verb, wanted] : {std::pair(u"reaches/reach/V!"_s, qsizetype{1}), std::pair(u"says/say/V!"_s, qsizetype{0})}) {
            const model::Comparison comparison = compared({told(u"a"_s, u"Post"_s, verb, model::Certainty::Asserted), told(u"b"_s, u"Times"_s, u"may/may/H "_s + verb, model::Certainty::Possible)});
            QCOMPARE(shown(comparison).size(), wanted);
        }
    }

    void compare_claimText_isTheClauseThatNamesItsSubject()
    {
        FactMaker left(u"a"_s, u"Post"_s);
        left.say(u"[agent:@Anna_Berg Berg/berg/P@Anna_Berg ] opened/open/V! a/a/- bridge/bridge/N in/in/- Lund/lund/P$Lund"_s).say(kStorm);
        FactMaker right(u"b"_s, u"Times"_s);
        right.say(u"opened/open/V! a/a/- bridge/bridge/N in/in/- Lund/lund/P$Lund"_s).say(kStorm);
        for (const auto &articles : {std::vector{left.made(), right.made()}, std::vector{right.made(), left.made()}}) {
            const model::Comparison comparison = compared(articles);
            QVERIFY(std::any_of(comparison.claims.begin(), comparison.claims.end(), [](const model::Claim &claim) { return claim.text.startsWith(u"Berg opened"); }));
        }
    }

    void compare_anyOrder_givesSameResult()
    {
        std::vector<AnalysedArticle> articles = {post(), renamed(post(u"2023-08"_s, "August"), u"b-times.txt"_s, u"Times"_s),
                                                 renamed(post(u"2023-07"_s, "July", 30), u"c-sun.txt"_s, u"Sun"_s)};
        const model::Comparison first = compared(articles);
        QVERIFY(!first.divergences.empty());
        std::vector<int> order = {0, 1, 2};
        while (std::next_permutation(order.begin(), order.end())) {
            std::vector<AnalysedArticle> turned;
            for (const int place : order)
                turned.push_back(articles[static_cast<size_t>(place)]);
            QVERIFY(compared(turned) == first);
        }
    }

    void compare_withMemoryAndThreads_isTheSame()
    {
        FactMaker stranger(u"z.txt"_s, u"Echo"_s);
        stranger.say(u"A/a/- striker/striker/N scored/score/V! two/two/M goals/goal/N against/against/- Brightwater/brightwater/P$Brightwater"_s);
        std::vector<AnalysedArticle> articles = {post(), renamed(post(u"2023-08"_s, "August"), u"b-times.txt"_s, u"Times"_s), stranger.made()};
        const model::Comparison plain = compared(articles);
        StoryMemory memory;
        int made = 0;
        ComparisonHelp help;
        help.memory = &memory;
        help.fingerprint = [](const AnalysedArticle &article) { return article.article.sha256; };
        help.forEach = [&made](int count, const std::function<void(int)> &task, const std::function<void(int)> &tell) {
            for (int at = count; at-- > 0;) // the other way round
                task(at);
            ++made;
            tell(count);
        };
        QVERIFY(compared(articles, help) == plain);
        QVERIFY(made > 0);
        QVERIFY(compared(articles, help) == plain); // from memory
        articles.pop_back();
        QVERIFY(compared(articles, help) == compared(articles));
    }

    /// The person outranks the machine. Statements by place: 0 the departure, 1 the ferry's load, 2 the storm.
    void compare_personsConstraints_areObeyed()
    {
        std::vector<AnalysedArticle> articles = {post(), renamed(post(u"2023-08"_s, "August", 30), u"b-times.txt"_s, u"Times"_s)};
        articles[0].article.id = base::ArticleId{41};
        articles[1].article.id = base::ArticleId{17};
        const auto ref = [](qint64 article, qint64 statement) { return model::StatementRef{base::ArticleId{article}, base::StatementId{statement}}; };
        const auto claimOf = [](const model::Comparison &comparison, size_t place) {
            const base::StatementId statement = comparison.statements[place].id;
            return std::find_if(comparison.claims.begin(), comparison.claims.end(), [statement](const model::Claim &claim) { return std::find(claim.statements.begin(), claim.statements.end(), statement) != claim.statements.end(); });
        };
        const auto obeyed = [&articles](const model::PersonConstraints &constraints) {
            ComparisonHelp help;
            help.constraints = &constraints;
            return compared(articles, help);
        };
        const model::Comparison plain = obeyed({});
        QCOMPARE(shown(plain), (QStringList{u"time conflict: 2023-07 / 2023-08"_s, u"quantity conflict: 20 lorry / 30 lorry"_s}));

        const auto with = [](auto member, auto value) {
            model::PersonConstraints constraints;
            (constraints.*member).push_back(std::move(value));
            return constraints;
        };
        using Constraints = model::PersonConstraints;
        using Statements = std::vector<model::StatementRef>;
        const model::Comparison dismissed = obeyed(with(&Constraints::dismissals, Constraints::Dismissal{model::DivergenceKind::Time, {ref(41, 0), ref(17, 0)}}));
        QCOMPARE(shown(dismissed), QStringList{u"quantity conflict: 20 lorry / 30 lorry"_s});

        const model::Comparison same = obeyed(with(&Constraints::sameValues, Constraints::SameValue{model::DivergenceKind::Quantity, u"20 lorry"_s, u"30 lorry"_s, {ref(41, 1), ref(17, 1)}}));
        QCOMPARE(shown(same), QStringList{u"time conflict: 2023-07 / 2023-08"_s});

        const model::Comparison apart = obeyed(with(&Constraints::splits, Constraints::Split{{ref(41, 2)}, {ref(17, 2)}}));
        QVERIFY(claimOf(apart, 2)->id != claimOf(apart, 5)->id && claimOf(plain, 2)->id == claimOf(plain, 5)->id);
        QCOMPARE(claimOf(apart, 2)->why.rule, u"split-by-person"_s);

        const model::Comparison together = obeyed(with(&Constraints::joins, Statements{ref(41, 0), ref(17, 2)}));
        QVERIFY(claimOf(together, 0)->id == claimOf(together, 5)->id && claimOf(plain, 0)->id != claimOf(plain, 5)->id);
        QCOMPARE(claimOf(together, 0)->why.rule, u"joined-by-person"_s);

        QVERIFY(obeyed(with(&Constraints::joins, Statements{ref(41, 0), ref(99, 2)})) == plain); // of an article that is not there
    }

    void compare_unrelatedArticle_changesNoClaimOfTheStory()
    {
        const std::vector<AnalysedArticle> pair = {post(), renamed(post(u"2023-08"_s, "August"), u"b-times.txt"_s, u"Times"_s)};
        FactMaker stranger(u"z.txt"_s, u"Echo"_s);
        stranger.say(u"A/a/- striker/striker/N scored/score/V! two/two/M goals/goal/N against/against/- Brightwater/brightwater/P$Brightwater"_s);
        std::vector<AnalysedArticle> three = pair;
        three.push_back(stranger.made());
        const model::Comparison with = compared(three);
        QCOMPARE(with.stories.size(), size_t{2});
        QCOMPARE(shown(with), shown(compared(pair)));
    }

    void compare_laterReportWithoutTheClaim_isSilent()
    {
        FactMaker first(u"a"_s, u"Post"_s, u"2023-08-20"_s);
        first.say(u"Berg/berg/P@Anna_Berg opened/open/V! a/a/- bridge/bridge/N in/in/- Lund/lund/P$Lund"_s).say(kStorm);
        FactMaker later(u"b"_s, u"Times"_s, u"2023-08-21"_s);
        later.say(kStorm).say(u"Berg/berg/P@Anna_Berg thanked/thank/V! firefighters/firefighter/N of/of/- Lund/lund/P$Lund"_s);
        FactMaker earlier(u"c"_s, u"Sun"_s, u"2023-08-19"_s);
        earlier.say(kStorm).say(u"Berg/berg/P@Anna_Berg praised/praise/V! sailors/sailor/N of/of/- Lund/lund/P$Lund"_s);
        const model::Comparison comparison = compared({first.made(), later.made(), earlier.made()});
        const auto bridge = std::find_if(comparison.claims.begin(), comparison.claims.end(), [](const model::Claim &claim) { return claim.text.contains(u"bridge"); });
        QVERIFY(bridge != comparison.claims.end());
        QCOMPARE(bridge->silent, std::vector<base::ArticleId>{base::ArticleId{2}});
        QVERIFY(bridge->status == model::ClaimStatus::SingleSource);
    }

    void mergeEntities_table_joins_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("isPerson");
        QTest::addColumn<bool>("joined");
        QTest::newRow("hyphen") << u"Kim Sun-hee"_s << u"Kim Sun Hee"_s << true << true;
        QTest::newRow("surname") << u"Anna Berg"_s << u"Berg"_s << true << true;
        QTest::newRow("spelling") << u"Zhao Zicong"_s << u"Zhao Sicong"_s << true << true;
        QTest::newRow("other person") << u"Anna Berg"_s << u"Karl Holm"_s << true << false;
        QTest::newRow("other first name") << u"Anna Berg"_s << u"Karl Berg"_s << true << false;
        QTest::newRow("acronym") << u"Harbour Medical Centre"_s << u"HMC"_s << false << true;
        QTest::newRow("cut name") << u"Lund Fire Department"_s << u"Lund Fire"_s << false << true;
        QTest::newRow("other body") << u"Lund Fire Department"_s << u"Lund Police Department"_s << false << false;
    }

    void mergeEntities_table_joins()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, isPerson);
        QFETCH(bool, joined);
        const auto facts = [isPerson](const QString &name) {
            model::Entity entity;
            entity.kind = isPerson ? model::EntityKind::Person : model::EntityKind::Organization;
            entity.name = name;
            model::Facts made;
            made.entities = {entity};
            return made;
        };
        const model::Facts left = facts(one);
        const model::Facts right = facts(other);
        const MergedEntities merged = mergeEntities({&left, &right}, {base::ArticleId{1}, base::ArticleId{2}});
        QCOMPARE(merged.entities.size(), joined ? size_t{1} : size_t{2});
        QCOMPARE(mergeEntities({&right, &left}, {base::ArticleId{1}, base::ArticleId{2}}).entities.size(), joined ? size_t{1} : size_t{2});
    }

    void mergeEntities_surnameOfTwo_joinsNobody()
    {
        model::Facts facts;
        for (const QString &name : {u"Anna Berg"_s, u"Karl Berg"_s, u"Berg"_s}) {
            model::Entity entity;
            entity.kind = model::EntityKind::Person;
            entity.name = name;
            facts.entities.push_back(entity);
        }
        QCOMPARE(mergeEntities({&facts}, {base::ArticleId{1}}).entities.size(), size_t{3});
    }
};

QTEST_GUILESS_MAIN(CompareTest)
#include "compare_test.moc"
