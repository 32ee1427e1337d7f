#include "model/units.h"

#include <QtTest>

using namespace variorum;

class UnitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void convertUnit_oneDimension_givesValue_data();
    void convertUnit_oneDimension_givesValue();
    void convertUnit_otherDimension_givesNothing();
};

void UnitsTest::convertUnit_oneDimension_givesValue_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<double>("expected");
    QTest::newRow("mph to km/h") << 37.0 << QStringLiteral("[mi_i]/h") << QStringLiteral("km/h") << 59.545728;
    QTest::newRow("feet to metres") << 130.0 << QStringLiteral("[ft_i]") << QStringLiteral("m") << 39.624;
    QTest::newRow("knots to km/h") << 30.0 << QStringLiteral("[kn_i]") << QStringLiteral("km/h") << 55.56;
    QTest::newRow("Fahrenheit to Celsius") << 212.0 << QStringLiteral("[degF]") << QStringLiteral("Cel") << 100.0;
    QTest::newRow("Celsius to Fahrenheit") << -40.0 << QStringLiteral("Cel") << QStringLiteral("[degF]") << -40.0;
    QTest::newRow("acres to hectares") << 10.0 << QStringLiteral("[acr_us]") << QStringLiteral("har") << 4.046872609874252;
    QTest::newRow("same currency") << 5.0 << QStringLiteral("USD") << QStringLiteral("USD") << 5.0;
}

void UnitsTest::convertUnit_oneDimension_givesValue()
{
    QFETCH(double, value);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(double, expected);
    const auto converted = model::convertUnit(value, from, to);
    QVERIFY(converted.has_value());
    QVERIFY2(qAbs(*converted - expected) < 1e-6, qPrintable(QString::number(*converted, 'g', 12)));
    QVERIFY(model::areConvertible(from, to));
}

void UnitsTest::convertUnit_otherDimension_givesNothing()
{
    QVERIFY(!model::convertUnit(1, u"m", u"kg"));
    QVERIFY(!model::convertUnit(1, u"USD", u"EUR"));
    QVERIFY(!model::convertUnit(1, u"M", u"m")); // codes are case-sensitive
    QVERIFY(!model::convertUnit(1, u"", u"m"));
    QVERIFY(!model::convertUnit(1, u"km/", u"km/h"));
}

QTEST_GUILESS_MAIN(UnitsTest)
#include "units_test.moc"
