// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/backend/recorded_step.h"
#include "gpu/backend/token_arrays.h"

namespace gatescope::gpu {

/// All that depends on the size of a batch.
struct PreparedPass {
    std::unique_ptr<NetworkPass> pass;
    std::unique_ptr<TokenArrays> tokens;
    RecordedStep step; ///< last: recordings go before the arrays that they speak of
};

/// Passes of the sizes that came last: those of training and of held-out data alternate.
class PreparedPasses
{
public:
    PreparedPasses(Device &device, const FlatShape &shape) : m_device(device), m_shape(shape) { }

    /// Room is made for it by letting others go, all of them if need be. Fails when the device has not enough memory
    /// even so. What it gives stays until the next call.
    Result<PreparedPass *> of(const PassSize &size);
    /// After a failure: what a pass has had from the beginning may not have been copied in.
    void forget() { m_passes.clear(); }

    /// The one that was asked for last, or null.
    const PreparedPass *last() const { return m_passes.empty() ? nullptr : m_passes.back().get(); }

private:
    Result<std::unique_ptr<PreparedPass>> made(const PassSize &size);

    Device &m_device;
    const FlatShape &m_shape;
    std::vector<std::unique_ptr<PreparedPass>> m_passes; ///< the last one asked for is the last one
};

} // namespace gatescope::gpu
