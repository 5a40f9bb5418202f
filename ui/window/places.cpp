// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/places.h"

#include <QtGlobal>

namespace gatescope {

const std::vector<PlaceRow> &placeTable()
{
    static const std::vector<PlaceRow> table{
        {"explore", QT_TRANSLATE_NOOP("gatescope", "Explore"),
         R"(<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21M10.5 8v5M8 10.5h5"/>)"},
    };
    return table;
}

} // namespace gatescope
