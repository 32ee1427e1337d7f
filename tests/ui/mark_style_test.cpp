// The colours of the marks must be seen and told apart, also by eyes that lack one kind of cone.

#include "ui/diff/mark_style.h"
#include "ui/widgets/theme.h"

#include <QtTest>

#include <array>
#include <cmath>

using namespace variorum;

namespace {

constexpr int kKinds = 9;
using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

double linear(double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); }

Triple times(const Matrix &matrix, const Triple &of)
{
    Triple result{};
    for (size_t row = 0; row < 3; ++row)
        result.at(row) = matrix.at(row).at(0) * of.at(0) + matrix.at(row).at(1) * of.at(1) + matrix.at(row).at(2) * of.at(2);
    return result;
}

/// CIE L*a*b*, D65, of linear sRGB.
Triple lab(const Triple &rgb)
{
    constexpr Matrix kToXyz{{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const Triple xyz = times(kToXyz, rgb);
    const auto f = [](double t) { return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0; };
    const double x = f(xyz.at(0) / 0.95047);
    const double y = f(xyz.at(1));
    const double z = f(xyz.at(2) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

Triple seen(const QColor &colour, const Matrix &vision)
{
    const Triple rgb{linear(static_cast<double>(colour.redF())), linear(static_cast<double>(colour.greenF())), linear(static_cast<double>(colour.blueF()))};
    Triple changed = times(vision, rgb);
    for (double &channel : changed)
        channel = std::clamp(channel, 0.0, 1.0);
    return lab(changed);
}

double deltaE76(const Triple &one, const Triple &other)
{
    return std::hypot(one.at(0) - other.at(0), one.at(1) - other.at(1), one.at(2) - other.at(2));
}

// Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtan{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritan{{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

model::DivergenceKind kind(int number) { return static_cast<model::DivergenceKind>(number); }

} // namespace

class MarkStyleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kindColour_onItsBackground_isSeen()
    {
        for (const bool dark : {false, true}) {
            const QColor background = QColor::fromRgb(backgroundOf(dark));
            for (int number = 0; number < kKinds; ++number) {
                const double ratio = ui::contrast(ui::kindColour(kind(number), dark), background);
                QVERIFY2(ratio >= 3.2, qPrintable(QStringLiteral("kind %1, dark %2: %3").arg(number).arg(dark).arg(ratio)));
            }
        }
    }

    void kindColours_pairwise_areToldApart_data()
    {
        QTest::addColumn<int>("vision");
        QTest::newRow("normal") << 0;
        QTest::newRow("protan") << 1;
        QTest::newRow("deutan") << 2;
        QTest::newRow("tritan") << 3;
    }

    void kindColours_pairwise_areToldApart()
    {
        QFETCH(int, vision);
        const Matrix matrix = std::array{kNormal, kProtan, kDeutan, kTritan}.at(static_cast<size_t>(vision));
        for (const bool dark : {false, true}) {
            double least = 1000;
            for (int one = 0; one < kKinds; ++one) {
                for (int other = one + 1; other < kKinds; ++other)
                    least = std::min(least, deltaE76(seen(ui::kindColour(kind(one), dark), matrix), seen(ui::kindColour(kind(other), dark), matrix)));
            }
            QVERIFY2(least >= 28, qPrintable(QStringLiteral("dark %1: %2").arg(dark).arg(least)));
        }
    }

    void tint_underText_leavesItReadable()
    {
        for (const bool dark : {false, true}) {
            const QColor text = ui::colours(dark).text;
            for (int number = 0; number < kKinds; ++number) {
                for (const model::MarkStatus status : {model::MarkStatus::Conflict, model::MarkStatus::Internal, model::MarkStatus::Refinement}) {
                    const ui::MarkStyle style = ui::markStyle(kind(number), status, dark);
                    QVERIFY(style.tint.alpha() > 0);
                    QVERIFY2(ui::contrast(text, style.tint) >= 4.5, qPrintable(QStringLiteral("kind %1, dark %2: %3").arg(number).arg(dark).arg(ui::contrast(text, style.tint))));
                }
            }
        }
    }

    void patterns_ofTheStatuses_allDiffer()
    {
        QList<ui::LinePattern> patterns;
        for (int status = 0; status <= static_cast<int>(model::MarkStatus::SingleSource); ++status) {
            const ui::LinePattern pattern = ui::markStyle(model::DivergenceKind::Time, static_cast<model::MarkStatus>(status), false).pattern;
            QVERIFY(!patterns.contains(pattern));
            patterns.append(pattern);
        }
        QCOMPARE(patterns.size(), 6);
    }

    void secondRankText_onEveryGround_isReadable()
    {
        for (const bool dark : {false, true}) {
            const ui::Colours &of = ui::colours(dark);
            for (const QColor &ground : {of.window, of.surface, of.accentSoft, of.sunken})
                QVERIFY2(ui::contrast(of.muted, ground) >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3").arg(of.muted.name(), ground.name()).arg(ui::contrast(of.muted, ground))));
            QVERIFY(ui::contrast(of.warning, of.warningSoft) >= 4.5);
        }
    }

    void contrast_ofBlackAndWhite_isTwentyOne() { QCOMPARE(ui::contrast(Qt::black, Qt::white), 21.0); }

private:
    static QRgb backgroundOf(bool dark) { return ui::kMarkBackground.at(dark ? 1 : 0); }
};

QTEST_GUILESS_MAIN(MarkStyleTest)
#include "mark_style_test.moc"
