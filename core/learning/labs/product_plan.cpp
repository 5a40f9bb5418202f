// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/product_plan.h"

namespace gatescope {

std::int64_t ProductPlan::multiplyAdds() const
{
    std::int64_t sum = 0;
    for (const GateProduct &product : before)
        sum += product.multiplyAdds();
    for (const GateProduct &product : eachStep)
        sum += steps * product.multiplyAdds();
    return sum;
}

ProductPlan productPlan(ProductWay way, const LayerSizes &sizes, ResetPlacement reset)
{
    const auto [I, H, T, B] = sizes;
    const Multiplied past = reset == ResetPlacement::after ? Multiplied::state : Multiplied::resetState;
    ProductPlan plan{.steps = T};
    if (way == ProductWay::separate) {
        for (int gate = 0; gate < 3; ++gate)
            plan.eachStep.push_back({Multiplied::input, gate, 1, B, I, H});
        for (int gate = 0; gate < 3; ++gate)
            plan.eachStep.push_back({gate < 2 ? Multiplied::state : past, gate, 1, B, H, H});
        return plan;
    }
    if (way == ProductWay::allSteps)
        plan.before.push_back({Multiplied::input, 0, 3, T * B, I, H});
    else
        plan.eachStep.push_back({Multiplied::input, 0, 3, B, I, H});
    if (past == Multiplied::state) {
        plan.eachStep.push_back({Multiplied::state, 0, 3, B, H, H});
    } else {
        plan.eachStep.push_back({Multiplied::state, 0, 2, B, H, H});
        plan.eachStep.push_back({Multiplied::resetState, 2, 1, B, H, H});
    }
    return plan;
}

} // namespace gatescope
