// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/chapters.h"

namespace gatescope {

const std::vector<Chapter> &chapters()
{
    static const std::vector<Chapter> table{
        {1, "A memory in a loop", "How a state carries what came before, why it fades, and which gate keeps it.", 1, 6},
        {2, "Using the layer", "What PyTorch's layer takes and gives, and where numbers silently go wrong.", 7, 12},
        {3, "Why it learns", "How far a gradient reaches, and where memory ends.", 13, 17},
        {4, "Frameworks and speed", "The same cell in Keras, and what makes it fast.", 18, 22},
        {5, "In the wild", "Words, letters, streams and forecasts.", 23, 26},
    };
    return table;
}

} // namespace gatescope
