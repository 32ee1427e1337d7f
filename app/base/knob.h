#pragma once
#include <cstdlib>
namespace variorum { inline double knob(const char *name, double normal) { const char *v = std::getenv(name); return v ? std::atof(v) : normal; } }
