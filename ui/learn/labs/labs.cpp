// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/lab.h"
#include "ui/learn/labs/shape_lab.h"

#include <QCoreApplication>

namespace gatescope {

const std::vector<LabRow> &labs()
{
    static const std::vector<LabRow> rows{
        {QT_TRANSLATE_NOOP("gatescope", "Shapes and errors"),
         QT_TRANSLATE_NOOP("gatescope", "Every tensor of a layer, and what an error message means"),
         [](QWidget *parent) -> Lab * { return new ShapeLab(parent); }},
    };
    return rows;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("gatescope", text);
}

} // namespace gatescope
