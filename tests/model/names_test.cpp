#include "model/names.h"

#include <QtTest>

using namespace variorum::model;

namespace {

template<typename Enum>
void roundTrip(Enum last)
{
    for (int place = 0; place <= static_cast<int>(last); ++place) {
        const auto each = static_cast<Enum>(place);
        const auto back = fromName<Enum>(nameOf(each));
        QVERIFY2(back == each, qPrintable(nameOf(each)));
    }
    QVERIFY(!fromName<Enum>(u"no such name"));
}

QuantityValue quantity(Bound bound, std::optional<double> value, std::optional<double> low, std::optional<double> high, const QString &unit, const QString &counted)
{
    QuantityValue made;
    made.bound = bound;
    made.value = value;
    made.low = low;
    made.high = high;
    made.unit = unit;
    made.counted = counted;
    return made;
}

} // namespace

class NamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_ofEveryEnumerator_readBack()
    {
        roundTrip(EntityKind::Other);
        roundTrip(OriginKind::Anonymous);
        roundTrip(Certainty::Asked);
        roundTrip(Polarity::Negative);
        roundTrip(SlotRole::Quotation);
        roundTrip(TimeKind::Set);
        roundTrip(Bound::Range);
        roundTrip(ClaimStatus::SingleSource);
        roundTrip(DivergenceKind::Attribution);
        roundTrip(Severity::Internal);
        roundTrip(TextField::Text);
        roundTrip(DateBasis::Inferred);
        roundTrip(ReadOutcome::NotRead);
        roundTrip(MetadataField::Language);
    }

    void quantities_printed_areNormalForms()
    {
        QCOMPARE(printed(quantity(Bound::Exact, 21, 21, 21, {}, QStringLiteral("carriage"))), QStringLiteral("21 carriage"));
        QCOMPARE(printed(quantity(Bound::AtLeast, 20, 20, {}, {}, {})), QStringLiteral(">=20"));
        QCOMPARE(printed(quantity(Bound::Approximate, 37, 37, 37, QStringLiteral("[mi_i]/h"), {})), QStringLiteral("~37 [mi_i]/h"));
        QCOMPARE(printed(quantity(Bound::Range, {}, 20, 25, QStringLiteral("%"), {})), QStringLiteral("20..25 %"));
        QCOMPARE(printed(quantity(Bound::Exact, 3e6, 3e6, 3e6, QStringLiteral("USD"), {})), QStringLiteral("3e6 USD"));
        QCOMPARE(printed(quantity(Bound::Exact, 1234567, 1234567, 1234567, {}, {})), QStringLiteral("1234567"));
        QCOMPARE(printed(quantity(Bound::Exact, 0.5, 0.5, 0.5, QStringLiteral("m"), {})), QStringLiteral("0.5 m"));
        QCOMPARE(printed(quantity(Bound::Exact, {}, {}, {}, QStringLiteral("m"), {})), QString());
    }

    void times_printed_carryTheirModifier()
    {
        TimeValue value;
        QCOMPARE(printed(value), QString());
        value.timex = QStringLiteral("P4Y");
        value.modifier = TimeValue::Modifier::MoreThan;
        QCOMPARE(printed(value), QStringLiteral(">P4Y"));
    }
};

QTEST_GUILESS_MAIN(NamesTest)
#include "names_test.moc"
