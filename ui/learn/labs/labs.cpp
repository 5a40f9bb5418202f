// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/labs.h"

#include "ui/learn/labs/merging_lab.h"
#include "ui/learn/labs/myth_lab.h"
#include "ui/learn/labs/padding_lab.h"
#include "ui/learn/labs/pitfall_lab.h"
#include "ui/learn/labs/shape_lab.h"

namespace gatescope {

const std::vector<LabRow> &labs()
{
    static const std::vector<LabRow> rows{
        {QT_TRANSLATE_NOOP("gatescope", "Shapes and errors"),
         QT_TRANSLATE_NOOP("gatescope", "Every tensor of a layer, and what an error message means"),
         [](QWidget *parent) -> Lab * { return new ShapeLab(parent); }},
        {QT_TRANSLATE_NOOP("gatescope", "Lengths and padding"),
         QT_TRANSLATE_NOOP("gatescope", "What padding, packing, masks and states across batches do to the last state"),
         [](QWidget *parent) -> Lab * { return new PaddingLab(parent); }},
        {QT_TRANSLATE_NOOP("gatescope", "One matrix instead of six"),
         QT_TRANSLATE_NOOP("gatescope", "How a GRU's products are merged, and what that saves"),
         [](QWidget *parent) -> Lab * { return new MergingLab(parent); }},
        {QT_TRANSLATE_NOOP("gatescope", "Myths"),
         QT_TRANSLATE_NOOP("gatescope", "What is often said about GRUs, and what comes out when it is measured"),
         [](QWidget *parent) -> Lab * { return new MythLab(parent); }},
        {QT_TRANSLATE_NOOP("gatescope", "Break it, fix it"),
         QT_TRANSLATE_NOOP("gatescope", "A few lines with one fault in them: find the line, and what mends it"),
         [](QWidget *parent) -> Lab * { return new PitfallLab(parent); }},
    };
    return rows;
}

} // namespace gatescope
