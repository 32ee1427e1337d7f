// Converts between the units that news uses. Every unit is a factor (and for temperatures an offset) to the base unit
// of its dimension; a quotient such as "[mi_i]/h" is converted by its two parts, so the table needs no speeds.
// Factors are the exact definitions of https://ucum.org (international mile 1609.344 m, pound 0.45359237 kg).
//
//     37 [mi_i]/h: 37 * 1609.344 m / 3600 s = 16.54 m/s; divided by 1000 m / 3600 s: 59.55 km/h

#include "model/units.h"

namespace variorum::model {

namespace {

struct UnitRow {
    const char *code;
    const char *dimension;
    double factor; // one unit in base units
    double offset = 0; // base = (value + offset) * factor
};

constexpr UnitRow kUnits[] = {
    {"m", "L", 1}, {"km", "L", 1e3}, {"cm", "L", 1e-2}, {"mm", "L", 1e-3}, {"um", "L", 1e-6}, {"nm", "L", 1e-9},
    {"[mi_i]", "L", 1609.344}, {"[ft_i]", "L", 0.3048}, {"[yd_i]", "L", 0.9144}, {"[in_i]", "L", 0.0254}, {"[nmi_i]", "L", 1852},
    {"[fth_i]", "L", 1.8288}, {"[ly]", "L", 9.460730472580800e15}, {"AU", "L", 149597870700.0},
    {"g", "M", 1e-3}, {"kg", "M", 1}, {"mg", "M", 1e-6}, {"ug", "M", 1e-9}, {"t", "M", 1e3}, {"kt", "M", 1e6}, {"Mt", "M", 1e9},
    {"[lb_av]", "M", 0.45359237}, {"[oz_av]", "M", 0.028349523125}, {"[stone_av]", "M", 6.35029318},
    {"[ston_av]", "M", 907.18474}, {"[lton_av]", "M", 1016.0469088},
    {"s", "T", 1}, {"ms", "T", 1e-3}, {"min", "T", 60}, {"h", "T", 3600}, {"d", "T", 86400}, {"wk", "T", 604800}, {"mo", "T", 2629800}, {"a", "T", 31557600},
    {"L", "V", 1e-3}, {"mL", "V", 1e-6}, {"cL", "V", 1e-5}, {"m3", "V", 1}, {"cm3", "V", 1e-6}, {"km3", "V", 1e9}, {"[gal_us]", "V", 0.003785411784},
    {"[gal_br]", "V", 0.00454609}, {"[pt_us]", "V", 0.000473176473}, {"[pt_br]", "V", 0.00056826125}, {"[bbl_us]", "V", 0.158987294928},
    {"[cft_i]", "V", 0.028316846592}, {"[acr_us].[ft_us]", "V", 1233.4892384681},
    {"m2", "A", 1}, {"km2", "A", 1e6}, {"cm2", "A", 1e-4}, {"har", "A", 1e4}, {"[acr_us]", "A", 4046.872609874252}, {"[sft_i]", "A", 0.09290304},
    {"[smi_us]", "A", 2589998.470319521}, {"[syd_i]", "A", 0.83612736},
    {"[kn_i]", "L/T", 1852.0 / 3600}, {"[mach]", "", 1},
    {"W", "P", 1}, {"kW", "P", 1e3}, {"MW", "P", 1e6}, {"GW", "P", 1e9}, {"TW", "P", 1e12}, {"[HP]", "P", 745.69987158227022},
    {"J", "E", 1}, {"kJ", "E", 1e3}, {"MJ", "E", 1e6}, {"cal", "E", 4.184}, {"kcal", "E", 4184}, {"W.h", "E", 3600}, {"kW.h", "E", 3.6e6},
    {"MW.h", "E", 3.6e9}, {"GW.h", "E", 3.6e12}, {"TW.h", "E", 3.6e15},
    {"Cel", "Temperature", 1, 273.15}, {"[degF]", "Temperature", 5.0 / 9, 459.67}, {"K", "Temperature", 1},
    {"Pa", "Pressure", 1}, {"hPa", "Pressure", 100}, {"kPa", "Pressure", 1e3}, {"bar", "Pressure", 1e5}, {"mbar", "Pressure", 100}, {"[psi]", "Pressure", 6894.757293168},
    {"By", "Information", 8}, {"kBy", "Information", 8e3}, {"MBy", "Information", 8e6}, {"GBy", "Information", 8e9}, {"TBy", "Information", 8e12}, {"bit", "Information", 1},
    {"Mbit", "Information", 1e6}, {"Gbit", "Information", 1e9},
    {"V", "Voltage", 1}, {"kV", "Voltage", 1e3}, {"A", "Current", 1}, {"Hz", "Frequency", 1}, {"kHz", "Frequency", 1e3}, {"MHz", "Frequency", 1e6}, {"GHz", "Frequency", 1e9},
    {"dB", "Level", 1}, {"deg", "Angle", 1}, {"Sv", "Dose", 1}, {"mSv", "Dose", 1e-3}, {"uSv", "Dose", 1e-6},
    {"%", "Ratio", 0.01}, {"1", "Ratio", 1}, {"[ppm]", "Ratio", 1e-6}, {"[ppth]", "Ratio", 1e-3}, {"[carat]", "M", 2e-4},
};

const UnitRow *rowOf(QStringView code)
{
    for (const UnitRow &row : kUnits) {
        if (code == QLatin1String(row.code))
            return &row;
    }
    return nullptr;
}

// Any code as one row: a quotient gets the quotient of its parts' factors.
struct Resolved {
    QString dimension;
    double factor = 1;
    double offset = 0;
};

std::optional<Resolved> resolve(QStringView code)
{
    if (const UnitRow *row = rowOf(code))
        return Resolved{QLatin1String(row->dimension), row->factor, row->offset};
    const qsizetype slash = code.indexOf(u'/');
    if (slash <= 0 || slash + 1 >= code.size())
        return std::nullopt;
    const UnitRow *above = rowOf(code.left(slash));
    const UnitRow *below = rowOf(code.sliced(slash + 1));
    if (!above || !below)
        return std::nullopt;
    return Resolved{QLatin1String(above->dimension) + QLatin1Char('/') + QLatin1String(below->dimension), above->factor / below->factor, 0};
}

} // namespace

QString dimensionOf(QStringView unit)
{
    const auto resolved = resolve(unit);
    return resolved ? resolved->dimension : QString();
}

bool areConvertible(QStringView one, QStringView other)
{
    const QString dimension = dimensionOf(one);
    return one == other || (!dimension.isEmpty() && dimension == dimensionOf(other));
}

std::optional<double> convertUnit(double value, QStringView from, QStringView to)
{
    if (from == to)
        return value;
    const auto source = resolve(from);
    const auto target = resolve(to);
    if (!source || !target || source->dimension.isEmpty() || source->dimension != target->dimension)
        return std::nullopt;
    return (value + source->offset) * source->factor / target->factor - target->offset;
}

} // namespace variorum::model
