// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/layer_name.h"

#include "core/base/nested_sentence.h"

namespace gatescope {

namespace {

/// Translation tools would file what a function of std::string says under "std".
Sentence nameOf(const NetworkSpec &spec, const std::string &layer, Direction direction)
{
    if (!spec.bidirectional)
        return sentence("Layer %1", {layer});
    return direction == Direction::forward ? sentence("Layer %1, forward", {layer})
                                           : sentence("Layer %1, backward", {layer});
}

} // namespace

std::string layerName(const NetworkSpec &spec, int layer, Direction direction)
{
    return asArgument(nameOf(spec, std::to_string(layer), direction));
}

} // namespace gatescope
