// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/study/learning_resources.h"

namespace gatescope {

std::filesystem::path learningResources()
{
    return GATESCOPE_RESOURCES;
}

} // namespace gatescope
