// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/marks/scales.h"

namespace gatescope {

double niceScale(double largest)
{
    double decade = 1;
    while (decade * 10 < largest)
        decade *= 10;
    for (const double step : {1.0, 2.0, 3.0, 5.0}) {
        if (largest <= decade * step)
            return decade * step;
    }
    return decade * 10;
}

double fineScale(double largest)
{
    for (const double power : {0.001, 0.01, 0.1}) {
        for (const double factor : {1, 2, 5}) {
            if (largest <= factor * power)
                return factor * power;
        }
    }
    return niceScale(largest);
}

double signedScale(double largest)
{
    return largest > 0 && largest < smallScale ? fineScale(largest) : niceScale(largest);
}

} // namespace gatescope
