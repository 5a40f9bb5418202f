// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/places.h"

#include <QtGlobal>

#include <algorithm>

namespace gatescope {

const std::vector<PlaceRow> &placeTable()
{
    static const std::vector<PlaceRow> table{
        {"explore", QT_TRANSLATE_NOOP("gatescope", "Explore"), "Alt+1",
         R"(<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21M10.5 8v5M8 10.5h5"/>)"},
        {"train", QT_TRANSLATE_NOOP("gatescope", "Train"), "Alt+2", R"(<path d="M4 3v17h17M7 6c1 7 4 10 13 11"/>)"},
        {"compare", QT_TRANSLATE_NOOP("gatescope", "Compare"), "Alt+3",
         R"(<rect x="4" y="4" width="6" height="16" rx="1"/><rect x="14" y="4" width="6" height="16" rx="1"/>)"},
        {"learn", QT_TRANSLATE_NOOP("gatescope", "Learn"), "Alt+4",
         R"(<path d="M12 6c-2-1.6-5-2-9-2v14c4 0 7 .4 9 2 2-1.6 5-2 9-2V4c-4 0-7 .4-9 2zM12 6v14"/>)"},
        {"quiz", QT_TRANSLATE_NOOP("gatescope", "Quiz"), "Alt+5",
         R"(<circle cx="12" cy="12" r="9"/><path d="M9.3 9.2a2.8 2.8 0 1 1 3.9 2.8c-.8.4-1.2 1-1.2 1.9M12 17v.2"/>)"},
    };
    return table;
}

int placeNamed(std::string_view name)
{
    const auto found = std::ranges::find(placeTable(), name, &PlaceRow::name);
    Q_ASSERT(found != placeTable().end());
    return int(found - placeTable().begin());
}

} // namespace gatescope
