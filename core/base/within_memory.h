// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <new>

namespace gatescope {

/// Does what may need more memory than there is; the exception becomes the sentence. `work` returns a
/// Result.
template<typename Work>
auto withinMemory(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return error("There is not enough memory for this network and this input; "
                     "make the network smaller or the sequences shorter.");
    }
}

} // namespace gatescope
