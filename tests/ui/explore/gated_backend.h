// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/reference_backend.h"

#include <atomic>
#include <semaphore>
#include <utility>

namespace gatescope::testing {

/// Holds the first work that it is given until it is let go, and counts all.
struct Gate {
    std::atomic<bool> holds = false;
    std::atomic<int> worked = 0;
    std::binary_semaphore isHeld{0}, isFree{0};

    void pass()
    {
        ++worked;
        if (holds.exchange(false)) {
            isHeld.release();
            isFree.acquire();
        }
    }
};

class GatedBackend : public ReferenceBackend
{
public:
    explicit GatedBackend(Gate &gate) : m_gate(gate) { }
    Result<std::shared_ptr<const Trace>> run(const NetworkSpec &spec, const Parameters &parameters,
                                             std::shared_ptr<const Batch> batch) const override
    {
        m_gate.pass();
        return ReferenceBackend::run(spec, parameters, std::move(batch));
    }
    Result<std::shared_ptr<const GradientTrace>> backpropagate(const Parameters &parameters, const Trace &trace,
                                                               const Upstream &upstream) const override
    {
        m_gate.pass();
        return ReferenceBackend::backpropagate(parameters, trace, upstream);
    }

private:
    Gate &m_gate;
};

} // namespace gatescope::testing
