// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/deed_json.h"

namespace gatescope {

Json deedToJson(const Deed &deed, const std::string &asks)
{
    Json json{{"asks", asks}};
    if (const auto *survival = std::get_if<Survival>(&deed)) {
        Json &what = json["survive"] = {
            {"unit", survival->unit}, {"from", survival->from}, {"steps", survival->steps}, {"share", survival->share}};
        if (survival->accepts) {
            what["accepts"] = *survival->accepts;
            what["change"] = survival->change;
        }
    } else if (const auto *search = std::get_if<StepSearch>(&deed)) {
        json["point"] = {{"part", std::string(describe(search->part).key)},
                         {"unit", search->unit},
                         {"where", search->largest ? "largest" : "smallest"}};
    } else if (const auto *reach = std::get_if<ValueReach>(&deed)) {
        Json &what = json["reach"]
            = {{"part", std::string(describe(reach->part).key)}, {"unit", reach->unit}, {"step", reach->step}};
        if (reach->least)
            what["least"] = *reach->least;
        if (reach->most)
            what["most"] = *reach->most;
    } else if (const auto *gradient = std::get_if<GradientSurvival>(&deed)) {
        json["gradient"] = {{"steps", gradient->steps}, {"share", gradient->share}};
    }
    return json;
}

bool isSameDeed(const std::optional<Deed> &one, const std::optional<Deed> &other)
{
    if (!one || !other)
        return !one && !other;
    return deedToJson(*one, {}) == deedToJson(*other, {});
}

} // namespace gatescope
