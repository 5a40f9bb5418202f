// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/experiment_json.h"

#include <limits>

namespace gatescope {

Json unitNotesToJson(const std::vector<UnitNote> &notes)
{
    Json json = Json::array();
    for (const UnitNote &note : notes) {
        Json one{{"layer", note.layer},
                 {"direction", note.direction == Direction::forward ? "forward" : "backward"},
                 {"unit", note.unit}};
        if (!note.name.empty())
            one["name"] = note.name;
        if (note.isKept)
            one["kept"] = true;
        json.push_back(std::move(one));
    }
    return json;
}

std::vector<UnitNote> readUnitNotes(const JsonReader &json)
{
    constexpr int most = std::numeric_limits<int>::max();
    std::vector<UnitNote> notes;
    for (const JsonReader &element : json.elements()) {
        UnitNote note;
        if (element.has("layer"))
            note.layer = element["layer"].whole(0, most);
        if (element.has("direction")) {
            const std::string direction = element["direction"].text();
            note.direction = direction == "backward" ? Direction::backward : Direction::forward;
            if (direction != "forward" && direction != "backward")
                element["direction"].refuse(sentence("\"forward\" or \"backward\""));
        }
        note.unit = element["unit"].whole(0, most);
        if (element.has("name"))
            note.name = element["name"].text();
        if (element.has("kept"))
            note.isKept = element["kept"].truth();
        notes.push_back(std::move(note));
    }
    return notes;
}

} // namespace gatescope
