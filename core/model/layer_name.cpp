// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/layer_name.h"

namespace gatescope {

Sentence layerName(const NetworkSpec &spec, int layer, Direction direction)
{
    const std::string number = std::to_string(layer);
    if (!spec.bidirectional)
        return sentence("Layer %1", {number});
    return direction == Direction::forward ? sentence("Layer %1, forward", {number})
                                           : sentence("Layer %1, backward", {number});
}

} // namespace gatescope
