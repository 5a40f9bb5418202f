// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/training_run.h"
#include "gpu/backend/flat_shape.h"
#include "gpu/device/arrays.h"

namespace gatescope::gpu {

/// The weights, their gradient and the optimizer's memory on a device. An update is made beside what is there and takes
/// its place once it is known to be good.
class Learner
{
public:
    static Result<std::unique_ptr<Learner>> make(Device &device, const FlatShape &shape, const TrainingState &state,
                                                 const TrainingSettings &settings);

    const float *weights() const { return m_now.w; }
    float *gradient() const { return m_gradient; }
    void clearGradient() { m_device.clear(m_gradient, m_shape.size()); }

    /// Σ g² over what learns; waits for the device.
    Result<double> squares();
    /// Moves the weights. Says whether all of them are still finite; if not, or when the device fails, nothing has
    /// changed.
    Result<bool> move(double gradientNorm);
    /// The tensor whose update would not have been finite, after a move that says so.
    Result<std::string> firstLost();

    /// What has been learned so far, as far as the device still tells.
    Result<TrainingState> state() const;

private:
    struct Numbers {
        float *w = nullptr, *m = nullptr, *v = nullptr;
    };

    Learner(Device &device, const FlatShape &shape, const TrainingSettings &settings, int updates)
        : m_device(device), m_shape(shape), m_settings(settings), m_updates(updates)
    {
    }
    Result<double> sumOf(PartSums::Of of, const float *values, const float *mask);
    Result<std::vector<float>> copied(const float *from) const;

    Device &m_device;
    const FlatShape &m_shape;
    const TrainingSettings &m_settings;
    int m_updates;
    Numbers m_now, m_next;
    float *m_gradient = nullptr, *m_mask = nullptr;
    double *m_sums = nullptr;
    Device::Floats m_memory;
};

} // namespace gatescope::gpu
